/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-statements"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-certificate-document.h"
#include "td-code.h"
#include "td-keys.h"
#include "td-statements.h"

/* What the office states of its awards, and whether it has signed it. */

/**
 * td_statements_make_claim:
 * @office: whose register it is
 * @giver: who gives
 * @decision: an issued decision
 * @award: a line of it
 * @day: (nullable): ISO day of signing
 *
 * Takes what the register has fixed at issue; how a name is printed may still change, so it counts for nothing.
 *
 * Returns: (transfer full): what can be stated of the award
 */
TdClaim *
td_statements_make_claim (const TdOffice *office, const TdGiver *giver, const TdDecision *decision, const TdAward *award, const char *day)
{
  TdClaim *claim = td_claim_new ();
  const char *where = award->residence != NULL && g_strcmp0 (award->subject_kind, "household") == 0 ? award->residence : award->unit_name;

  claim->office = g_strdup (office->name);
  claim->giver = g_strdup (giver->name);
  claim->form = award->posthumous ? g_strdup_printf ("%s (truy tặng)", award->award_form) : g_strdup (award->award_form);
  claim->name = g_strdup (award->subject_name);
  claim->unit = g_strdup_printf ("%s%s%s", award->post != NULL ? award->post : "", award->post != NULL && where != NULL ? ", " : "", where != NULL ? where : "");
  claim->number = g_strdup (decision->number);
  claim->date = g_strdup (decision->date);
  claim->register_number = award->register_number;
  claim->register_year = award->register_year;
  claim->award = td_claim_dup_award (td_entity_get_uuid ((TdEntity *) award));
  claim->signed_on = g_strdup (day);
  return claim;
}

/**
 * td_statements_is_state_form:
 * @giver: who gives
 *
 * Certificates of the State, of ministries and of provinces (Bằng khen and above) carry nothing that their
 * decree does not name. What heads of departments, communes and enterprises give is their own.
 *
 * Returns: whether no foreign mark belongs on the front
 */
gboolean
td_statements_is_state_form (const TdGiver *giver)
{
  static const char *const own[] = { "department", "commune", "enterprise", NULL };

  return giver->level == NULL || !g_strv_contains (own, giver->level);
}

/* The same but for the day it was signed on. */
static gboolean
states (const TdStatement *statement, const TdClaim *claim)
{
  g_autoptr (TdCode) code = td_code_read (statement->code, NULL);
  g_autofree char *signed_text = NULL, *text = NULL;
  TdClaim wanted = *claim;

  if (code == NULL)
    return FALSE;
  wanted.signed_on = code->claim->signed_on;
  signed_text = td_claim_to_text (code->claim);
  text = td_claim_to_text (&wanted);
  return g_str_equal (signed_text, text);
}

/**
 * td_statements_find:
 * @connection: the office file
 * @claim: what is to be stated now
 * @award_id: of which award
 * @statement: (out) (nullable) (transfer full): what was signed, with a key that still holds; %NULL when
 *   nothing was, or something else
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
td_statements_find (TdConnection *connection, const TdClaim *claim, gint64 award_id, TdStatement **statement, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STATEMENT);
  g_autoptr (GPtrArray) statements = NULL;

  *statement = NULL;
  td_query_where_number (query, "award-id", award_id);
  statements = td_connection_list (connection, query, error);
  for (guint i = 0; statements != NULL && i < statements->len && *statement == NULL; i++)
    {
      TdStatement *candidate = g_ptr_array_index (statements, statements->len - 1 - i);
      g_autoptr (TdSigningKey) key = NULL;

      if (!states (candidate, claim))
        continue;
      key = td_connection_get (connection, TD_TYPE_SIGNING_KEY, candidate->key_id, error);
      if (key == NULL)
        return FALSE;
      if (key->retired_on == NULL)
        *statement = g_object_ref (candidate);
    }
  return statements != NULL;
}

/**
 * td_statements_list:
 * @connection: the office file
 * @office: whose it is
 * @decision: an issued decision
 * @giver: who gives
 * @awards: (element-type TdAward): lines of it
 * @error: return location
 *
 * Returns: (transfer full): for each award its #TdStatement, or %NULL where none is signed that says what
 *   the register says now; %NULL when the file could not be read
 */
GPtrArray *
td_statements_list (TdConnection *connection, const TdOffice *office, const TdDecision *decision, const TdGiver *giver, GPtrArray *awards, GError **error)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new_full (awards->len, NULL);

  for (guint i = 0; i < awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (awards, i);
      g_autoptr (TdClaim) claim = td_statements_make_claim (office, giver, decision, award, NULL);
      TdStatement *statement = NULL;

      if (!td_statements_find (connection, claim, td_entity_get_id (TD_ENTITY (award)), &statement, error) || td_connection_is_cancelled (connection, error))
        {
          g_clear_object (&statement);
          for (guint j = 0; j < statements->len; j++)
            if (g_ptr_array_index (statements, j) != NULL)
              g_object_unref (g_ptr_array_index (statements, j));
          return NULL;
        }
      g_ptr_array_add (statements, statement);
    }
  return g_steal_pointer (&statements);
}

/* Codes on the front */

/**
 * td_front_codes_new:
 * @connection: the office file
 * @error: return location
 *
 * Returns: (transfer full): what puts authenticity codes on the front of certificates, where the office wants them there
 */
TdFrontCodes *
td_front_codes_new (TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE);
  g_autoptr (GPtrArray) offices = td_connection_list (connection, query, error);
  TdFrontCodes *self;

  if (offices == NULL)
    return NULL;
  self = g_new0 (TdFrontCodes, 1);
  if (offices->len > 0 && g_strcmp0 (((TdOffice *) g_ptr_array_index (offices, 0))->code_place, "front") == 0)
    self->office = g_object_ref (g_ptr_array_index (offices, 0));
  return self;
}

/**
 * td_front_codes_free:
 * @self: (transfer full): codes
 */
void
td_front_codes_free (TdFrontCodes *self)
{
  g_clear_object (&self->office);
  g_free (self);
}

/**
 * td_front_codes_put:
 * @self: codes
 * @connection: the office file
 * @decision: of the certificate
 * @giver: who gives
 * @award: whose it is
 * @fields: (element-type utf8 utf8): what it says; gets the code
 * @error: return location
 *
 * Adds the authenticity code where the office wants it on the front: never on a sheet that is only a
 * trial, and on state forms only when a document allows it.
 *
 * Returns: whether the file could be read
 */
gboolean
td_front_codes_put (TdFrontCodes *self, TdConnection *connection, const TdDecision *decision, const TdGiver *giver, const TdAward *award, GHashTable *fields, GError **error)
{
  g_autoptr (TdClaim) claim = NULL;
  g_autoptr (TdStatement) statement = NULL;

  if (self->office == NULL || g_strcmp0 (decision->state, "issued") != 0)
    return TRUE;
  if (td_statements_is_state_form (giver) && self->office->code_document == NULL)
    {
      self->left_out = TRUE;
      return TRUE;
    }
  claim = td_statements_make_claim (self->office, giver, decision, award, NULL);
  if (!td_statements_find (connection, claim, td_entity_get_id ((TdEntity *) award), &statement, error))
    return FALSE;
  if (statement != NULL)
    g_hash_table_insert (fields, g_strdup (TD_CERTIFICATE_CODE), g_strdup (statement->code));
  else
    self->n_missing++;
  return TRUE;
}

/**
 * td_front_codes_tell:
 * @self: codes of all certificates
 * @job: takes what keeps them off, told once
 */
void
td_front_codes_tell (TdFrontCodes *self, TdJob *job)
{
  if (self->left_out)
    td_job_take_finding (job, td_finding_new ("code-state-form", TD_SEVERITY_WARNING,
                                              _ ("A state form carries no authenticity code on its front. It was left out.")));
  if (self->n_missing > 0)
    td_job_take_finding (job, td_finding_new ("code-unsigned", TD_SEVERITY_WARNING,
                                              ngettext ("%u certificate is not signed and gets no authenticity code.",
                                                        "%u certificates are not signed and get no authenticity code.", self->n_missing),
                                              self->n_missing));
}
