/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-book.h"
#include "td-directory.h"
#include "td-job.h"
#include "td-list-mappings.h"
#include "td-model.h"
#include "td-nomination-judge.h"
#include "td-store.h"

G_BEGIN_DECLS

/**
 * TdListPurpose:
 * @TD_LIST_NOMINATIONS: the rows propose awards
 * @TD_LIST_SUBJECTS: the rows only tell who there is
 * @TD_LIST_HISTORY: the rows tell what was given before: old registers, old decisions
 */
typedef enum
{
  TD_LIST_NOMINATIONS,
  TD_LIST_SUBJECTS,
  TD_LIST_HISTORY,
} TdListPurpose;

/**
 * TdListState:
 * @TD_LIST_GOOD: comes in as it is
 * @TD_LIST_KNOWN: is there already and adds nothing
 * @TD_LIST_DOUBTFUL: a key mends it: every block has a #TdListMend
 * @TD_LIST_BAD: something must be typed
 */
typedef enum
{
  TD_LIST_GOOD,
  TD_LIST_KNOWN,
  TD_LIST_DOUBTFUL,
  TD_LIST_BAD,
} TdListState;

/**
 * TdListMendKind:
 * @TD_LIST_MEND_CONFIRM: what was read is right
 * @TD_LIST_MEND_SWAP: day and month stand the other way round
 * @TD_LIST_MEND_VALUE: take another value
 * @TD_LIST_MEND_TAKE: the row is about a subject that is known
 * @TD_LIST_MEND_NEW: it is about none of those that are known
 */
typedef enum
{
  TD_LIST_MEND_CONFIRM,
  TD_LIST_MEND_SWAP,
  TD_LIST_MEND_VALUE,
  TD_LIST_MEND_TAKE,
  TD_LIST_MEND_NEW,
} TdListMendKind;

/**
 * TdListMend:
 * @kind: what is done
 * @rule: the finding it answers
 * @role: the value it sets, for %TD_LIST_MEND_SWAP and %TD_LIST_MEND_VALUE
 * @value: (nullable): the new value
 * @subject_id: for %TD_LIST_MEND_TAKE
 *
 * One way to mend a doubt.
 */
typedef struct
{
  TdListMendKind kind;
  const char *rule;
  TdListRole role;
  char *value;
  gint64 subject_id;
} TdListMend;

/**
 * TdListCase:
 * @table: its table
 * @line: its row
 * @subject_id: who of the office it is about, 0 for somebody new
 * @fingerprint: of what the row says
 * @proposal: (nullable): what two rows have alike that ask for the same
 * @findings: (element-type TdFinding): heaviest first
 * @mends: (nullable) (element-type TdListMend): for its doubts
 * @candidates: (nullable) (element-type TdMatchCandidate): who it may be, best first
 * @chosen: whom a person says it is: 0 when nobody said, -1 for somebody new
 * @confirmed: (nullable) (element-type utf8): the rules whose findings a person has answered
 * @state: what becomes of it
 *
 * A row beside the office: what it would become.
 */
typedef struct
{
  TdListTable *table;
  TdListLine *line;
  gint64 subject_id;
  char *fingerprint;
  char *proposal;
  GPtrArray *findings;
  GPtrArray *mends;
  GArray *candidates;
  gint64 chosen;
  GPtrArray *confirmed;
  TdListState state;
} TdListCase;

/**
 * TdListRecords:
 * @subject: as the row says, or the one that is known
 * @nomination: (nullable): what it proposes
 * @award: (nullable): what it tells of earlier
 *
 * What a row becomes. They are made when they are needed: a list has many rows.
 */
typedef struct
{
  TdSubject *subject;
  TdNomination *nomination;
  TdEarlierAward *award;
} TdListRecords;

/**
 * TdListOptions:
 * @purpose: what the rows become
 * @plan_id: of nominations
 * @from: (nullable): the unit that sent the list: its name, code or id
 * @wording: (nullable): what decision and certificates say where a row does not
 * @headings: (nullable): what a person says of columns by their headings
 * @by_hand: (nullable) (element-type utf8 utf8): what a person says of the columns of a head, as in #TdListMappings
 * @strict: the old rules of a list of nominations: a column for the award form, and what is there
 *   already is an error
 */
typedef struct
{
  TdListPurpose purpose;
  gint64 plan_id;
  const char *from;
  const char *wording;
  TdListHeadings *headings;
  GHashTable *by_hand;
  gboolean strict;
} TdListOptions;

#define TD_TYPE_LIST_CHECK (td_list_check_get_type ())
G_DECLARE_FINAL_TYPE (TdListCheck, td_list_check, TD, LIST_CHECK, GObject)

TdListCheck *td_list_check_new (TdConnection *connection, TdBook *book, const TdListOptions *options, GError **error);
void td_list_check_set_progress (TdListCheck *self, TdJob *job, double from, double to);
gboolean td_list_check_run (TdListCheck *self, TdConnection *connection, GError **error);
gboolean td_list_check_mend (TdListCheck *self, TdConnection *connection, guint number, const TdListMend *mend, GError **error);

gboolean td_list_check_make_records (TdListCheck *self, TdConnection *connection, const TdListCase *c, TdListRecords *records, GError **error);
void td_list_records_clear (TdListRecords *records);
const char *td_list_case_get_kind (const TdListCase *c);

TdListReading *td_list_check_get_reading (TdListCheck *self);
GPtrArray *td_list_check_get_cases (TdListCheck *self);
TdListPurpose td_list_check_get_purpose (TdListCheck *self);
guint td_list_check_count (TdListCheck *self, TdListState state);
GArray *td_list_check_steal_rejudged (TdListCheck *self);
gint64 td_list_check_get_sender_id (TdListCheck *self);
TdSubject *td_list_check_find_subject (TdListCheck *self, TdConnection *connection, TdSubject *subject, GError **error);

const char *td_list_state_to_nick (TdListState state);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TdListRecords, td_list_records_clear)

G_END_DECLS
