/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <freexl.h>
#include <librsvg/rsvg.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "td-reader-protocol.h"

/* thidua-reader: reads an .xls from its standard input and writes its cells to its standard output
 * (td-reader-protocol.h); "thidua-reader drawing" draws an SVG and says whether that could be done. A library that parses files of strangers and knows no cancel runs here,
 * where it can be killed and can neither eat the machine nor reach a file. */

#define MOST_MEMORY      (1024UL * 1024 * 1024)
#define MOST_CPU_SECONDS 30
/* A drawing that takes longer is none: it is drawn again whenever something is printed with it. */
#define MOST_DRAWING_SECONDS 2
#define DRAWING_DOTS         600
#define MOST_FILES           8

static void
limit (int what, rlim_t most)
{
  struct rlimit bounds = { most, most };

  setrlimit (what, &bounds);
}

static void
set_limits (rlim_t cpu_seconds)
{
#ifndef __SANITIZE_ADDRESS__
  /* The sanitizer reserves more than any machine has. */
  limit (RLIMIT_AS, MOST_MEMORY);
#endif
  limit (RLIMIT_CPU, cpu_seconds);
  limit (RLIMIT_NOFILE, MOST_FILES);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CORE, 0);
}

static void
put (TdReaderTag tag, guint number, const char *text)
{
  TdReaderRecord record = { tag, number, (guint32) strlen (text) };

  fwrite (&record, sizeof record, 1, stdout);
  fwrite (text, 1, record.length, stdout);
}

static void
put_cell (guint column, const FreeXL_CellValue *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (cell->type)
    {
    case FREEXL_CELL_INT:
      g_snprintf (number, sizeof number, "%d", cell->value.int_value);
      put (TD_READER_NUMBER, column, number);
      break;
    case FREEXL_CELL_DOUBLE:
      put (TD_READER_NUMBER, column, g_ascii_dtostr (number, sizeof number, cell->value.double_value));
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_TIME:
      put (TD_READER_TEXT, column, cell->value.text_value);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      put (TD_READER_DATE, column, cell->value.text_value);
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
            put (TD_READER_ROW, row, "");
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
      put (TD_READER_SHEET, i, name != NULL ? name : "");
      if (!put_rows (xls))
        return TD_READER_DAMAGED;
    }
  return TD_READER_END;
}

static TdReaderTag
try_drawing (void)
{
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GObject) owner = NULL;
  RsvgHandle *handle;
  const RsvgRectangle place = { 0, 0, DRAWING_DOTS, DRAWING_DOTS };
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean drawn;

  if (!g_file_get_contents ("/proc/self/fd/0", &data, &length, NULL))
    return TD_READER_DAMAGED;
  handle = rsvg_handle_new_from_data ((const guint8 *) data, length, NULL);
  owner = (GObject *) handle;
  if (handle == NULL)
    return TD_READER_DAMAGED;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, DRAWING_DOTS, DRAWING_DOTS);
  cr = cairo_create (surface);
  drawn = rsvg_handle_render_document (handle, cr, &place, NULL) && cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return drawn ? TD_READER_END : TD_READER_DAMAGED;
}

static TdReaderTag
read_workbook (void)
{
  const void *xls = NULL;
  TdReaderTag end = TD_READER_DAMAGED;

  if (freexl_open ("/proc/self/fd/0", &xls) == FREEXL_OK)
    end = read_book (xls);
  if (xls != NULL)
    freexl_close (xls);
  return end;
}

int
main (int argc, char **argv)
{
  const gboolean drawing = argc > 1 && strcmp (argv[1], "drawing") == 0;

  set_limits (drawing ? MOST_DRAWING_SECONDS : MOST_CPU_SECONDS);
  put (drawing ? try_drawing () : read_workbook (), 0, "");
  return fflush (stdout) == 0 ? 0 : 1;
}
