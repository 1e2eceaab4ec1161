/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-record-file"

#include "config.h"

#include "td-entity.h"
#include "td-file.h"
#include "td-record-file.h"

/* The file that belongs to a record: a report, a document, a picture. */

/* Of one file. */
#define MAX_BYTES (64 * 1024 * 1024)

/**
 * td_record_attach:
 * @connection: inside a transaction
 * @entity: a #TdEntity with a %TD_FIELD_ATTACHED field and a "file-name"
 * @path: (nullable): a file of at most 64 MB, which is kept with the office; %NULL leaves what is there
 * @error: return location
 *
 * Attaches a file to a record, which is to be kept then.
 *
 * Returns: whether it went well
 */
gboolean
td_record_attach (TdConnection *connection, gpointer entity, const char *path, GError **error)
{
  const TdField *field = td_entity_class_find_flag (TD_ENTITY_GET_CLASS (entity), TD_FIELD_ATTACHED, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path == NULL || field != NULL, FALSE);

  if (path == NULL)
    return TRUE;
  bytes = td_file_read_limited (path, MAX_BYTES, error);
  hash = bytes != NULL ? td_connection_attach (connection, bytes, error) : NULL;
  if (hash == NULL)
    return FALSE;
  base = g_path_get_basename (path);
  name = g_filename_display_name (base);
  td_entity_set_text (entity, field, hash);
  g_object_set (entity, "file-name", name, NULL);
  return TRUE;
}
