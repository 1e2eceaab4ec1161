/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-new"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-plan-new-private.h"

/* A plan of the office or of a unit, begun from a skeleton, from a superior's plan or from last year's. */

static void
request_free (Request *self)
{
  g_free (self->unit_name);
  g_free (self->title);
  g_free (self->day);
  g_clear_object (&self->unit);
  g_clear_object (&self->source);
  g_clear_pointer (&self->state, td_plan_state_free);
  g_clear_object (&self->plan);
  td_plan_skeleton_free (self->skeleton);
  g_free (self->head);
  g_free (self);
}

static void
refuse (TdJob *job, const char *rule, const char *where, const char *text)
{
  td_job_take_finding (job, td_finding_at (td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text), where, 0, 0));
}

/* By id, or as people call it. */
static gboolean
find_unit (TdJob *job, TdConnection *connection, Request *self, GError **error)
{
  g_autoptr (TdDirectory) directory = td_directory_load (connection, error);
  gboolean ambiguous = FALSE;
  TdUnit *unit;
  gint64 id;

  if (directory == NULL)
    return FALSE;
  unit = td_directory_find_unit (directory, self->unit_name, &ambiguous);
  if (unit == NULL && !ambiguous && g_ascii_string_to_signed (self->unit_name, 10, 1, G_MAXINT64, &id, NULL))
    unit = td_directory_get_unit (directory, id);
  if (unit != NULL)
    {
      self->unit = g_object_ref (unit);
      return TRUE;
    }
  {
    g_autofree char *text = g_strdup_printf (ambiguous ? _ ("Several units are called “%s”.") : _ ("There is no unit “%s”."), self->unit_name);

    refuse (job, "plan-unit", "unit", text);
  }
  return td_job_refuse (job, error);
}

/* "Xã Ea Kar" inside a sentence: "xã Ea Kar". */
static char *
fill_unit (const char *pattern, TdUnit *unit)
{
  g_autofree char *lower = td_award_wording_lower_first (unit->name);
  g_autofree char *filled = pattern != NULL ? td_plan_words_fill (pattern, "unit", lower) : NULL;

  return filled != NULL ? td_plan_words_fill (filled, "Unit", unit->name) : NULL;
}

/* Địa danh: the territory's name without what it is; of others that of the office. */
static char *
dup_place (TdUnit *unit, const char *office_place)
{
  static const char *const territories[] = { "Xã ", "Phường ", "Đặc khu ", "Tỉnh ", "Thành phố " };

  for (guint i = 0; i < G_N_ELEMENTS (territories); i++)
    if (g_str_has_prefix (unit->name, territories[i]))
      return g_strdup (unit->name + strlen (territories[i]));
  return g_strdup (office_place);
}

static gboolean
load_office (TdConnection *connection, TdOffice **office, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE);
  g_autoptr (GPtrArray) offices = td_connection_list (connection, query, error);

  *office = offices != NULL && offices->len > 0 ? g_object_ref (g_ptr_array_index (offices, 0)) : NULL;
  return offices != NULL;
}

/* "Chủ tịch Ủy ban nhân dân tỉnh …" heads "Ủy ban nhân dân tỉnh …". */
static char *
dup_body (const char *giver)
{
  static const char *const heads[] = { "Chủ tịch ", "Giám đốc ", "Thủ trưởng ", "Trưởng ban " };

  for (guint i = 0; giver != NULL && i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (giver, heads[i]))
      return g_strdup (giver + strlen (heads[i]));
  return g_strdup (giver);
}

/* The sign of its plans after that of its decisions: "QĐ-UBND", "KH-UBND". */
static char *
dup_symbol (const char *symbol)
{
  const char *dash = symbol != NULL ? strchr (symbol, '-') : NULL;

  return dash != NULL ? g_strconcat ("KH", dash, NULL) : NULL;
}

static void
sign_as_giver (TdPlan *plan, TdGiver *giver)
{
  g_autofree char *body = dup_body (giver->name);
  g_autofree char *symbol = dup_symbol (giver->symbol);

  g_object_set (plan, "issuer", body, "symbol", symbol, "place", giver->place, "signer-capacity", giver->signer_capacity,
                "signer-position", giver->signer_position, "signer-name", giver->signer_name, NULL);
}

/* Who issues it: the unit as its kind does, or the office by the highest giver it serves. */
static gboolean
set_head (TdConnection *connection, Request *self, GError **error)
{
  const char *const levels[] = { "province", "commune", "department", "enterprise", NULL };
  g_autoptr (TdDirectory) directory = td_directory_load (connection, error);
  const TdPlanHead *head = self->unit != NULL ? td_plan_skeleton_find_head (self->skeleton, self->unit->kind) : NULL;
  g_autoptr (TdOffice) office = NULL;
  TdGiver *giver = NULL;

  if (directory == NULL)
    return FALSE;
  self->level = head != NULL ? head->level : NULL;
  for (guint i = 0; self->unit == NULL && giver == NULL && i < G_N_ELEMENTS (levels) - 1; i++)
    giver = td_directory_find_giver_of_level (directory, (const char *const[]){ levels[i], NULL });
  if (giver != NULL)
    {
      sign_as_giver (self->plan, giver);
      for (guint i = 0; levels[i] != NULL; i++)
        if (g_strcmp0 (levels[i], giver->level) == 0)
          self->level = levels[i];
    }
  if (self->unit == NULL)
    return TRUE;
  if (!load_office (connection, &office, error))
    return FALSE;
  {
    g_autofree char *place = dup_place (self->unit, office != NULL ? office->place : NULL);
    g_autofree char *issuer = fill_unit (head != NULL ? head->issuer : "{Unit}", self->unit);

    self->head = head != NULL ? fill_unit (head->head, self->unit) : NULL;
    g_object_set (self->plan, "unit-id", td_entity_get_id (TD_ENTITY (self->unit)), "issuer", issuer, "place", place, "symbol", head != NULL ? head->symbol : NULL,
                  "signer-capacity", head != NULL ? head->signer_capacity : NULL, "signer-position", head != NULL ? head->signer_position : NULL, NULL);
  }
  return TRUE;
}

/* Căn cứ: the superior's plan first, then what is in force on the day. */
static char *
dup_plan_name (TdPlan *plan)
{
  g_autofree char *title = td_award_wording_lower_first (plan->title);
  g_autofree char *date = plan->issue_date != NULL ? td_date_to_words (plan->issue_date) : NULL;
  const char *type = plan->doc_type != NULL ? plan->doc_type : "kế hoạch";
  GString *name = g_string_new (NULL);

  g_string_append_unichar (name, g_unichar_toupper (g_utf8_get_char (type)));
  g_string_append (name, g_utf8_next_char (type));
  if (plan->number != NULL)
    g_string_append_printf (name, " số %s", plan->number);
  if (date != NULL)
    g_string_append_printf (name, " %s", date);
  if (plan->issuer != NULL)
    g_string_append_printf (name, " của %s", plan->issuer);
  g_string_append_printf (name, " %s", title);
  return g_string_free (name, FALSE);
}

static void
add_basis (GString *bases, const TdPlanSkeleton *skeleton, const char *name)
{
  g_autofree char *line = td_plan_skeleton_dup_words (skeleton, "basis", "name", name, NULL);

  g_string_append_printf (bases, "%s%s", bases->len > 0 ? "\n" : "", line);
}

static gboolean
set_bases (Request *self, GError **error)
{
  g_autoptr (GPtrArray) documents = td_legal_documents_load (error);
  g_autoptr (GString) bases = g_string_new (NULL);

  if (documents == NULL)
    return FALSE;
  if (self->source != NULL && !self->goes_on)
    {
      g_autofree char *name = dup_plan_name (self->source);

      add_basis (bases, self->skeleton, name);
    }
  for (guint i = 0; i < documents->len; i++)
    {
      const TdLegalDocument *document = g_ptr_array_index (documents, i);
      g_autofree char *name = NULL;

      if (document->topic == NULL || !g_strv_contains ((const char *const *) self->skeleton->topics, document->topic) || td_legal_document_validity (document, self->day) != TD_VALIDITY_IN_FORCE)
        continue;
      name = td_legal_document_dup_citation (document);
      add_basis (bases, self->skeleton, name);
    }
  g_object_set (self->plan, "legal-bases", bases->len > 0 ? bases->str : NULL, NULL);
  return TRUE;
}

/* "phát động Đợt thi đua …" is carried out as "Triển khai thực hiện Đợt thi đua …". */
static char *
make_title (const Request *self)
{
  g_autofree char *lower = NULL;
  const char *rest;

  if (self->title != NULL && *self->title != '\0')
    return g_strdup (self->title);
  if (self->source == NULL)
    return g_strdup (_ ("New plan"));
  if (self->goes_on)
    return g_strdup (self->source->title);
  rest = self->source->title;
  for (guint i = 0; self->skeleton->drop[i] != NULL; i++)
    {
      g_autofree char *start = g_utf8_substring (rest, 0, MIN (g_utf8_strlen (rest, -1), g_utf8_strlen (self->skeleton->drop[i], -1)));
      g_autofree char *low = g_utf8_strdown (start, -1);

      if (g_str_equal (low, self->skeleton->drop[i]))
        rest += strlen (start);
    }
  lower = td_award_wording_lower_first (rest);
  return td_plan_skeleton_dup_words (self->skeleton, "title", "title", rest != self->source->title ? rest : lower, NULL);
}

static void
set_recipients (Request *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (self->source != NULL && self->source->issuer != NULL && !self->goes_on)
    g_string_append_printf (lines, "%s (b/c)", self->source->issuer);
  for (guint i = 0; self->skeleton->recipients[i] != NULL; i++)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", self->skeleton->recipients[i]);
  g_object_set (self->plan, "recipients", lines->str, NULL);
}

/* What of a superior's plan is the unit's too. */
static void
take_period (Request *self)
{
  TdPlan *source = self->source;

  if (source == NULL || self->goes_on)
    return;
  g_object_set (self->plan, "parent-plan-id", self->from, "theme", source->theme, "short-name", source->short_name, "start-date", source->start_date, "start-text", source->start_text,
                "end-date", source->end_date, "end-text", source->end_text, "end-kind", source->end_kind, "end-event-id", source->end_event_id, NULL);
}

static gboolean
make_plan (TdConnection *connection, Request *self, GError **error)
{
  g_autofree char *title = make_title (self);

  self->plan = g_object_new (TD_TYPE_PLAN, "title", title, "doc-type", self->skeleton->doc_type, "marks", self->skeleton->marks, "state", "draft", NULL);
  set_recipients (self);
  take_period (self);
  if (!set_head (connection, self, error) || !set_bases (self, error))
    return FALSE;
  if (self->source != NULL && self->goes_on)
    td_plan_new_go_on (self);
  return TRUE;
}

static gboolean
new_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Request *self = data;

  if (self->day == NULL)
    self->day = td_date_dup_today ();
  if (!td_date_is_day (self->day))
    {
      g_autofree char *text = g_strdup_printf (_ ("“%s” is not a day."), self->day);

      refuse (job, "plan-day", "day", text);
      return td_job_refuse (job, error);
    }
  if (self->from != 0)
    {
      self->state = !self->goes_on ? td_plan_as_of (connection, self->from, self->day, error) : NULL;
      if (self->state != NULL)
        self->source = g_object_ref (self->state->plan);
      else if (self->goes_on)
        self->source = td_connection_get (connection, TD_TYPE_PLAN, self->from, error);
      if (self->source == NULL)
        return FALSE;
    }
  if (self->unit_id != 0)
    {
      self->unit = td_connection_get (connection, TD_TYPE_UNIT, self->unit_id, error);
      if (self->unit == NULL)
        return FALSE;
    }
  else if (self->unit_name != NULL && !find_unit (job, connection, self, error))
    return FALSE;
  self->skeleton = td_plan_skeleton_load (self->day, error);
  if (self->skeleton == NULL || !make_plan (connection, self, error) || !td_connection_insert (connection, self->plan, error))
    return FALSE;
  if (!(self->source != NULL && self->goes_on ? td_plan_new_copy (job, connection, self, error) : td_plan_new_fill (connection, self, error)))
    return FALSE;
  /* Translators: the title of a plan */
  td_connection_set_action_name (connection, _ ("Begin the plan “%s”"), self->plan->title);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (self->plan)));
  return TRUE;
}

/**
 * td_plan_new_job:
 * @request: what to begin with; copied
 *
 * Begins a plan as a draft: empty by the skeleton of the day, from a superior's plan with what concerns the unit
 * (purposes, contents, its tasks and deadlines, the award forms its head may give), or from an earlier one it goes on
 * with, whose year moves on.
 *
 * Returns: (transfer full): the job; its id is the plan's
 */
TdJob *
td_plan_new_job (const TdPlanRequest *request)
{
  Request *self = g_new0 (Request, 1);

  self->from = request->from;
  self->goes_on = request->goes_on;
  self->unit_name = g_strdup (request->unit);
  self->unit_id = request->unit_id;
  self->title = g_strdup (request->title);
  self->day = g_strdup (request->day);
  self->days_earlier = request->days_earlier;
  return td_job_new_write (_ ("Begin a plan"), new_cb, self, (GDestroyNotify) request_free);
}
