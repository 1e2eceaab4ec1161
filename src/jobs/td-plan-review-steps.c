/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-review-steps"

#include "config.h"

#include <string.h>

#include "td-plan-review-private.h"
#include "td-plan-words.h"

/* What a person says of a plan under review, step by step, there and back. */

/* A fact as it was. */
typedef struct
{
  TdPlanFact *fact;
  gboolean added; /* the fact itself came with this step */
  guint position; /* of an added one */
  TdEntity *entity;
  TdPlanFactState state;
  TdPlanLines lines;
  char *words;
  gboolean left_out;
} Step;

void
_td_plan_review_step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->fact);
  g_object_unref (step->entity);
  g_free (step->words);
  g_free (step);
}

static Step *
take_snapshot (TdPlanFact *fact)
{
  Step *step = g_new0 (Step, 1);

  step->fact = g_object_ref (fact);
  step->entity = td_entity_copy (fact->entity);
  step->state = fact->state;
  step->lines = fact->lines;
  step->words = g_strdup (fact->words);
  step->left_out = fact->left_out;
  return step;
}

static void
keep_step (TdPlanReview *self, Step *step)
{
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, step);
}

/* Only what the fact says: the plan itself holds several. */
static gboolean
copy_fields (TdPlanFact *fact, TdEntity *values)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (fact->entity);
  gboolean changed = FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    if (td_plan_fact_has_field (fact, &klass->fields[i]))
      changed |= td_entity_copy_value (fact->entity, values, &klass->fields[i]);
  return changed;
}

/**
 * td_plan_review_set:
 * @self: a review
 * @fact: a fact of it
 * @values: a record of the fact's kind
 *
 * What a person typed.
 */
void
td_plan_review_set (TdPlanReview *self, TdPlanFact *fact, TdEntity *values)
{
  Step *step = take_snapshot (fact);

  if (!copy_fields (fact, values))
    {
      _td_plan_review_step_free (step);
      return;
    }
  fact->state = TD_PLAN_FACT_CHANGED;
  keep_step (self, step);
  _td_plan_review_tell (self, fact);
}

/* "start-date" has its words in "start-text", and perhaps its kind in "start-kind". */
static const TdField *
find_sibling (TdEntity *entity, const TdField *field, const char *ending)
{
  g_autofree char *name = NULL;

  if (!g_str_has_suffix (field->name, "-date"))
    return NULL;
  name = g_strdup_printf ("%.*s-%s", (int) (strlen (field->name) - strlen ("-date")), field->name, ending);
  return td_entity_class_find (TD_ENTITY_GET_CLASS (entity), name);
}

/* A point in time: its day if the words name one, else an event. */
static gboolean
take_date (TdEntity *entity, const TdField *field, const char *words)
{
  TdPlanPrecision precision = TD_PLAN_PRECISION_EVENT;
  g_autofree char *iso = td_plan_words_to_date (words, &precision);
  g_autofree char *text = td_plan_words_to_text (words);
  const TdField *text_field = find_sibling (entity, field, "text");
  const TdField *kind_field = find_sibling (entity, field, "kind");

  if (text == NULL || (iso == NULL && text_field == NULL))
    return FALSE;
  td_entity_set_text (entity, field, iso);
  if (text_field != NULL)
    td_entity_set_text (entity, text_field, text);
  if (kind_field != NULL)
    td_entity_set_text (entity, kind_field, td_plan_precision_to_nick (precision));
  return TRUE;
}

/* Several lines stay several: recipients, bases. */
static char *
take_lines (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  GString *taken = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = td_plan_words_to_text (lines[i]);

      if (line != NULL)
        g_string_append_printf (taken, "%s%s", taken->len > 0 ? "\n" : "", line);
    }
  return g_string_free (taken, FALSE);
}

static gboolean
take_words (TdPlanFact *fact, const TdField *field, const char *words)
{
  g_autofree char *text = NULL;

  if (field->kind == TD_FIELD_DATE)
    return take_date (fact->entity, field, words);
  if (field->kind != TD_FIELD_TEXT && field->kind != TD_FIELD_LONG_TEXT)
    return FALSE;
  text = fact->field != NULL && field->kind == TD_FIELD_LONG_TEXT ? take_lines (words) : td_plan_words_to_text (words);
  if (text == NULL || *text == '\0')
    return FALSE;
  td_entity_set_text (fact->entity, field, text);
  return TRUE;
}

static void
set_place (TdPlanReview *self, TdPlanFact *fact, gsize start, gsize end)
{
  g_free (fact->words);
  fact->words = g_strndup (self->text + start, end - start);
  fact->lines.first = td_word_finder_get_line_at (self->finder, start, NULL);
  fact->lines.last = td_word_finder_get_line_at (self->finder, end - 1, NULL);
}

/**
 * td_plan_review_take:
 * @self: a review
 * @fact: a fact of it
 * @field: (nullable): what of it; %NULL for what it is about
 * @start: where the chosen words begin, in bytes
 * @end: where they end
 *
 * Takes words of the text for a fact.
 *
 * Returns: whether they can be taken: a date must name a day, a month, a year
 */
gboolean
td_plan_review_take (TdPlanReview *self, TdPlanFact *fact, const TdField *field, gsize start, gsize end)
{
  g_autofree char *words = NULL;
  Step *step;

  g_return_val_if_fail (end <= strlen (self->text), FALSE);

  if (field == NULL)
    field = td_plan_fact_get_main_field (fact);
  if (start >= end)
    return FALSE;
  words = g_strndup (self->text + start, end - start);
  step = take_snapshot (fact);
  if (!take_words (fact, field, words))
    {
      _td_plan_review_step_free (step);
      return FALSE;
    }
  if (field == td_plan_fact_get_main_field (fact))
    set_place (self, fact, start, end);
  fact->state = TD_PLAN_FACT_CHANGED;
  fact->left_out = FALSE;
  keep_step (self, step);
  _td_plan_review_tell (self, fact);
  return TRUE;
}

/* The innermost piece of the text that holds a line: pieces stand in the order of the text. */
static guint
find_section (TdPlanReview *self, guint line)
{
  guint found = 0;

  for (guint i = 0; i < self->reading->sections->len; i++)
    {
      const TdPlanSection *section = g_ptr_array_index (self->reading->sections, i);

      if (section->lines.first > 0 && section->lines.first <= line)
        found = section->id;
    }
  return found;
}

/* Who is told something else nearby is probably told this, too. */
static const char *
find_assignee (TdPlanReview *self, guint line)
{
  const char *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->facts)); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (G_LIST_MODEL (self->facts), i);

      if (fact->group == TD_PLAN_FACTS_TASKS && (found == NULL || fact->lines.first <= line))
        found = TD_TASK (fact->entity)->assignee; /* the list holds it */
    }
  return found;
}

static TdEntity *
make_record (TdPlanReview *self, TdPlanFactGroup group, const char *words, guint line)
{
  g_autofree char *text = td_plan_words_to_text (words);
  TdEntity *entity;

  if (text == NULL)
    return NULL;
  switch (group)
    {
    case TD_PLAN_FACTS_AWARDS:
      return g_object_new (TD_TYPE_ALLOWANCE, "award-form", text, "rule", "allowed", NULL);
    case TD_PLAN_FACTS_DEADLINES:
      entity = g_object_new (TD_TYPE_DEADLINE, "what", text, NULL);
      take_date (entity, td_entity_class_find (TD_ENTITY_GET_CLASS (entity), "due-date"), words);
      return entity;
    case TD_PLAN_FACTS_TASKS:
      return g_object_new (TD_TYPE_TASK, "assignee", find_assignee (self, line), "mode", "assigned", "body", text, NULL);
    default:
      return NULL;
    }
}

static guint
find_position (TdPlanReview *self, TdPlanFact *fact)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->facts));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdPlanFact) other = g_list_model_get_item (G_LIST_MODEL (self->facts), i);

      if (other->group > fact->group || (other->group == fact->group && other->lines.first > fact->lines.first))
        return i;
    }
  return n;
}

/**
 * td_plan_review_add:
 * @self: a review
 * @group: award forms, deadlines or tasks
 * @start: where the words begin, in bytes
 * @end: where they end
 *
 * Takes words of the text as something the reader did not see.
 *
 * Returns: (transfer none) (nullable): the new fact; %NULL when the words say nothing
 */
TdPlanFact *
td_plan_review_add (TdPlanReview *self, TdPlanFactGroup group, gsize start, gsize end)
{
  g_autofree char *words = NULL;
  g_autoptr (TdPlanFact) fact = NULL;
  g_autoptr (TdEntity) entity = NULL;
  guint line;
  Step *step;

  g_return_val_if_fail (end <= strlen (self->text), NULL);

  if (start >= end)
    return NULL;
  words = g_strndup (self->text + start, end - start);
  line = td_word_finder_get_line_at (self->finder, start, NULL);
  entity = make_record (self, group, words, line);
  if (entity == NULL)
    return NULL;
  fact = td_plan_fact_new (group, entity, NULL, find_section (self, line), (TdPlanLines){ 0 });
  set_place (self, fact, start, end);
  fact->state = TD_PLAN_FACT_CHANGED;
  step = take_snapshot (fact);
  step->added = TRUE;
  step->position = find_position (self, fact);
  g_list_store_insert (self->facts, step->position, fact);
  keep_step (self, step);
  _td_plan_review_tell (self, fact);
  return fact;
}

/**
 * td_plan_review_approve:
 * @self: a review
 * @fact: a fact that asks to be checked
 *
 * A person has looked at it: it is right.
 */
void
td_plan_review_approve (TdPlanReview *self, TdPlanFact *fact)
{
  if (fact->state != TD_PLAN_FACT_CHECK)
    return;
  keep_step (self, take_snapshot (fact));
  fact->state = TD_PLAN_FACT_SURE;
  _td_plan_review_tell (self, fact);
}

/**
 * td_plan_review_leave_out:
 * @self: a review
 * @fact: a whole record
 * @left_out: whether the plan does not say it
 */
void
td_plan_review_leave_out (TdPlanReview *self, TdPlanFact *fact, gboolean left_out)
{
  if (fact->left_out == left_out || fact->field != NULL)
    return;
  keep_step (self, take_snapshot (fact));
  fact->left_out = left_out;
  _td_plan_review_tell (self, fact);
}

/**
 * td_plan_review_can_undo:
 * @self: a review
 * @redo: whether what was undone is meant
 *
 * Returns: whether there is a step to take
 */
gboolean
td_plan_review_can_undo (TdPlanReview *self, gboolean redo)
{
  return (redo ? self->redo : self->undo)->len > 0;
}

static void
restore (TdPlanReview *self, Step *step, gboolean redo)
{
  TdPlanFact *fact = step->fact;
  guint position;

  if (step->added && redo)
    g_list_store_insert (self->facts, step->position, fact);
  else if (step->added && g_list_store_find (self->facts, fact, &position))
    g_list_store_remove (self->facts, position);
  copy_fields (fact, step->entity);
  fact->state = step->state;
  fact->lines = step->lines;
  g_free (fact->words);
  fact->words = g_strdup (step->words);
  fact->left_out = step->left_out;
}

/**
 * td_plan_review_undo:
 * @self: a review
 * @redo: whether to take the last undone step again
 *
 * Returns: (transfer none) (nullable): the fact that is as it was, %NULL when there was no step
 */
TdPlanFact *
td_plan_review_undo (TdPlanReview *self, gboolean redo)
{
  GPtrArray *from = redo ? self->redo : self->undo;
  GPtrArray *to = redo ? self->undo : self->redo;
  Step *step, *back;

  if (from->len == 0)
    return NULL;
  step = g_ptr_array_steal_index (from, from->len - 1);
  back = take_snapshot (step->fact);
  back->added = step->added;
  back->position = step->position;
  restore (self, step, redo);
  g_ptr_array_add (to, back);
  _td_plan_review_tell (self, back->fact);
  _td_plan_review_step_free (step);
  return back->fact;
}

/**
 * td_plan_review_is_changed:
 * @self: a review
 *
 * Returns: whether a person has said anything that would be lost
 */
gboolean
td_plan_review_is_changed (TdPlanReview *self)
{
  return self->undo->len > 0;
}
