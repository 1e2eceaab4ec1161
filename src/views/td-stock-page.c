/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ask-dialog.h"
#include "td-date.h"
#include "td-fact-list.h"
#include "td-file-dialog.h"
#include "td-model.h"
#include "td-number.h"
#include "td-part-list.h"
#include "td-stock-count.h"
#include "td-stock-jobs.h"
#include "td-stock-page.h"
#include "td-stock-questions.h"

/* The kinds of blanks: what is printed on them, what came in, what there is. */

struct _TdStockPage
{
  TdListPage parent_instance;

  TdFactList *count;
  TdPartList *parts;
  gint64 stock_id; /* what a dialog that is open is about */
};

G_DEFINE_FINAL_TYPE (TdStockPage, td_stock_page, TD_TYPE_LIST_PAGE)

static const char *const columns[] = { "name", "award-form", "width", "height", "measured-on", NULL };
static const char *const filters[] = { "award-form", "giver-id", NULL };

static const TdPageInfo info = {
  .name = "stocks",
  .title = N_ ("Blanks"),
  .icon_name = "folder-documents-symbolic",
  .columns = columns,
  .filters = filters,
  .order = "name",
  .add = N_ ("Add a stock"),
  .empty_title = N_ ("No blanks yet"),
  .empty_text = N_ ("The pre-printed sheets certificates are printed on: one entry for each batch that differs in what it carries."),
};

/* What there is today */

static void
tell_count (TdFactList *list, TdJob *job)
{
  const TdStockCount *count = td_job_get_object (job);

  td_fact_list_tell (list, "folder-documents-symbolic", _ ("In store"), td_number_to_display (count->n_after));
  if (*count->in_store != '\0')
    td_fact_list_tell (list, NULL, _ ("Numbers in store"), g_strdup (count->in_store));
  td_fact_list_tell (list, "list-add-symbolic", _ ("Received this year"), td_number_to_display (count->n_received));
  td_fact_list_tell (list, "printer-symbolic", _ ("Printed this year"), td_number_to_display (count->n_printed));
  td_fact_list_tell (list, "edit-delete-symbolic", _ ("Spoiled this year"), td_number_to_display (count->n_spoiled));
  td_fact_list_tell (list, "user-trash-symbolic", _ ("Still to be destroyed"), td_number_to_display (count->n_to_destroy));
}

static TdJob *
make_count_job (gint64 id, const char *day)
{
  g_autofree char *today = td_date_dup_today ();
  g_autofree char *new_year = g_strdup_printf ("%.4s-01-01", today);

  return td_stock_count_job (id, new_year, today);
}

static void
receive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = td_list_page_get_record_id (TD_LIST_PAGE (widget));

  if (id != 0)
    td_receive_question_present (widget, td_list_page_get_session (TD_LIST_PAGE (widget)), id);
}

/* Counting */

static void
count_path (const char *path, gpointer owner)
{
  TdStockPage *self = owner;
  TdSession *session = td_list_page_get_session (owner);
  g_autofree char *today = td_date_dup_today ();
  g_autofree char *month = g_strdup_printf ("%.7s-01", today);

  if (session != NULL)
    td_session_run (session, td_stock_count_print_job (self->stock_id, month, today, path), TD_RUN_SAVED, NULL, NULL);
}

static void
count_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (td_list_page_get_record_id (TD_LIST_PAGE (widget)) == 0)
    return;
  TD_STOCK_PAGE (widget)->stock_id = td_list_page_get_record_id (TD_LIST_PAGE (widget));
  /* Translators: the name of a new file */
  td_file_dialog_save (widget, _ ("Save the Record of This Month's Count"), TD_FILE_LETTER, _ ("count of blanks.pdf"), count_path, widget);
}

static void
sheets_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (td_list_page_get_record_id (TD_LIST_PAGE (widget)) != 0)
    gtk_widget_activate_action (widget, "win.show-record", "(sx)", "sheets", td_list_page_get_record_id (TD_LIST_PAGE (widget)));
}

static void
td_stock_page_shown (TdListPage *page, TdEntity *record)
{
  TdStockPage *self = TD_STOCK_PAGE (page);
  gint64 id = record != NULL ? td_entity_get_id (record) : 0;

  td_part_list_set_whole (self->parts, id);
  td_fact_list_set_parent (self->count, id);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.receive", id != 0 && !td_session_is_read_only (td_list_page_get_session (page)));
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.count", id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.sheets", id != 0);
}

static GtkWidget *
make_parts (TdStockPage *self, TdSession *session)
{
  GtkWidget *list = td_part_list_new (session, TD_TYPE_STOCK_PART, "stock-id", _ ("Printed on the blank"), _ ("Add a part"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (box, "td-form");
  gtk_box_append (GTK_BOX (box), list);
  self->parts = TD_PART_LIST (list);
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", box, NULL);
}

static void
td_stock_page_set_up (TdListPage *page)
{
  TdStockPage *self = TD_STOCK_PAGE (page);
  TdSession *session = td_list_page_get_session (page);

  TD_LIST_PAGE_CLASS (td_stock_page_parent_class)->set_up (page);
  td_list_page_add_act (page, _ ("Receive…"), "page.receive");
  td_list_page_add_act (page, _ ("Count…"), "page.count");
  td_list_page_add_act (page, _ ("Show the Sheets"), "page.sheets");
  self->count = TD_FACT_LIST (td_fact_list_new (session, make_count_job, tell_count, _ ("In store"), _ ("No blank of this kind has come in.")));
  td_list_page_add_tab (page, GTK_WIDGET (self->count), "count", _ ("In store"));
  td_list_page_add_tab (page, make_parts (self, session), "parts", _ ("Printed on it"));
  td_stock_page_shown (page, NULL);
}

static void
td_stock_page_class_init (TdStockPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->info = &info;
  page_class->get_entity_type = td_stock_get_type;
  page_class->set_up = td_stock_page_set_up;
  page_class->shown = td_stock_page_shown;
  gtk_widget_class_install_action (widget_class, "page.receive", NULL, receive_action);
  gtk_widget_class_install_action (widget_class, "page.count", NULL, count_action);
  gtk_widget_class_install_action (widget_class, "page.sheets", NULL, sheets_action);
}

static void
td_stock_page_init (TdStockPage *self)
{
}
