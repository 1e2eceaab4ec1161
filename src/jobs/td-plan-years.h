/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdPlanYears:
 * @first: the year in which a plan begins; 0 when it is not known
 * @last: the one in which it ends
 */
typedef struct
{
  int first;
  int last;
} TdPlanYears;

char *td_plan_years_move_text (const char *text, TdPlanYears years, guint *n_left);
char *td_plan_years_move_date (const char *iso);
char *td_plan_days_earlier (const char *iso, guint days);

G_END_DECLS
