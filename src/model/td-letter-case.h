/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-award-list.h"
#include "td-legal-document.h"

G_BEGIN_DECLS

/**
 * TdLetterCase:
 * @date: ISO day of the decision; for a draft the day it is expected, which chooses what is cited
 * @number: the number alone, as the văn thư typed it ("15", "0124"), or %NULL: then it is a draft
 * @fields: (element-type utf8 utf8): what the template's {fields} stand for; see
 *   data/templates/letters/letter-fields.md for the names
 * @bases: (element-type TdLegalDocument): the office's own: regulation, movement, delegation
 * @recipients: (element-type utf8): without dash and stop; the template adds the usual ones
 * @lists: (element-type TdAwardList): in the order of rank; posthumous ones are put last
 * @entries: (element-type utf8): lines that a paragraph with each="entry" is repeated for
 * @tables: (element-type utf8 GPtrArray): rows by the name templates call them; each is a table of fields of its own
 * @money_in_list: whether each line of a list shows its money
 * @persons_first: whether lists and counts begin with persons, not with collectives
 * @southern_thousand: whether a thousand is called "ngàn", not "nghìn"
 *
 * What one letter is filled with.
 */
typedef struct
{
  char *date;
  char *number;
  GHashTable *fields;
  GPtrArray *bases;
  GPtrArray *recipients;
  GPtrArray *lists;
  GPtrArray *entries;
  GHashTable *tables;
  gboolean money_in_list;
  gboolean persons_first;
  gboolean southern_thousand;
} TdLetterCase;

TdLetterCase *td_letter_case_new (const char *date, const char *number);
void td_letter_case_free (TdLetterCase *self);
void td_letter_case_set (TdLetterCase *self, const char *field, const char *value);
void td_letter_case_take_entry (TdLetterCase *self, char *entry);
GHashTable *td_letter_case_add_row (TdLetterCase *self, const char *table);
GPtrArray *td_letter_case_get_rows (const TdLetterCase *self, const char *table);
void td_letter_case_add_recipient (TdLetterCase *self, const char *recipient);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLetterCase, td_letter_case_free)

G_END_DECLS
