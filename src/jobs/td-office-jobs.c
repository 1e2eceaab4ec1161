/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-office-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-change-log.h"
#include "td-givers.h"
#include "td-model.h"
#include "td-office-jobs.h"
#include "td-unit-group-jobs.h"

/* Making an office file and checking it. */

typedef struct
{
  const char *unit;
  const char *place;
} NewOffice;

static gboolean
fill_cb (TdConnection *connection, gpointer data, GError **error)
{
  NewOffice *input = data;
  g_autofree char *province = td_office_dup_province (input->unit);
  g_autoptr (TdOffice) office = g_object_new (TD_TYPE_OFFICE, "name", input->unit, "place", input->place, "province", province, NULL);
  g_autoptr (GPtrArray) givers = td_givers_for_office (input->unit, input->place, error);

  if (givers == NULL || !td_connection_insert (connection, office, error))
    return FALSE;
  td_connection_set_barrier (connection, _ ("The office file began with this; nothing lies before it."));
  for (guint i = 0; i < givers->len; i++)
    if (!td_connection_insert (connection, g_ptr_array_index (givers, i), error))
      return FALSE;
  return td_unit_groups_seed (connection, error);
}

/**
 * td_office_create:
 * @path: where; there must be no file yet
 * @unit: the office's full name
 * @place: địa danh of its documents
 * @actor: who makes it
 * @error: return location
 *
 * Makes an office file with the office, its usual givers and the groups of units plans name.
 *
 * Returns: whether it is there; otherwise nothing is
 */
gboolean
td_office_create (const char *path, const char *unit, const char *place, const char *actor, GError **error)
{
  NewOffice input = { unit, place };

  return td_store_create_with (path, _ ("New office"), actor, fill_cb, &input, error);
}

static gboolean
check_office_record (TdJob *job, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE);
  gint64 n = td_connection_count (connection, query, error);

  if (n >= 0 && n != 1)
    td_job_take_finding (job, td_finding_new ("office-record", TD_SEVERITY_BLOCK,
                                              _ ("The file names %" PRId64 " offices; there must be one."), n));
  return n >= 0;
}

static gboolean
check_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  GPtrArray *findings = td_job_get_findings (job);

  return td_integrity_check (connection, findings, error) && (td_findings_block (findings) || (check_office_record (job, connection, error) && td_change_log_verify (connection, data, findings, error) && td_change_log_replay (connection, findings, error)));
}

/**
 * td_office_check_job:
 * @anchor: (nullable): a head of the log noted earlier, in hexadecimal
 *
 * Checks the whole file: its pages and references, its counts, the chain of the log, and whether
 * the records are what the log says they are.
 *
 * Returns: (transfer full): a job whose findings say in plain words what is wrong
 */
TdJob *
td_office_check_job (const char *anchor)
{
  return td_job_new_read (check_cb, g_strdup (anchor), g_free);
}
