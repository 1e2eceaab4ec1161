/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_OFFICE (td_office_get_type ())
G_DECLARE_FINAL_TYPE (TdOffice, td_office, TD, OFFICE, TdEntity)

/**
 * TdOffice:
 *
 * The owner of this file: cơ quan sử dụng. There is one.
 *
 * @name: full name, such as "Sở Nội vụ tỉnh …"
 * @place: địa danh before the date of its documents
 * @province: with its kind, such as "tỉnh …"
 * @calibration_days: how long a calibration of a printer holds; 0: as the program comes, TD_CALIBRATION_DAYS
 * @code_place: where authenticity codes go; empty: there are none
 * @code_document: number and date of what allows them on the front of state forms
 */
struct _TdOffice
{
  TdEntity parent_instance;

  char *name;
  char *place;
  char *province;
  gint64 calibration_days;
  char *code_place;
  char *code_document;
};

G_END_DECLS
