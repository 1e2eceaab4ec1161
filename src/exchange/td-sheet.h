/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdSheet:
 *
 * One sheet, or one table, of a file: rows of cells as they stand there. Of a document the paragraphs
 * above its table are rows of one cell too, and those below its last table. It belongs to its
 * #TdBook, does not change, and may be read by any thread.
 */
typedef struct _TdSheet TdSheet;

#define TD_SHEET_ERROR (td_sheet_error_quark ())
GQuark td_sheet_error_quark (void);

/**
 * TdSheetError:
 * @TD_SHEET_ERROR_UNREADABLE: the file cannot be opened or read
 * @TD_SHEET_ERROR_NOT_A_TABLE: it is damaged, or there is no table in it
 * @TD_SHEET_ERROR_TOO_LARGE: it is larger than the program takes
 * @TD_SHEET_ERROR_PASSWORD: it is protected by a password
 * @TD_SHEET_ERROR_FORMAT: it is a file of another kind
 */
typedef enum
{
  TD_SHEET_ERROR_UNREADABLE,
  TD_SHEET_ERROR_NOT_A_TABLE,
  TD_SHEET_ERROR_TOO_LARGE,
  TD_SHEET_ERROR_PASSWORD,
  TD_SHEET_ERROR_FORMAT,
} TdSheetError;

/**
 * TdCellKind:
 * @TD_CELL_EMPTY: nothing, or covered by a merged cell
 * @TD_CELL_TEXT: text; in text files and documents everything is
 * @TD_CELL_NUMBER: kept as a number: zeros before it may have been lost
 * @TD_CELL_DATE: kept as a day; the text is its ISO date
 * @TD_CELL_BOOLEAN: "TRUE" or "FALSE"
 * @TD_CELL_ERROR: "#N/A" and others: a formula that failed
 */
typedef enum
{
  TD_CELL_EMPTY,
  TD_CELL_TEXT,
  TD_CELL_NUMBER,
  TD_CELL_DATE,
  TD_CELL_BOOLEAN,
  TD_CELL_ERROR,
} TdCellKind;

const char *td_sheet_get_name (TdSheet *self);
gboolean td_sheet_is_hidden (TdSheet *self);
guint td_sheet_get_n_rows (TdSheet *self);
void td_sheet_get_table (TdSheet *self, guint *first, guint *end);
guint td_sheet_get_n_cells (TdSheet *self, guint row);
const char *td_sheet_get (TdSheet *self, guint row, guint column);
TdCellKind td_sheet_get_kind (TdSheet *self, guint row, guint column);
const char *td_sheet_get_font (TdSheet *self, guint row, guint column);
void td_sheet_get_span (TdSheet *self, guint row, guint column, guint *rows, guint *columns);
guint td_sheet_get_line (TdSheet *self, guint row);

G_END_DECLS
