/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-extract-text"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-legacy.h"
#include "td-plan-extract-private.h"
#include "td-plan-reader-private.h"

/* Plain text in any encoding that Vietnamese offices have: UTF-8, UTF-16 with and without its mark, and the two from before
 * Unicode, which are told by letters that no word has. */

/* How much of a text without a mark is looked at. */
#define LOOK_AT         4096
#define ENOUGH_TO_GUESS (128 * 1024)

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, TD_PLAN_READER_ERROR, TD_PLAN_READER_ERROR_NOT_TEXT, message);
  return FALSE;
}

/* The order of bytes of UTF-16 without a mark: one of each pair is nearly always 0, 1 or 1E. NULL for other text. */
static const char *
guess_utf16 (const guchar *bytes, gsize length)
{
  gsize n = MIN (length, LOOK_AT) / 2, high[2] = { 0 }, zeros[2] = { 0 };

  if (length < 4 || length % 2 != 0)
    return NULL;
  for (gsize i = 0; i < 2 * n; i++)
    {
      high[i % 2] += bytes[i] <= 0x01 || bytes[i] == 0x1e || bytes[i] == 0x20;
      zeros[i % 2] += bytes[i] == 0;
    }
  for (guint i = 0; i < 2; i++)
    if (high[i] * 20 >= n * 19 && zeros[i] * 2 > n && zeros[1 - i] == 0)
      return i == 0 ? "UTF-16BE" : "UTF-16LE";
  return NULL;
}

/* As Windows shows the bytes of Western text. */
static char *
from_windows (const guchar *bytes, gsize length)
{
  static const guint16 high[32] = { 0x20ac, ' ', 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                    0x2039, 0x0152, ' ', 0x017d, ' ', ' ', 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, ' ', 0x017e, 0x0178 };
  GString *text = g_string_sized_new (length + length / 4);

  for (gsize i = 0; i < length; i++)
    if (bytes[i] < 0x80)
      g_string_append_c (text, bytes[i]);
    else
      g_string_append_unichar (text, bytes[i] < 0xa0 ? high[bytes[i] - 0x80] : bytes[i]);
  return g_string_free (text, FALSE);
}

/* Enough of a text to tell its encoding by. */
static char *
dup_start (const char *text)
{
  gsize length = strlen (text);

  if (length > ENOUGH_TO_GUESS)
    length = g_utf8_find_prev_char (text, text + ENOUGH_TO_GUESS) - text;
  return g_strndup (text, length);
}

/* Text of an old encoding as Unicode, line by line: a line in capitals is told by itself. NULL when it is none of those.
 * @text is valid UTF-8 without zeros. */
char *
_td_plan_convert_legacy (const char *text)
{
  g_autofree char *start = dup_start (text);
  TdLegacyEncoding encoding = td_legacy_guess (start);
  GString *converted;

  if (encoding == TD_LEGACY_NONE)
    return NULL;
  converted = g_string_sized_new (strlen (text) * 3 / 2);
  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, "\n");
      g_autofree char *line = g_strndup (at, length);
      g_autofree char *ours = td_legacy_convert (line, encoding);

      g_string_append (converted, ours);
      if (at[length] != '\0')
        g_string_append_c (converted, at[length++]);
      at += length;
    }
  return g_string_free (converted, FALSE);
}

static gboolean
decode_utf16 (const char **text, gsize *length, const char *encoding, char **decoded, GError **error)
{
  gsize written = 0;

  *decoded = g_convert (*text, *length, "UTF-8", encoding, NULL, &written, NULL);
  if (*decoded == NULL)
    return refuse (error, _ ("The file is damaged: it begins as UTF-16 text and goes on as something else."));
  *text = *decoded;
  *length = written;
  return TRUE;
}

/* Only an old encoding has bytes that are no UTF-8, or letters that no Vietnamese word has. */
static gboolean
decode_legacy (const char **text, gsize *length, char **decoded, GError **error)
{
  gboolean valid = g_utf8_validate_len (*text, *length, NULL);
  g_autofree char *western = valid ? g_strndup (*text, *length) : from_windows ((const guchar *) *text, *length);
  char *converted = _td_plan_convert_legacy (western);

  if (converted == NULL)
    return valid || refuse (error, _ ("The file is not UTF-8 text. Save it as Unicode (UTF-8) and try again."));
  g_free (*decoded);
  *decoded = converted;
  *text = converted;
  *length = strlen (converted);
  return TRUE;
}

/* Whether a text has a letter that only Unicode has: then it is in no old encoding. */
static gboolean
is_surely_unicode (const char *text, gsize length)
{
  for (gsize i = 0; i + 1 < length; i++)
    if ((guchar) text[i] == 0xe1 && ((guchar) text[i + 1] == 0xba || (guchar) text[i + 1] == 0xbb))
      return g_utf8_validate_len (text, length, NULL);
  return FALSE;
}

/* Gives valid UTF-8 without a byte order mark, or refuses. @decoded takes what had to be made. */
gboolean
_td_plan_decode (const char **text, gsize *length, char **decoded, GError **error)
{
  const guchar *bytes = (const guchar *) *text;
  const char *wide = NULL;
  gsize mark = 0;

  if (*length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    wide = "UTF-16LE", mark = 2;
  else if (*length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    wide = "UTF-16BE", mark = 2;
  else if (*length >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf)
    mark = 3;
  else
    wide = guess_utf16 (bytes, *length);
  *text += mark;
  *length -= mark;
  if (wide != NULL && !decode_utf16 (text, length, wide, decoded, error))
    return FALSE;
  if (memchr (*text, '\0', *length) != NULL)
    return refuse (error, _ ("The file is not a text: it holds binary data."));
  return is_surely_unicode (*text, *length) || decode_legacy (text, length, decoded, error);
}

TdPlanExtract *
_td_plan_extract_text (const char *text, gsize length, GError **error)
{
  g_autofree char *decoded = NULL;
  TdPlanExtract *self;

  if (length > 0 && !_td_plan_decode (&text, &length, &decoded, error))
    return NULL;
  self = _td_plan_extract_new ();
  g_string_append_len (self->text, text, length);
  return self;
}
