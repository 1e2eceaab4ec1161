/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "td-cli.h"
#include "td-date.h"
#include "td-entity-text.h"
#include "td-length.h"
#include "td-number.h"

/* What the verbs share: opening, failing, printing. */

/**
 * td_cli_usage:
 * @format: printf format, translated
 *
 * Returns: the exit code of wrong usage, after telling what is wrong
 */
int
td_cli_usage (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  g_printerr ("%s\n%s\n", text, _ ("Try “thidua-cli --help”."));
  return TD_CLI_USAGE;
}

/**
 * td_cli_fail:
 * @error: what went wrong
 *
 * Returns: its exit code, after telling it
 */
int
td_cli_fail (const GError *error)
{
  g_printerr ("%s\n", error->message);
  if (g_error_matches (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED) || g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_BARRIER) || g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_NOTHING) || g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_CONSTRAINT))
    return TD_CLI_REFUSED;
  return TD_CLI_FAILED;
}

/**
 * td_cli_finish:
 * @job: a job that has run
 * @ok: whether it went well
 * @error: (nullable): what went wrong
 *
 * Tells the findings of a job that came to its end, with success or refused by them; of one that
 * could not, only why.
 *
 * Returns: an exit code
 */
int
td_cli_finish (TdJob *job, gboolean ok, const GError *error)
{
  if (ok || g_error_matches (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED))
    td_cli_print_findings (td_job_get_findings (job));
  return ok ? TD_CLI_DONE : td_cli_fail (error);
}

/**
 * td_cli_parse_id:
 * @word: an id as typed
 * @id: (out): the id
 * @exit_code: (out): wrong usage, when it is none
 *
 * Returns: whether it is one
 */
gboolean
td_cli_parse_id (const char *word, gint64 *id, int *exit_code)
{
  if (g_ascii_string_to_signed (word, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  *exit_code = td_cli_usage (_ ("“%s” is not an id."), word);
  return FALSE;
}

/**
 * td_cli_parse_ids:
 * @text: (nullable): ids with commas between them
 * @ids: (element-type gint64): takes them
 * @exit_code: (out): what the verb ends with when they are none
 *
 * Returns: whether all are ids; of nothing, none are
 */
gboolean
td_cli_parse_ids (const char *text, GArray *ids, int *exit_code)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id;

      if (!td_cli_parse_id (g_strstrip (words[i]), &id, exit_code))
        return FALSE;
      g_array_append_val (ids, id);
    }
  return TRUE;
}

static gboolean
is_same_file (const char *path, const char *other)
{
  GStatBuf first, second;

  return g_stat (path, &first) == 0 && g_stat (other, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/**
 * td_cli_check_outputs:
 * @args: the command
 * @input: (nullable): a file it reads
 * @exit_code: (out): why not
 *
 * What is written replaces the file of its name: that must not be the office file, nor what is read.
 *
 * Returns: whether nothing of these would be written over
 */
gboolean
td_cli_check_outputs (TdCliArgs *args, const char *input, int *exit_code)
{
  const char *outputs[] = { args->output, args->review, args->rest, args->target, args->proof };

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      if (outputs[i] == NULL)
        continue;
      if (args->office != NULL && is_same_file (outputs[i], args->office))
        *exit_code = td_cli_usage (_ ("“%s” is the office file itself; it is not written over."), outputs[i]);
      else if (input != NULL && is_same_file (outputs[i], input))
        *exit_code = td_cli_usage (_ ("“%s” is the file that is read; it is not written over."), outputs[i]);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

/**
 * td_cli_open:
 * @args: the command
 * @mode: what for
 * @exit_code: (out): why not
 *
 * Returns: (transfer full): the office file of --office, or %NULL
 */
TdStore *
td_cli_open (TdCliArgs *args, TdStoreMode mode, int *exit_code)
{
  g_autoptr (GError) error = NULL;
  TdStore *store;

  if (args->office == NULL)
    {
      *exit_code = td_cli_usage ("%s", _ ("The office file is missing: --office FILE."));
      return NULL;
    }
  store = td_store_open (args->office, mode, args->actor, &error);
  if (store == NULL)
    *exit_code = td_cli_fail (error);
  return store;
}

/**
 * td_cli_read:
 * @args: the command
 * @func: what to ask the office file of --office
 * @user_data: for @func
 *
 * Returns: an exit code
 */
int
td_cli_read (TdCliArgs *args, TdStoreFunc func, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_DONE;
  gboolean ok;

  store = td_cli_open (args, TD_STORE_READ, &code);
  if (store == NULL)
    return code;
  ok = td_store_read (store, func, user_data, NULL, &error);
  td_store_close (store);
  return ok ? TD_CLI_DONE : td_cli_fail (error);
}

/**
 * td_cli_run_job:
 * @args: the command
 * @job: what to do
 * @writes: whether it changes the office file
 *
 * Runs a job on the office file and tells its findings on stderr.
 *
 * Returns: an exit code
 */
int
td_cli_run_job (TdCliArgs *args, TdJob *job, gboolean writes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_DONE;
  gboolean ok;

  store = td_cli_open (args, writes ? TD_STORE_WRITE : TD_STORE_READ, &code);
  if (store == NULL)
    return code;
  ok = td_job_run (job, store, NULL, &error);
  td_store_close (store);
  return td_cli_finish (job, ok, error);
}

/* The field of a record that is wrong goes by its heading. */
static const char *
place_of (const TdFinding *finding)
{
  const TdField *field = finding->where != NULL ? td_entity_class_find (td_entity_class_of (TD_TYPE_DECISION), finding->where) : NULL;

  return field != NULL ? _ (field->label) : finding->where;
}

/**
 * td_cli_print_findings:
 * @findings: (element-type TdFinding)
 *
 * Tells findings on stderr, one on a line: where, severity, sentence, article.
 */
void
td_cli_print_findings (GPtrArray *findings)
{
  static const char *const severities[] = { N_ ("note"), N_ ("warning"), N_ ("blocked") };

  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);
      const char *place = place_of (finding);

      g_printerr ("%s%s%s: %s", place != NULL ? place : "", place != NULL ? ": " : "",
                  _ (severities[finding->severity]), finding->text);
      if (finding->source != NULL && strstr (finding->text, finding->source) == NULL)
        g_printerr (" [%s]", finding->source);
      g_printerr ("\n");
    }
}

/**
 * td_cli_print_json_findings:
 * @findings: (element-type TdFinding)
 *
 * Prints findings on stdout as an array of objects.
 */
void
td_cli_print_json_findings (GPtrArray *findings)
{
  g_print ("[");
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = td_json_object_to_text (td_finding_to_json (g_ptr_array_index (findings, i)), FALSE);

      g_print ("%s%s", i > 0 ? ",\n " : "\n ", text);
    }
  g_print ("%s]\n", findings->len > 0 ? "\n" : "");
}

typedef struct
{
  TdQuery *query;
  const char *const *columns;
  gboolean json;
  guint n;
} Listing;

/**
 * td_cli_display:
 * @entity: a record
 * @field: one of its fields
 *
 * Returns: (transfer full): the value as people read it
 */
char *
td_cli_display (TdEntity *entity, const TdField *field)
{
  const char *text = td_field_is_number (field) ? NULL : td_entity_get_text (entity, field);
  gint64 number = td_field_is_number (field) ? td_entity_get_number (entity, field) : 0;

  if (field->kind == TD_FIELD_CHOICE && td_field_find_choice (field, text) != NULL)
    return g_strdup (_ (td_field_find_choice (field, text)->label));
  if (field->kind == TD_FIELD_DATE && text != NULL)
    return td_date_to_display (text);
  if (field->kind == TD_FIELD_BOOLEAN)
    return g_strdup (number != 0 ? _ ("yes") : "");
  if (field->kind == TD_FIELD_MONEY && number != 0)
    return td_number_to_display (number);
  if (field->kind == TD_FIELD_LENGTH && number != 0)
    return td_length_to_display (number);
  if (td_field_is_number (field))
    return number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
  return g_strdup (text != NULL ? text : "");
}

static gboolean
print_row (TdEntity *entity, gpointer data, GError **error)
{
  Listing *listing = data;

  listing->n++;
  if (listing->json)
    {
      g_autofree char *text = td_json_object_to_text (td_entity_to_json (entity), FALSE);

      g_print ("%s%s", listing->n > 1 ? ",\n " : "[\n ", text);
      return TRUE;
    }
  g_print ("%" G_GINT64_FORMAT, td_entity_get_id (entity));
  for (const char *const *column = listing->columns; *column != NULL; column++)
    {
      g_autofree char *text = td_cli_display (entity, td_entity_class_find (TD_ENTITY_GET_CLASS (entity), *column));

      g_print ("\t%s", text);
    }
  g_print ("\n");
  return TRUE;
}

static gboolean
list_cb (TdConnection *connection, gpointer data, GError **error)
{
  Listing *listing = data;

  return td_connection_each (connection, listing->query, print_row, listing, error);
}

/**
 * td_cli_print_list:
 * @args: the command
 * @records: (element-type TdEntity): what to print
 * @columns: %NULL-terminated: the properties of the plain listing
 *
 * Prints records as td_cli_list() does.
 */
void
td_cli_print_list (TdCliArgs *args, GListModel *records, const char *const *columns)
{
  Listing listing = { NULL, columns, args->json, 0 };

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (TdEntity) record = g_list_model_get_item (records, i);

      print_row (record, &listing, NULL);
    }
  if (args->json)
    g_print ("%s]\n", listing.n > 0 ? "\n" : "[");
}

/**
 * td_cli_list:
 * @args: the command
 * @query: which records
 * @columns: %NULL-terminated: the properties of the plain listing
 *
 * Prints records, one on a line or as an array of objects, in bounded memory.
 *
 * Returns: an exit code
 */
int
td_cli_list (TdCliArgs *args, TdQuery *query, const char *const *columns)
{
  Listing listing = { query, columns, args->json, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  int code = TD_CLI_DONE;
  gboolean ok;

  store = td_cli_open (args, TD_STORE_READ, &code);
  if (store == NULL)
    return code;
  ok = td_store_read (store, list_cb, &listing, NULL, &error);
  if (ok && args->json)
    g_print ("%s]\n", listing.n > 0 ? "\n" : "[");
  td_store_close (store);
  return ok ? TD_CLI_DONE : td_cli_fail (error);
}
