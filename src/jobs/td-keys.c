/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-keys"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-keys.h"

/* What the jobs on keys and codes share. */

/**
 * td_keys_get_office:
 * @connection: the office file
 * @error: return location
 *
 * Returns: (transfer full): whose file this is
 */
TdOffice *
td_keys_get_office (TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE);
  g_autoptr (GPtrArray) offices = td_connection_list (connection, query, error);

  if (offices != NULL && offices->len > 0)
    return g_object_ref (g_ptr_array_index (offices, 0));
  if (offices != NULL)
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("This file says of no office whose it is."));
  return NULL;
}

/**
 * td_keys_get_current:
 * @connection: the office file
 * @error: return location; set when the file could not be read
 *
 * Returns: (transfer full) (nullable): the key the office signs with now: its newest that is not retired
 */
TdSigningKey *
td_keys_get_current (TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SIGNING_KEY);
  g_autoptr (GPtrArray) keys = NULL;

  td_query_where_number (query, "own", 1);
  keys = td_connection_list (connection, query, error);
  for (guint i = keys != NULL ? keys->len : 0; i > 0; i--)
    if (((TdSigningKey *) g_ptr_array_index (keys, i - 1))->retired_on == NULL)
      return g_object_ref (g_ptr_array_index (keys, i - 1));
  return NULL;
}

/**
 * td_keys_unlock:
 * @job: takes the finding that the passphrase is wrong
 * @secret: an encrypted private key
 * @passphrase: what may open it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the key, open
 */
TdSigner *
td_keys_unlock (TdJob *job, const char *secret, const TdSecret *passphrase, GError **error)
{
  g_autoptr (GError) local = NULL;
  TdSigner *signer = td_signer_unlock (secret, passphrase, &local);

  if (g_error_matches (local, TD_CODE_ERROR, TD_CODE_ERROR_PASSPHRASE))
    {
      td_job_take_finding (job, td_finding_at (td_finding_new ("key-passphrase", TD_SEVERITY_BLOCK, "%s", local->message), "passphrase", 0, 0));
      td_job_refuse (job, error);
    }
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return signer;
}
