/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-claim.h"

G_BEGIN_DECLS

#define TD_CODE_ERROR (td_code_error_quark ())
GQuark td_code_error_quark (void);

/**
 * TdCodeError:
 * @TD_CODE_ERROR_NONE: there is no code where one was looked for
 * @TD_CODE_ERROR_BROKEN: it begins as one, but is not whole or was altered
 * @TD_CODE_ERROR_PASSPHRASE: the passphrase does not open the key
 * @TD_CODE_ERROR_KEY: not a key or certificate that can be used
 */
typedef enum
{
  TD_CODE_ERROR_NONE,
  TD_CODE_ERROR_BROKEN,
  TD_CODE_ERROR_PASSPHRASE,
  TD_CODE_ERROR_KEY,
} TdCodeError;

#define TD_KEY_BYTES       8  /* of a key's name */
#define TD_SIGNATURE_BYTES 64 /* Ed25519, RFC 8032 */
#define TD_CODE_PREFIX     "TD1:"

/**
 * TdCode:
 * @key: name of the key that signed it, 16 hexadecimal digits
 * @signature: over @text
 * @text: the claim's text, as it was signed
 * @length: of @text in bytes
 * @claim: what it says
 *
 * A signed statement as it was read; whether it is genuine, td_public_key_verify() says.
 */
typedef struct
{
  char *key;
  guint8 signature[TD_SIGNATURE_BYTES];
  char *text;
  gsize length;
  TdClaim *claim;
} TdCode;

char *td_code_write (const char *key, const guint8 *signature, const char *text);
TdCode *td_code_read (const char *text, GError **error);
void td_code_free (TdCode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCode, td_code_free)

G_END_DECLS
