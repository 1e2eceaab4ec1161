/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_GIVER (td_giver_get_type ())
G_DECLARE_FINAL_TYPE (TdGiver, td_giver, TD, GIVER, TdEntity)

/**
 * TdGiver:
 *
 * The authority that gives: người tặng. It decides letterhead, number series, register and signers.
 *
 * @name: "Chủ tịch Ủy ban nhân dân tỉnh …"
 * @body_name: letterhead, lower line: "ỦY BAN NHÂN DÂN TỈNH …"
 * @governing_body: letterhead, upper line, when there is one
 * @symbol: sign of its decisions: "QĐ-UBND"
 * @place: địa danh of its documents
 * @signer_capacity: "KT. CHỦ TỊCH" or none
 * @signer_position: "CHỦ TỊCH", "GIÁM ĐỐC"
 * @fund: who pays: "Quỹ thi đua, khen thưởng …"
 * @unit_id: the unit it heads
 * @proposer: at whose proposal it decides: "Giám đốc Sở Nội vụ"
 * @executors: who carries its decisions out
 * @filing: where copies are kept: "VT, TĐKT"
 * @recipients: nơi nhận of its decisions, one on a line
 */
struct _TdGiver
{
  TdEntity parent_instance;

  char *name;
  char *name_english;
  char *level;
  char *body_name;
  char *governing_body;
  char *symbol;
  char *place;
  char *signer_capacity;
  char *signer_position;
  char *signer_name;
  char *fund;
  gint64 unit_id;
  char *proposer;
  char *executors;
  char *filing;
  char *recipients;
};

G_END_DECLS
