/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-bloc-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-bloc-jobs.h"

/* Cụm and khối: who is in them, and the next year's like this year's. */

typedef struct
{
  gint64 id; /* a bloc, or a year */
  GArray *ids;
} Input;

static Input *
input_new (gint64 id, const gint64 *ids, guint n)
{
  Input *input = g_new0 (Input, 1);

  input->id = id;
  input->ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), ids, n);
  return input;
}

static void
input_free (Input *input)
{
  g_array_unref (input->ids);
  g_free (input);
}

static GPtrArray *
list_members (TdConnection *connection, gint64 bloc_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC_MEMBER);

  td_query_where_number (query, "bloc-id", bloc_id);
  td_query_order_by (query, "position", FALSE);
  return td_connection_list (connection, query, error);
}

/* A unit that ended before the year does not come along. */
static gboolean
is_over (const char *valid_to, gint64 year)
{
  return valid_to != NULL && g_ascii_strtoll (valid_to, NULL, 10) < year;
}

static gboolean
keep_if_there (TdJob *job, TdConnection *connection, gint64 year, const char *bloc, gint64 *unit_id, GError **error)
{
  g_autoptr (TdUnit) unit = NULL;

  if (*unit_id == 0)
    return TRUE;
  unit = td_connection_get (connection, TD_TYPE_UNIT, *unit_id, error);
  if (unit == NULL)
    return FALSE;
  if (is_over (unit->valid_to, year))
    {
      td_job_take_finding (job, td_finding_at (td_finding_new ("bloc-unit-ended", TD_SEVERITY_WARNING, _ ("“%s” no longer exists and was left out of “%s”."), unit->name, bloc), bloc, *unit_id, 0));
      *unit_id = 0;
    }
  return TRUE;
}

static gboolean
copy_members (TdJob *job, TdConnection *connection, TdBloc *from, TdBloc *to, GError **error)
{
  g_autoptr (GPtrArray) members = list_members (connection, td_entity_get_id (TD_ENTITY (from)), error);
  gint64 position = 0;

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      gint64 unit_id = ((TdBlocMember *) g_ptr_array_index (members, i))->unit_id;
      g_autoptr (TdBlocMember) member = NULL;

      if (!keep_if_there (job, connection, to->year, to->name, &unit_id, error))
        return FALSE;
      if (unit_id == 0)
        continue;
      member = g_object_new (TD_TYPE_BLOC_MEMBER, "bloc-id", td_entity_get_id (TD_ENTITY (to)), "unit-id", unit_id, "position", ++position, NULL);
      if (!td_connection_insert (connection, member, error))
        return FALSE;
    }
  return members != NULL;
}

static gboolean
copy_bloc (TdJob *job, TdConnection *connection, TdBloc *from, GError **error)
{
  gint64 head_id = from->head_id;
  gint64 deputy_id = from->deputy_id;
  g_autoptr (TdBloc) to = NULL;

  if (!keep_if_there (job, connection, from->year + 1, from->name, &head_id, error) || !keep_if_there (job, connection, from->year + 1, from->name, &deputy_id, error))
    return FALSE;
  /* What was signed was signed for the year. */
  to = g_object_new (TD_TYPE_BLOC, "year", from->year + 1, "name", from->name, "kind", from->kind, "head-id", head_id, "deputy-id", deputy_id, NULL);
  return td_connection_insert (connection, to, error) && copy_members (job, connection, from, to, error);
}

static gboolean
copy_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC);
  g_autoptr (TdQuery) next = td_query_new (TD_TYPE_BLOC);
  g_autoptr (GPtrArray) blocs = NULL;
  gint64 n_next;

  td_query_where_number (query, "year", input->id);
  td_query_where_number (next, "year", input->id + 1);
  blocs = td_connection_list (connection, query, error);
  n_next = blocs != NULL ? td_connection_count (connection, next, error) : -1;
  if (n_next < 0)
    return FALSE;
  if (blocs->len == 0)
    td_job_take_finding (job, td_finding_new ("bloc-none", TD_SEVERITY_BLOCK, _ ("There are no blocs of %" PRId64 " to copy."), input->id));
  if (n_next > 0)
    td_job_take_finding (job, td_finding_new ("bloc-year-taken", TD_SEVERITY_BLOCK, _ ("There are blocs of %" PRId64 " already."), input->id + 1));
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  for (guint i = 0; i < blocs->len; i++)
    if (!copy_bloc (job, connection, g_ptr_array_index (blocs, i), error))
      return FALSE;
  td_connection_set_action_name (connection, _ ("Copy the blocs of %" PRId64 " to %" PRId64), input->id, input->id + 1);
  td_job_set_count (job, blocs->len);
  return TRUE;
}

/**
 * td_bloc_copy_job:
 * @year: a year with blocs, whose next year has none
 *
 * Makes the blocs of the next year: with their members, head and deputy, without agreement. Units
 * that ended are left out, with a finding each.
 *
 * Returns: (transfer full): the job; its count is the number of blocs
 */
TdJob *
td_bloc_copy_job (gint64 year)
{
  return td_job_new_write (_ ("Copy blocs"), copy_cb, input_new (year, NULL, 0), (GDestroyNotify) input_free);
}

/* A unit is in one bloc a year. */
static gboolean
find_other (TdConnection *connection, TdBloc *bloc, gint64 unit_id, char **other, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC_MEMBER);
  g_autoptr (GPtrArray) members = NULL;

  td_query_where_number (query, "unit-id", unit_id);
  members = td_connection_list (connection, query, error);
  for (guint i = 0; members != NULL && *other == NULL && i < members->len; i++)
    {
      TdBlocMember *member = g_ptr_array_index (members, i);
      g_autoptr (TdBloc) in = td_connection_get (connection, TD_TYPE_BLOC, member->bloc_id, error);

      if (in == NULL)
        return FALSE;
      if (in->year == bloc->year)
        *other = g_strdup (in->name);
    }
  return members != NULL;
}

static gboolean
add_member (TdJob *job, TdConnection *connection, TdBloc *bloc, gint64 unit_id, gint64 position, GError **error)
{
  g_autoptr (TdUnit) unit = td_connection_get (connection, TD_TYPE_UNIT, unit_id, error);
  g_autoptr (TdBlocMember) member = g_object_new (TD_TYPE_BLOC_MEMBER, "bloc-id", td_entity_get_id (TD_ENTITY (bloc)), "unit-id", unit_id, "position", position, NULL);
  g_autofree char *other = NULL;

  if (unit == NULL || !find_other (connection, bloc, unit_id, &other, error))
    return FALSE;
  if (other != NULL)
    {
      td_job_take_finding (job, td_finding_at (td_finding_new ("bloc-member-twice", TD_SEVERITY_BLOCK, _ ("“%s” is in “%s” of that year already."), unit->name, other), unit->name, unit_id, 0));
      return TRUE;
    }
  if (is_over (unit->valid_to, bloc->year))
    td_job_take_finding (job, td_finding_at (td_finding_new ("bloc-unit-ended", TD_SEVERITY_BLOCK, _ ("“%s” no longer exists in %" PRId64 "."), unit->name, bloc->year), unit->name, unit_id, 0));
  return td_connection_insert (connection, member, error);
}

static gboolean
add_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdBloc) bloc = td_connection_get (connection, TD_TYPE_BLOC, input->id, error);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC_MEMBER);
  gint64 position;

  if (bloc == NULL)
    return FALSE;
  td_query_where_number (query, "bloc-id", input->id);
  position = td_connection_get_maximum (connection, query, "position", error);
  if (position < 0)
    return FALSE;
  for (guint i = 0; i < input->ids->len; i++)
    if (!add_member (job, connection, bloc, g_array_index (input->ids, gint64, i), position + 1 + i, error))
      return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  /* Translators: how many units, then the name of a bloc */
  td_connection_set_action_name (connection, ngettext ("Put %u unit into “%s”", "Put %u units into “%s”", input->ids->len), input->ids->len, bloc->name);
  td_job_set_count (job, input->ids->len);
  return TRUE;
}

/**
 * td_bloc_add_members_job:
 * @bloc_id: a bloc
 * @unit_ids: (array length=n_units): units that are in no bloc of that year
 * @n_units: how many
 *
 * Returns: (transfer full): the job; all or none
 */
TdJob *
td_bloc_add_members_job (gint64 bloc_id, const gint64 *unit_ids, guint n_units)
{
  return td_job_new_write (_ ("Put units into a bloc"), add_cb, input_new (bloc_id, unit_ids, n_units), (GDestroyNotify) input_free);
}

static gboolean
remove_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  for (guint i = 0; i < input->ids->len; i++)
    {
      g_autoptr (TdBlocMember) member = td_connection_get (connection, TD_TYPE_BLOC_MEMBER, g_array_index (input->ids, gint64, i), error);

      if (member == NULL || !td_connection_delete (connection, member, error))
        return FALSE;
    }
  td_connection_set_action_name (connection, ngettext ("Take %u unit out of its bloc", "Take %u units out of their bloc", input->ids->len), input->ids->len);
  td_job_set_count (job, input->ids->len);
  return TRUE;
}

/**
 * td_bloc_remove_members_job:
 * @member_ids: (array length=n_members): ids of #TdBlocMember
 * @n_members: how many
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_bloc_remove_members_job (const gint64 *member_ids, guint n_members)
{
  return td_job_new_write (_ ("Take units out of a bloc"), remove_cb, input_new (0, member_ids, n_members), (GDestroyNotify) input_free);
}
