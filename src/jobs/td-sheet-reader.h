/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-finding.h"
#include "td-sheet.h"

G_BEGIN_DECLS

/**
 * TdSheetHeading:
 * @column: a number the caller gives the column
 * @heading: how a list may call it, folded
 */
typedef struct
{
  guint column;
  const char *heading;
} TdSheetHeading;

/**
 * TdSheetReader:
 *
 * Walks the rows of a list whose first row names its columns. What cannot be understood becomes
 * a finding of its row.
 */
typedef struct _TdSheetReader TdSheetReader;

TdSheetReader *td_sheet_reader_new (TdSheet *sheet, guint n_columns, const TdSheetHeading *headings, guint n_headings,
                                    GPtrArray *findings);
void td_sheet_reader_free (TdSheetReader *self);
gboolean td_sheet_reader_has (TdSheetReader *self, guint column);
gboolean td_sheet_reader_next (TdSheetReader *self);
double td_sheet_reader_get_fraction (TdSheetReader *self);
guint td_sheet_reader_get_line (TdSheetReader *self);
const char *td_sheet_reader_get (TdSheetReader *self, guint column);
char *td_sheet_reader_dup_date (TdSheetReader *self, guint column);
void td_sheet_reader_take (TdSheetReader *self, TdFinding *finding);
void td_sheet_reader_check_length (TdSheetReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSheetReader, td_sheet_reader_free)

G_END_DECLS
