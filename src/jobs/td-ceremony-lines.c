/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-ceremony-lines"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "td-award-corrections.h"
#include "td-catalogue-reader.h"
#include "td-ceremony-lines.h"
#include "td-collation.h"
#include "td-stock-sheets.h"

/* What the jobs on a ceremony share: which lines are meant, and their order. */

#define MOST_LINES 100000 /* of one choice: more is a slip */

void
td_line_set_init (TdLineSet *self, const TdLineChoice *choice)
{
  self->ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), choice->ids, choice->n_ids);
  self->ceremony_id = choice->ceremony_id;
  self->numbers = g_strdup (choice->numbers);
}

void
td_line_set_clear (TdLineSet *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->numbers, g_free);
}

/**
 * td_line_set_is_all:
 * @self: a set
 *
 * Returns: whether it means a whole ceremony
 */
gboolean
td_line_set_is_all (TdLineSet *self)
{
  return self->ids->len == 0 && self->numbers == NULL;
}

/**
 * td_ceremony_lines_list:
 * @connection: the office file
 * @ceremony_id: a ceremony
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdCeremonyLine): its lines in their order
 */
GPtrArray *
td_ceremony_lines_list (TdConnection *connection, gint64 ceremony_id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CEREMONY_LINE);

  td_query_where_number (query, "ceremony-id", ceremony_id);
  td_query_order_by (query, "position", FALSE);
  return td_connection_list (connection, query, error);
}

/* "1-10, 15": one word of it. */
static gboolean
read_range (const char *word, gint64 *first, gint64 *last)
{
  g_auto (GStrv) ends = g_strsplit (word, "-", 2);

  return ends[0] != NULL && g_ascii_string_to_signed (g_strstrip (ends[0]), 10, 1, MOST_LINES, first, NULL)
         && (ends[1] == NULL ? (*last = *first) > 0 : g_ascii_string_to_signed (g_strstrip (ends[1]), 10, *first, MOST_LINES, last, NULL));
}

/* Which places are meant, a bit for each. */
static gboolean
mark_numbers (const char *numbers, GHashTable *wanted, GError **error)
{
  g_auto (GStrv) words = g_strsplit (numbers, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 first, last;

      if (!read_range (words[i], &first, &last))
        {
          g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” does not name lines; write their places as 1-10, 15."), numbers);
          return FALSE;
        }
      for (gint64 number = first; number <= last; number++)
        g_hash_table_add (wanted, GINT_TO_POINTER ((int) number));
    }
  return TRUE;
}

static GPtrArray *
list_numbered (TdLineSet *self, TdJob *job, TdConnection *connection, GError **error)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *lines;
  GHashTableIter iter;
  gpointer number;

  if (!mark_numbers (self->numbers, wanted, error))
    return NULL;
  all = td_ceremony_lines_list (connection, self->ceremony_id, error);
  if (all == NULL)
    return NULL;
  lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TdCeremonyLine *line = g_ptr_array_index (all, i);

      if (g_hash_table_remove (wanted, GINT_TO_POINTER ((int) line->position)))
        g_ptr_array_add (lines, g_object_ref (line));
    }
  g_hash_table_iter_init (&iter, wanted);
  if (g_hash_table_iter_next (&iter, &number, NULL))
    td_job_take_finding (job, td_finding_new ("line-unknown", TD_SEVERITY_BLOCK, _ ("There is no line number %d in this ceremony."), GPOINTER_TO_INT (number)));
  return lines;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const TdCeremonyLine *left = *(const TdCeremonyLine *const *) a;
  const TdCeremonyLine *right = *(const TdCeremonyLine *const *) b;

  return left->position < right->position ? -1 : left->position > right->position;
}

/**
 * td_line_set_list:
 * @self: a set
 * @job: takes findings of lines there are not
 * @connection: the office file
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdCeremonyLine): the lines, in the order of the ceremony
 */
GPtrArray *
td_line_set_list (TdLineSet *self, TdJob *job, TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (self->ids->len == 0)
    return self->numbers != NULL ? list_numbered (self, job, connection, error) : td_ceremony_lines_list (connection, self->ceremony_id, error);
  lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint64 *id = &g_array_index (self->ids, gint64, i);
      TdCeremonyLine *line = g_hash_table_add (seen, id) ? td_connection_get (connection, TD_TYPE_CEREMONY_LINE, *id, error) : NULL;

      if (line != NULL)
        g_ptr_array_add (lines, line);
      else if (error != NULL && *error != NULL)
        return NULL;
    }
  g_ptr_array_sort (lines, compare_places);
  return g_steal_pointer (&lines);
}

/**
 * td_ceremony_lines_number:
 * @connection: inside a transaction
 * @lines: (element-type TdCeremonyLine): all of a ceremony, in the order they are to have
 * @error: return location
 *
 * Returns: whether they are numbered from 1
 */
gboolean
td_ceremony_lines_number (TdConnection *connection, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (line->position == i + 1)
        continue;
      g_object_set (line, "position", (gint64) i + 1, NULL);
      if (!td_connection_update (connection, line, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  return TRUE;
}

/* What a line is sorted by. */
typedef struct
{
  TdCeremonyLine *line;
  TdAward *award;
  GBytes *unit; /* NULL: not by unit */
  int rank;
} Key;

static void
key_free (Key *key)
{
  g_clear_object (&key->line);
  g_clear_object (&key->award);
  g_clear_pointer (&key->unit, g_bytes_unref);
  g_free (key);
}

static int
compare_numbers (gint64 left, gint64 right)
{
  return left < right ? -1 : left > right;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *left = *(const Key *const *) a;
  const Key *right = *(const Key *const *) b;
  int order = left->unit != NULL ? g_bytes_compare (left->unit, right->unit) : 0;

  if (order == 0)
    order = left->rank - right->rank;
  if (order == 0)
    order = compare_numbers (left->award->giver_id, right->award->giver_id);
  if (order == 0)
    order = left->award->posthumous - right->award->posthumous;
  if (order == 0)
    order = compare_numbers (left->award->decision_id, right->award->decision_id);
  if (order == 0)
    order = compare_numbers (left->award->position, right->award->position);
  return order != 0 ? order : compare_numbers (td_entity_get_id ((TdEntity *) left->award), td_entity_get_id ((TdEntity *) right->award));
}

static Key *
make_key (TdConnection *connection, TdCeremonyLine *line, TdCeremonyOrder order, GError **error)
{
  g_autoptr (TdAward) award = td_award_corrections_get (connection, line->award_id, error);
  g_autoptr (TdGiver) giver = award != NULL ? td_connection_get (connection, TD_TYPE_GIVER, award->giver_id, error) : NULL;
  const TdAwardForm *form = giver != NULL ? td_catalogue_find_form (td_catalogue_get_shipped (), award->award_form, giver->level) : NULL;
  Key *key;

  if (giver == NULL)
    return NULL;
  key = g_new0 (Key, 1);
  key->line = g_object_ref (line);
  key->award = g_steal_pointer (&award);
  key->rank = form != NULL ? form->rank : G_MAXINT16;
  if (order == TD_CEREMONY_ORDER_UNIT)
    key->unit = td_collation_key (key->award->unit_name != NULL ? key->award->unit_name : "");
  return key;
}

/**
 * td_ceremony_lines_sort:
 * @connection: the office file
 * @lines: (element-type TdCeremonyLine): lines
 * @order: how
 * @error: return location
 *
 * Puts the array in an order; the lines keep their places until they are numbered.
 *
 * Returns: whether it went well
 */
gboolean
td_ceremony_lines_sort (TdConnection *connection, GPtrArray *lines, TdCeremonyOrder order, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) key_free);

  for (guint i = 0; i < lines->len; i++)
    {
      Key *key = make_key (connection, g_ptr_array_index (lines, i), order, error);

      if (key == NULL || td_connection_is_cancelled (connection, error))
        {
          g_clear_pointer (&key, key_free);
          return FALSE;
        }
      g_ptr_array_add (keys, key);
    }
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_set_size (lines, 0);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (lines, g_object_ref (((Key *) g_ptr_array_index (keys, i))->line));
  return TRUE;
}

/**
 * td_ceremony_lines_find_sheet:
 * @connection: the office file
 * @award_id: an award
 * @sheet: (out) (transfer full) (nullable): the sheet its certificate stands on; those that were spoiled or taken
 *   back, or are to be, do not count
 * @error: return location
 *
 * Returns: whether it went well, found or not
 */
gboolean
td_ceremony_lines_find_sheet (TdConnection *connection, gint64 award_id, TdStockSheet **sheet, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GPtrArray) sheets = NULL;

  *sheet = NULL;
  td_query_where_number (query, "award-id", award_id);
  sheets = td_connection_list (connection, query, error);
  for (guint i = 0; sheets != NULL && i < sheets->len && *sheet == NULL; i++)
    {
      TdStockSheet *candidate = g_ptr_array_index (sheets, i);

      if (td_stock_sheet_counts (candidate))
        *sheet = g_object_ref (candidate);
    }
  return sheets != NULL;
}

/**
 * td_ceremony_lines_require_open:
 * @job: takes the findings
 * @lines: (element-type TdCeremonyLine): lines that are to be changed
 * @none: (nullable): what to say when there are none, translated
 *
 * What was handed over or sent stays as it was.
 */
void
td_ceremony_lines_require_open (TdJob *job, GPtrArray *lines, const char *none)
{
  if (lines->len == 0)
    td_job_take_finding (job, td_finding_new ("lines-empty", TD_SEVERITY_BLOCK, "%s", none != NULL ? none : _ ("No line was chosen.")));
  for (guint i = 0; i < lines->len; i++)
    {
      const TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (line->received_on != NULL)
        td_job_take_finding (job, td_finding_at (td_finding_new ("line-done", TD_SEVERITY_BLOCK, _ ("The award was handed over on %s."), line->received_on),
                                                 line->award_name, td_entity_get_id ((TdEntity *) line), 0));
    }
}

/**
 * td_ceremony_lines_number_rest:
 * @connection: inside a transaction
 * @ceremony_id: a ceremony some lines were taken out of
 * @error: return location
 *
 * Returns: whether the lines left are numbered on
 */
gboolean
td_ceremony_lines_number_rest (TdConnection *connection, gint64 ceremony_id, GError **error)
{
  g_autoptr (GPtrArray) lines = td_ceremony_lines_list (connection, ceremony_id, error);

  return lines != NULL && td_ceremony_lines_number (connection, lines, error);
}

/**
 * td_ceremony_lines_remove:
 * @connection: inside a transaction
 * @line: one that nothing was handed over for
 * @error: return location
 *
 * Takes a line out; whoever was absent before and was to be called here can be carried over anew.
 *
 * Returns: whether it is out; the others are not numbered yet
 */
gboolean
td_ceremony_lines_remove (TdConnection *connection, TdCeremonyLine *line, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CEREMONY_LINE);
  g_autoptr (GPtrArray) before = NULL;

  td_query_where_number (query, "carried-to-id", td_entity_get_id (TD_ENTITY (line)));
  before = td_connection_list (connection, query, error);
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      g_object_set (g_ptr_array_index (before, i), "carried-to-id", (gint64) 0, NULL);
      if (!td_connection_update (connection, g_ptr_array_index (before, i), error))
        return FALSE;
    }
  return before != NULL && td_connection_delete (connection, line, error);
}

/**
 * td_ceremony_lines_forget_award:
 * @connection: inside a transaction
 * @award_id: an award that was revoked
 * @ceremonies: (element-type gint64): a set that takes the ceremonies it was taken out of, to be numbered anew
 * @error: return location
 *
 * Takes it out of the ceremonies where it was still to be called; what was handed over, sent or missed stays as
 * it happened.
 *
 * Returns: whether it is called nowhere any more
 */
gboolean
td_ceremony_lines_forget_award (TdConnection *connection, gint64 award_id, GHashTable *ceremonies, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_CEREMONY_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  td_query_where_number (query, "award-id", award_id);
  td_query_where_text (query, "presence", "expected");
  lines = td_connection_list (connection, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      TdCeremonyLine *line = g_ptr_array_index (lines, i);

      if (line->received_on != NULL)
        continue;
      g_hash_table_add (ceremonies, g_memdup2 (&line->ceremony_id, sizeof (gint64)));
      if (!td_ceremony_lines_remove (connection, line, error))
        return FALSE;
    }
  return lines != NULL;
}
