/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-emblem-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-emblem-file.h"
#include "td-emblem-jobs.h"

/* The official drawing of the state emblem: the program has none of its own. The office adds the file once. */

/**
 * td_emblem_read:
 * @connection: the office file
 * @emblem: (out) (transfer full) (nullable): what the office has supplied, %NULL when nothing
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
td_emblem_read (TdConnection *connection, TdEmblem **emblem, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_EMBLEM);
  g_autoptr (GPtrArray) all = td_connection_list (connection, query, error);

  *emblem = all != NULL && all->len > 0 ? g_object_ref (g_ptr_array_index (all, 0)) : NULL;
  return all != NULL;
}

/**
 * td_emblem_make_picture:
 * @emblem: what the office has supplied
 * @error: return location
 *
 * Returns: (transfer full): it, ready to be drawn
 */
TdPicture *
td_emblem_make_picture (const TdEmblem *emblem, GError **error)
{
  gsize length = 0;
  g_autofree guchar *data = g_base64_decode (emblem->data != NULL ? emblem->data : "", &length);
  g_autoptr (GBytes) file = g_bytes_new (data, length);

  return td_picture_new (file, g_strcmp0 (emblem->format, "svg") == 0 ? "svg" : "png", error);
}

static gboolean
fail (const GError *why, GError **error)
{
  g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, why->message);
  return FALSE;
}

/* The record to keep; %NULL with what is wrong with the file. */
static TdEmblem *
make_emblem (const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) file = td_emblem_file_read (path, &local);
  const char *format = file != NULL ? td_emblem_file_check (file, NULL, &local) : NULL;
  g_autoptr (TdPicture) picture = format != NULL ? td_picture_new (file, format, &local) : NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *today = td_date_dup_today ();
  g_autofree char *sum = NULL, *data = NULL;

  if (picture == NULL)
    return fail (local, error), NULL;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file);
  data = g_base64_encode (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  return g_object_new (TD_TYPE_EMBLEM, "format", format, "file-name", shown, "sha256", sum, "added-on", today, "data", data, NULL);
}

static gboolean
set_cb (TdJob *job, TdConnection *connection, gpointer path, GError **error)
{
  g_autoptr (TdEmblem) emblem = make_emblem (path, error);
  g_autoptr (TdEmblem) old = NULL;

  if (emblem == NULL || !td_emblem_read (connection, &old, error))
    return FALSE;
  if (old != NULL && !td_connection_delete (connection, old, error))
    return FALSE;
  if (!td_connection_insert (connection, emblem, error))
    return FALSE;
  td_connection_set_action_name (connection, _ ("Add the state emblem from “%s”"), emblem->file_name);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (emblem)));
  return TRUE;
}

/**
 * td_emblem_set_job:
 * @path: an SVG or PNG file
 *
 * Returns: (transfer full): a job that keeps the file as the state emblem, instead of an earlier one; its id is the record
 */
TdJob *
td_emblem_set_job (const char *path)
{
  return td_job_new_write (_ ("Add the state emblem"), set_cb, g_strdup (path), g_free);
}

static gboolean
remove_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdEmblem) old = NULL;

  if (!td_emblem_read (connection, &old, error))
    return FALSE;
  if (old != NULL)
    return td_connection_delete (connection, old, error);
  g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The office has no state emblem."));
  return FALSE;
}

/**
 * td_emblem_remove_job:
 *
 * Returns: (transfer full): a job that takes the state emblem out of the office
 */
TdJob *
td_emblem_remove_job (void)
{
  return td_job_new_write (_ ("Remove the state emblem"), remove_cb, NULL, NULL);
}

static gboolean
show_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  TdEmblem *emblem;

  if (!td_emblem_read (connection, &emblem, error))
    return FALSE;
  if (emblem != NULL)
    td_job_take_object (job, emblem);
  return TRUE;
}

/**
 * td_emblem_show_job:
 *
 * Returns: (transfer full): a job whose object is the #TdEmblem of the office, or %NULL when it has none
 */
TdJob *
td_emblem_show_job (void)
{
  return td_job_new_read (show_cb, NULL, NULL);
}
