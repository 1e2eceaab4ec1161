/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ask-dialog.h"
#include "td-ceremony-jobs.h"
#include "td-ceremony-questions.h"
#include "td-decision-act-dialog.h"
#include "td-decision-acts.h"
#include "td-decision-jobs.h"
#include "td-decision-names.h"
#include "td-decision-page.h"
#include "td-file-dialog.h"
#include "td-issue-dialog.h"
#include "td-model.h"

/* Decisions: drafted from nominations, submitted, issued, printed. */

struct _TdDecisionPage
{
  TdListPage parent_instance;

  TdDecisionActs *acts;
  TdDecisionNames *awards;
  gint64 asked_id; /* what a question that is open is about */
};

G_DEFINE_FINAL_TYPE (TdDecisionPage, td_decision_page, TD_TYPE_LIST_PAGE)

static const char *const columns[] = { "title", "number", "date", "state", NULL };
static const char *const filters[] = { "state", "giver-id", "plan-id", NULL };

static const char *const omit[] = { "state", NULL };

static const TdPageInfo info = {
  .name = "decisions",
  .title = N_ ("Decisions"),
  .icon_name = "text-editor-symbolic",
  .columns = columns,
  .filters = filters,
  .order = NULL,
  .descending = TRUE,
  .omit = omit,
  .empty_title = N_ ("No decisions yet"),
  .empty_text = N_ ("Choose nominations and put them into a decision."),
  .todo_field = "state",
  .todo_value = "draft",
};

static TdDecision *
get_decision (gpointer page)
{
  TdEntity *record = td_list_page_get_record (page);

  return record != NULL ? TD_DECISION (record) : NULL;
}

static void
submit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdDecision *decision = get_decision (widget);

  if (decision != NULL)
    td_session_run (td_list_page_get_session (TD_LIST_PAGE (widget)),
                    td_decision_submit_job (td_entity_get_id (TD_ENTITY (decision)), g_str_equal (name, "page.submit")),
                    TD_RUN_TELL, NULL, NULL);
}

static void
issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdDecision *decision = get_decision (widget);
  GtkWidget *dialog;

  if (decision == NULL)
    return;
  dialog = td_issue_dialog_new (td_list_page_get_session (TD_LIST_PAGE (widget)), decision);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
print_path (const char *path, gpointer owner)
{
  TdDecisionPage *self = owner;
  TdSession *session = td_list_page_get_session (owner);

  if (session != NULL)
    td_session_run (session, td_decision_print_job (self->asked_id, path), TD_RUN_LONG | TD_RUN_SAVED, NULL, NULL);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdDecision *decision = get_decision (widget);

  if (decision == NULL)
    return;
  TD_DECISION_PAGE (widget)->asked_id = td_entity_get_id (TD_ENTITY (decision));
  /* Translators: the name of a new file */
  td_file_dialog_save (widget, _ ("Save the Decision"), TD_FILE_LETTER, _ ("decision.pdf"), print_path, widget);
}

static void
certificates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdDecision *decision = get_decision (widget);

  if (decision != NULL)
    gtk_widget_activate_action (widget, "win.show-record", "(sx)", "certificates", td_entity_get_id (TD_ENTITY (decision)));
}

/* Of the names that are chosen, or of all to choose from. */
static void
ask_act (GArray *ids, gpointer owner)
{
  TdDecisionPage *self = owner;
  TdSession *session = td_list_page_get_session (owner);
  GtkWidget *dialog;

  if (session == NULL)
    return;
  dialog = td_decision_act_dialog_new (session, self->asked_id, (const gint64 *) (gpointer) ids->data, ids->len);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (owner)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdDecisionPage *self = TD_DECISION_PAGE (widget);
  TdDecision *decision = get_decision (widget);

  if (decision == NULL)
    return;
  self->asked_id = td_entity_get_id (TD_ENTITY (decision));
  td_decision_names_collect (self->awards, ask_act, self);
}

static TdJob *
make_ceremony (TdEntity *question, gpointer owner)
{
  const TdCeremonyQuestion *q = TD_CEREMONY_QUESTION (question);
  g_autoptr (TdCeremony) ceremony = g_object_new (TD_TYPE_CEREMONY, "name", q->name, "day", q->day, "hour", q->hour, "place", q->place, "host", q->host, NULL);

  return td_ceremony_new_job (ceremony, &TD_DECISION_PAGE (owner)->asked_id, 1, q->by_unit ? TD_CEREMONY_ORDER_UNIT : TD_CEREMONY_ORDER_FORM);
}

static void
ceremony_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdDecision *decision = get_decision (widget);
  TdAsk ask = { _ ("Make a Ceremony"), _ ("All awards of the decision that are not called elsewhere are handed over there."), _ ("Make"), _ ("The ceremony is made."), make_ceremony };
  g_autoptr (TdEntity) question = NULL;

  if (decision == NULL)
    return;
  TD_DECISION_PAGE (widget)->asked_id = td_entity_get_id (TD_ENTITY (decision));
  question = g_object_new (TD_TYPE_CEREMONY_QUESTION, NULL);
  td_ask_dialog_present (widget, td_list_page_get_session (TD_LIST_PAGE (widget)), &ask, question, widget);
}

static const char *
td_decision_page_get_lock (TdListPage *page, TdEntity *record)
{
  return g_strcmp0 (TD_DECISION (record)->state, "issued") == 0 ? "" : NULL; /* the acts say so */
}

static void
td_decision_page_shown (TdListPage *page, TdEntity *record)
{
  TdDecisionPage *self = TD_DECISION_PAGE (page);
  TdDecision *decision = record != NULL ? TD_DECISION (record) : NULL;
  gboolean may_write = decision != NULL && !td_session_is_read_only (td_list_page_get_session (page));

  td_decision_acts_set_decision (self->acts, decision);
  td_decision_names_set_decision (self->awards, decision);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.submit", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.take-back", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.issue", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.act", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.ceremony", may_write);
}

static void
nominations_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "nominations");
}

static void
td_decision_page_set_up (TdListPage *page)
{
  TdDecisionPage *self = TD_DECISION_PAGE (page);
  TdSession *session = td_list_page_get_session (page);

  TD_LIST_PAGE_CLASS (td_decision_page_parent_class)->set_up (page);
  self->acts = TD_DECISION_ACTS (td_decision_acts_new (session));
  gtk_box_append (td_list_page_get_acts (page), GTK_WIDGET (self->acts));
  self->awards = TD_DECISION_NAMES (td_decision_names_new (session));
  td_list_page_add_tab (page, GTK_WIDGET (self->awards), "awards", _ ("Names"));
  td_list_page_add_start_action (page, _ ("Go to the Nominations"), "page.nominations");
}

static void
td_decision_page_class_init (TdDecisionPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->info = &info;
  page_class->get_entity_type = td_decision_get_type;
  page_class->set_up = td_decision_page_set_up;
  page_class->get_lock = td_decision_page_get_lock;
  page_class->shown = td_decision_page_shown;
  gtk_widget_class_install_action (widget_class, "page.submit", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "page.take-back", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "page.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.certificates", NULL, certificates_action);
  gtk_widget_class_install_action (widget_class, "page.act", NULL, act_action);
  gtk_widget_class_install_action (widget_class, "page.ceremony", NULL, ceremony_action);
  gtk_widget_class_install_action (widget_class, "page.nominations", NULL, nominations_action);
}

static void
td_decision_page_init (TdDecisionPage *self)
{
}
