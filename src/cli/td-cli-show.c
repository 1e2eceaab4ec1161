/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-show"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>

#include "td-cli.h"
#include "td-entity-text.h"
#include "td-plan-life.h"

/* How a record, and what a job made, is told. */

static gboolean
show_cb (TdConnection *connection, gpointer data, GError **error)
{
  TdCliShowing *showing = data;

  showing->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  showing->entity = td_connection_get (connection, showing->type, showing->id, error);
  for (guint i = 0; showing->entity != NULL && showing->part_names[i] != NULL; i++)
    {
      g_autoptr (TdQuery) query = td_query_new (showing->part_types[i]);
      GPtrArray *rows;

      td_query_where_number (query, showing->field, showing->id);
      if (showing->order != NULL)
        td_query_order_by (query, showing->order, FALSE);
      rows = td_connection_list (connection, query, error);
      if (rows == NULL)
        return FALSE;
      g_ptr_array_add (showing->parts, rows);
    }
  if (showing->entity != NULL && showing->change != NULL && !showing->change (connection, showing, error))
    return FALSE;
  if (showing->entity != NULL && showing->read_more != NULL)
    {
      showing->more = showing->read_more (connection, showing->id, error);
      return showing->more != NULL;
    }
  return showing->entity != NULL;
}

/* A record, and the document it holds by where that is another. */
static JsonObject *
tell_json (TdCliShowing *showing, TdEntity *entity)
{
  JsonObject *object = td_entity_to_json (entity);
  TdPlanChange *change = showing->sources != NULL ? g_hash_table_lookup (showing->sources, entity) : NULL;

  if (change != NULL)
    {
      json_object_set_int_member (object, "change_id", td_entity_get_id (TD_ENTITY (change)));
      json_object_set_string_member (object, "change_number", change->number);
    }
  return object;
}

static void
tell_plain (TdCliShowing *showing, TdEntity *entity, int indent)
{
  TdPlanChange *change = showing->sources != NULL ? g_hash_table_lookup (showing->sources, entity) : NULL;
  g_autofree char *name = change != NULL ? td_plan_change_dup_name (change) : NULL;

  td_cli_print_fields (entity, indent);
  if (name != NULL)
    g_print ("%*s%s: %s\n", indent, "", _ ("Holds by"), name);
}

static void
print_json (TdCliShowing *showing)
{
  JsonObject *object = tell_json (showing, showing->entity);
  g_autofree char *text = NULL;

  for (guint i = 0; showing->part_names[i] != NULL; i++)
    {
      GPtrArray *rows = g_ptr_array_index (showing->parts, i);
      JsonArray *array = json_array_sized_new (rows->len);

      for (guint j = 0; j < rows->len; j++)
        json_array_add_object_element (array, tell_json (showing, g_ptr_array_index (rows, j)));
      json_object_set_array_member (object, showing->part_names[i], array);
    }
  if (showing->json_more != NULL)
    showing->json_more (showing->more, object);
  text = td_json_object_to_text (object, TRUE);
  g_print ("%s\n", text);
}

/**
 * td_cli_print_fields:
 * @entity: a record
 * @indent: how far it is moved in
 *
 * Prints what a record says, under the headings of the window.
 */
void
td_cli_print_fields (TdEntity *entity, int indent)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      g_autofree char *text = (field->flags & TD_FIELD_HIDDEN) == 0 ? td_cli_display (entity, field) : NULL;

      if (text != NULL && *text != '\0' && field->kind != TD_FIELD_REFERENCE)
        g_print ("%*s%s: %s\n", indent, "", _ (field->label), text);
    }
}

static void
print_plain (TdCliShowing *showing)
{
  tell_plain (showing, showing->entity, 0);
  for (guint i = 0; showing->part_names[i] != NULL; i++)
    {
      GPtrArray *rows = g_ptr_array_index (showing->parts, i);

      g_print ("\n%s: %u\n", _ (showing->part_titles[i]), rows->len);
      for (guint j = 0; j < rows->len; j++)
        {
          tell_plain (showing, g_ptr_array_index (rows, j), 4);
          g_print ("\n");
        }
    }
  if (showing->print_more != NULL)
    showing->print_more (showing->more);
}

/**
 * td_cli_show:
 * @args: the command; its first word is an id
 * @showing: what to show
 *
 * Prints one record with what belongs to it, plainly or as JSON.
 *
 * Returns: an exit code
 */
int
td_cli_show (TdCliArgs *args, TdCliShowing *showing)
{
  int code;

  if (!td_cli_parse_id (args->words[0], &showing->id, &code))
    return code;
  code = td_cli_read (args, show_cb, showing);
  if (code == TD_CLI_DONE && args->json)
    print_json (showing);
  else if (code == TD_CLI_DONE)
    print_plain (showing);
  g_clear_object (&showing->entity);
  g_clear_pointer (&showing->parts, g_ptr_array_unref);
  g_clear_object (&showing->more);
  g_clear_pointer (&showing->sources, g_hash_table_unref);
  return code;
}

/**
 * td_cli_print_made:
 * @args: the command
 * @job: what to do
 * @writes: whether it changes the office file
 *
 * Runs a job and prints the id of what it made, else how many.
 *
 * Returns: an exit code
 */
int
td_cli_print_made (TdCliArgs *args, TdJob *job, gboolean writes)
{
  int code = td_cli_run_job (args, job, writes);

  if (code == TD_CLI_DONE && args->json)
    g_print ("{\"id\": %" G_GINT64_FORMAT ", \"count\": %" G_GINT64_FORMAT "}\n", td_job_get_id (job), td_job_get_count (job));
  else if (code == TD_CLI_DONE)
    g_print ("%" G_GINT64_FORMAT "\n", td_job_get_id (job) != 0 ? td_job_get_id (job) : td_job_get_count (job));
  return code;
}

/**
 * td_cli_print_pages:
 * @args: the command, with its output
 * @job: what to print
 *
 * Runs a job and says how many pages it made; of a document to work on only where it is.
 *
 * Returns: an exit code
 */
int
td_cli_print_pages (TdCliArgs *args, TdJob *job)
{
  int code = td_cli_run_job (args, job, FALSE);

  if (code == TD_CLI_DONE && td_job_get_count (job) == 0)
    g_print ("%s\n", args->output);
  else if (code == TD_CLI_DONE)
    g_print (ngettext ("%s: %" PRId64 " page\n", "%s: %" PRId64 " pages\n", td_job_get_count (job)),
             args->output, td_job_get_count (job));
  return code;
}
