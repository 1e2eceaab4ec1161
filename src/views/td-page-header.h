/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-pane.h"
#include "td-record-table.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PAGE_HEADER (td_page_header_get_type ())
G_DECLARE_FINAL_TYPE (TdPageHeader, td_page_header, TD, PAGE_HEADER, AdwBin)

void td_page_header_set_session (TdPageHeader *self, TdSession *session);
void td_page_header_set_title (TdPageHeader *self, const char *title, const char *subtitle);
void td_page_header_pack_start (TdPageHeader *self, GtkWidget *widget);
void td_page_header_pack_end (TdPageHeader *self, GtkWidget *widget);
void td_page_header_offer_list (TdPageHeader *self, GtkWidget *page, TdRecordTable *table, const char *name);
void td_page_header_offer (TdPageHeader *self, const char *label, const char *action);
void td_page_header_set_details (TdPageHeader *self, TdPane *pane);

G_END_DECLS
