/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-overview"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-entity-text.h"
#include "td-overview-private.h"

/* What the first screen of the morning says, for the window, the command line and the notification of the day. Nothing of
 * it is kept: it is counted anew, by SQL where the records may be many. */

const TdChoice td_overview_groups[] = {
  { "ceremonies", N_ ("Ceremonies") },
  { "elsewhere", N_ ("With others") },
  { "due", N_ ("What is due") },
  { "waiting", N_ ("Waiting here") },
  { "supplies", N_ ("Blanks and printers") },
  { NULL },
};

G_DEFINE_FINAL_TYPE (TdOverviewFigure, td_overview_figure, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (TdOverviewPlan, td_overview_plan, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (TdOverview, td_overview, G_TYPE_OBJECT)

static void
td_overview_figure_finalize (GObject *object)
{
  g_free (TD_OVERVIEW_FIGURE (object)->text);
  g_free (TD_OVERVIEW_FIGURE (object)->detail);
  G_OBJECT_CLASS (td_overview_figure_parent_class)->finalize (object);
}

static void
td_overview_figure_class_init (TdOverviewFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_overview_figure_finalize;
}

static void
td_overview_figure_init (TdOverviewFigure *self)
{
}

static void
td_overview_plan_finalize (GObject *object)
{
  TdOverviewPlan *self = TD_OVERVIEW_PLAN (object);

  g_clear_object (&self->plan);
  g_free (self->name);
  g_free (self->event_name);
  g_ptr_array_unref (self->deadlines);
  G_OBJECT_CLASS (td_overview_plan_parent_class)->finalize (object);
}

static void
td_overview_plan_class_init (TdOverviewPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_overview_plan_finalize;
}

static void
td_overview_plan_init (TdOverviewPlan *self)
{
  self->deadlines = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
unit_free (gpointer data)
{
  TdOverviewUnit *unit = data;

  g_free (unit->name);
  g_free (unit);
}

static void
td_overview_finalize (GObject *object)
{
  TdOverview *self = TD_OVERVIEW (object);

  g_free (self->day);
  g_clear_object (&self->figures);
  g_clear_object (&self->plans);
  g_ptr_array_unref (self->late_units);
  G_OBJECT_CLASS (td_overview_parent_class)->finalize (object);
}

static void
td_overview_class_init (TdOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_overview_finalize;
}

static void
td_overview_init (TdOverview *self)
{
  self->figures = g_list_store_new (TD_TYPE_OVERVIEW_FIGURE);
  self->plans = g_list_store_new (TD_TYPE_OVERVIEW_PLAN);
  self->late_units = g_ptr_array_new_with_free_func (unit_free);
}

/**
 * td_overview_read:
 * @connection: the office file
 * @day: a full date
 * @error: return location
 *
 * Returns: (transfer full): the office as of that day, or %NULL
 */
TdOverview *
td_overview_read (TdConnection *connection, const char *day, GError **error)
{
  g_autoptr (TdOverview) self = g_object_new (TD_TYPE_OVERVIEW, NULL);

  self->day = g_strdup (day);
  return _td_overview_read_plans (self, connection, error) && _td_overview_read_figures (self, connection, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
overview_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  TdOverview *self = td_overview_read (connection, data, error);

  if (self == NULL)
    return FALSE;
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (self->figures)));
  td_job_take_object (job, self);
  return TRUE;
}

/**
 * td_overview_job:
 * @day: (nullable): a full date; %NULL for today
 *
 * Returns: (transfer full): the job; its object is the #TdOverview as of that day
 */
TdJob *
td_overview_job (const char *day)
{
  return td_job_new_read (overview_cb, day != NULL ? g_strdup (day) : td_date_dup_today (), g_free);
}

/* As JSON */

static void
set_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, key, text);
}

static JsonObject *
due_to_json (const TdOverviewDue *due)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "late", due->late);
  json_object_set_int_member (object, "today", due->today);
  json_object_set_int_member (object, "week", due->week);
  json_object_set_int_member (object, "most_days", due->most_days);
  return object;
}

static JsonArray *
figures_to_json (TdOverview *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->figures)); i++)
    {
      g_autoptr (TdOverviewFigure) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), i);
      JsonObject *object = json_object_new ();

      set_text (object, "group", figure->group);
      set_text (object, "key", figure->key);
      json_object_set_int_member (object, "n", figure->n);
      set_text (object, "text", figure->text);
      set_text (object, "detail", figure->detail);
      json_object_set_boolean_member (object, "urgent", figure->urgent);
      set_text (object, "page", figure->page);
      if (figure->record_id != 0)
        json_object_set_int_member (object, "record_id", figure->record_id);
      set_text (object, "field", figure->field);
      set_text (object, "value", figure->value);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
plans_to_json (TdOverview *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plans)); i++)
    {
      g_autoptr (TdOverviewPlan) plan = g_list_model_get_item (G_LIST_MODEL (self->plans), i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "plan_id", td_entity_get_id (TD_ENTITY (plan->plan)));
      set_text (object, "name", plan->name);
      set_text (object, "start", plan->start);
      set_text (object, "end", plan->end);
      set_text (object, "event_name", plan->event_name);
      json_object_set_boolean_member (object, "runs", plan->runs);
      json_object_set_object_member (object, "reports", due_to_json (&plan->reports));
      json_object_set_int_member (object, "n_reports", plan->n_reports);
      json_object_set_int_member (object, "n_received", plan->n_received);
      json_object_set_object_member (object, "tasks", due_to_json (&plan->tasks));
      json_object_set_int_member (object, "n_tasks", plan->n_tasks);
      json_object_set_int_member (object, "n_done", plan->n_done);
      json_object_set_int_member (object, "n_new", plan->n_new);
      json_object_set_int_member (object, "n_drafted", plan->n_drafted);
      json_object_set_int_member (object, "n_awarded", plan->n_awarded);
      json_object_set_int_member (object, "n_certificates", plan->n_certificates);
      json_object_set_int_member (object, "n_printed", plan->n_printed);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * td_overview_dup_json:
 * @self: an overview
 *
 * Returns: (transfer full): all of it as one object
 */
char *
td_overview_dup_json (TdOverview *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *units = json_array_new ();

  set_text (object, "day", self->day);
  json_object_set_object_member (object, "due", due_to_json (&self->due));
  json_object_set_array_member (object, "figures", figures_to_json (self));
  json_object_set_array_member (object, "plans", plans_to_json (self));
  for (guint i = 0; i < self->late_units->len; i++)
    {
      const TdOverviewUnit *unit = g_ptr_array_index (self->late_units, i);
      JsonObject *item = json_object_new ();

      if (unit->id != 0)
        json_object_set_int_member (item, "unit_id", unit->id);
      set_text (item, "unit_name", unit->name);
      json_object_set_int_member (item, "n_late", unit->n_late);
      json_array_add_object_element (units, item);
    }
  json_object_set_array_member (object, "late_units", units);
  return td_json_object_to_text (object, TRUE);
}

/**
 * td_overview_dup_sentence:
 * @self: an overview
 *
 * Returns: (transfer full) (nullable): what is due on the day and what is overdue, in a sentence that names nobody; %NULL
 *   when nothing is
 */
char *
td_overview_dup_sentence (TdOverview *self)
{
  g_autofree char *today = NULL;
  g_autofree char *late = NULL;

  if (self->due.today > 0)
    today = g_strdup_printf (ngettext ("%u report or task is due today", "%u reports and tasks are due today", self->due.today), self->due.today);
  if (self->due.late > 0)
    late = g_strdup_printf (ngettext ("%u is overdue", "%u are overdue", self->due.late), self->due.late);
  if (today != NULL && late != NULL)
    /* Translators: both are clauses: “3 reports and tasks are due today”, “12 are overdue” */
    return g_strdup_printf (_ ("%s; %s."), today, late);
  if (today != NULL)
    return g_strdup_printf (ngettext ("%u report or task is due today.", "%u reports and tasks are due today.", self->due.today), self->due.today);
  if (late != NULL)
    return g_strdup_printf (ngettext ("%u report or task is overdue.", "%u reports and tasks are overdue.", self->due.late), self->due.late);
  return NULL;
}
