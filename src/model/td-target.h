/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_TARGET (td_target_get_type ())
G_DECLARE_FINAL_TYPE (TdTarget, td_target, TD, TARGET, TdEntity)

/**
 * TdTarget:
 *
 * A numeric target of a plan and what came of it: chỉ tiêu.
 *
 * @plan_id: of which plan
 * @planned: a number as people write it: "8,5"
 * @measure: what it counts: "%", "nhà", "tỷ đồng"
 * @actual: the same of what has been reached
 * @as_of: the day of @actual
 */
struct _TdTarget
{
  TdEntity parent_instance;

  gint64 plan_id;
  char *name;
  char *planned;
  char *measure;
  char *actual;
  char *as_of;
  char *note;
};

G_END_DECLS
