/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-writer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-legacy.h"
#include "td-plan-extract-private.h"
#include "td-plan-reader.h"

/* A table deeper than that is written as if it were none. */
#define MOST_TABLES 30
/* A cell of data is no text. */
#define MOST_CELL_LINES 3
#define MOST_MARK       12
/* Empty ones make no text, but take time. */
#define MOST_PARAGRAPHS 300000

typedef struct
{
  GString *text;
  GString *run; /* in @encoding, and not yet among the text */
  TdLegacyEncoding encoding;
  char *mark;
} Paragraph;

typedef struct
{
  GPtrArray *rows; /* of GPtrArray of cells, each a GPtrArray of lines of text */
  GPtrArray *cell; /* open; NULL between cells */
} Table;

struct _TdPlanWriter
{
  TdPlanExtract *extract;
  GPtrArray *paragraphs; /* open, the innermost last */
  GPtrArray *tables;     /* the same */
  guint too_deep;        /* tables that are not written as such */
  guint n_begun;         /* paragraphs, rows and cells */
  gsize n_bytes;         /* of all the text there was */
};

static void
paragraph_free (Paragraph *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->run, TRUE);
  g_free (self->mark);
  g_free (self);
}

static void
table_free (Table *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

TdPlanWriter *
_td_plan_writer_new (void)
{
  TdPlanWriter *self = g_new0 (TdPlanWriter, 1);

  self->extract = _td_plan_extract_new ();
  self->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) paragraph_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  return self;
}

void
_td_plan_writer_free (TdPlanWriter *self)
{
  g_clear_pointer (&self->extract, td_plan_extract_free);
  g_ptr_array_unref (self->paragraphs);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

static gpointer
last_of (GPtrArray *array)
{
  return array->len > 0 ? g_ptr_array_index (array, array->len - 1) : NULL;
}

/* Sets @error once there is more text than is read. */
gboolean
_td_plan_writer_is_full (TdPlanWriter *self, GError **error)
{
  if (self->n_bytes <= TD_PLAN_READER_MAX_SIZE && self->n_begun <= MOST_PARAGRAPHS)
    return FALSE;
  g_set_error_literal (error, TD_PLAN_READER_ERROR, TD_PLAN_READER_ERROR_TOO_LARGE, _ ("The file is too large for a plan (more than 20 MB)."));
  return TRUE;
}

/* A line goes where it stands: into the innermost open cell. */
static void
write_line (TdPlanWriter *self, const char *text, gsize length)
{
  Table *table = last_of (self->tables);

  if (table == NULL)
    {
      _td_plan_extract_add_line (self->extract, text, length);
      return;
    }
  if (table->cell == NULL)
    return; /* between two cells there is nothing to be seen */
  g_ptr_array_add (table->cell, g_strndup (text, length));
}

void
_td_plan_writer_begin_paragraph (TdPlanWriter *self)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  self->n_begun++;
  paragraph->text = g_string_new (NULL);
  paragraph->run = g_string_new (NULL);
  g_ptr_array_add (self->paragraphs, paragraph);
}

gboolean
_td_plan_writer_in_paragraph (TdPlanWriter *self)
{
  return self->paragraphs->len > 0;
}

/* Whether the open paragraph holds a word already. */
gboolean
_td_plan_writer_has_text (TdPlanWriter *self)
{
  const Paragraph *paragraph = last_of (self->paragraphs);

  return paragraph != NULL && (paragraph->text->len > 0 || paragraph->run->len > 0);
}

/* The mark of the list that the open paragraph begins an item of. */
void
_td_plan_writer_set_mark (TdPlanWriter *self, const char *mark)
{
  Paragraph *paragraph = last_of (self->paragraphs);

  if (paragraph == NULL)
    return;
  g_free (paragraph->mark);
  paragraph->mark = g_strdup (mark);
  self->n_bytes += mark != NULL ? strlen (mark) : 0;
}

static void
flush_run (Paragraph *self)
{
  g_autofree char *converted = NULL;

  if (self->run->len == 0)
    return;
  if (self->encoding == TD_LEGACY_NONE)
    g_string_append_len (self->text, self->run->str, self->run->len);
  else
    {
      converted = td_legacy_convert (self->run->str, self->encoding);
      g_string_append (self->text, converted);
    }
  g_string_truncate (self->run, 0);
}

/* Text of the open paragraph, in which a line end breaks the line: valid UTF-8 without zeros. @font tells of old encodings,
 * @capitals that all its letters are shown large. */
void
_td_plan_writer_add (TdPlanWriter *self, const char *text, gsize length, const char *font, gboolean capitals)
{
  Paragraph *paragraph = last_of (self->paragraphs);
  TdLegacyEncoding encoding = td_legacy_from_font (font);

  if (paragraph == NULL || length == 0)
    return;
  self->n_bytes += length;
  for (const char *end = memchr (text, '\n', length); end != NULL; end = memchr (end + 1, '\n', text + length - end - 1))
    self->n_begun++;
  if (self->n_bytes > TD_PLAN_READER_MAX_SIZE || self->n_begun > MOST_PARAGRAPHS)
    return;
  if (encoding != paragraph->encoding)
    {
      flush_run (paragraph);
      paragraph->encoding = encoding;
    }
  if (!capitals)
    g_string_append_len (paragraph->run, text, length);
  else
    for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
      g_string_append_unichar (paragraph->run, g_unichar_toupper (g_utf8_get_char (p)));
}

/* A tab behind a mark is a blank, and not the space between two columns. */
static void
soften_tab (char *line)
{
  char *start = line + strspn (line, " \t");
  char *tab = strchr (start, '\t');

  if (tab != NULL && tab > start && tab - start <= MOST_MARK && !g_ascii_isalnum (tab[-1]) && (guchar) tab[-1] < 0x80)
    *tab = ' ';
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
write_paragraph (TdPlanWriter *self, Paragraph *paragraph)
{
  g_auto (GStrv) lines = NULL;

  flush_run (paragraph);
  if (paragraph->mark != NULL && *paragraph->mark != '\0' && !is_blank (paragraph->text->str))
    {
      g_string_prepend_c (paragraph->text, ' ');
      g_string_prepend (paragraph->text, paragraph->mark);
    }
  lines = g_strsplit (paragraph->text->str, "\n", -1);
  if (lines[0] == NULL)
    write_line (self, "", 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      soften_tab (lines[i]);
      write_line (self, lines[i], strlen (lines[i]));
    }
}

void
_td_plan_writer_end_paragraph (TdPlanWriter *self)
{
  Paragraph *paragraph = last_of (self->paragraphs);

  if (paragraph == NULL)
    return;
  write_paragraph (self, paragraph);
  g_ptr_array_set_size (self->paragraphs, self->paragraphs->len - 1);
}

/* The open paragraph is not of the text. */
void
_td_plan_writer_drop_paragraph (TdPlanWriter *self)
{
  if (self->paragraphs->len > 0)
    g_ptr_array_set_size (self->paragraphs, self->paragraphs->len - 1);
}

void
_td_plan_writer_begin_table (TdPlanWriter *self)
{
  Table *table;

  if (self->tables->len >= MOST_TABLES)
    {
      self->too_deep++;
      return;
    }
  table = g_new0 (Table, 1);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (self->tables, table);
}

void
_td_plan_writer_begin_row (TdPlanWriter *self)
{
  Table *table = last_of (self->tables);

  if (table == NULL || self->too_deep > 0)
    return;
  self->n_begun++;
  table->cell = NULL;
  g_ptr_array_add (table->rows, g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref));
}

void
_td_plan_writer_begin_cell (TdPlanWriter *self)
{
  Table *table = last_of (self->tables);

  if (table == NULL || self->too_deep > 0)
    return;
  if (table->rows->len == 0)
    _td_plan_writer_begin_row (self);
  self->n_begun++;
  table->cell = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (last_of (table->rows), table->cell);
}

void
_td_plan_writer_end_cell (TdPlanWriter *self)
{
  Table *table = last_of (self->tables);

  if (table != NULL && self->too_deep == 0)
    table->cell = NULL;
}

static guint
count_lines (GPtrArray *cell)
{
  guint n = 0;

  for (guint i = 0; i < cell->len; i++)
    n += !is_blank (g_ptr_array_index (cell, i));
  return n;
}

/* How many cells of a row hold words; 0 when one holds more than a cell of data does. */
static guint
count_data_cells (GPtrArray *row)
{
  guint n = 0;

  for (guint i = 0; i < row->len; i++)
    {
      guint lines = count_lines (g_ptr_array_index (row, i));

      if (lines > MOST_CELL_LINES)
        return 0;
      n += lines > 0;
    }
  return n;
}

static void
write_data_row (TdPlanWriter *self, GPtrArray *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->len; i++)
    {
      GPtrArray *cell = g_ptr_array_index (row, i);

      for (guint j = 0; j < cell->len; j++)
        {
          const char *line = g_ptr_array_index (cell, j);

          if (is_blank (line))
            continue;
          if (text->len > 0)
            g_string_append (text, j > 0 && count_lines (cell) > 1 ? " " : "\t");
          g_string_append (text, line);
        }
    }
  soften_tab (text->str);
  write_line (self, text->str, text->len);
}

static void
write_cells (TdPlanWriter *self, GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      GPtrArray *cell = g_ptr_array_index (row, i);

      for (guint j = 0; j < cell->len; j++)
        {
          const char *line = g_ptr_array_index (cell, j);

          write_line (self, line, strlen (line));
        }
      /* What stands beside it does not go on with it. */
      if (count_lines (cell) > 0)
        write_line (self, "", 0);
    }
}

void
_td_plan_writer_end_table (TdPlanWriter *self)
{
  Table *table = last_of (self->tables);
  guint n_pairs = 0;

  if (table == NULL)
    return;
  if (self->too_deep > 0)
    {
      self->too_deep--;
      return;
    }
  g_ptr_array_steal_index (self->tables, self->tables->len - 1);
  for (guint i = 0; i < table->rows->len; i++)
    n_pairs += count_data_cells (g_ptr_array_index (table->rows, i)) >= 2;
  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (table->rows, i);
      guint n = count_data_cells (row);

      /* Head and foot have two columns in a few rows. */
      if (n >= 3 || (n == 2 && n_pairs >= 5))
        write_data_row (self, row);
      else
        write_cells (self, row);
    }
  table_free (table);
}

/* What is still open ends here. */
TdPlanExtract *
_td_plan_writer_finish (TdPlanWriter *self, GError **error)
{
  while (self->paragraphs->len > 0)
    _td_plan_writer_end_paragraph (self);
  self->too_deep = 0;
  while (self->tables->len > 0)
    _td_plan_writer_end_table (self);
  return _td_plan_writer_is_full (self, error) ? NULL : g_steal_pointer (&self->extract);
}
