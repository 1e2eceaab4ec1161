/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-letter.h"
#include "td-model.h"
#include "td-store.h"

G_BEGIN_DECLS

TdLetter *td_plan_letter_make (TdConnection *connection, gint64 plan_id, GPtrArray *findings, GError **error);

G_END_DECLS
