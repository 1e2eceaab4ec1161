/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

/**
 * TdSplitLater:
 * @TD_SPLIT_LATER_ASK: refuse, and say which records they are
 * @TD_SPLIT_LATER_KEPT: they stay with the record that went on
 * @TD_SPLIT_LATER_DROPPED: they go with the record that comes back
 *
 * What becomes of records that were made for the one subject after two had been merged into it,
 * where nothing says for which of the two.
 */
typedef enum
{
  TD_SPLIT_LATER_ASK,
  TD_SPLIT_LATER_KEPT,
  TD_SPLIT_LATER_DROPPED,
} TdSplitLater;

TdJob *td_subject_merge_job (gint64 kept_id, gint64 dropped_id, const char *const *take);
TdJob *td_subject_merge_pairs_job (const gint64 *ids, guint n_ids);
TdJob *td_subject_merge_look_job (gint64 kept_id, gint64 dropped_id);
TdJob *td_subject_split_job (gint64 dropped_id, TdSplitLater later);
TdJob *td_subject_distinct_job (gint64 first_id, gint64 second_id, gboolean distinct);

G_END_DECLS
