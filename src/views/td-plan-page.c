/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-page"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-date.h"
#include "td-display.h"
#include "td-fact-list.h"
#include "td-file-dialog.h"
#include "td-issue-dialog.h"
#include "td-model.h"
#include "td-part-list.h"
#include "td-plan-changes.h"
#include "td-plan-document.h"
#include "td-plan-editor.h"
#include "td-plan-facts.h"
#include "td-plan-jobs.h"
#include "td-plan-kin-view.h"
#include "td-plan-new-dialog.h"
#include "td-plan-page.h"
#include "td-plan-recipients.h"
#include "td-plan-review-window.h"
#include "td-report-jobs.h"
#include "td-report-questions.h"
#include "td-reports-dialog.h"
#include "td-unit-group-jobs.h"

/* The plans: read from their text, and shown with what was found in it. */

#define N_PARTS 5

struct _TdPlanPage
{
  TdListPage parent_instance;

  TdFactList *clauses;
  TdFactList *tasks;
  TdFactList *deadlines;
  gint64 printed_id; /* of the plan whose file is asked for */
  TdPlanChanges *changes;
  TdPartList *parts[N_PARTS];
  TdPlanKinView *kin;
  GtkWidget *editor; /* made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (TdPlanPage, td_plan_page, TD_TYPE_LIST_PAGE)

static const char *const columns[] = { "title", "number", "issue-date", NULL };

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
import_path (const char *path, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);

  if (session != NULL)
    td_plan_review_open_path (owner, session, path);
}

static void
reports_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdEntity *record = td_list_page_get_record (TD_LIST_PAGE (widget));

  if (record != NULL)
    td_reports_dialog_present (widget, td_list_page_get_session (TD_LIST_PAGE (widget)), td_entity_get_id (record), TD_PLAN (record)->title);
}

static void
interim_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdEntity *record = td_list_page_get_record (TD_LIST_PAGE (widget));

  if (record != NULL)
    td_report_questions_interim (widget, td_list_page_get_session (TD_LIST_PAGE (widget)), td_entity_get_id (record));
}

static void
td_plan_page_begin (TdListPage *page)
{
  td_file_dialog_open (GTK_WIDGET (page), _ ("Import a Plan"), TD_FILE_TEXT, import_path, page);
}

/* Printing */

static void
print_path (const char *path, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);

  if (session != NULL)
    td_session_run (session, td_plan_document_job (TD_PLAN_PAGE (owner)->printed_id, path), TD_RUN_LONG | TD_RUN_SAVED, NULL, NULL);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = td_list_page_get_record_id (TD_LIST_PAGE (widget));

  if (id == 0)
    return;
  TD_PLAN_PAGE (widget)->printed_id = id;
  /* Translators: the name of a new file */
  td_file_dialog_save (widget, _ ("Save the Plan"), TD_FILE_LETTER, _ ("plan.pdf"), print_path, widget);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdListPage) page = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  TdSession *session = td_list_page_get_session (page);

  if (session == NULL)
    return;
  if (text != NULL && *text != '\0')
    td_plan_review_open_text (GTK_WIDGET (page), session, text);
  else
    td_session_tell (session, _ ("No text was copied."));
}

/* What was copied from a portal or a mail. */
static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

/* "Tiêu chí · 10 điểm": what it is for, and what it counts. */
static GString *
describe_role (TdClause *clause)
{
  GString *text = g_string_new (td_choice_get_label (td_choices_clause_role, clause->role));

  if (clause->points != 0)
    /* Translators: how many points a criterion gives */
    g_string_append_printf (text, ngettext (" · %" PRId64 " point", " · %" PRId64 " points", (gulong) clause->points), clause->points);
  return text;
}

static void
describe_clause (TdEntity *entity, TdFact *fact)
{
  TdClause *clause = TD_CLAUSE (entity);

  fact->mark = g_strdup (clause->marker);
  fact->title = g_strdup (clause->title);
  fact->text = g_strdup (clause->body);
  fact->level = clause->level > 0 ? clause->level - 1 : 0;
  if (clause->role != NULL)
    {
      fact->small = g_string_free (describe_role (clause), FALSE);
      fact->record = entity;
    }
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
describe_recipient (TdRecipientUnits *recipient, TdFact *fact)
{
  fact->mark = g_strdup ("–");
  fact->text = recipient->note != NULL ? g_strdup_printf ("%s (%s)", recipient->text, recipient->note) : g_strdup (recipient->text);
  fact->level = 1;
  describe_units (G_LIST_MODEL (recipient->units), fact);
}

static void
tell_heading (TdFactList *list, const char *title)
{
  TdFact fact = { .title = g_strdup (title) };

  td_fact_list_append (list, &fact);
}

/* As the plan is read on paper: its clauses, and below them whom it is sent to. */
static void
tell_text (TdFactList *list, TdJob *job)
{
  GListModel *items = td_job_get_object (job);
  gboolean told = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      TdFact fact = { NULL };

      if (TD_IS_CLAUSE (item))
        describe_clause (TD_ENTITY (item), &fact);
      else
        {
          if (!told)
            tell_heading (list, _ ("Recipients"));
          told = TRUE;
          describe_recipient (TD_RECIPIENT_UNITS (item), &fact);
        }
      td_fact_list_append (list, &fact);
    }
}

static void
describe_task (TdTaskUnits *item, TdFact *fact)
{
  TdTask *task = item->task;
  TdEntity *entity = TD_ENTITY (task);
  g_autofree char *date = item->due != NULL ? td_date_to_display (item->due) : NULL;
  GString *small = g_string_new (td_choice_get_label (td_choices_task_mode, task->mode));

  if (date != NULL)
    /* Translators: a date */
    g_string_append_printf (small, _ (" · due %s"), date);
  if (task->clause_path != NULL)
    {
      g_string_append (small, " · ");
      g_string_append_printf (small, _ ("clause %s"), task->clause_path);
    }
  if (task->state != NULL)
    g_string_append_printf (small, " · %s", td_choice_get_label (td_choices_task_state, task->state));
  fact->record = entity;
  fact->icon_name = g_strcmp0 (task->state, "done") == 0 ? "emblem-ok-symbolic" : g_strcmp0 (task->state, "dropped") == 0 ? "action-unavailable-symbolic"
                                                                                                                          : NULL;
  fact->title = task->partners != NULL ? g_strdup_printf (_ ("%s, together with %s"), task->assignee, task->partners) : g_strdup (task->assignee);
  fact->text = g_strdup (task->body);
  fact->small = g_string_free (small, FALSE);
  describe_units (G_LIST_MODEL (item->units), fact);
}

static TdJob *
make_task_job (gint64 plan_id, const char *day)
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
make_report_job (gint64 plan_id, const char *day)
{
  return td_report_list_job (plan_id, NULL, NULL, FALSE);
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
      if (!td_report_line_is_late (line))
        continue;
      g_string_append_printf (late, "%s%s", *n_late > 0 ? ", " : "", line->unit != NULL ? line->unit->name : first->deadline->who);
      if (td_report_line_is_reminded (line))
        {
          g_autofree char *day = td_date_to_display (line->report->reminded_on);

          g_string_append_c (late, ' ');
          /* Translators: the day a letter asked for the report */
          g_string_append_printf (late, _ ("(reminded %s)"), day);
        }
      ++*n_late;
    }
  return to;
}

static void
describe_deadline (TdDeadline *deadline, TdPlanChange *change, guint n, guint n_received, guint n_late, const char *late, TdFact *fact)
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
  if (change != NULL)
    {
      g_autofree char *source = td_plan_facts_dup_source (change);

      g_string_append_printf (small, " · %s", source);
    }
  else if (deadline->clause_path != NULL)
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
      describe_deadline (line->deadline, line->change, to - from, n_received, n_late, late->str, &fact);
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

/* What is noted of a plan while it runs. */
static GtkWidget *
make_parts (TdPlanPage *self, TdSession *session)
{
  const struct
  {
    GType type;
    const char *title;
    const char *add;
  } kinds[N_PARTS] = {
    { TD_TYPE_TARGET, _ ("Targets"), _ ("Add a target") },
    { TD_TYPE_OCCASION, _ ("Occasions"), _ ("Add an occasion") },
    { TD_TYPE_WORK, _ ("Registered works"), _ ("Add a registered work") },
    { TD_TYPE_EXEMPLAR, _ ("Exemplars"), _ ("Add an exemplar") },
    { TD_TYPE_DIFFICULTY, _ ("Difficulties"), _ ("Add a difficulty") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);

  gtk_widget_add_css_class (box, "td-form");
  for (guint i = 0; i < N_PARTS; i++)
    {
      GtkWidget *list = td_part_list_new (session, kinds[i].type, "plan-id", kinds[i].title, kinds[i].add);

      gtk_box_append (GTK_BOX (box), list);
      self->parts[i] = TD_PART_LIST (list);
    }
  return scroller;
}

static void
td_plan_page_set_up (TdListPage *page)
{
  TdPlanPage *self = TD_PLAN_PAGE (page);

  TD_LIST_PAGE_CLASS (td_plan_page_parent_class)->set_up (page);
  td_list_page_add_act (page, _ ("Follow Reports…"), "page.reports");
  td_list_page_offer (page, _ ("_Follow Reports of All Plans…"), "win.reports");
  td_list_page_offer (page, _ ("_Letters to Late Units…"), "win.remind-late");
  self->clauses = TD_FACT_LIST (td_fact_list_new (td_list_page_get_session (page), td_plan_whole_text_job, tell_text, _ ("Full text"), _ ("The plan has no clauses.")));
  td_list_page_add_tab (page, GTK_WIDGET (self->clauses), "clauses", _ ("Full text"));
  self->changes = TD_PLAN_CHANGES (td_plan_changes_new (td_list_page_get_session (page)));
  td_list_page_add_tab (page, GTK_WIDGET (self->changes), "changes", _ ("In force"));
  self->tasks = TD_FACT_LIST (td_fact_list_new (td_list_page_get_session (page), make_task_job, tell_tasks, _ ("Tasks"), _ ("The plan gives no tasks.")));
  td_list_page_add_tab (page, GTK_WIDGET (self->tasks), "tasks", _ ("Tasks"));
  self->deadlines = TD_FACT_LIST (td_fact_list_new (td_list_page_get_session (page), make_report_job, tell_deadlines, _ ("Reports of units"), _ ("The plan asks for no reports.")));
  td_list_page_add_tab (page, GTK_WIDGET (self->deadlines), "deadlines", _ ("Reports"));
  td_list_page_add_menu_item (page, _ ("Read _Copied Text…"), "page.paste");
  td_list_page_add_menu_item (page, _ ("A Report _Every Year…"), "page.interim");
  td_list_page_add_act (page, _ ("Print the Plan…"), "page.print");
  td_list_page_add_tab (page, make_parts (self, td_list_page_get_session (page)), "parts", _ ("Carried out"));
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

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.reports", id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.interim", id != 0 && !td_session_is_read_only (td_list_page_get_session (page)));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.print", id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "plan.write", draft);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "plan.issue", draft && !td_session_is_read_only (td_list_page_get_session (page)));
  td_plan_kin_view_show (self->kin, id);
  td_fact_list_set_parent (self->clauses, id);
  td_fact_list_set_parent (self->tasks, id);
  td_fact_list_set_parent (self->deadlines, id);
  for (guint i = 0; i < N_PARTS; i++)
    td_part_list_set_whole (self->parts[i], id);
  td_plan_changes_set_plan (self->changes, id);
}

static void
td_plan_page_class_init (TdPlanPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.paste", NULL, paste_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.reports", NULL, reports_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.interim", NULL, interim_action);
  page_class->info = &info;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.write", NULL, write_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.issue", NULL, issue_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan.new", NULL, new_action);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_n, GDK_CONTROL_MASK | GDK_ALT_MASK, "plan.new", NULL);
  page_class->get_entity_type = td_plan_get_type;
  page_class->set_up = td_plan_page_set_up;
  page_class->begin = td_plan_page_begin;
  page_class->shown = td_plan_page_shown;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.print", NULL, print_action);
}

static void
td_plan_page_init (TdPlanPage *self)
{
}

/**
 * td_plan_page_finish:
 * @self: the page
 * @busy: (out): whether something is on its way into the office file
 *
 * Keeps what is being written of a plan.
 */
void
td_plan_page_finish (TdPlanPage *self, gboolean *busy)
{
  *busy = self->editor != NULL && td_plan_editor_finish (TD_PLAN_EDITOR (self->editor));
}
