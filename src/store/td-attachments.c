/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-attachments"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-connection-private.h"
#include "td-finding.h"
#include "td-model.h"

/* Files that belong to records: scans, pictures. A record names one by the hash of its bytes, so that undo brings a
 * name back and not the bytes; and what two records share is kept once. */

/* So long undo finds again what was removed. */
#define DAYS_KEPT "30"

/**
 * td_connection_attach:
 * @self: a connection, inside a transaction
 * @bytes: a file
 * @error: return location
 *
 * Keeps a file. A record that is to have it takes the hash as its %TD_FIELD_ATTACHED field in the same transaction.
 *
 * Returns: (transfer full): by which it is found again, or %NULL
 */
char *
td_connection_attach (TdConnection *self, GBytes *bytes, GError **error)
{
  g_autofree char *hash = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (self->session != NULL && bytes != NULL, NULL);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  statement = _td_connection_prepare (self, "INSERT INTO attachment (hash, bytes) VALUES (?1, ?2) ON CONFLICT (hash) DO UPDATE SET unused_since = NULL", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, hash, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 2, g_bytes_get_size (bytes) > 0 ? g_bytes_get_data (bytes, NULL) : "", g_bytes_get_size (bytes), SQLITE_STATIC);
  return _td_connection_step (self, statement, NULL, error) ? g_steal_pointer (&hash) : NULL;
}

/**
 * td_connection_get_attachment:
 * @self: a connection
 * @hash: of a file
 * @error: return location
 *
 * Returns: (transfer full): the file, or %NULL: %TD_STORE_ERROR_NOT_FOUND when it is not kept any more
 */
GBytes *
td_connection_get_attachment (TdConnection *self, const char *hash, GError **error)
{
  sqlite3_stmt *statement;
  GBytes *bytes = NULL;
  gboolean has_row;

  g_return_val_if_fail (hash != NULL, NULL);

  statement = _td_connection_prepare (self, "SELECT bytes FROM attachment WHERE hash = ?1", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, hash, -1, SQLITE_STATIC);
  if (!_td_connection_step (self, statement, &has_row, error))
    return NULL;
  if (has_row)
    bytes = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  else
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_NOT_FOUND, _ ("The file that belongs to this is no longer kept."));
  sqlite3_reset (statement);
  return bytes;
}

/* A question for the hashes that records name, in brackets. */
static char *
dup_used_sql (void)
{
  GString *sql = g_string_new ("(");
  guint n_types;
  const GType *types = td_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TdEntityClass *klass = td_entity_class_of (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if ((klass->fields[j].flags & TD_FIELD_ATTACHED) != 0)
          {
            g_autofree char *column = td_field_to_column (&klass->fields[j]);

            g_string_append_printf (sql, "%sSELECT %s AS hash FROM %s WHERE %s IS NOT NULL", sql->len > 1 ? " UNION " : "", column, klass->table, column);
          }
    }
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/**
 * _td_attachments_collect:
 * @self: a connection that writes, outside a transaction
 * @error: return location
 *
 * Notes which files nothing refers to any more and drops those that were so for a month. Nothing is written when
 * nothing is to be noted.
 *
 * Returns: whether it went well
 */
gboolean
_td_attachments_collect (TdConnection *self, GError **error)
{
  g_autofree char *used = dup_used_sql ();
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM attachment WHERE (unused_since IS NULL) != (hash IN %s) OR unused_since < date('now', '-" DAYS_KEPT " days')", used);
  g_autofree char *collect = NULL;
  gint64 n;

  if (!_td_connection_query_number (self, count, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  collect = g_strdup_printf ("UPDATE attachment SET unused_since = CASE WHEN hash IN %s THEN NULL ELSE ifnull(unused_since, date('now')) END;"
                             " DELETE FROM attachment WHERE unused_since < date('now', '-" DAYS_KEPT " days')",
                             used);
  return _td_connection_exec (self, collect, error);
}

/**
 * _td_attachments_check:
 * @self: a connection
 * @findings: (element-type TdFinding): where to add what is wrong
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
_td_attachments_check (TdConnection *self, GPtrArray *findings, GError **error)
{
  g_autofree char *used = dup_used_sql ();
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE hash NOT IN (SELECT hash FROM attachment)", used);
  gint64 n;

  if (!_td_connection_query_number (self, sql, &n, error))
    return FALSE;
  if (n > 0)
    g_ptr_array_add (findings, td_finding_new ("attachment-missing", TD_SEVERITY_WARNING,
                                               ngettext ("%" PRId64 " file that belongs to a record is missing.",
                                                         "%" PRId64 " files that belong to records are missing.", n),
                                               n));
  return TRUE;
}
