/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-awards"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Which awards a plan gives. The form of an award and who gives it are two things: "Bằng khen của
 * Chủ tịch UBND tỉnh" is the form "Bằng khen". */

/* No plan names more; a text that does is broken. */
#define MAX_AWARDS 200

static const char *const form_titles[] = {
  "hình thức khen thưởng", "hình thức khen", "hình thức và", "các hình thức", NULL
};
static const char *const award_titles[] = { "khen thưởng", "giải thưởng", NULL };
static const char *const not_awards[] = {
  "tiêu chuẩn", "hồ sơ", "kinh phí", "thủ tục", "quy trình", "thời gian", "nguyên tắc",
  "điều kiện", "công tác", NULL
};

static const struct
{
  const char *low;
  const char *form;
  TdPlanLevel level; /* of the form itself, whoever is named */
} forms[] = {
  { "huân chương sao vàng", "Huân chương Sao vàng", TD_PLAN_LEVEL_STATE },
  { "huân chương hồ chí minh", "Huân chương Hồ Chí Minh", TD_PLAN_LEVEL_STATE },
  { "huân chương độc lập", "Huân chương Độc lập", TD_PLAN_LEVEL_STATE },
  { "huân chương quân công", "Huân chương Quân công", TD_PLAN_LEVEL_STATE },
  { "huân chương lao động", "Huân chương Lao động", TD_PLAN_LEVEL_STATE },
  { "huân chương bảo vệ tổ quốc", "Huân chương Bảo vệ Tổ quốc", TD_PLAN_LEVEL_STATE },
  { "huân chương chiến công", "Huân chương Chiến công", TD_PLAN_LEVEL_STATE },
  { "huân chương đại đoàn kết dân tộc", "Huân chương Đại đoàn kết dân tộc", TD_PLAN_LEVEL_STATE },
  { "huân chương dũng cảm", "Huân chương Dũng cảm", TD_PLAN_LEVEL_STATE },
  { "huân chương hữu nghị", "Huân chương Hữu nghị", TD_PLAN_LEVEL_STATE },
  { "huân chương", "Huân chương", TD_PLAN_LEVEL_STATE },
  { "huy chương", "Huy chương", TD_PLAN_LEVEL_STATE },
  { "danh hiệu vinh dự nhà nước", "Danh hiệu vinh dự nhà nước", TD_PLAN_LEVEL_STATE },
  { "anh hùng lao động", "Anh hùng Lao động", TD_PLAN_LEVEL_STATE },
  { "chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua toàn quốc", TD_PLAN_LEVEL_STATE },
  { "chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cơ sở", TD_PLAN_LEVEL_UNIT },
  { "cờ thi đua", "Cờ thi đua", TD_PLAN_LEVEL_UNKNOWN },
  { "bằng khen", "Bằng khen", TD_PLAN_LEVEL_UNKNOWN },
  { "giấy khen", "Giấy khen", TD_PLAN_LEVEL_UNKNOWN },
  { "thư khen", "Thư khen", TD_PLAN_LEVEL_UNKNOWN },
  { "kỷ niệm chương", "Kỷ niệm chương", TD_PLAN_LEVEL_UNKNOWN },
};

/* Who may be named right behind the form, without "của". */
static const char *const givers[] = {
  "thủ tướng", "chính phủ", "chủ tịch", "giám đốc", "tổng giám đốc", "bộ trưởng", "bộ",
  "thủ trưởng", "hiệu trưởng", "ubnd", "ủy ban", "sở", "tổng", "trưởng", "cục trưởng", "ban",
  "hội", "liên đoàn", "công đoàn", "tỉnh ủy", "trung ương", NULL
};

/* The name of the giver ends before one of these. */
static const char *const ends[] = {
  "cho", "đối với", "để", "theo", "tặng", "trong", "đã", "được", "khi", "nếu", "không",
  "và giấy khen", "và bằng khen", "và huân chương", "và các", "hoặc", "xem xét", "xét", "do",
  "thực hiện", "kèm", "trị giá", "dành", "nhằm", "thì", "vào", "là", NULL
};

/* "không khen thưởng cấp tỉnh" bars; "không xét khen thưởng tập thể vi phạm" only sets a condition. */
static const char *const bars[] = {
  "không khen thưởng", "không xét", "không tặng", "không trình", "không đề nghị",
  "không thực hiện khen thưởng", "chưa xét", "chưa khen thưởng", "không áp dụng",
  "không sử dụng hình thức", "không có hình thức", NULL
};

static gsize
form_at (const char *low, guint *index)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (*low == *forms[i].low && _td_plan_starts (low, forms[i].low))
      {
        *index = i;
        return strlen (forms[i].low);
      }
  return 0;
}

/* Where the giver's name ends: at a sign, at the next form, or where a verb begins. */
static gsize
giver_length (const char *text, const char *low)
{
  guint form;

  for (gsize i = 0; low[i] != '\0' && i < 200; i++)
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
      if (g_ascii_isdigit (low[i]) || form_at (low + i, &form) > 0 || _td_plan_starts_any (low + i, ends) > 0)
        return i;
      if (i > 1 && low[i - 2] == ',' && (_td_plan_starts_any (low + i, _td_plan_verbs) > 0)
          && !_td_plan_is_upper (text + i))
        return i;
    }
  return MIN (strlen (low), 200);
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

static TdPlanLevel
giver_level (const char *form, const char *giver)
{
  static const struct
  {
    const char *word;
    TdPlanLevel level;
  } words[] = {
    { "thủ tướng", TD_PLAN_LEVEL_STATE },
    { "chính phủ", TD_PLAN_LEVEL_STATE },
    { "chủ tịch nước", TD_PLAN_LEVEL_STATE },
    { "xã", TD_PLAN_LEVEL_COMMUNE },
    { "phường", TD_PLAN_LEVEL_COMMUNE },
    { "thị trấn", TD_PLAN_LEVEL_COMMUNE },
    { "sở", TD_PLAN_LEVEL_DEPARTMENT },
    { "ngành", TD_PLAN_LEVEL_DEPARTMENT },
    { "huyện", TD_PLAN_LEVEL_DEPARTMENT },
    { "tỉnh", TD_PLAN_LEVEL_PROVINCE },
    { "thành phố", TD_PLAN_LEVEL_PROVINCE },
    { "bộ", TD_PLAN_LEVEL_PROVINCE },
    { "bộ trưởng", TD_PLAN_LEVEL_PROVINCE },
    { "ubnd", TD_PLAN_LEVEL_PROVINCE },
    { "ủy ban nhân dân", TD_PLAN_LEVEL_PROVINCE },
  };
  g_autofree char *low = giver != NULL ? _td_plan_dup_lower (giver) : NULL;

  for (guint i = 0; low != NULL && i < G_N_ELEMENTS (words); i++)
    if (_td_plan_find (low, words[i].word) != NULL)
      return words[i].level;
  if (low != NULL)
    return TD_PLAN_LEVEL_UNIT;
  return g_str_equal (form, "Giấy khen") ? TD_PLAN_LEVEL_UNIT : TD_PLAN_LEVEL_UNKNOWN;
}

/* The clause that bars, from its "không" on, NULL when none does. */
static char *
barring (const char *text, const char *low)
{
  gsize length;
  const char *at = _td_plan_find_any (low, bars, &length);
  const char *rest;

  if (at == NULL)
    return NULL;
  rest = at + length;
  while (*rest == ' ')
    rest++;
  if (_td_plan_find (at, "vi phạm") != NULL || _td_plan_find (at, "kỷ luật") != NULL
      || _td_plan_starts (rest, "khen thưởng đối với") || _td_plan_starts (rest, "đối với các trường hợp"))
    return NULL;
  return _td_plan_cut_bare (text + (at - low), strlen (at));
}

static void
add_award (TdPlanReader *self, guint form, const char *giver, const TdPlanSection *section, gsize from,
           gsize to, const char *reason)
{
  GPtrArray *awards = self->reading->award_forms;
  TdPlanAward *award;

  if (awards->len >= MAX_AWARDS)
    return;
  for (guint i = 0; i < awards->len; i++)
    {
      award = g_ptr_array_index (awards, i);
      if (!g_str_equal (award->form, forms[form].form))
        continue;
      if (giver == NULL || (award->authority != NULL && g_ascii_strcasecmp (award->authority, giver) == 0))
        return;
      if (award->authority == NULL && award->section == section->id)
        return;
    }
  award = g_new0 (TdPlanAward, 1);
  award->form = g_strdup (forms[form].form);
  award->authority = g_strdup (giver);
  award->level
      = forms[form].level != TD_PLAN_LEVEL_UNKNOWN ? forms[form].level : giver_level (award->form, giver);
  award->given = reason == NULL;
  award->reason = g_strdup (reason);
  award->section = section->id;
  /* Sections were made of the paragraphs one by one. */
  award->lines = _td_plan_lines_at (g_ptr_array_index (self->body, section->id - 1), from, to);
  g_ptr_array_add (awards, award);
}

/* "Chủ tịch UBND tỉnh tặng Bằng khen": the giver stands before the form. */
static char *
giver_before (const char *text, const char *low, gsize at)
{
  static const char *const gives[] = {
    "tặng", "tặng thưởng", "xét tặng", "trao", "trao tặng", "xét, tặng", NULL
  };
  static const char *const verbs[] = { "quyết định", "xem xét", "xét", "tặng", "trao", "ký", NULL };
  gsize end = at, start;
  const char *verb;
  g_autofree char *clause = NULL;

  while (end > 0 && low[end - 1] == ' ')
    end--;
  if (!_td_plan_ends_any (low, end, gives))
    return NULL;
  for (start = end; start > 0 && strchr (";.:,", low[start - 1]) == NULL && end - start < 160; start--)
    ;
  start += strspn (low + start, " ");
  if (_td_plan_starts (low + start, "đề nghị"))
    start += strlen ("đề nghị") + strspn (low + start + strlen ("đề nghị"), " ");
  if (_td_plan_starts_any (low + start, givers) == 0)
    return NULL;
  clause = g_strndup (low + start, end - start);
  verb = _td_plan_find_any (clause, verbs, NULL);
  return verb != NULL ? _td_plan_cut_bare (text + start, verb - clause) : NULL;
}

static void
scan_text (TdPlanReader *self, const TdPlanSection *section, const char *text)
{
  g_autofree char *low = _td_plan_dup_lower (text);
  g_autofree char *reason = barring (text, low);
  guint form = 0;

  for (gsize i = 0; low[i] != '\0'; i++)
    {
      g_autofree char *giver = NULL;
      gsize length, at;

      if (i > 0 && !_td_plan_is_boundary (low + i - 1) && (guchar) low[i - 1] < 0x80)
        continue;
      length = form_at (low + i, &form);
      if (length == 0)
        continue;
      at = i + length;
      while (low[at] == ' ')
        at++;
      if (_td_plan_starts (low + at, "của"))
        {
          at += strlen ("của");
          while (low[at] == ' ')
            at++;
          length = cut_giver (text + at, low + at, giver_length (text + at, low + at));
          giver = _td_plan_cut_bare (text + at, length);
        }
      else if (_td_plan_starts_any (low + at, givers) > 0)
        {
          length = cut_giver (text + at, low + at, giver_length (text + at, low + at));
          giver = _td_plan_cut_bare (text + at, length);
        }
      else
        giver = giver_before (text, low, i);
      if (giver != NULL && strcspn (giver, ")") < strcspn (giver, "("))
        giver[strcspn (giver, ")")] = '\0';
      add_award (self, form, giver, section, i, MAX (at + (giver != NULL ? strlen (giver) : 0), i + 1),
                 reason);
      i = at - 1;
    }
}

static void
scan_sections (TdPlanReader *self, guint index)
{
  guint end = _td_plan_section_end (self->reading, index);

  for (guint i = index; i < end; i++)
    {
      g_autofree char *text = NULL;

      if (i > index && _td_plan_title_has (self, i, not_awards))
        {
          i = _td_plan_section_end (self->reading, i) - 1;
          continue;
        }
      text = _td_plan_section_text (_td_plan_section (self, i));
      scan_text (self, _td_plan_section (self, i), text);
    }
}

/* An award named without a giver takes the one the standards name: "Đối với Giấy khen của …". */
static void
complete_givers (TdPlanReader *self)
{
  static const char *const standards[] = { "tiêu chuẩn", "khen thưởng", NULL };
  GPtrArray *awards = self->reading->award_forms;

  for (guint i = 0; i < awards->len; i++)
    {
      TdPlanAward *award = g_ptr_array_index (awards, i);
      g_autofree char *form = _td_plan_dup_lower (award->form);
      g_autofree char *phrase = g_strconcat (form, " của", NULL);
      guint same = 0;

      for (guint j = 0; j < awards->len; j++)
        same += g_str_equal (((TdPlanAward *) g_ptr_array_index (awards, j))->form, award->form);
      if (award->authority != NULL || same > 1 || award->level == TD_PLAN_LEVEL_STATE)
        continue;
      for (guint j = 0; j < self->reading->sections->len && award->authority == NULL; j++)
        {
          const TdPlanSection *section = _td_plan_section (self, j);
          g_autofree char *low = NULL;
          const char *at, *text;

          if (section->text == NULL || !_td_plan_is_below (self, j, standards))
            continue;
          low = _td_plan_dup_lower (section->text);
          at = _td_plan_find (low, phrase);
          if (at == NULL)
            continue;
          at += strlen (phrase);
          at += strspn (at, " ");
          text = section->text + (at - low);
          award->authority = _td_plan_cut_bare (text, cut_giver (text, at, giver_length (text, at)));
          award->level = giver_level (award->form, award->authority);
        }
    }
}

/* Reads the forms of awards with their givers. */
void
_td_plan_read_awards (TdPlanReader *self)
{
  guint n = self->reading->sections->len;

  for (guint i = 0; i < n; i++)
    if (_td_plan_is_closest (self, i, form_titles))
      scan_sections (self, i);
  for (guint i = 0; i < n && self->reading->award_forms->len == 0; i++)
    if (_td_plan_is_closest (self, i, award_titles) && !_td_plan_title_has (self, i, not_awards))
      scan_sections (self, i);
  complete_givers (self);
}
