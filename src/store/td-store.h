/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-change-log.h"
#include "td-connection.h"

G_BEGIN_DECLS

#define TD_TYPE_STORE (td_store_get_type ())
G_DECLARE_FINAL_TYPE (TdStore, td_store, TD, STORE, GObject)

/**
 * TdStoreMode:
 * @TD_STORE_READ: only questions; works beside a program that writes
 * @TD_STORE_WRITE: also changes; takes the office file's lock
 * @TD_STORE_WRITE_IF_FREE: as %TD_STORE_WRITE, but only reads when it cannot write
 */
typedef enum
{
  TD_STORE_READ,
  TD_STORE_WRITE,
  TD_STORE_WRITE_IF_FREE,
} TdStoreMode;

/**
 * TdStoreFunc:
 * @connection: the handle of the thread this runs on
 * @user_data: what was given
 * @error: return location
 *
 * Work with the office file. It runs on one of the store's threads and must not touch widgets.
 *
 * Returns: whether it went well; a change that fails leaves no trace
 */
typedef gboolean (*TdStoreFunc) (TdConnection *connection, gpointer user_data, GError **error);

gboolean td_store_create (const char *path, GError **error);
gboolean td_store_create_with (const char *path, const char *name, const char *actor, TdStoreFunc func,
                               gpointer user_data, GError **error);
TdStore *td_store_open (const char *path, TdStoreMode mode, const char *actor, GError **error);
void td_store_close (TdStore *self);

const char *td_store_get_path (TdStore *self);
gboolean td_store_is_read_only (TdStore *self);
const char *td_store_get_read_only_reason (TdStore *self);

gboolean td_store_read (TdStore *self, TdStoreFunc func, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean td_store_write (TdStore *self, const char *name, TdStoreFunc func, gpointer user_data,
                         GCancellable *cancellable, GError **error);
char *td_store_undo (TdStore *self, GError **error);
char *td_store_redo (TdStore *self, GError **error);

void td_store_read_async (TdStore *self, TdStoreFunc func, gpointer user_data, GDestroyNotify destroy,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer callback_data);
gpointer td_store_read_finish (TdStore *self, GAsyncResult *result, GError **error);
void td_store_write_async (TdStore *self, const char *name, TdStoreFunc func, gpointer user_data,
                           GDestroyNotify destroy, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer callback_data);
gpointer td_store_write_finish (TdStore *self, GAsyncResult *result, GError **error);
void td_store_undo_async (TdStore *self, gboolean redo, GAsyncReadyCallback callback, gpointer callback_data);
char *td_store_undo_finish (TdStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
