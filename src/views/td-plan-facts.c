/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-facts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-model.h"
#include "td-plan-facts.h"

/* How what holds in a plan is told: with the clause it stands in, or the document it comes from. */

/**
 * td_plan_facts_dup_source:
 * @change: a document that came after a plan
 *
 * Returns: (transfer full): "by Extension 45/SNV of 29/12/2025"
 */
char *
td_plan_facts_dup_source (TdPlanChange *change)
{
  g_autofree char *name = td_plan_change_dup_name (change);

  /* Translators: what holds does so by this document */
  return g_strdup_printf (_ ("by %s"), name);
}

static void
append_source (GString *small, const char *clause, TdPlanChange *change)
{
  g_autofree char *source = change != NULL ? td_plan_facts_dup_source (change) : NULL;
  const char *between = small->len > 0 ? " · " : "";

  if (source != NULL)
    g_string_append_printf (small, "%s%s", between, source);
  else if (clause != NULL)
    {
      g_string_append (small, between);
      /* Translators: a clause of a plan, such as “IV.3” */
      g_string_append_printf (small, _ ("clause %s"), clause);
    }
}

static void
tell_allowance (TdFactList *list, TdAllowance *allowance, TdPlanChange *change)
{
  TdFact fact = { NULL };
  gboolean allowed = g_strcmp0 (allowance->rule, "allowed") == 0;
  const char *giver = allowance->giver_text != NULL ? allowance->giver_text : td_choice_get_label (td_choices_giver_level, allowance->giver_level);
  GString *small = g_string_new (td_choice_get_label (td_choices_allowance_rule, allowance->rule));

  if (allowance->kind != NULL)
    g_string_append_printf (small, ": %s", td_choice_get_label (td_choices_commendation_kind, allowance->kind));
  append_source (small, allowance->clause_path, change);
  if (allowance->earlier_plan_id != 0)
    /* Translators: the number or the title of a plan */
    g_string_append_printf (small, _ (" · rewarded already: %s"), allowance->earlier_number != NULL ? allowance->earlier_number : allowance->earlier_title);
  if (change == NULL)
    fact.record = TD_ENTITY (allowance);
  fact.icon_name = allowed ? "emblem-ok-symbolic" : g_strcmp0 (allowance->rule, "only") == 0 ? "dialog-information-symbolic"
                                                                                             : "action-unavailable-symbolic";
  fact.title = g_strdup (allowance->award_form);
  giver = *giver != '\0' ? giver : change != NULL ? _ ("whoever gives it")
                                                  : _ ("the giver is not named");
  /* The plan's own words say why. */
  fact.text = allowance->reason != NULL ? g_strdup_printf ("%s\n“%s”", giver, allowance->reason) : g_strdup (giver);
  fact.small = g_string_free (small, FALSE);
  td_fact_list_append (list, &fact);
}

static void
tell_day (TdFactList *list, const char *what, const char *day, const char *words, const char *clause, TdPlanChange *change)
{
  g_autofree char *shown = day != NULL ? td_date_to_display (day) : NULL;
  GString *small = g_string_new (NULL);
  TdFact fact = { .icon_name = "x-office-calendar-symbolic", .title = g_strdup (what) };

  fact.text = g_strdup (shown != NULL ? shown : words != NULL ? words
                                                              : _ ("Left open"));
  append_source (small, clause, change);
  fact.small = g_string_free (small, small->len == 0);
  td_fact_list_append (list, &fact);
}

/**
 * td_plan_facts_tell_held:
 * @list: a list, empty
 * @job: a td_plan_view_job(), done
 *
 * Tells all that holds on a day: the award forms, the end, the deadlines.
 */
void
td_plan_facts_tell_held (TdFactList *list, TdJob *job)
{
  const TdPlanState *state = ((TdPlanView *) td_job_get_object (job))->state;

  for (guint i = 0; i < state->allowances->len; i++)
    tell_allowance (list, g_ptr_array_index (state->allowances, i), td_plan_state_get_source (state, g_ptr_array_index (state->allowances, i)));
  tell_day (list, _ ("The plan ends"), state->plan->end_date, state->plan->end_text, NULL, td_plan_state_get_source (state, state->plan));
  for (guint i = 0; i < state->deadlines->len; i++)
    {
      TdDeadline *deadline = g_ptr_array_index (state->deadlines, i);

      tell_day (list, deadline->what, deadline->due_date, deadline->due_text, deadline->clause_path, td_plan_state_get_source (state, deadline));
    }
}
