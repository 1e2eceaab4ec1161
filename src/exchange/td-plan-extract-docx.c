/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-extract-docx"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-docx-styles-private.h"
#include "td-plan-extract-private.h"

/* The text of a document of Word (ECMA-376 part 1, 17): paragraphs with the marks of their lists, tables, text boxes. What was
 * struck, what is hidden, tables of contents, heads and feet of pages and footnotes are no text of the plan. */

typedef struct
{
  TdPart *part;
  TdPlanWriter *writer;
  TdDocxStyles *styles;
  char *style; /* of the open paragraph */
  TdDocxLook paragraph_look, look;
  int list, level; /* of the open paragraph; -1 not told */
  gboolean in_look, in_run, in_run_look, in_text;
  guint boxes; /* open text boxes */
} Reader;

static void
begin_paragraph (Reader *self)
{
  _td_plan_writer_begin_paragraph (self->writer);
  g_clear_pointer (&self->style, g_free);
  self->list = self->level = -1;
  self->paragraph_look = _td_docx_styles_look_up (self->styles, NULL);
}

/* Once what a paragraph is has been told, its text begins. */
static void
end_paragraph_look (Reader *self)
{
  g_autofree char *mark = _td_docx_styles_next_mark (self->styles, self->style, self->list, self->level);

  if (mark != NULL)
    _td_plan_writer_set_mark (self->writer, mark);
}

static gboolean
begin_paragraph_look (Reader *self)
{
  TdPart *part = self->part;

  if (td_part_is (part, "pStyle"))
    {
      g_free (self->style);
      self->style = td_part_dup_attribute (part, "val");
      self->paragraph_look = _td_docx_styles_look_up (self->styles, self->style);
    }
  else if (td_part_is (part, "numId"))
    self->list = td_part_get_int (part, "val", -1);
  else if (td_part_is (part, "ilvl"))
    self->level = td_part_get_int (part, "val", -1);
  else
    return FALSE;
  return TRUE;
}

static void
begin_run_look (Reader *self)
{
  TdPart *part = self->part;

  if (td_part_is (part, "rStyle"))
    {
      g_autofree char *id = td_part_dup_attribute (part, "val");
      TdDocxLook look = _td_docx_styles_look_up (self->styles, id);

      if (look.font != NULL)
        self->look.font = look.font;
      self->look.capitals = self->look.capitals || look.capitals;
      self->look.hidden = self->look.hidden || look.hidden;
    }
  else
    _td_docx_look_read (&self->look, self->styles, part);
}

static void
add (Reader *self, const char *text)
{
  if (!self->look.hidden)
    _td_plan_writer_add (self->writer, text, strlen (text), self->look.font, self->look.capitals);
}

static void
begin_in_run (Reader *self)
{
  TdPart *part = self->part;

  if (td_part_is (part, "t"))
    self->in_text = !td_part_is_empty (part);
  else if (td_part_is (part, "tab") || td_part_is (part, "ptab"))
    add (self, "\t");
  else if (td_part_is (part, "noBreakHyphen"))
    add (self, "-");
  else if (td_part_is (part, "br") || td_part_is (part, "cr"))
    add (self, "\n");
}

static void
begin_table (Reader *self)
{
  TdPart *part = self->part;

  if (td_part_is (part, "tbl"))
    _td_plan_writer_begin_table (self->writer);
  else if (td_part_is (part, "tr"))
    _td_plan_writer_begin_row (self->writer);
  else if (td_part_is (part, "tc"))
    _td_plan_writer_begin_cell (self->writer);
}

/* What was struck or moved away, what older programs are told instead, and notes of the margin. */
static gboolean
is_no_text (TdPart *part)
{
  static const char *const names[] = { "Fallback", "del", "moveFrom", "tblPr", "tblGrid", "sectPr", "pPrChange", "rPrChange", "instrText", "delText", NULL };

  return g_strv_contains (names, td_part_get_name (part));
}

static void
end_element (Reader *self)
{
  TdPart *part = self->part;

  self->in_text = FALSE;
  if (td_part_is (part, "pPr") && self->in_look)
    {
      self->in_look = FALSE;
      end_paragraph_look (self);
    }
  else if (td_part_is (part, "rPr"))
    self->in_run_look = FALSE;
  else if (td_part_is (part, "r"))
    self->in_run = FALSE;
  else if (td_part_is (part, "p"))
    {
      if (_td_docx_styles_is_contents (self->styles, self->style))
        _td_plan_writer_drop_paragraph (self->writer);
      else
        _td_plan_writer_end_paragraph (self->writer);
    }
  else if (td_part_is (part, "tc"))
    _td_plan_writer_end_cell (self->writer);
  else if (td_part_is (part, "tbl"))
    _td_plan_writer_end_table (self->writer);
}

static void begin_box (Reader *self);

static void
begin_element (Reader *self)
{
  TdPart *part = self->part;

  if (is_no_text (part))
    td_part_skip (part);
  else if (self->in_look)
    begin_paragraph_look (self);
  else if (self->in_run_look)
    begin_run_look (self);
  else if (td_part_is (part, "p"))
    {
      begin_paragraph (self);
      if (td_part_is_empty (part))
        end_element (self);
    }
  else if (td_part_is (part, "pPr"))
    self->in_look = !td_part_is_empty (part);
  else if (td_part_is (part, "r"))
    {
      self->in_run = !td_part_is_empty (part);
      self->look = self->paragraph_look;
    }
  else if (td_part_is (part, "rPr"))
    self->in_run_look = self->in_run && !td_part_is_empty (part);
  else if (td_part_is (part, "txbxContent"))
    begin_box (self);
  else if (self->in_run)
    begin_in_run (self);
  else
    begin_table (self);
  if (!self->in_look && td_part_is_empty (part) && (td_part_is (part, "tc") || td_part_is (part, "tbl")))
    end_element (self);
}

static gboolean
read_nodes (Reader *self, const char *until, GError **error)
{
  int type;

  while (!_td_plan_writer_is_full (self->writer, error) && (type = td_part_next (self->part)) != 0)
    {
      const char *text = self->in_text ? td_part_get_text (self->part) : NULL;

      if (type == XML_READER_TYPE_ELEMENT)
        begin_element (self);
      else if (type == XML_READER_TYPE_END_ELEMENT)
        {
          if (until != NULL && td_part_is (self->part, until))
            return TRUE;
          end_element (self);
        }
      else if (text != NULL)
        {
          g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');

          add (self, line);
        }
    }
  return error == NULL || *error == NULL;
}

/* The paragraphs of a text box stand in a run, which goes on behind them. */
static void
begin_box (Reader *self)
{
  Reader inner = { .part = self->part, .writer = self->writer, .styles = self->styles, .boxes = self->boxes + 1 };

  if (td_part_is_empty (self->part))
    return;
  if (self->boxes >= 3)
    td_part_skip (self->part);
  else
    read_nodes (&inner, "txbxContent", NULL);
  g_free (inner.style);
}

/* @main_part: where the document lies in the package */
TdPlanExtract *
_td_plan_extract_docx (TdPackage *package, const char *main_part, GError **error)
{
  g_autoptr (TdDocxStyles) styles = _td_docx_styles_read (package, main_part, error);
  g_autoptr (TdPart) part = styles != NULL ? td_package_open_part (package, main_part, error) : NULL;
  g_autoptr (TdPlanWriter) writer = _td_plan_writer_new ();
  Reader self = { .part = part, .writer = writer, .styles = styles };
  g_autoptr (GError) problem = NULL;
  gboolean ok;

  if (part == NULL)
    return NULL;
  ok = read_nodes (&self, NULL, &problem);
  g_free (self.style);
  if (!ok)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return td_part_finish (part, error) ? _td_plan_writer_finish (writer, error) : NULL;
}
