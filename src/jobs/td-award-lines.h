/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-store.h"

G_BEGIN_DECLS

gboolean td_award_lines_add (TdConnection *connection, TdDecision *decision, TdNomination *nomination,
                             TdSubject *subject, GError **error);
gboolean td_award_lines_refresh (TdConnection *connection, gint64 nomination_id, GError **error);
gboolean td_award_lines_strike (TdConnection *connection, TdAward *award, GError **error);
gboolean td_award_lines_strike_all (TdConnection *connection, gint64 decision_id, GError **error);
gboolean td_award_lines_number (TdConnection *connection, gint64 decision_id, GError **error);
GPtrArray *td_award_lines_list (TdConnection *connection, gint64 decision_id, GError **error);

G_END_DECLS
