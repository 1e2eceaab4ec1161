/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award-list"

#include "config.h"

#include "td-award-list.h"

static void
row_free (TdAwardRow *row)
{
  g_free (row->name);
  g_free (row->post);
  g_free (row->note);
  g_free (row);
}

/**
 * td_award_list_new:
 * @form: the award form or title
 * @giver: (nullable): who gives it
 *
 * Returns: (transfer full): a list without rows
 */
TdAwardList *
td_award_list_new (const char *form, const char *giver)
{
  TdAwardList *self;

  g_return_val_if_fail (form != NULL, NULL);

  self = g_new0 (TdAwardList, 1);
  self->form = g_strdup (form);
  self->giver = g_strdup (giver);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

/**
 * td_award_list_free:
 * @self: (transfer full): a list
 */
void
td_award_list_free (TdAwardList *self)
{
  g_free (self->form);
  g_free (self->giver);
  g_free (self->achievement);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * td_award_list_add:
 * @self: a list
 * @kind: who it is
 * @name: the name as printed
 * @post: (nullable): post, unit and address
 *
 * Returns: (transfer none): the row, for its note and money
 */
TdAwardRow *
td_award_list_add (TdAwardList *self, TdAwardeeKind kind, const char *name, const char *post)
{
  TdAwardRow *row;

  g_return_val_if_fail (kind < TD_N_AWARDEE_KINDS, NULL);

  row = g_new0 (TdAwardRow, 1);
  row->kind = kind;
  row->name = g_strdup (name);
  row->post = g_strdup (post);
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * td_awardee_kind_name:
 * @kind: a kind
 *
 * Returns: its word in official documents
 */
const char *
td_awardee_kind_name (TdAwardeeKind kind)
{
  static const char *const names[] = { "tập thể", "hộ gia đình", "cá nhân" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (names), NULL);
  return names[kind];
}

/**
 * td_award_list_count:
 * @self: a list
 * @kind: a kind
 *
 * Returns: how many of that kind it names
 */
guint
td_award_list_count (const TdAwardList *self, TdAwardeeKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ((const TdAwardRow *) g_ptr_array_index (self->rows, i))->kind == kind;
  return n;
}

/**
 * td_award_list_sum:
 * @self: a list
 * @sum: (out): the money of the rows whose money is known
 *
 * Returns: whether that is every row
 */
gboolean
td_award_list_sum (const TdAwardList *self, gint64 *sum)
{
  gboolean complete = TRUE;

  *sum = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TdAwardRow *row = g_ptr_array_index (self->rows, i);

      *sum += row->money;
      complete = complete && row->money > 0;
    }
  return complete;
}

/**
 * td_awardee_kind_nth:
 * @nth: a place, from 0
 * @persons_first: whether the office names persons first
 *
 * Returns: the kind that lists and counts name at that place
 */
TdAwardeeKind
td_awardee_kind_nth (guint nth, gboolean persons_first)
{
  g_return_val_if_fail (nth < TD_N_AWARDEE_KINDS, TD_AWARDEE_PERSON);

  return persons_first ? TD_AWARDEE_PERSON - nth : nth;
}

/**
 * td_award_counts_phrase:
 * @counts: how many of each kind
 * @persons_first: whether the office names persons first
 *
 * Writes counts as decisions do: two digits at least, kinds without anyone left out.
 *
 * Returns: (transfer full): "02 tập thể, 01 hộ gia đình, 06 cá nhân"; empty for nobody
 */
char *
td_award_counts_phrase (const guint counts[TD_N_AWARDEE_KINDS], gboolean persons_first)
{
  GString *phrase = g_string_new (NULL);

  for (guint i = 0; i < TD_N_AWARDEE_KINDS; i++)
    {
      TdAwardeeKind kind = td_awardee_kind_nth (i, persons_first);

      if (counts[kind] > 0)
        g_string_append_printf (phrase, "%s%02u %s", phrase->len > 0 ? ", " : "", counts[kind], td_awardee_kind_name (kind));
    }
  return g_string_free (phrase, FALSE);
}

/**
 * td_award_list_counts_phrase:
 * @self: a list
 * @persons_first: whether the office names persons first
 *
 * Returns: (transfer full): td_award_counts_phrase() of the list
 */
char *
td_award_list_counts_phrase (const TdAwardList *self, gboolean persons_first)
{
  guint counts[TD_N_AWARDEE_KINDS];

  for (guint kind = 0; kind < TD_N_AWARDEE_KINDS; kind++)
    counts[kind] = td_award_list_count (self, kind);
  return td_award_counts_phrase (counts, persons_first);
}
