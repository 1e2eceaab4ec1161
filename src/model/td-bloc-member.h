/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_BLOC_MEMBER (td_bloc_member_get_type ())
G_DECLARE_FINAL_TYPE (TdBlocMember, td_bloc_member, TD, BLOC_MEMBER, TdEntity)

/**
 * TdBlocMember:
 *
 * A unit in a bloc.
 *
 * @position: in the bloc's list, from 1
 */
struct _TdBlocMember
{
  TdEntity parent_instance;

  gint64 bloc_id;
  gint64 unit_id;
  gint64 position;
  char *unit_name;
  char *unit_valid_to;
};

G_END_DECLS
