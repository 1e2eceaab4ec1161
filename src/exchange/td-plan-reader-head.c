/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-head"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* The head has two columns: on the left the authority above, the issuer, the number; on the right
 * the motto, the place and the date. A text out of a table gives them one below the other, one
 * out of a page side by side. */

typedef struct
{
  TdPlanReader *reader;
  GPtrArray *names; /* of char*: one per authority, the issuer last */
  GString *subject; /* "V/v …" of a letter */
  char *date;       /* a date cut by the end of its cell */
  guint cell_line;
  gboolean after_number;
} Head;

/* First words of the name of an authority; other lines go on with the line before. */
static const char *const issuers[] = {
  "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "hội đồng", "sở", "bộ", "ban", "trường",
  "công ty", "tổng công ty", "tập đoàn", "cục", "chi cục", "tổng cục", "vụ", "viện", "học viện",
  "bệnh viện", "trung tâm", "phòng", "hội", "liên đoàn", "đoàn", "công đoàn", "đảng ủy", "tỉnh ủy",
  "huyện ủy", "thành ủy", "quận ủy", "đảng bộ", "chi bộ", "văn phòng", "ủy ban", "công an",
  "bộ chỉ huy", "ban quản lý", "đại học", "thanh tra", "tòa án", "viện kiểm sát", "báo", "đài",
  "tổng", "kho bạc", "ngân hàng", "bảo hiểm xã hội", "xí nghiệp", "nhà máy", "chi nhánh", "khoa",
  "liên hiệp", "hiệp hội", "thành đoàn", "tỉnh đoàn", "quân khu", "bch", "thuế",
  "hải quan", "cđ", "lữ đoàn", "sư đoàn", "trung đoàn", "hạt kiểm lâm", "trạm", "cụm thi đua", "khối thi đua",
  "quân chủng", "đồn biên phòng", NULL
};

/* Parts of an authority whose own name does not say of which province; unions and associations stand
 * below the Fatherland Front. */
static const char *const parts[] = {
  "sở", "phòng", "ban", "văn phòng", "hội đồng", "thanh tra", "chi cục", "ban quản lý",
  "liên đoàn lao động", "công đoàn", "hội nông dân", "hội cựu chiến binh", "hội liên hiệp phụ nữ",
  "hội lhpn", "hội chữ thập đỏ", NULL
};

/* What works for a Party committee is called by its name: "Ban Tổ chức Tỉnh ủy". */
static const char *const committees[] = { "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "đảng ủy", NULL };
static const char *const committee_parts[] = { "ban", "văn phòng", "ủy ban kiểm tra", NULL };

/* The standing part of a body acts for it, and a branch has no name of its own. */
static const char *const standing[] = { "ban thường vụ", "ban thường trực", "ban chấp hành", NULL };

static const char *const wholes[] = { "ủy ban nhân dân", "ủy ban mặt trận tổ quốc", NULL };

static const char *const places[] = {
  "tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "thị xã", "thị trấn", NULL
};

static const char *const stamps[] = {
  "dự thảo", "khẩn", "hỏa tốc", "mật", "tối mật", "tuyệt mật", "thượng khẩn", "bản sao", "sao y",
  "phụ lục", "mẫu", NULL
};

static gboolean
is_number_sign (const char *text)
{
  return g_ascii_isalnum (*text) || (guchar) *text >= 0x80 || *text == '.' || *text == '_' || *text == '('
         || *text == '&';
}

/* Reads "15/KH-SNV", "7-KH/HU", "/QĐ-SNV" from behind "Số:"; gives how many bytes it took. */
static gsize
take_number (TdPlanReading *reading, const char *text, const char *low)
{
  g_autoptr (GString) number = g_string_new (NULL);
  gboolean digits = FALSE, slash = FALSE;
  const char *at = text;
  const char *symbol;

  while (*at == ':' || *at == ' ' || *at == '.' || *at == '_' || strncmp (at, "…", 3) == 0)
    at += *at == '.' || (guchar) *at < 0x80 ? 1 : 3;
  for (;;)
    {
      const char *next = at;

      if (*at == '/' || *at == '-' || strncmp (at, "–", 3) == 0)
        {
          slash = slash || *at == '/';
          g_string_append_c (number, *at == '/' ? '/' : '-');
          at += *at == '/' || *at == '-' ? 1 : 3;
          while (*at == ' ')
            at++;
          continue;
        }
      if (is_number_sign (at) && strncmp (at, "…", 3) != 0)
        {
          /* What a scanner took for a letter is a figure in small letters. */
          char figure = g_ascii_isdigit (low[at - text]) ? low[at - text] : *at;

          digits = digits || g_ascii_isdigit (figure);
          g_string_append_c (number, figure);
          at++;
          continue;
        }
      /* A blank before the stroke or the dash is a slip of the typist. */
      while (*next == ' ')
        next++;
      if (next == at || (*next != '/' && *next != '-') || (slash && *next == '/'))
        break;
      at = next;
    }
  while (number->len > 0 && strchr (".-_/&(", number->str[number->len - 1]) != NULL)
    g_string_truncate (number, number->len - 1);
  if (!slash || number->len == 0)
    return 0;
  symbol = number->str + strcspn (number->str, "/-");
  reading->symbol = g_strdup (symbol + strspn (symbol, "/-._"));
  if (digits && g_ascii_isdigit (*number->str))
    reading->number = g_strdup (number->str);
  return at - text;
}

/* Where "ngày" stands, or what a scanner made of it before a number. */
static const char *
find_day (const char *low)
{
  const char *at = _td_plan_find (low, "ngày");

  for (const char *word = low; at == NULL && word != NULL; word = strchr (word + 1, ' '))
    {
      const char *start = word + strspn (word, " ");
      gsize length = _td_plan_starts_loosely (start, (const char *[]){ "ngày", NULL });

      if (length > 0 && g_ascii_isdigit (start[length + strspn (start + length, " ")]))
        at = start;
    }
  return at;
}

/* "Lào Cai, ngày 5 tháng 3 năm 2026", perhaps with a blank day. FALSE when the year is not there. */
static gboolean
take_date (TdPlanReading *reading, const char *text)
{
  g_autofree char *low = _td_plan_dup_lower (text);
  const char *at = find_day (low);
  TdPlanPrecision precision;
  TdPlanDate date;
  gsize length;

  if (at == NULL)
    return FALSE;
  date = _td_plan_scan_date (at);
  if (date.year == 0)
    return FALSE;
  length = at - low;
  while (length > 0 && strchr (" ,", text[length - 1]) != NULL)
    length--;
  reading->place = _td_plan_cut_bare (text, length);
  if (date.day > 0 && date.month > 0)
    reading->date = _td_plan_date_to_iso (&date, &precision);
  else
    {
      date.day = 0;
      reading->date_partial = _td_plan_date_to_iso (&date, &precision);
    }
  return TRUE;
}

static void
add_name (Head *self, const char *text, guint line)
{
  g_autofree char *low = _td_plan_dup_lower (text);
  TdPlanReading *reading = self->reader->reading;
  char *last;

  if (self->names->len == 0 || _td_plan_starts_any (low, issuers) > 0)
    {
      if (self->names->len > 0)
        {
          g_autofree char *above = _td_plan_dup_lower (g_ptr_array_index (self->names, self->names->len - 1));

          if (_td_plan_is_unfinished (above, strlen (above)))
            goto goes_on;
        }
      g_ptr_array_add (self->names, g_strdup (text));
      reading->issuer_lines.first = line;
      reading->issuer_lines.last = line;
      return;
    }
goes_on:
  last = g_ptr_array_index (self->names, self->names->len - 1);
  self->names->pdata[self->names->len - 1] = g_strconcat (last, " ", text, NULL);
  reading->issuer_lines.last = line;
  g_free (last);
}

static void take_cell (Head *self, const char *text, guint line);

/* Splits what a flattened page wrote in one: the name and the motto beside it. */
static gboolean
split_motto (Head *self, const char *text, const char *low, guint line)
{
  static const char *const mottos[] = {
    "cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do", "độc lập – tự do",
    "đảng cộng sản việt nam", NULL
  };
  const char *at = _td_plan_find_any (low, mottos, NULL);

  if (at != NULL && at > low)
    {
      g_autofree char *left = _td_plan_cut (text, at - low);

      if (left != NULL)
        take_cell (self, left, line);
    }
  return at != NULL || _td_plan_is_motto (low);
}

static gboolean
take_date_cell (Head *self, const char *text, const char *low)
{
  TdPlanReading *reading = self->reader->reading;

  if (reading->date != NULL || reading->date_partial != NULL)
    return FALSE;
  if (self->date != NULL)
    {
      g_autofree char *joined = g_strconcat (self->date, " ", text, NULL);

      g_clear_pointer (&self->date, g_free);
      if (take_date (reading, joined))
        return TRUE;
    }
  if (strlen (text) > 200 || find_day (low) == NULL)
    return FALSE;
  if (!take_date (reading, text))
    self->date = g_strdup (text);
  return TRUE;
}

static void
take_cell (Head *self, const char *text, guint line)
{
  TdPlanReading *reading = self->reader->reading;
  g_autofree char *low = _td_plan_dup_lower (text);
  gsize label, taken;

  if (split_motto (self, text, low, line))
    return;
  label = *low == 's' ? _td_plan_starts_loosely (low, (const char *[]){ "số", NULL }) : 0;
  if (label > 0 && reading->symbol == NULL)
    {
      taken = take_number (reading, text + label, low + label);
      if (taken > 0)
        {
          g_autofree char *rest = _td_plan_cut (text + label + taken, strlen (text) - label - taken);

          self->after_number = TRUE;
          if (rest != NULL)
            take_cell (self, rest, line);
          return;
        }
    }
  if (take_date_cell (self, text, low))
    return;
  if (_td_plan_starts (low, "v/v") || _td_plan_starts (low, "về việc") || self->subject->len > 0)
    {
      if (self->subject->len > 0)
        g_string_append_c (self->subject, ' ');
      g_string_append (self->subject, text);
      return;
    }
  if (self->after_number || _td_plan_starts_any (low, stamps) > 0 || *text == '(')
    return;
  if (_td_plan_is_caps (text, strlen (text)) || _td_plan_starts_any (low, issuers) > 0)
    add_name (self, text, line);
}

/* "Sở Nội vụ" below "UBND tỉnh Ninh Hà" is the one of that province. */
static char *
complete_part (const char *name, const char *above)
{
  g_autofree char *low = _td_plan_dup_lower (name);
  g_autofree char *above_low = _td_plan_dup_lower (above);

  if (_td_plan_starts_any (low, standing) == strlen (low))
    return g_strconcat (name, " ", above, NULL);
  if (_td_plan_starts (low, "chi nhánh"))
    return g_strdup_printf ("%s %.*s%s", above, (int) strlen ("c"), low, name + strlen ("C"));
  if (_td_plan_starts_any (above_low, committees) > 0 && _td_plan_starts_any (low, committee_parts) > 0
      && _td_plan_find_any (low, committees, NULL) == NULL)
    return g_strconcat (name, " ", above, NULL);
  if (_td_plan_starts_any (low, parts) == 0 || _td_plan_find_any (low, places, NULL) != NULL)
    return g_strdup (name);
  if (_td_plan_starts_any (above_low, wholes) > 0)
    {
      const char *place = _td_plan_find_any (above_low, places, NULL);

      if (place != NULL && strchr (place, ' ') != NULL)
        return g_strconcat (name, " ", above + (place - above_low), NULL);
    }
  return g_strdup (name);
}

static void
set_issuer (Head *self)
{
  TdPlanReading *reading = self->reader->reading;
  g_autofree char *name = NULL;
  g_autofree char *cased = NULL;
  guint n = self->names->len;

  if (n == 0)
    return;
  name = _td_plan_expand (g_ptr_array_index (self->names, n - 1));
  if (_td_plan_is_caps (g_ptr_array_index (self->names, n - 1),
                        strlen (g_ptr_array_index (self->names, n - 1))))
    {
      g_autofree char *upper = g_utf8_strup (name, -1);

      cased = _td_plan_name_case (upper);
    }
  else
    cased = g_steal_pointer (&name);
  if (n > 1)
    {
      g_autofree char *above = _td_plan_expand (g_ptr_array_index (self->names, n - 2));
      g_autofree char *upper = g_utf8_strup (above, -1);
      g_autofree char *above_cased = _td_plan_name_case (upper);

      reading->issuer = complete_part (cased, above_cased);
    }
  else
    reading->issuer = g_steal_pointer (&cased);
}

static char *
read_title (TdPlanReader *self, const TdPlanPart *part)
{
  g_autofree char *text = _td_plan_join_lines (self, part->head_to, MAX (part->title_to, part->head_to));
  g_autofree char *bare = NULL;
  const TdPlanLine *first;
  char *paren;

  if (text == NULL || strlen (text) <= part->title_skip)
    return NULL;
  first = &g_array_index (self->lines, TdPlanLine, part->head_to);
  /* The line "(Kèm theo …)" below the title is not part of it. */
  paren = strstr (text + part->title_skip, "(Kèm theo");
  if (paren == NULL)
    paren = strstr (text + part->title_skip, "(Ban hành kèm theo");
  if (paren != NULL)
    *paren = '\0';
  bare = _td_plan_cut_bare (text + part->title_skip, strlen (text + part->title_skip));
  /* What ends a title in capitals may stand in small letters. */
  if (bare != NULL && _td_plan_is_caps (bare, MIN (strlen (bare), first->length - MIN (part->title_skip, first->length))))
    {
      g_autofree char *small = g_steal_pointer (&bare);

      bare = g_utf8_strup (small, -1);
    }
  if (bare == NULL)
    return NULL;
  return _td_plan_sentence_case (bare, self->preamble->len > 0 ? self->preamble : self->body);
}

/* Reads issuer, number, place, date and title. */
void
_td_plan_read_head (TdPlanReader *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) subject = g_string_new (NULL);
  TdPlanReading *reading = self->reading;
  Head head = { self, names, subject };
  guint end = self->main.type != NULL ? self->main.type_line : MIN (self->main.body_from, 12);

  for (guint i = self->main.head_from; i < end; i++)
    {
      const TdPlanLine *line = &g_array_index (self->lines, TdPlanLine, i);

      /* The blank left for a number is no second column. */
      if (line->gap > 0 && _td_plan_starts (line->low, "số") && strchr ("/.-", line->text[line->gap]) != NULL)
        {
          take_cell (&head, line->text, line->number);
          continue;
        }
      for (guint j = 0; j < 2; j++)
        {
          gsize length;
          const char *cell = _td_plan_cell (line, j, &length);
          g_autofree char *text = _td_plan_cut (cell, length);

          if (text != NULL)
            take_cell (&head, text, line->number);
        }
    }
  g_clear_pointer (&head.date, g_free);
  set_issuer (&head);
  reading->doc_type = g_strdup (self->main.type);
  reading->title = read_title (self, &self->main);
  if (reading->title == NULL && subject->len > 0)
    reading->title = g_strdup (subject->str);
  if (self->has_attached)
    reading->plan_title = read_title (self, &self->attached);
}
