/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_DIFFICULTY (td_difficulty_get_type ())
G_DECLARE_FINAL_TYPE (TdDifficulty, td_difficulty, TD, DIFFICULTY, TdEntity)

/**
 * TdDifficulty:
 *
 * What a unit cannot solve alone, and what it was answered: vướng mắc.
 *
 * @plan_id: with which plan
 * @unit_id: who raised it
 * @answered_on: none while there is no answer
 */
struct _TdDifficulty
{
  TdEntity parent_instance;

  gint64 plan_id;
  char *text;
  gint64 unit_id;
  char *unit_name;
  char *raised_on;
  char *answer;
  char *answered_on;
};

G_END_DECLS
