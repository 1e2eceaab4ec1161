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

static void
step_clear (gpointer data)
{
  g_bytes_unref (((TdMigrationStep *) data)->sql);
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  return ((const TdMigrationStep *) a)->version - ((const TdMigrationStep *) b)->version;
}

static GArray *
load_steps (GError **error)
{
  g_auto (GStrv) files = td_data_list ("schema");
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (TdMigrationStep));

  g_array_set_clear_func (steps, step_clear);
  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".sql"))
      {
        g_autofree char *path = g_strconcat ("schema/", files[i], NULL);
        TdMigrationStep step = { atoi (files[i]), td_data_lookup (path, error) };

        if (step.sql == NULL)
          return NULL;
        g_array_append_val (steps, step);
      }
  g_array_sort (steps, compare_steps);
  return g_steal_pointer (&steps);
}

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
copy_aside (TdConnection *self, const char *path, int newest, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-version-%d", path, newest);
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
run_step (TdConnection *self, const TdMigrationStep *step, GError **error)
{
  g_autofree char *sql = g_strndup (g_bytes_get_data (step->sql, NULL), g_bytes_get_size (step->sql));
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", step->version);

  return _td_connection_exec (self, sql, error) && _td_connection_exec (self, version, error);
}

/**
 * _td_migration_run_steps:
 * @self: the connection that writes
 * @path: (nullable): the file, to be copied aside before it is changed; %NULL for a new one
 * @steps: (array length=n_steps): all steps there are, oldest first
 * @n_steps: how many
 * @error: return location
 *
 * Takes the steps the file has not seen, all or none: when one fails the file stays of the
 * version it was.
 *
 * Returns: whether it is at the last step now
 */
gboolean
_td_migration_run_steps (TdConnection *self, const char *path, const TdMigrationStep *steps, guint n_steps, GError **error)
{
  int newest = steps[n_steps - 1].version;
  gint64 version;
  gboolean ok = TRUE;

  if (!_td_connection_query_number (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= newest)
    return TRUE;
  if (version > 0 && path != NULL && !copy_aside (self, path, newest, error))
    return FALSE;
  if (!_td_connection_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  for (guint i = 0; ok && i < n_steps; i++)
    ok = steps[i].version <= version || run_step (self, &steps[i], error);
  ok = ok && _td_connection_exec (self, "COMMIT", error);
  if (!ok)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

/**
 * _td_migration_run:
 * @self: the connection that writes
 * @path: (nullable): the file, to be copied aside before it is changed; %NULL for a new one
 * @error: return location
 *
 * Takes the file to the newest version.
 *
 * Returns: whether it is there
 */
gboolean
_td_migration_run (TdConnection *self, const char *path, GError **error)
{
  g_autoptr (GArray) steps = load_steps (error);

  return steps != NULL && _td_migration_run_steps (self, path, (TdMigrationStep *) steps->data, steps->len, error);
}
