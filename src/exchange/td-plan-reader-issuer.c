/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-issuer"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* A plan that says "Ủy ban nhân dân tỉnh" means its own: which one stands with the place and date,
 * or elsewhere in the text. */

/* The longest name of a place, in words; enough text to look for it in. */
#define MAX_PLACE_WORDS 4
#define MAX_PARAGRAPHS  2000

static const char *const levels[] = {
  "tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "thị xã", "thị trấn", NULL
};

/* The words with capitals at a place, as far as they are one name. */
static gsize
proper_length (const char *text)
{
  gsize length = 0;

  for (guint n = 0; n < MAX_PLACE_WORDS && _td_plan_is_upper (text + length); n++)
    {
      gsize end = length;

      while (!_td_plan_is_boundary (text + end))
        end++;
      if (end == length)
        break;
      length = end;
      if (text[end] != ' ' || !_td_plan_is_upper (text + end + 1))
        break;
      if (n + 1 < MAX_PLACE_WORDS)
        length++;
    }
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return length;
}

static void
count_places (GHashTable *counts, const char *text, const char *low, const char *phrase, guint weight)
{
  const char *at = low;

  while ((at = _td_plan_find (at, phrase)) != NULL)
    {
      gsize length;

      at += strlen (phrase);
      if (*at != ' ')
        continue;
      length = proper_length (text + (at + 1 - low));
      if (length > 0)
        {
          char *name = g_strndup (text + (at + 1 - low), length);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));

          g_hash_table_insert (counts, name, GUINT_TO_POINTER (n + weight));
        }
    }
}

/* The place most often named behind "<authority> <level>" in the text; the closing counts most. */
static char *
find_place (TdPlanReader *self, const char *authority, const char *level)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *phrase = g_strconcat (authority, *authority != '\0' ? " " : "", level, NULL);
  GPtrArray *lists[] = { self->preamble, self->body };
  GHashTableIter iter;
  gpointer key, value;
  const char *best = NULL;
  guint most = 0;

  if (self->reading->closing != NULL)
    {
      g_autofree char *low = _td_plan_dup_lower (self->reading->closing);

      count_places (counts, self->reading->closing, low, phrase, 1000);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len && j < MAX_PARAGRAPHS; j++)
      {
        const TdPlanParagraph *paragraph = g_ptr_array_index (lists[i], j);

        count_places (counts, paragraph->text, paragraph->low, phrase, 1);
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint n = GPOINTER_TO_UINT (value);

      if (n > most || (n == most && strcmp (key, best) < 0))
        {
          most = n;
          best = key;
        }
    }
  return g_strdup (best);
}

/* "TM. ỦY BAN NHÂN DÂN" names the issuer where nothing else does. */
static void
take_from_signature (TdPlanReader *self)
{
  const char *capacity = self->on_behalf;
  g_autofree char *expanded = NULL;
  g_autofree char *upper = NULL;

  if (capacity == NULL || !(g_str_has_prefix (capacity, "TM.") || g_str_has_prefix (capacity, "T/M")))
    return;
  capacity += 3;
  while (*capacity == ' ' || *capacity == '.')
    capacity++;
  expanded = _td_plan_expand (capacity);
  upper = g_utf8_strup (expanded, -1);
  self->reading->issuer = _td_plan_name_case (upper);
}

/* The place of the date line says how its name is written: "SỞ NỘI VỤ NINH HÀ". */
static void
write_place (TdPlanReading *reading, const char *issuer_low)
{
  g_autofree char *place = NULL;
  const char *at;

  if (reading->place == NULL)
    return;
  place = _td_plan_dup_lower (reading->place);
  at = _td_plan_find (issuer_low, place);
  if (at != NULL)
    memcpy (reading->issuer + (at - issuer_low), reading->place, strlen (place));
}

/* Where the running text names the issuer, it is written as there: "Công đoàn các Khu công nghiệp". */
static void
write_as_text (TdPlanReader *self, const char *issuer_low)
{
  GPtrArray *lists[] = { self->preamble, self->body };
  gsize length = strlen (issuer_low);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len && j < MAX_PARAGRAPHS; j++)
      {
        const TdPlanParagraph *paragraph = g_ptr_array_index (lists[i], j);
        const char *at = _td_plan_find (paragraph->low, issuer_low);
        const char *text = at != NULL ? paragraph->text + (at - paragraph->low) : NULL;

        if (text == NULL || !_td_plan_is_upper (text) || _td_plan_is_caps (text, length))
          continue;
        memcpy (self->reading->issuer, text, length);
        return;
      }
}

/* Gives the issuer its full name. */
void
_td_plan_complete_issuer (TdPlanReader *self)
{
  TdPlanReading *reading = self->reading;
  g_autofree char *low = NULL;
  g_autofree char *place = NULL;
  const char *level = NULL;
  gsize length;

  if (reading->issuer == NULL)
    take_from_signature (self);
  if (reading->issuer == NULL)
    return;
  low = _td_plan_dup_lower (reading->issuer);
  write_as_text (self, low);
  write_place (reading, low);
  length = strlen (low);
  for (guint i = 0; levels[i] != NULL; i++)
    if (_td_plan_ends_any (low, length, (const char *[]){ levels[i], NULL }))
      level = levels[i];
  if (level == NULL && g_str_has_suffix (low, "ủy ban nhân dân"))
    {
      /* Not even the level is said: the one named most. */
      for (guint i = 0; levels[i] != NULL && place == NULL; i++)
        {
          place = find_place (self, "ủy ban nhân dân", levels[i]);
          if (place == NULL)
            place = find_place (self, "ubnd", levels[i]);
          level = levels[i];
        }
      if (place != NULL)
        {
          char *name = g_strconcat (reading->issuer, " ", level, " ", place, NULL);

          g_free (reading->issuer);
          reading->issuer = name;
        }
      return;
    }
  if (level == NULL)
    return;
  if (reading->place != NULL)
    {
      /* "Thành phố An Bình, ngày …" has the level already. */
      g_autofree char *place_low = _td_plan_dup_lower (reading->place);
      gsize skip = _td_plan_starts (place_low, level) ? strlen (level) : 0;

      place = _td_plan_cut (reading->place + skip, strlen (reading->place + skip));
    }
  if (place == NULL)
    place = find_place (self, "ủy ban nhân dân", level);
  if (place == NULL)
    place = find_place (self, "ubnd", level);
  if (place == NULL)
    place = find_place (self, "", level);
  if (place != NULL)
    {
      char *name = g_strconcat (reading->issuer, " ", place, NULL);

      g_free (reading->issuer);
      reading->issuer = name;
    }
}
