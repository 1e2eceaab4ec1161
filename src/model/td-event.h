/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_EVENT (td_event_get_type ())
G_DECLARE_FINAL_TYPE (TdEvent, td_event, TD, EVENT, TdEntity)

/**
 * TdEvent:
 *
 * What plans and deadlines wait for: "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng". Its day is filled in once, and
 * everything bound to it follows.
 *
 * @name: as the plan that was read first calls it
 * @day: when it is over, as exactly as it is known; none while nobody knows
 */
struct _TdEvent
{
  TdEntity parent_instance;

  char *name;
  char *day;
  char *note;
};

G_END_DECLS
