/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_EARLIER_AWARD (td_earlier_award_get_type ())
G_DECLARE_FINAL_TYPE (TdEarlierAward, td_earlier_award, TD, EARLIER_AWARD, TdEntity)

/**
 * TdEarlierAward:
 *
 * An award that another office gave, or that was given before this office file: history only.
 *
 * @giver_text: as written
 * @source: where it is known from, such as "Sổ khen thưởng tỉnh cũ"
 */
struct _TdEarlierAward
{
  TdEntity parent_instance;

  gint64 subject_id;
  char *award_form;
  char *giver_text;
  char *decision_number;
  char *decision_date;
  char *achievement;
  char *unit_name;
  char *post;
  char *period_from;
  char *period_to;
  char *source;
};

G_END_DECLS
