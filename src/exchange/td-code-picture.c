/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-code-picture"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-code.h"
#include "td-file.h"
#include "td-code-picture.h"
#include "td-reader-process.h"
#include "td-sheet.h"

/* QR codes on scans and photos, found by thidua-reader. */

#define MOST_FILE  (64 * 1024 * 1024)
#define MOST_TEXT  8192 /* of one code; the largest holds 4296 letters */
#define MOST_CODES 2000

typedef struct
{
  const char *bytes;
  gsize length;
} Magic;

/* How the pictures begin that scanners, telephones and screens make. */
static const Magic magics[] = {
  { "\x89PNG\r\n\x1a\n", 8 },
  { "\xff\xd8\xff", 3 },
  { "II*\0", 4 },
  { "MM\0*", 4 },
  { "BM", 2 },
  { "%PDF-", 5 },
};

/**
 * td_code_picture_is_one:
 * @bytes: a file
 *
 * Returns: whether it is a picture that can be looked at: PNG, JPEG, TIFF, BMP, or a PDF of pages
 */
gboolean
td_code_picture_is_one (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length > magics[i].length && memcmp (data, magics[i].bytes, magics[i].length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_UNREADABLE,
                       _ ("The picture is damaged, or of a kind that cannot be read. Save it as PNG or JPEG and try again."));
  return FALSE;
}

static gboolean
read_all (GInputStream *stream, gpointer buffer, gsize length, GCancellable *cancellable, GError **error)
{
  gsize n = 0;

  if (!g_input_stream_read_all (stream, buffer, length, &n, cancellable, error))
    return FALSE;
  return n == length || fail_damaged (error);
}

/* Until the reader says that all has been told. */
static gboolean
read_records (GInputStream *stream, GPtrArray *codes, GCancellable *cancellable, GError **error)
{
  TdReaderRecord record;

  while (read_all (stream, &record, sizeof record, cancellable, error))
    {
      g_autofree char *text = NULL;

      if (record.length > MOST_TEXT || codes->len > MOST_CODES)
        return fail_damaged (error);
      text = g_malloc0 (record.length + 1);
      if (!read_all (stream, text, record.length, cancellable, error))
        return FALSE;
      switch (record.tag)
        {
        case TD_READER_CODE:
          g_ptr_array_add (codes, g_steal_pointer (&text));
          break;
        case TD_READER_END:
          return TRUE;
        case TD_READER_TOO_LARGE:
          g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_TOO_LARGE,
                               _ ("The picture is too large. Scan the code alone, or at 300 dpi, and try again."));
          return FALSE;
        default:
          return fail_damaged (error);
        }
    }
  return FALSE;
}

/**
 * td_code_picture_read_codes:
 * @bytes: a picture
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: (transfer full): the texts of the QR codes on it, each once; maybe none
 */
char **
td_code_picture_read_codes (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocess) process = _td_reader_process_start (TD_READER_PICTURE, bytes, _ ("The part of the program that looks at pictures is missing."), error);
  g_autoptr (GInputStream) stream = NULL;
  gboolean ok;

  if (process == NULL)
    return NULL;
  stream = g_buffered_input_stream_new (g_subprocess_get_stdout_pipe (process));
  ok = read_records (stream, codes, cancellable, error);
  /* It may be in the middle of something: cancelled, or what it said made no sense. */
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (!ok)
    return NULL;
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

/* The text of a file, from where @prefix stands in it. */
static char *
find_in_text (GBytes *bytes, const char *prefix)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *at = length < 1024 * 1024 && g_utf8_validate_len (data, length, NULL) ? g_strstr_len (data, length, prefix) : NULL;

  return at != NULL ? g_strndup (at, data + length - at) : NULL;
}

static char *
find_in_picture (GBytes *bytes, const char *prefix, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) codes = td_code_picture_read_codes (bytes, cancellable, error);
  char *found = NULL;

  if (codes == NULL)
    return NULL;
  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_has_prefix (codes[i], prefix))
      {
        if (found != NULL)
          {
            g_free (found);
            g_set_error_literal (error, TD_CODE_ERROR, TD_CODE_ERROR_NONE, _ ("There are several codes on this picture. Cut out the one that is meant."));
            return NULL;
          }
        found = g_strdup (codes[i]);
      }
  if (found == NULL)
    g_set_error_literal (error, TD_CODE_ERROR, TD_CODE_ERROR_NONE,
                         _ ("No authenticity code can be read on this picture. Scan it at 300 dpi, flat and sharp, and try again."));
  return found;
}

/**
 * td_code_file_read:
 * @path: a picture, or a text file
 * @prefix: what the code begins with, such as %TD_CODE_PREFIX
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Returns: (transfer full): the one code in it
 */
char *
td_code_file_read (const char *path, const char *prefix, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = td_file_read_limited (path, MOST_FILE, error);
  char *found;

  if (bytes == NULL)
    return NULL;
  if (td_code_picture_is_one (bytes))
    return find_in_picture (bytes, prefix, cancellable, error);
  found = find_in_text (bytes, prefix);
  if (found == NULL)
    g_set_error_literal (error, TD_CODE_ERROR, TD_CODE_ERROR_NONE, _ ("This is neither a picture nor a text with an authenticity code."));
  return found;
}
