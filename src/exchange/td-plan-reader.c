/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader"

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "td-plan-reader-private.h"

G_DEFINE_QUARK (td - plan - reader - error - quark, td_plan_reader_error)

/* How much is read at once: a cancelled reading ends after one more piece. */
#define PIECE (256 * 1024)

static gboolean
refuse (GError **error, TdPlanReaderError code, const char *message)
{
  g_set_error_literal (error, TD_PLAN_READER_ERROR, code, message);
  return FALSE;
}

/* Gives valid UTF-8 without a byte order mark, or refuses. @decoded takes what had to be made. */
static gboolean
decode (const char **text, gsize *length, char **decoded, GError **error)
{
  const guchar *bytes = (const guchar *) *text;
  const char *end;

  if (*length >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)))
    {
      gsize written = 0;

      *decoded = g_convert (*text + 2, *length - 2, "UTF-8", bytes[0] == 0xff ? "UTF-16LE" : "UTF-16BE", NULL,
                            &written, NULL);
      if (*decoded == NULL)
        return refuse (error, TD_PLAN_READER_ERROR_NOT_TEXT,
                       _ ("The file is damaged: it begins as UTF-16 text and goes on as something else."));
      *text = *decoded;
      *length = written;
    }
  else if (*length >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf)
    {
      *text += 3;
      *length -= 3;
    }
  if (memchr (*text, '\0', *length) != NULL)
    return refuse (error, TD_PLAN_READER_ERROR_NOT_TEXT, _ ("The file is not a text: it holds binary data."));
  if (!g_utf8_validate_len (*text, *length, &end))
    return refuse (error, TD_PLAN_READER_ERROR_NOT_TEXT,
                   _ ("The file is not UTF-8 text. Save it as Unicode (UTF-8) and try again."));
  return TRUE;
}

static void
reader_clear (TdPlanReader *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->chunk, g_string_chunk_free);
  g_clear_pointer (&self->layout.compounds, g_hash_table_unref);
  g_clear_pointer (&self->preamble, g_ptr_array_unref);
  g_clear_pointer (&self->body, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
}

/* Whether the text can be Vietnamese at all. */
static gboolean
looks_vietnamese (TdPlanReader *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const TdPlanLine *line = &g_array_index (self->lines, TdPlanLine, i);

      if (_td_plan_has_vietnamese (line->text, line->length))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_lines (TdPlanReader *self, GError **error)
{
  const TdPlanPart *part;

  if (self->lines->len == 0)
    return refuse (error, TD_PLAN_READER_ERROR_EMPTY, _ ("The file is empty."));
  _td_plan_measure (self);
  if (!looks_vietnamese (self) || !_td_plan_find_parts (self))
    return refuse (error, TD_PLAN_READER_ERROR_NOT_A_PLAN,
                   _ ("This is not a plan: the text has no head and no numbered parts."));

  part = self->has_attached ? &self->attached : &self->main;
  self->preamble = _td_plan_join (self, self->main.title_to,
                                  self->operative > 0 ? self->operative : self->main.body_from, FALSE);
  self->body = _td_plan_join (self, part->body_from, part->body_to, TRUE);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
read_facts (TdPlanReader *self, GError **error)
{
  _td_plan_read_head (self);
  _td_plan_read_sections (self);
  _td_plan_prepare_titles (self);
  _td_plan_read_articles (self);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  _td_plan_read_preamble (self);
  _td_plan_read_foot (self);
  _td_plan_complete_issuer (self);
  _td_plan_read_lists (self);
  _td_plan_read_groups (self);
  _td_plan_read_awards (self);
  _td_plan_read_period (self);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  _td_plan_read_assignees (self);
  _td_plan_read_deadlines (self);
  _td_plan_read_findings (self);
  return TRUE;
}

/**
 * td_plan_reader_read_text:
 * @text: a plan as plain text: UTF-8, or UTF-16 with its byte order mark
 * @length: how many bytes
 * @cancellable: (nullable): to stop with
 * @error: return location
 *
 * Reads a plan from its text. A strange text is read as far as it goes, and what a person should
 * look at is among the findings; only what cannot be a plan is refused.
 *
 * Returns: (transfer full): the reading, or %NULL with a %TD_PLAN_READER_ERROR or %G_IO_ERROR_CANCELLED
 */
TdPlanReading *
td_plan_reader_read_text (const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPlanReading) reading = NULL;
  g_autofree char *decoded = NULL;
  TdPlanReader self = { 0 };
  gboolean done;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (length > TD_PLAN_READER_MAX_SIZE)
    {
      refuse (error, TD_PLAN_READER_ERROR_TOO_LARGE,
              _ ("The file is too large for a plan (more than 20 MB)."));
      return NULL;
    }
  if (length > 0 && !decode (&text, &length, &decoded, error))
    return NULL;

  reading = td_plan_reading_new ();
  self.reading = reading;
  self.cancellable = cancellable;
  self.chunk = g_string_chunk_new (MAX (length, 4096));
  self.lines = _td_plan_lines_new (text, length, self.chunk, cancellable, error);
  done = self.lines != NULL && read_lines (&self, error) && read_facts (&self, error);
  reader_clear (&self);
  return done ? g_steal_pointer (&reading) : NULL;
}

/* Reads a stream to its end, but no more than may be read. */
static GByteArray *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *piece = g_malloc (PIECE);

  for (;;)
    {
      gssize n = g_input_stream_read (stream, piece, PIECE, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_steal_pointer (&bytes);
      g_byte_array_append (bytes, (const guint8 *) piece, n);
      if (bytes->len > TD_PLAN_READER_MAX_SIZE)
        {
          refuse (error, TD_PLAN_READER_ERROR_TOO_LARGE,
                  _ ("The file is too large for a plan (more than 20 MB)."));
          return NULL;
        }
    }
}

/**
 * td_plan_reader_read_file:
 * @path: a file of plain text (.txt, .md)
 * @cancellable: (nullable): to stop with
 * @error: return location
 *
 * Reads a plan from a file of plain text. A file that is too large is refused before it is read.
 *
 * Returns: (transfer full): the reading, or %NULL with a %TD_PLAN_READER_ERROR or a %G_IO_ERROR
 */
TdPlanReading *
td_plan_reader_read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no such file."));
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      refuse (error, TD_PLAN_READER_ERROR_NOT_A_FILE, _ ("This is a folder, not a file."));
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      refuse (error, TD_PLAN_READER_ERROR_NOT_A_FILE, _ ("This is not a file that can be read as a plan."));
      return NULL;
    }
  if (g_file_info_get_size (info) > TD_PLAN_READER_MAX_SIZE)
    {
      refuse (error, TD_PLAN_READER_ERROR_TOO_LARGE,
              _ ("The file is too large for a plan (more than 20 MB)."));
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  bytes = read_stream (G_INPUT_STREAM (stream), cancellable, error);
  if (bytes == NULL)
    return NULL;
  return td_plan_reader_read_text ((const char *) bytes->data, bytes->len, cancellable, error);
}
