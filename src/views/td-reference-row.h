/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_REFERENCE_ROW (td_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (TdReferenceRow, td_reference_row, TD, REFERENCE_ROW, AdwActionRow)

GtkWidget *td_reference_row_new (TdSession *session, GType target, const char *label, gboolean required);
void td_reference_row_set_id (TdReferenceRow *self, gint64 id);
gint64 td_reference_row_get_id (TdReferenceRow *self);

G_END_DECLS
