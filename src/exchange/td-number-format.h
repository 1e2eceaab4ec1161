/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-sheet.h"

G_BEGIN_DECLS

/**
 * TdDateParts:
 *
 * What of a moment a format shows.
 */
typedef enum
{
  TD_DATE_PART_YEAR = 1 << 0,
  TD_DATE_PART_MONTH = 1 << 1,
  TD_DATE_PART_DAY = 1 << 2,
  TD_DATE_PART_TIME = 1 << 3,
  TD_DATE_PART_ELAPSED = 1 << 4, /* hours go on after 24 */
} TdDateParts;

/**
 * TdNumberFormat:
 * @parts: of a date or time; 0: it shows a number
 * @percent: whether it shows hundredths
 * @n_decimals: so many at least
 * @pattern: of the digits before the comma: "0" and "#" stand for one, "=" for the letter that
 *   follows it; "" where there is nothing to fill up
 *
 * How a spreadsheet shows a number.
 */
typedef struct
{
  TdDateParts parts;
  gboolean percent;
  guint n_decimals;
  char pattern[64];
} TdNumberFormat;

void td_number_format_parse (TdNumberFormat *self, const char *code);
void td_number_format_init_builtin (TdNumberFormat *self, guint id);
TdCellKind td_number_format_show (const TdNumberFormat *self, double value, gboolean from_1904, GString *text);
void td_number_show_plain (double value, GString *text);

G_END_DECLS
