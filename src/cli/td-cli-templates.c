/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-templates"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "td-award-layout-jobs.h"
#include "td-cli.h"
#include "td-entity-text.h"
#include "td-template-jobs.h"
#include "td-template-list.h"
#include "td-underlay-jobs.h"

/* Certificate templates: what there is, in and out as files; and what is printed otherwise for one recipient. */

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static JsonArray *
award_forms_to_json (TdTemplate *template)
{
  const char *const *forms = td_template_get_award_forms (template);
  JsonArray *array = json_array_new ();

  for (guint i = 0; forms[i] != NULL; i++)
    json_array_add_string_element (array, forms[i]);
  return array;
}

static JsonObject *
template_to_json (TdTemplate *template)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", td_template_get_id (template));
  json_object_set_string_member (object, "title", td_template_get_title (template));
  json_object_set_double_member (object, "width", td_template_get_width (template));
  json_object_set_double_member (object, "height", td_template_get_height (template));
  json_object_set_array_member (object, "award_forms", award_forms_to_json (template));
  json_object_set_boolean_member (object, "verified", td_template_get_verified (template));
  set_text (object, "source", td_template_get_source (template));
  return object;
}

static JsonObject *
item_to_json (const TdTemplateItem *item)
{
  JsonObject *object = item->template != NULL ? template_to_json (item->template) : json_object_new ();

  json_object_set_int_member (object, "id", item->record_id);
  json_object_set_string_member (object, "name", item->name);
  json_object_set_string_member (object, "title", item->title);
  json_object_set_boolean_member (object, "shipped", item->shipped);
  json_object_set_boolean_member (object, "own", item->record_id != 0);
  set_text (object, "based_on", item->based_on);
  set_text (object, "changed_on", item->changed_on);
  json_object_set_boolean_member (object, "retired", item->retired);
  set_text (object, "problem", item->problem);
  return object;
}

static void
print_json_list (GListModel *items)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TdTemplateItem) item = g_list_model_get_item (items, i);

      json_array_add_object_element (array, item_to_json (item));
    }
  json_node_take_array (root, array);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static void
print_item (const TdTemplateItem *item)
{
  g_autofree char *forms = item->template != NULL ? g_strjoinv (", ", (char **) td_template_get_award_forms (item->template)) : NULL;
  const char *origin = item->record_id == 0 ? _ ("shipped") : item->shipped ? _ ("changed by the office")
                                                                            : _ ("the office's own");

  g_print ("%s\t%s\t%s\t%s%s%s\n", item->name, item->title, forms != NULL ? forms : item->problem, origin,
           item->retired ? ", " : "", item->retired ? _ ("no longer offered") : "");
}

int
td_cli_template_list (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_template_list_job ();
  int code = td_cli_run_job (args, job, FALSE);
  GListModel *items = td_job_get_object (job);

  if (code == TD_CLI_DONE && args->json)
    print_json_list (items);
  for (guint i = 0; code == TD_CLI_DONE && !args->json && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TdTemplateItem) item = g_list_model_get_item (items, i);

      print_item (item);
    }
  return code;
}

static JsonObject *
box_to_json (const TdTemplateBox *box)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", box->id);
  set_text (object, "title", box->title);
  json_object_set_double_member (object, "x", box->area.x);
  json_object_set_double_member (object, "y", box->area.y);
  json_object_set_double_member (object, "width", box->area.width);
  json_object_set_double_member (object, "height", box->area.height);
  json_object_set_string_member (object, "family", box->family);
  json_object_set_double_member (object, "size", box->size);
  json_object_set_double_member (object, "min_size", box->min_size);
  json_object_set_int_member (object, "max_lines", box->max_lines);
  json_object_set_boolean_member (object, "fixed", box->fixed);
  set_text (object, "when", box->when);
  set_text (object, "text", box->text);
  return object;
}

static void
print_template (TdTemplate *template)
{
  g_autofree char *forms = g_strjoinv (", ", (char **) td_template_get_award_forms (template));

  g_print ("%s: %s\n%g × %g mm\n", td_template_get_id (template), td_template_get_title (template), td_template_get_width (template), td_template_get_height (template));
  g_print (_ ("For: %s\n"), forms);
  if (td_template_get_source (template) != NULL)
    g_print (_ ("Source: %s (%s)\n"), td_template_get_source (template), td_template_get_verified (template) ? _ ("verified") : _ ("not verified"));
  g_print ("\n");
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (template, i);
      g_autofree char *text = g_strdelimit (g_strdup (box->text), "\n", '/');

      g_print ("  %s\t%g, %g  %g × %g mm\t%g–%g pt\t%s\n", box->title, box->area.x, box->area.y, box->area.width, box->area.height, box->min_size, box->size, text);
    }
}

int
td_cli_template_show (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_template_get_job (args->words[0]);
  int code = td_cli_run_job (args, job, FALSE);
  TdTemplate *template = td_job_get_object (job);
  JsonArray *boxes;
  JsonObject *object;
  g_autofree char *text = NULL;

  if (code != TD_CLI_DONE)
    return code;
  if (!args->json)
    {
      print_template (template);
      return code;
    }
  boxes = json_array_new ();
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    json_array_add_object_element (boxes, box_to_json (td_template_get_box (template, i)));
  object = template_to_json (template);
  json_object_set_array_member (object, "boxes", boxes);
  text = td_json_object_to_text (object, TRUE);
  g_print ("%s\n", text);
  return code;
}

/* A word with such an ending, or with a folder, is a file: short names have neither. */
int
td_cli_template_check (TdCliArgs *args)
{
  gboolean is_file = g_str_has_suffix (args->words[0], ".xml") || strchr (args->words[0], G_DIR_SEPARATOR) != NULL;
  g_autoptr (TdJob) job = td_template_check_job (is_file ? NULL : args->words[0], is_file ? args->words[0] : NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  GPtrArray *findings = td_job_get_findings (job);
  int code = TD_CLI_DONE;
  gboolean ok;

  store = td_cli_open (args, TD_STORE_READ, &code);
  if (store == NULL)
    return code;
  ok = td_job_run (job, store, NULL, &error);
  td_store_close (store);
  if (!ok)
    return td_cli_fail (error);
  if (args->json)
    td_cli_print_json_findings (findings);
  else
    td_cli_print_findings (findings);
  return td_findings_block (findings) ? TD_CLI_REFUSED : TD_CLI_DONE;
}

int
td_cli_template_export (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  int code;

  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("The output is missing: --output FILE.xml."));
  job = td_template_export_job (args->words[0], args->output);
  code = td_cli_run_job (args, job, FALSE);
  if (code == TD_CLI_DONE)
    g_print ("%s\n", args->output);
  return code;
}

int
td_cli_template_import (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_template_import_job (args->words[0], args->replace);

  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_template_retire (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_template_retire_job (args->words[0], !args->take_back);

  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_template_remove (TdCliArgs *args)
{
  g_autoptr (TdJob) job = td_template_remove_job (args->words[0]);

  return td_cli_print_made (args, job, TRUE);
}

/* The picture itself, its marks, or nothing. */
int
td_cli_template_underlay (TdCliArgs *args)
{
  const char *file = args->n_words > 1 ? args->words[1] : NULL;
  g_autoptr (GArray) marks = td_underlay_marks_read (args->marks);
  g_autoptr (TdJob) job = NULL;

  if ((file != NULL) + (args->marks != NULL) + args->take_back != 1)
    return td_cli_usage ("%s", _ ("Name a picture, or --marks, or --take-back."));
  if (args->marks != NULL && marks->len == 0)
    return td_cli_usage (_ ("“%s” are no marks: write COLUMN,ROW=X,Y two to four times with “;” between."), args->marks);
  if (file != NULL)
    job = td_underlay_set_job (args->words[0], file);
  else if (args->take_back)
    job = td_underlay_remove_job (args->words[0]);
  else
    job = td_underlay_mark_job (args->words[0], (const TdUnderlayMark *) (gpointer) marks->data, marks->len);
  return td_cli_print_made (args, job, TRUE);
}

static gboolean
parse_move (const char *text, gint64 *dx, gint64 *dy)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  double values[2];

  if (g_strv_length (words) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      char *end;

      values[i] = g_ascii_strtod (words[i], &end);
      if (end == words[i] || *end != '\0' || !(fabs (values[i]) <= 2000))
        return FALSE;
    }
  *dx = llround (values[0] * 1000);
  *dy = llround (values[1] * 1000);
  return TRUE;
}

int
td_cli_certificate_arrange (TdCliArgs *args)
{
  g_autoptr (TdAwardLayout) layout = NULL;
  g_autoptr (TdJob) job = NULL;
  g_autofree char *text = args->text != NULL ? g_strdelimit (g_strdup (args->text), "/", '\n') : NULL;
  gint64 award_id, dx = 0, dy = 0;
  int code;

  if (!td_cli_parse_id (args->words[0], &award_id, &code))
    return code;
  if (args->move != NULL && !parse_move (args->move, &dx, &dy))
    return td_cli_usage (_ ("“%s” is not how far to move: write RIGHT,DOWN in millimetres."), args->move);
  if (!(args->points >= 0 && args->points <= 300))
    return td_cli_usage ("%s", _ ("Type sizes go from 4 to 300 points."));
  layout = g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", award_id, "template-name", args->template_name, "box", args->words[1],
                         "text", text, "dx", dx, "dy", dy, "size", (gint64) llround (args->points * 100), NULL);
  job = td_award_layout_set_job (layout);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_certificate_changes (TdCliArgs *args)
{
  static const char *const columns[] = { "award-id", "template-name", "box", "text", "dx", "dy", "size", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD_LAYOUT);

  td_query_order_by (query, "award-id", FALSE);
  return td_cli_list (args, query, columns);
}
