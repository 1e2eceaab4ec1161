/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-cells"

#include "config.h"

#include <string.h>

#include "td-legacy.h"
#include "td-list-reader-private.h"

/* The cells of a sheet in Unicode. Which old encoding a cell has is told by its font, or by the letters of
 * its whole column: one word alone may look like both, unless it has letters that no Vietnamese word has. */

#define LETTERS_SAMPLED 4000 /* bytes of a column that are enough to guess by */

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

static TdLegacyEncoding
guess_column (TdListReader *self, guint column)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint row = 0; row < td_sheet_get_n_rows (self->sheet) && letters->len < LETTERS_SAMPLED; row++)
    {
      const char *text = td_sheet_get (self->sheet, row, column);

      /* What has a font that tells is not to be guessed. */
      if (*text != '\0' && strlen (text) < LETTERS_SAMPLED && !is_ascii (text) && td_legacy_from_font (td_sheet_get_font (self->sheet, row, column)) == TD_LEGACY_NONE)
        g_string_append_printf (letters, "%s\n", text);
    }
  return letters->len > 0 ? td_legacy_guess (letters->str) : TD_LEGACY_NONE;
}

/**
 * _td_list_cells_begin:
 * @self: a reader at a new sheet
 *
 * Looks for old encodings among its columns.
 */
void
_td_list_cells_begin (TdListReader *self)
{
  guint n_columns = 0;

  if (self->converted_texts == NULL)
    self->converted_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->has_encodings = FALSE;
  for (guint row = 0; row < td_sheet_get_n_rows (self->sheet) && row < 200; row++)
    n_columns = MAX (n_columns, MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS));
  for (guint i = 0; i < TD_LIST_MOST_COLUMNS; i++)
    {
      self->encodings[i] = i < n_columns ? guess_column (self, i) : TD_LEGACY_NONE;
      self->has_encodings = self->has_encodings || self->encodings[i] != TD_LEGACY_NONE;
    }
}

/* Letters of Latin-1 that no Vietnamese word has: few cells do, so each of them can be looked at by itself where
 * its column as a whole is Unicode. */
static gboolean
has_odd_letters (const char *text)
{
  static const char *const vietnamese = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý\xc2\xa0";

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (((guchar) *p == 0xc2 || (guchar) *p == 0xc3) && g_utf8_strchr (vietnamese, -1, g_utf8_get_char (p)) == NULL)
      return TRUE;
  return FALSE;
}

static TdLegacyEncoding
guess_cell (TdListReader *self, const char *text)
{
  g_autofree char *key = g_strdup_printf ("?%s", text);
  gpointer known = NULL;

  if (g_hash_table_lookup_extended (self->converted_texts, key, NULL, &known))
    return GPOINTER_TO_UINT (known);
  known = GUINT_TO_POINTER (td_legacy_guess (text));
  g_hash_table_insert (self->converted_texts, g_steal_pointer (&key), known);
  return GPOINTER_TO_UINT (known);
}

static const char *
convert (TdListReader *self, const char *text, TdLegacyEncoding encoding)
{
  g_autofree char *key = g_strdup_printf ("%u%s", (guint) encoding, text);
  const char *known = g_hash_table_lookup (self->converted_texts, key);

  if (known == NULL)
    {
      g_autofree char *converted = td_legacy_convert (text, encoding);

      known = td_list_reading_keep (self->reading, converted);
      g_hash_table_insert (self->converted_texts, g_steal_pointer (&key), (gpointer) known);
    }
  return known;
}

/**
 * _td_list_cell:
 * @self: a reader
 * @row: of the sheet
 * @column: of the row
 * @change: (out) (optional): whether it was converted
 *
 * Returns: the cell's text in Unicode
 */
const char *
_td_list_cell (TdListReader *self, guint row, guint column, TdListChange *change)
{
  const char *text = td_sheet_get (self->sheet, row, column);
  TdLegacyEncoding encoding = TD_LEGACY_NONE;
  TdListChange how = TD_LIST_CHANGE_NONE;

  if (*text != '\0' && self->formatted)
    {
      encoding = td_legacy_from_font (td_sheet_get_font (self->sheet, row, column));
      how = TD_LIST_CHANGE_FONT;
    }
  /* The capitals of TCVN3 are plain letters in a font of capitals. */
  if (encoding == TD_LEGACY_NONE && self->has_encodings && column < TD_LIST_MOST_COLUMNS && self->encodings[column] != TD_LEGACY_NONE && !is_ascii (text))
    {
      encoding = self->encodings[column];
      how = TD_LIST_CHANGE_LETTERS;
    }
  else if (encoding == TD_LEGACY_NONE && strlen (text) < LETTERS_SAMPLED && has_odd_letters (text))
    {
      encoding = guess_cell (self, text);
      how = TD_LIST_CHANGE_LETTERS;
    }
  if (encoding != TD_LEGACY_NONE)
    text = convert (self, text, encoding);
  else
    how = TD_LIST_CHANGE_NONE;
  if (change != NULL)
    *change = how;
  return text;
}
