/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entry-line.h"

G_BEGIN_DECLS

/**
 * TdEntryChange:
 * @line: where
 * @column: which of its cells
 * @before: its text before
 * @after: its text since
 */
typedef struct
{
  TdEntryLine *line;
  TdEntryColumn column;
  char *before;
  char *after;
} TdEntryChange;

/**
 * TdEntryStep:
 * @changes: (element-type TdEntryChange): cells that changed together; what is only in the grid
 * @line: (nullable): a line that the office file took; then there are no changes
 * @column: the cell that was changed last
 * @keeps: whether the line was new to the office file
 */
typedef struct
{
  GPtrArray *changes;
  TdEntryLine *line;
  TdEntryColumn column;
  gboolean keeps;
} TdEntryStep;

/**
 * TdEntrySteps:
 *
 * What has been done in the grid, in order: cells typed, and lines the office file took, whose
 * undoing is the office's.
 */
typedef struct _TdEntrySteps TdEntrySteps;

TdEntrySteps *td_entry_steps_new (void);
void td_entry_steps_free (TdEntrySteps *self);
void td_entry_steps_begin (TdEntrySteps *self);
void td_entry_steps_add (TdEntrySteps *self, TdEntryLine *line, TdEntryColumn column, const char *before, const char *after);
void td_entry_steps_end (TdEntrySteps *self);
void td_entry_steps_taken (TdEntrySteps *self, TdEntryLine *line, gboolean keeps);
const TdEntryStep *td_entry_steps_back (TdEntrySteps *self);
const TdEntryStep *td_entry_steps_forward (TdEntrySteps *self);

G_END_DECLS
