/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-public-key"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <string.h>

#include "td-file.h"
#include "td-public-key.h"

/* X.509 certificates with an Ed25519 key (RFC 8410). */

#define MOST_FILE (64 * 1024)

struct _TdPublicKey
{
  gint ref_count;
  EVP_PKEY *key;
  char *name;        /* of the office */
  char *code;        /* of the key */
  char *pem;         /* the certificate alone, whatever stood about it */
  char *fingerprint; /* SHA-256 of the certificate */
};

static char *
to_hex (const guint8 *bytes, gsize n, const char *between)
{
  GString *hex = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (hex, "%s%02x", i > 0 ? between : "", bytes[i]);
  return g_string_free (hex, FALSE);
}

/* The first bytes of the SHA-256 of the key as SubjectPublicKeyInfo: what
 * "openssl pkey -pubout -outform DER | sha256sum" begins with. */
static char *
dup_key_code (EVP_PKEY *key)
{
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned char *der = NULL;
  int length = i2d_PUBKEY (key, &der);
  gboolean ok = length > 0 && EVP_Digest (der, length, digest, NULL, EVP_sha256 (), NULL) == 1;

  OPENSSL_free (der);
  return ok ? to_hex (digest, TD_KEY_BYTES, "") : NULL;
}

/* The common name of whom it belongs to, in UTF-8. */
static char *
dup_name (X509 *certificate)
{
  X509_NAME *subject = X509_get_subject_name (certificate);
  int at = X509_NAME_get_index_by_NID (subject, NID_commonName, -1);
  unsigned char *utf8 = NULL;
  char *name = NULL;

  if (at >= 0 && ASN1_STRING_to_UTF8 (&utf8, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (subject, at))) > 0
      && g_utf8_validate ((const char *) utf8, -1, NULL))
    name = g_utf8_normalize ((const char *) utf8, -1, G_NORMALIZE_NFC);
  OPENSSL_free (utf8);
  return name;
}

static char *
dup_pem (X509 *certificate)
{
  BIO *bio = BIO_new (BIO_s_mem ());
  char *data = NULL, *pem = NULL;

  if (PEM_write_bio_X509 (bio, certificate) == 1)
    {
      long length = BIO_get_mem_data (bio, &data);

      pem = g_strndup (data, length);
    }
  BIO_free (bio);
  return pem;
}

static X509 *
parse (const char *data, gsize length)
{
  BIO *bio = BIO_new_mem_buf (data, (int) length);
  X509 *certificate = PEM_read_bio_X509 (bio, NULL, NULL, NULL);

  if (certificate == NULL)
    {
      const unsigned char *der = (const unsigned char *) data;

      certificate = d2i_X509 (NULL, &der, (long) length);
    }
  BIO_free (bio);
  return certificate;
}

/* Signed by itself, and signed well: nobody changed the name in it. One of an authority above is
 * taken for what the person who brings it says it is. */
static gboolean
is_sound (X509 *certificate, EVP_PKEY *key)
{
  return key != NULL && EVP_PKEY_is_a (key, "ED25519")
         && (X509_NAME_cmp (X509_get_subject_name (certificate), X509_get_issuer_name (certificate)) != 0 || X509_verify (certificate, key) == 1);
}

/**
 * td_public_key_new:
 * @data: a certificate, PEM or DER
 * @length: in bytes
 * @error: return location
 *
 * Returns: (transfer full): the key in it, or %NULL with %TD_CODE_ERROR_KEY
 */
TdPublicKey *
td_public_key_new (const char *data, gsize length, GError **error)
{
  X509 *certificate = length <= MOST_FILE ? parse (data, length) : NULL;
  EVP_PKEY *key = certificate != NULL ? X509_get_pubkey (certificate) : NULL;
  TdPublicKey *self = NULL;
  guint8 digest[EVP_MAX_MD_SIZE];
  unsigned int n = 0;

  if (certificate != NULL && is_sound (certificate, key) && X509_digest (certificate, EVP_sha256 (), digest, &n) == 1)
    {
      self = g_new0 (TdPublicKey, 1);
      self->ref_count = 1;
      self->key = g_steal_pointer (&key);
      self->code = dup_key_code (self->key);
      self->name = dup_name (certificate);
      self->pem = dup_pem (certificate);
      self->fingerprint = to_hex (digest, n, ":");
    }
  EVP_PKEY_free (key);
  X509_free (certificate);
  if (self != NULL && self->code != NULL && self->name != NULL && self->pem != NULL)
    return self;
  g_clear_pointer (&self, td_public_key_unref);
  g_set_error_literal (error, TD_CODE_ERROR, TD_CODE_ERROR_KEY,
                       _ ("This is not the certificate of an office: an X.509 certificate with an Ed25519 key is needed, in PEM or DER."));
  return NULL;
}

/**
 * td_public_key_new_from_file:
 * @path: a file of a certificate
 * @error: return location
 *
 * Returns: (transfer full): the key in it, or %NULL
 */
TdPublicKey *
td_public_key_new_from_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = td_file_read_limited (path, MOST_FILE, error);

  return bytes != NULL ? td_public_key_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) : NULL;
}

/**
 * td_public_key_ref:
 * @self: a key
 *
 * Returns: (transfer full): the same
 */
TdPublicKey *
td_public_key_ref (TdPublicKey *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * td_public_key_unref:
 * @self: (transfer full): a key
 */
void
td_public_key_unref (TdPublicKey *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  EVP_PKEY_free (self->key);
  g_free (self->name);
  g_free (self->code);
  g_free (self->pem);
  g_free (self->fingerprint);
  g_free (self);
}

/**
 * td_public_key_get_name:
 * @self: a key
 *
 * Returns: the office it belongs to, as the certificate says
 */
const char *
td_public_key_get_name (const TdPublicKey *self)
{
  return self->name;
}

/**
 * td_public_key_get_code:
 * @self: a key
 *
 * Returns: its name in codes, 16 hexadecimal digits
 */
const char *
td_public_key_get_code (const TdPublicKey *self)
{
  return self->code;
}

/**
 * td_public_key_get_pem:
 * @self: a key
 *
 * Returns: its certificate
 */
const char *
td_public_key_get_pem (const TdPublicKey *self)
{
  return self->pem;
}

/**
 * td_public_key_dup_fingerprint:
 * @self: a key
 *
 * Returns: (transfer full): SHA-256 of the certificate: two people compare it on the telephone
 */
char *
td_public_key_dup_fingerprint (const TdPublicKey *self)
{
  return g_strdup (self->fingerprint);
}

/**
 * td_public_key_verify:
 * @self: a key
 * @signature: (array fixed-size=64): what may be its signature
 * @text: over this
 * @length: in bytes
 *
 * Returns: whether the key's owner signed just this
 */
gboolean
td_public_key_verify (const TdPublicKey *self, const guint8 *signature, const char *text, gsize length)
{
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gboolean good = EVP_DigestVerifyInit (context, NULL, NULL, NULL, self->key) == 1
                  && EVP_DigestVerify (context, signature, TD_SIGNATURE_BYTES, (const unsigned char *) text, length) == 1;

  EVP_MD_CTX_free (context);
  return good;
}
