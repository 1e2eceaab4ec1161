/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_WELCOME_PAGE (td_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (TdWelcomePage, td_welcome_page, TD, WELCOME_PAGE, AdwBin)

void td_welcome_page_begin_office (TdWelcomePage *self);
void td_welcome_page_set_message (TdWelcomePage *self, const char *message);

G_END_DECLS
