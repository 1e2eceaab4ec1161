/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "td-list-reading.h"

G_BEGIN_DECLS

JsonObject *td_list_table_to_json (TdListTable *table);
JsonObject *td_list_line_to_json (const TdListLine *line);
char *td_list_line_dup_cells (const TdListLine *line);

G_END_DECLS
