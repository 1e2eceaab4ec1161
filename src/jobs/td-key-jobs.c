/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-key-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-key-jobs.h"
#include "td-keys.h"
#include "td-model.h"
#include "td-output.h"
#include "td-code-picture.h"
#include "td-recovery-sheet.h"
#include "td-secrets.h"
#include "td-signer.h"

/* Keys: making, taking in, bringing back, retiring; their certificate and recovery sheet. A passphrase is
 * only in memory, a private key leaves the office file only encrypted. */

typedef struct
{
  gint64 key_id;
  TdSecret *passphrase;
  TdSecret *new_passphrase;
  char *path;
  char *day;
  char *person;
  char *reason;

  /* What is written after the file was read. */
  TdSigningKey *key;
  char *secret;
} Input;

static void
input_free (Input *input)
{
  g_clear_pointer (&input->passphrase, td_secret_unref);
  g_clear_pointer (&input->new_passphrase, td_secret_unref);
  g_free (input->path);
  g_free (input->day);
  g_free (input->person);
  g_free (input->reason);
  g_clear_object (&input->key);
  g_free (input->secret);
  g_free (input);
}

static gboolean
refuse (TdJob *job, const char *rule, const char *where, const char *text, GError **error)
{
  td_job_take_finding (job, td_finding_at (td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text), where, 0, 0));
  return td_job_refuse (job, error);
}

static gboolean
check_day (TdJob *job, const Input *input, GError **error)
{
  if (td_date_is_day (input->day))
    return TRUE;
  return refuse (job, "key-day", "date", _ ("The day is missing, or is none."), error);
}

static TdSigningKey *
find_key (TdConnection *connection, const char *code, gboolean *ok, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SIGNING_KEY);
  g_autoptr (GPtrArray) keys = NULL;

  td_query_where_text (query, "code", code);
  keys = td_connection_list (connection, query, error);
  *ok = keys != NULL;
  return keys != NULL && keys->len > 0 ? g_object_ref (g_ptr_array_index (keys, 0)) : NULL;
}

static TdSigningKey *
make_record (const TdPublicKey *key, gboolean own, const Input *input)
{
  return g_object_new (TD_TYPE_SIGNING_KEY, "name", td_public_key_get_name (key), "code", td_public_key_get_code (key), "own", own,
                       "made-on", input->day, "made-by", input->person, "certificate", td_public_key_get_pem (key), NULL);
}

/* The newest key signs; what the others have signed goes on to count. */
static gboolean
tell_others (TdJob *job, TdConnection *connection, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (TdSigningKey) current = td_keys_get_current (connection, &local);

  if (current != NULL)
    td_job_take_finding (job, td_finding_at (td_finding_new ("key-beside", TD_SEVERITY_WARNING, _ ("The office has another key, which still counts. If it was lost or replaced, retire it.")), current->code, 0, 0));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check_new (TdJob *job, const TdSecret *passphrase, const char *where, GError **error)
{
  return td_secret_get_strength (passphrase) != TD_STRENGTH_TOO_WEAK
         || refuse (job, "key-passphrase-weak", where, _ ("The passphrase is too easy to guess. Take four or more words that do not belong together."), error);
}

static gboolean
make_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdOffice) office = td_keys_get_office (connection, error);
  g_autoptr (TdSigningKey) record = NULL;
  g_autoptr (TdSigner) signer = NULL;
  g_autoptr (TdPublicKey) key = NULL;
  g_autofree char *secret = NULL;

  if (office == NULL || !check_day (job, input, error))
    return FALSE;
  if (!check_new (job, input->passphrase, "passphrase", error) || !tell_others (job, connection, error))
    return FALSE;
  signer = td_signer_new (error);
  key = signer != NULL ? td_signer_make_public_key (signer, office->name, input->day, error) : NULL;
  secret = key != NULL ? td_signer_lock (signer, input->passphrase, error) : NULL;
  if (secret == NULL)
    return FALSE;
  record = make_record (key, TRUE, input);
  if (!td_connection_insert (connection, record, error) || !td_secrets_put (connection, record->code, secret, error))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (record)));
  td_job_take_object (job, g_steal_pointer (&record));
  return TRUE;
}

/**
 * td_key_make_job:
 * @passphrase: what shall open it
 * @day: the ISO day
 * @person: (nullable): who makes it
 *
 * Makes the office's key, with which it signs from now on. A passphrase that guards badly is refused.
 *
 * Returns: (transfer full): the job; its id and object are the #TdSigningKey
 */
TdJob *
td_key_make_job (TdSecret *passphrase, const char *day, const char *person)
{
  Input *input = g_new0 (Input, 1);

  input->passphrase = td_secret_ref (passphrase);
  input->day = g_strdup (day);
  input->person = g_strdup (person);
  return td_job_new_write (N_ ("Make a signing key"), make_cb, input, (GDestroyNotify) input_free);
}

static gboolean
import_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdPublicKey) key = NULL;
  g_autoptr (TdSigningKey) known = NULL, record = NULL;
  gboolean ok;

  if (!check_day (job, input, error))
    return FALSE;
  key = td_public_key_new_from_file (input->path, error);
  if (key == NULL)
    return FALSE;
  known = find_key (connection, td_public_key_get_code (key), &ok, error);
  if (!ok)
    return FALSE;
  if (known != NULL)
    return refuse (job, "key-known", known->name, _ ("This key is known already."), error);
  record = make_record (key, FALSE, input);
  td_connection_set_action_name (connection, _ ("Trust the key of “%s”"), record->name);
  if (!td_connection_insert (connection, record, error))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (record)));
  td_job_take_object (job, g_steal_pointer (&record));
  return TRUE;
}

/**
 * td_key_import_job:
 * @path: the certificate of another office
 * @day: the ISO day
 * @person: (nullable): who has compared the fingerprint
 *
 * Returns: (transfer full): a job that lets what that office signs be verified; its object is the #TdSigningKey
 */
TdJob *
td_key_import_job (const char *path, const char *day, const char *person)
{
  Input *input = g_new0 (Input, 1);

  input->path = g_strdup (path);
  input->day = g_strdup (day);
  input->person = g_strdup (person);
  return td_job_new_write (N_ ("Trust the key of another office"), import_cb, input, (GDestroyNotify) input_free);
}

/* The record of a key that comes back: the one there was, or a new one. */
static TdSigningKey *
restore_record (TdJob *job, TdConnection *connection, const TdPublicKey *key, const Input *input, GError **error)
{
  g_autoptr (TdSigningKey) record = NULL;
  gboolean ok;

  record = find_key (connection, td_public_key_get_code (key), &ok, error);
  if (!ok)
    return NULL;
  if (record != NULL && record->own)
    return g_steal_pointer (&record);
  if (!tell_others (job, connection, error))
    return NULL;
  if (record == NULL)
    record = make_record (key, TRUE, input);
  else
    g_object_set (record, "own", TRUE, NULL);
  ok = td_entity_get_id (TD_ENTITY (record)) != 0 ? td_connection_update (connection, record, error) : td_connection_insert (connection, record, error);
  return ok ? g_steal_pointer (&record) : NULL;
}

static gboolean
restore_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autofree char *code = NULL, *secret = NULL;
  g_autoptr (TdPublicKey) key = NULL;
  g_autoptr (TdSigner) signer = NULL;
  g_autoptr (TdSigningKey) record = NULL;

  if (!check_day (job, input, error))
    return FALSE;
  code = td_code_file_read (input->path, TD_RECOVERY_PREFIX, td_connection_get_cancellable (connection), error);
  if (code == NULL || !td_recovery_read (code, &secret, &key, error))
    return FALSE;
  /* Whoever has no passphrase brings nothing in. */
  signer = td_keys_unlock (job, secret, input->passphrase, error);
  if (signer == NULL)
    return FALSE;
  if (!td_signer_fits (signer, key))
    return refuse (job, "key-other", NULL, _ ("Key and certificate of this sheet do not belong together."), error);
  record = restore_record (job, connection, key, input, error);
  if (record == NULL || !td_secrets_put (connection, record->code, secret, error))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (record)));
  td_job_take_object (job, g_steal_pointer (&record));
  return TRUE;
}

/**
 * td_key_restore_job:
 * @path: a scan of the recovery sheet, or a text file with its letters
 * @passphrase: what opens the key
 * @day: the ISO day
 * @person: (nullable): who brings it back
 *
 * Returns: (transfer full): the job; its object is the #TdSigningKey
 */
TdJob *
td_key_restore_job (const char *path, TdSecret *passphrase, const char *day, const char *person)
{
  Input *input = g_new0 (Input, 1);

  input->path = g_strdup (path);
  input->passphrase = td_secret_ref (passphrase);
  input->day = g_strdup (day);
  input->person = g_strdup (person);
  return td_job_new_write (N_ ("Bring a signing key back"), restore_cb, input, (GDestroyNotify) input_free);
}

static gboolean
passphrase_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdSigningKey) key = NULL;
  g_autoptr (TdSigner) signer = NULL;
  g_autofree char *before = NULL, *after = NULL;

  if (!check_day (job, input, error))
    return FALSE;
  key = td_connection_get (connection, TD_TYPE_SIGNING_KEY, input->key_id, error);
  if (key == NULL || !td_secrets_get (connection, key->code, &before, error))
    return FALSE;
  if (before == NULL)
    return refuse (job, "key-not-here", key->name, _ ("The private key is not in this office file."), error);
  signer = td_keys_unlock (job, before, input->passphrase, error);
  if (signer == NULL || !check_new (job, input->new_passphrase, "new_passphrase", error))
    return FALSE;
  if (td_secret_equal (input->passphrase, input->new_passphrase))
    return refuse (job, "key-passphrase-same", "new_passphrase", _ ("The new passphrase is the old one."), error);
  /* Locking makes a new salt. */
  after = td_signer_lock (signer, input->new_passphrase, error);
  g_object_set (key, "passphrase-on", input->day, NULL);
  if (after == NULL || !td_connection_update (connection, key, error) || !td_secrets_put (connection, key->code, after, error))
    return FALSE;
  td_job_take_finding (job, td_finding_at (td_finding_new ("key-sheet-old", TD_SEVERITY_WARNING, _ ("Recovery sheets printed before still open with the old passphrase. Save a new sheet, and destroy the old ones.")), key->name, 0, 0));
  td_connection_set_action_name (connection, _ ("Change the passphrase of the key of “%s”"), key->name);
  td_connection_set_barrier (connection, _ ("The old passphrase opens the key no more; change it again."));
  return TRUE;
}

/**
 * td_key_passphrase_job:
 * @key_id: a key whose private part is here
 * @old: what opens it now
 * @new_passphrase: what shall open it from now on
 * @day: the ISO day
 *
 * Locks a key anew, after the old passphrase has proved itself. The key stays the same, so what it signed goes on to
 * count; recovery sheets printed before stay as they are, and open with the old passphrase. It cannot be undone.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_key_passphrase_job (gint64 key_id, TdSecret *old, TdSecret *new_passphrase, const char *day)
{
  Input *input = g_new0 (Input, 1);

  input->key_id = key_id;
  input->passphrase = td_secret_ref (old);
  input->new_passphrase = td_secret_ref (new_passphrase);
  input->day = g_strdup (day);
  return td_job_new_write (N_ ("Change a passphrase"), passphrase_cb, input, (GDestroyNotify) input_free);
}

static gboolean
retire_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdSigningKey) key = NULL;

  if (!check_day (job, input, error))
    return FALSE;
  key = td_connection_get (connection, TD_TYPE_SIGNING_KEY, input->key_id, error);
  if (key == NULL)
    return FALSE;
  if (key->retired_on != NULL)
    return refuse (job, "key-retired", key->name, _ ("This key is retired already."), error);
  g_object_set (key, "retired-on", input->day, "reason", input->reason, NULL);
  td_connection_set_action_name (connection, _ ("Retire the key of “%s”"), key->name);
  return td_connection_update (connection, key, error);
}

/**
 * td_key_retire_job:
 * @key_id: a key
 * @day: the ISO day from which what it signs counts for nothing
 * @reason: (nullable): why
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_key_retire_job (gint64 key_id, const char *day, const char *reason)
{
  Input *input = g_new0 (Input, 1);

  input->key_id = key_id;
  input->day = g_strdup (day);
  input->reason = g_strdup (reason);
  return td_job_new_write (N_ ("Retire a signing key"), retire_cb, input, (GDestroyNotify) input_free);
}

static gboolean
read_key_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  input->key = td_connection_get (connection, TD_TYPE_SIGNING_KEY, input->key_id, error);
  return input->key != NULL && td_secrets_get (connection, input->key->code, &input->secret, error);
}

static gboolean
export_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (TdOutput) output = td_output_open (input->path, &local);

  if (output != NULL && td_output_write (output, input->key->certificate, strlen (input->key->certificate), &local) && td_output_finish (output, &local))
    return TRUE;
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The file could not be written: %s."), local->message);
  return FALSE;
}

/**
 * td_key_export_job:
 * @key_id: a key
 * @path: the file to make or replace
 *
 * Returns: (transfer full): a job that writes its certificate, for others to verify with
 */
TdJob *
td_key_export_job (gint64 key_id, const char *path)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  input->key_id = key_id;
  input->path = g_strdup (path);
  job = td_job_new_read (read_key_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, export_after);
  return job;
}

static gboolean
sheet_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  g_autoptr (TdPublicKey) key = NULL;
  g_autoptr (TdDocument) sheet = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *code = NULL, *fingerprint = NULL, *made_on = NULL;

  if (input->secret == NULL)
    return refuse (job, "key-not-here", input->key->name, _ ("The private key is not in this office file."), error);
  key = td_public_key_new (input->key->certificate, strlen (input->key->certificate), error);
  if (key == NULL)
    return FALSE;
  code = td_recovery_write (input->secret, key);
  fingerprint = td_public_key_dup_fingerprint (key);
  made_on = td_date_to_words (input->key->made_on);
  sheet = (TdDocument *) td_recovery_sheet_new (&(TdRecoveryWords){ input->key->name, input->key->code, fingerprint, made_on, code });
  if (sheet != NULL && td_document_write_pdf (sheet, input->path, "Phiếu khôi phục khóa xác thực", NULL, NULL, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The PDF could not be written: %s."), local != NULL ? local->message : "");
  return FALSE;
}

/**
 * td_key_sheet_job:
 * @key_id: an own key
 * @path: the PDF to make or replace
 *
 * Returns: (transfer full): a job that makes its recovery sheet
 */
TdJob *
td_key_sheet_job (gint64 key_id, const char *path)
{
  TdJob *job = td_key_export_job (key_id, path);

  td_job_set_after (job, sheet_after);
  return job;
}
