/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "td-output.h"

G_BEGIN_DECLS

/* A workbook of libxlsxwriter that is either whole in its file or not there at all. */
typedef struct
{
  lxw_workbook *workbook;
  int fd; /* the package, in a file without a name */
} TdXlsxWriter;

TdXlsxWriter *_td_xlsx_writer_new (gboolean stream, const char *title, gint64 made_at, GError **error);
gboolean _td_xlsx_writer_check (lxw_error code, GError **error);
gboolean _td_xlsx_writer_check_stream (lxw_worksheet *sheet, GError **error);
gboolean _td_xlsx_writer_finish (TdXlsxWriter *self, TdOutput *output, GError **error);
void _td_xlsx_writer_free (TdXlsxWriter *self);

lxw_format *_td_xlsx_writer_add_format (TdXlsxWriter *self);
lxw_format *_td_xlsx_writer_add_head_format (TdXlsxWriter *self);
void _td_xlsx_writer_set_page (lxw_worksheet *sheet, const char *title, guint head_row);

G_END_DECLS
