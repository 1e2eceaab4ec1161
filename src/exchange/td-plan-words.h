/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-plan-reading.h"

G_BEGIN_DECLS

char *td_plan_words_to_text (const char *words);
char *td_plan_words_find_partners (const char *task);
char *td_plan_words_to_date (const char *words, TdPlanPrecision *precision);

G_END_DECLS
