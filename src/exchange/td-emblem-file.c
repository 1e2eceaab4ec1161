/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-emblem-file"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "td-emblem-file.h"
#include "td-emblem.h"
#include "td-picture-header.h"
#include "td-reader-process.h"

/* A picture from outside, looked at before anything draws it. Of SVG only shapes are taken: what draws nothing
 * but shapes stays vectors in a PDF and needs no other file and no font. How long it takes to draw is tried in a
 * process that can be killed. */

/* 13 bytes of a PNG's first chunk say how large it is: more would not fit a certificate's few centimetres. */
#define MOST_DOTS     6000
#define MOST_ELEMENTS 50000
/* Groups in groups. */
#define DEEPEST 100

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

/**
 * td_emblem_file_read:
 * @path: a file
 * @error: return location
 *
 * Returns: (transfer full): what is in it, or %NULL with an error, also when it is too long
 */
GBytes *
td_emblem_file_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *buffer = NULL;
  gsize length;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("This is no file that can be read."));
      return NULL;
    }
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  buffer = g_malloc (TD_EMBLEM_MOST_BYTES + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, TD_EMBLEM_MOST_BYTES + 1, &length, NULL, error))
    return NULL;
  if (length > TD_EMBLEM_MOST_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("A picture of more than 5 MB is not taken."));
      return NULL;
    }
  return g_bytes_new (buffer, length);
}

static gboolean
check_png (GBytes *file, GError **error)
{
  TdPictureHeader header;

  if (td_picture_read_header (file, &header) && header.is_whole)
    {
      if (header.width <= MOST_DOTS && header.height <= MOST_DOTS)
        return TRUE;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("A picture has at most %d × %d dots."), MOST_DOTS, MOST_DOTS);
      return FALSE;
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The picture is damaged."));
  return FALSE;
}

/* Words that point at something: only at what is in the same file. */
static gboolean
points_inside (const char *text)
{
  for (const char *at = text; (at = strstr (at, "url")) != NULL; at += 3)
    {
      const char *target = at + 3 + strspn (at + 3, " \t\r\n(\"'");

      if (*target != '#')
        return FALSE;
    }
  return strstr (text, "@import") == NULL && strchr (text, '\\') == NULL;
}

static gboolean
check_attributes (xmlTextReader *reader)
{
  gboolean ok = TRUE;

  while (ok && xmlTextReaderMoveToNextAttribute (reader) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstLocalName (reader);
      const char *value = (const char *) xmlTextReaderConstValue (reader);
      gboolean is_name = xmlTextReaderIsNamespaceDecl (reader) == 1;

      if (!is_name && g_str_equal (name, "href"))
        ok = *value == '#';
      else if (!is_name)
        ok = !g_ascii_strncasecmp (name, "on", 2) ? FALSE : points_inside (value);
    }
  xmlTextReaderMoveToElement (reader);
  return ok;
}

/* Elements of drawing programs stand in other namespaces, are not drawn, and do no harm. */
static gboolean
check_element (xmlTextReader *reader, guint *n_elements)
{
  static const char *const known[] = {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "use", "symbol",
    "linearGradient", "radialGradient", "stop", "clipPath", "title", "desc", "metadata", "style", NULL
  };
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);
  const char *space = (const char *) xmlTextReaderConstNamespaceUri (reader);
  const int depth = xmlTextReaderDepth (reader);

  if (++*n_elements > MOST_ELEMENTS || depth >= DEEPEST)
    return FALSE;
  if (g_strcmp0 (space, "http://www.w3.org/2000/svg") != 0)
    return depth > 0;
  return g_strv_contains (known, name) && (depth > 0 || g_str_equal (name, "svg")) && check_attributes (reader);
}

static gboolean
check_node (xmlTextReader *reader, guint *n_elements)
{
  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_ELEMENT: return check_element (reader, n_elements);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA: return points_inside ((const char *) xmlTextReaderConstValue (reader));
    case XML_READER_TYPE_ENTITY:
    case XML_READER_TYPE_ENTITY_REFERENCE: return FALSE;
    /* a document type without entities of its own says only that this is SVG */
    case XML_READER_TYPE_DOCUMENT_TYPE: return *n_elements == 0;
    default: return TRUE;
    }
}

static void
ignore_cb (void *data, xmlErrorPtr error)
{
}

static gboolean
check_svg (const char *data, gsize length, GError **error)
{
  g_autoptr (xmlTextReader) reader = xmlReaderForMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET);
  guint n_elements = 0;
  int more;

  if (reader == NULL)
    g_error ("out of memory");
  xmlTextReaderSetStructuredErrorHandler (reader, ignore_cb, NULL);
  while ((more = xmlTextReaderRead (reader)) == 1)
    if (!check_node (reader, &n_elements))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Line %d: a drawing may hold shapes and colours, nothing else: no pictures, scripts, texts, filters or other files."), xmlTextReaderGetParserLineNumber (reader));
        return FALSE;
      }
  if (more == 0 && n_elements > 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("Line %d: the drawing is damaged."), xmlTextReaderGetParserLineNumber (reader));
  return FALSE;
}

static gboolean
try_drawing (GBytes *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocess) process = _td_reader_process_start (TD_READER_DRAWING, file, _ ("The part of the program that looks at drawings is missing: install the program anew."), error);
  TdReaderRecord record = { 0 };
  gsize n = 0;

  if (process == NULL)
    return FALSE;
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (process), &record, sizeof record, &n, cancellable, NULL);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (n == sizeof record && record.tag == TD_READER_END)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This drawing cannot be drawn, or takes too long."));
  return FALSE;
}

/**
 * td_emblem_file_judge:
 * @file: a picture
 * @error: return location
 *
 * Looks through a picture from outside: what it is, how large, and whether it needs what is not in it. Nothing is
 * drawn, nothing is fetched and no entity is expanded.
 *
 * Returns: "png" or "svg", or %NULL with what is wrong
 */
const char *
td_emblem_file_judge (GBytes *file, GError **error)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gsize length;
  const char *data = g_bytes_get_data (file, &length);

  if (length >= sizeof png && memcmp (data, png, sizeof png) == 0)
    return check_png (file, error) ? "png" : NULL;
  if (length > 0 && g_strstr_len (data, MIN (length, 4096), "<") != NULL && g_strstr_len (data, length, "svg") != NULL)
    return check_svg (data, length, error) ? "svg" : NULL;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The emblem must be an SVG or PNG file."));
  return NULL;
}

/**
 * td_emblem_file_check:
 * @file: a picture
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Looks at a picture from outside before anything draws it, as td_emblem_file_judge() does, and whether a drawing can
 * be drawn in good time.
 *
 * Returns: "png" or "svg", or %NULL with what is wrong
 */
const char *
td_emblem_file_check (GBytes *file, GCancellable *cancellable, GError **error)
{
  const char *format = td_emblem_file_judge (file, error);

  return g_strcmp0 (format, "svg") != 0 || try_drawing (file, cancellable, error) ? format : NULL;
}
