/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-directory.h"
#include "td-finding.h"
#include "td-model.h"
#include "td-sheet.h"

G_BEGIN_DECLS

/**
 * TdNominationColumn:
 *
 * What the columns of a list of nominations can hold.
 */
typedef enum
{
  TD_COLUMN_NAME,
  TD_COLUMN_SUBJECT_KIND,
  TD_COLUMN_BIRTH,
  TD_COLUMN_SEX,
  TD_COLUMN_CITIZEN_ID,
  TD_COLUMN_POST,
  TD_COLUMN_UNIT,
  TD_COLUMN_AWARD_FORM,
  TD_COLUMN_GIVER,
  TD_COLUMN_KIND,
  TD_COLUMN_ACHIEVEMENT,
  TD_COLUMN_PERIOD_FROM,
  TD_COLUMN_PERIOD_TO,
  TD_COLUMN_POSTHUMOUS,
  TD_N_COLUMNS,
} TdNominationColumn;

/**
 * TdNominationRow:
 * @subject: as the row says; not stored yet
 * @nomination: the same
 * @line: of the file
 */
typedef struct
{
  TdSubject *subject;
  TdNomination *nomination;
  guint line;
} TdNominationRow;

void td_nomination_row_free (TdNominationRow *row);
GPtrArray *td_nomination_list_read (TdSheet *sheet, TdDirectory *directory, GPtrArray *findings, GError **error);

G_END_DECLS
