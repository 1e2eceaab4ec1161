/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-nomination-judge"

#include "config.h"

#include <string.h>

#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-directory.h"
#include "td-nomination-judge.h"
#include "td-nomination-rules.h"
#include "td-plan-change-jobs.h"
#include "td-unit-lineage.h"

struct _TdNominationJudge
{
  TdPlanLife *life;
  GHashTable *states; /* what holds, by day */
  TdDirectory *directory;
  TdUnitLineage *lineage;
  char *today;
};

/**
 * td_nomination_judge_new:
 * @connection: the office file
 * @plan_id: a plan
 * @error: return location
 *
 * Returns: (transfer full): what judges nominations of that plan, or %NULL when there is no plan
 */
TdNominationJudge *
td_nomination_judge_new (TdConnection *connection, gint64 plan_id, GError **error)
{
  g_autoptr (TdNominationJudge) self = g_new0 (TdNominationJudge, 1);

  self->today = td_date_dup_today ();
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) td_plan_state_free);
  self->life = td_plan_life_load (connection, plan_id, error);
  self->directory = self->life != NULL ? td_directory_load (connection, error) : NULL;
  self->lineage = self->directory != NULL ? td_unit_lineage_load (connection, error) : NULL;
  return self->lineage != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * td_nomination_judge_free:
 * @self: (transfer full): a judge
 */
void
td_nomination_judge_free (TdNominationJudge *self)
{
  g_clear_pointer (&self->life, td_plan_life_free);
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_clear_pointer (&self->directory, td_directory_free);
  g_clear_pointer (&self->lineage, td_unit_lineage_free);
  g_free (self->today);
  g_free (self);
}

/**
 * td_nomination_judge_get_plan_id:
 * @self: a judge
 *
 * Returns: the plan it judges for
 */
gint64
td_nomination_judge_get_plan_id (TdNominationJudge *self)
{
  return td_entity_get_id (TD_ENTITY (self->life->plan));
}

/* What holds on the day the dossier came; one that is not dated came today. */
static TdPlanState *
find_state (TdNominationJudge *self, TdNomination *nomination)
{
  const char *day = td_date_is_day (nomination->received_on) ? nomination->received_on : self->today;
  TdPlanState *state = g_hash_table_lookup (self->states, day);

  if (state == NULL)
    {
      state = td_plan_life_on (self->life, day);
      g_hash_table_insert (self->states, g_strdup (day), state);
    }
  return state;
}

/* A movement that the plan names as rewarded already. */
static gboolean
is_earlier (TdNominationJudge *self, gint64 plan_id)
{
  for (guint i = 0; i < self->life->allowances->len; i++)
    if (((TdAllowance *) g_ptr_array_index (self->life->allowances, i))->earlier_plan_id == plan_id)
      return TRUE;
  return FALSE;
}

/* Of all nominations of a subject those in the plan, and what it was given in earlier movements. */
static void
sort_nominations (TdNominationJudge *self, GPtrArray *all, GPtrArray *others, GPtrArray *earlier)
{
  for (guint i = 0; i < all->len; i++)
    {
      TdNomination *nomination = g_ptr_array_index (all, i);

      if (nomination->plan_id == td_nomination_judge_get_plan_id (self))
        g_ptr_array_add (others, g_object_ref (nomination));
      else if (g_strcmp0 (nomination->state, "awarded") == 0 && is_earlier (self, nomination->plan_id))
        g_ptr_array_add (earlier, g_object_ref (nomination));
    }
}

/* The parts of a subject of one kind; none of one that is not kept yet. */
static GPtrArray *
list_parts (TdConnection *connection, GType type, TdSubject *subject, GError **error)
{
  gint64 id = td_entity_get_id (TD_ENTITY (subject));
  g_autoptr (TdQuery) query = td_query_new (type);

  if (id == 0)
    return g_ptr_array_new ();
  td_query_where_number (query, "subject-id", id);
  return td_connection_list (connection, query, error);
}

/**
 * td_nomination_judge_check:
 * @self: a judge
 * @connection: the office file
 * @nomination: a nomination of the judge's plan
 * @subject: (nullable): its subject, to be read when %NULL
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdFinding): what the rules found, or %NULL on failure
 */
GPtrArray *
td_nomination_judge_check (TdNominationJudge *self, TdConnection *connection, TdNomination *nomination,
                           TdSubject *subject, GError **error)
{
  g_autoptr (TdSubject) read = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) earlier = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *heirs = NULL;
  g_autoptr (GPtrArray) disciplines = NULL;
  g_autoptr (GPtrArray) verifications = NULL;
  const TdPlanState *state = find_state (self, nomination);
  TdNominationCase the_case = { .nomination = nomination, .plan = self->life->plan, .allowances = state->allowances, .sources = state->sources, .open_list = !state->lists_forms, .catalogue = td_catalogue_get_shipped (), .today = self->today };

  if (subject == NULL)
    subject = read = td_connection_get (connection, TD_TYPE_SUBJECT, nomination->subject_id, error);
  if (subject == NULL)
    return NULL;
  if (nomination->subject_id != 0)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);
      g_autoptr (GPtrArray) all = NULL;

      /* A subject has few nominations and a plan has many. Asked for both, SQLite may walk all of
       * the plan's, so the plan is compared here. */
      td_query_where_number (query, "subject-id", nomination->subject_id);
      all = td_connection_list (connection, query, error);
      if (all == NULL)
        return NULL;
      sort_nominations (self, all, others, earlier);
    }
  disciplines = list_parts (connection, TD_TYPE_DISCIPLINE, subject, error);
  verifications = disciplines != NULL ? list_parts (connection, TD_TYPE_VERIFICATION, subject, error) : NULL;
  if (verifications == NULL)
    return NULL;
  the_case.disciplines = disciplines;
  the_case.verifications = verifications;
  the_case.subject = subject;
  the_case.others = others;
  the_case.earlier = earlier;
  the_case.giver = td_directory_get_giver (self->directory, nomination->giver_id);
  the_case.unit = td_directory_get_unit (self->directory, nomination->unit_id);
  if (the_case.unit != NULL && the_case.unit->valid_to != NULL)
    the_case.unit_end = td_unit_lineage_find_end (self->lineage, nomination->unit_id);
  if (the_case.unit_end != NULL)
    the_case.unit_heirs = heirs = td_unit_lineage_dup_heirs (self->lineage, the_case.unit_end);
  return td_nomination_rules_check (&the_case);
}

/* Without a number who somebody is takes all of this. */
static gboolean
is_told (const char *kind, const char *name, const char *birth, gint64 unit_id)
{
  return name != NULL && unit_id != 0 && (birth != NULL || g_strcmp0 (kind, "person") != 0);
}

/* A name is shared by few and a unit by many. Asked for both, SQLite may walk all of the unit's, so that is compared
 * here. Who was merged into another is only meant where nobody else is. */
static TdSubject *
find_exactly (TdConnection *connection, TdQuery *query, TdSubject *subject, GError **error)
{
  g_autoptr (GPtrArray) alike = td_connection_list (connection, query, error);
  TdSubject *found = NULL;

  for (guint i = 0; alike != NULL && i < alike->len; i++)
    {
      TdSubject *other = g_ptr_array_index (alike, i);

      if (subject->citizen_id == NULL && (other->unit_id != subject->unit_id || other->citizen_id != NULL))
        continue;
      if (g_strcmp0 (other->kind, subject->kind) == 0 && (found == NULL || (found->merged_into_id != 0 && other->merged_into_id == 0)))
        found = other;
    }
  return found != NULL ? g_object_ref (found) : NULL;
}

/**
 * td_nomination_judge_find_subject:
 * @connection: the office file
 * @subject: as entered
 * @error: return location
 *
 * Finds the subject again when it is surely known: the same citizen id; or the same name, birth
 * and unit. Anything less certain is a new subject. One that was merged into another is found as
 * that one.
 *
 * Returns: (transfer full) (nullable): the known subject; %NULL without an error for a new one
 */
TdSubject *
td_nomination_judge_find_subject (TdConnection *connection, TdSubject *subject, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  g_autoptr (TdSubject) found = NULL;
  g_autoptr (GError) local = NULL;

  if (subject->citizen_id == NULL && !is_told (subject->kind, subject->name, subject->birth, subject->unit_id))
    return NULL;
  td_query_set_with_retired (query, TRUE);
  if (subject->citizen_id != NULL)
    td_query_where_text (query, "citizen-id", subject->citizen_id);
  else
    {
      td_query_where_text (query, "name", subject->name);
      td_query_where_text (query, "birth", subject->birth);
    }
  found = find_exactly (connection, query, subject, &local);
  while (found != NULL && found->merged_into_id != 0)
    {
      g_autoptr (TdSubject) retired = g_steal_pointer (&found);

      found = td_connection_get (connection, TD_TYPE_SUBJECT, retired->merged_into_id, &local);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return g_steal_pointer (&found);
}

/**
 * td_nomination_judge_subject_key:
 * @subject: as entered
 *
 * Returns: (transfer full) (nullable): a text equal for two subjects of one list exactly when
 *   td_nomination_judge_find_subject() would find the one by the other; %NULL when it never would
 */
char *
td_nomination_judge_subject_key (TdSubject *subject)
{
  if (subject->citizen_id != NULL)
    return g_strjoin ("|", "id", subject->citizen_id, subject->kind, NULL);
  if (!is_told (subject->kind, subject->name, subject->birth, subject->unit_id))
    return NULL;
  return g_strdup_printf ("name|%s|%s|%" G_GINT64_FORMAT "|%s", subject->birth != NULL ? subject->birth : "", subject->kind, subject->unit_id, subject->name);
}

static guint32
hash_text (guint32 hash, const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * 16777619u; /* FNV-1a */
  return (hash ^ 0xff) * 16777619u;
}

/**
 * td_nomination_judge_subject_hash:
 * @kind: (nullable): of a subject
 * @name: (nullable): its name
 * @birth: (nullable): its birth
 * @citizen_id: (nullable): its citizen id
 * @unit_id: its unit, 0 for none
 *
 * Returns: a number that is equal where td_nomination_judge_subject_key() is; 0 when there is no key
 */
guint32
td_nomination_judge_subject_hash (const char *kind, const char *name, const char *birth, const char *citizen_id, gint64 unit_id)
{
  guint32 hash = hash_text (2166136261u, kind);

  if (citizen_id != NULL)
    return MAX (hash_text (hash, citizen_id), 1);
  if (!is_told (kind, name, birth, unit_id))
    return 0;
  hash = hash_text (hash_text (hash, name), birth);
  return MAX ((hash ^ (guint32) unit_id) * 16777619u, 1);
}
