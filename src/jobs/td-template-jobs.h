/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-template.h"

G_BEGIN_DECLS

TdJob *td_template_get_job (const char *name);
TdJob *td_template_check_job (const char *name, const char *path);
TdJob *td_template_save_job (TdTemplate *template, const char *replaces);
TdJob *td_template_import_job (const char *path, gboolean replace);
TdJob *td_template_export_job (const char *name, const char *path);
TdJob *td_template_retire_job (const char *name, gboolean retired);
TdJob *td_template_remove_job (const char *name);

GPtrArray *td_template_check (TdTemplate *template);

G_END_DECLS
