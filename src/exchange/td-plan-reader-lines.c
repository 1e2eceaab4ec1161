/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-lines"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"
#include "td-text-compose.h"

/* From raw text to clean lines. Plans come out of PDF files, web pages and scans: with the stars
 * of Markdown, the bars of tables, wide blanks between two columns, page numbers in the middle of
 * a sentence, letters made of two signs. Here all that goes; what it says about columns and pages
 * stays with the line. */

/* Three blanks or more are the space between two columns. */
#define GAP_BLANKS 3
/* A line that runs over the pages has at least so many letters. */
#define MIN_RUNNING 8
/* How often a long text looks whether it was cancelled. */
#define LINES_PER_CHECK 1024

typedef struct
{
  const char *at;
  const char *end;
  char *out; /* as long as the raw line and a little more */
  gsize n_out;
  guint blanks;  /* since the last letter */
  gboolean wide; /* they separate columns */
  TdPlanLine *line;
} Cleaner;

static void
emit (Cleaner *self, const char *bytes, gsize length)
{
  if (self->n_out == 0)
    self->line->indent = self->blanks;
  else if (self->blanks > 0)
    {
      self->out[self->n_out++] = ' ';
      if (self->line->gap == 0 && (self->wide || self->blanks >= GAP_BLANKS))
        self->line->gap = self->n_out;
    }
  self->blanks = 0;
  self->wide = FALSE;
  memcpy (self->out + self->n_out, bytes, length);
  self->n_out += length;
}

/* Whether a star is a bullet: the first sign of the line, before a blank, with words and without
 * a second star behind it. */
static gboolean
star_is_bullet (const Cleaner *self)
{
  gboolean letter = FALSE;

  if (self->n_out > 0 || self->at + 1 >= self->end || (self->at[1] != ' ' && self->at[1] != '\t'))
    return FALSE;
  for (const char *at = self->at + 1; at < self->end; at++)
    {
      if (*at == '*')
        return FALSE;
      letter = letter || g_ascii_isalnum (*at) || (guchar) *at >= 0x80;
    }
  return letter;
}

/* "<b>", "</b>", "<br/>": the length of a short tag, 0 for none. */
static gsize
tag_length (const Cleaner *self)
{
  const char *at = self->at + 1;

  if (at < self->end && *at == '/')
    at++;
  if (at >= self->end || !g_ascii_isalpha (*at))
    return 0;
  while (at < self->end && at - self->at < 12 && (g_ascii_isalnum (*at) || *at == ' ' || *at == '/'))
    at++;
  return at < self->end && *at == '>' ? at + 1 - self->at : 0;
}

static gboolean
next_is (const Cleaner *self, const char *bytes)
{
  gsize length = strlen (bytes);

  return (gsize) (self->end - self->at) >= length && memcmp (self->at, bytes, length) == 0;
}

/* Takes one sign of ASCII that is no letter. */
static void
clean_sign (Cleaner *self)
{
  gsize length;

  switch (*self->at)
    {
    case '*':
      if (next_is (self, "**"))
        self->at++;
      else if (star_is_bullet (self)
               || (self->n_out > 0 && self->out[self->n_out - 1] == '(' && next_is (self, "*)")))
        emit (self, "*", 1);
      break;
    case '|':
      self->wide = TRUE;
      self->blanks++;
      break;
    case '\\':
      /* Markdown guards "1\." and "\-"; a path keeps its mark. */
      if (self->at + 1 >= self->end || strchr (".-*_#()+!|[]", self->at[1]) == NULL)
        emit (self, "\\", 1);
      break;
    case '#':
    case '>':
      if (self->n_out > 0)
        emit (self, self->at, 1);
      break;
    case '<':
      length = tag_length (self);
      if (length == 0)
        emit (self, "<", 1);
      else
        {
          self->at += length - 1;
          self->blanks++;
        }
      break;
    case '&':
      if (next_is (self, "&nbsp;"))
        {
          self->at += strlen ("&nbsp;") - 1;
          self->blanks++;
        }
      else
        {
          emit (self, "&", 1);
          if (next_is (self, "&amp;"))
            self->at += strlen ("&amp;") - 1;
        }
      break;
    default: emit (self, self->at, 1);
    }
  self->at++;
}

/* Takes one letter of more than one byte. */
static void
clean_letter (Cleaner *self)
{
  const guchar *at = (const guchar *) self->at;
  gsize length = g_utf8_skip[at[0]];

  if ((gsize) (self->end - self->at) < length)
    length = self->end - self->at;
  if (at[0] == 0xc2 && (at[1] == 0xa0 || at[1] == 0x85))
    self->blanks++;
  else if (at[0] == 0xc2 && at[1] == 0xad)
    ; /* a soft hyphen */
  else if (at[0] == 0xc2 && at[1] < 0xa0)
    self->blanks++; /* controls */
  else if (at[0] == 0xc3 && at[1] == 0x90)
    emit (self, "Đ", strlen ("Đ")); /* the Icelandic letter that looks alike */
  else if (at[0] == 0xe2 && at[1] == 0x80
           && (at[2] <= 0x8a || at[2] == 0xa8 || at[2] == 0xa9 || at[2] == 0xaf))
    self->blanks++; /* blanks of special widths, line separators */
  else if (at[0] == 0xe3 && at[1] == 0x80 && at[2] == 0x80)
    self->blanks++;
  else if ((at[0] == 0xe2 && at[1] == 0x80 && at[2] <= 0x8f)
           || (at[0] == 0xef && at[1] == 0xbb && at[2] == 0xbf))
    ; /* signs without width */
  else if (at[0] == 0xef && at[1] >= 0x80 && at[1] <= 0xa3)
    {
      /* Bullets of the Symbol and Wingdings fonts. */
      if (self->n_out == 0)
        emit (self, "•", strlen ("•"));
    }
  else
    emit (self, self->at, length);
  self->at += length;
}

static void
clean_line (Cleaner *self)
{
  while (self->at < self->end)
    {
      guchar c = *self->at;

      if (c >= 0x80)
        clean_letter (self);
      else if (c == ' ')
        {
          self->blanks++;
          self->at++;
        }
      else if (c < 0x20 || c == 0x7f)
        {
          if (c == '\f' && self->n_out == 0)
            self->line->page = TRUE;
          self->wide = self->wide || c == '\t';
          self->blanks += c == '\t' ? 4 : 1;
          self->at++;
        }
      else if (g_ascii_isalnum (c))
        {
          emit (self, self->at, 1);
          self->at++;
        }
      else
        clean_sign (self);
    }
}

/* Whether a line holds nothing but the dashes or stars of a drawn line. */
static gboolean
is_rule (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (strchr ("-_=*~. ", text[i]) != NULL)
        n++;
      else if (strncmp (text + i, "–", 3) == 0 || strncmp (text + i, "—", 3) == 0
               || strncmp (text + i, "─", 3) == 0 || strncmp (text + i, "_", 1) == 0)
        {
          n += 2;
          i += 2;
        }
      else
        return FALSE;
    }
  return n >= 2;
}

/* "5", "- 5 -", "Trang 5", "5/12": the number of a page, 0 for anything else. */
static guint
page_number (const char *low, gsize length)
{
  static const char *const words[] = { "trang", "page", NULL };
  const char *at = low;
  gboolean dashes;
  guint value = 0;

  if (length > 16)
    return 0;
  /* The figure of the first page, as a scanner reads it. */
  if (length == 1 && *low == 'l')
    return 1;
  dashes = *at == '-';
  if (dashes)
    at += at[1] == ' ' ? 2 : 1;
  at += _td_plan_starts_any (at, words);
  while (at > low && *at == ' ')
    at++;
  if (!g_ascii_isdigit (*at))
    return 0;
  while (g_ascii_isdigit (*at) && value < 1000)
    value = value * 10 + (*at++ - '0');
  if (at > low && *at == '/' && g_ascii_isdigit (at[1]))
    for (at++; g_ascii_isdigit (*at);)
      at++;
  while (*at == ' ' || (dashes && *at == '-'))
    at++;
  return *at == '\0' && value < 1000 ? value : 0;
}

/* Whether letters may stand there in two signs, or in a form of their own: a quick look, so that
 * the usual text is not composed again. */
static gboolean
needs_composing (const char *text, gsize length)
{
  for (gsize i = 0; i + 1 < length; i++)
    {
      guchar c = text[i];

      if (c < 0xcc || c == 0xe1)
        continue;
      if (c == 0xcc || c == 0xcd || c == 0xe0 || c > 0xe2)
        return TRUE;
      if (c == 0xe2 && (guchar) text[i + 1] == 0x84)
        return TRUE;
    }
  return FALSE;
}

static const char *
store (GStringChunk *chunk, const char *text, gsize length)
{
  return g_string_chunk_insert_len (chunk, text, length);
}

/* Cleans one raw line; FALSE when nothing is left of it. */
static gboolean
take_line (TdPlanLine *line, const char *text, gsize length, GStringChunk *chunk, GByteArray *scratch)
{
  g_autofree char *composed = NULL;
  Cleaner cleaner = { 0 };
  char *low;

  if (needs_composing (text, length))
    {
      composed = td_text_compose (text, length);
      text = composed;
      length = strlen (composed);
    }
  if (scratch->len < length + 16)
    g_byte_array_set_size (scratch, length * 2 + 64);
  cleaner.at = text;
  cleaner.end = text + length;
  cleaner.out = (char *) scratch->data;
  cleaner.line = line;
  clean_line (&cleaner);
  if (cleaner.n_out == 0)
    return FALSE;
  if (is_rule (cleaner.out, cleaner.n_out))
    {
      line->ruled = TRUE;
      return FALSE;
    }
  line->text = store (chunk, cleaner.out, cleaner.n_out);
  low = (char *) store (chunk, cleaner.out, cleaner.n_out);
  _td_plan_lower (low, cleaner.n_out);
  line->low = low;
  line->length = cleaner.n_out;
  line->chars = g_utf8_strlen (line->text, line->length);
  return TRUE;
}

/* Marks lines that hold a page number: they count upwards. The number of the document may stand
 * alone in a table, so the head has none. */
static void
mark_page_numbers (GArray *lines)
{
  guint last = 0;

  for (guint i = 3; i < lines->len; i++)
    {
      TdPlanLine *line = &g_array_index (lines, TdPlanLine, i);
      guint value = page_number (line->low, line->length);

      if (value > last)
        {
          last = value;
          line->noise = TRUE;
          if (i + 1 < lines->len)
            g_array_index (lines, TdPlanLine, i + 1).page = TRUE;
        }
    }
}

/* Marks lines that stand at the edge of several pages: the name of the document, not its words. */
static void
mark_running_lines (GArray *lines)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint round = 0; round < 2; round++)
    for (guint i = 3; i < lines->len; i++)
      {
        TdPlanLine *line = &g_array_index (lines, TdPlanLine, i);
        TdPlanLine *next = i + 1 < lines->len ? line + 1 : NULL;
        guint count;

        if (line->noise || line->chars < MIN_RUNNING || !(line->page || (next != NULL && next->noise)))
          continue;
        count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, line->text));
        if (round == 0)
          g_hash_table_insert (counts, (gpointer) line->text, GUINT_TO_POINTER (count + 1));
        else if (count > 1)
          {
            line->noise = TRUE;
            if (next != NULL)
              next->page = TRUE;
          }
      }
}

/* Splits valid UTF-8 into clean lines; their bytes live in @chunk. NULL only when cancelled. */
GArray *
_td_plan_lines_new (const char *text, gsize length, GStringChunk *chunk, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (TdPlanLine));
  g_autoptr (GByteArray) scratch = g_byte_array_new ();
  const char *at = text, *end = text + length;
  gboolean page = FALSE, ruled = FALSE;
  guint number = 0, blanks = 0;

  while (at < end)
    {
      const char *stop = at;
      TdPlanLine line = { 0 };

      while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;
      number++;
      if (number % LINES_PER_CHECK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (take_line (&line, at, stop - at, chunk, scratch))
        {
          line.number = number;
          line.blanks = blanks;
          line.page = line.page || page;
          line.ruled = ruled;
          g_array_append_val (lines, line);
          blanks = 0;
          page = ruled = FALSE;
        }
      else
        {
          blanks++;
          page = page || line.page;
          ruled = ruled || line.ruled;
        }
      at = stop < end && *stop == '\r' && stop + 1 < end && stop[1] == '\n' ? stop + 2 : stop + 1;
    }
  mark_page_numbers (lines);
  mark_running_lines (lines);
  return g_steal_pointer (&lines);
}
