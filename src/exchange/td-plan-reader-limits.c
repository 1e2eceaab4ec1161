/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-limits"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* The words around a date that make it a limit: "chậm nhất ngày …", "… hằng năm", "trong 05 ngày kể từ …";
 * and the part of the plan it stands in. */

/* The name of an event is not longer, in bytes. */
#define MAX_EVENT 160

/* A date is a deadline when one of these stands right before it. */
static const char *const limits[] = {
  "chậm nhất", "chậm nhất là", "muộn nhất", "muộn nhất là", "trước", "xong trước", "thời hạn",
  "thời hạn gửi", "hạn cuối", "hạn cuối là", "không quá", "đến hết", "hết", "chậm nhất đến",
  "chậm nhất vào", "chậm nhất trước", "chậm nhất đến hết", "trong", "vào", "không muộn hơn",
  "hoàn thành", "xong", "hạn chót", "chậm nhất trong", "thời gian gửi", "thời hạn nộp",
  "thời gian", "đến", "hoàn thành vào", "thời gian hoàn thành", "trước hoặc trong",
  "thời gian nộp", "trong vòng", "trong thời hạn", "tối đa", "thời hạn nhận", NULL
};

static const char *const yearly[] = {
  "hằng năm", "hàng năm", "mỗi năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng",
  "mỗi tháng", NULL
};

/* "ngày 20 của tháng cuối mỗi quý": a day of months that come again. */
static const char *const returning[] = {
  "của tháng", "tháng đầu", "tháng cuối", "tháng sau", "tháng kế tiếp", "của quý", NULL
};

/* What days are counted from: "05 ngày làm việc kể từ ngày …". */
static const char *const anchors[] = {
  "kể từ", "sau khi", "tính từ", "từ khi", "từ ngày", "sau ngày", "sau", NULL
};

/* Where the hour before a date begins: "17 giờ 00", "16h30"; @end when there is none. */
static gsize
clock_start (const char *low, gsize end)
{
  gsize clock = end;

  for (gsize i = end > 26 ? end - 26 : 1; i < end; i++)
    if (strncmp (low + i, "giờ", strlen ("giờ")) == 0
        || (strchr ("hg", low[i]) != NULL && g_ascii_isdigit (low[i - 1]) && !g_ascii_isalpha (low[i + 1])))
      clock = i;
  while (clock < end && clock > 0 && (low[clock - 1] == ' ' || g_ascii_isdigit (low[clock - 1])))
    clock--;
  return clock;
}

/* Which part of a month or a quarter is meant, between the limit and its date. */
static const char *const portions[] = {
  "tuần đầu", "tuần đầu tiên", "tuần cuối", "tuần cuối cùng", "nửa đầu", "nửa cuối", "đầu", "giữa", "cuối",
  "tuần đầu của", "tuần cuối của", "dịp", NULL
};

/* Where the longest phrase that ends the text begins, its length when none does. */
static gsize
phrase_start (const char *low, gsize length, const char *const *phrases)
{
  gsize found = 0;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      gsize n = strlen (phrases[i]);

      if (n > found && n <= length && strncmp (low + length - n, phrases[i], n) == 0
          && (n == length || low[length - n - 1] == ' ' || low[length - n - 1] == '('))
        found = n;
    }
  return length - found;
}

/* "không khởi công quá ngày …": what must not be done later; gives where its "không" stands. */
static gsize
not_later (const char *low, gsize at)
{
  static const char *const beyond[] = { "quá", NULL };
  static const char *const nots[] = { "không", "không được", NULL };
  gsize end = at;

  while (end > 0 && low[end - 1] == ' ')
    end--;
  end = phrase_start (low, end, beyond);
  for (guint words = 0; words < 5 && end > 0 && (end < at - 1); words++)
    {
      gsize start;

      while (end > 0 && low[end - 1] == ' ')
        end--;
      start = phrase_start (low, end, nots);
      if (start < end)
        return start;
      while (end > 0 && strchr (" ,;.", low[end - 1]) == NULL)
        end--;
      if (end > 0 && low[end - 1] != ' ')
        break;
    }
  return at;
}

/* "dịp kỷ niệm ngày mở đường 20/12/2027": an event that says its date; gives where its "dịp" stands. What
 * is done to greet the event is not done on its day. */
static gsize
occasion_start (const char *low, gsize at)
{
  static const char *const occasions[] = { "vào dịp", "nhân dịp", "trong dịp", "dịp", NULL };
  static const char *const greets[] = { "chào mừng", "hướng tới", "tích", NULL };
  gsize from = at;

  while (from > 0 && at - from < MAX_EVENT && strchr (",;.:", low[from - 1]) == NULL)
    {
      gsize start = low[from - 1] == ' ' ? phrase_start (low, from - 1, occasions) : from - 1;

      if (start < from - 1)
        return start > 0 && phrase_start (low, start - 1, greets) < start - 1 ? at : start;
      from--;
    }
  return at;
}

/* Where the limits begin that end before @at; @at when there are none. */
static gsize
limits_before (const char *low, gsize at)
{
  gsize start = at;

  for (guint round = 0; round < 4; round++)
    {
      gsize end = start, found;

      while (end > 0 && (low[end - 1] == ' ' || low[end - 1] == ':' || low[end - 1] == '('))
        end--;
      found = end - phrase_start (low, end, limits);
      /* "trước 17 giờ 00 ngày …" */
      if (found == 0 && round == 0 && end > 3)
        {
          gsize clock = clock_start (low, end);

          if (clock < end)
            {
              start = clock;
              continue;
            }
        }
      if (found == 0)
        break;
      start = end - found;
    }
  return start;
}

/* Where the words before a date begin that make it a limit; the date's place when none do. */
gsize
_td_plan_limit_start (const char *low, gsize at)
{
  gsize start = limits_before (low, at), bare = at;

  if (start < at)
    return start;
  while (bare > 0 && low[bare - 1] == ' ')
    bare--;
  bare = phrase_start (low, bare, portions);
  start = limits_before (low, bare);
  if (start < bare && bare < at - 1)
    return start;
  start = not_later (low, at);
  return start < at ? start : occasion_start (low, at);
}

/* The date behind "đến" or a dash, which is the later one of a span; gives the bytes to its end. */
static gsize
span_end (const char *low, TdPlanDate *date)
{
  static const char *const words[] = { "đến", "-", NULL };
  gsize at = strspn (low, " "), length = _td_plan_starts_any (low + at, words);
  TdPlanDate last;

  if (length == 0 && strncmp (low + at, "–", strlen ("–")) == 0)
    length = strlen ("–");
  if (length == 0)
    return 0;
  at += length;
  at += _td_plan_skip_fillers (low + at);
  last = _td_plan_scan_date (low + at);
  if (last.length == 0)
    return 0;
  *date = last;
  return at + last.length;
}

/* "Tháng 10/2025: kiểm tra", "Từ ngày 02 đến ngày 10/01/2026: bình xét": a step that begins with its time.
 * Gives the bytes to its colon and the date by which it is done, 0 when it begins otherwise. */
gsize
_td_plan_step_length (const char *low, TdPlanDate *date)
{
  static const char *const leads[] = { "từ", "trong", "vào", "trước", "dự kiến", "chậm nhất", "đến", NULL };
  gsize at = 0, length;

  do
    {
      at += strspn (low + at, " ");
      length = _td_plan_starts_any (low + at, leads);
      at += length;
    }
  while (length > 0);
  at += _td_plan_skip_fillers (low + at);
  *date = _td_plan_scan_date (low + at);
  if (date->length == 0)
    return 0;
  at += date->length;
  at += span_end (low + at, date);
  at += strspn (low + at, " ");
  _td_plan_date_to_end (date);
  return low[at] == ':' && date->year > 0 ? at : 0;
}

/* How far a time goes on behind its date: "hằng năm", "của tháng đầu quý sau"; 0 when it does not. */
gsize
_td_plan_recurrence_length (const char *low)
{
  gsize skip = strspn (low, " "), length = _td_plan_starts_any (low + skip, yearly);

  if (length > 0)
    return skip + length;
  if (_td_plan_starts_any (low + skip, returning) == 0)
    return 0;
  length = strcspn (low + skip, ",;.()");
  return length <= MAX_EVENT ? skip + length : 0;
}

/* "trong vòng 15 ngày kể từ ngày kết thúc đợt": so many days behind an event. Gives where the words
 * begin and the bytes from the number on, 0 when none stand here. */
gsize
_td_plan_days_length (const char *low, gsize at, gsize *start)
{
  static const char *const units[] = { "ngày làm việc", "ngày", "tuần", "tháng", "giờ", NULL };
  gsize digits = strspn (low + at, "0123456789"), end = at + digits, length;
  const char *joined;

  if (digits == 0 || digits > 3)
    return 0;
  end += strspn (low + end, " ");
  length = _td_plan_starts_any (low + end, units);
  if (length == 0)
    return 0;
  end += length + strspn (low + end + length, " ");
  length = _td_plan_starts_any (low + end, anchors);
  *start = _td_plan_limit_start (low, at);
  if (length == 0 || *start == at)
    return 0;
  end += length;
  length = strcspn (low + end, ",;.()");
  joined = _td_plan_find (low + end, "và");
  if (joined != NULL && (gsize) (joined - low) - end < length)
    length = (gsize) (joined - low) - end;
  return length <= MAX_EVENT ? end + length - at : 0;
}

static const char *const org_titles[] = {
  "tổ chức thực hiện", "trách nhiệm", "phân công", "nhiệm vụ của", "tổ chức triển khai",
  "triển khai thực hiện", "tổ chức, thực hiện", "chế độ báo cáo", "thông tin báo cáo", NULL
};
static const char *const report_words[] = { "báo cáo", "gửi", "hồ sơ", NULL };
static const char *const period_titles[] = { "thời gian", NULL };
static const char *const content_titles[] = { "nội dung", "nhiệm vụ", "chỉ tiêu", "giải pháp", NULL };
static const char *const goal_titles[] = { "mục đích", "mục tiêu", NULL };
static const char *const demand_titles[] = { "yêu cầu", NULL };
static const char *const step_titles[] = { "đăng ký", "bình xét", "tiếp nhận", "nộp", NULL };

/* Whether the nearest title that speaks of time or of duties speaks of the plan's own time. */
static gboolean
is_in_period (const TdPlanReader *self, guint index)
{
  for (guint id = index + 1; id > 0; id = _td_plan_section (self, id - 1)->parent)
    {
      if (_td_plan_title_has (self, id - 1, org_titles) || _td_plan_title_has (self, id - 1, report_words)
          || _td_plan_title_has (self, id - 1, step_titles))
        return FALSE;
      if (_td_plan_title_has (self, id - 1, period_titles))
        return TRUE;
    }
  return FALSE;
}

/* Whether the section tells what the plan is for: by when that is reached is a goal. */
static gboolean
is_goal (const TdPlanReader *self, guint index)
{
  for (guint id = index + 1; id > 0; id = _td_plan_section (self, id - 1)->parent)
    {
      const char *title = _td_plan_title (self, id - 1);

      if (_td_plan_starts_any (title, goal_titles) > 0
          || (_td_plan_starts_any (title, demand_titles) > 0 && _td_plan_count_words (title, strlen (title)) <= 4))
        return TRUE;
    }
  return FALSE;
}

/* In which part of the plan a section stands. */
TdPlanTopic
_td_plan_topic (const TdPlanReader *self, guint index)
{
  if (is_goal (self, index))
    return TD_PLAN_TOPIC_GOAL;
  if (is_in_period (self, index))
    return TD_PLAN_TOPIC_PERIOD;
  if (_td_plan_is_below (self, index, org_titles))
    return TD_PLAN_TOPIC_DUTY;
  return _td_plan_is_below (self, index, content_titles) ? TD_PLAN_TOPIC_CONTENT : TD_PLAN_TOPIC_OTHER;
}
