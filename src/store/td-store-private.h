/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-office-lock-private.h"
#include "td-store.h"
#include "td-worker-private.h"

G_BEGIN_DECLS

struct _TdStore
{
  GObject parent_instance;

  char *path;
  TdWorker *writer; /* NULL when only reading */
  TdWorker *reader;
  TdOfficeLock *lock;
  gint64 actor_id;
  GError *read_only_reason;
  GMainContext *context; /* where "changed" is told */
};

/**
 * TdStoreCall:
 *
 * One thing asked of a store, on its way to a worker and back.
 */
typedef struct
{
  TdStore *store;
  const char *name;
  TdStoreFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  GError **error;
  gboolean ok;
  gboolean redo;
  char *result;
} TdStoreCall;

void _td_store_emit_changed (TdStore *self);

G_END_DECLS
