/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-statement-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "td-award-corrections.h"
#include "td-calibration-jobs.h"
#include "td-certificate-set.h"
#include "td-choices.h"
#include "td-code-document.h"
#include "td-date.h"
#include "td-keys.h"
#include "td-secrets.h"
#include "td-signer.h"
#include "td-statement-jobs.h"
#include "td-statements.h"

/* Signing the awards of a decision, and printing the codes. Signing asks for the passphrase; whoever
 * prints later does not need it. */

/* Pages of officials: not translated. */
#define LINE_FORMAT "%s\nSố sổ vàng %" PRId64 "/%" PRId64

typedef struct
{
  char *place;
  char *document;
} Place;

static void
place_free (Place *place)
{
  g_free (place->place);
  g_free (place->document);
  g_free (place);
}

static gboolean
place_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Place *input = data;
  g_autoptr (TdOffice) office = td_keys_get_office (connection, error);

  if (office == NULL)
    return FALSE;
  if (input->place != NULL && td_choice_find (td_choices_code_place, input->place) == NULL)
    {
      td_job_take_finding (job, td_finding_at (td_finding_new ("code-place", TD_SEVERITY_BLOCK, _ ("Codes go on the list, the back or the front, or nowhere.")), "code_place", 0, 0));
      return td_job_refuse (job, error);
    }
  g_object_set (office, "code-place", input->place, "code-document", input->document, NULL);
  if (g_strcmp0 (input->place, "front") == 0 && input->document == NULL)
    td_job_take_finding (job, td_finding_at (td_finding_new ("code-only-own", TD_SEVERITY_INFO,
                                                             _ ("Only certificates of the office's own get the code; state forms need a document that allows it.")),
                                             "code_document", 0, 0));
  return td_connection_update (connection, office, error);
}

/**
 * td_code_place_job:
 * @place: (nullable): a nick of #td_choices_code_place; %NULL or "": there are no codes, which is how an
 *   office begins
 * @document: (nullable): number and date of what allows codes on the front of state forms
 *
 * Returns: (transfer full): a job that keeps where authenticity codes go
 */
TdJob *
td_code_place_job (const char *place, const char *document)
{
  Place *input = g_new0 (Place, 1);
  g_autofree char *words = g_strstrip (g_strdup (document != NULL ? document : ""));

  input->place = place != NULL && *place != '\0' ? g_strdup (place) : NULL;
  input->document = input->place != NULL && *words != '\0' ? g_strdup (words) : NULL;
  return td_job_new_write (N_ ("Say where authenticity codes go"), place_cb, input, (GDestroyNotify) place_free);
}

/* Signing */

typedef struct
{
  gint64 decision_id;
  GHashTable *award_ids; /* set of gint64; NULL for all */
  TdSecret *passphrase;
  char *day;

  TdOffice *office;
  TdDecision *decision;
  TdGiver *giver;
  GPtrArray *awards;
  TdSigningKey *key;
} Signing;

static void
signing_free (Signing *self)
{
  g_clear_pointer (&self->award_ids, g_hash_table_unref);
  td_secret_unref (self->passphrase);
  g_free (self->day);
  g_clear_object (&self->office);
  g_clear_object (&self->decision);
  g_clear_object (&self->giver);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_clear_object (&self->key);
  g_free (self);
}

static void
block (TdJob *job, const char *rule, const char *text)
{
  td_job_take_finding (job, td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text));
}

static gboolean
read_signing (Signing *self, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) local = NULL;

  self->office = td_keys_get_office (connection, error);
  self->decision = self->office != NULL ? td_connection_get (connection, TD_TYPE_DECISION, self->decision_id, error) : NULL;
  self->giver = self->decision != NULL ? td_connection_get (connection, TD_TYPE_GIVER, self->decision->giver_id, error) : NULL;
  all = self->giver != NULL ? td_award_corrections_list (connection, self->decision_id, error) : NULL;
  if (all == NULL)
    return FALSE;
  self->awards = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TdAward *award = g_ptr_array_index (all, i);
      gint64 id = td_entity_get_id (TD_ENTITY (award));

      /* Of all, those that still stand; whoever names a revoked one is told. */
      if (self->award_ids == NULL ? award->revocation_id == 0 : g_hash_table_contains (self->award_ids, &id))
        g_ptr_array_add (self->awards, g_object_ref (award));
    }
  self->key = td_keys_get_current (connection, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
check_revoked (TdJob *job, GPtrArray *awards)
{
  for (guint i = 0; i < awards->len; i++)
    {
      const TdAward *award = g_ptr_array_index (awards, i);

      if (award->revocation_id != 0)
        td_job_take_finding (job, td_finding_at (td_finding_new ("award-revoked", TD_SEVERITY_BLOCK, _ ("The award was revoked by %s: it is not signed."), award->revoked_by), award->subject_name, td_entity_get_id ((TdEntity *) award), 0));
    }
}

/* All that stands in the way. */
static gboolean
check_signing (Signing *self, TdJob *job, GError **error)
{
  gboolean front = g_strcmp0 (self->office->code_place, "front") == 0;

  check_revoked (job, self->awards);
  if (!td_date_is_day (self->day))
    block (job, "key-day", _ ("The day is missing, or is none."));
  if (self->office->code_place == NULL)
    block (job, "code-off", _ ("The office has no authenticity codes. Say first where they go."));
  if (g_strcmp0 (self->decision->state, "issued") != 0)
    block (job, "decision-not-issued", _ ("Only what is issued is signed: number and date are not fixed yet."));
  if (self->awards->len == 0)
    block (job, "decision-empty", _ ("The decision has no names."));
  if (front && self->office->code_document == NULL && td_statements_is_state_form (self->giver))
    block (job, "code-state-form", _ ("A state form carries no authenticity code on its front. Print the codes on the back or with the list, or name the document that allows it."));
  if (self->key == NULL)
    block (job, "key-none", _ ("The office has no key to sign with. Make one first."));
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

static TdSigner *
unlock (Signing *self, TdJob *job, TdConnection *connection, GError **error)
{
  g_autofree char *secret = NULL;

  if (!td_secrets_get (connection, self->key->code, &secret, error))
    return NULL;
  if (secret != NULL)
    return td_keys_unlock (job, secret, self->passphrase, error);
  block (job, "key-not-here", _ ("The private key is not in this office file."));
  td_job_refuse (job, error);
  return NULL;
}

static gboolean
sign_award (Signing *self, TdConnection *connection, TdSigner *signer, const TdPublicKey *key, TdAward *award, guint *n_signed, GError **error)
{
  g_autoptr (TdClaim) claim = td_statements_make_claim (self->office, self->giver, self->decision, award, self->day);
  g_autoptr (TdStatement) there = NULL, made = NULL;
  g_autofree char *code = NULL;

  if (!td_statements_find (connection, claim, td_entity_get_id (TD_ENTITY (award)), &there, error))
    return FALSE;
  if (there != NULL)
    return TRUE;
  code = td_signer_sign (signer, key, claim, error);
  if (code == NULL)
    return FALSE;
  made = g_object_new (TD_TYPE_STATEMENT, "award-id", td_entity_get_id (TD_ENTITY (award)), "key-id", td_entity_get_id (TD_ENTITY (self->key)),
                       "signed-on", self->day, "code", code, NULL);
  (*n_signed)++;
  return td_connection_insert (connection, made, error);
}

static gboolean
sign_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Signing *self = data;
  g_autoptr (TdPublicKey) key = NULL;
  g_autoptr (TdSigner) signer = NULL;
  guint n_signed = 0;

  if (!read_signing (self, connection, error) || !check_signing (self, job, error))
    return FALSE;
  key = td_public_key_new (self->key->certificate, strlen (self->key->certificate), error);
  signer = key != NULL ? unlock (self, job, connection, error) : NULL;
  if (signer == NULL)
    return FALSE;
  for (guint i = 0; i < self->awards->len; i++)
    {
      if (!sign_award (self, connection, signer, key, g_ptr_array_index (self->awards, i), &n_signed, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
      td_job_report (job, (i + 1.0) / self->awards->len, _ ("Signing"));
    }
  td_connection_set_action_name (connection, ngettext ("Sign %u award of decision %s", "Sign %u awards of decision %s", n_signed), n_signed, self->decision->number);
  td_connection_set_barrier (connection, _ ("What was signed stays signed. If it was wrong, correct or revoke the award."));
  td_job_set_count (job, n_signed);
  return TRUE;
}

/**
 * td_statement_sign_job:
 * @decision_id: an issued decision
 * @award_ids: (array length=n_awards) (nullable): which of its awards; %NULL for all
 * @n_awards: how many
 * @passphrase: opens the office's key
 * @day: the ISO day
 *
 * Signs what the register says of each award. What is signed already stays as it is. It cannot be undone.
 *
 * Returns: (transfer full): the job; its count is how many were signed now
 */
TdJob *
td_statement_sign_job (gint64 decision_id, const gint64 *award_ids, guint n_awards, TdSecret *passphrase, const char *day)
{
  Signing *self = g_new0 (Signing, 1);

  self->decision_id = decision_id;
  if (award_ids != NULL)
    self->award_ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; award_ids != NULL && i < n_awards; i++)
    g_hash_table_add (self->award_ids, g_memdup2 (&award_ids[i], sizeof (gint64)));
  self->passphrase = td_secret_ref (passphrase);
  self->day = g_strdup (day);
  return td_job_new_write (N_ ("Sign awards"), sign_cb, self, (GDestroyNotify) signing_free);
}

/* Printing */

typedef struct
{
  TdCertificateSet *set;
  char *path;
  TdOffice *office;
  GPtrArray *entries; /* of TdCodeEntry, in the order of the pages */
  char *key;
} Pages;

static void
pages_free (Pages *self)
{
  td_certificate_set_free (self->set);
  g_free (self->path);
  g_clear_object (&self->office);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self->key);
  g_free (self);
}

static void
take_entry (Pages *self, const TdAward *award, TdStatement *statement)
{
  TdCodeEntry *entry = g_new0 (TdCodeEntry, 1);

  entry->code = g_strdup (statement->code);
  entry->name = g_strdup (award->printed_name != NULL ? award->printed_name : award->subject_name);
  entry->line = g_strdup_printf (LINE_FORMAT, award->award_form, award->register_number, award->register_year);
  g_ptr_array_add (self->entries, entry);
  if (self->key == NULL)
    self->key = g_strdup (statement->key_code);
}

static gboolean
read_pages_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Pages *self = data;
  g_autoptr (GPtrArray) statements = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  guint n_missing = 0;

  self->office = td_keys_get_office (connection, error);
  if (self->office == NULL || !td_certificate_set_read (self->set, job, connection, error))
    return FALSE;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) td_code_entry_free);
  awards = td_certificate_set_list_awards (self->set, connection, 0, G_MAXUINT, error);
  statements = awards != NULL ? td_statements_list (connection, self->office, self->set->decision, self->set->giver, awards, error) : NULL;
  if (statements == NULL)
    return FALSE;
  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr (TdStatement) statement = g_ptr_array_index (statements, i);

      if (statement != NULL)
        take_entry (self, g_ptr_array_index (awards, i), statement);
      else
        n_missing++;
    }
  if (self->office->code_place == NULL)
    block (job, "code-off", _ ("The office has no authenticity codes. Say first where they go."));
  else if (g_str_equal (self->office->code_place, "front"))
    block (job, "code-on-front", _ ("The codes stand on the certificates themselves and are printed with them."));
  else if (n_missing > 0)
    td_job_take_finding (job, td_finding_new ("code-unsigned", TD_SEVERITY_BLOCK,
                                              ngettext ("%u award is not signed yet, or was changed since.", "%u awards are not signed yet, or were changed since.", n_missing), n_missing));
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

static TdDocument *
make_pages (Pages *self)
{
  const TdDecision *decision = self->set->decision;
  g_autofree char *date = td_date_to_words (decision->date);
  g_autofree char *line = g_strdup_printf ("Quyết định số %s %s", decision->number, date);
  const TdCodeHead head = { self->office->name, line, decision->title, self->key };
  TdTemplate *template = td_certificate_set_get_template (self->set, 0);
  g_autoptr (TdDocument) backs = NULL;

  if (g_str_equal (self->office->code_place, "list"))
    return TD_DOCUMENT (td_code_document_new_list (&head, self->entries));
  backs = TD_DOCUMENT (td_code_document_new_backs (&head, self->entries, td_template_get_width (template), td_template_get_height (template)));
  return self->set->calibration != NULL ? td_calibration_correct (backs, self->set->calibration) : g_steal_pointer (&backs);
}

static void
page_cb (guint done, guint total, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf (_ ("%u of %u pages"), done, total);

  td_job_report (user_data, (double) done / total, text);
}

static gboolean
pages_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Pages *self = data;
  g_autoptr (TdDocument) document = make_pages (self);
  g_autoptr (GError) local = NULL;

  td_job_set_count (job, td_document_get_n_pages (document));
  if (td_document_write_pdf (document, self->path, "Mã xác thực khen thưởng", page_cb, job, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The PDF could not be written: %s."), local->message);
  return FALSE;
}

/**
 * td_statement_pages_job:
 * @decision_id: a decision whose awards are signed
 * @path: the PDF to make or replace
 * @options: (nullable): which certificates, in which order, with which template and printer
 *
 * Prints the codes where the office wants them: on pages that go with the list, or as the backs of the
 * certificates, a page for each in the same order.
 *
 * Returns: (transfer full): the job; its count is the number of pages
 */
TdJob *
td_statement_pages_job (gint64 decision_id, const char *path, const TdCertificateOptions *options)
{
  Pages *self = g_new0 (Pages, 1);
  TdJob *job;

  self->set = td_certificate_set_new (decision_id, options);
  self->path = g_strdup (path);
  job = td_job_new_read (read_pages_cb, self, (GDestroyNotify) pages_free);
  td_job_set_after (job, pages_after);
  return job;
}
