/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-case"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Names and titles stand in capitals in the head of a document. What they are in running text is
 * taken from the running text itself; only what does not occur there follows the rules below. */

/* How often a word was seen with a capital, without one. */
typedef struct
{
  guint upper;
  guint lower;
  char *form; /* as written with the capital */
} Seen;

/* Enough to know how names are written; a title is never longer. */
#define MAX_WORDS_SEEN 20000

static const char *const places[] = {
  "tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "thị xã", "thị trấn", NULL
};

/* After these only the first word, and the word behind "và" or a comma, has a capital. */
static const char *const branches[] = {
  "sở", "bộ", "ban", "cục", "vụ", "phòng", "tổng cục", "chi cục", "hội", "liên đoàn", "đảng ủy",
  "tỉnh ủy", NULL
};

/* Authorities keep their capital wherever they stand. */
static const char *const authorities[] = {
  "ủy ban nhân dân", "hội đồng nhân dân", "ủy ban", "hội đồng", NULL
};

static const char *const common[] = {
  "ủy ban nhân dân", "hội đồng nhân dân", "ủy ban", "hội đồng", "nhân dân", "chủ tịch", "trường",
  "đại học", "cao đẳng", "trung cấp", "trung học", "phổ thông", "cơ sở", "tiểu học", "mầm non",
  "công ty", "tổng công ty", "cổ phần", "trách nhiệm", "hữu hạn", "một", "thành viên", "bệnh viện",
  "đa khoa", "trung tâm", "văn phòng", "giám đốc", "hiệu trưởng", "bộ trưởng", "và", "chuyên",
  "dân tộc", "nội trú", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "đảng ủy", "tập đoàn",
  "học viện", "viện", "chi nhánh", "nhà máy", "xí nghiệp", "khoa", "các", "của", NULL
};

/* How the names of bodies that are everywhere are written. */
static const struct
{
  const char *low;
  const char *form;
} bodies[] = {
  { "mặt trận tổ quốc", "Mặt trận Tổ quốc" },
  { "bảo hiểm xã hội", "Bảo hiểm xã hội" },
  { "ngân hàng chính sách xã hội", "Ngân hàng Chính sách xã hội" },
  { "ngân hàng", "Ngân hàng" },
  { "tòa án nhân dân", "Tòa án nhân dân" },
  { "viện kiểm sát nhân dân", "Viện kiểm sát nhân dân" },
  { "liên hiệp phụ nữ", "Liên hiệp Phụ nữ" },
  { "liên đoàn lao động", "Liên đoàn Lao động" },
  { "cựu chiến binh", "Cựu chiến binh" },
  { "thi đua - khen thưởng", "Thi đua - Khen thưởng" },
  { "bộ chỉ huy quân sự", "Bộ Chỉ huy Quân sự" },
  { "ban chấp hành", "Ban Chấp hành" },
};

/* The body whose name begins here, NULL for none. */
static const char *
known_body (const char *low, gsize *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (*low == *bodies[i].low && _td_plan_starts (low, bodies[i].low))
      {
        *length = strlen (bodies[i].low);
        return bodies[i].form;
      }
  return NULL;
}

static void
seen_free (gpointer data)
{
  Seen *seen = data;

  g_free (seen->form);
  g_free (seen);
}

static void
append_capitalized (GString *out, const char *low, gsize length)
{
  if (length == 0)
    return;
  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (low)));
  g_string_append_len (out, g_utf8_next_char (low), length - (g_utf8_next_char (low) - low));
}

/* "UBND", "THPT", "XIV": no vowel, or only letters of Roman numbers. */
static gboolean
is_abbreviation (const char *text, gsize length)
{
  gboolean roman = TRUE, vowel = FALSE, digit = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) text[i] >= 0x80 && strncmp (text + i, "Đ", strlen ("Đ")) != 0 && (guchar) text[i] != 0x90)
        vowel = TRUE;
      if (strchr ("AEIOUYaeiouy", text[i]) != NULL)
        vowel = TRUE;
      if (strchr ("IVX", text[i]) == NULL)
        roman = FALSE;
      if (g_ascii_isdigit (text[i]))
        digit = TRUE;
    }
  return length > 0 && (roman || digit || (!vowel && length > 1));
}

static gsize
word_length (const char *text)
{
  gsize length = 0;

  while (!_td_plan_is_boundary (text + length))
    length++;
  return length;
}

/* What stands between words is a letter's worth of bytes too: “ has three. */
static gsize
sign_length (const char *text)
{
  return (gsize) (g_utf8_next_char (text) - text);
}

static gsize
append_sign (GString *out, const char *text)
{
  gsize length = sign_length (text);

  g_string_append_len (out, text, length);
  return length;
}

static void
append_name_word (GString *out, const char *low, gsize length, gboolean first, gboolean branch,
                  gboolean capital)
{
  if (first || capital || !branch)
    append_capitalized (out, low, length);
  else
    g_string_append_len (out, low, length);
}

/* "SỞ NỘI VỤ" as it stands within a sentence; what is not in capitals stays. */
char *
_td_plan_name_case (const char *text)
{
  g_autofree char *low = NULL;
  GString *out;
  gboolean first = TRUE, branch, place = FALSE, capital = FALSE;

  if (!_td_plan_is_caps (text, strlen (text)))
    return g_strdup (text);

  low = _td_plan_dup_lower (text);
  out = g_string_new (NULL);
  branch = _td_plan_starts_any (low, branches) > 0;
  for (gsize i = 0; low[i] != '\0';)
    {
      gsize length = word_length (low + i), phrase;
      const char *body = known_body (low + i, &length);

      if (body != NULL)
        {
          g_string_append (out, body);
          i += length;
          first = FALSE;
          continue;
        }
      if (length == 0)
        {
          capital = capital || low[i] == ',';
          i += append_sign (out, low + i);
          continue;
        }
      phrase = place ? 0 : _td_plan_starts_any (low + i, common);
      if (is_abbreviation (text + i, length))
        g_string_append_len (out, text + i, length);
      else if (!first && _td_plan_starts_any (low + i, places) > 0)
        {
          length = _td_plan_starts_any (low + i, places);
          g_string_append_len (out, low + i, length);
          place = TRUE;
          branch = FALSE;
        }
      else if (phrase > 0 && !capital)
        {
          length = phrase;
          append_name_word (out, low + i, length, first, TRUE,
                            _td_plan_starts_any (low + i, authorities) > 0);
          capital = branch && _td_plan_starts (low + i, "và");
        }
      else
        {
          append_name_word (out, low + i, length, first, branch, capital);
          capital = first && branch;
        }
      first = FALSE;
      i += length;
    }
  return g_string_free (out, FALSE);
}

static void
note_word (GHashTable *table, const char *key, const char *word, gsize length)
{
  Seen *seen = g_hash_table_lookup (table, key);

  if (seen == NULL)
    return;
  if (_td_plan_is_upper (word))
    {
      seen->upper++;
      if (seen->form == NULL)
        seen->form = g_strndup (word, length);
    }
  else
    seen->lower++;
}

/* Reads running text for how the words of the title are written there. */
static void
note_paragraph (GHashTable *table, const TdPlanParagraph *paragraph, guint *n_words)
{
  gsize last = 0, last_length = 0;
  gboolean sentence = TRUE;

  if (_td_plan_is_caps (paragraph->text, strlen (paragraph->text)))
    return;
  for (gsize i = 0; paragraph->low[i] != '\0' && *n_words < MAX_WORDS_SEEN;)
    {
      gsize length = word_length (paragraph->low + i);

      if (length == 0)
        {
          sentence = sentence || strchr (".:;!?\"", paragraph->low[i]) != NULL;
          i += sign_length (paragraph->low + i);
          continue;
        }
      if (!sentence)
        {
          g_autofree char *word = g_strndup (paragraph->low + i, length);
          g_autofree char *pair = g_strdup_printf ("%.*s %s", (int) last_length, paragraph->low + last, word);

          note_word (table, word, paragraph->text + i, length);
          note_word (table, pair, paragraph->text + i, length);
        }
      sentence = FALSE;
      last = i;
      last_length = length;
      i += length;
      (*n_words)++;
    }
}

static void
expect_words (GHashTable *table, const char *low)
{
  g_autofree char *last = NULL;

  for (gsize i = 0; low[i] != '\0';)
    {
      gsize length = word_length (low + i);

      if (length > 0)
        {
          char *word = g_strndup (low + i, length);

          if (last != NULL)
            g_hash_table_insert (table, g_strdup_printf ("%s %s", last, word), g_new0 (Seen, 1));
          g_hash_table_insert (table, g_strdup (word), g_new0 (Seen, 1));
          g_free (last);
          last = word;
        }
      i += length > 0 ? length : sign_length (low + i);
    }
}

/* The form of a word: as its pair stands in the text, else as the word does, else small. */
static void
append_known (GString *out, GHashTable *table, const char *last, const char *text, const char *low,
              gsize length)
{
  g_autofree char *word = g_strndup (low, length);
  g_autofree char *pair = g_strdup_printf ("%s %s", last, word);
  const Seen *seen = g_hash_table_lookup (table, pair);

  if (seen == NULL || seen->upper + seen->lower == 0)
    seen = g_hash_table_lookup (table, word);
  if (seen != NULL && seen->upper > seen->lower)
    g_string_append (out, seen->form);
  else if (seen != NULL && seen->lower > 0)
    g_string_append_len (out, low, length);
  else
    g_string_append_len (out, is_abbreviation (text, length) ? text : low, length);
}

/* A title in capitals as a sentence, its names as the paragraphs write them. */
char *
_td_plan_sentence_case (const char *text, GPtrArray *paragraphs)
{
  g_autoptr (GHashTable) table = NULL;
  g_autofree char *low = NULL;
  g_autofree char *last = g_strdup ("");
  GString *out;
  guint n_words = 0, quotes = 0;
  gboolean first = TRUE;

  if (!_td_plan_is_caps (text, strlen (text)))
    return g_strdup (text);

  low = _td_plan_dup_lower (text);
  table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, seen_free);
  expect_words (table, low);
  for (guint i = 0; i < paragraphs->len && n_words < MAX_WORDS_SEEN; i++)
    note_paragraph (table, g_ptr_array_index (paragraphs, i), &n_words);

  out = g_string_new (NULL);
  for (gsize i = 0; low[i] != '\0';)
    {
      gsize length = word_length (low + i);

      if (length == 0)
        {
          quotes += low[i] == '"';
          first = first || (low[i] == '"' && quotes % 2 == 1) || strncmp (low + i, "“", 3) == 0;
          i += append_sign (out, low + i);
          continue;
        }
      if (first)
        append_capitalized (out, low + i, length);
      else
        append_known (out, table, last, text + i, low + i, length);
      g_free (last);
      last = g_strndup (low + i, length);
      first = FALSE;
      i += length;
    }
  return g_string_free (out, FALSE);
}
