/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-model.h"
#include "td-plan-deadlines.h"
#include "td-plan-jobs.h"
#include "td-plan-reader.h"
#include "td-text.h"

/* Accepting what was read from the text of a plan: the plan with its clauses, award forms and
 * tasks becomes records, as one action. */

typedef struct
{
  char *path;
  GBytes *text;
} Input;

static void
input_free (Input *input)
{
  g_free (input->path);
  g_clear_pointer (&input->text, g_bytes_unref);
  g_free (input);
}

static char *
join_lines (GPtrArray *lines)
{
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
list_recipients (const TdPlanReading *reading)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reading->recipients->len; i++)
    {
      const TdPlanRecipient *recipient = g_ptr_array_index (reading->recipients, i);

      g_ptr_array_add (lines, recipient->note != NULL ? g_strdup_printf ("%s (%s)", recipient->text, recipient->note)
                                                      : g_strdup (recipient->text));
    }
  if (reading->filing != NULL)
    g_ptr_array_add (lines, g_strdup (reading->filing));
  return join_lines (lines);
}

/* As documents cite them: "Quyết định số 2437/QĐ-TTg ngày 04 tháng 11 năm 2025 của Thủ tướng Chính phủ". */
static char *
cite_basis (const TdPlanBasis *basis)
{
  g_autofree char *date = basis->date != NULL ? td_date_to_words (basis->date) : NULL;
  GString *line = g_string_new (basis->type);

  if (basis->number != NULL)
    g_string_append_printf (line, " số %s", basis->number);
  if (date != NULL)
    g_string_append_printf (line, " %s", date);
  if (basis->issuer != NULL)
    g_string_append_printf (line, " của %s", basis->issuer);
  return g_string_free (line, FALSE);
}

/* In the plan's own words where it has a sentence for them. */
static char *
list_bases (const TdPlanReading *reading)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reading->legal_bases->len; i++)
    {
      const TdPlanBasis *basis = g_ptr_array_index (reading->legal_bases, i);

      if (basis->text == NULL)
        g_ptr_array_add (lines, cite_basis (basis));
      else if (*basis->text != '\0')
        g_ptr_array_add (lines, g_strdup (basis->text));
    }
  return join_lines (lines);
}

static TdPlan *
make_plan (const TdPlanReading *reading)
{
  g_autofree char *lead = td_plan_find_lead (reading);
  g_autofree char *recipients = list_recipients (reading);
  g_autofree char *bases = list_bases (reading);
  const char *title = reading->plan_title != NULL ? reading->plan_title : reading->title;

  return g_object_new (TD_TYPE_PLAN,
                       /* A text without a head still is a plan; its short name is better than nothing. */
                       "title", title != NULL ? title : reading->short_name != NULL ? reading->short_name
                                                                                    : _ ("Plan without a title"),
                       "number", reading->number, "symbol", reading->symbol, "doc-type", reading->doc_type,
                       "issuer", reading->issuer, "place", reading->place,
                       "issue-date", reading->date != NULL ? reading->date : reading->date_partial,
                       "short-name", reading->short_name, "theme", reading->theme,
                       "start-date", reading->start.iso, "start-text", reading->start.text,
                       "lead", lead, "end-date", reading->end.iso, "end-text", reading->end.text,
                       "end-kind", reading->end.text != NULL ? td_plan_precision_to_nick (reading->end.precision) : NULL,
                       "signer-name", reading->signer_name, "signer-capacity", reading->signer_capacity,
                       "signer-position", reading->signer_position, "recipients", recipients, "legal-bases", bases, NULL);
}

static gboolean
holds_text (GPtrArray *texts, const char *text)
{
  for (guint i = 0; text != NULL && i < texts->len; i++)
    if (g_strcmp0 (g_ptr_array_index (texts, i), text) == 0)
      return TRUE;
  return FALSE;
}

/* What a section is for: the reading's lists hold the texts of the sections they came from. */
static const char *
find_role (const TdPlanReading *reading, const TdPlanSection *section)
{
  const char *text = section->text != NULL ? section->text : section->title;

  for (guint i = 0; i < reading->target_groups->len; i++)
    {
      const TdPlanGroup *group = g_ptr_array_index (reading->target_groups, i);

      if (group->section == section->id)
        return "group";
      for (guint j = 0; j < group->criteria->len; j++)
        if (((TdPlanText *) g_ptr_array_index (group->criteria, j))->section == section->id)
          return "criterion";
    }
  if (holds_text (reading->purposes, text))
    return "purpose";
  if (holds_text (reading->requirements, text))
    return "requirement";
  if (holds_text (reading->contents, text))
    return "content";
  return holds_text (reading->solutions, text) ? "solution" : NULL;
}

/* Of a decision with a plan behind it the articles stand before the plan's clauses. */
static guint
count_articles (const TdPlanReading *reading)
{
  return reading->plan_title != NULL ? reading->articles->len : 0;
}

static gboolean
keep_articles (TdConnection *connection, const TdPlanReading *reading, gint64 plan_id, GError **error)
{
  for (guint i = 0; i < count_articles (reading); i++)
    {
      const TdPlanArticle *article = g_ptr_array_index (reading->articles, i);
      g_autofree char *marker = g_strdup_printf ("Điều %u.", article->number);
      g_autoptr (TdClause) clause = NULL;

      clause = g_object_new (TD_TYPE_CLAUSE, "plan-id", plan_id, "position", (gint64) i + 1, "level", (gint64) 1, "marker", marker,
                             "marker-kind", td_marker_kind_to_nick (TD_MARKER_ARTICLE), "form", td_plan_form_to_nick (TD_PLAN_FORM_ITEM),
                             "body", article->text, "role", "article", "first-line", (gint64) article->lines.first,
                             "last-line", (gint64) article->lines.last, NULL);
      if (!td_connection_insert (connection, clause, error))
        return FALSE;
    }
  return TRUE;
}

/* The words that take leave stand below all clauses and belong to none. */
static gboolean
keep_closing (TdConnection *connection, const TdPlanReading *reading, gint64 plan_id, GError **error)
{
  g_autoptr (TdClause) clause = NULL;

  if (reading->closing == NULL)
    return TRUE;
  clause = g_object_new (TD_TYPE_CLAUSE, "plan-id", plan_id, "position", (gint64) count_articles (reading) + reading->sections->len + 1, "level", (gint64) 1,
                         "marker-kind", td_marker_kind_to_nick (TD_MARKER_TEXT), "form", td_plan_form_to_nick (TD_PLAN_FORM_PARAGRAPH),
                         "body", reading->closing, "role", "closing", "first-line", (gint64) reading->closing_lines.first,
                         "last-line", (gint64) reading->closing_lines.last, NULL);
  return td_connection_insert (connection, clause, error);
}

/* Clause ids by section id; 0 for none. */
static gboolean
keep_clauses (TdConnection *connection, const TdPlanReading *reading, gint64 plan_id, GHashTable *ids, GError **error)
{
  for (guint i = 0; i < reading->sections->len; i++)
    {
      const TdPlanSection *section = g_ptr_array_index (reading->sections, i);
      g_autoptr (TdClause) clause = NULL;
      gint64 *parent = g_hash_table_lookup (ids, GUINT_TO_POINTER (section->parent));

      clause = g_object_new (TD_TYPE_CLAUSE, "plan-id", plan_id, "parent-id", parent != NULL ? *parent : (gint64) 0,
                             "position", (gint64) count_articles (reading) + i + 1, "level", (gint64) section->level, "marker", section->marker,
                             "marker-kind", td_marker_kind_to_nick (section->marker_kind), "path", section->path,
                             "form", td_plan_form_to_nick (section->form), "title", section->title, "body", section->text,
                             "role", find_role (reading, section), "first-line", (gint64) section->lines.first,
                             "last-line", (gint64) section->lines.last, NULL);
      if (!td_connection_insert (connection, clause, error))
        return FALSE;
      parent = g_new (gint64, 1);
      *parent = td_entity_get_id (TD_ENTITY (clause));
      g_hash_table_insert (ids, GUINT_TO_POINTER (section->id), parent);
    }
  return TRUE;
}

static gint64
clause_id (GHashTable *ids, guint section)
{
  gint64 *id = g_hash_table_lookup (ids, GUINT_TO_POINTER (section));

  return section != 0 && id != NULL ? *id : 0;
}

/* The level a giver must have. None when the plan names no giver, or several kinds of head: then
 * any competent head may give. */
static const char *
giver_level (const TdPlanAward *award)
{
  g_autofree char *authority = award->authority != NULL ? td_text_fold (award->authority) : NULL;

  if (authority == NULL)
    return NULL;
  if (strstr (authority, "thu tuong") != NULL)
    return "prime_minister";
  if (strstr (authority, "chu tich nuoc") != NULL)
    return "president";
  switch (award->level)
    {
    case TD_PLAN_LEVEL_PROVINCE:
      return strstr (authority, "bo truong") != NULL ? "ministry" : "province";
    case TD_PLAN_LEVEL_DEPARTMENT:
      return "department";
    case TD_PLAN_LEVEL_COMMUNE:
      return strstr (authority, "thu truong") != NULL || strstr (authority, "giam doc") != NULL ? NULL : "commune";
    default:
      return NULL;
    }
}

/* "trừ … đột xuất": what a plan bars may pass for one kind of commendation. */
static const char *
excepted_kind (const char *reason)
{
  static const char *const kinds[][2] = {
    { "dot xuat", "sudden" },
    { "doi ngoai", "foreign" },
    { "cong hien", "devotion" },
    { "nien han", "tenure" },
  };
  g_autofree char *folded = td_text_fold (reason != NULL ? reason : "");
  const char *exception = strstr (folded, "tru ");

  for (guint i = 0; exception != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strstr (exception, kinds[i][0]) != NULL)
      return kinds[i][1];
  return NULL;
}

static gboolean
keep_allowances (TdConnection *connection, const TdPlanReading *reading, gint64 plan_id, GHashTable *ids, GError **error)
{
  for (guint i = 0; i < reading->award_forms->len; i++)
    {
      const TdPlanAward *award = g_ptr_array_index (reading->award_forms, i);
      const char *kind = award->given ? NULL : excepted_kind (award->reason);
      g_autoptr (TdAllowance) allowance = NULL;

      allowance = g_object_new (TD_TYPE_ALLOWANCE, "plan-id", plan_id, "position", (gint64) i + 1,
                                "award-form", award->form, "giver-level", giver_level (award), "giver-text", award->authority,
                                "rule", award->given ? "allowed" : kind != NULL ? "only"
                                                                                : "barred",
                                "kind", kind,
                                "reason", award->reason, "clause-id", clause_id (ids, award->section), NULL);
      if (!td_connection_insert (connection, allowance, error))
        return FALSE;
    }
  return TRUE;
}

static const TdPlanDeadline *
find_deadline (const TdPlanReading *reading, guint section)
{
  for (guint i = 0; i < reading->deadlines->len; i++)
    {
      const TdPlanDeadline *deadline = g_ptr_array_index (reading->deadlines, i);

      if (deadline->section == section)
        return deadline;
    }
  return NULL;
}

static gboolean
keep_task (TdConnection *connection, const TdPlanReading *reading, TdPlan *plan, TdTask *task, guint section, GError **error)
{
  const TdPlanDeadline *deadline = find_deadline (reading, section);
  g_autofree char *day = NULL;
  gint64 event_id = 0;

  if (deadline != NULL && !td_plan_bind_due (connection, plan, &deadline->time, &event_id, &day, error))
    return FALSE;
  g_object_set (task, "due-date", day, "due-text", deadline != NULL ? deadline->time.text : NULL, "due-event-id", event_id, NULL);
  return td_connection_insert (connection, task, error);
}

static gboolean
keep_tasks (TdConnection *connection, const TdPlanReading *reading, TdPlan *plan, GHashTable *ids, GError **error)
{
  gint64 position = 0;

  for (guint i = 0; i < reading->assignees->len; i++)
    {
      const TdPlanAssignee *assignee = g_ptr_array_index (reading->assignees, i);

      for (guint j = 0; j < assignee->tasks->len; j++)
        {
          const TdPlanText *text = g_ptr_array_index (assignee->tasks, j);
          g_autoptr (TdTask) task = NULL;

          task = g_object_new (TD_TYPE_TASK, "plan-id", td_entity_get_id (TD_ENTITY (plan)), "position", ++position, "assignee", assignee->name,
                               "mode", assignee->requested ? "requested" : "assigned", "body", text->text,
                               "clause-id", clause_id (ids, text->section), NULL);
          if (!keep_task (connection, reading, plan, task, text->section, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gint64
find_clause (guint section, gpointer ids)
{
  return clause_id (ids, section);
}

static gboolean
warn_when_known (TdJob *job, TdConnection *connection, TdPlan *plan, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN);
  gint64 n;

  td_query_where_text (query, "title", plan->title);
  td_query_where_text (query, "number", plan->number);
  n = td_connection_count (connection, query, error);
  if (n > 0)
    td_job_take_finding (job, td_finding_new ("plan-known", TD_SEVERITY_WARNING, _ ("A plan of this title and number was read already.")));
  return n >= 0;
}

static void
page_cb (guint page, guint n_pages, gpointer user_data)
{
  /* Translators: of a PDF that is read */
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), page, n_pages);

  td_job_report (user_data, (double) page / n_pages, text);
}

static gboolean
import_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdPlanReading) reading = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (TdPlan) plan = NULL;
  gint64 plan_id;

  if (input->path != NULL)
    reading = td_plan_reader_read_file_slowly (input->path, page_cb, job, td_connection_get_cancellable (connection), error);
  else
    reading = td_plan_reader_read_text (g_bytes_get_data (input->text, NULL), g_bytes_get_size (input->text), td_connection_get_cancellable (connection), error);
  if (reading == NULL)
    return FALSE;
  plan = make_plan (reading);
  if (!warn_when_known (job, connection, plan, error) || !td_plan_bind_end (connection, reading, plan, error) || !td_connection_insert (connection, plan, error))
    return FALSE;
  plan_id = td_entity_get_id (TD_ENTITY (plan));
  if (!keep_articles (connection, reading, plan_id, error) || !keep_clauses (connection, reading, plan_id, ids, error) || !keep_closing (connection, reading, plan_id, error) || !keep_allowances (connection, reading, plan_id, ids, error) || !keep_tasks (connection, reading, plan, ids, error) || !td_plan_keep_deadlines (connection, reading, plan, find_clause, ids, error))
    return FALSE;
  for (guint i = 0; i < reading->findings->len; i++)
    td_job_take_finding (job, td_finding_copy (g_ptr_array_index (reading->findings, i)));
  /* Translators: a plan's number or title */
  td_connection_set_action_name (connection, _ ("Read the plan “%s”"), plan->number != NULL ? plan->number : plan->title);
  td_job_set_id (job, plan_id);
  td_job_set_count (job, reading->sections->len);
  return TRUE;
}

/**
 * td_plan_import_job:
 * @path: a plan: plain text, .docx, .odt, .html, .pdf with text
 *
 * Reads a plan and accepts what was read. Its findings say what a person should look at.
 *
 * Returns: (transfer full): the job; its id is the plan's
 */
TdJob *
td_plan_import_job (const char *path)
{
  Input *input = g_new0 (Input, 1);

  input->path = g_strdup (path);
  return td_job_new_write (_ ("Read a plan"), import_cb, input, (GDestroyNotify) input_free);
}

/**
 * td_plan_import_text_job:
 * @text: a plan as plain text
 *
 * The same for a text that is at hand.
 *
 * Returns: (transfer full): the job; its id is the plan's
 */
TdJob *
td_plan_import_text_job (GBytes *text)
{
  Input *input = g_new0 (Input, 1);

  input->text = g_bytes_ref (text);
  return td_job_new_write (_ ("Read a plan"), import_cb, input, (GDestroyNotify) input_free);
}
