/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_SUBJECT_MERGE (td_subject_merge_get_type ())
G_DECLARE_FINAL_TYPE (TdSubjectMerge, td_subject_merge, TD, SUBJECT_MERGE, TdEntity)

/**
 * TdSubjectMerge:
 *
 * A subject that was merged into another. What moved is in its #TdSubjectMove records, so that the
 * two can be taken apart again.
 *
 * @kept_id: the record that went on
 * @dropped_id: the record whose place it took
 * @made_on: (nullable): the day it was done, not known of the oldest
 */
struct _TdSubjectMerge
{
  TdEntity parent_instance;

  gint64 kept_id;
  gint64 dropped_id;
  char *made_on;
};

G_END_DECLS
