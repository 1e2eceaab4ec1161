/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-file.h"
#include "td-fonts.h"
#include "td-model.h"
#include "td-output.h"
#include "td-template-fields.h"
#include "td-template-jobs.h"
#include "td-template-list.h"
#include "td-template-pictures.h"
#include "td-template-reader.h"
#include "td-template-rules.h"
#include "td-template-writer.h"

/* Certificate templates: looking at them, keeping the office's own, in and out as files. What the program ships is
 * data and is never changed: the office keeps a changed copy, which is used in its place. */

/* The same as for a template in a file. */
#define MAX_BYTES (4 * 1024 * 1024)

typedef struct
{
  char *name;
  char *path;
  TdTemplate *template;
  char *replaces;
  gboolean flag;
} Input;

static Input *
input_new (const char *name, const char *path)
{
  Input *input = g_new0 (Input, 1);

  input->name = g_strdup (name);
  input->path = g_strdup (path);
  return input;
}

static void
input_free (Input *input)
{
  g_free (input->name);
  g_free (input->path);
  g_free (input->replaces);
  g_clear_object (&input->template);
  g_free (input);
}

static TdTemplate *
read_template (TdConnection *connection, const char *name, GError **error)
{
  g_autoptr (GPtrArray) items = td_template_list_read (connection, error);

  return items != NULL ? td_template_list_get (items, name, error) : NULL;
}

static TdTemplate *
read_file (const char *path, GError **error)
{
  g_autoptr (GBytes) xml = td_file_read_limited (path, MAX_BYTES, error);
  g_autoptr (GError) local = NULL;
  TdTemplate *template;

  if (xml == NULL)
    return NULL;
  template = td_template_read (xml, &local);
  if (template == NULL)
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The certificate template “%s” cannot be used: %s"), path, local->message);
  return template;
}

/* What certificates are made of here: fields, award forms, fonts. */

static char **
list_award_forms (void)
{
  GPtrArray *forms = td_catalogue_get_forms (td_catalogue_get_shipped ());
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < forms->len; i++)
    g_ptr_array_add (ids, g_strdup (((const TdAwardForm *) g_ptr_array_index (forms, i))->id));
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

static GHashTable *
find_substitutes (TdTemplate *template)
{
  GHashTable *substitutes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    {
      const char *family = td_template_get_box (template, i)->family;
      g_autofree char *substitute = NULL;

      if (!g_hash_table_add (seen, (gpointer) family))
        continue;
      substitute = td_fonts_dup_substitute (family);
      if (substitute != NULL)
        g_hash_table_insert (substitutes, g_strdup (family), g_steal_pointer (&substitute));
    }
  return substitutes;
}

/* Nothing is kept that could not be read again. */
static void
check_kept (TdTemplate *template, GPtrArray *findings)
{
  g_autoptr (GBytes) xml = td_template_write (template);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdTemplate) again = td_template_read (xml, &error);

  if (again == NULL)
    g_ptr_array_add (findings, td_finding_new ("template-invalid", TD_SEVERITY_BLOCK, "%s", error->message));
}

/**
 * td_template_check:
 * @template: a template, maybe half made
 *
 * Holds a template against the fields, award forms and fonts there are. For an editor that tells while one works.
 *
 * Returns: (transfer full) (element-type TdFinding): what is wrong; "line" counts boxes from 1, 0 for none
 */
GPtrArray *
td_template_check (TdTemplate *template)
{
  g_auto (GStrv) fields = td_template_fields_list ();
  g_auto (GStrv) forms = list_award_forms ();
  g_autoptr (GHashTable) substitutes = find_substitutes (template);
  const TdTemplateKnown known = { (const char *const *) fields, (const char *const *) forms, substitutes };
  GPtrArray *findings = td_template_rules_check (template, &known);
  TdTemplatePictures *pictures = td_template_pictures_new (template);

  td_template_pictures_check (pictures, findings);
  td_template_pictures_free (pictures);
  /* The rules say it better than a schema. */
  if (!td_findings_block (findings))
    check_kept (template, findings);
  return findings;
}

static gboolean
get_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  g_autoptr (TdTemplate) template = read_template (connection, input->name, error);

  if (template != NULL)
    td_job_take_object (job, td_template_dup (template));
  return template != NULL;
}

/**
 * td_template_get_job:
 * @name: id or title of a template
 *
 * Returns: (transfer full): the job; its object is the #TdTemplate, a copy that may be changed
 */
TdJob *
td_template_get_job (const char *name)
{
  return td_job_new_read (get_cb, input_new (name, NULL), (GDestroyNotify) input_free);
}

static gboolean
check_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  TdTemplate *template = input->path != NULL ? read_file (input->path, error) : read_template (connection, input->name, error);

  if (template == NULL)
    return FALSE;
  td_job_take_object (job, template);
  td_job_take_findings (job, td_template_check (template));
  return TRUE;
}

/**
 * td_template_check_job:
 * @name: (nullable): id or title of a template
 * @path: (nullable): or a file
 *
 * Returns: (transfer full): the job; its findings are what is wrong, its object is the #TdTemplate
 */
TdJob *
td_template_check_job (const char *name, const char *path)
{
  return td_job_new_read (check_cb, input_new (name, path), (GDestroyNotify) input_free);
}

static TdOfficeTemplate *
find_record (TdConnection *connection, const char *name, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE_TEMPLATE);

  td_query_where_text (query, "name", name);
  return td_connection_find (connection, query, error);
}

static gboolean
is_shipped (const char *name)
{
  g_autoptr (GPtrArray) shipped = td_templates_load_shipped (NULL);

  for (guint i = 0; shipped != NULL && i < shipped->len; i++)
    if (strcmp (td_template_get_id (g_ptr_array_index (shipped, i)), name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
keep (TdJob *job, TdConnection *connection, TdTemplate *template, TdOfficeTemplate *record, const char *based_on, GError **error)
{
  g_autoptr (TdOfficeTemplate) kept = record != NULL ? g_object_ref (record) : g_object_new (TD_TYPE_OFFICE_TEMPLATE, NULL);
  g_autofree char *today = td_date_dup_today ();
  g_autoptr (GBytes) bytes = td_template_write (template);
  g_autofree char *xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gboolean is_new = td_entity_get_id (TD_ENTITY (kept)) == 0;

  /* Kept again as it is, it leaves no trace. */
  if (!is_new && strcmp (kept->xml, xml) == 0)
    {
      td_job_set_id (job, td_entity_get_id (TD_ENTITY (kept)));
      return TRUE;
    }
  g_object_set (kept, "name", td_template_get_id (template), "title", td_template_get_title (template), "xml", xml, "changed-on", today, NULL);
  if (is_new)
    g_object_set (kept, "based-on", based_on, NULL);
  /* Translators: the title of a certificate template. */
  td_connection_set_action_name (connection, _ ("Keep the certificate template “%s”"), kept->title);
  if (!(is_new ? td_connection_insert (connection, kept, error) : td_connection_update (connection, kept, error)))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (kept)));
  return TRUE;
}

static void
take_exists (TdJob *job, const char *name)
{
  td_job_take_finding (job, td_finding_new ("template-exists", TD_SEVERITY_BLOCK, _ ("The office has a template “%s” already."), name));
}

static gboolean
save_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  const char *name = td_template_get_id (input->template);
  g_autoptr (GError) local = NULL;
  g_autoptr (TdOfficeTemplate) taken = NULL;
  g_autoptr (TdOfficeTemplate) record = NULL;

  td_job_take_findings (job, td_template_check (input->template));
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  taken = find_record (connection, name, &local);
  if (local == NULL && input->replaces != NULL)
    record = find_record (connection, input->replaces, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (taken != NULL && (record == NULL || td_entity_get_id (TD_ENTITY (taken)) != td_entity_get_id (TD_ENTITY (record))))
    {
      take_exists (job, name);
      return td_job_refuse (job, error);
    }
  return keep (job, connection, input->template, record, input->replaces != NULL ? input->replaces : is_shipped (name) ? name
                                                                                                                       : NULL,
               error);
}

/**
 * td_template_save_job:
 * @template: a template; a copy is kept
 * @replaces: (nullable): id of the template it was made from: the office's own takes on the change, and its new id
 *   when that differs; of a shipped one the office keeps this as a changed copy. %NULL for a new template
 *
 * Keeps a template of the office. What would not print is refused with findings, and so is an id the office uses for
 * another one.
 *
 * Returns: (transfer full): the job; its id is the record's
 */
TdJob *
td_template_save_job (TdTemplate *template, const char *replaces)
{
  Input *input = input_new (NULL, NULL);

  g_return_val_if_fail (TD_IS_TEMPLATE (template), NULL);

  input->template = td_template_dup (template);
  input->replaces = g_strdup (replaces);
  return td_job_new_write (_ ("Keep a certificate template"), save_cb, input, (GDestroyNotify) input_free);
}

static gboolean
import_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  g_autoptr (TdTemplate) template = read_file (input->path, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (TdOfficeTemplate) record = NULL;
  const char *name;

  if (template == NULL)
    return FALSE;
  td_job_take_findings (job, td_template_check (template));
  name = td_template_get_id (template);
  record = find_record (connection, name, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (record != NULL && !input->flag)
    take_exists (job, name);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  return keep (job, connection, template, record, is_shipped (name) ? name : NULL, error);
}

/**
 * td_template_import_job:
 * @path: a template file
 * @replace: whether it may take the place of one of the office with the same id
 *
 * Takes in a template somebody else has made; it is held against the same rules as one that is kept.
 *
 * Returns: (transfer full): the job; its id is the record's
 */
TdJob *
td_template_import_job (const char *path, gboolean replace)
{
  Input *input = input_new (NULL, path);

  input->flag = replace;
  return td_job_new_write (_ ("Take in a certificate template"), import_cb, input, (GDestroyNotify) input_free);
}

static gboolean
export_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  g_autoptr (GBytes) xml = td_template_write (td_job_get_object (job));
  g_autoptr (TdOutput) output = td_output_open (input->path, error);

  return output != NULL && td_output_write (output, g_bytes_get_data (xml, NULL), g_bytes_get_size (xml), error) && td_output_finish (output, error);
}

/**
 * td_template_export_job:
 * @name: id or title of a template
 * @path: the file to make or replace
 *
 * Returns: (transfer full): the job; its object is the #TdTemplate
 */
TdJob *
td_template_export_job (const char *name, const char *path)
{
  TdJob *job = td_job_new_read (get_cb, input_new (name, path), (GDestroyNotify) input_free);

  td_job_set_after (job, export_after);
  return job;
}

/* The office's own, or a refusal: what is shipped is not changed. */
static TdOfficeTemplate *
get_own (TdJob *job, TdConnection *connection, const char *name, GError **error)
{
  g_autoptr (GPtrArray) items = td_template_list_read (connection, error);
  const TdTemplateItem *item = items != NULL ? td_template_list_find (items, name) : NULL;

  if (items == NULL)
    return NULL;
  if (item != NULL && item->record_id != 0)
    return td_connection_get (connection, TD_TYPE_OFFICE_TEMPLATE, item->record_id, error);
  if (item == NULL)
    {
      td_template_list_get (items, name, error);
      return NULL;
    }
  td_job_take_finding (job, td_finding_new ("template-shipped", TD_SEVERITY_BLOCK, _ ("“%s” comes with the program and is not the office's own."), item->title));
  td_job_refuse (job, error);
  return NULL;
}

static gboolean
retire_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  g_autoptr (TdOfficeTemplate) record = get_own (job, connection, input->name, error);

  if (record == NULL)
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (record)));
  g_object_set (record, "retired", input->flag, NULL);
  td_connection_set_action_name (connection, input->flag ? _ ("Offer the certificate template “%s” no longer") : _ ("Offer the certificate template “%s” again"), record->title);
  return td_connection_update (connection, record, error);
}

/**
 * td_template_retire_job:
 * @name: id or title of a template of the office
 * @retired: %FALSE to offer it again
 *
 * Offers a template no longer; what was printed with it can still be printed again.
 *
 * Returns: (transfer full): the job; its id is the record's
 */
TdJob *
td_template_retire_job (const char *name, gboolean retired)
{
  Input *input = input_new (name, NULL);

  input->flag = retired;
  return td_job_new_write (_ ("Retire a certificate template"), retire_cb, input, (GDestroyNotify) input_free);
}

static gboolean
remove_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  g_autoptr (TdOfficeTemplate) record = get_own (job, connection, input->name, error);
  g_autoptr (TdQuery) underlays = td_query_new (TD_TYPE_UNDERLAY);

  if (record == NULL)
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (record)));
  /* Translators: the title of a certificate template. */
  td_connection_set_action_name (connection, _ ("Remove the certificate template “%s”"), record->title);
  /* A picture of a blank stays with the shipped template that is used from now on. */
  td_query_where_text (underlays, "template-name", record->name);
  if (!is_shipped (record->name) && !td_connection_delete_all (connection, underlays, error))
    return FALSE;
  return td_connection_delete (connection, record, error);
}

/**
 * td_template_remove_job:
 * @name: id or title of a template of the office
 *
 * Removes the office's own template; a shipped one of the same id is used again.
 *
 * Returns: (transfer full): the job; its id was the record's
 */
TdJob *
td_template_remove_job (const char *name)
{
  return td_job_new_write (_ ("Remove a certificate template"), remove_cb, input_new (name, NULL), (GDestroyNotify) input_free);
}
