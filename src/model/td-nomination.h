/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_NOMINATION (td_nomination_get_type ())
G_DECLARE_FINAL_TYPE (TdNomination, td_nomination, TD, NOMINATION, TdEntity)

/**
 * TdNomination:
 *
 * A subject proposed for an award form in a plan: đề nghị khen thưởng.
 *
 * @subject_id: who
 * @plan_id: under which plan
 * @award_form: such as "Bằng khen"
 * @giver_id: who is asked to give
 * @kind: loại hình
 * @unit_id: the unit at the time
 * @post: chức vụ at the time
 * @achievement: what decision and certificate say
 * @received_on: the day its dossier came, whose rules hold for it; none: it is judged by those of today
 * @posthumous: truy tặng
 * @printed_name: when it differs from the name
 * @position: in the list it came with
 */
struct _TdNomination
{
  TdEntity parent_instance;

  gint64 subject_id;
  char *subject_name;
  char *subject_kind;
  gint64 plan_id;
  char *award_form;
  gint64 giver_id;
  char *giver;
  char *kind;
  gint64 unit_id;
  char *unit_name;
  char *post;
  char *achievement;
  char *period_from;
  char *period_to;
  char *received_on;
  gboolean posthumous;
  char *printed_name;
  char *state;
  gint64 position;
};

G_END_DECLS
