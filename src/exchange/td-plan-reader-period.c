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
/* The name of an event with its date behind it is not longer. */
#define MAX_EVENT 120

static const char *const time_titles[] = { "thời gian", "thời hạn", "thời điểm", NULL };
static const char *const not_period[] = {
  "báo cáo", "nộp", "gửi", "hồ sơ", "tổng kết", "trình", "đăng ký", "bình xét", "tiếp nhận", NULL
};

/* From the day the plan is issued. */
static const char *const issue_words[] = {
  "ngày ban hành", "ngày ký", "ngày ký ban hành", "khi ban hành", "thời điểm ban hành",
  "ngày kế hoạch", "ngày quyết định", "khi ký ban hành", "khi kế hoạch", "khi quyết định", NULL
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

/* "0h00", "24 giờ", "7 giờ 30 phút", "07:30" before a date; 0 when no hour stands here. */
static gsize
clock_length (const char *low)
{
  gsize at = strspn (low, "0123456789"), word;

  if (at == 0 || at > 2)
    return 0;
  at += strspn (low + at, " ");
  word = strncmp (low + at, "giờ", strlen ("giờ")) == 0 ? strlen ("giờ") : strchr ("hg:", low[at]) != NULL;
  if (word == 0 || low[at] == '\0')
    return 0;
  at += word + strspn (low + at + word, " ");
  at += strspn (low + at, "0123456789");
  word = at + strspn (low + at, " ");
  return _td_plan_starts (low + word, "phút") ? word + strlen ("phút") : at;
}

gsize
_td_plan_skip_fillers (const char *low)
{
  gsize at = 0, length;

  for (;;)
    {
      while (low[at] == ' ')
        at++;
      length = _td_plan_starts_any (low + at, fillers);
      if (length == 0)
        length = clock_length (low + at);
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

void
_td_plan_set_time (TdPlanTime *time, const char *text, gsize length, char *iso, TdPlanPrecision precision)
{
  g_autofree char *cut = _td_plan_cut (text, length);
  const char *valid;

  while (cut != NULL && *cut != '\0' && strchr (",:", cut[strlen (cut) - 1]) != NULL)
    cut[strlen (cut) - 1] = '\0';
  /* The text may have been cut within a letter. */
  if (cut != NULL && !g_utf8_validate (cut, -1, &valid))
    cut[valid - cut] = '\0';
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
        "quyết định này", "này", "có hiệu lực", "này có hiệu lực", "được ban hành", "này được ban hành", NULL
      };
      gsize end = at + length, more = end;

      while (low[more] == ' ')
        more++;
      length = _td_plan_starts_any (low + more, things);
      if (length > 0)
        end = more + length;
      _td_plan_set_time (&self->reading->start, text + from, end - from, g_strdup (self->reading->date),
                         self->reading->date != NULL ? TD_PLAN_PRECISION_DAY : TD_PLAN_PRECISION_EVENT);
      return end;
    }
  length = _td_plan_starts_any (low + at, launch_words);
  if (length > 0)
    _td_plan_set_time (&self->reading->start, text + from, at + length - from, NULL, TD_PLAN_PRECISION_EVENT);
  return length > 0 ? at + length : 0;
}

/* A date whose month or year stands only with the later one takes them from there. */
void
_td_plan_complete_date (TdPlanDate *date, const char *low)
{
  const char *at = _td_plan_find_any (low, (const char *[]){ "đến", "-", "–", NULL }, NULL);
  TdPlanDate later;

  if (date->year > 0 || at == NULL)
    return;
  at += *at == 'd' ? 0 : strcspn (at, " ");
  at += _td_plan_skip_fillers (at);
  later = _td_plan_scan_date (at);
  if (later.year == 0)
    return;
  date->year = later.year;
  if (date->month == 0)
    date->month = later.month;
}

/* "ngày khai giảng năm học (05/9/2027)": the event says its date. Gives the bytes to behind the
 * parenthesis, 0 when there is none in the clause. */
gsize
_td_plan_dated_event (const char *low, TdPlanDate *date)
{
  static const char *const names[] = { "ngày", "lễ", "khi", "dịp", "thời điểm", NULL };
  gsize open = strcspn (low, "(;.");

  if (low[open] != '(' || open > MAX_EVENT || _td_plan_starts_any (low, names) == 0)
    return 0;
  *date = _td_plan_scan_date (low + open + 1);
  return date->length > 0 && date->year > 0 && low[open + 1 + date->length] == ')' ? open + date->length + 2 : 0;
}

gsize
_td_plan_take_start (TdPlanReader *self, const char *text, const char *low)
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
      after += _td_plan_skip_fillers (low + after);
      end = take_issue (self, text, low, after, from);
      if (end > 0)
        return end;
      date = _td_plan_scan_date (low + after);
      if (date.length > 0)
        {
          g_autofree char *rest
              = g_strndup (low + after + date.length, strnlen (low + after + date.length, 80));
          char *iso;

          _td_plan_complete_date (&date, rest);
          iso = _td_plan_date_to_iso (&date, &precision);
          if (iso != NULL || date.day > 0)
            {
              _td_plan_set_time (&self->reading->start, text + from, after + date.length - from, iso, precision);
              return after + date.length;
            }
        }
      end = _td_plan_dated_event (low + after, &date);
      if (end > 0)
        {
          _td_plan_set_time (&self->reading->start, text + from, after + end - from, _td_plan_date_to_iso (&date, &precision), precision);
          return after + end;
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
  gsize at = after + _td_plan_skip_fillers (low + after), length;
  char *iso;

  length = _td_plan_starts_any (low + at, open_words);
  if (length > 0)
    {
      _td_plan_set_time (&self->reading->end, text + from, at + length - from, NULL, TD_PLAN_PRECISION_OPEN);
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
      _td_plan_set_time (&self->reading->end, text + from, at + date.length - from, iso, precision);
      return TRUE;
    }
  if (_td_plan_starts_any (low + after + strspn (low + after, " "), events) > 0
      || _td_plan_starts_any (low + at, events) > 0)
    {
      _td_plan_set_time (&self->reading->end, text + from, event_length (low + from), NULL, TD_PLAN_PRECISION_EVENT);
      return TRUE;
    }
  return FALSE;
}

gboolean
_td_plan_take_end (TdPlanReader *self, const char *text, const char *low, gsize start)
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
  _td_plan_set_time (&self->reading->end, text + (at - low), length, NULL, TD_PLAN_PRECISION_OPEN);
  return TRUE;
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
      if (_td_plan_take_start (self, text + at, low + at) == 0)
        {
          gsize after = at + _td_plan_skip_fillers (low + at);
          TdPlanDate date = _td_plan_scan_date (low + after);
          char *iso = _td_plan_date_to_iso (&date, &precision);

          if (iso == NULL)
            return _td_plan_take_span (self, text + at, low + at);
          _td_plan_set_time (&self->reading->start, text + at, after + date.length - at, iso, precision);
        }
      return TRUE;
    }
  if (!take_end_at (self, text, low, at, at) && !_td_plan_take_end (self, text + at, low + at, 0) && low[at] != '\0')
    _td_plan_set_time (&self->reading->end, text + at, event_length (low + at), NULL, TD_PLAN_PRECISION_EVENT);
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
  start = self->reading->start.text == NULL ? _td_plan_take_start (self, text, low) : 0;
  if (self->reading->end.text == NULL && !_td_plan_take_end (self, text, low, start))
    _td_plan_take_review (self, text, low);
  if (self->reading->start.text == NULL && _td_plan_starts_any (low, reviews) == 0 && !_td_plan_take_bare (self, text, low))
    _td_plan_take_span (self, text, low);
}

/* "Phong trào được triển khai từ ngày … đến ngày …" in the middle of a text that has no part about time.
 * Gives where its "từ" begins, NULL for none. */
static const char *
told_span (const char *low)
{
  static const char *const subjects[] = {
    "phong trào", "đợt thi đua", "kế hoạch", "chiến dịch", "thành tích", "cuộc thi", "hội thi",
    "cuộc vận động", NULL
  };
  static const char *const acts[] = {
    "tổ chức", "triển khai", "thực hiện", "phát động", "tính", "diễn ra", "kéo dài", "áp dụng", NULL
  };

  for (const char *at = low; (at = _td_plan_find (at, "từ")) != NULL; at += strlen ("từ"))
    {
      g_autofree char *clause = NULL;
      gsize end = at - low, from;

      while (end > 0 && strchr (" ,", low[end - 1]) != NULL)
        end--;
      if (!_td_plan_ends_any (low, end, acts))
        continue;
      for (from = end; from > 0 && strchr (".;", low[from - 1]) == NULL && end - from < MAX_PHRASE; from--)
        ;
      clause = g_strndup (low + from, end - from);
      if (_td_plan_find_any (clause, subjects, NULL) != NULL)
        return at;
    }
  return NULL;
}

static void
take_told (TdPlanReader *self, const char *text)
{
  g_autofree char *low = g_strndup (text, strnlen (text, MAX_TEXT));
  const char *at;
  gsize start;

  _td_plan_lower (low, strlen (low));
  at = told_span (low);
  if (at == NULL)
    return;
  text += at - low;
  start = _td_plan_take_start (self, text, at);
  /* What begins and does not say when it ends is told of something else. */
  if (start > 0 && _td_plan_take_end (self, text, at, start))
    return;
  td_plan_time_clear (&self->reading->start);
  td_plan_time_clear (&self->reading->end);
}

/* Reads the part with the title @index about the plan's time. */
static void
take_part (TdPlanReader *self, guint index)
{
  TdPlanReading *reading = self->reading;
  guint end = _td_plan_section_end (reading, index);

  if (reading->end.text == NULL)
    _td_plan_take_carried_out (self, index + 1, end);
  for (guint i = index; i < end && (reading->start.text == NULL || reading->end.text == NULL); i++)
    {
      /* A title below says which time it is: "1. Phát động: …". */
      g_autofree char *labelled = i > index ? _td_plan_section_text (_td_plan_section (self, i)) : NULL;

      take_period (self, labelled != NULL ? labelled : _td_plan_section (self, i)->text);
    }
  if (reading->end.iso != NULL)
    _td_plan_take_rounds (self, index + 1, end);
}

/* Reads start and end. */
void
_td_plan_read_period (TdPlanReader *self)
{
  TdPlanReading *reading = self->reading;

  for (guint i = 0; i < reading->sections->len; i++)
    if (reading->start.text == NULL && _td_plan_is_closest (self, i, time_titles)
        && !_td_plan_title_has (self, i, not_period))
      take_part (self, i);
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
  for (guint i = 0; i < reading->sections->len && reading->start.text == NULL && reading->end.text == NULL; i++)
    if (_td_plan_section (self, i)->text != NULL)
      take_told (self, _td_plan_section (self, i)->text);
  if (reading->start.text == NULL && reading->end.text == NULL)
    _td_plan_take_rounds (self, 0, reading->sections->len);
  /* One day, month or year and nothing else is both ends. */
  if (self->single && reading->end.text == NULL)
    _td_plan_set_time (&reading->end, reading->start.text, strlen (reading->start.text), g_strdup (reading->start.iso),
                       reading->start.precision);
}
