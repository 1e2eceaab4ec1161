/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader"

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "td-plan-reader-private.h"

G_DEFINE_QUARK (td - plan - reader - error - quark, td_plan_reader_error)

static gboolean
refuse (GError **error, TdPlanReaderError code, const char *message)
{
  g_set_error_literal (error, TD_PLAN_READER_ERROR, code, message);
  return FALSE;
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
  g_clear_pointer (&self->on_behalf, g_free);
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
 * @text: a plan as plain text: UTF-8, UTF-16, or an old encoding of Vietnamese
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
  if (length > 0 && !_td_plan_decode (&text, &length, &decoded, error))
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

/**
 * td_plan_reader_read_file:
 * @path: a file with a plan: plain text, .docx, .odt, .html, .pdf with text; its name does not matter
 * @cancellable: (nullable): to stop with
 * @error: return location
 *
 * Reads a plan from a file. Its lines are those of td_plan_extract_read_file().
 *
 * Returns: (transfer full): the reading, or %NULL with a %TD_PLAN_READER_ERROR or a %G_IO_ERROR
 */
TdPlanReading *
td_plan_reader_read_file (const char *path, GCancellable *cancellable, GError **error)
{
  return td_plan_reader_read_file_slowly (path, NULL, NULL, cancellable, error);
}

/**
 * td_plan_reader_read_file_slowly:
 * @path: a file with a plan
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): to stop with
 * @error: return location
 *
 * The same with news of how far it is: five hundred pages take seconds.
 *
 * Returns: (transfer full): the reading, or %NULL with a %TD_PLAN_READER_ERROR or a %G_IO_ERROR
 */
TdPlanReading *
td_plan_reader_read_file_slowly (const char *path, TdPlanProgress progress, gpointer user_data, GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (TdPlanExtract) extract = td_plan_extract_read_file (path, progress, user_data, cancellable, error);
  const char *text;
  gsize length;

  if (extract == NULL)
    return NULL;
  text = td_plan_extract_get_text (extract, &length);
  return td_plan_reader_read_text (text, length, cancellable, error);
}
