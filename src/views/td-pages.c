/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-pages"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-list-page.h"
#include "td-pages.h"
#include "td-unit-page.h"

/* The pages of the window, in the order of the sidebar and of Alt+1, Alt+2 … */
static const TdPageKind kinds[] = {
  { "units", N_ ("Units"), "x-office-address-book-symbolic", td_unit_page_get_type },
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
  return 0;
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

  td_list_page_set_session (TD_LIST_PAGE (page), session);
  return page;
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
  td_list_page_look (TD_LIST_PAGE (page));
}
