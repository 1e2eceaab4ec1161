/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-recipients"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-directory.h"
#include "td-plan-parts.h"
#include "td-plan-recipients.h"
#include "td-unit-group-jobs.h"

/* Whom a plan is sent to: its own words, and the units of a day behind them. */

G_DEFINE_FINAL_TYPE (TdRecipientUnits, td_recipient_units, G_TYPE_OBJECT)

static void
td_recipient_units_finalize (GObject *object)
{
  TdRecipientUnits *self = TD_RECIPIENT_UNITS (object);

  g_free (self->text);
  g_free (self->note);
  g_clear_object (&self->units);
  G_OBJECT_CLASS (td_recipient_units_parent_class)->finalize (object);
}

static void
td_recipient_units_class_init (TdRecipientUnitsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_recipient_units_finalize;
}

static void
td_recipient_units_init (TdRecipientUnits *self)
{
}

typedef struct
{
  gint64 plan_id;
  char *day;
  gboolean whole; /* the clauses before them */
} Question;

static void
question_free (Question *question)
{
  g_free (question->day);
  g_free (question);
}

/* "Thường trực Tỉnh ủy (b/c)": the last brackets of a line say what for. */
static TdRecipientUnits *
read_line (const char *line)
{
  TdRecipientUnits *self = g_object_new (TD_TYPE_RECIPIENT_UNITS, NULL);
  const char *open = g_str_has_suffix (line, ")") ? strrchr (line, '(') : NULL;

  self->text = open != NULL && open > line ? g_strchomp (g_strndup (line, (gsize) (open - line))) : g_strdup (line);
  self->note = open != NULL && open > line ? g_strndup (open + 1, strlen (open) - 2) : NULL;
  return self;
}

static gboolean
add_recipients (TdConnection *connection, TdPlan *plan, const char *day, GListStore *list, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (plan->recipients != NULL ? plan->recipients : "", "\n", -1);
  g_autoptr (GPtrArray) groups = td_unit_groups_load (connection, error);
  g_autoptr (TdDirectory) directory = groups != NULL ? td_directory_load (connection, error) : NULL;

  for (guint i = 0; directory != NULL && lines[i] != NULL; i++)
    {
      g_autoptr (TdRecipientUnits) recipient = read_line (g_strstrip (lines[i]));

      if (*recipient->text == '\0')
        continue;
      recipient->units = td_unit_groups_expand (connection, groups, directory, recipient->text, day, error);
      if (recipient->units == NULL)
        return FALSE;
      g_list_store_append (list, recipient);
    }
  return directory != NULL;
}

static gboolean
add_clauses (TdConnection *connection, gint64 plan_id, GListStore *list, GError **error)
{
  g_autoptr (GPtrArray) clauses = td_plan_list_parts (connection, TD_TYPE_CLAUSE, plan_id, error);

  for (guint i = 0; clauses != NULL && i < clauses->len; i++)
    g_list_store_append (list, g_ptr_array_index (clauses, i));
  return clauses != NULL;
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (TdPlan) plan = td_connection_get (connection, TD_TYPE_PLAN, question->plan_id, error);

  if (plan == NULL || (question->whole && !add_clauses (connection, question->plan_id, list, error)) || !add_recipients (connection, plan, question->day, list, error))
    return FALSE;
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (list)));
  td_job_take_object (job, g_steal_pointer (&list));
  return TRUE;
}

static TdJob *
make_job (gint64 plan_id, const char *day, gboolean whole)
{
  Question *question = g_new0 (Question, 1);

  question->plan_id = plan_id;
  question->day = day != NULL ? g_strdup (day) : td_date_dup_today ();
  question->whole = whole;
  return td_job_new_read (read_cb, question, (GDestroyNotify) question_free);
}

/**
 * td_plan_recipients_job:
 * @plan_id: a plan
 * @day: (nullable): a full date; %NULL for today
 *
 * Returns: (transfer full): a job; its object is a #GListModel of #TdRecipientUnits: whom the plan is sent to, in its
 *   order, with the units of that day behind the words
 */
TdJob *
td_plan_recipients_job (gint64 plan_id, const char *day)
{
  return make_job (plan_id, day, FALSE);
}

/**
 * td_plan_whole_text_job:
 * @plan_id: a plan
 * @day: (nullable): a full date; %NULL for today
 *
 * Returns: (transfer full): a job; its object is a #GListModel of the #TdClause of the plan, and then its recipients as
 *   td_plan_recipients_job() gives them
 */
TdJob *
td_plan_whole_text_job (gint64 plan_id, const char *day)
{
  return make_job (plan_id, day, TRUE);
}
