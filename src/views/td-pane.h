/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_PANE (td_pane_get_type ())
G_DECLARE_FINAL_TYPE (TdPane, td_pane, TD, PANE, AdwBin)

gboolean td_pane_get_reveal (TdPane *self);
void td_pane_set_reveal (TdPane *self, gboolean reveal);
gboolean td_pane_get_folded (TdPane *self);

G_END_DECLS
