/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-citizen-id.h"
#include "td-finding.h"

G_BEGIN_DECLS

GPtrArray *td_citizen_rules_check (const char *citizen_id, const char *birth, const char *sex);
gboolean td_citizen_rules_agree (const TdCitizenId *id, const char *birth, const char *sex);

G_END_DECLS
