/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-report-matrix"

#include "config.h"

#include <string.h>

#include "td-collation.h"
#include "td-date.h"
#include "td-report-matrix.h"

/* Units × reports: a row for each unit, a column for each report that is asked for. A filter hides rows and columns;
 * the cells stay where they are. */

typedef struct
{
  TdUnit *unit; /* none: the plan's words name no unit of the office */
  char *name;
  GBytes *key; /* it is sorted by */
  GPtrArray *lines;
} Row;

typedef struct
{
  TdDeadline *deadline;
  TdPlan *plan;
} Column;

struct _TdReportMatrix
{
  GObject parent_instance;

  GPtrArray *rows;       /* Row, by name */
  GArray *columns;       /* Column, by day */
  GHashTable *cells;     /* row and deadline → TdReportLine */
  GPtrArray *shown_rows; /* Row, borrowed */
  GArray *shown_columns; /* guint */
};

G_DEFINE_FINAL_TYPE (TdReportMatrix, td_report_matrix, G_TYPE_OBJECT)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->unit);
  g_free (row->name);
  g_bytes_unref (row->key);
  g_ptr_array_unref (row->lines);
  g_free (row);
}

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_object_unref (column->deadline);
  g_object_unref (column->plan);
}

static void
td_report_matrix_finalize (GObject *object)
{
  TdReportMatrix *self = TD_REPORT_MATRIX (object);

  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->shown_rows);
  g_array_unref (self->shown_columns);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->columns);
  G_OBJECT_CLASS (td_report_matrix_parent_class)->finalize (object);
}

static void
td_report_matrix_class_init (TdReportMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_report_matrix_finalize;
}

static void
td_report_matrix_init (TdReportMatrix *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->shown_rows = g_ptr_array_new ();
  self->shown_columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Who owes it: a unit, or whom the plan's words name. */
static char *
make_row_key (TdUnit *unit, const char *who)
{
  return unit != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, td_entity_get_id (TD_ENTITY (unit))) : g_strconcat ("?", who, NULL);
}

static char *
make_cell_key (TdUnit *unit, const char *who, TdDeadline *deadline)
{
  g_autofree char *row = make_row_key (unit, who);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", td_entity_get_id (TD_ENTITY (deadline)), row);
}

static const char *
get_who (TdReportLine *line)
{
  return line->unit != NULL ? line->unit->name : line->deadline->who != NULL ? line->deadline->who
                                                                             : "–";
}

static void
add_line (TdReportMatrix *self, GHashTable *by_key, TdReportLine *line)
{
  g_autofree char *key = make_row_key (line->unit, get_who (line));
  Row *row = g_hash_table_lookup (by_key, key);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      g_set_object (&row->unit, line->unit);
      row->name = g_strdup (get_who (line));
      row->key = td_collation_key (row->name);
      row->lines = g_ptr_array_new ();
      g_ptr_array_add (self->rows, row);
      g_hash_table_insert (by_key, g_steal_pointer (&key), row);
    }
  g_ptr_array_add (row->lines, line);
  g_hash_table_insert (self->cells, make_cell_key (line->unit, row->name, line->deadline), g_object_ref (line));
}

/* The lines of one deadline stand together; the first after them. */
static guint
find_end (GListModel *lines, guint from)
{
  guint n = g_list_model_get_n_items (lines);
  g_autoptr (TdReportLine) first = g_list_model_get_item (lines, from);

  for (guint to = from + 1; to < n; to++)
    {
      g_autoptr (TdReportLine) line = g_list_model_get_item (lines, to);

      if (line->deadline != first->deadline)
        return to;
    }
  return n;
}

/* A plan that has ended and owes nothing is of no interest to who follows the running ones. */
static gboolean
is_settled (GListModel *lines, guint from, guint to, const char *day)
{
  for (guint i = from; i < to; i++)
    {
      g_autoptr (TdReportLine) line = g_list_model_get_item (lines, i);

      if (!g_str_has_prefix (line->state, "received") || line->plan->end_date == NULL || td_date_days_after (line->plan->end_date, day) <= 0)
        return FALSE;
    }
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *first = *(const Row *const *) a;
  const Row *second = *(const Row *const *) b;

  return g_bytes_compare (first->key, second->key);
}

/* What has no day yet comes last. */
static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const char *first = ((const Column *) a)->deadline->due_date;
  const char *second = ((const Column *) b)->deadline->due_date;

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  return g_strcmp0 (first, second);
}

/**
 * td_report_matrix_new:
 * @lines: (element-type TdReportLine): by deadline
 * @day: as of when they were judged
 * @only_running: leaves out plans that are over and owe nothing
 *
 * Returns: (transfer full): the table, with everything shown
 */
TdReportMatrix *
td_report_matrix_new (GListModel *lines, const char *day, gboolean only_running)
{
  TdReportMatrix *self = g_object_new (TD_TYPE_REPORT_MATRIX, NULL);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint to;

  for (guint from = 0; from < g_list_model_get_n_items (lines); from = to)
    {
      g_autoptr (TdReportLine) first = g_list_model_get_item (lines, from);
      Column column = { first->deadline, first->plan };

      to = find_end (lines, from);
      if (only_running && is_settled (lines, from, to, day))
        continue;
      g_object_ref (column.deadline);
      g_object_ref (column.plan);
      g_array_append_val (self->columns, column);
      for (guint i = from; i < to; i++)
        {
          g_autoptr (TdReportLine) line = g_list_model_get_item (lines, i);

          add_line (self, by_key, line);
        }
    }
  g_ptr_array_sort (self->rows, compare_rows);
  g_array_sort (self->columns, compare_columns);
  td_report_matrix_filter (self, FALSE, NULL);
  return self;
}

static TdReportLine *
get_cell (TdReportMatrix *self, const Row *row, TdDeadline *deadline)
{
  g_autofree char *key = make_cell_key (row->unit, row->name, deadline);

  return g_hash_table_lookup (self->cells, key);
}

static gboolean
owes (const Row *row)
{
  for (guint i = 0; i < row->lines->len; i++)
    if (td_report_line_is_late (g_ptr_array_index (row->lines, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_column_wanted (TdReportMatrix *self, TdDeadline *deadline, gboolean only_late)
{
  for (guint i = 0; i < self->shown_rows->len; i++)
    {
      TdReportLine *line = get_cell (self, g_ptr_array_index (self->shown_rows, i), deadline);

      if (line != NULL && (!only_late || td_report_line_is_late (line)))
        return TRUE;
    }
  return FALSE;
}

/**
 * td_report_matrix_filter:
 * @self: a table
 * @only_late: leaves out units that owe nothing, and reports that nobody owes
 * @kind: (nullable): units of this kind only
 */
void
td_report_matrix_filter (TdReportMatrix *self, gboolean only_late, const char *kind)
{
  g_ptr_array_set_size (self->shown_rows, 0);
  g_array_set_size (self->shown_columns, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if ((!only_late || owes (row)) && (kind == NULL || (row->unit != NULL && g_strcmp0 (row->unit->kind, kind) == 0)))
        g_ptr_array_add (self->shown_rows, row);
    }
  for (guint i = 0; i < self->columns->len; i++)
    if (is_column_wanted (self, g_array_index (self->columns, Column, i).deadline, only_late))
      g_array_append_val (self->shown_columns, i);
}

/**
 * td_report_matrix_count:
 * @self: a table
 *
 * Returns: how it stands, filtered or not
 */
TdReportCounts
td_report_matrix_count (TdReportMatrix *self)
{
  TdReportCounts counts = { 0 };
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    {
      gboolean late = td_report_line_is_late (line);

      counts.n_lines++;
      counts.n_received += g_str_has_prefix (TD_REPORT_LINE (line)->state, "received");
      counts.n_late += late;
      counts.n_reminded += late && td_report_line_is_reminded (line);
    }
  return counts;
}

/**
 * td_report_matrix_get_n_rows:
 * @self: a table
 *
 * Returns: how many units are shown
 */
guint
td_report_matrix_get_n_rows (TdReportMatrix *self)
{
  return self->shown_rows->len;
}

/**
 * td_report_matrix_get_n_columns:
 * @self: a table
 *
 * Returns: how many reports are shown
 */
guint
td_report_matrix_get_n_columns (TdReportMatrix *self)
{
  return self->shown_columns->len;
}

/**
 * td_report_matrix_get_name:
 * @self: a table
 * @row: one that is shown
 *
 * Returns: the unit's name, or whom the plan's words name
 */
const char *
td_report_matrix_get_name (TdReportMatrix *self, guint row)
{
  return ((Row *) g_ptr_array_index (self->shown_rows, row))->name;
}

static const Column *
get_column (TdReportMatrix *self, guint column)
{
  return &g_array_index (self->columns, Column, g_array_index (self->shown_columns, guint, column));
}

/**
 * td_report_matrix_get_deadline:
 * @self: a table
 * @column: one that is shown
 *
 * Returns: (transfer none): what is asked for
 */
TdDeadline *
td_report_matrix_get_deadline (TdReportMatrix *self, guint column)
{
  return get_column (self, column)->deadline;
}

/**
 * td_report_matrix_get_plan:
 * @self: a table
 * @column: one that is shown
 *
 * Returns: (transfer none): the plan that asks
 */
TdPlan *
td_report_matrix_get_plan (TdReportMatrix *self, guint column)
{
  return get_column (self, column)->plan;
}

/**
 * td_report_matrix_get_line:
 * @self: a table
 * @row: one that is shown
 * @column: one that is shown
 *
 * Returns: (transfer none) (nullable): how it stands; %NULL where the unit is not asked for this report
 */
TdReportLine *
td_report_matrix_get_line (TdReportMatrix *self, guint row, guint column)
{
  return get_cell (self, g_ptr_array_index (self->shown_rows, row), get_column (self, column)->deadline);
}

/**
 * td_report_matrix_has_kind:
 * @self: a table
 * @kind: of td_choices_unit_kind
 *
 * Returns: whether a unit of this kind is asked for reports
 */
gboolean
td_report_matrix_has_kind (TdReportMatrix *self, const char *kind)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (row->unit != NULL && g_strcmp0 (row->unit->kind, kind) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * td_report_matrix_dup_place:
 * @self: a table
 * @row: one that is shown
 * @column: one that is shown
 *
 * Returns: (transfer full): what the place is called in this table and in one that is read anew
 */
char *
td_report_matrix_dup_place (TdReportMatrix *self, guint row, guint column)
{
  const Row *shown = g_ptr_array_index (self->shown_rows, row);

  return make_cell_key (shown->unit, shown->name, get_column (self, column)->deadline);
}

/**
 * td_report_matrix_find_place:
 * @self: a table
 * @place: (nullable): what a place is called
 * @row: (inout): where it was, and where it is now; the nearest where it is not shown
 * @column: (inout): likewise
 */
void
td_report_matrix_find_place (TdReportMatrix *self, const char *place, guint *row, guint *column)
{
  const char *row_key = place != NULL ? strchr (place, ' ') : NULL;
  gint64 deadline_id = row_key != NULL ? g_ascii_strtoll (place, NULL, 10) : 0;

  for (guint i = 0; row_key != NULL && i < self->shown_rows->len; i++)
    {
      const Row *shown = g_ptr_array_index (self->shown_rows, i);
      g_autofree char *key = make_row_key (shown->unit, shown->name);

      if (g_str_equal (key, row_key + 1))
        *row = i;
    }
  for (guint i = 0; i < self->shown_columns->len; i++)
    if (td_entity_get_id (TD_ENTITY (get_column (self, i)->deadline)) == deadline_id)
      *column = i;
  *row = MIN (*row, MAX (self->shown_rows->len, 1) - 1);
  *column = MIN (*column, MAX (self->shown_columns->len, 1) - 1);
}

/**
 * td_report_matrix_lookup:
 * @self: a table
 * @place: what a place is called
 *
 * Returns: (transfer none) (nullable): how it stands there, shown or not
 */
TdReportLine *
td_report_matrix_lookup (TdReportMatrix *self, const char *place)
{
  return g_hash_table_lookup (self->cells, place);
}
