/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "td-entity.h"
#include "td-finding.h"

G_BEGIN_DECLS

JsonObject *td_entity_to_json (gpointer entity);
JsonObject *td_finding_to_json (const TdFinding *finding);
JsonParser *td_json_parse (const char *json, gsize length, guint deepest);
char *td_json_object_to_text (JsonObject *object, gboolean pretty);

G_END_DECLS
