/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"
#include "td-template-canvas.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_UNDERLAY_PANE (td_template_underlay_pane_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateUnderlayPane, td_template_underlay_pane, TD, TEMPLATE_UNDERLAY_PANE, AdwBin)

void td_template_underlay_pane_set_session (TdTemplateUnderlayPane *self, TdSession *session, TdTemplateCanvas *canvas);
void td_template_underlay_pane_set_template (TdTemplateUnderlayPane *self, const char *template_id, double width, double height);
void td_template_underlay_pane_set_shown (TdTemplateUnderlayPane *self, gboolean shown);

G_END_DECLS
