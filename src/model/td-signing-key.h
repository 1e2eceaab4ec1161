/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_SIGNING_KEY (td_signing_key_get_type ())
G_DECLARE_FINAL_TYPE (TdSigningKey, td_signing_key, TD, SIGNING_KEY, TdEntity)

/**
 * TdSigningKey:
 *
 * A key that statements are signed with: the office's own, or another's that this office trusts.
 *
 * @name: the office it belongs to
 * @code: of the key, 16 hexadecimal digits, as codes name it
 * @own: its private key is, or was, this office's
 * @made_on: when it was made, or taken in
 * @made_by: by whom
 * @passphrase_on: when its passphrase was changed last
 * @retired_on: what it signs from then on counts for nothing
 * @reason: why it was retired
 * @certificate: PEM; never the private key
 */
struct _TdSigningKey
{
  TdEntity parent_instance;

  char *name;
  char *code;
  gboolean own;
  char *made_on;
  char *made_by;
  char *passphrase_on;
  char *retired_on;
  char *reason;
  char *certificate;
};

G_END_DECLS
