/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-sheet-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-sheet-reader.h"
#include "td-text.h"

#define NO_COLUMN G_MAXUINT

struct _TdSheetReader
{
  TdSheet *sheet;
  GPtrArray *findings;
  guint *places; /* of each column in the sheet, or NO_COLUMN */
  guint n_columns;
  guint n_head_cells;
  guint next; /* the row after the current one */
  guint end;  /* of the table */
};

static gboolean
row_is_empty (TdSheet *sheet, guint row)
{
  for (guint i = 0; i < td_sheet_get_n_cells (sheet, row); i++)
    if (*td_sheet_get (sheet, row, i) != '\0')
      return FALSE;
  return TRUE;
}

/**
 * td_sheet_reader_new:
 * @sheet: the rows; must outlive the reader
 * @n_columns: how many columns the caller knows
 * @headings: (array length=n_headings): what they may be called
 * @n_headings: how many
 * @findings: (element-type TdFinding): where findings go; must outlive the reader
 *
 * Takes the first row that is not empty for the head.
 *
 * Returns: (transfer full): a reader before the first row
 */
TdSheetReader *
td_sheet_reader_new (TdSheet *sheet, guint n_columns, const TdSheetHeading *headings, guint n_headings,
                     GPtrArray *findings)
{
  TdSheetReader *self = g_new0 (TdSheetReader, 1);

  self->sheet = sheet;
  self->findings = findings;
  self->n_columns = n_columns;
  self->places = g_new (guint, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->places[i] = NO_COLUMN;
  td_sheet_get_table (sheet, &self->next, &self->end);
  while (self->next < self->end && row_is_empty (sheet, self->next))
    self->next++;
  if (self->next < self->end)
    self->n_head_cells = td_sheet_get_n_cells (sheet, self->next);
  for (guint i = 0; i < self->n_head_cells; i++)
    {
      g_autofree char *heading = td_text_fold (td_sheet_get (sheet, self->next, i));

      for (guint j = 0; j < n_headings; j++)
        if (g_str_equal (headings[j].heading, heading) && self->places[headings[j].column] == NO_COLUMN)
          self->places[headings[j].column] = i;
    }
  self->next++;
  return self;
}

/**
 * td_sheet_reader_free:
 * @self: (transfer full): a reader
 */
void
td_sheet_reader_free (TdSheetReader *self)
{
  g_free (self->places);
  g_free (self);
}

/**
 * td_sheet_reader_has:
 * @self: a reader
 * @column: one of the caller's columns
 *
 * Returns: whether the list has it
 */
gboolean
td_sheet_reader_has (TdSheetReader *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, FALSE);

  return self->places[column] != NO_COLUMN;
}

/**
 * td_sheet_reader_next:
 * @self: a reader
 *
 * Goes to the next row that is not empty.
 *
 * Returns: whether there is one
 */
gboolean
td_sheet_reader_next (TdSheetReader *self)
{
  while (self->next < self->end && row_is_empty (self->sheet, self->next))
    self->next++;
  if (self->next >= self->end)
    return FALSE;
  self->next++;
  return TRUE;
}

/**
 * td_sheet_reader_get_fraction:
 * @self: a reader
 *
 * Returns: how much of the list has been read, from 0 to 1
 */
double
td_sheet_reader_get_fraction (TdSheetReader *self)
{
  return (double) self->next / MAX (self->end, 1);
}

/**
 * td_sheet_reader_get_line:
 * @self: a reader at a row
 *
 * Returns: the line of the file where the row begins, from 1
 */
guint
td_sheet_reader_get_line (TdSheetReader *self)
{
  return td_sheet_get_line (self->sheet, self->next - 1);
}

/**
 * td_sheet_reader_get:
 * @self: a reader at a row
 * @column: one of the caller's columns
 *
 * Returns: the cell's text; "" where the list or the row has none
 */
const char *
td_sheet_reader_get (TdSheetReader *self, guint column)
{
  return td_sheet_reader_has (self, column) ? td_sheet_get (self->sheet, self->next - 1, self->places[column]) : "";
}

/**
 * td_sheet_reader_dup_date:
 * @self: a reader at a row
 * @column: one of the caller's columns
 *
 * Returns: (transfer full) (nullable): the cell's date in ISO; %NULL when it is empty, and with a
 *   finding when it is no date
 */
char *
td_sheet_reader_dup_date (TdSheetReader *self, guint column)
{
  const char *text = td_sheet_reader_get (self, column);
  char *iso = *text != '\0' ? td_date_parse (text) : NULL;

  if (*text != '\0' && iso == NULL)
    td_sheet_reader_take (self, td_finding_new ("date-wrong", TD_SEVERITY_BLOCK, _ ("“%s” is not a date."), text));
  return iso;
}

/**
 * td_sheet_reader_take:
 * @self: a reader at a row
 * @finding: (transfer full): what is wrong with the row
 */
void
td_sheet_reader_take (TdSheetReader *self, TdFinding *finding)
{
  guint line = td_sheet_reader_get_line (self);
  g_autofree char *where = g_strdup_printf (_ ("line %u"), line);

  g_ptr_array_add (self->findings, td_finding_at (finding, where, 0, line));
}

/**
 * td_sheet_reader_check_length:
 * @self: a reader at a row
 *
 * A row shorter or longer than the head has its values in the wrong columns.
 */
void
td_sheet_reader_check_length (TdSheetReader *self)
{
  guint n_cells = td_sheet_get_n_cells (self->sheet, self->next - 1);

  if (n_cells != self->n_head_cells)
    td_sheet_reader_take (self, td_finding_new ("row-length", TD_SEVERITY_BLOCK,
                                                ngettext ("The row has %u cell, the head has %u.", "The row has %u cells, the head has %u.", n_cells),
                                                n_cells, self->n_head_cells));
}
