/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_SIGN_OFF (td_sign_off_get_type ())
G_DECLARE_FINAL_TYPE (TdSignOff, td_sign_off, TD, SIGN_OFF, TdEntity)

/**
 * TdSignOff:
 *
 * A person let a finding of preflight pass, by name. It holds for what was printed then and for nothing else.
 *
 * @decision_id: whose certificates
 * @award_id: the one it is about, 0 for all of them
 * @rule: of the finding
 * @about: what the finding was about, as it was shown
 * @text: its sentence, as it was shown
 * @digest: SHA-256 over what was to be printed, in hexadecimal
 * @signed_by: the name that was typed
 * @signed_on: ISO
 * @reason: why
 */
struct _TdSignOff
{
  TdEntity parent_instance;

  gint64 decision_id;
  gint64 award_id;
  char *rule;
  char *about;
  char *text;
  char *digest;
  char *signed_by;
  char *signed_on;
  char *reason;
};

G_END_DECLS
