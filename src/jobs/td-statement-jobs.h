/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-jobs.h"
#include "td-secret.h"

G_BEGIN_DECLS

TdJob *td_code_place_job (const char *place, const char *document);
TdJob *td_statement_sign_job (gint64 decision_id, const gint64 *award_ids, guint n_awards, TdSecret *passphrase, const char *day);
TdJob *td_statement_pages_job (gint64 decision_id, const char *path, const TdCertificateOptions *options);

G_END_DECLS
