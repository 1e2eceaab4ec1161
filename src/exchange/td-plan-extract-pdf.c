/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-extract-pdf"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "td-legacy.h"
#include "td-plan-page-private.h"
#include "td-plan-reader.h"
#include "td-reader-process.h"
#include "td-text-compose.h"

/* The text of a PDF, through thidua-reader: poppler cannot be cancelled, so it is killed. What it answers is taken for a
 * stranger's word. */

#define MOST_RECORD (1024 * 1024)
/* A scan has no text, or only that of a signature on it. */
#define LEAST_BYTES 300

typedef struct
{
  GInputStream *stream;
  GCancellable *cancellable;
  TdPlanPages *pages;
  TdPlanProgress progress;
  gpointer progress_data;
  GString *text;
} Reader;

static gboolean
fail (GError **error, TdPlanReaderError code, const char *message)
{
  g_set_error_literal (error, TD_PLAN_READER_ERROR, code, message);
  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, TD_PLAN_READER_ERROR_NOT_TEXT, _ ("The PDF is damaged, or takes longer to read than any plan. Ask its sender for the Word file it was made of."));
}

static gboolean
read_all (Reader *self, gpointer buffer, gsize length, GError **error)
{
  gsize n = 0;

  if (!g_input_stream_read_all (self->stream, buffer, length, &n, self->cancellable, error))
    return FALSE;
  return n == length || fail_damaged (error);
}

/* Fonts that were cut to what is used have six letters and a plus before their name. */
static const char *
bare_font (const char *name)
{
  return strlen (name) > 7 && name[6] == '+' ? name + 7 : name;
}

static gboolean
take_word (Reader *self, GError **error)
{
  g_auto (GStrv) parts = NULL;
  TdPageWord word = { 0 };
  gint *numbers[] = { &word.x1, &word.y1, &word.x2, &word.y2, &word.size };
  char *at = self->text->str;
  TdLegacyEncoding encoding;
  g_autofree char *converted = NULL;

  if (!g_utf8_validate_len (at, self->text->len, NULL))
    return fail_damaged (error);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      long number = strtol (at, &at, 10);

      *numbers[i] = (gint) CLAMP (number, -1000000, 1000000);
    }
  if (*at != '\t')
    return fail_damaged (error);
  parts = g_strsplit (at + 1, "\t", 2);
  if (parts[0] == NULL || parts[1] == NULL || word.x2 < word.x1 || word.y2 < word.y1)
    return fail_damaged (error);
  encoding = td_legacy_from_font (bare_font (parts[0]));
  converted = td_legacy_convert (parts[1], encoding);
  word.text = td_text_compose (converted, -1);
  _td_plan_pages_take_word (self->pages, word);
  if (_td_plan_pages_count_bytes (self->pages) > TD_PLAN_READER_MAX_SIZE)
    return fail (error, TD_PLAN_READER_ERROR_TOO_LARGE, _ ("The file is too large for a plan (more than 20 MB)."));
  return TRUE;
}

static void
begin_page (Reader *self, guint number)
{
  guint n_pages = (guint) CLAMP (atol (self->text->str), 1, G_MAXINT);

  _td_plan_pages_begin (self->pages);
  if (self->progress != NULL)
    self->progress (number, MAX (n_pages, number), self->progress_data);
}

/* Until the reader says that all has been told. */
static gboolean
read_records (Reader *self, GError **error)
{
  TdReaderRecord record;

  while (read_all (self, &record, sizeof record, error))
    {
      if (record.length > MOST_RECORD)
        return fail_damaged (error);
      g_string_set_size (self->text, record.length);
      if (!read_all (self, self->text->str, record.length, error))
        return FALSE;
      switch (record.tag)
        {
        case TD_READER_PAGE:
          begin_page (self, record.number);
          break;
        case TD_READER_WORD:
          if (!take_word (self, error))
            return FALSE;
          break;
        case TD_READER_PASSWORD:
          return fail (error, TD_PLAN_READER_ERROR_NOT_TEXT, _ ("The PDF is protected by a password. Ask its sender for one without, or for the Word file."));
        case TD_READER_END:
          return TRUE;
        case TD_READER_DAMAGED:
        default:
          return fail_damaged (error);
        }
    }
  return FALSE;
}

static TdPlanExtract *
write_text (TdPlanPages *pages, GError **error)
{
  if (_td_plan_pages_count_bytes (pages) >= LEAST_BYTES)
    return _td_plan_pages_write (pages);
  fail (error, TD_PLAN_READER_ERROR_NOT_TEXT, _ ("This PDF is a scan: it holds pictures of its pages and no text. Ask its sender for the Word file, or for a PDF with text."));
  return NULL;
}

/* Reads the text that a reader tells of. */
TdPlanExtract *
_td_plan_extract_pdf_records (GInputStream *stream, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPlanPages) pages = _td_plan_pages_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Reader self = { .stream = stream, .cancellable = cancellable, .pages = pages, .progress = progress, .progress_data = user_data, .text = text };

  return read_records (&self, error) ? write_text (pages, error) : NULL;
}

TdPlanExtract *
_td_plan_extract_pdf (GBytes *bytes, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocess) process = _td_reader_process_start (TD_READER_PLAN, bytes, _ ("The part of the program that reads PDF files is missing. Read the Word file instead."), error);
  g_autoptr (GInputStream) stream = NULL;
  TdPlanExtract *extract;

  if (process == NULL)
    return NULL;
  stream = g_buffered_input_stream_new_sized (g_subprocess_get_stdout_pipe (process), 65536);
  extract = _td_plan_extract_pdf_records (stream, progress, user_data, cancellable, error);
  /* It may be in the middle of something: cancelled, or what it said made no sense. */
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  return extract;
}
