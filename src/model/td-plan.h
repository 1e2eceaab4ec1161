/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_PLAN (td_plan_get_type ())
G_DECLARE_FINAL_TYPE (TdPlan, td_plan, TD, PLAN, TdEntity)

/**
 * TdPlan:
 *
 * A campaign with its document: kế hoạch, đợt thi đua, phong trào thi đua.
 *
 * @title: subject line, without the document type
 * @number: as written: "0124/KH-UBND"; none while it is blank
 * @symbol: the number's sign when the number itself is blank
 * @doc_type: kế hoạch, quyết định, …
 * @issuer: who issued it
 * @place: địa danh
 * @issue_date: of the document, as exact as it is known
 * @short_name: the "gọi tắt" name
 * @theme: chủ đề, khẩu hiệu
 * @start_date: first day or month, when the text gives one
 * @start_text: the words of the plan
 * @end_date: last day or month, when the text gives one
 * @end_text: the words of the plan, such as an event
 * @end_kind: day, month, event or open
 * @end_event_id: the event it ends with; its day becomes @end_date
 * @lead: cơ quan chủ trì, as the plan names it
 * @signer_capacity: "KT. CHỦ TỊCH", "TM. …"
 * @signer_position: of the signer
 * @recipients: nơi nhận, one on a line
 * @legal_bases: căn cứ, one on a line
 * @state: draft or issued when it is written here; none when it was read from its text
 * @marks: how its clauses are marked; see #TdOutline
 * @unit_id: the unit whose plan it is; 0 for one of the office or of a superior
 * @parent_plan_id: the superior's plan it carries out
 * @predecessor_plan_id: the plan it goes on with: "tiếp tục"
 */
struct _TdPlan
{
  TdEntity parent_instance;

  char *title;
  char *number;
  char *symbol;
  char *doc_type;
  char *issuer;
  char *place;
  char *issue_date;
  char *short_name;
  char *theme;
  char *start_date;
  char *start_text;
  char *end_date;
  char *end_text;
  char *end_kind;
  gint64 end_event_id;
  char *lead;
  char *signer_name;
  char *signer_capacity;
  char *signer_position;
  char *recipients;
  char *legal_bases;
  char *state;
  char *marks;
  gint64 unit_id;
  gint64 parent_plan_id;
  gint64 predecessor_plan_id;
};

G_END_DECLS
