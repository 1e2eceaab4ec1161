/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-odt"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-letter-odt-private.h"

/* An official document of OpenDocument 1.2. What differs from its style by its place alone (an inset,
 * staying with what follows) gets an automatic style, which is written beside the body as it comes. */

#define MIMETYPE "application/vnd.oasis.opendocument.text"

typedef struct
{
  TdLetterSink sink;
  xmlTextWriter *body, *automatic;
  xmlBuffer *body_buffer, *automatic_buffer;
  GHashTable *known; /* automatic styles that are written */
  guint n_tables;
  gboolean ruled;
  gboolean in_head;
  guint n_spanned;
} Odt;

/* The body */

/* The style of a paragraph that stands otherwise than its kind does. */
static char *
dup_style (Odt *self, const TdLetterParagraph *paragraph)
{
  const TdLetterLook *look = &_td_letter_looks[paragraph->style];
  gboolean keeps = paragraph->keeps && !look->keeps;
  g_autofree char *name = NULL;

  if (paragraph->inset <= 0 && !keeps)
    return g_strdup (look->id);
  name = g_strdup_printf ("%s_%d%s", look->id, (int) lrint (MAX (paragraph->inset, 0) * 100), keeps ? "k" : "");
  if (!g_hash_table_add (self->known, g_strdup (name)))
    return g_steal_pointer (&name);
  _td_odt_begin_style (self->automatic, name, "paragraph");
  _td_xml_set (self->automatic, "style:parent-style-name", look->id);
  _td_xml_begin (self->automatic, "style:paragraph-properties");
  if (paragraph->inset > 0)
    {
      _td_odt_set_mm (self->automatic, "fo:margin-left", paragraph->inset);
      _td_odt_set_mm (self->automatic, "fo:margin-right", paragraph->inset);
    }
  if (keeps)
    _td_xml_set (self->automatic, "fo:keep-with-next", "always");
  _td_xml_end (self->automatic);
  _td_xml_end (self->automatic);
  return g_steal_pointer (&name);
}

/* Blanks that XML would lose, line ends and the rest of a run. */
static void
write_run (xmlTextWriter *xml, const char *text, gsize length)
{
  const char *last = text + length;

  while (text < last)
    {
      const char *p = text;
      gsize n_blanks = 0;

      while (p < last && *p != '\n' && *p != '\t' && !(*p == ' ' && p + 1 < last && p[1] == ' '))
        p++;
      _td_xml_write (xml, text, p - text);
      while (p + n_blanks < last && p[n_blanks] == ' ')
        n_blanks++;
      if (n_blanks > 0)
        {
          _td_xml_begin (xml, "text:s");
          _td_xml_set_number (xml, "text:c", n_blanks);
          _td_xml_end (xml);
        }
      else if (p < last)
        {
          _td_xml_empty (xml, *p == '\n' ? "text:line-break" : "text:tab", NULL);
          n_blanks = 1;
        }
      text = p + n_blanks;
    }
}

static void
write_span (Odt *self, const char *text, gsize length, gboolean bold, gboolean usual)
{
  if (length == 0)
    return;
  if (bold != usual)
    {
      _td_xml_begin (self->body, "text:span");
      _td_xml_set (self->body, "text:style-name", bold ? "Dam" : "KhongDam");
    }
  write_run (self->body, text, length);
  if (bold != usual)
    _td_xml_end (self->body);
}

static void
odt_paragraph (TdLetterSink *sink, const TdLetterParagraph *paragraph)
{
  Odt *self = (Odt *) sink;
  const TdLetterLook *look = &_td_letter_looks[paragraph->style];
  g_autofree char *style = dup_style (self, paragraph);
  gsize length = strlen (paragraph->text);

  /* No text:h: LibreOffice would indent it as it numbers chapters. The style knows its level. */
  _td_xml_begin (self->body, "text:p");
  _td_xml_set (self->body, "text:style-name", style);
  write_span (self, paragraph->text, paragraph->lead, TRUE, look->bold);
  write_span (self, paragraph->text + paragraph->lead, length - paragraph->lead, FALSE, look->bold);
  _td_xml_end (self->body);
}

/* A paragraph of no height chooses the page it begins and its number. */
static void
odt_begin_part (TdLetterSink *sink, guint part)
{
  Odt *self = (Odt *) sink;

  if (g_hash_table_add (self->known, g_strdup ("Part")))
    {
      _td_odt_begin_style (self->automatic, "Part", "paragraph");
      _td_xml_set (self->automatic, "style:parent-style-name", _td_letter_looks[TD_LETTER_STYLE_SPACER].id);
      _td_xml_set (self->automatic, "style:master-page-name", "First");
      _td_xml_empty (self->automatic, "style:paragraph-properties", "style:page-number", "1", "fo:margin-top", "0mm", NULL);
      _td_xml_end (self->automatic);
    }
  _td_xml_begin (self->body, "text:p");
  _td_xml_set (self->body, "text:style-name", "Part");
  _td_xml_end (self->body);
}

static void
write_table_style (Odt *self, const char *name, const double *widths, guint n_columns)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += widths[i];
  _td_odt_begin_style (self->automatic, name, "table");
  _td_xml_begin (self->automatic, "style:table-properties");
  _td_odt_set_mm (self->automatic, "style:width", sum);
  _td_xml_set (self->automatic, "table:align", "left");
  _td_xml_set (self->automatic, "table:border-model", "collapsing");
  _td_xml_end (self->automatic);
  _td_xml_end (self->automatic);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i);

      _td_odt_begin_style (self->automatic, column, "table-column");
      _td_xml_begin (self->automatic, "style:table-column-properties");
      _td_odt_set_mm (self->automatic, "style:column-width", widths[i]);
      _td_xml_end (self->automatic);
      _td_xml_end (self->automatic);
    }
}

static void
odt_begin_table (TdLetterSink *sink, const double *widths, guint n_columns, gboolean ruled)
{
  Odt *self = (Odt *) sink;
  g_autofree char *name = g_strdup_printf ("Table%u", ++self->n_tables);

  self->ruled = ruled;
  write_table_style (self, name, widths, n_columns);
  _td_xml_begin (self->body, "table:table");
  _td_xml_set (self->body, "table:name", name);
  _td_xml_set (self->body, "table:style-name", name);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *column = g_strdup_printf ("%s.%u", name, i);

      _td_xml_empty (self->body, "table:table-column", "table:style-name", column, NULL);
    }
}

static void
odt_begin_row (TdLetterSink *sink, gboolean head, gboolean whole, double least_height)
{
  Odt *self = (Odt *) sink;
  g_autofree char *name = g_strdup_printf ("Row_%d%s", (int) lrint (least_height * 10), whole ? "w" : "");

  if (g_hash_table_add (self->known, g_strdup (name)))
    {
      _td_odt_begin_style (self->automatic, name, "table-row");
      _td_xml_begin (self->automatic, "style:table-row-properties");
      _td_xml_set (self->automatic, "fo:keep-together", whole ? "always" : "auto");
      if (least_height > 0)
        _td_odt_set_mm (self->automatic, "style:min-row-height", least_height);
      _td_xml_end (self->automatic);
      _td_xml_end (self->automatic);
    }
  self->in_head = head;
  if (head)
    _td_xml_begin (self->body, "table:table-header-rows");
  _td_xml_begin (self->body, "table:table-row");
  _td_xml_set (self->body, "table:style-name", name);
}

static void
odt_begin_cell (TdLetterSink *sink, guint column, guint n_spanned)
{
  Odt *self = (Odt *) sink;
  const char *name = self->ruled ? "Ruled" : "Plain";

  if (g_hash_table_add (self->known, g_strdup (name)))
    {
      _td_odt_begin_style (self->automatic, name, "table-cell");
      _td_xml_begin (self->automatic, "style:table-cell-properties");
      _td_xml_set (self->automatic, "fo:border", self->ruled ? "0.5pt solid #000000" : "none");
      _td_xml_set (self->automatic, "style:vertical-align", self->ruled ? "middle" : "top");
      _td_odt_set_mm (self->automatic, "fo:padding", self->ruled ? 0.9 : 0);
      _td_xml_end (self->automatic);
      _td_xml_end (self->automatic);
    }
  _td_xml_begin (self->body, "table:table-cell");
  _td_xml_set (self->body, "table:style-name", name);
  _td_xml_set (self->body, "office:value-type", "string");
  if (n_spanned > 1)
    _td_xml_set_number (self->body, "table:number-columns-spanned", n_spanned);
  self->n_spanned = n_spanned;
}

static void
odt_end_cell (TdLetterSink *sink)
{
  Odt *self = (Odt *) sink;

  _td_xml_end (self->body);
  for (guint i = 1; i < self->n_spanned; i++)
    _td_xml_empty (self->body, "table:covered-table-cell", NULL);
}

static void
odt_end_row (TdLetterSink *sink)
{
  Odt *self = (Odt *) sink;

  _td_xml_end (self->body);
  if (self->in_head)
    _td_xml_end (self->body);
  self->in_head = FALSE;
}

static void
odt_end_table (TdLetterSink *sink)
{
  _td_xml_end (((Odt *) sink)->body);
}

/* The package */

static GBytes *
make_content (Odt *self)
{
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);

  xmlTextWriterFlush (self->automatic);
  xmlTextWriterFlush (self->body);
  _td_odt_begin_root (xml, "office:document-content");
  _td_odt_write_fonts (xml);
  _td_xml_begin (xml, "office:automatic-styles");
  xmlTextWriterWriteRaw (xml, xmlBufferContent (self->automatic_buffer));
  _td_xml_end (xml);
  _td_xml_begin (xml, "office:body");
  _td_xml_begin (xml, "office:text");
  xmlTextWriterWriteRaw (xml, xmlBufferContent (self->body_buffer));
  return _td_letter_end_xml (xml, buffer);
}

static GBytes *
make_meta (const TdLetterWriting *writing)
{
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);
  g_autoptr (GDateTime) made_at = g_date_time_new_from_unix_utc (writing->made_at);
  g_autofree char *date = g_date_time_format (made_at, "%Y-%m-%dT%H:%M:%SZ");

  _td_odt_begin_root (xml, "office:document-meta");
  _td_xml_begin (xml, "office:meta");
  xmlTextWriterWriteElement (xml, BAD_CAST "meta:generator", BAD_CAST "Thi Đua");
  _td_xml_begin (xml, "dc:title");
  _td_xml_write (xml, writing->title, strlen (writing->title));
  _td_xml_end (xml);
  xmlTextWriterWriteElement (xml, BAD_CAST "dc:language", BAD_CAST "vi-VN");
  xmlTextWriterWriteElement (xml, BAD_CAST "meta:creation-date", BAD_CAST date);
  return _td_letter_end_xml (xml, buffer);
}

static GBytes *
make_manifest (void)
{
  static const char *const names[] = { "content.xml", "styles.xml", "meta.xml" };
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);

  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", NULL);
  _td_xml_begin (xml, "manifest:manifest");
  _td_xml_set (xml, "xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0");
  _td_xml_set (xml, "manifest:version", "1.2");
  _td_xml_empty (xml, "manifest:file-entry", "manifest:full-path", "/", "manifest:version", "1.2", "manifest:media-type", MIMETYPE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    _td_xml_empty (xml, "manifest:file-entry", "manifest:full-path", names[i], "manifest:media-type", "text/xml", NULL);
  return _td_letter_end_xml (xml, buffer);
}

static gboolean
odt_finish (TdLetterSink *sink, TdOutput *output, GError **error)
{
  g_autoptr (GBytes) mimetype = g_bytes_new_static (MIMETYPE, strlen (MIMETYPE));
  g_autoptr (GBytes) manifest = make_manifest ();
  g_autoptr (GBytes) styles = _td_odt_make_styles ();
  g_autoptr (GBytes) meta = make_meta (sink->writing);
  g_autoptr (GBytes) content = make_content ((Odt *) sink);
  const TdLetterPart parts[] = {
    { "mimetype", mimetype, TRUE },
    { "META-INF/manifest.xml", manifest, FALSE },
    { "styles.xml", styles, FALSE },
    { "meta.xml", meta, FALSE },
    { "content.xml", content, FALSE },
  };

  return _td_letter_pack (parts, G_N_ELEMENTS (parts), sink->writing->made_at, output, error);
}

static void
odt_free (TdLetterSink *sink)
{
  Odt *self = (Odt *) sink;

  xmlFreeTextWriter (self->body);
  xmlFreeTextWriter (self->automatic);
  xmlBufferFree (self->body_buffer);
  xmlBufferFree (self->automatic_buffer);
  g_hash_table_unref (self->known);
  g_free (self);
}

TdLetterSink *
_td_letter_odt_new (void)
{
  Odt *self = g_new0 (Odt, 1);

  self->sink = (TdLetterSink){ odt_begin_part, odt_paragraph, odt_begin_table, odt_begin_row, odt_begin_cell,
                               odt_end_cell, odt_end_row, odt_end_table, odt_finish, odt_free, NULL };
  self->body = _td_letter_begin_xml (&self->body_buffer);
  self->automatic = _td_letter_begin_xml (&self->automatic_buffer);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return &self->sink;
}
