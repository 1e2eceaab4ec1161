/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-foot"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Below the body stand the recipients on the left and the signature on the right; out of a table
 * or a page in one column they follow one another, in either order. */

/* Why somebody receives the document, in parentheses behind the name. */
static const char *const notes[] = {
  "b/c", "báo cáo", "để", "t/h", "thực hiện", "p/h", "phối hợp", "đưa tin", "theo dõi", "biết",
  "thay", "chỉ đạo", "đăng tải", NULL
};

static const char *const signs[] = {
  "đã ký", "ký", "ký tên", "daky", "ký, đóng dấu", "chữ ký", "ký tên, đóng dấu", NULL
};

static const char *const degrees[] = {
  "gs", "pgs", "ts", "ths", "bs", "cn", "ks", "ncs", "bscki", "bsckii", "ckii", "cki", "thạc sĩ",
  "tiến sĩ", "kts", "ngut", "ngnd", "ttut", "đại tá", "thượng tá", "trung tá", "thiếu tá",
  "thiếu tướng", "trung tướng", "thượng tướng", "đại tướng", "đại úy", "thượng úy", NULL
};

/* Words that make a line in capitals the post rather than the name. */
static const char *const posts[] = {
  "chủ tịch", "giám đốc", "hiệu trưởng", "bộ trưởng", "thứ trưởng", "trưởng", "phó", "bí thư",
  "chánh", "thường trực", "chủ nhiệm", "thủ trưởng", "thủ tướng", "tư lệnh", "chính ủy", "tổng",
  "ủy viên", "phụ trách", "ban", "sở", "phòng", "hội đồng", "ủy ban", "nhân dân", "công ty",
  "trường", "đảng", "liên đoàn", NULL
};

typedef struct
{
  TdPlanReading *reading;
  GString *recipient; /* that grows */
  TdPlanLines lines;
  gboolean in_recipients;
  gboolean filed;     /* after "Lưu:" come no recipients */
  GString *on_behalf; /* "TM. ỦY BAN NHÂN DÂN" above "KT. CHỦ TỊCH" */
  GString *capacity;
  GString *position;
  gboolean signed_; /* the name is known */
} Foot;

/* Splits "(b/c)" from the end of a recipient. */
static char *
take_note (char *text)
{
  char *open = strrchr (text, '(');
  gsize length = strlen (text);
  g_autofree char *low = NULL;

  if (open == NULL || length == 0 || text[length - 1] != ')')
    return NULL;
  low = _td_plan_dup_lower (open + 1);
  if (_td_plan_starts_any (low, notes) == 0)
    return NULL;
  text[length - 1] = '\0';
  {
    char *note = g_strdup (open + 1);

    while (open > text && open[-1] == ' ')
      open--;
    *open = '\0';
    return note;
  }
}

static void
finish_recipient (Foot *self)
{
  g_autofree char *text = _td_plan_cut_bare (self->recipient->str, self->recipient->len);
  g_autofree char *low = text != NULL ? _td_plan_dup_lower (text) : NULL;
  TdPlanRecipient *recipient;

  g_string_truncate (self->recipient, 0);
  if (text == NULL)
    return;
  if (_td_plan_starts (low, "lưu"))
    {
      if (self->reading->filing == NULL)
        self->reading->filing = g_steal_pointer (&text);
      self->filed = TRUE;
      return;
    }
  recipient = g_new0 (TdPlanRecipient, 1);
  recipient->note = take_note (text);
  recipient->text = _td_plan_cut_bare (text, strlen (text));
  recipient->lines = self->lines;
  if (recipient->text == NULL)
    recipient->text = g_strdup (recipient->note != NULL ? recipient->note : "");
  g_ptr_array_add (self->reading->recipients, recipient);
}

/* "(báo cáo)" in a column of its own, beside a brace: why the recipient above receives it. */
static gboolean
take_lone_note (Foot *self, const char *text)
{
  const char *bare = text + strspn (text, "{} ");
  g_autofree char *copy = *bare == '(' ? g_strdup (bare) : NULL;
  g_autofree char *note = copy != NULL ? take_note (copy) : NULL;

  if (*bare == '\0')
    return TRUE;
  if (note == NULL || *copy != '\0')
    return FALSE;
  while (self->recipient->len > 0 && strchr (" ;.,", self->recipient->str[self->recipient->len - 1]) != NULL)
    g_string_truncate (self->recipient, self->recipient->len - 1);
  if (self->recipient->len > 0 && self->recipient->str[self->recipient->len - 1] != ')')
    g_string_append_printf (self->recipient, " (%s);", note);
  return TRUE;
}

static void
take_recipient (Foot *self, const char *text, const char *low, guint line)
{
  TdPlanMark mark = _td_plan_scan_mark (text, low);
  gboolean ended
      = self->recipient->len > 0 && strchr (";.", self->recipient->str[self->recipient->len - 1]) != NULL;

  if (self->filed || take_lone_note (self, text))
    return;
  if (mark.length > 0 && mark.value == 0)
    {
      finish_recipient (self);
      text += mark.length;
      low += mark.length;
      self->lines.first = line;
    }
  else if (_td_plan_starts (low, "lưu") || ended)
    {
      finish_recipient (self);
      self->lines.first = line;
    }
  if (self->filed)
    return;
  if (self->recipient->len > 0)
    g_string_append_c (self->recipient, ' ');
  else
    self->lines.first = line;
  g_string_append (self->recipient, text);
  self->lines.last = line;
  if (_td_plan_starts (low, "lưu"))
    finish_recipient (self);
}

/* Two to seven words with capitals and nothing else: a name. */
static char *
person_name (const char *text)
{
  g_autofree char *low = _td_plan_dup_lower (text);
  const char *start = text;
  gsize length;
  guint n_words;

  while ((length = _td_plan_starts_any (low + (start - text), degrees)) > 0)
    {
      start += length;
      while (*start == '.' || *start == ' ' || *start == ',')
        start++;
    }
  n_words = _td_plan_count_words (start, strlen (start));
  if (n_words < 2 || n_words > 7 || strlen (start) > 80)
    return NULL;
  for (const char *at = start; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c) && c != ' ' && c != '-' && c != '\'')
        return NULL;
      if (c != ' ' && (at == start || at[-1] == ' ') && !g_unichar_isupper (c))
        return NULL;
    }
  return g_strdup (start);
}

static gboolean
has_capacity (const char *low)
{
  static const char *const words[] = {
    "tm", "t/m", "kt", "k/t", "tl", "tuq", "t.m", "k.t", "q", NULL
  };
  gsize length = _td_plan_starts_any (low, words);

  return length > 0 && (low[length] == '.' || low[1] == '/');
}

static void
append_part (GString *string, const char *text, gsize length)
{
  g_autofree char *part = _td_plan_cut (text, length);

  if (part == NULL)
    return;
  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append (string, part);
}

/* Where a second capacity begins in the line: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"; 0 for none. */
static gsize
second_capacity (const char *low)
{
  for (const char *at = strchr (low, ' '); at != NULL; at = strchr (at + 1, ' '))
    if (has_capacity (at + 1))
      return at + 1 - low;
  return 0;
}

/* A line in capitals: capacity, or the post, or both in one. Who signs in the place of another does so
 * for the body above: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
static void
take_post (Foot *self, const char *text, const char *low)
{
  if (has_capacity (low))
    {
      const char *post = _td_plan_find (low, "phó");
      gsize second = second_capacity (low);

      if (second > 0)
        {
          append_part (self->capacity, text, second);
          take_post (self, text + second, low + second);
          return;
        }
      if (self->capacity->len > 0 && self->position->len == 0)
        {
          g_string_assign (self->on_behalf, self->capacity->str);
          g_string_truncate (self->capacity, 0);
        }

      if (post != NULL && post > low + 6)
        {
          append_part (self->capacity, text, post - low);
          append_part (self->position, text + (post - low), strlen (post));
        }
      else
        append_part (self->capacity, text, strlen (text));
      return;
    }
  /* Below the stamp of a council stands the other office of who signs. */
  if (self->position->len > 0 && _td_plan_is_signature (text, low) && !_td_plan_starts (low, "thường trực"))
    return;
  if (_td_plan_position (low) != NULL)
    {
      g_autofree char *known = g_utf8_strup (_td_plan_position (low), -1);

      append_part (self->position, known, strlen (known));
      return;
    }
  append_part (self->position, text, strlen (text));
}

static gboolean
take_signature (Foot *self, const char *text, const char *low)
{
  gboolean begun = self->capacity->len > 0 || self->position->len > 0;
  const char *bare = text;
  char *name;

  if (self->signed_)
    return FALSE;
  if (_td_plan_is_signature (text, low))
    {
      take_post (self, text, low);
      return TRUE;
    }
  if (!begun)
    return FALSE;
  while (*bare == '(' || *bare == '[')
    bare++;
  if (_td_plan_starts_any (low + (bare - text), signs) > 0)
    return TRUE;
  if (_td_plan_is_caps (text, strlen (text)) && _td_plan_scan_mark (text, low).length == 0)
    {
      name = self->position->len > 0 && _td_plan_find_any (low, posts, NULL) == NULL ? person_name (text)
                                                                                     : NULL;
      if (name == NULL)
        {
          append_part (self->position->len > 0 || self->capacity->len == 0 ? self->position : self->capacity,
                       text, strlen (text));
          return TRUE;
        }
    }
  else
    name = person_name (text);
  if (name == NULL)
    return FALSE;
  self->reading->signer_name = name;
  self->signed_ = TRUE;
  return TRUE;
}

/* A recipient and the post beside it, flattened to one line: gives where the post begins. */
static gsize
post_beside (const char *text, const char *low)
{
  static const char *const words[] = { "tm. ", "kt. ", "tl. ", "tuq. ", NULL };
  const char *first = NULL, *at;

  for (guint i = 0; words[i] != NULL; i++)
    {
      at = strstr (low + 1, words[i]);
      if (at != NULL && at[-1] == ' ' && _td_plan_is_signature (text + (at - low), at)
          && (first == NULL || at < first))
        first = at;
    }
  at = strstr (low, "; ");
  if (first == NULL && at != NULL && _td_plan_is_signature (text + (at + 2 - low), at + 2))
    first = at + 2;
  return first != NULL ? (gsize) (first - low) : 0;
}

static void
take_cell (Foot *self, const char *text, guint line)
{
  g_autofree char *low = _td_plan_dup_lower (text);
  gsize beside = post_beside (text, low);

  if (beside > 0)
    {
      g_autofree char *left = _td_plan_cut (text, beside);

      if (left != NULL)
        take_cell (self, left, line);
      take_cell (self, text + beside, line);
      return;
    }
  if (_td_plan_recipients_length (low) > 0)
    {
      const char *rest = text + _td_plan_recipients_length (low);

      self->in_recipients = TRUE;
      while (*rest == ':' || *rest == ' ')
        rest++;
      if (*rest != '\0')
        take_cell (self, rest, line);
      return;
    }
  if (self->in_recipients && !self->filed && _td_plan_scan_mark (text, low).length > 0)
    take_recipient (self, text, low, line);
  else if (take_signature (self, text, low))
    ;
  else if (self->in_recipients)
    take_recipient (self, text, low, line);
}

/* "Lưu: VT. Nguyễn Văn An": a flattened page wrote the name behind the last recipient. */
static void
split_filing (Foot *self)
{
  char *filing = self->reading->filing, *at;

  if (self->signed_ || filing == NULL || self->position->len == 0)
    return;
  at = strstr (filing, ". ");
  while (at != NULL && strstr (at + 1, ". ") != NULL)
    at = strstr (at + 1, ". ");
  if (at == NULL)
    return;
  self->reading->signer_name = person_name (at + 2);
  if (self->reading->signer_name != NULL)
    *at = '\0';
}

/* Whether two sign side by side: a name on the left and one on the right. */
static gboolean
is_joint (TdPlanReader *self, const TdPlanPart *part)
{
  for (guint i = part->body_to; i < part->foot_to; i++)
    {
      const TdPlanLine *line = &g_array_index (self->lines, TdPlanLine, i);
      guint n_names = 0;

      for (guint j = 0; j < 2 && line->gap > 0; j++)
        {
          gsize length;
          const char *cell = _td_plan_cell (line, j, &length);
          g_autofree char *text = _td_plan_cut (cell, length);
          g_autofree char *name = text != NULL && !_td_plan_is_caps (text, strlen (text)) ? person_name (text) : NULL;

          n_names += name != NULL;
        }
      if (n_names == 2)
        return TRUE;
    }
  return FALSE;
}

static void
read_part (TdPlanReader *self, const TdPlanPart *part)
{
  g_autoptr (GString) recipient = g_string_new (NULL);
  g_autoptr (GString) on_behalf = g_string_new (NULL);
  g_autoptr (GString) capacity = g_string_new (NULL);
  g_autoptr (GString) position = g_string_new (NULL);
  TdPlanReading *reading = self->reading;
  Foot foot = { reading, recipient };
  gboolean joint = is_joint (self, part);

  foot.on_behalf = on_behalf;
  foot.capacity = capacity;
  foot.position = position;
  for (guint i = part->body_to; i < part->foot_to; i++)
    {
      const TdPlanLine *line = &g_array_index (self->lines, TdPlanLine, i);

      if (i > part->body_to && _td_plan_starts (line->low, "phụ lục")
          && _td_plan_is_caps (line->text, strlen ("phụ lục")))
        break;
      if (foot.signed_ && foot.filed)
        break;
      if (line->noise)
        continue;
      /* Who leads signs on the right. */
      for (guint j = joint && !foot.signed_ && line->gap > 0; j < 2; j++)
        {
          gsize length;
          const char *cell = _td_plan_cell (line, j, &length);
          g_autofree char *text = _td_plan_cut (cell, length);

          if (text != NULL)
            take_cell (&foot, text, line->number);
        }
    }
  finish_recipient (&foot);
  split_filing (&foot);
  if (reading->signer_position == NULL && position->len > 0)
    reading->signer_position = g_strdup (position->str);
  if (reading->signer_capacity == NULL && capacity->len > 0)
    reading->signer_capacity = g_strdup (capacity->str);
  if (self->on_behalf == NULL)
    self->on_behalf = g_strdup (on_behalf->len > 0 ? on_behalf->str : reading->signer_capacity);
}

/* Reads recipients and signature; those of the decision come before those of its plan. */
void
_td_plan_read_foot (TdPlanReader *self)
{
  read_part (self, &self->main);
  if (self->has_attached && self->reading->signer_name == NULL && self->reading->recipients->len == 0)
    {
      g_clear_pointer (&self->reading->signer_position, g_free);
      g_clear_pointer (&self->reading->signer_capacity, g_free);
      read_part (self, &self->attached);
    }
}
