/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award-lines"

#include "config.h"

#include "td-award-lines.h"
#include "td-award-wording.h"
#include "td-award-list.h"
#include "td-catalogue-reader.h"
#include "td-record-jobs.h"
#include "td-wording-jobs.h"

/* The lines of a decision. What a decision says stays as it was: a line copies its nomination.
 * While the decision is a draft the copy follows the nomination; from issue on it never changes. */

static void
copy_nomination (TdAward *award, TdNomination *nomination, TdSubject *subject, const char *unit_name)
{
  g_object_set (award,
                "subject-id", nomination->subject_id, "giver-id", nomination->giver_id,
                "nomination-id", td_entity_get_id (TD_ENTITY (nomination)),
                "subject-name", subject->name, "subject-kind", subject->kind,
                "unit-id", nomination->unit_id, "unit-name", unit_name,
                "post", nomination->post != NULL ? nomination->post : subject->post,
                "residence", g_strcmp0 (subject->kind, "household") == 0 ? subject->residence : NULL,
                "award-form", nomination->award_form, "kind", nomination->kind,
                "achievement", nomination->achievement, "period-from", nomination->period_from,
                "period-to", nomination->period_to, "posthumous", nomination->posthumous,
                NULL);
}

/* A religious name, or a foreigner's in the passport, is printed too. */
static gboolean
find_other_name (TdConnection *connection, const TdSubject *subject, TdOtherName **other, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OTHER_NAME);
  g_autoptr (GPtrArray) names = NULL;

  *other = NULL;
  if (g_strcmp0 (subject->kind, "person") != 0)
    return TRUE;
  td_query_where_number (query, "subject-id", td_entity_get_id ((TdEntity *) subject));
  names = td_connection_list (connection, query, error);
  for (guint i = 0; names != NULL && i < names->len && *other == NULL; i++)
    {
      TdOtherName *name = g_ptr_array_index (names, i);
      const gboolean foreign = subject->nationality != NULL && g_strcmp0 (subject->occupation, "foreigner") == 0;

      if (g_strcmp0 (name->kind, "religious") == 0 || (foreign && g_strcmp0 (name->kind, "passport") == 0))
        *other = g_object_ref (name);
    }
  return names != NULL;
}

/* The printed name follows the subject's until somebody has changed it on the line itself. */
static gboolean
set_printed_name (TdConnection *connection, TdAward *award, const TdNomination *nomination, TdSubject *subject, GError **error)
{
  g_autoptr (TdOtherName) other = NULL;
  g_autofree char *usual = NULL;
  g_autofree char *before = NULL;

  if (!find_other_name (connection, subject, &other, error))
    return FALSE;
  usual = td_award_wording_printed_name_with (subject, other);
  if (award->subject_name != NULL)
    {
      g_autoptr (TdSubject) old = td_entity_copy (subject);

      g_object_set (old, "name", award->subject_name, NULL);
      before = td_award_wording_printed_name_with (old, other);
    }
  if (nomination->printed_name != NULL)
    g_object_set (award, "printed-name", nomination->printed_name, NULL);
  else if (award->printed_name == NULL || g_strcmp0 (award->printed_name, before) == 0)
    g_object_set (award, "printed-name", usual, NULL);
  return TRUE;
}

/**
 * td_award_lines_follow_subject:
 * @connection: inside a transaction
 * @award: a line
 * @before: its subject as it was
 * @subject: the same as it is now
 * @error: return location
 *
 * Prints the name as it usually is from now on, unless somebody has written another: "Nguyễn Văn An" becomes
 * "Ông Nguyễn Văn An" once the sex is known.
 *
 * Returns: whether it went well
 */
gboolean
td_award_lines_follow_subject (TdConnection *connection, TdAward *award, const TdSubject *before, const TdSubject *subject, GError **error)
{
  g_autoptr (TdOtherName) other = NULL;
  g_autofree char *usual = NULL;
  g_autofree char *now = NULL;

  if (!find_other_name (connection, subject, &other, error))
    return FALSE;
  usual = td_award_wording_printed_name_with (before, other);
  now = td_award_wording_printed_name_with (subject, other);
  if (g_strcmp0 (usual, now) == 0 || (award->printed_name != NULL && g_strcmp0 (award->printed_name, usual) != 0))
    return TRUE;
  g_object_set (award, "printed-name", now, NULL);
  return td_connection_update (connection, award, error);
}

/* The unit as it is printed, or its name. */
static gboolean
find_unit_name (TdConnection *connection, gint64 unit_id, char **name, GError **error)
{
  g_autoptr (TdUnit) unit = NULL;

  *name = NULL;
  if (unit_id == 0)
    return TRUE;
  unit = td_connection_get (connection, TD_TYPE_UNIT, unit_id, error);
  if (unit != NULL)
    *name = g_strdup (unit->printed_name != NULL ? unit->printed_name : unit->name);
  return unit != NULL;
}

static gboolean
set_nomination_state (TdConnection *connection, gint64 nomination_id, const char *state, GError **error)
{
  g_autoptr (TdNomination) nomination = NULL;

  if (nomination_id == 0)
    return TRUE;
  nomination = td_connection_get (connection, TD_TYPE_NOMINATION, nomination_id, error);
  if (nomination == NULL)
    return FALSE;
  g_object_set (nomination, "state", state, NULL);
  return td_connection_update (connection, nomination, error);
}

/**
 * td_award_lines_add:
 * @connection: inside a transaction
 * @decision: a draft
 * @nomination: a new nomination
 * @subject: its subject
 * @error: return location
 *
 * Adds a line at the end; td_award_lines_number() gives it its place.
 *
 * Returns: whether it was added
 */
gboolean
td_award_lines_add (TdConnection *connection, TdDecision *decision, TdNomination *nomination, TdSubject *subject,
                    GError **error)
{
  g_autoptr (TdAward) award = g_object_new (TD_TYPE_AWARD, NULL);
  g_autofree char *unit_name = NULL;

  if (!find_unit_name (connection, nomination->unit_id, &unit_name, error) || !set_printed_name (connection, award, nomination, subject, error))
    return FALSE;
  copy_nomination (award, nomination, subject, unit_name);
  g_object_set (award, "decision-id", td_entity_get_id (TD_ENTITY (decision)), NULL);
  return td_connection_insert (connection, award, error) && set_nomination_state (connection, award->nomination_id, "drafted", error);
}

/**
 * td_award_lines_refresh:
 * @connection: inside a transaction
 * @nomination_id: a nomination that was changed
 * @error: return location
 *
 * Takes the change over into the line of a draft, if there is one.
 *
 * Returns: whether it went well
 */
gboolean
td_award_lines_refresh (TdConnection *connection, gint64 nomination_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);
  g_autoptr (GError) local = NULL;
  g_autoptr (TdAward) award = NULL;
  g_autoptr (TdNomination) nomination = NULL;
  g_autoptr (TdSubject) subject = NULL;
  g_autofree char *unit_name = NULL;

  td_query_where_number (query, "nomination-id", nomination_id);
  award = td_connection_find (connection, query, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (award == NULL || g_strcmp0 (award->decision_state, "issued") == 0)
    return TRUE;
  nomination = td_connection_get (connection, TD_TYPE_NOMINATION, nomination_id, error);
  subject = nomination != NULL ? td_connection_get (connection, TD_TYPE_SUBJECT, nomination->subject_id, error) : NULL;
  if (subject == NULL || !find_unit_name (connection, nomination->unit_id, &unit_name, error) || !set_printed_name (connection, award, nomination, subject, error))
    return FALSE;
  copy_nomination (award, nomination, subject, unit_name);
  return td_connection_update (connection, award, error);
}

/**
 * td_award_lines_strike:
 * @connection: inside a transaction
 * @award: a line of a draft
 * @error: return location
 *
 * Strikes a name; its nomination is free again.
 *
 * Returns: whether it went well
 */
gboolean
td_award_lines_strike (TdConnection *connection, TdAward *award, GError **error)
{
  return td_record_delete_parts (connection, award, error) && td_connection_delete (connection, award, error) && set_nomination_state (connection, award->nomination_id, "new", error);
}

static guint
place_of_kind (const char *subject_kind, gboolean persons_first)
{
  TdAwardeeKind kind = TD_AWARDEE_PERSON;

  if (g_strcmp0 (subject_kind, "collective") == 0)
    kind = TD_AWARDEE_COLLECTIVE;
  else if (g_strcmp0 (subject_kind, "household") == 0)
    kind = TD_AWARDEE_HOUSEHOLD;
  return persons_first ? TD_AWARDEE_PERSON - kind : kind;
}

static int
compare (gint64 left, gint64 right)
{
  return left < right ? -1 : left > right;
}

/**
 * td_award_place_of:
 * @award: a line of a decision
 * @persons_first: whether the office lists persons before collectives
 *
 * Returns: where it stands among the lines of its decision
 */
TdAwardPlace
td_award_place_of (const TdAward *award, gboolean persons_first)
{
  const TdAwardForm *form = td_catalogue_find_form (td_catalogue_get_shipped (), award->award_form, NULL);
  gboolean issued = g_strcmp0 (award->decision_state, "issued") == 0;

  return (TdAwardPlace){ .rank = form != NULL ? form->rank : G_MAXINT16,
                         .posthumous = award->posthumous,
                         .position = issued ? award->position : place_of_kind (award->subject_kind, persons_first),
                         .id = td_entity_get_id ((TdEntity *) award) };
}

/**
 * td_award_place_compare:
 * @left: a place
 * @right: another one in the same decision
 *
 * Lists follow one another by the rank of their form, Truy tặng after Tặng; inside a list kinds
 * follow one another as the decision prints them, and inside these the order is that of entry. What
 * has been issued stays as it was numbered.
 *
 * Returns: which comes first, as strcmp()
 */
int
td_award_place_compare (const TdAwardPlace *left, const TdAwardPlace *right)
{
  int order = left->rank - right->rank;

  if (order == 0)
    order = left->posthumous - right->posthumous;
  if (order == 0)
    order = compare (left->position, right->position);
  return order != 0 ? order : compare (left->id, right->id);
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer persons_first)
{
  TdAwardPlace left = td_award_place_of (*(const TdAward *const *) a, *(gboolean *) persons_first);
  TdAwardPlace right = td_award_place_of (*(const TdAward *const *) b, *(gboolean *) persons_first);

  return td_award_place_compare (&left, &right);
}

/**
 * td_award_lines_list:
 * @connection: the office file
 * @decision_id: a decision
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdAward): its lines in the order of the decision: lists
 *   by rank, inside a list collectives or persons first as the office has it, then as entered
 */
GPtrArray *
td_award_lines_list (TdConnection *connection, gint64 decision_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);
  g_autoptr (TdWording) wording = td_wording_load (connection, error);
  gboolean persons_first;
  GPtrArray *awards;

  td_query_where_number (query, "decision-id", decision_id);
  awards = wording != NULL ? td_connection_list (connection, query, error) : NULL;
  if (awards == NULL)
    return NULL;
  persons_first = g_strcmp0 (wording->kind_order, "persons") == 0;
  g_ptr_array_sort_with_data (awards, compare_lines, &persons_first);
  return awards;
}

/**
 * td_award_lines_strike_all:
 * @connection: inside a transaction
 * @decision_id: a draft
 * @error: return location
 *
 * Returns: whether all its names were struck
 */
gboolean
td_award_lines_strike_all (TdConnection *connection, gint64 decision_id, GError **error)
{
  g_autoptr (GPtrArray) awards = td_award_lines_list (connection, decision_id, error);

  for (guint i = 0; awards != NULL && i < awards->len; i++)
    if (!td_award_lines_strike (connection, g_ptr_array_index (awards, i), error))
      return FALSE;
  return awards != NULL;
}

/**
 * td_award_lines_number:
 * @connection: inside a transaction
 * @decision_id: a draft whose names have changed
 * @error: return location
 *
 * Numbers the lines anew, one list per form, each from 1.
 *
 * Returns: whether it went well
 */
gboolean
td_award_lines_number (TdConnection *connection, gint64 decision_id, GError **error)
{
  g_autoptr (GPtrArray) awards = td_award_lines_list (connection, decision_id, error);
  const TdAward *before = NULL;
  gint64 position = 0;

  if (awards == NULL)
    return FALSE;
  for (guint i = 0; i < awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (awards, i);

      if (before == NULL || g_strcmp0 (before->award_form, award->award_form) != 0 || before->posthumous != award->posthumous)
        position = 0;
      before = award;
      if (award->position == ++position)
        continue;
      g_object_set (award, "position", position, NULL);
      if (!td_connection_update (connection, award, error))
        return FALSE;
    }
  return TRUE;
}
