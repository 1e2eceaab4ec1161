/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-heirs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-unit-heirs.h"

/* What names a unit that ends: the people in it, the blocs of coming years, collectives and givers.
 * People go where the work goes. A collective of a unit that ends ends with it, a giver signs in its
 * name, and the bloc of the year was agreed with it: those are told, for a person to settle. */

static GPtrArray *
list_of (TdConnection *connection, GType type, const char *field, gint64 id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (type);

  td_query_where_number (query, field, id);
  return td_connection_list (connection, query, error);
}

static void
tell (TdJob *job, TdUnit *unit, TdFinding *finding)
{
  td_job_take_finding (job, td_finding_at (finding, unit->name, td_entity_get_id (TD_ENTITY (unit)), 0));
}

/* Moves the people and households, unless there is nobody to take them; counts what stays. */
static gboolean
take_subjects (TdJob *job, TdConnection *connection, TdUnit *ended, TdUnit *heir, GError **error)
{
  g_autoptr (GPtrArray) subjects = list_of (connection, TD_TYPE_SUBJECT, "unit-id", td_entity_get_id (TD_ENTITY (ended)), error);
  guint n_collectives = 0, n_people = 0;

  for (guint i = 0; subjects != NULL && i < subjects->len; i++)
    {
      TdSubject *subject = g_ptr_array_index (subjects, i);

      if (g_strcmp0 (subject->kind, "collective") == 0)
        n_collectives++;
      else if (heir == NULL)
        n_people++;
      else
        {
          g_object_set (subject, "unit-id", td_entity_get_id (TD_ENTITY (heir)), NULL);
          if (!td_connection_update (connection, subject, error))
            return FALSE;
        }
    }
  if (n_collectives > 0)
    tell (job, ended, td_finding_new ("act-collectives", TD_SEVERITY_INFO, ngettext ("%u collective still belongs to “%s”; it is not awarded any more.", "%u collectives still belong to “%s”; they are not awarded any more.", n_collectives), n_collectives, ended->name));
  if (n_people > 0)
    tell (job, ended, td_finding_new ("act-people", TD_SEVERITY_WARNING, ngettext ("%u person still belongs to “%s”; choose the new unit.", "%u people still belong to “%s”; choose their new unit.", n_people), n_people, ended->name));
  return subjects != NULL;
}

static gboolean
tell_givers (TdJob *job, TdConnection *connection, TdUnit *ended, GError **error)
{
  g_autoptr (GPtrArray) givers = list_of (connection, TD_TYPE_GIVER, "unit-id", td_entity_get_id (TD_ENTITY (ended)), error);

  for (guint i = 0; givers != NULL && i < givers->len; i++)
    tell (job, ended, td_finding_new ("act-giver", TD_SEVERITY_WARNING, _ ("“%s” gives awards in the name of “%s”, which ends."), ((TdGiver *) g_ptr_array_index (givers, i))->name, ended->name));
  return givers != NULL;
}

/* A unit is in one bloc a year. */
static gboolean
is_member (TdConnection *connection, gint64 unit_id, gint64 year, gboolean *member, GError **error)
{
  g_autoptr (GPtrArray) members = list_of (connection, TD_TYPE_BLOC_MEMBER, "unit-id", unit_id, error);

  *member = FALSE;
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      g_autoptr (TdBloc) bloc = td_connection_get (connection, TD_TYPE_BLOC, ((TdBlocMember *) g_ptr_array_index (members, i))->bloc_id, error);

      if (bloc == NULL)
        return FALSE;
      *member |= bloc->year == year;
    }
  return members != NULL;
}

static gboolean
take_place (TdJob *job, TdConnection *connection, TdBlocMember *member, TdUnit *ended, TdUnit *heir, gint64 year, GError **error)
{
  g_autoptr (TdBloc) bloc = td_connection_get (connection, TD_TYPE_BLOC, member->bloc_id, error);
  gboolean taken;

  if (bloc == NULL)
    return FALSE;
  if (bloc->year < year)
    return TRUE;
  if (bloc->year == year || heir == NULL)
    {
      tell (job, ended, td_finding_new ("act-bloc", TD_SEVERITY_INFO, _ ("“%s” stays in “%s” of %" PRId64 "; change the bloc if that was decided."), ended->name, bloc->name, bloc->year));
      return TRUE;
    }
  if (!is_member (connection, td_entity_get_id (TD_ENTITY (heir)), bloc->year, &taken, error))
    return FALSE;
  if (taken)
    return td_connection_delete (connection, member, error);
  g_object_set (member, "unit-id", td_entity_get_id (TD_ENTITY (heir)), NULL);
  return td_connection_update (connection, member, error);
}

static gboolean
take_members (TdJob *job, TdConnection *connection, TdUnit *ended, TdUnit *heir, gint64 year, GError **error)
{
  g_autoptr (GPtrArray) members = list_of (connection, TD_TYPE_BLOC_MEMBER, "unit-id", td_entity_get_id (TD_ENTITY (ended)), error);

  for (guint i = 0; members != NULL && i < members->len; i++)
    if (!take_place (job, connection, g_ptr_array_index (members, i), ended, heir, year, error))
      return FALSE;
  return members != NULL;
}

/* Of the years to come; that of the act is told with its members. */
static gboolean
take_chairs (TdConnection *connection, const char *field, TdUnit *ended, TdUnit *heir, gint64 year, GError **error)
{
  g_autoptr (GPtrArray) blocs = list_of (connection, TD_TYPE_BLOC, field, td_entity_get_id (TD_ENTITY (ended)), error);

  for (guint i = 0; blocs != NULL && i < blocs->len; i++)
    {
      TdBloc *bloc = g_ptr_array_index (blocs, i);
      gint64 other_id = g_str_equal (field, "head-id") ? bloc->deputy_id : bloc->head_id;
      gint64 heir_id = td_entity_get_id (TD_ENTITY (heir));

      if (bloc->year <= year)
        continue;
      g_object_set (bloc, field, other_id != heir_id ? heir_id : 0, NULL); /* nobody is both */
      if (!td_connection_update (connection, bloc, error))
        return FALSE;
    }
  return blocs != NULL;
}

/**
 * td_unit_heirs_take:
 * @job: takes findings about what stays as it is
 * @connection: the office file, inside a transaction
 * @ended: a unit that ends
 * @heir: the one that takes its work over
 * @year: the first year in which @ended is no more
 * @error: return location
 *
 * Moves people and households of @ended to @heir, and gives @heir its place in the blocs of the years
 * after @year.
 *
 * Returns: whether it went well
 */
gboolean
td_unit_heirs_take (TdJob *job, TdConnection *connection, TdUnit *ended, TdUnit *heir, gint64 year, GError **error)
{
  return take_subjects (job, connection, ended, heir, error) && tell_givers (job, connection, ended, error) && take_members (job, connection, ended, heir, year, error) && take_chairs (connection, "head-id", ended, heir, year, error) && take_chairs (connection, "deputy-id", ended, heir, year, error);
}

/**
 * td_unit_heirs_tell:
 * @job: takes the findings
 * @connection: the office file
 * @ended: a unit that ends with more than one to take its work over
 * @year: the first year in which it is no more
 * @error: return location
 *
 * Says what names a unit that ends and cannot be shared out by a rule.
 *
 * Returns: whether it could be read
 */
gboolean
td_unit_heirs_tell (TdJob *job, TdConnection *connection, TdUnit *ended, gint64 year, GError **error)
{
  return take_subjects (job, connection, ended, NULL, error) && tell_givers (job, connection, ended, error) && take_members (job, connection, ended, NULL, year, error);
}
