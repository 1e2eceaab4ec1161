/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-earlier"

#include "config.h"

#include <string.h>

#include "td-plan-earlier.h"

/* A plan that does not give a form because an earlier movement was rewarded already cites that movement's document.
 * Where the office has it, the two are linked, whichever of them came first. */

/**
 * td_plan_earlier_cites:
 * @text: (nullable): words of a plan
 * @number: number and sign of a document
 *
 * Returns: whether @text cites @number, as a whole: "1141/KH-UBND" does not cite "141/KH-UBND"
 */
gboolean
td_plan_earlier_cites (const char *text, const char *number)
{
  gsize length = strlen (number);

  for (const char *at = text != NULL && length > 0 ? strstr (text, number) : NULL; at != NULL; at = strstr (at + 1, number))
    {
      gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
      gunichar after = g_utf8_get_char (at + length);

      if (!g_unichar_isalnum (before) && !g_unichar_isalnum (after) && after != '-' && after != '/' && after != '&')
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  TdConnection *connection;
  TdPlan *plan;
  GPtrArray *plans; /* of the office, with a number */
} Linking;

/* The only plan of the office that the words cite. */
static TdPlan *
find_cited (Linking *self, TdAllowance *allowance, const char *text)
{
  TdPlan *found = NULL;

  for (guint i = 0; i < self->plans->len; i++)
    {
      TdPlan *plan = g_ptr_array_index (self->plans, i);

      if (plan->number == NULL || td_entity_get_id (TD_ENTITY (plan)) == allowance->plan_id || !td_plan_earlier_cites (text, plan->number))
        continue;
      if (found != NULL)
        return NULL;
      found = plan;
    }
  return found;
}

static gboolean
link_allowance (Linking *self, TdAllowance *allowance, GError **error)
{
  g_autoptr (TdClause) clause = NULL;
  g_autofree char *text = NULL;
  TdPlan *cited;

  if (allowance->clause_id != 0)
    {
      clause = td_connection_get (self->connection, TD_TYPE_CLAUSE, allowance->clause_id, error);
      if (clause == NULL)
        return FALSE;
    }
  text = g_strjoin ("\n", allowance->reason != NULL ? allowance->reason : "", clause != NULL && clause->body != NULL ? clause->body : "", NULL);
  cited = find_cited (self, allowance, text);
  if (cited == NULL)
    return TRUE;
  g_object_set (allowance, "earlier-plan-id", td_entity_get_id (TD_ENTITY (cited)), NULL);
  return td_connection_update (self->connection, allowance, error);
}

static gboolean
link_rule (Linking *self, const char *rule, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_ALLOWANCE);
  g_autoptr (GPtrArray) allowances = NULL;
  gint64 plan_id = td_entity_get_id (TD_ENTITY (self->plan));

  td_query_where_text (query, "rule", rule);
  if (self->plan->number == NULL) /* nobody can cite it */
    td_query_where_number (query, "plan-id", plan_id);
  allowances = td_connection_list (self->connection, query, error);
  for (guint i = 0; allowances != NULL && i < allowances->len; i++)
    {
      TdAllowance *allowance = g_ptr_array_index (allowances, i);

      if (allowance->earlier_plan_id == 0 && !link_allowance (self, allowance, error))
        return FALSE;
    }
  return allowances != NULL;
}

/**
 * td_plan_earlier_link:
 * @connection: an office file, inside a transaction
 * @plan: a plan that has come into the office, or has got its number
 * @error: return location
 *
 * Links what plans bar to the one plan of the office that they cite as the reason.
 *
 * Returns: whether that could be done
 */
gboolean
td_plan_earlier_link (TdConnection *connection, TdPlan *plan, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN);
  g_autoptr (GPtrArray) plans = td_connection_list (connection, query, error);
  Linking self = { connection, plan, plans };

  return plans != NULL && link_rule (&self, "barred", error) && link_rule (&self, "only", error);
}
