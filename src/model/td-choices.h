/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-field.h"

G_BEGIN_DECLS

/* The words a field may hold. Tables end with a NULL nick; nicks never change. */
extern const TdChoice td_choices_subject_kind[];
extern const TdChoice td_choices_sex[];
extern const TdChoice td_choices_id_kind[];
extern const TdChoice td_choices_occupation[];
extern const TdChoice td_choices_leader_class[];
extern const TdChoice td_choices_name_kind[];
extern const TdChoice td_choices_discipline_form[];
extern const TdChoice td_choices_commendation_kind[];
extern const TdChoice td_choices_giver_level[];
extern const TdChoice td_choices_unit_kind[];
extern const TdChoice td_choices_unit_act_kind[];
extern const TdChoice td_choices_unit_act_role[];
extern const TdChoice td_choices_bloc_kind[];
extern const TdChoice td_choices_period_precision[];
extern const TdChoice td_choices_plan_state[];
extern const TdChoice td_choices_outline_marks[];
extern const TdChoice td_choices_clause_role[];
extern const TdChoice td_choices_clause_binding[];
extern const TdChoice td_choices_allowance_rule[];
extern const TdChoice td_choices_task_mode[];
extern const TdChoice td_choices_task_state[];
extern const TdChoice td_choices_report_state[];
extern const TdChoice td_choices_plan_change_kind[];
extern const TdChoice td_choices_plan_change_what[];
extern const TdChoice td_choices_work_state[];
extern const TdChoice td_choices_exemplar_state[];
extern const TdChoice td_choices_occasion_kind[];
extern const TdChoice td_choices_nomination_state[];
extern const TdChoice td_choices_decision_state[];
extern const TdChoice td_choices_decision_act_kind[];
extern const TdChoice td_choices_corrected_field[];
extern const TdChoice td_choices_list_purpose[];
extern const TdChoice td_choices_picture_format[];
extern const TdChoice td_choices_stock_part[];
extern const TdChoice td_choices_stock_step[];
extern const TdChoice td_choices_sheet_state[];
extern const TdChoice td_choices_code_place[];
extern const TdChoice td_choices_ceremony_state[];
extern const TdChoice td_choices_presence[];
extern const TdChoice td_choices_kit_item[];
extern const TdChoice td_choices_page_order[];
extern const TdChoice td_choices_batch_state[];
extern const TdChoice td_choices_chunk_state[];
extern const TdChoice td_choices_page_state[];
extern const TdChoice td_choices_wording_opening[];
extern const TdChoice td_choices_wording_stop[];
extern const TdChoice td_choices_wording_case[];
extern const TdChoice td_choices_wording_restart[];
extern const TdChoice td_choices_wording_province[];
extern const TdChoice td_choices_wording_thousand[];
extern const TdChoice td_choices_wording_signer[];
extern const TdChoice td_choices_wording_kind_order[];
extern const TdChoice td_choices_wording_money[];

G_END_DECLS
