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
/* The name of a medal is not longer, in bytes. */
#define MAX_NAME 200
/* A longer clause, in bytes, is read in pieces. */
#define MAX_CLAUSE 2000

static const char *const form_titles[] = {
  "hình thức khen thưởng", "hình thức khen", "hình thức và", "các hình thức", NULL
};
static const char *const award_titles[] = { "khen thưởng", "giải thưởng", NULL };
static const char *const prize_titles[] = {
  "hình thức", "mức thưởng", "tiền thưởng", "thưởng", "tôn vinh", "biểu dương", NULL
};
static const char *const not_awards[] = {
  "tiêu chuẩn", "hồ sơ", "kinh phí", "thủ tục", "quy trình", "thời gian", "nguyên tắc",
  "điều kiện", NULL
};

/* What a look at a text takes: all forms it names, those somebody is asked to give, those that are barred. */
typedef enum
{
  LOOK_ALL,
  LOOK_CAUTIOUS,
  LOOK_BARRED,
} Look;

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
  { "tập thể lao động xuất sắc", "Tập thể lao động xuất sắc", TD_PLAN_LEVEL_UNKNOWN },
  { "cờ thi đua", "Cờ thi đua", TD_PLAN_LEVEL_UNKNOWN },
  { "bằng khen", "Bằng khen", TD_PLAN_LEVEL_UNKNOWN },
  { "giấy khen", "Giấy khen", TD_PLAN_LEVEL_UNKNOWN },
  { "thư khen", "Thư khen", TD_PLAN_LEVEL_UNKNOWN },
  { "kỷ niệm chương", "Kỷ niệm chương", TD_PLAN_LEVEL_UNKNOWN },
  { "bằng lao động sáng tạo", "Bằng Lao động sáng tạo", TD_PLAN_LEVEL_UNKNOWN },
  { "bằng tuổi trẻ sáng tạo", "Bằng Tuổi trẻ sáng tạo", TD_PLAN_LEVEL_UNKNOWN },
  { "huy hiệu", "Huy hiệu", TD_PLAN_LEVEL_UNKNOWN },
};

/* "không khen thưởng cấp tỉnh" bars; "không xét khen thưởng tập thể vi phạm" only sets a condition. */
static const char *const bars[] = {
  "không khen thưởng", "không xét", "không tặng", "không trình", "không đề nghị",
  "không thực hiện khen thưởng", "chưa xét", "chưa khen thưởng", "không áp dụng",
  "không sử dụng hình thức", "không có hình thức", "thì không thực hiện", "chưa đề nghị",
  "không xem xét", "tạm dừng", "không thực hiện xét tặng", NULL
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
    { "cơ sở", TD_PLAN_LEVEL_UNIT },
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

/* The length of the form of an award that begins here, 0 for none. */
gsize
_td_plan_form_length (const char *low)
{
  guint form;

  return form_at (low, &form);
}

/* The length of a clause: to its semicolon, or the end of its sentence. */
static gsize
clause_length (const char *low)
{
  gsize length = strcspn (low, ";.");

  while (low[length] == '.' && low[length + 1] != ' ' && low[length + 1] != '\0')
    length += 1 + strcspn (low + length + 1, ";.");
  if (length > MAX_CLAUSE)
    for (length = MAX_CLAUSE; length > 0 && ((guchar) low[length] & 0xc0) == 0x80;)
      length--; /* no half of a letter */
  return length;
}

/* The clause that bars the form at @form, from its "không" on, NULL when none does. One that follows
 * the form speaks of it unless it goes on to say who gets it. */
static char *
barring (const char *text, const char *low, gsize form)
{
  gsize length;
  const char *at = _td_plan_find_any (low, bars, &length);
  const char *rest;

  if (at == NULL)
    return NULL;
  if ((gsize) (at - low) > form && memchr (low + form, ':', at - low - form) == NULL)
    {
      g_autofree char *between = g_strndup (low + form, at - low - form);

      if (_td_plan_find_any (between, (const char *[]){ "tặng", "cho", NULL }, NULL) != NULL)
        return NULL;
    }
  if (_td_plan_starts (at, "thì"))
    {
      at += strlen ("thì ");
      length -= strlen ("thì ");
    }
  rest = at + length;
  while (*rest == ' ')
    rest++;
  if (_td_plan_find (at, "vi phạm") != NULL || _td_plan_find (at, "kỷ luật") != NULL
      || _td_plan_starts (rest, "khen thưởng đối với") || _td_plan_starts (rest, "đối với các trường hợp"))
    return NULL;
  return _td_plan_cut_bare (text + (at - low), strlen (at));
}

static void
add_award (TdPlanReader *self, guint form, const char *class, const char *giver, const TdPlanSection *section, gsize from,
           gsize to, const char *reason)
{
  GPtrArray *awards = self->reading->award_forms;
  g_autofree char *name = g_strconcat (forms[form].form, class, NULL);
  TdPlanAward *award;

  if (awards->len >= MAX_AWARDS)
    return;
  for (guint i = 0; i < awards->len; i++)
    {
      award = g_ptr_array_index (awards, i);
      /* "Không tặng Kỷ niệm chương “…” vì Kỷ niệm chương có dịp riêng": the same, its name left out. */
      if (giver == NULL && award->section == section->id && g_str_has_prefix (award->form, name))
        return;
      if (!g_str_equal (award->form, name))
        continue;
      if (giver == NULL || (award->authority != NULL && g_ascii_strcasecmp (award->authority, giver) == 0))
        return;
      if (award->authority == NULL && award->section == section->id)
        return;
    }
  award = g_new0 (TdPlanAward, 1);
  award->form = g_steal_pointer (&name);
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

/* "đề nghị Bộ trưởng tặng:" above a list of forms. */
static char *
giver_above (TdPlanReader *self, const TdPlanSection *section)
{
  const TdPlanSection *parent = td_plan_reading_get_section (self->reading, section->parent);
  g_autofree char *text = parent != NULL ? _td_plan_section_text (parent) : NULL;
  g_autofree char *low = text != NULL ? _td_plan_dup_lower (text) : NULL;

  return low != NULL && strlen (low) < 600 ? _td_plan_giver_before (text, low, 0, strlen (low)) : NULL;
}

/* " hạng Ba" behind "Huân chương Lao động", when one class is meant; its bytes in @length. */
static char *
order_class (const char *low, gsize *length)
{
  static const char *const classes[] = { "nhất", "nhì", "ba" };
  static const char *const names[] = { " hạng Nhất", " hạng Nhì", " hạng Ba" };
  gsize at = strspn (low, " ");

  *length = 0;
  if (!_td_plan_starts (low + at, "hạng"))
    return NULL;
  at += strlen ("hạng");
  at += strspn (low + at, " ");
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (_td_plan_starts (low + at, classes[i]))
      {
        gsize end = at + strlen (classes[i]), next = end + strspn (low + end, " ,");

        if (_td_plan_starts_any (low + next, (const char *[]){ "hạng", "nhì", "ba", "và hạng", "hoặc hạng", NULL }) > 0)
          return NULL;
        *length = end;
        return g_strdup (names[i]);
      }
  return NULL;
}

/* " “Vì …”" behind "Kỷ niệm chương": its name belongs to it; its bytes in @length. */
static char *
quoted_name (const char *text, gsize *length)
{
  gsize at = strspn (text, " ");
  const char *close;

  *length = 0;
  if (g_str_has_prefix (text + at, "“"))
    close = strstr (text + at, "”");
  else
    close = text[at] == '"' ? strchr (text + at + 1, '"') : NULL;
  if (close == NULL || close - text > MAX_NAME)
    return NULL;
  *length = close - text + (*close == '"' ? 1 : strlen ("”"));
  return g_strdup_printf (" %.*s", (int) (*length - at), text + at);
}

/* Who gives the form at [from, at); @at moves behind what was read. */
static char *
find_giver (TdPlanReader *self, const TdPlanSection *section, const char *text, const char *low, gsize last,
            gsize from, gsize *at)
{
  static const char *const kinds[] = { "xuất sắc", "dẫn đầu", NULL };
  char *giver;
  gsize of, kind;

  while (low[*at] == ' ')
    (*at)++;
  kind = _td_plan_starts_any (low + *at, kinds);
  if (_td_plan_starts (low + *at + kind + strspn (low + *at + kind, " "), "của"))
    *at += kind + strspn (low + *at + kind, " ");
  of = low[*at] == 'c' ? _td_plan_starts_loosely (low + *at, (const char *[]){ "của", NULL }) : 0;
  if (of > 0)
    *at += of + strspn (low + *at + of, " ");
  if (of > 0 || _td_plan_is_giver (low + *at))
    return _td_plan_giver_at (text + *at, low + *at);
  giver = _td_plan_giver_before (text, low, last, from);
  if (giver == NULL)
    giver = _td_plan_giver_behind (text, low, *at);
  return giver == NULL && from == 0 ? giver_above (self, section) : giver;
}

/* Whether a form that was found is one to keep. */
static gboolean
is_wanted (Look look, const char *clause, const char *giver, const char *reason)
{
  static const char *const asks[] = { "đề nghị", "trình", "xét", NULL };
  static const char *const told[] = { "đã", "được tặng", "được nhận", NULL };

  if (look == LOOK_BARRED)
    return reason != NULL;
  return look == LOOK_ALL
         || (giver != NULL && _td_plan_find_any (clause, asks, NULL) != NULL
             && _td_plan_find_any (clause, told, NULL) == NULL);
}

/* "Đối với Bằng khen của Bộ trưởng: …": all that follows speaks of the form; 0 when nothing does so. */
static gsize
label_length (const char *low)
{
  gsize length = strcspn (low, ":;");

  return low[length] == ':' && length < 200 ? length : 0;
}

/* Looks for forms in a text. */
static void
scan_text (TdPlanReader *self, const TdPlanSection *section, const char *text, Look look)
{
  g_autofree char *low = _td_plan_dup_lower (text);
  g_autofree char *clause = NULL;
  gsize begin = 0, end = 0, last = 0, first = G_MAXSIZE, label = label_length (low);
  guint form = 0;

  for (gsize i = 0; low[i] != '\0'; i++)
    {
      g_autofree char *giver = NULL;
      g_autofree char *reason = NULL;
      g_autofree char *class = NULL;
      gsize length, at, skip;

      if (i > 0 && !_td_plan_is_boundary (low + i - 1) && (guchar) low[i - 1] < 0x80)
        continue;
      length = form_at (low + i, &form);
      /* A title held is a condition; one that is given begins its item. */
      if (length == 0 || (i > 0 && g_str_has_prefix (forms[form].low, "tập thể")))
        continue;
      while (clause == NULL || i >= end)
        {
          begin = clause == NULL ? 0 : MIN (end + 1, i);
          end = begin + clause_length (low + begin);
          first = G_MAXSIZE;
          g_free (clause);
          clause = g_strndup (low + begin, end - begin);
        }
      at = i + length;
      class = forms[form].level == TD_PLAN_LEVEL_STATE ? order_class (low + at, &skip) : NULL;
      if (g_str_equal (forms[form].low, "kỷ niệm chương") || g_str_equal (forms[form].low, "huy hiệu"))
        class = quoted_name (text + at, &skip);
      else if (class == NULL && low[at] == ' ' && _td_plan_starts (low + at + 1, "chuyên đề"))
        class = g_strndup (text + at, skip = strlen (" chuyên đề"));
      at += class != NULL ? skip : 0;
      giver = find_giver (self, section, text, low, last, i, &at);
      /* "Bộ trưởng tặng Cờ thi đua của Bộ, Bằng khen cho …": who gives the first gives the other. */
      if (giver == NULL && first < i)
        giver = _td_plan_giver_before (text, low, begin, first);
      first = MIN (first, i);
      if (giver != NULL && strcspn (giver, ")") < strcspn (giver, "("))
        giver[strcspn (giver, ")")] = '\0';
      reason = i < label ? barring (text, low, i) : barring (text + begin, clause, i - begin);
      if (is_wanted (look, clause, giver, reason))
        add_award (self, form, class, giver, section, i,
                   MAX (at + (giver != NULL ? strlen (giver) : 0), i + 1), reason);
      last = at;
      i = at - 1;
    }
}

static void
scan_sections (TdPlanReader *self, guint index, Look look)
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
      scan_text (self, _td_plan_section (self, i), text, look);
    }
}

/* "1. Khen thưởng hằng năm", "2. Khen thưởng tổng kết": the first part about awards that names one, and
 * those beside it. */
static void
scan_siblings (TdPlanReader *self)
{
  const GPtrArray *awards = self->reading->award_forms;
  guint parent = 0;

  for (guint i = 0; i < self->reading->sections->len; i++)
    if (_td_plan_is_closest (self, i, award_titles) && !_td_plan_title_has (self, i, not_awards)
        && (awards->len == 0 || (parent > 0 && _td_plan_section (self, i)->parent == parent)))
      {
        parent = awards->len == 0 ? _td_plan_section (self, i)->parent : parent;
        scan_sections (self, i, LOOK_ALL);
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
          award->authority = _td_plan_giver_at (text, at);
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
      scan_sections (self, i, LOOK_ALL);
  if (self->reading->award_forms->len == 0)
    scan_siblings (self);
  for (guint i = 0; i < n && self->reading->award_forms->len == 0; i++)
    if (_td_plan_is_closest (self, i, prize_titles))
      scan_sections (self, i, LOOK_ALL);
  /* Beside the part with the forms a form may be ruled out. */
  for (guint i = 0; i < n && self->reading->award_forms->len > 0; i++)
    if (_td_plan_title_has (self, i, award_titles))
      {
        scan_sections (self, i, LOOK_BARRED);
        i = _td_plan_section_end (self->reading, i) - 1;
      }
  /* A report has no part about awards, but it may ask for one. */
  for (guint i = 0; i < n && self->reading->award_forms->len == 0; i++)
    if (_td_plan_section (self, i)->text != NULL)
      scan_text (self, _td_plan_section (self, i), _td_plan_section (self, i)->text, LOOK_CAUTIOUS);
  complete_givers (self);
}
