/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_LIST_IMPORT (td_list_import_get_type ())
G_DECLARE_FINAL_TYPE (TdListImport, td_list_import, TD, LIST_IMPORT, TdEntity)

/**
 * TdListImport:
 *
 * A list that was taken in: what it was, from whom, and how much of it came in. When and by whom is
 * in the log.
 *
 * @file_name: without folders
 * @sha256: of the whole file, in hexadecimal digits
 * @purpose: what its rows became
 * @sender_id: the unit that sent it
 * @plan_id: of its nominations
 * @n_rows: how many rows the file has
 * @n_taken: how many of them came in
 * @n_returned: how many went back to the sender
 */
struct _TdListImport
{
  TdEntity parent_instance;

  char *file_name;
  char *sha256;
  char *purpose;
  gint64 sender_id;
  char *sender_name;
  gint64 plan_id;
  gint64 n_rows;
  gint64 n_taken;
  gint64 n_returned;
};

G_END_DECLS
