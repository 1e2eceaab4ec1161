/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-migration"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "td-connection-private.h"
#include "td-data.h"

/* Steps from one version of the office file to the next: data/schema/NNN-what.sql. A step that
 * has been released is never edited; steps only add columns and tables. */

/**
 * _td_migration_newest:
 *
 * Returns: the version of the office file this program writes
 */
int
_td_migration_newest (void)
{
  static int newest;

  if (newest == 0)
    {
      g_auto (GStrv) files = td_data_list ("schema");

      for (guint i = 0; files[i] != NULL; i++)
        if (g_str_has_suffix (files[i], ".sql"))
          newest = MAX (newest, atoi (files[i]));
    }
  return newest;
}

/* An older file is copied aside first, whole and checked by SQLite's own backup. */
static gboolean
copy_aside (TdConnection *self, const char *path, int version, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-version-%d", path, _td_migration_newest ());
  sqlite3 *target = NULL;
  sqlite3_backup *backup = NULL;
  int code = sqlite3_open_v2 (copy, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  g_chmod (copy, 0600);
  if (code == SQLITE_OK)
    backup = sqlite3_backup_init (target, "main", self->db, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      code = sqlite3_backup_finish (backup);
    }
  else if (code == SQLITE_OK)
    code = sqlite3_errcode (target);
  sqlite3_close (target);
  if (code == SQLITE_OK)
    return TRUE;
  g_unlink (copy);
  return _td_connection_fail (self, code, "copy aside", error);
}

static gboolean
run_step (TdConnection *self, const char *file, GError **error)
{
  g_autofree char *path = g_strconcat ("schema/", file, NULL);
  g_autoptr (GBytes) bytes = td_data_lookup (path, error);
  g_autofree char *sql = NULL;
  g_autofree char *version = NULL;

  if (bytes == NULL)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  version = g_strdup_printf ("PRAGMA user_version = %d", atoi (file));
  if (!_td_connection_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (_td_connection_exec (self, sql, error) && _td_connection_exec (self, version, error) && _td_connection_exec (self, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/**
 * _td_migration_run:
 * @self: the connection that writes
 * @path: (nullable): the file, to be copied aside before it is changed; %NULL for a new one
 * @error: return location
 *
 * Takes the file to the newest version, one step at a time.
 *
 * Returns: whether it is there
 */
gboolean
_td_migration_run (TdConnection *self, const char *path, GError **error)
{
  g_auto (GStrv) files = td_data_list ("schema");
  gint64 version;

  if (!_td_connection_query_number (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > 0 && version < _td_migration_newest () && path != NULL && !copy_aside (self, path, version, error))
    return FALSE;
  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".sql") && atoi (files[i]) > version && !run_step (self, files[i], error))
      return FALSE;
  return TRUE;
}
