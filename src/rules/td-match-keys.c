/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-match-keys"

#include "config.h"

#include <string.h>

#include "td-citizen-id.h"
#include "td-match-keys.h"
#include "td-name.h"

/* What a record is filed under and found by. Two records of one subject have at least one key in common; those of
 * others have few.
 *
 * A slip in a name is found by the names that come of leaving one letter out: two names one slip apart have one of
 * those in common, or one is among the other's. That goes with the year of birth, else the Nguyễn Thị Hương would
 * all be one heap. Where a year is missing, a slip is found by the unit and the name without one of its words.
 *
 * With years that differ a name alone says nothing. So who has a year looks for the name in the year, in the unit,
 * and among those without a year; only who has none looks among all. */

/* Longer names are those of collectives; slips in them are found by their words. */
#define MAX_SLIP_LETTERS 32
#define MAX_WORDS        8
#define MAX_UNITS        16

enum
{
  WEIGHT_WORDS_UNIT = 10,
  WEIGHT_SLIP_YEAR = 15,
  WEIGHT_NAME = 20,
  WEIGHT_NAME_UNIT = 35,
  WEIGHT_NAME_YEAR = 40,
  WEIGHT_CITIZEN_ID = 100,
};

/* FNV-1a, mixed at the end: its last letters stand in the low bits only. */
#define HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

static guint64
hash_bytes (guint64 hash, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static guint64
hash_number (guint64 hash, gint64 number)
{
  return hash_bytes (hash, (const char *) &number, sizeof number);
}

static void
append (GArray *keys, guint64 hash, guint weight)
{
  TdMatchKey key = { 0, weight };

  hash ^= hash >> 33;
  hash *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  key.hash = (guint32) (hash >> 32);
  g_array_append_val (keys, key);
}

static guint64
start (const TdMatchSide *side, char family)
{
  /* The first letter of the kind is enough to tell kinds apart. */
  guint64 hash = hash_bytes (HASH_START, side->kind != NULL ? side->kind : "person", 1);

  return hash_bytes (hash, &family, 1);
}

static int
get_year (const char *iso)
{
  int year = 0;

  while (iso != NULL && g_ascii_isdigit (*iso) && year < 10000)
    year = year * 10 + (*iso++ - '0');
  return year;
}

typedef enum
{
  FILED,
  FOUND,
} Purpose;

static void
append_slips (const TdMatchSide *side, int year, const char *compact, gsize length, GArray *keys)
{
  guint64 base = hash_number (start (side, 's'), year);

  append (keys, hash_bytes (base, compact, length), WEIGHT_NAME_YEAR);
  if (length > MAX_SLIP_LETTERS)
    return;
  for (gsize i = 0; i < length; i++)
    /* Of two equal letters it does not matter which is left out. */
    if (i == 0 || compact[i] != compact[i - 1])
      append (keys, hash_bytes (hash_bytes (base, compact, i), compact + i + 1, length - i - 1), WEIGHT_SLIP_YEAR);
}

static void
append_without_words (guint64 base, const char *key, gsize length, GArray *keys)
{
  const char *word = key;

  for (guint w = 0; w < MAX_WORDS && *word != '\0'; w++)
    {
      gsize word_length = strcspn (word, " ");
      gsize end = (gsize) (word - key) + word_length;

      if (word_length < length)
        {
          guint64 hash = hash_bytes (hash_bytes (base, key, (gsize) (word - key)), key + end, strlen (key) - end);

          append (keys, hash_number (hash, w + 1), WEIGHT_WORDS_UNIT);
        }
      word += word_length + (word[word_length] == ' ');
    }
}

/* The name in the unit, and without each of its words: among all for who has no year, among those without for others. */
static void
append_units (const TdMatchSide *side, int year, const char *key, const char *compact, gsize length, Purpose purpose, GArray *keys)
{
  for (guint u = 0; u < MIN (side->n_unit_ids, MAX_UNITS); u++)
    {
      gint64 unit = side->unit_ids[u];

      append (keys, hash_bytes (hash_number (start (side, 'u'), unit), compact, length), WEIGHT_NAME_UNIT);
      if (purpose == FILED || year == 0)
        append_without_words (hash_number (start (side, 'v'), unit), key, length, keys);
      if (year == 0 ? purpose == FILED : purpose == FOUND)
        append_without_words (hash_number (start (side, 'w'), unit), key, length, keys);
    }
}

static void
append_name (const TdMatchSide *side, const char *name, Purpose purpose, GArray *keys)
{
  g_autofree char *key = td_name_key (td_match_bare_name (side->kind, name));
  g_autofree char *compact = g_malloc (strlen (key) + 1);
  gsize length = 0;
  int year = get_year (side->birth);

  for (const char *p = key; *p != '\0'; p++)
    if (*p != ' ')
      compact[length++] = *p;
  if (length == 0)
    return;
  if (purpose == FILED || year == 0)
    append (keys, hash_bytes (start (side, 'n'), compact, length), WEIGHT_NAME);
  if (year == 0 ? purpose == FILED : purpose == FOUND)
    append (keys, hash_bytes (start (side, 'm'), compact, length), WEIGHT_NAME);
  if (year != 0)
    append_slips (side, year, compact, length, keys);
  append_units (side, year, key, compact, length, purpose, keys);
}

static void
append_side (const TdMatchSide *side, Purpose purpose, GArray *keys)
{
  TdCitizenId id;

  append_name (side, side->name, purpose, keys);
  for (guint i = 0; side->other_names != NULL && side->other_names[i] != NULL; i++)
    append_name (side, side->other_names[i], purpose, keys);
  if (side->citizen_id == NULL)
    return;
  td_citizen_id_parse (side->citizen_id, &id);
  if (id.kind != TD_CITIZEN_ID_MISSING && id.kind != TD_CITIZEN_ID_UNKNOWN)
    append (keys, hash_bytes (start (side, 'c'), id.number, strlen (id.number)), WEIGHT_CITIZEN_ID);
}

/**
 * td_match_keys_file:
 * @side: a record
 * @keys: (element-type TdMatchKey): where to add what it is filed under
 *
 * A few keys of other records have the same hash; comparing tells.
 */
void
td_match_keys_file (const TdMatchSide *side, GArray *keys)
{
  append_side (side, FILED, keys);
}

/**
 * td_match_keys_find:
 * @side: a record
 * @keys: (element-type TdMatchKey): where to add what those like it are filed under
 */
void
td_match_keys_find (const TdMatchSide *side, GArray *keys)
{
  append_side (side, FOUND, keys);
}
