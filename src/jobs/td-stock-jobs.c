/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "td-date.h"
#include "td-stock-sheets.h"

/* The store of blanks: what comes in, what is spoiled, taken back and destroyed. Every sheet is a record, so
 * that the count in the evening can be proved sheet by sheet. */

#define MOST_IN_PACK 50000

static void
refuse_day (TdJob *job, const char *day)
{
  td_job_take_finding (job, td_finding_at (td_finding_new ("stock-day", TD_SEVERITY_BLOCK, _ ("“%s” is not a day."), day), "day", 0, 0));
}

/* A new kind of blank */

typedef struct
{
  TdStock *stock;
  char *carries;
} NewStock;

static void
new_stock_free (NewStock *input)
{
  g_object_unref (input->stock);
  g_free (input->carries);
  g_free (input);
}

static gboolean
check_stock (TdJob *job, TdStock *stock, GError **error)
{
  if (stock->name == NULL || *stock->name == '\0')
    td_job_take_finding (job, td_finding_at (td_finding_new ("stock-name", TD_SEVERITY_BLOCK, _ ("The stock needs a name.")), "name", 0, 0));
  if (stock->width < 0 || stock->height < 0 || stock->n_digits < 0 || stock->n_digits > 12)
    td_job_take_finding (job, td_finding_new ("stock-size", TD_SEVERITY_BLOCK, _ ("No blank is like that.")));
  if (stock->measured_on != NULL && !td_date_is_day (stock->measured_on))
    refuse_day (job, stock->measured_on);
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

/* Parts are divided by commas; a comma in the words of one is written "\\,". */
static GPtrArray *
split_parts (const char *carries)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *at = carries != NULL ? carries : "";; at++)
    {
      if (*at == '\0' || *at == ',')
        {
          if (*g_strstrip (part->str) != '\0')
            g_ptr_array_add (parts, g_strdup (part->str));
          g_string_truncate (part, 0);
        }
      if (*at == '\0')
        return parts;
      if (*at == '\\' && at[1] == ',')
        at++;
      else if (*at == ',')
        continue;
      g_string_append_c (part, *at);
    }
}

static gboolean
check_part (const TdStockPart *part, GError **error)
{
  const TdField *field = td_entity_class_find (td_entity_class_of (TD_TYPE_STOCK_PART), "part");
  g_autoptr (GArray) places = part->places != NULL ? td_stock_part_parse_places (part->places) : NULL;

  if (td_field_find_choice (field, part->part) == NULL)
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” is no part of a certificate that blanks carry."), part->part);
  else if (part->places != NULL && places == NULL)
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” are no places on a sheet: write millimetres from its left edge."), part->places);
  else
    return TRUE;
  return FALSE;
}

static gboolean
add_parts (const NewStock *input, TdConnection *connection, gint64 stock_id, GError **error)
{
  g_autoptr (GPtrArray) words = split_parts (input->carries);

  for (guint i = 0; i < words->len; i++)
    {
      g_auto (GStrv) sides = g_strsplit (g_ptr_array_index (words, i), "=", 2);
      char *places = sides[1] != NULL ? strrchr (sides[1], '@') : NULL;
      g_autoptr (TdStockPart) part = NULL;

      if (places != NULL)
        *places++ = '\0';
      part = g_object_new (TD_TYPE_STOCK_PART, "stock-id", stock_id, "part", g_strstrip (sides[0]), "text", sides[1], "places", places, NULL);
      if (!check_part (part, error) || !td_connection_insert (connection, part, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
new_stock_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const NewStock *input = data;
  g_autoptr (TdStock) stock = td_entity_copy (input->stock);

  if (!check_stock (job, stock, error) || !td_connection_insert (connection, stock, error) || !add_parts (input, connection, td_entity_get_id (TD_ENTITY (stock)), error))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (stock)));
  return TRUE;
}

/**
 * td_stock_add_job:
 * @stock: a kind of blank
 * @carries: (nullable): the parts it carries, with their words, and where what is written on dots begins, in millimetres:
 *   "ornament,gift=Tặng,register=Số sổ vàng: …@84"
 *
 * Returns: (transfer full): the job; its id is the stock
 */
TdJob *
td_stock_add_job (TdStock *stock, const char *carries)
{
  NewStock *input = g_new0 (NewStock, 1);

  input->stock = td_entity_copy (stock);
  input->carries = g_strdup (carries);
  return td_job_new_write (_ ("Add a stock"), new_stock_cb, input, (GDestroyNotify) new_stock_free);
}

/* Receiving */

/* Numbers go on where the last pack ended, where the printing house did not print any. */
static gboolean
find_first (TdJob *job, TdConnection *connection, const TdStock *stock, TdStockPack *pack, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  gint64 last;

  if (pack->first_number > 0)
    return TRUE;
  if (stock->numbered)
    {
      td_job_take_finding (job, td_finding_at (td_finding_new ("pack-number", TD_SEVERITY_BLOCK, _ ("The printing house numbered these blanks: the first number is missing.")), "first_number", 0, 0));
      return TRUE;
    }
  td_query_where_number (query, "stock-id", pack->stock_id);
  last = td_connection_get_maximum (connection, query, "number", error);
  g_object_set (pack, "first-number", last + 1, NULL);
  return last >= 0;
}

static gboolean
check_overlap (TdJob *job, TdConnection *connection, const TdStockPack *pack, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_PACK);
  g_autoptr (GPtrArray) packs = NULL;

  td_query_where_number (query, "stock-id", pack->stock_id);
  packs = td_connection_list (connection, query, error);
  for (guint i = 0; packs != NULL && i < packs->len; i++)
    {
      const TdStockPack *other = g_ptr_array_index (packs, i);
      gint64 last = other->first_number + other->n_sheets - 1;

      if (pack->first_number <= last && other->first_number <= pack->first_number + pack->n_sheets - 1)
        td_job_take_finding (job, td_finding_at (td_finding_new ("pack-overlap", TD_SEVERITY_BLOCK, _ ("The numbers %" PRId64 " to %" PRId64 " are in the store already."), other->first_number, last),
                                                 "first_number", td_entity_get_id ((TdEntity *) other), 0));
    }
  return packs != NULL;
}

static gboolean
check_pack (TdJob *job, TdConnection *connection, const TdStock *stock, TdStockPack *pack, GError **error)
{
  if (pack->n_sheets < 1 || pack->n_sheets > MOST_IN_PACK)
    td_job_take_finding (job, td_finding_at (td_finding_new ("pack-size", TD_SEVERITY_BLOCK, _ ("A pack has from 1 to %d sheets."), MOST_IN_PACK), "n_sheets", 0, 0));
  if (pack->first_number < 0 || pack->first_number > G_MAXINT32 - MOST_IN_PACK)
    td_job_take_finding (job, td_finding_at (td_finding_new ("pack-number", TD_SEVERITY_BLOCK, _ ("Sheets cannot have this number.")), "first_number", 0, 0));
  if (!td_date_is_day (pack->received_on))
    refuse_day (job, pack->received_on != NULL ? pack->received_on : "");
  if (!td_findings_block (td_job_get_findings (job)) && (!find_first (job, connection, stock, pack, error) || !check_overlap (job, connection, pack, error)))
    return FALSE;
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

static gboolean
receive_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdStockPack) pack = td_entity_copy (data);
  g_autoptr (TdStock) stock = td_connection_get (connection, TD_TYPE_STOCK, pack->stock_id, error);

  if (stock == NULL || !check_pack (job, connection, stock, pack, error) || !td_connection_insert (connection, pack, error))
    return FALSE;
  for (gint64 i = 0; i < pack->n_sheets; i++)
    {
      g_autofree char *code = td_stock_dup_code (stock, pack->first_number + i);
      g_autoptr (TdStockSheet) sheet = g_object_new (TD_TYPE_STOCK_SHEET, "stock-id", pack->stock_id, "pack-id", td_entity_get_id (TD_ENTITY (pack)),
                                                     "number", pack->first_number + i, "code", code, "state", "free", "changed-on", pack->received_on, NULL);

      if (!td_connection_insert (connection, sheet, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  td_connection_set_action_name (connection, ngettext ("Receive %u blank", "Receive %u blanks", (guint) pack->n_sheets), (guint) pack->n_sheets);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (pack)));
  td_job_set_count (job, pack->n_sheets);
  return TRUE;
}

/**
 * td_stock_receive_job:
 * @pack: what came in: its stock, day and number of sheets; the first number where the printing house
 *   numbered them
 *
 * Returns: (transfer full): the job; its id is the pack, its count the sheets
 */
TdJob *
td_stock_receive_job (TdStockPack *pack)
{
  return td_job_new_write (_ ("Receive blanks"), receive_cb, td_entity_copy (pack), g_object_unref);
}

/* Sheets that end otherwise than they were meant to */

typedef struct
{
  const char *from, *to; /* states */
  const char *needs;     /* what must be said: the rule of its finding */
  const char *property;  /* and where it is kept */
  const char *when;      /* which day this is */
} Ending;

static const Ending endings[] = {
  { "free reserved printed at_signature signed sealed framed", "spoiled", "spoil-reason", "reason", "spoiled-on" },
  { "presented", "taken_back", "spoil-reason", "reason", "changed-on" },
  { "spoiled taken_back", "destroyed", "destroy-document", "document", "destroyed-on" },
};

typedef struct
{
  const Ending *ending;
  TdSheetSet sheets;
  char *words;
  char *day;
} Input;

static void
input_free (Input *input)
{
  td_sheet_set_clear (&input->sheets);
  g_free (input->words);
  g_free (input->day);
  g_free (input);
}

static void
check_words (TdJob *job, const Input *input)
{
  if (!td_date_is_day (input->day))
    refuse_day (job, input->day);
  if (input->words != NULL && *input->words != '\0')
    return;
  td_job_take_finding (job, td_finding_at (td_finding_new (input->ending->needs, TD_SEVERITY_BLOCK, "%s",
                                                           g_str_equal (input->ending->property, "reason") ? _ ("Say why.") : _ ("Say by which document.")),
                                           input->ending->property, 0, 0));
}

static gboolean
end_sheet (const Ending *ending, TdConnection *connection, TdStockSheet *sheet, const char *words, const char *day, GError **error)
{
  gint64 round_id = sheet->round_id;
  const char *used_on = sheet->used_on != NULL ? sheet->used_on : day;

  g_object_set (sheet, "state", ending->to, "changed-on", day, "used-on", used_on, "round-id", (gint64) 0,
                ending->property, words, ending->when, day, NULL);
  return td_connection_update (connection, sheet, error) && td_stock_settle_round (connection, round_id, day, error);
}

/**
 * td_stock_spoil_sheet:
 * @connection: inside a transaction
 * @sheet: one that may be spoiled
 * @reason: why
 * @day: ISO
 * @error: return location
 *
 * Returns: whether it is marked as spoiled
 */
gboolean
td_stock_spoil_sheet (TdConnection *connection, TdStockSheet *sheet, const char *reason, const char *day, GError **error)
{
  return end_sheet (&endings[0], connection, sheet, reason, day, error);
}

static gboolean
end_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) sheets = td_sheet_set_list (&input->sheets, job, connection, error);

  if (sheets == NULL)
    return FALSE;
  check_words (job, input);
  for (guint i = 0; i < sheets->len; i++)
    td_stock_require_state (job, g_ptr_array_index (sheets, i), input->ending->from);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  for (guint i = 0; i < sheets->len; i++)
    if (!end_sheet (input->ending, connection, g_ptr_array_index (sheets, i), input->words, input->day, error))
      return FALSE;
  td_job_set_count (job, sheets->len);
  return TRUE;
}

static TdJob *
end_job (const char *name, const Ending *ending, const TdSheetChoice *sheets, const char *words, const char *day)
{
  Input *input = g_new0 (Input, 1);

  input->ending = ending;
  td_sheet_set_init (&input->sheets, sheets);
  input->words = g_strdup (words);
  input->day = td_stock_dup_today (day);
  return td_job_new_write (name, end_cb, input, (GDestroyNotify) input_free);
}

/**
 * td_stock_spoil_job:
 * @sheets: which, on their way or still in the store
 * @reason: why
 * @day: (nullable): ISO; %NULL for today
 *
 * Marks sheets as spoiled. What was printed on them may be printed on others then.
 *
 * Returns: (transfer full): the job; its count is the sheets
 */
TdJob *
td_stock_spoil_job (const TdSheetChoice *sheets, const char *reason, const char *day)
{
  return end_job (_ ("Spoil sheets"), &endings[0], sheets, reason, day);
}

/**
 * td_stock_take_back_job:
 * @sheets: presented ones whose decision or wording was wrong
 * @reason: why, with the document that corrected them
 * @day: (nullable): ISO; %NULL for today
 *
 * Returns: (transfer full): the job; its count is the sheets
 */
TdJob *
td_stock_take_back_job (const TdSheetChoice *sheets, const char *reason, const char *day)
{
  return end_job (_ ("Take certificates back"), &endings[1], sheets, reason, day);
}

/**
 * td_stock_destroy_job:
 * @sheets: spoiled ones, or such as were taken back
 * @document: the record of the destruction
 * @day: (nullable): ISO; %NULL for today
 *
 * Returns: (transfer full): the job; its count is the sheets
 */
TdJob *
td_stock_destroy_job (const TdSheetChoice *sheets, const char *document, const char *day)
{
  return end_job (_ ("Destroy sheets"), &endings[2], sheets, document, day);
}
