/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "td-plan-reading.h"

G_BEGIN_DECLS

JsonNode *td_plan_reading_to_node (const TdPlanReading *reading);
char *td_plan_reading_to_json (const TdPlanReading *reading);

G_END_DECLS
