/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-odt-styles"

#include "config.h"

#include "td-letter-odt-private.h"

/* The styles and pages of an official document of OpenDocument. */

static const struct
{
  const char *prefix;
  const char *uri;
} namespaces[] = {
  { "xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
  { "xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
  { "office:version", "1.2" },
};

void
_td_odt_set_mm (xmlTextWriter *xml, const char *name, double millimetres)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strconcat (g_ascii_formatd (digits, sizeof digits, "%.2f", millimetres), "mm", NULL);

  _td_xml_set (xml, name, text);
}

static void
set_points (xmlTextWriter *xml, const char *name, double points)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strconcat (g_ascii_formatd (digits, sizeof digits, "%g", points), "pt", NULL);

  _td_xml_set (xml, name, text);
}

void
_td_odt_begin_root (xmlTextWriter *xml, const char *name)
{
  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", NULL);
  _td_xml_begin (xml, name);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    _td_xml_set (xml, namespaces[i].prefix, namespaces[i].uri);
}

void
_td_odt_begin_style (xmlTextWriter *xml, const char *name, const char *family)
{
  _td_xml_begin (xml, "style:style");
  _td_xml_set (xml, "style:name", name);
  _td_xml_set (xml, "style:family", family);
}

static const char *
stand_name (TdLetterStand stand)
{
  switch (stand)
    {
    case TD_LETTER_STAND_CENTER: return "center";
    case TD_LETTER_STAND_RIGHT: return "end";
    case TD_LETTER_STAND_JUSTIFIED: return "justify";
    case TD_LETTER_STAND_LEFT:
    default: return "start";
    }
}

static void
write_paragraph_look (xmlTextWriter *xml, TdLetterStyle style)
{
  const TdLetterLook *look = &_td_letter_looks[style];

  _td_xml_begin (xml, "style:paragraph-properties");
  _td_xml_set (xml, "fo:text-align", stand_name (look->stand));
  _td_odt_set_mm (xml, "fo:margin-left", style == TD_LETTER_STYLE_DRAFT ? 17 : look->left);
  _td_odt_set_mm (xml, "fo:margin-right", style == TD_LETTER_STYLE_DRAFT ? 17 : 0);
  _td_odt_set_mm (xml, "fo:text-indent", look->first);
  set_points (xml, "fo:margin-top", look->above);
  set_points (xml, "fo:margin-bottom", 0);
  _td_xml_set (xml, "fo:line-height", "100%");
  _td_xml_set (xml, "fo:orphans", "2");
  _td_xml_set (xml, "fo:widows", "2");
  if (look->keeps)
    _td_xml_set (xml, "fo:keep-with-next", "always");
  if (style == TD_LETTER_STYLE_RULE)
    _td_xml_set (xml, "fo:border-top", "0.75pt solid #000000");
  if (style == TD_LETTER_STYLE_DRAFT)
    {
      _td_xml_set (xml, "fo:border", "0.75pt solid #000000");
      _td_xml_set (xml, "fo:padding", "0.5mm");
    }
  _td_xml_end (xml);
}

static void
write_text_look (xmlTextWriter *xml, const TdLetterLook *look)
{
  _td_xml_begin (xml, "style:text-properties");
  set_points (xml, "fo:font-size", look->size);
  _td_xml_set (xml, "fo:font-weight", look->bold ? "bold" : "normal");
  _td_xml_set (xml, "fo:font-style", look->italic ? "italic" : "normal");
  _td_xml_end (xml);
}

static void
write_styles (xmlTextWriter *xml)
{
  _td_xml_begin (xml, "style:default-style");
  _td_xml_set (xml, "style:family", "paragraph");
  _td_xml_empty (xml, "style:text-properties", "style:font-name", TD_LETTER_FONT, "fo:font-size", "14pt", "fo:color", "#000000",
                 "fo:language", "vi", "fo:country", "VN", "style:font-name-asian", TD_LETTER_FONT, "style:font-name-complex", TD_LETTER_FONT, NULL);
  _td_xml_end (xml);
  _td_odt_begin_style (xml, "Standard", "paragraph");
  _td_xml_set (xml, "style:class", "text");
  _td_xml_end (xml);
  for (guint i = 0; i < TD_LETTER_N_STYLES; i++)
    {
      const TdLetterLook *look = &_td_letter_looks[i];

      _td_odt_begin_style (xml, look->id, "paragraph");
      _td_xml_set (xml, "style:display-name", look->title);
      _td_xml_set (xml, "style:parent-style-name", "Standard");
      if (look->heading > 0)
        _td_xml_set_number (xml, "style:default-outline-level", look->heading);
      write_paragraph_look (xml, i);
      write_text_look (xml, look);
      _td_xml_end (xml);
    }
  _td_odt_begin_style (xml, "Dam", "text");
  _td_xml_set (xml, "style:display-name", "Đậm");
  _td_xml_empty (xml, "style:text-properties", "fo:font-weight", "bold", NULL);
  _td_xml_end (xml);
  _td_odt_begin_style (xml, "KhongDam", "text");
  _td_xml_set (xml, "style:display-name", "Không đậm");
  _td_xml_empty (xml, "style:text-properties", "fo:font-weight", "normal", NULL);
  _td_xml_end (xml);
}

/* The first page has no number; on the others it stands in the top margin. */
static void
write_page_layout (xmlTextWriter *xml, const char *name, gboolean numbered)
{
  _td_xml_begin (xml, "style:page-layout");
  _td_xml_set (xml, "style:name", name);
  _td_xml_begin (xml, "style:page-layout-properties");
  _td_odt_set_mm (xml, "fo:page-width", TD_LETTER_PAGE_WIDTH);
  _td_odt_set_mm (xml, "fo:page-height", TD_LETTER_PAGE_HEIGHT);
  _td_xml_set (xml, "style:print-orientation", "portrait");
  _td_odt_set_mm (xml, "fo:margin-top", numbered ? TD_LETTER_NUMBER_TOP : TD_LETTER_MARGIN_TOP);
  _td_odt_set_mm (xml, "fo:margin-bottom", TD_LETTER_MARGIN_BOTTOM);
  _td_odt_set_mm (xml, "fo:margin-left", TD_LETTER_MARGIN_LEFT);
  _td_odt_set_mm (xml, "fo:margin-right", TD_LETTER_MARGIN_RIGHT);
  _td_xml_end (xml);
  if (numbered)
    {
      _td_xml_begin (xml, "style:header-style");
      _td_xml_begin (xml, "style:header-footer-properties");
      _td_odt_set_mm (xml, "svg:height", TD_LETTER_MARGIN_TOP - TD_LETTER_NUMBER_TOP);
      _td_odt_set_mm (xml, "fo:margin-bottom", 0);
      _td_xml_end (xml);
      _td_xml_end (xml);
    }
  _td_xml_end (xml);
}

static void
write_masters (xmlTextWriter *xml)
{
  _td_xml_begin (xml, "office:master-styles");
  _td_xml_begin (xml, "style:master-page");
  _td_xml_set (xml, "style:name", "First");
  _td_xml_set (xml, "style:display-name", "Trang đầu");
  _td_xml_set (xml, "style:page-layout-name", "LFirst");
  _td_xml_set (xml, "style:next-style-name", "Standard");
  _td_xml_end (xml);
  _td_xml_begin (xml, "style:master-page");
  _td_xml_set (xml, "style:name", "Standard");
  _td_xml_set (xml, "style:display-name", "Trang tiếp theo");
  _td_xml_set (xml, "style:page-layout-name", "LNext");
  _td_xml_begin (xml, "style:header");
  _td_xml_begin (xml, "text:p");
  _td_xml_set (xml, "text:style-name", _td_letter_looks[TD_LETTER_STYLE_PAGE_NUMBER].id);
  _td_xml_begin (xml, "text:page-number");
  _td_xml_set (xml, "text:select-page", "current");
  _td_xml_write (xml, "2", 1);
  _td_xml_end (xml);
  _td_xml_end (xml);
  _td_xml_end (xml);
  _td_xml_end (xml);
  _td_xml_end (xml);
}

void
_td_odt_write_fonts (xmlTextWriter *xml)
{
  _td_xml_begin (xml, "office:font-face-decls");
  _td_xml_empty (xml, "style:font-face", "style:name", TD_LETTER_FONT, "svg:font-family", "'" TD_LETTER_FONT "'", "style:font-family-generic", "roman",
                 "style:font-pitch", "variable", NULL);
  _td_xml_end (xml);
}

GBytes *
_td_odt_make_styles (void)
{
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);

  _td_odt_begin_root (xml, "office:document-styles");
  _td_odt_write_fonts (xml);
  _td_xml_begin (xml, "office:styles");
  write_styles (xml);
  _td_xml_end (xml);
  _td_xml_begin (xml, "office:automatic-styles");
  write_page_layout (xml, "LFirst", FALSE);
  write_page_layout (xml, "LNext", TRUE);
  _td_xml_end (xml);
  write_masters (xml);
  return _td_letter_end_xml (xml, buffer);
}
