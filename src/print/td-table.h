/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-flow.h"
#include "td-letter.h"

G_BEGIN_DECLS

void td_table_add (TdFlow *flow, const TdLetterTable *table, double gap);

G_END_DECLS
