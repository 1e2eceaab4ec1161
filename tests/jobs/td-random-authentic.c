/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-authenticity-state.h"
#include "td-key-jobs.h"
#include "td-random-jobs.h"
#include "td-signer.h"
#include "td-statement-jobs.h"
#include "td-verify.h"

/* Keys and codes at random. What is random in a key is not the seed's: no test looks at its bytes. */

#define DAY "2026-02-01"

static TdSecret *
make_passphrase (TdRandomOffice *self)
{
  return td_secret_new (td_random_one_in (self, 8) ? "123456" : "ba con trâu gặm cỏ 1954");
}

TdJob *
td_random_make_key (TdRandomOffice *self)
{
  g_autoptr (TdSecret) passphrase = make_passphrase (self);

  return td_key_make_job (passphrase, td_random_one_in (self, 8) ? "hôm qua" : DAY, "Người tạo");
}

/* A key of another office, as a file: its certificate, or what is on its recovery sheet. */
static char *
write_key (TdRandomOffice *self, gboolean recovery)
{
  g_autoptr (TdSigner) signer = td_signer_new (NULL);
  g_autofree char *name = td_random_text (self);
  g_autoptr (TdPublicKey) key = td_signer_make_public_key (signer, name, DAY, NULL);
  g_autoptr (TdSecret) passphrase = make_passphrase (self);
  g_autofree char *locked = td_signer_lock (signer, passphrase, NULL);
  g_autofree char *code = td_recovery_write (locked, key);
  g_autoptr (GString) text = g_string_new (recovery ? code : td_public_key_get_pem (key));

  return td_random_write_file (self, recovery ? "sheet.txt" : "certificate.pem", text);
}

TdJob *
td_random_import_key (TdRandomOffice *self)
{
  g_autofree char *path = write_key (self, FALSE);

  return td_key_import_job (path, DAY, NULL);
}

TdJob *
td_random_restore_key (TdRandomOffice *self)
{
  g_autofree char *path = write_key (self, TRUE);
  g_autoptr (TdSecret) passphrase = make_passphrase (self);

  return td_key_restore_job (path, passphrase, DAY, "Người khôi phục");
}

TdJob *
td_random_retire_key (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_SIGNING_KEY, NULL, NULL);

  return id != 0 ? td_key_retire_job (id, DAY, td_random_one_in (self, 2) ? "lộ cụm mật khẩu" : NULL) : NULL;
}

TdJob *
td_random_change_passphrase (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_SIGNING_KEY, NULL, NULL);
  g_autoptr (TdSecret) old = make_passphrase (self);
  g_autoptr (TdSecret) fresh = make_passphrase (self);

  return id != 0 ? td_key_passphrase_job (id, old, fresh, DAY) : NULL;
}

TdJob *
td_random_export_key (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_SIGNING_KEY, NULL, NULL);
  g_autofree char *path = g_build_filename (self->office->folder, "key.pem", NULL);

  return id != 0 ? td_key_export_job (id, path) : NULL;
}

TdJob *
td_random_write_sheet (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_SIGNING_KEY, NULL, NULL);
  g_autofree char *path = g_build_filename (self->office->folder, "sheet.pdf", NULL);

  return id != 0 ? td_key_sheet_job (id, path) : NULL;
}

TdJob *
td_random_place_codes (TdRandomOffice *self)
{
  static const char *const places[] = { NULL, "list", "back", "front", "nowhere" };

  return td_code_place_job (places[td_random_below (self, G_N_ELEMENTS (places))], td_random_one_in (self, 2) ? "12/CV" : NULL);
}

TdJob *
td_random_sign (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);
  g_autoptr (TdSecret) passphrase = make_passphrase (self);

  return id != 0 ? td_statement_sign_job (id, NULL, 0, passphrase, DAY) : NULL;
}

TdJob *
td_random_print_codes (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);
  g_autofree char *path = g_build_filename (self->office->folder, "codes.pdf", NULL);

  return id != 0 ? td_statement_pages_job (id, path, NULL) : NULL;
}

TdJob *
td_random_verify (TdRandomOffice *self)
{
  g_autoptr (TdSigner) signer = td_signer_new (NULL);
  g_autoptr (TdPublicKey) key = td_signer_make_public_key (signer, "Sở Nội vụ", DAY, NULL);
  g_autoptr (TdClaim) claim = td_claim_new ();
  g_autofree char *code = NULL;

  claim->name = td_random_text (self);
  claim->register_number = td_random_below (self, 10);
  claim->register_year = 2026;
  claim->award = g_strdup ("0123456789ab");
  code = td_signer_sign (signer, key, claim, NULL);
  return td_verify_job (code, NULL);
}

TdJob *
td_random_find_code (TdRandomOffice *self)
{
  g_autoptr (GString) text = g_string_new (td_random_one_in (self, 2) ? "TD1:AAAA" : "Mã: TD1:AAAA");
  g_autofree char *path = td_random_write_file (self, "code.txt", text);

  return td_code_find_job (path);
}

TdJob *
td_random_read_authenticity (TdRandomOffice *self)
{
  return td_authenticity_state_job (td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL));
}
