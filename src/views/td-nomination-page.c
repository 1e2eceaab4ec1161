/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-nomination-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-draft-dialog.h"
#include "td-entry-grid.h"
#include "td-file-dialog.h"
#include "td-import-dialog.h"
#include "td-likely-list.h"
#include "td-model.h"
#include "td-nomination-jobs.h"
#include "td-nomination-page.h"
#include "td-record-jobs.h"

/* Who is proposed for what: subject and nomination in one form, checked at once. */

struct _TdNominationPage
{
  TdListPage parent_instance;

  gint64 shown_id; /* the nomination whose subject is being read or shown */
  guint check_serial;
  TdLikelyList *likely;
  GtkWidget *grid; /* made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (TdNominationPage, td_nomination_page, TD_TYPE_LIST_PAGE)

static const char *const columns[] = { "subject-name", "unit-name", "award-form", "state", NULL };
static const char *const filters[] = { "plan-id", "state", "unit-id", "award-form", NULL };
/* The rest is entered where the subject is at home. */
static const char *const subject_omit[] = { "post", "unit-id", "sort-name", "id-kind", "nationality", "size", "note", NULL };

static const TdPageInfo info = {
  .name = "nominations",
  .title = N_ ("Nominations for awards"),
  .icon_name = "system-users-symbolic",
  .columns = columns,
  .filters = filters,
  .order = "subject-name",
  .add = N_ ("Nominate"),
  .empty_title = N_ ("No nominations yet"),
  .empty_text = N_ ("Import the list a unit has sent, or nominate one by one."),
  .todo_field = "state",
  .todo_value = "new",
};

static TdJob *
save (TdEntity *const *records)
{
  return td_nomination_save_job (TD_NOMINATION (records[1]), TD_SUBJECT (records[0]));
}

/* Findings */

static void
checked_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdNominationPage *self = owner;

  if (error != NULL || td_list_page_get_session (owner) == NULL)
    return;
  if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) == self->check_serial)
    td_record_form_set_findings (td_list_page_get_form (owner), td_job_get_findings (job));
}

static void
check (TdNominationPage *self, TdJob *job)
{
  self->check_serial++;
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->check_serial));
  td_session_run (td_list_page_get_session (TD_LIST_PAGE (self)), job, TD_RUN_QUIET, checked_cb, self);
}

static void
edited_cb (TdNominationPage *self)
{
  TdRecordForm *form = td_list_page_get_form (TD_LIST_PAGE (self));
  TdSubject *subject = TD_SUBJECT (td_record_form_get_record (form, 0));
  TdNomination *nomination = TD_NOMINATION (td_record_form_get_record (form, 1));

  if (nomination->subject_id == 0)
    td_likely_list_look (self->likely, subject, FALSE);
  if (subject->name != NULL && nomination->plan_id != 0 && nomination->award_form != NULL && nomination->giver_id != 0)
    check (self, td_nomination_check_draft_job (nomination, subject));
}

static void
typed_cb (TdNominationPage *self, TdEntity *record)
{
  TdRecordForm *form = td_list_page_get_form (TD_LIST_PAGE (self));

  if (TD_IS_SUBJECT (record) && TD_NOMINATION (td_record_form_get_record (form, 1))->subject_id == 0)
    td_likely_list_look (self->likely, TD_SUBJECT (record), TRUE);
}

/* It is somebody known: his own fields as they are kept, and what has been entered of the rest. */
static void
likely_cb (TdListPage *page, TdSubject *subject)
{
  TdRecordForm *form = td_list_page_get_form (page);
  TdEntity *entered = td_record_form_get_record (form, 1);
  g_autoptr (TdNomination) nomination = NULL;

  if (!td_record_form_is_new (form) || entered == NULL)
    return;
  nomination = td_entity_copy (entered);
  g_object_set (nomination, "subject-id", td_entity_get_id (TD_ENTITY (subject)), NULL);
  if (nomination->unit_id == 0)
    g_object_set (nomination, "unit-id", subject->unit_id, NULL);
  if (nomination->post == NULL)
    g_object_set (nomination, "post", subject->post, NULL);
  td_list_page_begin (page, (TdEntity *[]){ TD_ENTITY (subject), TD_ENTITY (nomination) });
  edited_cb (TD_NOMINATION_PAGE (page));
}

/* A row says who; the form also shows that person's own fields. */

static void
got_subject_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdNominationPage *self = owner;
  TdListPage *page = owner;
  TdEntity *record = td_list_page_get_session (page) != NULL ? td_list_page_get_record (page) : NULL;

  if (error != NULL || record == NULL || td_entity_get_id (record) != self->shown_id || td_record_form_is_new (td_list_page_get_form (page)))
    return;
  td_record_form_show (td_list_page_get_form (page), (TdEntity *[]){ td_job_get_object (job), record });
  check (self, td_nomination_check_job (self->shown_id));
}

static void
td_nomination_page_load (TdListPage *page, TdEntity *record)
{
  TdNominationPage *self = TD_NOMINATION_PAGE (page);

  self->shown_id = td_entity_get_id (record);
  td_session_run (td_list_page_get_session (page), td_record_get_job (TD_TYPE_SUBJECT, TD_NOMINATION (record)->subject_id),
                  TD_RUN_QUIET, got_subject_cb, self);
}

static void
td_nomination_page_shown (TdListPage *page, TdEntity *record)
{
  td_likely_list_clear (TD_NOMINATION_PAGE (page)->likely);
}

static const char *
td_nomination_page_get_lock (TdListPage *page, TdEntity *record)
{
  return g_strcmp0 (TD_NOMINATION (record)->state, "awarded") == 0 ? _ ("Awarded and locked; use a correction or a revocation.") : NULL;
}

static void
td_nomination_page_begin (TdListPage *page)
{
  g_autoptr (TdEntity) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", NULL);
  g_autoptr (TdEntity) nomination = NULL;
  TdEntity *like = td_list_page_get_record (page);
  TdFilterBar *bar = td_list_page_get_filters (page);
  gint64 plan_id = td_filter_bar_get_id (bar, "plan-id");
  gint64 unit_id = td_filter_bar_get_id (bar, "unit-id");

  nomination = g_object_new (TD_TYPE_NOMINATION, "kind", "movement", NULL);
  /* The next one of a list is mostly like the one before it. */
  if (like != NULL)
    g_object_set (nomination, "plan-id", TD_NOMINATION (like)->plan_id, "giver-id", TD_NOMINATION (like)->giver_id,
                  "award-form", TD_NOMINATION (like)->award_form, "kind", TD_NOMINATION (like)->kind,
                  "unit-id", TD_NOMINATION (like)->unit_id, NULL);
  if (plan_id != 0)
    g_object_set (nomination, "plan-id", plan_id, NULL);
  if (unit_id != 0)
    g_object_set (nomination, "unit-id", unit_id, NULL);
  TD_NOMINATION_PAGE (page)->check_serial++;
  td_list_page_begin (page, (TdEntity *[]){ subject, nomination });
}

/* Acts */

static void
entry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdNominationPage *self = TD_NOMINATION_PAGE (widget);
  TdListPage *page = TD_LIST_PAGE (widget);

  if (self->grid == NULL)
    {
      self->grid = td_entry_grid_new (td_list_page_get_session (page));
      td_list_page_add_leaf (page, self->grid, "entry");
    }
  td_list_page_show_leaf (page, "entry");
  td_entry_grid_begin (TD_ENTRY_GRID (self->grid), td_filter_bar_get_id (td_list_page_get_filters (page), "plan-id"));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_import_dialog_ask (TD_LIST_PAGE (widget), TD_LIST_NOMINATIONS, _ ("Import Nominations"));
}

static void
drafted_cb (TdListPage *page, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.show-record", "(sx)", "decisions", id);
}

static void
draft_ids (GArray *ids, gpointer owner)
{
  GtkWidget *dialog;

  if (ids->len == 0 || td_list_page_get_session (owner) == NULL)
    return;
  dialog = td_draft_dialog_new (td_list_page_get_session (owner), (const gint64 *) ids->data, ids->len);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (owner)));
  g_signal_connect_object (dialog, "drafted", G_CALLBACK (drafted_cb), owner, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_record_table_collect (td_list_page_get_table (TD_LIST_PAGE (widget)), draft_ids, widget);
}

static void
td_nomination_page_set_up (TdListPage *page)
{
  TdRecordForm *form = td_list_page_get_form (page);
  gboolean may_write = !td_session_is_read_only (td_list_page_get_session (page));

  td_record_form_add_section (form, TD_TYPE_SUBJECT, _ ("Person or collective"), subject_omit);
  td_record_form_add_section (form, TD_TYPE_NOMINATION, _ ("For what"), NULL);
  td_record_form_set_save (form, save);
  TD_NOMINATION_PAGE (page)->likely = TD_LIKELY_LIST (td_likely_list_new (td_list_page_get_session (page)));
  td_record_form_add_below (form, 0, "name", GTK_WIDGET (TD_NOMINATION_PAGE (page)->likely));
  g_signal_connect_object (TD_NOMINATION_PAGE (page)->likely, "chosen", G_CALLBACK (likely_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "edited", G_CALLBACK (edited_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "typed", G_CALLBACK (typed_cb), page, G_CONNECT_SWAPPED);
  td_list_page_add_menu_item (page, _ ("Import a List…"), "page.import");
  td_list_page_add_menu_item (page, _ ("Enter by Hand…"), "page.entry");
  td_list_page_add_start_action (page, _ ("Import a List…"), "page.import");
  td_list_page_add_bulk_button (page, _ ("Put into a Decision…"), "page.draft");
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.import", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.draft", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.entry", may_write);
}

static void
td_nomination_page_class_init (TdNominationPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);

  page_class->info = &info;
  page_class->get_entity_type = td_nomination_get_type;
  page_class->set_up = td_nomination_page_set_up;
  page_class->load = td_nomination_page_load;
  page_class->begin = td_nomination_page_begin;
  page_class->get_lock = td_nomination_page_get_lock;
  page_class->shown = td_nomination_page_shown;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.import", NULL, import_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.draft", NULL, draft_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.entry", NULL, entry_action);
}

static void
td_nomination_page_init (TdNominationPage *self)
{
}

/**
 * td_nomination_page_finish:
 * @self: the page
 * @busy: (out): whether something is on its way into the office file
 *
 * Keeps what is being entered by hand.
 *
 * Returns: how many lines cannot be kept as they are
 */
guint
td_nomination_page_finish (TdNominationPage *self, gboolean *busy)
{
  *busy = FALSE;
  return self->grid != NULL ? td_entry_grid_finish (TD_ENTRY_GRID (self->grid), busy) : 0;
}
