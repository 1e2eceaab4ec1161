/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-match.h"

G_BEGIN_DECLS

/**
 * TdMatchKey:
 * @hash: of what is the same in two records
 * @weight: how much it says
 *
 * Something two records of one subject have in common.
 */
typedef struct
{
  guint32 hash;
  guint32 weight;
} TdMatchKey;

void td_match_keys_file (const TdMatchSide *side, GArray *keys);
void td_match_keys_find (const TdMatchSide *side, GArray *keys);

G_END_DECLS
