/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-verify"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-corrections.h"
#include "td-date.h"
#include "td-keys.h"
#include "td-code-picture.h"
#include "td-public-key.h"
#include "td-statements.h"
#include "td-verify.h"

/* Whether an authenticity code is genuine: first by the signature, which anybody can check, then by the
 * register, where this office's own is at hand. */

#define CODE_KEY "td-code"

/* The signature */

/* Which key, and what is known of it. */
typedef struct
{
  TdPublicKey *key; /* NULL: unknown */
  char *retired_on;
  gboolean own;
} Signatory;

static void
signatory_clear (Signatory *self)
{
  g_clear_pointer (&self->key, td_public_key_unref);
  g_clear_pointer (&self->retired_on, g_free);
}

static TdPublicKey *
find_in_files (const char *code, const char *const *certificates, GError **error)
{
  TdPublicKey *found = NULL;

  for (guint i = 0; certificates != NULL && certificates[i] != NULL; i++)
    {
      g_autoptr (TdPublicKey) key = td_public_key_new_from_file (certificates[i], error);

      if (key == NULL)
        {
          g_clear_pointer (&found, td_public_key_unref);
          return NULL;
        }
      if (found == NULL && g_str_equal (td_public_key_get_code (key), code))
        found = td_public_key_ref (key);
    }
  return found;
}

static TdVerdict *
judge_signature (TdCode *code, const Signatory *signatory)
{
  TdVerdict *verdict = g_object_new (TD_TYPE_VERDICT, NULL);

  verdict->claim = g_steal_pointer (&code->claim);
  verdict->key_code = g_strdup (code->key);
  if (signatory->key == NULL)
    {
      verdict->outcome = TD_OUTCOME_UNKNOWN_KEY;
      return verdict;
    }
  verdict->key_name = g_strdup (td_public_key_get_name (signatory->key));
  if (!td_public_key_verify (signatory->key, code->signature, code->text, code->length))
    verdict->outcome = TD_OUTCOME_ALTERED;
  else if (signatory->retired_on != NULL && g_strcmp0 (verdict->claim->signed_on, signatory->retired_on) >= 0)
    verdict->outcome = TD_OUTCOME_KEY_RETIRED;
  else if (signatory->retired_on != NULL)
    verdict->note = g_strdup (_ ("The key has been retired since. Whoever had it then could write an earlier day: look into the register."));
  return verdict;
}

/**
 * td_verify_with_files:
 * @code: the text of a code
 * @certificates: (nullable) (array zero-terminated=1): files of certificates that are trusted
 * @error: return location
 *
 * Verifies with no office file at hand.
 *
 * Returns: (transfer full): the verdict; %NULL when there is no whole code, or a certificate cannot be read
 */
TdVerdict *
td_verify_with_files (const char *code, const char *const *certificates, GError **error)
{
  g_autoptr (TdCode) read = td_code_read (code, error);
  g_autoptr (GError) local = NULL;
  Signatory signatory = { NULL };
  TdVerdict *verdict;

  if (read == NULL)
    return NULL;
  signatory.key = find_in_files (read->key, certificates, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  verdict = judge_signature (read, &signatory);
  signatory_clear (&signatory);
  return verdict;
}

/* The register */

static void
compare (TdVerdict *verdict, const char *what, const char *stated, const char *registered)
{
  if (g_strcmp0 (stated != NULL ? stated : "", registered != NULL ? registered : "") != 0)
    td_verdict_add_difference (verdict, what, stated, registered);
}

/* Both as they are signed: cut and cleaned alike. */
static gboolean
compare_claims (TdVerdict *verdict, TdClaim *now)
{
  g_autofree char *text = NULL;
  g_autoptr (TdClaim) registered = NULL;
  const TdClaim *stated = verdict->claim;

  g_free (now->signed_on);
  now->signed_on = g_strdup (stated->signed_on);
  text = td_claim_to_text (now);
  registered = td_claim_parse (text, strlen (text));
  if (registered == NULL)
    return FALSE;
  compare (verdict, _ ("Office"), stated->office, registered->office);
  compare (verdict, _ ("Giver"), stated->giver, registered->giver);
  compare (verdict, _ ("Award form"), stated->form, registered->form);
  compare (verdict, _ ("Name"), stated->name, registered->name);
  compare (verdict, _ ("Post and unit"), stated->unit, registered->unit);
  compare (verdict, _ ("Decision"), stated->number, registered->number);
  compare (verdict, _ ("Date of the decision"), stated->date, registered->date);
  if (verdict->differences->len > 0)
    verdict->outcome = TD_OUTCOME_DIFFERS;
  return TRUE;
}

/* What an act says of the award; the note of one that corrected it tells why code and register differ. */
static gboolean
ask_acts (TdVerdict *verdict, TdConnection *connection, const TdAward *award, GError **error)
{
  g_autoptr (TdDecisionActLine) line = NULL;
  g_autofree char *day = NULL;

  if (!td_award_corrections_find_last (connection, td_entity_get_id ((TdEntity *) award), &line, error))
    return FALSE;
  if (line == NULL || (award->revocation_id == 0 && verdict->outcome != TD_OUTCOME_DIFFERS))
    return TRUE;
  day = td_date_to_display (line->act_date);
  g_free (verdict->note);
  if (award->revocation_id != 0)
    {
      verdict->outcome = TD_OUTCOME_REVOKED;
      /* Translators: number and date of a document */
      verdict->note = g_strdup_printf (_ ("The award was revoked by %s of %s."), line->act_number, day);
    }
  else
    /* Translators: number and date of a document */
    verdict->note = g_strdup_printf (_ ("The decision was corrected by %s of %s; this is a certificate, or a code, from before."), line->act_number, day);
  return TRUE;
}

/* Whether a certificate of the award still counts: not when it was taken back with no other in its place. */
static gboolean
check_standing (TdVerdict *verdict, TdConnection *connection, const TdAward *award, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GPtrArray) sheets = NULL;
  const TdStockSheet *taken_back = NULL;

  td_query_where_number (query, "award-id", td_entity_get_id ((TdEntity *) award));
  sheets = td_connection_list (connection, query, error);
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const TdStockSheet *sheet = g_ptr_array_index (sheets, i);

      if (g_strcmp0 (sheet->state, "taken_back") == 0 || (g_strcmp0 (sheet->state, "destroyed") == 0 && sheet->presented_on != NULL))
        taken_back = sheet;
      else if (g_strcmp0 (sheet->state, "spoiled") != 0 && g_strcmp0 (sheet->state, "destroyed") != 0)
        return TRUE; /* another certificate is with the recipient, or on its way */
    }
  if (taken_back != NULL)
    {
      verdict->outcome = TD_OUTCOME_REVOKED;
      g_free (verdict->note);
      verdict->note = g_strdup_printf (_ ("Blank %s was taken back: %s"), taken_back->code, taken_back->reason != NULL ? taken_back->reason : "");
    }
  return sheets != NULL;
}

static gboolean
ask_award (TdVerdict *verdict, TdConnection *connection, TdAward *award, GError **error)
{
  g_autoptr (TdOffice) office = td_keys_get_office (connection, error);
  g_autoptr (TdDecision) decision = office != NULL ? td_connection_get (connection, TD_TYPE_DECISION, award->decision_id, error) : NULL;
  g_autoptr (TdGiver) giver = decision != NULL ? td_connection_get (connection, TD_TYPE_GIVER, decision->giver_id, error) : NULL;
  g_autoptr (TdClaim) now = NULL;

  if (giver == NULL)
    return FALSE;
  now = td_statements_make_claim (office, giver, decision, award, NULL);
  if (!compare_claims (verdict, now))
    return TRUE;
  if (!ask_acts (verdict, connection, award, error))
    return FALSE;
  return verdict->outcome != TD_OUTCOME_GENUINE || check_standing (verdict, connection, award, error);
}

/* By its number in the golden register, and the beginning of its uuid: several givers count apart. */
static gboolean
ask_register (TdVerdict *verdict, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);
  g_autoptr (GPtrArray) awards = NULL;

  verdict->asked_register = TRUE;
  td_query_where_number (query, "register-number", verdict->claim->register_number);
  td_query_where_number (query, "register-year", verdict->claim->register_year);
  awards = td_connection_list (connection, query, error);
  if (awards == NULL)
    return FALSE;
  for (guint i = 0; i < awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (awards, i);
      g_autoptr (TdAward) now = NULL;
      g_autofree char *short_id = td_claim_dup_award (td_entity_get_uuid (TD_ENTITY (award)));

      if (g_strcmp0 (short_id, verdict->claim->award) != 0)
        continue;
      now = td_award_corrections_get (connection, td_entity_get_id (TD_ENTITY (award)), error);
      return now != NULL && ask_award (verdict, connection, now, error);
    }
  verdict->outcome = TD_OUTCOME_NOT_IN_REGISTER;
  return TRUE;
}

typedef struct
{
  char *code;
  char **certificates;
  char *path;
} Input;

static void
input_free (Input *input)
{
  g_free (input->code);
  g_strfreev (input->certificates);
  g_free (input->path);
  g_free (input);
}

/* A key the office file knows counts as it says; certificates given beside it add to those. */
static gboolean
find_signatory (const Input *input, TdConnection *connection, const char *code, Signatory *signatory, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SIGNING_KEY);
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GError) local = NULL;

  td_query_where_text (query, "code", code);
  keys = td_connection_list (connection, query, error);
  if (keys == NULL)
    return FALSE;
  if (keys->len > 0)
    {
      const TdSigningKey *key = g_ptr_array_index (keys, 0);

      signatory->key = td_public_key_new (key->certificate, strlen (key->certificate), error);
      signatory->retired_on = g_strdup (key->retired_on);
      signatory->own = key->own;
      return signatory->key != NULL;
    }
  signatory->key = find_in_files (code, (const char *const *) input->certificates, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
verify_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdCode) code = td_code_read (input->code, error);
  g_autoptr (TdVerdict) verdict = NULL;
  Signatory signatory = { NULL };
  gboolean own;

  if (code == NULL || !find_signatory (input, connection, code->key, &signatory, error))
    return FALSE;
  verdict = judge_signature (code, &signatory);
  own = signatory.own;
  signatory_clear (&signatory);
  if (own && verdict->outcome == TD_OUTCOME_GENUINE && !ask_register (verdict, connection, error))
    return FALSE;
  td_job_take_object (job, g_steal_pointer (&verdict));
  return TRUE;
}

/**
 * td_verify_job:
 * @code: the text of a code
 * @certificates: (nullable) (array zero-terminated=1): files of certificates that are trusted beside the
 *   keys of the office file
 *
 * Returns: (transfer full): a job whose object is the #TdVerdict
 */
TdJob *
td_verify_job (const char *code, const char *const *certificates)
{
  Input *input = g_new0 (Input, 1);

  input->code = g_strdup (code);
  input->certificates = g_strdupv ((char **) certificates);
  return td_job_new_read (verify_cb, input, (GDestroyNotify) input_free);
}

static gboolean
nothing_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
find_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  char *code = td_code_file_read (input->path, TD_CODE_PREFIX, cancellable, error);

  g_object_set_data_full (G_OBJECT (job), CODE_KEY, code, g_free);
  return code != NULL;
}

/**
 * td_code_find_job:
 * @path: a scan, a photo, or a text file with the letters of a code
 *
 * Looks at a picture while lists go on filling.
 *
 * Returns: (transfer full): a job after which td_code_find_job_get() gives the code
 */
TdJob *
td_code_find_job (const char *path)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  input->path = g_strdup (path);
  job = td_job_new_read (nothing_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, find_after);
  return job;
}

/**
 * td_code_find_job_get:
 * @job: from td_code_find_job(), and it went well
 *
 * Returns: the text of the code that was found
 */
const char *
td_code_find_job_get (TdJob *job)
{
  return g_object_get_data (G_OBJECT (job), CODE_KEY);
}
