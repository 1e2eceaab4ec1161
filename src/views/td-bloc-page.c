/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-bloc-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-bloc-jobs.h"
#include "td-bloc-members.h"
#include "td-bloc-page.h"
#include "td-model.h"

/* Cụm and khối: the units that compete with one another for a year. */

struct _TdBlocPage
{
  TdListPage parent_instance;

  TdBlocMembers *members;
};

G_DEFINE_FINAL_TYPE (TdBlocPage, td_bloc_page, TD_TYPE_LIST_PAGE)

static const char *const filters[] = { "kind", "head-id", NULL };
static const char *const omit[] = { "head-name", "deputy-name", NULL };

static const TdPageInfo info = {
  .name = "blocs",
  .title = N_ ("Clusters and blocs"),
  .icon_name = "view-grid-symbolic",
  .filters = filters,
  .order = "year",
  .descending = TRUE,
  .omit = omit,
  .add = N_ ("Add a bloc"),
  .empty_title = N_ ("No clusters or blocs yet"),
  .empty_text = N_ ("The units that compete with one another for a year, with their head and deputy."),
};

static gint64
this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}

/* The next one is of the year that is being entered. */
static void
td_bloc_page_begin (TdListPage *page)
{
  TdEntity *like = td_list_page_get_record (page);
  g_autoptr (TdEntity) bloc = g_object_new (TD_TYPE_BLOC, "year", like != NULL ? TD_BLOC (like)->year : this_year (),
                                            "kind", like != NULL ? TD_BLOC (like)->kind : "cluster", NULL);

  td_list_page_begin (page, &bloc);
}

static void
copied_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdSession *session = td_list_page_get_session (owner);
  GPtrArray *findings = td_job_get_findings (job);

  if (error == NULL && findings->len > 0 && session != NULL)
    td_session_show (session, _ ("The blocs were copied, with notes"), NULL, findings);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdEntity *record = td_list_page_get_record (TD_LIST_PAGE (widget));

  if (record != NULL)
    td_session_run (td_list_page_get_session (TD_LIST_PAGE (widget)), td_bloc_copy_job (TD_BLOC (record)->year), TD_RUN_TELL, copied_cb, widget);
}

static void
td_bloc_page_shown (TdListPage *page, TdEntity *record)
{
  TdBlocPage *self = TD_BLOC_PAGE (page);

  td_bloc_members_set_bloc (self->members, record != NULL ? TD_BLOC (record) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.copy-year", record != NULL && !td_session_is_read_only (td_list_page_get_session (page)));
}

static void
td_bloc_page_set_up (TdListPage *page)
{
  TdBlocPage *self = TD_BLOC_PAGE (page);

  TD_LIST_PAGE_CLASS (td_bloc_page_parent_class)->set_up (page);
  self->members = TD_BLOC_MEMBERS (td_bloc_members_new (td_list_page_get_session (page)));
  td_list_page_add_tab (page, GTK_WIDGET (self->members), "members", _ ("Units"));
  td_list_page_add_menu_item (page, _ ("Copy the Year to the Next"), "page.copy-year");
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.copy-year", FALSE);
}

static void
td_bloc_page_class_init (TdBlocPageClass *klass)
{
  TdListPageClass *page_class = TD_LIST_PAGE_CLASS (klass);

  page_class->info = &info;
  page_class->get_entity_type = td_bloc_get_type;
  page_class->set_up = td_bloc_page_set_up;
  page_class->begin = td_bloc_page_begin;
  page_class->shown = td_bloc_page_shown;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.copy-year", NULL, copy_action);
}

static void
td_bloc_page_init (TdBlocPage *self)
{
}
