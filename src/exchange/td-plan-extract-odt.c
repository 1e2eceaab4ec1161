/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-extract-odt"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-odf-private.h"
#include "td-odt-lists-private.h"
#include "td-plan-extract-private.h"

/* The text of a document of LibreOffice (OpenDocument 1.3 part 3, 5 to 9). What was struck stands apart in it; notes, tables of
 * contents and what is written on pictures for those who do not see them are no text of the plan. */

#define MOST_BLANKS 200
#define MOST_BOXES  3

typedef struct
{
  TdPart *part;
  TdPlanWriter *writer;
  TdOdfStyles *styles;
  TdOdtLists *lists;
  GArray *looks;  /* of TdOdfLook: of the paragraph and of the spans in it */
  gboolean blank; /* the last sign was one */
  gboolean in_body;
  guint boxes;
} Reader;

static void
add (Reader *self, const char *text, gsize length)
{
  TdOdfLook look = self->looks->len > 0 ? g_array_index (self->looks, TdOdfLook, self->looks->len - 1) : (TdOdfLook){ NULL };

  _td_plan_writer_add (self->writer, text, length, look.font, look.capitals);
}

/* Blanks and line ends of the file are one blank. */
static void
add_words (Reader *self, const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, " \t\r\n");

      if (length > 0)
        {
          add (self, text, length);
          self->blank = FALSE;
        }
      text += length;
      if (*text == '\0')
        return;
      text += strspn (text, " \t\r\n");
      if (!self->blank)
        add (self, " ", 1);
      self->blank = TRUE;
    }
}

static void
add_blanks (Reader *self)
{
  g_autofree char *count = td_part_dup_attribute (self->part, "c");
  guint n = count != NULL ? (guint) CLAMP (atol (count), 1, MOST_BLANKS) : 1;
  g_autofree char *blanks = g_strnfill (n, ' ');

  add (self, blanks, n);
}

static void
push_look (Reader *self, const char *family, gboolean span)
{
  g_autofree char *style = td_part_dup_attribute (self->part, "style-name");
  TdOdfLook look = { NULL };

  if (span && self->looks->len > 0)
    look = g_array_index (self->looks, TdOdfLook, self->looks->len - 1);
  if (style != NULL)
    {
      TdOdfLook own = _td_odf_styles_look_up (self->styles, family, style);

      look.font = own.font != NULL ? own.font : look.font;
      look.capitals = own.capitals || look.capitals;
    }
  g_array_append_val (self->looks, look);
}

static void
begin_paragraph (Reader *self)
{
  g_autofree char *style = td_part_dup_attribute (self->part, "style-name");
  g_autofree char *mark = _td_odt_lists_next_mark (self->lists, self->part, style);

  _td_plan_writer_begin_paragraph (self->writer);
  if (mark != NULL)
    _td_plan_writer_set_mark (self->writer, mark);
  g_array_set_size (self->looks, 0);
  push_look (self, "paragraph", FALSE);
  self->blank = TRUE;
}

static gboolean
begin_table (Reader *self)
{
  TdPart *part = self->part;

  if (td_part_is (part, "table"))
    _td_plan_writer_begin_table (self->writer);
  else if (td_part_is (part, "table-row"))
    _td_plan_writer_begin_row (self->writer);
  else if (td_part_is (part, "table-cell"))
    _td_plan_writer_begin_cell (self->writer);
  else
    return FALSE;
  return TRUE;
}

static void
end_element (Reader *self)
{
  TdPart *part = self->part;

  if (td_part_is (part, "p") || td_part_is (part, "h"))
    _td_plan_writer_end_paragraph (self->writer);
  else if (td_part_is (part, "span"))
    g_array_set_size (self->looks, MAX (self->looks->len, 1) - 1);
  else if (td_part_is (part, "list"))
    _td_odt_lists_end (self->lists);
  else if (td_part_is (part, "table-cell"))
    _td_plan_writer_end_cell (self->writer);
  else if (td_part_is (part, "table"))
    _td_plan_writer_end_table (self->writer);
}

static gboolean
is_no_text (TdPart *part)
{
  static const char *const names[] = { "tracked-changes", "note", "annotation", "table-of-content", "illustration-index", "table-index", "object-index",
                                       "user-index", "alphabetical-index", "bibliography", "ruby-text", "title", "desc", "forms", "control",
                                       "number", "covered-table-cell", "object", "scripts", "hidden-text", NULL };

  return g_strv_contains (names, td_part_get_name (part));
}

static void begin_box (Reader *self);

static void
begin_text (Reader *self)
{
  TdPart *part = self->part;

  if (td_part_is (part, "span"))
    push_look (self, "text", TRUE);
  else if (td_part_is (part, "s"))
    add_blanks (self);
  else if (td_part_is (part, "tab"))
    add (self, "\t", 1);
  else if (td_part_is (part, "line-break"))
    add (self, "\n", 1);
  else
    return;
  self->blank = self->blank || td_part_is (part, "line-break");
}

static void
begin_element (Reader *self)
{
  TdPart *part = self->part;

  if (!self->in_body)
    {
      _td_odf_styles_read (self->styles, part);
      _td_odt_lists_read_style (self->lists, part);
      self->in_body = td_part_is (part, "body");
    }
  else if (is_no_text (part))
    td_part_skip (part);
  else if (td_part_is (part, "text-box"))
    begin_box (self);
  else
    {
      if (td_part_is (part, "p") || td_part_is (part, "h"))
        begin_paragraph (self);
      else if (td_part_is (part, "list"))
        _td_odt_lists_begin (self->lists, part);
      else if (td_part_is (part, "list-item") || td_part_is (part, "list-header"))
        _td_odt_lists_begin_item (self->lists, part);
      else if (!begin_table (self))
        begin_text (self);
      if (td_part_is_empty (part))
        end_element (self);
    }
}

static gboolean
read_nodes (Reader *self, const char *until, GError **error)
{
  int type;

  while (!_td_plan_writer_is_full (self->writer, error) && (type = td_part_next (self->part)) != 0)
    {
      const char *text = self->in_body ? td_part_get_text (self->part) : NULL;

      if (type == XML_READER_TYPE_ELEMENT)
        begin_element (self);
      else if (type == XML_READER_TYPE_END_ELEMENT)
        {
          if (until != NULL && td_part_is (self->part, until))
            return TRUE;
          if (self->in_body)
            end_element (self);
        }
      else if (text != NULL && _td_plan_writer_in_paragraph (self->writer))
        add_words (self, text);
    }
  return error == NULL || *error == NULL;
}

/* The paragraphs of a frame stand in a paragraph, which goes on behind them; lists in it are others. */
static void
begin_box (Reader *self)
{
  Reader inner = *self;
  g_autoptr (GArray) looks = NULL;

  if (td_part_is_empty (self->part))
    return;
  if (self->boxes >= MOST_BOXES)
    {
      td_part_skip (self->part);
      return;
    }
  looks = g_array_new (FALSE, TRUE, sizeof (TdOdfLook));
  inner.looks = looks;
  inner.boxes++;
  read_nodes (&inner, "text-box", NULL);
}

static gboolean
read_styles (Reader *self, TdPackage *package, GError **error)
{
  g_autoptr (TdPart) part = NULL;
  int type;

  if (!td_package_has (package, "styles.xml"))
    return TRUE;
  part = td_package_open_part (package, "styles.xml", error);
  while (part != NULL && (type = td_part_next (part)) != 0)
    {
      if (type != XML_READER_TYPE_ELEMENT)
        continue;
      if (td_part_is (part, "master-styles"))
        td_part_skip (part);
      _td_odf_styles_read (self->styles, part);
      _td_odt_lists_read_style (self->lists, part);
    }
  return part != NULL && td_part_finish (part, error);
}

static TdPlanExtract *
read_content (Reader *self, TdPackage *package, GError **error)
{
  g_autoptr (TdPart) part = td_package_open_part (package, "content.xml", error);
  GError *problem = NULL;

  if (part == NULL)
    return NULL;
  self->part = part;
  if (!read_nodes (self, NULL, &problem))
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  return td_part_finish (part, error) ? _td_plan_writer_finish (self->writer, error) : NULL;
}

TdPlanExtract *
_td_plan_extract_odt (TdPackage *package, GError **error)
{
  g_autoptr (TdPlanWriter) writer = _td_plan_writer_new ();
  g_autoptr (TdOdtLists) lists = _td_odt_lists_new ();
  g_autoptr (GArray) looks = g_array_new (FALSE, TRUE, sizeof (TdOdfLook));
  Reader self = { .writer = writer, .lists = lists, .looks = looks, .styles = _td_odf_styles_new () };
  TdPlanExtract *extract = NULL;

  if (read_styles (&self, package, error))
    extract = read_content (&self, package, error);
  _td_odf_styles_free (self.styles);
  return extract;
}
