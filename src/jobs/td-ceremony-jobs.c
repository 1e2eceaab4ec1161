/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-lines.h"
#include "td-ceremony-lines.h"
#include "td-date.h"

/* Before the day: who is called, in which order, and where they sit. */

#define MOST_SEATS 100000

typedef struct
{
  TdCeremony *ceremony; /* a new one */
  gint64 ceremony_id;
  GArray *decisions; /* gint64 */
  GArray *awards;    /* gint64 */
  TdLineSet lines;
  TdCeremonyOrder order;
  TdCeremonyMove move;
  guint position;
  guint n_rows, n_per_row;
} Input;

static Input *
input_new (const TdLineChoice *lines)
{
  static const TdLineChoice none;
  Input *input = g_new0 (Input, 1);

  td_line_set_init (&input->lines, lines != NULL ? lines : &none);
  input->decisions = g_array_new (FALSE, FALSE, sizeof (gint64));
  input->awards = g_array_new (FALSE, FALSE, sizeof (gint64));
  return input;
}

static void
input_free (Input *input)
{
  g_clear_object (&input->ceremony);
  g_array_unref (input->decisions);
  g_array_unref (input->awards);
  td_line_set_clear (&input->lines);
  g_free (input);
}

/* Awards come in */

typedef struct
{
  GPtrArray *awards;
  GHashTable *seen;
  guint n_elsewhere;
  guint n_revoked;
} Coming;

static gboolean
list_of_award (TdConnection *connection, gint64 award_id, GPtrArray **lines, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CEREMONY_LINE);

  td_query_where_number (query, "award-id", award_id);
  *lines = td_connection_list (connection, query, error);
  return *lines != NULL;
}

/* An award is called once; only one that nobody came for may be called again. */
static gboolean
take_award (Coming *coming, TdJob *job, TdConnection *connection, TdAward *award, GError **error)
{
  gint64 id = td_entity_get_id (TD_ENTITY (award));
  g_autoptr (GPtrArray) lines = NULL;

  if (!g_hash_table_add (coming->seen, g_memdup2 (&id, sizeof id)))
    return TRUE;
  if (g_strcmp0 (award->decision_state, "issued") != 0)
    {
      td_job_take_finding (job, td_finding_at (td_finding_new ("award-not-issued", TD_SEVERITY_BLOCK, _ ("The decision has not been issued; nothing can be handed over.")), award->subject_name, id, 0));
      return TRUE;
    }
  if (award->revocation_id != 0)
    {
      coming->n_revoked++;
      return TRUE;
    }
  if (!list_of_award (connection, id, &lines, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (g_strcmp0 (line->presence, "absent") != 0 || line->carried_to_id != 0)
        {
          coming->n_elsewhere++;
          return TRUE;
        }
    }
  g_ptr_array_add (coming->awards, g_object_ref (award));
  return TRUE;
}

static gboolean
collect_awards (Coming *coming, TdJob *job, TdConnection *connection, const Input *input, GError **error)
{
  for (guint i = 0; i < input->decisions->len; i++)
    {
      g_autoptr (GPtrArray) awards = td_award_lines_list (connection, g_array_index (input->decisions, gint64, i), error);

      if (awards == NULL)
        return FALSE;
      if (awards->len == 0)
        td_job_take_finding (job, td_finding_new ("decision-empty", TD_SEVERITY_BLOCK, _ ("The decision has no names.")));
      for (guint j = 0; j < awards->len; j++)
        if (!take_award (coming, job, connection, g_ptr_array_index (awards, j), error) || td_connection_is_cancelled (connection, error))
          return FALSE;
    }
  for (guint i = 0; i < input->awards->len; i++)
    {
      g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, g_array_index (input->awards, gint64, i), error);

      if (award == NULL || !take_award (coming, job, connection, award, error))
        return FALSE;
    }
  return TRUE;
}

/* A line that somebody was absent for leads to the one that takes its place. */
static gboolean
carry_absent (TdConnection *connection, gint64 award_id, gint64 line_id, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (!list_of_award (connection, award_id, &lines, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (td_entity_get_id (TD_ENTITY (line)) == line_id || line->carried_to_id != 0)
        continue;
      g_object_set (line, "carried-to-id", line_id, NULL);
      if (!td_connection_update (connection, line, error))
        return FALSE;
    }
  return TRUE;
}

/* For a collective its head steps up, where it is known. */
static gboolean
add_line (TdConnection *connection, gint64 ceremony_id, TdAward *award, GPtrArray *lines, GError **error)
{
  g_autoptr (TdSubject) subject = td_connection_get (connection, TD_TYPE_SUBJECT, award->subject_id, error);
  TdCeremonyLine *line;

  if (subject == NULL)
    return FALSE;
  line = g_object_new (TD_TYPE_CEREMONY_LINE, "ceremony-id", ceremony_id, "award-id", td_entity_get_id (TD_ENTITY (award)), "presence", "expected",
                       "position", (gint64) lines->len + 1, "receiver", g_strcmp0 (award->subject_kind, "collective") == 0 ? subject->head_name : NULL, NULL);
  g_ptr_array_add (lines, line);
  return td_connection_insert (connection, line, error) && carry_absent (connection, td_entity_get_id (TD_ENTITY (award)), td_entity_get_id (TD_ENTITY (line)), error);
}

static void
tell_left_out (TdJob *job, const Coming *coming)
{
  TdSeverity severity = coming->awards->len > 0 ? TD_SEVERITY_WARNING : TD_SEVERITY_BLOCK;

  if (coming->n_revoked > 0)
    td_job_take_finding (job, td_finding_new ("award-revoked", severity, ngettext ("%u award was revoked and was left out.", "%u awards were revoked and were left out.", coming->n_revoked), coming->n_revoked));
  if (coming->n_elsewhere > 0)
    td_job_take_finding (job, td_finding_new ("award-elsewhere", severity,
                                              ngettext ("%u award is called at a ceremony already and was left out.", "%u awards are called at a ceremony already and were left out.", coming->n_elsewhere), coming->n_elsewhere));
}

/* The new lines stand after those there are, in their own order. */
static gboolean
add_awards (TdJob *job, TdConnection *connection, gint64 ceremony_id, const Input *input, GError **error)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Coming coming = { awards, seen, 0, 0 };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  if (!collect_awards (&coming, job, connection, input, error))
    return FALSE;
  tell_left_out (job, &coming);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  before = td_ceremony_lines_list (connection, ceremony_id, error);
  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < awards->len; i++)
    if (!add_line (connection, ceremony_id, g_ptr_array_index (awards, i), added, error) || td_connection_is_cancelled (connection, error))
      return FALSE;
  if (!td_ceremony_lines_sort (connection, added, input->order, error))
    return FALSE;
  for (guint i = 0; i < added->len; i++)
    g_ptr_array_add (before, g_object_ref (g_ptr_array_index (added, i)));
  td_job_set_count (job, added->len);
  return td_ceremony_lines_number (connection, before, error);
}

static gboolean
check_ceremony (TdJob *job, const TdCeremony *ceremony, GError **error)
{
  if (ceremony->name == NULL || *ceremony->name == '\0')
    td_job_take_finding (job, td_finding_at (td_finding_new ("ceremony-name", TD_SEVERITY_BLOCK, _ ("The ceremony needs a name.")), "name", 0, 0));
  if (ceremony->day != NULL && !td_date_is_valid (ceremony->day))
    td_job_take_finding (job, td_finding_at (td_finding_new ("ceremony-day", TD_SEVERITY_BLOCK, _ ("“%s” is not a day."), ceremony->day), "day", 0, 0));
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

static gboolean
new_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdCeremony) ceremony = td_entity_copy (input->ceremony);
  gint64 id;

  if (ceremony->state == NULL)
    g_object_set (ceremony, "state", "planned", NULL);
  if (!check_ceremony (job, ceremony, error) || !td_connection_insert (connection, ceremony, error))
    return FALSE;
  id = td_entity_get_id (TD_ENTITY (ceremony));
  if (!add_awards (job, connection, id, input, error))
    return FALSE;
  td_connection_set_action_name (connection, _ ("Make the ceremony “%s”"), ceremony->name);
  td_job_set_id (job, id);
  return TRUE;
}

/**
 * td_ceremony_new_job:
 * @ceremony: its name, day and place
 * @decisions: (array length=n_decisions): issued ones, whose awards are handed over
 * @n_decisions: how many; 0 for a ceremony without lines yet
 * @order: of the lines
 *
 * Awards that are called at another ceremony are left out, and that is told.
 *
 * Returns: (transfer full): the job; its id is the ceremony, its count the lines
 */
TdJob *
td_ceremony_new_job (TdCeremony *ceremony, const gint64 *decisions, guint n_decisions, TdCeremonyOrder order)
{
  Input *input = input_new (NULL);

  input->ceremony = td_entity_copy (ceremony);
  g_array_append_vals (input->decisions, decisions, n_decisions);
  input->order = order;
  return td_job_new_write (_ ("Make a ceremony"), new_cb, input, (GDestroyNotify) input_free);
}

static gboolean
add_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdCeremony) ceremony = td_connection_get (connection, TD_TYPE_CEREMONY, input->ceremony_id, error);

  if (ceremony == NULL || !add_awards (job, connection, input->ceremony_id, input, error))
    return FALSE;
  td_connection_set_action_name (connection, ngettext ("Add %u award to the ceremony", "Add %u awards to the ceremony", (guint) td_job_get_count (job)), (guint) td_job_get_count (job));
  return TRUE;
}

/**
 * td_ceremony_add_job:
 * @ceremony_id: a ceremony
 * @decisions: (array length=n_decisions): issued ones
 * @n_decisions: how many
 * @awards: (array length=n_awards): single awards
 * @n_awards: how many
 *
 * Returns: (transfer full): a job that puts them after the lines there are; its count is the new lines
 */
TdJob *
td_ceremony_add_job (gint64 ceremony_id, const gint64 *decisions, guint n_decisions, const gint64 *awards, guint n_awards)
{
  Input *input = input_new (NULL);

  input->ceremony_id = ceremony_id;
  g_array_append_vals (input->decisions, decisions, n_decisions);
  g_array_append_vals (input->awards, awards, n_awards);
  return td_job_new_write (_ ("Add awards to the ceremony"), add_cb, input, (GDestroyNotify) input_free);
}

/* Lines go */

static gboolean
strike_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) lines = td_line_set_list (&input->lines, job, connection, error);
  gint64 ceremony_id = 0;

  if (lines == NULL)
    return FALSE;
  td_ceremony_lines_require_open (job, lines, NULL);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  for (guint i = 0; i < lines->len; i++)
    {
      TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (ceremony_id != 0 && line->ceremony_id != ceremony_id && !td_ceremony_lines_number_rest (connection, ceremony_id, error))
        return FALSE;
      ceremony_id = line->ceremony_id;
      if (!td_ceremony_lines_remove (connection, line, error))
        return FALSE;
    }
  td_connection_set_action_name (connection, ngettext ("Take %u line out of the ceremony", "Take %u lines out of the ceremony", lines->len), lines->len);
  td_job_set_count (job, lines->len);
  return td_ceremony_lines_number_rest (connection, ceremony_id, error);
}

/**
 * td_ceremony_strike_job:
 * @lines: which; none of them handed over yet
 *
 * Returns: (transfer full): a job that takes them out of their ceremony; its count is the lines
 */
TdJob *
td_ceremony_strike_job (const TdLineChoice *lines)
{
  return td_job_new_write (_ ("Take lines out of the ceremony"), strike_cb, input_new (lines), (GDestroyNotify) input_free);
}

/* Order */

static gboolean
order_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) lines = td_ceremony_lines_list (connection, input->ceremony_id, error);

  if (lines == NULL)
    return FALSE;
  td_job_set_count (job, lines->len);
  return td_ceremony_lines_sort (connection, lines, input->order, error) && td_ceremony_lines_number (connection, lines, error);
}

/**
 * td_ceremony_order_job:
 * @ceremony_id: a ceremony
 * @order: the order its lines get; what was moved by hand is lost
 *
 * Returns: (transfer full): the job; its count is the lines
 */
TdJob *
td_ceremony_order_job (gint64 ceremony_id, TdCeremonyOrder order)
{
  Input *input = input_new (NULL);

  input->ceremony_id = ceremony_id;
  input->order = order;
  return td_job_new_write (_ ("Order the ceremony"), order_cb, input, (GDestroyNotify) input_free);
}

static GHashTable *
index_lines (GPtrArray *lines)
{
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (lines, i));

      g_hash_table_add (set, g_memdup2 (&id, sizeof id));
    }
  return set;
}

static gboolean
is_chosen (GHashTable *chosen, GPtrArray *all, guint n)
{
  gint64 id = td_entity_get_id (g_ptr_array_index (all, n));

  return g_hash_table_contains (chosen, &id);
}

static void
swap (GPtrArray *lines, guint a, guint b)
{
  gpointer line = g_ptr_array_index (lines, a);

  lines->pdata[a] = g_ptr_array_index (lines, b);
  lines->pdata[b] = line;
}

/* Each chosen line changes places with the one before it, unless that is chosen, too, and stays. */
static void
move_by_one (GPtrArray *all, GHashTable *chosen, gboolean up)
{
  for (guint i = 1; i < all->len; i++)
    {
      guint at = up ? i : all->len - 1 - i;
      guint beside = up ? at - 1 : at + 1;

      if (is_chosen (chosen, all, at) && !is_chosen (chosen, all, beside))
        swap (all, at, beside);
    }
}

static void
move_to (GPtrArray *all, GHashTable *chosen, guint position)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  guint at = 0;

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (is_chosen (chosen, all, i) ? moved : rest, g_ptr_array_index (all, i));
  position = CLAMP (position, 1, rest->len + 1) - 1;
  for (guint i = 0; i < position; i++)
    all->pdata[at++] = g_ptr_array_index (rest, i);
  for (guint i = 0; i < moved->len; i++)
    all->pdata[at++] = g_ptr_array_index (moved, i);
  for (guint i = position; i < rest->len; i++)
    all->pdata[at++] = g_ptr_array_index (rest, i);
}

static gboolean
move_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GPtrArray) lines = td_line_set_list (&input->lines, job, connection, error);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) chosen = NULL;

  if (lines == NULL)
    return FALSE;
  if (lines->len == 0)
    td_job_take_finding (job, td_finding_new ("lines-empty", TD_SEVERITY_BLOCK, _ ("No line was chosen.")));
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  all = td_ceremony_lines_list (connection, ((TdCeremonyLine *) g_ptr_array_index (lines, 0))->ceremony_id, error);
  if (all == NULL)
    return FALSE;
  chosen = index_lines (lines);
  if (input->move == TD_CEREMONY_MOVE_TO)
    move_to (all, chosen, input->position);
  else
    move_by_one (all, chosen, input->move == TD_CEREMONY_MOVE_UP);
  td_connection_set_action_name (connection, ngettext ("Move %u line of the ceremony", "Move %u lines of the ceremony", lines->len), lines->len);
  td_job_set_count (job, lines->len);
  return td_ceremony_lines_number (connection, all, error);
}

/**
 * td_ceremony_move_job:
 * @lines: which, of one ceremony
 * @move: where
 * @position: for %TD_CEREMONY_MOVE_TO: the place of the first of them
 *
 * Returns: (transfer full): the job; its count is the lines
 */
TdJob *
td_ceremony_move_job (const TdLineChoice *lines, TdCeremonyMove move, guint position)
{
  Input *input = input_new (lines);

  input->move = move;
  input->position = position;
  return td_job_new_write (_ ("Move lines of the ceremony"), move_cb, input, (GDestroyNotify) input_free);
}

/* Seats */

static gboolean
seat_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdCeremony) ceremony = td_connection_get (connection, TD_TYPE_CEREMONY, input->ceremony_id, error);
  g_autoptr (GPtrArray) lines = ceremony != NULL ? td_ceremony_lines_list (connection, input->ceremony_id, error) : NULL;
  guint64 n_seats = (guint64) input->n_rows * input->n_per_row;

  if (lines == NULL)
    return FALSE;
  if (n_seats == 0 || n_seats > MOST_SEATS)
    td_job_take_finding (job, td_finding_at (td_finding_new ("seats-none", TD_SEVERITY_BLOCK, _ ("Say how many rows there are, and how many seats in a row.")), "n_rows", 0, 0));
  else if (n_seats < lines->len)
    td_job_take_finding (job, td_finding_at (td_finding_new ("seats-few", TD_SEVERITY_BLOCK, _ ("%u are called and there are %u seats."), lines->len, (guint) n_seats), "n_rows", 0, 0));
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  g_object_set (ceremony, "n-rows", (gint64) input->n_rows, "n-per-row", (gint64) input->n_per_row, NULL);
  if (!td_connection_update (connection, ceremony, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *seat = td_ceremony_dup_seat (i / input->n_per_row, i % input->n_per_row);

      g_object_set (g_ptr_array_index (lines, i), "seat", seat, NULL);
      if (!td_connection_update (connection, g_ptr_array_index (lines, i), error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  td_job_set_count (job, lines->len);
  return TRUE;
}

/**
 * td_ceremony_seat_job:
 * @ceremony_id: a ceremony
 * @n_rows: rows of seats
 * @n_per_row: seats in a row
 *
 * Gives every line a seat in the order it is called: A1, A2 …, then B1.
 *
 * Returns: (transfer full): the job; its count is the seats given
 */
TdJob *
td_ceremony_seat_job (gint64 ceremony_id, guint n_rows, guint n_per_row)
{
  Input *input = input_new (NULL);

  input->ceremony_id = ceremony_id;
  input->n_rows = n_rows;
  input->n_per_row = n_per_row;
  return td_job_new_write (_ ("Give seats"), seat_cb, input, (GDestroyNotify) input_free);
}
