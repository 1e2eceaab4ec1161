/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-wording-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-text.h"
#include "td-wording-jobs.h"

/* What the office words in its own way: one record, or none while all is as usual. */

/* No certificate has room for more. */
#define MAX_LENGTH 300

static TdWording *
find_wording (TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_WORDING);
  g_autoptr (GError) local = NULL;
  TdWording *wording = td_connection_find (connection, query, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (wording == NULL)
    wording = td_wording_new_usual ();
  else
    td_wording_fill_usual (wording);
  return wording;
}

/**
 * td_wording_load:
 * @connection: the office file
 * @error: return location
 *
 * Returns: (transfer full): how the office words its decisions and certificates, with the usual
 *   words and the office's province where nobody has chosen others
 */
TdWording *
td_wording_load (TdConnection *connection, GError **error)
{
  g_autoptr (TdWording) wording = find_wording (connection, error);
  g_autoptr (TdQuery) offices = td_query_new (TD_TYPE_OFFICE);
  g_autoptr (TdOffice) office = NULL;
  g_autoptr (GError) local = NULL;

  if (wording == NULL || wording->province != NULL)
    return g_steal_pointer (&wording);
  office = td_connection_find (connection, offices, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (office != NULL)
    g_object_set (wording, "province", office->province, NULL);
  return g_steal_pointer (&wording);
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  TdWording *wording = find_wording (connection, error);

  if (wording != NULL)
    td_job_take_object (job, wording);
  return wording != NULL;
}

/**
 * td_wording_job:
 *
 * Returns: (transfer full): a job whose object is the #TdWording as it is kept, the usual one when
 *   none is
 */
TdJob *
td_wording_job (void)
{
  return td_job_new_read (read_cb, NULL, NULL);
}

typedef struct
{
  TdWording *wording; /* to be kept, or NULL */
  char **settings;    /* KEY=VALUE */
} Input;

static void
input_free (Input *input)
{
  g_clear_object (&input->wording);
  g_strfreev (input->settings);
  g_free (input);
}

static void
check_field (TdJob *job, TdWording *wording, const TdField *field)
{
  const char *text = td_field_is_number (field) ? NULL : td_entity_get_text (TD_ENTITY (wording), field);
  TdFinding *finding = NULL;

  if (text == NULL)
    return;
  if (field->kind == TD_FIELD_CHOICE && td_field_find_choice (field, text) == NULL)
    finding = td_finding_new ("field-choice", TD_SEVERITY_BLOCK, _ ("“%s” is not one of the choices for “%s”."), text, _ (field->label));
  else if (g_utf8_strlen (text, -1) > MAX_LENGTH)
    finding = td_finding_new ("wording-long", TD_SEVERITY_BLOCK, _ ("No certificate has room for so long a text."));
  else if (strchr (text, '\n') != NULL)
    finding = td_finding_new ("wording-lines", TD_SEVERITY_BLOCK, _ ("This is one line; the certificate breaks it where it must."));
  else if (strcmp (field->name, "register-label") == 0 && strstr (text, TD_WORDING_NUMBER) == NULL)
    finding = td_finding_new ("wording-no-number", TD_SEVERITY_BLOCK, _ ("The text lacks “%s”, where the number goes."), TD_WORDING_NUMBER);
  if (finding != NULL)
    td_job_take_finding (job, td_finding_at (finding, field->name, td_entity_get_id (TD_ENTITY (wording)), 0));
}

/* Keeps the one record there is, however many forms were open. */
static gboolean
keep (TdJob *job, TdConnection *connection, TdWording *stored, TdWording *wanted, GError **error)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (stored);
  gboolean ok;

  for (guint i = 2; i < klass->n_fields; i++) /* behind id and uuid */
    {
      td_entity_copy_value (TD_ENTITY (stored), TD_ENTITY (wanted), &klass->fields[i]);
      check_field (job, stored, &klass->fields[i]);
    }
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  ok = td_entity_get_id (TD_ENTITY (stored)) == 0 ? td_connection_insert (connection, stored, error) : td_connection_update (connection, stored, error);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (stored)));
  return ok;
}

static gboolean
save_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdWording) stored = find_wording (connection, error);

  return stored != NULL && keep (job, connection, stored, input->wording, error);
}

/**
 * td_wording_save_job:
 * @wording: how the office words it from now on; a copy is kept
 *
 * Returns: (transfer full): the job; findings name the field they stand under
 */
TdJob *
td_wording_save_job (TdWording *wording)
{
  Input *input = g_new0 (Input, 1);

  g_return_val_if_fail (TD_IS_WORDING (wording), NULL);

  input->wording = td_entity_copy (wording);
  return td_job_new_write (_ ("Wording of the office"), save_cb, input, (GDestroyNotify) input_free);
}

/* "final_stop=none"; nothing behind the sign makes it as usual again. */
static gboolean
apply (TdWording *wording, const char *setting, GError **error)
{
  const char *sign = strchr (setting, '=');
  g_autofree char *key = sign != NULL ? g_strndup (setting, sign - setting) : g_strdup (setting);
  g_autofree char *value = sign != NULL ? td_text_normalize (sign + 1) : NULL;
  const TdField *field;

  field = td_entity_class_find (TD_ENTITY_GET_CLASS (wording), g_strdelimit (key, "_", '-'));
  if (sign == NULL || field == NULL || strcmp (key, "id") == 0 || strcmp (key, "uuid") == 0)
    {
      g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” is no setting of the wording."), setting);
      return FALSE;
    }
  td_entity_set_text (TD_ENTITY (wording), field, value != NULL && *value != '\0' ? value : NULL);
  return TRUE;
}

static gboolean
set_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdWording) stored = find_wording (connection, error);
  g_autoptr (TdWording) wanted = stored != NULL ? td_entity_copy (stored) : NULL;

  for (guint i = 0; wanted != NULL && input->settings[i] != NULL; i++)
    if (!apply (wanted, input->settings[i], error))
      return FALSE;
  if (wanted == NULL)
    return FALSE;
  td_wording_fill_usual (wanted);
  return keep (job, connection, stored, wanted, error);
}

/**
 * td_wording_set_job:
 * @settings: (array zero-terminated=1): KEY=VALUE each; without a value it is as usual again
 *
 * Returns: (transfer full): the job; nothing changes when one of them is wrong
 */
TdJob *
td_wording_set_job (const char *const *settings)
{
  Input *input = g_new0 (Input, 1);

  g_return_val_if_fail (settings != NULL, NULL);

  input->settings = g_strdupv ((char **) settings);
  return td_job_new_write (_ ("Wording of the office"), set_cb, input, (GDestroyNotify) input_free);
}
