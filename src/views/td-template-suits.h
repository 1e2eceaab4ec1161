/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-template-draft.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_SUITS (td_template_suits_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateSuits, td_template_suits, TD, TEMPLATE_SUITS, AdwBin)

GtkWidget *td_template_suits_new (void);
void td_template_suits_set_draft (TdTemplateSuits *self, TdTemplateDraft *draft);

G_END_DECLS
