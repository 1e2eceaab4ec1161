/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-base32.h"
#include "td-code.h"
#include "td-fuzz.h"
#include "td-public-key.h"
#include "td-signer.h"

/* What a stranger hands in to be found authentic. The first letter says what it is: t the text of a code, b its bytes, r those
 * of a recovery sheet, to which the sum is added that no chance would find, anything else a certificate. */

#define CHECK_BYTES 4

/* What is read is written as the same: nothing was altered unnoticed. */
static void
look_at_code (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdCode) code = td_code_read (text, &error);
  g_autofree char *again = NULL;
  GString *tight;

  g_assert_true ((code == NULL) == (error != NULL));
  if (code == NULL)
    return;
  again = td_code_write (code->key, code->signature, code->text);
  tight = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (tight, *p);
  g_assert_cmpstr (again, ==, tight->str);
  g_string_free (tight, TRUE);
}

static void
look_at_bytes (const guint8 *data, gsize size)
{
  g_autofree char *text = td_base32_write (data, size);
  g_autofree char *code = g_strconcat (TD_CODE_PREFIX, text, NULL);
  g_autoptr (GBytes) again = td_base32_read (text);

  g_assert_true (again != NULL && g_bytes_get_size (again) == size && (size == 0 || memcmp (g_bytes_get_data (again, NULL), data, size) == 0));
  look_at_code (code);
}

static void
look_at_recovery (const guint8 *data, gsize size)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPublicKey) key = NULL;
  g_autofree char *text = NULL, *code = NULL, *locked = NULL;
  guint8 digest[32];
  gsize length = sizeof digest;

  g_byte_array_append (bytes, data, size);
  g_checksum_update (sum, data, size);
  g_checksum_get_digest (sum, digest, &length);
  g_byte_array_append (bytes, digest, CHECK_BYTES);
  text = td_base32_write (bytes->data, bytes->len);
  code = g_strconcat (TD_RECOVERY_PREFIX, text, NULL);
  if (td_recovery_read (code, &locked, &key, &error))
    g_assert_true (locked != NULL && key != NULL && error == NULL);
  else
    g_assert_true (locked == NULL && key == NULL && error != NULL);
}

static void
look_at_certificate (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPublicKey) key = td_public_key_new ((const char *) data, size, &error);

  g_assert_true ((key == NULL) == (error != NULL));
  g_assert_true (key == NULL || g_utf8_validate (td_public_key_get_name (key), -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = NULL;

  if (size == 0)
    return 0;
  switch (*data)
    {
    case 't':
      text = g_strndup ((const char *) data + 1, size - 1);
      look_at_code (text);
      break;
    case 'b':
      look_at_bytes (data + 1, size - 1);
      break;
    case 'r':
      look_at_recovery (data + 1, size - 1);
      break;
    default:
      look_at_certificate (data, size);
      break;
    }
  return 0;
}
