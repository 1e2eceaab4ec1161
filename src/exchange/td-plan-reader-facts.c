/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-facts"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Facts are found by the words of the titles above them. Where a title and one below it both have
 * the word, the lower one is meant: "II. Nội dung" may hold "3. Nội dung thi đua". */

/* Lists that are no items of the list asked for. */
static const char *const other_lists[] = {
  "chủ đề", "khẩu hiệu", "thời gian", "đối tượng", "phạm vi", "hình thức", "tiêu chí",
  "tiêu chuẩn", "mục tiêu", "kinh phí", "chỉ tiêu", NULL
};

const TdPlanSection *
_td_plan_section (const TdPlanReader *self, guint index)
{
  return g_ptr_array_index (self->reading->sections, index);
}

/* The title of a section in small letters, "" when it has none. */
const char *
_td_plan_title (const TdPlanReader *self, guint index)
{
  return g_ptr_array_index (self->titles, index);
}

void
_td_plan_prepare_titles (TdPlanReader *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->reading->sections->len; i++)
    {
      const TdPlanSection *section = _td_plan_section (self, i);

      g_ptr_array_add (self->titles,
                       section->title != NULL ? _td_plan_dup_lower (section->title) : g_strdup (""));
    }
}

gboolean
_td_plan_title_has (const TdPlanReader *self, guint index, const char *const *words)
{
  const char *title = _td_plan_title (self, index);

  return *title != '\0' && _td_plan_find_any (title, words, NULL) != NULL;
}

/* Whether a title has one of the words and no title below it has. */
gboolean
_td_plan_is_closest (const TdPlanReader *self, guint index, const char *const *words)
{
  guint end;

  if (!_td_plan_title_has (self, index, words))
    return FALSE;
  end = _td_plan_section_end (self->reading, index);
  for (guint i = index + 1; i < end; i++)
    if (_td_plan_title_has (self, i, words))
      return FALSE;
  return TRUE;
}

/* Whether a section or one above it has one of the words in its title. */
gboolean
_td_plan_is_below (const TdPlanReader *self, guint index, const char *const *words)
{
  for (guint id = index + 1; id > 0; id = _td_plan_section (self, id - 1)->parent)
    if (_td_plan_title_has (self, id - 1, words))
      return TRUE;
  return FALSE;
}

/* Title and text in one. */
char *
_td_plan_section_text (const TdPlanSection *section)
{
  if (section->title != NULL && section->text != NULL)
    return g_strconcat (section->title, ": ", section->text, NULL);
  return g_strdup (section->title != NULL ? section->title : section->text != NULL ? section->text
                                                                                   : "");
}

static gboolean
introduces (const TdPlanSection *section)
{
  return section->marker_kind == TD_MARKER_TEXT && section->text != NULL
         && g_str_has_suffix (section->text, ":");
}

static void
collect (TdPlanReader *self, guint index, GPtrArray *list)
{
  const TdPlanSection *heading = _td_plan_section (self, index);
  guint end = _td_plan_section_end (self->reading, index);

  if (heading->text != NULL)
    g_ptr_array_add (list, g_strdup (heading->text));
  for (guint i = index + 1; i < end; i++)
    {
      const TdPlanSection *section = _td_plan_section (self, i);

      if (section->level == heading->level + 1 && _td_plan_title_has (self, i, other_lists)
          && _td_plan_count_words (section->title, strlen (section->title)) <= 6)
        {
          i = _td_plan_section_end (self->reading, i) - 1;
          continue;
        }
      if (!introduces (section))
        g_ptr_array_add (list, _td_plan_section_text (section));
    }
}

/* Purposes, requirements, contents, solutions. */
void
_td_plan_read_lists (TdPlanReader *self)
{
  static const char *const purposes[] = { "mục đích", NULL };
  static const char *const requirements[] = { "yêu cầu", NULL };
  static const char *const contents[] = { "nội dung", NULL };
  static const char *const solutions[] = { "giải pháp", "biện pháp", NULL };
  static const char *const not_contents[] = {
    "tiêu chí", "khen thưởng", "đối tượng", "báo cáo", "tổ chức thực hiện", NULL
  };
  static const char *const both[] = { "mục đích", "yêu cầu", NULL };
  TdPlanReading *reading = self->reading;

  for (guint i = 0; i < reading->sections->len; i++)
    {
      if (!_td_plan_title_has (self, i, both) && !_td_plan_title_has (self, i, contents)
          && !_td_plan_title_has (self, i, solutions))
        continue;
      if (_td_plan_count_words (_td_plan_title (self, i), G_MAXSIZE) > 14)
        continue;
      if (_td_plan_is_closest (self, i, purposes))
        collect (self, i, reading->purposes);
      else if (_td_plan_is_closest (self, i, requirements) && !_td_plan_title_has (self, i, purposes))
        collect (self, i, reading->requirements);
      else if (_td_plan_is_closest (self, i, contents) && !_td_plan_title_has (self, i, not_contents))
        collect (self, i, reading->contents);
      else if (_td_plan_is_closest (self, i, solutions))
        collect (self, i, reading->solutions);
    }
}
