/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdClaim:
 * @office: who keeps the register
 * @giver: the authority that gives
 * @form: award form, after "Truy tặng" where it is one
 * @name: who was awarded, as printed
 * @unit: (nullable): post and unit, or address, as printed
 * @number: of the decision
 * @date: of the decision, ISO
 * @register_number: in the golden register
 * @register_year: of the register
 * @award: beginning of the award's uuid, #TD_CLAIM_AWARD_LENGTH hexadecimal digits
 * @signed_on: ISO day
 *
 * What a signed statement says of one award.
 */
typedef struct
{
  char *office;
  char *giver;
  char *form;
  char *name;
  char *unit;
  char *number;
  char *date;
  gint64 register_number;
  gint64 register_year;
  char *award;
  char *signed_on;
} TdClaim;

#define TD_CLAIM_AWARD_LENGTH 12

TdClaim *td_claim_new (void);
void td_claim_free (TdClaim *self);
char *td_claim_to_text (const TdClaim *self);
TdClaim *td_claim_parse (const char *text, gsize length);
char *td_claim_dup_award (const char *uuid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdClaim, td_claim_free)

G_END_DECLS
