/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

/* Days a unit is given to answer where nobody has said by when. */
#define TD_REMINDER_DAYS 7

/**
 * TdReminder:
 * @plan_id: whose reports are asked for; 0 for those of all plans
 * @as_of: (nullable): late on this day, a full date; %NULL for the day of the letters
 * @number: (nullable): the number alone, as the văn thư gave it; %NULL makes drafts
 * @date: (nullable): the day of the letters, a full date; %NULL for @as_of, and for today without it
 * @answer_by: (nullable): by when to answer, a full date; %NULL for %TD_REMINDER_DAYS after the letters
 * @path: the PDF to make or replace
 *
 * Which letters are to be written.
 */
typedef struct
{
  gint64 plan_id;
  const char *as_of;
  const char *number;
  const char *date;
  const char *answer_by;
  const char *path;
} TdReminder;

TdJob *td_report_remind_job (const TdReminder *reminder);

G_END_DECLS
