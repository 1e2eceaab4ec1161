/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-bases"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* The documents a plan rests on. Each clause of the preamble names one by its type, its number and
 * its date; what it is about may name others, which are none of ours. */

/* The longest name of an authority, in bytes. */
#define MAX_ACTOR 200
/* No preamble names more documents in one paragraph. */
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
  { "chỉ thị liên tịch", "Chỉ thị liên tịch" },
  { "chỉ thị", "Chỉ thị" },
  { "chương trình hành động", "Chương trình hành động" },
  { "chương trình phối hợp", "Chương trình phối hợp" },
  { "chương trình liên tịch", "Chương trình liên tịch" },
  { "chương trình", "Chương trình" },
  { "kế hoạch liên tịch", "Kế hoạch liên tịch" },
  { "kế hoạch liên ngành", "Kế hoạch liên ngành" },
  { "kế hoạch", "Kế hoạch" },
  { "công văn liên ngành", "Công văn liên ngành" },
  { "công văn", "Công văn" },
  { "công điện", "Công điện" },
  { "thông tư liên tịch", "Thông tư liên tịch" },
  { "thông tư", "Thông tư" },
  { "thông báo", "Thông báo" },
  { "thông tri", "Thông tri" },
  { "kết luận", "Kết luận" },
  { "hướng dẫn liên tịch", "Hướng dẫn liên tịch" },
  { "hướng dẫn liên ngành", "Hướng dẫn liên ngành" },
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
  "căn cứ", "thực hiện", "theo đề nghị", "theo", "xét đề nghị", "xét", "hưởng ứng", "thi hành",
  "triển khai thực hiện", "triển khai", "trên cơ sở", "tiếp tục thực hiện", "quán triệt",
  "để thực hiện", "để triển khai", "để", "nhằm", NULL
};

/* These say what for, not who proposed it. */
static const char *const aims[] = { "để", "nhằm", NULL };

/* What a document is about begins with one of these. */
static const char *const abouts[] = {
  "về", "ban hành", "quy định", "phê duyệt", "phát động", "thống nhất", "triển khai", "hướng dẫn",
  "sửa đổi", "thông qua", "phiên họp", "v/v", "tổ chức", "đề nghị", "chuẩn y", "công bố", NULL
};

/* The length of the type of a document that begins here, 0 for none. */
gsize
_td_plan_document_at (const char *low, const char **name)
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
      /* What a scanner took for a letter is a figure in small letters. */
      for (; text[at] != '\0' && strchr (" ,;()", text[at]) == NULL; at++)
        g_string_append_c (out, g_ascii_isdigit (low[at]) ? low[at] : text[at]);
      /* "12 /QĐ-BNV", "12/QĐ- BNV": the blank is a slip. */
      if (text[at] == ' '
          && (text[at + 1] == '/' || text[at + 1] == '-'
              || (at > start && strchr ("/-", text[at - 1]) != NULL && _td_plan_is_upper (text + at + 1))))
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

/* Whether a number or a date follows at once. */
gboolean
_td_plan_is_numbered (const char *low)
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
      length = skip > 0 ? _td_plan_document_at (low + i + skip, &name) : 0;
      if (length > 0 && _td_plan_is_numbered (low + i + skip + length))
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

/* "Quy chế … ban hành kèm theo Quyết định số 5": the number is that of what it came with. Gives where. */
static gsize
carrier_at (const char *low, gsize from)
{
  const char *at = _td_plan_find (low + from, "kèm theo"), *name = NULL;
  gsize skip, length;

  if (at == NULL)
    return 0;
  at += strlen ("kèm theo");
  skip = strspn (at, " ");
  length = _td_plan_document_at (at + skip, &name);
  return length > 0 && _td_plan_is_numbered (at + skip + length) ? (gsize) (at + skip - low) : 0;
}

/* A congress passes resolutions without a number. */
static gboolean
is_congress (const char *name, const char *low)
{
  return g_str_equal (name, "Nghị quyết") && _td_plan_starts (low + strspn (low, " "), "đại hội");
}

static gboolean
is_law (const char *name)
{
  return g_str_has_suffix (name, "uật") || g_str_equal (name, "Hiến pháp") || g_str_equal (name, "Pháp lệnh")
         || g_str_equal (name, "Điều lệ");
}

/* Where another document begins behind what this one is about: "… về X và Kế hoạch số 5"; 0 when X names
 * documents itself. */
static gsize
later_document (const char *low)
{
  const char *name = NULL;

  for (gsize i = 0; low[i] != '\0' && i < 800; i++)
    {
      gsize length = low[i] == ' ' ? _td_plan_document_at (low + i + 1, &name) : 0;

      /* "Kế hoạch 5 năm" has no number and is no document here; a law has none and is one. */
      if (length == 0 || (!_td_plan_is_numbered (low + i + 1 + length) && !is_law (name)))
        continue;
      if (!_td_plan_is_numbered (low + i + 1 + length) || !_td_plan_ends_any (low, i, (const char *[]){ "và", NULL }))
        return 0;
      return i + 1;
    }
  return 0;
}

/* A law is called by its name, with or without a number; others have one at once. Gives the bytes to
 * the end of the number, which is the law's own only before its date and before another document. */
static gsize
take_law_number (const char *text, const char *low, gsize limit, char **basis)
{
  const char *number = _td_plan_find (low, "số"), *day = _td_plan_find (low, "ngày");

  if (number == NULL || (day != NULL && day < number) || (gsize) (number - low) >= limit)
    return 0;
  return number - low + take_number (text + (number - low), number, basis);
}

/* The date of the document whose number ends at @low, NULL when it has none there. */
static const char *
find_day (const char *low, gboolean far, gsize limit, TdPlanDate *date)
{
  const char *day = low + strspn (low, " ,");

  if (!_td_plan_starts (day, "ngày") && far)
    day = _td_plan_find (low, "ngày");
  if (day != NULL && (gsize) (day - low) < limit && _td_plan_starts (day, "ngày"))
    *date = _td_plan_scan_date (day);
  return day;
}

static gboolean take_basis (TdPlanReading *reading, const char *text, const char *low, gsize skip, TdPlanLines lines);

/* Right behind a document, before what it is about, or behind that another may stand. */
static void
take_next (TdPlanReading *reading, const char *text, const char *low, gsize at, TdPlanLines lines)
{
  gsize before, length;

  if (reading->legal_bases->len >= MAX_BASES)
    return;
  length = next_document (low + at, 1, &before);
  if (length == 0)
    length = later_document (low + at);
  if (length > 0)
    take_basis (reading, text, low, at + length, lines);
}

/* Reads one document from a clause: from its type on. */
static gboolean
take_basis (TdPlanReading *reading, const char *text, const char *low, gsize skip, TdPlanLines lines)
{
  TdPlanBasis *basis;
  const char *name = NULL, *day, *rest;
  TdPlanPrecision precision;
  TdPlanDate date = { 0 };
  gsize length = _td_plan_document_at (low + skip, &name), at = skip + length, limit = G_MAXSIZE;
  gboolean law, congress;

  if (length == 0)
    return FALSE;
  law = is_law (name);
  congress = is_congress (name, low + at);
  basis = g_new0 (TdPlanBasis, 1);
  length = take_number (text + at, low + at, &basis->number);
  if (law && length == 0)
    {
      if (next_document (low + at, G_MAXSIZE, &limit) == 0)
        limit = G_MAXSIZE;
      length = take_law_number (text + at, low + at, limit, &basis->number);
    }
  if (basis->number == NULL && !congress && carrier_at (low, at) > 0)
    {
      g_free (basis);
      return take_basis (reading, text, low, carrier_at (low, at), lines);
    }
  at += length;
  limit -= limit == G_MAXSIZE ? 0 : MIN (limit, length);
  day = congress ? NULL : find_day (low + at, law || basis->number == NULL, limit, &date);
  if (!law && basis->number == NULL && !congress
      && (date.year == 0 || _td_plan_count_words (low + at, day - low - at) > 30))
    {
      g_free (basis);
      return FALSE;
    }
  basis->type = g_strdup (name);
  if (date.day > 0)
    basis->date = _td_plan_date_to_iso (&date, &precision);
  rest = date.length > 0 ? day + date.length : low + at + (limit != G_MAXSIZE ? limit : 0);
  if (law && !g_str_equal (name, "Điều lệ"))
    basis->issuer = g_strdup ("Quốc hội");
  else
    rest += take_issuer (text + (rest - low), rest, &basis->issuer);
  basis->lines = lines;
  g_ptr_array_add (reading->legal_bases, basis);
  take_next (reading, text, low, rest - low, lines);
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
  while (low[start] == ' ' || _td_plan_starts (low + start, "của")
         || _td_plan_starts (low + start, "đề nghị"))
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
  gboolean aim;

  while (low[at] == ' ' || low[at] == '-')
    at++;
  opener = _td_plan_starts_any (low + at, openers);
  aim = _td_plan_starts_any (low + at, aims) > 0;
  at += opener;
  while (low[at] == ' ')
    at++;
  if (_td_plan_document_at (low + at, &name) > 0 && take_basis (self->reading, text, low, at, lines))
    return TRUE;
  if (opener == 0)
    return FALSE;
  /* "các Nghị quyết: số …", "tại Tờ trình số …" */
  for (gsize i = at; low[i] != '\0' && i < at + 600; i++)
    if (low[i] == ' ')
      {
        gsize length = _td_plan_document_at (low + i + 1, &name);

        if (length > 0 && _td_plan_is_numbered (low + i + 1 + length))
          return take_basis (self->reading, text, low, i + 1, lines)
                 && (aim || take_proposer (self->reading, text, low, at, i));
      }
  return FALSE;
}

/* The words of the clause stand with the first of its documents. */
static void
keep_words (TdPlanReading *reading, guint first, const char *text, const char *low)
{
  gsize length = strlen (low);

  while (length > 0 && low[length - 1] == ' ')
    length--;
  /* "…, Ủy ban nhân dân tỉnh ban hành Kế hoạch … như sau:" */
  if (length == 0 || low[length - 1] == ':' || _td_plan_ends_any (low, length, (const char *[]){ "như sau", "sau đây", NULL }))
    return;
  for (guint i = first; i < reading->legal_bases->len; i++)
    {
      TdPlanBasis *basis = g_ptr_array_index (reading->legal_bases, i);

      basis->text = i == first ? _td_plan_cut_bare (text, length) : g_strdup ("");
    }
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

/* Reads the documents a paragraph of the preamble names. */
void
_td_plan_read_bases (TdPlanReader *self, const TdPlanParagraph *paragraph)
{
  gsize from = 0, length = strlen (paragraph->low);
  guint n_read = 0;

  while (from < length && n_read < MAX_BASES)
    {
      gsize end = next_clause (paragraph->low, from);
      g_autofree char *text = g_strndup (paragraph->text + from, end - from);
      g_autofree char *low = g_strndup (paragraph->low + from, end - from);

      guint n = self->reading->legal_bases->len;

      if (read_clause (self, text, low, _td_plan_lines_at (paragraph, from + strspn (text, " "), end)))
        {
          keep_words (self->reading, n, text, low);
          n_read++;
        }
      from = end + 1;
    }
}
