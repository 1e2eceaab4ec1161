/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-cli-ceremony"

#include "config.h"

#include <glib/gi18n.h>

#include "td-ceremony-count.h"
#include "td-ceremony-jobs.h"
#include "td-ceremony-print.h"
#include "td-cli.h"
#include "td-number.h"

/* Ceremonies: who is called in which order, what came of it, and the papers. */

static gboolean
parse_order (const char *word, TdCeremonyOrder *order, int *code)
{
  *order = TD_CEREMONY_ORDER_FORM;
  if (word == NULL || g_str_equal (word, "form"))
    return TRUE;
  *order = TD_CEREMONY_ORDER_UNIT;
  if (g_str_equal (word, "unit"))
    return TRUE;
  *code = td_cli_usage ("%s", _ ("The order is form or unit."));
  return FALSE;
}

static gboolean
parse_lines (TdCliArgs *args, TdLineChoice *lines, guint numbers_word, int *code)
{
  *lines = (TdLineChoice){ .numbers = args->n_words > numbers_word ? args->words[numbers_word] : NULL };
  return td_cli_parse_id (args->words[0], &lines->ceremony_id, code);
}

int
td_cli_ceremony_new (TdCliArgs *args)
{
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TdCeremony) ceremony = NULL;
  g_autoptr (TdJob) job = NULL;
  TdCeremonyOrder order;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_ids (args->decisions, decisions, &code) || !parse_order (args->order, &order, &code))
    return code;
  ceremony = g_object_new (TD_TYPE_CEREMONY, "name", args->words[0], "day", args->date, "hour", args->hour, "place", args->place, "host", args->host, NULL);
  job = td_ceremony_new_job (ceremony, (const gint64 *) (gpointer) decisions->data, decisions->len, order);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_ceremony_list (TdCliArgs *args)
{
  static const char *const columns[] = { "name", "day", "hour", "place", "state", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CEREMONY);

  td_query_order_by (query, "day", TRUE);
  return td_cli_list (args, query, columns);
}

static gpointer
read_count (TdConnection *connection, gint64 id, GError **error)
{
  return td_ceremony_count_read (connection, id, error);
}

static void
count_to_json (gpointer more, JsonObject *object)
{
  const TdCeremonyCount *count = more;
  JsonObject *counts = json_object_new ();
  const struct
  {
    const char *name;
    gint64 n;
  } numbers[] = { { "lines", count->n_lines }, { "certificates", count->n_certificates }, { "printed", count->n_printed }, { "signed", count->n_signed }, { "sealed", count->n_sealed }, { "framed", count->n_framed }, { "missing", count->n_missing }, { "presented", count->n_presented }, { "expected", count->n_expected }, { "came", count->n_came }, { "absent", count->n_absent }, { "sent", count->n_sent }, { "carried", count->n_carried }, { "money", count->money } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    json_object_set_int_member (counts, numbers[i].name, numbers[i].n);
  json_object_set_object_member (object, "counts", counts);
}

static void
print_count (gpointer more)
{
  const TdCeremonyCount *count = more;
  g_autofree char *money = td_number_to_display (count->money);

  g_print (_ ("%u certificates: %u printed, %u signed, %u sealed, %u missing\n"), count->n_certificates, count->n_printed, count->n_signed, count->n_sealed, count->n_missing);
  g_print (_ ("%u lines: %u expected, %u came, %u absent, %u sent; %u handed over\n"), count->n_lines, count->n_expected, count->n_came, count->n_absent, count->n_sent, count->n_presented);
  g_print (_ ("Money: %s\n"), money);
}

int
td_cli_ceremony_show (TdCliArgs *args)
{
  const GType types[] = { TD_TYPE_CEREMONY_LINE };
  static const char *const names[] = { "lines", NULL };
  static const char *const titles[] = { N_ ("Lines of the ceremony") };
  TdCliShowing showing = { .type = TD_TYPE_CEREMONY, .field = "ceremony-id", .order = "position", .part_types = types, .part_names = names, .part_titles = titles, .read_more = read_count, .json_more = count_to_json, .print_more = print_count };

  return td_cli_show (args, &showing);
}

int
td_cli_ceremony_lines (TdCliArgs *args)
{
  static const char *const columns[] = { "position", "award-name", "unit-name", "award-form", "receiver", "seat", "presence", "received-on", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CEREMONY_LINE);
  gint64 id;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &id, &code))
    return code;
  td_query_where_number (query, "ceremony-id", id);
  td_query_order_by (query, "position", FALSE);
  return td_cli_list (args, query, columns);
}

int
td_cli_ceremony_add (TdCliArgs *args)
{
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) awards = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TdJob) job = NULL;
  gint64 id;
  int code = TD_CLI_USAGE;

  if (args->decisions == NULL && args->awards == NULL)
    return td_cli_usage ("%s", _ ("Say what is added: --decisions ID,ID, or --awards ID,ID."));
  if (!td_cli_parse_id (args->words[0], &id, &code) || !td_cli_parse_ids (args->decisions, decisions, &code) || !td_cli_parse_ids (args->awards, awards, &code))
    return code;
  job = td_ceremony_add_job (id, (const gint64 *) (gpointer) decisions->data, decisions->len, (const gint64 *) (gpointer) awards->data, awards->len);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_ceremony_strike (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdLineChoice lines;
  int code = TD_CLI_USAGE;

  if (!parse_lines (args, &lines, 1, &code))
    return code;
  job = td_ceremony_strike_job (&lines);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_ceremony_order (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdCeremonyOrder order;
  gint64 id;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &id, &code) || !parse_order (args->words[1], &order, &code))
    return code;
  job = td_ceremony_order_job (id, order);
  return td_cli_print_made (args, job, TRUE);
}

static gboolean
parse_number (const char *word, guint *number, int *code)
{
  guint64 value;

  *number = 0;
  if (g_ascii_string_to_unsigned (word, 10, 1, G_MAXINT16, &value, NULL))
    {
      *number = (guint) value;
      return TRUE;
    }
  *code = td_cli_usage (_ ("“%s” is not a number from 1 on."), word);
  return FALSE;
}

int
td_cli_ceremony_move (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdCeremonyMove move = TD_CEREMONY_MOVE_TO;
  TdLineChoice lines;
  guint position = 0;
  int code = TD_CLI_USAGE;

  if (!parse_lines (args, &lines, 1, &code))
    return code;
  if (g_str_equal (args->words[2], "up"))
    move = TD_CEREMONY_MOVE_UP;
  else if (g_str_equal (args->words[2], "down"))
    move = TD_CEREMONY_MOVE_DOWN;
  else if (!parse_number (args->words[2], &position, &code))
    return code;
  job = td_ceremony_move_job (&lines, move, position);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_ceremony_seat (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  guint n_rows, n_per_row;
  gint64 id;
  int code = TD_CLI_USAGE;

  if (!td_cli_parse_id (args->words[0], &id, &code) || !parse_number (args->words[1], &n_rows, &code) || !parse_number (args->words[2], &n_per_row, &code))
    return code;
  job = td_ceremony_seat_job (id, n_rows, n_per_row);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_ceremony_mark (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdLineChoice lines;
  int code = TD_CLI_USAGE;

  if (!parse_lines (args, &lines, 1, &code))
    return code;
  job = td_ceremony_mark_job (&lines, args->words[2]);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_ceremony_carry (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdLineChoice lines;
  gint64 later;
  int code = TD_CLI_USAGE;

  if (!parse_lines (args, &lines, 2, &code) || !td_cli_parse_id (args->words[1], &later, &code))
    return code;
  job = td_ceremony_carry_job (&lines, later);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_ceremony_present (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdLineChoice lines;
  int code = TD_CLI_USAGE;

  if (!parse_lines (args, &lines, 1, &code))
    return code;
  job = td_ceremony_present_job (&lines, args->to, args->date);
  return td_cli_print_made (args, job, TRUE);
}

int
td_cli_ceremony_send (TdCliArgs *args)
{
  g_autoptr (TdJob) job = NULL;
  TdLineChoice lines;
  int code = TD_CLI_USAGE;

  if (!parse_lines (args, &lines, 1, &code))
    return code;
  job = td_ceremony_send_job (&lines, args->how, args->to, args->date);
  return td_cli_print_made (args, job, TRUE);
}

static int
print_paper (TdCliArgs *args, TdCeremonyPaper paper)
{
  g_autoptr (TdJob) job = NULL;
  guint first = 1;
  gint64 id;
  int code = TD_CLI_USAGE;

  if (args->output == NULL)
    return td_cli_usage ("%s", _ ("A paper needs --output FILE.pdf."));
  if (!td_cli_parse_id (args->words[0], &id, &code) || (args->number != NULL && !parse_number (args->number, &first, &code)))
    return code;
  job = td_ceremony_print_job (id, paper, args->sheet, first - 1, args->output);
  return td_cli_print_pages (args, job);
}

int
td_cli_ceremony_print (TdCliArgs *args)
{
  TdCeremonyPaper paper;

  if (!td_ceremony_paper_from_nick (args->what, &paper))
    return td_cli_usage ("%s", _ ("Say which paper: --what calling, seating, envelopes, labels, hand-over or money."));
  return print_paper (args, paper);
}

int
td_cli_ceremony_labels (TdCliArgs *args)
{
  return print_paper (args, TD_CEREMONY_PAPER_LABELS);
}
