/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-field.h"

G_BEGIN_DECLS

/**
 * TdTableFormat:
 * @TD_TABLE_XLSX: of Excel since 2007
 * @TD_TABLE_ODS: of LibreOffice Calc
 * @TD_TABLE_CSV: text with commas
 */
typedef enum
{
  TD_TABLE_XLSX,
  TD_TABLE_ODS,
  TD_TABLE_CSV,
} TdTableFormat;

/**
 * TdTableColumn:
 * @title: its heading, as people read it
 * @kind: what it holds: numbers stand right, money is grouped, long text gets more room
 * @width: in characters; 0 lets the contents decide
 */
typedef struct
{
  const char *title;
  TdFieldKind kind;
  guint width;
} TdTableColumn;

/**
 * TdTableCellKind:
 * @TD_TABLE_EMPTY: nothing
 * @TD_TABLE_TEXT: text, which no program takes for a number or a formula
 * @TD_TABLE_NUMBER: a number to calculate with
 * @TD_TABLE_DATE: ISO text; a whole date becomes a day to calculate with, a month or a year text
 */
typedef enum
{
  TD_TABLE_EMPTY,
  TD_TABLE_TEXT,
  TD_TABLE_NUMBER,
  TD_TABLE_DATE,
} TdTableCellKind;

/**
 * TdTableCell:
 * @kind: what it is
 * @text: (nullable): valid UTF-8, of a text or a date
 * @number: of a number
 */
typedef struct
{
  TdTableCellKind kind;
  const char *text;
  gint64 number;
} TdTableCell;

/**
 * TdTableInfo:
 * @title: of the document
 * @sheet: (nullable): name of the sheet; %NULL for the title
 * @made_at: when, in seconds since 1970; the same content made at the same time gives the same bytes
 */
typedef struct
{
  const char *title;
  const char *sheet;
  gint64 made_at;
} TdTableInfo;

/**
 * TdTableWriter:
 *
 * Writes one sheet, row by row, in memory that does not grow with the rows.
 */
typedef struct _TdTableWriter TdTableWriter;

gboolean td_table_format_of (const char *path, TdTableFormat *format);

TdTableWriter *td_table_writer_new (const char *path, TdTableFormat format, const TdTableInfo *info,
                                    const TdTableColumn *columns, guint n_columns, GError **error);
gboolean td_table_writer_add (TdTableWriter *self, const TdTableCell *cells, GError **error);
gboolean td_table_writer_finish (TdTableWriter *self, GError **error);
guint td_table_writer_get_n_rows (TdTableWriter *self);
void td_table_writer_free (TdTableWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTableWriter, td_table_writer_free)

G_END_DECLS
