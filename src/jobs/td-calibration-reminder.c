/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration-reminder"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-calibration-jobs.h"
#include "td-keys.h"

/* When a printer is to be measured again: the office says after how many days. */

#define MOST_DAYS 3650

/**
 * td_calibration_read_days:
 * @connection: the office file
 * @days: (out): after how many days a calibration is old here
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
td_calibration_read_days (TdConnection *connection, guint *days, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE);
  g_autoptr (GPtrArray) offices = td_connection_list (connection, query, error);
  const TdOffice *office = offices != NULL && offices->len > 0 ? g_ptr_array_index (offices, 0) : NULL;

  *days = office != NULL && office->calibration_days > 0 ? (guint) MIN (office->calibration_days, MOST_DAYS) : TD_CALIBRATION_DAYS;
  return offices != NULL;
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  guint days;

  if (!td_calibration_read_days (connection, &days, error))
    return FALSE;
  td_job_set_count (job, days);
  return TRUE;
}

/**
 * td_calibration_days_job:
 *
 * Returns: (transfer full): a job whose count is after how many days a calibration is old here
 */
TdJob *
td_calibration_days_job (void)
{
  return td_job_new_read (read_cb, NULL, NULL);
}

/**
 * td_calibration_keep_days:
 * @job: takes what is wrong
 * @connection: inside a transaction
 * @days: after how many days a calibration is old; 0: as the program comes
 * @error: return location
 *
 * Returns: whether it holds from now on
 */
gboolean
td_calibration_keep_days (TdJob *job, TdConnection *connection, gint64 days, GError **error)
{
  g_autoptr (TdOffice) office = td_keys_get_office (connection, error);

  if (office == NULL)
    return FALSE;
  if (days < 0 || days > MOST_DAYS)
    {
      td_job_take_finding (job, td_finding_at (td_finding_new ("calibration-days", TD_SEVERITY_BLOCK, _ ("A printer is calibrated again after 1 to %d days."), MOST_DAYS), "calibration_days", 0, 0));
      return td_job_refuse (job, error);
    }
  if (office->calibration_days == days)
    return TRUE;
  g_object_set (office, "calibration-days", days, NULL);
  return td_connection_update (connection, office, error);
}

static gboolean
set_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const gint64 days = *(gint64 *) data;

  if (!td_calibration_keep_days (job, connection, days, error))
    return FALSE;
  td_job_set_count (job, days > 0 ? days : TD_CALIBRATION_DAYS);
  return TRUE;
}

/**
 * td_calibration_set_days_job:
 * @days: after how many days a calibration is old; 0: as the program comes, %TD_CALIBRATION_DAYS
 *
 * Returns: (transfer full): the job; its count is the days that hold now
 */
TdJob *
td_calibration_set_days_job (gint64 days)
{
  return td_job_new_write (_ ("Days until a printer is calibrated again"), set_cb, g_memdup2 (&days, sizeof days), g_free);
}
