/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "td-claim.h"

G_BEGIN_DECLS

/**
 * TdOutcome:
 * @TD_OUTCOME_GENUINE: signed by a key that is known; the register, where it is at hand, says the same
 * @TD_OUTCOME_ALTERED: not what the key's owner signed
 * @TD_OUTCOME_UNKNOWN_KEY: nobody here knows the key it says it was signed with
 * @TD_OUTCOME_KEY_RETIRED: signed when the key did not count any more
 * @TD_OUTCOME_REVOKED: the award was, or the certificate was taken back
 * @TD_OUTCOME_NOT_IN_REGISTER: the register has no such award
 * @TD_OUTCOME_DIFFERS: the register says something else of it
 *
 * What comes of looking at an authenticity code.
 */
typedef enum
{
  TD_OUTCOME_GENUINE,
  TD_OUTCOME_ALTERED,
  TD_OUTCOME_UNKNOWN_KEY,
  TD_OUTCOME_KEY_RETIRED,
  TD_OUTCOME_REVOKED,
  TD_OUTCOME_NOT_IN_REGISTER,
  TD_OUTCOME_DIFFERS,
} TdOutcome;

/**
 * TdDifference:
 * @what: its name, translated
 * @stated: what the code says
 * @registered: what the register says
 */
typedef struct
{
  char *what;
  char *stated;
  char *registered;
} TdDifference;

#define TD_TYPE_VERDICT (td_verdict_get_type ())
G_DECLARE_FINAL_TYPE (TdVerdict, td_verdict, TD, VERDICT, GObject)

/**
 * TdVerdict:
 * @outcome: what came of it
 * @claim: what the code says, which is worth what the outcome is
 * @key_code: the key the code names
 * @key_name: (nullable): whose key it is; %NULL when nobody knows
 * @note: (nullable): what else there is to know, translated
 * @asked_register: whether the register was at hand: without it a revoked award looks like any other
 * @differences: (element-type TdDifference): in what code and register differ
 *
 * What is to be said of an authenticity code. To be read only.
 */
struct _TdVerdict
{
  GObject parent_instance;

  TdOutcome outcome;
  TdClaim *claim;
  char *key_code;
  char *key_name;
  char *note;
  gboolean asked_register;
  GPtrArray *differences;
};

const char *td_verdict_get_nick (TdVerdict *self);
const char *td_verdict_get_sentence (TdVerdict *self);
const char *td_verdict_get_advice (TdVerdict *self);
char *td_verdict_dup_details (TdVerdict *self);
void td_verdict_add_difference (TdVerdict *self, const char *what, const char *stated, const char *registered);

G_END_DECLS
