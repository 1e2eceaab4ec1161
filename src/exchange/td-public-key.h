/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-code.h"

G_BEGIN_DECLS

/**
 * TdPublicKey:
 *
 * The certificate of an office: with it anybody can check what the office has signed, and nobody can
 * sign.
 */
typedef struct _TdPublicKey TdPublicKey;

TdPublicKey *td_public_key_new (const char *data, gsize length, GError **error);
TdPublicKey *td_public_key_new_from_file (const char *path, GError **error);
TdPublicKey *td_public_key_ref (TdPublicKey *self);
void td_public_key_unref (TdPublicKey *self);
const char *td_public_key_get_name (const TdPublicKey *self);
const char *td_public_key_get_code (const TdPublicKey *self);
const char *td_public_key_get_pem (const TdPublicKey *self);
char *td_public_key_dup_fingerprint (const TdPublicKey *self);
gboolean td_public_key_verify (const TdPublicKey *self, const guint8 *signature, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPublicKey, td_public_key_unref)

G_END_DECLS
