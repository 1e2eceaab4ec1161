/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-display.h"
#include "td-fact-list.h"
#include "td-file-dialog.h"
#include "td-issue-dialog.h"
#include "td-model.h"
#include "td-plan-editor.h"
#include "td-plan-jobs.h"
#include "td-plan-kin-view.h"
#include "td-plan-new-dialog.h"
#include "td-plan-page.h"
#include "td-report-jobs.h"
#include "td-unit-group-jobs.h"

/* The plans: read from their text, and shown with what was found in it. */

struct _TdPlanPage
{
  TdListPage parent_instance;

  TdFactList *clauses;
  TdFactList *allowances;
  TdFactList *tasks;
  TdFactList *deadlines;
  TdPlanKinView *kin;
  GtkWidget *editor; /* made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (TdPlanPage, td_plan_page, TD_TYPE_LIST_PAGE)

static const char *const columns[] = { "title", "place", "number", "issue-date", NULL };

static const TdPageInfo info = {
  .name = "plans",
  .title = N_ ("Plans"),
  .icon_name = "x-office-document-symbolic",
  .columns = columns,
  .order = "issue-date",
  .descending = TRUE,
  .add = N_ ("Import a plan"),
  .add_label = N_ ("Import…"),
  .empty_title = N_ ("No plans yet"),
  .empty_text = N_ ("Import a plan from its Word file, PDF or text: award forms, tasks and deadlines are read from it."),
};

static void
imported_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdListPage *page = owner;
  TdSession *session = td_list_page_get_session (page);
  GPtrArray *findings = td_job_get_findings (job);

  if (error != NULL || session == NULL)
    return;
  td_list_page_show_record (page, td_job_get_id (job));
  if (findings->len > 0)
    td_session_show (session, _ ("The plan was read; please look at these places"), NULL, findings);
}

static void
import_path (const char *path, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);

  if (session != NULL)
    td_session_run (session, td_plan_import_job (path), TD_RUN_TELL | TD_RUN_LONG, imported_cb, owner);
}

static void
td_plan_page_begin (TdListPage *page)
{
  td_file_dialog_open (GTK_WIDGET (page), _ ("Import a Plan"), TD_FILE_TEXT, import_path, page);
}

static void
describe_clause (TdEntity *entity, TdFact *fact)
{
  TdClause *clause = TD_CLAUSE (entity);

  fact->mark = g_strdup (clause->marker);
  fact->title = g_strdup (clause->title);
  fact->text = g_strdup (clause->body);
  fact->level = clause->level > 0 ? clause->level - 1 : 0;
}

static const char *
choice_label (const TdChoice *choices, const char *nick)
{
  for (; choices->nick != NULL; choices++)
    if (g_strcmp0 (choices->nick, nick) == 0)
      return _ (choices->label);
  return "";
}

static void
describe_allowance (TdEntity *entity, TdFact *fact)
{
  TdAllowance *allowance = TD_ALLOWANCE (entity);
  gboolean allowed = g_strcmp0 (allowance->rule, "allowed") == 0;
  const char *giver = allowance->giver_text != NULL ? allowance->giver_text : choice_label (td_choices_giver_level, allowance->giver_level);
  GString *small = g_string_new (choice_label (td_choices_allowance_rule, allowance->rule));

  if (allowance->kind != NULL)
    g_string_append_printf (small, ": %s", choice_label (td_choices_commendation_kind, allowance->kind));
  if (allowance->clause_path != NULL)
    {
      g_string_append (small, " · ");
      /* Translators: a clause of a plan, such as “IV.3” */
      g_string_append_printf (small, _ ("clause %s"), allowance->clause_path);
    }
  fact->icon_name = allowed ? "emblem-ok-symbolic" : g_strcmp0 (allowance->rule, "only") == 0 ? "dialog-information-symbolic"
                                                                                              : "action-unavailable-symbolic";
  fact->title = g_strdup (allowance->award_form);
  giver = *giver != '\0' ? giver : _ ("the giver is not named");
  /* The plan's own words say why. */
  fact->text = allowance->reason != NULL ? g_strdup_printf ("%s\n“%s”", giver, allowance->reason) : g_strdup (giver);
  fact->small = g_string_free (small, FALSE);
}

/* "102 đơn vị", and which: whom "UBND các xã, phường" are today. */
static void
describe_units (GListModel *units, TdFact *fact)
{
  guint n = g_list_model_get_n_items (units);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdUnit) unit = g_list_model_get_item (units, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", unit->name);
    }
  if (n > 1)
    {
      fact->more_title = g_strdup_printf (ngettext ("%u unit", "%u units", n), n);
      fact->more = g_string_free (names, FALSE);
    }
  else
    g_string_free (names, TRUE);
}

static void
describe_task (TdTaskUnits *item, TdFact *fact)
{
  TdTask *task = item->task;
  TdEntity *entity = TD_ENTITY (task);
  const TdField *due = td_entity_class_find (TD_ENTITY_GET_CLASS (entity), "due-date");
  g_autofree char *date = td_display_dup_text (entity, due);
  GString *small = g_string_new (choice_label (td_choices_task_mode, task->mode));

  if (*date != '\0')
    /* Translators: a date */
    g_string_append_printf (small, _ (" · due %s"), date);
  if (task->clause_path != NULL)
    {
      g_string_append (small, " · ");
      g_string_append_printf (small, _ ("clause %s"), task->clause_path);
    }
  fact->title = g_strdup (task->assignee);
  fact->text = g_strdup (task->body);
  fact->small = g_string_free (small, FALSE);
  describe_units (G_LIST_MODEL (item->units), fact);
}

static TdJob *
make_task_job (gint64 plan_id)
{
  g_autofree char *today = td_date_dup_today ();

  return td_task_units_job (plan_id, today);
}

static void
tell_tasks (TdFactList *list, TdJob *job)
{
  GListModel *items = td_job_get_object (job);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TdTaskUnits) item = g_list_model_get_item (items, i);
      TdFact fact = { NULL };

      describe_task (item, &fact);
      td_fact_list_append (list, &fact);
    }
}

/* Deadlines: by when, from whom, and who has not sent it yet. */

static TdJob *
make_report_job (gint64 plan_id)
{
  return td_report_list_job (plan_id, NULL, FALSE);
}

/* The reports of one deadline, which stand together: from a line on to the first of another. */
static guint
count_reports (GListModel *lines, guint from, guint *n_received, guint *n_late, GString *late)
{
  guint n = g_list_model_get_n_items (lines);
  g_autoptr (TdReportLine) first = g_list_model_get_item (lines, from);
  guint to;

  *n_received = *n_late = 0;
  for (to = from; to < n; to++)
    {
      g_autoptr (TdReportLine) line = g_list_model_get_item (lines, to);

      if (line->deadline != first->deadline)
        break;
      *n_received += g_str_has_prefix (line->state, "received");
      if (!g_str_equal (line->state, "late"))
        continue;
      g_string_append_printf (late, "%s%s", *n_late > 0 ? ", " : "", line->unit != NULL ? line->unit->name : first->deadline->who);
      ++*n_late;
    }
  return to;
}

static void
describe_deadline (TdDeadline *deadline, guint n, guint n_received, guint n_late, const char *late, TdFact *fact)
{
  TdEntity *entity = TD_ENTITY (deadline);
  g_autofree char *date = td_display_dup_text (entity, td_entity_class_find (TD_ENTITY_GET_CLASS (entity), "due-date"));
  GString *small = g_string_new (NULL);

  /* Translators: how many reports of units came */
  g_string_append_printf (small, _ ("%u of %u received"), n_received, n);
  if (*date != '\0')
    g_string_append_printf (small, _ (" · due %s"), date);
  else if (deadline->event_name != NULL)
    /* Translators: the name of an event whose day is open */
    g_string_append_printf (small, _ (" · waits for: %s"), deadline->event_name);
  if (deadline->clause_path != NULL)
    {
      g_string_append (small, " · ");
      g_string_append_printf (small, _ ("clause %s"), deadline->clause_path);
    }
  fact->icon_name = n_late > 0 ? "dialog-warning-symbolic" : n_received == n ? "emblem-ok-symbolic"
                                                                             : "dialog-information-symbolic";
  fact->title = g_strdup (deadline->what);
  fact->text = g_strdup (deadline->who);
  fact->small = g_string_free (small, FALSE);
  if (n_late > 0)
    {
      fact->more_title = g_strdup_printf (ngettext ("%u report is late", "%u reports are late", n_late), n_late);
      fact->more = g_strdup (late);
    }
}

static void
tell_deadlines (TdFactList *list, TdJob *job)
{
  GListModel *lines = td_job_get_object (job);
  guint to;

  for (guint from = 0; from < g_list_model_get_n_items (lines); from = to)
    {
      g_autoptr (TdReportLine) line = g_list_model_get_item (lines, from);
      g_autoptr (GString) late = g_string_new (NULL);
      TdFact fact = { NULL };
      guint n_received;
      guint n_late;

      to = count_reports (lines, from, &n_received, &n_late, late);
      describe_deadline (line->deadline, to - from, n_received, n_late, late->str, &fact);
      td_fact_list_append (list, &fact);
    }
}

/* Writing */

static void
write_plan (TdPlanPage *self, gint64 plan_id)
{
  TdListPage *page = TD_LIST_PAGE (self);

  if (self->editor == NULL)
    {
      self->editor = td_plan_editor_new (td_list_page_get_session (page));
      td_list_page_add_leaf (page, self->editor, "write");
    }
  td_list_page_show_leaf (page, "write");
  td_plan_editor_open (TD_PLAN_EDITOR (self->editor), plan_id);
}

static void
write_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = td_list_page_get_record_id (TD_LIST_PAGE (widget));

  if (id != 0)
    write_plan (TD_PLAN_PAGE (widget), id);
}

static void
issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdListPage *page = TD_LIST_PAGE (widget);
  TdEntity *record = td_list_page_get_record (page);
  GtkWidget *dialog;

  if (record == NULL)
    return;
  dialog = td_issue_dialog_new_for_plan (td_list_page_get_session (page), TD_PLAN (record));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
begun_cb (TdPlanPage *self, gint64 id)
{
  if (td_list_page_get_session (TD_LIST_PAGE (self)) == NULL)
    return;
  td_list_page_show_record (TD_LIST_PAGE (self), id);
  write_plan (self, id);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdListPage *page = TD_LIST_PAGE (widget);
  TdSession *session = td_list_page_get_session (page);
  GtkWidget *dialog;

  if (session == NULL)
    return;
  dialog = td_plan_new_dialog_new (session, td_list_page_get_record_id (page));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (dialog, "begun", G_CALLBACK (begun_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static TdFactList *
add_list (TdListPage *page, GType type, TdFactFunc describe, const char *name, const char *title, const char *empty)
{
  GtkWidget *list = td_fact_list_new (td_list_page_get_session (page), type, "plan-id", describe, title, empty);

  td_list_page_add_tab (page, list, name, title);
  return TD_FACT_LIST (list);
}

static void
td_plan_page_set_up (TdListPage *page)
{
  TdPlanPage *self = TD_PLAN_PAGE (page);

  TD_LIST_PAGE_CLASS (td_plan_page_parent_class)->set_up (page);
  self->clauses = add_list (page, TD_TYPE_CLAUSE, describe_clause, "clauses", _ ("Full text"), _ ("The plan has no clauses."));
  self->allowances = add_list (page, TD_TYPE_ALLOWANCE, describe_allowance, "allowances", _ ("Awards"), _ ("The plan names no award forms."));
  self->tasks = TD_FACT_LIST (td_fact_list_new_told (td_list_page_get_session (page), make_task_job, tell_tasks, _ ("Tasks"), _ ("The plan gives no tasks.")));
  td_list_page_add_tab (page, GTK_WIDGET (self->tasks), "tasks", _ ("Tasks"));
  self->deadlines = TD_FACT_LIST (td_fact_list_new_told (td_list_page_get_session (page), make_report_job, tell_deadlines, _ ("Reports of units"), _ ("The plan asks for no reports.")));
  td_list_page_add_tab (page, GTK_WIDGET (self->deadlines), "deadlines", _ ("Reports"));
  self->kin = TD_PLAN_KIN_VIEW (td_plan_kin_view_new (td_list_page_get_session (page)));
  td_list_page_add_act (page, _ ("Write…"), "plan.write");
  td_list_page_add_act (page, _ ("Issue…"), "plan.issue");
  gtk_box_append (td_list_page_get_acts (page), GTK_WIDGET (self->kin));
  td_list_page_add_menu_item (page, _ ("New Plan…"), "plan.new");
  td_list_page_add_start_action (page, _ ("New Plan…"), "plan.new");
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "plan.new", !td_session_is_read_only (td_list_page_get_session (page)));
}

static void
td_plan_page_shown (TdListPage *page, TdEntity *record)
{
  TdPlanPage *self = TD_PLAN_PAGE (page);
  gint64 id = record != NULL ? td_entity_get_id (record) : 0;
  gboolean draft = record != NULL && g_strcmp0 (TD_PLAN (record)->state, "draft") == 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "plan.write", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "plan.issue", draft && !td_session_is_read_only (td_list_page_get_session (page)));
  td_plan_kin_view_show (self->kin, id);
  td_fact_list_set_parent (self->clauses, id);
  td_fact_list_set_parent (self->allowances, id);
  td_fact_list_set_parent (self->tasks, id);
  td_fact_list_set_parent (self->deadlines, id);
}

static void
td_plan_page_class_init (TdPlanPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);

  page_class->info = &info;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.write", NULL, write_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.issue", NULL, issue_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.new", NULL, new_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_n, GDK_CONTROL_MASK | GDK_ALT_MASK, "plan.new", NULL);
  page_class->get_entity_type = td_plan_get_type;
  page_class->set_up = td_plan_page_set_up;
  page_class->begin = td_plan_page_begin;
  page_class->shown = td_plan_page_shown;
}

static void
td_plan_page_init (TdPlanPage *self)
{
}
