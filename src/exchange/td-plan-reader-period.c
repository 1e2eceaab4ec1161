/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-period"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* When a plan begins and ends: a day, a month, a year, the day it was issued, an event, or open. */

/* What follows is looked at no further than this, in bytes. */
#define MAX_PHRASE 400
#define MAX_TEXT   4000

static const char *const time_titles[] = { "thời gian", "thời hạn", "thời điểm", NULL };
static const char *const not_period[] = {
  "báo cáo", "nộp", "gửi", "hồ sơ", "tổng kết", "trình", NULL
};

/* From the day the plan is issued. */
static const char *const issue_words[] = {
  "ngày ban hành", "ngày ký", "ngày ký ban hành", "khi ban hành", "thời điểm ban hành",
  "ngày kế hoạch", "khi ký ban hành", NULL
};

static const char *const launch_words[] = {
  "ngày phát động", "khi phát động", "lễ phát động", "nay", "thời điểm phát động", NULL
};

static const char *const open_words[] = {
  "các năm tiếp theo", "những năm tiếp theo", "năm tiếp theo", "các năm sau",
  "thời gian tiếp theo", "giai đoạn tiếp theo", "cho đến khi có văn bản thay thế", NULL
};

static const char *const reviews[] = { "sơ kết", "tổng kết", "kết thúc", NULL };

/* Words between "từ", "đến" and the date. */
static const char *const fillers[] = {
  "hết", "trước", "cuối", "đầu", "giữa", "khoảng", "thời điểm", "ngay", "hôm", "sau", "thứ", NULL
};

static gsize
skip_fillers (const char *low)
{
  gsize at = 0, length;

  for (;;)
    {
      while (low[at] == ' ')
        at++;
      length = _td_plan_starts_any (low + at, fillers);
      if (length == 0)
        return at;
      at += length;
    }
}

/* The end of what an event is called: of the sentence, or the parenthesis it stands in. */
static gsize
event_length (const char *low)
{
  gsize length = strcspn (low, ".;)");

  while (low[length] == '.' && low[length + 1] != ' ' && low[length + 1] != '\0')
    length += 1 + strcspn (low + length + 1, ".;)");
  return MIN (length, MAX_PHRASE);
}

static void
set_time (TdPlanTime *time, const char *text, gsize length, char *iso, TdPlanPrecision precision)
{
  g_autofree char *cut = _td_plan_cut (text, length);

  while (cut != NULL && *cut != '\0' && strchr (",:", cut[strlen (cut) - 1]) != NULL)
    cut[strlen (cut) - 1] = '\0';
  td_plan_time_clear (time);
  time->text = g_steal_pointer (&cut);
  time->iso = iso;
  time->precision = precision;
}

/* "từ ngày ban hành Kế hoạch": the date of the document, when it has one. */
static gsize
take_issue (TdPlanReader *self, const char *text, const char *low, gsize at, gsize from)
{
  gsize length = _td_plan_starts_any (low + at, issue_words);

  if (length > 0)
    {
      static const char *const things[] = {
        "kế hoạch", "kế hoạch này", "ban hành kế hoạch", "ban hành", "quyết định",
        "quyết định này", NULL
      };
      gsize end = at + length, more = end;

      while (low[more] == ' ')
        more++;
      length = _td_plan_starts_any (low + more, things);
      if (length > 0)
        end = more + length;
      set_time (&self->reading->start, text + from, end - from, g_strdup (self->reading->date),
                self->reading->date != NULL ? TD_PLAN_PRECISION_DAY : TD_PLAN_PRECISION_EVENT);
      return end;
    }
  length = _td_plan_starts_any (low + at, launch_words);
  if (length > 0)
    set_time (&self->reading->start, text + from, at + length - from, NULL, TD_PLAN_PRECISION_EVENT);
  return length > 0 ? at + length : 0;
}

/* A date whose month or year stands only with the later one takes them from there. */
static void
complete_date (TdPlanDate *date, const char *low)
{
  const char *at = _td_plan_find_any (low, (const char *[]){ "đến", "-", "–", NULL }, NULL);
  TdPlanDate later;

  if (date->year > 0 || at == NULL)
    return;
  at += *at == 'd' ? 0 : strcspn (at, " ");
  at += skip_fillers (at);
  later = _td_plan_scan_date (at);
  if (later.year == 0)
    return;
  date->year = later.year;
  if (date->month == 0)
    date->month = later.month;
}

static gsize
take_start (TdPlanReader *self, const char *text, const char *low)
{
  const char *at = low;

  while ((at = _td_plan_find (at, "từ")) != NULL)
    {
      gsize from = at - low, after = from + strlen ("từ");
      TdPlanPrecision precision = TD_PLAN_PRECISION_DAY;
      TdPlanDate date;
      gsize end;

      if (from >= strlen ("kể ") && strncmp (at - strlen ("kể "), "kể ", strlen ("kể ")) == 0)
        from -= strlen ("kể ");
      after += skip_fillers (low + after);
      end = take_issue (self, text, low, after, from);
      if (end > 0)
        return end;
      date = _td_plan_scan_date (low + after);
      if (date.length > 0)
        {
          g_autofree char *rest
              = g_strndup (low + after + date.length, strnlen (low + after + date.length, 80));
          char *iso;

          complete_date (&date, rest);
          iso = _td_plan_date_to_iso (&date, &precision);
          if (iso != NULL || date.day > 0)
            {
              set_time (&self->reading->start, text + from, after + date.length - from, iso, precision);
              return after + date.length;
            }
        }
      at += strlen ("từ");
    }
  return 0;
}

/* Reads the end from a text behind its "đến". */
static gboolean
take_end_at (TdPlanReader *self, const char *text, const char *low, gsize from, gsize after)
{
  static const char *const events[] = {
    "khi", "lúc", "ngày tổ chức", "hết đợt", "thời điểm", "sau khi", NULL
  };
  TdPlanPrecision precision = TD_PLAN_PRECISION_DAY;
  TdPlanDate date;
  gsize at = after + skip_fillers (low + after), length;
  char *iso;

  length = _td_plan_starts_any (low + at, open_words);
  if (length > 0)
    {
      set_time (&self->reading->end, text + from, at + length - from, NULL, TD_PLAN_PRECISION_OPEN);
      return TRUE;
    }
  date = _td_plan_scan_date (low + at);
  _td_plan_date_to_end (&date);
  iso = date.length > 0 ? _td_plan_date_to_iso (&date, &precision) : NULL;
  if (iso == NULL && date.length > 0 && date.day > 0 && self->reading->start.iso != NULL)
    {
      date.year = g_ascii_strtoull (self->reading->start.iso, NULL, 10);
      iso = _td_plan_date_to_iso (&date, &precision);
    }
  if (iso != NULL)
    {
      set_time (&self->reading->end, text + from, at + date.length - from, iso, precision);
      return TRUE;
    }
  if (_td_plan_starts_any (low + after + strspn (low + after, " "), events) > 0
      || _td_plan_starts_any (low + at, events) > 0)
    {
      set_time (&self->reading->end, text + from, event_length (low + from), NULL, TD_PLAN_PRECISION_EVENT);
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_end (TdPlanReader *self, const char *text, const char *low, gsize start)
{
  const char *at = low + start;
  gsize length;

  while ((at = _td_plan_find (at, "đến")) != NULL)
    {
      if (take_end_at (self, text, low, at - low, at - low + strlen ("đến")))
        return TRUE;
      at += strlen ("đến");
    }
  /* "từ 01/3/2026 - 31/12/2026" */
  if (start > 0)
    {
      gsize dash = start;

      while (low[dash] == ' ')
        dash++;
      length = low[dash] == '-' ? 1 : strncmp (low + dash, "–", 3) == 0 ? 3
                                                                        : 0;
      if (length > 0
          && take_end_at (self, text, low, dash + length + strspn (low + dash + length, " "), dash + length))
        return TRUE;
    }
  at = _td_plan_find_any (low, open_words, &length);
  if (at == NULL)
    return FALSE;
  set_time (&self->reading->end, text + (at - low), length, NULL, TD_PLAN_PRECISION_OPEN);
  return TRUE;
}

/* "năm 2026", "giai đoạn 2026 - 2030", "tháng 5 năm 2026": no "từ", no "đến". */
static gboolean
take_span (TdPlanReader *self, const char *text, const char *low)
{
  static const char *const words[] = {
    "giai đoạn", "năm học", "quý", "tháng", "năm", "ngày", NULL
  };
  const char *at = low;
  gsize length;

  while ((at = _td_plan_find_any (at, words, &length)) != NULL)
    {
      gboolean span = _td_plan_starts (at, "giai đoạn") || _td_plan_starts (at, "năm học");
      gsize skip = span ? length + strspn (at + length, " ") : 0;
      TdPlanPrecision precision = TD_PLAN_PRECISION_YEAR;
      TdPlanDate date = { 0 };
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
      iso = date.length > 0 ? _td_plan_date_to_iso (&date, &precision) : NULL;
      if (iso == NULL)
        {
          at += length;
          continue;
        }
      skip += date.length;
      set_time (&self->reading->start, text + (at - low), skip, iso, precision);
      while (at[skip] == ' ' || at[skip] == '-' || strncmp (at + skip, "–", 3) == 0)
        skip += at[skip] == ' ' || at[skip] == '-' ? 1 : 3;
      date = (TdPlanDate){ 0 };
      date.year = g_ascii_strtoull (at + skip, NULL, 10);
      if (self->reading->end.text == NULL && date.year >= 1900 && date.year <= 2999
          && precision == TD_PLAN_PRECISION_YEAR)
        set_time (&self->reading->end, text + (at - low), skip + 4, _td_plan_date_to_iso (&date, &precision),
                  TD_PLAN_PRECISION_YEAR);
      else if (self->reading->end.text == NULL)
        set_time (&self->reading->end, self->reading->start.text, strlen (self->reading->start.text),
                  g_strdup (self->reading->start.iso), self->reading->start.precision);
      return TRUE;
    }
  return FALSE;
}

/* "tổng kết: tháng 12/2030" within a text: when the plan ends. */
static gboolean
take_review (TdPlanReader *self, const char *text, const char *low)
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
      after += skip_fillers (low + after);
      date = _td_plan_scan_date (low + after);
      _td_plan_date_to_end (&date);
      iso = date.length > 0 ? _td_plan_date_to_iso (&date, &precision) : NULL;
      if (iso != NULL)
        {
          set_time (&self->reading->end, text + after, date.length, iso, precision);
          return TRUE;
        }
      at = low + after;
    }
  return FALSE;
}

/* "Thời gian kết thúc: Khi …": the label says which end is meant. */
static gboolean
take_labelled (TdPlanReader *self, const char *text, const char *low)
{
  static const char *const begins[] = {
    "thời gian phát động", "thời gian bắt đầu", "bắt đầu", "phát động", "ngày bắt đầu",
    "thời điểm bắt đầu", NULL
  };
  static const char *const ends[] = {
    "thời gian kết thúc", "kết thúc", "ngày kết thúc", "thời gian tổng kết", "tổng kết",
    "thời điểm kết thúc", NULL
  };
  gboolean begin = _td_plan_starts_any (low, begins) > 0, end = _td_plan_starts_any (low, ends) > 0;
  const char *colon = strchr (low, ':');
  TdPlanPrecision precision = TD_PLAN_PRECISION_DAY;
  gsize at;

  if (colon == NULL || colon - low > 80 || (!begin && !end) || (end && self->reading->end.text != NULL))
    return FALSE;
  at = colon + 1 - low;
  at += strspn (low + at, " ");
  if (begin && self->reading->start.text == NULL)
    {
      if (take_start (self, text + at, low + at) == 0)
        {
          gsize after = at + skip_fillers (low + at);
          TdPlanDate date = _td_plan_scan_date (low + after);
          char *iso = _td_plan_date_to_iso (&date, &precision);

          if (iso == NULL)
            return take_span (self, text + at, low + at);
          set_time (&self->reading->start, text + at, after + date.length - at, iso, precision);
        }
      return TRUE;
    }
  if (!take_end_at (self, text, low, at, at) && !take_end (self, text + at, low + at, 0) && low[at] != '\0')
    set_time (&self->reading->end, text + at, event_length (low + at), NULL, TD_PLAN_PRECISION_EVENT);
  return TRUE;
}

static void
take_period (TdPlanReader *self, const char *text)
{
  g_autofree char *near = NULL;
  g_autofree char *low = NULL;
  gsize start;

  if (text == NULL)
    return;
  /* A longer text is not about time alone, and the words above are looked for again and again. */
  near = g_strndup (text, strnlen (text, MAX_TEXT));
  text = near;
  low = _td_plan_dup_lower (text);
  if (take_labelled (self, text, low))
    return;
  start = self->reading->start.text == NULL ? take_start (self, text, low) : 0;
  if (self->reading->end.text == NULL && !take_end (self, text, low, start) && start == 0)
    take_review (self, text, low);
  if (self->reading->start.text == NULL && _td_plan_starts_any (low, reviews) == 0)
    take_span (self, text, low);
}

/* Reads start and end. */
void
_td_plan_read_period (TdPlanReader *self)
{
  TdPlanReading *reading = self->reading;

  for (guint i = 0; i < reading->sections->len; i++)
    {
      guint end = _td_plan_section_end (reading, i);

      if (reading->start.text != NULL || !_td_plan_is_closest (self, i, time_titles)
          || _td_plan_title_has (self, i, not_period))
        continue;
      for (guint j = i; j < end && (reading->start.text == NULL || reading->end.text == NULL); j++)
        {
          /* A title below says which time it is: "1. Phát động: …". */
          g_autofree char *labelled = j > i ? _td_plan_section_text (_td_plan_section (self, j)) : NULL;

          take_period (self, labelled != NULL ? labelled : _td_plan_section (self, j)->text);
        }
    }
  /* Without a heading the time stands in an item: "- Thời gian thực hiện: từ …". */
  for (guint i = 0; i < reading->sections->len && reading->start.text == NULL && reading->end.text == NULL;
       i++)
    {
      const TdPlanSection *section = _td_plan_section (self, i);
      g_autofree char *low = section->text != NULL
                                 ? g_strndup (section->text, MIN (strlen (section->text), 60))
                                 : g_strdup ("");

      _td_plan_lower (low, strlen (low));
      if (_td_plan_starts_any (low, time_titles) > 0)
        take_period (self, section->text);
    }
}
