/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-page-rows"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-plan-page-rows-private.h"
#include "td-plan-reader-private.h"

/* From words to rows, and what of them is no text: page numbers, running heads, footnotes. */

/* Rows at the top and at the bottom of a page that may be its furniture. */
#define MOST_FURNITURE 2
/* A space this much wider than the font is large parts two columns. */
#define COLUMN_SPACE 1.5
#define MOST_MARK    8
#define SMALL        0.87 /* of the size of the text: a footnote */
#define SMALLER      0.75 /* of the size of the row: the number of a footnote */

static void
word_clear (TdPageWord *word)
{
  g_free (word->text);
}

TdPlanPages *
_td_plan_pages_new (void)
{
  TdPlanPages *self = g_new0 (TdPlanPages, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (TdPageWord));
  g_array_set_clear_func (self->words, (GDestroyNotify) word_clear);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
_td_plan_pages_free (TdPlanPages *self)
{
  g_array_unref (self->words);
  g_array_unref (self->starts);
  g_free (self);
}

void
_td_plan_pages_begin (TdPlanPages *self)
{
  g_array_append_val (self->starts, self->words->len);
}

/* A word without a letter takes room, too. */
#define BYTES_OF_WORD 8

/* @word: its text is taken over */
void
_td_plan_pages_take_word (TdPlanPages *self, TdPageWord word)
{
  if (self->starts->len == 0)
    _td_plan_pages_begin (self);
  if (word.size <= 0)
    word.size = MAX (word.y2 - word.y1, 1);
  self->n_bytes += strlen (word.text) + BYTES_OF_WORD;
  g_array_append_val (self->words, word);
}

gsize
_td_plan_pages_count_bytes (TdPlanPages *self)
{
  return self->n_bytes;
}

static TdPageWord *
word_at (TdPlanPages *self, guint index)
{
  return &g_array_index (self->words, TdPageWord, index);
}

/* The words [from, to) with a blank between them. */
char *
_td_plan_pages_dup_text (TdPlanPages *self, guint from, guint to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      if (text->len > 0 && *word_at (self, i)->text != '\0')
        g_string_append_c (text, ' ');
      g_string_append (text, word_at (self, i)->text);
    }
  return g_string_free (text, FALSE);
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const TdPageWord *first = a, *second = b;
  gint difference = (first->y1 + first->y2) - (second->y1 + second->y2);

  return difference != 0 ? difference : first->x1 - second->x1;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const TdPageWord *first = a, *second = b;

  return first->x1 != second->x1 ? first->x1 - second->x1 : first->y1 - second->y1;
}

/* Whether a word stands at the height [y1, y2]. */
static gboolean
is_beside (const TdPageWord *word, gint y1, gint y2)
{
  gint overlap = MIN (word->y2, y2) - MAX (word->y1, y1);
  gint least = MIN (word->y2 - word->y1, y2 - y1);

  return overlap > 0 ? 2 * overlap >= least : least <= 0 && overlap == 0;
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* The number of a note behind a word is not of the text; "m2" is. */
static void
drop_note_numbers (TdPlanPages *self, const TdPageRow *row)
{
  for (guint i = row->from + 1; i < row->to; i++)
    {
      TdPageWord *word = word_at (self, i);

      if (word->size < row->size * SMALLER && is_digits (word->text) && strlen (word->text) <= 2 && !g_str_has_suffix (word_at (self, i - 1)->text, "m"))
        *word->text = '\0';
    }
}

/* Behind a mark there is a tab too. */
static gboolean
may_be_mark (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= MOST_MARK && !g_ascii_isalpha (text[length - 1]) && ((guchar) text[length - 1] < 0x80 || length <= 4);
}

static void
finish_row (TdPlanPages *self, TdPageRow *row)
{
  TdPageWord *words = word_at (self, row->from);
  gint widest = 0;

  qsort (words, row->to - row->from, sizeof (TdPageWord), compare_places);
  row->x1 = words[0].x1;
  row->y1 = words[0].y1;
  for (guint i = 0; i < row->to - row->from; i++)
    {
      gint space = i > 0 ? words[i].x1 - row->x2 : 0;

      row->size = MAX (row->size, words[i].size);
      if (space > widest && space > COLUMN_SPACE * words[i].size && !(i == 1 && may_be_mark (words[0].text)))
        {
          widest = space;
          row->split = row->from + i;
        }
      row->x2 = MAX (row->x2, words[i].x2);
      row->y1 = MIN (row->y1, words[i].y1);
      row->y2 = MAX (row->y2, words[i].y2);
    }
  drop_note_numbers (self, row);
}

static void
make_page_rows (TdPlanPages *self, GArray *rows, guint page, guint from, guint to)
{
  TdPageRow row = { .from = from, .to = from, .page = page };
  gint y1 = 0, y2 = 0;

  if (from < to)
    qsort (word_at (self, from), to - from, sizeof (TdPageWord), compare_heights);
  for (guint i = from; i <= to; i++)
    {
      const TdPageWord *word = i < to ? word_at (self, i) : NULL;

      if (row.to > row.from && (word == NULL || !is_beside (word, y1, y2)))
        {
          finish_row (self, &row);
          g_array_append_val (rows, row);
          row = (TdPageRow){ .from = i, .to = i, .page = page };
        }
      if (word == NULL)
        return;
      /* The height is that of the largest word. */
      if (row.to == row.from || word->y2 - word->y1 > y2 - y1)
        {
          y1 = word->y1;
          y2 = word->y2;
        }
      row.to = i + 1;
    }
}

GArray *
_td_plan_pages_make_rows (TdPlanPages *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TdPageRow));

  for (guint page = 0; page < self->starts->len; page++)
    make_page_rows (self, rows, page + 1, g_array_index (self->starts, guint, page),
                    page + 1 < self->starts->len ? g_array_index (self->starts, guint, page + 1) : self->words->len);
  return rows;
}

/* "5", "- 5 -", "Trang 5/12". */
static gboolean
is_page_number (const char *text)
{
  g_autofree char *low = _td_plan_dup_lower (text);
  const char *at = low;
  gboolean digit = FALSE;

  if (g_str_has_prefix (at, "trang") || g_str_has_prefix (at, "page"))
    at += *at == 't' ? 5 : 4;
  if (strlen (at) > 12)
    return FALSE;
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_ascii_isdigit (*at) && g_utf8_strchr ("-–—/ .|", -1, g_utf8_get_char (at)) == NULL)
        return FALSE;
      digit = digit || g_ascii_isdigit (*at);
    }
  return digit;
}

/* A running head is the same on many pages but for the number in it. */
static char *
dup_key (const char *text)
{
  g_autofree char *key = g_strdup (text);

  return g_strdup (g_strcanon (key, " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", '#'));
}

typedef struct
{
  guint from, to; /* rows */
} Page;

static GArray *
find_pages (GArray *rows)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (Page));

  for (guint i = 0; i < rows->len; i++)
    {
      Page page = { i, i };

      while (page.to < rows->len && g_array_index (rows, TdPageRow, page.to).page == g_array_index (rows, TdPageRow, i).page)
        page.to++;
      g_array_append_val (pages, page);
      i = page.to - 1;
    }
  return pages;
}

/* The row @n of the furniture that a page may have, -1 for none. */
static int
furniture_row (const Page *page, guint n)
{
  guint count = page->to - page->from;

  if (n < MOST_FURNITURE)
    return n < count ? (int) (page->from + n) : -1;
  n -= MOST_FURNITURE;
  return n + MOST_FURNITURE < count ? (int) (page->to - 1 - n) : -1;
}

static void
drop_heads (TdPlanPages *self, GArray *rows, GArray *pages)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < pages->len; i++)
      for (guint n = 0; n < 2 * MOST_FURNITURE; n++)
        {
          int at = furniture_row (&g_array_index (pages, Page, i), n);
          TdPageRow *row = at >= 0 ? &g_array_index (rows, TdPageRow, at) : NULL;
          g_autofree char *text = row != NULL ? _td_plan_pages_dup_text (self, row->from, row->to) : NULL;
          g_autofree char *key = row != NULL ? dup_key (text) : NULL;
          guint count = row != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) : 0;

          if (row == NULL)
            continue;
          if (pass == 0)
            g_hash_table_replace (counts, g_steal_pointer (&key), GUINT_TO_POINTER (count + 1));
          else if ((count >= 2 && count * 2 >= pages->len && strlen (text) > 3)
                   || (is_page_number (text) && (row->page > 1 || n >= MOST_FURNITURE)))
            row->gone = TRUE;
        }
}

/* At the bottom of a page, in small letters and with a number before it. */
static void
drop_notes (TdPlanPages *self, GArray *rows, const Page *page, gint body_size)
{
  for (guint i = page->to; i > page->from; i--)
    {
      TdPageRow *row = &g_array_index (rows, TdPageRow, i - 1);
      const char *first = word_at (self, row->from)->text;

      if (row->gone)
        continue;
      if (row->size > body_size * SMALL)
        return;
      if (!is_digits (first) || strlen (first) > 2)
        continue;
      for (guint j = i - 1; j < page->to; j++)
        g_array_index (rows, TdPageRow, j).gone = TRUE;
    }
}

void
_td_plan_pages_drop_furniture (TdPlanPages *self, GArray *rows, gint body_size)
{
  g_autoptr (GArray) pages = find_pages (rows);

  drop_heads (self, rows, pages);
  for (guint i = 0; i < pages->len; i++)
    drop_notes (self, rows, &g_array_index (pages, Page, i), body_size);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return *(const gint *) a - *(const gint *) b;
}

/* The number that most others are within @near of; the larger the row the more it says. */
static gint
most_common (GArray *numbers, gint near, guint *count)
{
  gint best = 0;

  *count = 0;
  g_array_sort (numbers, compare_numbers);
  for (guint i = 0, j = 0; i < numbers->len; i++)
    {
      while (g_array_index (numbers, gint, i) - g_array_index (numbers, gint, j) > near)
        j++;
      if (i - j + 1 > *count)
        {
          *count = i - j + 1;
          best = g_array_index (numbers, gint, (i + j) / 2);
        }
    }
  return best;
}

TdPageLook
_td_plan_pages_measure (GArray *rows)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autoptr (GArray) pitches = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autoptr (GArray) lefts = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autoptr (GArray) rights = g_array_new (FALSE, FALSE, sizeof (gint));
  TdPageLook look = { 0 };
  guint n;

  for (guint i = 0; i < rows->len; i++)
    {
      const TdPageRow *row = &g_array_index (rows, TdPageRow, i);
      const TdPageRow *last = i > 0 ? row - 1 : NULL;
      gint pitch = last != NULL && last->page == row->page ? row->y2 - last->y2 : 0;

      if (row->gone)
        continue;
      g_array_append_val (sizes, row->size);
      look.from = sizes->len == 1 ? row->x1 : MIN (look.from, row->x1);
      look.to = MAX (look.to, row->x2);
      if (row->split == 0)
        {
          g_array_append_val (lefts, row->x1);
          g_array_append_val (rights, row->x2);
        }
      if (pitch > 0)
        g_array_append_val (pitches, pitch);
    }
  look.size = most_common (sizes, 5, &n);
  look.pitch = most_common (pitches, 10, &n);
  look.left = most_common (lefts, 20, &n);
  look.right = most_common (rights, 30, &n);
  /* Lines that end where they like do not often end at one place. */
  if (n < 3 || n * 8 < rights->len)
    look.right = look.to;
  if (look.pitch <= 0)
    look.pitch = MAX (look.size * 5 / 4, 1);
  return look;
}
