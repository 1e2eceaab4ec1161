/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_DISCIPLINE (td_discipline_get_type ())
G_DECLARE_FINAL_TYPE (TdDiscipline, td_discipline, TD, DISCIPLINE, TdEntity)

/**
 * TdDiscipline:
 *
 * A disciplinary measure. While it lasts nobody is considered for an award, and afterwards
 * achievement counts from its end (NĐ 152/2025/NĐ-CP, principles).
 *
 * @form: khiển trách, cảnh cáo …
 * @decision_number: số quyết định
 * @from_date: first day
 * @to_date: last day; empty while it lasts
 */
struct _TdDiscipline
{
  TdEntity parent_instance;

  gint64 subject_id;
  char *form;
  char *decision_number;
  char *from_date;
  char *to_date;
  char *note;
};

G_END_DECLS
