/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-secret"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-secret.h"

/* Bits a passphrase needs: below the first a desktop guesses it in days even at the price one try
 * costs (td-signer.c), above the second nobody does. */
#define LEAST_BITS  45
#define STRONG_BITS 70

struct _TdSecret
{
  char *text; /* NFC */
  gint ref_count;
};

/* What everybody tries first: it is worth no more than one letter. */
static const char *const known_words[] = {
  "matkhau",
  "mật khẩu",
  "password",
  "passphrase",
  "thidua",
  "thi đua",
  "khenthuong",
  "khen thưởng",
  "sonoivu",
  "sở nội vụ",
  "qwerty",
  "admin",
  "vietnam",
  "việt nam",
  "iloveyou",
  "hanoi",
  "hà nội",
};

/**
 * td_secret_wipe:
 * @text: (nullable): a text that must not stay in memory
 *
 * Overwrites it; it is still there to be freed.
 */
void
td_secret_wipe (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
}

/**
 * td_secret_new:
 * @text: a passphrase; the caller wipes its own copy
 *
 * Returns: (transfer full): the passphrase
 */
TdSecret *
td_secret_new (const char *text)
{
  TdSecret *self = g_new0 (TdSecret, 1);

  self->ref_count = 1;
  self->text = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (self->text == NULL) /* not UTF-8: as it is */
    self->text = g_strdup (text);
  return self;
}

/**
 * td_secret_ref:
 * @self: a passphrase
 *
 * Returns: (transfer full): the same
 */
TdSecret *
td_secret_ref (TdSecret *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * td_secret_unref:
 * @self: (transfer full): a passphrase
 */
void
td_secret_unref (TdSecret *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  td_secret_wipe (self->text);
  g_free (self->text);
  g_free (self);
}

/**
 * td_secret_get_text:
 * @self: a passphrase
 *
 * Returns: its text, lent
 */
const char *
td_secret_get_text (const TdSecret *self)
{
  return self->text;
}

/**
 * td_secret_get_length:
 * @self: a passphrase
 *
 * Returns: how many bytes it has
 */
gsize
td_secret_get_length (const TdSecret *self)
{
  return strlen (self->text);
}

/**
 * td_secret_equal:
 * @a: a passphrase
 * @b: another
 *
 * Returns: whether they are the same
 */
gboolean
td_secret_equal (const TdSecret *a, const TdSecret *b)
{
  return strcmp (a->text, b->text) == 0;
}

/* How many letters of known words stand in it, less one for each word. */
static gsize
count_known (const char *text)
{
  g_autofree char *folded = g_utf8_validate (text, -1, NULL) ? g_utf8_strdown (text, -1) : g_strdup ("");
  gsize n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (known_words); i++)
    for (const char *at = strstr (folded, known_words[i]); at != NULL; at = strstr (at + 1, known_words[i]))
      n += g_utf8_strlen (known_words[i], -1) - 1;
  td_secret_wipe (folded);
  return n;
}

/**
 * td_secret_get_strength:
 * @self: a passphrase
 *
 * Judges by how many tries it would take: the kinds of letters in it to the power of its length; a
 * letter that repeats or continues the one before it, and words that everybody tries, count little.
 *
 * Returns: how it would hold
 */
TdStrength
td_secret_get_strength (const TdSecret *self)
{
  gboolean lower = FALSE, upper = FALSE, digit = FALSE, sign = FALSE, other = FALSE;
  double letters = 0, bits;
  gunichar last = 0;
  guint pool;

  if (!g_utf8_validate (self->text, -1, NULL))
    return TD_STRENGTH_TOO_WEAK;
  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      lower |= c >= 'a' && c <= 'z';
      upper |= c >= 'A' && c <= 'Z';
      digit |= c >= '0' && c <= '9';
      sign |= c < 0x80 && !g_ascii_isalnum (c);
      other |= c >= 0x80;
      letters += c == last || c == last + 1 || c + 1 == last ? 0.2 : 1;
      last = c;
    }
  letters = MAX (0, letters - (double) count_known (self->text));
  pool = (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (sign ? 20 : 0) + (other ? 40 : 0);
  /* What people choose is far from random letters: about two thirds of it. */
  bits = pool > 0 ? letters * log2 (pool) * 0.66 : 0;
  return bits < LEAST_BITS ? TD_STRENGTH_TOO_WEAK : bits < STRONG_BITS ? TD_STRENGTH_FAIR
                                                                       : TD_STRENGTH_STRONG;
}
