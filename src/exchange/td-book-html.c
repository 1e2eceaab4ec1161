/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-book-html"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "td-readers-private.h"
#include "td-table-stack-private.h"

/* Tables of a web page, with the paragraphs around them: what some programs save as .xls, and what browsers copy. The parser tells
 * of tags as they come, so that no tree is built. */

#define LARGEST_PAGE (16 * 1024 * 1024)

typedef struct
{
  TdBook *book;
  GCancellable *cancellable;
  xmlParserCtxt *parser;
  TdTableStack *stack;
  guint hidden; /* inside <script> and the like */
  GError *error;
} Reader;

static void
stop (Reader *self)
{
  xmlStopParser (self->parser);
}

static const char *
attribute (const xmlChar **attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_str_equal (attributes[i], name))
      return (const char *) attributes[i + 1];
  return NULL;
}

static guint
span_attribute (const xmlChar **attributes, const char *name)
{
  const char *value = attribute (attributes, name);

  return value != NULL ? (guint) CLAMP (atol (value), 1, 10000) : 1;
}

static gboolean
hides (const char *name)
{
  return g_str_equal (name, "script") || g_str_equal (name, "style") || g_str_equal (name, "title");
}

/* What ends a paragraph where it begins and where it ends. */
static gboolean
is_block (const char *name)
{
  static const char *const names[] = { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dt", "dd", "pre", "hr",
                                       "center", "blockquote", "section", "article", "header", "footer", "body", NULL };

  return g_strv_contains (names, name);
}

static void
begin_cb (void *data, const xmlChar *element, const xmlChar **attributes)
{
  Reader *self = data;
  const char *name = (const char *) element;

  if (self->error != NULL)
    return;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    ;
  else if (hides (name))
    self->hidden++;
  else if (g_str_equal (name, "table"))
    _td_table_stack_begin_table (self->stack, NULL, &self->error);
  else if (g_str_equal (name, "tr"))
    _td_table_stack_begin_row (self->stack);
  else if (g_str_equal (name, "td") || g_str_equal (name, "th"))
    _td_table_stack_begin_cell (self->stack, span_attribute (attributes, "rowspan"), span_attribute (attributes, "colspan"));
  else if (g_str_equal (name, "br"))
    _td_table_stack_break (self->stack);
  else if (is_block (name))
    _td_table_stack_begin_paragraph (self->stack);
  else if (g_str_equal (name, "font"))
    _td_table_stack_set_font (self->stack, attribute (attributes, "face"));
  if (self->error != NULL)
    stop (self);
}

/* What a page says of its encoding may be wrong. */
static void
make_valid (Reader *self)
{
  GString *text = _td_table_stack_get_text (self->stack);
  g_autofree char *valid = NULL;

  if (text == NULL || g_utf8_validate_len (text->str, text->len, NULL))
    return;
  valid = g_utf8_make_valid (text->str, text->len);
  g_string_assign (text, valid);
}

static void
end_cell (Reader *self)
{
  make_valid (self);
  _td_table_stack_end_cell (self->stack, TD_CELL_TEXT, 1, &self->error);
}

static void
end_cb (void *data, const xmlChar *element)
{
  Reader *self = data;
  const char *name = (const char *) element;

  if (self->error != NULL)
    return;
  if (hides (name))
    self->hidden -= self->hidden > 0;
  else if (g_str_equal (name, "table"))
    _td_table_stack_end_table (self->stack);
  else if (g_str_equal (name, "td") || g_str_equal (name, "th"))
    end_cell (self);
  else if (g_str_equal (name, "tr"))
    _td_table_stack_end_row (self->stack, 1, &self->error);
  else if (is_block (name))
    _td_table_stack_end_paragraph (self->stack);
  else if (g_str_equal (name, "font"))
    _td_table_stack_set_font (self->stack, NULL);
  if (self->error != NULL)
    stop (self);
}

/* Blanks and line ends in a page are one blank. */
static void
text_cb (void *data, const xmlChar *text, int length)
{
  Reader *self = data;

  if (self->error == NULL && self->hidden == 0)
    _td_table_stack_add_words (self->stack, (const char *) text, length);
}

TdBook *
_td_book_read_html (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdBook) book = _td_book_new (TD_BOOK_HTML);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  htmlSAXHandler handler = { .startElement = begin_cb, .endElement = end_cb, .characters = text_cb, .cdataBlock = text_cb, .ignorableWhitespace = text_cb };
  Reader self = { .book = book, .cancellable = cancellable };
  htmlDocPtr doc;

  if (length > LARGEST_PAGE)
    {
      g_set_error (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE, _ ("The file is too large: at most %u MB are read."),
                   LARGEST_PAGE / (1024 * 1024));
      return NULL;
    }
  self.stack = _td_table_stack_new (book, TRUE);
  self.parser = htmlCreatePushParserCtxt (&handler, &self, NULL, 0, NULL, XML_CHAR_ENCODING_NONE);
  htmlCtxtUseOptions (self.parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (g_utf8_validate_len (data, length, NULL))
    xmlSwitchEncoding (self.parser, XML_CHAR_ENCODING_UTF8);
  for (gsize i = 0; i < length && self.error == NULL; i += 65536)
    htmlParseChunk (self.parser, data + i, (int) MIN (length - i, 65536), FALSE);
  if (self.error == NULL)
    htmlParseChunk (self.parser, NULL, 0, TRUE);
  doc = self.parser->myDoc;
  htmlFreeParserCtxt (self.parser);
  if (doc != NULL)
    xmlFreeDoc (doc);
  if (self.error == NULL)
    _td_table_stack_finish (self.stack, &self.error);
  _td_table_stack_free (self.stack);
  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return NULL;
    }
  return _td_book_finish (book, error) ? g_steal_pointer (&book) : NULL;
}
