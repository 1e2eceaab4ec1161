/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK_ROUND (td_stock_round_get_type ())
G_DECLARE_FINAL_TYPE (TdStockRound, td_stock_round, TD, STOCK_ROUND, TdEntity)

/**
 * TdStockRound:
 *
 * Printed sheets that went out together, to be signed, sealed or framed, or to be handed over,
 * and came back.
 *
 * @step: what for
 * @decision_id: whose certificates, 0 for several
 * @back_on: empty while they are out
 * @n_back: without those that were spoiled on the way
 */
struct _TdStockRound
{
  TdEntity parent_instance;

  char *step;
  gint64 decision_id;
  char *decision_number;
  char *out_on;
  char *handed_to;
  gint64 n_out;
  char *back_on;
  gint64 n_back;
  char *note;
};

G_END_DECLS
