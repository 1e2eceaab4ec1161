/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_STATEMENT (td_statement_get_type ())
G_DECLARE_FINAL_TYPE (TdStatement, td_statement, TD, STATEMENT, TdEntity)

/**
 * TdStatement:
 *
 * What the office has put its signature to: that an award stands in its register.
 *
 * @award_id: which
 * @award_name: whose
 * @key_id: signed with it
 * @key_code: of the key
 * @signed_on: when
 * @code: statement and signature, as the QR code says them
 */
struct _TdStatement
{
  TdEntity parent_instance;

  gint64 award_id;
  char *award_name;
  gint64 key_id;
  char *key_code;
  char *signed_on;
  char *code;
};

G_END_DECLS
