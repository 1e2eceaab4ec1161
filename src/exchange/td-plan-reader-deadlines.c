/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-deadlines"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* By when something has to be done: a date behind "chậm nhất", "trước"; or for reports an event. */

/* A date is a deadline when one of these stands right before it. */
static const char *const limits[] = {
  "chậm nhất", "chậm nhất là", "muộn nhất", "muộn nhất là", "trước", "xong trước", "thời hạn",
  "thời hạn gửi", "hạn cuối", "hạn cuối là", "không quá", "đến hết", "hết", "chậm nhất đến",
  "chậm nhất vào", "chậm nhất trước", "chậm nhất đến hết", "trong", "vào", "không muộn hơn",
  "hoàn thành", "xong", "hạn chót", "chậm nhất trong", "thời gian gửi", "thời hạn nộp",
  "thời gian", "đến", "hoàn thành vào", "thời gian hoàn thành", "trước hoặc trong",
  "thời gian nộp", NULL
};

static const char *const duties[] = {
  "báo cáo", "gửi", "hoàn thành", "nộp", "trình", "đăng ký", "hồ sơ", "tổng kết", "sơ kết",
  "ban hành", "xây dựng", "lập", "tổng hợp", "danh sách", "tổ chức", NULL
};

static const char *const report_words[] = { "báo cáo", "gửi", "hồ sơ", NULL };

static const char *const events[] = {
  "khi tổng kết", "khi sơ kết", "khi kết thúc", "sau khi", "ngay sau khi", "kết thúc đợt",
  "kết thúc phong trào", "kết thúc chuyên đề", "kết thúc năm", "kết thúc thi đua", "định kỳ",
  "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", NULL
};

static const char *const yearly[] = {
  "hằng năm", "hàng năm", "mỗi năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng",
  "mỗi tháng", NULL
};

static const char *const org_titles[] = {
  "tổ chức thực hiện", "trách nhiệm", "phân công", "nhiệm vụ của", "tổ chức triển khai",
  "triển khai thực hiện", "tổ chức, thực hiện", "chế độ báo cáo", "thông tin báo cáo", NULL
};

static const char *const period_titles[] = { "thời gian", NULL };

/* A longer sentence, in bytes, is read in pieces. */
#define MAX_SENTENCE 4000

typedef struct
{
  TdPlanReader *reader;
  const TdPlanSection *section;
  const char *who;
} Scan;

static void
add_deadline (Scan *self, char *text, char *iso, TdPlanPrecision precision, char *what)
{
  TdPlanDeadline *deadline = g_new0 (TdPlanDeadline, 1);

  deadline->time.text = text;
  deadline->time.iso = iso;
  deadline->time.precision = precision;
  deadline->what = what;
  deadline->who = g_strdup (self->who);
  deadline->section = self->section->id;
  deadline->lines = self->section->lines;
  g_ptr_array_add (self->reader->reading->deadlines, deadline);
}

/* Cuts the name of who has to do it, and the order to do it, from the start of what is to be done. */
static char *
without_who (Scan *self, const char *text, gsize length)
{
  g_autofree char *what = _td_plan_cut_bare (text, length);
  g_autofree char *low = what != NULL ? _td_plan_dup_lower (what) : NULL;
  g_autofree char *who = self->who != NULL ? _td_plan_dup_lower (self->who) : NULL;
  gboolean requested, told;
  gsize skip;

  if (what == NULL || who == NULL)
    return g_steal_pointer (&what);
  skip = _td_plan_skip_order (low, &requested, &told);
  if (_td_plan_starts (low + skip, who))
    {
      const char *rest = what + skip + strlen (who);
      char *cut = _td_plan_cut_bare (rest, strlen (rest));

      if (cut != NULL)
        return cut;
    }
  return g_steal_pointer (&what);
}

/* What is to be done: what stands before the time, or behind it when nothing does. */
static char *
what_around (Scan *self, const char *text, gsize start, gsize end)
{
  if (_td_plan_count_words (text, start) >= 3)
    return without_who (self, text, start);
  while (text[end] == ',' || text[end] == ' ')
    end++;
  return without_who (self, text + end, strlen (text + end));
}

/* Where the words before a date begin that make it a limit; the date's place when none do. */
static gsize
limit_start (const char *low, gsize at)
{
  gsize start = at;

  for (guint round = 0; round < 4; round++)
    {
      gsize end = start, found = 0;

      while (end > 0 && (low[end - 1] == ' ' || low[end - 1] == ':' || low[end - 1] == '('))
        end--;
      for (guint i = 0; limits[i] != NULL; i++)
        {
          gsize length = strlen (limits[i]);

          if (length > found && length <= end && strncmp (low + end - length, limits[i], length) == 0
              && (length == end || low[end - length - 1] == ' ' || low[end - length - 1] == '('))
            found = length;
        }
      /* "trước 17 giờ 00 ngày …" */
      if (found == 0 && round == 0 && end > 3)
        {
          gsize hour = end > 24 ? end - 24 : 0;
          const char *clock = NULL;

          for (gsize i = hour; i < end; i++)
            if (strncmp (low + i, "giờ", strlen ("giờ")) == 0)
              clock = low + i;
          if (clock != NULL)
            {
              gsize i = clock - low;

              while (i > 0 && (low[i - 1] == ' ' || g_ascii_isdigit (low[i - 1])))
                i--;
              start = i;
              continue;
            }
        }
      if (found == 0)
        break;
      start = end - found;
    }
  return start;
}

static gboolean
scan_dates (Scan *self, const char *text, const char *low)
{
  gboolean any = FALSE;

  if (_td_plan_find_any (low, duties, NULL) == NULL)
    return FALSE;
  for (gsize i = 0; low[i] != '\0'; i++)
    {
      TdPlanPrecision precision = TD_PLAN_PRECISION_DAY;
      TdPlanDate date;
      gsize start, skip, length;
      char *iso;

      if (i > 0 && low[i - 1] != ' ' && low[i - 1] != '(')
        continue;
      if (!g_ascii_isdigit (low[i]) && !_td_plan_starts (low + i, "ngày")
          && !_td_plan_starts (low + i, "tháng") && !_td_plan_starts (low + i, "quý"))
        continue;
      date = _td_plan_scan_date (low + i);
      _td_plan_date_to_end (&date);
      if (date.length == 0)
        continue;
      start = limit_start (low, i);
      skip = strspn (low + i + date.length, " ");
      length = _td_plan_starts_any (low + i + date.length + skip, yearly);
      if (start < i && ((date.month > 0 && (date.year > 0 || date.day > 0)) || (date.day > 0 && length > 0)))
        {
          gsize end = i + date.length + (length > 0 ? skip + length : 0);
          iso = _td_plan_date_to_iso (&date, &precision);
          add_deadline (self, _td_plan_cut_bare (text + start, end - start), iso, precision,
                        what_around (self, text, start, end));
          any = TRUE;
        }
      i += date.length - 1;
    }
  return any;
}

/* "Kết thúc đợt thi đua, … báo cáo …", "… báo cáo … khi tổng kết …". */
static void
scan_events (Scan *self, const char *text, const char *low)
{
  const char *at, *comma;
  gsize length = 0, start, end;

  if (_td_plan_find_any (low, report_words, NULL) == NULL)
    return;
  at = _td_plan_find_any (low, events, &length);
  if (at == NULL)
    return;
  start = at - low;
  comma = strchr (at, ',');
  if (start == 0 || _td_plan_count_words (text, start) < 3)
    end = comma != NULL ? (gsize) (comma - low) : start + length;
  else
    end = start + strcspn (at, ",;");
  if (_td_plan_find (low, "báo cáo") == NULL && start > 0)
    return;
  add_deadline (self, _td_plan_cut_bare (text + start, end - start), NULL, TD_PLAN_PRECISION_EVENT,
                what_around (self, text, start, end));
}

/* Whether the nearest title that speaks of time or of duties speaks of the plan's own time. */
static gboolean
is_in_period (const TdPlanReader *self, guint index)
{
  for (guint id = index + 1; id > 0; id = _td_plan_section (self, id - 1)->parent)
    {
      if (_td_plan_title_has (self, id - 1, org_titles) || _td_plan_title_has (self, id - 1, report_words))
        return FALSE;
      if (_td_plan_title_has (self, id - 1, period_titles))
        return TRUE;
    }
  return FALSE;
}

/* To the point that ends it; without one near to a blank. */
static gsize
sentence_length (const char *low)
{
  gsize length = 0, blank = 0;

  for (; low[length] != '\0' && length < MAX_SENTENCE; length++)
    {
      if (low[length] == '.' && (low[length + 1] == ' ' || low[length + 1] == '\0'))
        return length;
      if (low[length] == ';' || low[length] == ' ')
        blank = length;
    }
  return low[length] == '\0' || blank == 0 ? length : blank;
}

static void
scan_section (Scan *self, gboolean duties_here)
{
  const char *text = self->section->text;

  while (*text != '\0')
    {
      gsize length = sentence_length (text);
      g_autofree char *sentence = _td_plan_cut (text, length);
      g_autofree char *low = sentence != NULL ? _td_plan_dup_lower (sentence) : NULL;

      if (sentence != NULL && !scan_dates (self, sentence, low) && duties_here)
        scan_events (self, sentence, low);
      text += length;
      while (*text == '.' || *text == ' ' || *text == ';')
        text++;
    }
}

/* Reads by when what has to be done. */
void
_td_plan_read_deadlines (TdPlanReader *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (NULL, NULL);
  TdPlanReading *reading = self->reading;

  for (guint i = 0; i < reading->assignees->len; i++)
    {
      const TdPlanAssignee *assignee = g_ptr_array_index (reading->assignees, i);

      for (guint j = 0; j < assignee->tasks->len; j++)
        {
          const TdPlanText *task = g_ptr_array_index (assignee->tasks, j);

          g_hash_table_insert (names, GUINT_TO_POINTER (task->section), assignee->name);
        }
    }
  for (guint i = 0; i < reading->sections->len; i++)
    {
      Scan scan = { self, _td_plan_section (self, i) };

      if (scan.section->text == NULL || is_in_period (self, i))
        continue;
      scan.who = g_hash_table_lookup (names, GUINT_TO_POINTER (scan.section->id));
      scan_section (&scan, scan.who != NULL || _td_plan_is_below (self, i, org_titles));
    }
}
