/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-spans"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* When a plan begins and ends, told without "từ" and "đến": by a span, a bare date, a review; and by
 * several spans, each with its label. */

/* What follows a label is looked at no further than this, in bytes. */
#define MAX_LABELLED 400

/* By when something is due is not when the plan begins. */
static const char *const limits[] = { "trước", "trước ngày", "chậm nhất", "muộn nhất", "hạn cuối", "đến hết", NULL };

/* "năm 2026", "giai đoạn 2026 - 2030", "tháng 5 năm 2026": no "từ", no "đến". */
gboolean
_td_plan_take_span (TdPlanReader *self, const char *text, const char *low)
{
  static const char *const words[] = {
    "giai đoạn", "năm học", "quý", "tháng", "năm", "ngày", NULL
  };
  const char *at = low;
  gsize length;

  while ((at = _td_plan_find_any (at, words, &length)) != NULL)
    {
      gsize before = at - low - (at > low && at[-1] == ' ');
      gboolean span = _td_plan_starts (at, "giai đoạn") || _td_plan_starts (at, "năm học");
      gsize skip = span ? length + strspn (at + length, " ") : 0;
      TdPlanPrecision precision = TD_PLAN_PRECISION_YEAR;
      TdPlanDate date = { 0 };
      gsize end;
      char *iso;

      if (span)
        {
          date.year = g_ascii_strtoull (at + skip, NULL, 10);
          date.length = 4;
          if (date.year < 1900 || date.year > 2999)
            date = (TdPlanDate){ 0 };
        }
      else
        date = _td_plan_scan_date (at);
      if (self->reading->start.text != NULL)
        _td_plan_date_to_end (&date);
      if (_td_plan_ends_any (low, before, limits))
        date = (TdPlanDate){ 0 };
      iso = date.length > 0 ? _td_plan_date_to_iso (&date, &precision) : NULL;
      if (iso == NULL)
        {
          at += length;
          continue;
        }
      skip += date.length;
      end = at - low + skip;
      _td_plan_set_time (&self->reading->start, text + (at - low), skip, iso, precision);
      while (at[skip] == ' ' || at[skip] == '-' || strncmp (at + skip, "–", 3) == 0)
        skip += at[skip] == ' ' || at[skip] == '-' ? 1 : 3;
      date = (TdPlanDate){ 0 };
      date.year = g_ascii_strtoull (at + skip, NULL, 10);
      if (self->reading->end.text == NULL && date.year >= 1900 && date.year <= 2999
          && precision == TD_PLAN_PRECISION_YEAR)
        _td_plan_set_time (&self->reading->end, text + (at - low), skip + 4, _td_plan_date_to_iso (&date, &precision),
                           TD_PLAN_PRECISION_YEAR);
      else if (self->reading->end.text == NULL && !_td_plan_take_end (self, text, low, end))
        self->single = TRUE;
      return TRUE;
    }
  return FALSE;
}

/* "15/9/2027 - 20/10/2027" with no word before it. */
gboolean
_td_plan_take_bare (TdPlanReader *self, const char *text, const char *low)
{
  TdPlanPrecision precision = TD_PLAN_PRECISION_DAY;
  gsize at = _td_plan_skip_fillers (low);
  g_autofree char *rest = NULL;
  TdPlanDate date;
  char *iso;

  if (!g_ascii_isdigit (low[at]))
    return FALSE;
  date = _td_plan_scan_date (low + at);
  rest = g_strndup (low + at + date.length, strnlen (low + at + date.length, 80));
  _td_plan_complete_date (&date, rest);
  iso = date.month > 0 ? _td_plan_date_to_iso (&date, &precision) : NULL;
  if (iso == NULL)
    return FALSE;
  _td_plan_set_time (&self->reading->start, text + at, date.length, iso, precision);
  if (self->reading->end.text == NULL && !_td_plan_take_end (self, text, low, at + date.length))
    self->single = TRUE;
  return TRUE;
}

/* "Năm 2030: Tổng kết phong trào": the time stands before what ends it. */
static gboolean
take_review_title (TdPlanReader *self, const char *text, const char *low)
{
  static const char *const ends[] = { "tổng kết", "kết thúc", NULL };
  TdPlanPrecision precision = TD_PLAN_PRECISION_DAY;
  gsize at = _td_plan_skip_fillers (low), colon;
  TdPlanDate date = _td_plan_scan_date (low + at);
  char *iso;

  _td_plan_date_to_end (&date);
  colon = at + date.length + strspn (low + at + date.length, " ");
  iso = date.length > 0 && low[colon] == ':' ? _td_plan_date_to_iso (&date, &precision) : NULL;
  if (iso == NULL || _td_plan_starts_any (low + colon + 1 + strspn (low + colon + 1, " "), ends) == 0)
    {
      g_free (iso);
      return FALSE;
    }
  _td_plan_set_time (&self->reading->end, text + at, date.length, iso, precision);
  return TRUE;
}

/* "tổng kết: tháng 12/2030" within a text: when the plan ends. */
gboolean
_td_plan_take_review (TdPlanReader *self, const char *text, const char *low)
{
  static const char *const words[] = {
    "tổng kết phong trào thi đua", "tổng kết đợt thi đua", "tổng kết phong trào", "tổng kết đợt",
    "tổng kết", "kết thúc", NULL
  };
  const char *at = low;
  gsize length;

  while ((at = _td_plan_find_any (at, words, NULL)) != NULL)
    {
      static const char *const links[] = { "vào", "trong", "dự kiến", "là", NULL };
      TdPlanPrecision precision = TD_PLAN_PRECISION_DAY;
      TdPlanDate date;
      gsize after;
      char *iso;

      length = _td_plan_starts_any (at, words);
      after = at - low + length;
      while (low[after] == ' ' || low[after] == ':')
        after++;
      length = _td_plan_starts_any (low + after, links);
      after += length;
      after += _td_plan_skip_fillers (low + after);
      date = _td_plan_scan_date (low + after);
      _td_plan_date_to_end (&date);
      length = date.length > 0 ? date.length : _td_plan_dated_event (low + after, &date);
      iso = length > 0 ? _td_plan_date_to_iso (&date, &precision) : NULL;
      if (iso != NULL)
        {
          _td_plan_set_time (&self->reading->end, text + after, length, iso, precision);
          return TRUE;
        }
      at = low + after;
    }
  return take_review_title (self, text, low);
}

/* "Đợt 1", "Giai đoạn II", "Chặng 3". */
static gboolean
is_round (const char *low)
{
  static const char *const rounds[] = { "đợt", "giai đoạn", "chặng", NULL };
  gsize at = _td_plan_starts_any (low, rounds), digits;

  at += strspn (low + at, " ");
  digits = strspn (low + at, "0123456789");
  if (digits == 0)
    digits = strspn (low + at, "iv");
  return at > 0 && digits > 0 && digits < 4 && _td_plan_is_boundary (low + at + digits);
}

/* "Đợt 1: từ … đến …", "Đợt 2: từ … đến …" among the sections [from, to): the plan begins with the first
 * and ends with the last. */
void
_td_plan_take_rounds (TdPlanReader *self, guint from, guint to)
{
  TdPlanReading *reading = self->reading;

  for (guint i = from; i < to; i++)
    {
      g_autofree char *text = _td_plan_section_text (_td_plan_section (self, i));
      g_autofree char *low = NULL;
      TdPlanTime end = reading->end;
      gsize start;

      text[MIN (strlen (text), MAX_LABELLED)] = '\0';
      low = _td_plan_dup_lower (text);
      if (!is_round (low))
        continue;
      if (reading->start.text == NULL)
        {
          start = _td_plan_take_start (self, text, low);
          if (start > 0)
            _td_plan_take_end (self, text, low, start);
          continue;
        }
      reading->end = (TdPlanTime){ 0 };
      if (_td_plan_take_end (self, text, low, 0) && (reading->end.iso == NULL || g_strcmp0 (reading->end.iso, end.iso) > 0))
        td_plan_time_clear (&end);
      else
        {
          td_plan_time_clear (&reading->end);
          reading->end = end;
        }
    }
}

/* "Phát động: …", "Thực hiện: từ … đến …", "Tổng kết: …": what says how long the plan is carried out goes
 * before what begins and ends it. */
void
_td_plan_take_carried_out (TdPlanReader *self, guint from, guint to)
{
  static const char *const labels[] = {
    "thực hiện", "tổ chức thực hiện", "triển khai", "triển khai thực hiện", "thời gian thực hiện",
    "thời gian tổ chức thực hiện", "thời gian triển khai", "thời gian thi đua", NULL
  };

  for (guint i = from; i < to && self->reading->start.text == NULL; i++)
    {
      g_autofree char *text = _td_plan_section_text (_td_plan_section (self, i));
      g_autofree char *low = NULL;
      gsize at, start;

      text[MIN (strlen (text), MAX_LABELLED)] = '\0';
      low = _td_plan_dup_lower (text);
      at = _td_plan_starts_any (low, labels);
      at += strspn (low + at, " ");
      start = low[at] == ':' ? _td_plan_take_start (self, text + at, low + at) : 0;
      if (start > 0 && self->reading->start.iso != NULL && _td_plan_take_end (self, text + at, low + at, start))
        return;
      td_plan_time_clear (&self->reading->start);
      td_plan_time_clear (&self->reading->end);
    }
}
