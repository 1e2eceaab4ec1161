/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-decision.h"
#include "td-record-table.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_DECISION_NAMES (td_decision_names_get_type ())
G_DECLARE_FINAL_TYPE (TdDecisionNames, td_decision_names, TD, DECISION_NAMES, AdwBin)

GtkWidget *td_decision_names_new (TdSession *session);
void td_decision_names_set_decision (TdDecisionNames *self, TdDecision *decision);
void td_decision_names_collect (TdDecisionNames *self, TdRecordsFunc func, gpointer owner);

G_END_DECLS
