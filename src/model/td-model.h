/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-allowance.h"
#include "td-award-layout.h"
#include "td-award.h"
#include "td-bloc-member.h"
#include "td-bloc.h"
#include "td-calibration.h"
#include "td-ceremony-line.h"
#include "td-ceremony.h"
#include "td-choices.h"
#include "td-clause.h"
#include "td-deadline.h"
#include "td-decision.h"
#include "td-decision-act.h"
#include "td-decision-act-line.h"
#include "td-difficulty.h"
#include "td-discipline.h"
#include "td-distinct-pair.h"
#include "td-earlier-award.h"
#include "td-emblem.h"
#include "td-event.h"
#include "td-exemplar.h"
#include "td-giver.h"
#include "td-kit-part.h"
#include "td-list-import.h"
#include "td-list-layout.h"
#include "td-list-record.h"
#include "td-nomination.h"
#include "td-occasion.h"
#include "td-office-template.h"
#include "td-office.h"
#include "td-other-name.h"
#include "td-plan-change-line.h"
#include "td-plan-change.h"
#include "td-plan.h"
#include "td-print-batch.h"
#include "td-print-chunk.h"
#include "td-print-page.h"
#include "td-query.h"
#include "td-report.h"
#include "td-sign-off.h"
#include "td-signing-key.h"
#include "td-statement.h"
#include "td-stock-pack.h"
#include "td-stock-part.h"
#include "td-stock-round.h"
#include "td-stock-sheet.h"
#include "td-stock.h"
#include "td-subject-merge.h"
#include "td-subject-move.h"
#include "td-subject-post.h"
#include "td-subject.h"
#include "td-target.h"
#include "td-task.h"
#include "td-underlay.h"
#include "td-unit-act-part.h"
#include "td-unit-act.h"
#include "td-unit-group.h"
#include "td-unit.h"
#include "td-verification.h"
#include "td-wording.h"
#include "td-work.h"

G_BEGIN_DECLS

/**
 * TdReference:
 * @type: a kind of record
 * @field: one of its own references
 */
typedef struct
{
  GType type;
  const TdField *field;
} TdReference;

const GType *td_model_get_types (guint *n_types);
GType td_model_type_of_table (const char *table);
GArray *td_model_list_references (const char *table, TdFieldFlags without);

G_END_DECLS
