/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-print-batch-jobs.h"
#include "td-spool-job.h"

G_BEGIN_DECLS

/**
 * TdOpenBatchCase:
 * @TD_OPEN_BATCH_WAITS: nothing is on its way: it can go on
 * @TD_OPEN_BATCH_NOT_SENT: it was about to be sent; the print service never had it
 * @TD_OPEN_BATCH_HELD: the print service has it, and not a sheet moved
 * @TD_OPEN_BATCH_ON_ITS_WAY: the print service still has it: sheets may be coming out
 * @TD_OPEN_BATCH_OVER: its job is over, or forgotten: what came out only a person knows
 * @TD_OPEN_BATCH_UNKNOWN: the print service cannot be asked
 *
 * What became of the chunk that was sent last.
 */
typedef enum
{
  TD_OPEN_BATCH_WAITS,
  TD_OPEN_BATCH_NOT_SENT,
  TD_OPEN_BATCH_HELD,
  TD_OPEN_BATCH_ON_ITS_WAY,
  TD_OPEN_BATCH_OVER,
  TD_OPEN_BATCH_UNKNOWN,
} TdOpenBatchCase;

#define TD_TYPE_OPEN_BATCH (td_open_batch_get_type ())
G_DECLARE_FINAL_TYPE (TdOpenBatch, td_open_batch, TD, OPEN_BATCH, GObject)

/**
 * TdOpenBatch:
 * @batch: a batch
 * @chunk: (nullable): what was sent and is not settled
 * @job: (nullable): its job at the print service
 * @pages: (element-type TdPrintPage): all that went to the printer or will, in order, without what was spoiled
 *   or dropped
 * @state: what became of @chunk
 *
 * A batch as it stands, in the file and at the print service. It never changes.
 */
struct _TdOpenBatch
{
  GObject parent_instance;

  TdPrintBatch *batch;
  TdPrintChunk *chunk;
  TdSpoolJob *job;
  GPtrArray *pages;
  TdOpenBatchCase state;
};

const char *td_open_batch_case_to_nick (TdOpenBatchCase state);
char *td_open_batch_tell (TdOpenBatch *self);

TdJob *td_print_batch_list_open_job (void);
TdJob *td_print_batch_look_job (gint64 batch_id);

G_END_DECLS
