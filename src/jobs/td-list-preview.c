/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-preview"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-list-preview-private.h"

/* What a person sees of a list before it is taken in. The check itself belongs to the thread its
 * jobs run on; what is shown is copied out of it. */

#define SAMPLES      3  /* of what stands in a column */
#define SAMPLE_LINES 50 /* in which they are looked for */

G_DEFINE_FINAL_TYPE (TdListItem, td_list_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (TdListPreview, td_list_preview, G_TYPE_OBJECT)

static void
td_list_item_finalize (GObject *object)
{
  TdListItem *self = TD_LIST_ITEM (object);

  g_clear_pointer (&self->reading, td_list_reading_unref);
  g_free (self->birth);
  g_free (self->finding);
  G_OBJECT_CLASS (td_list_item_parent_class)->finalize (object);
}

static void
td_list_item_class_init (TdListItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_list_item_finalize;
}

static void
td_list_item_init (TdListItem *self)
{
}

static void
column_free (TdListPreviewColumn *column)
{
  g_free (column->sheet);
  g_free (column->fingerprint);
  g_free (column->heading);
  g_free (column->sample);
  g_free (column);
}

static void
mended_clear (TdListMended *mended)
{
  g_free (mended->rule);
  g_free (mended->mend.value);
}

static void
td_list_preview_finalize (GObject *object)
{
  TdListPreview *self = TD_LIST_PREVIEW (object);

  g_clear_object (&self->check);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->mends);
  G_OBJECT_CLASS (td_list_preview_parent_class)->finalize (object);
}

static void
td_list_preview_class_init (TdListPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_list_preview_finalize;
}

static void
td_list_preview_init (TdListPreview *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = td_findings_new ();
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->mends = g_array_new (FALSE, FALSE, sizeof (TdListMended));
  g_array_set_clear_func (self->mends, (GDestroyNotify) mended_clear);
}

/**
 * _td_list_preview_dup_shown:
 * @role: what it is
 * @value: (nullable): as it is kept
 *
 * Returns: (transfer full) (nullable): the value as people read it
 */
char *
_td_list_preview_dup_shown (TdListRole role, const char *value)
{
  switch (role)
    {
    case TD_LIST_ROLE_BIRTH:
    case TD_LIST_ROLE_PERIOD_FROM:
    case TD_LIST_ROLE_PERIOD_TO:
    case TD_LIST_ROLE_DECISION_DATE:
      return value != NULL ? td_date_to_display (value) : NULL;
    default:
      return g_strdup (value);
    }
}

static const char *
get_outcome (const TdListCase *c)
{
  switch (c->state)
    {
    case TD_LIST_GOOD: return c->subject_id != 0 ? _ ("Known") : _ ("New");
    case TD_LIST_KNOWN: return _ ("There already");
    case TD_LIST_DOUBTFUL: return _ ("Look at it");
    case TD_LIST_BAD: return _ ("Cannot come in");
    default: g_return_val_if_reached ("");
    }
}

/**
 * _td_list_preview_make_item:
 * @self: a list
 * @number: one of its rows
 *
 * Returns: (transfer full): the row as it is now
 */
TdListItem *
_td_list_preview_make_item (TdListPreview *self, guint number)
{
  const TdListCase *c = g_ptr_array_index (td_list_check_get_cases (self->check), number);
  const TdListRow *row = c->line->row;
  TdListItem *item = g_object_new (TD_TYPE_LIST_ITEM, NULL);

  item->reading = td_list_reading_ref (td_list_check_get_reading (self->check));
  item->number = number;
  item->line = c->line->line;
  item->state = c->state;
  item->name = row->values[TD_LIST_ROLE_NAME] != NULL ? row->values[TD_LIST_ROLE_NAME] : "";
  item->birth = _td_list_preview_dup_shown (TD_LIST_ROLE_BIRTH, row->values[TD_LIST_ROLE_BIRTH]);
  item->unit = row->values[TD_LIST_ROLE_UNIT];
  item->form = row->values[TD_LIST_ROLE_AWARD_FORM];
  item->outcome = get_outcome (c);
  if (c->findings->len > 0)
    item->finding = g_strdup (((TdFinding *) g_ptr_array_index (c->findings, 0))->text);
  return item;
}

static guint
weight (TdListState state)
{
  static const guint weights[] = { [TD_LIST_BAD] = 0, [TD_LIST_DOUBTFUL] = 1, [TD_LIST_GOOD] = 2, [TD_LIST_KNOWN] = 3 };

  return weights[state];
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const TdListItem *left = *(TdListItem *const *) a;
  const TdListItem *right = *(TdListItem *const *) b;

  if (left->state != right->state)
    return (int) weight (left->state) - (int) weight (right->state);
  return (left->number > right->number) - (left->number < right->number);
}

/* A few of what stands in a column, by which people recognise it. */
static char *
dup_sample (const TdListTable *table, guint number)
{
  GString *sample = g_string_new (NULL);
  guint n = 0, n_lines = 0;

  for (guint i = 0; n < SAMPLES && n_lines < SAMPLE_LINES && i < table->lines->len; i++)
    {
      const TdListLine *line = g_ptr_array_index (table->lines, i);

      n_lines += line->row != NULL;
      if (line->row == NULL || number >= line->n_cells || *line->cells[number] == '\0')
        continue;
      g_string_append_printf (sample, "%s%s", n > 0 ? " · " : "", line->cells[number]);
      n++;
    }
  return g_string_free (sample, FALSE);
}

/* Tables with the same head are understood in the same way. */
static void
add_columns (TdListPreview *self, const TdListTable *table)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (((TdListPreviewColumn *) g_ptr_array_index (self->columns, i))->fingerprint, table->fingerprint))
      return;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const TdListColumn *column = g_ptr_array_index (table->columns, i);
      TdListPreviewColumn *shown = g_new0 (TdListPreviewColumn, 1);

      shown->sheet = g_strdup (table->sheet);
      shown->fingerprint = g_strdup (table->fingerprint);
      shown->number = i;
      shown->heading = g_strdup (column->heading);
      shown->sample = dup_sample (table, i);
      shown->role = column->role;
      shown->source = column->source;
      g_ptr_array_add (self->columns, shown);
    }
}

/**
 * _td_list_preview_fill:
 * @self: a list whose check has changed
 *
 * Copies out what is shown.
 */
void
_td_list_preview_fill (TdListPreview *self)
{
  GPtrArray *tables = td_list_reading_get_tables (td_list_check_get_reading (self->check));

  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->findings, 0);
  for (guint i = 0; i < td_list_check_get_cases (self->check)->len; i++)
    g_ptr_array_add (self->items, _td_list_preview_make_item (self, i));
  g_ptr_array_sort (self->items, compare_items);
  for (guint i = 0; i < td_list_reading_get_findings (td_list_check_get_reading (self->check))->len; i++)
    g_ptr_array_add (self->findings, td_finding_copy (g_ptr_array_index (td_list_reading_get_findings (td_list_check_get_reading (self->check)), i)));
  for (guint i = 0; self->columns->len == 0 && i < tables->len; i++)
    if (((TdListTable *) g_ptr_array_index (tables, i))->is_list)
      add_columns (self, g_ptr_array_index (tables, i));
}

/**
 * _td_list_preview_mend:
 * @self: a list
 * @connection: the office file
 * @number: one of its rows
 * @mend: what a person answers
 * @error: return location
 *
 * Mends a row, and notes it for when the list is read again.
 *
 * Returns: whether the row was judged anew
 */
gboolean
_td_list_preview_mend (TdListPreview *self, TdConnection *connection, guint number, const TdListMend *mend, GError **error)
{
  const TdListCase *c = g_ptr_array_index (td_list_check_get_cases (self->check), number);
  TdListMended mended = { c->table->sheet_number, c->line->line, *mend, g_strdup (mend->rule) };

  mended.mend.value = g_strdup (mend->value);
  mended.mend.rule = mended.rule;
  g_array_append_val (self->mends, mended);
  return td_list_check_mend (self->check, connection, number, &mended.mend, error);
}

static guint
hash_line (gconstpointer key)
{
  const TdListCase *c = key;

  return c->table->sheet_number * 31 + c->line->line;
}

static gboolean
is_same_line (gconstpointer a, gconstpointer b)
{
  const TdListCase *first = a, *second = b;

  return first->table->sheet_number == second->table->sheet_number && first->line->line == second->line->line;
}

/* What a person answered before the list was read in another way holds on, line by line. */
static gboolean
repeat_mends (TdListPreview *self, GArray *mends, TdConnection *connection, GError **error)
{
  GPtrArray *cases = td_list_check_get_cases (self->check);
  g_autoptr (GHashTable) numbers = g_hash_table_new (hash_line, is_same_line);

  if (mends == NULL || mends->len == 0)
    return TRUE;
  for (guint i = 0; i < cases->len; i++)
    g_hash_table_insert (numbers, g_ptr_array_index (cases, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < mends->len; i++)
    {
      const TdListMended *mended = &g_array_index (mends, TdListMended, i);
      TdListTable table = { .sheet_number = mended->sheet_number };
      TdListLine line = { .line = mended->line };
      TdListCase key = { .table = &table, .line = &line };
      gpointer number;

      if (!g_hash_table_lookup_extended (numbers, &key, NULL, &number))
        continue;
      if (!_td_list_preview_mend (self, connection, GPOINTER_TO_UINT (number), &mended->mend, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  TdListTaking *taking;
  GArray *mends;
} Reading;

static void
reading_free (Reading *reading)
{
  td_list_taking_free (reading->taking);
  g_clear_pointer (&reading->mends, g_array_unref);
  g_free (reading);
}

static gboolean
preview_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (TdListPreview) preview = g_object_new (TD_TYPE_LIST_PREVIEW, NULL);

  preview->check = td_list_taking_check (reading->taking, job, connection, 0.95, error);
  if (preview->check == NULL || !repeat_mends (preview, reading->mends, connection, error))
    return FALSE;
  _td_list_preview_fill (preview);
  td_job_set_count (job, preview->items->len);
  td_job_take_object (job, g_steal_pointer (&preview));
  return TRUE;
}

/**
 * td_list_preview_job:
 * @taking: which list, and what for
 * @mends: (nullable): of the same list as it was read before: these answers hold on
 *
 * Reads a list and judges every row; nothing is kept.
 *
 * Returns: (transfer full): the job; its object is a #TdListPreview
 */
TdJob *
td_list_preview_job (const TdListTaking *taking, GArray *mends)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->taking = td_list_taking_copy (taking);
  reading->mends = mends != NULL ? g_array_ref (mends) : NULL;
  return td_job_new_read (preview_cb, reading, (GDestroyNotify) reading_free);
}
