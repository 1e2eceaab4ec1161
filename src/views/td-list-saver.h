/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-record-table.h"
#include "td-session.h"

G_BEGIN_DECLS

void td_list_saver_ask (GtkWidget *parent, TdSession *session, TdRecordTable *table, const char *title);

G_END_DECLS
