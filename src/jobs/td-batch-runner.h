/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-open-batch.h"

G_BEGIN_DECLS

#define TD_TYPE_BATCH_RUNNER (td_batch_runner_get_type ())
G_DECLARE_FINAL_TYPE (TdBatchRunner, td_batch_runner, TD, BATCH_RUNNER, GObject)

/**
 * TdBatchProgress:
 * @n_pages: certificates of the batch
 * @n_done: so many are out, as far as the printer tells
 * @n_sent: so many of them have gone to the printer
 * @name: (nullable): who stands on the sheet that is in the printer now
 * @sheet: (nullable): that sheet
 * @findings: (element-type TdFinding): what holds the printer up
 *
 * How far a batch is.
 */
typedef struct
{
  guint n_pages;
  guint n_done;
  guint n_sent;
  char *name;
  char *sheet;
  GPtrArray *findings;
} TdBatchProgress;

/**
 * TdBatchEnd:
 * @TD_BATCH_DONE: all is printed
 * @TD_BATCH_PAUSED: what was sent is out, the rest waits
 * @TD_BATCH_ASKING: a person must say what came out: td_batch_runner_settle()
 *
 * How a run ended.
 */
typedef enum
{
  TD_BATCH_DONE,
  TD_BATCH_PAUSED,
  TD_BATCH_ASKING,
} TdBatchEnd;

TdBatchRunner *td_batch_runner_new (TdStore *store, gint64 batch_id);
gint64 td_batch_runner_get_batch (TdBatchRunner *self);

gboolean td_batch_runner_run (TdBatchRunner *self, TdBatchEnd *end, GError **error);
void td_batch_runner_run_async (TdBatchRunner *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean td_batch_runner_run_finish (TdBatchRunner *self, GAsyncResult *result, TdBatchEnd *end, GError **error);
void td_batch_runner_pause (TdBatchRunner *self);
void td_batch_runner_stop (TdBatchRunner *self);

gboolean td_batch_runner_settle (TdBatchRunner *self, TdJob *settle, GError **error);
void td_batch_runner_settle_async (TdBatchRunner *self, TdJob *settle, GAsyncReadyCallback callback, gpointer user_data);
gboolean td_batch_runner_settle_finish (TdBatchRunner *self, GAsyncResult *result, GError **error);

TdBatchProgress *td_batch_runner_dup_progress (TdBatchRunner *self);
void td_batch_progress_free (TdBatchProgress *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdBatchProgress, td_batch_progress_free)

G_END_DECLS
