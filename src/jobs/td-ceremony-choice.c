/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-choice"

#include "config.h"

#include "td-ceremony-choice.h"
#include "td-model.h"

/* At which ceremonies what a decision gives is handed over. */

typedef struct
{
  gint64 decision_id;
  GHashTable *award_ids;    /* set of gint64 */
  GHashTable *ceremony_ids; /* set of gint64 */
} Input;

static void
input_free (Input *input)
{
  g_hash_table_unref (input->award_ids);
  g_hash_table_unref (input->ceremony_ids);
  g_free (input);
}

static gboolean
award_cb (TdEntity *award, gpointer data, GError **error)
{
  gint64 id = td_entity_get_id (award);

  g_hash_table_add (((Input *) data)->award_ids, g_memdup2 (&id, sizeof id));
  return TRUE;
}

static gboolean
line_cb (const TdValue *values, gpointer data, GError **error)
{
  Input *input = data;

  if (values[2].number == 0 && g_hash_table_contains (input->award_ids, &values[1].number))
    g_hash_table_add (input->ceremony_ids, g_memdup2 (&values[0].number, sizeof (gint64)));
  return TRUE;
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  static const char *const fields[] = { "ceremony-id", "award-id", "carried-to-id", NULL };
  Input *input = data;
  GListStore *found = g_list_store_new (TD_TYPE_CEREMONY);
  g_autoptr (TdQuery) awards = td_query_new (TD_TYPE_AWARD);
  g_autoptr (TdQuery) lines = td_query_new (TD_TYPE_CEREMONY_LINE);
  g_autoptr (TdQuery) ceremonies = td_query_new (TD_TYPE_CEREMONY);
  g_autoptr (GPtrArray) all = NULL;

  td_job_take_object (job, found);
  td_query_where_number (awards, "decision-id", input->decision_id);
  td_query_order_by (ceremonies, "day", TRUE);
  if (!td_connection_each (connection, awards, award_cb, input, error) || !td_connection_each_values (connection, lines, fields, line_cb, input, error))
    return FALSE;
  all = td_connection_list (connection, ceremonies, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (all, i));

      if (g_hash_table_contains (input->ceremony_ids, &id))
        g_list_store_append (found, g_ptr_array_index (all, i));
    }
  return all != NULL;
}

/**
 * td_ceremony_choice_job:
 * @decision_id: a decision
 *
 * Returns: (transfer full): a job whose object is a #GListModel of the #TdCeremony that call awards of it, the latest
 *   first
 */
TdJob *
td_ceremony_choice_job (gint64 decision_id)
{
  Input *input = g_new0 (Input, 1);

  input->decision_id = decision_id;
  input->award_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  input->ceremony_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return td_job_new_read (read_cb, input, (GDestroyNotify) input_free);
}
