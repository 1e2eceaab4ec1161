/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-export"

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "td-cli.h"
#include "td-list-export.h"
#include "td-list-form.h"

/* Lists that leave the program, and the form they come back in: list export, form. */

typedef struct
{
  const char *noun;
  GType (*get_type) (void);
  const char *title;
  const char *order;
} List;

/* What can be written, with the title and the order the pages of the window have. */
static const List lists[] = {
  { "subjects", td_subject_get_type, N_ ("Subjects"), "name" },
  { "nominations", td_nomination_get_type, N_ ("Nominations for awards"), "subject-name" },
  { "units", td_unit_get_type, N_ ("Units"), "name" },
};

static const List *
find_list (const char *noun)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].noun, noun))
      return &lists[i];
  return NULL;
}

static int
print_rows (TdCliArgs *args, TdJob *job)
{
  int code = td_cli_run_job (args, job, FALSE);

  if (code == TD_CLI_DONE)
    g_print (ngettext ("%s: %" PRId64 " row\n", "%s: %" PRId64 " rows\n", td_job_get_count (job)),
             args->output, td_job_get_count (job));
  return code;
}

int
td_cli_list_export (TdCliArgs *args)
{
  const List *list = find_list (args->words[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (TdQuery) query = NULL;
  g_autoptr (TdJob) job = NULL;

  if (list == NULL)
    return td_cli_usage (_ ("There is no list “%s”; there are: subjects, nominations, units."), args->words[0]);
  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("The output is missing: --output FILE.xlsx, FILE.ods or FILE.csv."));
  if (args->search != NULL && !g_utf8_validate (args->search, -1, NULL))
    return td_cli_usage ("%s", _ ("The words to search are not text."));
  fields = td_list_export_find_fields (list->get_type (), args->columns, &error);
  if (fields == NULL)
    return td_cli_usage ("%s", error->message);
  query = td_query_new (list->get_type ());
  if (args->plan != 0 && td_entity_class_find (td_entity_class_of (list->get_type ()), "plan-id") == NULL)
    return td_cli_usage (_ ("The list “%s” is not of a plan."), args->words[0]);
  if (args->plan != 0)
    td_query_where_number (query, "plan-id", args->plan);
  td_query_search (query, args->search);
  td_query_order_by (query, list->order, FALSE);
  job = td_list_export_job (query, fields, _ (list->title), args->output);
  return print_rows (args, job);
}

int
td_cli_list_form (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  int code;

  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("The output is missing: --output FILE.xlsx."));
  job = td_list_form_job (args->plan, args->output);
  code = td_cli_run_job (args, job, FALSE);
  if (code == TD_CLI_DONE)
    g_print ("%s\n", args->output);
  return code;
}
