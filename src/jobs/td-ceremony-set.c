/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-set"

#include "config.h"

#include "td-award-corrections.h"
#include "td-ceremony-lines.h"
#include "td-ceremony-set.h"
#include "td-wording-jobs.h"

static void
entry_free (TdCeremonyEntry *entry)
{
  g_clear_object (&entry->line);
  g_clear_object (&entry->award);
  g_clear_object (&entry->subject);
  g_clear_object (&entry->decision);
  g_clear_object (&entry->giver);
  g_free (entry);
}

/* A few decisions and givers serve all lines. */
static gpointer
get_once (TdConnection *connection, GHashTable *known, GType type, gint64 id, GError **error)
{
  gpointer record = g_hash_table_lookup (known, &id);

  if (record == NULL)
    {
      record = td_connection_get (connection, type, id, error);
      if (record == NULL)
        return NULL;
      g_hash_table_insert (known, g_memdup2 (&id, sizeof id), record);
    }
  return g_object_ref (record);
}

static gboolean
read_entry (TdCeremonySet *self, TdConnection *connection, TdCeremonyLine *line, GError **error)
{
  TdCeremonyEntry *entry = g_new0 (TdCeremonyEntry, 1);

  g_ptr_array_add (self->entries, entry);
  entry->line = g_object_ref (line);
  entry->award = td_connection_get (connection, TD_TYPE_AWARD, line->award_id, error);
  entry->subject = entry->award != NULL ? td_connection_get (connection, TD_TYPE_SUBJECT, entry->award->subject_id, error) : NULL;
  entry->decision = entry->subject != NULL ? get_once (connection, self->decisions, TD_TYPE_DECISION, entry->award->decision_id, error) : NULL;
  entry->giver = entry->decision != NULL ? get_once (connection, self->givers, TD_TYPE_GIVER, entry->award->giver_id, error) : NULL;
  return entry->giver != NULL;
}

/* What is called and written on labels is what stands on the certificates. */
static gboolean
correct_awards (TdCeremonySet *self, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (awards, ((TdCeremonyEntry *) g_ptr_array_index (self->entries, i))->award);
  return td_award_corrections_apply (connection, awards, error);
}

/**
 * td_ceremony_set_read:
 * @connection: the office file
 * @ceremony_id: a ceremony
 * @error: return location
 *
 * Returns: (transfer full): its lines in the one order all papers have
 */
TdCeremonySet *
td_ceremony_set_read (TdConnection *connection, gint64 ceremony_id, GError **error)
{
  g_autoptr (TdCeremonySet) self = g_new0 (TdCeremonySet, 1);
  g_autoptr (TdWording) wording = td_wording_load (connection, error);
  g_autoptr (GPtrArray) lines = NULL;

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->decisions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->givers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  if (wording == NULL)
    return NULL;
  self->persons_first = g_strcmp0 (wording->kind_order, "persons") == 0;
  self->ceremony = td_connection_get (connection, TD_TYPE_CEREMONY, ceremony_id, error);
  lines = self->ceremony != NULL ? td_ceremony_lines_list (connection, ceremony_id, error) : NULL;
  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (line->carried_to_id == 0 && (!read_entry (self, connection, line, error) || td_connection_is_cancelled (connection, error)))
        return NULL;
    }
  return correct_awards (self, connection, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * td_ceremony_set_free:
 * @self: (transfer full): a set
 */
void
td_ceremony_set_free (TdCeremonySet *self)
{
  g_clear_object (&self->ceremony);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->decisions);
  g_hash_table_unref (self->givers);
  g_free (self);
}
