/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-secret.h"

G_BEGIN_DECLS

TdJob *td_key_make_job (TdSecret *passphrase, const char *day, const char *person);
TdJob *td_key_import_job (const char *path, const char *day, const char *person);
TdJob *td_key_restore_job (const char *path, TdSecret *passphrase, const char *day, const char *person);
TdJob *td_key_passphrase_job (gint64 key_id, TdSecret *old, TdSecret *new_passphrase, const char *day);
TdJob *td_key_retire_job (gint64 key_id, const char *day, const char *reason);
TdJob *td_key_export_job (gint64 key_id, const char *path);
TdJob *td_key_sheet_job (gint64 key_id, const char *path);

G_END_DECLS
