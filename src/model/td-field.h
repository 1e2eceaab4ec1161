/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TdFieldKind:
 * @TD_FIELD_TEXT: one line
 * @TD_FIELD_LONG_TEXT: several lines
 * @TD_FIELD_INTEGER: a count or number; 0 is none
 * @TD_FIELD_MONEY: whole đồng; 0 is none
 * @TD_FIELD_LENGTH: micrometres, shown in millimetres; 0 is none
 * @TD_FIELD_BOOLEAN: yes or no
 * @TD_FIELD_DATE: ISO text with the precision it has: "2026", "2026-01" or "2026-01-20"
 * @TD_FIELD_CHOICE: one of a table of words
 * @TD_FIELD_REFERENCE: the id of another record; 0 is none
 */
typedef enum
{
  TD_FIELD_TEXT,
  TD_FIELD_LONG_TEXT,
  TD_FIELD_INTEGER,
  TD_FIELD_MONEY,
  TD_FIELD_LENGTH,
  TD_FIELD_BOOLEAN,
  TD_FIELD_DATE,
  TD_FIELD_CHOICE,
  TD_FIELD_REFERENCE,
} TdFieldKind;

/**
 * TdFieldFlags:
 * @TD_FIELD_REQUIRED: a record without it cannot be kept
 * @TD_FIELD_LISTED: stands in the list unless the user hides it
 * @TD_FIELD_SEARCHED: found by the search entry
 * @TD_FIELD_SORTED_AS_NAME: sorted by Vietnamese collation over a stored key
 * @TD_FIELD_FIXED: set by jobs; the form shows it and does not let it be edited
 * @TD_FIELD_HIDDEN: neither in the list nor in the form
 * @TD_FIELD_PRIVATE: identifies a citizen: never in logs, messages or window titles
 * @TD_FIELD_PART_OF: a reference to the record this one is a part of: a part is shown and edited
 *   with the whole, and is deleted with it
 * @TD_FIELD_FINDS: a reference to a record that is found by this one's @TD_FIELD_LENT words
 * @TD_FIELD_LENT: finds the record a @TD_FIELD_FINDS reference leads to, beside its own words
 * @TD_FIELD_RETIRES: a reference to another record of the same kind that took this one's place:
 *   while it is set, the record stands in no list and no search unless it is asked for by this
 *   very field or by its id
 * @TD_FIELD_STAYS: a reference that says what was: it is not moved when the record it leads to is
 *   merged into another
 * @TD_FIELD_LETS_GO: a reference that is emptied when the record it leads to is deleted
 * @TD_FIELD_ATTACHED: text: the hash of a file in the store of attachments
 * @TD_FIELD_SORTED_BEFORE: text to sort by in place of the name, where it is set
 * @TD_FIELD_WRAPPED: text of one paragraph that is mostly longer than a line: the form shows all of it
 */
typedef enum
{
  TD_FIELD_REQUIRED = 1 << 0,
  TD_FIELD_LISTED = 1 << 1,
  TD_FIELD_SEARCHED = 1 << 2,
  TD_FIELD_SORTED_AS_NAME = 1 << 3,
  TD_FIELD_FIXED = 1 << 4,
  TD_FIELD_HIDDEN = 1 << 5,
  TD_FIELD_PRIVATE = 1 << 6,
  TD_FIELD_PART_OF = 1 << 7,
  TD_FIELD_FINDS = 1 << 8,
  TD_FIELD_LENT = 1 << 9,
  TD_FIELD_RETIRES = 1 << 10,
  TD_FIELD_STAYS = 1 << 11,
  TD_FIELD_SORTED_BEFORE = 1 << 12,
  TD_FIELD_LETS_GO = 1 << 13,
  TD_FIELD_ATTACHED = 1 << 14,
  TD_FIELD_WRAPPED = 1 << 15,
} TdFieldFlags;

/**
 * TdChoice:
 * @nick: the word kept in the office file and in exchange files; never changes
 * @label: what people read, in English, marked for translation
 *
 * Tables of choices end with a %NULL nick.
 */
typedef struct
{
  const char *nick;
  const char *label;
} TdChoice;

/**
 * TdField:
 * @name: the property's name, such as "valid-from"; the column and the JSON key write `_` for `-`
 * @label: its heading in lists and forms, in English, marked for translation
 * @kind: what it holds
 * @flags: where it shows and how it is treated
 * @offset: where its value lies in the instance
 * @choices: for %TD_FIELD_CHOICE: the words allowed; for %TD_FIELD_TEXT: it holds several of them,
 *   separated by blanks
 * @target: for %TD_FIELD_REFERENCE: the table it points into
 * @via: for a value that belongs to another record: the name of the reference that leads there.
 *   Such a field is read with its record and never written.
 * @source: with @via: the column of the other record
 * @pspec: its property, known once the class is described
 * @when: (nullable): the name of a choice of the same record that decides whether this field has a
 *   meaning; %NULL for a field that always has
 * @is: with @when: the words of that choice it has a meaning for, separated by blanks
 *
 * One property of an entity, described once. The column in the store, the key in JSON, the
 * heading in CSV, the column of the list and the row of the form are all made from it.
 */
typedef struct
{
  const char *name;
  const char *label;
  TdFieldKind kind;
  TdFieldFlags flags;
  gsize offset;
  const TdChoice *choices;
  const char *target;
  const char *via;
  const char *source;
  GParamSpec *pspec;
  const char *when;
  const char *is;
} TdField;

gboolean td_field_is_number (const TdField *field);
gboolean td_field_holds_several (const TdField *field);
char *td_field_to_column (const TdField *field);
const TdChoice *td_choice_find (const TdChoice *choices, const char *nick);
const char *td_choice_get_label (const TdChoice *choices, const char *nick);
const TdChoice *td_field_find_choice (const TdField *field, const char *nick);

G_END_DECLS
