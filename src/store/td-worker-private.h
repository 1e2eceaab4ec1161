/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection-private.h"

G_BEGIN_DECLS

/**
 * TdWorker:
 *
 * A thread and the connection it owns. Tasks run one after another, in the order they came.
 */
typedef struct _TdWorker TdWorker;

typedef void (*TdWorkerFunc) (TdConnection *connection, gpointer user_data);

TdWorker *_td_worker_new (const char *name, const char *path, int flags, gboolean immutable, GError **error);
void _td_worker_free (TdWorker *worker);
void _td_worker_run (TdWorker *worker, TdWorkerFunc func, gpointer user_data);
void _td_worker_push (TdWorker *worker, TdWorkerFunc func, gpointer user_data);

G_END_DECLS
