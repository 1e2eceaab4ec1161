/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-writer"

#include "config.h"

#include <libxml/xmlwriter.h>
#include <math.h>
#include <string.h>

#include "td-template-writer.h"

#define NAMESPACE "urn:x-thidua:template:1"

/* Text as a template file keeps it: NFC, and none of the control characters XML has no way to write. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *out = g_string_sized_new (strlen (normal) + 1);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x20 && c != 0xfffe && c != 0xffff)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static void
set (xmlTextWriter *xml, const char *name, const char *value)
{
  g_autofree char *text = value != NULL ? clean (value) : NULL;

  if (text != NULL && *text != '\0')
    xmlTextWriterWriteAttribute (xml, BAD_CAST name, BAD_CAST text);
}

/* Thousandths, and no zeros that say nothing: a file stays readable. */
static void
set_number (xmlTextWriter *xml, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (text, sizeof text, "%.3f", fabs (value) < TD_TEMPLATE_STEP / 2 ? 0 : value);
  for (length = strlen (text); text[length - 1] == '0'; length--)
    ;
  text[text[length - 1] == '.' ? length - 1 : length] = '\0';
  xmlTextWriterWriteAttribute (xml, BAD_CAST name, BAD_CAST text);
}

static void
set_area (xmlTextWriter *xml, const TdTemplateArea *area)
{
  set_number (xml, "x", area->x);
  set_number (xml, "y", area->y);
  set_number (xml, "width", area->width);
  set_number (xml, "height", area->height);
}

static void
write_words (xmlTextWriter *xml, const char *name, const char *words)
{
  g_autofree char *text = clean (words);

  xmlTextWriterWriteElement (xml, BAD_CAST name, BAD_CAST text);
}

static void
set_day (xmlTextWriter *xml, const char *name, const GDate *day)
{
  char text[16];

  if (g_date_valid (day) && g_date_strftime (text, sizeof text, "%Y-%m-%d", day) > 0)
    set (xml, name, text);
}

static void
write_head (xmlTextWriter *xml, TdTemplate *template)
{
  const char *const *forms = td_template_get_award_forms (template);
  const char *const *phrases = td_template_get_phrases (template);
  const TdTemplateGuide *guides;
  GDate from, to;
  guint n_guides;

  xmlTextWriterStartElement (xml, BAD_CAST "validity");
  td_template_get_validity (template, &from, &to);
  set_day (xml, "from", &from);
  set_day (xml, "to", &to);
  set (xml, "verified", td_template_get_verified (template) ? "yes" : "no");
  set (xml, "source", td_template_get_source (template));
  xmlTextWriterEndElement (xml);
  xmlTextWriterStartElement (xml, BAD_CAST "sheet");
  set_number (xml, "width", td_template_get_width (template));
  set_number (xml, "height", td_template_get_height (template));
  xmlTextWriterEndElement (xml);
  for (guint i = 0; forms[i] != NULL; i++)
    write_words (xml, "suits", forms[i]);
  guides = td_template_get_guides (template, &n_guides);
  for (guint i = 0; i < n_guides; i++)
    {
      xmlTextWriterStartElement (xml, BAD_CAST "guide");
      set_number (xml, guides[i].vertical ? "x" : "y", guides[i].at);
      xmlTextWriterEndElement (xml);
    }
  for (guint i = 0; phrases[i] != NULL; i++)
    write_words (xml, "keep-together", phrases[i]);
}

static void
write_places (xmlTextWriter *xml, TdTemplate *template)
{
  if (td_template_get_ornament (template) != NULL)
    {
      xmlTextWriterStartElement (xml, BAD_CAST "ornament");
      set (xml, "id", td_template_get_ornament (template));
      set_area (xml, td_template_get_ornament_area (template));
      xmlTextWriterEndElement (xml);
    }
  if (td_template_get_emblem_area (template)->width > 0)
    {
      xmlTextWriterStartElement (xml, BAD_CAST "emblem");
      set_area (xml, td_template_get_emblem_area (template));
      xmlTextWriterEndElement (xml);
    }
}

static void
write_picture (xmlTextWriter *xml, const TdTemplatePicture *picture)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (picture->image, &length);
  g_autofree char *text = g_base64_encode (data, length);

  xmlTextWriterStartElement (xml, BAD_CAST "picture");
  set (xml, "id", picture->id);
  set (xml, "title", picture->title);
  set (xml, "printed", picture->fixed ? "fixed" : "variable");
  set_area (xml, &picture->area);
  xmlTextWriterWriteString (xml, BAD_CAST text);
  xmlTextWriterEndElement (xml);
}

static void
set_place (xmlTextWriter *xml, const char *name, TdTemplatePlace place, const char *start, const char *end)
{
  if (place != TD_TEMPLATE_CENTER)
    set (xml, name, place == TD_TEMPLATE_START ? start : end);
}

/* What is as a reader would take it anyway is not written. */
static void
set_type (xmlTextWriter *xml, const TdTemplateBox *box, const TdTemplateBox *usual)
{
  g_autofree char *colour = g_strdup_printf ("#%02lx%02lx%02lx", lround (CLAMP (box->red, 0, 1) * 255),
                                             lround (CLAMP (box->green, 0, 1) * 255), lround (CLAMP (box->blue, 0, 1) * 255));

  if (g_strcmp0 (box->family, usual->family) != 0)
    set (xml, "family", box->family);
  set_number (xml, "size", box->size);
  if (box->min_size != box->size)
    set_number (xml, "min-size", box->min_size);
  set (xml, "weight", box->bold ? "bold" : NULL);
  set (xml, "style", box->italic ? "italic" : NULL);
  set (xml, "colour", strcmp (colour, "#000000") != 0 ? colour : NULL);
  set (xml, "case", box->upper ? "upper" : NULL);
  if (box->line_spacing != usual->line_spacing)
    set_number (xml, "line-spacing", box->line_spacing);
  if (box->max_lines != usual->max_lines)
    set_number (xml, "max-lines", box->max_lines);
  set (xml, "break", box->own_lines ? "lines" : NULL);
  if (box->underscore > 0)
    set_number (xml, "underscore", box->underscore);
}

static void
write_box (xmlTextWriter *xml, const TdTemplateBox *box)
{
  g_autoptr (TdTemplateBox) usual = td_template_box_new (box->id);
  g_auto (GStrv) lines = g_strsplit (box->text != NULL ? box->text : "", "\n", -1);

  xmlTextWriterStartElement (xml, BAD_CAST "box");
  set (xml, "id", box->id);
  set (xml, "title", box->title);
  set (xml, "printed", box->fixed ? "fixed" : "variable");
  set (xml, "preprinted", box->preprinted);
  set (xml, "when", box->when);
  set_area (xml, &box->area);
  set_place (xml, "align", box->align, "left", "right");
  set_place (xml, "valign", box->valign, "top", "bottom");
  set_type (xml, box, usual);
  /* A line without anything is printed as nothing, so it is not kept either. */
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      write_words (xml, "line", lines[i]);
  xmlTextWriterEndElement (xml);
}

/**
 * td_template_write:
 * @template: a template
 *
 * Writes a template as a file, the same bytes for equal templates. Lengths and sizes are rounded to thousandths. A
 * template that is no good makes a file that td_template_read() refuses.
 *
 * Returns: (transfer full): XML as data/schema/template.rng describes it
 */
GBytes *
td_template_write (TdTemplate *template)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *xml = xmlNewTextWriterMemory (buffer, 0);
  GBytes *bytes;

  g_return_val_if_fail (TD_IS_TEMPLATE (template), NULL);

  xmlTextWriterSetIndent (xml, 1);
  xmlTextWriterSetIndentString (xml, BAD_CAST "  ");
  xmlTextWriterStartDocument (xml, "1.0", "UTF-8", NULL);
  xmlTextWriterStartElement (xml, BAD_CAST "template");
  set (xml, "xmlns", NAMESPACE);
  set (xml, "id", td_template_get_id (template));
  set (xml, "title", td_template_get_title (template));
  write_head (xml, template);
  write_places (xml, template);
  for (guint i = 0; i < td_template_get_n_pictures (template); i++)
    write_picture (xml, td_template_get_picture (template, i));
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    write_box (xml, td_template_get_box (template, i));
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  bytes = g_bytes_new (xmlBufferContent (buffer), xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}
