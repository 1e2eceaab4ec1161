/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-pack"

#include "config.h"

#include <errno.h>
#include <zip.h>

#include "td-letter-writer-private.h"

/* The parts of a document of Word or LibreOffice as one file. */

xmlTextWriter *
_td_letter_begin_xml (xmlBuffer **buffer)
{
  *buffer = xmlBufferCreate ();
  return xmlNewTextWriterMemory (*buffer, 0);
}

static void
free_buffer (gpointer buffer)
{
  xmlBufferFree (buffer);
}

/* Takes both. */
GBytes *
_td_letter_end_xml (xmlTextWriter *xml, xmlBuffer *buffer)
{
  xmlTextWriterEndDocument (xml);
  xmlFreeTextWriter (xml);
  return g_bytes_new_with_free_func (xmlBufferContent (buffer), xmlBufferLength (buffer), free_buffer, buffer);
}

static gboolean
add_part (zip_t *package, const TdLetterPart *part, gint64 made_at)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (part->bytes, &length);
  zip_source_t *source = zip_source_buffer (package, data, length, 0);
  zip_int64_t i = source != NULL ? zip_file_add (package, part->name, source, ZIP_FL_ENC_UTF_8) : -1;

  if (i < 0)
    {
      if (source != NULL)
        zip_source_free (source);
      return FALSE;
    }
  return zip_file_set_mtime (package, i, made_at, 0) == 0 && (!part->stored || zip_set_file_compression (package, i, ZIP_CM_STORE, 0) == 0);
}

static gboolean
fail (zip_t *package, GError **error)
{
  zip_error_t *code = zip_get_error (package);

  if (zip_error_system_type (code) == ZIP_ET_SYS)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (zip_error_code_system (code)), g_strerror (zip_error_code_system (code)));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, zip_error_strerror (code));
  zip_discard (package);
  return FALSE;
}

/* The parts in the order given, which of an .odt begins with its mimetype. */
gboolean
_td_letter_pack (const TdLetterPart *parts, guint n_parts, gint64 made_at, TdOutput *output, GError **error)
{
  int code = 0;
  zip_t *package = zip_open (td_output_get_path (output), ZIP_CREATE | ZIP_TRUNCATE, &code);

  if (package == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < n_parts; i++)
    if (!add_part (package, &parts[i], made_at))
      return fail (package, error);
  return zip_close (package) == 0 || fail (package, error);
}
