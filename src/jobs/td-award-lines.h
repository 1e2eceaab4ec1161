/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-store.h"

G_BEGIN_DECLS

/**
 * TdAwardPlace:
 * @rank: of its form
 * @posthumous: Truy tặng comes after Tặng
 * @position: its number once issued, before that the place of its kind
 * @id: of the award
 *
 * Where a line stands in its decision.
 */
typedef struct
{
  int rank;
  gboolean posthumous;
  gint64 position;
  gint64 id;
} TdAwardPlace;

TdAwardPlace td_award_place_of (const TdAward *award, gboolean persons_first);
int td_award_place_compare (const TdAwardPlace *left, const TdAwardPlace *right);

gboolean td_award_lines_add (TdConnection *connection, TdDecision *decision, TdNomination *nomination,
                             TdSubject *subject, GError **error);
gboolean td_award_lines_refresh (TdConnection *connection, gint64 nomination_id, GError **error);
gboolean td_award_lines_follow_subject (TdConnection *connection, TdAward *award, const TdSubject *before, const TdSubject *subject, GError **error);
gboolean td_award_lines_strike (TdConnection *connection, TdAward *award, GError **error);
gboolean td_award_lines_strike_all (TdConnection *connection, gint64 decision_id, GError **error);
gboolean td_award_lines_number (TdConnection *connection, gint64 decision_id, GError **error);
GPtrArray *td_award_lines_list (TdConnection *connection, gint64 decision_id, GError **error);

G_END_DECLS
