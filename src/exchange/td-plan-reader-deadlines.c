/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-deadlines"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* By when something has to be done: a date behind "chậm nhất", "trước"; a number of days behind an
 * event; for reports an event. */

static const char *const duties[] = {
  "báo cáo", "gửi", "hoàn thành", "nộp", "trình", "đăng ký", "hồ sơ", "tổng kết", "sơ kết",
  "ban hành", "xây dựng", "lập", "tổng hợp", "danh sách", "tổ chức", "phát động", "ký kết",
  "phấn đấu", "tham mưu", "thẩm định", "rà soát", "công bố", NULL
};

static const char *const report_words[] = { "báo cáo", "gửi", "hồ sơ", NULL };
static const char *const reviews[] = { "sơ kết", "tổng kết", NULL };
/* What happens once while a plan runs, told in the part about its time. */
static const char *const single_acts[] = {
  "sơ kết", "tổng kết", "phát động", "đăng ký", "bình xét", "khen thưởng", "kiểm tra", "chấm điểm", NULL
};

static const char *const events[] = {
  "khi tổng kết", "khi sơ kết", "khi kết thúc", "sau khi", "ngay sau khi", "kết thúc đợt",
  "kết thúc phong trào", "kết thúc chuyên đề", "kết thúc năm", "kết thúc thi đua", "định kỳ",
  "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", NULL
};

/* What a task must be done before has no date of its own. */
static const char *const finishes[] = {
  "hoàn thành trước khi", "xong trước khi", "chậm nhất trước khi", NULL
};

/* A longer sentence, in bytes, is read in pieces. */
#define MAX_SENTENCE 4000
/* The name of an event is not longer. */
#define MAX_EVENT 160
/* A clause of so few words may need its title to be understood; a longer title is a sentence. */
#define MAX_SHORT_WORDS 8
#define MAX_TITLE_WORDS 16

typedef struct
{
  TdPlanReader *reader;
  const TdPlanSection *section;
  const char *who;
  TdPlanTopic topic; /* of the section */
  gboolean step;     /* the section begins with its time */
  gboolean named;    /* the sentence or its title names a duty */
  gsize clause;      /* where in the sentence the last deadline ended */
  char *last;        /* what was to be done by it */
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
  g_free (self->last);
  self->last = g_strdup (what);
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

/* Where the clause with a time begins: behind the last deadline, the last semicolon, and what joins. */
static gsize
clause_start (const Scan *self, const char *low, gsize start)
{
  static const char *const joints[] = { "và", "đồng thời", "hoặc", NULL };
  gsize from = self->clause, last = from, length;

  for (gsize i = from; i < start; i++)
    if (low[i] == ';')
      {
        last = from;
        from = i + 1;
      }
  /* "…; hoàn thành trước ngày …" speaks of the clause before it. */
  if (from + strspn (low + from, " ") >= start)
    from = last;
  do
    {
      while (from < start && strchr (" ),.:-", low[from]) != NULL)
        from++;
      length = _td_plan_starts_any (low + from, joints);
      from += length;
    }
  while (length > 0 && from < start);
  return MIN (from, start);
}

/* The parenthesis the time stands in, its own place when it stands in none. */
static gsize
open_parenthesis (const char *low, gsize from, gsize start)
{
  gsize open = start;

  for (gsize i = from; i < start; i++)
    if (low[i] == '(')
      open = i;
    else if (low[i] == ')')
      open = start;
  return open;
}

/* "đợt 2" behind "Gửi báo cáo đợt 1": the words before the one that comes again hold for both. */
static char *
share_last (const Scan *self, const char *text, const char *low, gsize from, gsize start)
{
  gsize length = from < start ? strcspn (low + from, " ,;") : 0;
  g_autofree char *word = g_strndup (low + from, length);
  g_autofree char *last = self->last != NULL ? _td_plan_dup_lower (self->last) : NULL;
  const char *at;

  while (start > from && low[start - 1] == ' ')
    start--;
  if (last == NULL || memchr (low + self->clause, ';', from - self->clause) != NULL)
    return NULL;
  if (length == 0)
    return g_strdup (self->last);
  at = _td_plan_find (last, word);
  if (at == NULL)
    return NULL;
  return g_strdup_printf ("%.*s%.*s", (int) (at - last), self->last, (int) (start - from), text + from);
}

/* The words behind the time, to the end of their clause. */
static char *
what_behind (Scan *self, const char *text, gsize end)
{
  while (text[end] != '\0' && strchr (",) ", text[end]) != NULL)
    end++;
  return without_who (self, text + end, strcspn (text + end, ";"));
}

/* What stands around a parenthesis with the time in it. */
static char *
what_outside (Scan *self, const char *text, gsize from, gsize open, gsize end)
{
  const char *tail = strrchr (text + end, ')');
  g_autofree char *before = without_who (self, text + from, open - from);
  g_autofree char *behind = NULL;

  /* What is joined with "và" has its own time. */
  if (tail != NULL && tail[1] == ' ' && strncmp (tail + 1, " và ", strlen (" và ")) != 0)
    behind = _td_plan_cut_bare (tail + 1, strcspn (tail + 1, ";"));
  if (before == NULL || behind == NULL || _td_plan_count_words (behind, strlen (behind)) < 2)
    return before != NULL ? g_steal_pointer (&before) : g_steal_pointer (&behind);
  return g_strconcat (before, " ", behind, NULL);
}

static gboolean
names_unit (const char *title)
{
  g_autofree char *low = _td_plan_dup_lower (title);
  gboolean requested, told;

  return _td_plan_is_unit (low + _td_plan_skip_order (low, &requested, &told));
}

/* What is to be done: what stands before the time in its clause, or behind it when nothing does; the
 * title says it where the clause is short of words. */
static char *
what_around (Scan *self, const char *text, const char *low, gsize start, gsize end)
{
  gsize from = clause_start (self, low, start), open = open_parenthesis (low, from, start);
  guint n = _td_plan_count_words (text + from, start - from);
  gboolean duty = _td_plan_starts_any (low + from, duties) > 0;
  const char *title = self->step ? NULL : self->section->title;
  char *what = NULL;

  if (open < start && open > from)
    return what_outside (self, text, from, open, end);
  if (self->clause > 0 && n <= 4 && !duty)
    what = share_last (self, text, low, from, start);
  if (what == NULL && n >= (duty ? 2 : 3))
    what = without_who (self, text + from, start - from);
  if (what == NULL)
    what = what_behind (self, text, end);
  if (what == NULL)
    what = without_who (self, text + from, start - from);
  if (title == NULL || self->clause > 0 || names_unit (title))
    return what;
  if (_td_plan_count_words (title, strlen (title)) > MAX_TITLE_WORDS)
    {
      if (n >= 2)
        return what;
      g_free (what);
      return g_strdup (title);
    }
  if (what == NULL || n <= MAX_SHORT_WORDS)
    {
      char *titled = what != NULL ? g_strconcat (title, ": ", what, NULL) : g_strdup (title);

      g_free (what);
      return titled;
    }
  return what;
}

/* "từ ngày … đến ngày …" says how long, not by when. */
static gboolean
ends_span (const Scan *self, const char *low, gsize start)
{
  g_autofree char *clause = NULL;
  const char *at;

  if (!_td_plan_starts (low + start, "đến"))
    return FALSE;
  clause = g_strndup (low + self->clause, start - self->clause);
  for (at = clause; (at = _td_plan_find (at, "từ")) != NULL;)
    {
      at += strlen ("từ");
      at += strspn (at, " ");
      if (_td_plan_scan_date (at).length > 0)
        return TRUE;
    }
  return FALSE;
}

/* What lies before the day the document was issued is told, not asked for. */
static gboolean
is_past (const Scan *self, const char *iso)
{
  const TdPlanReading *reading = self->reader->reading;
  const char *issued = reading->date != NULL ? reading->date : reading->date_partial;

  return iso != NULL && issued != NULL && strncmp (iso, issued, MIN (strlen (iso), strlen (issued))) < 0;
}

/* Whether a time in a sentence is one to keep: a duty's, or in the part about the plan's own time that
 * of a review. */
static gboolean
is_duty (const Scan *self, const char *low, gsize start, const TdPlanDate *date)
{
  g_autofree char *clause = g_strndup (low + self->clause, start - self->clause);

  if (date != NULL && date->month == 0 && date->day == 0)
    return _td_plan_find_any (clause, reviews, NULL) != NULL;
  if (self->topic == TD_PLAN_TOPIC_PERIOD)
    return _td_plan_find_any (clause, single_acts, NULL) != NULL;
  return self->topic == TD_PLAN_TOPIC_DUTY || self->named;
}

/* Whether the date is written far enough to be one. */
static gboolean
is_whole (const TdPlanDate *date, gsize recurrence)
{
  if (date->month > 0)
    return date->year > 0 || date->day > 0;
  return date->day > 0 ? recurrence > 0 : date->year > 0;
}

/* Takes the date that begins at @i; gives the bytes it has. */
static gsize
take_date (Scan *self, const char *text, const char *low, gsize i)
{
  TdPlanPrecision precision = TD_PLAN_PRECISION_DAY;
  TdPlanDate date = _td_plan_scan_date (low + i);
  g_autofree char *iso = NULL;
  gsize start, end, more;

  if (date.length == 0)
    return 0;
  _td_plan_date_to_end (&date);
  start = _td_plan_limit_start (low, i);
  more = date.month == 0 || date.year == 0 ? _td_plan_recurrence_length (low + i + date.length) : 0;
  end = i + date.length + more;
  if (start == i || start < self->clause || !is_whole (&date, more))
    return date.length;
  iso = _td_plan_date_to_iso (&date, &precision);
  /* "dịp khánh thành cầu (20/12/2027)" */
  if (low[end] == ')' && memchr (low + start, '(', end - start) != NULL)
    end++;
  if (is_past (self, iso) || ends_span (self, low, start) || !is_duty (self, low, start, &date))
    return date.length;
  add_deadline (self, _td_plan_cut_bare (text + start, end - start), g_steal_pointer (&iso), precision,
                what_around (self, text, low, start, end));
  self->clause = end;
  return end - i;
}

/* Takes so many days behind an event; gives the bytes they have. */
static gsize
take_days (Scan *self, const char *text, const char *low, gsize i)
{
  gsize start, length = _td_plan_days_length (low, i, &start), end = i + length;

  if (length == 0 || start < self->clause || !is_duty (self, low, start, NULL))
    return 0;
  add_deadline (self, _td_plan_cut_bare (text + start, end - start), NULL, TD_PLAN_PRECISION_EVENT,
                what_around (self, text, low, start, end));
  self->clause = end;
  return length;
}

static gboolean
scan_dates (Scan *self, const char *text, const char *low)
{
  guint n = self->reader->reading->deadlines->len;
  const char *title = _td_plan_title (self->reader, self->section->id - 1);

  self->named = self->topic == TD_PLAN_TOPIC_CONTENT || _td_plan_find_any (low, duties, NULL) != NULL || _td_plan_find_any (title, duties, NULL) != NULL;
  self->clause = 0;
  for (gsize i = 0; low[i] != '\0'; i++)
    {
      gsize taken = 0;

      if (i > 0 && low[i - 1] != ' ' && low[i - 1] != '(')
        continue;
      if (!g_ascii_isdigit (low[i]) && !_td_plan_starts (low + i, "ngày") && !_td_plan_starts (low + i, "tháng")
          && !_td_plan_starts (low + i, "quý") && !_td_plan_starts (low + i, "năm"))
        continue;
      if (g_ascii_isdigit (low[i]))
        taken = take_days (self, text, low, i);
      if (taken == 0)
        taken = take_date (self, text, low, i);
      i += taken > 0 ? taken - 1 : 0;
    }
  g_clear_pointer (&self->last, g_free);
  return self->reader->reading->deadlines->len > n;
}

/* "…, hoàn thành trước khi tổ chức hội nghị". */
static gboolean
scan_finish (Scan *self, const char *text, const char *low)
{
  const char *at = _td_plan_find_any (low, finishes, NULL);
  gsize start, length;

  if (at == NULL)
    return FALSE;
  at = _td_plan_find (at, "trước khi");
  start = at - low;
  length = strcspn (at, ",;.");
  if (length > MAX_EVENT || _td_plan_count_words (text, start) < 3)
    return FALSE;
  self->clause = 0;
  add_deadline (self, _td_plan_cut_bare (text + start, length), NULL, TD_PLAN_PRECISION_EVENT,
                what_around (self, text, low, start, start + length));
  g_clear_pointer (&self->last, g_free);
  return TRUE;
}

/* "Kết thúc đợt thi đua, … báo cáo …", "… báo cáo … khi tổng kết …". */
static void
scan_events (Scan *self, const char *text, const char *low)
{
  const char *at, *comma, *report;
  gsize length = 0, start, end;

  if (scan_finish (self, text, low) || _td_plan_find_any (low, report_words, NULL) == NULL)
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
  /* "…, định kỳ 6 tháng báo cáo kết quả": what is due stands behind the time. */
  report = _td_plan_find (at, "báo cáo");
  if (start > 0 && report != NULL && memchr (at, ';', report - at) == NULL)
    {
      end = report - low;
      add_deadline (self, _td_plan_cut_bare (text + start, end - start), NULL, TD_PLAN_PRECISION_EVENT, what_behind (self, text, end));
      g_clear_pointer (&self->last, g_free);
      return;
    }
  self->clause = 0;
  add_deadline (self, _td_plan_cut_bare (text + start, end - start), NULL, TD_PLAN_PRECISION_EVENT,
                _td_plan_count_words (text, start) >= 3 ? without_who (self, text, start) : what_behind (self, text, end));
  g_clear_pointer (&self->last, g_free);
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

/* "Tháng 10/2027: kiểm tra": what stands behind the colon is due at the time before it. Of a year this
 * is so only for duties. */
static void
add_step (Scan *self, const char *text, gsize length, const TdPlanDate *date, const char *what)
{
  TdPlanPrecision precision = TD_PLAN_PRECISION_DAY;
  g_autofree char *iso = _td_plan_date_to_iso (date, &precision);
  g_autofree char *low = g_strndup (what, sentence_length (what));
  gsize end = strcspn (low, ";");

  _td_plan_lower (low, strlen (low));
  if (iso == NULL || is_past (self, iso) || _td_plan_count_words (what, end) == 0
      || (date->month == 0 && _td_plan_find_any (low, duties, NULL) == NULL))
    return;
  add_deadline (self, _td_plan_cut_bare (text, length), g_steal_pointer (&iso), precision,
                without_who (self, what, end));
  g_clear_pointer (&self->last, g_free);
}

static void
scan_section (Scan *self)
{
  g_autofree char *whole = _td_plan_section_text (self->section);
  g_autofree char *label = g_strndup (whole, MIN (strlen (whole), MAX_EVENT));
  guint n = self->reader->reading->deadlines->len;
  const char *text = self->section->text, *first;
  TdPlanDate date;
  gsize step;

  _td_plan_lower (label, strlen (label));
  step = _td_plan_step_length (label, &date);
  self->step = step > 0;
  if (self->step)
    text = whole + step + 1 + strspn (whole + step + 1, " ");
  first = text;
  while (*text != '\0')
    {
      gsize length = sentence_length (text);
      g_autofree char *sentence = _td_plan_cut (text, length);
      g_autofree char *low = sentence != NULL ? _td_plan_dup_lower (sentence) : NULL;

      if (sentence != NULL && !scan_dates (self, sentence, low) && self->topic == TD_PLAN_TOPIC_DUTY)
        scan_events (self, sentence, low);
      text += length;
      while (*text == '.' || *text == ' ' || *text == ';')
        text++;
    }
  if (self->step && self->reader->reading->deadlines->len == n)
    add_step (self, whole, step, &date, first);
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

      scan.topic = _td_plan_topic (self, i);
      if (scan.section->text == NULL || scan.topic == TD_PLAN_TOPIC_GOAL)
        continue;
      scan.who = g_hash_table_lookup (names, GUINT_TO_POINTER (scan.section->id));
      if (scan.who != NULL && scan.topic != TD_PLAN_TOPIC_PERIOD)
        scan.topic = TD_PLAN_TOPIC_DUTY;
      scan_section (&scan);
    }
}
