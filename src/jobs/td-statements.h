/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-claim.h"
#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

TdClaim *td_statements_make_claim (const TdOffice *office, const TdGiver *giver, const TdDecision *decision, const TdAward *award, const char *day);
gboolean td_statements_is_state_form (const TdGiver *giver);
gboolean td_statements_find (TdConnection *connection, const TdClaim *claim, gint64 award_id, TdStatement **statement, GError **error);
GPtrArray *td_statements_list (TdConnection *connection, const TdOffice *office, const TdDecision *decision, const TdGiver *giver, GPtrArray *awards, GError **error);
gboolean td_statements_put_on_front (TdJob *job, TdConnection *connection, const TdDecision *decision, const TdGiver *giver, GPtrArray *awards,
                                     GPtrArray *recipients, GError **error);

G_END_DECLS
