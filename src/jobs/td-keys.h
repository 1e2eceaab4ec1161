/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"
#include "td-signer.h"

G_BEGIN_DECLS

TdOffice *td_keys_get_office (TdConnection *connection, GError **error);
TdSigningKey *td_keys_get_current (TdConnection *connection, GError **error);

TdSigner *td_keys_unlock (TdJob *job, const char *secret, const TdSecret *passphrase, GError **error);

G_END_DECLS
