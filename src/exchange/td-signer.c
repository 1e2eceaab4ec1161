/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-signer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "td-base32.h"
#include "td-signer.h"

/* Ed25519 (RFC 8032): signatures of 64 bytes, so that the code stays small. The private key is kept
 * as every tool of OpenSSL reads it: PKCS #8, encrypted with AES-256 under a key that scrypt makes
 * of the passphrase. */

/* What one try at the passphrase costs: 16 MB, five times; as OWASP's list of password storage has it
 * for this amount of memory, which is what OpenSSL opens without being asked twice. */
#define SCRYPT_N    16384
#define SCRYPT_R    8
#define SCRYPT_P    5
#define SALT_LENGTH 16

/* Documents are checked for decades; what a key signed before its certificate ran out stays signed. */
#define CERTIFICATE_YEARS 30

#define CHECK_BYTES 4

struct _TdSigner
{
  EVP_PKEY *key;
};

static gboolean
fail (GError **error, TdCodeError code, const char *message)
{
  g_set_error_literal (error, TD_CODE_ERROR, code, message);
  ERR_clear_error ();
  return FALSE;
}

static gboolean
fail_library (GError **error)
{
  char reason[256];

  ERR_error_string_n (ERR_peek_last_error (), reason, sizeof reason);
  g_set_error (error, TD_CODE_ERROR, TD_CODE_ERROR_KEY, _ ("The key could not be used: %s."), reason);
  ERR_clear_error ();
  return FALSE;
}

static TdSigner *
take_key (EVP_PKEY *key)
{
  TdSigner *self = g_new0 (TdSigner, 1);

  self->key = key;
  return self;
}

/**
 * td_signer_new:
 * @error: return location
 *
 * Returns: (transfer full): a new key nobody else has
 */
TdSigner *
td_signer_new (GError **error)
{
  EVP_PKEY *key = EVP_PKEY_Q_keygen (NULL, NULL, "ED25519");

  if (key == NULL)
    fail_library (error);
  return key != NULL ? take_key (key) : NULL;
}

/**
 * td_signer_free:
 * @self: (transfer full): a key
 */
void
td_signer_free (TdSigner *self)
{
  EVP_PKEY_free (self->key); /* OpenSSL wipes it */
  g_free (self);
}

/* Hands @item over as PEM. */
static char *
write_pem (int (*write) (BIO *bio, gconstpointer item), gconstpointer item)
{
  BIO *bio = BIO_new (BIO_s_mem ());
  char *data = NULL, *pem = NULL;

  if (write (bio, item) == 1)
    {
      long length = BIO_get_mem_data (bio, &data);

      pem = g_strndup (data, length);
    }
  BIO_free (bio);
  return pem;
}

static int
write_locked (BIO *bio, gconstpointer item)
{
  return PEM_write_bio_PKCS8 (bio, item);
}

/**
 * td_signer_lock:
 * @self: a key
 * @passphrase: what shall open it
 * @error: return location
 *
 * Returns: (transfer full): "-----BEGIN ENCRYPTED PRIVATE KEY-----" …
 */
char *
td_signer_lock (TdSigner *self, const TdSecret *passphrase, GError **error)
{
  unsigned char salt[SALT_LENGTH];
  PKCS8_PRIV_KEY_INFO *plain = EVP_PKEY2PKCS8 (self->key);
  X509_ALGOR *method = RAND_bytes (salt, sizeof salt) == 1
                           ? PKCS5_pbe2_set_scrypt (EVP_aes_256_cbc (), salt, sizeof salt, NULL, SCRYPT_N, SCRYPT_R, SCRYPT_P)
                           : NULL;
  X509_SIG *locked = plain != NULL && method != NULL
                         ? PKCS8_set0_pbe (td_secret_get_text (passphrase), (int) td_secret_get_length (passphrase), plain, method)
                         : NULL;
  char *pem = locked != NULL ? write_pem (write_locked, locked) : NULL;

  if (locked == NULL) /* else it owns the method */
    X509_ALGOR_free (method);
  X509_SIG_free (locked);
  PKCS8_PRIV_KEY_INFO_free (plain);
  if (pem == NULL)
    fail_library (error);
  return pem;
}

static X509_SIG *
parse_locked (const char *locked)
{
  BIO *bio = BIO_new_mem_buf (locked, -1);
  X509_SIG *parsed = PEM_read_bio_PKCS8 (bio, NULL, NULL, NULL);

  BIO_free (bio);
  return parsed;
}

/**
 * td_signer_unlock:
 * @locked: what td_signer_lock() gave, or another encrypted PKCS #8 key
 * @passphrase: what opens it
 * @error: return location
 *
 * Returns: (transfer full): the key, or %NULL with %TD_CODE_ERROR_PASSPHRASE
 */
TdSigner *
td_signer_unlock (const char *locked, const TdSecret *passphrase, GError **error)
{
  X509_SIG *parsed = parse_locked (locked);
  PKCS8_PRIV_KEY_INFO *plain = NULL;
  EVP_PKEY *key = NULL;

  if (parsed == NULL)
    {
      fail (error, TD_CODE_ERROR_KEY, _ ("This is not an encrypted private key."));
      return NULL;
    }
  plain = PKCS8_decrypt (parsed, td_secret_get_text (passphrase), (int) td_secret_get_length (passphrase));
  X509_SIG_free (parsed);
  key = plain != NULL ? EVP_PKCS82PKEY (plain) : NULL;
  PKCS8_PRIV_KEY_INFO_free (plain);
  if (key == NULL)
    fail (error, TD_CODE_ERROR_PASSPHRASE, _ ("The passphrase does not open this key."));
  else if (EVP_PKEY_is_a (key, "ED25519"))
    return take_key (key);
  else
    fail (error, TD_CODE_ERROR_KEY, _ ("The key is of another kind than Ed25519."));
  EVP_PKEY_free (key);
  return NULL;
}

/* From the beginning of @day on, by the clock of Greenwich; a day that is none is now. */
static gboolean
set_times (X509 *certificate, const char *day)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *text = g_strconcat (day != NULL ? day : "", "T00:00:00Z", NULL);
  g_autoptr (GDateTime) given = g_date_time_new_from_iso8601 (text, utc);
  g_autoptr (GDateTime) from = given != NULL ? g_date_time_ref (given) : g_date_time_new_now_utc ();
  g_autoptr (GDateTime) until = g_date_time_add_years (from, CERTIFICATE_YEARS);

  return ASN1_TIME_set (X509_getm_notBefore (certificate), g_date_time_to_unix (from)) != NULL
         && ASN1_TIME_set (X509_getm_notAfter (certificate), g_date_time_to_unix (until)) != NULL;
}

/* X.520 keeps common names to 64 letters. */
static gboolean
set_names (X509 *certificate, const char *office)
{
  g_autofree char *valid = g_utf8_make_valid (office, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autofree char *name = g_utf8_substring (normal, 0, MIN (g_utf8_strlen (normal, -1), 64));
  X509_NAME *subject = X509_get_subject_name (certificate);

  return X509_NAME_add_entry_by_txt (subject, "C", MBSTRING_ASC, (const unsigned char *) "VN", -1, -1, 0) == 1
         && X509_NAME_add_entry_by_txt (subject, "CN", MBSTRING_UTF8, (const unsigned char *) name, -1, -1, 0) == 1
         && X509_set_issuer_name (certificate, subject) == 1;
}

static gboolean
set_serial (X509 *certificate)
{
  unsigned char bytes[8];
  guint64 serial;

  if (RAND_bytes (bytes, sizeof bytes) != 1)
    return FALSE;
  memcpy (&serial, bytes, sizeof serial);
  return ASN1_INTEGER_set_uint64 (X509_get_serialNumber (certificate), serial >> 1) == 1;
}

/**
 * td_signer_make_public_key:
 * @self: a key
 * @office: whose it is
 * @day: ISO day from which it holds
 * @error: return location
 *
 * Returns: (transfer full): its certificate, signed by itself: who trusts it compares the fingerprint
 */
TdPublicKey *
td_signer_make_public_key (TdSigner *self, const char *office, const char *day, GError **error)
{
  X509 *certificate = X509_new ();
  unsigned char *der = NULL;
  int length = 0;
  TdPublicKey *key = NULL;

  if (X509_set_version (certificate, X509_VERSION_3) == 1 && set_serial (certificate) && set_times (certificate, day)
      && set_names (certificate, office) && X509_set_pubkey (certificate, self->key) == 1 && X509_sign (certificate, self->key, NULL) > 0)
    length = i2d_X509 (certificate, &der);
  if (length > 0)
    key = td_public_key_new ((const char *) der, length, error);
  else
    fail_library (error);
  OPENSSL_free (der);
  X509_free (certificate);
  return key;
}

static gboolean
sign (TdSigner *self, const char *text, guint8 *signature)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  size_t length = TD_SIGNATURE_BYTES;
  gboolean ok = EVP_DigestSignInit (context, NULL, NULL, NULL, self->key) == 1
                && EVP_DigestSign (context, signature, &length, (const unsigned char *) text, strlen (text)) == 1 && length == TD_SIGNATURE_BYTES;

  EVP_MD_CTX_free (context);
  return ok;
}

/**
 * td_signer_fits:
 * @self: a key
 * @key: a certificate
 *
 * Returns: whether what one signs the other verifies
 */
gboolean
td_signer_fits (TdSigner *self, const TdPublicKey *key)
{
  static const char probe[] = "thidua: do these two belong together?";
  guint8 signature[TD_SIGNATURE_BYTES];

  return sign (self, probe, signature) && td_public_key_verify (key, signature, probe, strlen (probe));
}

/**
 * td_signer_sign:
 * @self: a key
 * @key: its certificate
 * @claim: what to put one's name to
 * @error: return location
 *
 * Returns: (transfer full): the code; the same claim has the same code every time
 */
char *
td_signer_sign (TdSigner *self, const TdPublicKey *key, const TdClaim *claim, GError **error)
{
  g_autofree char *text = td_claim_to_text (claim);
  guint8 signature[TD_SIGNATURE_BYTES];

  if (!sign (self, text, signature))
    {
      fail_library (error);
      return NULL;
    }
  return td_code_write (td_public_key_get_code (key), signature, text);
}

/* The recovery sheet */

static void
append_check (GByteArray *bytes)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (sum, bytes->data, bytes->len);
  g_checksum_get_digest (sum, digest, &length);
  g_byte_array_append (bytes, digest, CHECK_BYTES);
}

/* What is in a PEM block of ours. */
static void
append_pem (GByteArray *bytes, const char *pem)
{
  const char *begin = strstr (pem, "-----\n");
  const char *end = begin != NULL ? strstr (begin, "\n-----END") : NULL;
  g_autofree char *middle = end != NULL ? g_strndup (begin + 6, end - begin - 6) : g_strdup ("");
  gsize length = 0;
  g_autofree guchar *der = g_base64_decode (middle, &length);

  g_byte_array_append (bytes, der, length);
}

/**
 * td_recovery_write:
 * @locked: an encrypted private key
 * @key: its certificate
 *
 * Returns: (transfer full): both as text for a QR code: "TDK1:" … Without the passphrase it opens nothing
 */
char *
td_recovery_write (const char *locked, const TdPublicKey *key)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *text = NULL;

  append_pem (bytes, locked);
  append_pem (bytes, td_public_key_get_pem (key));
  append_check (bytes);
  text = td_base32_write (bytes->data, bytes->len);
  return g_strconcat (TD_RECOVERY_PREFIX, text, NULL);
}

static gboolean
check_sum (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GByteArray) again = g_byte_array_new ();

  if (length <= CHECK_BYTES)
    return FALSE;
  g_byte_array_append (again, data, length - CHECK_BYTES);
  append_check (again);
  return memcmp (again->data, data, length) == 0;
}

/**
 * td_recovery_read:
 * @text: what td_recovery_write() gave, perhaps typed from the sheet
 * @locked: (out) (transfer full): the encrypted private key
 * @key: (out) (transfer full): its certificate
 * @error: return location
 *
 * Returns: whether it is whole
 */
gboolean
td_recovery_read (const char *text, char **locked, TdPublicKey **key, GError **error)
{
  g_autoptr (GBytes) bytes = g_str_has_prefix (text, TD_RECOVERY_PREFIX) ? td_base32_read (text + strlen (TD_RECOVERY_PREFIX)) : NULL;
  const unsigned char *der, *end;
  X509_SIG *parsed;

  *locked = NULL;
  *key = NULL;
  if (bytes == NULL || !check_sum (bytes))
    return fail (error, TD_CODE_ERROR_BROKEN, _ ("The code of the recovery sheet is not whole: a letter is missing or wrong."));
  der = g_bytes_get_data (bytes, NULL);
  end = der + g_bytes_get_size (bytes) - CHECK_BYTES;
  parsed = d2i_X509_SIG (NULL, &der, end - der);
  if (parsed != NULL)
    {
      *locked = write_pem (write_locked, parsed);
      X509_SIG_free (parsed);
      *key = td_public_key_new ((const char *) der, end - der, error);
    }
  else
    fail (error, TD_CODE_ERROR_KEY, _ ("There is no key on this sheet."));
  if (*locked != NULL && *key != NULL)
    return TRUE;
  g_clear_pointer (locked, g_free);
  g_clear_pointer (key, td_public_key_unref);
  return FALSE;
}
