/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-files"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-calibration-jobs.h"
#include "td-certificate-files.h"
#include "td-certificate-set.h"
#include "td-output-folder.h"
#include "td-page-selection.h"

/* Certificates as many files: one for each person, or one for each unit, named by a rule. */

/* Names of files stay below what any file system of an office allows. */
#define MAX_PART 60
#define MAX_NAME 150

/* What a rule may say. The first two are numbers and are filled up, so that files sort as the pile lies. */
static const char *const fields[] = { "number", "register", "name", "unit", "form", "decision", "year", NULL };

typedef struct
{
  TdCertificateSet *set;
  char *folder;
  TdCertificateFilesBy by;
  char *rule;
  gboolean replace;
} Input;

static void
input_free (Input *input)
{
  td_certificate_set_free (input->set);
  g_free (input->folder);
  g_free (input->rule);
  g_free (input);
}

/**
 * td_certificate_files_usual_rule:
 * @by: what shares a file
 *
 * Returns: how the files are named when nobody says otherwise
 */
const char *
td_certificate_files_usual_rule (TdCertificateFilesBy by)
{
  return by == TD_CERTIFICATE_FILES_UNIT ? "{unit}" : "{register}-{name}";
}

static gboolean
check_rule (const char *rule, GError **error)
{
  for (const char *at = strchr (rule, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      gsize length = strcspn (at + 1, "}");
      g_autofree char *field = g_strndup (at + 1, length);

      if (at[1 + length] == '\0' || !g_strv_contains (fields, field))
        {
          g_autofree char *all = g_strjoinv (", ", (char **) fields);

          g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("Files cannot be named by “%s”; there are: %s."), field, all);
          return FALSE;
        }
    }
  if (*rule != '\0' && strchr (rule, '/') == NULL && strchr (rule, '{') != NULL)
    return TRUE;
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” is no rule for the names of files, such as {register}-{name}."), rule);
  return FALSE;
}

/* Letters without marks, figures and hyphens: what every file system, stick and mail program keeps. */
static char *
make_safe (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *safe = g_string_new (NULL);

  for (const char *at = apart; at != NULL && *at != '\0' && safe->len < MAX_PART; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x110 || c == 0x111)
        c = c == 0x110 ? 'D' : 'd';
      if (c < 0x80 && g_ascii_isalnum (c))
        g_string_append_c (safe, c);
      else if (!g_unichar_ismark (c) && c != '\'' && c != 0x2019 && safe->len > 0 && safe->str[safe->len - 1] != '-')
        g_string_append_c (safe, '-');
    }
  if (safe->len > 0 && safe->str[safe->len - 1] == '-')
    g_string_truncate (safe, safe->len - 1);
  return g_string_free (safe, FALSE);
}

static char *
dup_field (const Input *input, const char *field, guint n)
{
  const TdCertificateKey *key = td_certificate_set_get_key (input->set, n);
  GHashTable *says = td_certificate_set_get_fields (input->set, n);
  const char *unit = g_hash_table_lookup (says, TD_CERTIFICATE_UNIT);
  const char *decision = td_certificate_set_get_decision (input->set, n)->number;

  if (strcmp (field, "number") == 0)
    return g_strdup_printf ("%03u", n + 1);
  if (strcmp (field, "register") == 0)
    return key->register_number != 0 ? g_strdup_printf ("%03d", key->register_number) : g_strdup_printf ("thu-%03u", n + 1);
  if (strcmp (field, "year") == 0)
    return key->register_year != 0 ? g_strdup_printf ("%d", key->register_year) : g_strdup ("");
  if (strcmp (field, "name") == 0)
    return make_safe (g_hash_table_lookup (says, TD_CERTIFICATE_NAME));
  if (strcmp (field, "unit") == 0)
    return make_safe (*unit != '\0' ? unit : "Khong ro don vi");
  if (strcmp (field, "form") == 0)
    return make_safe (g_hash_table_lookup (says, TD_CERTIFICATE_FORM_TITLE));
  return make_safe (decision != NULL ? decision : "du-thao");
}

/* Names that other systems keep for devices. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (devices, lower) || ((g_str_has_prefix (lower, "com") || g_str_has_prefix (lower, "lpt")) && strlen (lower) == 4);
}

/* By the rule; every name but once, capitals aside, as sticks do not tell them apart. */
static char *
make_name (const Input *input, guint n, GHashTable *taken)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *stem = NULL;

  for (const char *at = input->rule; *at != '\0';)
    if (*at == '{')
      {
        g_autofree char *field = g_strndup (at + 1, strcspn (at + 1, "}"));
        g_autofree char *value = dup_field (input, field, n);

        g_string_append (name, value);
        at += strlen (field) + 2;
      }
    else
      g_string_append_c (name, g_ascii_isalnum (*at) || strchr (" ._-", *at) != NULL ? *at : '-'), at++;
  g_string_truncate (name, MIN (name->len, MAX_NAME));
  while (name->len > 0 && strchr (" .-", name->str[0]) != NULL)
    g_string_erase (name, 0, 1);
  if (name->len == 0 || is_device (name->str))
    g_string_prepend (name, "bang-");
  for (guint k = 1;; k++)
    {
      g_autofree char *key = NULL;

      g_free (stem);
      stem = k == 1 ? g_strdup (name->str) : g_strdup_printf ("%s-%u", name->str, k);
      key = g_ascii_strdown (stem, -1);
      if (g_hash_table_add (taken, g_steal_pointer (&key)))
        return g_strconcat (stem, ".pdf", NULL);
    }
}

typedef struct
{
  char *name;
  GArray *pages; /* guint */
} File;

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->name);
  g_array_unref (file->pages);
  g_free (file);
}

static File *
add_file (GPtrArray *files, char *name)
{
  File *file = g_new0 (File, 1);

  file->name = name;
  file->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (files, file);
  return file;
}

/* Which pages go into which file, in the order of the pages. */
static GPtrArray *
plan_files (const Input *input)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (file_free);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_unit = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint n = 0; n < input->set->keys->len; n++)
    {
      const char *unit = g_hash_table_lookup (td_certificate_set_get_fields (input->set, n), TD_CERTIFICATE_UNIT);
      File *file = input->by == TD_CERTIFICATE_FILES_UNIT ? g_hash_table_lookup (by_unit, unit) : NULL;

      if (file == NULL)
        {
          g_autofree char *key = g_strdup (unit);

          file = add_file (files, make_name (input, n, taken));
          g_hash_table_insert (by_unit, g_steal_pointer (&key), file);
        }
      g_array_append_val (file->pages, n);
    }
  return files;
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  return check_rule (input->rule, error) && td_certificate_set_read (input->set, job, connection, error);
}

static gboolean
write_files (TdJob *job, const Input *input, GPtrArray *files, GPtrArray *paths, TdDocument *document, GCancellable *cancellable, GError **error)
{
  TdPdfInfo info = td_certificate_set_get_info (input->set);

  info.bookmarks = input->by == TD_CERTIFICATE_FILES_UNIT;
  for (guint i = 0; i < files->len; i++)
    {
      const File *file = g_ptr_array_index (files, i);
      g_autoptr (TdDocument) part = td_page_selection_new (document, (const guint *) (gpointer) file->pages->data, file->pages->len);
      g_autofree char *text = NULL;

      if (!td_document_write_pdf_with (part, g_ptr_array_index (paths, i), &info, NULL, NULL, cancellable, error))
        return FALSE;
      text = g_strdup_printf (_ ("%u of %u files"), i + 1, files->len);
      td_job_report (job, (double) (i + 1) / files->len, text);
    }
  return TRUE;
}

static gboolean
refuse_taken (TdJob *job, guint n, const char *first, GError **error)
{
  td_job_take_finding (job, td_finding_new ("files-exist", TD_SEVERITY_BLOCK,
                                            ngettext ("%u of the files is there already, such as “%s”.", "%u of the files are there already, such as “%s”.", n), n, first));
  return td_job_refuse (job, error);
}

static gboolean
make_files (TdJob *job, const Input *input, TdDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = plan_files (input);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TdOutputFolder) folder = td_output_folder_open (input->folder, error);
  g_autofree char *first = NULL;
  guint n_taken;

  if (folder == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (paths, td_output_folder_add (folder, ((File *) g_ptr_array_index (files, i))->name));
  n_taken = td_output_folder_count_taken (folder, &first);
  if (n_taken > 0 && !input->replace)
    return refuse_taken (job, n_taken, first, error);
  td_job_set_count (job, files->len);
  return write_files (job, input, files, paths, document, cancellable, error) && td_output_folder_finish (folder, input->replace, error);
}

static gboolean
files_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  g_autoptr (TdCertificateDocument) pages = td_certificate_set_make_document (input->set, job, cancellable, error);
  g_autoptr (TdDocument) document = NULL;
  g_autoptr (GError) local = NULL;

  if (pages == NULL)
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  document = input->set->calibration != NULL ? td_calibration_correct (TD_DOCUMENT (pages), input->set->calibration) : g_object_ref (TD_DOCUMENT (pages));
  if (make_files (job, input, document, cancellable, &local))
    return TRUE;
  if (local->domain == TD_JOB_ERROR || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The files could not be written into “%s”: %s."), input->folder, local->message);
  return FALSE;
}

/**
 * td_certificate_files_job:
 * @decision_id: a decision; a draft gives sheets marked BẢN THỬ; 0 for the certificates of a ceremony
 * @folder: where the files go; it is made when there is none
 * @by: what shares a file
 * @rule: (nullable): how files are named: {register}, {number} of the page, {name} and {unit} without
 *   marks, {form}, {decision}, {year}; %NULL for the usual
 * @replace: take the place of files that are there; otherwise these are a finding
 * @options: (nullable): what they are printed on
 *
 * All files appear or none.
 *
 * Returns: (transfer full): the job; its count is the number of files
 */
TdJob *
td_certificate_files_job (gint64 decision_id, const char *folder, TdCertificateFilesBy by, const char *rule,
                          gboolean replace, const TdCertificateOptions *options)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  g_return_val_if_fail (folder != NULL, NULL);

  input->set = td_certificate_set_new (decision_id, options);
  input->folder = g_strdup (folder);
  input->by = by;
  input->rule = g_strdup (rule != NULL ? rule : td_certificate_files_usual_rule (by));
  input->replace = replace;
  job = td_job_new_read (read_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, files_after);
  return job;
}
