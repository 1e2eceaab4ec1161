/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_PRINT_PAGE (td_print_page_get_type ())
G_DECLARE_FINAL_TYPE (TdPrintPage, td_print_page, TD, PRINT_PAGE, TdEntity)

/**
 * TdPrintPage:
 *
 * One certificate of a batch on its sheet. When the sheet is spoiled the page stays as it was, and the
 * certificate gets another.
 *
 * @chunk_id: what it was sent with, or will be; 0 when it was dropped
 * @position: of the certificate in the batch, from 1
 * @sheet_id: 0 on plain paper, or while there is none
 */
struct _TdPrintPage
{
  TdEntity parent_instance;

  gint64 batch_id;
  gint64 chunk_id;
  gint64 position;
  gint64 award_id;
  char *award_name;
  gint64 sheet_id;
  char *sheet_code;
  gint64 sheet_number;
  char *state;
};

G_END_DECLS
