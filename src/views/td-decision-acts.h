/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-decision.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_DECISION_ACTS (td_decision_acts_get_type ())
G_DECLARE_FINAL_TYPE (TdDecisionActs, td_decision_acts, TD, DECISION_ACTS, AdwBin)

GtkWidget *td_decision_acts_new (TdSession *session);
void td_decision_acts_set_decision (TdDecisionActs *self, TdDecision *decision);

G_END_DECLS
