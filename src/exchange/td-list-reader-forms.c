/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-forms"

#include "config.h"

#include <string.h>

#include "td-list-reader-private.h"
#include "td-text.h"

/* Award forms with what stands around them: who gives, and whether it is for somebody dead. */

typedef struct
{
  const char *form;
  const char *giver;
  gboolean posthumous;
} FormText;

/**
 * _td_list_skip_words:
 * @text: some words
 * @n: how many of them to pass
 *
 * Returns: the text behind them
 */
const char *
_td_list_skip_words (const char *text, guint n)
{
  while (n-- > 0)
    {
      text += strcspn (text, " ");
      text += strspn (text, " ");
    }
  return text;
}

static guint
count_words (const char *folded, gsize length)
{
  guint n = length > 0;

  for (gsize i = 0; i < length; i++)
    n += folded[i] == ' ';
  return n;
}

/* Who gives, up to where it is said to whom and what for. */
static char *
dup_giver (TdListReader *self, const char *text)
{
  gsize length = strcspn (text, "(,;\n");

  for (const char *p = text; p != NULL && p < text + length; p = strchr (p, ' '))
    {
      g_autofree char *folded = NULL;

      p += *p == ' ';
      folded = td_text_fold (p);
      if (td_list_phrases_find_start (self->words->giver_ends, folded, NULL) != NULL)
        length = p - text;
    }
  while (length > 0 && strchr (" .:", text[length - 1]) != NULL)
    length--;
  return g_strndup (text, length);
}

/* "Tặng Bằng khen của Chủ tịch UBND tỉnh": the form, and who gives it. */
static FormText *
parse_form (TdListReader *self, const char *text)
{
  FormText *result = g_new0 (FormText, 1);
  g_autofree char *normal = td_text_normalize (text);
  g_autofree char *folded = td_text_fold (normal);
  const char *form = NULL, *place = folded;
  gsize length = 0;

  result->posthumous = strstr (folded, "truy tang") != NULL;
  for (const char *p = folded; form == NULL && p != NULL; p = strchr (p, ' '))
    {
      p += *p == ' ';
      form = td_list_phrases_find_start (self->words->forms, p, &length);
      place = p;
    }
  if (form == NULL)
    return result;
  result->form = form;
  /* Words are counted: the folded text is not as long as the one that is written. Signs between words
   * count for none of them, so the giver is only taken where both have as many. */
  if (place[length] == ' ' && count_words (folded, strlen (folded)) == count_words (normal, strlen (normal)))
    {
      const char *rest = _td_list_skip_words (normal, count_words (folded, place + length - folded));
      g_autofree char *first = td_text_fold (rest);
      g_autofree char *giver = NULL;

      if (g_str_has_prefix (first, "cua "))
        rest = _td_list_skip_words (rest, 1);
      giver = dup_giver (self, rest);
      if (*giver != '-' && *giver != '\0')
        result->giver = td_list_reading_keep (self->reading, giver);
    }
  return result;
}

/**
 * _td_list_form_read:
 * @self: a reader
 * @text: as written
 * @form: (out): the award form's name in the catalogue, or %NULL
 * @giver: (out): who gives it, as written, or %NULL
 * @posthumous: (out): whether it is given to somebody dead
 *
 * Returns: whether an award form is named
 */
gboolean
_td_list_form_read (TdListReader *self, const char *text, const char **form, const char **giver, gboolean *posthumous)
{
  FormText *known;

  if (self->forms == NULL)
    self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known = g_hash_table_lookup (self->forms, text);
  if (known == NULL)
    {
      known = parse_form (self, text);
      g_hash_table_insert (self->forms, g_strdup (text), known);
    }
  *form = known->form;
  *giver = known->giver;
  *posthumous = known->posthumous;
  return known->form != NULL;
}
