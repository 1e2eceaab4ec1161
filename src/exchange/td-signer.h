/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-public-key.h"
#include "td-secret.h"

G_BEGIN_DECLS

/**
 * TdSigner:
 *
 * A private key, open in memory. It is wiped when it is freed.
 */
typedef struct _TdSigner TdSigner;

#define TD_RECOVERY_PREFIX "TDK1:"

TdSigner *td_signer_new (GError **error);
TdSigner *td_signer_unlock (const char *locked, const TdSecret *passphrase, GError **error);
void td_signer_free (TdSigner *self);
char *td_signer_lock (TdSigner *self, const TdSecret *passphrase, GError **error);
TdPublicKey *td_signer_make_public_key (TdSigner *self, const char *office, const char *day, GError **error);
gboolean td_signer_fits (TdSigner *self, const TdPublicKey *key);
char *td_signer_sign (TdSigner *self, const TdPublicKey *key, const TdClaim *claim, GError **error);

char *td_recovery_write (const char *locked, const TdPublicKey *key);
gboolean td_recovery_read (const char *text, char **locked, TdPublicKey **key, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSigner, td_signer_free)

G_END_DECLS
