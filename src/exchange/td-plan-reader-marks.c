/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-marks"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* What a line may begin with. Only its form is judged here; whether it is a mark or the middle of
 * a sentence is decided where the lines before it are known. */

/* Styles tell marks apart that may nest in one another. */
enum
{
  STYLE_PLAIN,
  STYLE_PAREN,    /* 1) */
  STYLE_ENCLOSED, /* (1) */
  STYLE_SLASH,    /* 1/ */
  STYLE_DASH,     /* 1- */
  STYLE_PART,     /* Phần I */
  STYLE_CHAPTER,  /* Chương I */
  STYLE_ITEM,     /* Mục 1 */
  STYLE_DOT,      /* • and its kin */
  STYLE_STAR,
  STYLE_CIRCLE,
  STYLE_SMALL, /* i, ii, iii */
};

static const char *const letters[] = {
  "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
  "u", "v", "x", "y", NULL
};

/* The place of a letter in the alphabet of official lists, 0 for none. */
guint
_td_plan_letter_value (const char *low, gsize *length)
{
  for (guint i = 0; letters[i] != NULL; i++)
    if (strncmp (low, letters[i], strlen (letters[i])) == 0)
      {
        *length = strlen (letters[i]);
        return i + 1;
      }
  return 0;
}

static guint
roman_value (const char *text, const char *digits, gsize *length)
{
  static const guint values[] = { 1, 5, 10, 50 };
  guint total = 0, last = 0;
  gsize i = 0;

  for (; text[i] != '\0' && i < 8; i++)
    {
      const char *digit = strchr (digits, text[i]);
      guint value;

      if (digit == NULL)
        break;
      value = values[digit - digits];
      total += value;
      if (value > last && last > 0)
        total -= 2 * last;
      last = value;
    }
  *length = i;
  return total;
}

static guint
combine (guint hash, guint value)
{
  return hash * 131 + value + 7;
}

/* Counts the blanks behind a mark into its length. */
static TdPlanMark
finish (TdPlanMark mark, const char *text, gsize length)
{
  mark.written = length;
  mark.length = length;
  while (text[mark.length] == ' ')
    mark.length++;
  return mark;
}

static gboolean
scan_bullet (const char *text, TdPlanMark *mark)
{
  static const struct
  {
    const char *sign;
    TdMarkerKind kind;
    guint style;
  } bullets[] = {
    { "-", TD_MARKER_DASH, STYLE_PLAIN },
    { "–", TD_MARKER_DASH, STYLE_PLAIN },
    { "—", TD_MARKER_DASH, STYLE_PLAIN },
    { "−", TD_MARKER_DASH, STYLE_PLAIN },
    { "‐", TD_MARKER_DASH, STYLE_PLAIN },
    { "+", TD_MARKER_PLUS, STYLE_PLAIN },
    { "•", TD_MARKER_DASH, STYLE_DOT },
    { "●", TD_MARKER_DASH, STYLE_DOT },
    { "·", TD_MARKER_DASH, STYLE_DOT },
    { "∙", TD_MARKER_DASH, STYLE_DOT },
    { "▪", TD_MARKER_DASH, STYLE_DOT },
    { "■", TD_MARKER_DASH, STYLE_DOT },
    { "◦", TD_MARKER_DASH, STYLE_CIRCLE },
    { "○", TD_MARKER_DASH, STYLE_CIRCLE },
    { "✓", TD_MARKER_DASH, STYLE_CIRCLE },
    { "➢", TD_MARKER_DASH, STYLE_CIRCLE },
    { "➤", TD_MARKER_DASH, STYLE_CIRCLE },
    { "►", TD_MARKER_DASH, STYLE_CIRCLE },
    { "*", TD_MARKER_DASH, STYLE_STAR },
    { "o ", TD_MARKER_DASH, STYLE_CIRCLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize length = strlen (bullets[i].sign);
      const char *rest = text + length;

      if (strncmp (text, bullets[i].sign, length) != 0)
        continue;
      if (bullets[i].sign[0] == 'o')
        {
          if (!_td_plan_is_upper (rest))
            return FALSE;
          length--;
        }
      else if (*rest != ' ' && *rest != '\0')
        {
          /* "-5" is a number, "--" a line; "-Word" is a bullet without its blank. */
          if (!_td_plan_is_upper (rest) && !_td_plan_is_lower (rest) && *rest != '"'
              && (guchar) *rest != 0xe2)
            return FALSE;
        }
      mark->kind = bullets[i].kind;
      mark->style = bullets[i].style;
      *mark = finish (*mark, text, length);
      return TRUE;
    }
  return FALSE;
}

/* The sign that closes a number or letter: its style, or -1 for none. */
static int
closing_style (const char *at, gboolean enclosed)
{
  if (enclosed)
    return *at == ')' ? STYLE_ENCLOSED : -1;
  switch (*at)
    {
    case '.': return STYLE_PLAIN;
    case ')': return STYLE_PAREN;
    case '/': return STYLE_SLASH;
    default: return -1;
    }
}

/* "1- Word", "1 - Word": a dash may close a number; before another number it is a range. Gives the
 * bytes of blank and dash, 0 for none. */
static gsize
closing_dash (const char *at)
{
  gsize i = *at == ' ' ? 1 : 0, length = 0;

  if (at[i] == '-')
    length = 1;
  else if (strncmp (at + i, "–", strlen ("–")) == 0)
    length = strlen ("–");
  if (length == 0 || at[i + length] != ' ')
    return 0;
  return _td_plan_is_upper (at + i + length + 1) || (i == 0 && _td_plan_is_lower (at + length + 1))
             ? i + length
             : 0;
}

/* What follows a mark must be a blank, the end, or for a point a letter at once. */
static gboolean
may_follow (const char *at, int style)
{
  if (*at == ' ' || *at == '\0')
    return TRUE;
  return (style == STYLE_PLAIN || style == STYLE_PAREN)
         && (_td_plan_is_upper (at) || (guchar) *at == 0xe2 || *at == '"');
}

/* "1.", "1)", "1/", "(1)", "1.1.", "1.1.1", "1.1)". */
static gboolean
scan_arabic (const char *text, TdPlanMark *mark)
{
  gboolean enclosed = *text == '(';
  gsize i = enclosed ? 1 : 0;
  guint hash = 0, prefix = 0, value = 0, parts = 0;
  int style;

  for (;;)
    {
      gsize start = i;

      value = 0;
      while (g_ascii_isdigit (text[i]) && i - start < 3)
        value = value * 10 + (text[i++] - '0');
      if (i == start || g_ascii_isdigit (text[i]) || value == 0
          || (i - start == 3 && (value > 199 || parts > 0)))
        return FALSE;
      prefix = hash;
      hash = combine (hash, value);
      parts++;
      if (text[i] != '.' || !g_ascii_isdigit (text[i + 1]) || parts == 6)
        break;
      i++;
    }
  style = closing_style (text + i, enclosed);
  if (style >= 0)
    i++;
  else if (!enclosed && closing_dash (text + i) > 0)
    {
      style = STYLE_DASH;
      i += closing_dash (text + i);
    }
  else if (parts < 2)
    return FALSE; /* "1.1 Word" needs no point, "1 Word" is a number */
  if (!may_follow (text + i, style) || (style < 0 && !_td_plan_is_upper (text + i + (text[i] == ' '))))
    return FALSE;
  if (style == STYLE_SLASH && text[i] != ' ')
    return FALSE;
  mark->kind = parts > 1 ? TD_MARKER_DECIMAL : TD_MARKER_ARABIC;
  mark->style = parts > 1 ? parts : (guint) style;
  mark->value = value;
  mark->parts = parts;
  mark->prefix = prefix;
  mark->hash = hash;
  *mark = finish (*mark, text, i);
  return TRUE;
}

/* "a)", "a.", "a/", "(a)", "đ)". */
static gboolean
scan_letter (const char *low, TdPlanMark *mark)
{
  gboolean enclosed = *low == '(';
  gsize i = enclosed ? 1 : 0, length = 0;
  guint value = _td_plan_letter_value (low + i, &length);
  int style;

  if (value == 0)
    return FALSE;
  style = closing_style (low + i + length, enclosed);
  if (style < 0)
    {
      /* "a- Word", but not "a - b". */
      if (enclosed || low[length] == ' ' || closing_dash (low + length) == 0)
        return FALSE;
      style = STYLE_DASH;
    }
  i += length + 1;
  if (low[i] != ' ' && low[i] != '\0' && (style == STYLE_PLAIN || style == STYLE_SLASH))
    return FALSE;
  mark->kind = TD_MARKER_LETTER;
  mark->style = style;
  mark->value = value;
  *mark = finish (*mark, low, i);
  return TRUE;
}

/* "I.", "IV)", "II/", "I.1.", and capital letters that are no Roman numbers. */
static gboolean
scan_capital (const char *text, const char *low, TdPlanMark *mark)
{
  gsize length = 0;
  guint value = roman_value (text, "IVXL", &length);
  int style;

  if (value > 0)
    {
      /* "I.1. Word" */
      if (text[length] == '.' && g_ascii_isdigit (text[length + 1]))
        {
          TdPlanMark rest = { 0 };

          if (scan_arabic (text + length + 1, &rest))
            {
              mark->kind = TD_MARKER_DECIMAL;
              mark->style = 20 + rest.parts;
              mark->value = rest.value;
              mark->parts = rest.parts + 1;
              mark->prefix = rest.prefix;
              mark->hash = rest.hash;
              *mark = finish (*mark, text, length + 1 + rest.written);
              return TRUE;
            }
        }
      mark->kind = TD_MARKER_ROMAN;
    }
  else
    {
      value = _td_plan_letter_value (low, &length);
      if (value == 0)
        return FALSE;
      mark->kind = TD_MARKER_CAPITAL;
    }
  style = closing_style (text + length, FALSE);
  if (style < 0 && closing_dash (text + length) > 0)
    {
      style = STYLE_PLAIN;
      length += closing_dash (text + length);
    }
  else
    length++;
  if (style < 0 || !may_follow (text + length, style))
    return FALSE;
  mark->value = value;
  mark->style = STYLE_PLAIN;
  *mark = finish (*mark, text, length);
  return TRUE;
}

/* "Điều 1.", "Phần I", "Chương II", "Mục 1", "Phần thứ nhất". */
static gboolean
scan_worded (const char *text, const char *low, TdPlanMark *mark)
{
  static const struct
  {
    const char *word;
    TdMarkerKind kind;
    guint style;
  } words[] = {
    { "điều ", TD_MARKER_ARTICLE, STYLE_PLAIN },
    { "phần ", TD_MARKER_ROMAN, STYLE_PART },
    { "chương ", TD_MARKER_ROMAN, STYLE_CHAPTER },
    { "mục ", TD_MARKER_ROMAN, STYLE_ITEM },
  };
  static const char *const ordinals[] = {
    "thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu"
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize at = strlen (words[i].word), length = 0;
      guint value = 0;

      if (strncmp (low, words[i].word, at) != 0)
        {
          /* "Dieu 5." is a scanner's. */
          at = words[i].style == STYLE_PLAIN ? _td_plan_starts_loosely (low, (const char *[]){ "điều", NULL }) : 0;
          if (at == 0 || low[at] != ' ')
            continue;
          at++;
        }
      if (!_td_plan_is_upper (text))
        continue;
      while (g_ascii_isdigit (low[at + length]) && length < 3)
        value = value * 10 + (low[at + length++] - '0');
      if (length == 0 && words[i].style != STYLE_PLAIN)
        {
          value = roman_value (text + at, "IVXL", &length);
          for (guint j = 0; value == 0 && j < G_N_ELEMENTS (ordinals); j++)
            if (_td_plan_starts (low + at, ordinals[j]))
              {
                value = j + 1;
                length = strlen (ordinals[j]);
              }
        }
      at += length;
      if (value == 0)
        return FALSE;
      if (text[at] == '.' || text[at] == ':')
        at++;
      else if (words[i].style == STYLE_PLAIN && text[at] != '\0')
        return FALSE; /* "Điều 5 của Luật" */
      else if (text[at] != '\0' && !_td_plan_is_caps (text + at, strlen (text + at)))
        return FALSE;
      mark->kind = words[i].kind;
      mark->style = words[i].style;
      mark->value = value;
      *mark = finish (*mark, text, at);
      return TRUE;
    }
  return FALSE;
}

/* The mark a line begins with; its length is 0 when there is none. */
TdPlanMark
_td_plan_scan_mark (const char *text, const char *low)
{
  TdPlanMark mark = { 0 };

  mark.kind = TD_MARKER_TEXT;
  if (*text == '\0')
    return mark;
  if (g_ascii_isdigit (*text) || (*text == '(' && g_ascii_isdigit (text[1])))
    scan_arabic (text, &mark);
  else if (scan_bullet (text, &mark))
    ;
  else if (_td_plan_is_upper (text))
    {
      if (!scan_worded (text, low, &mark))
        scan_capital (text, low, &mark);
    }
  else
    scan_letter (low, &mark);
  if (mark.length == 0)
    mark.kind = TD_MARKER_TEXT;
  return mark;
}
