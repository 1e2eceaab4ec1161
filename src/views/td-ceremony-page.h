/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-page.h"

G_BEGIN_DECLS

#define TD_TYPE_CEREMONY_PAGE (td_ceremony_page_get_type ())
G_DECLARE_FINAL_TYPE (TdCeremonyPage, td_ceremony_page, TD, CEREMONY_PAGE, TdListPage)

G_END_DECLS
