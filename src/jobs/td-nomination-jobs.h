/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

TdJob *td_nomination_save_job (TdNomination *nomination, TdSubject *subject);
TdJob *td_nomination_check_job (gint64 nomination_id);
TdJob *td_nomination_check_draft_job (TdNomination *nomination, TdSubject *subject);
TdJob *td_nomination_import_job (const char *path, gint64 plan_id, gboolean dry_run);

G_END_DECLS
