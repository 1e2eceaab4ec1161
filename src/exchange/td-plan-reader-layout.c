/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-layout"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* How the lines of a text were broken is measured on the text itself: a line that begins with a
 * small letter goes on from the one before. What stands between such lines, and how long they
 * are, tells the rest. */

/* No sentence ends with one of these. */
static const char *const unfinished[] = {
  "và", "của", "cho", "với", "các", "về", "trong", "theo", "tại", "do", "để", "từ", "đến", "là",
  "những", "được", "bằng", "hoặc", "như", "khi", "nhằm", "tới", "cùng", "có", "trên", "giữa",
  "đối với", "số", "ngày", "tháng", "năm", "lần thứ", "thứ", "khoản", "điểm", "điều", "mục",
  "phần", "chương", "ủy ban", "mặt trận", "bởi", "vào", "ra", "không", "phải", "cần", "sẽ", "đã",
  "đang", "một", "mỗi", "từng", "hai", "giai đoạn", "nhiệm kỳ", "chủ tịch ủy ban", "phó",
  "nhất là", "đặc biệt là", "thuộc", "gắn với", NULL
};

/* Compounds that official texts write with a dash. */
static const char *const compounds[] = {
  "chính trị - xã", "kinh tế - xã", "quốc phòng - an", "an ninh - quốc", "văn hóa - xã",
  "thi đua - khen", "khoa học - công", "xã hội - nghề", "kinh tế - kỹ", "giáo dục - đào",
  "thể dục - thể", "lao động - thương", "thương binh - xã", "tài chính - kế", "kế hoạch - tài",
  "kinh tế - văn", "văn hóa - thể", "văn hóa - thông", "quốc phòng - đối", "hành chính - sự",
  "tổ chức - cán", "xây dựng - đô", "xanh - sạch", "sạch - đẹp", "độc lập - tự", "tự do - hạnh",
  "đền ơn - đáp", "văn nghệ - thể", NULL
};

gboolean
_td_plan_is_unfinished (const char *low, gsize length)
{
  guint open = 0, close = 0;

  while (length > 0 && low[length - 1] == ' ')
    length--;
  if (length == 0)
    return FALSE;
  if (strchr (",(-/&", low[length - 1]) != NULL)
    return TRUE;
  if (length >= 3 && (strncmp (low + length - 3, "“", 3) == 0 || strncmp (low + length - 3, "–", 3) == 0))
    return TRUE;
  /* An open parenthesis near the end wants its other half; far from it somebody forgot it. */
  for (gsize i = length > 200 ? length - 200 : 0; i < length; i++)
    {
      open += low[i] == '(';
      close += low[i] == ')' && open > close;
    }
  if (open > close)
    return TRUE;
  return _td_plan_ends_any (low, length, unfinished);
}

static gsize
last_word (const char *low, gsize length)
{
  gsize at = length;

  while (at > 0 && !_td_plan_is_boundary (low + at - 1))
    at--;
  return at;
}

static gsize
first_word (const char *low)
{
  gsize length = 0;

  while (!_td_plan_is_boundary (low + length))
    length++;
  return length;
}

/* Notes every "x - y" within a line. */
static void
note_compounds (GHashTable *table, const TdPlanLine *line)
{
  const char *at = line->low;

  while ((at = strstr (at, " - ")) != NULL)
    {
      gsize start = last_word (line->low, at - line->low), length = first_word (at + 3);

      if (length > 0 && start < (gsize) (at - line->low) && !g_ascii_isdigit (at[3]))
        g_hash_table_add (table, g_strndup (line->low + start, at + 3 + length - (line->low + start)));
      at += 3;
    }
}

/* Whether the dash at the start of @next belongs to a compound whose first half ends @low. */
gboolean
_td_plan_is_compound (const TdPlanReader *self, const char *low, gsize length, const char *next)
{
  g_autofree char *key = NULL;
  gsize start, size;

  while (length > 0 && low[length - 1] == ' ')
    length--;
  start = last_word (low, length);
  size = first_word (next);
  if (start == length || size == 0)
    return FALSE;
  /* "2021" and "- 2025" */
  if (g_ascii_isdigit (low[start]) && g_ascii_isdigit (*next))
    return TRUE;
  key = g_strdup_printf ("%.*s - %.*s", (int) (length - start), low + start, (int) size, next);
  if (g_hash_table_contains (self->layout.compounds, key))
    return TRUE;
  for (guint i = 0; compounds[i] != NULL; i++)
    {
      const char *dash = strstr (compounds[i], " - ");
      gsize half = dash - compounds[i];

      if (half <= length && strncmp (low + length - half, compounds[i], half) == 0
          && _td_plan_starts (next, dash + 3))
        return TRUE;
    }
  return FALSE;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a - *(const guint *) b;
}

/* Measures the whole text. */
void
_td_plan_measure (TdPlanReader *self)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_goes_on = 0, n_apart = 0, n_marks = 0, n_marks_apart = 0, n_lines = 0, n_short = 0;
  const TdPlanLine *last = NULL;

  self->layout.compounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const TdPlanLine *line = &g_array_index (self->lines, TdPlanLine, i);

      if (line->noise)
        continue;
      n_lines++;
      note_compounds (self->layout.compounds, line);
      if (last != NULL && _td_plan_is_lower (line->text)
          && _td_plan_scan_mark (line->text, line->low).length == 0)
        {
          n_goes_on++;
          n_apart += line->blanks > 0;
          g_array_append_val (lengths, last->chars);
        }
      else if (last != NULL && !_td_plan_is_lower (line->text))
        {
          n_marks++;
          n_marks_apart += line->blanks > 0;
        }
      last = line;
    }
  /* A page break cuts a sentence now and then; broken lines are the rule or they are not there. */
  if (n_goes_on < 3 || n_goes_on * 8 < n_lines)
    {
      self->layout.spaced = n_marks_apart * 2 > n_marks;
      return;
    }
  g_array_sort (lengths, compare_lengths);
  self->layout.width = g_array_index (lengths, guint, lengths->len * 9 / 10);
  self->layout.doubled = n_apart * 2 > n_goes_on;
  self->layout.spaced = !self->layout.doubled && n_marks_apart * 2 > n_marks;
  for (guint i = 0; i < lengths->len; i++)
    n_short += g_array_index (lengths, guint, i) * 5 < self->layout.width * 3;
  self->layout.ragged = n_short * 5 > lengths->len;
}
