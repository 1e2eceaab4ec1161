/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-extract-html"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "td-plan-extract-private.h"
#include "td-plan-reader-private.h"

/* The text of a web page, as saved from a portal of laws or of an office. The parser tells of tags as they come, so that no tree
 * is built and nothing is fetched. Menus and news around the plan are cut off: it begins with its head and ends with its foot. */

#define MOST_LISTS 30
/* A page with more tags than that is made of nothing else. */
#define MOST_TAGS 1000000
/* How many lines of names may stand above the motto or the number. */
#define MOST_NAMES 8
/* How long a list of recipients with its signature may be. */
#define MOST_FOOT 80

typedef struct
{
  TdNumbering numbering;
  gint next;
  gboolean begun; /* it has an item, or was told where to begin */
} List;

typedef struct
{
  GCancellable *cancellable;
  xmlParserCtxt *parser;
  TdPlanWriter *writer;
  List lists[MOST_LISTS];
  guint n_lists;
  gint ended[MOST_LISTS]; /* where the last numbered list of each depth came to */
  guint n_tags;
  guint hidden; /* inside of what is not shown */
  char *hiding; /* the element that hides */
  guint pre;
  gboolean blank;
  char *mark;       /* of the item whose first word is awaited */
  GPtrArray *fonts; /* of GRefString: of each open <font> the one in force, %NULL for none */
  GError *error;
} Reader;

static const char *
attribute (const xmlChar **attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
      return (const char *) attributes[i + 1];
  return NULL;
}

/* What a person does not see, or does not read as the page's text. */
static gboolean
hides (const char *name, const xmlChar **attributes)
{
  static const char *const names[] = { "script", "style", "title", "nav", "aside", "footer", "select", "button", "textarea", "noscript", "template",
                                       "iframe", "object", "svg", "head", "dialog", "menu", "del", NULL };
  const char *kind = attribute (attributes, "class");
  const char *id = attribute (attributes, "id");
  g_autofree char *style = attribute (attributes, "style") != NULL ? g_ascii_strdown (attribute (attributes, "style"), -1) : NULL;

  if (g_strv_contains (names, name))
    return TRUE;
  if (style != NULL && (strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL || strstr (style, "mso-hide:all") != NULL))
    return TRUE;
  /* Footnotes as LibreOffice writes them: the sign, and the note below. */
  return (kind != NULL && g_str_has_prefix (kind, "sdfootnote")) || (id != NULL && g_str_has_prefix (id, "sdfootnote"));
}

/* Elements that have no end, and hide nothing. */
static gboolean
is_void (const char *name)
{
  static const char *const names[] = { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "wbr", NULL };

  return g_strv_contains (names, name);
}

static gboolean
is_block (const char *name)
{
  static const char *const names[] = { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "pre", "hr", "center", "blockquote",
                                       "section", "article", "header", "body", "main", "figure", "form", "fieldset", "address", "caption", "details", NULL };

  return g_strv_contains (names, name);
}

/* Between blocks there is no paragraph; empty ones are not seen. */
static void
end_paragraph (Reader *self)
{
  if (!_td_plan_writer_in_paragraph (self->writer))
    return;
  if (_td_plan_writer_has_text (self->writer))
    _td_plan_writer_end_paragraph (self->writer);
  else
    _td_plan_writer_drop_paragraph (self->writer);
}

static void
need_paragraph (Reader *self)
{
  if (_td_plan_writer_in_paragraph (self->writer))
    return;
  _td_plan_writer_begin_paragraph (self->writer);
  if (self->mark != NULL)
    _td_plan_writer_set_mark (self->writer, self->mark);
  g_clear_pointer (&self->mark, g_free);
  self->blank = TRUE;
}

static TdNumbering
numbering_of (const char *type, const char *style)
{
  static const struct
  {
    const char *name;
    TdNumbering numbering;
  } names[] = { { "upper-roman", TD_NUMBERING_UPPER_ROMAN }, { "lower-roman", TD_NUMBERING_LOWER_ROMAN }, { "upper-alpha", TD_NUMBERING_UPPER_LETTER }, { "lower-alpha", TD_NUMBERING_LOWER_LETTER }, { "upper-latin", TD_NUMBERING_UPPER_LETTER }, { "lower-latin", TD_NUMBERING_LOWER_LETTER } };

  for (guint i = 0; style != NULL && i < G_N_ELEMENTS (names); i++)
    if (strstr (style, names[i].name) != NULL)
      return names[i].numbering;
  switch (type != NULL ? *type : '1')
    {
    case 'I': return TD_NUMBERING_UPPER_ROMAN;
    case 'i': return TD_NUMBERING_LOWER_ROMAN;
    case 'A': return TD_NUMBERING_UPPER_LETTER;
    case 'a': return TD_NUMBERING_LOWER_LETTER;
    default: return TD_NUMBERING_DECIMAL;
    }
}

static void
begin_list (Reader *self, const char *name, const xmlChar **attributes)
{
  const char *start = attribute (attributes, "start");
  List list = { TD_NUMBERING_BULLET, 1, start != NULL };

  if (g_str_equal (name, "ol"))
    {
      list.numbering = numbering_of (attribute (attributes, "type"), attribute (attributes, "style"));
      list.next = start != NULL ? (gint) CLAMP (atol (start), 0, 32767) : 1;
    }
  /* A list that begins with a list and not with an item was interrupted within one: so LibreOffice writes it. */
  if (self->n_lists > 0 && self->n_lists <= MOST_LISTS && !self->lists[self->n_lists - 1].begun)
    self->lists[self->n_lists - 1].next = MAX (self->ended[self->n_lists - 1], 1);
  if (self->n_lists < MOST_LISTS)
    self->lists[self->n_lists] = list;
  self->n_lists++;
}

static void
begin_item (Reader *self, const xmlChar **attributes)
{
  const char *value = attribute (attributes, "value");
  List *list = self->n_lists > 0 && self->n_lists <= MOST_LISTS ? &self->lists[self->n_lists - 1] : NULL;

  g_clear_pointer (&self->mark, g_free);
  if (list == NULL)
    return;
  list->begun = TRUE;
  if (value != NULL)
    list->next = (gint) CLAMP (atol (value), 0, 32767);
  if (list->numbering == TD_NUMBERING_BULLET)
    self->mark = g_strdup ("•");
  else
    {
      g_autofree char *number = _td_numbering_number_text (list->numbering, list->next++);

      self->mark = g_strconcat (number, ".", NULL);
    }
}

static void
begin_block (Reader *self, const char *name, const xmlChar **attributes)
{
  end_paragraph (self);
  if (g_str_equal (name, "ol") || g_str_equal (name, "ul"))
    begin_list (self, name, attributes);
  else if (g_str_equal (name, "li"))
    begin_item (self, attributes);
  else if (g_str_equal (name, "pre"))
    self->pre++;
}

/* The font in force, or none. */
static const char *
font_of (Reader *self)
{
  return self->fonts->len > 0 ? g_ptr_array_index (self->fonts, self->fonts->len - 1) : NULL;
}

/* A <font> without a face is in that of the one around it. */
static void
push_font (Reader *self, const char *face)
{
  char *around = (char *) font_of (self);

  g_ptr_array_add (self->fonts, face != NULL ? g_ref_string_new (face) : around != NULL ? g_ref_string_acquire (around)
                                                                                        : NULL);
}

static void
pop_font (gpointer font)
{
  if (font != NULL)
    g_ref_string_release (font);
}

static void
begin_element (Reader *self, const char *name, const xmlChar **attributes)
{
  if (g_str_equal (name, "table"))
    {
      end_paragraph (self);
      _td_plan_writer_begin_table (self->writer);
    }
  else if (g_str_equal (name, "tr"))
    {
      end_paragraph (self);
      _td_plan_writer_begin_row (self->writer);
    }
  else if (g_str_equal (name, "td") || g_str_equal (name, "th"))
    {
      end_paragraph (self);
      _td_plan_writer_begin_cell (self->writer);
    }
  else if (g_str_equal (name, "br"))
    {
      need_paragraph (self);
      _td_plan_writer_add (self->writer, "\n", 1, NULL, FALSE);
      self->blank = TRUE;
    }
  else if (g_str_equal (name, "font"))
    push_font (self, attribute (attributes, "face"));
  else if (is_block (name))
    begin_block (self, name, attributes);
}

static void
check (Reader *self)
{
  if (++self->n_tags > MOST_TAGS)
    g_set_error_literal (&self->error, TD_PLAN_READER_ERROR, TD_PLAN_READER_ERROR_TOO_LARGE, _ ("The file is too large for a plan (more than 20 MB)."));
  if (self->error == NULL && !_td_plan_writer_is_full (self->writer, &self->error))
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (self->error != NULL)
    xmlStopParser (self->parser);
}

static void
begin_cb (void *data, const xmlChar *element, const xmlChar **attributes)
{
  Reader *self = data;
  const char *name = (const char *) element;

  if (self->error != NULL)
    return;
  if (self->hidden > 0)
    self->hidden += g_str_equal (name, self->hiding);
  else if (!is_void (name) && hides (name, attributes))
    {
      self->hidden = 1;
      g_free (self->hiding);
      self->hiding = g_strdup (name);
    }
  else
    begin_element (self, name, attributes);
  check (self);
}

static void
end_list (Reader *self)
{
  if (self->n_lists == 0)
    return;
  self->n_lists--;
  if (self->n_lists < MOST_LISTS && self->lists[self->n_lists].numbering != TD_NUMBERING_BULLET)
    self->ended[self->n_lists] = self->lists[self->n_lists].next;
}

static void
end_block (Reader *self, const char *name)
{
  end_paragraph (self);
  if (g_str_equal (name, "ol") || g_str_equal (name, "ul"))
    end_list (self);
  else if (g_str_equal (name, "pre"))
    self->pre -= self->pre > 0;
}

static void
end_cb (void *data, const xmlChar *element)
{
  Reader *self = data;
  const char *name = (const char *) element;

  if (self->error != NULL)
    return;
  if (self->hidden > 0)
    self->hidden -= g_str_equal (name, self->hiding);
  else if (g_str_equal (name, "table"))
    {
      end_paragraph (self);
      _td_plan_writer_end_table (self->writer);
    }
  else if (g_str_equal (name, "td") || g_str_equal (name, "th"))
    {
      end_paragraph (self);
      _td_plan_writer_end_cell (self->writer);
    }
  else if (g_str_equal (name, "font"))
    {
      if (self->fonts->len > 0)
        g_ptr_array_set_size (self->fonts, self->fonts->len - 1);
    }
  else if (is_block (name))
    end_block (self, name);
}

static void
add (Reader *self, const char *text, gsize length)
{
  g_autofree char *valid = g_utf8_validate_len (text, length, NULL) ? NULL : g_utf8_make_valid (text, length);

  need_paragraph (self);
  if (valid != NULL)
    _td_plan_writer_add (self->writer, valid, strlen (valid), font_of (self), FALSE);
  else
    _td_plan_writer_add (self->writer, text, length, font_of (self), FALSE);
}

/* Blanks and line ends in a page are one blank; in <pre> they are what they are. */
static void
text_cb (void *data, const xmlChar *characters, int n)
{
  Reader *self = data;
  const char *text = (const char *) characters, *end = text + n;

  if (self->error != NULL || self->hidden > 0)
    return;
  if (self->pre > 0)
    {
      add (self, text, n);
      return;
    }
  while (text < end)
    {
      const char *stop = text;

      while (stop < end && strchr (" \t\r\n", *stop) == NULL)
        stop++;
      if (stop > text)
        {
          add (self, text, stop - text);
          self->blank = FALSE;
        }
      text = stop;
      while (text < end && strchr (" \t\r\n", *text) != NULL)
        text++;
      if (text > stop && !self->blank && _td_plan_writer_in_paragraph (self->writer))
        {
          add (self, " ", 1);
          self->blank = TRUE;
        }
    }
}

static gboolean
parse (Reader *self, const char *data, gsize length, GError **error)
{
  htmlSAXHandler handler = { .startElement = begin_cb, .endElement = end_cb, .characters = text_cb, .cdataBlock = text_cb, .ignorableWhitespace = text_cb };
  htmlDocPtr doc;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  self->parser = htmlCreatePushParserCtxt (&handler, self, NULL, 0, NULL, XML_CHAR_ENCODING_NONE);
  htmlCtxtUseOptions (self->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (g_utf8_validate_len (data, length, NULL))
    xmlSwitchEncoding (self->parser, XML_CHAR_ENCODING_UTF8);
  for (gsize i = 0; i < length && self->error == NULL; i += 65536)
    htmlParseChunk (self->parser, data + i, (int) MIN (length - i, 65536), FALSE);
  if (self->error == NULL)
    htmlParseChunk (self->parser, NULL, 0, TRUE);
  doc = self->parser->myDoc;
  htmlFreeParserCtxt (self->parser);
  if (doc != NULL)
    xmlFreeDoc (doc);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, self->error);
  return FALSE;
}

/* Whether only a document begins so: its motto, its number, or what it is. */
static gboolean
is_head (const TdPlanLine *line)
{
  static const char *const types[] = { "kế hoạch", "quyết định", "chỉ thị", "hướng dẫn", "công văn", "tờ trình", "báo cáo", "thông báo", "chương trình",
                                       "đề án", "nghị quyết", NULL };
  gsize length = _td_plan_starts_any (line->low, types);

  if (_td_plan_is_motto (line->low) && _td_plan_is_caps (line->text, MIN (line->length, 12)))
    return TRUE;
  if (_td_plan_starts (line->low, "số") && strchr (line->low, '/') != NULL && line->chars < 60)
    return TRUE;
  return length > 0 && length == line->length && _td_plan_is_caps (line->text, line->length);
}

/* The first line of the plan: above it stand menus. 0 when all of it may be the plan. */
static guint
find_start (GArray *lines)
{
  guint at = 0;

  while (at < lines->len && !is_head (&g_array_index (lines, TdPlanLine, at)))
    at++;
  if (at == lines->len)
    return 0;
  for (guint i = 0; i < MOST_NAMES && at > 0; i++, at--)
    {
      const TdPlanLine *above = &g_array_index (lines, TdPlanLine, at - 1);

      if (!_td_plan_is_caps (above->text, above->length) || above->chars > 80)
        break;
    }
  return g_array_index (lines, TdPlanLine, at).number - 1;
}

/* Where the plan ends; below it stand other news. The last of what ends a plan counts: one may be attached to another. */
static guint
find_end (GArray *lines)
{
  guint foot = lines->len, end = lines->len;

  for (guint i = 0; i < lines->len; i++)
    {
      const TdPlanLine *line = &g_array_index (lines, TdPlanLine, i);

      if (_td_plan_starts (line->low, "nơi nhận") && line->chars < 60)
        foot = i;
      else if (g_str_has_suffix (line->low, "./."))
        end = i + 1;
    }
  if (foot < lines->len && (end == lines->len || foot >= end))
    end = foot + MOST_FOOT;
  else if (end < lines->len)
    {
      /* The post and the name of who signed may follow without recipients. */
      guint i = end;

      while (i < lines->len && i < end + 6 && g_array_index (lines, TdPlanLine, i).chars < 60)
        i++;
      for (guint j = end; j < i; j++)
        if (_td_plan_is_signature (g_array_index (lines, TdPlanLine, j).text, g_array_index (lines, TdPlanLine, j).low))
          end = i;
    }
  return end < lines->len ? g_array_index (lines, TdPlanLine, end).number - 1 : G_MAXUINT;
}

static gsize
offset_of (const char *text, guint line)
{
  const char *at = text;

  for (; line > 0 && *at != '\0'; line--)
    {
      at += strcspn (at, "\n");
      at += *at != '\0';
    }
  return at - text;
}

static void
cut_menus (TdPlanExtract *self)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (MAX (self->text->len, 4096));
  g_autoptr (GArray) lines = _td_plan_lines_new (self->text->str, self->text->len, chunk, NULL, NULL);
  guint start = find_start (lines), end = find_end (lines);

  if (end != G_MAXUINT)
    g_string_truncate (self->text, offset_of (self->text->str, end));
  if (start > 0)
    g_string_erase (self->text, 0, offset_of (self->text->str, start));
}

TdPlanExtract *
_td_plan_extract_html (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPlanWriter) writer = _td_plan_writer_new ();
  g_autoptr (GPtrArray) fonts = g_ptr_array_new_with_free_func (pop_font);
  Reader self = { .cancellable = cancellable, .writer = writer, .fonts = fonts };
  TdPlanExtract *extract = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (parse (&self, data, length, error))
    extract = _td_plan_writer_finish (writer, error);
  g_free (self.mark);
  g_free (self.hiding);
  if (extract != NULL)
    cut_menus (extract);
  return extract;
}
