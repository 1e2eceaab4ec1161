/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-speech"

#include "config.h"

#include <string.h>

#include "td-number.h"
#include "td-speech.h"
#include "td-syllable.h"

#define MOST_DIGITS 9  /* more are a number to be spelled: a telephone, a code */
#define MOST_ROMAN  89 /* without C: "CD" and "CC" are abbreviations */

typedef struct
{
  char *written;
  char *spoken;
  gsize length; /* of what is written */
  gboolean doubtful;
} Word;

struct _TdSpeech
{
  GHashTable *by_first; /* first character → GPtrArray of Word, long ones first */
};

static void
word_free (Word *word)
{
  g_free (word->written);
  g_free (word->spoken);
  g_free (word);
}

/**
 * td_speech_new:
 *
 * Returns: (transfer full): a reader that knows no abbreviation yet
 */
TdSpeech *
td_speech_new (void)
{
  TdSpeech *self = g_new0 (TdSpeech, 1);

  self->by_first = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * td_speech_free:
 * @self: (transfer full): a reader
 */
void
td_speech_free (TdSpeech *self)
{
  g_hash_table_unref (self->by_first);
  g_free (self);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *left = *(const Word *const *) a;
  const Word *right = *(const Word *const *) b;

  if (left->length != right->length)
    return left->length > right->length ? -1 : 1;
  return strcmp (left->written, right->written);
}

/**
 * td_speech_add:
 * @self: a reader
 * @written: an abbreviation, in its letters: "UBND", "TP."
 * @spoken: what it is read as
 * @doubtful: it can mean something else as well
 */
void
td_speech_add (TdSpeech *self, const char *written, const char *spoken, gboolean doubtful)
{
  Word *word;
  GPtrArray *words;
  gpointer first;

  g_return_if_fail (written != NULL && *written != '\0' && spoken != NULL);

  first = GUINT_TO_POINTER (g_utf8_get_char (written));
  words = g_hash_table_lookup (self->by_first, first);
  if (words == NULL)
    {
      words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
      g_hash_table_insert (self->by_first, first, words);
    }
  word = g_new0 (Word, 1);
  word->written = g_strdup (written);
  word->spoken = g_strdup (spoken);
  word->length = strlen (written);
  word->doubtful = doubtful;
  g_ptr_array_add (words, word);
  g_ptr_array_sort (words, compare_words);
}

static gboolean
is_of_word (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The longest abbreviation that stands here as a word of its own. */
static const Word *
find_word (TdSpeech *self, const char *at)
{
  GPtrArray *words = g_hash_table_lookup (self->by_first, GUINT_TO_POINTER (g_utf8_get_char (at)));

  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);
      const char *end = at + word->length;

      if (strncmp (at, word->written, word->length) == 0 && (word->written[word->length - 1] == '.' || !is_of_word (end)))
        return word;
    }
  return NULL;
}

static void
add_doubt (GPtrArray *doubts, const char *text, gsize length)
{
  g_autofree char *doubt = g_strndup (text, length);

  if (doubts != NULL && !g_ptr_array_find_with_equal_func (doubts, doubt, g_str_equal, NULL))
    g_ptr_array_add (doubts, g_steal_pointer (&doubt));
}

static void
append_spaced (GString *out, const char *words)
{
  if (out->len > 0 && is_of_word (g_utf8_find_prev_char (out->str, out->str + out->len)))
    g_string_append_c (out, ' ');
  g_string_append (out, words);
}

static void
append_digits (GString *out, const char *digits, gsize length)
{
  g_autofree char *number = g_strndup (digits, length);
  g_autofree char *words = NULL;

  if (length <= MOST_DIGITS && (digits[0] != '0' || length == 1))
    {
      words = td_number_to_words (g_ascii_strtoll (number, NULL, 10));
      append_spaced (out, words);
      return;
    }
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *digit = td_number_to_words (digits[i] - '0');

      append_spaced (out, digit);
    }
}

/* "30/4", "22/12/1944": how many bytes of a date stand here, 0 for none. */
static gsize
append_date (GString *out, const char *text)
{
  static const int most[] = { 31, 12, 9999 };
  static const char *const names[] = { "", " tháng ", " năm " };
  g_autoptr (GString) words = g_string_new (NULL);
  const char *at = text;
  guint n = 0;

  while (n < G_N_ELEMENTS (most) && g_ascii_isdigit (*at))
    {
      char *end;
      guint64 value = g_ascii_strtoull (at, &end, 10);
      g_autofree char *number = NULL;

      if (value < 1 || value > (guint64) most[n] || end - at > (n == 2 ? 4 : 2))
        return 0;
      number = n == 1 && value == 4 ? g_strdup ("tư") : td_number_to_words ((gint64) value);
      g_string_append_printf (words, "%s%s", names[n++], number);
      at = end;
      if (*at != '/' || !g_ascii_isdigit (at[1]))
        break;
      at++;
    }
  if (n < 2 || is_of_word (at) || *at == '/')
    return 0;
  append_spaced (out, words->str);
  return at - text;
}

static int
roman_value (const char *text, gsize length)
{
  static const struct
  {
    const char *digits;
    int value;
  } steps[] = { { "L", 50 }, { "XL", 40 }, { "X", 10 }, { "IX", 9 }, { "V", 5 }, { "IV", 4 }, { "I", 1 } };
  int number = 0;
  gsize at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gsize n = strlen (steps[i].digits);
      guint most = n > 1 || steps[i].value == 5 || steps[i].value == 50 ? 1 : 3;

      for (guint count = 0; count < most && length - at >= n && strncmp (text + at, steps[i].digits, n) == 0; count++)
        {
          number += steps[i].value;
          at += n;
        }
    }
  return at == length && number <= MOST_ROMAN ? number : 0;
}

/* One letter and a point is somebody's initial. */
static gboolean
append_roman (GString *out, const char *token, gsize length)
{
  int number = token[length] == '.' && length == 1 ? 0 : roman_value (token, length);
  g_autofree char *words = NULL;

  if (number == 0 || out->len == 0)
    return FALSE;
  words = td_number_to_words (number);
  append_spaced (out, words);
  return TRUE;
}

static gsize
get_run (const char *text, gboolean (*belongs) (gunichar c))
{
  const char *at = text;

  while (*at != '\0' && belongs (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at - text;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_capital (gunichar c)
{
  return g_unichar_isupper (c) || g_unichar_ismark (c);
}

/* Capitals that are no syllable stand for words nobody listed; short bare ones may. */
static gboolean
is_unknown (const char *token, gsize length, gboolean has_small)
{
  g_autofree char *word = g_strndup (token, length);

  if (g_utf8_strlen (word, -1) < 2 || get_run (token, is_capital) != length)
    return FALSE;
  return !td_syllable_is_pronounceable (word) || (has_small && g_str_is_ascii (word) && length <= 3);
}

static gboolean
has_small_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_islower (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* A word that is no abbreviation: digits and letters by turns, "12A3". */
static const char *
append_token (GString *out, const char *at, gboolean has_small, GPtrArray *doubts)
{
  gsize length = append_date (out, at);

  if (length > 0)
    return at + length;
  for (gboolean first = TRUE; is_of_word (at); first = FALSE)
    {
      length = get_run (at, is_digit);
      if (length > 0)
        append_digits (out, at, length);
      else
        {
          length = get_run (at, is_letter);
          if (length == 0) /* other digits than ours */
            length = g_utf8_next_char (at) - at;
          if (!(first && !is_of_word (at + length) && append_roman (out, at, length)))
            {
              if (is_unknown (at, length, has_small))
                add_doubt (doubts, at, length);
              if (!first)
                append_spaced (out, "");
              g_string_append_len (out, at, length);
            }
        }
      at += length;
    }
  return at;
}

/**
 * td_speech_read:
 * @self: a reader
 * @text: a post, a unit, an address: valid UTF-8, NFC
 * @doubts: (nullable) (element-type utf8): takes, once each, what is not known or could mean something else
 *
 * Writes a text as it is read aloud: "PCT UBND P. 5, TP. Huế" → "Phó Chủ tịch Ủy ban nhân dân phường năm,
 * thành phố Huế". Abbreviations are told by their capitals, so persons' names are better left out.
 *
 * Returns: (transfer full): the text in full
 */
char *
td_speech_read (TdSpeech *self, const char *text, GPtrArray *doubts)
{
  GString *out = g_string_new (NULL);
  gboolean has_small = has_small_letters (text);

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      const Word *word = is_of_word (text) ? find_word (self, text) : NULL;

      if (word != NULL)
        {
          append_spaced (out, word->spoken);
          if (word->doubtful)
            add_doubt (doubts, word->written, word->length);
          text += word->length;
          if (is_of_word (text))
            g_string_append_c (out, ' ');
        }
      else if (is_of_word (text))
        text = append_token (out, text, has_small, doubts);
      else
        {
          const char *next = g_utf8_next_char (text);

          g_string_append_len (out, text, next - text);
          text = next;
        }
    }
  return g_string_free (out, FALSE);
}
