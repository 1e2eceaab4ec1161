/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdOverviewFigure:
 * @group: nick of td_overview_groups
 * @key: what is counted: "reports_late", "nominations_new" …
 * @n: how many
 * @text: what they are, translated
 * @detail: (nullable): more of it, translated
 * @urgent: whether it should have been done, or is due today
 * @page: the page its rows stand on
 * @record_id: the record to choose there, 0 for none
 * @tab: (nullable): which tab of its details
 * @field: (nullable): the property by which the page is narrowed to the rows
 * @value: (nullable): the value it has in them
 * @action: (nullable): the window's action that opens the rows, where there is one; else @page
 * @then: (nullable): what the page itself does then
 *
 * One figure of the morning, and the rows behind it.
 */
#define TD_TYPE_OVERVIEW_FIGURE (td_overview_figure_get_type ())
G_DECLARE_FINAL_TYPE (TdOverviewFigure, td_overview_figure, TD, OVERVIEW_FIGURE, GObject)

struct _TdOverviewFigure
{
  GObject parent_instance;

  const char *group;
  const char *key;
  gint64 n;
  char *text;
  char *detail;
  gboolean urgent;
  const char *page;
  gint64 record_id;
  const char *tab;
  const char *field;
  const char *value;
  const char *action;
  const char *then;
};

/**
 * TdOverviewDue:
 * @late: what should be there already
 * @today: what is due on the day
 * @week: what is due in the seven days after it
 * @most_days: by how many days the oldest of @late is late
 */
typedef struct
{
  guint late;
  guint today;
  guint week;
  int most_days;
} TdOverviewDue;

/**
 * TdOverviewPlan:
 * @plan: a plan
 * @name: its number, or its place, before its title: of many plans the titles are much alike
 * @start: (nullable): its first day, or the day it was issued
 * @end: (nullable): its last day, when it is known
 * @event_name: (nullable): the event it ends with
 * @runs: whether it is under way
 * @deadlines: (element-type TdDeadline): its deadlines
 * @reports: of its reports, what is due
 * @n_reports: reports expected from units
 * @n_received: of them, those that came
 * @tasks: of its tasks, what is due
 * @n_tasks: tasks, without those dropped
 * @n_done: of them, those done
 * @n_new: nominations nobody has taken up
 * @n_drafted: nominations in a draft
 * @n_awarded: nominations awarded
 * @n_certificates: certificates of its issued decisions
 * @n_printed: of them, those on a sheet
 */
#define TD_TYPE_OVERVIEW_PLAN (td_overview_plan_get_type ())
G_DECLARE_FINAL_TYPE (TdOverviewPlan, td_overview_plan, TD, OVERVIEW_PLAN, GObject)

struct _TdOverviewPlan
{
  GObject parent_instance;

  TdPlan *plan;
  char *name;
  const char *start;
  const char *end;
  char *event_name;
  gboolean runs;
  GPtrArray *deadlines;
  TdOverviewDue reports;
  guint n_reports;
  guint n_received;
  TdOverviewDue tasks;
  guint n_tasks;
  guint n_done;
  gint64 n_new;
  gint64 n_drafted;
  gint64 n_awarded;
  gint64 n_certificates;
  gint64 n_printed;
};

/**
 * TdOverviewUnit:
 * @id: a unit, 0 for one that is only named in a plan
 * @name: its name
 * @n_late: reports it owes
 */
typedef struct
{
  gint64 id;
  char *name;
  guint n_late;
} TdOverviewUnit;

/**
 * TdOverview:
 * @day: as of which day
 * @figures: (element-type TdOverviewFigure): what waits, the most pressing first
 * @plans: (element-type TdOverviewPlan): all plans, the latest first
 * @late_units: (element-type TdOverviewUnit): who owes reports, the most first
 * @due: over all plans, reports and tasks: what is due
 * @n_units: units of the office
 *
 * The office on a morning.
 */
#define TD_TYPE_OVERVIEW (td_overview_get_type ())
G_DECLARE_FINAL_TYPE (TdOverview, td_overview, TD, OVERVIEW, GObject)

struct _TdOverview
{
  GObject parent_instance;

  char *day;
  GListStore *figures;
  GListStore *plans;
  GPtrArray *late_units;
  TdOverviewDue due;
  gint64 n_units;
};

extern const TdChoice td_overview_groups[];

TdOverview *td_overview_read (TdConnection *connection, const char *day, GError **error);
TdJob *td_overview_job (const char *day);
char *td_overview_dup_json (TdOverview *self);
char *td_overview_dup_sentence (TdOverview *self);

G_END_DECLS
