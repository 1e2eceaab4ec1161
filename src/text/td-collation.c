/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-collation"

#include "config.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "td-collation.h"
#include "td-text-private.h"
#include "td-text.h"

/* How the bytes of a key are laid out; raise it when that changes, so that stored keys are made anew. */
#define KEY_LAYOUT "1"

/* Between the levels of an ICU sort key; the bytes of a level are all greater. */
#define LEVEL_END 0x01

static UCollator *
open_collator (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("vi", &status);

  /* The rules are linked into the program with ICU: this cannot fail unless memory is short. */
  if (U_FAILURE (status))
    g_error ("Cannot open the Vietnamese collation: %s", u_errorName (status));
  ucol_setStrength (collator, UCOL_TERTIARY);
  ucol_setAttribute (collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  return collator;
}

/* Names are made of few different words, so the keys of words seen are kept; so many of them. */
#define MOST_WORDS 4096

/* Longer words are asked for every time. */
#define LONGEST_WORD 48

/* The ICU key of one word: letters, LEVEL_END, marks, LEVEL_END, case. */
typedef struct
{
  gsize len;
  gsize letters_len; /* letters and marks; the rest is case */
  guint8 bytes[];
} WordKey;

/* A collator may be used by one thread only, and opening one is slow. */
typedef struct
{
  UCollator *collator;
  GHashTable *words; /* word → WordKey */
} Collation;

static void
collation_free (gpointer data)
{
  Collation *collation = data;

  ucol_close (collation->collator);
  g_hash_table_unref (collation->words);
  g_free (collation);
}

static Collation *
get_collation (void)
{
  static GPrivate collations = G_PRIVATE_INIT (collation_free);
  Collation *collation = g_private_get (&collations);

  if (collation == NULL)
    {
      collation = g_new (Collation, 1);
      collation->collator = open_collator ();
      collation->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_private_set (&collations, collation);
    }
  return collation;
}

static WordKey *
make_word_key (UCollator *collator, const char *word)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t capacity = strlen (word) + 1;
  g_autofree UChar *text = g_new (UChar, capacity);
  int32_t text_len;
  int32_t key_len;
  const guint8 *marks;
  const guint8 *end;
  WordKey *key;

  u_strFromUTF8 (text, capacity, &text_len, word, -1, &status);
  key_len = ucol_getSortKey (collator, text, text_len, NULL, 0);
  key = g_malloc (sizeof *key + key_len);
  ucol_getSortKey (collator, text, text_len, key->bytes, key_len);
  key->len = key_len - 1;
  marks = memchr (key->bytes, LEVEL_END, key->len);
  end = marks != NULL ? memchr (marks + 1, LEVEL_END, key->bytes + key->len - marks - 1) : NULL;
  key->letters_len = end != NULL ? (gsize) (end - key->bytes) : key->len;
  return key;
}

static void
append_word_key (GByteArray *key, GByteArray *cases, const WordKey *word)
{
  const guint8 level_end = LEVEL_END;

  g_byte_array_append (key, word->bytes, word->letters_len);
  g_byte_array_append (key, &level_end, 1);
  g_byte_array_append (cases, word->bytes + word->letters_len, word->len - word->letters_len);
}

static void
append_word (Collation *collation, GByteArray *key, GByteArray *cases, const char *word)
{
  gsize length = strlen (word);
  WordKey *known = length <= LONGEST_WORD ? g_hash_table_lookup (collation->words, word) : NULL;
  WordKey *made = known == NULL ? make_word_key (collation->collator, word) : NULL;

  append_word_key (key, cases, known != NULL ? known : made);
  if (made == NULL)
    return;
  if (length > LONGEST_WORD)
    {
      g_free (made);
      return;
    }
  if (g_hash_table_size (collation->words) >= MOST_WORDS)
    g_hash_table_remove_all (collation->words);
  g_hash_table_insert (collation->words, g_strdup (word), made);
}

/* Every sort of apostrophe becomes the same, since a name is typed now with one, now with another. */
static char *
unify_apostrophes (const char *text)
{
  GString *unified = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end = g_utf8_next_char (p);

      if (_td_text_is_apostrophe (g_utf8_get_char (p)))
        g_string_append_c (unified, '\'');
      else
        g_string_append_len (unified, p, end - p);
    }
  return g_string_free (unified, FALSE);
}

/**
 * td_collation_key:
 * @utf8: valid UTF-8
 *
 * Makes a key that sorts as Vietnamese does when compared with memcmp(). It is put together
 * word by word, because Vietnamese lists finish with one word, tone included, before they look at
 * the next: every Anh comes before every Ánh, whatever the family name. ICU's key of the whole
 * text would compare all letters first and tones last. Case decides only between texts that are
 * equal otherwise.
 *
 * Any thread may call this.
 *
 * Returns: (transfer full): the key
 */
GBytes *
td_collation_key (const char *utf8)
{
  g_autofree char *normal = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GByteArray) key = NULL;
  g_autoptr (GByteArray) cases = NULL;
  Collation *collation = get_collation ();
  const guint8 words_end = 0;

  g_return_val_if_fail (utf8 != NULL && g_utf8_validate (utf8, -1, NULL), NULL);

  normal = td_text_normalize (utf8);
  text = unify_apostrophes (normal);
  key = g_byte_array_sized_new (4 * strlen (text) + 8);
  cases = g_byte_array_sized_new (2 * strlen (text) + 8);
  for (char *word = text, *next; word != NULL && *text != '\0'; word = next)
    {
      next = strchr (word, ' ');
      if (next != NULL)
        *next++ = '\0';
      append_word (collation, key, cases, word);
    }
  g_byte_array_append (key, &words_end, 1);
  g_byte_array_append (key, cases->data, cases->len);
  return g_byte_array_free_to_bytes (g_steal_pointer (&key));
}

static char *
make_version (void)
{
  char icu[U_MAX_VERSION_STRING_LENGTH];
  char rules[U_MAX_VERSION_STRING_LENGTH];
  UVersionInfo version;

  u_getVersion (version);
  u_versionToString (version, icu);
  ucol_getVersion (get_collation ()->collator, version);
  u_versionToString (version, rules);
  return g_strdup_printf ("icu-%s/%s/%s", icu, rules, KEY_LAYOUT);
}

/**
 * td_collation_version:
 *
 * Keys made under one version cannot be compared with keys made under another.
 *
 * Returns: the versions of ICU, of its Vietnamese rules and of the layout of our keys
 */
const char *
td_collation_version (void)
{
  static char *version = NULL;

  if (g_once_init_enter (&version))
    g_once_init_leave (&version, make_version ());
  return version;
}

/* Ê Đê and other names begin with Y for men and H for women; their last word is the family. */
static gboolean
begins_with_gender (const char *name)
{
  gunichar second = g_utf8_get_char (name + 1);

  switch (*name)
    {
    case 'Y':
    case 'y':
      return second == ' ';
    case 'H':
    case 'h':
      return second == ' ' || _td_text_is_apostrophe (second);
    default:
      return FALSE;
    }
}

/**
 * td_name_sort_text:
 * @full_name: valid UTF-8, a personal name
 *
 * Puts the given name first: "Nguyễn Thị Ánh" gives "Ánh Nguyễn Thị". A name that begins with the
 * word Y or H, or with H and an apostrophe, stays, as does a single word. No rule judges every
 * name, so what a person is sorted by can be edited.
 *
 * Returns: (transfer full): the text whose td_collation_key() sorts the person
 */
char *
td_name_sort_text (const char *full_name)
{
  g_autofree char *name = NULL;
  const char *space;

  g_return_val_if_fail (full_name != NULL && g_utf8_validate (full_name, -1, NULL), NULL);

  name = td_text_normalize (full_name);
  space = strrchr (name, ' ');
  if (space == NULL || begins_with_gender (name))
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s %.*s", space + 1, (int) (space - name), name);
}
