/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-docx"

#include "config.h"

#include <string.h>

#include "td-letter-docx-private.h"

/* An official document of Word: ECMA-376 part 1, 17 (WordprocessingML), the transitional schema. */

#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

typedef struct
{
  TdLetterSink sink;
  xmlTextWriter *body;
  xmlBuffer *body_buffer;
  double *widths;
  guint n_columns;
  gboolean ruled;
} Docx;

/* The body */

static void
put_section (xmlTextWriter *xml)
{
  _td_xml_begin (xml, "w:sectPr");
  _td_xml_empty (xml, "w:headerReference", "w:type", "default", "r:id", "rId3", NULL);
  _td_docx_put_value (xml, "w:type", "nextPage");
  _td_xml_begin (xml, "w:pgSz");
  _td_xml_set_number (xml, "w:w", _td_docx_twips (TD_LETTER_PAGE_WIDTH));
  _td_xml_set_number (xml, "w:h", _td_docx_twips (TD_LETTER_PAGE_HEIGHT));
  _td_xml_end (xml);
  _td_xml_begin (xml, "w:pgMar");
  _td_xml_set_number (xml, "w:top", _td_docx_twips (TD_LETTER_MARGIN_TOP));
  _td_xml_set_number (xml, "w:right", _td_docx_twips (TD_LETTER_MARGIN_RIGHT));
  _td_xml_set_number (xml, "w:bottom", _td_docx_twips (TD_LETTER_MARGIN_BOTTOM));
  _td_xml_set_number (xml, "w:left", _td_docx_twips (TD_LETTER_MARGIN_LEFT));
  _td_xml_set_number (xml, "w:header", _td_docx_twips (TD_LETTER_NUMBER_TOP));
  _td_xml_set_number (xml, "w:footer", _td_docx_twips (TD_LETTER_NUMBER_TOP));
  _td_xml_set (xml, "w:gutter", "0");
  _td_xml_end (xml);
  _td_xml_empty (xml, "w:pgNumType", "w:start", "1", NULL);
  _td_xml_empty (xml, "w:titlePg", NULL); /* no number on the first page */
  _td_xml_end (xml);
}

static void
put_style (xmlTextWriter *xml, TdLetterStyle style)
{
  _td_docx_put_value (xml, "w:pStyle", _td_letter_looks[style].id);
}

/* What describes a part stands in its last paragraph. */
static void
docx_begin_part (TdLetterSink *sink, guint part)
{
  Docx *self = (Docx *) sink;

  if (part == 0)
    return;
  _td_xml_begin (self->body, "w:p");
  _td_xml_begin (self->body, "w:pPr");
  put_style (self->body, TD_LETTER_STYLE_SPACER);
  /* So low that it never begins a page. */
  _td_xml_empty (self->body, "w:spacing", "w:before", "0", "w:line", "20", "w:lineRule", "exact", NULL);
  put_section (self->body);
  _td_xml_end (self->body);
  _td_xml_end (self->body);
}

static void
put_letters (xmlTextWriter *xml, const char *text, gsize length)
{
  if (length == 0)
    return;
  _td_xml_begin (xml, "w:t");
  _td_xml_set (xml, "xml:space", "preserve");
  _td_xml_write (xml, text, length);
  _td_xml_end (xml);
}

/* Bold is said of the run itself: of two styles that both say it Word would make it upright again. */
static void
put_run (xmlTextWriter *xml, const char *text, gsize length, gboolean bold, gboolean usual)
{
  const char *last = text + length;

  if (length == 0)
    return;
  _td_xml_begin (xml, "w:r");
  if (bold != usual)
    {
      _td_xml_begin (xml, "w:rPr");
      _td_docx_put_value (xml, "w:b", bold ? "1" : "0");
      _td_xml_end (xml);
    }
  while (text < last)
    {
      const char *p = text;

      while (p < last && *p != '\n' && *p != '\t')
        p++;
      put_letters (xml, text, p - text);
      if (p < last)
        _td_xml_empty (xml, *p == '\n' ? "w:br" : "w:tab", NULL);
      text = p + 1;
    }
  _td_xml_end (xml);
}

static void
docx_paragraph (TdLetterSink *sink, const TdLetterParagraph *paragraph)
{
  Docx *self = (Docx *) sink;
  const TdLetterLook *look = &_td_letter_looks[paragraph->style];
  gsize length = strlen (paragraph->text);

  _td_xml_begin (self->body, "w:p");
  _td_xml_begin (self->body, "w:pPr");
  put_style (self->body, paragraph->style);
  if (paragraph->keeps && !look->keeps)
    _td_xml_empty (self->body, "w:keepNext", NULL);
  if (paragraph->inset > 0)
    _td_docx_put_indents (self->body, paragraph->inset, paragraph->inset, 0);
  _td_xml_end (self->body);
  put_run (self->body, paragraph->text, paragraph->lead, TRUE, look->bold);
  put_run (self->body, paragraph->text + paragraph->lead, length - paragraph->lead, FALSE, look->bold);
  _td_xml_end (self->body);
}

static void
put_margin (xmlTextWriter *xml, const char *side, double millimetres)
{
  _td_xml_begin (xml, side);
  _td_xml_set_number (xml, "w:w", _td_docx_twips (millimetres));
  _td_xml_set (xml, "w:type", "dxa");
  _td_xml_end (xml);
}

static void
put_table_look (Docx *self)
{
  double pad = self->ruled ? TD_LETTER_CELL_PAD : 0, sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->widths[i];
  _td_xml_begin (self->body, "w:tblPr");
  _td_docx_put_value (self->body, "w:tblStyle", self->ruled ? "BangDanhSach" : "TableNormal");
  put_margin (self->body, "w:tblW", sum);
  put_margin (self->body, "w:tblInd", 0);
  _td_xml_empty (self->body, "w:tblLayout", "w:type", "fixed", NULL);
  _td_xml_begin (self->body, "w:tblCellMar");
  put_margin (self->body, "w:top", self->ruled ? 0.6 : 0);
  put_margin (self->body, "w:left", pad);
  put_margin (self->body, "w:bottom", self->ruled ? 0.6 : 0);
  put_margin (self->body, "w:right", pad);
  _td_xml_end (self->body);
  _td_xml_end (self->body);
}

static void
docx_begin_table (TdLetterSink *sink, const double *widths, guint n_columns, gboolean ruled)
{
  Docx *self = (Docx *) sink;

  g_free (self->widths);
  self->widths = g_memdup2 (widths, n_columns * sizeof *widths);
  self->n_columns = n_columns;
  self->ruled = ruled;
  _td_xml_begin (self->body, "w:tbl");
  put_table_look (self);
  _td_xml_begin (self->body, "w:tblGrid");
  for (guint i = 0; i < n_columns; i++)
    {
      _td_xml_begin (self->body, "w:gridCol");
      _td_xml_set_number (self->body, "w:w", _td_docx_twips (widths[i]));
      _td_xml_end (self->body);
    }
  _td_xml_end (self->body);
}

static void
docx_begin_row (TdLetterSink *sink, gboolean head, gboolean whole, double least_height)
{
  Docx *self = (Docx *) sink;

  _td_xml_begin (self->body, "w:tr");
  _td_xml_begin (self->body, "w:trPr");
  if (whole)
    _td_xml_empty (self->body, "w:cantSplit", NULL);
  if (least_height > 0)
    {
      _td_xml_begin (self->body, "w:trHeight");
      _td_xml_set_number (self->body, "w:val", _td_docx_twips (least_height));
      _td_xml_set (self->body, "w:hRule", "atLeast");
      _td_xml_end (self->body);
    }
  if (head)
    _td_xml_empty (self->body, "w:tblHeader", NULL);
  _td_xml_end (self->body);
}

static void
docx_begin_cell (TdLetterSink *sink, guint column, guint n_spanned)
{
  Docx *self = (Docx *) sink;
  double width = 0;

  for (guint i = column; i < column + n_spanned && i < self->n_columns; i++)
    width += self->widths[i];
  _td_xml_begin (self->body, "w:tc");
  _td_xml_begin (self->body, "w:tcPr");
  put_margin (self->body, "w:tcW", width);
  if (n_spanned > 1)
    _td_docx_put_number (self->body, "w:gridSpan", n_spanned);
  if (self->ruled)
    _td_docx_put_value (self->body, "w:vAlign", "center");
  _td_xml_end (self->body);
}

static void
docx_end (TdLetterSink *sink)
{
  _td_xml_end (((Docx *) sink)->body);
}

/* The package */

static GBytes *
make_document (Docx *self)
{
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);

  xmlTextWriterFlush (self->body);
  _td_docx_begin_root (xml, "w:document");
  _td_xml_begin (xml, "w:body");
  xmlTextWriterWriteRaw (xml, xmlBufferContent (self->body_buffer));
  /* Behind a table there is always a paragraph. */
  _td_xml_begin (xml, "w:p");
  _td_xml_begin (xml, "w:pPr");
  put_style (xml, TD_LETTER_STYLE_SPACER);
  _td_xml_empty (xml, "w:spacing", "w:before", "0", "w:line", "20", "w:lineRule", "exact", NULL);
  _td_xml_end (xml);
  _td_xml_end (xml);
  put_section (xml);
  return _td_letter_end_xml (xml, buffer);
}

static GBytes *
make_header (void)
{
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);

  _td_docx_begin_root (xml, "w:hdr");
  _td_xml_begin (xml, "w:p");
  _td_xml_begin (xml, "w:pPr");
  put_style (xml, TD_LETTER_STYLE_PAGE_NUMBER);
  _td_xml_end (xml);
  _td_xml_begin (xml, "w:fldSimple");
  _td_xml_set (xml, "w:instr", " PAGE ");
  put_run (xml, "2", 1, FALSE, FALSE);
  _td_xml_end (xml);
  return _td_letter_end_xml (xml, buffer);
}

static GBytes *
make_settings (void)
{
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);

  _td_docx_begin_root (xml, "w:settings");
  _td_docx_put_value (xml, "w:defaultTabStop", "720");
  _td_xml_begin (xml, "w:compat");
  _td_xml_empty (xml, "w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
  _td_xml_end (xml);
  return _td_letter_end_xml (xml, buffer);
}

static GBytes *
make_core (const TdLetterWriting *writing)
{
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);
  g_autoptr (GDateTime) made_at = g_date_time_new_from_unix_utc (writing->made_at);
  g_autofree char *date = g_date_time_format (made_at, "%Y-%m-%dT%H:%M:%SZ");

  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", "yes");
  _td_xml_begin (xml, "cp:coreProperties");
  _td_xml_set (xml, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
  _td_xml_set (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  _td_xml_set (xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
  _td_xml_set (xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  _td_xml_begin (xml, "dc:title");
  _td_xml_write (xml, writing->title, strlen (writing->title));
  _td_xml_end (xml);
  _td_xml_begin (xml, "dcterms:created");
  _td_xml_set (xml, "xsi:type", "dcterms:W3CDTF");
  _td_xml_write (xml, date, strlen (date));
  _td_xml_end (xml);
  return _td_letter_end_xml (xml, buffer);
}

static GBytes *
make_types (void)
{
  static const char *const types[][2] = {
    { "/word/document.xml", TYPE "document.main+xml" },
    { "/word/styles.xml", TYPE "styles+xml" },
    { "/word/settings.xml", TYPE "settings+xml" },
    { "/word/header1.xml", TYPE "header+xml" },
    { "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml" },
  };
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);

  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", "yes");
  _td_xml_begin (xml, "Types");
  _td_xml_set (xml, "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
  _td_xml_empty (xml, "Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml", NULL);
  _td_xml_empty (xml, "Default", "Extension", "xml", "ContentType", "application/xml", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    _td_xml_empty (xml, "Override", "PartName", types[i][0], "ContentType", types[i][1], NULL);
  return _td_letter_end_xml (xml, buffer);
}

/* rId1, rId2, … in the order given. */
static GBytes *
make_relations (const char *const relations[][2], guint n)
{
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);

  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", "yes");
  _td_xml_begin (xml, "Relationships");
  _td_xml_set (xml, "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("rId%u", i + 1);

      _td_xml_empty (xml, "Relationship", "Id", id, "Type", relations[i][0], "Target", relations[i][1], NULL);
    }
  return _td_letter_end_xml (xml, buffer);
}

static gboolean
docx_finish (TdLetterSink *sink, TdOutput *output, GError **error)
{
  static const char *const of_package[][2] = {
    { TD_DOCX_RELATIONS "/officeDocument", "word/document.xml" },
    { "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml" },
  };
  static const char *const of_document[][2] = {
    { TD_DOCX_RELATIONS "/styles", "styles.xml" },
    { TD_DOCX_RELATIONS "/settings", "settings.xml" },
    { TD_DOCX_RELATIONS "/header", "header1.xml" },
  };
  g_autoptr (GBytes) types = make_types ();
  g_autoptr (GBytes) package_relations = make_relations (of_package, G_N_ELEMENTS (of_package));
  g_autoptr (GBytes) document_relations = make_relations (of_document, G_N_ELEMENTS (of_document));
  g_autoptr (GBytes) document = make_document ((Docx *) sink);
  g_autoptr (GBytes) styles = _td_docx_make_styles ();
  g_autoptr (GBytes) settings = make_settings ();
  g_autoptr (GBytes) header = make_header ();
  g_autoptr (GBytes) core = make_core (sink->writing);
  const TdLetterPart parts[] = {
    { "[Content_Types].xml", types, FALSE },
    { "_rels/.rels", package_relations, FALSE },
    { "word/_rels/document.xml.rels", document_relations, FALSE },
    { "word/document.xml", document, FALSE },
    { "word/styles.xml", styles, FALSE },
    { "word/settings.xml", settings, FALSE },
    { "word/header1.xml", header, FALSE },
    { "docProps/core.xml", core, FALSE },
  };

  return _td_letter_pack (parts, G_N_ELEMENTS (parts), sink->writing->made_at, output, error);
}

static void
docx_free (TdLetterSink *sink)
{
  Docx *self = (Docx *) sink;

  xmlFreeTextWriter (self->body);
  xmlBufferFree (self->body_buffer);
  g_free (self->widths);
  g_free (self);
}

TdLetterSink *
_td_letter_docx_new (void)
{
  Docx *self = g_new0 (Docx, 1);

  self->sink = (TdLetterSink){ docx_begin_part, docx_paragraph, docx_begin_table, docx_begin_row, docx_begin_cell,
                               docx_end, docx_end, docx_end, docx_finish, docx_free, NULL };
  self->body = _td_letter_begin_xml (&self->body_buffer);
  return &self->sink;
}
