/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_VERIFICATION (td_verification_get_type ())
G_DECLARE_FINAL_TYPE (TdVerification, td_verification, TD, VERIFICATION, TdEntity)

/**
 * TdVerification:
 *
 * Something about a subject is being looked into: nobody is considered for an award meanwhile
 * (NĐ 152/2025/NĐ-CP, principles).
 *
 * @since: first day
 * @until: last day; empty while it goes on
 * @source: who looks into it, or by which document
 */
struct _TdVerification
{
  TdEntity parent_instance;

  gint64 subject_id;
  char *since;
  char *until;
  char *source;
  char *note;
};

G_END_DECLS
