/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-pages"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-bloc-page.h"
#include "td-ceremony-page.h"
#include "td-certificate-page.h"
#include "td-decision-page.h"
#include "td-list-page.h"
#include "td-nomination-page.h"
#include "td-overview-page.h"
#include "td-pages.h"
#include "td-plan-page.h"
#include "td-stock-page.h"
#include "td-stock-sheet-page.h"
#include "td-subject-page.h"
#include "td-unit-page.h"

/* The pages of the window, in the order of the sidebar and of Alt+1, Alt+2 … */
static const TdPageKind kinds[] = {
  { "overview", N_ ("Overview"), "view-app-grid-symbolic", td_overview_page_get_type },
  { "plans", N_ ("Plans"), "x-office-document-symbolic", td_plan_page_get_type },
  { "units", N_ ("Units"), "x-office-address-book-symbolic", td_unit_page_get_type },
  { "subjects", N_ ("Subjects"), "avatar-default-symbolic", td_subject_page_get_type },
  { "nominations", N_ ("Nominations"), "system-users-symbolic", td_nomination_page_get_type },
  { "decisions", N_ ("Decisions"), "text-editor-symbolic", td_decision_page_get_type },
  { "certificates", N_ ("Certificates"), "printer-symbolic", td_certificate_page_get_type },
  { "stocks", N_ ("Blanks"), "folder-documents-symbolic", td_stock_page_get_type },
  { "sheets", N_ ("Sheets of blanks"), "view-paged-symbolic", td_stock_sheet_page_get_type },
  { "ceremonies", N_ ("Ceremonies"), "starred-symbolic", td_ceremony_page_get_type },
  { "blocs", N_ ("Clusters and blocs"), "view-grid-symbolic", td_bloc_page_get_type },
};

/**
 * td_pages_get_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (array length=n_kinds): the pages there are
 */
const TdPageKind *
td_pages_get_kinds (gsize *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * td_pages_get_first:
 *
 * Returns: the place of the page to begin with
 */
gsize
td_pages_get_first (void)
{
  return 0; /* what the morning brings */
}

/**
 * td_pages_counts:
 * @kind: a page
 *
 * Returns: whether it tells how many of its records wait for somebody, seen or not
 */
gboolean
td_pages_counts (const TdPageKind *kind)
{
  gpointer klass = g_type_class_ref (kind->get_type ());
  gboolean counts = TD_IS_LIST_PAGE_CLASS (klass) && TD_LIST_PAGE_CLASS (klass)->info->todo_field != NULL;

  g_type_class_unref (klass);
  return counts;
}

/**
 * td_pages_make:
 * @kind: a page
 * @session: the office file it shows
 *
 * Returns: the page, not read yet
 */
GtkWidget *
td_pages_make (const TdPageKind *kind, TdSession *session)
{
  GtkWidget *page = g_object_new (kind->get_type (), NULL);

  if (TD_IS_OVERVIEW_PAGE (page))
    td_overview_page_set_session (TD_OVERVIEW_PAGE (page), session);
  else if (TD_IS_CERTIFICATE_PAGE (page))
    td_certificate_page_set_session (TD_CERTIFICATE_PAGE (page), session);
  else
    td_list_page_set_session (TD_LIST_PAGE (page), session);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kind->title), -1);
  return page;
}

/**
 * td_pages_can_add:
 * @page: a page
 *
 * Returns: whether a record can be entered on it
 */
gboolean
td_pages_can_add (GtkWidget *page)
{
  return TD_IS_LIST_PAGE (page) && td_list_page_get_info (TD_LIST_PAGE (page))->add != NULL && !td_session_is_read_only (td_list_page_get_session (TD_LIST_PAGE (page)));
}

/**
 * td_pages_has_list:
 * @page: a page
 *
 * Returns: whether it is a list, which is searched, taken out and has details
 */
gboolean
td_pages_has_list (GtkWidget *page)
{
  return !TD_IS_OVERVIEW_PAGE (page);
}

/**
 * td_pages_look:
 * @page: a page that is about to be seen
 *
 * Reads its records when that has not been done.
 */
void
td_pages_look (GtkWidget *page)
{
  if (TD_IS_OVERVIEW_PAGE (page))
    td_overview_page_look (TD_OVERVIEW_PAGE (page));
  else if (TD_IS_CERTIFICATE_PAGE (page))
    td_certificate_page_look (TD_CERTIFICATE_PAGE (page));
  else
    td_list_page_look (TD_LIST_PAGE (page));
}

/**
 * td_pages_show_record:
 * @page: a page
 * @id: one of its records; for certificates a decision, for sheets their stock
 *
 * Brings a record into sight.
 */
void
td_pages_show_record (GtkWidget *page, gint64 id)
{
  if (TD_IS_CERTIFICATE_PAGE (page))
    td_certificate_page_show_decision (TD_CERTIFICATE_PAGE (page), id);
  else if (TD_IS_STOCK_SHEET_PAGE (page))
    td_stock_sheet_page_show_stock (TD_STOCK_SHEET_PAGE (page), id);
  else if (TD_IS_LIST_PAGE (page))
    td_list_page_show_record (TD_LIST_PAGE (page), id);
}

/**
 * td_pages_show_rows:
 * @page: a page
 * @rows: rows of it
 * @then: (nullable): an action of the page to go on with
 *
 * Shows what was told of somewhere else.
 */
void
td_pages_show_rows (GtkWidget *page, const TdPageRows *rows, const char *then)
{
  if (TD_IS_LIST_PAGE (page))
    td_list_page_show_rows (TD_LIST_PAGE (page), rows);
  else if (rows->record_id != 0)
    td_pages_show_record (page, rows->record_id);
  if (then != NULL)
    gtk_widget_activate_action (page, then, NULL);
}

/**
 * td_pages_finish:
 * @page: a page
 * @busy: (out): whether something is on its way into the office file, so that this is to be asked
 *   again
 *
 * Keeps what is being entered on it.
 *
 * Returns: how many lines have been entered that cannot be kept as they are
 */
guint
td_pages_finish (GtkWidget *page, gboolean *busy)
{
  *busy = FALSE;
  if (TD_IS_PLAN_PAGE (page))
    td_plan_page_finish (TD_PLAN_PAGE (page), busy);
  return TD_IS_NOMINATION_PAGE (page) ? td_nomination_page_finish (TD_NOMINATION_PAGE (page), busy) : 0;
}
