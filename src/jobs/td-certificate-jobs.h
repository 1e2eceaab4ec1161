/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

TdJob *td_certificate_document_job (gint64 decision_id, gint64 award_id, const char *template_name, gboolean with_ornament);
TdJob *td_certificate_print_job (gint64 decision_id, const char *path, const char *template_name, gboolean with_ornament);

G_END_DECLS
