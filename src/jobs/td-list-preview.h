/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-import-jobs.h"

G_BEGIN_DECLS

/**
 * TdListItem:
 * @reading: where its texts are kept that no comment says otherwise of
 * @number: the case it is about
 * @line: its line in the file
 * @state: what becomes of it
 * @name: who
 * @birth: (nullable): as people read it
 * @unit: (nullable): where
 * @form: (nullable): what is proposed
 * @outcome: what it becomes, translated
 * @finding: (nullable): the heaviest thing found
 *
 * One row of a list, as a table shows it.
 */
#define TD_TYPE_LIST_ITEM (td_list_item_get_type ())
G_DECLARE_FINAL_TYPE (TdListItem, td_list_item, TD, LIST_ITEM, GObject)

struct _TdListItem
{
  GObject parent_instance;

  TdListReading *reading;
  guint number;
  guint line;
  TdListState state;
  const char *name;
  char *birth; /* its own */
  const char *unit;
  const char *form;
  const char *outcome; /* one of few */
  char *finding;       /* its own */
};

/**
 * TdListAnswer:
 * @label: what it says, translated
 * @reasons: (nullable): why it is proposed, translated
 * @mend: what it does; owned by the preview's check
 * @for_all: whether it makes sense for every row with the same doubt
 *
 * A way to mend a row.
 */
typedef struct
{
  char *label;
  char *reasons;
  TdListMend mend;
  gboolean for_all;
} TdListAnswer;

/**
 * TdListCell:
 * @role: what it holds
 * @heading: of its column, as written
 * @original: what the sender wrote
 * @value: what was understood, as people read it
 *
 * A value of a row beside what it was read from.
 */
typedef struct
{
  TdListRole role;
  char *heading;
  char *original;
  char *value;
} TdListCell;

/**
 * TdListDetails:
 * @item: the row as it is now
 * @others: (element-type TdListItem): rows that are judged otherwise since it was mended
 * @findings: (element-type TdFinding): all that was found, heaviest first
 * @answers: (element-type TdListAnswer): ways to mend it
 * @cells: (element-type TdListCell): its values
 * @doubt: which value the heaviest finding is about, %TD_LIST_ROLE_NONE when about none
 *
 * A row with everything that is known of it.
 */
#define TD_TYPE_LIST_DETAILS (td_list_details_get_type ())
G_DECLARE_FINAL_TYPE (TdListDetails, td_list_details, TD, LIST_DETAILS, GObject)

struct _TdListDetails
{
  GObject parent_instance;

  TdListItem *item;
  GPtrArray *others;
  GPtrArray *findings;
  GPtrArray *answers;
  GPtrArray *cells;
  TdListRole doubt;
};

/**
 * TdListPreviewColumn:
 * @sheet: the sheet's name
 * @fingerprint: of the head it belongs to
 * @number: its place below that head, from 0
 * @heading: as written
 * @sample: some of what stands in it
 * @role: what it is taken for
 * @source: how that is known
 *
 * A column of a list and what is made of it.
 */
typedef struct
{
  char *sheet;
  char *fingerprint;
  guint number;
  char *heading;
  char *sample;
  TdListRole role;
  TdListSource source;
} TdListPreviewColumn;

/**
 * TdListPreview:
 * @check: the list beside the office; only jobs look into it
 * @items: (element-type TdListItem): its rows, what must be looked at first
 * @findings: (element-type TdFinding): about the list as a whole
 * @columns: (element-type TdListPreviewColumn): head by head
 * @mends: what was answered, for when the list is read anew; only jobs look into it
 *
 * A list before it is taken in.
 */
#define TD_TYPE_LIST_PREVIEW (td_list_preview_get_type ())
G_DECLARE_FINAL_TYPE (TdListPreview, td_list_preview, TD, LIST_PREVIEW, GObject)

struct _TdListPreview
{
  GObject parent_instance;

  TdListCheck *check;
  GPtrArray *items;
  GPtrArray *findings;
  GPtrArray *columns;
  GArray *mends;
};

TdJob *td_list_preview_job (const TdListTaking *taking, GArray *mends);
TdJob *td_list_preview_look_job (TdListPreview *preview, guint number);
TdJob *td_list_preview_mend_job (TdListPreview *preview, guint number, const TdListMend *mend);
TdJob *td_list_preview_mend_all_job (TdListPreview *preview, const TdListMend *mend);
TdJob *td_list_preview_type_job (TdListPreview *preview, guint number, TdListRole role, const char *text);

G_END_DECLS
