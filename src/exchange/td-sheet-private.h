/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-sheet.h"

G_BEGIN_DECLS

/* What a sheet may hold. A file that has more is refused: the rest would be lost unseen. */
#define TD_SHEET_MOST_ROWS    (1024 * 1024)
#define TD_SHEET_MOST_COLUMNS 256
#define TD_BOOK_MOST_ROWS     (2 * 1024 * 1024)
#define TD_BOOK_MOST_CELLS    (8 * 1024 * 1024)
#define TD_BOOK_MOST_TEXT     (256 * 1024 * 1024)
#define TD_CELL_MOST_TEXT     (1024 * 1024)

/* The texts and fonts of all cells of a book, each text once for whoever uses it. */
typedef struct _TdCellStore TdCellStore;

TdCellStore *_td_cell_store_new (void);
void _td_cell_store_free (TdCellStore *self);
gboolean _td_cell_store_add (TdCellStore *self, const char *text, gsize length, guint32 *place, GError **error);
const char *_td_cell_store_get (TdCellStore *self, guint32 place);
guint16 _td_cell_store_font (TdCellStore *self, const char *family);

gboolean _td_cell_is_error (const char *text);

TdSheet *_td_sheet_new (TdCellStore *store, const char *name);
void _td_sheet_free (TdSheet *self);
void _td_sheet_set_name (TdSheet *self, const char *name);
void _td_sheet_set_hidden (TdSheet *self, gboolean hidden);
void _td_sheet_set_grid (TdSheet *self);
void _td_sheet_begin_table (TdSheet *self);
void _td_sheet_end_table (TdSheet *self);
gboolean _td_sheet_begin_row (TdSheet *self, guint line, GError **error);
gboolean _td_sheet_set (TdSheet *self, guint column, TdCellKind kind, guint32 place, guint16 font, GError **error);
gboolean _td_sheet_set_text (TdSheet *self, guint column, TdCellKind kind, const char *text, gsize length, guint16 font, GError **error);
gboolean _td_sheet_repeat_row (TdSheet *self, guint n, GError **error);
void _td_sheet_add_span (TdSheet *self, guint row, guint column, guint rows, guint columns);
void _td_sheet_finish (TdSheet *self);

G_END_DECLS
