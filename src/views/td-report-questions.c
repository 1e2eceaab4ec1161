/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-report-questions"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-ask-dialog.h"
#include "td-date.h"
#include "td-file-dialog.h"
#include "td-plan-change-jobs.h"
#include "td-report-jobs.h"
#include "td-report-questions.h"
#include "td-report-remind.h"

#define VALUE(member) TD_ENTITY_FIELD (TdReceivedQuestion, member)
static const TdField received_question_fields[] = {
  { "day", N_ ("Received on"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (day) },
  { "number", N_ ("Number of the report"), TD_FIELD_TEXT, 0, VALUE (number) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdReceivedQuestion, td_received_question, "received_question", N_ ("Question"), received_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdRemindQuestion, member)
static const TdField remind_question_fields[] = {
  { "number", N_ ("Number (without one: drafts, of which nothing is noted)"), TD_FIELD_TEXT, 0, VALUE (number) },
  { "day", N_ ("Date of the letters"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (day) },
  { "answer-by", N_ ("To be answered by"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (answer_by) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdRemindQuestion, td_remind_question, "remind_question", N_ ("Question"), remind_question_fields)

#define VALUE(member) TD_ENTITY_FIELD (TdInterimQuestion, member)
static const TdField interim_question_fields[] = {
  { "plan-id", N_ ("Plan"), TD_FIELD_INTEGER, TD_FIELD_HIDDEN, VALUE (plan_id) },
  { "what", N_ ("What is reported"), TD_FIELD_TEXT, TD_FIELD_REQUIRED, VALUE (what) },
  { "who", N_ ("Who reports"), TD_FIELD_TEXT, 0, VALUE (who) },
  { "first-day", N_ ("Due the first time on"), TD_FIELD_DATE, TD_FIELD_REQUIRED, VALUE (first_day) },
  { "last-year", N_ ("Last year (empty: with the plan)"), TD_FIELD_DATE, 0, VALUE (last_year) },
};
#undef VALUE
TD_DEFINE_ENTITY (TdInterimQuestion, td_interim_question, "interim_question", N_ ("Question"), interim_question_fields)

/* Letters: first it is looked whom they would go to, then where they go and what they bear is asked. */

#define REMINDING_KEY "td-reminding"

typedef struct
{
  GWeakRef parent;
  TdSession *session;
  gint64 plan_id;
  guint n_units;
  char *path;
} Reminding;

static void
reminding_free (gpointer data)
{
  Reminding *reminding = data;

  g_weak_ref_clear (&reminding->parent);
  g_object_unref (reminding->session);
  g_free (reminding->path);
  g_free (reminding);
}

static TdJob *
make_letters (TdEntity *question, gpointer owner)
{
  const TdRemindQuestion *answers = TD_REMIND_QUESTION (question);
  const Reminding *reminding = g_object_get_data (owner, REMINDING_KEY);
  const TdReminder reminder = { .plan_id = reminding->plan_id,
                                .number = answers->number,
                                .date = answers->day,
                                .answer_by = answers->answer_by,
                                .path = reminding->path };

  return td_report_remind_job (&reminder);
}

static void
path_cb (const char *path, gpointer owner)
{
  Reminding *reminding = g_object_get_data (owner, REMINDING_KEY);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&reminding->parent);
  g_autofree char *today = td_date_dup_today ();
  g_autofree char *answer_by = td_date_add_days (today, TD_REMINDER_DAYS);
  g_autoptr (TdEntity) question = g_object_new (TD_TYPE_REMIND_QUESTION, "day", today, "answer-by", answer_by, NULL);
  g_autofree char *text = g_strdup_printf (ngettext ("%u unit owes reports and gets a letter with all that it owes.", "%u units owe reports; each gets a letter with all that it owes.", reminding->n_units), reminding->n_units);
  g_autofree char *done = g_strdup_printf (ngettext ("%u letter is written.", "%u letters are written.", reminding->n_units), reminding->n_units);
  const TdAsk ask = { _ ("Letters to Late Units"), text, _ ("Write"), done, make_letters };

  if (parent == NULL)
    return;
  g_free (reminding->path);
  reminding->path = g_strdup (path);
  td_ask_dialog_present (parent, reminding->session, &ask, question, owner);
}

static guint
count_units (GListModel *lines)
{
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TdReportLine) line = g_list_model_get_item (lines, i);
      gint64 id = line->unit != NULL ? td_entity_get_id (TD_ENTITY (line->unit)) : 0;

      if (id != 0)
        g_hash_table_add (units, g_memdup2 (&id, sizeof id));
    }
  return g_hash_table_size (units);
}

static void
looked_cb (TdJob *job, const GError *error, gpointer owner)
{
  Reminding *reminding = g_object_get_data (owner, REMINDING_KEY);
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&reminding->parent);

  if (error != NULL || parent == NULL)
    return;
  reminding->n_units = count_units (td_job_get_object (job));
  if (reminding->n_units == 0)
    td_session_show (reminding->session, _ ("Nobody to remind"), _ ("No report is late today."), NULL);
  else
    td_file_dialog_save (parent, _ ("Save the Letters"), TD_FILE_PDF, _ ("reminders.pdf"), path_cb, owner);
}

/**
 * td_report_questions_remind:
 * @parent: a widget of the window that asks
 * @session: where the reports are
 * @plan_id: a plan; 0 for all
 *
 * Asks where the letters to late units go and which number and day they bear, and writes them.
 */
void
td_report_questions_remind (GtkWidget *parent, TdSession *session, gint64 plan_id)
{
  g_autoptr (GObject) owner = NULL;
  Reminding *reminding;

  if (td_session_is_read_only (session))
    {
      td_session_show (session, _ ("Letters to Late Units"), _ ("This office file can only be read."), NULL);
      return;
    }
  owner = g_object_new (G_TYPE_OBJECT, NULL);
  reminding = g_new0 (Reminding, 1);
  g_weak_ref_init (&reminding->parent, parent);
  reminding->session = g_object_ref (session);
  reminding->plan_id = plan_id;
  g_object_set_data_full (owner, REMINDING_KEY, reminding, reminding_free);
  td_session_run (session, td_report_list_job (plan_id, NULL, NULL, TRUE), 0, looked_cb, owner);
}

static TdJob *
make_interim (TdEntity *question, gpointer owner)
{
  const TdInterimQuestion *answers = TD_INTERIM_QUESTION (question);
  const char *day = td_date_is_day (answers->first_day) ? answers->first_day + strlen ("2026-") : "";

  return td_plan_interim_job (answers->plan_id, answers->what, answers->who, day, td_date_get_year (answers->first_day), td_date_get_year (answers->last_year));
}

/**
 * td_report_questions_interim:
 * @parent: a widget of the window that asks
 * @session: the office
 * @plan_id: a plan that runs over years
 *
 * Asks for a report that is due every year, and adds its deadlines.
 */
void
td_report_questions_interim (GtkWidget *parent, TdSession *session, gint64 plan_id)
{
  g_autoptr (TdEntity) question = g_object_new (TD_TYPE_INTERIM_QUESTION, "plan-id", plan_id, "what", "Báo cáo sơ kết năm", NULL);
  const TdAsk ask = { _ ("A Report Every Year"), _ ("The plan gets a deadline for each year; the year is put behind what is reported."), _ ("Add"), _ ("The deadlines are added."), make_interim };

  td_ask_dialog_present (parent, session, &ask, question, parent);
}
