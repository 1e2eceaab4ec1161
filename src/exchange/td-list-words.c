/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-words"

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "td-catalogue-reader.h"
#include "td-data.h"
#include "td-list-words.h"
#include "td-text.h"

/* Reads data/catalogue/list-columns.json: what columns are called, and the words of their cells. */

typedef struct
{
  char *folded;
  gsize length;
  char *meaning;
} Phrase;

struct _TdListPhrases
{
  GPtrArray *phrases; /* longest first */
  GHashTable *exact;  /* folded → meaning */
  GHashTable *marked; /* with its tone marks → meaning */
  GHashTable *firsts; /* the first words of these */
};

typedef enum
{
  FIT_ANYWHERE,
  FIT_EXACT,
  FIT_MARKED,
} Fit;

typedef struct
{
  char *folded;
  gsize length;
  TdListRole role; /* TD_LIST_ROLE_NONE: a column that is known and not used */
  Fit fit;
} Heading;

/* Folding drops signs; a phrase of signs alone is compared as it stands. */
static char *
fold (const char *text)
{
  char *folded = td_text_fold (text);

  if (*folded != '\0')
    return folded;
  g_free (folded);
  return g_strstrip (g_strdup (text));
}

static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  const Phrase *first = *(const Phrase *const *) a;
  const Phrase *second = *(const Phrase *const *) b;

  return first->length < second->length ? 1 : first->length > second->length ? -1
                                                                             : strcmp (first->folded, second->folded);
}

static TdListPhrases *
phrases_new (void)
{
  TdListPhrases *phrases = g_new0 (TdListPhrases, 1);

  phrases->phrases = g_ptr_array_new ();
  phrases->exact = g_hash_table_new (g_str_hash, g_str_equal);
  phrases->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  phrases->firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return phrases;
}

static void
add_phrase (TdListPhrases *phrases, const char *text, const char *meaning)
{
  Phrase *phrase = g_new0 (Phrase, 1);
  g_autofree char *marked = NULL;

  phrase->folded = fold (text);
  phrase->length = strlen (phrase->folded);
  phrase->meaning = g_strdup (meaning);
  g_ptr_array_add (phrases->phrases, phrase);
  g_hash_table_insert (phrases->exact, phrase->folded, phrase->meaning);
  marked = td_text_fold_marks (text);
  g_hash_table_add (phrases->firsts, g_strndup (marked, strcspn (marked, " ")));
  g_hash_table_insert (phrases->marked, g_steal_pointer (&marked), phrase->meaning);
}

static void
add_phrases (TdListPhrases *phrases, JsonArray *array, const char *meaning)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = json_array_get_string_element (array, i);

      add_phrase (phrases, text, meaning != NULL ? meaning : text);
    }
}

/* Either a list of words or words by their meaning. */
static TdListPhrases *
read_phrases (JsonObject *root, const char *name)
{
  TdListPhrases *phrases = phrases_new ();
  JsonNode *node = json_object_get_member (root, name);

  if (JSON_NODE_HOLDS_ARRAY (node))
    add_phrases (phrases, json_node_get_array (node), NULL);
  else
    {
      JsonObjectIter iter;
      const char *meaning;
      JsonNode *words;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &meaning, &words))
        add_phrases (phrases, json_node_get_array (words), meaning);
    }
  g_ptr_array_sort (phrases->phrases, compare_phrases);
  return phrases;
}

static void
add_headings (TdListWords *words, JsonObject *object, const char *member, TdListRole role, Fit fit)
{
  JsonArray *array = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      Heading *heading = g_new0 (Heading, 1);
      const char *text = json_array_get_string_element (array, i);

      heading->folded = fit == FIT_MARKED ? td_text_fold_marks (text) : fold (text);
      heading->length = strlen (heading->folded);
      heading->role = role;
      heading->fit = fit;
      g_ptr_array_add (words->headings, heading);
      if (fit != FIT_MARKED)
        g_hash_table_insert (words->exact, heading->folded, heading);
    }
}

static void
read_headings (TdListWords *words, JsonObject *root)
{
  JsonArray *columns = json_object_get_array_member (root, "columns");

  words->headings = g_ptr_array_new ();
  words->exact = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < json_array_get_length (columns); i++)
    {
      JsonObject *column = json_array_get_object_element (columns, i);
      TdListRole role;

      if (!td_list_role_from_nick (json_object_get_string_member (column, "role"), &role))
        g_error ("list-columns.json: %s is no role", json_object_get_string_member (column, "role"));
      add_headings (words, column, "headings", role, FIT_ANYWHERE);
      add_headings (words, column, "exact", role, FIT_EXACT);
      add_headings (words, column, "marked", role, FIT_MARKED);
    }
  add_headings (words, root, "not_columns", TD_LIST_ROLE_NONE, FIT_ANYWHERE);
}

/* Award forms go by the names of the catalogue and by those of the list. */
static void
add_forms (TdListPhrases *phrases)
{
  GPtrArray *forms = td_catalogue_get_forms (td_catalogue_get_shipped ());

  for (guint i = 0; i < forms->len; i++)
    {
      const TdAwardForm *form = g_ptr_array_index (forms, i);

      if (!g_hash_table_contains (phrases->exact, form->folded_name))
        add_phrase (phrases, form->name, form->name);
    }
  g_ptr_array_sort (phrases->phrases, compare_phrases);
}

static TdListWords *
read_words (JsonObject *root)
{
  TdListWords *words = g_new0 (TdListWords, 1);

  read_headings (words, root);
  words->kinds = read_phrases (root, "kinds");
  words->sexes = read_phrases (root, "sexes");
  words->commendation_kinds = read_phrases (root, "commendation_kinds");
  words->yes_no = read_phrases (root, "yes_no");
  words->addresses = read_phrases (root, "addresses");
  words->ranks = read_phrases (root, "ranks");
  words->rank_ends = read_phrases (root, "rank_ends");
  words->degrees = read_phrases (root, "degrees");
  words->dead_words = read_phrases (root, "dead_words");
  words->households = read_phrases (root, "households");
  words->collective_words = read_phrases (root, "collective_words");
  words->inner_units = read_phrases (root, "inner_units");
  words->authorities = read_phrases (root, "authorities");
  words->forms = read_phrases (root, "forms");
  add_forms (words->forms);
  words->giver_ends = read_phrases (root, "giver_ends");
  words->posthumous_words = read_phrases (root, "posthumous_words");
  words->ditto = read_phrases (root, "ditto");
  words->nothing = read_phrases (root, "nothing");
  words->totals = read_phrases (root, "totals");
  words->foot = read_phrases (root, "foot");
  return words;
}

/**
 * td_list_words_get:
 *
 * Returns: (transfer none): the words that come with the program, read once
 */
const TdListWords *
td_list_words_get (void)
{
  static TdListWords *words;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/list-columns.json", &error);
      g_autoptr (JsonParser) parser = json_parser_new ();

      if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
        g_error ("the words of lists are broken: %s", error->message);
      words = read_words (json_node_get_object (json_parser_get_root (parser)));
      g_once_init_leave (&once, 1);
    }
  return words;
}

/* Where a phrase stands among the words of a text, or NULL. */
static const char *
find_words (const char *text, const char *phrase, gsize length)
{
  for (const char *p = strstr (text, phrase); p != NULL; p = strstr (p + 1, phrase))
    if ((p == text || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
      return p;
  return NULL;
}

/**
 * td_list_words_score:
 * @words: the words
 * @heading: a heading as written
 * @scores: (out): how well each role fits; 0 for not at all
 *
 * Returns: the best of them
 */
guint
td_list_words_score (const TdListWords *words, const char *heading, guint scores[TD_N_LIST_ROLES])
{
  g_autofree char *folded = fold (heading);
  g_autofree char *marked = td_text_fold_marks (heading);
  guint best = 0;

  memset (scores, 0, TD_N_LIST_ROLES * sizeof *scores);
  for (guint i = 0; *folded != '\0' && i < words->headings->len; i++)
    {
      const Heading *known = g_ptr_array_index (words->headings, i);
      const char *place;
      guint score = 0;

      if (known->fit == FIT_MARKED)
        score = g_str_equal (known->folded, marked) ? TD_LIST_SCORE_EXACT : 0;
      else if (g_str_equal (known->folded, folded))
        score = TD_LIST_SCORE_EXACT;
      else if (known->fit == FIT_ANYWHERE && (place = find_words (folded, known->folded, known->length)) != NULL)
        score = (place == folded ? TD_LIST_SCORE_START : TD_LIST_SCORE_WITHIN) + MIN (known->length, 200);
      scores[known->role] = MAX (scores[known->role], score);
      best = MAX (best, score);
    }
  return best;
}

/**
 * td_list_words_find:
 * @words: the words
 * @heading: a heading as written
 * @role: (out): what columns of just this heading hold
 *
 * Returns: whether it is known; much faster than weighing it
 */
gboolean
td_list_words_find (const TdListWords *words, const char *heading, TdListRole *role)
{
  g_autofree char *folded = fold (heading);
  const Heading *known = g_hash_table_lookup (words->exact, folded);

  if (known != NULL)
    *role = known->role;
  return known != NULL;
}

/**
 * td_list_phrases_find:
 * @phrases: words of one sort
 * @text: as written
 *
 * Returns: (nullable): what the whole of @text means
 */
const char *
td_list_phrases_find (const TdListPhrases *phrases, const char *text)
{
  g_autofree char *folded = fold (text);

  return g_hash_table_lookup (phrases->exact, folded);
}

/**
 * td_list_phrases_find_marked:
 * @phrases: words of one sort
 * @text: as written
 *
 * Returns: (nullable): what the whole of @text means, with its tone marks: "cụ" is no "Cù"
 */
const char *
td_list_phrases_find_marked (const TdListPhrases *phrases, const char *text)
{
  g_autofree char *marked = td_text_fold_marks (text);

  return g_hash_table_lookup (phrases->marked, marked);
}

/**
 * td_list_phrases_begin_with:
 * @phrases: words of one sort
 * @word: the first of a text, as td_text_fold_marks() makes it
 *
 * Returns: whether one of them begins with it: much faster than looking for each
 */
gboolean
td_list_phrases_begin_with (const TdListPhrases *phrases, const char *word)
{
  return g_hash_table_contains (phrases->firsts, word);
}

/**
 * td_list_phrases_find_start:
 * @phrases: words of one sort
 * @folded: a folded text
 * @length: (out) (optional): of what was found
 *
 * Returns: (nullable): the meaning of the longest that @folded begins with
 */
const char *
td_list_phrases_find_start (const TdListPhrases *phrases, const char *folded, gsize *length)
{
  for (guint i = 0; i < phrases->phrases->len; i++)
    {
      const Phrase *phrase = g_ptr_array_index (phrases->phrases, i);

      if (strncmp (folded, phrase->folded, phrase->length) == 0 && (folded[phrase->length] == '\0' || folded[phrase->length] == ' '))
        {
          if (length != NULL)
            *length = phrase->length;
          return phrase->meaning;
        }
    }
  return NULL;
}

/**
 * td_list_phrases_find_within:
 * @phrases: words of one sort
 * @folded: a folded text
 *
 * Returns: (nullable): the meaning of the longest that stands anywhere in @folded
 */
const char *
td_list_phrases_find_within (const TdListPhrases *phrases, const char *folded)
{
  for (guint i = 0; i < phrases->phrases->len; i++)
    {
      const Phrase *phrase = g_ptr_array_index (phrases->phrases, i);

      if (find_words (folded, phrase->folded, phrase->length) != NULL)
        return phrase->meaning;
    }
  return NULL;
}
