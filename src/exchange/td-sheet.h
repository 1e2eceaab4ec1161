/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdSheet:
 *
 * Rows of text from a file, as they stand there.
 */
typedef struct _TdTable TdSheet;

#define TD_SHEET_ERROR (td_sheet_error_quark ())
GQuark td_sheet_error_quark (void);

/**
 * TdTableError:
 * @TD_SHEET_ERROR_UNREADABLE: the file cannot be opened or read
 * @TD_SHEET_ERROR_NOT_A_TABLE: it holds something else, or is damaged
 * @TD_SHEET_ERROR_TOO_LARGE: it is larger than the program takes
 */
typedef enum
{
  TD_SHEET_ERROR_UNREADABLE,
  TD_SHEET_ERROR_NOT_A_TABLE,
  TD_SHEET_ERROR_TOO_LARGE,
} TdTableError;

TdSheet *td_sheet_read_csv (const char *path, GError **error);
TdSheet *td_sheet_parse_csv (const char *text, gsize length, GError **error);
void td_sheet_free (TdSheet *self);

guint td_sheet_get_n_rows (TdSheet *self);
guint td_sheet_get_n_cells (TdSheet *self, guint row);
const char *td_sheet_get (TdSheet *self, guint row, guint column);
guint td_sheet_get_line (TdSheet *self, guint row);

GBytes *td_file_read_limited (const char *path, gsize limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSheet, td_sheet_free)

G_END_DECLS
