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
/* Nor does a preamble name more documents in one paragraph. */
#define MAX_BASES 100

static const struct
{
  const char *low;
  const char *name;
} documents[] = {
  { "nghị quyết liên tịch", "Nghị quyết liên tịch" },
  { "nghị quyết", "Nghị quyết" },
  { "nghị định", "Nghị định" },
  { "quyết định", "Quyết định" },
  { "chỉ thị", "Chỉ thị" },
  { "chương trình hành động", "Chương trình hành động" },
  { "chương trình phối hợp", "Chương trình phối hợp" },
  { "chương trình", "Chương trình" },
  { "kế hoạch liên tịch", "Kế hoạch liên tịch" },
  { "kế hoạch", "Kế hoạch" },
  { "công văn", "Công văn" },
  { "công điện", "Công điện" },
  { "thông tư liên tịch", "Thông tư liên tịch" },
  { "thông tư", "Thông tư" },
  { "thông báo", "Thông báo" },
  { "thông tri", "Thông tri" },
  { "kết luận", "Kết luận" },
  { "hướng dẫn", "Hướng dẫn" },
  { "tờ trình", "Tờ trình" },
  { "quy định", "Quy định" },
  { "quy chế", "Quy chế" },
  { "pháp lệnh", "Pháp lệnh" },
  { "hiến pháp", "Hiến pháp" },
  { "bộ luật", "Bộ luật" },
  { "luật", "Luật" },
  { "đề án", "Đề án" },
  { "báo cáo", "Báo cáo" },
  { "văn bản hợp nhất", "Văn bản hợp nhất" },
  { "văn bản", "Văn bản" },
  { "giấy phép", "Giấy phép" },
  { "điều lệ", "Điều lệ" },
};

static const char *const openers[] = {
  "căn cứ", "thực hiện", "theo đề nghị", "theo", "xét đề nghị", "xét", "hưởng ứng", "thi hành", "triển khai thực hiện",
  "triển khai", "trên cơ sở", "tiếp tục thực hiện", "quán triệt", "để thực hiện", "để triển khai", NULL
};

/* What a document is about begins with one of these. */
static const char *const abouts[] = {
  "về", "ban hành", "quy định", "phê duyệt", "phát động", "thống nhất", "triển khai", "hướng dẫn", "sửa đổi", "thông qua",
  "phiên họp", "v/v", "tổ chức", "đề nghị", "chuẩn y", "công bố", NULL
};

static const char *const short_names[] = {
  "gọi tắt là", "viết tắt là", "gọi chung là", "sau đây gọi là", "gọi tắt", "viết tắt", NULL
};

static const char *const actors[] = {
  "chủ tịch ủy ban nhân dân", "chủ tịch ubnd", "ủy ban nhân dân", "ubnd", "hội đồng thi đua", "sở", "bộ trưởng", "bộ",
  "trường", "hiệu trưởng", "công ty", "tổng công ty", "tập đoàn", "giám đốc", "tổng giám đốc", "ban thường vụ", "ban",
  "đảng ủy", "liên đoàn", "công đoàn", "hội", "cục", "tổng cục", "chi cục", "bệnh viện", "viện", "học viện", "trung tâm",
  "phòng", "đại học", "bộ tư lệnh", "bộ chỉ huy", "công an", "văn phòng", "thủ tướng chính phủ", "tỉnh đoàn", "đoàn", NULL
};

static const char *const acts[] = {
  "ban hành", "phát động", "xây dựng", "tổ chức", "triển khai", "đề ra", "yêu cầu", "tiếp tục", "thông báo", "hướng dẫn", NULL
};

static gsize
document_at (const char *low, const char **name)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    if (*low == *documents[i].low && _td_plan_starts (low, documents[i].low))
      {
        *name = documents[i].name;
        return strlen (documents[i].low);
      }
  return 0;
}

/* "số 88/NQ-HĐ": gives the bytes taken. */
static gsize
take_number (const char *text, const char *low, char **number)
{
  gsize at = 0, start;
  GString *out;

  while (low[at] == ' ' || low[at] == ',')
    at++;
  if (!_td_plan_starts (low + at, "số"))
    return 0;
  at += strlen ("số");
  while (low[at] == ' ' || low[at] == ':')
    at++;
  start = at;
  out = g_string_new (NULL);
  for (;;)
    {
      while (text[at] != '\0' && strchr (" ,;()", text[at]) == NULL)
        g_string_append_c (out, text[at++]);
      /* "12 /QĐ-BNV", "12/QĐ- BNV": the blank is a slip. */
      if (text[at] == ' ' && (text[at + 1] == '/' || text[at + 1] == '-' || (at > start && strchr ("/-", text[at - 1]) != NULL && _td_plan_is_upper (text + at + 1))))
        at++;
      else
        break;
    }
  while (out->len > 0 && strchr (".:", out->str[out->len - 1]) != NULL)
    g_string_truncate (out, out->len - 1);
  if (strpbrk (out->str, "0123456789/") != NULL)
    *number = g_string_free (out, FALSE);
  else
    g_string_free (out, TRUE);
  return at;
}

static gboolean
has_number_near (const char *low)
{
  gsize at = strspn (low, " ");

  return _td_plan_starts (low + at, "số") || _td_plan_starts (low + at, "ngày");
}

/* Where " và Chỉ thị số …" or ", Kế hoạch số …" begins another document: the bytes before it, and
 * its own place; 0 when no other follows. */
static gsize
next_document (const char *low, gsize limit, gsize *before)
{
  const char *name = NULL;

  for (gsize i = 0; low[i] != '\0' && i < limit; i++)
    {
      gsize skip = 0, length;

      if (strncmp (low + i, " và ", strlen (" và ")) == 0)
        skip = strlen (" và ");
      else if (strncmp (low + i, ", ", 2) == 0)
        skip = 2;
      length = skip > 0 ? document_at (low + i + skip, &name) : 0;
      if (length > 0 && has_number_near (low + i + skip + length))
        {
          *before = i;
          return i + skip;
        }
    }
  return 0;
}

/* "của Bộ Chính trị" behind a document; gives the bytes taken. */
static gsize
take_issuer (const char *text, const char *low, char **issuer)
{
  gsize at = strspn (low, " ,"), length, before = 0;
  g_autofree char *near = NULL;
  const char *end;

  if (!_td_plan_starts (low + at, "của"))
    return 0;
  at += strlen ("của");
  near = g_strndup (low + at, strnlen (low + at, MAX_ACTOR));
  end = _td_plan_find_any (near, abouts, NULL);
  length = strcspn (near, ",;(");
  if (end != NULL && (gsize) (end - near) < length)
    length = end - near;
  if (next_document (low + at, length, &before) > 0)
    length = before;
  if (length >= MAX_ACTOR)
    return 0;
  *issuer = _td_plan_cut_bare (text + at, length);
  return at + length;
}

/* Reads one document from a clause: from its type on. */
static gboolean
take_basis (TdPlanReading *reading, const char *text, const char *low, gsize skip, TdPlanLines lines)
{
  TdPlanBasis *basis;
  const char *name = NULL, *number = NULL, *day, *rest;
  TdPlanPrecision precision;
  TdPlanDate date = { 0 };
  gsize length = document_at (low + skip, &name), at = skip + length;
  gboolean law;

  if (length == 0)
    return FALSE;
  law = g_str_has_suffix (name, "uật") || g_str_equal (name, "Hiến pháp") || g_str_equal (name, "Pháp lệnh") || g_str_equal (name, "Điều lệ");
  basis = g_new0 (TdPlanBasis, 1);
  length = take_number (text + at, low + at, &basis->number);
  if (length == 0)
    {
      /* A law is called by its name, with or without a number; others have one at once. */
      number = _td_plan_find (low + at, "số");
      day = _td_plan_find (low + at, "ngày");
      if (law && number != NULL && (day == NULL || number < day))
        {
          at = number - low;
          length = take_number (text + at, low + at, &basis->number);
        }
    }
  at += length;
  day = low + at;
  while (*day == ' ' || *day == ',')
    day++;
  if (!_td_plan_starts (day, "ngày") && (law || basis->number == NULL))
    day = _td_plan_find (low + at, "ngày");
  if (day != NULL && _td_plan_starts (day, "ngày"))
    date = _td_plan_scan_date (day);
  if (!law && basis->number == NULL && (date.year == 0 || _td_plan_count_words (low + at, day - low - at) > 30))
    {
      g_free (basis);
      return FALSE;
    }
  basis->type = g_strdup (name);
  if (date.day > 0)
    basis->date = _td_plan_date_to_iso (&date, &precision);
  rest = date.length > 0 ? day + date.length : low + at;
  if (law)
    basis->issuer = g_strdup ("Quốc hội");
  else
    rest += take_issuer (text + (rest - low), rest, &basis->issuer);
  basis->lines = lines;
  g_ptr_array_add (reading->legal_bases, basis);
  /* Right behind it, before what it is about, another may stand. */
  if (reading->legal_bases->len < MAX_BASES && next_document (rest, 1, &length) > 0)
    {
      at = rest - low + next_document (rest, 1, &length);
      take_basis (reading, text, low, at, lines);
    }
  return TRUE;
}

/* "đề nghị của Giám đốc Sở A tại Tờ trình …": who stands before the document. */
static gboolean
take_proposer (TdPlanReading *reading, const char *text, const char *low, gsize from, gsize to)
{
  TdPlanBasis *basis = g_ptr_array_index (reading->legal_bases, reading->legal_bases->len - 1);
  gsize start = from, end = to;

  if (basis->issuer != NULL)
    return TRUE;
  while (low[start] == ' ' || _td_plan_starts (low + start, "của") || _td_plan_starts (low + start, "đề nghị"))
    start += low[start] == ' ' ? 1 : strcspn (low + start, " ");
  while (end > start && low[end - 1] == ' ')
    end--;
  if (_td_plan_ends_any (low, end, (const char *[]){ "tại", NULL }))
    end -= strlen ("tại");
  if (end > start && end - start < MAX_ACTOR)
    basis->issuer = _td_plan_cut_bare (text + start, end - start);
  return TRUE;
}

/* A clause that begins with "Căn cứ" names its document somewhere; one behind a semicolon must
 * begin with it. */
static gboolean
read_clause (TdPlanReader *self, const char *text, const char *low, TdPlanLines lines)
{
  gsize at = 0, opener;
  const char *name = NULL;

  while (low[at] == ' ' || low[at] == '-')
    at++;
  opener = _td_plan_starts_any (low + at, openers);
  at += opener;
  while (low[at] == ' ')
    at++;
  if (document_at (low + at, &name) > 0 && take_basis (self->reading, text, low, at, lines))
    return TRUE;
  if (opener == 0)
    return FALSE;
  /* "các Nghị quyết: số …", "tại Tờ trình số …" */
  for (gsize i = at; low[i] != '\0' && i < at + 600; i++)
    if (low[i] == ' ')
      {
        gsize length = document_at (low + i + 1, &name);

        if (length > 0 && has_number_near (low + i + 1 + length))
          return take_basis (self->reading, text, low, i + 1, lines) && take_proposer (self->reading, text, low, at, i);
      }
  return FALSE;
}

static gsize
next_clause (const char *low, gsize from)
{
  guint open = 0;

  for (gsize i = from; low[i] != '\0'; i++)
    {
      if (low[i] == '(')
        open++;
      else if (low[i] == ')' && open > 0)
        open--;
      else if (low[i] == ';' && open == 0)
        return i;
      else if (low[i] == '.' && low[i + 1] == ' ' && open == 0)
        return i;
    }
  return strlen (low);
}

static void
read_bases (TdPlanReader *self, const TdPlanParagraph *paragraph)
{
  gsize from = 0, length = strlen (paragraph->low);
  guint n_read = 0;

  while (from < length && n_read < MAX_BASES)
    {
      gsize end = next_clause (paragraph->low, from);
      g_autofree char *text = g_strndup (paragraph->text + from, end - from);
      g_autofree char *low = g_strndup (paragraph->low + from, end - from);

      if (read_clause (self, text, low, _td_plan_lines_at (paragraph, from + strspn (text, " "), end)))
        n_read++;
      from = end + 1;
    }
}

/* "(sau đây gọi tắt là Đợt thi đua)"; a document's short name is not the plan's. */
static void
read_short_name (TdPlanReading *reading, const TdPlanParagraph *paragraph)
{
  const char *at = paragraph->low;
  guint n_tries = 0;
  gsize length;

  while (reading->short_name == NULL && n_tries++ < MAX_SHORT_NAMES && (at = _td_plan_find_any (at, short_names, &length)) != NULL)
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
      if (document_at (at, &name) > 0 && has_number_near (at + document_at (at, &name)))
        continue;
      if (document_at (at, &name) == end && end < 12)
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
        reading->short_name = g_strndup (start, g_str_has_suffix (start, "”") ? strlen (start) - 3 : strlen (start));
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

      if (_td_plan_is_caps (paragraph->text, strlen (paragraph->text)) && _td_plan_starts_any (paragraph->low, actors) > 0)
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
    read_bases (self, g_ptr_array_index (self->preamble, i));
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
