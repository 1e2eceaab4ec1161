/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-regions"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Where the head ends, the title, the preamble, the body. The order is that of Nghị định
 * 30/2020/NĐ-CP, Phụ lục I: issuer, number, place and date, type, title, bases, body, signature
 * and recipients. Any of them may be missing. */

/* A head is not longer; further down a line "Kế hoạch" is a heading of the body. */
#define MAX_HEAD_LINES  80
#define MAX_TITLE_LINES 14

static const char *const types[] = {
  "kế hoạch", "quyết định", "chỉ thị", "hướng dẫn", "công văn", "tờ trình", "báo cáo", "thông báo",
  "chương trình", "chương trình hành động", "chương trình phối hợp", "kế hoạch phối hợp",
  "kế hoạch liên tịch", "đề án", "phương án", "nghị quyết", "quy chế", "quy định", "kết luận",
  "thông tri", "công điện", "thể lệ", "lời kêu gọi", "thông tư", "nội quy", "hướng dẫn liên ngành",
  NULL
};

/* How the first sentence below a title begins. */
static const char *const openers[] = {
  "căn cứ", "thực hiện", "để", "nhằm", "hưởng ứng", "thi hành", "theo", "trên cơ sở", "xét",
  "kính gửi", "triển khai thực hiện", "ngày", "năm", "tiếp tục thực hiện", "với mục đích",
  "quán triệt", "chào mừng", NULL
};

/* Of these a title has lines too, but short ones: "Năm 2027" below "Phát động …". */
static const char *const weak_openers[] = { "ngày", "năm", "chào mừng", "theo", "để", NULL };
#define MIN_SENTENCE 40

/* "Năm học 2027 - 2028" below a title in capitals ends it. */
static const char *const terms[] = { "năm học", "năm", "giai đoạn", "nhiệm kỳ", NULL };

static const char *const mottos[] = {
  "cộng hòa xã hội", "cộng hòa xã hội chủ nghĩa việt nam", "chủ nghĩa việt nam", "độc lập",
  "tự do - hạnh phúc", "đảng cộng sản việt nam", NULL
};

static const char *const capacities[] = {
  "tm", "t/m", "kt", "k/t", "tl", "tuq", "t.m", "k.t", "q", NULL
};

static const char *const positions[] = {
  "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "tổng giám đốc", "phó tổng giám đốc",
  "hiệu trưởng", "phó hiệu trưởng", "bộ trưởng", "thứ trưởng", "trưởng ban", "phó trưởng ban",
  "bí thư", "phó bí thư", "chánh văn phòng", "phó chánh văn phòng", "cục trưởng", "phó cục trưởng",
  "vụ trưởng", "phó vụ trưởng", "viện trưởng", "phó viện trưởng", "trưởng phòng",
  "phó trưởng phòng", "thủ trưởng", "tổng cục trưởng", "thủ tướng", "phó thủ tướng", "thường trực",
  "chủ nhiệm", "phó chủ nhiệm", "trưởng khoa", "chánh thanh tra", "chính ủy", "tư lệnh",
  "chi cục trưởng", "chỉ huy trưởng", "tổng thư ký", "tổng biên tập", "ủy viên", "viện phó",
  "hiệu phó", "chánh án", NULL
};

static const TdPlanLine *
line_at (const TdPlanReader *self, guint index)
{
  return &g_array_index (self->lines, TdPlanLine, index);
}

/* One of the two columns of a line; a line of one column has only the first. */
const char *
_td_plan_cell (const TdPlanLine *line, guint index, gsize *length)
{
  if (index == 0)
    {
      *length = line->gap > 0 ? line->gap - 1 : line->length;
      return line->text;
    }
  *length = line->gap > 0 ? line->length - line->gap : 0;
  return line->text + (line->gap > 0 ? line->gap : line->length);
}

/* The length of "Nơi nhận" at the start of a line, 0 when something else stands there. */
gsize
_td_plan_recipients_length (const char *low)
{
  return *low == 'n' ? _td_plan_starts_loosely (low, (const char *[]){ "nơi nhận", NULL }) : 0;
}

gboolean
_td_plan_is_motto (const char *low)
{
  return _td_plan_starts_loosely (low, mottos) > 0;
}

/* The position a line is, in small letters, though a scanner lost marks of it; NULL for none. */
const char *
_td_plan_position (const char *low)
{
  gsize length = strlen (low);

  for (guint i = 0; length < 60 && positions[i] != NULL; i++)
    if (_td_plan_starts_loosely (low, (const char *[]){ positions[i], NULL }) == length)
      return positions[i];
  return NULL;
}

/* "KT. CHỦ TỊCH", "HIỆU TRƯỞNG": the lines above a signature. */
gboolean
_td_plan_is_signature (const char *text, const char *low)
{
  gsize length = _td_plan_starts_any (low, capacities);

  if (strlen (text) > 160 || !_td_plan_is_caps (text, strlen (text)))
    return FALSE;
  if (length > 0 && (low[length] == '.' || low[1] == '/'))
    return TRUE;
  return (_td_plan_starts_any (low, positions) > 0 || _td_plan_position (low) != NULL) && low[strlen (low) - 1] != ':';
}

/* The length of the type a line begins with: alone, or in capitals before its title. */
static gsize
type_length (const char *text, const char *low, const char **type)
{
  gsize length = _td_plan_starts_any (low, types);
  const char *rest;

  /* A scanner's "KÉ HOẠCH" is known by standing alone, in capitals. */
  if (length == 0 && strlen (text) < 40 && _td_plan_is_caps (text, strlen (text)))
    {
      length = _td_plan_starts_loosely (low, types);
      if (length != strlen (text))
        length = 0;
    }
  rest = low + length;
  if (length == 0 || !_td_plan_is_upper (text))
    return 0;
  while (*rest == ' ' || *rest == ':' || *rest == '.')
    rest++;
  if (*rest != '\0' && !_td_plan_is_caps (text, length))
    return 0;
  for (guint i = 0; types[i] != NULL; i++)
    if (_td_plan_starts_loosely (low, (const char *[]){ types[i], NULL }) == length)
      *type = types[i];
  return rest - low;
}

/* Whether the body may begin with this line. */
static gboolean
begins_body (const TdPlanReader *self, guint index)
{
  const TdPlanLine *line = line_at (self, index);
  TdPlanMark mark;

  if (line->noise)
    return FALSE;
  mark = _td_plan_scan_mark (line->text, line->low);
  if (mark.value != 1 || mark.kind == TD_MARKER_LETTER)
    return FALSE;
  if (mark.kind == TD_MARKER_CAPITAL && !_td_plan_is_caps (line->text, line->length))
    return FALSE;
  return index == 0 || line->blanks > 0
         || !_td_plan_is_unfinished (line_at (self, index - 1)->low, line_at (self, index - 1)->length);
}

static gboolean
find_type (TdPlanReader *self, guint from, guint to, gboolean alone, TdPlanPart *part)
{
  for (guint i = from; i < to; i++)
    {
      const TdPlanLine *line = line_at (self, i);
      const char *type = NULL;
      gsize length;

      if (!alone && begins_body (self, i))
        return FALSE;
      length = type_length (line->text, line->low, &type);
      if (length == 0
          || (alone
              && (length != line->length || g_str_equal (type, "quyết định")
                  || !_td_plan_is_caps (line->text, line->length))))
        continue;
      part->type = type;
      part->type_line = i;
      part->head_to = length == line->length ? i + 1 : i;
      part->title_skip = length == line->length ? 0 : length;
      return TRUE;
    }
  return FALSE;
}

/* A letter has no type; its subject "V/v …" stands below the number. */
static gboolean
find_letter (TdPlanReader *self, TdPlanPart *part)
{
  for (guint i = 0; i < self->lines->len && i < MAX_HEAD_LINES; i++)
    {
      const TdPlanLine *line = line_at (self, i);

      if (begins_body (self, i))
        return FALSE;
      if (_td_plan_starts (line->low, "kính gửi"))
        {
          part->type = "công văn";
          part->type_line = part->head_to = part->title_to = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Whether a line goes on with the title that ends at @last. */
static gboolean
goes_on (const TdPlanReader *self, const TdPlanLine *first, const TdPlanLine *last, const TdPlanLine *line)
{
  gboolean caps = _td_plan_is_caps (first->text, first->length);
  gboolean opener = _td_plan_starts_any (line->low, openers) > 0
                    && (line->chars >= MIN_SENTENCE || _td_plan_starts_any (line->low, weak_openers) == 0);
  gboolean open = _td_plan_is_unfinished (last->low, last->length);

  if (line->ruled || _td_plan_starts (line->low, "căn cứ") || *line->text == '(')
    return FALSE;
  if (_td_plan_scan_mark (line->text, line->low).value > 0)
    return FALSE;
  if (_td_plan_is_lower (line->text))
    return TRUE;
  if (caps && line->blanks == 0 && line->chars < MIN_SENTENCE && _td_plan_starts_any (line->low, terms) > 0)
    return TRUE;
  if (caps)
    return _td_plan_is_caps (line->text, line->length)
           && (line->blanks == 0 || open || (self->layout.doubled && line->blanks == 1));
  if (_td_plan_is_caps (line->text, line->length))
    return open && line->blanks == 0;
  if (line->blanks > (self->layout.doubled ? 1 : 0))
    return open && !opener;
  if (opener)
    return open;
  /* Without broken lines every line is a paragraph of its own. */
  if (self->layout.width == 0)
    return open || (line->blanks == 0 && line->chars < 200);
  return line->chars <= self->layout.width + self->layout.width / 4;
}

static void
find_title (TdPlanReader *self, TdPlanPart *part, guint to)
{
  const TdPlanLine *first = NULL, *last = NULL;
  guint i = part->head_to;

  for (; i < to && i < part->head_to + MAX_TITLE_LINES; i++)
    {
      const TdPlanLine *line = line_at (self, i);

      if (line->noise)
        continue;
      if (first == NULL)
        {
          if (*line->text == '(' || begins_body (self, i)
              || (part->title_skip == 0 && _td_plan_starts (line->low, "căn cứ")))
            break;
          first = line;
        }
      else if (!goes_on (self, first, last, line))
        break;
      last = line;
    }
  part->title_to = i;
}

/* A line in parentheses below the title, "(Kèm theo …)", belongs to neither side. */
static guint
skip_parenthesis (const TdPlanReader *self, guint from, guint to)
{
  guint i = from;

  if (i >= to || *line_at (self, i)->text != '(')
    return from;
  for (; i < to && i < from + 4; i++)
    {
      const TdPlanLine *line = line_at (self, i);

      if (line->text[line->length - 1] == ')')
        return i + 1;
    }
  return from + 1;
}

/* Whether the lines below the body begin here. A heading in capitals may go over two lines, so
 * a position alone counts only where the line above is no heading. */
static gboolean
is_foot (const TdPlanReader *self, guint index)
{
  const TdPlanLine *line = line_at (self, index);
  const TdPlanLine *last = index > 0 ? line_at (self, index - 1) : NULL;
  gsize length = _td_plan_recipients_length (line->low);
  const char *right;

  if (length > 0 && (line->chars < 60 || line->low[length] == ':'))
    return TRUE;
  right = _td_plan_cell (line, 1, &length);
  if (line->gap > 0 && length > 0 && _td_plan_is_signature (right, line->low + (right - line->text)))
    return TRUE;
  if (_td_plan_starts (line->low, "phụ lục") && line->chars < 40
      && _td_plan_is_caps (line->text, strlen ("phụ lục")))
    return TRUE;
  if (line->gap > 0 || !_td_plan_is_signature (line->text, line->low))
    return FALSE;
  return last == NULL || line->blanks > 1 || !_td_plan_is_caps (last->text, last->length)
         || _td_plan_is_signature (last->text, last->low);
}

static void
find_body (TdPlanReader *self, TdPlanPart *part, guint to)
{
  guint i = part->title_to;

  while (i < to && !begins_body (self, i))
    i++;
  if (i < to)
    part->body_from = i;
  else
    {
      /* Nothing is numbered: the bases are the preamble, the rest the body. */
      for (i = part->title_to; i < to; i++)
        if (line_at (self, i)->blanks > 0 && _td_plan_starts_any (line_at (self, i)->low, openers) == 0
            && !_td_plan_is_lower (line_at (self, i)->text))
          break;
      part->body_from = i;
    }
  for (i = part->body_from; i < to && !is_foot (self, i); i++)
    ;
  part->body_to = i;
  part->foot_to = to;
}

/* "QUYẾT ĐỊNH:" between the bases and the articles. */
static guint
find_operative (const TdPlanReader *self, guint from)
{
  for (guint i = from; i < self->lines->len && i < from + 4 * MAX_HEAD_LINES; i++)
    {
      const TdPlanLine *line = line_at (self, i);

      if (_td_plan_starts (line->low, "quyết định") && line->chars <= 13
          && _td_plan_is_caps (line->text, line->length))
        return i;
    }
  return 0;
}

static gboolean
has_number_or_motto (const TdPlanReader *self)
{
  for (guint i = 0; i < self->lines->len && i < 20; i++)
    {
      const TdPlanLine *line = line_at (self, i);

      if (_td_plan_is_motto (line->low)
          || (_td_plan_starts (line->low, "số") && strchr (line->low, '/') != NULL && line->chars < 100))
        return TRUE;
    }
  return FALSE;
}

/* Finds head, title, preamble, body and foot, of a decision and of the plan it issues. FALSE when
 * the text has neither a head nor a numbered part. */
gboolean
_td_plan_find_parts (TdPlanReader *self)
{
  TdPlanPart *main = &self->main, *attached = &self->attached;
  guint n = self->lines->len, end = n;
  gboolean head;

  head = find_type (self, 0, MIN (n, MAX_HEAD_LINES), FALSE, main) || find_letter (self, main);
  if (g_strcmp0 (main->type, "quyết định") == 0)
    {
      self->operative = find_operative (self, main->type_line + 1);
      if (find_type (self, MAX (self->operative, main->type_line) + 1, n, TRUE, attached))
        {
          self->has_attached = TRUE;
          end = attached->type_line;
          attached->head_from = end;
          find_title (self, attached, n);
          attached->title_to = skip_parenthesis (self, attached->title_to, n);
          find_body (self, attached, n);
        }
    }
  if (head && main->title_to == 0)
    find_title (self, main, end);
  main->title_to = skip_parenthesis (self, main->title_to, end);
  find_body (self, main, end);
  if (self->operative >= main->title_to && self->operative < main->body_from)
    ;
  else
    self->operative = 0;
  head = head || has_number_or_motto (self);
  return head || (main->body_from < main->body_to && begins_body (self, main->body_from));
}
