/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-review"

#include "config.h"

#include <string.h>

#include "td-plan-reader.h"
#include "td-plan-review-private.h"

/* A plan between being read and being accepted: its text, what was read from it, and what a person says of that.
 * Nothing of it is in the office. */

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPlanReview, td_plan_review, G_TYPE_OBJECT)

static void
td_plan_review_finalize (GObject *object)
{
  TdPlanReview *self = TD_PLAN_REVIEW (object);

  g_free (self->text);
  g_clear_pointer (&self->finder, td_word_finder_free);
  g_clear_pointer (&self->reading, td_plan_reading_unref);
  g_clear_object (&self->plan);
  g_ptr_array_unref (self->clauses);
  g_object_unref (self->facts);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  G_OBJECT_CLASS (td_plan_review_parent_class)->finalize (object);
}

static void
td_plan_review_class_init (TdPlanReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_plan_review_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TD_TYPE_PLAN_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_plan_review_init (TdPlanReview *self)
{
  self->clauses = g_ptr_array_new_with_free_func (g_object_unref);
  self->facts = g_list_store_new (TD_TYPE_PLAN_FACT);
  self->undo = g_ptr_array_new_with_free_func (_td_plan_review_step_free);
  self->redo = g_ptr_array_new_with_free_func (_td_plan_review_step_free);
}

/* The lines of the reader, each ended by one line feed; a character a page breaks at is a blank. */
static char *
make_text (const char *text, gsize length)
{
  GString *made = g_string_sized_new (length);
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '\r')
        {
          g_string_append_c (made, '\n');
          if (p + 1 < end && p[1] == '\n')
            p++;
        }
      else if (letter == 0x2028 || letter == 0x2029 || letter == 0x85 || (letter < 0x20 && letter != '\n' && letter != '\t'))
        g_string_append_c (made, ' ');
      else
        g_string_append_len (made, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (made, FALSE);
}

/**
 * td_plan_review_new:
 * @text: a plan as text, UTF-8
 * @length: in bytes
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Reads a plan for review.
 *
 * Returns: (transfer full): the review, or %NULL with what td_plan_reader_read_text() says
 */
TdPlanReview *
td_plan_review_new (const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdPlanReview) self = g_object_new (TD_TYPE_PLAN_REVIEW, NULL);
  g_autofree char *valid = NULL;

  self->reading = td_plan_reader_read_text (text, length, cancellable, error);
  if (self->reading == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, (gssize) length);
  self->text = make_text (valid, strlen (valid));
  self->finder = td_word_finder_new (self->text);
  _td_plan_review_make_facts (self);
  return g_steal_pointer (&self);
}

/**
 * td_plan_review_get_text:
 * @self: a review
 *
 * Returns: (transfer none): the text, its lines those of the reading
 */
const char *
td_plan_review_get_text (TdPlanReview *self)
{
  return self->text;
}

/**
 * td_plan_review_get_finder:
 * @self: a review
 *
 * Returns: (transfer none): finds places in the text
 */
TdWordFinder *
td_plan_review_get_finder (TdPlanReview *self)
{
  return self->finder;
}

/**
 * td_plan_review_get_reading:
 * @self: a review
 *
 * Returns: (transfer none): what was read
 */
const TdPlanReading *
td_plan_review_get_reading (TdPlanReview *self)
{
  return self->reading;
}

/**
 * td_plan_review_get_plan:
 * @self: a review
 *
 * Returns: (transfer none): the plan it would become
 */
TdPlan *
td_plan_review_get_plan (TdPlanReview *self)
{
  return self->plan;
}

/**
 * td_plan_review_get_clauses:
 * @self: a review
 *
 * Returns: (transfer none) (element-type TdClause): articles, sections and closing words, in the order of the text
 */
GPtrArray *
td_plan_review_get_clauses (TdPlanReview *self)
{
  return self->clauses;
}

/**
 * td_plan_review_get_clause:
 * @self: a review
 * @section: the id of a section of the reading
 *
 * Returns: (transfer none) (nullable): its clause
 */
TdClause *
td_plan_review_get_clause (TdPlanReview *self, guint section)
{
  return section > 0 && section <= self->reading->sections->len ? g_ptr_array_index (self->clauses, self->n_articles + section - 1) : NULL;
}

/**
 * td_plan_review_get_section:
 * @self: a review
 * @clause: the place of a clause, from 0
 *
 * Returns: the id of the section it is of, 0 for none
 */
guint
td_plan_review_get_section (TdPlanReview *self, guint clause)
{
  return clause >= self->n_articles && clause - self->n_articles < self->reading->sections->len ? clause - self->n_articles + 1 : 0;
}

/**
 * td_plan_review_get_facts:
 * @self: a review
 *
 * Returns: (transfer none): a list of #TdPlanFact, by group and then by place
 */
GListModel *
td_plan_review_get_facts (TdPlanReview *self)
{
  return G_LIST_MODEL (self->facts);
}

/**
 * td_plan_review_get_findings:
 * @self: a review
 *
 * Returns: (transfer none) (element-type TdFinding): what is odd about the text
 */
GPtrArray *
td_plan_review_get_findings (TdPlanReview *self)
{
  return self->reading->findings;
}

/**
 * td_plan_review_count:
 * @self: a review
 * @state: a state
 *
 * Returns: how many facts that count are in this state
 */
guint
td_plan_review_count (TdPlanReview *self, TdPlanFactState state)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->facts)); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (G_LIST_MODEL (self->facts), i);

      n += fact->state == state && !fact->left_out;
    }
  return n;
}

/**
 * td_plan_review_find:
 * @self: a review
 * @fact: a fact
 * @start: (out): where its words begin in the text, in bytes
 * @end: (out): where they end
 *
 * The words themselves, or the lines where they cannot be told from the others.
 *
 * Returns: whether the text says it anywhere
 */
gboolean
td_plan_review_find (TdPlanReview *self, TdPlanFact *fact, gsize *start, gsize *end)
{
  gsize from, to;

  if (fact->lines.first == 0)
    return FALSE;
  td_word_finder_get_lines (self->finder, fact->lines.first, fact->lines.last, &from, &to);
  if (fact->words == NULL || !td_word_finder_find (self->finder, fact->words, from, to, start, end))
    {
      *start = from;
      *end = to;
    }
  return TRUE;
}

/* Says that a fact is another now. */
void
_td_plan_review_tell (TdPlanReview *self, TdPlanFact *fact)
{
  td_plan_fact_tell (fact);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
