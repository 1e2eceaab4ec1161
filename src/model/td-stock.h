/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK (td_stock_get_type ())
G_DECLARE_FINAL_TYPE (TdStock, td_stock, TD, STOCK, TdEntity)

/**
 * TdStock:
 *
 * A kind of blank: phôi. Batches that differ in what is printed on them are stocks of their
 * own.
 *
 * @name: what the office calls it: “Bằng khen tỉnh, in 2026”
 * @award_form: what it is for; empty when for several
 * @giver_id: whose it is
 * @width: of the sheet as it lies in the tray
 * @height: of the sheet
 * @measured_on: when a real blank was measured; sizes that were not are guesses
 * @measured_by: who measured it
 * @numbered: whether each sheet carries a number
 * @series: “AA”
 * @n_digits: “000123” has six; 0 for as many as it needs
 * @n_least: below it more must be ordered
 */
struct _TdStock
{
  TdEntity parent_instance;

  char *name;
  char *award_form;
  gint64 giver_id;
  char *giver_name;
  gint64 width;
  gint64 height;
  char *measured_on;
  char *measured_by;
  gboolean numbered;
  char *series;
  gint64 n_digits;
  gint64 n_least;
  char *note;
};

G_END_DECLS
