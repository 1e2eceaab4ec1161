/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-base32.h"
#include "td-signer.h"

/* What is signed has one text, and nothing of a code can be altered unnoticed. */

#define PASSPHRASE "ba con trâu gặm cỏ 1954"

/* RFC 4648, 10, without the padding. */
static const char *const base32_vectors[][2] = {
  { "", "" },
  { "f", "MY" },
  { "fo", "MZXQ" },
  { "foo", "MZXW6" },
  { "foob", "MZXW6YQ" },
  { "fooba", "MZXW6YTB" },
  { "foobar", "MZXW6YTBOI" },
};

static void
test_base32 (void)
{
  static const char *const wrong[] = { "mzxq", "MZXR", "M", "MZX", "MZXW6Y", "MZX1", "MZ=Q", "MZ-Q", "MZXẾ" };

  for (guint i = 0; i < G_N_ELEMENTS (base32_vectors); i++)
    {
      const char *plain = base32_vectors[i][0];
      g_autofree char *text = td_base32_write ((const guint8 *) plain, strlen (plain));
      g_autoptr (GBytes) bytes = td_base32_read (base32_vectors[i][1]);

      g_assert_cmpstr (text, ==, base32_vectors[i][1]);
      g_assert_nonnull (bytes);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), plain, strlen (plain));
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (td_base32_read (wrong[i]));
}

static TdClaim *
make_claim (const char *name, const char *unit)
{
  TdClaim *claim = td_claim_new ();

  claim->office = g_strdup ("Sở Nội vụ tỉnh Đắk Lắk");
  claim->giver = g_strdup ("Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk");
  claim->form = g_strdup ("Bằng khen");
  claim->name = g_strdup (name);
  claim->unit = g_strdup (unit);
  claim->number = g_strdup ("87/QĐ-UBND");
  claim->date = g_strdup ("2026-01-20");
  claim->register_number = 125;
  claim->register_year = 2026;
  claim->award = td_claim_dup_award ("3F2A90cd-71e4-4b1c-8f00-123456789abc");
  claim->signed_on = g_strdup ("2026-01-22");
  return claim;
}

typedef struct
{
  const char *name;
  const char *unit;
  const char *name_line;
  const char *unit_line;
} Canonical;

#define TEN "Nguyễn Văn"

static const Canonical canonical[] = {
  { "Ông Y Bhiông Niê Kđăm", "Trưởng phòng, Sở Y tế", "Ông Y Bhiông Niê Kđăm", "Trưởng phòng, Sở Y tế" },
  /* decomposed, as macOS writes it */
  { "Nguye\xcc\x82\xcc\x83n Va\xcc\x86n An", NULL, "Nguyễn Văn An", "" },
  { "  Nguyễn\tVăn \n  An \xc2\xa0 ", "\r\n", "Nguyễn Văn An", "" },
  { "Nguyễn\x01Văn\x7f An", "", "Nguyễn Văn An", "" },
  { "A\xff Nguyễn", "", "A\xef\xbf\xbd Nguyễn", "" },
  { "😀 Nguyễn Văn An", "مرحبا", "😀 Nguyễn Văn An", "مرحبا" },
  { "", "", "", "" },
};

static void
test_canonical (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (canonical); i++)
    {
      g_autoptr (TdClaim) claim = make_claim (canonical[i].name, canonical[i].unit);
      g_autofree char *text = td_claim_to_text (claim);
      g_autofree char *expected = g_strdup_printf ("TD1\nSở Nội vụ tỉnh Đắk Lắk\nChủ tịch Ủy ban nhân dân tỉnh Đắk Lắk\nBằng khen\n%s\n%s\n87/QĐ-UBND\n"
                                                   "20260120 125/2026 3f2a90cd71e4 20260122",
                                                   canonical[i].name_line, canonical[i].unit_line);
      g_autoptr (TdClaim) read = td_claim_parse (text, strlen (text));
      g_autofree char *again = NULL;

      g_assert_cmpstr (text, ==, expected);
      g_assert_nonnull (read);
      again = td_claim_to_text (read);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpstr (read->date, ==, "2026-01-20");
      g_assert_cmpint (read->register_number, ==, 125);
    }
}

/* A name of 400 letters and one without an end are cut between letters, to what a code can carry. */
static void
test_long (void)
{
  static const char *const letters[] = { "ế", "a", "😀", "Nguyễn " };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autoptr (TdClaim) claim = NULL, read = NULL;
      g_autofree char *text = NULL;

      for (guint n = 0; n < 400; n++)
        g_string_append (name, letters[i]);
      claim = make_claim (name->str, name->str);
      g_free (claim->office);
      claim->office = g_strdup (name->str);
      text = td_claim_to_text (claim);
      g_assert_cmpuint (strlen (text), <, 600);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      read = td_claim_parse (text, strlen (text));
      g_assert_nonnull (read);
      g_assert_true (g_str_has_prefix (name->str, read->name));
    }
}

/* What is nearly a claim is none. */
static void
test_not_canonical (void)
{
  static const char *const wrong[] = {
    "",
    "TD1",
    "TD2\nA\nB\nC\nD\nE\nF\n20260120 1/2026 3f2a90cd71e4 20260122",
    "TD1\nA\nB\nC\nD\nE\nF\n20260120 1/2026 3f2a90cd71e4 20260122\n",
    "TD1\nA\nB\nC\nD\nE\nF\nG\n20260120 1/2026 3f2a90cd71e4 20260122",
    "TD1\nA\nB\nC\nD\nF\n20260120 1/2026 3f2a90cd71e4 20260122",
    "TD1\n A\nB\nC\nD\nE\nF\n20260120 1/2026 3f2a90cd71e4 20260122",
    "TD1\nA\nB\nC\nNguye\xcc\x82n\nE\nF\n20260120 1/2026 3f2a90cd71e4 20260122",
    "TD1\nA\nB\nC\nD\nE\nF\n20260230 1/2026 3f2a90cd71e4 20260122",
    "TD1\nA\nB\nC\nD\nE\nF\n20260120 01/2026 3f2a90cd71e4 20260122",
    "TD1\nA\nB\nC\nD\nE\nF\n20260120 +1/2026 3f2a90cd71e4 20260122",
    "TD1\nA\nB\nC\nD\nE\nF\n20260120 1/2026 3f2a90cd71e4",
    "TD1\nA\nB\nC\n\xff\nE\nF\n20260120 1/2026 3f2a90cd71e4 20260122",
  };
  static const char good[] = "TD1\nA\nB\nC\nD\nE\nF\n20260120 1/2026 3f2a90cd71e4 20260122";
  g_autoptr (TdClaim) claim = td_claim_parse (good, strlen (good));

  g_assert_nonnull (claim);
  g_assert_null (td_claim_parse (good, strlen (good) + 1)); /* a zero in it */
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (td_claim_parse (wrong[i], strlen (wrong[i])));
}

typedef struct
{
  TdSigner *signer;
  TdPublicKey *key;
  char *code;
} Signed;

static void
signed_set_up (Signed *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdClaim) claim = make_claim ("Ông Y Bhiông Niê Kđăm", "Trưởng phòng, Sở Y tế tỉnh Đắk Lắk");

  self->signer = td_signer_new (&error);
  self->key = td_signer_make_public_key (self->signer, "Sở Nội vụ tỉnh Đắk Lắk", "2026-01-02", &error);
  self->code = td_signer_sign (self->signer, self->key, claim, &error);
  g_assert_no_error (error);
}

static void
signed_tear_down (Signed *self, gconstpointer data)
{
  td_signer_free (self->signer);
  td_public_key_unref (self->key);
  g_free (self->code);
}

static gboolean
is_genuine (const char *text, const TdPublicKey *key)
{
  g_autoptr (TdCode) code = td_code_read (text, NULL);

  return code != NULL && g_str_equal (code->key, td_public_key_get_code (key)) && td_public_key_verify (key, code->signature, code->text, code->length);
}

static void
test_signed (Signed *self, gconstpointer data)
{
  g_autoptr (TdClaim) claim = make_claim ("Ông Y Bhiông Niê Kđăm", "Trưởng phòng, Sở Y tế tỉnh Đắk Lắk");
  g_autofree char *again = td_signer_sign (self->signer, self->key, claim, NULL);
  g_autoptr (GString) pasted = g_string_new (" ");
  g_autoptr (TdSigner) other = td_signer_new (NULL);
  g_autoptr (TdPublicKey) other_key = td_signer_make_public_key (other, "Sở Nội vụ tỉnh Đắk Lắk", NULL, NULL);
  g_autoptr (TdCode) code = td_code_read (self->code, NULL);

  g_assert_cmpstr (again, ==, self->code);
  g_assert_true (is_genuine (self->code, self->key));
  g_assert_false (is_genuine (self->code, other_key));
  /* The same name and another key: the signature does not fit, whatever the code says of its key. */
  g_assert_false (td_public_key_verify (other_key, code->signature, code->text, code->length));
  /* As a letter breaks it. */
  for (const char *p = self->code; *p != '\0'; p++)
    {
      g_string_append_c (pasted, *p);
      if ((p - self->code) % 50 == 49)
        g_string_append (pasted, "\r\n ");
    }
  g_assert_true (is_genuine (pasted->str, self->key));
  g_test_message ("a code has %zu letters", strlen (self->code));
  g_assert_cmpuint (strlen (self->code), <, 528); /* version 14 at level M */
}

/* Every bit of every byte, of what is signed and of how it is written. */
static void
test_every_bit (Signed *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = td_base32_read (self->code + strlen (TD_CODE_PREFIX));
  gsize length;
  const guint8 *whole = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *copy = g_memdup2 (whole, length);
  g_autofree char *text = g_strdup (self->code);

  for (gsize i = 0; i < length * 8; i++)
    {
      g_autofree char *written = NULL, *altered = NULL;

      copy[i / 8] ^= 1 << (i % 8);
      written = td_base32_write (copy, length);
      altered = g_strconcat (TD_CODE_PREFIX, written, NULL);
      g_assert_false (is_genuine (altered, self->key));
      copy[i / 8] ^= 1 << (i % 8);
    }
  for (gsize i = 0; i < strlen (self->code) * 8; i++)
    {
      text[i / 8] ^= 1 << (i % 8);
      g_assert_false (is_genuine (text, self->key));
      text[i / 8] ^= 1 << (i % 8);
    }
  g_assert_true (is_genuine (text, self->key));
  for (gsize i = 0; i < strlen (self->code); i++)
    {
      g_autofree char *cut = g_strndup (self->code, i);
      g_autofree char *longer = g_strdup_printf ("%.*sA%s", (int) i, self->code, self->code + i);

      g_assert_false (is_genuine (cut, self->key));
      g_assert_false (is_genuine (longer, self->key));
    }
}

static void
test_locked (Signed *self, gconstpointer data)
{
  g_autoptr (TdSecret) passphrase = td_secret_new (PASSPHRASE);
  /* The same from a keyboard that gives marks of their own. */
  g_autofree char *decomposed = g_utf8_normalize (PASSPHRASE, -1, G_NORMALIZE_NFD);
  g_autoptr (TdSecret) same = td_secret_new (decomposed);
  g_autoptr (TdSecret) wrong = td_secret_new (PASSPHRASE " ");
  g_autoptr (GError) error = NULL;
  g_autofree char *locked = td_signer_lock (self->signer, passphrase, &error);
  g_autofree char *again = td_signer_lock (self->signer, passphrase, &error);
  g_autoptr (TdSigner) opened = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (locked, !=, again); /* salted */
  g_assert_true (g_str_has_prefix (locked, "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
  opened = td_signer_unlock (locked, same, &error);
  g_assert_no_error (error);
  g_assert_true (td_signer_fits (opened, self->key));
  g_assert_null (td_signer_unlock (locked, wrong, &error));
  g_assert_error (error, TD_CODE_ERROR, TD_CODE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (td_signer_unlock ("-----BEGIN PRIVATE KEY-----\n", passphrase, &error));
  g_assert_error (error, TD_CODE_ERROR, TD_CODE_ERROR_KEY);
}

static void
test_recovery (Signed *self, gconstpointer data)
{
  g_autoptr (TdSecret) passphrase = td_secret_new (PASSPHRASE);
  g_autofree char *locked = td_signer_lock (self->signer, passphrase, NULL);
  g_autofree char *text = td_recovery_write (locked, self->key);
  g_autofree char *found = NULL;
  g_autoptr (TdPublicKey) key = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (td_recovery_read (text, &found, &key, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, locked);
  g_assert_cmpstr (td_public_key_get_pem (key), ==, td_public_key_get_pem (self->key));
  g_test_message ("a recovery code has %zu letters", strlen (text));
  for (gsize i = 0; i < strlen (text) * 8; i++)
    {
      char *none = NULL;
      TdPublicKey *nobody = NULL;

      text[i / 8] ^= 1 << (i % 8);
      g_assert_false (td_recovery_read (text, &none, &nobody, NULL));
      g_assert_null (none);
      g_assert_null (nobody);
      text[i / 8] ^= 1 << (i % 8);
    }
}

/* A certificate that says another name, or is no certificate, is nobody's. */
static void
test_certificate (Signed *self, gconstpointer data)
{
  static const char *const wrong[] = { "", "-----BEGIN CERTIFICATE-----\n", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "0\x82" };
  const char *pem = td_public_key_get_pem (self->key);
  const char *begin = strchr (pem, '\n') + 1;
  g_autofree char *middle = g_strndup (begin, strstr (begin, "-----END") - begin);
  gsize length;
  g_autofree guchar *der = g_base64_decode (middle, &length);
  g_autoptr (TdPublicKey) key = td_public_key_new ((const char *) der, length, NULL);
  g_autofree char *fingerprint = td_public_key_dup_fingerprint (self->key);
  guint taken = 0;

  g_assert_nonnull (key);
  g_assert_cmpstr (td_public_key_get_name (key), ==, "Sở Nội vụ tỉnh Đắk Lắk");
  g_assert_cmpuint (strlen (td_public_key_get_code (key)), ==, 16);
  g_assert_cmpuint (strlen (fingerprint), ==, 95);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (td_public_key_new (wrong[i], strlen (wrong[i]), NULL));
  for (gsize i = 0; i < length * 8; i++)
    {
      g_autoptr (TdPublicKey) altered = NULL;

      der[i / 8] ^= 1 << (i % 8);
      altered = td_public_key_new ((const char *) der, length, NULL);
      /* Its issuer altered, it looks like that of another authority: as good as what vouches for it. */
      if (altered != NULL)
        {
          g_autofree char *other = td_public_key_dup_fingerprint (altered);

          taken++;
          g_assert_cmpstr (other, !=, fingerprint);
        }
      der[i / 8] ^= 1 << (i % 8);
    }
  g_assert_cmpuint (taken, <, length * 4);
}

static const struct
{
  const char *passphrase;
  TdStrength strength;
} strengths[] = {
  { "", TD_STRENGTH_TOO_WEAK },
  { "123456789012345678", TD_STRENGTH_TOO_WEAK },
  { "aaaaaaaaaaaaaaaaaaaa", TD_STRENGTH_TOO_WEAK },
  { "matkhau2026", TD_STRENGTH_TOO_WEAK },
  { "Password2026!", TD_STRENGTH_TOO_WEAK },
  { "Sở Nội vụ 2026", TD_STRENGTH_TOO_WEAK },
  { "abcdefghijklmnop", TD_STRENGTH_TOO_WEAK },
  { "con mèo đen ngủ", TD_STRENGTH_FAIR },
  { "ba con trâu gặm cỏ 1954", TD_STRENGTH_STRONG },
  { "k7#Qm!z2Wp&xR9", TD_STRENGTH_FAIR },
  { "k7#Qm!z2Wp&xR9tY", TD_STRENGTH_FAIR },
  { "\xff\xfe\xff\xfe\xff\xfe\xff\xfe", TD_STRENGTH_TOO_WEAK },
};

static void
test_strength (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      g_autoptr (TdSecret) secret = td_secret_new (strengths[i].passphrase);

      if (td_secret_get_strength (secret) != strengths[i].strength)
        g_error ("“%s”: %d", strengths[i].passphrase, td_secret_get_strength (secret));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/code/base32", test_base32);
  g_test_add_func ("/code/canonical", test_canonical);
  g_test_add_func ("/code/long", test_long);
  g_test_add_func ("/code/not-canonical", test_not_canonical);
  g_test_add_func ("/code/strength", test_strength);
  g_test_add ("/code/signed", Signed, NULL, signed_set_up, test_signed, signed_tear_down);
  g_test_add ("/code/every-bit", Signed, NULL, signed_set_up, test_every_bit, signed_tear_down);
  g_test_add ("/code/locked", Signed, NULL, signed_set_up, test_locked, signed_tear_down);
  g_test_add ("/code/recovery", Signed, NULL, signed_set_up, test_recovery, signed_tear_down);
  g_test_add ("/code/certificate", Signed, NULL, signed_set_up, test_certificate, signed_tear_down);
  return g_test_run ();
}
