/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-batch-runner.h"

G_BEGIN_DECLS

struct _TdBatchRunner
{
  GObject parent_instance;

  TdStore *store;
  gint64 batch_id;
  GMainContext *context; /* where "changed" is told */

  GMutex mutex;
  gboolean pausing;
  gboolean stopping;
  GCancellable *cancellable; /* of the following */
  gboolean news_pending;
  guint n_pages, n_printed, n_done, n_sent;
  GPtrArray *pages; /* TdPrintPage of the chunk under way, or NULL */
  GPtrArray *findings;
};

void _td_batch_runner_tell (TdBatchRunner *self);
TdOpenBatch *_td_batch_runner_look (TdBatchRunner *self, GError **error);
gboolean _td_batch_runner_run_job (TdBatchRunner *self, TdJob *job, GError **error);
gboolean _td_batch_runner_is_stopping (TdBatchRunner *self);
gboolean _td_batch_runner_cancel_job (TdSpoolJob *job, GError **error);
gboolean _td_batch_runner_send_next (TdBatchRunner *self, gboolean *more, GError **error);
gboolean _td_batch_runner_take_up (TdBatchRunner *self, TdOpenBatch *open, GError **error);
gboolean _td_batch_runner_may_go_on (TdBatchRunner *self, TdBatchEnd *end, gboolean *go_on, GError **error);

G_END_DECLS
