/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_DISTINCT_PAIR (td_distinct_pair_get_type ())
G_DECLARE_FINAL_TYPE (TdDistinctPair, td_distinct_pair, TD, DISTINCT_PAIR, TdEntity)

/**
 * TdDistinctPair:
 *
 * Two subjects that look alike and were told apart by a person. Who did it and when is in the log.
 *
 * @first_id: one of them
 * @second_id: the other
 */
struct _TdDistinctPair
{
  TdEntity parent_instance;

  gint64 first_id;
  gint64 second_id;
  char *note;
};

G_END_DECLS
