/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reading"

#include "config.h"

#include "td-plan-reading.h"

G_DEFINE_BOXED_TYPE (TdPlanReading, td_plan_reading, td_plan_reading_ref, td_plan_reading_unref)

static void
basis_free (gpointer data)
{
  TdPlanBasis *basis = data;

  g_free (basis->text);
  g_free (basis->type);
  g_free (basis->number);
  g_free (basis->date);
  g_free (basis->issuer);
  g_free (basis);
}

static void
section_free (gpointer data)
{
  TdPlanSection *section = data;

  g_free (section->marker);
  g_free (section->path);
  g_free (section->title);
  g_free (section->text);
  g_free (section);
}

static void
article_free (gpointer data)
{
  TdPlanArticle *article = data;

  g_free (article->text);
  g_free (article);
}

static void
text_free (gpointer data)
{
  TdPlanText *text = data;

  g_free (text->text);
  g_free (text);
}

static void
group_free (gpointer data)
{
  TdPlanGroup *group = data;

  g_free (group->heading);
  g_ptr_array_unref (group->units);
  g_ptr_array_unref (group->criteria);
  g_free (group);
}

static void
award_free (gpointer data)
{
  TdPlanAward *award = data;

  g_free (award->form);
  g_free (award->authority);
  g_free (award->reason);
  g_free (award);
}

static void
deadline_free (gpointer data)
{
  TdPlanDeadline *deadline = data;

  td_plan_time_clear (&deadline->time);
  g_free (deadline->what);
  g_free (deadline->who);
  g_free (deadline);
}

static void
assignee_free (gpointer data)
{
  TdPlanAssignee *assignee = data;

  g_free (assignee->name);
  g_ptr_array_unref (assignee->tasks);
  g_free (assignee);
}

static void
recipient_free (gpointer data)
{
  TdPlanRecipient *recipient = data;

  g_free (recipient->text);
  g_free (recipient->note);
  g_free (recipient);
}

/**
 * td_plan_reading_new:
 *
 * Returns: (transfer full): an empty reading, to be filled by a reader
 */
TdPlanReading *
td_plan_reading_new (void)
{
  TdPlanReading *self = g_atomic_rc_box_new0 (TdPlanReading);

  self->legal_bases = g_ptr_array_new_with_free_func (basis_free);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->articles = g_ptr_array_new_with_free_func (article_free);
  self->purposes = g_ptr_array_new_with_free_func (g_free);
  self->requirements = g_ptr_array_new_with_free_func (g_free);
  self->contents = g_ptr_array_new_with_free_func (g_free);
  self->solutions = g_ptr_array_new_with_free_func (g_free);
  self->target_groups = g_ptr_array_new_with_free_func (group_free);
  self->award_forms = g_ptr_array_new_with_free_func (award_free);
  self->deadlines = g_ptr_array_new_with_free_func (deadline_free);
  self->assignees = g_ptr_array_new_with_free_func (assignee_free);
  self->recipients = g_ptr_array_new_with_free_func (recipient_free);
  self->findings = td_findings_new ();
  return self;
}

static void
reading_clear (gpointer data)
{
  TdPlanReading *self = data;
  char *strings[] = { self->doc_type, self->issuer, self->number, self->symbol,
                      self->place, self->date, self->date_partial, self->title,
                      self->plan_title, self->short_name, self->theme, self->filing,
                      self->closing, self->signer_name, self->signer_capacity, self->signer_position };
  GPtrArray *arrays[]
      = { self->legal_bases, self->sections, self->articles, self->purposes, self->requirements,
          self->contents, self->solutions, self->target_groups, self->award_forms, self->deadlines,
          self->assignees, self->recipients, self->findings };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_ptr_array_unref (arrays[i]);
  td_plan_time_clear (&self->start);
  td_plan_time_clear (&self->end);
}

/**
 * td_plan_reading_ref:
 * @self: a reading
 *
 * Returns: (transfer full): @self with one more reference
 */
TdPlanReading *
td_plan_reading_ref (TdPlanReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * td_plan_reading_unref:
 * @self: (transfer full): a reading
 *
 * Drops a reference; the last one frees everything.
 */
void
td_plan_reading_unref (TdPlanReading *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, reading_clear);
}

/**
 * td_plan_reading_get_section:
 * @self: a reading
 * @id: a section's id, as a parent, a task or a criterion names it
 *
 * Returns: (nullable): the section, or %NULL when there is none
 */
const TdPlanSection *
td_plan_reading_get_section (const TdPlanReading *self, guint id)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Ids count from 1 in the order of the text. */
  if (id == 0 || id > self->sections->len)
    return NULL;
  return g_ptr_array_index (self->sections, id - 1);
}

/**
 * td_plan_text_new:
 * @text: (nullable): the words
 * @section: the section they stand in
 * @lines: where
 *
 * Returns: (transfer full): a text with its place
 */
TdPlanText *
td_plan_text_new (const char *text, guint section, TdPlanLines lines)
{
  TdPlanText *self = g_new0 (TdPlanText, 1);

  self->text = g_strdup (text);
  self->section = section;
  self->lines = lines;
  return self;
}

/**
 * td_plan_group_new:
 * @heading: (nullable): the heading as written
 * @section: the section it is
 *
 * Returns: (transfer full): a group without units and criteria
 */
TdPlanGroup *
td_plan_group_new (const char *heading, guint section)
{
  TdPlanGroup *self = g_new0 (TdPlanGroup, 1);

  self->heading = g_strdup (heading);
  self->units = g_ptr_array_new_with_free_func (g_free);
  self->criteria = g_ptr_array_new_with_free_func (text_free);
  self->section = section;
  return self;
}

/**
 * td_plan_assignee_new:
 * @name: who
 * @requested: asked ("đề nghị"), not told ("giao")
 * @section: the section that names them
 *
 * Returns: (transfer full): an assignee without tasks
 */
TdPlanAssignee *
td_plan_assignee_new (const char *name, gboolean requested, guint section)
{
  TdPlanAssignee *self = g_new0 (TdPlanAssignee, 1);

  self->name = g_strdup (name);
  self->requested = requested;
  self->tasks = g_ptr_array_new_with_free_func (text_free);
  self->section = section;
  return self;
}

/**
 * td_plan_time_clear:
 * @time: a point in time inside another struct
 *
 * Frees what it holds and leaves it empty.
 */
void
td_plan_time_clear (TdPlanTime *time)
{
  g_clear_pointer (&time->text, g_free);
  g_clear_pointer (&time->iso, g_free);
}

/**
 * td_marker_kind_to_nick:
 * @kind: a kind of mark
 *
 * Returns: its word in JSON
 */
const char *
td_marker_kind_to_nick (TdMarkerKind kind)
{
  static const char *const nicks[] = {
    "article", "capital", "roman", "arabic", "decimal", "letter", "dash", "plus", "text"
  };

  return nicks[kind];
}

/**
 * td_plan_form_to_nick:
 * @form: a form of section
 *
 * Returns: its word in JSON
 */
const char *
td_plan_form_to_nick (TdPlanForm form)
{
  static const char *const nicks[] = { "heading", "item", "paragraph" };

  return nicks[form];
}

/**
 * td_plan_precision_to_nick:
 * @precision: a precision
 *
 * Returns: its word in JSON
 */
const char *
td_plan_precision_to_nick (TdPlanPrecision precision)
{
  static const char *const nicks[] = { "day", "month", "year", "event", "open" };

  return nicks[precision];
}

/**
 * td_plan_level_to_nick:
 * @level: a level
 *
 * Returns: (nullable): its word in JSON, %NULL when the level is not known
 */
const char *
td_plan_level_to_nick (TdPlanLevel level)
{
  static const char *const nicks[] = { NULL, "state", "province", "department", "commune", "unit" };

  return nicks[level];
}
