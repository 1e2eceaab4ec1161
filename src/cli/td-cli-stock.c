/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-stock"

#include "config.h"

#include <glib/gi18n.h>
#include "td-cli.h"
#include "td-date.h"
#include "td-length.h"
#include "td-stock-count.h"
#include "td-stock-jobs.h"

/* Blanks: what there is, what comes in, where each sheet is. */

int
td_cli_stock_list (TdCliArgs *args)
{
  static const char *const columns[] = { "name", "award-form", "giver-name", "width", "height", "measured-on", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK);

  td_query_order_by (query, "name", FALSE);
  return td_cli_list (args, query, columns);
}

int
td_cli_stock_show (TdCliArgs *args)
{
  const GType types[] = { TD_TYPE_STOCK_PART, TD_TYPE_STOCK_PACK };
  static const char *const names[] = { "parts", "packs", NULL };
  static const char *const titles[] = { N_ ("Printed on it"), N_ ("Packs") };
  TdCliShowing showing = { .type = TD_TYPE_STOCK, .field = "stock-id", .part_types = types, .part_names = names, .part_titles = titles };

  return td_cli_show (args, &showing);
}

int
td_cli_stock_new (TdCliArgs *args)
{
  g_autoptr (TdStock) stock = NULL;
  g_autoptr (TdJob) job = NULL;
  gint64 width = 0, height = 0;

  if (args->size == NULL || !td_length_parse_sheet (args->size, &width, &height))
    return td_cli_usage ("%s", _ ("A stock needs --size, such as 420x297, in millimetres."));
  stock = g_object_new (TD_TYPE_STOCK, "name", args->words[0], "award-form", args->kind, "width", width, "height", height,
                        "numbered", args->numbered, "series", args->series, "n-digits", args->digits, "measured-on", args->date, NULL);
  job = td_stock_add_job (stock, args->carries);
  return td_cli_print_made (args, job, TRUE);
}

/* A count or a first number; 0 where none is given. */
static gboolean
parse_count (const char *word, gint64 *number, int *code)
{
  *number = 0;
  if (word == NULL || g_ascii_string_to_signed (word, 10, 1, G_MAXINT32, number, NULL))
    return TRUE;
  *code = td_cli_usage (_ ("“%s” is not a number of sheets."), word);
  return FALSE;
}

int
td_cli_stock_receive (TdCliArgs *args)
{
  gint64 stock_id, n_sheets, first;
  g_autofree char *today = td_date_dup_today ();
  g_autoptr (TdStockPack) pack = NULL;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &stock_id, &code) || !parse_count (args->words[1], &n_sheets, &code) || !parse_count (args->number, &first, &code))
    return code;
  pack = g_object_new (TD_TYPE_STOCK_PACK, "stock-id", stock_id, "n-sheets", n_sheets, "first-number", first,
                       "received-on", args->date != NULL ? args->date : today, "supplier", args->from, "note", args->note, NULL);
  job = td_stock_receive_job (pack);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_stock_sheets (TdCliArgs *args)
{
  static const char *const columns[] = { "code", "state", "changed-on", "award-name", "register-number", "recalled-by", "reason", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  gint64 stock_id;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &stock_id, &code))
    return code;
  td_query_where_number (query, "stock-id", stock_id);
  if (args->state != NULL)
    td_query_where_text (query, "state", args->state);
  td_query_order_by (query, "number", FALSE);
  return td_cli_list (args, query, columns);
}

static void
print_count (const TdStockCount *count)
{
  g_print (_ ("In store before: %u\nReceived: %u\nPrinted: %u\nSpoiled: %u\nIn store after: %u\nStill to be destroyed: %u\n"),
           count->n_before, count->n_received, count->n_printed, count->n_spoiled, count->n_after, count->n_to_destroy);
  if (*count->in_store != '\0')
    g_print (_ ("Numbers in store: %s\n"), count->in_store);
}

static void
print_json_count (const TdStockCount *count)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  const struct
  {
    const char *name;
    guint n;
  } numbers[] = { { "before", count->n_before }, { "received", count->n_received }, { "left", count->n_left }, { "printed", count->n_printed }, { "spoiled", count->n_spoiled }, { "presented", count->n_presented }, { "destroyed", count->n_destroyed }, { "to_destroy", count->n_to_destroy }, { "after", count->n_after } };

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      json_builder_set_member_name (builder, numbers[i].name);
      json_builder_add_int_value (builder, numbers[i].n);
    }
  json_builder_set_member_name (builder, "in_store");
  json_builder_add_string_value (builder, count->in_store);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

int
td_cli_stock_count (TdCliArgs *args)
{
  g_autofree char *today = td_date_dup_today ();
  g_autofree char *month = g_strdup_printf ("%.7s-01", today);
  const char *from = args->since != NULL ? args->since : month;
  const char *until = args->until != NULL ? args->until : today;
  g_autoptr (TdJob) job = NULL;
  gint64 stock_id;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &stock_id, &code))
    return code;
  if (args->output != NULL)
    {
      job = td_stock_count_print_job (stock_id, from, until, args->output);
      return td_cli_print_pages (args, job);
    }
  job = td_stock_count_job (stock_id, from, until);
  code = td_cli_run_job (args, job, FALSE);
  if (code != TD_CLI_DONE)
    return code;
  if (args->json)
    print_json_count (td_job_get_object (job));
  else
    print_count (td_job_get_object (job));
  return code;
}

int
td_cli_stock_print (TdCliArgs *args)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 stock_id, first;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if ((args->decision == 0) == (args->awards == NULL))
    return td_cli_usage ("%s", _ ("Say what was printed: --decision ID, or --awards ID,ID."));
  if (!td_cli_parse_id (args->words[0], &stock_id, &code) || !parse_count (args->number, &first, &code) || !td_cli_parse_ids (args->awards, ids, &code))
    return code;
  job = td_stock_print_job (stock_id, args->decision, (const gint64 *) (gpointer) ids->data, ids->len, first, args->date);
  return td_cli_print_made (args, job, TRUE);
}

static int
end_sheets (TdCliArgs *args, TdJob *(*make) (const TdSheetChoice *sheets, const char *words, const char *day), const char *words)
{
  TdSheetChoice sheets = { .numbers = args->words[1] };
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &sheets.stock_id, &code))
    return code;
  job = make (&sheets, words, args->date);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_stock_spoil (TdCliArgs *args)
{
  return end_sheets (args, td_stock_spoil_job, args->note);
}

int
td_cli_stock_take_back (TdCliArgs *args)
{
  return end_sheets (args, td_stock_take_back_job, args->note);
}

int
td_cli_stock_destroy (TdCliArgs *args)
{
  return end_sheets (args, td_stock_destroy_job, args->number);
}

int
td_cli_stock_out (TdCliArgs *args)
{
  TdSheetChoice sheets = { .numbers = args->words[1] };
  g_autofree char *today = td_date_dup_today ();
  g_autoptr (TdStockRound) round = NULL;
  g_autoptr (TdJob) job = NULL;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &sheets.stock_id, &code))
    return code;
  round = g_object_new (TD_TYPE_STOCK_ROUND, "step", args->kind, "out-on", args->date != NULL ? args->date : today, "handed-to", args->to, "note", args->note, NULL);
  job = td_stock_hand_out_job (round, &sheets);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_stock_back (TdCliArgs *args)
{
  TdSheetChoice sheets = { .numbers = args->n_words > 2 ? args->words[2] : NULL };
  g_autoptr (TdJob) job = NULL;
  gint64 round_id;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &round_id, &code) || (args->n_words > 1 && !td_cli_parse_id (args->words[1], &sheets.stock_id, &code)))
    return code;
  if (args->n_words == 2)
    return td_cli_usage ("%s", _ ("Name the stock and the numbers of the sheets, or neither for all of them."));
  job = td_stock_hand_back_job (round_id, args->n_words > 2 ? &sheets : NULL, args->date, args->undone);
  return td_cli_print_made (args, job, TRUE);
}
