/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-stock-rounds"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-stock-sheets.h"

/* Printed sheets go out to be signed, sealed, framed and handed over, and are counted out and back. A sheet
 * that is out has its round; one that is back has none. */

static const struct
{
  const char *step;
  const char *from; /* states a sheet may go out in */
  const char *out;  /* what it is meanwhile; NULL: what it was */
  const char *back; /* what it is then */
} steps[] = {
  { "signature", "printed", "at_signature", "signed" },
  { "seal", "signed", NULL, "sealed" },
  { "frame", "signed sealed", NULL, "framed" },
  { "presentation", "sealed framed", NULL, "presented" },
};

typedef struct
{
  TdStockRound *round; /* goes out */
  gint64 round_id;     /* comes back */
  TdSheetSet sheets;
  gboolean all;
  gboolean undone;
  char *day;
} Input;

static void
input_free (Input *input)
{
  g_clear_object (&input->round);
  td_sheet_set_clear (&input->sheets);
  g_free (input->day);
  g_free (input);
}

static guint
find_step (const char *step)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (steps) && g_strcmp0 (steps[i].step, step) != 0)
    i++;
  return i;
}

static void
check_out (TdJob *job, const TdStockRound *round, guint step, GPtrArray *sheets)
{
  if (step == G_N_ELEMENTS (steps))
    td_job_take_finding (job, td_finding_at (td_finding_new ("round-step", TD_SEVERITY_BLOCK, _ ("Say what the certificates go out for.")), "step", 0, 0));
  if (!td_date_is_day (round->out_on))
    td_job_take_finding (job, td_finding_at (td_finding_new ("stock-day", TD_SEVERITY_BLOCK, _ ("“%s” is not a day."), round->out_on != NULL ? round->out_on : ""), "out_on", 0, 0));
  if (sheets->len == 0)
    td_job_take_finding (job, td_finding_new ("round-empty", TD_SEVERITY_BLOCK, _ ("No sheet was chosen.")));
  for (guint i = 0; i < sheets->len; i++)
    {
      const TdStockSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->round_id != 0)
        td_job_take_finding (job, td_finding_at (td_finding_new ("sheet-out", TD_SEVERITY_BLOCK, _ ("Sheet %s is out and has not come back."), sheet->code), sheet->code, td_entity_get_id ((TdEntity *) sheet), 0));
      else if (step < G_N_ELEMENTS (steps))
        td_stock_require_state (job, sheet, steps[step].from);
    }
}

/* The decision they all belong to, 0 when there are several. */
static gboolean
find_decision (TdConnection *connection, GPtrArray *sheets, gint64 *decision_id, GError **error)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      gint64 award_id = ((TdStockSheet *) g_ptr_array_index (sheets, i))->award_id;
      g_autoptr (TdAward) award = award_id != 0 ? td_connection_get (connection, TD_TYPE_AWARD, award_id, error) : NULL;

      if (award_id != 0 && award == NULL)
        return FALSE;
      if (i > 0 && *decision_id != (award != NULL ? award->decision_id : 0))
        {
          *decision_id = 0;
          return TRUE;
        }
      *decision_id = award != NULL ? award->decision_id : 0;
    }
  return TRUE;
}

static gboolean
send_out (TdConnection *connection, TdStockRound *round, guint step, GPtrArray *sheets, GError **error)
{
  gint64 decision_id = 0;

  if (!find_decision (connection, sheets, &decision_id, error))
    return FALSE;
  g_object_set (round, "decision-id", decision_id, "n-out", (gint64) sheets->len, NULL);
  if (!td_connection_insert (connection, round, error))
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      TdStockSheet *sheet = g_ptr_array_index (sheets, i);

      g_object_set (sheet, "round-id", td_entity_get_id (TD_ENTITY (round)), "changed-on", round->out_on, NULL);
      if (steps[step].out != NULL)
        g_object_set (sheet, "state", steps[step].out, NULL);
      if (!td_connection_update (connection, sheet, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hand_out_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdStockRound) round = td_entity_copy (input->round);
  g_autoptr (GPtrArray) sheets = td_sheet_set_list (&input->sheets, job, connection, error);
  guint step = find_step (round->step);

  if (sheets == NULL)
    return FALSE;
  check_out (job, round, step, sheets);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (!send_out (connection, round, step, sheets, error))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (round)));
  td_job_set_count (job, sheets->len);
  return TRUE;
}

/**
 * td_stock_hand_out_job:
 * @round: what for, to whom and when
 * @sheets: which
 *
 * Returns: (transfer full): the job; its id is the round, its count the sheets
 */
TdJob *
td_stock_hand_out_job (TdStockRound *round, const TdSheetChoice *sheets)
{
  Input *input = g_new0 (Input, 1);

  input->round = td_entity_copy (round);
  td_sheet_set_init (&input->sheets, sheets);
  return td_job_new_write (_ ("Hand certificates out"), hand_out_cb, input, (GDestroyNotify) input_free);
}

static GPtrArray *
list_round (TdConnection *connection, gint64 round_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);

  td_query_where_number (query, "round-id", round_id);
  return td_connection_list (connection, query, error);
}

static gboolean
take_sheet_back (TdConnection *connection, TdStockSheet *sheet, guint step, const Input *input, GError **error)
{
  g_object_set (sheet, "changed-on", input->day, "round-id", (gint64) 0, NULL);
  if (!input->undone)
    g_object_set (sheet, "state", steps[step].back, NULL);
  else if (steps[step].out != NULL)
    g_object_set (sheet, "state", steps[step].from, NULL); /* where it stands for itself, only one is named */
  if (!input->undone && g_str_equal (steps[step].back, "presented"))
    g_object_set (sheet, "presented-on", input->day, NULL);
  return td_connection_update (connection, sheet, error);
}

/* Those of the sheets that are out with this round come back. */
static gboolean
take_round_back (TdJob *job, TdConnection *connection, gint64 round_id, GPtrArray *sheets, const Input *input, GError **error)
{
  g_autoptr (TdStockRound) round = td_connection_get (connection, TD_TYPE_STOCK_ROUND, round_id, error);
  guint step = round != NULL ? find_step (round->step) : 0;
  gint64 n = 0;

  if (round == NULL)
    return FALSE;
  if (!td_date_is_day (input->day) || g_strcmp0 (input->day, round->out_on) < 0 || step == G_N_ELEMENTS (steps))
    {
      td_job_take_finding (job, td_finding_at (td_finding_new ("stock-day", TD_SEVERITY_BLOCK, _ ("They cannot come back on %s."), input->day), "day", 0, 0));
      return td_job_refuse (job, error);
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      TdStockSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->round_id != round_id)
        continue;
      if (!take_sheet_back (connection, sheet, step, input, error))
        return FALSE;
      n++;
    }
  g_object_set (round, "n-back", round->n_back + n, NULL);
  return td_connection_update (connection, round, error) && td_stock_settle_round (connection, round_id, input->day, error);
}

static void
check_back (TdJob *job, const Input *input, GPtrArray *sheets)
{
  if (sheets->len == 0)
    td_job_take_finding (job, td_finding_new ("round-empty", TD_SEVERITY_BLOCK, _ ("No sheet was chosen.")));
  for (guint i = 0; i < sheets->len; i++)
    {
      const TdStockSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->round_id == 0 || (input->round_id != 0 && sheet->round_id != input->round_id))
        td_job_take_finding (job, td_finding_at (td_finding_new ("sheet-not-out", TD_SEVERITY_BLOCK, input->round_id != 0 ? _ ("Sheet %s did not go out in this round.") : _ ("Sheet %s is not out."), sheet->code),
                                                 sheet->code, td_entity_get_id ((TdEntity *) sheet), 0));
    }
}

static gboolean
hand_back_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) sheets = input->all ? list_round (connection, input->round_id, error) : td_sheet_set_list (&input->sheets, job, connection, error);

  if (sheets == NULL)
    return FALSE;
  check_back (job, input, sheets);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  for (guint i = 0; i < sheets->len; i++)
    {
      gint64 round_id = ((TdStockSheet *) g_ptr_array_index (sheets, i))->round_id;

      if (round_id != 0 && !take_round_back (job, connection, round_id, sheets, input, error))
        return FALSE;
    }
  td_job_set_count (job, sheets->len);
  return TRUE;
}

/**
 * td_stock_hand_back_job:
 * @round_id: a round, 0 for whichever each sheet is out with
 * @sheets: (nullable): which came back, or were handed over; %NULL for all of the round that are out
 * @day: (nullable): ISO; %NULL for today
 * @undone: they came back as they went: not signed, not handed over because somebody was absent
 *
 * Takes sheets back from a round, which ends when none is out any more. Sheets spoiled on the way are spoiled
 * by td_stock_spoil_job().
 *
 * Returns: (transfer full): the job; its count is the sheets
 */
TdJob *
td_stock_hand_back_job (gint64 round_id, const TdSheetChoice *sheets, const char *day, gboolean undone)
{
  Input *input = g_new0 (Input, 1);

  input->round_id = round_id;
  input->all = sheets == NULL;
  input->undone = undone;
  td_sheet_set_init (&input->sheets, sheets);
  input->day = td_stock_dup_today (day);
  return td_job_new_write (_ ("Take certificates in again"), hand_back_cb, input, (GDestroyNotify) input_free);
}

/* Sheets that went out to a presentation are over there; all others are in store. */
static gboolean
is_at_presentation (TdConnection *connection, const TdStockSheet *sheet, gboolean *is_out, GError **error)
{
  g_autoptr (TdStockRound) round = sheet->round_id != 0 ? td_connection_get (connection, TD_TYPE_STOCK_ROUND, sheet->round_id, error) : NULL;

  *is_out = round != NULL && g_strcmp0 (round->step, "presentation") == 0;
  return sheet->round_id == 0 || round != NULL;
}

/* What is out comes back as handed over, round by round. */
static gboolean
present_out (TdJob *job, TdConnection *connection, GPtrArray *sheets, const char *day, GError **error)
{
  Input input = { .day = (char *) day };

  for (guint i = 0; i < sheets->len; i++)
    {
      gint64 round_id = ((TdStockSheet *) g_ptr_array_index (sheets, i))->round_id;

      if (round_id != 0 && !take_round_back (job, connection, round_id, sheets, &input, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_stock_present_sheets:
 * @job: takes the findings
 * @connection: inside a transaction
 * @sheets: (element-type TdStockSheet): those whose certificates were handed over, each where it is now
 * @handed_to: (nullable): who took them there, for those that had not gone out yet
 * @day: ISO
 * @error: return location
 *
 * Enters a hand-over as one action: sheets that are out for a presentation come back from it as presented, those
 * still in store go out and come back in one round.
 *
 * Returns: whether they are presented; refused with findings where one cannot be
 */
gboolean
td_stock_present_sheets (TdJob *job, TdConnection *connection, GPtrArray *sheets, const char *handed_to, const char *day, GError **error)
{
  g_autoptr (GPtrArray) in = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdStockRound) round = g_object_new (TD_TYPE_STOCK_ROUND, "step", "presentation", "handed-to", handed_to, "out-on", day, NULL);
  guint step = find_step (round->step);

  for (guint i = 0; i < sheets->len; i++)
    {
      TdStockSheet *sheet = g_ptr_array_index (sheets, i);
      gboolean is_out;

      if (!is_at_presentation (connection, sheet, &is_out, error))
        return FALSE;
      g_ptr_array_add (is_out ? out : in, g_object_ref (sheet));
    }
  if (in->len > 0)
    check_out (job, round, step, in);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (in->len > 0 && (!send_out (connection, round, step, in, error) || !present_out (job, connection, in, day, error)))
    return FALSE;
  return present_out (job, connection, out, day, error);
}
