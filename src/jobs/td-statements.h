/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-claim.h"
#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdFrontCodes:
 * @office: (nullable): whose they are, where they stand on the front
 * @left_out: a state form has none
 * @n_missing: so many are not signed
 *
 * Authenticity codes on the front of certificates.
 */
typedef struct
{
  TdOffice *office;
  gboolean left_out;
  guint n_missing;
} TdFrontCodes;

TdClaim *td_statements_make_claim (const TdOffice *office, const TdGiver *giver, const TdDecision *decision, const TdAward *award, const char *day);
gboolean td_statements_is_state_form (const TdGiver *giver);
gboolean td_statements_find (TdConnection *connection, const TdClaim *claim, gint64 award_id, TdStatement **statement, GError **error);
GPtrArray *td_statements_list (TdConnection *connection, const TdOffice *office, const TdDecision *decision, const TdGiver *giver, GPtrArray *awards, GError **error);

TdFrontCodes *td_front_codes_new (TdConnection *connection, GError **error);
void td_front_codes_free (TdFrontCodes *self);
gboolean td_front_codes_put (TdFrontCodes *self, TdConnection *connection, const TdDecision *decision, const TdGiver *giver, const TdAward *award, GHashTable *fields, GError **error);
void td_front_codes_tell (TdFrontCodes *self, TdJob *job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFrontCodes, td_front_codes_free)

G_END_DECLS
