/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-codes"

#include "config.h"

#include <glib/gi18n.h>

#include "td-cli.h"
#include "td-code.h"
#include "td-date.h"
#include "td-entity-text.h"
#include "td-code-picture.h"
#include "td-statement-jobs.h"
#include "td-verify.h"

/* certificate place, sign, codes, verify. */

int
td_cli_certificate_place (TdCliArgs *args)
{
  const char *place = args->words[0];
  g_autoptr (TdJob) job = td_code_place_job (g_str_equal (place, "off") ? NULL : place, args->number);

  return td_cli_run_job (args, job, TRUE);
}

int
td_cli_certificate_sign (TdCliArgs *args)
{
  g_autofree char *day = args->date != NULL ? g_strdup (args->date) : td_date_dup_today ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TdSecret) passphrase = NULL;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_DONE;

  if (args->decision <= 0 || args->office == NULL)
    return td_cli_usage ("%s", _ ("To sign needs --office FILE and --decision ID."));
  if (!td_cli_parse_ids (args->awards, ids, &code))
    return code;
  passphrase = td_cli_read_passphrase (args, FALSE, &code);
  if (passphrase == NULL)
    return code;
  job = td_statement_sign_job (args->decision, ids->len > 0 ? (const gint64 *) (gpointer) ids->data : NULL, ids->len, passphrase, day);
  code = td_cli_run_job (args, job, TRUE);
  if (code != TD_CLI_DONE)
    return code;
  if (args->json)
    g_print ("{\"count\": %" G_GINT64_FORMAT "}\n", td_job_get_count (job));
  else
    g_print ("%" G_GINT64_FORMAT "\n", td_job_get_count (job));
  return TD_CLI_DONE;
}

int
td_cli_certificate_codes (TdCliArgs *args)
{
  TdCertificateOptions options = { .template_name = args->template_name, .calibration_id = args->calibration };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_DONE;

  if (args->decision <= 0 || args->output == NULL)
    return td_cli_usage ("%s", _ ("Codes need --decision ID and --output FILE.pdf."));
  if (!td_cli_parse_ids (args->awards, ids, &code))
    return code;
  if (ids->len > 0)
    {
      options.award_ids = (const gint64 *) (gpointer) ids->data;
      options.n_awards = ids->len;
    }
  job = td_statement_pages_job (args->decision, args->output, &options);
  return td_cli_print_pages (args, job);
}

/* Verifying */

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static JsonObject *
claim_to_json (const TdClaim *claim)
{
  JsonObject *object = json_object_new ();

  set_text (object, "office", claim->office);
  set_text (object, "giver", claim->giver);
  set_text (object, "award_form", claim->form);
  set_text (object, "name", claim->name);
  set_text (object, "unit", claim->unit);
  set_text (object, "decision_number", claim->number);
  set_text (object, "decision_date", claim->date);
  json_object_set_int_member (object, "register_number", claim->register_number);
  json_object_set_int_member (object, "register_year", claim->register_year);
  set_text (object, "award", claim->award);
  set_text (object, "signed_on", claim->signed_on);
  return object;
}

static void
print_json (TdVerdict *verdict)
{
  JsonObject *object = json_object_new ();
  JsonArray *differences = json_array_new ();
  GPtrArray *list = verdict->differences;
  g_autofree char *text = NULL;

  json_object_set_boolean_member (object, "genuine", verdict->outcome == TD_OUTCOME_GENUINE);
  json_object_set_string_member (object, "outcome", td_verdict_get_nick (verdict));
  json_object_set_string_member (object, "key", verdict->key_code);
  set_text (object, "key_name", verdict->key_name);
  json_object_set_boolean_member (object, "register_asked", verdict->asked_register);
  set_text (object, "note", verdict->note);
  json_object_set_object_member (object, "statement", claim_to_json (verdict->claim));
  for (guint i = 0; i < list->len; i++)
    {
      const TdDifference *difference = g_ptr_array_index (list, i);
      JsonObject *item = json_object_new ();

      set_text (item, "what", difference->what);
      set_text (item, "stated", difference->stated);
      set_text (item, "registered", difference->registered);
      json_array_add_object_element (differences, item);
    }
  json_object_set_array_member (object, "differences", differences);
  text = td_json_object_to_text (object, FALSE);
  g_print ("%s\n", text);
}

/* What is not genuine is said where errors are said. */
static void
print_plain (TdVerdict *verdict)
{
  g_autofree char *details = td_verdict_dup_details (verdict);

  if (verdict->outcome == TD_OUTCOME_GENUINE)
    g_print ("%s %s\n%s", td_verdict_get_sentence (verdict), td_verdict_get_advice (verdict), details);
  else
    g_printerr ("%s %s\n%s", td_verdict_get_sentence (verdict), td_verdict_get_advice (verdict), details);
}

static int
print_verdict (TdCliArgs *args, TdVerdict *verdict)
{
  if (args->json)
    print_json (verdict);
  else
    print_plain (verdict);
  return verdict->outcome == TD_OUTCOME_GENUINE ? TD_CLI_DONE : TD_CLI_REFUSED;
}

/* The word is the code itself, or names a file with it. */
static char *
find_code (const char *word, GError **error)
{
  return g_str_has_prefix (word, TD_CODE_PREFIX) ? g_strdup (word) : td_code_file_read (word, TD_CODE_PREFIX, NULL, error);
}

int
td_cli_certificate_verify (TdCliArgs *args)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = find_code (args->words[0], &error);
  const char *const *certificates = (const char *const *) args->certificates;
  g_autoptr (TdVerdict) verdict = NULL;
  g_autoptr (TdJob) job = NULL;
  int exit_code;

  if (code == NULL)
    return td_cli_fail (error);
  if (args->office == NULL)
    {
      verdict = td_verify_with_files (code, certificates, &error);
      return verdict != NULL ? print_verdict (args, verdict) : td_cli_fail (error);
    }
  job = td_verify_job (code, certificates);
  exit_code = td_cli_run_job (args, job, FALSE);
  return exit_code == TD_CLI_DONE ? print_verdict (args, td_job_get_object (job)) : exit_code;
}
