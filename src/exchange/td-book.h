/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-sheet.h"

G_BEGIN_DECLS

/**
 * TdBook:
 *
 * What a file with tables holds: its sheets in their order, at least one. It does not change and
 * may be read by any thread.
 */
typedef struct _TdBook TdBook;

/**
 * TdBookFormat:
 * @TD_BOOK_TEXT: cells with a delimiter between them: .csv, .tsv, a table pasted
 * @TD_BOOK_XLSX: of Excel since 2007
 * @TD_BOOK_XLS: of Excel before 2007; fonts, merged cells, hidden sheets and how numbers are shown
 *   are not known of it, and truth values and failed formulas are empty
 * @TD_BOOK_ODS: of LibreOffice Calc
 * @TD_BOOK_DOCX: tables of a document of Word since 2007
 * @TD_BOOK_ODT: tables of a document of LibreOffice Writer
 * @TD_BOOK_HTML: tables of a web page, which some programs save as .xls
 *
 * What a file is, by its content.
 */
typedef enum
{
  TD_BOOK_TEXT,
  TD_BOOK_XLSX,
  TD_BOOK_XLS,
  TD_BOOK_ODS,
  TD_BOOK_DOCX,
  TD_BOOK_ODT,
  TD_BOOK_HTML,
} TdBookFormat;

TdBook *td_book_read (const char *path, GCancellable *cancellable, GError **error);
TdBook *td_book_parse_text (const char *text, gsize length, GError **error);
void td_book_free (TdBook *self);

TdBookFormat td_book_get_format (TdBook *self);
guint td_book_get_n_sheets (TdBook *self);
TdSheet *td_book_get_sheet (TdBook *self, guint position);
TdSheet *td_book_get_main_sheet (TdBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdBook, td_book_free)

G_END_DECLS
