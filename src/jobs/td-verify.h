/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-claim.h"
#include "td-job.h"

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

TdOutcome td_verdict_get_outcome (TdVerdict *self);
const char *td_verdict_get_nick (TdVerdict *self);
const char *td_verdict_get_sentence (TdVerdict *self);
const char *td_verdict_get_advice (TdVerdict *self);
const char *td_verdict_get_key_code (TdVerdict *self);
const char *td_verdict_get_key_name (TdVerdict *self);
const char *td_verdict_get_note (TdVerdict *self);
gboolean td_verdict_asked_register (TdVerdict *self);
const TdClaim *td_verdict_get_claim (TdVerdict *self);
GPtrArray *td_verdict_get_differences (TdVerdict *self);

TdVerdict *td_verify_with_files (const char *code, const char *const *certificates, GError **error);
TdJob *td_verify_job (const char *code, const char *const *certificates);
TdJob *td_code_find_job (const char *path);
const char *td_code_find_job_get (TdJob *job);

G_END_DECLS
