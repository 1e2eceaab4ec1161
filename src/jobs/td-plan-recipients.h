/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdRecipientUnits:
 *
 * One line of whom a plan is sent to (nơi nhận), and the units its words turn to.
 *
 * @text: as the plan writes it
 * @note: (nullable): what for, such as "b/c"
 * @units: (element-type TdUnit): each once; none where the words name no group and no unit
 */
#define TD_TYPE_RECIPIENT_UNITS (td_recipient_units_get_type ())
G_DECLARE_FINAL_TYPE (TdRecipientUnits, td_recipient_units, TD, RECIPIENT_UNITS, GObject)

struct _TdRecipientUnits
{
  GObject parent_instance;

  char *text;
  char *note;
  GListStore *units;
};

TdJob *td_plan_recipients_job (gint64 plan_id, const char *day);
TdJob *td_plan_whole_text_job (gint64 plan_id, const char *day);

G_END_DECLS
