/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "td-list-page.h"

G_BEGIN_DECLS

/**
 * TdPageKind:
 * @name: the page's name
 * @title: what it is called, marked for translation
 * @icon_name: its icon
 * @get_type: its class
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} TdPageKind;

const TdPageKind *td_pages_get_kinds (gsize *n_kinds);
gsize td_pages_get_first (void);
gboolean td_pages_counts (const TdPageKind *kind);
GtkWidget *td_pages_make (const TdPageKind *kind, TdSession *session);
gboolean td_pages_can_add (GtkWidget *page);
gboolean td_pages_has_list (GtkWidget *page);
void td_pages_look (GtkWidget *page);
guint td_pages_finish (GtkWidget *page, gboolean *busy);
void td_pages_show_record (GtkWidget *page, gint64 id);
void td_pages_show_rows (GtkWidget *page, const TdPageRows *rows, const char *then);

G_END_DECLS
