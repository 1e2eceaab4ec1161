/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-book-private.h"
#include "td-number-format.h"
#include "td-package.h"

G_BEGIN_DECLS

/* How a cell looks: an entry of cellXfs. */
typedef struct
{
  TdNumberFormat format;
  guint16 font;
} TdXlsxStyle;

/* A text that cells share. */
typedef struct
{
  guint32 place;
  guint16 font; /* 0: the cell's */
} TdXlsxString;

/* Text in pieces, of which the longest in one font decides what the font is. */
typedef struct
{
  GString *text;
  guint16 font, best_font;
  gsize best_length;
} TdXlsxRuns;

GArray *_td_xlsx_read_strings (TdPackage *package, const char *name, TdCellStore *store, GError **error);
GArray *_td_xlsx_read_styles (TdPackage *package, const char *name, TdCellStore *store, GError **error);
gboolean _td_xlsx_read_runs (TdPart *part, const char *element, TdCellStore *store, TdXlsxRuns *runs);
gboolean _td_xlsx_read_sheet (TdPart *part, TdSheet *sheet, TdCellStore *store, GArray *strings, GArray *styles, gboolean from_1904,
                              GError **error);

G_END_DECLS
