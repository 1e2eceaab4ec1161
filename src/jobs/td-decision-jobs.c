/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-lines.h"
#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-decision-jobs.h"
#include "td-decision-letter.h"
#include "td-nomination-judge.h"
#include "td-office-letter.h"
#include "td-wording-jobs.h"

/* The road of a decision: draft, names struck and added, submitted, issued, printed. */

typedef struct
{
  gint64 decision_id;
  gint64 plan_id;
  gint64 giver_id;
  char *signer;
  gint64 *ids;
  guint n_ids;
  gboolean all;
  gboolean strict;
  char *number;
  char *date;
  char *path;
  TdLetter *letter;
} Input;

static Input *
input_new (gint64 decision_id, const gint64 *ids, guint n_ids)
{
  Input *input = g_new0 (Input, 1);

  input->decision_id = decision_id;
  input->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  input->n_ids = n_ids;
  return input;
}

static void
input_free (Input *input)
{
  g_free (input->signer);
  g_free (input->ids);
  g_free (input->number);
  g_free (input->date);
  g_free (input->path);
  g_clear_pointer (&input->letter, td_letter_unref);
  g_free (input);
}

static gboolean
refuse_with (TdJob *job, TdFinding *finding, GError **error)
{
  td_job_take_finding (job, finding);
  return td_job_refuse (job, error);
}

static TdDecision *
get_draft (TdJob *job, TdConnection *connection, gint64 id, GError **error)
{
  g_autoptr (TdDecision) decision = td_connection_get (connection, TD_TYPE_DECISION, id, error);

  if (decision == NULL || g_strcmp0 (decision->state, "issued") != 0)
    return g_steal_pointer (&decision);
  refuse_with (job, td_finding_new ("record-locked", TD_SEVERITY_BLOCK, _ ("Issued as %s and locked; use a correction or a revocation."), decision->number),
               error);
  return NULL;
}

/* Which nominations: those named, or all new ones of the plan and the giver, as they were
 * submitted. */
static GPtrArray *
list_nominations (TdConnection *connection, Input *input, gint64 plan_id, gint64 giver_id, GError **error)
{
  g_autoptr (GPtrArray) nominations = NULL;

  if (input->all)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);

      td_query_where_number (query, "plan-id", plan_id);
      td_query_where_number (query, "giver-id", giver_id);
      td_query_where_text (query, "state", "new");
      return td_connection_list (connection, query, error);
    }
  nominations = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < input->n_ids; i++)
    {
      TdNomination *nomination = td_connection_get (connection, TD_TYPE_NOMINATION, input->ids[i], error);

      if (nomination == NULL)
        return NULL;
      g_ptr_array_add (nominations, nomination);
    }
  return g_steal_pointer (&nominations);
}

/* What keeps a nomination out of this decision, beside the rules. */
static TdFinding *
check_place (const TdDecision *decision, const TdNomination *nomination)
{
  if (nomination->giver_id != decision->giver_id)
    return td_finding_new ("decision-giver", TD_SEVERITY_BLOCK, _ ("“%s” is proposed to another giver."), nomination->subject_name);
  if (g_strcmp0 (nomination->state, "new") != 0)
    return td_finding_new ("decision-taken", TD_SEVERITY_BLOCK, _ ("“%s” stands in a decision already."), nomination->subject_name);
  return NULL;
}

static gboolean
add_nomination (TdJob *job, TdConnection *connection, TdNominationJudge *judge, TdDecision *decision,
                TdNomination *nomination, GError **error)
{
  g_autoptr (TdSubject) subject = td_connection_get (connection, TD_TYPE_SUBJECT, nomination->subject_id, error);
  GPtrArray *findings = subject != NULL ? td_nomination_judge_check (judge, connection, nomination, subject, error) : NULL;
  TdFinding *misplaced = check_place (decision, nomination);
  gboolean blocked;

  if (findings == NULL)
    return FALSE;
  if (misplaced != NULL)
    g_ptr_array_add (findings, td_finding_at (misplaced, nomination->subject_name, td_entity_get_id (TD_ENTITY (nomination)), 0));
  blocked = td_findings_block (findings);
  td_job_take_findings (job, findings);
  return blocked || td_award_lines_add (connection, decision, nomination, subject, error);
}

static gboolean
add_nominations (TdJob *job, TdConnection *connection, Input *input, TdDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) nominations = list_nominations (connection, input, decision->plan_id, decision->giver_id, error);
  g_autoptr (TdNominationJudge) judge = NULL;

  for (guint i = 0; nominations != NULL && i < nominations->len; i++)
    {
      TdNomination *nomination = g_ptr_array_index (nominations, i);

      if (judge == NULL || td_nomination_judge_get_plan_id (judge) != nomination->plan_id)
        {
          g_clear_pointer (&judge, td_nomination_judge_free);
          judge = td_nomination_judge_new (connection, nomination->plan_id, error);
        }
      if (judge == NULL || !add_nomination (job, connection, judge, decision, nomination, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
      td_job_report (job, (double) (i + 1) / nominations->len, NULL);
    }
  return nominations != NULL && td_award_lines_number (connection, td_entity_get_id (TD_ENTITY (decision)), error);
}

/* "Tặng Bằng khen, Giấy khen …": trích yếu of an official document, so not translated. */
static char *
make_title (GPtrArray *awards, const TdGiver *giver)
{
  g_autoptr (GString) forms = g_string_new (NULL);
  const char *last = NULL;
  gboolean given = FALSE, posthumous = FALSE;

  for (guint i = 0; i < awards->len; i++)
    {
      const TdAward *award = g_ptr_array_index (awards, i);

      given = given || !award->posthumous;
      posthumous = posthumous || award->posthumous;
      if (g_strcmp0 (award->award_form, last) == 0)
        continue;
      last = award->award_form;
      if (strstr (forms->str, last) == NULL)
        g_string_append_printf (forms, "%s%s", forms->len > 0 ? ", " : "", last);
    }
  return g_strdup_printf ("%s %s của %s", given && posthumous ? "tặng, truy tặng" : posthumous ? "truy tặng"
                                                                                               : "tặng",
                          forms->str, giver->name);
}

static gboolean
update_title (TdConnection *connection, TdDecision *decision, TdGiver *giver, guint *n_awards, GError **error)
{
  g_autoptr (GPtrArray) awards = td_award_lines_list (connection, td_entity_get_id (TD_ENTITY (decision)), error);
  g_autofree char *title = NULL;

  if (awards == NULL)
    return FALSE;
  *n_awards = awards->len;
  title = make_title (awards, giver);
  g_object_set (decision, "title", title, NULL);
  return td_connection_update (connection, decision, error);
}

static gboolean
draft_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdPlan) plan = td_connection_get (connection, TD_TYPE_PLAN, input->plan_id, error);
  g_autoptr (TdGiver) giver = plan != NULL ? td_connection_get (connection, TD_TYPE_GIVER, input->giver_id, error) : NULL;
  g_autoptr (TdDecision) decision = NULL;
  guint n_awards = 0;

  if (giver == NULL)
    return FALSE;
  decision = g_object_new (TD_TYPE_DECISION, "title", giver->name, "giver-id", input->giver_id, "plan-id", input->plan_id,
                           "state", "draft", "signer-capacity", giver->signer_capacity,
                           "signer-position", giver->signer_position,
                           "signer-name", input->signer != NULL ? input->signer : giver->signer_name, NULL);
  if (!td_connection_insert (connection, decision, error) || !add_nominations (job, connection, input, decision, error) || !update_title (connection, decision, giver, &n_awards, error))
    return FALSE;
  if (input->strict && td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (n_awards == 0)
    return refuse_with (job, td_finding_new ("decision-empty", TD_SEVERITY_BLOCK, _ ("No nomination can go into this decision.")), error);
  td_connection_set_action_name (connection, ngettext ("Draft a decision for %u award", "Draft a decision for %u awards", n_awards), n_awards);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (decision)));
  td_job_set_count (job, n_awards);
  return TRUE;
}

/**
 * td_decision_draft_job:
 * @plan_id: the plan
 * @giver_id: who gives
 * @signer: (nullable): who signs; %NULL for the giver's usual signer
 * @nominations: (nullable) (array length=n_nominations): which, in the list's order; %NULL for
 *   all new ones of plan and giver
 * @n_nominations: how many
 * @strict: whether a blocked nomination refuses the whole draft, instead of staying out
 *
 * Returns: (transfer full): the job; its id is the draft's, its count the number of lines, its
 *   findings name what stayed out
 */
TdJob *
td_decision_draft_job (gint64 plan_id, gint64 giver_id, const char *signer, const gint64 *nominations,
                       guint n_nominations, gboolean strict)
{
  Input *input = input_new (0, nominations, n_nominations);

  input->plan_id = plan_id;
  input->giver_id = giver_id;
  input->signer = g_strdup (signer);
  input->all = nominations == NULL;
  input->strict = strict;
  return td_job_new_write (_ ("Draft a decision"), draft_cb, input, (GDestroyNotify) input_free);
}

static gboolean
add_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdDecision) decision = get_draft (job, connection, input->decision_id, error);
  g_autoptr (TdGiver) giver = decision != NULL ? td_connection_get (connection, TD_TYPE_GIVER, decision->giver_id, error) : NULL;
  guint n_awards;

  if (giver == NULL || !add_nominations (job, connection, input, decision, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  td_connection_set_action_name (connection, ngettext ("Add %u name to a decision", "Add %u names to a decision", input->n_ids), input->n_ids);
  return update_title (connection, decision, giver, &n_awards, error);
}

/**
 * td_decision_add_job:
 * @decision_id: a draft
 * @nominations: (array length=n_nominations): new nominations of the same giver
 * @n_nominations: how many
 *
 * Returns: (transfer full): a job that adds names at the end of their lists
 */
TdJob *
td_decision_add_job (gint64 decision_id, const gint64 *nominations, guint n_nominations)
{
  return td_job_new_write (_ ("Add names to a decision"), add_cb, input_new (decision_id, nominations, n_nominations), (GDestroyNotify) input_free);
}

static gboolean
strike_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdDecision) decision = NULL;
  g_autoptr (TdGiver) giver = NULL;
  guint n_awards;

  for (guint i = 0; i < input->n_ids; i++)
    {
      g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, input->ids[i], error);

      if (award == NULL)
        return FALSE;
      if (decision != NULL && td_entity_get_id (TD_ENTITY (decision)) != award->decision_id)
        return refuse_with (job, td_finding_new ("decision-mixed", TD_SEVERITY_BLOCK, _ ("The names stand in several decisions.")), error);
      if (decision == NULL)
        decision = get_draft (job, connection, award->decision_id, error);
      if (decision == NULL || !td_award_lines_strike (connection, award, error))
        return FALSE;
    }
  giver = decision != NULL ? td_connection_get (connection, TD_TYPE_GIVER, decision->giver_id, error) : NULL;
  td_connection_set_action_name (connection, ngettext ("Strike %u name", "Strike %u names", input->n_ids), input->n_ids);
  return giver != NULL && td_award_lines_number (connection, td_entity_get_id (TD_ENTITY (decision)), error) && update_title (connection, decision, giver, &n_awards, error);
}

/**
 * td_decision_strike_job:
 * @awards: (array length=n_awards): lines of one draft
 * @n_awards: how many
 *
 * Returns: (transfer full): a job that strikes names and numbers the lists anew
 */
TdJob *
td_decision_strike_job (const gint64 *awards, guint n_awards)
{
  return td_job_new_write (_ ("Strike names"), strike_cb, input_new (0, awards, n_awards), (GDestroyNotify) input_free);
}

static gboolean
submit_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdDecision) decision = get_draft (job, connection, input->decision_id, error);

  if (decision == NULL)
    return FALSE;
  g_object_set (decision, "state", input->strict ? "submitted" : "draft", NULL);
  return td_connection_update (connection, decision, error);
}

/**
 * td_decision_submit_job:
 * @decision_id: a decision that is not issued
 * @submitted: whether it lies for signature now, or has come back
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_decision_submit_job (gint64 decision_id, gboolean submitted)
{
  Input *input = input_new (decision_id, NULL, 0);

  input->strict = submitted;
  return td_job_new_write (submitted ? _ ("Submit for signature") : _ ("Take back from signature"), submit_cb, input, (GDestroyNotify) input_free);
}

/**
 * td_decision_is_number:
 * @number: (nullable): what somebody typed
 *
 * Returns: whether it is a number as the văn thư gives them: "15/QĐ-UBND", "135/UBND-NC"
 */
gboolean
td_decision_is_number (const char *number)
{
  return number != NULL && strchr (number, '/') != NULL && strpbrk (number, " \t\n") == NULL && g_ascii_isdigit (*number) && strlen (number) <= 60;
}

/* Number and date as the văn thư gives them; a number is given once a year. */
static gboolean
check_number (TdJob *job, TdConnection *connection, Input *input, TdDecision *decision, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION);
  g_autoptr (GPtrArray) same = NULL;

  if (!td_decision_is_number (input->number))
    td_job_take_finding (job, td_finding_at (td_finding_new ("number-wrong", TD_SEVERITY_BLOCK,
                                                             _ ("“%s” is not a number of a decision, such as 15/QĐ-UBND."), input->number != NULL ? input->number : ""),
                                             "number", 0, 0));
  if (!td_date_is_day (input->date))
    td_job_take_finding (job, td_finding_at (td_finding_new ("date-wrong", TD_SEVERITY_BLOCK, _ ("“%s” is not a date."), input->date != NULL ? input->date : ""), "date", 0, 0));
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  td_query_where_text (query, "number", input->number);
  td_query_where_number (query, "giver-id", decision->giver_id);
  same = td_connection_list (connection, query, error);
  for (guint i = 0; same != NULL && i < same->len; i++)
    if (td_date_get_year (((TdDecision *) g_ptr_array_index (same, i))->date) == td_date_get_year (input->date))
      return refuse_with (job, td_finding_at (td_finding_new ("number-taken", TD_SEVERITY_BLOCK, _ ("The number %s was given in that year already."), input->number), "number", 0, 0), error);
  return same != NULL;
}

/* What changed since the draft may stand in the way now. */
static gboolean
check_lines (TdJob *job, TdConnection *connection, GPtrArray *awards, GError **error)
{
  g_autoptr (TdNominationJudge) judge = NULL;

  if (awards->len == 0)
    td_job_take_finding (job, td_finding_new ("decision-empty", TD_SEVERITY_BLOCK, _ ("The decision has no names.")));
  for (guint i = 0; i < awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (awards, i);
      g_autoptr (TdNomination) nomination = NULL;
      GPtrArray *findings;

      if (award->nomination_id == 0)
        continue;
      nomination = td_connection_get (connection, TD_TYPE_NOMINATION, award->nomination_id, error);
      if (nomination != NULL && (judge == NULL || td_nomination_judge_get_plan_id (judge) != nomination->plan_id))
        {
          g_clear_pointer (&judge, td_nomination_judge_free);
          judge = td_nomination_judge_new (connection, nomination->plan_id, error);
        }
      findings = nomination != NULL && judge != NULL ? td_nomination_judge_check (judge, connection, nomination, NULL, error) : NULL;
      if (findings == NULL)
        return FALSE;
      td_job_take_findings (job, findings);
    }
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

/* Money by the day of the decision; what could not be verified says so. */
static void
set_money (TdJob *job, TdAward *award, const TdGiver *giver, const char *date)
{
  TdCatalogue *catalogue = td_catalogue_get_shipped ();
  const TdAwardForm *form = td_catalogue_find_form (catalogue, award->award_form, giver->level);
  const TdMoneyRule *rule = form != NULL ? td_award_form_find_money (form, award->subject_kind) : NULL;
  const TdBaseSalary *salary = td_catalogue_get_base_salary (catalogue, date);
  const char *note = NULL;

  if (rule == NULL || salary == NULL)
    note = _ ("The coefficient is not known; the money must be set by the office.");
  else
    {
      g_object_set (award, "coefficient", rule->coefficient, "factor", rule->factor, "base-salary", salary->dong,
                    "money", td_catalogue_compute_money (catalogue, rule, salary->dong), NULL);
      if (!rule->verified && !salary->verified)
        note = _ ("Coefficient and base salary are not verified.");
      else if (!rule->verified)
        note = _ ("The coefficient is not verified.");
      else if (!salary->verified)
        note = _ ("The base salary is not verified.");
    }
  g_object_set (award, "money-note", note, NULL);
  if (note != NULL)
    td_job_take_finding (job, td_finding_at (td_finding_new ("money-unverified", TD_SEVERITY_WARNING, "%s", note), award->subject_name, award->nomination_id, 0));
}

/* The last number of the register: of the year, unless the office goes on counting. */
static gint64
find_last_number (TdConnection *connection, const TdGiver *giver, gint64 year, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);
  g_autoptr (TdWording) wording = td_wording_load (connection, error);

  if (wording == NULL)
    return -1;
  td_query_where_number (query, "giver-id", td_entity_get_id ((TdEntity *) giver));
  if (g_strcmp0 (wording->register_restart, "never") != 0)
    td_query_where_number (query, "register-year", year);
  return td_connection_get_maximum (connection, query, "register-number", error);
}

/* Register numbers are consecutive per giver and year; only issue gives them, so none is lost. */
static gboolean
number_awards (TdJob *job, TdConnection *connection, GPtrArray *awards, const TdGiver *giver, const char *date, GError **error)
{
  gint64 year = td_date_get_year (date);
  gint64 number = find_last_number (connection, giver, year, error);

  if (number < 0)
    return FALSE;
  for (guint i = 0; i < awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (awards, i);
      g_autoptr (TdNomination) nomination = NULL;

      g_object_set (award, "register-year", year, "register-number", ++number, NULL);
      set_money (job, award, giver, date);
      if (!td_connection_update (connection, award, error))
        return FALSE;
      if (award->nomination_id == 0)
        continue;
      nomination = td_connection_get (connection, TD_TYPE_NOMINATION, award->nomination_id, error);
      if (nomination == NULL)
        return FALSE;
      g_object_set (nomination, "state", "awarded", NULL);
      if (!td_connection_update (connection, nomination, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
issue_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdDecision) decision = get_draft (job, connection, input->decision_id, error);
  g_autoptr (TdGiver) giver = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autofree char *anchor = NULL;
  g_autofree char *reason = NULL;

  if (decision == NULL || !check_number (job, connection, input, decision, error))
    return FALSE;
  giver = td_connection_get (connection, TD_TYPE_GIVER, decision->giver_id, error);
  /* The office may word the order of kinds otherwise since names were added last. */
  awards = giver != NULL && td_award_lines_number (connection, input->decision_id, error) ? td_award_lines_list (connection, input->decision_id, error) : NULL;
  if (awards == NULL || !check_lines (job, connection, awards, error) || !number_awards (job, connection, awards, giver, input->date, error))
    return FALSE;
  anchor = td_connection_dup_head (connection, error);
  if (anchor == NULL)
    return FALSE;
  g_object_set (decision, "state", "issued", "number", input->number, "date", input->date, "anchor", anchor, NULL);
  if (!td_connection_update (connection, decision, error))
    return FALSE;
  reason = g_strdup_printf (_ ("Issued as %s and locked; use a correction or a revocation."), input->number);
  td_connection_set_action_name (connection, _ ("Issue decision %s"), input->number);
  td_connection_set_barrier (connection, reason);
  td_job_set_id (job, input->decision_id);
  td_job_set_count (job, awards->len);
  return TRUE;
}

/**
 * td_decision_issue_job:
 * @decision_id: a draft
 * @number: as the văn thư gave it: "15/QĐ-UBND"
 * @date: ISO
 *
 * Issues a decision: from now on it has register numbers and money, and undo stops before it.
 *
 * Returns: (transfer full): the job; its count is the number of awards
 */
TdJob *
td_decision_issue_job (gint64 decision_id, const char *number, const char *date)
{
  Input *input = input_new (decision_id, NULL, 0);

  input->number = g_strdup (number);
  input->date = g_strdup (date);
  return td_job_new_write (_ ("Issue a decision"), issue_cb, input, (GDestroyNotify) input_free);
}

static gboolean
letter_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdQuery) lines = td_query_new (TD_TYPE_AWARD);
  g_autoptr (TdDecision) decision = td_connection_get (connection, TD_TYPE_DECISION, input->decision_id, error);
  gint64 n;

  if (decision == NULL)
    return FALSE;
  td_query_where_number (lines, "decision-id", input->decision_id);
  n = td_connection_count (connection, lines, error);
  if (n == 0)
    return refuse_with (job, td_finding_new ("decision-empty", TD_SEVERITY_BLOCK, _ ("The decision has no names.")), error);
  input->letter = n < 0 ? NULL : td_decision_letter_make (connection, input->decision_id, td_job_get_findings (job), error);
  return input->letter != NULL;
}

static gboolean
print_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;

  return td_office_letter_write (job, input->letter, input->path, "Quyết định khen thưởng", cancellable, error);
}

/**
 * td_decision_print_job:
 * @decision_id: a decision
 * @path: the .pdf, .odt or .docx to make or replace
 *
 * Returns: (transfer full): the job; its count is the number of pages of a PDF
 */
TdJob *
td_decision_print_job (gint64 decision_id, const char *path)
{
  Input *input = input_new (decision_id, NULL, 0);
  TdJob *job = td_job_new_read (letter_cb, input, (GDestroyNotify) input_free);

  input->path = g_strdup (path);
  td_job_set_after (job, print_after);
  return job;
}
