/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-json"

#include "config.h"

#include "td-plan-json.h"

/* The keys are those that "thidua-cli plan read --json" promises: none is left out, what the text
 * does not say is null or an empty list. */

static void
add_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *key, guint value)
{
  json_builder_set_member_name (builder, key);
  if (value > 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_lines (JsonBuilder *builder, const TdPlanLines *lines)
{
  json_builder_set_member_name (builder, "lines");
  if (lines->first == 0)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, lines->first);
  json_builder_add_int_value (builder, lines->last);
  json_builder_end_array (builder);
}

static void
add_strings (JsonBuilder *builder, const char *key, GPtrArray *strings)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < strings->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (strings, i));
  json_builder_end_array (builder);
}

static void
add_texts (JsonBuilder *builder, const char *key, GPtrArray *texts)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < texts->len; i++)
    {
      const TdPlanText *text = g_ptr_array_index (texts, i);

      json_builder_begin_object (builder);
      add_string (builder, "text", text->text);
      add_number (builder, "section", text->section);
      add_lines (builder, &text->lines);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_time_members (JsonBuilder *builder, const TdPlanTime *time)
{
  add_string (builder, "text", time->text);
  add_string (builder, "iso", time->iso);
  add_string (builder, "precision", td_plan_precision_to_nick (time->precision));
}

static void
add_time (JsonBuilder *builder, const char *key, const TdPlanTime *time)
{
  json_builder_set_member_name (builder, key);
  if (time->text == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_time_members (builder, time);
  json_builder_end_object (builder);
}

static void
add_basis (JsonBuilder *builder, gconstpointer item)
{
  const TdPlanBasis *basis = item;

  add_string (builder, "text", basis->text);
  add_string (builder, "type", basis->type);
  add_string (builder, "number", basis->number);
  add_string (builder, "date", basis->date);
  add_string (builder, "issuer", basis->issuer);
  add_lines (builder, &basis->lines);
}

static void
add_section (JsonBuilder *builder, gconstpointer item)
{
  const TdPlanSection *section = item;

  add_number (builder, "id", section->id);
  add_number (builder, "parent", section->parent);
  add_number (builder, "level", section->level);
  add_string (builder, "marker_kind", td_marker_kind_to_nick (section->marker_kind));
  add_string (builder, "marker", section->marker);
  add_string (builder, "path", section->path);
  add_string (builder, "form", td_plan_form_to_nick (section->form));
  add_string (builder, "title", section->title);
  add_string (builder, "text", section->text);
  add_lines (builder, &section->lines);
}

static void
add_article (JsonBuilder *builder, gconstpointer item)
{
  const TdPlanArticle *article = item;

  add_number (builder, "number", article->number);
  add_string (builder, "text", article->text);
  add_lines (builder, &article->lines);
}

static void
add_group (JsonBuilder *builder, gconstpointer item)
{
  const TdPlanGroup *group = item;

  add_number (builder, "section", group->section);
  add_string (builder, "heading", group->heading);
  add_strings (builder, "units", group->units);
  add_texts (builder, "criteria", group->criteria);
  add_lines (builder, &group->lines);
}

static void
add_award (JsonBuilder *builder, gconstpointer item)
{
  const TdPlanAward *award = item;

  add_string (builder, "form", award->form);
  add_string (builder, "authority", award->authority);
  add_string (builder, "level", td_plan_level_to_nick (award->level));
  json_builder_set_member_name (builder, "given");
  json_builder_add_boolean_value (builder, award->given);
  add_string (builder, "reason", award->reason);
  add_number (builder, "section", award->section);
  add_lines (builder, &award->lines);
}

static void
add_deadline (JsonBuilder *builder, gconstpointer item)
{
  const TdPlanDeadline *deadline = item;

  add_time_members (builder, &deadline->time);
  add_string (builder, "what", deadline->what);
  add_string (builder, "who", deadline->who);
  add_number (builder, "section", deadline->section);
  add_lines (builder, &deadline->lines);
}

static void
add_assignee (JsonBuilder *builder, gconstpointer item)
{
  const TdPlanAssignee *assignee = item;

  add_string (builder, "name", assignee->name);
  add_string (builder, "mode", assignee->requested ? "đề nghị" : "giao");
  add_number (builder, "section", assignee->section);
  add_texts (builder, "tasks", assignee->tasks);
}

static void
add_recipient (JsonBuilder *builder, gconstpointer item)
{
  const TdPlanRecipient *recipient = item;

  add_string (builder, "text", recipient->text);
  add_string (builder, "note", recipient->note);
  add_lines (builder, &recipient->lines);
}

static void
add_finding (JsonBuilder *builder, gconstpointer item)
{
  const TdFinding *finding = item;

  add_string (builder, "rule", finding->rule);
  add_string (builder, "severity", td_severity_to_nick (finding->severity));
  add_string (builder, "text", finding->text);
  add_number (builder, "line", finding->line);
}

static void
add_list (JsonBuilder *builder, const char *key, GPtrArray *items, void (*add) (JsonBuilder *, gconstpointer))
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      json_builder_begin_object (builder);
      add (builder, g_ptr_array_index (items, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_head (JsonBuilder *builder, const TdPlanReading *self)
{
  add_string (builder, "doc_type", self->doc_type);
  json_builder_set_member_name (builder, "issuer");
  if (self->issuer != NULL)
    {
      json_builder_begin_object (builder);
      add_string (builder, "name", self->issuer);
      add_lines (builder, &self->issuer_lines);
      json_builder_end_object (builder);
    }
  else
    json_builder_add_null_value (builder);
  add_string (builder, "number", self->number);
  add_string (builder, "symbol", self->symbol);
  add_string (builder, "place", self->place);
  add_string (builder, "date", self->date);
  add_string (builder, "date_partial", self->date_partial);
  add_string (builder, "title", self->title);
  add_string (builder, "plan_title", self->plan_title);
  add_string (builder, "short_name", self->short_name);
  add_string (builder, "theme", self->theme);
}

static void
add_foot (JsonBuilder *builder, const TdPlanReading *self)
{
  json_builder_set_member_name (builder, "closing");
  if (self->closing != NULL)
    {
      json_builder_begin_object (builder);
      add_string (builder, "text", self->closing);
      add_lines (builder, &self->closing_lines);
      json_builder_end_object (builder);
    }
  else
    json_builder_add_null_value (builder);
  add_list (builder, "recipients", self->recipients, add_recipient);
  add_string (builder, "filing", self->filing);
  json_builder_set_member_name (builder, "signer");
  if (self->signer_name == NULL && self->signer_position == NULL && self->signer_capacity == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_string (builder, "name", self->signer_name);
  add_string (builder, "capacity", self->signer_capacity);
  add_string (builder, "position", self->signer_position);
  json_builder_end_object (builder);
}

/**
 * td_plan_reading_to_node:
 * @reading: a reading
 *
 * Returns: (transfer full): it as one JSON object, to be made part of another
 */
JsonNode *
td_plan_reading_to_node (const TdPlanReading *reading)
{
  g_autoptr (JsonBuilder) builder = NULL;

  g_return_val_if_fail (reading != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_head (builder, reading);
  add_list (builder, "legal_bases", reading->legal_bases, add_basis);
  add_list (builder, "sections", reading->sections, add_section);
  add_list (builder, "articles", reading->articles, add_article);
  add_strings (builder, "purposes", reading->purposes);
  add_strings (builder, "requirements", reading->requirements);
  add_strings (builder, "contents", reading->contents);
  add_strings (builder, "solutions", reading->solutions);
  add_list (builder, "target_groups", reading->target_groups, add_group);
  add_list (builder, "award_forms", reading->award_forms, add_award);
  add_time (builder, "start", &reading->start);
  add_time (builder, "end", &reading->end);
  add_list (builder, "deadlines", reading->deadlines, add_deadline);
  add_list (builder, "assignees", reading->assignees, add_assignee);
  add_foot (builder, reading);
  add_list (builder, "findings", reading->findings, add_finding);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/**
 * td_plan_reading_to_json:
 * @reading: a reading
 *
 * Returns: (transfer full): it as one JSON object, indented, in UTF-8
 */
char *
td_plan_reading_to_json (const TdPlanReading *reading)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (reading != NULL, NULL);

  node = td_plan_reading_to_node (reading);
  return json_to_string (node, TRUE);
}
