/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-store.h"

G_BEGIN_DECLS

/**
 * TdLazyRowsFunc:
 * @connection: the handle of the reading thread
 * @query: what was asked
 * @rows: (element-type TdEntity): what was read; rows may be replaced
 * @error: return location
 *
 * Has a hand in the rows of a list before they are shown. Runs on the reading thread.
 *
 * Returns: whether it went well
 */
typedef gboolean (*TdLazyRowsFunc) (TdConnection *connection, TdQuery *query, GPtrArray *rows, GError **error);

#define TD_TYPE_LAZY_LIST (td_lazy_list_get_type ())
G_DECLARE_FINAL_TYPE (TdLazyList, td_lazy_list, TD, LAZY_LIST, GObject)

/* No such row. */
#define TD_LAZY_LIST_NOWHERE G_MAXUINT

/**
 * TdRowRange:
 * @first: the first row
 * @n: how many
 *
 * Rows that stand together.
 */
typedef struct
{
  guint first;
  guint n;
} TdRowRange;

TdLazyList *td_lazy_list_new (TdStore *store, GType entity_type);
void td_lazy_list_set_change (TdLazyList *self, TdLazyRowsFunc change);
void td_lazy_list_set_query (TdLazyList *self, TdQuery *query);
TdQuery *td_lazy_list_get_query (TdLazyList *self);
TdStore *td_lazy_list_get_store (TdLazyList *self);
void td_lazy_list_reload (TdLazyList *self);
gboolean td_lazy_list_is_loading (TdLazyList *self);

TdEntity *td_lazy_list_peek (TdLazyList *self, guint position);
guint td_lazy_list_find_loaded (TdLazyList *self, gint64 id);
void td_lazy_list_find_async (TdLazyList *self, gint64 id, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
guint td_lazy_list_find_finish (TdLazyList *self, GAsyncResult *result, GError **error);
void td_lazy_list_collect_async (TdLazyList *self, const TdRowRange *ranges, guint n_ranges,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray *td_lazy_list_collect_finish (TdLazyList *self, GAsyncResult *result, GError **error);

G_END_DECLS
