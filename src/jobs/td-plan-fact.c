/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-fact"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-plan-fact.h"

/* One thing a plan says. */

G_DEFINE_FINAL_TYPE (TdPlanFact, td_plan_fact, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *nick;
  const char *title;
} groups[TD_PLAN_N_FACT_GROUPS] = {
  { "head", N_ ("The document") },
  { "period", N_ ("From when to when") },
  { "awards", N_ ("Award forms") },
  { "deadlines", N_ ("Deadlines") },
  { "tasks", N_ ("Tasks") },
  { "parts", N_ ("Contents and criteria") },
};

static const struct
{
  const char *nick;
  const char *title;
} states[] = {
  /* Translators: how sure a fact of a plan is */
  [TD_PLAN_FACT_SURE] = { "sure", N_ ("Read surely") },
  [TD_PLAN_FACT_CHECK] = { "check", N_ ("Please check") },
  [TD_PLAN_FACT_MISSING] = { "missing", N_ ("Missing") },
  [TD_PLAN_FACT_CHANGED] = { "changed", N_ ("Changed by you") },
};

static void
td_plan_fact_finalize (GObject *object)
{
  TdPlanFact *self = TD_PLAN_FACT (object);

  g_clear_object (&self->entity);
  g_free (self->words);
  g_free (self->why);
  g_free (self->before);
  G_OBJECT_CLASS (td_plan_fact_parent_class)->finalize (object);
}

static void
td_plan_fact_class_init (TdPlanFactClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_plan_fact_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TD_TYPE_PLAN_FACT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_plan_fact_init (TdPlanFact *self)
{
}

/**
 * td_plan_fact_new:
 * @group: where it stands
 * @entity: the record that holds it
 * @field: (nullable): of the plan; %NULL for a whole record
 * @section: the piece of the text it stands in, 0 for none
 * @lines: where it was read
 *
 * Returns: (transfer full): a fact that was read surely
 */
TdPlanFact *
td_plan_fact_new (TdPlanFactGroup group, TdEntity *entity, const TdField *field, guint section, TdPlanLines lines)
{
  TdPlanFact *self = g_object_new (TD_TYPE_PLAN_FACT, NULL);

  self->group = group;
  self->entity = g_object_ref (entity);
  self->field = field;
  self->section = section;
  self->lines = lines;
  return self;
}

/**
 * td_plan_fact_tell:
 * @self: a fact
 *
 * Says that it is another now.
 */
void
td_plan_fact_tell (TdPlanFact *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static const char *
text_of (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * td_plan_fact_dup_title:
 * @self: a fact
 *
 * Returns: (transfer full): what it is about, in a few words
 */
char *
td_plan_fact_dup_title (TdPlanFact *self)
{
  if (self->field != NULL)
    return g_strdup (_ (self->field->label));
  if (TD_IS_ALLOWANCE (self->entity))
    return g_strdup (text_of (TD_ALLOWANCE (self->entity)->award_form));
  if (TD_IS_DEADLINE (self->entity))
    return g_strdup (text_of (TD_DEADLINE (self->entity)->due_text != NULL ? TD_DEADLINE (self->entity)->due_text : TD_DEADLINE (self->entity)->due_date));
  if (TD_IS_TASK (self->entity))
    return g_strdup (text_of (TD_TASK (self->entity)->assignee));
  if (TD_IS_CLAUSE (self->entity))
    return g_strdup (td_choice_get_label (td_choices_clause_role, TD_CLAUSE (self->entity)->role));
  return g_strdup ("");
}

/* The point in time a field of the plan belongs to: "start-date" and "start-text" are one fact. */
static const char *const times[] = { "start-", "end-" };

/**
 * td_plan_fact_has_field:
 * @self: a fact
 * @field: of its record
 *
 * What the office itself notes later, such as the state of a task, no plan says.
 *
 * Returns: whether the fact says it and a person may change it
 */
gboolean
td_plan_fact_has_field (TdPlanFact *self, const TdField *field)
{
  static const char *const noted[] = { "state", "done-on", "note", NULL };

  if ((field->flags & (TD_FIELD_HIDDEN | TD_FIELD_FIXED | TD_FIELD_PART_OF)) != 0 || field->kind == TD_FIELD_REFERENCE)
    return FALSE;
  if (TD_IS_TASK (self->entity) && g_strv_contains (noted, field->name))
    return FALSE;
  if (self->field == NULL)
    return !TD_IS_CLAUSE (self->entity) || g_str_equal (field->name, "role");
  if (self->field == field)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (g_str_has_prefix (self->field->name, times[i]) && g_str_has_prefix (field->name, times[i]))
      return TRUE;
  return FALSE;
}

/**
 * td_plan_fact_get_main_field:
 * @self: a fact
 *
 * Returns: (transfer none): what words of the text are taken for, unless a person says otherwise
 */
const TdField *
td_plan_fact_get_main_field (TdPlanFact *self)
{
  static const char *const names[TD_PLAN_N_FACT_GROUPS] = {
    [TD_PLAN_FACTS_AWARDS] = "award-form",
    [TD_PLAN_FACTS_DEADLINES] = "due-date",
    [TD_PLAN_FACTS_TASKS] = "body",
    [TD_PLAN_FACTS_PARTS] = "role",
  };

  return self->field != NULL ? self->field : td_entity_class_find (TD_ENTITY_GET_CLASS (self->entity), names[self->group]);
}

/* "Bằng khen": by whom, and why not. */
static char *
describe_allowance (const TdAllowance *allowance)
{
  GString *text = g_string_new (allowance->giver_text != NULL ? allowance->giver_text : _ ("the giver is not named"));
  const char *kind = td_choice_get_label (td_choices_commendation_kind, allowance->kind);

  if (g_strcmp0 (allowance->rule, "allowed") != 0)
    g_string_append_printf (text, " · %s", td_choice_get_label (td_choices_allowance_rule, allowance->rule));
  if (*kind != '\0')
    g_string_append_printf (text, ": %s", kind);
  if (allowance->reason != NULL)
    g_string_append_printf (text, " · “%s”", allowance->reason);
  return g_string_free (text, FALSE);
}

/* "31/12/2025 (trước ngày 31 tháng 12 năm 2025)": the day, and the words where there are any. */
static char *
describe_date (TdPlanFact *self)
{
  const char *iso = td_entity_get_text (self->entity, self->field);
  g_autofree char *shown = iso != NULL ? td_date_to_display (iso) : NULL;
  const char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (g_str_has_prefix (self->field->name, times[i]))
      {
        g_autofree char *name = g_strconcat (times[i], "text", NULL);

        words = td_entity_get_text (self->entity, td_entity_class_find (TD_ENTITY_GET_CLASS (self->entity), name));
      }
  if (shown != NULL && words != NULL)
    return g_strdup_printf ("%s (%s)", shown, words);
  return g_strdup (shown != NULL ? shown : text_of (words));
}

static char *
describe_deadline (const TdDeadline *deadline)
{
  return deadline->who != NULL ? g_strdup_printf ("%s · %s", deadline->who, text_of (deadline->what)) : g_strdup (text_of (deadline->what));
}

/**
 * td_plan_fact_dup_text:
 * @self: a fact
 *
 * Returns: (transfer full): what the plan says of it; empty when it says nothing
 */
char *
td_plan_fact_dup_text (TdPlanFact *self)
{
  if (self->field != NULL && self->field->kind == TD_FIELD_DATE)
    return describe_date (self);
  if (self->field != NULL)
    return g_strdup (text_of (td_entity_get_text (self->entity, self->field)));
  if (TD_IS_ALLOWANCE (self->entity))
    return describe_allowance (TD_ALLOWANCE (self->entity));
  if (TD_IS_DEADLINE (self->entity))
    return describe_deadline (TD_DEADLINE (self->entity));
  if (TD_IS_TASK (self->entity))
    return g_strdup (text_of (TD_TASK (self->entity)->body));
  if (TD_IS_CLAUSE (self->entity))
    return g_strdup (text_of (TD_CLAUSE (self->entity)->body != NULL ? TD_CLAUSE (self->entity)->body : TD_CLAUSE (self->entity)->title));
  return g_strdup ("");
}

/**
 * td_plan_fact_group_get_title:
 * @group: a group
 *
 * Returns: what people call it, translated
 */
const char *
td_plan_fact_group_get_title (TdPlanFactGroup group)
{
  g_return_val_if_fail (group < TD_PLAN_N_FACT_GROUPS, NULL);

  return _ (groups[group].title);
}

/**
 * td_plan_fact_group_to_nick:
 * @group: a group
 *
 * Returns: its name in files
 */
const char *
td_plan_fact_group_to_nick (TdPlanFactGroup group)
{
  g_return_val_if_fail (group < TD_PLAN_N_FACT_GROUPS, NULL);

  return groups[group].nick;
}

/**
 * td_plan_fact_state_get_title:
 * @state: a state
 *
 * Returns: what people call it, translated
 */
const char *
td_plan_fact_state_get_title (TdPlanFactState state)
{
  return _ (states[state].title);
}

/**
 * td_plan_fact_state_to_nick:
 * @state: a state
 *
 * Returns: its name in files
 */
const char *
td_plan_fact_state_to_nick (TdPlanFactState state)
{
  return states[state].nick;
}
