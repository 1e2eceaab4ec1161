/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-overview.h"

G_BEGIN_DECLS

#define TD_TYPE_TIMELINE_VIEW (td_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (TdTimelineView, td_timeline_view, TD, TIMELINE_VIEW, AdwBin)

void td_timeline_view_show (TdTimelineView *self, TdOverview *overview);

G_END_DECLS
