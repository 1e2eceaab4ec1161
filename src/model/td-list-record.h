/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_LIST_RECORD (td_list_record_get_type ())
G_DECLARE_FINAL_TYPE (TdListRecord, td_list_record, TD, LIST_RECORD, TdEntity)

/**
 * TdListRecord:
 *
 * A row of a list as its sender wrote it, kept beside the records made from it.
 *
 * @import_id: the list
 * @sheet: of the file; empty in a text file
 * @line: in the sheet, from 1
 * @cells: a JSON array of texts
 * @fingerprint: the same for the same content, wherever it stands
 * @subject_id: who it is about
 * @nomination_id: what it proposed
 * @earlier_award_id: what it told of earlier
 */
struct _TdListRecord
{
  TdEntity parent_instance;

  gint64 import_id;
  char *sheet;
  gint64 line;
  char *cells;
  char *fingerprint;
  gint64 subject_id;
  gint64 nomination_id;
  gint64 earlier_award_id;
};

G_END_DECLS
