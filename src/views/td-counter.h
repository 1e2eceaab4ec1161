/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-query.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_COUNTER (td_counter_get_type ())
G_DECLARE_FINAL_TYPE (TdCounter, td_counter, TD, COUNTER, GObject)

TdCounter *td_counter_new (TdSession *session, TdQuery *query);
guint td_counter_get_n (TdCounter *self);

G_END_DECLS
