/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-words"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* First words of what may be told or asked to do something. */
const char *const _td_plan_unit_words[] = {
  "sở", "các", "ban", "bộ", "ủy ban", "ub", "ubnd", "ubmttq", "mttq", "mặt trận", "hội", "đoàn", "báo",
  "đài", "văn phòng", "phòng", "công an", "bch", "bộ chỉ huy", "công đoàn", "công ty",
  "tổng công ty", "trường", "nhà trường", "hiệu trưởng", "giám đốc", "tổng giám đốc", "thủ trưởng",
  "chủ tịch", "cơ quan", "đơn vị", "khoa", "tổ", "chi nhánh", "trung tâm", "thường trực",
  "hội đồng", "cụm", "khối", "liên đoàn", "doanh nghiệp", "đảng ủy", "đảng bộ", "chi bộ", "huyện",
  "xã", "phường", "thị trấn", "tỉnh", "thành phố", "tỉnh đoàn", "tỉnh ủy", "thành ủy", "huyện ủy",
  "thành đoàn", "huyện đoàn", "cổng", "tập thể", "cá nhân", "cán bộ", "công chức", "bí thư",
  "trưởng", "phó", "lãnh đạo", "tổng cục", "cục", "vụ", "viện", "học viện", "bệnh viện",
  "ngân hàng", "bảo hiểm", "kho bạc", "thuế", "chi cục", "thanh tra", "tòa án", "viện kiểm sát",
  "quân khu", "phân xưởng", "xí nghiệp", "nhà máy", "giáo viên", "đại học", "chánh văn phòng",
  "chánh", "kế toán", "bưu điện", "thôn", "khu dân cư", "hợp tác xã", "hộ gia đình", "cấp ủy",
  "tổ chức", "tổng đội", "sư đoàn", "trung đoàn", "bộ tư lệnh", "bộ phận", "nhân dân",
  "người lao động", "học sinh", "sinh viên", "hđnd", "địa phương", "liên hiệp", "hiệp hội",
  "tạp chí", "thông tấn xã", "đại sứ quán", "cảng", "kiểm lâm", "hải quan", "thành viên", "những",
  "mỗi", "từng", "toàn thể", "nhóm", "người sử dụng lao động", "người đứng đầu", "chính quyền",
  "gia đình", "cha mẹ học sinh", "đồng chí", "trạm", "bgh", "gvcn", "btv", "đ/c",
  "tổng phụ trách", "thư ký", "nhân viên", "lớp", "bcđ", "bql", "xóm", "ấp", "buôn", "khóm", NULL
};

/* Turns one small or capital letter of two bytes into the small one. */
static void
lower_two (guchar *at)
{
  if (at[0] == 0xc3 && at[1] >= 0x80 && at[1] <= 0x9e && at[1] != 0x97)
    at[1] += 0x20;
  else if ((at[0] == 0xc4 || at[0] == 0xc5) && (at[1] & 1) == 0 && !(at[0] == 0xc4 && at[1] > 0xb6))
    at[1] |= 1;
  else if (at[0] == 0xc6 && at[1] == 0xa0)
    at[1] = 0xa1;
  else if (at[0] == 0xc6 && at[1] == 0xaf)
    at[1] = 0xb0;
}

/* "hoà", "uỷ" become "hòa", "ủy", where the syllable ends; the length stays. */
static void
old_tone (guchar *at)
{
  static const struct
  {
    char plain;
    const char *from;
    const char *to;
  } pairs[] = {
    { 'o', "à", "ò" },
    { 'o', "á", "ó" },
    { 'o', "ã", "õ" },
    { 'o', "ả", "ỏ" },
    { 'o', "ạ", "ọ" },
    { 'u', "ỷ", "ủ" },
    { 'u', "ý", "ú" },
    { 'u', "ỵ", "ụ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize length = strlen (pairs[i].from);

      if (at[0] == (guchar) pairs[i].plain && strncmp ((char *) at + 1, pairs[i].from, length) == 0
          && _td_plan_is_boundary ((char *) at + 1 + length))
        {
          memcpy (at, pairs[i].to, length);
          at[length] = pairs[i].plain == 'o' ? 'a' : 'y';
          return;
        }
    }
}

/* A scanner reads figures as letters: "l5", "2O26", "0l". Where a run of them holds a figure and no
 * other letter touches it, figures are meant. */
static void
mend_figures (guchar *text, guchar *end)
{
  for (guchar *at = text; at < end; at++)
    {
      guchar *from = at, *to = at;

      if (!g_ascii_isdigit (*at))
        continue;
      while (from > text && (from[-1] == 'l' || from[-1] == 'o'))
        from--;
      while (to < end && (g_ascii_isdigit (*to) || *to == 'l' || *to == 'o'))
        to++;
      if ((from == text || (from[-1] < 0x80 && !g_ascii_isalpha (from[-1])))
          && (to == end || (*to < 0x80 ? !g_ascii_isalpha (*to) : *to == 0xe2)))
        for (guchar *c = from; c < to; c++)
          *c = *c == 'l' ? '1' : *c == 'o' ? '0'
                                           : *c;
      at = to - 1;
    }
}

/* Small letters of ASCII and Vietnamese, in place: never changes the length. */
void
_td_plan_lower (char *text, gsize length)
{
  guchar *at = (guchar *) text;
  guchar *end = at + length;

  while (at < end)
    {
      if (*at < 0x80)
        {
          if (*at >= 'A' && *at <= 'Z')
            *at |= 0x20;
          at++;
        }
      else if (*at < 0xe0 && at + 1 < end)
        {
          lower_two (at);
          at += 2;
        }
      else if (*at == 0xe1 && at + 2 < end)
        {
          if (at[1] >= 0xb8 && at[1] <= 0xbb && (at[2] & 1) == 0)
            at[2] |= 1;
          at += 3;
        }
      else
        at++;
    }

  mend_figures ((guchar *) text, end);
  for (at = (guchar *) text; at + 2 < end; at++)
    if ((*at == 'o' || *at == 'u') && at[1] >= 0x80 && !(*at == 'u' && at > (guchar *) text && at[-1] == 'q'))
      old_tone (at);
}

char *
_td_plan_dup_lower (const char *text)
{
  char *low = g_strdup (text);

  _td_plan_lower (low, strlen (low));
  return low;
}

/* Whether no word goes on here: anything but a letter or a digit. */
gboolean
_td_plan_is_boundary (const char *text)
{
  guchar c = *text;

  return c < 0x80 ? !g_ascii_isalnum (c) : c == 0xe2 || c == 0xc2;
}

static gboolean
is_word_start (const char *text, const char *at)
{
  if (at == text)
    return TRUE;
  /* A dash or quotation mark of three bytes ends with some byte of its own. */
  if (at - text >= 3 && (guchar) at[-3] == 0xe2)
    return TRUE;
  return (guchar) at[-1] < 0x80 && !g_ascii_isalnum (at[-1]);
}

gboolean
_td_plan_starts (const char *low, const char *phrase)
{
  gsize length = strlen (phrase);

  return strncmp (low, phrase, length) == 0 && _td_plan_is_boundary (low + length);
}

/* The first place where a phrase stands as whole words. */
const char *
_td_plan_find (const char *low, const char *phrase)
{
  gsize length = strlen (phrase);
  const char *at = low;

  while ((at = strstr (at, phrase)) != NULL)
    {
      if (is_word_start (low, at) && _td_plan_is_boundary (at + length))
        return at;
      at += length;
    }
  return NULL;
}

/* The length of the longest phrase that begins here, 0 for none. */
gsize
_td_plan_starts_any (const char *low, const char *const *phrases)
{
  gsize longest = 0;

  for (guint i = 0; phrases[i] != NULL; i++)
    if (*low == *phrases[i] && _td_plan_starts (low, phrases[i]))
      longest = MAX (longest, strlen (phrases[i]));
  return longest;
}

/* The letter without its marks. */
static gunichar
plain_letter (gunichar c)
{
  gunichar first, second;

  while (c >= 0x80 && g_unichar_decompose (c, &first, &second))
    c = first;
  return c == 0x111 ? 'd' : c;
}

/* The same for texts a scanner read, which loses marks of letters: "Noi nhận", "KÉ HOẠCH". Only for
 * words that stand alone; gives the bytes of the text. */
gsize
_td_plan_starts_loosely (const char *low, const char *const *phrases)
{
  gsize longest = 0;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      const char *at = low, *want = phrases[i];

      /* The text may be cut within a letter. */
      while (*at != '\0' && *want != '\0'
             && (*at == *want || (guchar) *at >= 0x80 || (guchar) *want >= 0x80)
             && plain_letter (g_utf8_get_char_validated (at, -1)) == plain_letter (g_utf8_get_char (want)))
        {
          at = g_utf8_next_char (at);
          want = g_utf8_next_char (want);
        }
      if (*want == '\0' && _td_plan_is_boundary (at))
        longest = MAX (longest, (gsize) (at - low));
    }
  return longest;
}

gboolean
_td_plan_ends_any (const char *low, gsize length, const char *const *phrases)
{
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      gsize size = strlen (phrases[i]);

      if (size <= length && strncmp (low + length - size, phrases[i], size) == 0
          && is_word_start (low, low + length - size))
        return TRUE;
    }
  return FALSE;
}

/* The earliest place of any of the phrases. */
const char *
_td_plan_find_any (const char *low, const char *const *phrases, gsize *length)
{
  const char *first = NULL;

  for (guint i = 0; phrases[i] != NULL; i++)
    {
      const char *at = _td_plan_find (low, phrases[i]);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          if (length != NULL)
            *length = strlen (phrases[i]);
        }
    }
  return first;
}

/* Whether words begin with somebody who may be told something. "Báo" is a newspaper and "Báo cáo" is
 * not; "Tổ chức" is a body only with what kind of body behind it. */
gboolean
_td_plan_is_unit (const char *low)
{
  static const char *const things[] = {
    "hội nghị", "hội thi", "hội thảo", "hội thao", "hội diễn", "đoàn kết", "bộ tiêu chí",
    "bộ máy", "trường hợp", "báo chí", NULL
  };
  static const char *const bodies[] = {
    "chính trị", "đảng", "cơ sở đảng", "công đoàn", "đoàn", "hội", "xã hội", "tôn giáo", "kinh tế",
    "cá nhân", "thành viên", NULL
  };
  static const char *const openers[] = { "các", "những", "mỗi", "từng", NULL };
  static const char *const contents[] = {
    "hình thức", "nội dung", "hoạt động", "phong trào", "chỉ tiêu", "nhiệm vụ", "tiêu chí",
    "giải pháp", "biện pháp", "bước", "công việc", "mô hình", "điển hình", "quy định", "công trình",
    NULL
  };
  gsize unit = _td_plan_starts_any (low, _td_plan_unit_words), length;

  if (unit == 0)
    return FALSE;
  if (_td_plan_starts (low, "tổ chức"))
    return _td_plan_starts_any (low + strlen ("tổ chức") + strspn (low + strlen ("tổ chức"), " "), bodies) > 0;
  length = _td_plan_starts_any (low, openers);
  if (length > 0)
    return _td_plan_starts_any (low + length + strspn (low + length, " "), contents) == 0;
  return _td_plan_starts_any (low, things) == 0 && _td_plan_starts_any (low, _td_plan_verbs) <= unit;
}

/* Whether the letters are capitals, but for a stray one in ten. */
gboolean
_td_plan_is_caps (const char *text, gsize length)
{
  const char *end = text + length;
  guint upper = 0, lower = 0;

  for (const char *at = text; at < end && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isupper (c))
        upper++;
      else if (g_unichar_islower (c) && 9 * ++lower > upper + (end - at))
        return FALSE; /* the rest cannot make up for it */
    }
  return upper >= 2 && upper >= 9 * lower;
}

gboolean
_td_plan_is_upper (const char *text)
{
  return g_unichar_isupper (g_utf8_get_char (text));
}

gboolean
_td_plan_is_lower (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

/* Whether a letter stands there that only Vietnamese has among the languages of such files. */
gboolean
_td_plan_has_vietnamese (const char *text, gsize length)
{
  for (gsize i = 0; i + 1 < length; i++)
    {
      guchar c = text[i], d = text[i + 1];

      if ((c == 0xe1 && d >= 0xba && d <= 0xbb)
          || (c == 0xc6 && (d == 0xa0 || d == 0xa1 || d == 0xaf || d == 0xb0))
          || (c == 0xc4 && (d == 0x90 || d == 0x91 || d == 0x82 || d == 0x83)))
        return TRUE;
    }
  return FALSE;
}

guint
_td_plan_count_words (const char *text, gsize length)
{
  guint count = 0;
  gboolean inside = FALSE;

  for (gsize i = 0; i < length && text[i] != '\0'; i++)
    {
      gboolean blank = text[i] == ' ';

      if (!blank && !inside)
        count++;
      inside = !blank;
    }
  return count;
}

/* A copy without blanks around it, NULL when nothing is left. */
char *
_td_plan_cut (const char *text, gsize length)
{
  while (length > 0 && *text == ' ')
    text++, length--;
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return length > 0 ? g_strndup (text, length) : NULL;
}

/* The same without the punctuation around it. */
char *
_td_plan_cut_bare (const char *text, gsize length)
{
  while (length > 0 && strchr (" .;:,-", *text) != NULL)
    text++, length--;
  while (length > 0 && strchr (" .;:,/-", text[length - 1]) != NULL)
    length--;
  return _td_plan_cut (text, length);
}

/* Writes the abbreviations of authorities in full. */
char *
_td_plan_expand (const char *text)
{
  static const struct
  {
    const char *low;
    const char *full;
  } words[] = {
    { "ubnd", "Ủy ban nhân dân" },
    { "hđnd", "Hội đồng nhân dân" },
    { "ubmttq", "Ủy ban Mặt trận Tổ quốc" },
    { "mttq", "Mặt trận Tổ quốc" },
    { "bch", "Ban Chấp hành" },
    { "lđlđ", "Liên đoàn Lao động" },
    { "lhpn", "Liên hiệp Phụ nữ" },
    { "tp", "thành phố" },
  };
  g_autofree char *low = _td_plan_dup_lower (text);
  GString *full = g_string_new (NULL);

  for (const char *at = low; *at != '\0';)
    {
      gsize length = 0;

      if (is_word_start (low, at))
        for (guint i = 0; i < G_N_ELEMENTS (words) && length == 0; i++)
          if (_td_plan_starts (at, words[i].low))
            {
              length = strlen (words[i].low);
              g_string_append (full, words[i].full);
              if (at[length] == '.')
                length++;
            }
      if (length == 0)
        {
          g_string_append_c (full, text[at - low]);
          length = 1;
        }
      at += length;
    }
  return g_string_free (full, FALSE);
}
