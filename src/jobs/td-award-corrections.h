/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-store.h"

G_BEGIN_DECLS

const TdField *td_award_corrections_find_field (const char *nick);
gboolean td_award_corrections_apply (TdConnection *connection, GPtrArray *awards, GError **error);
TdAward *td_award_corrections_get (TdConnection *connection, gint64 award_id, GError **error);
GPtrArray *td_award_corrections_list (TdConnection *connection, gint64 decision_id, GError **error);
GPtrArray *td_award_corrections_list_states (TdConnection *connection, gint64 award_id, GPtrArray **lines, GError **error);
gboolean td_award_corrections_find_last (TdConnection *connection, gint64 award_id, TdDecisionActLine **line, GError **error);

G_END_DECLS
