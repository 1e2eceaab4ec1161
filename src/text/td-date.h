/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date is ISO text with the precision it has: "2026", "2026-01" or "2026-01-20". */

/**
 * TdDateDoubt:
 * @TD_DATE_DOUBT_NONE: the text can mean one date only
 * @TD_DATE_DOUBT_CENTURY: the year has two digits
 * @TD_DATE_DOUBT_ORDER: day and month could also stand the other way round; only a column of dates tells
 * @TD_DATE_DOUBT_SWAPPED: it is a date only when the month stands before the day
 * @TD_DATE_DOUBT_SERIAL: a spreadsheet's number of days
 * @TD_DATE_DOUBT_JOINED: digits without anything between them
 *
 * What makes a date in a list doubtful.
 */
typedef enum
{
  TD_DATE_DOUBT_NONE = 0,
  TD_DATE_DOUBT_CENTURY = 1 << 0,
  TD_DATE_DOUBT_ORDER = 1 << 1,
  TD_DATE_DOUBT_SWAPPED = 1 << 2,
  TD_DATE_DOUBT_SERIAL = 1 << 3,
  TD_DATE_DOUBT_JOINED = 1 << 4,
} TdDateDoubt;

char *td_date_dup_today (void);
gboolean td_date_is_valid (const char *iso);
gboolean td_date_is_day (const char *iso);
char *td_date_parse (const char *text);
char *td_date_read (const char *text, int latest_year, TdDateDoubt *doubts);
char *td_date_swap (const char *iso);
char *td_date_to_display (const char *iso);
char *td_date_to_words (const char *iso);
int td_date_compare (const char *a, const char *b);
int td_date_days_after (const char *iso, const char *day);
char *td_date_add_days (const char *day, guint n_days);
int td_date_get_year (const char *iso);
gboolean td_date_ranges_overlap (const char *from_a, const char *to_a, const char *from_b, const char *to_b);

G_END_DECLS
