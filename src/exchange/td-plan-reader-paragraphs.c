/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-paragraphs"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Lines that wrapping or a page break cut are joined again. A line begins a paragraph of its own
 * when it has a mark that fits the marks before it, or when the line before was ended on purpose. */

/* Deeper lists do not occur; what claims to be deeper stays at the bottom. */
#define MAX_DEPTH 12

/* A heading is not longer: enough of a growing paragraph to look at. */
#define MAX_CAPS 240

/* How the last paragraph of a body begins, below the last numbered part. */
static const char *const closers[] = {
  "trên đây là", "trên đây", "trong quá trình", "kế hoạch này", "nhận được", NULL
};

/* The open lists, outermost first, while the lines are read. */
typedef struct
{
  TdPlanMark open[MAX_DEPTH];
  guint depth;
} Lists;

typedef struct
{
  TdPlanReader *reader;
  GPtrArray *paragraphs;
  Lists lists;
  GString *text;          /* of the paragraph that grows */
  TdPlanParagraph *grown; /* it, or NULL */
  const TdPlanLine *last; /* its last line */
  guint n_lines;          /* it has so far */
} Joiner;

void
_td_plan_paragraph_free (gpointer data)
{
  TdPlanParagraph *self = data;

  g_free (self->marker);
  g_free (self->text);
  g_free (self->low);
  g_array_unref (self->starts);
  g_free (self);
}

/* The lines on which a piece of the text stands. */
TdPlanLines
_td_plan_lines_at (const TdPlanParagraph *self, gsize from, gsize to)
{
  TdPlanLines lines = { self->lines.first, self->lines.first };

  for (guint i = 0; i < self->starts->len; i++)
    {
      const TdPlanStart *start = &g_array_index (self->starts, TdPlanStart, i);

      if (start->at <= from)
        lines.first = start->line;
      if (start->at < MAX (to, from + 1))
        lines.last = start->line;
    }
  return lines;
}

gboolean
_td_plan_ends_sentence (const char *text, gsize length)
{
  for (;;)
    {
      if (length >= 3 && strncmp (text + length - 3, "”", 3) == 0)
        length -= 3;
      else if (length > 0 && strchr (" \"')", text[length - 1]) != NULL)
        length--;
      else
        return length > 0 && strchr (".;:!?", text[length - 1]) != NULL;
    }
}

static gboolean
same_list (const TdPlanMark *a, const TdPlanMark *b)
{
  return a->kind == b->kind && a->style == b->style;
}

/* Whether a numbered mark is the next of an open list, or the first of a new one. */
static gboolean
is_expected (const Lists *lists, const TdPlanMark *mark)
{
  if (mark->value == 1)
    return TRUE;
  for (guint i = lists->depth; i > 0; i--)
    {
      const TdPlanMark *open = &lists->open[i - 1];
      guint step = mark->value - open->value;

      if (mark->kind == TD_MARKER_DECIMAL && mark->parts == open->parts && mark->prefix == open->prefix
          && mark->value > open->value)
        return TRUE;
      /* "d)" may be followed by "đ)" or "e)". */
      if (same_list (open, mark) && mark->value > open->value
          && step <= (mark->kind == TD_MARKER_LETTER || mark->kind == TD_MARKER_CAPITAL ? 2 : 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_full (const Joiner *self, const TdPlanLine *last, const TdPlanLine *next)
{
  guint width = self->reader->layout.width;
  const char *space = strchr (next->text, ' ');
  glong word = g_utf8_strlen (next->text, space != NULL ? space - next->text : -1);

  return width == 0 || last->chars + 1 + word + MAX (2, width / 12) > width;
}

/* Whether the mark of a bullet is meant as one. */
static gboolean
accept_bullet (const Joiner *self, const TdPlanLine *line, const TdPlanMark *mark)
{
  const TdPlanLine *last = self->last;

  if (last == NULL || self->grown == NULL)
    return TRUE;
  if (_td_plan_ends_sentence (last->text, last->length) || mark->style != 0)
    return TRUE;
  if (mark->kind == TD_MARKER_DASH
      && _td_plan_is_compound (self->reader, last->low, last->length, line->low + mark->length))
    return FALSE;
  if (_td_plan_is_unfinished (last->low, last->length) && _td_plan_is_lower (line->text + mark->length)
      && line->blanks == 0 && self->reader->layout.width > 0 && is_full (self, last, line))
    return FALSE;
  return TRUE;
}

static gboolean
accept_mark (const Joiner *self, const TdPlanLine *line, TdPlanMark *mark)
{
  const TdPlanLine *last = self->last;
  gboolean caps = _td_plan_is_caps (line->text + mark->length, line->length - mark->length);
  gboolean open, expected;

  if (mark->value == 0)
    return accept_bullet (self, line, mark);

  /* "C." and "D." are Roman numbers nobody needs; "I." is a letter after "H.". */
  if (mark->kind == TD_MARKER_ROMAN && mark->style == 0 && strchr ("IVX", *line->text) != NULL
      && line->text[1] == '.')
    {
      TdPlanMark letter = *mark;
      gsize length;

      letter.kind = TD_MARKER_CAPITAL;
      letter.value = _td_plan_letter_value (line->low, &length);
      if (!is_expected (&self->lists, mark) && is_expected (&self->lists, &letter))
        *mark = letter;
    }
  /* Scanners read the figure 1 as the letter l. */
  if (mark->kind == TD_MARKER_LETTER && *line->text == 'l' && !is_expected (&self->lists, mark))
    {
      mark->kind = TD_MARKER_ARABIC;
      mark->value = 1;
      mark->parts = 1;
    }
  if (last == NULL)
    return mark->kind != TD_MARKER_CAPITAL || caps;
  open = _td_plan_is_unfinished (last->low, last->length);
  expected = is_expected (&self->lists, mark);
  if (mark->kind == TD_MARKER_CAPITAL && !caps && (!expected || mark->value == 1))
    return FALSE;
  /* "I. THỜI GIAN, ĐỊA ĐIỂM" has its say though "điểm" alone wants a letter behind it. */
  if (expected && mark->value == 1 && !caps && self->grown != NULL && self->grown->mark.value > 0
      && last->text[last->length - 1] != ',' && _td_plan_is_caps (self->text->str, MIN (self->text->len, MAX_CAPS)))
    return TRUE;
  if (expected)
    return !open || (line->blanks > 0 && !self->reader->layout.doubled) || caps || !is_full (self, last, line)
           || mark->kind == TD_MARKER_ROMAN;
  /* A number out of turn is a slip of the writer only where a sentence has ended. */
  if (open || mark->value > 60)
    return FALSE;
  if (mark->kind == TD_MARKER_ROMAN && !caps)
    return FALSE;
  return _td_plan_ends_sentence (last->text, last->length) || caps
         || (line->blanks > 0 && !self->reader->layout.doubled);
}

/* Keeps the open lists up to date with a mark just met. */
static void
enter_list (Lists *lists, const TdPlanMark *mark)
{
  for (guint i = lists->depth; i > 0; i--)
    if (same_list (&lists->open[i - 1], mark))
      {
        lists->depth = i;
        lists->open[i - 1] = *mark;
        return;
      }
  if (lists->depth == MAX_DEPTH)
    lists->depth--;
  lists->open[lists->depth++] = *mark;
}

/* A heading in capitals goes on only in capitals, and nothing goes on with it otherwise. */
static gboolean
breaks_capitals (const Joiner *self, const TdPlanLine *line, gboolean *joins)
{
  const TdPlanLine *last = self->last;
  gboolean caps = _td_plan_is_caps (self->text->str, MIN (self->text->len, MAX_CAPS));
  gboolean next = _td_plan_is_caps (line->text, line->length);

  if (!caps)
    return next && line->chars > 6 && strchr (line->text, ' ') != NULL
           && !_td_plan_is_unfinished (last->low, last->length) && !is_full (self, last, line);
  if (!next)
    {
      /* "V. THỜI GIAN: Từ" may stand on two lines, and a heading may be cut within it. */
      *joins = _td_plan_is_unfinished (last->low, last->length) || last->text[last->length - 1] == ':';
      return !*joins;
    }
  *joins
      = line->blanks == 0 || self->reader->layout.doubled || _td_plan_is_unfinished (last->low, last->length);
  return !*joins;
}

/* Whether a line without a mark begins a paragraph of its own. */
static gboolean
breaks (const Joiner *self, const TdPlanLine *line)
{
  const TdPlanLayout *layout = &self->reader->layout;
  const TdPlanLine *last = self->last;
  gboolean apart = line->blanks > (layout->doubled ? 1 : 0);
  gboolean ended = _td_plan_ends_sentence (last->text, last->length);
  gboolean open = !ended && _td_plan_is_unfinished (last->low, last->length);
  gboolean joins = FALSE;

  if (self->text->len == 0)
    return FALSE; /* a mark alone on its line */
  if (breaks_capitals (self, line, &joins))
    return TRUE;
  if (joins || open)
    return FALSE;
  if (_td_plan_is_lower (line->text) || (*line->text == '(' && !ended && _td_plan_is_lower (line->text + 1)))
    return ended && line->blanks > 0 && !line->page && last->text[last->length - 1] != ';'
           && !layout->doubled;
  if (ended && _td_plan_starts_any (line->low, closers) > 0)
    return TRUE;
  if (layout->width == 0)
    return ended || !line->page || _td_plan_is_upper (line->text);
  if (apart && !line->page)
    return TRUE;
  if (ended)
    return line->blanks > 0 || !layout->spaced ? !is_full (self, last, line) : FALSE;
  if (is_full (self, last, line))
    return FALSE;
  /* A short line in a text of broken lines was ended on purpose. Where empty lines part the
   * paragraphs only a heading is. */
  if (layout->spaced)
    return line->blanks > 0
           || (!layout->ragged && self->grown->mark.value > 0 && self->n_lines == 1 && last->chars * 5 < layout->width * 3);
  return _td_plan_is_upper (line->text) || *line->text == '"' || strncmp (line->text, "“", 3) == 0;
}

static void
finish_paragraph (Joiner *self)
{
  TdPlanParagraph *grown = g_steal_pointer (&self->grown);

  if (grown == NULL)
    return;
  grown->text = g_strndup (self->text->str, self->text->len);
  grown->low = _td_plan_dup_lower (grown->text);
  g_ptr_array_add (self->paragraphs, grown);
  g_string_truncate (self->text, 0);
}

/* A line that ends "57-" and one that begins "NQ/TW" are one number. */
static gboolean
joins_tight (const GString *text, const TdPlanLine *line)
{
  if (text->len < 2 || (text->str[text->len - 1] != '-' && text->str[text->len - 1] != '/'))
    return FALSE;
  return g_ascii_isalnum (text->str[text->len - 2])
         && (_td_plan_is_upper (line->text) || g_ascii_isdigit (*line->text));
}

static void
append_line (Joiner *self, const TdPlanLine *line, gsize skip)
{
  TdPlanStart start;

  if (self->text->len > 0 && !joins_tight (self->text, line))
    g_string_append_c (self->text, ' ');
  start.at = self->text->len;
  start.line = line->number;
  g_array_append_val (self->grown->starts, start);
  g_string_append_len (self->text, line->text + skip, line->length - skip);
  self->grown->lines.last = line->number;
  self->last = line;
  self->n_lines++;
}

static void
begin_paragraph (Joiner *self, const TdPlanLine *line, const TdPlanMark *mark)
{
  finish_paragraph (self);
  self->grown = g_new0 (TdPlanParagraph, 1);
  self->grown->lines.first = line->number;
  self->grown->starts = g_array_new (FALSE, FALSE, sizeof (TdPlanStart));
  self->grown->mark.kind = TD_MARKER_TEXT;
  self->n_lines = 0;
  if (mark->length > 0)
    {
      self->grown->mark = *mark;
      self->grown->marker = g_strndup (line->text, mark->written);
      enter_list (&self->lists, mark);
    }
  append_line (self, line, mark->length);
}

/* Joins the lines [from, to) to paragraphs. Without marks every line that looks numbered is text. */
GPtrArray *
_td_plan_join (TdPlanReader *self, guint from, guint to, gboolean with_marks)
{
  Joiner joiner = { 0 };

  joiner.reader = self;
  joiner.paragraphs = g_ptr_array_new_with_free_func (_td_plan_paragraph_free);
  joiner.text = g_string_new (NULL);
  for (guint i = from; i < to; i++)
    {
      const TdPlanLine *line = &g_array_index (self->lines, TdPlanLine, i);
      TdPlanMark mark = { 0 };
      gboolean goes_on;

      if (line->noise)
        continue;
      if (with_marks)
        mark = _td_plan_scan_mark (line->text, line->low);
      goes_on = mark.length > 0 && !accept_mark (&joiner, line, &mark);
      /* A dash that is no bullet is the middle of a word: nothing ends before it. */
      if (goes_on)
        mark.length = 0;
      goes_on = goes_on && mark.value == 0;
      if (mark.length > 0 || joiner.grown == NULL || (!goes_on && breaks (&joiner, line)))
        {
          if (mark.length == 0)
            mark = (TdPlanMark){ 0 };
          begin_paragraph (&joiner, line, &mark);
        }
      else
        append_line (&joiner, line, 0);
    }
  finish_paragraph (&joiner);
  g_string_free (joiner.text, TRUE);
  return joiner.paragraphs;
}

/* All the lines [from, to) as one text, NULL when there are none. */
char *
_td_plan_join_lines (TdPlanReader *self, guint from, guint to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      const TdPlanLine *line = &g_array_index (self->lines, TdPlanLine, i);

      if (line->noise)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, line->text);
    }
  return g_string_free (text, text->len == 0);
}
