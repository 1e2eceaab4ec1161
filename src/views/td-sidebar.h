/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-pages.h"

G_BEGIN_DECLS

#define TD_TYPE_SIDEBAR (td_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TdSidebar, td_sidebar, TD, SIDEBAR, AdwBin)

void td_sidebar_set_title (TdSidebar *self, const char *title, const char *file);
void td_sidebar_add (TdSidebar *self, const TdPageKind *kind);
void td_sidebar_watch (TdSidebar *self, const char *name, GtkWidget *page);
void td_sidebar_clear (TdSidebar *self);
void td_sidebar_select (TdSidebar *self, const char *name);

G_END_DECLS
