/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_UNIT_GROUP (td_unit_group_get_type ())
G_DECLARE_FINAL_TYPE (TdUnitGroup, td_unit_group, TD, UNIT_GROUP, TdEntity)

/**
 * TdUnitGroup:
 *
 * A saved question for units, under the words plans use for them: "các sở, ban, ngành".
 *
 * @words: the wordings, one on a line
 * @kinds: kinds of unit, by nick, separated by blanks; none for every kind
 * @parent_id: only units that belong to this one; none for all
 */
struct _TdUnitGroup
{
  TdEntity parent_instance;

  gint64 position;
  char *name;
  char *words;
  char *kinds;
  gint64 parent_id;
};

G_END_DECLS
