/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdCeremonyOrder:
 * @TD_CEREMONY_ORDER_FORM: forms by their rank, Truy tặng after Tặng, inside a form as the decision lists them
 * @TD_CEREMONY_ORDER_UNIT: units by the alphabet, inside a unit as above
 *
 * In which order awards are called, until lines are moved by hand.
 */
typedef enum
{
  TD_CEREMONY_ORDER_FORM,
  TD_CEREMONY_ORDER_UNIT,
} TdCeremonyOrder;

/**
 * TdCeremonyMove:
 * @TD_CEREMONY_MOVE_UP: one place towards the first
 * @TD_CEREMONY_MOVE_DOWN: one place towards the last
 * @TD_CEREMONY_MOVE_TO: to a place, 1 for the first; lines chosen together stay together
 *
 * Where lines go.
 */
typedef enum
{
  TD_CEREMONY_MOVE_UP,
  TD_CEREMONY_MOVE_DOWN,
  TD_CEREMONY_MOVE_TO,
} TdCeremonyMove;

/**
 * TdLineChoice:
 * @ids: (array length=n_ids) (nullable): lines by their keys
 * @n_ids: how many
 * @ceremony_id: without @ids
 * @numbers: (nullable): lines of the ceremony by their places, as people write them: "1-10, 15"; %NULL for all
 *   of them
 *
 * Which lines of a ceremony something is done with.
 */
typedef struct
{
  const gint64 *ids;
  guint n_ids;
  gint64 ceremony_id;
  const char *numbers;
} TdLineChoice;

/* Before the day */
TdJob *td_ceremony_new_job (TdCeremony *ceremony, const gint64 *decisions, guint n_decisions, TdCeremonyOrder order);
TdJob *td_ceremony_add_job (gint64 ceremony_id, const gint64 *decisions, guint n_decisions, const gint64 *awards, guint n_awards);
TdJob *td_ceremony_strike_job (const TdLineChoice *lines);
TdJob *td_ceremony_order_job (gint64 ceremony_id, TdCeremonyOrder order);
TdJob *td_ceremony_move_job (const TdLineChoice *lines, TdCeremonyMove move, guint position);
TdJob *td_ceremony_seat_job (gint64 ceremony_id, guint n_rows, guint n_per_row);

/* On the day and after it: td-ceremony-day.c */
TdJob *td_ceremony_mark_job (const TdLineChoice *lines, const char *presence);
TdJob *td_ceremony_present_job (const TdLineChoice *lines, const char *received_by, const char *day);
TdJob *td_ceremony_send_job (const TdLineChoice *lines, const char *sent_by, const char *received_by, const char *day);
TdJob *td_ceremony_carry_job (const TdLineChoice *lines, gint64 to_id);

G_END_DECLS
