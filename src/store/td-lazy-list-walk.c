/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-lazy-list-walk"

#include "config.h"

#include "td-lazy-list.h"

/* Questions about rows that a lazy list has not read: where is a record, which records are these? */

typedef struct
{
  TdQuery *query;
  gint64 id; /* looked for */
  guint position;
  gboolean found;
  GArray *ranges; /* of TdRowRange, to collect */
  GArray *ids;
} Walk;

static void
walk_free (Walk *walk)
{
  td_query_unref (walk->query);
  g_clear_pointer (&walk->ranges, g_array_unref);
  g_clear_pointer (&walk->ids, g_array_unref);
  g_free (walk);
}

static gboolean
walk_row_cb (TdEntity *entity, gpointer user_data, GError **error)
{
  Walk *walk = user_data;

  walk->found = td_entity_get_id (entity) == walk->id;
  walk->position += !walk->found;
  return !walk->found;
}

static gboolean
find_cb (TdConnection *connection, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  g_autoptr (GError) local = NULL;

  td_connection_each (connection, walk->query, walk_row_cb, walk, &local);
  if (!walk->found)
    walk->position = TD_LAZY_LIST_NOWHERE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
walked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Walk *walk = td_store_read_finish (TD_STORE (source), result, &error);

  if (walk == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (walk->ids != NULL)
    g_task_return_pointer (task, g_array_ref (walk->ids), (GDestroyNotify) g_array_unref);
  else
    g_task_return_pointer (task, GUINT_TO_POINTER (walk->position), NULL);
}

/**
 * td_lazy_list_find_async:
 * @self: a list
 * @id: a record
 * @cancellable: (nullable): stops it
 * @callback: told at the end
 * @user_data: for @callback
 *
 * Looks for the row of a record, also where nothing has been read yet.
 */
void
td_lazy_list_find_async (TdLazyList *self, gint64 id, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  guint position = td_lazy_list_find_loaded (self, id);
  Walk *walk;

  g_task_set_source_tag (task, td_lazy_list_find_async);
  if (position != TD_LAZY_LIST_NOWHERE || td_lazy_list_get_query (self) == NULL)
    {
      g_task_return_pointer (task, GUINT_TO_POINTER (position), NULL);
      g_object_unref (task);
      return;
    }
  walk = g_new0 (Walk, 1);
  walk->query = td_query_ref (td_lazy_list_get_query (self));
  walk->id = id;
  td_store_read_async (td_lazy_list_get_store (self), find_cb, walk, (GDestroyNotify) walk_free, cancellable, walked_cb, task);
}

/**
 * td_lazy_list_find_finish:
 * @self: a list
 * @result: given to the callback
 * @error: return location
 *
 * Returns: the row, or %TD_LAZY_LIST_NOWHERE
 */
guint
td_lazy_list_find_finish (TdLazyList *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local = NULL;
  gpointer position;

  g_return_val_if_fail (g_task_is_valid (result, self), TD_LAZY_LIST_NOWHERE);

  position = g_task_propagate_pointer (G_TASK (result), &local);
  if (local == NULL)
    return GPOINTER_TO_UINT (position);
  g_propagate_error (error, g_steal_pointer (&local));
  return TD_LAZY_LIST_NOWHERE;
}

static gboolean
collect_cb (TdConnection *connection, gpointer user_data, GError **error)
{
  Walk *walk = user_data;

  for (guint i = 0; i < walk->ranges->len; i++)
    {
      const TdRowRange *range = &g_array_index (walk->ranges, TdRowRange, i);
      g_autoptr (GPtrArray) rows = td_connection_list_page (connection, walk->query, range->first, range->n, error);

      if (rows == NULL)
        return FALSE;
      for (guint j = 0; j < rows->len; j++)
        {
          gint64 id = td_entity_get_id (g_ptr_array_index (rows, j));

          g_array_append_val (walk->ids, id);
        }
    }
  return TRUE;
}

/* The ids of the ranges when all their rows are at hand. */
static GArray *
collect_loaded (TdLazyList *self, const TdRowRange *ranges, guint n_ranges)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_ranges; i++)
    for (guint j = 0; j < ranges[i].n; j++)
      {
        TdEntity *row = td_lazy_list_peek (self, ranges[i].first + j);
        gint64 id = row != NULL ? td_entity_get_id (row) : 0;

        if (id == 0)
          return NULL;
        g_array_append_val (ids, id);
      }
  return g_steal_pointer (&ids);
}

/**
 * td_lazy_list_collect_async:
 * @self: a list
 * @ranges: (array length=n_ranges): rows
 * @n_ranges: how many ranges
 * @cancellable: (nullable): stops it
 * @callback: told at the end
 * @user_data: for @callback
 *
 * Finds which records stand in the rows, also where nothing has been read yet.
 */
void
td_lazy_list_collect_async (TdLazyList *self, const TdRowRange *ranges, guint n_ranges,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  GArray *ids = collect_loaded (self, ranges, n_ranges);
  Walk *walk;

  g_task_set_source_tag (task, td_lazy_list_collect_async);
  if (ids != NULL)
    {
      g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
      g_object_unref (task);
      return;
    }
  walk = g_new0 (Walk, 1);
  walk->query = td_query_ref (td_lazy_list_get_query (self));
  walk->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  walk->ranges = g_array_new (FALSE, FALSE, sizeof (TdRowRange));
  g_array_append_vals (walk->ranges, ranges, n_ranges);
  td_store_read_async (td_lazy_list_get_store (self), collect_cb, walk, (GDestroyNotify) walk_free, cancellable, walked_cb, task);
}

/**
 * td_lazy_list_collect_finish:
 * @self: a list
 * @result: given to the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64): the records, in the order of the list, or %NULL
 */
GArray *
td_lazy_list_collect_finish (TdLazyList *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
