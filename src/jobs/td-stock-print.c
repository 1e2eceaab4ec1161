/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-print"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-lines.h"
#include "td-preprinted.h"
#include "td-stock-sheets.h"

/* Which certificate stands on which sheet: sheets go from the top of the pile, in the order of the list. */

typedef struct
{
  gint64 stock_id, decision_id;
  GArray *award_ids; /* gint64 */
  gint64 first_number;
  char *day;
} Input;

static void
input_free (Input *input)
{
  g_array_unref (input->award_ids);
  g_free (input->day);
  g_free (input);
}

static void
block (TdJob *job, const TdAward *award, const char *rule, char *text)
{
  td_job_take_finding (job, td_finding_at (td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text), award->subject_name, td_entity_get_id ((TdEntity *) award), 0));
  g_free (text);
}

/* What a blank says already must be what this certificate would say; or the word of the certificate. */
static const char *
find_clash (const TdStockPart *part, const TdAward *award)
{
  const char *word = NULL;

  if (g_str_equal (part->part, "gift"))
    word = award->posthumous ? "Truy tặng" : "Tặng";
  else if (g_str_equal (part->part, "form"))
    word = award->award_form;
  else if (g_str_equal (part->part, "issuer"))
    word = award->giver;
  return word != NULL && part->text != NULL && *part->text != '\0' && !td_preprinted_match (part->text, word, NULL) ? word : NULL;
}

static gboolean
is_for_form (const TdStock *stock, const TdAward *award)
{
  return stock->award_form == NULL || *stock->award_form == '\0' || g_strcmp0 (stock->award_form, award->award_form) == 0;
}

/**
 * td_stock_suits:
 * @stock: blanks
 * @parts: (element-type TdStockPart): what they carry
 * @award: an award
 *
 * Returns: whether they are the blanks for its certificate
 */
gboolean
td_stock_suits (const TdStock *stock, GPtrArray *parts, const TdAward *award)
{
  for (guint i = 0; i < parts->len; i++)
    if (find_clash (g_ptr_array_index (parts, i), award) != NULL)
      return FALSE;
  return is_for_form (stock, award) && (stock->giver_id == 0 || stock->giver_id == award->giver_id);
}

static void
check_parts (TdJob *job, GPtrArray *parts, const TdStock *stock, const TdAward *award)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const TdStockPart *part = g_ptr_array_index (parts, i);
      const char *word = find_clash (part, award);

      if (word != NULL)
        block (job, award, "stock-words", g_strdup_printf (_ ("“%s” is printed on these blanks; this certificate says “%s”."), part->text, word));
    }
  if (!is_for_form (stock, award))
    block (job, award, "stock-form", g_strdup_printf (_ ("These blanks are for “%s”, not for “%s”."), stock->award_form, award->award_form));
}

/* A certificate stands on one sheet at a time. */
static gboolean
check_sheet (TdJob *job, TdConnection *connection, const TdAward *award, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GPtrArray) sheets = NULL;

  td_query_where_number (query, "award-id", td_entity_get_id ((TdEntity *) award));
  sheets = td_connection_list (connection, query, error);
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const TdStockSheet *sheet = g_ptr_array_index (sheets, i);

      if (td_stock_sheet_counts (sheet))
        block (job, award, "award-printed",
               g_strdup_printf (g_str_equal (sheet->state, "reserved") ? _ ("Sheet %s is kept for this certificate.") : _ ("This certificate is printed on sheet %s; spoil that one first."), sheet->code));
    }
  return sheets != NULL;
}

/**
 * td_stock_check_awards:
 * @job: takes the findings
 * @connection: the office file
 * @stock: the blanks in the tray
 * @awards: (element-type TdAward): what would be printed on them
 * @error: return location
 *
 * Sees whether these certificates may stand on these blanks, and on no sheet yet.
 *
 * Returns: whether it could be seen
 */
gboolean
td_stock_check_awards (TdJob *job, TdConnection *connection, const TdStock *stock, GPtrArray *awards, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_PART);
  g_autoptr (GPtrArray) parts = NULL;

  td_query_where_number (query, "stock-id", td_entity_get_id ((TdEntity *) stock));
  parts = td_connection_list (connection, query, error);
  if (parts == NULL)
    return FALSE;
  if (awards->len == 0)
    td_job_take_finding (job, td_finding_new ("decision-empty", TD_SEVERITY_BLOCK, _ ("No certificate was chosen.")));
  for (guint i = 0; i < awards->len; i++)
    {
      const TdAward *award = g_ptr_array_index (awards, i);

      if (g_strcmp0 (award->decision_state, "issued") != 0)
        block (job, award, "award-not-issued", g_strdup (_ ("The decision has not been issued: only trial sheets on plain paper can be printed.")));
      check_parts (job, parts, stock, award);
      if (!check_sheet (job, connection, award, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_stock_list_free:
 * @connection: the office file
 * @stock_id: a stock
 * @first_number: the number of the first sheet, 0 for the top of the pile
 * @n: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdStockSheet): sheets in store, by number
 */
GPtrArray *
td_stock_list_free (TdConnection *connection, gint64 stock_id, gint64 first_number, guint n, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);

  td_query_where_number (query, "stock-id", stock_id);
  td_query_where_text (query, "state", "free");
  td_query_order_by (query, "number", FALSE);
  all = td_connection_list (connection, query, error);
  for (guint i = 0; all != NULL && i < all->len && sheets->len < n; i++)
    if (((TdStockSheet *) g_ptr_array_index (all, i))->number >= first_number)
      g_ptr_array_add (sheets, g_object_ref (g_ptr_array_index (all, i)));
  if (all == NULL)
    g_clear_pointer (&sheets, g_ptr_array_unref);
  return sheets;
}

static GPtrArray *
list_awards (TdConnection *connection, const Input *input, GError **error)
{
  g_autoptr (GPtrArray) awards = NULL;

  if (input->decision_id != 0)
    return td_award_lines_list (connection, input->decision_id, error);
  awards = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < input->award_ids->len; i++)
    {
      TdAward *award = td_connection_get (connection, TD_TYPE_AWARD, g_array_index (input->award_ids, gint64, i), error);

      if (award == NULL)
        return NULL;
      g_ptr_array_add (awards, award);
    }
  return g_steal_pointer (&awards);
}

static gboolean
give_sheets (TdConnection *connection, const TdStock *stock, GPtrArray *awards, GPtrArray *sheets, const char *day, GError **error)
{
  const TdStockSheet *first = g_ptr_array_index (sheets, 0);
  const TdStockSheet *last = g_ptr_array_index (sheets, sheets->len - 1);
  g_autofree char *reason = NULL;

  for (guint i = 0; i < awards->len; i++)
    {
      TdStockSheet *sheet = g_ptr_array_index (sheets, i);

      g_object_set (sheet, "state", "printed", "changed-on", day, "used-on", day, "award-id", td_entity_get_id (g_ptr_array_index (awards, i)), NULL);
      if (!td_connection_update (connection, sheet, error))
        return FALSE;
    }
  if (!stock->numbered)
    return TRUE;
  reason = g_strdup_printf (_ ("Printed on numbered sheets, %s to %s; spoil those that are wrong."), first->code, last->code);
  td_connection_set_barrier (connection, reason);
  return TRUE;
}

/* Who prints with the program is told by what looks at the pages. */
static void
check_revoked (TdJob *job, GPtrArray *awards)
{
  for (guint i = 0; i < awards->len; i++)
    {
      const TdAward *award = g_ptr_array_index (awards, i);

      if (award->revocation_id != 0)
        block (job, award, "award-revoked", g_strdup_printf (_ ("The award was revoked by %s: its certificate is not printed."), award->revoked_by));
    }
}

static gboolean
print_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdStock) stock = td_connection_get (connection, TD_TYPE_STOCK, input->stock_id, error);
  g_autoptr (GPtrArray) awards = stock != NULL ? list_awards (connection, input, error) : NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  if (awards == NULL || !td_stock_check_awards (job, connection, stock, awards, error))
    return FALSE;
  check_revoked (job, awards);
  if (stock->measured_on == NULL)
    td_job_take_finding (job, td_finding_new ("stock-unmeasured", TD_SEVERITY_WARNING, _ ("No blank of “%s” has been measured."), stock->name));
  sheets = td_stock_list_free (connection, input->stock_id, input->first_number, awards->len, error);
  if (sheets == NULL)
    return FALSE;
  if (sheets->len < awards->len)
    td_job_take_finding (job, td_finding_new ("stock-short", TD_SEVERITY_BLOCK, ngettext ("%u sheet is needed and %u are in store.", "%u sheets are needed and %u are in store.", awards->len), awards->len, sheets->len));
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (!give_sheets (connection, stock, awards, sheets, input->day, error))
    return FALSE;
  td_connection_set_action_name (connection, ngettext ("Print %u certificate on “%s”", "Print %u certificates on “%s”", awards->len), awards->len, stock->name);
  td_job_set_count (job, awards->len);
  return TRUE;
}

/**
 * td_stock_print_job:
 * @stock_id: the blanks in the tray
 * @decision_id: a decision, for all of its certificates in the order of its list, or 0
 * @award_ids: (array length=n_awards): without a decision, the certificates in the order they came out
 * @n_awards: how many
 * @first_number: the number of the first sheet, 0 for the next one in store
 * @day: (nullable): ISO; %NULL for today
 *
 * Says which certificates were printed on which sheets. On numbered stock undo stops before it.
 *
 * Returns: (transfer full): the job; its count is the sheets
 */
TdJob *
td_stock_print_job (gint64 stock_id, gint64 decision_id, const gint64 *award_ids, guint n_awards, gint64 first_number, const char *day)
{
  Input *input = g_new0 (Input, 1);

  input->stock_id = stock_id;
  input->decision_id = decision_id;
  input->award_ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), award_ids, n_awards);
  input->first_number = first_number;
  input->day = td_stock_dup_today (day);
  return td_job_new_write (_ ("Print on blanks"), print_cb, input, (GDestroyNotify) input_free);
}
