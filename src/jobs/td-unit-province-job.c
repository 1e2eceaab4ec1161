/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-province-job"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-directory.h"
#include "td-unit-catalogue.h"
#include "td-unit-province-job.h"

/* Takes the units of a province from the catalogue into the office. */

static char *
key_of (const char *kind, const char *name)
{
  g_autofree char *folded = td_directory_fold (name);

  return g_strdup_printf ("%s %s", kind != NULL ? kind : "", folded);
}

/* What the office has: by code, and by kind and name what has no code and goes on. */
static GHashTable *
known_units (TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);
  g_autoptr (GPtrArray) units = td_connection_list (connection, query, error);
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      TdUnit *unit = g_ptr_array_index (units, i);

      if (unit->code != NULL)
        g_hash_table_insert (known, g_strdup (unit->code), g_object_ref (unit));
      else if (unit->valid_to == NULL)
        g_hash_table_insert (known, key_of (unit->kind, unit->name), g_object_ref (unit));
    }
  if (units == NULL)
    g_clear_pointer (&known, g_hash_table_unref);
  return known;
}

/* A unit entered by hand gets the code it lacks, and nothing else. */
static gboolean
take_unit (TdConnection *connection, GHashTable *known, TdUnit *unit, TdUnit **province, gint64 *n_added, GError **error)
{
  g_autofree char *key = key_of (unit->kind, unit->name);
  TdUnit *there = g_hash_table_lookup (known, unit->code);
  gint64 above_id = *province != NULL ? td_entity_get_id (TD_ENTITY (*province)) : 0;

  if (there == NULL)
    there = g_hash_table_lookup (known, key);
  if (*province == NULL)
    *province = there != NULL ? there : unit;
  if (there != NULL && there->code != NULL)
    return TRUE;
  *n_added += 1;
  if (there != NULL)
    {
      g_object_set (there, "code", unit->code, NULL);
      return td_connection_update (connection, there, error);
    }
  g_object_set (unit, "parent-id", above_id, "place-id", above_id, NULL);
  return td_connection_insert (connection, unit, error);
}

static gboolean
take_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) units = td_unit_catalogue_list_units (data, &local);
  g_autoptr (GHashTable) known = NULL;
  TdUnit *province = NULL;
  gint64 n_added = 0;

  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, local->message);
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  known = units != NULL ? known_units (connection, error) : NULL;
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    if (!take_unit (connection, known, g_ptr_array_index (units, i), &province, &n_added, error))
      return FALSE;
  td_connection_set_action_name (connection, ngettext ("Take %u unit of %s", "Take %u units of %s", (guint) n_added), (guint) n_added, province->name);
  td_job_set_count (job, n_added);
  if (n_added == 0)
    td_job_take_finding (job, td_finding_new ("province-there", TD_SEVERITY_INFO, _ ("All units of %s are there already."), province->name));
  return TRUE;
}

/**
 * td_unit_take_province_job:
 * @province: its statistical code, or its name
 *
 * Adds the province and the communes, wards and special zones the office lacks. Units that are there
 * are left as they are; one without a code gets it.
 *
 * Returns: (transfer full): a job; its count is how many were added
 */
TdJob *
td_unit_take_province_job (const char *province)
{
  return td_job_new_write (_ ("Take the units of a province"), take_cb, g_strdup (province), g_free);
}

static gboolean
provinces_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) provinces = td_unit_catalogue_list_provinces (error);
  GListStore *list = g_list_store_new (TD_TYPE_UNIT);

  for (guint i = 0; provinces != NULL && i < provinces->len; i++)
    g_list_store_append (list, g_ptr_array_index (provinces, i));
  td_job_take_object (job, list);
  return provinces != NULL;
}

/**
 * td_unit_provinces_job:
 *
 * Returns: (transfer full): a job; its object is a #GListModel of the provinces of the catalogue
 */
TdJob *
td_unit_provinces_job (void)
{
  return td_job_new_read (provinces_cb, NULL, NULL);
}
