/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-groups"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Whom a plan addresses, and the criteria of each: the parts below "Tiêu chí thi đua". */

static const char *const criteria_titles[] = { "tiêu chí", NULL };
static const char *const standard_titles[] = { "tiêu chuẩn", "điều kiện", NULL };
static const char *const target_titles[] = { "đối tượng", NULL };

/* What else a title may speak of besides criteria; then only "Đối với …" begins a group. */
static const char *const mixed_titles[] = {
  "khen thưởng", "đối tượng", "hình thức", "thời gian", "nội dung", "điều kiện", NULL
};

static const char *const group_words[] = {
  "đối với", "đối tượng", "tập thể", "cá nhân", "hộ gia đình", "doanh nghiệp", "đề nghị", "nhóm",
  "khối", "cụm", "tiêu chí đối với", "tiêu chuẩn đối với", "tiêu chí của", "tiêu chí cho", "tiêu chí tập thể",
  "tiêu chí cá nhân", "tiêu chuẩn tập thể", "tiêu chuẩn cá nhân", NULL
};

static const char *const not_groups[] = {
  "hình thức", "khen thưởng", "thời gian", "phương pháp", "thang điểm", "chấm điểm", "cách tính",
  "hồ sơ", "nguyên tắc", "kinh phí", "phạm vi", NULL
};

/* Words that make one unit together, not one each. */
static const char *const pairs[] = {
  "sở, ban, ngành", "sở, ngành", "ban, ngành", "xã, phường", "xã, phường, thị trấn", "phường, xã",
  "thi đua, khen thưởng", "cụm, khối", "phòng, ban", NULL
};

static void
add_unit (TdPlanGroup *group, const char *text, gsize length)
{
  g_autofree char *unit = _td_plan_cut_bare (text, length);
  const char *start = unit;

  if (unit == NULL)
    return;
  if (g_str_has_prefix (start, "các "))
    start += strlen ("các ");
  if (*start != '\0')
    g_ptr_array_add (group->units, g_strdup (start));
}

/* Splits "Đối với các sở, ban, ngành, địa phương" to its units; those in parentheses are meant. */
static void
add_units (TdPlanGroup *group)
{
  g_autofree char *low = _td_plan_dup_lower (group->heading);
  const char *open = strchr (low, '('), *at;
  gsize skip = 0, end = strlen (low), start;

  if (open != NULL && strchr (open, ')') != NULL)
    {
      skip = open + 1 - low;
      end = strchr (open, ')') - low;
    }
  else if ((at = _td_plan_find (low, "đối với")) != NULL && at - low < 32)
    skip = at - low + strlen ("đối với");
  else if (_td_plan_starts (low, "đề nghị"))
    skip = strlen ("đề nghị");
  start = skip;
  for (at = low + skip; at < low + end;)
    {
      gsize pair = at == low + start || at[-1] == ' ' ? _td_plan_starts_any (at, pairs) : 0;
      gsize step = 0;

      if (pair > 0)
        {
          at += pair;
          continue;
        }
      if (*at == ',' || *at == ';')
        step = 1;
      else if (open == NULL && strncmp (at, " và ", strlen (" và ")) == 0)
        step = strlen (" và ");
      if (step > 0)
        {
          add_unit (group, group->heading + start, at - low - start);
          start = at + step - low;
          at += step;
          while (*at == ' ')
            at++, start++;
        }
      else
        at++;
    }
  if (start < end)
    add_unit (group, group->heading + start, end - start);
}

static void
add_group (TdPlanReader *self, guint index, const char *heading, const char *own)
{
  const TdPlanSection *section = _td_plan_section (self, index);
  guint end = _td_plan_section_end (self->reading, index);
  /* "c) Cá nhân: công nhân, nông dân" above a list: who is meant, not what is asked of them. */
  gboolean named = own != NULL && *own != '\0' && end > index + 1 && !_td_plan_ends_sentence (own, strlen (own));
  g_autofree char *whole = named ? g_strconcat (heading, ": ", own, NULL) : NULL;
  TdPlanGroup *group = td_plan_group_new (named ? whole : heading, section->id);

  group->lines = section->lines;
  if (!named && own != NULL && *own != '\0')
    g_ptr_array_add (group->criteria, td_plan_text_new (own, section->id, section->lines));
  for (guint i = index + 1; i < end; i++)
    {
      const TdPlanSection *below = _td_plan_section (self, i);
      g_autofree char *text = NULL;

      group->lines.last = below->lines.last;
      if (below->text == NULL && _td_plan_section_end (self->reading, i) > i + 1)
        continue; /* a title; what it holds follows */
      text = _td_plan_section_text (below);
      g_ptr_array_add (group->criteria, td_plan_text_new (text, below->id, below->lines));
    }
  add_units (group);
  g_ptr_array_add (self->reading->target_groups, group);
}

/* Takes one part below the title as a group, when it is one. */
static void
take_part (TdPlanReader *self, guint index, gboolean mixed)
{
  const TdPlanSection *section = _td_plan_section (self, index);
  g_autofree char *low = NULL;
  g_autofree char *heading = NULL;
  const char *colon;

  if (section->title != NULL)
    {
      const char *title = _td_plan_title (self, index);
      gboolean named = _td_plan_starts_any (title, group_words) > 0;

      if (!named && (mixed || _td_plan_find_any (title, not_groups, NULL) != NULL))
        return;
      if (_td_plan_find_any (title, not_groups, NULL) != NULL && !_td_plan_starts (title, "đối với"))
        return;
      add_group (self, index, section->title, section->text);
      return;
    }
  /* "- Đối với tập thể: …" is an item, and a group all the same. */
  if (section->text == NULL || section->marker_kind == TD_MARKER_TEXT)
    return;
  low = _td_plan_dup_lower (section->text);
  colon = strchr (low, ':');
  if (!_td_plan_starts (low, "đối với") || colon == NULL || colon - low > 300)
    return;
  heading = _td_plan_cut (section->text, colon - low);
  add_group (self, index, heading, section->text + (colon - low) + 1 + strspn (colon + 1, " "));
}

static void
take_parts (TdPlanReader *self, guint index, gboolean mixed)
{
  const TdPlanSection *title = _td_plan_section (self, index);
  guint end = _td_plan_section_end (self->reading, index);

  for (guint i = index + 1; i < end; i++)
    if (_td_plan_section (self, i)->level == title->level + 1)
      take_part (self, i, mixed);
}

/* Whether a title has one of the words and no title below it has, but for those of the groups themselves:
 * "2. Tiêu chí" holds "2.1. Tiêu chí đối với tập thể". */
static gboolean
is_closest_to_groups (const TdPlanReader *self, guint index, const char *const *words)
{
  guint end;

  if (!_td_plan_title_has (self, index, words) || _td_plan_starts_any (_td_plan_title (self, index), group_words) > 0)
    return FALSE;
  end = _td_plan_section_end (self->reading, index);
  for (guint i = index + 1; i < end; i++)
    if (_td_plan_title_has (self, i, words) && _td_plan_starts_any (_td_plan_title (self, i), group_words) == 0)
      return FALSE;
  return TRUE;
}

/* Reads the groups and their criteria. */
void
_td_plan_read_groups (TdPlanReader *self)
{
  guint n = self->reading->sections->len;
  GPtrArray *groups = self->reading->target_groups;

  for (guint i = 0; i < n; i++)
    if (is_closest_to_groups (self, i, criteria_titles))
      take_parts (self, i, _td_plan_title_has (self, i, mixed_titles));
  for (guint i = 0; i < n && groups->len == 0; i++)
    if (is_closest_to_groups (self, i, standard_titles))
      take_parts (self, i, TRUE);
  for (guint i = 0; i < n && groups->len == 0; i++)
    if (_td_plan_is_closest (self, i, target_titles))
      take_parts (self, i, TRUE);
}
