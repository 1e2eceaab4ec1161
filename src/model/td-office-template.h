/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_OFFICE_TEMPLATE (td_office_template_get_type ())
G_DECLARE_FINAL_TYPE (TdOfficeTemplate, td_office_template, TD, OFFICE_TEMPLATE, TdEntity)

/**
 * TdOfficeTemplate:
 *
 * A certificate template the office has made or changed.
 *
 * @name: its id as a template; where the program ships one of the same id, this one is used
 * @title: its name for people
 * @based_on: (nullable): id of the shipped template it was copied from
 * @changed_on: ISO date
 * @retired: no longer offered; what was printed with it can still be printed again
 * @xml: the template itself, as data/schema/template.rng describes it
 */
struct _TdOfficeTemplate
{
  TdEntity parent_instance;

  char *name;
  char *title;
  char *based_on;
  char *changed_on;
  gboolean retired;
  char *xml;
};

G_END_DECLS
