/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-givers"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Who gives an award: behind its form, before it, behind a colon. */

/* The longest name of a giver, in bytes. */
#define MAX_GIVER 200

/* Who may be named right behind the form, without "của". */
static const char *const givers[] = {
  "thủ tướng", "chính phủ", "chủ tịch", "giám đốc", "tổng giám đốc", "bộ trưởng", "bộ",
  "thủ trưởng", "hiệu trưởng", "ubnd", "ủy ban", "sở", "tổng", "trưởng", "cục trưởng", "ban",
  "hội", "liên đoàn", "công đoàn", "tỉnh ủy", "trung ương", NULL
};

/* Who may be named before it: "Đoàn Chủ tịch … tặng". */
static const char *const actors[] = {
  "đoàn", "đảng ủy", "cấp ủy", "cơ quan", "đơn vị", "địa phương", "trường", "lđlđ", "btv",
  "bch", "bgh", "huyện ủy", "thành ủy", "quận ủy", "tập đoàn", "hiệp hội", "người đứng đầu",
  "lãnh đạo", "nhà trường", "đại học", "công an", "quân khu", "chánh", "viện trưởng", "công ty", NULL
};

/* The name of the giver ends before one of these. */
static const char *const ends[] = {
  "cho", "đối với", "để", "theo", "tặng", "trong", "đã", "được", "khi", "nếu", "không",
  "và giấy khen", "và bằng khen", "và huân chương", "và các", "hoặc", "xem xét", "xét", "do",
  "thực hiện", "kèm", "trị giá", "và tiền", "và mức", "và kèm", "cùng", "mức", "dành", "nhằm", "thì", "vào", "là", "năm nay",
  "đợt này", "lần này", "tạm dừng", "chưa", "tạm thời", "nhân dịp", "dịp", "tại", "từ", "đề nghị", "trình", NULL
};

/* Where the giver's name ends: at a sign, at the next form, or where a verb begins. */
static gsize
giver_length (const char *text, const char *low)
{
  gsize length;

  for (gsize i = 0; low[i] != '\0' && i < MAX_GIVER; i++)
    {
      if (strchr (";.:(", low[i]) != NULL)
        {
          /* "xã (phường)" is part of the name. */
          gsize inside = low[i] == '(' ? strnlen (low + i, 30) : 0;
          const char *close = memchr (low + i, ')', inside);

          if (close == NULL)
            return i;
          i = close - low;
          continue;
        }
      if (i == 0 || (low[i - 1] != ' ' && low[i - 1] != ','))
        continue;
      if (g_ascii_isdigit (low[i]) || _td_plan_form_length (low + i) > 0 || _td_plan_starts_any (low + i, ends) > 0)
        return i;
      if (i > 1 && low[i - 2] == ',' && (_td_plan_starts_any (low + i, _td_plan_verbs) > 0)
          && !_td_plan_is_upper (text + i))
        return i;
    }
  length = strnlen (low, MAX_GIVER);
  while (length > 0 && ((guchar) low[length] & 0xc0) == 0x80)
    length--; /* no half of a letter */
  return length;
}

static gsize
cut_giver (const char *text, const char *low, gsize length)
{
  while (length > 0 && strchr (" ,", low[length - 1]) != NULL)
    length--;
  if (length > strlen ("và")
      && _td_plan_ends_any (low, length, (const char *[]){ "và", "hoặc", "các hình thức", NULL }))
    {
      while (length > 0 && low[length - 1] != ' ')
        length--;
      return cut_giver (text, low, length);
    }
  return length;
}

/* The giver named at the start of a text, behind "của" or without it. */
char *
_td_plan_giver_at (const char *text, const char *low)
{
  return _td_plan_cut_bare (text, cut_giver (text, low, giver_length (text, low)));
}

/* "Bằng khen Bộ trưởng": whether a giver follows the form without "của". */
gboolean
_td_plan_is_giver (const char *low)
{
  return _td_plan_starts_any (low, givers) > 0;
}

/* "Chủ tịch UBND tỉnh tặng Bằng khen": the giver stands before the form, in its clause and behind the
 * form before it; what one authority asks of another is the other's. */
char *
_td_plan_giver_before (const char *text, const char *low, gsize from, gsize at)
{
  static const char *const gives[] = {
    "tặng", "tặng thưởng", "xét tặng", "trao", "trao tặng", "xét, tặng", "khen tặng", NULL
  };
  static const char *const verbs[] = {
    "quyết định", "xem xét", "xét", "tặng", "trao", "ký", "chủ động", "khen", "thực hiện", NULL
  };
  static const char *const asks[] = { "đề nghị", "trình", "tham mưu", NULL };
  g_autofree char *near = NULL;
  gsize end = at, start = from, last = 0;

  while (end > 0 && strchr (" :“\"", low[end - 1]) != NULL)
    end--;
  if (!_td_plan_ends_any (low, end, gives))
    return NULL;
  for (gsize i = end; i > from; i--)
    if (strchr (";.:", low[i - 1]) != NULL || end - i > 300)
      {
        start = i;
        break;
      }
  near = g_strndup (low + start, end - start);
  for (const char *ask = near; (ask = _td_plan_find_any (ask, asks, NULL)) != NULL;)
    {
      ask += _td_plan_starts_any (ask, asks);
      last = ask - near;
    }
  start += last;
  while (start < end)
    {
      gsize several;

      start += strspn (low + start, " ");
      several = start + (_td_plan_starts (low + start, "các") ? strlen ("các ") : 0);
      if (_td_plan_starts_any (low + several, givers) > 0 || _td_plan_starts_any (low + several, actors) > 0)
        {
          g_autofree char *clause = g_strndup (low + start, end - start);
          const char *verb = _td_plan_find_any (clause, verbs, NULL);

          return verb != NULL ? _td_plan_cut_bare (text + start, verb - clause) : NULL;
        }
      start += strcspn (low + start, ",");
      start += low[start] == ',';
    }
  return NULL;
}

/* "Giấy khen: thủ trưởng các đơn vị xem xét, quyết định": the giver stands behind the colon. */
char *
_td_plan_giver_behind (const char *text, const char *low, gsize at)
{
  gsize length;

  if (low[at] != ':')
    return NULL;
  at += 1 + strspn (low + at + 1, " ");
  at += _td_plan_starts (low + at, "do") ? strlen ("do ") : 0;
  if (_td_plan_starts_any (low + at, givers) == 0 && _td_plan_starts_any (low + at, actors) == 0)
    return NULL;
  length = _td_plan_name_length (text + at, low + at);
  return length > 0 ? _td_plan_cut_bare (text + at, length) : NULL;
}
