/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-preamble"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* The preamble names the documents a plan rests on, says who acts, and gives the plan its short
 * name. */

/* The longest name of an authority, in bytes. */
#define MAX_ACTOR 200
/* A text that offers more short names than this is no plan. */
#define MAX_SHORT_NAMES 20

static const char *const short_names[] = {
  "gọi tắt là", "viết tắt là", "gọi chung là", "sau đây gọi là", "gọi tắt", "viết tắt", NULL
};

static const char *const actors[] = {
  "chủ tịch ủy ban nhân dân", "chủ tịch ubnd", "ủy ban nhân dân", "ubnd", "hội đồng thi đua", "sở",
  "bộ trưởng", "bộ", "trường", "hiệu trưởng", "công ty", "tổng công ty", "tập đoàn", "giám đốc",
  "tổng giám đốc", "ban thường vụ", "ban", "đảng ủy", "liên đoàn", "công đoàn", "hội", "cục",
  "tổng cục", "chi cục", "bệnh viện", "viện", "học viện", "trung tâm", "phòng", "đại học",
  "bộ tư lệnh", "bộ chỉ huy", "công an", "văn phòng", "thủ tướng chính phủ", "tỉnh đoàn", "đoàn",
  NULL
};

static const char *const acts[] = {
  "ban hành", "phát động", "xây dựng", "tổ chức", "triển khai", "đề ra", "yêu cầu", "tiếp tục",
  "thông báo", "hướng dẫn", NULL
};

/* "(sau đây gọi tắt là Đợt thi đua)"; a document's short name is not the plan's. */
static void
read_short_name (TdPlanReading *reading, const TdPlanParagraph *paragraph)
{
  const char *at = paragraph->low;
  guint n_tries = 0;
  gsize length;

  while (reading->short_name == NULL && n_tries++ < MAX_SHORT_NAMES
         && (at = _td_plan_find_any (at, short_names, &length)) != NULL)
    {
      const char *name = NULL;
      gsize end;

      at += length;
      while (*at == ' ' || *at == ':')
        at++;
      if (strncmp (at, "là ", strlen ("là ")) == 0)
        at += strlen ("là ");
      end = strcspn (at, ");,.");
      if (end == 0 || end > 160)
        continue;
      if (_td_plan_document_at (at, &name) > 0
          && _td_plan_is_numbered (at + _td_plan_document_at (at, &name)))
        continue;
      if (_td_plan_document_at (at, &name) == end && end < 12)
        continue; /* "Kế hoạch" says nothing */
      {
        g_autofree char *cut = _td_plan_cut_bare (paragraph->text + (at - paragraph->low), end);
        g_auto (GStrv) quotes = cut != NULL ? g_strsplit_set (cut, "\"", -1) : NULL;
        g_autofree char *plain = quotes != NULL ? g_strjoinv ("", quotes) : NULL;
        const char *start = plain;

        if (plain == NULL)
          continue;
        if (g_str_has_prefix (start, "“"))
          start += 3;
        reading->short_name
            = g_strndup (start, g_str_has_suffix (start, "”") ? strlen (start) - 3 : strlen (start));
      }
    }
}

/* The name before the act, when both stand close together in one clause. */
static char *
actor_at (const char *text, const char *low)
{
  g_autofree char *near = g_strndup (low, strnlen (low, MAX_ACTOR));
  const char *end = _td_plan_find_any (near, acts, NULL), *at;
  gsize length;

  if (end == NULL)
    return NULL;
  length = end - near;
  at = _td_plan_find (near, "tại");
  if (memchr (near, ';', length) != NULL || (at != NULL && at < end))
    return NULL;
  return _td_plan_cut_bare (text, length);
}

/* Who acts: "Chủ tịch UBND tỉnh Ninh Hà phát động …", at the start of a clause; the last one. */
static gboolean
read_actor (TdPlanReader *self, const TdPlanParagraph *paragraph)
{
  const char *low = paragraph->low;

  for (gsize i = strlen (low); i-- > 0;)
    {
      g_autofree char *name = NULL;

      if (i > 0 && !(low[i - 1] == ' ' && i > 1 && strchr (",;.:", low[i - 2]) != NULL))
        continue;
      if (!_td_plan_is_upper (paragraph->text + i) || _td_plan_starts_any (low + i, actors) == 0)
        continue;
      name = actor_at (paragraph->text + i, low + i);
      if (name == NULL)
        continue;
      self->reading->issuer = _td_plan_expand (name);
      self->reading->issuer_lines = paragraph->lines;
      return TRUE;
    }
  return FALSE;
}

/* The authority that decides stands in capitals between title and bases. */
static gboolean
read_authority (TdPlanReader *self)
{
  for (guint i = 0; i < self->preamble->len && i < 4; i++)
    {
      const TdPlanParagraph *paragraph = g_ptr_array_index (self->preamble, i);

      if (_td_plan_is_caps (paragraph->text, strlen (paragraph->text))
          && _td_plan_starts_any (paragraph->low, actors) > 0)
        {
          g_autofree char *expanded = _td_plan_expand (paragraph->text);
          g_autofree char *upper = g_utf8_strup (expanded, -1);
          gsize length = strlen (upper);

          while (length > 0 && strchr (" :.", upper[length - 1]) != NULL)
            upper[--length] = '\0';
          self->reading->issuer = _td_plan_name_case (upper);
          self->reading->issuer_lines = paragraph->lines;
          return TRUE;
        }
    }
  return FALSE;
}

/* What stands between quotation marks, without them; NULL when nothing does. */
static char *
quoted (const char *text)
{
  static const struct
  {
    const char *open;
    const char *close;
  } pairs[] = { { "“", "”" }, { "\"", "\"" }, { "«", "»" }, { "“", "\"" }, { "\"", "”" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *start = strstr (text, pairs[i].open), *end;

      if (start == NULL)
        continue;
      start += strlen (pairs[i].open);
      end = strstr (start, pairs[i].close);
      if (end != NULL && _td_plan_count_words (start, end - start) >= 3)
        return _td_plan_cut (start, end - start);
    }
  return NULL;
}

/* "với chủ đề: “…”" within a sentence. */
static char *
named_theme (const TdPlanParagraph *paragraph)
{
  const char *at = _td_plan_find (paragraph->low, "chủ đề");
  g_autofree char *near = NULL;
  gsize length;

  if (at == NULL)
    return NULL;
  near = g_strndup (paragraph->text + (at - paragraph->low), strnlen (at, 600));
  length = strcspn (near + strlen ("chủ đề"), "\"\xe2");
  return length < 20 ? quoted (near) : NULL;
}

static void
read_theme (TdPlanReader *self)
{
  TdPlanReading *reading = self->reading;

  for (guint i = 0; i < reading->sections->len && reading->theme == NULL; i++)
    {
      const TdPlanSection *section = g_ptr_array_index (reading->sections, i);
      g_autofree char *low = section->title != NULL ? _td_plan_dup_lower (section->title) : NULL;

      if (low == NULL || (_td_plan_find (low, "chủ đề") == NULL && _td_plan_find (low, "khẩu hiệu") == NULL))
        continue;
      if (section->text == NULL && i + 1 < reading->sections->len)
        section = g_ptr_array_index (reading->sections, i + 1);
      if (section->text == NULL)
        continue;
      reading->theme = quoted (section->text);
      if (reading->theme == NULL)
        reading->theme = _td_plan_cut_bare (section->text, strlen (section->text));
    }
  if (reading->theme == NULL && reading->plan_title != NULL)
    reading->theme = quoted (reading->plan_title);
  if (reading->theme == NULL && reading->title != NULL)
    reading->theme = quoted (reading->title);
  for (guint i = 0; i < self->preamble->len && reading->theme == NULL; i++)
    reading->theme = named_theme (g_ptr_array_index (self->preamble, i));
  for (guint i = 0; i < self->body->len && reading->theme == NULL; i++)
    reading->theme = named_theme (g_ptr_array_index (self->body, i));
}

/* Reads the bases, the short name, the theme, and who acts where the head did not say it. */
void
_td_plan_read_preamble (TdPlanReader *self)
{
  g_autoptr (GPtrArray) plan = NULL;

  for (guint i = 0; i < self->preamble->len; i++)
    _td_plan_read_bases (self, g_ptr_array_index (self->preamble, i));
  if (self->has_attached)
    plan = _td_plan_join (self, self->attached.title_to, self->attached.body_from, FALSE);
  for (guint i = 0; i < self->preamble->len; i++)
    read_short_name (self->reading, g_ptr_array_index (self->preamble, i));
  for (guint i = 0; plan != NULL && i < plan->len; i++)
    read_short_name (self->reading, g_ptr_array_index (plan, i));
  for (guint i = 0; i < self->body->len && i < 200; i++)
    read_short_name (self->reading, g_ptr_array_index (self->body, i));
  read_theme (self);

  if (self->reading->issuer != NULL || read_authority (self))
    return;
  for (guint i = self->preamble->len; i > 0; i--)
    if (read_actor (self, g_ptr_array_index (self->preamble, i - 1)))
      return;
}
