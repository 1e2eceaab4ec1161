/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-overview-figures"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-calibration-jobs.h"
#include "td-ceremony-count.h"
#include "td-change-log.h"
#include "td-date.h"
#include "td-number.h"
#include "td-overview-private.h"

/* The figures of the morning, top down in the order in which they press. */

#define MOST_CEREMONIES 3 /* today's, and the next */
#define MOST_PLANS      3 /* by name; the others in one figure */
#define UNNUMBERED_DAYS 3 /* a decision lies that long for signature before it is asked after */
#define SOON            3 /* days before a ceremony when what is missing presses */

static TdOverviewFigure *
add_figure (TdOverview *self, const char *group, const char *key, gint64 n, char *text, char *detail)
{
  TdOverviewFigure *figure = g_object_new (TD_TYPE_OVERVIEW_FIGURE, NULL);

  figure->group = group;
  figure->key = key;
  figure->n = n;
  figure->text = text;
  figure->detail = detail;
  g_list_store_append (self->figures, figure);
  g_object_unref (figure);
  return figure;
}

static void
set_rows (TdOverviewFigure *figure, const char *page, gint64 record_id, const char *field, const char *value)
{
  figure->page = page;
  figure->record_id = record_id;
  figure->field = field;
  figure->value = value;
}

/* Today's ceremony and the next */

static gboolean
add_ceremony (TdOverview *self, TdConnection *connection, TdCeremony *ceremony, GError **error)
{
  gint64 id = td_entity_get_id (TD_ENTITY (ceremony));
  g_autoptr (TdCeremonyCount) count = td_ceremony_count_read (connection, id, error);
  int days = -td_date_days_after (ceremony->day, self->day);
  g_autofree char *when = NULL;
  g_autofree char *date = td_date_to_display (ceremony->day);
  TdOverviewFigure *figure;

  if (count == NULL)
    return FALSE;
  if (days == 0 && ceremony->hour != NULL)
    /* Translators: an hour, as in “today at 8:00” */
    when = g_strdup_printf (_ ("today at %s"), ceremony->hour);
  else if (days == 0)
    when = g_strdup (_ ("today"));
  else
    /* Translators: a date */
    when = g_strdup_printf (ngettext ("%s, in %d day", "%s, in %d days", days), date, days);
  figure = add_figure (self, "ceremonies", "ceremony", count->n_certificates,
                       /* Translators: certificates of a ceremony: its name, when it is */
                       g_strdup_printf (_ ("certificates: %s, %s"), ceremony->name, when),
                       g_strdup_printf (_ ("%u printed, %u signed, %u sealed, %u missing"), count->n_printed, count->n_signed, count->n_sealed, count->n_missing));
  figure->urgent = count->n_missing > 0 && days <= SOON;
  set_rows (figure, "ceremonies", id, NULL, NULL);
  return TRUE;
}

static gboolean
add_ceremonies (TdOverview *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CEREMONY);
  g_autoptr (GPtrArray) ceremonies = NULL;
  gboolean has_next = FALSE;
  guint n = 0;

  td_query_where_not_text (query, "state", "held");
  td_query_where_not_text (query, "day", NULL);
  td_query_order_by (query, "day", FALSE);
  ceremonies = td_connection_list (connection, query, error);
  for (guint i = 0; ceremonies != NULL && i < ceremonies->len && n < MOST_CEREMONIES && !has_next; i++)
    {
      TdCeremony *ceremony = g_ptr_array_index (ceremonies, i);
      int days = -td_date_days_after (ceremony->day, self->day);

      if (days < 0)
        continue;
      if (!add_ceremony (self, connection, ceremony, error))
        return FALSE;
      n++;
      has_next = days > 0;
    }
  return ceremonies != NULL;
}

/* What lies with others, and for how many days */

static int
count_days (const char *utc, const char *day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) then = utc != NULL ? g_date_time_new_from_iso8601 (utc, zone) : NULL;
  g_autoptr (GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;
  g_autofree char *date = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;

  return date != NULL ? MAX (td_date_days_after (date, day), 0) : 0;
}

static gboolean
take_id (const TdValue *values, gpointer user_data, GError **error)
{
  g_array_append_val ((GArray *) user_data, values[0].number);
  return TRUE;
}

static char *
describe_days (int days)
{
  return days > 0 ? g_strdup_printf (ngettext ("the longest for %d day", "the longest for %d days", days), days) : NULL;
}

static gboolean
add_submitted (TdOverview *self, TdConnection *connection, GError **error)
{
  static const char *const fields[] = { "id", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) times = NULL;
  TdOverviewFigure *figure;
  int most = 0;
  guint n_long = 0;

  td_query_where_text (query, "state", "submitted");
  if (!td_connection_each_values (connection, query, fields, take_id, ids, error))
    return FALSE;
  times = td_change_log_find_times (connection, TD_TYPE_DECISION, ids, "state", "submitted", error);
  if (times == NULL || ids->len == 0)
    return times != NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      int days = count_days (g_hash_table_lookup (times, &g_array_index (ids, gint64, i)), self->day);

      most = MAX (most, days);
      n_long += days >= UNNUMBERED_DAYS;
    }
  figure = add_figure (self, "elsewhere", "decisions_submitted", ids->len, g_strdup (ngettext ("decision lies for signature", "decisions lie for signature", ids->len)), describe_days (most));
  set_rows (figure, "decisions", 0, "state", "submitted");
  if (n_long > 0)
    {
      figure = add_figure (self, "elsewhere", "decisions_unnumbered", n_long,
                           g_strdup_printf (ngettext ("decision without a number for %d days or more", "decisions without a number for %d days or more", n_long), UNNUMBERED_DAYS), NULL);
      figure->urgent = TRUE;
      set_rows (figure, "decisions", 0, "state", "submitted");
    }
  return TRUE;
}

typedef struct
{
  const char *day;
  gint64 n;
  int most;
} Away;

static gboolean
take_away (const TdValue *values, gpointer user_data, GError **error)
{
  Away *away = user_data;

  away->n += values[1].number;
  if (values[0].text != NULL)
    away->most = MAX (away->most, td_date_days_after (values[0].text, away->day));
  return TRUE;
}

static gboolean
add_sheets_away (TdOverview *self, TdConnection *connection, GError **error)
{
  static const char *const fields[] = { "changed-on", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  Away away = { self->day, 0, 0 };

  td_query_where_text (query, "state", "at_signature");
  if (!td_connection_each_count (connection, query, fields, take_away, &away, error))
    return FALSE;
  if (away.n > 0)
    set_rows (add_figure (self, "elsewhere", "sheets_at_signature", away.n, g_strdup (ngettext ("certificate lies for signature", "certificates lie for signature", away.n)), describe_days (away.most)),
              "sheets", 0, "state", "at_signature");
  return TRUE;
}

/* What is due, by plan */

typedef enum
{
  DUE_LATE,
  DUE_TODAY,
  DUE_WEEK,
} DueWhen;

static guint
get_due (const TdOverviewPlan *plan, gboolean of_reports, DueWhen when)
{
  const TdOverviewDue *due = of_reports ? &plan->reports : &plan->tasks;

  return when == DUE_LATE ? due->late : when == DUE_TODAY ? due->today
                                                          : due->week;
}

static const char *
due_text (gboolean of_reports, DueWhen when, guint n)
{
  if (of_reports)
    return when == DUE_LATE ? ngettext ("report is overdue", "reports are overdue", n) : when == DUE_TODAY ? ngettext ("report is due today", "reports are due today", n)
                                                                                                           : ngettext ("report is due within a week", "reports are due within a week", n);
  return when == DUE_LATE ? ngettext ("task is overdue", "tasks are overdue", n) : when == DUE_TODAY ? ngettext ("task is due today", "tasks are due today", n)
                                                                                                     : ngettext ("task is due within a week", "tasks are due within a week", n);
}

static const char *const due_keys[2][3] = {
  { "tasks_late", "tasks_today", "tasks_week" },
  { "reports_late", "reports_today", "reports_week" },
};

static char *
describe_late (const TdOverviewPlan *plan, gboolean of_reports, DueWhen when)
{
  int days = of_reports ? plan->reports.most_days : plan->tasks.most_days;

  if (when != DUE_LATE)
    return g_strdup (plan->name);
  /* Translators: how late, and the name of a plan */
  return g_strdup_printf (ngettext ("%d day late · %s", "up to %d days late · %s", days), days, plan->name);
}

static int
compare_due (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint which = GPOINTER_TO_UINT (user_data);
  guint one = get_due (*(TdOverviewPlan *const *) a, which / 3, which % 3);
  guint other = get_due (*(TdOverviewPlan *const *) b, which / 3, which % 3);

  return (one < other) - (one > other);
}

static void
add_due (TdOverview *self, gboolean of_reports, DueWhen when)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);
  TdOverviewFigure *figure;
  guint n_others = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plans)); i++)
    {
      g_autoptr (TdOverviewPlan) plan = g_list_model_get_item (G_LIST_MODEL (self->plans), i);

      if (get_due (plan, of_reports, when) > 0)
        g_ptr_array_add (plans, g_steal_pointer (&plan));
    }
  g_ptr_array_sort_with_data (plans, compare_due, GUINT_TO_POINTER (of_reports * 3 + when));
  for (guint i = 0; i < plans->len; i++)
    {
      TdOverviewPlan *plan = g_ptr_array_index (plans, i);
      guint n = get_due (plan, of_reports, when);

      if (plans->len > MOST_PLANS + 1 && i >= MOST_PLANS)
        {
          n_others += n;
          continue;
        }
      figure = add_figure (self, "due", due_keys[of_reports][when], n, g_strdup (due_text (of_reports, when, n)), describe_late (plan, of_reports, when));
      set_rows (figure, "plans", td_entity_get_id (TD_ENTITY (plan->plan)), NULL, NULL);
      figure->tab = of_reports ? "deadlines" : "tasks";
      figure->urgent = when != DUE_WEEK;
    }
  if (n_others == 0)
    return;
  figure = add_figure (self, "due", due_keys[of_reports][when], n_others, g_strdup (due_text (of_reports, when, n_others)),
                       g_strdup_printf (ngettext ("in %u other plan", "in %u other plans", plans->len - MOST_PLANS), plans->len - MOST_PLANS));
  set_rows (figure, "plans", 0, NULL, NULL);
  figure->action = of_reports ? "win.reports" : NULL;
  figure->urgent = when != DUE_WEEK;
}

static TdOverviewPlan *
find_latest (TdOverview *self)
{
  TdOverviewPlan *most = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plans)); i++)
    {
      g_autoptr (TdOverviewPlan) plan = g_list_model_get_item (G_LIST_MODEL (self->plans), i);

      if (most == NULL || plan->reports.late > most->reports.late)
        most = plan; /* the list holds it */
    }
  return most;
}

/* Over all plans; where they cannot be seen together, that of the plan with the most. */
static void
add_late_units (TdOverview *self)
{
  GString *names = g_string_new (NULL);
  TdOverviewFigure *figure;

  for (guint i = 0; i < MIN (self->late_units->len, 3); i++)
    {
      const TdOverviewUnit *unit = g_ptr_array_index (self->late_units, i);

      g_string_append_printf (names, "%s%s (%u)", i > 0 ? ", " : "", unit->name, unit->n_late);
    }
  if (self->late_units->len > 3)
    g_string_append (names, "…");
  if (self->late_units->len > 0)
    {
      figure = add_figure (self, "due", "units_late", self->late_units->len, g_strdup (ngettext ("unit is late with reports", "units are late with reports", self->late_units->len)), g_strdup (names->str));
      figure->urgent = TRUE;
      figure->action = "win.reports";
      figure->tab = "deadlines";
      set_rows (figure, "plans", td_entity_get_id (TD_ENTITY (find_latest (self)->plan)), NULL, NULL);
    }
  g_string_free (names, TRUE);
}

/* What waits here */

static gboolean
add_drafts (TdOverview *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION);
  gint64 n;

  td_query_where_text (query, "state", "draft");
  n = td_connection_count (connection, query, error);
  if (n > 0)
    set_rows (add_figure (self, "waiting", "decisions_draft", n, g_strdup (ngettext ("draft decision", "draft decisions", n)), NULL), "decisions", 0, "state", "draft");
  return n >= 0;
}

static void
add_nominations (TdOverview *self)
{
  gint64 n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plans)); i++)
    {
      g_autoptr (TdOverviewPlan) plan = g_list_model_get_item (G_LIST_MODEL (self->plans), i);

      n += plan->n_new;
    }
  if (n > 0)
    set_rows (add_figure (self, "waiting", "nominations_new", n, g_strdup (ngettext ("nomination waits", "nominations wait", n)), NULL), "nominations", 0, "state", "new");
}

/* Blanks and printers */

static gboolean
add_stock (TdOverview *self, TdConnection *connection, TdStock *stock, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autofree char *least = td_number_to_display (stock->n_least);
  gint64 n;

  if (stock->n_least <= 0)
    return TRUE;
  td_query_where_number (query, "stock-id", td_entity_get_id (TD_ENTITY (stock)));
  td_query_where_text (query, "state", "free");
  n = td_connection_count (connection, query, error);
  if (n >= 0 && n < stock->n_least)
    set_rows (add_figure (self, "supplies", "stock_low", n, g_strdup_printf (ngettext ("blank left of “%s”", "blanks left of “%s”", n), stock->name),
                          /* Translators: how many blanks of a stock there should be */
                          g_strdup_printf (_ ("%s at least are needed"), least)),
              "stocks", td_entity_get_id (TD_ENTITY (stock)), NULL, NULL);
  return n >= 0;
}

static gboolean
add_stocks (TdOverview *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK);
  g_autoptr (GPtrArray) stocks = td_connection_list (connection, query, error);

  for (guint i = 0; stocks != NULL && i < stocks->len; i++)
    if (!add_stock (self, connection, g_ptr_array_index (stocks, i), error))
      return FALSE;
  return stocks != NULL;
}

/* Printer, tray and stock measured last too long ago. */
static gboolean
add_calibrations (TdOverview *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CALIBRATION);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) printers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) calibrations = NULL;
  GString *names = g_string_new (NULL);
  guint days;

  td_query_order_by (query, "measured-on", TRUE);
  calibrations = td_calibration_read_days (connection, &days, error) ? td_connection_list (connection, query, error) : NULL;
  for (guint i = 0; calibrations != NULL && i < calibrations->len; i++)
    {
      TdCalibration *calibration = g_ptr_array_index (calibrations, i);
      char *what;

      if (td_date_compare (calibration->measured_on, self->day) > 0)
        continue;
      what = g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT, calibration->printer, calibration->tray != NULL ? calibration->tray : "", calibration->stock_id);

      if (g_hash_table_add (seen, what) && td_calibration_get_age (calibration, self->day) > days && g_hash_table_add (printers, g_strdup (calibration->printer)))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", calibration->printer);
    }
  if (g_hash_table_size (printers) > 0)
    {
      TdOverviewFigure *figure = add_figure (self, "supplies", "calibration_due", g_hash_table_size (printers),
                                             g_strdup (ngettext ("printer is to be calibrated again", "printers are to be calibrated again", g_hash_table_size (printers))), g_strdup (names->str));

      set_rows (figure, "certificates", 0, NULL, NULL);
      figure->then = "page.calibrate";
    }
  g_string_free (names, TRUE);
  return calibrations != NULL;
}

/**
 * _td_overview_read_figures:
 * @self: an overview with its day and plans
 * @connection: the office file
 * @error: return location
 *
 * Fills in its figures.
 *
 * Returns: whether the file could be read
 */
gboolean
_td_overview_read_figures (TdOverview *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) units = td_query_new (TD_TYPE_UNIT);

  self->n_units = td_connection_count (connection, units, error);
  if (self->n_units < 0 || !add_ceremonies (self, connection, error) || !add_submitted (self, connection, error) || !add_sheets_away (self, connection, error))
    return FALSE;
  add_late_units (self);
  for (DueWhen when = DUE_LATE; when <= DUE_WEEK; when++)
    {
      add_due (self, TRUE, when);
      add_due (self, FALSE, when);
    }
  add_nominations (self);
  return add_drafts (self, connection, error) && add_stocks (self, connection, error) && add_calibrations (self, connection, error);
}
