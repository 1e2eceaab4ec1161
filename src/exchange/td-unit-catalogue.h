/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"

G_BEGIN_DECLS

GPtrArray *td_unit_catalogue_list_provinces (GError **error);
GPtrArray *td_unit_catalogue_list_units (const char *province, GError **error);
GPtrArray *td_unit_catalogue_list_groups (GError **error);

G_END_DECLS
