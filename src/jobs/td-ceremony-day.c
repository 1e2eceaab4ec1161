/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-day"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-ceremony-lines.h"
#include "td-date.h"
#include "td-stock-sheets.h"

/* On the day and after it: who came, what was handed over or sent, and who is called another time. */

typedef struct
{
  TdLineSet lines;
  char *presence;
  char *received_by;
  char *sent_by;
  char *day;
  gint64 to_id;
} Input;

static Input *
input_new (const TdLineChoice *lines, const char *presence, const char *day)
{
  Input *input = g_new0 (Input, 1);

  td_line_set_init (&input->lines, lines);
  input->presence = g_strdup (presence);
  input->day = td_stock_dup_today (day);
  return input;
}

static void
input_free (Input *input)
{
  td_line_set_clear (&input->lines);
  g_free (input->presence);
  g_free (input->received_by);
  g_free (input->sent_by);
  g_free (input->day);
  g_free (input);
}

/* Who came */

static gboolean
mark_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) lines = td_line_set_list (&input->lines, job, connection, error);

  if (lines == NULL)
    return FALSE;
  if (!g_strv_contains ((const char *const[]){ "expected", "came", "absent", NULL }, input->presence != NULL ? input->presence : ""))
    td_job_take_finding (job, td_finding_new ("presence-unknown", TD_SEVERITY_BLOCK, _ ("Say whether they are expected, came or were absent.")));
  td_ceremony_lines_require_open (job, lines, NULL);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  for (guint i = 0; i < lines->len; i++)
    {
      g_object_set (g_ptr_array_index (lines, i), "presence", input->presence, NULL);
      if (!td_connection_update (connection, g_ptr_array_index (lines, i), error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  td_connection_set_action_name (connection, ngettext ("Mark presence of %u line", "Mark presence of %u lines", lines->len), lines->len);
  td_job_set_count (job, lines->len);
  return TRUE;
}

/**
 * td_ceremony_mark_job:
 * @lines: which; none of them handed over yet
 * @presence: "expected", "came" or "absent"
 *
 * Returns: (transfer full): a job that says who came; its count is the lines
 */
TdJob *
td_ceremony_mark_job (const TdLineChoice *lines, const char *presence)
{
  return td_job_new_write (_ ("Mark presence"), mark_cb, input_new (lines, presence, NULL), (GDestroyNotify) input_free);
}

/* Handing over */

/* Of a whole ceremony only those who came; lines chosen one by one are meant as chosen. */
static GPtrArray *
list_to_hand_over (Input *input, TdJob *job, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) all = td_line_set_list (&input->lines, job, connection, error);
  GPtrArray *lines;

  if (all == NULL || !td_line_set_is_all (&input->lines))
    return g_steal_pointer (&all);
  lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TdCeremonyLine *line = g_ptr_array_index (all, i);

      if (line->received_on == NULL && g_strcmp0 (line->presence, "came") == 0)
        g_ptr_array_add (lines, g_object_ref (line));
    }
  return lines;
}

static void
check_hand_over (TdJob *job, Input *input, GPtrArray *lines)
{
  td_ceremony_lines_require_open (job, lines, td_line_set_is_all (&input->lines) ? _ ("Nobody who came is still to be given an award.") : NULL);
  if (!td_date_is_day (input->day))
    td_job_take_finding (job, td_finding_at (td_finding_new ("stock-day", TD_SEVERITY_BLOCK, _ ("“%s” is not a day."), input->day), "day", 0, 0));
  if (g_strcmp0 (input->presence, "sent") == 0 && (input->sent_by == NULL || *input->sent_by == '\0'))
    td_job_take_finding (job, td_finding_at (td_finding_new ("sent-how", TD_SEVERITY_BLOCK, _ ("Say how it was sent: by post, with whom.")), "sent_by", 0, 0));
  for (guint i = 0; i < lines->len; i++)
    {
      const TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (line->carried_to_id != 0)
        td_job_take_finding (job, td_finding_at (td_finding_new ("line-carried", TD_SEVERITY_BLOCK, _ ("The award is carried over to a later ceremony.")), line->award_name, td_entity_get_id ((TdEntity *) line), 0));
    }
}

static gboolean
collect_sheets (TdJob *job, TdConnection *connection, GPtrArray *lines, GPtrArray *sheets, GError **error)
{
  guint n_without = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      TdStockSheet *sheet;

      if (!td_ceremony_lines_find_sheet (connection, ((TdCeremonyLine *) g_ptr_array_index (lines, i))->award_id, &sheet, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
      if (sheet != NULL)
        g_ptr_array_add (sheets, sheet);
      else
        n_without++;
    }
  if (n_without > 0)
    td_job_take_finding (job, td_finding_new ("lines-without-sheet", TD_SEVERITY_INFO, ngettext ("%u certificate stands on no blank that is counted.", "%u certificates stand on no blank that is counted.", n_without), n_without));
  return TRUE;
}

/* Who steps up takes it, unless somebody else is named. */
static gboolean
enter_lines (TdConnection *connection, const Input *input, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      TdCeremonyLine *line = g_ptr_array_index (lines, i);
      const char *taker = input->received_by != NULL && *input->received_by != '\0' ? input->received_by : line->receiver;

      g_object_set (line, "presence", input->presence, "received-on", input->day, "received-by", taker != NULL ? taker : line->award_name, "sent-by", input->sent_by, NULL);
      if (!td_connection_update (connection, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_held (TdConnection *connection, gint64 ceremony_id, GError **error)
{
  g_autoptr (TdCeremony) ceremony = td_connection_get (connection, TD_TYPE_CEREMONY, ceremony_id, error);

  if (ceremony == NULL || g_strcmp0 (ceremony->state, "held") == 0)
    return ceremony != NULL;
  g_object_set (ceremony, "state", "held", NULL);
  return td_connection_update (connection, ceremony, error);
}

static gboolean
hand_over_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  gboolean sent = g_str_equal (input->presence, "sent");
  g_autoptr (GPtrArray) lines = list_to_hand_over (input, job, connection, error);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *reason = NULL;

  if (lines == NULL)
    return FALSE;
  check_hand_over (job, input, lines);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (!collect_sheets (job, connection, lines, sheets, error) || !td_stock_present_sheets (job, connection, sheets, input->sent_by, input->day, error) || !enter_lines (connection, input, lines, error))
    return FALSE;
  if (!sent && !set_held (connection, ((TdCeremonyLine *) g_ptr_array_index (lines, 0))->ceremony_id, error))
    return FALSE;
  reason = g_strdup_printf (sent ? _ ("Sent on %s; take a certificate back where it was wrong.") : _ ("Handed over on %s; take a certificate back where it was wrong."), input->day);
  td_connection_set_barrier (connection, reason);
  if (sent)
    td_connection_set_action_name (connection, ngettext ("Send %u award", "Send %u awards", lines->len), lines->len);
  else
    td_connection_set_action_name (connection, ngettext ("Hand over %u award", "Hand over %u awards", lines->len), lines->len);
  td_job_set_count (job, lines->len);
  return TRUE;
}

/**
 * td_ceremony_present_job:
 * @lines: which; of a whole ceremony those who came
 * @received_by: (nullable): who took them, %NULL for whoever steps up
 * @day: (nullable): ISO; %NULL for today
 *
 * The awards were handed over: the lines say by whom and when, and the sheets of the ledger are presented. Undo stops
 * before it.
 *
 * Returns: (transfer full): the job; its count is the lines
 */
TdJob *
td_ceremony_present_job (const TdLineChoice *lines, const char *received_by, const char *day)
{
  Input *input = input_new (lines, "came", day);

  input->received_by = g_strdup (received_by);
  return td_job_new_write (_ ("Hand awards over"), hand_over_cb, input, (GDestroyNotify) input_free);
}

/**
 * td_ceremony_send_job:
 * @lines: which
 * @sent_by: how: by post, with whom
 * @received_by: (nullable): to whom, %NULL for whoever would step up
 * @day: (nullable): ISO; %NULL for today
 *
 * The awards were sent instead. Undo stops before it.
 *
 * Returns: (transfer full): the job; its count is the lines
 */
TdJob *
td_ceremony_send_job (const TdLineChoice *lines, const char *sent_by, const char *received_by, const char *day)
{
  Input *input = input_new (lines, "sent", day);

  input->sent_by = g_strdup (sent_by);
  input->received_by = g_strdup (received_by);
  return td_job_new_write (_ ("Send awards"), hand_over_cb, input, (GDestroyNotify) input_free);
}

/* Another time */

static gboolean
is_to_carry (const TdCeremonyLine *line)
{
  return line->received_on == NULL && line->carried_to_id == 0 && line->revocation_id == 0 && g_strcmp0 (line->presence, "absent") == 0;
}

static GPtrArray *
list_to_carry (Input *input, TdJob *job, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) all = td_line_set_list (&input->lines, job, connection, error);
  GPtrArray *lines;

  if (all == NULL || !td_line_set_is_all (&input->lines))
    return g_steal_pointer (&all);
  lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if (is_to_carry (g_ptr_array_index (all, i)))
      g_ptr_array_add (lines, g_object_ref (g_ptr_array_index (all, i)));
  return lines;
}

static void
check_carry (TdJob *job, Input *input, GPtrArray *lines)
{
  td_ceremony_lines_require_open (job, lines, td_line_set_is_all (&input->lines) ? _ ("Nobody who was absent is still to be called elsewhere.") : NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (line->carried_to_id != 0)
        td_job_take_finding (job, td_finding_at (td_finding_new ("line-carried", TD_SEVERITY_BLOCK, _ ("The award is carried over to a later ceremony.")), line->award_name, td_entity_get_id ((TdEntity *) line), 0));
      if (line->revocation_id != 0)
        td_job_take_finding (job, td_finding_at (td_finding_new ("award-revoked", TD_SEVERITY_BLOCK, _ ("The award was revoked.")), line->award_name, td_entity_get_id ((TdEntity *) line), 0));
      if (line->ceremony_id == input->to_id)
        td_job_take_finding (job, td_finding_at (td_finding_new ("line-there", TD_SEVERITY_BLOCK, _ ("The award is called at this ceremony.")), line->award_name, td_entity_get_id ((TdEntity *) line), 0));
    }
}

static gboolean
carry_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdCeremony) to = td_connection_get (connection, TD_TYPE_CEREMONY, input->to_id, error);
  g_autoptr (GPtrArray) lines = to != NULL ? list_to_carry (input, job, connection, error) : NULL;
  g_autoptr (GPtrArray) there = lines != NULL ? td_ceremony_lines_list (connection, input->to_id, error) : NULL;

  if (there == NULL)
    return FALSE;
  check_carry (job, input, lines);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  for (guint i = 0; i < lines->len; i++)
    {
      TdCeremonyLine *line = g_ptr_array_index (lines, i);
      g_autoptr (TdCeremonyLine) later = g_object_new (TD_TYPE_CEREMONY_LINE, "ceremony-id", input->to_id, "award-id", line->award_id, "position", (gint64) there->len + i + 1,
                                                       "receiver", line->receiver, "presence", "expected", "note", line->note, NULL);

      if (!td_connection_insert (connection, later, error))
        return FALSE;
      g_object_set (line, "presence", "absent", "carried-to-id", td_entity_get_id (TD_ENTITY (later)), NULL);
      if (!td_connection_update (connection, line, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  td_connection_set_action_name (connection, ngettext ("Carry %u award over to “%s”", "Carry %u awards over to “%s”", lines->len), lines->len, to->name);
  td_job_set_count (job, lines->len);
  return TRUE;
}

/**
 * td_ceremony_carry_job:
 * @lines: which; of a whole ceremony those who were absent and are not called elsewhere
 * @to_id: the ceremony they are called at instead, after its own lines
 *
 * Returns: (transfer full): the job; its count is the lines
 */
TdJob *
td_ceremony_carry_job (const TdLineChoice *lines, gint64 to_id)
{
  Input *input = input_new (lines, NULL, NULL);

  input->to_id = to_id;
  return td_job_new_write (_ ("Carry awards over"), carry_cb, input, (GDestroyNotify) input_free);
}
