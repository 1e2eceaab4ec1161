/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-form"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-form-list.h"
#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-form-writer.h"
#include "td-list-form.h"
#include "td-model.h"
#include "td-plan-change-jobs.h"
#include "td-table-writer.h"

/* The empty form for the lists of units: what it offers to choose from is what the reader of lists
 * will understand – forms of the catalogue, givers and units of the office. */

typedef struct
{
  gint64 plan_id; /* 0 for none */
  char *path;
} Input;

static void
input_free (Input *input)
{
  g_free (input->path);
  g_free (input);
}

static void
add_once (GPtrArray *words, const char *word)
{
  if (word != NULL && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, g_strdup (word));
}

/* What the plan allows; without a plan, or one that names nothing, the whole catalogue. */
static GPtrArray *
collect_forms (GPtrArray *allowances)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  TdCatalogue *catalogue = td_catalogue_get_shipped ();

  for (guint i = 0; i < allowances->len; i++)
    {
      TdAllowance *allowance = g_ptr_array_index (allowances, i);

      if (g_strcmp0 (allowance->rule, "barred") != 0 && td_catalogue_find_form_by_name (catalogue, allowance->award_form) != NULL)
        add_once (words, allowance->award_form);
    }
  if (words->len == 0)
    {
      g_auto (GStrv) all = td_award_form_list_dup ();

      for (guint i = 0; all[i] != NULL; i++)
        add_once (words, all[i]);
    }
  g_ptr_array_add (words, NULL);
  return words;
}

static gboolean
may_give (GPtrArray *allowances, const TdGiver *giver)
{
  for (guint i = 0; i < allowances->len; i++)
    {
      const TdAllowance *allowance = g_ptr_array_index (allowances, i);

      /* A form without a giver in the plan may be given by any competent head. */
      if (g_strcmp0 (allowance->rule, "barred") != 0 && (allowance->giver_level == NULL || g_str_equal (allowance->giver_level, giver->level)))
        return TRUE;
    }
  return FALSE;
}

/* The office's givers whom the plan names by their level; all when it names none of them. */
static GPtrArray *
collect_givers (GPtrArray *givers, GPtrArray *allowances)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < givers->len; i++)
    if (may_give (allowances, g_ptr_array_index (givers, i)))
      add_once (words, ((const TdGiver *) g_ptr_array_index (givers, i))->name);
  for (guint i = 0; words->len == 0 && i < givers->len; i++)
    add_once (words, ((const TdGiver *) g_ptr_array_index (givers, i))->name);
  g_ptr_array_add (words, NULL);
  return words;
}

/* Units that go on. */
static GPtrArray *
collect_units (GPtrArray *units)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < units->len; i++)
    if (((const TdUnit *) g_ptr_array_index (units, i))->valid_to == NULL)
      add_once (words, ((const TdUnit *) g_ptr_array_index (units, i))->name);
  g_ptr_array_add (words, NULL);
  return words;
}

static char *
describe_plan (const TdPlan *plan)
{
  return plan->number != NULL ? g_strdup_printf ("Kế hoạch số %s: %s", plan->number, plan->title) : g_strdup (plan->title);
}

static GPtrArray *
list_all (TdConnection *connection, GType type, const char *order, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (type);

  td_query_order_by (query, order, FALSE);
  return td_connection_list (connection, query, error);
}

static gboolean
write_form (Input *input, const TdPlan *plan, GPtrArray *allowances, GPtrArray *givers, GPtrArray *units, GError **error)
{
  g_autoptr (GPtrArray) form_words = collect_forms (allowances);
  g_autoptr (GPtrArray) giver_words = collect_givers (givers, allowances);
  g_autoptr (GPtrArray) unit_words = collect_units (units);
  g_autofree char *about = plan != NULL ? describe_plan (plan) : NULL;
  g_autoptr (GError) local = NULL;
  TdListForm form = {
    .plan = about,
    .award_forms = (const char *const *) form_words->pdata,
    .givers = (const char *const *) giver_words->pdata,
    .units = (const char *const *) unit_words->pdata,
    .made_at = g_get_real_time () / G_USEC_PER_SEC,
  };

  if (td_list_form_write (input->path, &form, &local))
    return TRUE;
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The form could not be written: %s."), local->message);
  return FALSE;
}

static gboolean
form_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autofree char *today = td_date_dup_today ();
  g_autoptr (TdPlanState) state = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) givers = NULL;
  TdTableFormat format;

  if (!td_table_format_of (input->path, &format) || format != TD_TABLE_XLSX)
    {
      g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The name of the form must end with .xlsx."));
      return FALSE;
    }
  if (input->plan_id != 0 && (state = td_plan_as_of (connection, input->plan_id, today, error)) == NULL)
    return FALSE;
  units = list_all (connection, TD_TYPE_UNIT, "name", error);
  givers = units != NULL ? list_all (connection, TD_TYPE_GIVER, NULL, error) : NULL;
  /* A plan that names no forms leaves them to the law, whatever a later document says of one of them. */
  return givers != NULL && write_form (input, state != NULL ? state->plan : NULL, state != NULL && state->lists_forms ? state->allowances : none, givers, units, error);
}

/**
 * td_list_form_job:
 * @plan_id: the plan it is for, 0 for none
 * @path: the .xlsx to make or replace
 *
 * Returns: (transfer full): a job that writes the empty form which units fill
 */
TdJob *
td_list_form_job (gint64 plan_id, const char *path)
{
  Input *input = g_new0 (Input, 1);

  input->plan_id = plan_id;
  input->path = g_strdup (path);
  return td_job_new_read (form_cb, input, (GDestroyNotify) input_free);
}
