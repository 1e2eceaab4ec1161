/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-life"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-plan-life.h"
#include "td-text.h"

/* Plans live: guidance, extension and supplement come later, each with its day, and what holds is worked out anew for
 * the day that is asked about. */

/**
 * td_plan_life_free:
 * @self: (transfer full): a plan with what changed it
 */
void
td_plan_life_free (TdPlanLife *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->deadlines, g_ptr_array_unref);
  g_clear_pointer (&self->allowances, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

/* A clause says by when something is to be done: the deadline and the tasks of the clause move together. */
typedef struct
{
  gint64 clause_id;
  char *from, *to;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->from);
  g_free (move->to);
  g_free (move);
}

/**
 * td_plan_state_free:
 * @self: (transfer full): what holds on a day
 */
void
td_plan_state_free (TdPlanState *self)
{
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->deadlines, g_ptr_array_unref);
  g_clear_pointer (&self->allowances, g_ptr_array_unref);
  g_clear_pointer (&self->moves, g_ptr_array_unref);
  g_free (self);
}

/**
 * td_award_form_covers:
 * @wide: an award form as a document names it
 * @form: another
 *
 * "Huân chương Lao động" covers "Huân chương Lao động hạng Ba", and itself.
 *
 * Returns: whether what is said of @wide is said of @form, too
 */
gboolean
td_award_form_covers (const char *wide, const char *form)
{
  g_autofree char *prefix = td_text_fold (wide);
  g_autofree char *narrow = td_text_fold (form);
  gsize length = strlen (prefix);

  return g_str_has_prefix (narrow, prefix) && (narrow[length] == '\0' || narrow[length] == ' ');
}

/**
 * td_plan_change_dup_name:
 * @change: a document that came after a plan
 *
 * Returns: (transfer full): what people call it: "Extension 45/UBND-NV of 12/01/2026"
 */
char *
td_plan_change_dup_name (TdPlanChange *change)
{
  g_autofree char *date = td_date_to_display (change->date != NULL ? change->date : "");

  /* Translators: a kind of document (guidance, extension, supplement), its number, its date */
  return g_strdup_printf (_ ("%s %s of %s"), td_choice_get_label (td_choices_plan_change_kind, change->kind), change->number, date);
}

/* The documents in the order in which they came to hold. One that holds from the same day wins by its later date, then
 * by having been entered later. */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  TdPlanChange *first = *(TdPlanChange *const *) a;
  TdPlanChange *second = *(TdPlanChange *const *) b;
  int order = g_strcmp0 (first->valid_from, second->valid_from);
  gint64 ids[] = { td_entity_get_id (TD_ENTITY (first)), td_entity_get_id (TD_ENTITY (second)) };

  if (order == 0)
    order = g_strcmp0 (first->date, second->date);
  return order != 0 ? order : (ids[0] > ids[1]) - (ids[0] < ids[1]);
}

static GPtrArray *
copy_all (GPtrArray *entities)
{
  return g_ptr_array_copy (entities, (GCopyFunc) (void (*) (void)) td_entity_copy, NULL);
}

static void
move_end (TdPlanState *self, const TdPlanChangeLine *line, TdPlanChange *change)
{
  g_object_set (self->plan, "end-date", line->day, "end-kind", td_date_is_day (line->day) ? "day" : "month", "end-event-id", (gint64) 0, NULL);
  g_hash_table_insert (self->sources, self->plan, g_object_ref (change));
}

static void
note_move (TdPlanState *self, const TdPlanLife *life, const TdPlanChangeLine *line)
{
  for (guint i = 0; i < life->deadlines->len; i++)
    {
      TdDeadline *issued = g_ptr_array_index (life->deadlines, i);
      Move *move;

      if (td_entity_get_id (TD_ENTITY (issued)) != line->deadline_id || issued->clause_id == 0 || issued->due_date == NULL)
        continue;
      move = g_new0 (Move, 1);
      move->clause_id = issued->clause_id;
      move->from = g_strdup (issued->due_date);
      move->to = g_strdup (line->day);
      g_ptr_array_add (self->moves, move);
    }
}

static void
move_deadline (TdPlanState *self, const TdPlanLife *life, const TdPlanChangeLine *line, TdPlanChange *change)
{
  TdDeadline *deadline = td_plan_state_find_deadline (self, line->deadline_id);

  if (deadline == NULL)
    return;
  note_move (self, life, line);
  /* It waits for no event any more; the words of the plan are not those that hold. */
  g_object_set (deadline, "due-date", line->day, "due-kind", td_date_is_day (line->day) ? "day" : "month", "due-text", NULL, "event-id", (gint64) 0, "event-name", NULL, NULL);
  g_hash_table_insert (self->sources, deadline, g_object_ref (change));
}

static gboolean
is_replaced (const TdAllowance *allowance, const TdPlanChangeLine *line)
{
  return td_award_form_covers (line->award_form, allowance->award_form) && (line->giver_level == NULL || g_strcmp0 (line->giver_level, allowance->giver_level) == 0);
}

/* What a document says of a form takes the place of all that was said of it, for the giver it names or for all. */
static void
change_allowance (TdPlanState *self, const TdPlanChangeLine *line, TdPlanChange *change)
{
  g_autoptr (TdAllowance) allowance = NULL;

  for (guint i = self->allowances->len; i > 0; i--)
    {
      TdAllowance *old = g_ptr_array_index (self->allowances, i - 1);

      if (!is_replaced (old, line))
        continue;
      g_hash_table_remove (self->sources, old);
      g_ptr_array_remove_index (self->allowances, i - 1);
    }
  allowance = g_object_new (TD_TYPE_ALLOWANCE, "plan-id", td_entity_get_id (TD_ENTITY (self->plan)), "award-form", line->award_form,
                            "giver-level", line->giver_level, "rule", line->rule, "kind", line->kind, "reason", line->reason, NULL);
  g_hash_table_insert (self->sources, allowance, g_object_ref (change));
  g_ptr_array_add (self->allowances, g_steal_pointer (&allowance));
}

static void
apply (TdPlanState *self, const TdPlanLife *life, TdPlanChange *change)
{
  for (guint i = 0; i < life->lines->len; i++)
    {
      const TdPlanChangeLine *line = g_ptr_array_index (life->lines, i);

      if (line->change_id != td_entity_get_id (TD_ENTITY (change)))
        continue;
      if (g_strcmp0 (line->what, "end") == 0 && line->day != NULL)
        move_end (self, line, change);
      else if (g_strcmp0 (line->what, "deadline") == 0 && line->day != NULL)
        move_deadline (self, life, line, change);
      else if (g_strcmp0 (line->what, "allowance") == 0 && line->award_form != NULL && line->rule != NULL)
        change_allowance (self, line, change);
    }
}

/**
 * td_plan_life_on:
 * @self: a plan with what changed it
 * @day: a full date, ISO
 *
 * Works out what holds on a day: the plan as issued, and on it every document that holds by then.
 *
 * Returns: (transfer full): what holds
 */
TdPlanState *
td_plan_life_on (const TdPlanLife *self, const char *day)
{
  TdPlanState *state = g_new0 (TdPlanState, 1);
  g_autoptr (GPtrArray) changes = g_ptr_array_copy (self->changes, NULL, NULL);

  g_ptr_array_set_free_func (changes, NULL);
  g_ptr_array_sort (changes, compare_changes);
  state->plan = td_entity_copy (self->plan);
  state->deadlines = copy_all (self->deadlines);
  state->allowances = copy_all (self->allowances);
  g_ptr_array_set_free_func (state->deadlines, g_object_unref);
  g_ptr_array_set_free_func (state->allowances, g_object_unref);
  state->lists_forms = self->allowances->len > 0;
  state->moves = g_ptr_array_new_with_free_func (move_free);
  state->sources = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  for (guint i = 0; i < changes->len; i++)
    {
      TdPlanChange *change = g_ptr_array_index (changes, i);

      if (td_date_ranges_overlap (day, day, change->valid_from, NULL))
        apply (state, self, change);
    }
  return state;
}

/**
 * td_plan_state_find_deadline:
 * @self: what holds
 * @id: of a deadline
 *
 * Returns: (nullable): the deadline as it holds
 */
TdDeadline *
td_plan_state_find_deadline (const TdPlanState *self, gint64 id)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    if (td_entity_get_id (g_ptr_array_index (self->deadlines, i)) == id)
      return g_ptr_array_index (self->deadlines, i);
  return NULL;
}

/**
 * td_plan_state_get_task_day:
 * @self: what holds
 * @clause_id: the clause that asks for a task; 0 for none
 * @day: (nullable): by when, as issued
 *
 * Returns: (nullable): by when it is asked for now: a document that moves a deadline moves what its clause wants done by
 *   that day
 */
const char *
td_plan_state_get_task_day (const TdPlanState *self, gint64 clause_id, const char *day)
{
  for (guint i = clause_id != 0 && day != NULL ? self->moves->len : 0; i > 0; i--)
    {
      const Move *move = g_ptr_array_index (self->moves, i - 1);

      if (move->clause_id == clause_id && g_str_equal (move->from, day))
        return move->to;
    }
  return day;
}

/**
 * td_plan_state_put_task_day:
 * @self: what holds
 * @task: a task of the plan as issued, which is only read from here on
 *
 * Makes it due on the day that holds.
 */
void
td_plan_state_put_task_day (const TdPlanState *self, TdTask *task)
{
  g_autofree char *held = g_strdup (td_plan_state_get_task_day (self, task->clause_id, task->due_date));

  g_object_set (task, "due-date", held, NULL);
}

/**
 * td_plan_state_get_source:
 * @self: what holds
 * @entity: its plan, or one of its deadlines or allowances
 *
 * Returns: (nullable): the document it holds by; %NULL when it holds as issued
 */
TdPlanChange *
td_plan_state_get_source (const TdPlanState *self, gpointer entity)
{
  return g_hash_table_lookup (self->sources, entity);
}
