/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-sheets"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "td-choices.h"
#include "td-date.h"
#include "td-stock-sheets.h"

/* What the jobs on sheets share: which sheets are meant, and whether they are where they must be. */

#define MOST_SHEETS 100000 /* of one choice: more is a slip */

void
td_sheet_set_init (TdSheetSet *self, const TdSheetChoice *choice)
{
  self->ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), choice != NULL ? choice->ids : NULL, choice != NULL ? choice->n_ids : 0);
  self->stock_id = choice != NULL ? choice->stock_id : 0;
  self->numbers = g_strdup (choice != NULL ? choice->numbers : NULL);
}

void
td_sheet_set_clear (TdSheetSet *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->numbers, g_free);
}

static gboolean
take_number (TdSheetSet *self, TdJob *job, TdConnection *connection, gint64 number, GPtrArray *sheets, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GPtrArray) found = NULL;

  td_query_where_number (query, "stock-id", self->stock_id);
  td_query_where_number (query, "number", number);
  found = td_connection_list (connection, query, error);
  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    td_job_take_finding (job, td_finding_new ("sheet-unknown", TD_SEVERITY_BLOCK, _ ("There is no sheet number %" PRId64 " in this stock."), number));
  else
    g_ptr_array_add (sheets, g_object_ref (g_ptr_array_index (found, 0)));
  return TRUE;
}

/* "101-110, 115": one word of it. */
static gboolean
read_range (const char *word, gint64 *first, gint64 *last)
{
  g_auto (GStrv) ends = g_strsplit (word, "-", 2);

  return g_ascii_string_to_signed (g_strstrip (ends[0]), 10, 1, G_MAXINT32, first, NULL)
         && (ends[1] == NULL ? (*last = *first) > 0 : g_ascii_string_to_signed (g_strstrip (ends[1]), 10, *first, G_MAXINT32, last, NULL));
}

static gboolean
take_numbers (TdSheetSet *self, TdJob *job, TdConnection *connection, GPtrArray *sheets, GError **error)
{
  g_auto (GStrv) words = g_strsplit (self->numbers, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 first, last;

      if (!read_range (words[i], &first, &last) || last - first >= MOST_SHEETS)
        {
          g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” does not name sheets; write their numbers as 101-110, 115."), self->numbers);
          return FALSE;
        }
      for (gint64 number = first; number <= last; number++)
        if (!take_number (self, job, connection, number, sheets, error) || td_connection_is_cancelled (connection, error))
          return FALSE;
    }
  return TRUE;
}

/* Each sheet once, however often it was named. */
static void
remove_doubles (GPtrArray *sheets)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < sheets->len;)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (sheets, i));

      if (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        i++;
      else
        g_ptr_array_remove_index (sheets, i);
    }
}

/**
 * td_sheet_set_list:
 * @self: which sheets
 * @job: takes findings of sheets that are not there
 * @connection: the office file
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdStockSheet): the sheets in the order they were named, or %NULL
 */
GPtrArray *
td_sheet_set_list (TdSheetSet *self, TdJob *job, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->ids->len; i++)
    {
      TdStockSheet *sheet = td_connection_get (connection, TD_TYPE_STOCK_SHEET, g_array_index (self->ids, gint64, i), error);

      if (sheet == NULL)
        return NULL;
      g_ptr_array_add (sheets, sheet);
    }
  if (self->numbers != NULL && !take_numbers (self, job, connection, sheets, error))
    return NULL;
  remove_doubles (sheets);
  return g_steal_pointer (&sheets);
}

/**
 * td_stock_dup_today:
 * @day: (nullable): a day
 *
 * Returns: (transfer full): it, or today
 */
char *
td_stock_dup_today (const char *day)
{
  return day != NULL ? g_strdup (day) : td_date_dup_today ();
}

/**
 * td_stock_dup_code:
 * @stock: a stock
 * @number: of one of its sheets
 *
 * Returns: (transfer full): the number as it stands on the sheet: "AA 000123"
 */
char *
td_stock_dup_code (const TdStock *stock, gint64 number)
{
  int n_digits = (int) CLAMP (stock->n_digits, 0, 18);
  gboolean has_series = stock->series != NULL && *stock->series != '\0';

  return g_strdup_printf ("%s%s%0*" G_GINT64_FORMAT, has_series ? stock->series : "", has_series ? " " : "", n_digits, number);
}

/**
 * td_stock_require_state:
 * @job: takes the finding
 * @sheet: a sheet
 * @states: those it may be in, with blanks between them
 *
 * Returns: whether it is in one of them
 */
gboolean
td_stock_require_state (TdJob *job, const TdStockSheet *sheet, const char *states)
{
  g_auto (GStrv) words = g_strsplit (states, " ", -1);
  const TdField *field = td_entity_class_find (td_entity_class_of (TD_TYPE_STOCK_SHEET), "state");
  const TdChoice *choice = td_field_find_choice (field, sheet->state);

  if (g_strv_contains ((const char *const *) words, sheet->state))
    return TRUE;
  td_job_take_finding (job, td_finding_at (td_finding_new ("sheet-state", TD_SEVERITY_BLOCK, _ ("This cannot be done with sheet %s: %s."), sheet->code, choice != NULL ? _ (choice->label) : sheet->state),
                                           sheet->code, td_entity_get_id ((TdEntity *) sheet), 0));
  return FALSE;
}

/**
 * td_stock_sheet_counts:
 * @sheet: one with a certificate on it
 *
 * Returns: whether it is the sheet of its certificate: not one that is gone, or that a correction or revocation
 *   calls back
 */
gboolean
td_stock_sheet_counts (const TdStockSheet *sheet)
{
  static const char *const gone[] = { "spoiled", "taken_back", "destroyed", NULL };

  return sheet->recall_id == 0 && !g_strv_contains (gone, sheet->state);
}

/**
 * td_stock_settle_round:
 * @connection: the office file
 * @round_id: a round, 0 for none
 * @day: ISO
 * @error: return location
 *
 * Closes a round when nothing is out any more.
 *
 * Returns: whether that was seen to
 */
gboolean
td_stock_settle_round (TdConnection *connection, gint64 round_id, const char *day, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (TdStockRound) round = round_id != 0 ? td_connection_get (connection, TD_TYPE_STOCK_ROUND, round_id, error) : NULL;
  gint64 n_out;

  if (round_id == 0)
    return TRUE;
  td_query_where_number (query, "round-id", round_id);
  n_out = round != NULL ? td_connection_count (connection, query, error) : -1;
  if (n_out < 0)
    return FALSE;
  if (n_out > 0 || round->back_on != NULL)
    return TRUE;
  g_object_set (round, "back-on", day, NULL);
  return td_connection_update (connection, round, error);
}
