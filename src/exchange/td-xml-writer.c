/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-xml-writer"

#include "config.h"

#include "td-xml-writer-private.h"

void
_td_xml_begin (xmlTextWriter *xml, const char *name)
{
  xmlTextWriterStartElement (xml, BAD_CAST name);
}

void
_td_xml_end (xmlTextWriter *xml)
{
  xmlTextWriterEndElement (xml);
}

void
_td_xml_set (xmlTextWriter *xml, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (xml, BAD_CAST name, BAD_CAST value);
}

/* An element without contents; names and values of its attributes follow. */
void
_td_xml_empty (xmlTextWriter *xml, const char *name, ...)
{
  const char *attribute;
  va_list list;

  _td_xml_begin (xml, name);
  va_start (list, name);
  while ((attribute = va_arg (list, const char *)) != NULL)
    _td_xml_set (xml, attribute, va_arg (list, const char *));
  va_end (list);
  _td_xml_end (xml);
}

void
_td_xml_set_number (xmlTextWriter *xml, const char *name, gint64 value)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  _td_xml_set (xml, name, text);
}

/* XML has no control characters. */
static gboolean
is_xml (gunichar c)
{
  return c >= 0x20 && c != 0xfffe && c != 0xffff;
}

/* @text: UTF-8 of @length bytes; what XML cannot hold is left out */
void
_td_xml_write (xmlTextWriter *xml, const char *text, gsize length)
{
  g_autoptr (GString) clean = g_string_sized_new (length + 1);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (is_xml (g_utf8_get_char (p)))
      g_string_append_len (clean, p, g_utf8_next_char (p) - p);
  xmlTextWriterWriteString (xml, BAD_CAST clean->str);
}
