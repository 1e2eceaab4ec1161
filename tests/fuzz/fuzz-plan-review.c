/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-fuzz.h"
#include "td-plan-review-file.h"

/* A review of a plan as a file: what is read can be looked through, and what is written is read as the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPlanReview) review = td_plan_review_parse ((const char *) data, size, NULL, &error);
  g_autoptr (TdPlanReview) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *rewritten = NULL;

  if (review == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  for (guint i = 0; i < g_list_model_get_n_items (td_plan_review_get_facts (review)); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (td_plan_review_get_facts (review), i);
      g_autofree char *title = td_plan_fact_dup_title (fact);
      g_autofree char *text = td_plan_fact_dup_text (fact);
      gsize start, end;

      g_assert_true (g_utf8_validate (title, -1, NULL) && g_utf8_validate (text, -1, NULL));
      if (td_plan_review_find (review, fact, &start, &end))
        g_assert_true (start <= end && end <= strlen (td_plan_review_get_text (review)));
      if (i % 2 == 0 && td_plan_review_find (review, fact, &start, &end))
        td_plan_review_take (review, fact, NULL, start, end);
    }
  while (td_plan_review_undo (review, FALSE) != NULL)
    ;
  written = td_plan_review_to_json (review);
  again = td_plan_review_parse (written, strlen (written), NULL, &error);
  g_assert_no_error (error);
  rewritten = td_plan_review_to_json (again);
  g_assert_cmpstr (written, ==, rewritten);
  return 0;
}
