/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-query.h"

G_BEGIN_DECLS

gboolean td_list_export_offers (const TdField *field);
GPtrArray *td_list_export_find_fields (GType type, const char *names, GError **error);
TdJob *td_list_export_job (TdQuery *query, GPtrArray *fields, const char *title, const char *path);

G_END_DECLS
