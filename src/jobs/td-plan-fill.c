/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-fill"

#include "config.h"

#include "td-catalogue-reader.h"
#include "td-plan-new-private.h"
#include "td-plan-parts.h"
#include "td-plan-years.h"
#include "td-unit-group-jobs.h"

/* A new plan filled: the skeleton's sections, and of a superior's plan what concerns the unit. */

/* Sections */

static void
add_role (TdOutline *outline, GPtrArray *clauses, const char *role, guint level)
{
  for (guint i = 0; clauses != NULL && role != NULL && i < clauses->len; i++)
    {
      TdClause *source = g_ptr_array_index (clauses, i);
      g_autofree char *text = td_outline_dup_text (source);
      TdClause *clause;

      if (g_strcmp0 (source->role, role) != 0 || *text == '\0')
        continue;
      clause = td_outline_insert (outline, td_outline_get_n (outline), level, source->marker != NULL ? TD_OUTLINE_ITEM : TD_OUTLINE_PARAGRAPH);
      td_outline_set_text (clause, text);
      g_object_set (clause, "role", role, NULL);
    }
}

/* Headings in the order of the skeleton; @sections gets those that facts stand below. */
static void
add_parts (TdOutline *outline, GPtrArray *parts, GPtrArray *clauses, guint level, GPtrArray *sections)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const TdPlanSkeletonPart *part = g_ptr_array_index (parts, i);
      TdClause *heading = td_outline_insert (outline, td_outline_get_n (outline), level, TD_OUTLINE_HEADING);

      td_outline_set_text (heading, part->text != NULL ? part->text : "");
      g_ptr_array_add (sections, heading);
      add_role (outline, clauses, part->role, level + 1);
      add_parts (outline, part->sections, clauses, level + 1, sections);
    }
}

static const TdPlanSkeletonPart *
nth_part (GPtrArray *parts, guint *n)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const TdPlanSkeletonPart *part = g_ptr_array_index (parts, i);
      const TdPlanSkeletonPart *below;

      if ((*n)-- == 0)
        return part;
      below = nth_part (part->sections, n);
      if (below != NULL)
        return below;
    }
  return NULL;
}

static gboolean
tell_facts (TdConnection *connection, Request *self, TdOutline *outline, GPtrArray *sections, GError **error)
{
  g_autoptr (TdPlanFacts) facts = td_plan_facts_load (connection, self->plan, error);

  for (guint i = 0; facts != NULL && i < sections->len; i++)
    {
      guint n = i;
      const TdPlanSkeletonPart *part = nth_part (self->skeleton->sections, &n);
      TdClause *heading = g_ptr_array_index (sections, i);

      for (guint j = 0; part->bindings[j] != NULL; j++)
        {
          guint at = td_outline_find (outline, td_entity_get_id (TD_ENTITY (heading)));

          if (!td_plan_facts_insert (connection, facts, outline, td_outline_get_end (outline, at), (guint) heading->level + 1, part->bindings[j], error))
            return FALSE;
        }
    }
  return facts != NULL;
}

/* Facts of a superior's plan */

/* What the superior leaves to any competent head, and what it leaves to heads of this level. */
static gboolean
take_allowances (TdConnection *connection, Request *self, GError **error)
{
  GPtrArray *sources = self->state->allowances;
  TdCatalogue *catalogue = td_catalogue_get_shipped ();
  gint64 position = 0;

  for (guint i = 0; self->level != NULL && i < sources->len; i++)
    {
      TdAllowance *source = g_ptr_array_index (sources, i);
      g_autoptr (TdAllowance) allowance = NULL;

      if ((source->giver_level != NULL && g_strcmp0 (source->giver_level, self->level) != 0) || td_catalogue_find_form (catalogue, source->award_form, self->level) == NULL)
        continue;
      allowance = g_object_new (TD_TYPE_ALLOWANCE, "plan-id", td_entity_get_id (TD_ENTITY (self->plan)), "position", ++position, "award-form", source->award_form, "giver-level", self->level,
                                "giver-text", self->head != NULL ? self->head : source->giver_text, "rule", source->rule, "kind", source->kind, "reason", source->reason, NULL);
      if (!td_connection_insert (connection, allowance, error))
        return FALSE;
    }
  return TRUE;
}

/* Groups of units and the names of units, for asking whom words turn to. */
typedef struct
{
  GPtrArray *groups;
  TdDirectory *directory;
  gint64 unit_id;
} Addressing;

static gboolean
load_addressing (TdConnection *connection, const Request *self, Addressing *addressing, GError **error)
{
  addressing->groups = td_unit_groups_load (connection, error);
  addressing->directory = addressing->groups != NULL ? td_directory_load (connection, error) : NULL;
  if (addressing->directory == NULL)
    return FALSE;
  if (self->unit != NULL)
    addressing->unit_id = td_entity_get_id (TD_ENTITY (self->unit));
  else
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE);
      g_autoptr (GPtrArray) offices = td_connection_list (connection, query, error);
      gboolean ambiguous;
      TdUnit *unit = offices != NULL && offices->len > 0 ? td_directory_find_unit (addressing->directory, ((TdOffice *) g_ptr_array_index (offices, 0))->name, &ambiguous) : NULL;

      if (offices == NULL)
        return FALSE;
      addressing->unit_id = unit != NULL ? td_entity_get_id (TD_ENTITY (unit)) : 0;
    }
  return TRUE;
}

static void
addressing_clear (Addressing *addressing)
{
  g_clear_pointer (&addressing->groups, g_ptr_array_unref);
  g_clear_pointer (&addressing->directory, td_directory_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Addressing, addressing_clear)

static gboolean
turns_to (TdConnection *connection, const Request *self, const Addressing *addressing, const char *words, gboolean *does, GError **error)
{
  g_autoptr (GListStore) units = words != NULL ? td_unit_groups_expand (connection, addressing->groups, addressing->directory, words, self->day, error) : g_list_store_new (TD_TYPE_UNIT);

  *does = FALSE;
  for (guint i = 0; units != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (units)); i++)
    {
      g_autoptr (TdEntity) unit = g_list_model_get_item (G_LIST_MODEL (units), i);

      *does = *does || td_entity_get_id (unit) == addressing->unit_id;
    }
  return units != NULL;
}

static gboolean
take_tasks (TdConnection *connection, Request *self, const Addressing *addressing, GError **error)
{
  g_autoptr (GPtrArray) sources = td_plan_list_parts (connection, TD_TYPE_TASK, self->from, error);
  gint64 position = 0;

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      TdTask *source = g_ptr_array_index (sources, i);
      g_autofree char *due = source->due_event_id == 0 ? td_plan_days_earlier (source->due_date, self->days_earlier) : g_strdup (source->due_date);
      g_autoptr (TdTask) task = NULL;
      gboolean does;

      if (!turns_to (connection, self, addressing, source->assignee, &does, error))
        return FALSE;
      if (!does)
        continue;
      task = g_object_new (TD_TYPE_TASK, "plan-id", td_entity_get_id (TD_ENTITY (self->plan)), "position", ++position, "assignee", self->plan->issuer != NULL ? self->plan->issuer : source->assignee,
                           "mode", "assigned", "partners", source->partners, "body", source->body, "due-date", due, "due-text", g_strcmp0 (due, source->due_date) != 0 ? NULL : source->due_text, "due-event-id", source->due_event_id, NULL);
      if (!td_connection_insert (connection, task, error))
        return FALSE;
    }
  return sources != NULL;
}

static gboolean
take_deadlines (TdConnection *connection, Request *self, const Addressing *addressing, GError **error)
{
  GPtrArray *sources = self->state->deadlines;
  gint64 position = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      TdDeadline *source = g_ptr_array_index (sources, i);
      gboolean own = source->event_id != 0;
      g_autofree char *due = own ? g_strdup (source->due_date) : td_plan_days_earlier (source->due_date, self->days_earlier);
      g_autoptr (TdDeadline) deadline = NULL;
      gboolean does;

      if (!turns_to (connection, self, addressing, source->who, &does, error))
        return FALSE;
      if (!does)
        continue;
      deadline = g_object_new (TD_TYPE_DEADLINE, "plan-id", td_entity_get_id (TD_ENTITY (self->plan)), "position", ++position, "what", source->what, "who", self->skeleton->reporters,
                               "is-report", source->is_report, "due-date", due, "due-text", g_strcmp0 (due, source->due_date) != 0 ? NULL : source->due_text, "due-kind", source->due_kind, "event-id", source->event_id, NULL);
      if (!td_connection_insert (connection, deadline, error))
        return FALSE;
    }
  return TRUE;
}

/* The skeleton, and what a superior's plan gives for it. */
gboolean
td_plan_new_fill (TdConnection *connection, Request *self, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) clauses = self->source != NULL ? td_plan_list_parts (connection, TD_TYPE_CLAUSE, self->from, error) : NULL;
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autoptr (TdOutline) outline = td_outline_new (self->plan->marks, none);
  g_auto (Addressing) addressing = { NULL };

  if (self->source != NULL && clauses == NULL)
    return FALSE;
  add_parts (outline, self->skeleton->sections, clauses, 1, sections);
  if (!td_plan_clauses_keep (connection, self->plan, outline, error))
    return FALSE;
  if (self->source != NULL && (!load_addressing (connection, self, &addressing, error) || !take_allowances (connection, self, error) || !take_tasks (connection, self, &addressing, error) || !take_deadlines (connection, self, &addressing, error)))
    return FALSE;
  return tell_facts (connection, self, outline, sections, error);
}
