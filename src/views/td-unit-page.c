/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-file-dialog.h"
#include "td-model.h"
#include "td-unit-jobs.h"
#include "td-unit-page.h"

/* The units an office works with. */

struct _TdUnitPage
{
  TdListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TdUnitPage, td_unit_page, TD_TYPE_LIST_PAGE)

static const char *const filters[] = { "kind", "parent-id", NULL };

static const TdPageInfo info = {
  .name = "units",
  .title = N_ ("Units"),
  .icon_name = "x-office-address-book-symbolic",
  .filters = filters,
  .order = "name",
  .add = N_ ("Add a unit"),
  .empty_title = N_ ("No units yet"),
  .empty_text = N_ ("The communes, wards, departments and other units that take part and nominate."),
};

static void
imported_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);
  GPtrArray *findings = td_job_get_findings (job);

  if (error == NULL && findings->len > 0 && session != NULL)
    td_session_show (session, _ ("The list was imported, with notes"), NULL, findings);
}

static void
import_path (const char *path, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);

  if (session != NULL)
    td_session_run (session, td_unit_import_job (path), TD_RUN_TELL | TD_RUN_LONG, imported_cb, owner);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_file_dialog_open (widget, _ ("Import Units"), TD_FILE_TABLE, import_path, widget);
}

static void
td_unit_page_set_up (TdListPage *page)
{
  TD_LIST_PAGE_CLASS (td_unit_page_parent_class)->set_up (page);
  td_list_page_add_menu_item (page, _ ("Import a List…"), "page.import");
  td_list_page_add_start_action (page, _ ("Import a List…"), "page.import");
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.import", !td_session_is_read_only (td_list_page_get_session (page)));
}

static void
td_unit_page_class_init (TdUnitPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);

  page_class->info = &info;
  page_class->get_entity_type = td_unit_get_type;
  page_class->set_up = td_unit_page_set_up;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.import", NULL, import_action);
}

static void
td_unit_page_init (TdUnitPage *self)
{
}
