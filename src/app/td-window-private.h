/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-pane.h"
#include "td-session.h"
#include "td-sidebar.h"
#include "td-welcome-page.h"
#include "td-window.h"

G_BEGIN_DECLS

struct _TdWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *main;
  TdWelcomePage *welcome;
  TdPane *pane;
  TdSidebar *sidebar;
  GtkStack *pages;
  GtkRevealer *read_only;
  GtkLabel *read_only_label;
  GtkRevealer *progress;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;

  TdSession *session;
  char *path; /* of the office file opened or being opened */
  guint counted_id;
  guint close_id;
  guint close_tries;
  gboolean may_lose; /* what was entered and cannot be kept may go */
};

/* td-window.c */
GtkWidget *_td_window_get_page (TdWindow *self);
GtkWidget *_td_window_need_page (TdWindow *self, const char *name);
void _td_window_hide_other_pages (TdWindow *self);
/* td-window-office.c */
void _td_window_drop_session (TdWindow *self);
void _td_window_update_undo (TdWindow *self);

G_END_DECLS
