/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-docx-styles"

#include "config.h"

#include <math.h>

#include "td-letter-docx-private.h"

/* The styles of an official document of Word. */

/* A twentieth of a point. */
gint64
_td_docx_twips (double millimetres)
{
  return llrint (millimetres * 1440 / 25.4);
}

void
_td_docx_put_value (xmlTextWriter *xml, const char *name, const char *value)
{
  _td_xml_empty (xml, name, "w:val", value, NULL);
}

void
_td_docx_put_number (xmlTextWriter *xml, const char *name, gint64 value)
{
  _td_xml_begin (xml, name);
  _td_xml_set_number (xml, "w:val", value);
  _td_xml_end (xml);
}

void
_td_docx_begin_root (xmlTextWriter *xml, const char *name)
{
  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", "yes");
  _td_xml_begin (xml, name);
  _td_xml_set (xml, "xmlns:w", TD_DOCX_WORD);
  _td_xml_set (xml, "xmlns:r", TD_DOCX_RELATIONS);
}

static const char *
stand_name (TdLetterStand stand)
{
  switch (stand)
    {
    case TD_LETTER_STAND_CENTER: return "center";
    case TD_LETTER_STAND_RIGHT: return "right";
    case TD_LETTER_STAND_JUSTIFIED: return "both";
    case TD_LETTER_STAND_LEFT:
    default: return "left";
    }
}

void
_td_docx_put_indents (xmlTextWriter *xml, double left, double right, double first)
{
  _td_xml_begin (xml, "w:ind");
  _td_xml_set_number (xml, "w:left", _td_docx_twips (left));
  _td_xml_set_number (xml, "w:right", _td_docx_twips (right));
  if (first < 0)
    _td_xml_set_number (xml, "w:hanging", _td_docx_twips (-first));
  else
    _td_xml_set_number (xml, "w:firstLine", _td_docx_twips (first));
  _td_xml_end (xml);
}

static void
put_border (xmlTextWriter *xml, const char *side)
{
  _td_xml_empty (xml, side, "w:val", "single", "w:sz", "6", "w:space", "1", "w:color", "000000", NULL);
}

static void
put_paragraph_look (xmlTextWriter *xml, TdLetterStyle style)
{
  const TdLetterLook *look = &_td_letter_looks[style];
  double inset = style == TD_LETTER_STYLE_DRAFT ? 17 : 0;

  _td_xml_begin (xml, "w:pPr");
  if (look->keeps)
    _td_xml_empty (xml, "w:keepNext", NULL);
  if (style == TD_LETTER_STYLE_RULE || style == TD_LETTER_STYLE_DRAFT)
    {
      _td_xml_begin (xml, "w:pBdr");
      put_border (xml, "w:top");
      if (style == TD_LETTER_STYLE_DRAFT)
        {
          put_border (xml, "w:left");
          put_border (xml, "w:bottom");
          put_border (xml, "w:right");
        }
      _td_xml_end (xml);
    }
  _td_xml_begin (xml, "w:spacing");
  _td_xml_set_number (xml, "w:before", llrint (look->above * 20));
  _td_xml_set (xml, "w:after", "0");
  _td_xml_set (xml, "w:line", "240");
  _td_xml_set (xml, "w:lineRule", "auto");
  _td_xml_end (xml);
  _td_docx_put_indents (xml, look->left + inset, inset, look->first);
  _td_docx_put_value (xml, "w:jc", stand_name (look->stand));
  if (look->heading > 0)
    _td_docx_put_number (xml, "w:outlineLvl", look->heading - 1);
  _td_xml_end (xml);
}

static void
put_text_look (xmlTextWriter *xml, const TdLetterLook *look)
{
  _td_xml_begin (xml, "w:rPr");
  if (look->bold)
    _td_xml_empty (xml, "w:b", NULL);
  if (look->italic)
    _td_xml_empty (xml, "w:i", NULL);
  _td_docx_put_number (xml, "w:sz", llrint (look->size * 2));
  _td_docx_put_number (xml, "w:szCs", llrint (look->size * 2));
  _td_xml_end (xml);
}

static void
put_defaults (xmlTextWriter *xml)
{
  _td_xml_begin (xml, "w:docDefaults");
  _td_xml_begin (xml, "w:rPrDefault");
  _td_xml_begin (xml, "w:rPr");
  _td_xml_empty (xml, "w:rFonts", "w:ascii", TD_LETTER_FONT, "w:hAnsi", TD_LETTER_FONT, "w:eastAsia", TD_LETTER_FONT, "w:cs", TD_LETTER_FONT, NULL);
  _td_docx_put_value (xml, "w:color", "000000");
  _td_docx_put_value (xml, "w:sz", "28");
  _td_docx_put_value (xml, "w:szCs", "28");
  _td_docx_put_value (xml, "w:lang", "vi-VN");
  _td_xml_end (xml);
  _td_xml_end (xml);
  _td_xml_empty (xml, "w:pPrDefault", NULL);
  _td_xml_end (xml);
}

static void
begin_style (xmlTextWriter *xml, const char *type, const char *id, const char *title, gboolean usual)
{
  _td_xml_begin (xml, "w:style");
  _td_xml_set (xml, "w:type", type);
  if (usual)
    _td_xml_set (xml, "w:default", "1");
  else
    _td_xml_set (xml, "w:customStyle", "1");
  _td_xml_set (xml, "w:styleId", id);
  _td_docx_put_value (xml, "w:name", title);
}

/* A table without lines, for head and foot, and the lists' with lines, whose cells keep the text off. */
static void
put_table_styles (xmlTextWriter *xml)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV" };

  begin_style (xml, "table", "TableNormal", "Normal Table", TRUE);
  _td_xml_end (xml);
  begin_style (xml, "table", "BangDanhSach", "Bảng danh sách", FALSE);
  _td_docx_put_value (xml, "w:basedOn", "TableNormal");
  _td_xml_begin (xml, "w:tblPr");
  _td_xml_begin (xml, "w:tblBorders");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    _td_xml_empty (xml, sides[i], "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "000000", NULL);
  _td_xml_end (xml);
  _td_xml_end (xml);
  _td_xml_end (xml);
}

GBytes *
_td_docx_make_styles (void)
{
  xmlBuffer *buffer;
  xmlTextWriter *xml = _td_letter_begin_xml (&buffer);

  _td_docx_begin_root (xml, "w:styles");
  put_defaults (xml);
  begin_style (xml, "paragraph", "Normal", "Normal", TRUE);
  _td_xml_empty (xml, "w:qFormat", NULL);
  _td_xml_end (xml);
  for (guint i = 0; i < TD_LETTER_N_STYLES; i++)
    {
      const TdLetterLook *look = &_td_letter_looks[i];

      begin_style (xml, "paragraph", look->id, look->title, FALSE);
      _td_docx_put_value (xml, "w:basedOn", "Normal");
      _td_xml_empty (xml, "w:qFormat", NULL);
      put_paragraph_look (xml, i);
      put_text_look (xml, look);
      _td_xml_end (xml);
    }
  put_table_styles (xml);
  return _td_letter_end_xml (xml, buffer);
}
