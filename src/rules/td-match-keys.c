/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-match-keys"

#include "config.h"

#include <string.h>

#include "td-citizen-id.h"
#include "td-match-keys.h"
#include "td-name.h"

/* What a record is filed under. Two records of one subject have at least one key in common; those of others have few.
 *
 * A slip in a name is found by the names that come of leaving one letter out: two names one slip apart have one of
 * those in common, or one is among the other's. That only goes with the year of birth, else the Nguyễn Thị Hương
 * would all be one heap. Who has no year is found by the unit and the name without one of its words. */

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
  return iso != NULL ? (int) g_ascii_strtoll (iso, NULL, 10) : 0;
}

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

/* The name in the unit, and without each of its words. */
static void
append_units (const TdMatchSide *side, const char *key, const char *compact, gsize length, GArray *keys)
{
  for (guint u = 0; u < MIN (side->n_unit_ids, MAX_UNITS); u++)
    {
      guint64 base = hash_number (start (side, 'u'), side->unit_ids[u]);
      const char *word = key;

      append (keys, hash_bytes (base, compact, length), WEIGHT_NAME_UNIT);
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
}

static void
append_name (const TdMatchSide *side, const char *name, GArray *keys)
{
  g_autofree char *key = td_name_key (td_match_bare_name (side->kind, name));
  g_autofree char *compact = td_name_compact_key (td_match_bare_name (side->kind, name));
  gsize length = strlen (compact);
  int year = get_year (side->birth);

  if (length == 0)
    return;
  append (keys, hash_bytes (start (side, 'n'), compact, length), WEIGHT_NAME);
  if (year > 0)
    append_slips (side, year, compact, length, keys);
  /* Who is filed under a year may be looked for without one, and the other way round. */
  append_units (side, key, compact, length, keys);
}

/**
 * td_match_keys_make:
 * @side: a record
 * @keys: (element-type TdMatchKey): where to add its keys
 *
 * Makes what a record is filed under and found by. A few keys of other records have the same hash; comparing tells.
 */
void
td_match_keys_make (const TdMatchSide *side, GArray *keys)
{
  TdCitizenId id;

  append_name (side, side->name, keys);
  for (guint i = 0; side->other_names != NULL && side->other_names[i] != NULL; i++)
    append_name (side, side->other_names[i], keys);
  if (side->citizen_id == NULL)
    return;
  td_citizen_id_parse (side->citizen_id, &id);
  if (id.kind != TD_CITIZEN_ID_MISSING && id.kind != TD_CITIZEN_ID_UNKNOWN)
    append (keys, hash_bytes (start (side, 'c'), id.number, strlen (id.number)), WEIGHT_CITIZEN_ID);
}
