/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-glue"

#include "config.h"

#include <string.h>

#include "td-glue.h"

/* Vietnamese is written syllable by syllable, so that a blank says nothing about where a word ends.
 * Lines may break where a list of phrases, the capitals of names and the figures allow it. */

/* Costs are in squares of a line's deviation from the mean width: 0.02 is worth two lines that are
 * each a tenth too long or too short. */
#define COST_PLAIN  0.04 /* a break that no comma invites */
#define COST_NAME   0.06 /* between two capitalised words, mostly parts of one name */
#define COST_SOFT   0.08 /* inside a phrase that is better kept */
#define COST_PHRASE 0.5  /* inside a phrase, when there is no other way */
#define COST_FIRM   1.0  /* inside a date or a quantity */
#define COST_WHOLE  3.0  /* inside a name */

/* So many words after "Ông" or a family name may be one name. */
#define NAME_WORDS  7
#define PLACE_WORDS 4
/* A few words in quotation marks or brackets belong together. */
#define QUOTED_WORDS 4

/* What stands in phrases for a number and for any word. */
enum
{
  ID_NONE,
  ID_NUMBER,
  ID_ANY,
  ID_FIRST,
};

typedef enum
{
  PHRASE_KEPT,
  PHRASE_WISH,   /* better kept */
  PHRASE_PERSON, /* holds to the name that follows */
  PHRASE_PLACE,  /* the name that follows is one */
} PhraseKind;

typedef struct
{
  guint *ids;
  guint n_ids;
  PhraseKind kind;
  gboolean firm;
} Phrase;

/**
 * TdGlue:
 *
 * What stays on one line.
 */
struct _TdGlue
{
  GHashTable *ids;     /* folded word → its number */
  GPtrArray *by_first; /* number of the first word → GPtrArray of Phrase, or NULL */
  GHashTable *family;  /* folded words that begin names */
  GPtrArray *prefixes; /* folded beginnings of words that begin names */
};

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  g_free (phrase->ids);
  g_free (phrase);
}

static void
list_free (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

/* Without capitals; apostrophes and dashes of all kinds are one. */
static char *
fold (const char *text, gssize length)
{
  g_autofree char *normal = g_utf8_normalize (text, length, G_NORMALIZE_NFC);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
  GString *same = g_string_sized_new (strlen (folded));

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2019 || c == 0x2018 || c == 0x02BC)
        c = '\'';
      else if (c >= 0x2010 && c <= 0x2015)
        c = '-';
      g_string_append_unichar (same, c);
    }
  return g_string_free (same, FALSE);
}

static guint
ensure_id (TdGlue *self, const char *word)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, word));

  if (id == 0)
    {
      id = g_hash_table_size (self->ids) + 1;
      g_hash_table_insert (self->ids, g_strdup (word), GUINT_TO_POINTER (id));
      g_ptr_array_set_size (self->by_first, id + 1);
    }
  return id;
}

static void
add_phrase (TdGlue *self, const char *folded, PhraseKind kind)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n_words = g_strv_length (words);
  Phrase *phrase;
  gpointer *list;

  if (n_words == 0 || *words[0] == '\0' || (n_words < 2 && (kind == PHRASE_KEPT || kind == PHRASE_WISH)))
    return;
  phrase = g_new0 (Phrase, 1);
  phrase->kind = kind;
  phrase->n_ids = n_words;
  phrase->ids = g_new (guint, n_words);
  phrase->firm = kind == PHRASE_PERSON;
  for (guint i = 0; i < n_words; i++)
    {
      phrase->ids[i] = ensure_id (self, words[i]);
      phrase->firm = phrase->firm || (phrase->ids[i] == ID_NUMBER && kind == PHRASE_KEPT);
    }
  list = &g_ptr_array_index (self->by_first, phrase->ids[0]);
  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func (phrase_free);
  g_ptr_array_add (*list, phrase);
}

static void
add_family (TdGlue *self, const char *folded)
{
  gsize length = strlen (folded);

  if (length > 1 && folded[length - 1] == '*')
    g_ptr_array_add (self->prefixes, g_strndup (folded, length - 1));
  else if (length > 0)
    g_hash_table_add (self->family, g_strdup (folded));
}

/**
 * td_glue_new:
 * @phrases: (nullable): what stays together, as in data/catalogue/keep-together.txt: "#" stands for a
 *   number, "*" for any word; before it "~" makes it a wish, "@" something that stays with the name
 *   of a person after it, "=" something with the name of a place after it, "^" a word that begins
 *   names of people
 *
 * Returns: (transfer full): the phrases, ready for marking
 */
TdGlue *
td_glue_new (const char *const *phrases)
{
  TdGlue *self = g_new0 (TdGlue, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_first = g_ptr_array_new_with_free_func (list_free);
  self->family = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefixes = g_ptr_array_new_with_free_func (g_free);
  ensure_id (self, "#");
  ensure_id (self, "*");
  for (guint i = 0; phrases != NULL && phrases[i] != NULL; i++)
    {
      const char *mark = *phrases[i] != '\0' ? strchr ("~@=^", *phrases[i]) : NULL;
      g_autofree char *folded = fold (phrases[i] + (mark != NULL), -1);

      g_strstrip (folded);
      if (mark == NULL)
        add_phrase (self, folded, PHRASE_KEPT);
      else if (*mark == '^')
        add_family (self, folded);
      else
        add_phrase (self, folded, *mark == '~' ? PHRASE_WISH : *mark == '@' ? PHRASE_PERSON
                                                                            : PHRASE_PLACE);
    }
  return self;
}

/**
 * td_glue_free:
 * @self: (transfer full): phrases
 */
void
td_glue_free (TdGlue *self)
{
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->by_first);
  g_hash_table_unref (self->family);
  g_ptr_array_unref (self->prefixes);
  g_free (self);
}

/* Takes a bracket or quotation mark of several bytes from the beginning, or what closes from the end. */
static gboolean
strip_sign (const char **start, const char **end, const char *const *signs, gboolean at_end)
{
  for (guint i = 0; signs[i] != NULL; i++)
    {
      gsize length = strlen (signs[i]);

      if ((gsize) (*end - *start) <= length)
        continue;
      if (!at_end && memcmp (*start, signs[i], length) == 0)
        {
          *start += length;
          return TRUE;
        }
      if (at_end && memcmp (*end - length, signs[i], length) == 0)
        {
          *end -= length;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_roman (const char *start, const char *end)
{
  for (const char *at = start; at < end; at++)
    if (strchr ("IVXLC", *at) == NULL)
      return FALSE;
  return start < end;
}

static gboolean
begins_name (TdGlue *self, const char *folded)
{
  if (g_hash_table_contains (self->family, folded))
    return TRUE;
  for (guint i = 0; i < self->prefixes->len; i++)
    if (g_str_has_prefix (folded, g_ptr_array_index (self->prefixes, i)))
      return TRUE;
  return FALSE;
}

/**
 * td_glue_read_token:
 * @self: phrases
 * @word: a word with the signs around it; not terminated
 * @length: its bytes
 * @token: (out caller-allocates): what it is
 */
void
td_glue_read_token (TdGlue *self, const char *word, gsize length, TdGlueToken *token)
{
  static const char *const opening[] = { "(", "\"", "“", "‘", "[", NULL };
  static const char *const closing[] = { ",", ".", ";", ":", ")", "\"", "”", "!", "?", "…", "]", NULL };
  const char *start = word, *end = word + length;
  const char *last;
  g_autofree char *folded = NULL;

  *token = (TdGlueToken){ 0 };
  while (strip_sign (&start, &end, opening, FALSE))
    token->opens = TRUE;
  last = end;
  while (strip_sign (&start, &end, closing, TRUE))
    token->closes = TRUE;
  token->dot = token->closes && last - end == 1 && *end == '.';
  folded = fold (start, end - start);
  token->id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, folded));
  token->dash = strcmp (folded, "-") == 0;
  token->number = start < end && g_ascii_isdigit (*start);
  token->roman = is_roman (start, end);
  token->capital = start < end && g_unichar_isupper (g_utf8_get_char (start));
  token->upper = token->capital;
  for (const char *at = start; at < end && token->upper; at = g_utf8_next_char (at))
    token->upper = !g_unichar_islower (g_utf8_get_char (at));
  token->family = token->capital && begins_name (self, folded);
}

static gboolean
token_is (const TdGlueToken *token, guint id)
{
  if (id == ID_NUMBER)
    return token->number || token->roman;
  return id == ID_ANY || token->id == id;
}

static void
glue (TdBreakWord *words, guint first, guint end, TdBreakHold hold)
{
  static const double costs[] = { 0, COST_PHRASE, COST_FIRM, COST_WHOLE };

  for (guint i = first + 1; i < end; i++)
    {
      words[i].hold = MAX (words[i].hold, hold);
      words[i].cost += costs[hold];
    }
}

/* Where the capitalised words that begin at word i end. */
static guint
end_of_name (const TdGlueToken *const *tokens, guint i, guint n_words, guint most)
{
  guint end = i;

  while (end < n_words && end - i < most && tokens[end]->capital && !(end > i && tokens[end]->opens))
    if (tokens[end++]->closes)
      break;
  return end;
}

static gboolean
matches (const Phrase *phrase, const TdGlueToken *const *tokens, guint at, guint n_words)
{
  if (at + phrase->n_ids > n_words)
    return FALSE;
  for (guint i = 0; i < phrase->n_ids; i++)
    if (!token_is (tokens[at + i], phrase->ids[i]) || (i + 1 < phrase->n_ids && tokens[at + i]->closes))
      return FALSE;
  return TRUE;
}

/* A phrase that holds a name: "Thượng tá Nguyễn Hữu Thắng", "phường Buôn Ma Thuột". */
static void
mark_opener (const Phrase *phrase, const TdGlueToken *const *tokens, TdBreakWord *words, guint at, guint n_words)
{
  const gboolean person = phrase->kind == PHRASE_PERSON;
  guint name = at + phrase->n_ids, end;

  glue (words, at, name, TD_BREAK_FIRM);
  if (name >= n_words || (tokens[name - 1]->closes && !tokens[name - 1]->dot))
    return;
  end = end_of_name (tokens, name, n_words, person ? NAME_WORDS : PLACE_WORDS);
  glue (words, name, end, TD_BREAK_NAME);
  if (end > name)
    glue (words, name - 1, name + 1, person ? TD_BREAK_FIRM : TD_BREAK_PHRASE);
}

static void
mark_phrases (GPtrArray *list, const TdGlueToken *const *tokens, TdBreakWord *words, guint at, guint n_words)
{
  for (guint p = 0; list != NULL && p < list->len; p++)
    {
      const Phrase *phrase = g_ptr_array_index (list, p);

      if (!matches (phrase, tokens, at, n_words))
        continue;
      if (phrase->kind == PHRASE_KEPT)
        glue (words, at, at + phrase->n_ids, phrase->firm ? TD_BREAK_FIRM : TD_BREAK_PHRASE);
      else if (phrase->kind != PHRASE_WISH)
        mark_opener (phrase, tokens, words, at, n_words);
      else
        for (guint i = 1; i < phrase->n_ids; i++)
          words[at + i].cost += COST_SOFT;
    }
}

/* Names that no word announces: a family name with what follows it; a text that is nothing but
 * capitalised words, as names of the highlands and of foreigners. */
static void
mark_names (const TdGlueToken *const *tokens, TdBreakWord *words, guint n_words)
{
  gboolean upper = TRUE;

  for (guint i = 0; i < n_words && upper; i++)
    upper = tokens[i]->upper || !tokens[i]->capital;
  /* In capitals alone "Đoàn Thanh niên" cannot be told from a name. */
  if (n_words <= NAME_WORDS && (!upper || tokens[0]->family) && end_of_name (tokens, 0, n_words, NAME_WORDS) == n_words)
    glue (words, 0, n_words, TD_BREAK_NAME);
  for (guint i = 0; i < n_words && !upper; i++)
    if (tokens[i]->family)
      {
        guint end = end_of_name (tokens, i, n_words, NAME_WORDS - 2);

        glue (words, i, end, TD_BREAK_NAME);
        i = MAX (end, i + 1) - 1;
      }
}

static void
mark_quoted (const TdGlueToken *const *tokens, TdBreakWord *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    for (guint end = i + 1; tokens[i]->opens && end <= MIN (i + QUOTED_WORDS, n_words); end++)
      if (tokens[end - 1]->closes)
        {
          glue (words, i, end, TD_BREAK_PHRASE);
          break;
        }
}

/**
 * td_glue_mark:
 * @self: phrases
 * @tokens: (array length=n_words): what the words are
 * @words: (inout) (array length=n_words): the words; hold and cost are set
 * @n_words: how many
 *
 * Says between which words a line should not be broken, and where a break would be good.
 */
void
td_glue_mark (TdGlue *self, const TdGlueToken *const *tokens, TdBreakWord *words, guint n_words)
{
  for (guint i = 1; i < n_words; i++)
    {
      if (tokens[i - 1]->closes)
        continue;
      words[i].cost += COST_PLAIN;
      if (tokens[i - 1]->capital && tokens[i]->capital)
        words[i].cost += COST_NAME;
      /* A dash stands at the end of a line, never at its beginning. */
      if (tokens[i]->dash)
        glue (words, i - 1, i + 1, TD_BREAK_FIRM);
    }
  for (guint i = 0; i < n_words; i++)
    {
      if (tokens[i]->id != 0)
        mark_phrases (g_ptr_array_index (self->by_first, tokens[i]->id), tokens, words, i, n_words);
      if (tokens[i]->number)
        mark_phrases (g_ptr_array_index (self->by_first, ID_NUMBER), tokens, words, i, n_words);
    }
  mark_names (tokens, words, n_words);
  mark_quoted (tokens, words, n_words);
}
