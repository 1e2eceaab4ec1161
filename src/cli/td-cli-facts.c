/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-facts"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "td-cli.h"
#include "td-date.h"
#include "td-number.h"
#include "td-record-jobs.h"

/* What is noted of a plan while it runs: works, exemplars, occasions, difficulties, targets. The nouns are the tables,
 * and what can be set is what the entity describes. */

typedef struct
{
  const char *noun;
  const char *columns[6];
  const char *due;     /* what makes it late */
  const char *done;    /* and until when it is */
  const char *over[3]; /* states in which it is not */
} Kind;

static const Kind kinds[] = {
  { "work", { "unit-name", "due", "finished", "state", "name" }, "due", "finished", { "finished", "dropped" } },
  { "exemplar", { "name", "unit-name", "found-on", "state" } },
  { "occasion", { "day", "kind", "place", "name" } },
  { "difficulty", { "unit-name", "raised-on", "answered-on", "text" } },
  { "target", { "planned", "actual", "measure", "as-of", "name" } },
  { "clause", { "path", "role", "points", "title" } },
};

static const Kind *
find_kind (const char *noun)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].noun, noun))
      return &kinds[i];
  g_assert_not_reached ();
}

static int
list_kind (TdCliArgs *args, const Kind *kind)
{
  g_autoptr (TdQuery) query = td_query_new (td_model_type_of_table (kind->noun));
  g_autofree char *day = args->late ? args->as_of != NULL ? g_strdup (args->as_of) : td_date_dup_today () : g_strdup (args->due);
  gint64 plan_id;
  int code;

  if (day != NULL && !td_date_is_day (day))
    return td_cli_usage (_ ("“%s” is not a day."), day);
  if (args->n_words > 0)
    {
      if (!td_cli_parse_id (args->words[0], &plan_id, &code))
        return code;
      td_query_where_number (query, "plan-id", plan_id);
    }
  if (day != NULL)
    {
      td_query_where_before (query, kind->due, day);
      td_query_order_by (query, kind->due, FALSE);
    }
  if (args->late)
    {
      td_query_where_text (query, kind->done, NULL);
      for (guint i = 0; kind->over[i] != NULL; i++)
        td_query_where_not_text (query, "state", kind->over[i]);
    }
  return td_cli_list (args, query, kind->columns);
}

int
td_cli_fact_list (TdCliArgs *args)
{
  return list_kind (args, find_kind (args->noun));
}

int
td_cli_plan_works (TdCliArgs *args)
{
  return list_kind (args, find_kind ("work"));
}

static gboolean
set_number (TdEntity *entity, const TdField *field, const char *text)
{
  gint64 number = 0;

  if (field->kind == TD_FIELD_BOOLEAN)
    number = g_str_equal (text, "yes") ? 1 : g_str_equal (text, "no") ? 0
                                                                      : -1;
  else if (*text != '\0' && !td_number_parse (text, &number))
    number = -1;
  if (number >= 0)
    td_entity_set_number (entity, field, number);
  return number >= 0;
}

/* "field=text", as the JSON of a listing calls the field. What jobs set themselves is not set by hand. */
static gboolean
set_value (TdEntity *entity, const char *pair, int *code)
{
  const char *sign = strchr (pair, '=');
  g_autofree char *name = sign != NULL ? g_strdelimit (g_strndup (pair, sign - pair), "_", '-') : NULL;
  const TdField *field = name != NULL ? td_entity_class_find (TD_ENTITY_GET_CLASS (entity), name) : NULL;

  if (field == NULL || field->via != NULL || (field->flags & (TD_FIELD_FIXED | TD_FIELD_HIDDEN)) || g_str_equal (name, "id") || g_str_equal (name, "uuid"))
    {
      *code = td_cli_usage (_ ("There is nothing to set by “%s”."), pair);
      return FALSE;
    }
  if (!td_field_is_number (field))
    td_entity_set_text (entity, field, sign[1] != '\0' ? sign + 1 : NULL);
  else if (!set_number (entity, field, sign + 1))
    {
      *code = td_cli_usage (_ ("“%s” is not a number."), sign + 1);
      return FALSE;
    }
  return TRUE;
}

/**
 * td_cli_set_values:
 * @args: the command, with its --set
 * @entity: a record
 * @code: (out): an exit code, where it fails
 *
 * Returns: whether every value could be set
 */
gboolean
td_cli_set_values (TdCliArgs *args, TdEntity *entity, int *code)
{
  for (guint i = 0; args->sets != NULL && args->sets[i] != NULL; i++)
    if (!set_value (entity, args->sets[i], code))
      return FALSE;
  return TRUE;
}

/* What must be there beside the plan: the name, the kind, or the text. */
static const TdField *
find_first (TdEntity *entity)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TD_FIELD_REQUIRED) && !td_field_is_number (&klass->fields[i]))
      return &klass->fields[i];
  g_assert_not_reached ();
}

int
td_cli_fact_new (TdCliArgs *args)
{
  g_autoptr (TdEntity) entity = g_object_new (td_model_type_of_table (args->noun), NULL);
  g_autoptr (TdJob) job = NULL;
  gint64 plan_id;
  int code;

  if (!td_cli_parse_id (args->words[0], &plan_id, &code))
    return code;
  td_entity_set_number (entity, td_entity_class_find (TD_ENTITY_GET_CLASS (entity), "plan-id"), plan_id);
  td_entity_set_text (entity, find_first (entity), args->words[1]);
  if (!td_cli_set_values (args, entity, &code))
    return code;
  job = td_record_save_with_file_job (entity, args->file);
  return td_cli_print_made (args, job, TRUE);
}

typedef struct
{
  GType type;
  gint64 id;
  TdEntity *entity;
} Asking;

static gboolean
get_cb (TdConnection *connection, gpointer data, GError **error)
{
  Asking *asking = data;

  asking->entity = td_connection_get (connection, asking->type, asking->id, error);
  return asking->entity != NULL;
}

int
td_cli_fact_set (TdCliArgs *args)
{
  Asking asking = { .type = td_model_type_of_table (args->noun) };
  g_autoptr (TdEntity) entity = NULL;
  g_autoptr (TdJob) job = NULL;
  int code;

  if (!td_cli_parse_id (args->words[0], &asking.id, &code))
    return code;
  if (args->sets == NULL && args->file == NULL)
    return td_cli_usage ("%s", _ ("Say what to change: --set FIELD=TEXT."));
  code = td_cli_read (args, get_cb, &asking);
  if (code != TD_CLI_DONE)
    return code;
  entity = asking.entity;
  if (!td_cli_set_values (args, entity, &code))
    return code;
  job = td_record_save_with_file_job (entity, args->file);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_fact_delete (TdCliArgs *args)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TdJob) job = NULL;
  int code;

  for (guint i = 0; i < args->n_words; i++)
    {
      gint64 id;

      if (!td_cli_parse_id (args->words[i], &id, &code))
        return code;
      g_array_append_val (ids, id);
    }
  job = td_record_delete_job (td_model_type_of_table (args->noun), (const gint64 *) ids->data, ids->len);
  return td_cli_print_made (args, job, TRUE);
}
