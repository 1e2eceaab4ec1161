/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"
#include "td-finding.h"

G_BEGIN_DECLS

char *td_display_dup_text (TdEntity *entity, const TdField *field);
const char *td_display_get_icon (const TdField *field, const char *nick);
const char *td_display_get_label (const TdField *field);
gboolean td_display_is_state (const TdField *field);

const char *td_display_severity_icon (TdSeverity severity);
const char *td_display_severity_word (TdSeverity severity);
const char *td_display_severity_class (TdSeverity severity);

G_END_DECLS
