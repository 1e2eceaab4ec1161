/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-import-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-file.h"
#include "td-list-import-jobs.h"
#include "td-list-json.h"
#include "td-list-rest.h"

/* Takes a list in as one action: all rows or none, or the good ones, with the others in a file for the sender. The
 * original row stays beside each record. */

#define LARGEST_FILE (256 * 1024 * 1024)

typedef struct
{
  TdListTaking *taking;
  TdListCheck *check; /* checked in the window already, or NULL */
  double done;        /* how much of the job, before anything is kept */
  GHashTable *added;  /* what makes subjects of this list the same → the id of the one kept */
  TdOutput *rest;     /* gets its name when the action is done */
} Input;

static void
input_free (Input *input)
{
  g_clear_pointer (&input->rest, td_output_free);
  td_list_taking_free (input->taking);
  g_clear_pointer (&input->added, g_hash_table_unref);
  g_clear_object (&input->check);
  g_free (input);
}

static char *
sum_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = td_file_read_limited (path, LARGEST_FILE, error);

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

static gboolean
comes_in (const TdListCase *c)
{
  return c->state == TD_LIST_GOOD;
}

static gboolean
goes_back (const TdListCase *c)
{
  return c->state == TD_LIST_DOUBTFUL || c->state == TD_LIST_BAD;
}

/* What the file has goes into a known subject; what it has not stays. Who somebody is stays too. */
static gboolean
fill_subject (TdConnection *connection, const TdListCase *c, TdSubject *subject, GError **error)
{
  static const struct
  {
    TdListRole role;
    const char *property;
  } filled[] = {
    { TD_LIST_ROLE_BIRTH, "birth" },
    { TD_LIST_ROLE_SEX, "sex" },
    { TD_LIST_ROLE_CITIZEN_ID, "citizen-id" },
    { TD_LIST_ROLE_ADDRESS_FORM, "address-form" },
    { TD_LIST_ROLE_POST, "post" },
    { TD_LIST_ROLE_RESIDENCE, "residence" },
  };
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    {
      const char *told = c->line->row->values[filled[i].role];
      g_autofree char *known = NULL;

      g_object_get (subject, filled[i].property, &known, NULL);
      /* A year does not replace the day that is known. */
      if (told == NULL || g_strcmp0 (told, known) == 0 || (filled[i].role == TD_LIST_ROLE_BIRTH && known != NULL && strlen (known) > strlen (told)))
        continue;
      g_object_set (subject, filled[i].property, told, NULL);
      changed = TRUE;
    }
  return !changed || td_connection_update (connection, subject, error);
}

/* A person twice in the list, for two forms, is one person. What the office knew was found before. */
static TdSubject *
keep_subject (Input *input, TdConnection *connection, const TdListCase *c, TdSubject *told, GError **error)
{
  g_autoptr (TdSubject) subject = g_object_ref (told);
  gint64 id = td_entity_get_id (TD_ENTITY (told));
  g_autofree char *key = id == 0 && c->chosen == 0 ? td_nomination_judge_subject_key (told) : NULL;
  const gint64 *same = key != NULL ? g_hash_table_lookup (input->added, key) : NULL;

  if (id == 0 && same == NULL)
    {
      if (!td_connection_insert (connection, subject, error))
        return NULL;
      id = td_entity_get_id (TD_ENTITY (subject));
      if (key != NULL)
        g_hash_table_insert (input->added, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
      return g_steal_pointer (&subject);
    }
  if (same != NULL)
    {
      g_object_unref (subject);
      subject = td_connection_get (connection, TD_TYPE_SUBJECT, *same, error);
    }
  return subject != NULL && (!input->taking->fill || fill_subject (connection, c, subject, error)) ? g_steal_pointer (&subject) : NULL;
}

static gint64
id_of (gpointer record)
{
  return record != NULL ? td_entity_get_id (record) : 0;
}

static gboolean
keep_row (TdConnection *connection, const TdListCase *c, gint64 import_id, gint64 subject_id, const TdListRecords *records, GError **error)
{
  g_autofree char *cells = td_list_line_dup_cells (c->line);
  g_autoptr (TdListRecord) row = g_object_new (TD_TYPE_LIST_RECORD, "import-id", import_id, "sheet", c->table->sheet,
                                               "line", (gint64) c->line->line, "cells", cells, "fingerprint", c->fingerprint,
                                               "subject-id", subject_id,
                                               "nomination-id", id_of (records->nomination),
                                               "earlier-award-id", id_of (records->award), NULL);

  return td_connection_insert (connection, row, error);
}

static gboolean
keep_case (Input *input, TdConnection *connection, const TdListCase *c, gint64 import_id, gint64 position, GError **error)
{
  g_auto (TdListRecords) records = { NULL };
  g_autoptr (TdSubject) subject = NULL;
  gint64 subject_id;

  if (!td_list_check_make_records (input->check, connection, c, &records, error))
    return FALSE;
  subject = keep_subject (input, connection, c, records.subject, error);
  if (subject == NULL)
    return FALSE;
  subject_id = td_entity_get_id (TD_ENTITY (subject));
  if (records.nomination != NULL)
    g_object_set (records.nomination, "subject-id", subject_id, "position", position, NULL);
  if (records.award != NULL)
    g_object_set (records.award, "subject-id", subject_id, "source", input->taking->source, NULL);
  if ((records.nomination != NULL && !td_connection_insert (connection, records.nomination, error))
      || (records.award != NULL && !td_connection_insert (connection, records.award, error)))
    return FALSE;
  return keep_row (connection, c, import_id, subject_id, &records, error);
}

/* The columns of this sender's lists, for the next time. */
static gboolean
remember_layouts (Input *input, TdConnection *connection, GError **error)
{
  GPtrArray *tables = td_list_reading_get_tables (td_list_check_get_reading (input->check));
  gint64 sender_id = td_list_check_get_sender_id (input->check);

  for (guint i = 0; sender_id != 0 && i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_LIST_LAYOUT);
      g_autoptr (TdListLayout) layout = NULL;
      g_autofree char *mapping = td_list_table_dup_mapping (table);
      g_autoptr (GError) local = NULL;

      if (!table->is_list)
        continue;
      td_query_where_number (query, "sender-id", sender_id);
      td_query_where_text (query, "fingerprint", table->fingerprint);
      layout = td_connection_find (connection, query, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (layout != NULL && g_strcmp0 (layout->mapping, mapping) == 0)
        continue;
      if (layout == NULL)
        layout = g_object_new (TD_TYPE_LIST_LAYOUT, "sender-id", sender_id, "fingerprint", table->fingerprint, NULL);
      g_object_set (layout, "mapping", mapping, NULL);
      if (!(td_entity_get_id (TD_ENTITY (layout)) == 0 ? td_connection_insert (connection, layout, error) : td_connection_update (connection, layout, error)))
        return FALSE;
    }
  return TRUE;
}

static TdListImport *
keep_import (Input *input, TdConnection *connection, guint n_taken, guint n_returned, GError **error)
{
  g_autofree char *sum = sum_file (input->taking->path, error);
  g_autofree char *base = g_path_get_basename (input->taking->path);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (TdListImport) kept = NULL;

  if (sum == NULL)
    return NULL;
  kept = g_object_new (TD_TYPE_LIST_IMPORT, "file-name", name, "sha256", sum,
                       "purpose", td_choices_list_purpose[input->taking->options.purpose].nick,
                       "sender-id", td_list_check_get_sender_id (input->check), "plan-id", input->taking->options.plan_id,
                       "n-rows", (gint64) td_list_check_get_cases (input->check)->len, "n-taken", (gint64) n_taken,
                       "n-returned", (gint64) n_returned, NULL);
  return td_connection_insert (connection, kept, error) ? g_steal_pointer (&kept) : NULL;
}

static gboolean
keep_all (TdJob *job, Input *input, TdConnection *connection, guint n_taken, guint n_returned, GError **error)
{
  GPtrArray *cases = td_list_check_get_cases (input->check);
  g_autoptr (TdListImport) kept = keep_import (input, connection, n_taken, n_returned, error);
  gint64 position = 0;

  if (kept == NULL || !remember_layouts (input, connection, error))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (kept)));
  input->added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < cases->len; i++)
    {
      TdListCase *c = g_ptr_array_index (cases, i);

      if (comes_in (c) && (!keep_case (input, connection, c, td_entity_get_id (TD_ENTITY (kept)), ++position, error) || td_connection_is_cancelled (connection, error)))
        return FALSE;
      td_job_report (job, input->done + (1 - input->done) * (i + 1) / cases->len, _ ("Taking the rows in…"));
    }
  return TRUE;
}

static void
name_action (Input *input, TdConnection *connection, guint n)
{
  switch (input->taking->options.purpose)
    {
    case TD_LIST_NOMINATIONS:
      td_connection_set_action_name (connection, ngettext ("Import %u nomination", "Import %u nominations", n), n);
      break;
    case TD_LIST_SUBJECTS:
      td_connection_set_action_name (connection, ngettext ("Import %u subject", "Import %u subjects", n), n);
      break;
    case TD_LIST_HISTORY:
      td_connection_set_action_name (connection, ngettext ("Import %u earlier award", "Import %u earlier awards", n), n);
      break;
    }
}

/* All findings of a row that weigh something, as one text for its sender. */
static char *
dup_reason (const TdListLine *line, gpointer cases)
{
  const TdListCase *c = g_hash_table_lookup (cases, line);
  GString *reason;

  if (c == NULL || !goes_back (c))
    return NULL;
  reason = g_string_new (NULL);
  for (guint i = 0; i < c->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (c->findings, i);

      if (finding->severity == TD_SEVERITY_BLOCK)
        g_string_append_printf (reason, "%s%s", reason->len > 0 ? "\n" : "", finding->text);
    }
  return g_string_free (reason, FALSE);
}

static gboolean
fail_rest (GError *local, GError **error)
{
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_OUTPUT, _ ("The returned rows could not be written: %s."), local->message);
  g_error_free (local);
  return FALSE;
}

/* The file is made before the action ends and gets its name behind it: one is not without the other. */
static gboolean
write_rest (Input *input, GError **error)
{
  g_autoptr (GHashTable) by_line = g_hash_table_new (NULL, NULL);
  GPtrArray *cases = td_list_check_get_cases (input->check);
  GError *local = NULL;

  for (guint i = 0; i < cases->len; i++)
    g_hash_table_insert (by_line, ((TdListCase *) g_ptr_array_index (cases, i))->line, g_ptr_array_index (cases, i));
  input->rest = td_output_open (input->taking->rest_path, &local);
  if (input->rest == NULL || !td_list_rest_write (td_list_check_get_reading (input->check), input->rest, dup_reason, by_line, &local))
    return fail_rest (local, error);
  return TRUE;
}

static gboolean
name_rest (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Input *input = data;
  GError *local = NULL;

  return input->rest == NULL || td_output_finish (input->rest, &local) || fail_rest (local, error);
}

static int
compare_weight (gconstpointer a, gconstpointer b)
{
  const TdFinding *first = *(const TdFinding *const *) a;
  const TdFinding *second = *(const TdFinding *const *) b;

  if (first->severity != second->severity)
    return first->severity < second->severity ? 1 : -1;
  return first->line < second->line ? -1 : first->line > second->line;
}

static void
tell (TdJob *job, Input *input)
{
  GPtrArray *cases = td_list_check_get_cases (input->check);
  GPtrArray *whole = td_list_reading_get_findings (td_list_check_get_reading (input->check));

  for (guint i = 0; i < whole->len; i++)
    td_job_take_finding (job, td_finding_copy (g_ptr_array_index (whole, i)));
  for (guint i = 0; i < cases->len; i++)
    {
      const TdListCase *c = g_ptr_array_index (cases, i);

      for (guint j = 0; j < c->findings->len; j++)
        td_job_take_finding (job, td_finding_copy (g_ptr_array_index (c->findings, j)));
    }
  if (!input->taking->options.strict)
    g_ptr_array_sort (td_job_get_findings (job), compare_weight);
}

static gboolean
take (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  guint n_good = td_list_check_count (input->check, TD_LIST_GOOD);
  guint n_back = td_list_check_count (input->check, TD_LIST_DOUBTFUL) + td_list_check_count (input->check, TD_LIST_BAD);

  tell (job, input);
  td_job_take_object (job, g_object_ref (input->check));
  td_job_set_count (job, n_good);
  if (n_back > 0 && input->taking->rest_path == NULL)
    return td_job_refuse (job, error);
  if (input->taking->dry_run)
    return TRUE;
  if (n_back > 0 && !write_rest (input, error))
    return FALSE;
  name_action (input, connection, n_good);
  /* A list that adds nothing leaves nothing behind. */
  return n_good == 0 || keep_all (job, input, connection, n_good, n_back, error);
}

/**
 * td_list_taking_check:
 * @taking: which list, and what for
 * @job: the job under way
 * @connection: the office file
 * @to: how much of the job is done behind it
 * @error: return location
 *
 * Reads a list and judges every row, and tells @job how far it is.
 *
 * Returns: (transfer full) (nullable): the list beside the office
 */
TdListCheck *
td_list_taking_check (const TdListTaking *taking, TdJob *job, TdConnection *connection, double to, GError **error)
{
  g_autoptr (TdListCheck) check = NULL;
  g_autoptr (TdBook) book = NULL;

  td_job_report (job, 0, _ ("Reading the file…"));
  book = td_book_read (taking->path, td_connection_get_cancellable (connection), error);
  if (book == NULL)
    return NULL;
  td_job_report (job, 0.2 * to, _ ("Looking up who is known…"));
  check = td_list_check_new (connection, book, &taking->options, error);
  g_clear_pointer (&book, td_book_free); /* what is kept of it was copied */
  if (check == NULL)
    return NULL;
  td_list_check_set_progress (check, job, 0.4 * to, to);
  if (!td_list_check_run (check, connection, error))
    return NULL;
  td_list_check_set_progress (check, NULL, 0, 0);
  return g_steal_pointer (&check);
}

static gboolean
import_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  if (input->check == NULL)
    {
      input->check = td_list_taking_check (input->taking, job, connection, 0.5, error);
      input->done = 0.5;
    }
  return input->check != NULL && take (job, connection, input, error);
}

/**
 * td_list_taking_copy:
 * @taking: how a list is taken in
 *
 * Returns: (transfer full): the same, with texts of its own
 */
TdListTaking *
td_list_taking_copy (const TdListTaking *taking)
{
  TdListTaking *copy = g_memdup2 (taking, sizeof *taking);

  copy->path = g_strdup (taking->path);
  copy->rest_path = g_strdup (taking->rest_path);
  copy->source = g_strdup (taking->source);
  copy->options.from = g_strdup (taking->options.from);
  copy->options.wording = g_strdup (taking->options.wording);
  copy->options.headings = taking->options.headings != NULL ? td_list_headings_ref (taking->options.headings) : NULL;
  copy->options.by_hand = taking->options.by_hand != NULL ? g_hash_table_ref (taking->options.by_hand) : NULL;
  return copy;
}

/**
 * td_list_taking_free:
 * @taking: (transfer full): made by td_list_taking_copy()
 */
void
td_list_taking_free (TdListTaking *taking)
{
  g_free ((char *) taking->path);
  g_free ((char *) taking->rest_path);
  g_free ((char *) taking->source);
  g_free ((char *) taking->options.from);
  g_free ((char *) taking->options.wording);
  g_clear_pointer (&taking->options.headings, td_list_headings_unref);
  g_clear_pointer (&taking->options.by_hand, g_hash_table_unref);
  g_free (taking);
}

static TdJob *
make_job (TdListCheck *check, const TdListTaking *taking)
{
  Input *input = g_new0 (Input, 1);
  TdJob *job;

  input->taking = td_list_taking_copy (taking);
  input->check = check != NULL ? g_object_ref (check) : NULL;
  job = taking->dry_run ? td_job_new_read (import_cb, input, (GDestroyNotify) input_free)
                        : td_job_new_write (_ ("Import a list"), import_cb, input, (GDestroyNotify) input_free);
  td_job_set_after (job, name_rest);
  return job;
}

/**
 * td_list_import_job:
 * @taking: which list, and how
 *
 * Reads a list, judges every row and takes it in.
 *
 * Returns: (transfer full): the job; its count is the number of rows that came in, its object the #TdListCheck, its
 *   id the #TdListImport
 */
TdJob *
td_list_import_job (const TdListTaking *taking)
{
  return make_job (NULL, taking);
}

/**
 * td_list_take_job:
 * @check: a list whose doubts were mended
 * @taking: how it is taken in; its path is the file that was checked
 *
 * Returns: (transfer full): the job, as td_list_import_job() makes it
 */
TdJob *
td_list_take_job (TdListCheck *check, const TdListTaking *taking)
{
  return make_job (check, taking);
}
