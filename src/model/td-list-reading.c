/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reading"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-list-reading.h"

/* Lists may have a hundred thousand rows: lines, rows and their text lie in blocks that are freed
 * together. */

#define BLOCK_SIZE (256 * 1024)

/* Units, forms and sentences come again and again: so many of the last texts are known again. */
#define N_RECENT 1024

struct _TdListReading
{
  gatomicrefcount ref_count;
  GPtrArray *tables;
  GPtrArray *findings; /* about the file as a whole */
  GStringChunk *text;
  const char *recent[N_RECENT]; /* by their hash */
  GPtrArray *growing;           /* of GString */
  GPtrArray *blocks;
  gsize block_left;
};

G_DEFINE_BOXED_TYPE (TdListReading, td_list_reading, td_list_reading_ref, td_list_reading_unref)

static void
column_free (TdListColumn *column)
{
  g_free (column->heading);
  g_free (column->form);
  g_free (column);
}

/* The line itself lies in a block. */
static void
line_clear (TdListLine *line)
{
  if (line->row != NULL)
    g_clear_pointer (&line->row->findings, g_ptr_array_unref);
}

static void
table_free (TdListTable *table)
{
  g_free (table->sheet);
  g_free (table->why_not);
  g_free (table->fingerprint);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->lines);
  g_free (table);
}

static void
free_growing (GString *text)
{
  g_string_free (text, TRUE);
}

/**
 * td_list_reading_new:
 *
 * Returns: (transfer full): a reading without tables
 */
TdListReading *
td_list_reading_new (void)
{
  TdListReading *self = g_new0 (TdListReading, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  self->findings = td_findings_new ();
  self->text = g_string_chunk_new (BLOCK_SIZE);
  self->growing = g_ptr_array_new_with_free_func ((GDestroyNotify) free_growing);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * td_list_reading_ref:
 * @self: a reading
 *
 * Returns: (transfer full): the same
 */
TdListReading *
td_list_reading_ref (TdListReading *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * td_list_reading_unref:
 * @self: (transfer full): a reading
 */
void
td_list_reading_unref (TdListReading *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->findings);
  g_string_chunk_free (self->text);
  g_ptr_array_unref (self->growing);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * td_list_reading_get_tables:
 * @self: a reading
 *
 * Returns: (transfer none) (element-type TdListTable): the lists, and the sheets that are none
 */
GPtrArray *
td_list_reading_get_tables (TdListReading *self)
{
  return self->tables;
}

/**
 * td_list_reading_get_findings:
 * @self: a reading
 *
 * Returns: (transfer none) (element-type TdFinding): what is to be said about the file as a whole
 */
GPtrArray *
td_list_reading_get_findings (TdListReading *self)
{
  return self->findings;
}

/**
 * td_list_reading_get_n_rows:
 * @self: a reading
 *
 * Returns: how many rows all lists have together
 */
guint
td_list_reading_get_n_rows (TdListReading *self)
{
  guint n = 0;

  for (guint i = 0; i < self->tables->len; i++)
    n += ((TdListTable *) g_ptr_array_index (self->tables, i))->n_rows;
  return n;
}

/**
 * td_list_reading_has_sheets:
 * @self: a reading
 *
 * Returns: whether a line is only found when its sheet is named too
 */
gboolean
td_list_reading_has_sheets (TdListReading *self)
{
  for (guint i = 1; i < self->tables->len; i++)
    if (((TdListTable *) g_ptr_array_index (self->tables, i))->sheet_number > 0)
      return TRUE;
  return FALSE;
}

/**
 * td_list_reading_has_list:
 * @self: a reading
 *
 * Returns: whether one of its tables is a list
 */
gboolean
td_list_reading_has_list (TdListReading *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (((TdListTable *) g_ptr_array_index (self->tables, i))->is_list)
      return TRUE;
  return FALSE;
}

static gpointer
allocate (TdListReading *self, gsize size)
{
  char *block;

  size = (size + sizeof (gpointer) - 1) / sizeof (gpointer) * sizeof (gpointer);
  if (size > BLOCK_SIZE)
    {
      /* A block of its own goes before the one in use. */
      block = g_malloc0 (size);
      g_ptr_array_insert (self->blocks, 0, block);
      return block;
    }
  if (self->block_left < size)
    {
      g_ptr_array_add (self->blocks, g_malloc0 (BLOCK_SIZE));
      self->block_left = BLOCK_SIZE;
    }
  block = (char *) g_ptr_array_index (self->blocks, self->blocks->len - 1) + BLOCK_SIZE - self->block_left;
  self->block_left -= size;
  return block;
}

/**
 * td_list_reading_add_table:
 * @self: a reading being made
 * @sheet: (nullable): the sheet's name
 * @sheet_number: from 0
 *
 * Returns: (transfer none): a table without columns and lines
 */
TdListTable *
td_list_reading_add_table (TdListReading *self, const char *sheet, guint sheet_number)
{
  TdListTable *table = g_new0 (TdListTable, 1);

  table->sheet = g_strdup (sheet != NULL ? sheet : "");
  table->sheet_number = sheet_number;
  table->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  table->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_clear);
  g_ptr_array_add (self->tables, table);
  return table;
}

/**
 * td_list_reading_add_line:
 * @self: a reading being made
 * @table: one of its tables
 * @kind: what the line is
 * @line: where, from 1
 * @n_cells: how many cells it has, for the caller to fill in
 *
 * Returns: (transfer none): the line
 */
TdListLine *
td_list_reading_add_line (TdListReading *self, TdListTable *table, TdListLineKind kind, guint line, guint n_cells)
{
  TdListLine *added = allocate (self, sizeof *added);

  added->kind = kind;
  added->line = line;
  added->n_cells = n_cells;
  added->cells = n_cells > 0 ? allocate (self, n_cells * sizeof *added->cells) : NULL;
  g_ptr_array_add (table->lines, added);
  return added;
}

/**
 * td_list_reading_add_row:
 * @self: a reading being made
 * @table: one of its tables
 * @line: one of its lines, which is a row from now on
 *
 * Returns: (transfer none): the row, without values
 */
TdListRow *
td_list_reading_add_row (TdListReading *self, TdListTable *table, TdListLine *line)
{
  line->kind = TD_LIST_LINE_ROW;
  line->row = allocate (self, sizeof *line->row);
  for (guint i = 0; i < TD_N_LIST_ROLES; i++)
    line->row->columns[i] = -1;
  table->n_rows++;
  return line->row;
}

/**
 * td_list_reading_grow:
 * @self: a reading
 * @text: what it begins with
 *
 * Returns: (transfer none): a text that can become longer and lives as long as the reading
 */
GString *
td_list_reading_grow (TdListReading *self, const char *text)
{
  GString *growing = g_string_new (text);

  g_ptr_array_add (self->growing, growing);
  return growing;
}

/**
 * td_list_reading_keep:
 * @self: a reading
 * @text: (nullable): some text
 *
 * Returns: a copy that lives as long as the reading; "" is always the same
 */
const char *
td_list_reading_keep (TdListReading *self, const char *text)
{
  const char **place;

  if (text == NULL || *text == '\0')
    return "";
  place = &self->recent[g_str_hash (text) % N_RECENT];
  if (*place == NULL || !g_str_equal (*place, text))
    *place = g_string_chunk_insert (self->text, text);
  return *place;
}

/**
 * td_list_reading_dup_where:
 * @self: a reading
 * @table: one of its tables
 * @line: of the table
 *
 * Returns: (transfer full): the place as a clerk would say it
 */
char *
td_list_reading_dup_where (TdListReading *self, TdListTable *table, guint line)
{
  if (td_list_reading_has_sheets (self))
    /* Translators: name of a sheet, number of a line */
    return g_strdup_printf (_ ("sheet “%s”, line %u"), table->sheet, line);
  return g_strdup_printf (_ ("line %u"), line);
}

/**
 * td_list_table_find:
 * @table: a table
 * @role: a role
 *
 * Returns: the column that has it, from 0, or -1
 */
int
td_list_table_find (TdListTable *table, TdListRole role)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (((TdListColumn *) g_ptr_array_index (table->columns, i))->role == role)
      return i;
  return -1;
}

/**
 * td_list_table_dup_mapping:
 * @table: a table
 *
 * Returns: (transfer full): the roles of its columns in order, with commas between them
 */
char *
td_list_table_dup_mapping (TdListTable *table)
{
  GString *mapping = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      TdListColumn *column = g_ptr_array_index (table->columns, i);

      g_string_append_printf (mapping, "%s%s", i > 0 ? "," : "", td_list_role_to_nick (column->role));
    }
  return g_string_free (mapping, FALSE);
}

/**
 * td_list_row_set:
 * @row: a row
 * @role: what is told
 * @value: (nullable): what was understood; lives as long as the reading
 * @change: how it came to be
 * @column: where it stands, or -1
 */
void
td_list_row_set (TdListRow *row, TdListRole role, const char *value, TdListChange change, int column)
{
  row->values[role] = value != NULL && *value != '\0' ? value : NULL;
  row->changes[role] = change;
  row->columns[role] = column;
}

/**
 * td_list_row_take_finding:
 * @row: a row
 * @finding: (transfer full): what is wrong with it
 */
void
td_list_row_take_finding (TdListRow *row, TdFinding *finding)
{
  if (row->findings == NULL)
    row->findings = td_findings_new ();
  g_ptr_array_add (row->findings, finding);
}

/**
 * td_list_row_get_original:
 * @line: a line that is a row
 * @role: a role
 *
 * Returns: the cell a value came from as the sender wrote it; "" for none
 */
const char *
td_list_row_get_original (const TdListLine *line, TdListRole role)
{
  int column = line->row->columns[role];

  return column >= 0 && (guint) column < line->n_cells ? line->cells[column] : "";
}

/* Nicks stand in the catalogue of headings, in remembered layouts and in JSON: they never change. */
static const struct
{
  const char *nick;
  const char *label;
} roles[TD_N_LIST_ROLES] = {
  [TD_LIST_ROLE_NONE] = { "", N_ ("Not used") },
  [TD_LIST_ROLE_NUMBER] = { "number", N_ ("Running number") },
  [TD_LIST_ROLE_KIND] = { "kind", N_ ("Kind of subject") },
  [TD_LIST_ROLE_NAME] = { "name", N_ ("Name") },
  [TD_LIST_ROLE_GIVEN_NAME] = { "given-name", N_ ("Given name, in a column of its own") },
  [TD_LIST_ROLE_BIRTH] = { "birth", N_ ("Born") },
  [TD_LIST_ROLE_BIRTH_MALE] = { "birth-male", N_ ("Born, men") },
  [TD_LIST_ROLE_BIRTH_FEMALE] = { "birth-female", N_ ("Born, women") },
  [TD_LIST_ROLE_SEX] = { "sex", N_ ("Sex") },
  [TD_LIST_ROLE_CITIZEN_ID] = { "citizen-id", N_ ("Citizen id") },
  [TD_LIST_ROLE_ADDRESS_FORM] = { "address-form", N_ ("Rank or form of address") },
  [TD_LIST_ROLE_POST] = { "post", N_ ("Post") },
  [TD_LIST_ROLE_UNIT] = { "unit", N_ ("Unit") },
  [TD_LIST_ROLE_POST_UNIT] = { "post-unit", N_ ("Post and unit") },
  [TD_LIST_ROLE_NAME_POST] = { "name-post", N_ ("Name, post and unit") },
  [TD_LIST_ROLE_AWARD_FORM] = { "award-form", N_ ("Award form") },
  [TD_LIST_ROLE_GIVER] = { "giver", N_ ("Giver") },
  [TD_LIST_ROLE_COMMENDATION_KIND] = { "commendation-kind", N_ ("Kind of commendation") },
  [TD_LIST_ROLE_ACHIEVEMENT] = { "achievement", N_ ("Achievement") },
  [TD_LIST_ROLE_PERIOD_FROM] = { "period-from", N_ ("Achievement from") },
  [TD_LIST_ROLE_PERIOD_TO] = { "period-to", N_ ("Achievement until") },
  [TD_LIST_ROLE_PERIOD] = { "period", N_ ("Period of the achievement") },
  [TD_LIST_ROLE_POSTHUMOUS] = { "posthumous", N_ ("Posthumous") },
  [TD_LIST_ROLE_RESIDENCE] = { "residence", N_ ("Address") },
  [TD_LIST_ROLE_ETHNICITY] = { "ethnicity", N_ ("Ethnicity") },
  [TD_LIST_ROLE_NOTE] = { "note", N_ ("Note") },
  [TD_LIST_ROLE_DECISION_NUMBER] = { "decision-number", N_ ("Number of the decision") },
  [TD_LIST_ROLE_DECISION_DATE] = { "decision-date", N_ ("Date of the decision") },
  [TD_LIST_ROLE_DECISION] = { "decision", N_ ("Decision with its date") },
  [TD_LIST_ROLE_REGISTER_NUMBER] = { "register-number", N_ ("Number in the golden register") },
};

/**
 * td_list_role_to_nick:
 * @role: a role
 *
 * Returns: its word in files; "" for none
 */
const char *
td_list_role_to_nick (TdListRole role)
{
  return roles[role].nick;
}

/**
 * td_list_role_from_nick:
 * @nick: a word
 * @role: (out): its role
 *
 * Returns: whether there is one
 */
gboolean
td_list_role_from_nick (const char *nick, TdListRole *role)
{
  for (guint i = 0; i < TD_N_LIST_ROLES; i++)
    if (g_str_equal (roles[i].nick, nick))
      {
        *role = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * td_list_role_get_label:
 * @role: a role
 *
 * Returns: what people read, in English, marked for translation
 */
const char *
td_list_role_get_label (TdListRole role)
{
  return roles[role].label;
}

/**
 * td_list_source_to_nick:
 * @source: how a column was recognised
 *
 * Returns: its word in JSON
 */
const char *
td_list_source_to_nick (TdListSource source)
{
  static const char *const nicks[] = { "none", "heading", "content", "remembered", "hand" };

  return nicks[source];
}

/**
 * td_list_change_to_nick:
 * @change: how a value came to be
 *
 * Returns: its word in JSON; "" when it stands so in the file
 */
const char *
td_list_change_to_nick (TdListChange change)
{
  static const char *const nicks[] = { "", "read", "font", "letters", "zero", "split", "group", "title", "ditto" };

  return nicks[change];
}
