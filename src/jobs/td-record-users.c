/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-record-users"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-number.h"
#include "td-record-users.h"

/* What keeps a record from being deleted: the records that point at it and would lose something without it. */

static gint64
count_pointing (TdConnection *connection, const TdReference *reference, gint64 id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (reference->type);

  td_query_where_number (query, reference->field->name, id);
  td_query_set_with_retired (query, TRUE);
  return td_connection_count (connection, query, error);
}

static void
append_kind (GString *text, GType type, gint64 n)
{
  g_autofree char *number = td_number_to_display (n);

  g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "", _ (td_entity_class_of (type)->title), number);
}

/**
 * td_record_users_dup_text:
 * @connection: an office file
 * @entity: a record
 * @error: return location
 *
 * Leaves out the record's own parts and what can do without it. Of a kind that points at it in two ways, the more count:
 * one record may do both.
 *
 * Returns: (transfer full): the kinds of record that use it and how many of each, translated: “Nomination (57),
 *   Decision (1)”; empty when none does; %NULL with @error set
 */
char *
td_record_users_dup_text (TdConnection *connection, TdEntity *entity, GError **error)
{
  g_autoptr (GArray) references = td_model_list_references (TD_ENTITY_GET_CLASS (entity)->table, TD_FIELD_PART_OF | TD_FIELD_LETS_GO);
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 most = 0;

  for (guint i = 0; i < references->len; i++)
    {
      const TdReference *reference = &g_array_index (references, TdReference, i);
      gint64 n = count_pointing (connection, reference, td_entity_get_id (entity), error);

      if (n < 0)
        return NULL;
      most = MAX (most, n);
      if (i + 1 < references->len && g_array_index (references, TdReference, i + 1).type == reference->type)
        continue;
      if (most > 0)
        append_kind (text, reference->type, most);
      most = 0;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
