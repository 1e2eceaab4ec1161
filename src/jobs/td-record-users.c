/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-record-users"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-number.h"
#include "td-record-users.h"

/* What keeps a record from being deleted: the records that point at it and would lose something without it. */

/* How many records of a kind point at one; -1 with @error set. Of a kind that does in two ways, the more. */
static gint64
count_pointing (TdConnection *connection, GType type, TdEntity *entity, GError **error)
{
  TdEntityClass *klass = td_entity_class_of (type);
  gint64 most = 0;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      g_autoptr (TdQuery) query = NULL;
      gint64 n;

      if (field->via != NULL || g_strcmp0 (field->target, TD_ENTITY_GET_CLASS (entity)->table) != 0 || (field->flags & (TD_FIELD_PART_OF | TD_FIELD_LETS_GO)) != 0)
        continue;
      query = td_query_new (type);
      td_query_where_number (query, field->name, td_entity_get_id (entity));
      td_query_set_with_retired (query, TRUE);
      n = td_connection_count (connection, query, error);
      if (n < 0)
        return -1;
      most = MAX (most, n);
    }
  return most;
}

/**
 * td_record_users_dup_text:
 * @connection: an office file
 * @entity: a record
 * @error: return location
 *
 * Leaves out the record's own parts and what can do without it.
 *
 * Returns: (transfer full): the kinds of record that use it and how many of each, translated: “Nomination (57),
 *   Decision (1)”; empty when none does; %NULL with @error set
 */
char *
td_record_users_dup_text (TdConnection *connection, TdEntity *entity, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_types;
  const GType *types = td_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      gint64 n = count_pointing (connection, types[i], entity, error);
      g_autofree char *number = NULL;

      if (n < 0)
        return NULL;
      if (n == 0)
        continue;
      number = td_number_to_display (n);
      g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", _ (td_entity_class_of (types[i])->title), number);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
