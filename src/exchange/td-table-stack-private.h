/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-book-private.h"

G_BEGIN_DECLS

/* Tables as they come out of a document, one inside the other: each becomes a sheet of the book.
 * Paragraphs outside of tables stand above the table that follows them, and below the last one. */
typedef struct _TdTableStack TdTableStack;

/* How a cell goes on with the one above it, in documents of Word. */
typedef enum
{
  TD_MERGE_NONE,
  TD_MERGE_BEGINS,
  TD_MERGE_GOES_ON,
} TdMerge;

TdTableStack *_td_table_stack_new (TdBook *book, gboolean shifts);
void _td_table_stack_free (TdTableStack *self);
gboolean _td_table_stack_begin_table (TdTableStack *self, const char *name, GError **error);
void _td_table_stack_begin_row (TdTableStack *self);
void _td_table_stack_begin_cell (TdTableStack *self, guint rows, guint columns);
void _td_table_stack_skip_columns (TdTableStack *self, guint n);
void _td_table_stack_set_columns (TdTableStack *self, guint columns);
void _td_table_stack_set_merge (TdTableStack *self, TdMerge merge);
void _td_table_stack_set_font (TdTableStack *self, const char *family);
void _td_table_stack_add_text (TdTableStack *self, const char *text, gsize length);
void _td_table_stack_add_words (TdTableStack *self, const char *text, gsize length);
void _td_table_stack_add_blank (TdTableStack *self);
void _td_table_stack_break (TdTableStack *self);
void _td_table_stack_begin_paragraph (TdTableStack *self);
void _td_table_stack_end_paragraph (TdTableStack *self);
GString *_td_table_stack_get_text (TdTableStack *self);
gboolean _td_table_stack_takes_text (TdTableStack *self);
TdSheet *_td_table_stack_get_sheet (TdTableStack *self);
guint _td_table_stack_get_column (TdTableStack *self);
void _td_table_stack_add_span (TdTableStack *self, guint rows, guint columns);
gboolean _td_table_stack_end_cell (TdTableStack *self, TdCellKind kind, guint n, GError **error);
gboolean _td_table_stack_end_row (TdTableStack *self, guint n, GError **error);
void _td_table_stack_end_table (TdTableStack *self);
gboolean _td_table_stack_finish (TdTableStack *self, GError **error);

G_END_DECLS
