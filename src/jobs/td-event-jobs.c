/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-event-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-event-jobs.h"
#include "td-event-words.h"
#include "td-text.h"

/* Events that plans wait for. */

static gboolean
check_day (TdJob *job, const char *day)
{
  if (day == NULL || td_date_is_valid (day))
    return TRUE;
  td_job_take_finding (job, td_finding_at (td_finding_new ("event-day", TD_SEVERITY_BLOCK, _ ("“%s” is not a day."), day), "day", 0, 0));
  return FALSE;
}

static GPtrArray *
list_events (TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_EVENT);

  return td_connection_list (connection, query, error);
}

static gboolean
new_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  TdEvent *event = data;
  g_autoptr (GPtrArray) events = list_events (connection, error);

  if (events == NULL)
    return FALSE;
  if (event->name == NULL || *event->name == '\0')
    td_job_take_finding (job, td_finding_at (td_finding_new ("event-name", TD_SEVERITY_BLOCK, _ ("The event has no name.")), "name", 0, 0));
  for (guint i = 0; event->name != NULL && i < events->len; i++)
    if (td_event_words_are_same (((TdEvent *) g_ptr_array_index (events, i))->name, event->name))
      td_job_take_finding (job, td_finding_at (td_finding_new ("event-known", TD_SEVERITY_BLOCK, _ ("There is an event of this name already: “%s”."), ((TdEvent *) g_ptr_array_index (events, i))->name), "name", 0, 0));
  check_day (job, event->day);
  if (td_job_get_findings (job)->len > 0)
    return td_job_refuse (job, error);
  if (!td_connection_insert (connection, event, error))
    return FALSE;
  /* Translators: %s is the name of an event. */
  td_connection_set_action_name (connection, _ ("Note the event “%s”"), event->name);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (event)));
  return TRUE;
}

/**
 * td_event_new_job:
 * @event: (transfer none): a new event; its day may be open
 *
 * Notes an event before any plan names it. One of the same name is refused.
 *
 * Returns: (transfer full): the job; its id is the event's
 */
TdJob *
td_event_new_job (TdEvent *event)
{
  return td_job_new_write (_ ("Note an event"), new_cb, g_object_ref (event), g_object_unref);
}

/* Its day */

typedef struct
{
  char *name;
  char *day;
} Setting;

static void
setting_free (Setting *setting)
{
  g_free (setting->name);
  g_free (setting->day);
  g_free (setting);
}

/* By its id; else by its name, the whole name before one that only goes on; of two such neither is meant. */
static TdEvent *
choose_event (GPtrArray *events, const char *name)
{
  g_autofree char *folded = td_text_fold (name);
  TdEvent *found = NULL;
  gint64 id = 0;
  guint n = 0;

  g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL);
  for (guint i = 0; i < events->len; i++)
    {
      TdEvent *event = g_ptr_array_index (events, i);
      g_autofree char *whole = td_text_fold (event->name);

      if (id != 0 ? td_entity_get_id (TD_ENTITY (event)) == id : g_str_equal (whole, folded))
        return event;
      if (id == 0 && td_event_words_are_same (event->name, name))
        {
          found = event;
          n++;
        }
    }
  return n == 1 ? found : NULL;
}

static TdEvent *
find_event (TdJob *job, TdConnection *connection, const char *name, GError **error)
{
  g_autoptr (GPtrArray) events = list_events (connection, error);
  g_autoptr (GString) known = g_string_new (NULL);
  TdEvent *found = events != NULL ? choose_event (events, name) : NULL;

  if (events == NULL)
    return NULL;
  if (found != NULL)
    return g_object_ref (found);
  for (guint i = 0; i < events->len; i++)
    {
      TdEvent *event = g_ptr_array_index (events, i);

      g_string_append_printf (known, "%s“%s”", i > 0 ? ", " : "", event->name);
    }
  if (events->len > 0)
    td_job_take_finding (job, td_finding_new ("event-unknown", TD_SEVERITY_BLOCK, _ ("No event is called “%s”; known are: %s."), name, known->str));
  else
    td_job_take_finding (job, td_finding_new ("event-unknown", TD_SEVERITY_BLOCK, _ ("No event is called “%s”; no plan waits for one."), name));
  td_job_refuse (job, error);
  return NULL;
}

/* Everything of a kind that waits for the event. Returns how many, -1 for a failure. */
static gint64
move_all (TdConnection *connection, GType type, const char *reference, const char *date, TdEvent *event, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (type);
  g_autoptr (GPtrArray) records = NULL;

  td_query_where_number (query, reference, td_entity_get_id (TD_ENTITY (event)));
  records = td_connection_list (connection, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_object_set (g_ptr_array_index (records, i), date, event->day, NULL);
      if (!td_connection_update (connection, g_ptr_array_index (records, i), error))
        return -1;
    }
  return records != NULL ? (gint64) records->len : -1;
}

static gboolean
set_day_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Setting *setting = data;
  g_autoptr (TdEvent) event = NULL;
  g_autofree char *shown = NULL;
  gint64 n_plans;
  gint64 n_tasks;
  gint64 n_deadlines;

  if (!check_day (job, setting->day))
    return td_job_refuse (job, error);
  event = find_event (job, connection, setting->name, error);
  if (event == NULL)
    return FALSE;
  g_object_set (event, "day", setting->day, NULL);
  if (!td_connection_update (connection, event, error))
    return FALSE;
  n_plans = move_all (connection, TD_TYPE_PLAN, "end-event-id", "end-date", event, error);
  n_tasks = n_plans >= 0 ? move_all (connection, TD_TYPE_TASK, "due-event-id", "due-date", event, error) : -1;
  n_deadlines = n_tasks >= 0 ? move_all (connection, TD_TYPE_DEADLINE, "event-id", "due-date", event, error) : -1;
  if (n_deadlines < 0)
    return FALSE;
  shown = td_date_to_display (setting->day != NULL ? setting->day : "");
  if (setting->day != NULL)
    /* Translators: the name of an event, and a date */
    td_connection_set_action_name (connection, _ ("“%s”: %s"), event->name, shown);
  else
    td_connection_set_action_name (connection, _ ("“%s”: the day is open again"), event->name);
  td_job_take_finding (job, td_finding_new ("event-moved", TD_SEVERITY_INFO, _ ("With it move: plans %d, tasks %d, deadlines %d."), (int) n_plans, (int) n_tasks, (int) n_deadlines));
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (event)));
  td_job_set_count (job, n_plans + n_tasks + n_deadlines);
  return TRUE;
}

/**
 * td_event_set_day_job:
 * @name: the event's name, or its id
 * @day: (nullable): ISO, as exact as it is known: "2026-01" or "2026-01-23"; %NULL opens it again
 *
 * Fills in the day of an event: every plan that ends with it, every task and every deadline that waits for it get that
 * day, as one action.
 *
 * Returns: (transfer full): the job; its id is the event's, its count says how much moved
 */
TdJob *
td_event_set_day_job (const char *name, const char *day)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->name = g_strdup (name);
  setting->day = g_strdup (day);
  return td_job_new_write (_ ("Fill in the day of an event"), set_day_cb, setting, (GDestroyNotify) setting_free);
}
