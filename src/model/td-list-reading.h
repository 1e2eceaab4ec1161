/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "td-finding.h"

G_BEGIN_DECLS

/**
 * TdListRole:
 *
 * What a column of a list holds. Several of them hold more than one thing: a year of birth under
 * "Nam" or "Nữ", post and unit in one cell.
 */
typedef enum
{
  TD_LIST_ROLE_NONE,
  TD_LIST_ROLE_NUMBER,
  TD_LIST_ROLE_KIND,
  TD_LIST_ROLE_NAME,
  TD_LIST_ROLE_GIVEN_NAME,
  TD_LIST_ROLE_BIRTH,
  TD_LIST_ROLE_BIRTH_MALE,
  TD_LIST_ROLE_BIRTH_FEMALE,
  TD_LIST_ROLE_SEX,
  TD_LIST_ROLE_CITIZEN_ID,
  TD_LIST_ROLE_ADDRESS_FORM,
  TD_LIST_ROLE_POST,
  TD_LIST_ROLE_UNIT,
  TD_LIST_ROLE_POST_UNIT,
  TD_LIST_ROLE_NAME_POST,
  TD_LIST_ROLE_AWARD_FORM,
  TD_LIST_ROLE_GIVER,
  TD_LIST_ROLE_COMMENDATION_KIND,
  TD_LIST_ROLE_ACHIEVEMENT,
  TD_LIST_ROLE_PERIOD_FROM,
  TD_LIST_ROLE_PERIOD_TO,
  TD_LIST_ROLE_PERIOD,
  TD_LIST_ROLE_POSTHUMOUS,
  TD_LIST_ROLE_RESIDENCE,
  TD_LIST_ROLE_ETHNICITY,
  TD_LIST_ROLE_NOTE,
  TD_LIST_ROLE_DECISION_NUMBER,
  TD_LIST_ROLE_DECISION_DATE,
  TD_LIST_ROLE_DECISION,
  TD_LIST_ROLE_REGISTER_NUMBER,
  TD_N_LIST_ROLES,
} TdListRole;

/**
 * TdListSource:
 * @TD_LIST_SOURCE_NONE: not recognised
 * @TD_LIST_SOURCE_HEADING: by its heading
 * @TD_LIST_SOURCE_CONTENT: by what stands in it
 * @TD_LIST_SOURCE_REMEMBERED: as a person had it the last time this sender used this head
 * @TD_LIST_SOURCE_HAND: as a person says now
 *
 * How it is known what a column holds.
 */
typedef enum
{
  TD_LIST_SOURCE_NONE,
  TD_LIST_SOURCE_HEADING,
  TD_LIST_SOURCE_CONTENT,
  TD_LIST_SOURCE_REMEMBERED,
  TD_LIST_SOURCE_HAND,
} TdListSource;

/**
 * TdListChange:
 * @TD_LIST_CHANGE_NONE: as written, but for blanks and the form of letters
 * @TD_LIST_CHANGE_READ: read as one of a closed list of words, or as a date
 * @TD_LIST_CHANGE_FONT: converted from an old encoding that the cell's font names
 * @TD_LIST_CHANGE_LETTERS: converted from an old encoding that its letters betray
 * @TD_LIST_CHANGE_ZERO: a zero in front that a spreadsheet had dropped is put back
 * @TD_LIST_CHANGE_SPLIT: part of a cell that held more
 * @TD_LIST_CHANGE_GROUP: from the row above a group
 * @TD_LIST_CHANGE_TITLE: from the lines above the head
 * @TD_LIST_CHANGE_DITTO: from the row above, by a sign that says so or a merged cell
 *
 * How a value came to be what it is.
 */
typedef enum
{
  TD_LIST_CHANGE_NONE,
  TD_LIST_CHANGE_READ,
  TD_LIST_CHANGE_FONT,
  TD_LIST_CHANGE_LETTERS,
  TD_LIST_CHANGE_ZERO,
  TD_LIST_CHANGE_SPLIT,
  TD_LIST_CHANGE_GROUP,
  TD_LIST_CHANGE_TITLE,
  TD_LIST_CHANGE_DITTO,
} TdListChange;

/**
 * TdListLineKind:
 * @TD_LIST_LINE_EMPTY: nothing
 * @TD_LIST_LINE_TITLE: above the head
 * @TD_LIST_LINE_HEAD: the head, also where a page repeats it, and the numbers below it
 * @TD_LIST_LINE_GROUP: says something about the rows below it
 * @TD_LIST_LINE_ROW: somebody
 * @TD_LIST_LINE_MORE: goes on with the row above it
 * @TD_LIST_LINE_TOTAL: a sum
 * @TD_LIST_LINE_FOOT: below the list: notes, signatures
 */
typedef enum
{
  TD_LIST_LINE_EMPTY,
  TD_LIST_LINE_TITLE,
  TD_LIST_LINE_HEAD,
  TD_LIST_LINE_GROUP,
  TD_LIST_LINE_ROW,
  TD_LIST_LINE_MORE,
  TD_LIST_LINE_TOTAL,
  TD_LIST_LINE_FOOT,
} TdListLineKind;

/**
 * TdListRow:
 * @values: what was understood, by role; %NULL for none
 * @changes: a #TdListChange for each
 * @columns: for each: the column it came from, from 0; -1 for none
 * @findings: (nullable) (element-type TdFinding): what is wrong or doubtful
 *
 * What a line says about somebody.
 */
typedef struct
{
  const char *values[TD_N_LIST_ROLES];
  guint8 changes[TD_N_LIST_ROLES];
  gint16 columns[TD_N_LIST_ROLES];
  GPtrArray *findings;
} TdListRow;

/**
 * TdListLine:
 * @kind: what it is
 * @line: in the file, from 1
 * @n_cells: how many
 * @cells: (array length=n_cells): as they stand in the file
 * @row: (nullable): for %TD_LIST_LINE_ROW
 * @more: (nullable): of a row, the line that goes on with it, which may itself have one
 */
typedef struct _TdListLine TdListLine;
struct _TdListLine
{
  TdListLineKind kind;
  guint line;
  guint n_cells;
  const char **cells;
  TdListRow *row;
  TdListLine *more;
};

/**
 * TdListColumn:
 * @role: what it holds
 * @source: how that is known
 * @heading: as written, the rows of the head one after the other
 * @form: (nullable): the award form that a mark in this column stands for
 */
typedef struct
{
  TdListRole role;
  TdListSource source;
  char *heading;
  char *form;
} TdListColumn;

/**
 * TdListTable:
 * @sheet: the sheet's name
 * @sheet_number: from 0
 * @is_list: whether it holds people, collectives or households
 * @why_not: (nullable): when it does not, a sentence
 * @fingerprint: of the head: the same for the same head
 * @columns: (element-type TdListColumn): in order
 * @lines: (element-type TdListLine): every line of it
 * @n_rows: how many lines are rows
 *
 * One list: a sheet, or the part of a sheet below a head of its own.
 */
typedef struct
{
  char *sheet;
  guint sheet_number;
  gboolean is_list;
  char *why_not;
  char *fingerprint;
  GPtrArray *columns;
  GPtrArray *lines;
  guint n_rows;
} TdListTable;

/**
 * TdListReading:
 *
 * What a file of lists says, row by row, with what is doubtful in it. Plain data: no office was
 * asked. What the sender wrote stays beside what was understood.
 */
typedef struct _TdListReading TdListReading;

#define TD_TYPE_LIST_READING (td_list_reading_get_type ())
GType td_list_reading_get_type (void);

TdListReading *td_list_reading_new (void);
TdListReading *td_list_reading_ref (TdListReading *self);
void td_list_reading_unref (TdListReading *self);
GPtrArray *td_list_reading_get_tables (TdListReading *self);
GPtrArray *td_list_reading_get_findings (TdListReading *self);
guint td_list_reading_get_n_rows (TdListReading *self);
gboolean td_list_reading_has_sheets (TdListReading *self);
gboolean td_list_reading_has_list (TdListReading *self);

TdListTable *td_list_reading_add_table (TdListReading *self, const char *sheet, guint sheet_number);
TdListLine *td_list_reading_add_line (TdListReading *self, TdListTable *table, TdListLineKind kind, guint line, guint n_cells);
TdListRow *td_list_reading_add_row (TdListReading *self, TdListTable *table, TdListLine *line);
GString *td_list_reading_grow (TdListReading *self, const char *text);
const char *td_list_reading_keep (TdListReading *self, const char *text);
char *td_list_reading_dup_where (TdListReading *self, TdListTable *table, guint line);

int td_list_table_find (TdListTable *table, TdListRole role);
char *td_list_table_dup_mapping (TdListTable *table);
void td_list_row_set (TdListRow *row, TdListRole role, const char *value, TdListChange change, int column);
void td_list_row_take_finding (TdListRow *row, TdFinding *finding);
const char *td_list_row_get_original (const TdListLine *line, TdListRole role);

const char *td_list_role_to_nick (TdListRole role);
gboolean td_list_role_from_nick (const char *nick, TdListRole *role);
const char *td_list_role_get_label (TdListRole role);
const char *td_list_source_to_nick (TdListSource source);
const char *td_list_change_to_nick (TdListChange change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdListReading, td_list_reading_unref)

G_END_DECLS
