/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-counter.h"
#include "td-list-page.h"
#include "td-page-header.h"
#include "td-pane.h"

G_BEGIN_DECLS

/* What a page is made of, for the two files it is written in. */
typedef struct
{
  GtkStack *views; /* the list, or a leaf in its place */
  TdPageHeader *header;
  TdPane *pane;
  GtkStack *state;
  TdFilterBar *filters;
  GtkStack *rows;
  TdRecordTable *table;
  GtkRevealer *bulk;
  GtkLabel *bulk_label;
  GtkBox *bulk_buttons;
  GtkWidget *bulk_delete;
  AdwStatusPage *empty;
  GtkBox *starts;
  GtkStack *details;
  GtkLabel *none_label;
  GtkBox *acts;
  GtkBox *act_row;
  GtkStackSwitcher *switcher;
  GtkStack *tabs;
  TdRecordForm *form;
  GtkWidget *add_button;
  GMenu *add_menu;

  TdSession *session;
  gboolean asked;
  gboolean opens; /* the chosen row, as soon as it has been read */
  gboolean has_tabs;
  TdCounter *counter; /* of what waits for somebody */
} TdListPagePrivate;

TdListPagePrivate *_td_list_page_get_private (TdListPage *self);

G_END_DECLS
