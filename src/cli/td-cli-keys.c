/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-keys"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "td-cli.h"
#include "td-date.h"
#include "td-entity-text.h"
#include "td-key-jobs.h"
#include "td-public-key.h"

/* key new, list, show, export-certificate, import-certificate, recovery-sheet, restore, passphrase, retire. */

static char *
dup_day (TdCliArgs *args)
{
  return args->date != NULL ? g_strdup (args->date) : td_date_dup_today ();
}

int
td_cli_key_new (TdCliArgs *args)
{
  g_autofree char *day = dup_day (args);
  g_autoptr (TdSecret) passphrase = NULL;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_DONE;

  if (args->office == NULL)
    return td_cli_usage ("%s", _ ("The office file is missing: --office FILE."));
  passphrase = td_cli_read_passphrase (args, TRUE, &code);
  if (passphrase == NULL)
    return code;
  job = td_key_make_job (passphrase, day, args->actor);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_key_list (TdCliArgs *args)
{
  static const char *const columns[] = { "code", "name", "own", "made-on", "retired-on", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SIGNING_KEY);

  return td_cli_list (args, query, columns);
}

typedef struct
{
  gint64 id;
  TdSigningKey *key;
} Showing;

static gboolean
show_cb (TdConnection *connection, gpointer data, GError **error)
{
  Showing *showing = data;

  showing->key = td_connection_get (connection, TD_TYPE_SIGNING_KEY, showing->id, error);
  return showing->key != NULL;
}

int
td_cli_key_show (TdCliArgs *args)
{
  Showing showing = { 0 };
  g_autoptr (TdSigningKey) record = NULL;
  g_autoptr (TdPublicKey) key = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *fingerprint = NULL;
  int code;

  if (!td_cli_parse_id (args->words[0], &showing.id, &code))
    return code;
  code = td_cli_read (args, show_cb, &showing);
  record = showing.key;
  if (code != TD_CLI_DONE)
    return code;
  key = td_public_key_new (record->certificate, strlen (record->certificate), &error);
  if (key == NULL)
    return td_cli_fail (error);
  fingerprint = td_public_key_dup_fingerprint (key);
  if (args->json)
    {
      JsonObject *object = td_entity_to_json (TD_ENTITY (record));
      g_autofree char *text = NULL;

      json_object_set_string_member (object, "fingerprint", fingerprint);
      text = td_json_object_to_text (object, FALSE);
      g_print ("%s\n", text);
      return TD_CLI_DONE;
    }
  td_cli_print_fields (TD_ENTITY (record), 0);
  g_print ("%s: %s\n", _ ("Fingerprint (SHA-256)"), fingerprint);
  return TD_CLI_DONE;
}

/* A file made of a key. */
static int
write_file (TdCliArgs *args, TdJob *(*make) (gint64 id, const char *path))
{
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("The output is missing: --output FILE."));
  job = make (id, args->output);
  return td_cli_run_job (args, job, FALSE);
}

int
td_cli_key_export (TdCliArgs *args)
{
  return write_file (args, td_key_export_job);
}

int
td_cli_key_sheet (TdCliArgs *args)
{
  return write_file (args, td_key_sheet_job);
}

int
td_cli_key_import (TdCliArgs *args)
{
  g_autofree char *day = dup_day (args);
  g_autoptr (TdJob) job = td_key_import_job (args->words[0], day, args->actor);

  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_key_restore (TdCliArgs *args)
{
  g_autofree char *day = dup_day (args);
  g_autoptr (TdSecret) passphrase = NULL;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_DONE;

  if (args->office == NULL)
    return td_cli_usage ("%s", _ ("The office file is missing: --office FILE."));
  passphrase = td_cli_read_passphrase (args, FALSE, &code);
  if (passphrase == NULL)
    return code;
  job = td_key_restore_job (args->words[0], passphrase, day, args->actor);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_key_passphrase (TdCliArgs *args)
{
  g_autofree char *day = dup_day (args);
  g_autoptr (TdSecret) old = NULL, new_passphrase = NULL;
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code = TD_CLI_DONE;

  if (args->office == NULL)
    return td_cli_usage ("%s", _ ("The office file is missing: --office FILE."));
  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  old = td_cli_read_passphrase (args, FALSE, &code);
  new_passphrase = old != NULL ? td_cli_read_new_passphrase (args, &code) : NULL;
  if (new_passphrase == NULL)
    return code;
  job = td_key_passphrase_job (id, old, new_passphrase, day);
  return td_cli_run_job (args, job, TRUE);
}

int
td_cli_key_retire (TdCliArgs *args)
{
  g_autofree char *day = dup_day (args);
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  job = td_key_retire_job (id, day, args->note);
  return td_cli_run_job (args, job, TRUE);
}
