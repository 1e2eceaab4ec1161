/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-printers"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "td-cli.h"
#include "td-entity-text.h"
#include "td-length.h"
#include "td-printer.h"
#include "td-spool-job.h"

/* printer list, show, jobs, print, cancel. They need no office. */

#define UNIT       1000 /* micrometres in a mm */
#define MAX_SIDE   (5000 * UNIT)
#define MAX_COPIES 999

static void
set_text (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, key, text);
  else
    json_object_set_null_member (object, key);
}

/* Lengths are whole micrometres in JSON, as those of records are. */
static void
set_length (JsonObject *object, const char *key, double length)
{
  json_object_set_int_member (object, key, llround (length * UNIT));
}

static JsonArray *
findings_to_json (GPtrArray *findings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    json_array_add_object_element (array, td_finding_to_json (g_ptr_array_index (findings, i)));
  return array;
}

static JsonObject *
printer_to_json (TdPrinter *printer)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", printer->id);
  json_object_set_string_member (object, "name", printer->name);
  set_text (object, "location", printer->location);
  set_text (object, "model", printer->model);
  json_object_set_boolean_member (object, "is_default", printer->is_default);
  json_object_set_boolean_member (object, "is_accepting", printer->is_accepting);
  json_object_set_string_member (object, "state", td_printer_state_to_nick (printer->state));
  set_text (object, "message", printer->message);
  json_object_set_int_member (object, "queued", printer->queued);
  json_object_set_array_member (object, "findings", findings_to_json (printer->findings));
  return object;
}

static JsonObject *
paper_to_json (const TdPrinterPaper *paper)
{
  JsonObject *object = json_object_new ();
  JsonObject *margins;

  set_text (object, "id", paper->id);
  json_object_set_string_member (object, "name", paper->name);
  set_length (object, "width", paper->width);
  set_length (object, "height", paper->height);
  json_object_set_boolean_member (object, "borderless", paper->borderless);
  if (!paper->has_margins)
    {
      json_object_set_null_member (object, "margins");
      return object;
    }
  margins = json_object_new ();
  set_length (margins, "top", paper->top);
  set_length (margins, "bottom", paper->bottom);
  set_length (margins, "left", paper->left);
  set_length (margins, "right", paper->right);
  json_object_set_object_member (object, "margins", margins);
  return object;
}

static void
set_paper (JsonObject *object, const char *key, const TdPrinterPaper *paper)
{
  if (paper != NULL)
    json_object_set_object_member (object, key, paper_to_json (paper));
  else
    json_object_set_null_member (object, key);
}

/* What is only read of one printer. */
static void
add_details (JsonObject *object, TdPrinter *printer)
{
  JsonArray *papers = json_array_new ();
  JsonArray *ranges = json_array_new ();
  JsonArray *trays = json_array_new ();

  for (guint i = 0; i < printer->papers->len; i++)
    json_array_add_object_element (papers, paper_to_json (g_ptr_array_index (printer->papers, i)));
  for (guint i = 0; i < printer->ranges->len; i++)
    {
      const TdPrinterRange *range = &g_array_index (printer->ranges, TdPrinterRange, i);
      JsonObject *entry = json_object_new ();

      set_length (entry, "min_width", range->min_width);
      set_length (entry, "max_width", range->max_width);
      set_length (entry, "min_height", range->min_height);
      set_length (entry, "max_height", range->max_height);
      json_array_add_object_element (ranges, entry);
    }
  for (guint i = 0; i < printer->trays->len; i++)
    {
      const TdPrinterTray *tray = g_ptr_array_index (printer->trays, i);
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "id", tray->id);
      json_object_set_string_member (entry, "name", tray->name);
      set_paper (entry, "loaded", tray->loaded);
      json_array_add_object_element (trays, entry);
    }
  json_object_set_array_member (object, "papers", papers);
  json_object_set_array_member (object, "ranges", ranges);
  json_object_set_array_member (object, "trays", trays);
  set_paper (object, "default_paper", printer->default_paper);
  json_object_set_int_member (object, "resolution", printer->resolution);
  json_object_set_boolean_member (object, "has_duplex", printer->has_duplex);
  json_object_set_boolean_member (object, "has_colour", printer->has_colour);
}

static JsonObject *
job_to_json (TdSpoolJob *job)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", job->number);
  set_text (object, "printer", job->printer);
  set_text (object, "title", job->title);
  set_text (object, "tag", job->tag);
  json_object_set_string_member (object, "state", td_spool_state_to_nick (job->state));
  set_text (object, "message", job->message);
  if (job->pages >= 0)
    json_object_set_int_member (object, "pages", job->pages);
  else
    json_object_set_null_member (object, "pages");
  json_object_set_int_member (object, "created", job->created);
  json_object_set_int_member (object, "completed", job->completed);
  return object;
}

/* One of a listing; the bracket that closes it is the caller's. */
static void
print_element (JsonObject *object, gboolean first)
{
  g_autofree char *text = td_json_object_to_text (object, FALSE);

  g_print ("%s%s", first ? "[\n " : ",\n ", text);
}

int
td_cli_printer_list (TdCliArgs *args)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) printers = td_printer_list (NULL, &error);

  if (printers == NULL)
    return td_cli_fail (error);
  for (guint i = 0; i < printers->len; i++)
    {
      TdPrinter *printer = g_ptr_array_index (printers, i);

      if (args->json)
        print_element (printer_to_json (printer), i == 0);
      else
        g_print ("%s\t%s\t%s\t%s\t%s\n", printer->id, printer->name, printer->location != NULL ? printer->location : "",
                 td_printer_state_to_text (printer->state), printer->is_default ? _ ("default") : "");
      for (guint j = 0; !args->json && j < printer->findings->len; j++)
        g_print ("\t%s\n", ((const TdFinding *) g_ptr_array_index (printer->findings, j))->text);
    }
  if (args->json)
    g_print ("%s]\n", printers->len > 0 ? "\n" : "[");
  return TD_CLI_DONE;
}

static char *
show_length (double length)
{
  return td_length_to_display (llround (length * 10) * UNIT / 10);
}

static void
print_papers (TdPrinter *printer)
{
  for (guint i = 0; i < printer->papers->len; i++)
    {
      const TdPrinterPaper *paper = g_ptr_array_index (printer->papers, i);
      g_autofree char *width = show_length (paper->width), *height = show_length (paper->height);
      g_autofree char *top = show_length (paper->top), *bottom = show_length (paper->bottom);
      g_autofree char *left = show_length (paper->left), *right = show_length (paper->right);

      g_print (_ ("Paper: %s, %s × %s mm"), paper->name, width, height);
      if (paper->has_margins)
        /* Translators: after a paper size; four widths in mm */
        g_print (_ ("; does not print on %s mm at the top, %s at the bottom, %s left, %s right"), top, bottom, left, right);
      g_print ("\n");
    }
  for (guint i = 0; i < printer->ranges->len; i++)
    {
      g_autofree char *range = td_printer_range_text (&g_array_index (printer->ranges, TdPrinterRange, i));

      /* Translators: "from 100 × 148 to 330 × 1200 mm" */
      g_print (_ ("Paper of other sizes: %s\n"), range);
    }
}

static void
print_printer (TdPrinter *printer)
{
  g_print ("%s\n", printer->name);
  if (printer->location != NULL)
    g_print (_ ("Place: %s\n"), printer->location);
  if (printer->model != NULL)
    g_print (_ ("Model: %s\n"), printer->model);
  g_print (_ ("State: %s\n"), td_printer_state_to_text (printer->state));
  for (guint i = 0; i < printer->findings->len; i++)
    g_print ("%s\n", ((const TdFinding *) g_ptr_array_index (printer->findings, i))->text);
  print_papers (printer);
  for (guint i = 0; i < printer->trays->len; i++)
    {
      const TdPrinterTray *tray = g_ptr_array_index (printer->trays, i);

      g_print (_ ("Tray: %s (%s)"), tray->id, tray->name);
      g_print (tray->loaded != NULL ? ", %s\n" : "\n", tray->loaded != NULL ? tray->loaded->name : "");
    }
  if (printer->resolution > 0)
    g_print (_ ("Resolution: %d dpi\n"), printer->resolution);
}

int
td_cli_printer_show (TdCliArgs *args)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPrinter) printer = td_printer_read (args->words[0], NULL, &error);
  g_autofree char *text = NULL;
  JsonObject *object;

  if (printer == NULL)
    return td_cli_fail (error);
  if (!args->json)
    {
      print_printer (printer);
      return TD_CLI_DONE;
    }
  object = printer_to_json (printer);
  add_details (object, printer);
  text = td_json_object_to_text (object, TRUE);
  g_print ("%s\n", text);
  return TD_CLI_DONE;
}

int
td_cli_printer_jobs (TdCliArgs *args)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jobs = td_spool_job_list (args->words[0], args->done, NULL, &error);

  if (jobs == NULL)
    return td_cli_fail (error);
  for (guint i = 0; i < jobs->len; i++)
    {
      TdSpoolJob *job = g_ptr_array_index (jobs, i);

      if (args->json)
        print_element (job_to_json (job), i == 0);
      else
        g_print ("%d\t%s\t%s\t%s\n", job->number, job->printer != NULL ? job->printer : "", td_spool_state_to_text (job->state), job->title != NULL ? job->title : "");
    }
  if (args->json)
    g_print ("%s]\n", jobs->len > 0 ? "\n" : "[");
  return TD_CLI_DONE;
}

int
td_cli_printer_print (TdCliArgs *args)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_filename_display_basename (args->words[0]);
  TdSpoolRequest request = { .printer = args->printer, .title = title, .tray = args->tray, .copies = (int) CLAMP (args->copies, 0, MAX_COPIES + 1) };
  g_autoptr (TdSpoolJob) job = NULL;
  gint64 width, height;

  if (args->printer == NULL || args->size == NULL)
    return td_cli_usage ("%s", _ ("A file to print needs --printer NAME and --size WIDTHxHEIGHT."));
  if (!td_length_parse_sheet (args->size, &width, &height) || width < UNIT || height < UNIT || width > MAX_SIDE || height > MAX_SIDE)
    return td_cli_usage (_ ("“%s” is not a paper size in mm such as 420x297."), args->size);
  request.width = (double) width / UNIT;
  request.height = (double) height / UNIT;
  if (request.copies < 1 || request.copies > MAX_COPIES)
    return td_cli_usage (_ ("From 1 to %d copies can be printed."), MAX_COPIES);
  job = td_spool_submit (&request, args->words[0], NULL, &error);
  if (job == NULL)
    return td_cli_fail (error);
  td_cli_print_findings (job->findings);
  g_print ("%d\n", job->number);
  return TD_CLI_DONE;
}

int
td_cli_printer_cancel (TdCliArgs *args)
{
  g_autoptr (GError) error = NULL;
  gint64 number;
  int code;

  if (!td_cli_parse_id (args->words[0], &number, &code))
    return code;
  if (number > G_MAXINT)
    return td_cli_usage (_ ("“%s” is not an id."), args->words[0]);
  if (!td_spool_job_act ((int) number, TD_SPOOL_CANCEL, NULL, &error))
    return td_cli_fail (error);
  return TD_CLI_DONE;
}
