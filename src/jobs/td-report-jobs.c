/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-report-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-plan-change-jobs.h"
#include "td-record-file.h"
#include "td-report-jobs.h"
#include "td-text.h"
#include "td-unit-group-jobs.h"

/* Reports of units: which are expected, which came, which are late. What is expected is asked anew each time, from the
 * words of the plan and the units of the day, so that a unit that was merged away owes nothing. */

G_DEFINE_FINAL_TYPE (TdReportLine, td_report_line, G_TYPE_OBJECT)

static void
td_report_line_finalize (GObject *object)
{
  TdReportLine *self = TD_REPORT_LINE (object);

  g_clear_object (&self->deadline);
  g_clear_object (&self->plan);
  g_clear_object (&self->unit);
  g_clear_object (&self->report);
  g_clear_object (&self->change);
  G_OBJECT_CLASS (td_report_line_parent_class)->finalize (object);
}

static void
td_report_line_class_init (TdReportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_report_line_finalize;
}

static void
td_report_line_init (TdReportLine *self)
{
}

/**
 * td_report_line_is_late:
 * @self: a line
 *
 * Returns: whether the report should have come and has not
 */
gboolean
td_report_line_is_late (TdReportLine *self)
{
  return g_str_equal (self->state, "late");
}

/**
 * td_report_line_is_reminded:
 * @self: a line
 *
 * Returns: whether the report has not come though a letter asked for it
 */
gboolean
td_report_line_is_reminded (TdReportLine *self)
{
  return self->report != NULL && self->report->received_on == NULL && self->report->reminded_on != NULL;
}

/**
 * td_report_line_get_label:
 * @self: a line
 *
 * Returns: its state as people say it, translated
 */
const char *
td_report_line_get_label (TdReportLine *self)
{
  if (td_report_line_is_late (self) && td_report_line_is_reminded (self))
    return _ ("Late, reminded");
  return td_choice_get_label (td_choices_report_state, self->state);
}

typedef struct
{
  TdConnection *connection;
  const char *day;
  const char *before;
  gboolean only_late;
  GPtrArray *groups;
  TdDirectory *directory;
  GHashTable *states; /* what holds on the day, by plan */
  GListStore *lines;
} Listing;

/* What came for a deadline, by unit. */
static GHashTable *
list_received (TdConnection *connection, TdDeadline *deadline, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_REPORT);
  g_autoptr (GPtrArray) reports = NULL;
  GHashTable *received;

  td_query_where_number (query, "deadline-id", td_entity_get_id (TD_ENTITY (deadline)));
  reports = td_connection_list (connection, query, error);
  if (reports == NULL)
    return NULL;
  received = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  for (guint i = 0; i < reports->len; i++)
    {
      TdReport *report = g_ptr_array_index (reports, i);

      g_hash_table_insert (received, &report->unit_id, g_object_ref (report));
    }
  return received;
}

static void
judge (TdReportLine *line, const char *day)
{
  const char *due = line->deadline->due_date;
  gboolean received = line->report != NULL && line->report->received_on != NULL && td_date_days_after (line->report->received_on, day) >= 0;

  line->days = MAX (td_date_days_after (due, received ? line->report->received_on : day), 0);
  if (received)
    line->state = line->days > 0 ? "received_late" : "received";
  else
    line->state = line->days > 0 ? "late" : "expected";
}

/**
 * td_report_line_set_received:
 * @self: a line that has a unit
 * @received_on: (nullable): the day it came; %NULL: it has not come
 * @day: as of when it is judged
 *
 * Tells the line what is about to be noted, so that it need not be read anew to be shown.
 */
void
td_report_line_set_received (TdReportLine *self, const char *received_on, const char *day)
{
  g_autoptr (TdReport) report = self->report != NULL ? td_entity_copy (self->report) : g_object_new (TD_TYPE_REPORT, NULL);

  g_object_set (report, "received-on", received_on, NULL);
  g_set_object (&self->report, report);
  judge (self, day);
}

/* A deadline as it holds on the day. */
typedef struct
{
  TdDeadline *deadline;
  const TdPlanState *state;
} Held;

static void
add_line (Listing *listing, const Held *held, TdUnit *unit, TdReport *report)
{
  g_autoptr (TdReportLine) line = g_object_new (TD_TYPE_REPORT_LINE, NULL);

  line->deadline = g_object_ref (held->deadline);
  line->plan = g_object_ref (held->state->plan);
  g_set_object (&line->change, td_plan_state_get_source (held->state, held->deadline));
  g_set_object (&line->unit, unit);
  g_set_object (&line->report, report);
  judge (line, listing->day);
  if (!listing->only_late || td_report_line_is_late (line))
    g_list_store_append (listing->lines, line);
}

/* "gửi về Sở Nội vụ": who receives the reports owes none. A unit that is only spoken of does. */
static gboolean
is_receiver (const TdDeadline *deadline, const TdUnit *unit)
{
  static const char *const before[] = { "gui ", "ve ", "qua " };
  g_autofree char *what = td_text_fold (deadline->what);
  g_autofree char *name = td_text_fold (unit->name);

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *words = g_strconcat (before[i], name, NULL);
      gsize length = strlen (words);

      for (const char *at = strstr (what, words); at != NULL; at = strstr (at + 1, words))
        if ((at == what || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
          return TRUE;
    }
  return FALSE;
}

/* What came from a unit of which the words do not speak, or no longer. */
static gboolean
list_others (Listing *listing, const Held *held, GHashTable *received, GError **error)
{
  GHashTableIter iter;
  gpointer report;

  g_hash_table_iter_init (&iter, received);
  while (g_hash_table_iter_next (&iter, NULL, &report))
    {
      g_autoptr (TdUnit) unit = NULL;

      if (((TdReport *) report)->received_on == NULL)
        continue;
      unit = td_connection_get (listing->connection, TD_TYPE_UNIT, ((TdReport *) report)->unit_id, error);
      if (unit == NULL)
        return FALSE;
      add_line (listing, held, unit, report);
    }
  return TRUE;
}

static gboolean
list_deadline (Listing *listing, const Held *held, GError **error)
{
  TdDeadline *deadline = held->deadline;
  g_autoptr (GHashTable) received = list_received (listing->connection, deadline, error);
  g_autoptr (GListStore) units = NULL;
  guint n;

  if (received == NULL)
    return FALSE;
  units = td_unit_groups_expand (listing->connection, listing->groups, listing->directory, deadline->who != NULL ? deadline->who : "", listing->day, error);
  if (units == NULL)
    return FALSE;
  n = g_list_model_get_n_items (G_LIST_MODEL (units));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdUnit) unit = g_list_model_get_item (G_LIST_MODEL (units), i);
      gint64 id = td_entity_get_id (TD_ENTITY (unit));

      if (n == 1 || !is_receiver (deadline, unit))
        {
          add_line (listing, held, unit, g_hash_table_lookup (received, &id));
          g_hash_table_remove (received, &id);
        }
    }
  if (n == 0)
    add_line (listing, held, NULL, NULL);
  return list_others (listing, held, received, error);
}

static TdPlanState *
find_state (Listing *listing, gint64 plan_id, GError **error)
{
  TdPlanState *state = g_hash_table_lookup (listing->states, GSIZE_TO_POINTER (plan_id));

  if (state != NULL)
    return state;
  state = td_plan_as_of (listing->connection, plan_id, listing->day, error);
  if (state != NULL)
    g_hash_table_insert (listing->states, GSIZE_TO_POINTER (plan_id), state);
  return state;
}

static int
compare_held (gconstpointer a, gconstpointer b)
{
  const Held *first = a;
  const Held *second = b;
  int order = g_strcmp0 (first->deadline->due_date, second->deadline->due_date);
  gint64 ids[] = { td_entity_get_id (TD_ENTITY (first->deadline)), td_entity_get_id (TD_ENTITY (second->deadline)) };

  return order != 0 ? order : (ids[0] > ids[1]) - (ids[0] < ids[1]);
}

/* The deadlines that ask for reports, by the days that hold. */
static GArray *
list_held (Listing *listing, gint64 plan_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DEADLINE);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Held));
  g_autoptr (GPtrArray) deadlines = NULL;

  if (plan_id != 0)
    td_query_where_number (query, "plan-id", plan_id);
  td_query_where_number (query, "is-report", 1);
  deadlines = td_connection_list (listing->connection, query, error);
  for (guint i = 0; deadlines != NULL && i < deadlines->len; i++)
    {
      TdDeadline *deadline = g_ptr_array_index (deadlines, i);
      Held held = { .state = find_state (listing, deadline->plan_id, error) };

      if (held.state == NULL)
        return NULL;
      /* A plan that is being written asks nobody yet, and one of another unit asks for that unit. */
      if (g_strcmp0 (held.state->plan->state, "draft") == 0 || held.state->plan->unit_id != 0)
        continue;
      held.deadline = td_plan_state_find_deadline (held.state, td_entity_get_id (TD_ENTITY (deadline)));
      if (listing->before == NULL || (held.deadline->due_date != NULL && td_date_days_after (held.deadline->due_date, listing->before) > 0))
        g_array_append_val (all, held);
    }
  g_array_sort (all, compare_held);
  return deadlines != NULL ? g_steal_pointer (&all) : NULL;
}

/**
 * td_report_list:
 * @connection: an office file
 * @plan_id: a plan; 0 for all
 * @day: a full date
 * @before: (nullable): a full date: only what is due before it
 * @only_late: leaves out what has come and what has time
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdReportLine): by deadline and unit, as of that day
 */
GListStore *
td_report_list (TdConnection *connection, gint64 plan_id, const char *day, const char *before, gboolean only_late, GError **error)
{
  g_autoptr (GPtrArray) groups = td_unit_groups_load (connection, error);
  g_autoptr (TdDirectory) directory = groups != NULL ? td_directory_load (connection, error) : NULL;
  g_autoptr (GHashTable) states = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) td_plan_state_free);
  g_autoptr (GListStore) lines = g_list_store_new (TD_TYPE_REPORT_LINE);
  Listing listing = { connection, day, before, only_late, groups, directory, states, lines };
  g_autoptr (GArray) held = directory != NULL ? list_held (&listing, plan_id, error) : NULL;

  if (held == NULL)
    return NULL;
  for (guint i = 0; i < held->len; i++)
    if (!list_deadline (&listing, &g_array_index (held, Held, i), error))
      return NULL;
  return g_steal_pointer (&lines);
}

typedef struct
{
  gint64 plan_id;
  char *day;
  char *before;
  gboolean only_late;
} Question;

static void
question_free (Question *question)
{
  g_free (question->day);
  g_free (question->before);
  g_free (question);
}

static gboolean
list_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Question *question = data;
  GListStore *lines = td_report_list (connection, question->plan_id, question->day, question->before, question->only_late, error);

  if (lines == NULL)
    return FALSE;
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (lines)));
  td_job_take_object (job, lines);
  return TRUE;
}

/**
 * td_report_list_job:
 * @plan_id: a plan; 0 for all
 * @day: (nullable): a full date; %NULL for today
 * @before: (nullable): a full date: only what is due before it
 * @only_late: leaves out what has come and what has time
 *
 * Returns: (transfer full): the job; its object is a list of #TdReportLine by deadline and unit, as of that day
 */
TdJob *
td_report_list_job (gint64 plan_id, const char *day, const char *before, gboolean only_late)
{
  Question *question = g_new0 (Question, 1);

  question->plan_id = plan_id;
  question->day = day != NULL ? g_strdup (day) : td_date_dup_today ();
  question->before = g_strdup (before);
  question->only_late = only_late;
  return td_job_new_read (list_cb, question, (GDestroyNotify) question_free);
}

/* One that comes */

typedef struct
{
  gint64 deadline_id;
  gint64 unit_id;
  char *day;
  char *number;
  char *path;
} Arrival;

static void
arrival_free (Arrival *arrival)
{
  g_free (arrival->day);
  g_free (arrival->number);
  g_free (arrival->path);
  g_free (arrival);
}

static TdReport *
find_report (TdConnection *connection, const Arrival *arrival, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_REPORT);

  td_query_where_number (query, "deadline-id", arrival->deadline_id);
  td_query_where_number (query, "unit-id", arrival->unit_id);
  return td_connection_find (connection, query, error);
}

static gboolean
receive_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Arrival *arrival = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (TdDeadline) deadline = td_connection_get (connection, TD_TYPE_DEADLINE, arrival->deadline_id, error);
  g_autoptr (TdUnit) unit = deadline != NULL ? td_connection_get (connection, TD_TYPE_UNIT, arrival->unit_id, error) : NULL;
  g_autoptr (TdReport) report = unit != NULL ? find_report (connection, arrival, &local) : NULL;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (unit == NULL || (error != NULL && *error != NULL))
    return FALSE;
  if (!deadline->is_report)
    td_job_take_finding (job, td_finding_new ("report-deadline", TD_SEVERITY_BLOCK, _ ("This deadline asks for no report.")));
  if (arrival->day != NULL && !td_date_is_day (arrival->day))
    td_job_take_finding (job, td_finding_at (td_finding_new ("report-day", TD_SEVERITY_BLOCK, _ ("“%s” is not a day."), arrival->day), "received_on", 0, 0));
  if (arrival->day == NULL && (report == NULL || report->received_on == NULL))
    td_job_take_finding (job, td_finding_new ("report-none", TD_SEVERITY_BLOCK, _ ("No report of this unit has been noted.")));
  if (td_job_get_findings (job)->len > 0)
    return td_job_refuse (job, error);
  if (report == NULL)
    report = g_object_new (TD_TYPE_REPORT, "deadline-id", arrival->deadline_id, "unit-id", arrival->unit_id, NULL);
  g_object_set (report, "received-on", arrival->day, NULL);
  if (arrival->number != NULL)
    g_object_set (report, "number", *arrival->number != '\0' ? arrival->number : NULL, NULL);
  if (arrival->day == NULL) /* nothing of what did not come stays */
    g_object_set (report, "number", NULL, "document", NULL, "file-name", NULL, NULL);
  if (!td_record_attach (connection, report, arrival->path, error))
    return FALSE;
  /* Translators: %s is a unit. */
  td_connection_set_action_name (connection, arrival->day != NULL ? _ ("Report of %s received") : _ ("Report of %s not received"), unit->name);
  if (!(td_entity_get_id (TD_ENTITY (report)) == 0 ? td_connection_insert (connection, report, error) : td_connection_update (connection, report, error)))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (report)));
  return TRUE;
}

/**
 * td_report_receive_job:
 * @deadline_id: a deadline that asks for reports
 * @unit_id: whose report
 * @day: (nullable): the day it came, ISO; %NULL: it has not come after all
 * @number: (nullable): số, ký hiệu; empty for none; %NULL keeps what is known
 * @path: (nullable): the file itself, at most 64 MB, which is kept with the office; %NULL keeps what is there
 *
 * Notes that the report of a unit came.
 *
 * Returns: (transfer full): the job; its id is the report's
 */
TdJob *
td_report_receive_job (gint64 deadline_id, gint64 unit_id, const char *day, const char *number, const char *path)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->deadline_id = deadline_id;
  arrival->unit_id = unit_id;
  arrival->day = g_strdup (day);
  arrival->number = g_strdup (number);
  arrival->path = g_strdup (path);
  return td_job_new_write (_ ("Note the report of a unit"), receive_cb, arrival, (GDestroyNotify) arrival_free);
}
