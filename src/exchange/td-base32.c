/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-base32"

#include "config.h"

#include <string.h>

#include "td-base32.h"

/* Bytes as capitals and digits (RFC 4648, 6), without padding. A QR code holds it in its dense
 * alphanumeric mode, and what is pasted from a letter survives blanks and broken lines, which
 * base 45 with its blank would not; it is a tenth longer than that. */

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * td_base32_write:
 * @data: bytes
 * @length: how many
 *
 * Returns: (transfer full): their text
 */
char *
td_base32_write (const guint8 *data, gsize length)
{
  GString *text = g_string_sized_new (length * 8 / 5 + 2);
  guint bits = 0, held = 0;

  for (gsize i = 0; i < length; i++)
    {
      held = (held << 8) | data[i];
      for (bits += 8; bits >= 5; bits -= 5)
        g_string_append_c (text, alphabet[(held >> (bits - 5)) & 31]);
      held &= (1u << bits) - 1;
    }
  if (bits > 0)
    g_string_append_c (text, alphabet[(held << (5 - bits)) & 31]);
  return g_string_free (text, FALSE);
}

/**
 * td_base32_read:
 * @text: what td_base32_write() gave; blanks and line ends in it are passed over
 *
 * Reads strictly: one sequence of bytes has one text, so that nothing can be altered unnoticed.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL when the text is not of that kind
 */
GBytes *
td_base32_read (const char *text)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint bits = 0, held = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *at = strchr (alphabet, *p);

      if (g_ascii_isspace (*p))
        continue;
      if (at == NULL)
        return NULL;
      held = (held << 5) | (guint) (at - alphabet);
      bits += 5;
      if (bits >= 8)
        {
          guint8 byte = held >> (bits - 8);

          bits -= 8;
          held &= (1u << bits) - 1;
          g_byte_array_append (bytes, &byte, 1);
        }
    }
  return bits < 5 && held == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
