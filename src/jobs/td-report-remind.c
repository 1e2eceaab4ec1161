/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-report-remind"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "td-date.h"
#include "td-joined-document.h"
#include "td-legal-documents.h"
#include "td-letter-document.h"
#include "td-letter-template.h"
#include "td-office-letter.h"
#include "td-output.h"
#include "td-report-jobs.h"
#include "td-report-remind.h"
#include "td-text.h"

/* Letters to units that owe reports: công văn đôn đốc. One file holds a letter for each of them. */

#define TEMPLATE "report-reminder"

typedef struct
{
  gint64 plan_id;
  char *as_of;
  char *number;
  char *date;
  char *answer_by;
  char *path;
  TdOutput *output; /* the letters, not yet under their name */
} Input;

static void
input_free (Input *input)
{
  g_clear_pointer (&input->output, td_output_free);
  g_free (input->as_of);
  g_free (input->number);
  g_free (input->date);
  g_free (input->answer_by);
  g_free (input->path);
  g_free (input);
}

/* What one unit owes; the lines are borrowed. */
typedef struct
{
  TdUnit *unit;
  GPtrArray *lines;
} Debt;

static void
debt_free (Debt *debt)
{
  g_ptr_array_unref (debt->lines);
  g_free (debt);
}

typedef struct
{
  TdJob *job;
  TdConnection *connection;
  const Input *input;
  TdLetterTemplate *template;
  GPtrArray *documents; /* what may be cited */
  GHashTable *told;     /* findings of all letters, each said once */
  GPtrArray *letters;   /* TdLetterDocument */
} Writing;

/* Who owes */

static gboolean
check_days (TdJob *job, const Input *input, GError **error)
{
  const struct
  {
    const char *day;
    const char *where;
  } days[] = { { input->as_of, "as_of" }, { input->date, "date" }, { input->answer_by, "answer_by" } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i].day != NULL && !td_date_is_day (days[i].day))
      td_job_take_finding (job, td_finding_at (td_finding_new ("reminder-day", TD_SEVERITY_BLOCK, _ ("“%s” is not a day."), days[i].day), days[i].where, 0, 0));
  if (td_job_get_findings (job)->len == 0 && g_strcmp0 (input->answer_by, input->date) < 0)
    td_job_take_finding (job, td_finding_at (td_finding_new ("reminder-answer", TD_SEVERITY_BLOCK, _ ("The answer is asked for before the day of the letter.")), "answer_by", 0, 0));
  return td_job_get_findings (job)->len == 0 || td_job_refuse (job, error);
}

/* By unit, in the order of its earliest report. */
static GPtrArray *
collect_debts (TdJob *job, GListStore *lines)
{
  g_autoptr (GHashTable) by_unit = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *debts = g_ptr_array_new_with_free_func ((GDestroyNotify) debt_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (lines)); i++)
    {
      g_autoptr (TdReportLine) line = g_list_model_get_item (G_LIST_MODEL (lines), i);
      gint64 id = line->unit != NULL ? td_entity_get_id (TD_ENTITY (line->unit)) : 0;
      Debt *debt = g_hash_table_lookup (by_unit, &id);

      if (line->unit == NULL)
        {
          /* Translators: whom a plan names, and what it asks of them */
          td_job_take_finding (job, td_finding_at (td_finding_new ("reminder-nobody", TD_SEVERITY_WARNING, _ ("“%s” is no unit of this office, so nobody is asked for: %s"), line->deadline->who != NULL ? line->deadline->who : "", line->deadline->what),
                                                   line->plan->title, td_entity_get_id (TD_ENTITY (line->plan)), 0));
          continue;
        }
      if (debt == NULL)
        {
          debt = g_new0 (Debt, 1);
          debt->unit = line->unit;
          debt->lines = g_ptr_array_new ();
          g_ptr_array_add (debts, debt);
          g_hash_table_insert (by_unit, g_memdup2 (&id, sizeof id), debt);
        }
      g_ptr_array_add (debt->lines, line);
    }
  return debts;
}

/* Words */

/* A place is written to through its people's committee. */
static char *
word_addressee (const TdUnit *unit)
{
  static const char *const places[] = { "commune", "ward", "special_zone", "province", NULL };
  g_autofree char *folded = td_text_fold (unit->name);
  g_autofree char *first = NULL;
  const char *rest;

  if (unit->kind == NULL || !g_strv_contains (places, unit->kind) || g_str_has_prefix (folded, "ubnd ") || g_str_has_prefix (folded, "uy ban"))
    return g_strdup (unit->name);
  rest = g_utf8_next_char (unit->name);
  first = g_utf8_strdown (unit->name, rest - unit->name);
  return g_strconcat ("Ủy ban nhân dân ", first, rest, NULL);
}

static char *
upper_first (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/* "Kế hoạch số 0124/KH-UBND ngày 20/10/2025"; a plan without a number is called by its title, as one cites it. */
static char *
word_plan (const TdPlan *plan)
{
  g_autofree char *date = plan->issue_date != NULL ? td_date_to_display (plan->issue_date) : NULL;
  g_autofree char *type = upper_first (plan->doc_type != NULL && *plan->doc_type != '\0' ? plan->doc_type : "văn bản");

  if (plan->number == NULL || *plan->number == '\0')
    return g_strdup_printf ("%s “%s”", type, plan->title);
  return date != NULL ? g_strdup_printf ("%s số %s ngày %s", type, plan->number, date) : g_strdup_printf ("%s số %s", type, plan->number);
}

/* "V.1" of "V/1/-": a dash is no name of a clause. */
static char *
word_clause (const char *clause_path)
{
  g_auto (GStrv) marks = g_strsplit (clause_path != NULL ? clause_path : "", "/", -1);
  GString *clause = g_string_new (NULL);

  for (guint i = 0; marks[i] != NULL; i++)
    {
      gunichar first = g_utf8_get_char_validated (marks[i], -1);

      if (g_unichar_isalnum (first))
        g_string_append_printf (clause, "%s%s", clause->len > 0 ? "." : "", marks[i]);
    }
  return g_string_free (clause, FALSE);
}

/* A công văn bears no sign of its kind: the office, and the unit that drafts it, which files it beside the văn thư. */
static char *
word_sign (const TdLetterCase *letter)
{
  const char *sign = g_hash_table_lookup (letter->fields, "sign");
  const char *filing = g_hash_table_lookup (letter->fields, "filing");
  const char *comma = filing != NULL ? strchr (filing, ',') : NULL;
  g_autofree char *drafter = NULL;

  if (sign == NULL)
    return NULL;
  if (comma != NULL)
    {
      drafter = g_strstrip (g_strdup (comma + 1));
      drafter[strcspn (drafter, " ,(")] = '\0';
    }
  return drafter != NULL && *drafter != '\0' ? g_strdup_printf ("%s-%s", sign, drafter) : g_strdup (sign);
}

static void
add_row (TdLetterCase *letter, guint number, const TdReportLine *line)
{
  GHashTable *row = td_letter_case_add_row (letter, "reports");
  char *due = td_date_to_display (line->deadline->due_date);

  g_hash_table_replace (row, g_strdup ("number"), g_strdup_printf ("%u", number));
  g_hash_table_replace (row, g_strdup ("what"), upper_first (line->deadline->what));
  g_hash_table_replace (row, g_strdup ("plan"), word_plan (line->plan));
  g_hash_table_replace (row, g_strdup ("clause"), word_clause (line->deadline->clause_path));
  g_hash_table_replace (row, g_strdup ("due"), due);
  g_hash_table_replace (row, g_strdup ("days"), g_strdup_printf ("%" PRId64, line->days));
}

/* A letter made anew on its own day is the same letter. */
static gboolean
is_new_reminder (const TdReportLine *line, const char *date)
{
  return line->report == NULL || line->report->reminded_on == NULL || g_strcmp0 (line->report->reminded_on, date) < 0;
}

static gint64
count_reminders (const TdReportLine *line, const char *date)
{
  return (line->report != NULL ? line->report->n_reminders : 0) + is_new_reminder (line, date);
}

static void
set_debt (TdLetterCase *letter, const Debt *debt, const Input *input)
{
  g_autofree char *addressee = word_addressee (debt->unit);
  g_autofree char *as_of = td_date_to_words (input->as_of);
  g_autofree char *answer_by = td_date_to_words (input->answer_by);
  g_autofree char *count = g_strdup_printf ("%02u", debt->lines->len);
  g_autofree char *sign = word_sign (letter);
  g_autofree char *nth = NULL;
  gint64 n_reminders = 1;

  for (guint i = 0; i < debt->lines->len; i++)
    {
      const TdReportLine *line = g_ptr_array_index (debt->lines, i);

      add_row (letter, i + 1, line);
      n_reminders = MAX (n_reminders, count_reminders (line, input->date));
    }
  nth = g_strdup_printf ("%" PRId64, n_reminders);
  td_letter_case_set (letter, "sign", sign);
  td_letter_case_set (letter, "addressee", addressee);
  td_letter_case_set (letter, "as-of", as_of);
  td_letter_case_set (letter, "answer-by", answer_by);
  td_letter_case_set (letter, "report-count", count);
  td_letter_case_set (letter, "reminded", n_reminders > 1 ? "yes" : NULL);
  td_letter_case_set (letter, "reminder-number", nth);
}

/* What is missing in one letter is missing in all of them. */
static void
take_findings (Writing *writing, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      if (g_hash_table_add (writing->told, g_strdup (finding->text)))
        td_job_take_finding (writing->job, td_finding_copy (finding));
    }
}

static gboolean
write_letter (Writing *writing, const Debt *debt, GError **error)
{
  g_autoptr (TdLetterCase) letter_case = td_office_letter_begin (writing->connection, NULL, writing->input->date, writing->input->number, error);
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetter) letter = NULL;

  if (letter_case == NULL)
    return FALSE;
  set_debt (letter_case, debt, writing->input);
  letter = td_letter_template_fill (writing->template, writing->documents, letter_case, findings, error);
  if (letter == NULL)
    return FALSE;
  take_findings (writing, findings);
  g_ptr_array_add (writing->letters, td_letter_document_new (letter));
  return TRUE;
}

/* A draft has asked nobody for anything yet. */
static gboolean
note_reminder (TdConnection *connection, const TdReportLine *line, const char *date, GError **error)
{
  g_autoptr (TdReport) report = NULL;

  if (!is_new_reminder (line, date))
    return TRUE;
  if (line->report != NULL)
    report = g_object_ref (line->report);
  else
    report = g_object_new (TD_TYPE_REPORT, "deadline-id", td_entity_get_id (TD_ENTITY (line->deadline)), "unit-id", td_entity_get_id (TD_ENTITY (line->unit)), NULL);
  g_object_set (report, "n-reminders", count_reminders (line, date), "reminded-on", date, NULL);
  return line->report != NULL ? td_connection_update (connection, report, error) : td_connection_insert (connection, report, error);
}

static gboolean
write_letters (Writing *writing, GPtrArray *debts, GError **error)
{
  for (guint i = 0; i < debts->len; i++)
    {
      const Debt *debt = g_ptr_array_index (debts, i);

      if (td_connection_is_cancelled (writing->connection, error) || !write_letter (writing, debt, error))
        return FALSE;
      for (guint j = 0; writing->input->number != NULL && j < debt->lines->len; j++)
        if (!note_reminder (writing->connection, g_ptr_array_index (debt->lines, j), writing->input->date, error))
          return FALSE;
      td_job_report (writing->job, (double) (i + 1) / debts->len, _ ("Writing letters"));
    }
  return TRUE;
}

/* The file is written inside the transaction: nothing is noted of letters that could not be written. */
static gboolean
remind_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GListStore) lines = check_days (job, input, error) ? td_report_list (connection, input->plan_id, input->as_of, NULL, TRUE, error) : NULL;
  g_autoptr (GPtrArray) debts = lines != NULL ? collect_debts (job, lines) : NULL;
  g_autoptr (GPtrArray) documents = debts != NULL ? td_legal_documents_load (error) : NULL;
  g_autoptr (TdLetterTemplate) template = documents != NULL ? td_letter_template_load (TEMPLATE, error) : NULL;
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) letters = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdDocument) document = NULL;
  Writing writing = { job, connection, input, template, documents, told, letters };

  if (template == NULL)
    return FALSE;
  if (debts->len == 0)
    {
      td_job_take_finding (job, td_finding_new ("reminder-none", TD_SEVERITY_BLOCK, _ ("No unit owes a report on %s; there is nobody to remind."), input->as_of));
      return td_job_refuse (job, error);
    }
  if (!write_letters (&writing, debts, error))
    return FALSE;
  td_connection_set_action_name (connection, ngettext ("%u letter asking for reports", "%u letters asking for reports", debts->len), debts->len);
  document = td_joined_document_new (letters);
  input->output = td_office_document_draw (job, document, input->path, "Công văn đôn đốc gửi báo cáo", td_connection_get_cancellable (connection), error);
  if (input->output == NULL)
    return FALSE;
  td_job_set_count (job, debts->len);
  return TRUE;
}

/* The letters appear once the office has noted them. */
static gboolean
remind_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  return td_office_document_finish (((Input *) data)->output, error);
}

/**
 * td_report_remind_job:
 * @reminder: which letters; copied
 *
 * Writes a letter to each unit that owes a report, with everything it owes: công văn by NĐ 30/2020, Phụ lục I. They
 * bear one number, as a letter to many does. Each report gets the day of the letter and one reminder more; a
 * letter made again on the same day is counted once. Letters without a number are drafts, and nothing is noted of
 * them. Where nothing is late it is refused, and there is no file.
 *
 * Returns: (transfer full): the job; its count is the number of letters
 */
TdJob *
td_report_remind_job (const TdReminder *reminder)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  input->plan_id = reminder->plan_id;
  input->number = reminder->number != NULL && *reminder->number != '\0' ? g_strdup (reminder->number) : NULL;
  input->path = g_strdup (reminder->path);
  if (reminder->date != NULL)
    input->date = g_strdup (reminder->date);
  else
    input->date = reminder->as_of != NULL ? g_strdup (reminder->as_of) : td_date_dup_today ();
  input->as_of = g_strdup (reminder->as_of != NULL ? reminder->as_of : input->date);
  input->answer_by = reminder->answer_by != NULL ? g_strdup (reminder->answer_by) : td_date_add_days (input->date, TD_REMINDER_DAYS);
  job = td_job_new_write (_ ("Ask units for reports"), remind_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, remind_after);
  return job;
}
