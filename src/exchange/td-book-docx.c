/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-book-docx"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-readers-private.h"
#include "td-table-stack-private.h"

/* Tables of a document of Word, with the paragraphs around them (ECMA-376 part 1, 17.4): a cell may go over columns of the grid
 * (gridSpan) and hang on to the one above (vMerge); a table in a cell is a table of its own. */

typedef struct
{
  char *font;
  char *based_on;
} Style;

typedef struct
{
  TdPart *part;
  TdTableStack *stack;
  GHashTable *styles;   /* id → Style */
  char *default_font;   /* of the document */
  char *default_style;  /* of paragraphs */
  char *paragraph_font; /* of the paragraph's style; NULL: not told */
  gboolean in_run, in_text, in_run_look;
} Reader;

static void
style_free (Style *style)
{
  g_free (style->font);
  g_free (style->based_on);
  g_free (style);
}

static void
reader_clear (Reader *self)
{
  g_hash_table_unref (self->styles);
  g_free (self->default_font);
  g_free (self->default_style);
  g_free (self->paragraph_font);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Letters of Vietnamese in old encodings are taken for Western ones. */
static char *
dup_run_font (TdPart *part)
{
  g_autofree char *ascii = td_part_dup_attribute (part, "ascii");

  return ascii != NULL ? g_steal_pointer (&ascii) : td_part_dup_attribute (part, "hAnsi");
}

static void
take_style (Reader *self, char **id, Style **style)
{
  if (*id != NULL && *style != NULL && g_hash_table_size (self->styles) < 10000)
    g_hash_table_insert (self->styles, g_steal_pointer (id), g_steal_pointer (style));
  g_clear_pointer (id, g_free);
  g_clear_pointer (style, style_free);
}

static void
begin_style (Reader *self, TdPart *part, char **id, Style **style)
{
  g_autofree char *type = td_part_dup_attribute (part, "type");
  g_autofree char *is_default = td_part_dup_attribute (part, "default");

  take_style (self, id, style);
  *id = td_part_dup_attribute (part, "styleId");
  *style = g_new0 (Style, 1);
  if (g_strcmp0 (type, "paragraph") == 0 && g_strcmp0 (is_default, "1") == 0 && self->default_style == NULL)
    self->default_style = g_strdup (*id);
}

static gboolean
read_styles (Reader *self, TdPackage *package, const char *name, GError **error)
{
  g_autoptr (TdPart) part = td_package_open_part (package, name, error);
  char *id = NULL;
  Style *style = NULL;
  int type;

  while (part != NULL && (type = td_part_next (part)) != 0)
    {
      if (type != XML_READER_TYPE_ELEMENT)
        continue;
      if (td_part_is (part, "style"))
        begin_style (self, part, &id, &style);
      else if (td_part_is (part, "rFonts"))
        {
          char **place = style != NULL ? &style->font : &self->default_font;

          if (*place == NULL)
            *place = dup_run_font (part);
        }
      else if (td_part_is (part, "basedOn") && style != NULL && style->based_on == NULL)
        style->based_on = td_part_dup_attribute (part, "val");
    }
  take_style (self, &id, &style);
  return part != NULL && td_part_finish (part, error);
}

static const char *
style_font (Reader *self, const char *id)
{
  for (guint i = 0; i < 20 && id != NULL; i++)
    {
      const Style *style = g_hash_table_lookup (self->styles, id);

      if (style == NULL)
        return NULL;
      if (style->font != NULL)
        return style->font;
      id = style->based_on;
    }
  return NULL;
}

static void
set_paragraph_style (Reader *self, const char *id)
{
  const char *font = id != NULL ? style_font (self, id) : NULL;

  g_free (self->paragraph_font);
  self->paragraph_font = g_strdup (font != NULL ? font : self->default_font);
}

/* TRUE where the element means something to a cell as a whole. */
static gboolean
begin_structure (Reader *self, GError **error)
{
  TdPart *part = self->part;
  g_autofree char *value = NULL;

  if (td_part_is (part, "tbl"))
    _td_table_stack_begin_table (self->stack, NULL, error);
  else if (td_part_is (part, "tr"))
    _td_table_stack_begin_row (self->stack);
  else if (td_part_is (part, "tc"))
    _td_table_stack_begin_cell (self->stack, 1, 1);
  else if (td_part_is (part, "gridBefore"))
    {
      value = td_part_dup_attribute (part, "val");
      _td_table_stack_skip_columns (self->stack, value != NULL ? (guint) CLAMP (atol (value), 0, 1000) : 0);
    }
  else if (td_part_is (part, "gridSpan"))
    {
      value = td_part_dup_attribute (part, "val");
      _td_table_stack_set_columns (self->stack, value != NULL ? (guint) CLAMP (atol (value), 1, 1000) : 1);
    }
  else if (td_part_is (part, "vMerge"))
    {
      value = td_part_dup_attribute (part, "val");
      _td_table_stack_set_merge (self->stack, g_strcmp0 (value, "restart") == 0 ? TD_MERGE_BEGINS : TD_MERGE_GOES_ON);
    }
  else
    return FALSE;
  return TRUE;
}

static void
begin_text (Reader *self)
{
  TdPart *part = self->part;
  gboolean empty = td_part_is_empty (part);
  g_autofree char *value = NULL;

  if (td_part_is (part, "p"))
    {
      _td_table_stack_begin_paragraph (self->stack);
      set_paragraph_style (self, self->default_style);
    }
  else if (td_part_is (part, "pStyle"))
    {
      value = td_part_dup_attribute (part, "val");
      set_paragraph_style (self, value);
    }
  else if (td_part_is (part, "r"))
    {
      self->in_run = !empty;
      _td_table_stack_set_font (self->stack, self->paragraph_font);
    }
  else if (td_part_is (part, "rFonts") && self->in_run)
    {
      value = dup_run_font (part);
      if (value != NULL)
        _td_table_stack_set_font (self->stack, value);
    }
  else if (td_part_is (part, "rStyle") && self->in_run)
    {
      value = td_part_dup_attribute (part, "val");
      if (value != NULL && style_font (self, value) != NULL)
        _td_table_stack_set_font (self->stack, style_font (self, value));
    }
  else if (td_part_is (part, "t"))
    self->in_text = !empty;
  else if (td_part_is (part, "tab") && self->in_run)
    _td_table_stack_add_text (self->stack, " ", 1);
  else if (td_part_is (part, "noBreakHyphen"))
    _td_table_stack_add_text (self->stack, "-", 1);
  else if (td_part_is (part, "br") || td_part_is (part, "cr"))
    _td_table_stack_break (self->stack);
}

static gboolean
end_element (Reader *self, GError **error)
{
  TdPart *part = self->part;

  self->in_text = FALSE;
  if (td_part_is (part, "tc"))
    return _td_table_stack_end_cell (self->stack, TD_CELL_TEXT, 1, error);
  if (td_part_is (part, "tr"))
    return _td_table_stack_end_row (self->stack, 1, error);
  if (td_part_is (part, "tbl"))
    _td_table_stack_end_table (self->stack);
  else if (td_part_is (part, "p"))
    _td_table_stack_end_paragraph (self->stack);
  else if (td_part_is (part, "r"))
    self->in_run = FALSE;
  return TRUE;
}

static gboolean
read_document (Reader *self, GError **error)
{
  GError *problem = NULL;
  int type;

  while (problem == NULL && (type = td_part_next (self->part)) != 0)
    {
      if (type == XML_READER_TYPE_ELEMENT)
        {
          /* What is kept for older programs is there twice; what was struck is gone. */
          if (td_part_is (self->part, "Fallback") || td_part_is (self->part, "del") || td_part_is (self->part, "moveFrom"))
            td_part_skip (self->part);
          else if (!begin_structure (self, &problem))
            begin_text (self);
          if (problem == NULL && td_part_is_empty (self->part))
            end_element (self, &problem);
        }
      else if (type == XML_READER_TYPE_END_ELEMENT)
        end_element (self, &problem);
      else if (self->in_text && td_part_get_text (self->part) != NULL)
        _td_table_stack_add_text (self->stack, td_part_get_text (self->part), strlen (td_part_get_text (self->part)));
    }
  if (problem == NULL)
    return td_part_finish (self->part, error);
  g_propagate_error (error, problem);
  return FALSE;
}

/* @main_part: where the document lies in the package */
TdBook *
_td_book_read_docx (TdPackage *package, const char *main_part, GError **error)
{
  g_autoptr (TdBook) book = _td_book_new (TD_BOOK_DOCX);
  g_autofree char *folder = g_path_get_dirname (main_part);
  g_autofree char *styles = g_build_filename (folder, "styles.xml", NULL);
  g_autoptr (TdPart) part = NULL;
  g_auto (Reader) self = { NULL };
  gboolean ok;

  self.styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) style_free);
  if (td_package_has (package, styles) && !read_styles (&self, package, styles, error))
    return NULL;
  part = td_package_open_part (package, main_part, error);
  if (part == NULL)
    return NULL;
  self.part = part;
  self.stack = _td_table_stack_new (book, FALSE);
  ok = read_document (&self, error) && _td_table_stack_finish (self.stack, error);
  _td_table_stack_free (self.stack);
  return ok && _td_book_finish (book, error) ? g_steal_pointer (&book) : NULL;
}
