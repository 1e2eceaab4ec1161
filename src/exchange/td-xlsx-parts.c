/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-xlsx-parts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "td-xlsx-private.h"

/* What the sheets of a workbook share: texts and looks (ECMA-376 part 1, 18.4 and 18.8). */

/* Excel itself allows 65,490 of each. */
#define MOST_STYLES 65536

/* Excel writes what XML cannot hold as _x000D_. */
static void
unescape (GString *text)
{
  char *from = strstr (text->str, "_x");
  char *to = from;

  if (from == NULL)
    return;
  while (*from != '\0')
    {
      gboolean escaped = from[0] == '_' && from[1] == 'x' && strspn (from + 2, "0123456789abcdefABCDEF") >= 4 && from[6] == '_';
      guint code = 0;

      for (guint i = 2; escaped && i < 6; i++)
        code = code * 16 + g_ascii_xdigit_value (from[i]);
      if (escaped && code > 0 && g_unichar_validate (code))
        {
          to += g_unichar_to_utf8 (code, to);
          from += 7;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, to - text->str);
}

static void
end_run (TdXlsxRuns *runs, gsize *begin)
{
  if (runs->text->len - *begin > runs->best_length)
    {
      runs->best_length = runs->text->len - *begin;
      runs->best_font = runs->font;
    }
  *begin = runs->text->len;
}

/* The text of an element with runs, at whose beginning the part stands: <si> or <is>. Readings of
 * Chinese letters are left out. FALSE where the file breaks off. */
gboolean
_td_xlsx_read_runs (TdPart *part, const char *element, TdCellStore *store, TdXlsxRuns *runs)
{
  gboolean in_text = FALSE;
  gsize begin = 0;
  int type;

  g_string_truncate (runs->text, 0);
  runs->font = runs->best_font = 0;
  runs->best_length = 0;
  if (td_part_is_empty (part))
    return TRUE;
  while ((type = td_part_next (part)) != 0)
    {
      if (type == XML_READER_TYPE_ELEMENT)
        {
          if (td_part_is (part, "rPh"))
            td_part_skip (part);
          else if (td_part_is (part, "rFont"))
            {
              g_autofree char *family = td_part_dup_attribute (part, "val");

              runs->font = _td_cell_store_font (store, family);
            }
          else
            in_text = td_part_is (part, "t") && !td_part_is_empty (part);
        }
      else if (type == XML_READER_TYPE_END_ELEMENT)
        {
          in_text = FALSE;
          if (td_part_is (part, "r") || td_part_is (part, element))
            {
              end_run (runs, &begin);
              runs->font = 0;
            }
          if (td_part_is (part, element))
            {
              unescape (runs->text);
              return TRUE;
            }
        }
      else if (in_text && td_part_get_text (part) != NULL)
        g_string_append (runs->text, td_part_get_text (part));
    }
  return FALSE;
}

/* The texts cells point to, by number. */
GArray *
_td_xlsx_read_strings (TdPackage *package, const char *name, TdCellStore *store, GError **error)
{
  g_autoptr (GArray) strings = g_array_new (FALSE, TRUE, sizeof (TdXlsxString));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TdPart) part = td_package_open_part (package, name, error);
  TdXlsxRuns runs = { .text = text };
  int type;

  while (part != NULL && (type = td_part_next (part)) != 0)
    {
      TdXlsxString string;

      if (type != XML_READER_TYPE_ELEMENT || !td_part_is (part, "si") || !_td_xlsx_read_runs (part, "si", store, &runs))
        continue;
      string.font = runs.best_font;
      if (!_td_cell_store_add (store, text->str, text->len, &string.place, error))
        return NULL;
      g_array_append_val (strings, string);
      if (strings->len > TD_BOOK_MOST_CELLS)
        {
          g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE,
                               _ ("There is too much text in the file. Split it and read the parts one after the other."));
          return NULL;
        }
    }
  return part != NULL && td_part_finish (part, error) ? g_steal_pointer (&strings) : NULL;
}

typedef struct
{
  TdPart *part;
  TdCellStore *store;
  GArray *fonts;       /* of guint16 */
  GHashTable *formats; /* id → code */
  GArray *styles;      /* of TdXlsxStyle */
} StyleReader;

static guint
number_attribute (TdPart *part, const char *name)
{
  g_autofree char *value = td_part_dup_attribute (part, name);

  return value != NULL ? (guint) CLAMP (atol (value), 0, G_MAXINT) : 0;
}

static void
read_font (StyleReader *self)
{
  guint16 font = 0;
  int type;

  if (!td_part_is_empty (self->part))
    while ((type = td_part_next (self->part)) != 0 && !(type == XML_READER_TYPE_END_ELEMENT && td_part_is (self->part, "font")))
      if (type == XML_READER_TYPE_ELEMENT && td_part_is (self->part, "name"))
        {
          g_autofree char *family = td_part_dup_attribute (self->part, "val");

          font = _td_cell_store_font (self->store, family);
        }
  if (self->fonts->len < MOST_STYLES)
    g_array_append_val (self->fonts, font);
}

static void
read_format (StyleReader *self)
{
  g_autofree char *code = td_part_dup_attribute (self->part, "formatCode");

  if (code != NULL && g_hash_table_size (self->formats) < MOST_STYLES)
    g_hash_table_insert (self->formats, GUINT_TO_POINTER (number_attribute (self->part, "numFmtId")), g_steal_pointer (&code));
}

static void
read_style (StyleReader *self)
{
  guint id = number_attribute (self->part, "numFmtId");
  guint font = number_attribute (self->part, "fontId");
  const char *code = g_hash_table_lookup (self->formats, GUINT_TO_POINTER (id));
  TdXlsxStyle style = { .font = font < self->fonts->len ? g_array_index (self->fonts, guint16, font) : 0 };

  if (code != NULL)
    td_number_format_parse (&style.format, code);
  else
    td_number_format_init_builtin (&style.format, id);
  if (self->styles->len < MOST_STYLES)
    g_array_append_val (self->styles, style);
}

/* The looks cells point to, by number. */
GArray *
_td_xlsx_read_styles (TdPackage *package, const char *name, TdCellStore *store, GError **error)
{
  g_autoptr (GArray) styles = g_array_new (FALSE, TRUE, sizeof (TdXlsxStyle));
  g_autoptr (GArray) fonts = g_array_new (FALSE, TRUE, sizeof (guint16));
  g_autoptr (GHashTable) formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (TdPart) part = td_package_open_part (package, name, error);
  StyleReader self = { part, store, fonts, formats, styles };
  gboolean in_fonts = FALSE, in_cells = FALSE;
  int type;

  while (part != NULL && (type = td_part_next (part)) != 0)
    {
      gboolean begins = type == XML_READER_TYPE_ELEMENT && !td_part_is_empty (part);

      if (type != XML_READER_TYPE_ELEMENT && type != XML_READER_TYPE_END_ELEMENT)
        continue;
      if (td_part_is (part, "fonts"))
        in_fonts = begins;
      else if (td_part_is (part, "cellXfs"))
        in_cells = begins;
      else if (type == XML_READER_TYPE_ELEMENT && in_fonts && td_part_is (part, "font"))
        read_font (&self);
      else if (type == XML_READER_TYPE_ELEMENT && td_part_is (part, "numFmt"))
        read_format (&self);
      else if (type == XML_READER_TYPE_ELEMENT && in_cells && td_part_is (part, "xf"))
        read_style (&self);
    }
  return part != NULL && td_part_finish (part, error) ? g_steal_pointer (&styles) : NULL;
}
