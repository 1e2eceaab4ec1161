/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-entity.h"
#include "td-query.h"
#include "td-store-error.h"

G_BEGIN_DECLS

/**
 * TdConnection:
 *
 * One handle on the office file. It belongs to one thread, which the store owns, and is only
 * seen inside the functions given to td_store_read() and td_store_write().
 */
typedef struct _TdConnection TdConnection;

/* Reading */
gpointer td_connection_get (TdConnection *self, GType type, gint64 id, GError **error);
gpointer td_connection_find (TdConnection *self, TdQuery *query, GError **error);
GPtrArray *td_connection_list (TdConnection *self, TdQuery *query, GError **error);
GPtrArray *td_connection_list_page (TdConnection *self, TdQuery *query, gint64 offset, gint64 limit, GError **error);
gint64 td_connection_count (TdConnection *self, TdQuery *query, GError **error);
gint64 td_connection_get_maximum (TdConnection *self, TdQuery *query, const char *field, GError **error);

typedef gboolean (*TdEachFunc) (TdEntity *entity, gpointer user_data, GError **error);
gboolean td_connection_each (TdConnection *self, TdQuery *query, TdEachFunc func, gpointer user_data, GError **error);

/**
 * TdValue:
 * @text: (nullable): of a text field; lent until the function returns
 * @number: of a number field, 0 for none
 */
typedef struct
{
  const char *text;
  gint64 number;
} TdValue;

typedef gboolean (*TdValuesFunc) (const TdValue *values, gpointer user_data, GError **error);
gboolean td_connection_each_values (TdConnection *self, TdQuery *query, const char *const *fields, TdValuesFunc func, gpointer user_data, GError **error);
gboolean td_connection_each_count (TdConnection *self, TdQuery *query, const char *const *fields, TdValuesFunc func, gpointer user_data, GError **error);

/* Writing, inside a named transaction only */
gboolean td_connection_insert (TdConnection *self, gpointer entity, GError **error);
gboolean td_connection_update (TdConnection *self, gpointer entity, GError **error);
gboolean td_connection_delete (TdConnection *self, gpointer entity, GError **error);
gboolean td_connection_delete_all (TdConnection *self, TdQuery *query, GError **error);
char *td_connection_attach (TdConnection *self, GBytes *bytes, GError **error);
GBytes *td_connection_get_attachment (TdConnection *self, const char *hash, GError **error);

void td_connection_set_action_name (TdConnection *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void td_connection_set_barrier (TdConnection *self, const char *reason);
char *td_connection_dup_head (TdConnection *self, GError **error);
void td_connection_seed_uuids (TdConnection *self, guint32 seed);
void td_connection_set_log_time (TdConnection *self, gint64 unix_time);
gboolean td_connection_suspend_search (TdConnection *self, GType type, GError **error);
gboolean td_connection_is_cancelled (TdConnection *self, GError **error);
GCancellable *td_connection_get_cancellable (TdConnection *self);

G_END_DECLS
