/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN_CHANGE (td_plan_change_get_type ())
G_DECLARE_FINAL_TYPE (TdPlanChange, td_plan_change, TD, PLAN_CHANGE, TdEntity)

/**
 * TdPlanChange:
 *
 * A document that came after a plan and changes what holds: hướng dẫn, gia hạn, bổ sung. The plan itself stays as it was
 * issued; what holds on a day is worked out from the documents that hold by then (td_plan_life_on()).
 *
 * @plan_id: what it changes
 * @kind: of td_choices_plan_change_kind
 * @number: số, ký hiệu
 * @date: of the document
 * @valid_from: the day it holds from; that of the document unless it says otherwise
 * @document: the file itself, among the attachments
 * @file_name: what the file was called
 */
struct _TdPlanChange
{
  TdEntity parent_instance;

  gint64 plan_id;
  char *kind;
  char *number;
  char *date;
  char *issuer;
  char *valid_from;
  char *document;
  char *file_name;
  char *note;
};

G_END_DECLS
