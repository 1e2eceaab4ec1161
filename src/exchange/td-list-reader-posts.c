/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-posts"

#include "config.h"

#include <string.h>

#include "td-list-reader-private.h"
#include "td-text.h"

/* Post and unit in one cell, also behind a name. */

/* Whether a text begins as units do, and not as a post that has such a word in it: "Đội trưởng", "Đoàn viên". */
static gboolean
begins_as_unit (TdListReader *self, const char *text)
{
  static const char *const posts[] = { "trưởng", "phó", "viên", "sĩ", "sỹ", NULL };
  g_autofree char *folded = td_text_fold (text);
  g_autofree char *marked = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *first = g_strndup (text, strcspn (text, ",;\n"));

  if (!g_unichar_isupper (g_utf8_get_char (text)) || td_list_phrases_find_start (self->words->collective_words, folded, NULL) == NULL)
    return FALSE;
  marked = td_text_fold_marks (first);
  words = g_strsplit (marked, " ", 4);
  for (guint i = 0; i < 3 && words[i] != NULL; i++)
    if (g_strv_contains (posts, words[i]))
      return FALSE;
  return TRUE;
}

/* Where the unit begins in "Hiệu trưởng Trường THCS Ea Kar": at a capital word units begin with. */
static const char *
find_unit (TdListReader *self, const char *text)
{
  static const char *const heads[] = { "truong", "pho", "pho truong", NULL };

  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      g_autofree char *rest = NULL;
      g_autofree char *before = NULL;
      g_autofree char *folded_before = NULL;

      if (!g_unichar_isupper (g_utf8_get_char (p + 1)))
        continue;
      rest = td_text_fold (p + 1);
      before = g_strndup (text, p - text);
      folded_before = td_text_fold (before);
      if (td_list_phrases_find_start (self->words->collective_words, rest, NULL) != NULL && !g_strv_contains (heads, folded_before))
        return p + 1;
    }
  return NULL;
}

/**
 * _td_list_post_unit_read:
 * @self: a reader with a table
 * @line: a row
 * @text: the cell
 * @column: where it stands
 *
 * Post and unit in one cell: at the first comma, dash or line end, else where a unit begins.
 */
void
_td_list_post_unit_read (TdListReader *self, TdListLine *line, const char *text, int column)
{
  g_autofree char *copy = g_strdup (text);
  char *p = strpbrk (copy, ",;\n");
  char *dash = strstr (copy, " - ");
  const char *unit = NULL;
  const char *kind = line->row->values[TD_LIST_ROLE_KIND] != NULL ? line->row->values[TD_LIST_ROLE_KIND] : self->context.kind;

  if (kind != NULL && !g_str_equal (kind, "person"))
    {
      /* Neither collectives nor households have a post. */
      _td_list_set (self, line, g_str_equal (kind, "collective") ? TD_LIST_ROLE_UNIT : TD_LIST_ROLE_RESIDENCE, text, TD_LIST_CHANGE_SPLIT, column);
      return;
    }
  if (p == NULL && dash != NULL)
    p = dash + 1;
  if (begins_as_unit (self, text))
    {
      const char *post = p != NULL ? p + 1 + strspn (p + 1, " \n") : "";

      /* The unit first, or only a unit and the one it is part of. */
      if (*post == '\0' || begins_as_unit (self, post) || strpbrk (post, ",;\n") != NULL)
        {
          _td_list_set (self, line, TD_LIST_ROLE_UNIT, text, TD_LIST_CHANGE_SPLIT, column);
          return;
        }
      *p = '\0';
      _td_list_set (self, line, TD_LIST_ROLE_UNIT, g_strchomp (copy), TD_LIST_CHANGE_SPLIT, column);
      _td_list_set (self, line, TD_LIST_ROLE_POST, post, TD_LIST_CHANGE_SPLIT, column);
      return;
    }
  if (p != NULL)
    {
      unit = p + 1;
      *p = '\0';
    }
  else if ((unit = find_unit (self, text)) != NULL)
    copy[unit - text] = '\0';
  _td_list_set (self, line, TD_LIST_ROLE_POST, g_strstrip (copy), TD_LIST_CHANGE_SPLIT, column);
  if (unit != NULL)
    _td_list_set (self, line, TD_LIST_ROLE_UNIT, unit + strspn (unit, " \n"), TD_LIST_CHANGE_SPLIT, column);
}

/**
 * _td_list_has_post:
 * @self: a reader with a table
 * @line: a row
 * @text: the cell of its name
 *
 * Returns: whether a post stands behind the name although the column is for names alone
 */
gboolean
_td_list_has_post (TdListReader *self, TdListLine *line, const char *text)
{
  const char *kind = line->row->values[TD_LIST_ROLE_KIND] != NULL ? line->row->values[TD_LIST_ROLE_KIND] : self->context.kind;
  g_auto (GStrv) parts = NULL;

  if (strpbrk (text, ",;\n") == NULL || strchr (text, '(') != NULL || (kind != NULL && !g_str_equal (kind, "person")))
    return FALSE;
  parts = g_strsplit_set (text, ",;\n", -1);
  if (!_td_list_is_somebody (self, g_strstrip (parts[0])))
    return FALSE;
  for (guint i = 1; parts[i] != NULL; i++)
    if (_td_list_is_somebody (self, g_strstrip (parts[i])))
      return FALSE;
  return *parts[1] != '\0';
}

/**
 * _td_list_name_post_read:
 * @self: a reader with a table
 * @line: a row
 * @text: the cell
 * @column: where it stands
 * @change: how the text came to be
 *
 * A name with a post, and perhaps a unit, behind it.
 */
void
_td_list_name_post_read (TdListReader *self, TdListLine *line, const char *text, int column, TdListChange change)
{
  g_autofree char *copy = g_strdup (text);
  char *p = strpbrk (copy, ",;\n");
  char *dash = strstr (copy, " - ");

  if (dash != NULL && (p == NULL || dash < p))
    p = dash + 1;
  if (p == NULL)
    {
      _td_list_name_read (self, line, text, column, change);
      return;
    }
  *p = '\0';
  _td_list_name_read (self, line, g_strstrip (copy), column, TD_LIST_CHANGE_SPLIT);
  _td_list_post_unit_read (self, line, p + 1 + strspn (p + 1, " \n"), column);
}
