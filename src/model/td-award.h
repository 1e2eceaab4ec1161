/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_AWARD (td_award_get_type ())
G_DECLARE_FINAL_TYPE (TdAward, td_award, TD, AWARD, TdEntity)

/**
 * TdAward:
 *
 * One line of a decision: khen thưởng. It has a register number from issue on.
 *
 * @position: in the list of its form, from 1
 * @subject_name: copied: what a decision said stays
 * @printed_name: line breaks and capitals of the certificate
 * @subject_kind: copied
 * @unit_name: copied
 * @post: copied
 * @residence: of a household: copied
 * @achievement: as on the decision
 * @register_number: số sổ vàng, consecutive per giver and year
 * @coefficient: of the base salary
 * @factor: for a collective or a household
 * @base_salary: on the day of the decision
 * @money: rounded up once, at the end
 * @money_note: says what could not be verified
 * @revocation_id: the act that revoked it, 0 while it stands
 * @revoked_by: the number of that act
 */
struct _TdAward
{
  TdEntity parent_instance;

  gint64 decision_id;
  gint64 nomination_id;
  gint64 subject_id;
  gint64 giver_id;
  gint64 position;
  char *subject_name;
  char *printed_name;
  char *subject_kind;
  gint64 unit_id;
  char *unit_name;
  char *post;
  char *residence;
  char *award_form;
  char *giver;
  char *kind;
  char *achievement;
  char *post_english;
  char *achievement_english;
  char *period_from;
  char *period_to;
  gboolean posthumous;
  gint64 register_year;
  gint64 register_number;
  gint64 coefficient;
  gint64 factor;
  gint64 base_salary;
  gint64 money;
  char *money_note;
  gint64 revocation_id;
  char *revoked_by;
  char *decision_number;
  char *decision_date;
  char *decision_state;
};

G_END_DECLS
