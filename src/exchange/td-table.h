/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdTable:
 *
 * Rows of text from a file, as they stand there.
 */
typedef struct _TdTable TdTable;

#define TD_TABLE_ERROR (td_table_error_quark ())
GQuark td_table_error_quark (void);

/**
 * TdTableError:
 * @TD_TABLE_ERROR_UNREADABLE: the file cannot be opened or read
 * @TD_TABLE_ERROR_NOT_A_TABLE: it holds something else, or is damaged
 * @TD_TABLE_ERROR_TOO_LARGE: it is larger than the program takes
 */
typedef enum
{
  TD_TABLE_ERROR_UNREADABLE,
  TD_TABLE_ERROR_NOT_A_TABLE,
  TD_TABLE_ERROR_TOO_LARGE,
} TdTableError;

TdTable *td_table_read_csv (const char *path, GError **error);
TdTable *td_table_parse_csv (const char *text, gsize length, GError **error);
void td_table_free (TdTable *self);

guint td_table_get_n_rows (TdTable *self);
guint td_table_get_n_cells (TdTable *self, guint row);
const char *td_table_get (TdTable *self, guint row, guint column);
guint td_table_get_line (TdTable *self, guint row);

GBytes *td_file_read_limited (const char *path, gsize limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTable, td_table_free)

G_END_DECLS
