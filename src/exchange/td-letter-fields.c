/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-fields"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-finding.h"
#include "td-letter-fill-private.h"
#include "td-letter-template.h"
#include "td-number.h"

/* Room for a number written by hand: breaking or collapsing it would spoil the line. */
#define BLANK_NUMBER "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0"
#define BLANK_DAY    "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0"

/**
 * td_letter_fields_set:
 * @self: the values
 * @name: a field
 * @value: (nullable): what it stands for; %NULL hides a value of the whole letter
 *
 * Sets a value of the list under way, or of the letter when there is none.
 */
void
td_letter_fields_set (TdLetterFields *self, const char *name, const char *value)
{
  g_hash_table_replace (self->scope != NULL ? self->scope : self->values, g_strdup (name),
                        g_strdup (value != NULL ? value : ""));
}

/**
 * td_letter_fields_set_flag:
 * @self: the values
 * @name: a condition
 * @on: whether it holds
 */
void
td_letter_fields_set_flag (TdLetterFields *self, const char *name, gboolean on)
{
  td_letter_fields_set (self, name, on ? "yes" : NULL);
}

/**
 * td_letter_roman:
 * @number: from 1 to 89, more than any letter has lists
 *
 * Returns: (transfer full): the Roman number; beyond that Arabic digits
 */
char *
td_letter_roman (guint number)
{
  static const struct
  {
    guint value;
    const char *digits;
  } steps[] = { { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } };
  GString *roman;

  if (number < 1 || number > 89)
    return g_strdup_printf ("%u", number);
  roman = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (roman, steps[i].digits);
  return g_string_free (roman, FALSE);
}

static char *
join_kinds (const guint counts[TD_N_AWARDEE_KINDS], gboolean persons_first)
{
  GString *kinds = g_string_new (NULL);

  for (guint i = 0; i < TD_N_AWARDEE_KINDS; i++)
    {
      TdAwardeeKind kind = td_awardee_kind_nth (i, persons_first);

      if (counts[kind] > 0)
        g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", td_awardee_kind_name (kind));
    }
  return g_string_free (kinds, FALSE);
}

static void
count_list (const TdAwardList *list, guint counts[TD_N_AWARDEE_KINDS])
{
  for (guint kind = 0; kind < TD_N_AWARDEE_KINDS; kind++)
    counts[kind] += td_award_list_count (list, kind);
}

static void
check_rows (TdLetterFields *self, const TdAwardList *list)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      const TdAwardRow *row = g_ptr_array_index (list->rows, i);
      g_autofree char *where = NULL;

      if (row->name != NULL && *row->name != '\0')
        continue;
      /* Translators: an award form or title, then a position in its list */
      where = g_strdup_printf (_ ("%s, position %u"), list->form, i + 1);
      g_ptr_array_add (self->findings,
                       td_finding_at (td_finding_new ("name-missing", TD_SEVERITY_BLOCK, "%s",
                                                      _ ("An award without a name.")),
                                      where, row->subject_id, 0));
    }
}

/* Tặng first, then truy tặng: they stand in separate parts of the first article. The rest of the
 * order is the caller's. */
static void
order_lists (TdLetterFields *self)
{
  const GPtrArray *lists = self->letter_case->lists;

  for (guint posthumous = 0; posthumous < 2; posthumous++)
    for (guint i = 0; i < lists->len; i++)
      {
        TdAwardList *list = g_ptr_array_index (lists, i);

        if ((guint) (list->posthumous != FALSE) != posthumous || list->rows->len == 0)
          continue;
        g_ptr_array_add (self->lists, list);
        check_rows (self, list);
      }
}

static void
set_number_and_date (TdLetterFields *self)
{
  const TdLetterCase *letter_case = self->letter_case;
  const char *sign = g_hash_table_lookup (self->values, "sign");
  gboolean draft = letter_case->number == NULL || *letter_case->number == '\0';
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  number = g_strconcat (draft ? BLANK_NUMBER : letter_case->number, sign != NULL ? "/" : "", sign, NULL);
  if (draft)
    {
      g_autofree char *month = g_strndup (letter_case->date, strlen ("2026-01"));
      g_autofree char *words = td_date_to_words (month);

      date = g_strconcat ("ngày", BLANK_DAY, words, NULL);
    }
  else
    date = td_date_to_words (letter_case->date);
  td_letter_fields_set (self, "number-sign", number);
  td_letter_fields_set (self, "date", date);
  td_letter_fields_set_flag (self, "draft", draft);
}

static void
set_money (TdLetterFields *self)
{
  gboolean complete = TRUE;
  gint64 total = 0;

  for (guint i = 0; i < self->lists->len; i++)
    {
      gint64 sum;

      complete = td_award_list_sum (g_ptr_array_index (self->lists, i), &sum) && complete;
      total += sum;
    }
  if (complete)
    {
      g_autofree char *digits = td_number_to_display (total);
      g_autofree char *words = td_number_to_words (total);

      if (self->letter_case->southern_thousand)
        {
          g_auto (GStrv) parts = g_strsplit (words, "nghìn", -1);

          g_free (words);
          words = g_strjoinv ("ngàn", parts);
        }
      td_letter_fields_set (self, "money-total", digits);
      td_letter_fields_set (self, "money-words", words);
    }
  else if (total > 0)
    g_ptr_array_add (self->findings,
                     td_finding_new ("money-incomplete", TD_SEVERITY_WARNING, "%s",
                                     _ ("The money of some awards is not known; the letter names no total.")));
  td_letter_fields_set_flag (self, "money-in-list", self->letter_case->money_in_list);
}

/* The forms of all lists in their order, each named once. */
static void
set_awards (TdLetterFields *self)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  xmlNode *define = g_hash_table_lookup (self->defines, "award");

  for (guint i = 0; define != NULL && i < self->lists->len; i++)
    {
      g_autofree char *award = NULL;

      td_letter_fields_enter_list (self, i);
      award = td_letter_fields_expand (self, define);
      td_letter_fields_leave_list (self);
      if (!g_ptr_array_find_with_equal_func (awards, award, g_str_equal, NULL))
        g_ptr_array_add (awards, g_steal_pointer (&award));
    }
  g_ptr_array_add (awards, NULL);
  joined = g_strjoinv (", ", (char **) awards->pdata);
  td_letter_fields_set (self, "awards", joined);
}

static void
set_letter_values (TdLetterFields *self)
{
  guint counts[TD_N_AWARDEE_KINDS] = { 0 };
  gboolean given = FALSE, posthumous = FALSE, own_achievement = FALSE;
  g_autofree char *phrase = NULL;
  g_autofree char *kinds = NULL;

  for (guint i = 0; i < self->lists->len; i++)
    {
      const TdAwardList *list = g_ptr_array_index (self->lists, i);

      count_list (list, counts);
      given = given || !list->posthumous;
      posthumous = posthumous || list->posthumous;
      own_achievement = own_achievement || list->achievement != NULL;
    }
  phrase = td_award_counts_phrase (counts, self->letter_case->persons_first);
  kinds = join_kinds (counts, self->letter_case->persons_first);
  td_letter_fields_set (self, "total-counts", phrase);
  td_letter_fields_set (self, "total-kinds", kinds);
  td_letter_fields_set_flag (self, "one-list", self->lists->len == 1);
  td_letter_fields_set_flag (self, "several-lists", self->lists->len > 1);
  td_letter_fields_set_flag (self, "given", given);
  td_letter_fields_set_flag (self, "posthumous", posthumous);
  td_letter_fields_set_flag (self, "same-achievement", !own_achievement);
  set_number_and_date (self);
  set_money (self);
  set_awards (self);
}

static void
index_defines (TdLetterFields *self)
{
  for (xmlNode *node = self->root->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST "define"))
      g_hash_table_replace (self->defines, td_letter_dup_attribute (node, "name"), node);
}

/**
 * td_letter_fields_new:
 * @root: the template's root; outlives the result
 * @letter_case: outlives the result
 * @findings: where doubts are added; outlives the result
 * @error: return location
 *
 * Returns: (transfer full): the values of the whole letter, or %NULL with a
 *   %TD_LETTER_TEMPLATE_ERROR
 */
TdLetterFields *
td_letter_fields_new (xmlNode *root, const TdLetterCase *letter_case, GPtrArray *findings,
                      GError **error)
{
  g_autoptr (TdLetterFields) self = g_new0 (TdLetterFields, 1);
  GHashTableIter iter;
  gpointer name, value;

  self->root = root;
  self->letter_case = letter_case;
  self->findings = findings;
  self->lists = g_ptr_array_new ();
  self->defines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!td_date_is_day (letter_case->date))
    {
      g_set_error (error, TD_LETTER_TEMPLATE_ERROR, TD_LETTER_TEMPLATE_ERROR_DATE,
                   _ ("“%s” is not a day."), letter_case->date);
      return NULL;
    }
  order_lists (self);
  if (self->lists->len == 0 && letter_case->entries->len == 0 && g_hash_table_size (letter_case->tables) == 0)
    {
      g_set_error_literal (error, TD_LETTER_TEMPLATE_ERROR, TD_LETTER_TEMPLATE_ERROR_EMPTY,
                           _ ("The decision awards nobody yet."));
      return NULL;
    }

  g_hash_table_iter_init (&iter, letter_case->fields);
  while (g_hash_table_iter_next (&iter, &name, &value))
    td_letter_fields_set (self, name, value);
  index_defines (self);
  set_letter_values (self);
  return g_steal_pointer (&self);
}

/**
 * td_letter_fields_free:
 * @self: (transfer full): the values
 */
void
td_letter_fields_free (TdLetterFields *self)
{
  g_ptr_array_unref (self->lists);
  g_hash_table_unref (self->defines);
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->missing);
  g_clear_pointer (&self->scope, g_hash_table_unref);
  g_free (self);
}

/**
 * td_letter_fields_enter_list:
 * @self: the values of the letter
 * @position: which of its lists, from 0
 *
 * From here on the list's own values hide those of the letter.
 */
void
td_letter_fields_enter_list (TdLetterFields *self, guint position)
{
  const TdAwardList *list = g_ptr_array_index (self->lists, position);
  guint counts[TD_N_AWARDEE_KINDS] = { 0 };
  gboolean any_post = FALSE, any_note = FALSE;
  g_autofree char *phrase = td_award_list_counts_phrase (list, self->letter_case->persons_first);
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  g_autofree char *roman = td_letter_roman (position + 1);
  g_autofree char *kinds = NULL;

  g_return_if_fail (self->scope == NULL);

  self->scope = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  count_list (list, counts);
  kinds = join_kinds (counts, self->letter_case->persons_first);
  for (guint i = 0; i < list->rows->len; i++)
    {
      const TdAwardRow *row = g_ptr_array_index (list->rows, i);

      any_post = any_post || (row->post != NULL && *row->post != '\0');
      any_note = any_note || (row->note != NULL && *row->note != '\0');
    }

  td_letter_fields_set (self, "form", list->form);
  td_letter_fields_set (self, "giver", list->giver);
  td_letter_fields_set_flag (self, "title", list->title);
  td_letter_fields_set_flag (self, "posthumous", list->posthumous);
  if (list->achievement != NULL)
    td_letter_fields_set (self, "list-achievement", list->achievement);
  td_letter_fields_set (self, "counts", phrase);
  td_letter_fields_set (self, "kinds", kinds);
  td_letter_fields_set (self, "list-number", number);
  td_letter_fields_set (self, "list-roman", roman);
  td_letter_fields_set (self, "list-stop", position + 1 < self->lists->len ? ";" : ".");
  td_letter_fields_set_flag (self, "all-persons", counts[TD_AWARDEE_PERSON] == list->rows->len);
  td_letter_fields_set_flag (self, "any-post", any_post);
  td_letter_fields_set_flag (self, "any-note", any_note);
}

/**
 * td_letter_fields_enter_row:
 * @self: the values of the letter
 * @row: (element-type utf8 utf8): the values of one row of a table
 *
 * From here on the row's own values hide those of the letter.
 */
void
td_letter_fields_enter_row (TdLetterFields *self, GHashTable *row)
{
  g_return_if_fail (self->scope == NULL);

  self->scope = g_hash_table_ref (row);
}

/**
 * td_letter_fields_leave_list:
 * @self: the values
 *
 * Neither a list nor a row is under way any more.
 */
void
td_letter_fields_leave_list (TdLetterFields *self)
{
  g_clear_pointer (&self->scope, g_hash_table_unref);
}
