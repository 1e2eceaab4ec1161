/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-finding.h"
#include "td-model.h"

G_BEGIN_DECLS

GPtrArray *td_subject_rules_check (TdSubject *subject);

G_END_DECLS
