/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-fill-tables"

#include "config.h"

#include "td-letter-fill-private.h"

/* Tables and cards of a letter: a row for each the case has. */

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST name);
}

static char *
dup_part (TdLetterFields *fields, xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (is_element (child, name) && td_letter_fields_hold (fields, child, "when"))
      return td_letter_fields_expand (fields, child);
  return NULL;
}

static gboolean
is_head (GHashTable *row)
{
  return g_hash_table_contains (row, "head");
}

static TdLetterAlign
get_align (xmlNode *node)
{
  g_autofree char *align = td_letter_dup_attribute (node, "align");

  if (g_strcmp0 (align, "center") == 0)
    return TD_LETTER_ALIGN_CENTER;
  return g_strcmp0 (align, "right") == 0 ? TD_LETTER_ALIGN_RIGHT : TD_LETTER_ALIGN_LEFT;
}

/**
 * td_letter_fill_columns:
 * @fields: what the letter is filled with
 * @node: an element with <column> elements in it
 * @table: gets the columns that hold here
 *
 * Returns: (transfer full): the names of their cells, in their order, %NULL-terminated
 */
char **
td_letter_fill_columns (TdLetterFields *fields, xmlNode *node, TdLetterTable *table)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *title = NULL;
      g_autofree char *width = NULL;
      g_autofree char *room = NULL;

      if (!is_element (child, "column") || !td_letter_fields_hold (fields, child, "when"))
        continue;
      title = td_letter_fields_expand (fields, child);
      width = td_letter_dup_attribute (child, "width");
      room = td_letter_dup_attribute (child, "room");
      td_letter_table_add_column (table, title, g_ascii_strtod (width, NULL), get_align (child));
      if (room != NULL)
        ((TdLetterColumn *) g_ptr_array_index (table->columns, table->columns->len - 1))->room = (guint) g_ascii_strtoull (room, NULL, 10);
      g_ptr_array_add (names, td_letter_dup_attribute (child, "cell"));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
fill_row (TdLetterFields *fields, xmlNode *node, GHashTable *row, char **columns, TdLetterTable *table)
{
  guint n = g_strv_length (columns);
  char **cells;

  if (is_head (row))
    {
      g_autofree char *head = NULL;

      td_letter_fields_enter_row (fields, row);
      head = dup_part (fields, node, "head");
      td_letter_fields_leave_list (fields);
      td_letter_table_add_head (table, head != NULL ? head : g_hash_table_lookup (row, "head"));
      return;
    }
  cells = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *text = g_hash_table_lookup (row, columns[i]);

      cells[i] = g_strdup (text != NULL ? text : "");
    }
  td_letter_table_take_cells (table, cells);
}

static void
fill_table (TdLetterFields *fields, xmlNode *node, TdLetter *letter)
{
  g_autofree char *name = td_letter_dup_attribute (node, "rows");
  GPtrArray *rows = td_letter_case_get_rows (fields->letter_case, name);
  g_autofree char *title = NULL;
  g_auto (GStrv) columns = NULL;
  TdLetterTable *table;

  if (rows == NULL || !td_letter_fields_hold (fields, node, "when"))
    return;
  title = dup_part (fields, node, "title");
  table = td_letter_add_table (letter, title);
  columns = td_letter_fill_columns (fields, node, table);
  for (guint i = 0; i < rows->len; i++)
    fill_row (fields, node, g_ptr_array_index (rows, i), columns, table);
  table->closing = dup_part (fields, node, "closing");
}

static void
fill_card (TdLetterFields *fields, xmlNode *node, TdLetterCard *card)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *kind = NULL;
      g_autofree char *text = NULL;

      if (!is_element (child, "line") || !td_letter_fields_hold (fields, child, "when"))
        continue;
      kind = td_letter_dup_attribute (child, "kind");
      text = td_letter_fields_expand (fields, child);
      if (*text != '\0')
        td_letter_card_take_line (card, kind, g_steal_pointer (&text));
    }
}

/* A head belongs to the card after it. */
static void
fill_cards (TdLetterFields *fields, xmlNode *node, TdLetter *letter)
{
  g_autofree char *name = td_letter_dup_attribute (node, "rows");
  GPtrArray *rows = td_letter_case_get_rows (fields->letter_case, name);
  g_autofree char *head = NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      GHashTable *row = g_ptr_array_index (rows, i);

      td_letter_fields_enter_row (fields, row);
      if (is_head (row))
        {
          g_free (head);
          head = dup_part (fields, node, "head");
        }
      else
        {
          fill_card (fields, node, td_letter_add_card (letter, head));
          g_clear_pointer (&head, g_free);
        }
      td_letter_fields_leave_list (fields);
    }
}

/**
 * td_letter_fill_tables:
 * @fields: the values
 * @letter: the letter under way
 *
 * Fills its tables and cards.
 */
void
td_letter_fill_tables (TdLetterFields *fields, TdLetter *letter)
{
  for (xmlNode *node = fields->root->children; node != NULL; node = node->next)
    if (is_element (node, "table"))
      fill_table (fields, node, letter);
    else if (is_element (node, "cards"))
      fill_cards (fields, node, letter);
}

/**
 * td_letter_fill_signatures:
 * @fields: the values
 * @letter: the letter under way
 *
 * Fills who signs side by side.
 */
void
td_letter_fill_signatures (TdLetterFields *fields, TdLetter *letter)
{
  for (xmlNode *node = fields->root->children; node != NULL; node = node->next)
    if (is_element (node, "signature") && td_letter_fields_hold (fields, node, "when"))
      g_ptr_array_add (letter->signatures, td_letter_fields_expand (fields, node));
}
