/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reader-book"

#include "config.h"

#include <freexl.h>

#include "td-reader.h"

/* Workbooks of Excel before 2007. */

static void
put_cell (guint column, const FreeXL_CellValue *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (cell->type)
    {
    case FREEXL_CELL_INT:
      g_snprintf (number, sizeof number, "%d", cell->value.int_value);
      td_reader_put (TD_READER_NUMBER, column, number);
      break;
    case FREEXL_CELL_DOUBLE:
      td_reader_put (TD_READER_NUMBER, column, g_ascii_dtostr (number, sizeof number, cell->value.double_value));
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_TIME:
      td_reader_put (TD_READER_TEXT, column, cell->value.text_value);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      td_reader_put (TD_READER_DATE, column, cell->value.text_value);
      break;
    default:
      break;
    }
}

static gboolean
is_filled (const FreeXL_CellValue *cell)
{
  gboolean text = cell->type == FREEXL_CELL_TEXT || cell->type == FREEXL_CELL_SST_TEXT || cell->type == FREEXL_CELL_DATE
                  || cell->type == FREEXL_CELL_DATETIME || cell->type == FREEXL_CELL_TIME;

  return cell->type != FREEXL_CELL_NULL && (!text || (cell->value.text_value != NULL && *cell->value.text_value != '\0'));
}

static gboolean
put_rows (const void *xls)
{
  unsigned int n_rows;
  unsigned short n_columns;

  if (freexl_worksheet_dimensions (xls, &n_rows, &n_columns) != FREEXL_OK)
    return FALSE;
  for (unsigned int row = 0; row < n_rows; row++)
    {
      gboolean begun = FALSE;

      for (unsigned short column = 0; column < n_columns; column++)
        {
          FreeXL_CellValue cell;

          if (freexl_get_cell_value (xls, row, column, &cell) != FREEXL_OK || !is_filled (&cell))
            continue;
          if (!begun)
            td_reader_put (TD_READER_ROW, row, "");
          begun = TRUE;
          put_cell (column, &cell);
        }
    }
  return TRUE;
}

static TdReaderTag
read_book (const void *xls)
{
  unsigned int n_sheets = 0, obfuscated = 0;

  if (freexl_get_info (xls, FREEXL_BIFF_PASSWORD, &obfuscated) == FREEXL_OK && obfuscated == FREEXL_BIFF_OBFUSCATED)
    return TD_READER_PASSWORD;
  if (freexl_get_info (xls, FREEXL_BIFF_SHEET_COUNT, &n_sheets) != FREEXL_OK)
    return TD_READER_DAMAGED;
  for (unsigned int i = 0; i < n_sheets; i++)
    {
      const char *name = NULL;

      if (freexl_get_worksheet_name (xls, i, &name) != FREEXL_OK || freexl_select_active_worksheet (xls, i) != FREEXL_OK)
        return TD_READER_DAMAGED;
      td_reader_put (TD_READER_SHEET, i, name != NULL ? name : "");
      if (!put_rows (xls))
        return TD_READER_DAMAGED;
    }
  return TD_READER_END;
}

/**
 * td_reader_read_book:
 *
 * Reads the .xls on the standard input and tells its cells.
 *
 * Returns: how it ended
 */
TdReaderTag
td_reader_read_book (void)
{
  const void *xls = NULL;
  TdReaderTag end = TD_READER_DAMAGED;

  if (freexl_open ("/proc/self/fd/0", &xls) == FREEXL_OK)
    end = read_book (xls);
  if (xls != NULL)
    freexl_close (xls);
  return end;
}
