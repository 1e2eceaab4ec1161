/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-code"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-base32.h"
#include "td-code.h"

/* A signed statement as the text of a QR code: "TD1:", then in base 32 the name of the key, the
 * signature and the claim's text. */

/* More than the longest claim needs. */
#define MOST_TEXT 2000

G_DEFINE_QUARK (td - code - error - quark, td_code_error)

/**
 * td_code_write:
 * @key: name of the key, 16 hexadecimal digits
 * @signature: (array fixed-size=64): over @text
 * @text: a claim's text
 *
 * Returns: (transfer full): the code
 */
char *
td_code_write (const char *key, const guint8 *signature, const char *text)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *written = NULL;

  for (guint i = 0; i < TD_KEY_BYTES; i++)
    {
      guint8 byte = g_ascii_xdigit_value (key[2 * i]) << 4 | g_ascii_xdigit_value (key[2 * i + 1]);

      g_byte_array_append (bytes, &byte, 1);
    }
  g_byte_array_append (bytes, signature, TD_SIGNATURE_BYTES);
  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
  written = td_base32_write (bytes->data, bytes->len);
  return g_strconcat (TD_CODE_PREFIX, written, NULL);
}

/**
 * td_code_free:
 * @self: (transfer full): a code
 */
void
td_code_free (TdCode *self)
{
  g_free (self->key);
  g_free (self->text);
  g_clear_pointer (&self->claim, td_claim_free);
  g_free (self);
}

/**
 * td_code_read:
 * @text: the text of a QR code
 * @error: return location
 *
 * Returns: (transfer full): the code, or %NULL with %TD_CODE_ERROR
 */
TdCode *
td_code_read (const char *text, GError **error)
{
  g_autoptr (TdCode) self = g_new0 (TdCode, 1);
  g_autoptr (GBytes) bytes = NULL;
  GString *key;
  const guint8 *data;
  gsize length = 0;

  while (g_ascii_isspace (*text))
    text++;
  if (!g_str_has_prefix (text, TD_CODE_PREFIX))
    {
      g_set_error_literal (error, TD_CODE_ERROR, TD_CODE_ERROR_NONE, _ ("This is not an authenticity code: those begin with “TD1:”."));
      return NULL;
    }
  bytes = strnlen (text, MOST_TEXT * 2) < MOST_TEXT * 2 ? td_base32_read (text + strlen (TD_CODE_PREFIX)) : NULL;
  data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  if (length > TD_KEY_BYTES + TD_SIGNATURE_BYTES)
    {
      self->length = length - TD_KEY_BYTES - TD_SIGNATURE_BYTES;
      self->text = g_strndup ((const char *) data + TD_KEY_BYTES + TD_SIGNATURE_BYTES, self->length);
      self->claim = td_claim_parse ((const char *) data + TD_KEY_BYTES + TD_SIGNATURE_BYTES, self->length);
    }
  if (self->claim == NULL)
    {
      g_set_error_literal (error, TD_CODE_ERROR, TD_CODE_ERROR_BROKEN, _ ("The code is not whole, or it was altered."));
      return NULL;
    }
  key = g_string_new (NULL);
  for (guint i = 0; i < TD_KEY_BYTES; i++)
    g_string_append_printf (key, "%02x", data[i]);
  self->key = g_string_free (key, FALSE);
  memcpy (self->signature, data + TD_KEY_BYTES, TD_SIGNATURE_BYTES);
  return g_steal_pointer (&self);
}
