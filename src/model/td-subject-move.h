/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_SUBJECT_MOVE (td_subject_move_get_type ())
G_DECLARE_FINAL_TYPE (TdSubjectMove, td_subject_move, TD, SUBJECT_MOVE, TdEntity)

/**
 * TdSubjectMove:
 *
 * One value that a merge found or changed.
 *
 * @record_table: where
 * @record_uuid: which record
 * @field: the property; empty for a record that the merge made
 * @old_value: before the merge, numbers in digits
 * @new_value: after it; equal to @old_value for a record of the kept subject, which only has to be
 *   known again
 */
struct _TdSubjectMove
{
  TdEntity parent_instance;

  gint64 merge_id;
  char *record_table;
  char *record_uuid;
  char *field;
  char *old_value;
  char *new_value;
};

G_END_DECLS
