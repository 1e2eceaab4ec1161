/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-names"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-list-reader-private.h"
#include "td-text.h"

/* The cell of a name: "Ông", a rank, a household's head, "(đã mất)"; capitals; several people. */

#define LONGEST_NAME 60 /* letters of a person's name */

/**
 * _td_list_is_person_name:
 * @text: a name
 *
 * Returns: whether it looks like a person's: two to seven words, each of one capital and small letters
 */
gboolean
_td_list_is_person_name (const char *text)
{
  guint n = 0;

  while (*text != '\0')
    {
      guint n_letters = 0, n_capitals = 0;

      for (; *text != '\0' && *text != ' '; text = g_utf8_next_char (text))
        {
          gunichar c = g_utf8_get_char (text);

          if (!g_unichar_isalpha (c) && c != '\'' && c != 0x2019 && c != '.')
            return FALSE;
          n_letters++;
          n_capitals += g_unichar_isupper (c);
        }
      n++;
      if (n_letters == 0 || n_capitals == 0 || n_capitals > 2)
        return FALSE;
      text += strspn (text, " ");
    }
  return n >= 2 && n <= 7;
}

/* The first words of a name that are the longest of these phrases are cut off. */
static char *
cut_words (const char *name, const TdListPhrases *phrases, const char **meaning)
{
  const char *p = name;
  g_autofree char *word = g_strndup (name, strcspn (name, " "));
  g_autofree char *first = td_text_fold_marks (word);
  char *rest = NULL;

  first[strcspn (first, " ")] = '\0';
  if (!td_list_phrases_begin_with (phrases, first))
    return NULL;
  for (guint n = 1; n <= 3; n++)
    {
      g_autofree char *start = NULL;
      const char *found;

      p += strcspn (p, " ");
      if (*p == '\0')
        break;
      start = g_strndup (name, p - name);
      found = td_list_phrases_find_marked (phrases, start);
      p += strspn (p, " ");
      if (found == NULL)
        continue;
      *meaning = found;
      g_free (rest);
      rest = g_strdup (p);
    }
  return rest;
}

/* "Nguyễn Văn A (đã mất)". */
static gboolean
cut_posthumous (TdListReader *self, char *name)
{
  char *bracket = strrchr (name, '(');
  g_autofree char *folded = bracket != NULL ? td_text_fold (bracket) : NULL;

  if (folded == NULL || td_list_phrases_find_within (self->words->posthumous_words, folded) == NULL)
    return FALSE;
  *bracket = '\0';
  g_strchomp (name);
  return TRUE;
}

static gboolean
is_capitals (const char *name)
{
  guint n_words = 1;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n_words += c == ' ';
    }
  return n_words >= 2 && g_unichar_isalpha (g_utf8_get_char (name));
}

/* Several names in one cell: "Nguyễn Văn A, Trần Thị B", "… và …", one below the other. */
static gboolean
has_several (const TdListWords *words, const char *text)
{
  static GRegex *regex;
  static gsize once;
  guint n = 0;

  if (strpbrk (text, ",;\n&+") == NULL && strstr (text, " và ") == NULL)
    return FALSE;
  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("\\s*(?:[,;\\n&+]|\\bvà\\b)\\s*", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  {
    g_auto (GStrv) parts = g_regex_split (regex, text, 0);

    for (guint i = 0; parts[i] != NULL; i++)
      {
        const char *part = parts[i] + strspn (parts[i], "0123456789.-) ");
        const char *meaning;
        g_autofree char *bare = cut_words (part, words->addresses, &meaning);

        n += _td_list_is_person_name (bare != NULL ? bare : part);
      }
  }
  return n >= 2;
}

static void
check_name (TdListReader *self, TdListLine *line, const char *name, gboolean is_person)
{
  if (is_capitals (name) && is_person)
    _td_list_take (self, line, td_finding_new ("name-capitals", TD_SEVERITY_WARNING, _ ("“%s” is written in capitals; it would be printed so."), name));
  if (is_person && g_utf8_strlen (name, -1) > LONGEST_NAME)
    _td_list_take (self, line, td_finding_new ("name-long", TD_SEVERITY_WARNING, _ ("This is long for a name: “%s”."), name));
}

/* "PGS.TS.", "BS", "ThS": written short, with more than one capital or a dot. */
static gboolean
is_degree (const TdListWords *words, const char *word, gsize length)
{
  g_autofree char *text = g_strndup (word, length);
  g_auto (GStrv) parts = g_strsplit_set (text, ".-,", -1);
  guint n = 0, n_capitals = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n_capitals += g_unichar_isupper (g_utf8_get_char (p));
  if (n_capitals < 2 && strchr (text, '.') == NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && td_list_phrases_find (words->degrees, parts[i]) == NULL)
      return FALSE;
    else
      n += *parts[i] != '\0';
  return n > 0;
}

/* How long the rank and the degrees before a name are. */
static gsize
find_titles (const TdListWords *words, const char *name)
{
  const char *meaning, *p = name;
  g_autofree char *rest = cut_words (name, words->ranks, &meaning);

  if (rest != NULL)
    {
      g_autofree char *behind = NULL;

      p = name + strlen (name) - strlen (rest);
      behind = cut_words (p, words->rank_ends, &meaning);
      if (behind != NULL)
        p = name + strlen (name) - strlen (behind);
    }
  for (gsize length = strcspn (p, " "); p[length] != '\0' && is_degree (words, p, length); length = strcspn (p, " "))
    p += length + strspn (p + length, " ");
  return p - name;
}

/* "Liệt sĩ" before a name; "Cố" only before what else stands there. */
static char *
cut_dead (TdListReader *self, TdListLine *line, char *name, int column)
{
  const char *meaning = NULL;
  g_autofree char *rest = cut_words (name, self->words->dead_words, &meaning);
  g_autofree char *named = rest != NULL ? cut_words (rest, self->words->addresses, &meaning) : NULL;

  if (rest == NULL || (name + strcspn (name, " ") + 1 + strlen (rest) == name + strlen (name) && named == NULL && find_titles (self->words, rest) == 0))
    return name;
  td_list_row_set (line->row, TD_LIST_ROLE_POSTHUMOUS, "yes", TD_LIST_CHANGE_SPLIT, column);
  g_free (name);
  return g_steal_pointer (&rest);
}

/* "Ông", "Thượng tá" and the like stand before names of people. */
static char *
cut_address (TdListReader *self, TdListLine *line, char *name, int column)
{
  const char *meaning = NULL;
  gsize length;
  char *rest;

  name = cut_dead (self, line, name, column);
  rest = cut_words (name, self->words->addresses, &meaning);
  if (rest != NULL)
    {
      if (!g_str_equal (meaning, "none"))
        td_list_row_set (line->row, TD_LIST_ROLE_SEX, meaning, TD_LIST_CHANGE_SPLIT, column);
      g_free (name);
      name = rest;
    }
  length = find_titles (self->words, name);
  if (length > 0)
    {
      g_autofree char *titles = g_strndup (name, length);

      g_strdelimit (g_strchomp (titles), ",;:", ' ');
      td_list_row_set (line->row, TD_LIST_ROLE_ADDRESS_FORM, td_list_reading_keep (self->reading, g_strchomp (titles)), TD_LIST_CHANGE_SPLIT, column);
      memmove (name, name + length, strlen (name + length) + 1);
    }
  return name;
}

/**
 * _td_list_is_somebody:
 * @self: a reader
 * @text: part of a cell
 *
 * Returns: whether it is a person's name, perhaps with what stands before names, and no unit's
 */
gboolean
_td_list_is_somebody (TdListReader *self, const char *text)
{
  const char *meaning;
  g_autofree char *rest = cut_words (text, self->words->addresses, &meaning);
  const char *bare = rest != NULL ? rest : text;
  g_autofree char *folded = NULL;

  bare += find_titles (self->words, bare);
  folded = td_text_fold (bare);
  return _td_list_is_person_name (bare) && (bare != text || td_list_phrases_find_start (self->words->collective_words, folded, NULL) == NULL);
}

/* What ends a line of an enumeration is no part of a name; a single letter may be shortened. */
static void
cut_end (char *name)
{
  gsize length = strlen (name);

  while (length > 2 && (strchr (",;: ", name[length - 1]) != NULL || (name[length - 1] == '.' && name[length - 3] != ' ')))
    name[--length] = '\0';
}

/**
 * _td_list_name_read:
 * @self: a reader with a table
 * @line: a row
 * @text: the cell
 * @column: where it stands
 * @change: how the text came to be
 */
void
_td_list_name_read (TdListReader *self, TdListLine *line, const char *text, int column, TdListChange change)
{
  g_autofree char *name = td_text_normalize (text);
  g_autofree char *folded = td_text_fold (name);
  const char *kind = line->row->values[TD_LIST_ROLE_KIND] != NULL ? line->row->values[TD_LIST_ROLE_KIND] : self->context.kind;
  gboolean is_household = td_list_phrases_find_start (self->words->households, folded, NULL) != NULL;
  gboolean is_collective = g_strcmp0 (kind, "collective") == 0;
  const char *number = name;

  if (cut_posthumous (self, name))
    td_list_row_set (line->row, TD_LIST_ROLE_POSTHUMOUS, "yes", TD_LIST_CHANGE_SPLIT, column);
  /* A running number before the name itself. */
  if (g_ascii_isdigit (*number))
    {
      number += strspn (number, "0123456789");
      if (*number == '.' || *number == ')')
        {
          number += strspn (number, ".) ");
          memmove (name, number, strlen (number) + 1);
          change = TD_LIST_CHANGE_SPLIT;
        }
    }
  if (is_household)
    {
      if (kind == NULL || g_str_equal (kind, "person"))
        td_list_row_set (line->row, TD_LIST_ROLE_KIND, "household", TD_LIST_CHANGE_READ, -1);
    }
  else if (!is_collective)
    {
      if (has_several (self->words, text))
        _td_list_take (self, line, td_finding_new ("cell-several", TD_SEVERITY_BLOCK, _ ("“%s” names several people; each needs a row."), name));
      cut_end (name);
      name = cut_address (self, line, name, column);
    }
  check_name (self, line, name, !is_household && !is_collective && td_list_phrases_find_start (self->words->collective_words, folded, NULL) == NULL);
  if (column >= 0 && (guint) column < line->n_cells && g_str_equal (name, line->cells[column]))
    td_list_row_set (line->row, TD_LIST_ROLE_NAME, line->cells[column], change, column);
  else
    td_list_row_set (line->row, TD_LIST_ROLE_NAME, td_list_reading_keep (self->reading, name), change, column);
}
