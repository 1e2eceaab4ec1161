/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-place-line"

#include "config.h"

#include <string.h>

#include "td-place-line.h"
#include "td-text.h"

/* Post, address, unit and province come from several fields, and each may say what another says
 * already. One line is made of them in which nothing stands twice. */

typedef struct
{
  char *text; /* as typed */
  char *key;  /* folded, short forms of kinds written out */
} Segment;

static void
segment_free (gpointer data)
{
  Segment *segment = data;

  g_free (segment->text);
  g_free (segment->key);
  g_free (segment);
}

static char *
make_key (const char *text)
{
  static const char *const forms[][2] = {
    { "tp.", "thanh pho" }, { "tp", "thanh pho" }, { "ubnd", "uy ban nhan dan" }, { "hdnd", "hoi dong nhan dan" }, { "p.", "phuong" }, { "x.", "xa" }
  };
  g_autofree char *folded = td_text_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " .", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      for (guint k = 0; k < G_N_ELEMENTS (forms); k++)
        if (strncmp (word, forms[k][0], strcspn (forms[k][0], ".")) == 0 && strlen (word) == strcspn (forms[k][0], "."))
          {
            word = forms[k][1];
            break;
          }
      if (*word != '\0')
        g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", word);
    }
  return g_string_free (key, FALSE);
}

static Segment *
segment_new (const char *text)
{
  Segment *segment = g_new0 (Segment, 1);

  segment->text = g_strdup (text);
  segment->key = make_key (text);
  return segment;
}

/* Whole words only: "xã Ea Kar" is not in "xã Ea Karl". */
static gboolean
contains_words (const char *key, const char *part)
{
  const gsize length = strlen (part);

  for (const char *at = strstr (key, part); at != NULL; at = strstr (at + 1, part))
    if ((at == key || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;
  return FALSE;
}

static gboolean
ends_with_words (const char *key, const char *part)
{
  const gsize length = strlen (key), tail = strlen (part);

  return length >= tail && strcmp (key + length - tail, part) == 0 && (length == tail || key[length - tail - 1] == ' ');
}

/* "Đắk Lắk" beside "tỉnh Đắk Lắk". */
static gboolean
is_bare (const char *bare, const char *full)
{
  static const char *const kinds[] = { "tinh ", "thanh pho ", "xa ", "phuong ", "dac khu ", "thi tran ", "huyen ", "quan ", "thi xa " };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (full, kinds[i]) && strcmp (full + strlen (kinds[i]), bare) == 0)
      return TRUE;
  return FALSE;
}

/* What a segment adds to the one before it: "Giám đốc Sở Nội vụ" and "Sở Nội vụ tỉnh Đắk Lắk" have
 * three words in common, so "tỉnh Đắk Lắk" is new. A name goes on with a capital: "xã Ea Kar" and
 * "xã Ea Kar Dir" are two places. */
static const char *
find_rest (const Segment *before, const Segment *segment)
{
  g_auto (GStrv) old = g_strsplit (before->key, " ", -1);
  g_auto (GStrv) keys = g_strsplit (segment->key, " ", -1);
  g_auto (GStrv) words = g_strsplit (segment->text, " ", -1);
  guint n_old = g_strv_length (old), n = g_strv_length (keys);

  if (n != g_strv_length (words))
    return NULL;
  for (guint common = MIN (n_old, n - 1); common >= 2; common--)
    {
      gboolean same = TRUE;
      const char *rest = segment->text;

      for (guint i = 0; i < common && same; i++)
        same = strcmp (old[n_old - common + i], keys[i]) == 0;
      for (guint i = 0; i < common && same; i++)
        rest = strchr (rest, ' ') + 1;
      if (same && g_unichar_islower (g_utf8_get_char (rest)))
        return rest;
    }
  return NULL;
}

static void
append_to (Segment *segment, const char *rest)
{
  char *text = g_strconcat (segment->text, " ", rest, NULL);

  g_free (segment->text);
  g_free (segment->key);
  segment->text = text;
  segment->key = make_key (text);
}

static void
add_segment (GPtrArray *segments, GPtrArray *beside, const char *text)
{
  Segment *segment = segment_new (text);
  const char *rest = NULL;

  for (guint i = 0; i < segments->len; i++)
    if (ends_with_words (((Segment *) g_ptr_array_index (segments, i))->key, segment->key))
      {
        segment_free (segment);
        return;
      }
  for (guint i = 0; i < beside->len; i++)
    if (contains_words (((Segment *) g_ptr_array_index (beside, i))->key, segment->key))
      {
        segment_free (segment);
        return;
      }
  for (guint i = segments->len; i-- > 0;)
    if (is_bare (((Segment *) g_ptr_array_index (segments, i))->key, segment->key))
      g_ptr_array_remove_index (segments, i);
  if (segments->len > 0)
    rest = find_rest (g_ptr_array_index (segments, segments->len - 1), segment);
  if (rest != NULL)
    {
      append_to (g_ptr_array_index (segments, segments->len - 1), rest);
      segment_free (segment);
      return;
    }
  for (guint i = 0; i < beside->len && rest == NULL && segments->len == 0; i++)
    rest = find_rest (g_ptr_array_index (beside, i), segment);
  if (rest != NULL)
    {
      char *only = g_strdup (rest);

      segment_free (segment);
      segment = segment_new (only);
      g_free (only);
    }
  g_ptr_array_add (segments, segment);
}

static GPtrArray *
split (const char *text)
{
  GPtrArray *segments = g_ptr_array_new_with_free_func (segment_free);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (segments, segment_new (parts[i]));
  return segments;
}

static char *
join (GPtrArray *segments)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < segments->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", ((Segment *) g_ptr_array_index (segments, i))->text);
  return g_string_free (line, FALSE);
}

/**
 * td_place_line_join:
 * @beside: (nullable): what stands beside the line, such as the name above it
 * @parts: (array length=n_parts) (nullable): post, address, unit, province, from near to far; %NULL for what is unknown
 * @n_parts: how many
 *
 * Joins the parts with commas. What one of them says is not said again: neither "Sở Y tế, Sở Y tế"
 * nor "Đắk Lắk, tỉnh Đắk Lắk" nor what the name above says.
 *
 * Returns: (transfer full): the line, maybe ""
 */
char *
td_place_line_join (const char *beside, const char *const *parts, guint n_parts)
{
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func (segment_free);
  g_autoptr (GPtrArray) known = split (beside);

  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr (GPtrArray) part = split (parts[i]);

      for (guint k = 0; k < part->len; k++)
        add_segment (segments, known, ((Segment *) g_ptr_array_index (part, k))->text);
    }
  return join (segments);
}

/**
 * td_place_line_names:
 * @line: such a line
 * @place: a place with its kind: "tỉnh Đắk Lắk"
 *
 * Returns: whether the line says it
 */
gboolean
td_place_line_names (const char *line, const char *place)
{
  g_autofree char *key = make_key (line);
  g_autofree char *part = make_key (place);

  return contains_words (key, part);
}

/**
 * td_place_line_without:
 * @line: such a line
 * @place: a place with its kind
 *
 * Returns: (transfer full): the line without the segment that is this place, with or without its kind;
 *   where it is a part of a name it stays
 */
char *
td_place_line_without (const char *line, const char *place)
{
  g_autoptr (GPtrArray) segments = split (line);
  g_autofree char *key = make_key (place);

  for (guint i = segments->len; i-- > 0;)
    {
      const Segment *segment = g_ptr_array_index (segments, i);

      if (strcmp (segment->key, key) == 0 || is_bare (segment->key, key))
        g_ptr_array_remove_index (segments, i);
    }
  return join (segments);
}
