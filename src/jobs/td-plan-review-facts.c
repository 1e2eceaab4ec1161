/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-review-facts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "td-date.h"
#include "td-plan-deadlines.h"
#include "td-plan-review-private.h"
#include "td-plan-words.h"
#include "td-text.h"

/* What was read, as the records it would become. */

/* What the document is, and whether a plan without it is not whole. */
static const struct
{
  const char *field;
  TdPlanFactGroup group;
  gboolean needed;
} plan_facts[] = {
  { "doc-type", TD_PLAN_FACTS_HEAD, TRUE },
  { "number", TD_PLAN_FACTS_HEAD, TRUE },
  { "issue-date", TD_PLAN_FACTS_HEAD, TRUE },
  { "place", TD_PLAN_FACTS_HEAD, FALSE },
  { "issuer", TD_PLAN_FACTS_HEAD, TRUE },
  { "title", TD_PLAN_FACTS_HEAD, TRUE },
  { "short-name", TD_PLAN_FACTS_HEAD, FALSE },
  { "theme", TD_PLAN_FACTS_HEAD, FALSE },
  { "lead", TD_PLAN_FACTS_HEAD, FALSE },
  { "signer-capacity", TD_PLAN_FACTS_HEAD, FALSE },
  { "signer-position", TD_PLAN_FACTS_HEAD, FALSE },
  { "signer-name", TD_PLAN_FACTS_HEAD, TRUE },
  { "recipients", TD_PLAN_FACTS_HEAD, TRUE },
  { "legal-bases", TD_PLAN_FACTS_HEAD, TRUE },
  { "start-date", TD_PLAN_FACTS_PERIOD, FALSE },
  { "end-date", TD_PLAN_FACTS_PERIOD, TRUE },
};

static char *
join_lines (GPtrArray *lines)
{
  g_ptr_array_add (lines, NULL);
  return lines->len > 1 ? g_strjoinv ("\n", (char **) lines->pdata) : NULL;
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

  return g_object_new (TD_TYPE_PLAN, "title", title, "number", reading->number, "symbol", reading->symbol, "doc-type", reading->doc_type,
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

/* Where words stand: in the lines given, else anywhere. */
static gboolean
find_words (TdPlanReview *self, const char *words, const TdPlanLines *near, TdPlanLines *lines)
{
  gsize from = 0, to = 0, start, end;

  if (words == NULL || *words == '\0')
    return FALSE;
  td_word_finder_get_lines (self->finder, near->first > 0 ? near->first : 1, near->first > 0 ? near->last : G_MAXUINT, &from, &to);
  if (!td_word_finder_find (self->finder, words, from, to, &start, &end))
    return FALSE;
  lines->first = td_word_finder_get_line_at (self->finder, start, NULL);
  lines->last = td_word_finder_get_line_at (self->finder, MAX (end, start + 1) - 1, NULL);
  return TRUE;
}

/* "ngày 05 tháng 01 năm 2026", with and without the nought; or only the month. */
static gboolean
find_date (TdPlanReview *self, const char *iso, TdPlanFact *fact)
{
  static const char *const forms[] = { "ngày %02d tháng %02d năm %d", "ngày %d tháng %d năm %d", "ngày %02d tháng %d năm %d", "%02d/%02d/%d", "%d/%d/%d", "%02d/%d/%d" };
  int year = 0, month = 0, day = 0;
  int n = iso != NULL ? sscanf (iso, "%d-%d-%d", &year, &month, &day) : 0;

  for (guint i = 0; n >= 2 && i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *words = n == 3 ? g_strdup_printf (forms[i], day, month, year) : g_strdup_printf ("tháng %02d năm %d", month, year);

      if (!find_words (self, words, &(TdPlanLines){ 0 }, &fact->lines))
        continue;
      g_free (fact->words);
      fact->words = g_steal_pointer (&words);
      return TRUE;
    }
  return FALSE;
}

/* "Số: 141 /KH-UBND": the number is written with a blank, or the sign in another place. */
static gboolean
find_number (TdPlanReview *self, const char *number, TdPlanFact *fact)
{
  static const char *const before[] = { "Số: ", "Số ", "Số:" };
  gsize n = number != NULL ? strspn (number, "0123456789") : 0;

  for (guint i = 0; n > 0 && i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *words = g_strdup_printf ("%s%.*s", before[i], (int) n, number);

      if (!find_words (self, words, &(TdPlanLines){ 0 }, &fact->lines))
        continue;
      g_free (fact->words);
      fact->words = g_steal_pointer (&words);
      return TRUE;
    }
  return FALSE;
}

static void
add_fact (TdPlanReview *self, TdPlanFact *fact)
{
  g_list_store_append (self->facts, fact);
  g_object_unref (fact);
}

/* Head and period. Lists such as the recipients stand where their first line stands. */
static void
add_plan_fact (TdPlanReview *self, const char *name, TdPlanFactGroup group, gboolean needed)
{
  const TdField *field = td_entity_class_find (TD_ENTITY_GET_CLASS (self->plan), name);
  const TdPlanReading *reading = self->reading;
  const char *value = td_entity_get_text (TD_ENTITY (self->plan), field);
  TdPlanFact *fact = td_plan_fact_new (group, TD_ENTITY (self->plan), field, 0, (TdPlanLines){ 0 });

  if (g_str_equal (name, "issuer"))
    fact->lines = reading->issuer_lines;
  else if (g_str_equal (name, "recipients") && reading->recipients->len > 0)
    {
      fact->lines = ((TdPlanRecipient *) g_ptr_array_index (reading->recipients, 0))->lines;
      fact->lines.last = ((TdPlanRecipient *) g_ptr_array_index (reading->recipients, reading->recipients->len - 1))->lines.last;
    }
  else if (g_str_equal (name, "legal-bases") && reading->legal_bases->len > 0)
    {
      fact->lines = ((TdPlanBasis *) g_ptr_array_index (reading->legal_bases, 0))->lines;
      fact->lines.last = ((TdPlanBasis *) g_ptr_array_index (reading->legal_bases, reading->legal_bases->len - 1))->lines.last;
    }
  else if (g_str_equal (name, "start-date"))
    fact->words = g_strdup (reading->start.text);
  else if (g_str_equal (name, "end-date"))
    fact->words = g_strdup (reading->end.text);
  else
    fact->words = g_strdup (value);
  if (fact->lines.first == 0 && !find_words (self, fact->words, &(TdPlanLines){ 0 }, &fact->lines))
    {
      if (g_str_equal (name, "issue-date"))
        find_date (self, value, fact);
      else if (g_str_equal (name, "number"))
        find_number (self, value, fact);
    }
  if (value == NULL && fact->words == NULL)
    {
      if (!needed)
        {
          g_object_unref (fact);
          return;
        }
      fact->state = TD_PLAN_FACT_MISSING;
    }
  add_fact (self, fact);
}

/* Of a decision with a plan behind it the articles stand before the plan's clauses. */
static void
add_articles (TdPlanReview *self)
{
  for (guint i = 0; self->reading->plan_title != NULL && i < self->reading->articles->len; i++)
    {
      const TdPlanArticle *article = g_ptr_array_index (self->reading->articles, i);
      g_autofree char *marker = g_strdup_printf ("Điều %u.", article->number);

      g_ptr_array_add (self->clauses, g_object_new (TD_TYPE_CLAUSE, "level", (gint64) 1, "marker", marker,
                                                    "marker-kind", td_marker_kind_to_nick (TD_MARKER_ARTICLE), "form", td_plan_form_to_nick (TD_PLAN_FORM_ITEM),
                                                    "body", article->text, "role", "article", "first-line", (gint64) article->lines.first,
                                                    "last-line", (gint64) article->lines.last, NULL));
    }
}

static void
add_sections (TdPlanReview *self)
{
  for (guint i = 0; i < self->reading->sections->len; i++)
    {
      const TdPlanSection *section = g_ptr_array_index (self->reading->sections, i);

      g_ptr_array_add (self->clauses, g_object_new (TD_TYPE_CLAUSE, "level", (gint64) section->level, "marker", section->marker,
                                                    "marker-kind", td_marker_kind_to_nick (section->marker_kind), "path", section->path,
                                                    "form", td_plan_form_to_nick (section->form), "title", section->title, "body", section->text,
                                                    "role", find_role (self->reading, section), "first-line", (gint64) section->lines.first,
                                                    "last-line", (gint64) section->lines.last, NULL));
    }
}

/* The words that take leave stand below all clauses and belong to none. */
static void
add_closing (TdPlanReview *self)
{
  if (self->reading->closing != NULL)
    g_ptr_array_add (self->clauses, g_object_new (TD_TYPE_CLAUSE, "level", (gint64) 1, "marker-kind", td_marker_kind_to_nick (TD_MARKER_TEXT),
                                                  "form", td_plan_form_to_nick (TD_PLAN_FORM_PARAGRAPH), "body", self->reading->closing,
                                                  "role", "closing", "first-line", (gint64) self->reading->closing_lines.first,
                                                  "last-line", (gint64) self->reading->closing_lines.last, NULL));
}

static void
add_clauses (TdPlanReview *self)
{
  add_articles (self);
  self->n_articles = self->clauses->len;
  add_sections (self);
  add_closing (self);
  for (guint i = 0; i < self->clauses->len; i++)
    g_object_set (g_ptr_array_index (self->clauses, i), "position", (gint64) i + 1, NULL);
}

static void
add_parts (TdPlanReview *self)
{
  for (guint i = 0; i < self->reading->sections->len; i++)
    {
      const TdPlanSection *section = g_ptr_array_index (self->reading->sections, i);
      TdClause *clause = td_plan_review_get_clause (self, section->id);
      TdPlanFact *fact;

      if (clause->role == NULL)
        continue;
      fact = td_plan_fact_new (TD_PLAN_FACTS_PARTS, TD_ENTITY (clause), NULL, section->id, section->lines);
      fact->words = g_strdup (clause->body != NULL ? clause->body : clause->title);
      add_fact (self, fact);
    }
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

static void
add_allowances (TdPlanReview *self)
{
  for (guint i = 0; i < self->reading->award_forms->len; i++)
    {
      const TdPlanAward *award = g_ptr_array_index (self->reading->award_forms, i);
      const char *kind = award->given ? NULL : excepted_kind (award->reason);
      g_autoptr (TdAllowance) allowance = NULL;
      TdPlanFact *fact;

      allowance = g_object_new (TD_TYPE_ALLOWANCE, "position", (gint64) i + 1, "award-form", award->form, "giver-level", giver_level (award),
                                "giver-text", award->authority, "rule", award->given ? "allowed" : kind != NULL ? "only"
                                                                                                                : "barred",
                                "kind", kind, "reason", award->reason, NULL);
      fact = td_plan_fact_new (TD_PLAN_FACTS_AWARDS, TD_ENTITY (allowance), NULL, award->section, award->lines);
      fact->words = g_strdup (award->form);
      if (!award->given && award->reason == NULL)
        {
          fact->state = TD_PLAN_FACT_CHECK;
          fact->why = g_strdup (_ ("The plan does not say why this is not given."));
        }
      add_fact (self, fact);
    }
}

/* What the office itself prepares for its leaders is no report of units. */
static gboolean
asks_for_reports (const TdPlanDeadline *deadline)
{
  g_autofree char *folded = td_text_fold (deadline->what != NULL ? deadline->what : "");

  return strstr (folded, "bao cao") != NULL && !g_str_has_prefix (folded, "tham muu");
}

static void
doubt_deadline (TdPlanFact *fact, const TdPlanDeadline *read, const TdDeadline *deadline)
{
  if (read->time.iso == NULL && read->time.precision != TD_PLAN_PRECISION_EVENT && read->time.precision != TD_PLAN_PRECISION_OPEN)
    fact->why = g_strdup (_ ("The day is not complete."));
  else if (read->what == NULL)
    fact->why = g_strdup (_ ("The text does not say clearly what is due."));
  else if (deadline->is_report && read->who == NULL)
    fact->why = g_strdup (_ ("The text does not say clearly who reports."));
  if (fact->why != NULL)
    fact->state = TD_PLAN_FACT_CHECK;
}

static void
add_deadlines (TdPlanReview *self)
{
  for (guint i = 0; i < self->reading->deadlines->len; i++)
    {
      const TdPlanDeadline *read = g_ptr_array_index (self->reading->deadlines, i);
      g_autoptr (TdDeadline) deadline = NULL;
      TdPlanFact *fact;

      deadline = g_object_new (TD_TYPE_DEADLINE, "position", (gint64) i + 1, "what", read->what != NULL ? read->what : read->time.text, "who", read->who,
                               "is-report", asks_for_reports (read), "due-date", read->time.iso, "due-text", read->time.text,
                               "due-kind", td_plan_precision_to_nick (read->time.precision), NULL);
      fact = td_plan_fact_new (TD_PLAN_FACTS_DEADLINES, TD_ENTITY (deadline), NULL, read->section, read->lines);
      fact->words = g_strdup (read->time.text);
      doubt_deadline (fact, read, deadline);
      add_fact (self, fact);
    }
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

static void
add_tasks (TdPlanReview *self)
{
  gint64 position = 0;

  for (guint i = 0; i < self->reading->assignees->len; i++)
    {
      const TdPlanAssignee *assignee = g_ptr_array_index (self->reading->assignees, i);

      for (guint j = 0; j < assignee->tasks->len; j++)
        {
          const TdPlanText *text = g_ptr_array_index (assignee->tasks, j);
          const TdPlanDeadline *deadline = find_deadline (self->reading, text->section);
          g_autofree char *partners = td_plan_words_find_partners (text->text);
          g_autoptr (TdTask) task = NULL;
          TdPlanFact *fact;

          task = g_object_new (TD_TYPE_TASK, "position", ++position, "assignee", assignee->name, "mode", assignee->requested ? "requested" : "assigned",
                               "partners", partners, "body", text->text, "due-date", deadline != NULL ? deadline->time.iso : NULL,
                               "due-text", deadline != NULL ? deadline->time.text : NULL, NULL);
          fact = td_plan_fact_new (TD_PLAN_FACTS_TASKS, TD_ENTITY (task), NULL, text->section, text->lines);
          fact->words = g_strdup (text->text);
          add_fact (self, fact);
        }
    }
}

/* What is odd about a line is odd about the facts read from it; what is missing is said of the fact that misses it. */
static void
doubt_facts (TdPlanReview *self)
{
  static const char *const about[][2] = {
    { "plan-date-partial", "issue-date" },
    { "plan-period-reversed", "end-date" },
  };

  for (guint i = 0; i < self->reading->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (self->reading->findings, i);

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (self->facts)); j++)
        {
          g_autoptr (TdPlanFact) fact = g_list_model_get_item (G_LIST_MODEL (self->facts), j);
          gboolean meant = finding->line > 0 && fact->group != TD_PLAN_FACTS_PARTS && fact->lines.first <= finding->line && finding->line <= fact->lines.last;

          for (guint k = 0; k < G_N_ELEMENTS (about); k++)
            meant |= fact->field != NULL && g_str_equal (finding->rule, about[k][0]) && g_str_equal (fact->field->name, about[k][1]);
          if (!meant || fact->state != TD_PLAN_FACT_SURE)
            continue;
          fact->state = TD_PLAN_FACT_CHECK;
          fact->why = g_strdup (finding->text);
        }
    }
}

/* Fills a review with what its text says. */
void
_td_plan_review_make_facts (TdPlanReview *self)
{
  self->plan = make_plan (self->reading);
  add_clauses (self);
  for (guint i = 0; i < G_N_ELEMENTS (plan_facts); i++)
    add_plan_fact (self, plan_facts[i].field, plan_facts[i].group, plan_facts[i].needed);
  add_allowances (self);
  add_deadlines (self);
  add_tasks (self);
  add_parts (self);
  doubt_facts (self);
}
