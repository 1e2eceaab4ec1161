/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_UNIT (td_unit_get_type ())
G_DECLARE_FINAL_TYPE (TdUnit, td_unit, TD, UNIT, TdEntity)

/**
 * TdUnit:
 *
 * An agency, commune, enterprise or school: đơn vị. It has a first and a last day.
 *
 * @name: full name
 * @short_name: as people say it
 * @kind: what sort of unit it is
 * @code: statistical or own code, unique when there is one
 * @parent_id: the unit above it in authority
 * @printed_name: on documents and certificates, when it differs
 * @valid_from: first day
 * @valid_to: last day; none while it exists
 * @place_id: the territory it lies in: a school of a department lies in a commune
 */
struct _TdUnit
{
  TdEntity parent_instance;

  char *name;
  char *short_name;
  char *kind;
  char *code;
  gint64 parent_id;
  char *printed_name;
  char *valid_from;
  char *valid_to;
  gint64 place_id;
};

G_END_DECLS
