/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-case"

#include "config.h"

#include "td-letter-case.h"

/**
 * td_letter_case_new:
 * @date: ISO day of the letter
 * @number: (nullable): its number, %NULL for a draft
 *
 * Returns: (transfer full): a case without fields and lists
 */
TdLetterCase *
td_letter_case_new (const char *date, const char *number)
{
  TdLetterCase *self;

  g_return_val_if_fail (date != NULL, NULL);

  self = g_new0 (TdLetterCase, 1);
  self->date = g_strdup (date);
  self->number = g_strdup (number);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->bases = g_ptr_array_new_with_free_func ((GDestroyNotify) td_legal_document_free);
  self->recipients = g_ptr_array_new_with_free_func (g_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) td_award_list_free);
  self->entries = g_ptr_array_new_with_free_func (g_free);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * td_letter_case_free:
 * @self: (transfer full): a case
 */
void
td_letter_case_free (TdLetterCase *self)
{
  g_free (self->date);
  g_free (self->number);
  g_hash_table_unref (self->fields);
  g_ptr_array_unref (self->bases);
  g_ptr_array_unref (self->recipients);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->tables);
  g_free (self);
}

/**
 * td_letter_case_set:
 * @self: a case
 * @field: a field's name
 * @value: (nullable): what it stands for; %NULL or empty takes it away
 */
void
td_letter_case_set (TdLetterCase *self, const char *field, const char *value)
{
  g_return_if_fail (field != NULL);

  if (value == NULL || *value == '\0')
    g_hash_table_remove (self->fields, field);
  else
    g_hash_table_replace (self->fields, g_strdup (field), g_strdup (value));
}

/**
 * td_letter_case_take_entry:
 * @self: a case
 * @entry: (transfer full): one line of what the letter tells
 */
void
td_letter_case_take_entry (TdLetterCase *self, char *entry)
{
  g_return_if_fail (entry != NULL);

  g_ptr_array_add (self->entries, entry);
}

/**
 * td_letter_case_add_row:
 * @self: a case
 * @table: what templates call the table
 *
 * Returns: (transfer none) (element-type utf8 utf8): the row's fields, owning both; one with a field "head" stands above
 *   those after it
 */
GHashTable *
td_letter_case_add_row (TdLetterCase *self, const char *table)
{
  GPtrArray *rows = g_hash_table_lookup (self->tables, table);
  GHashTable *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
      g_hash_table_insert (self->tables, g_strdup (table), rows);
    }
  g_ptr_array_add (rows, row);
  return row;
}

/**
 * td_letter_case_get_rows:
 * @self: a case
 * @table: what templates call the table
 *
 * Returns: (transfer none) (nullable) (element-type GHashTable): its rows, %NULL when there are none
 */
GPtrArray *
td_letter_case_get_rows (const TdLetterCase *self, const char *table)
{
  return g_hash_table_lookup (self->tables, table);
}

/**
 * td_letter_case_add_recipient:
 * @self: a case
 * @recipient: who receives a copy, without dash and stop
 */
void
td_letter_case_add_recipient (TdLetterCase *self, const char *recipient)
{
  g_return_if_fail (recipient != NULL);

  g_ptr_array_add (self->recipients, g_strdup (recipient));
}
