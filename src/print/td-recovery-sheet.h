/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"

G_BEGIN_DECLS

/**
 * TdRecoveryWords:
 * @office: whose key it is
 * @key: its code
 * @fingerprint: of its certificate
 * @made_on: "ngày … tháng … năm …"
 * @code: what td_recovery_write() gave
 *
 * What stands on a recovery sheet. Lent.
 */
typedef struct
{
  const char *office;
  const char *key;
  const char *fingerprint;
  const char *made_on;
  const char *code;
} TdRecoveryWords;

#define TD_TYPE_RECOVERY_SHEET (td_recovery_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TdRecoverySheet, td_recovery_sheet, TD, RECOVERY_SHEET, GObject)

TdRecoverySheet *td_recovery_sheet_new (const TdRecoveryWords *words);

G_END_DECLS
