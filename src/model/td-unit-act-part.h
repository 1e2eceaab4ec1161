/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_UNIT_ACT_PART (td_unit_act_part_get_type ())
G_DECLARE_FINAL_TYPE (TdUnitActPart, td_unit_act_part, TD, UNIT_ACT_PART, TdEntity)

/**
 * TdUnitActPart:
 *
 * A unit's part in an act, with what the unit was before it, so that a list as of an earlier day
 * can say so.
 *
 * @role: from: its work went to others; into: it took that over; changed: it went on otherwise
 * @name: the unit's name before the act
 * @short_name: before
 * @printed_name: before
 * @parent_id: before
 * @place_id: before
 * @act_date: of its act, as the next three
 */
struct _TdUnitActPart
{
  TdEntity parent_instance;

  gint64 act_id;
  gint64 unit_id;
  char *role;
  char *name;
  char *short_name;
  char *printed_name;
  gint64 parent_id;
  gint64 place_id;
  char *unit_name;
  char *act_kind;
  char *act_date;
  char *act_document;
  char *act_issuer;
};

G_END_DECLS
