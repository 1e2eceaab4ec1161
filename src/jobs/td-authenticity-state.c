/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-authenticity-state"

#include "config.h"

#include "td-authenticity-state.h"
#include "td-award-corrections.h"
#include "td-keys.h"
#include "td-statements.h"

/* What the window shows of keys and codes. */

G_DEFINE_FINAL_TYPE (TdAuthenticityState, td_authenticity_state, G_TYPE_OBJECT)

static void
td_authenticity_state_finalize (GObject *object)
{
  TdAuthenticityState *self = TD_AUTHENTICITY_STATE (object);

  g_clear_object (&self->office);
  g_clear_object (&self->key);
  g_clear_object (&self->decision);
  G_OBJECT_CLASS (td_authenticity_state_parent_class)->finalize (object);
}

static void
td_authenticity_state_class_init (TdAuthenticityStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_authenticity_state_finalize;
}

static void
td_authenticity_state_init (TdAuthenticityState *self)
{
}

static gboolean
count_signed (TdAuthenticityState *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdGiver) giver = td_connection_get (connection, TD_TYPE_GIVER, self->decision->giver_id, error);
  g_autoptr (GPtrArray) awards = giver != NULL ? td_award_corrections_list (connection, td_entity_get_id (TD_ENTITY (self->decision)), error) : NULL;
  g_autoptr (GPtrArray) statements = awards != NULL ? td_statements_list (connection, self->office, self->decision, giver, awards, error) : NULL;

  if (statements == NULL)
    return FALSE;
  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr (TdStatement) statement = g_ptr_array_index (statements, i);
      gboolean stands = ((TdAward *) g_ptr_array_index (awards, i))->revocation_id == 0;

      self->n_awards += stands;
      self->n_signed += stands && statement != NULL;
    }
  return TRUE;
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const gint64 *decision_id = data;
  g_autoptr (TdAuthenticityState) self = g_object_new (TD_TYPE_AUTHENTICITY_STATE, NULL);
  g_autoptr (GError) local = NULL;

  self->office = td_keys_get_office (connection, error);
  if (self->office == NULL)
    return FALSE;
  self->key = td_keys_get_current (connection, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (*decision_id != 0)
    {
      self->decision = td_connection_get (connection, TD_TYPE_DECISION, *decision_id, error);
      if (self->decision == NULL || !count_signed (self, connection, error))
        return FALSE;
    }
  td_job_take_object (job, g_steal_pointer (&self));
  return TRUE;
}

/**
 * td_authenticity_state_job:
 * @decision_id: a decision; 0 for none
 *
 * Returns: (transfer full): a job whose object is the #TdAuthenticityState
 */
TdJob *
td_authenticity_state_job (gint64 decision_id)
{
  return td_job_new_read (read_cb, g_memdup2 (&decision_id, sizeof decision_id), g_free);
}
