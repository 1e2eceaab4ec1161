/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_OCCASION (td_occasion_get_type ())
G_DECLARE_FINAL_TYPE (TdOccasion, td_occasion, TD, OCCASION, TdEntity)

/**
 * TdOccasion:
 *
 * What is held for a plan: launch, inspection, training, review, closing, ceremony. (A TdEvent is what plans wait for.)
 *
 * @plan_id: for which plan
 * @kind: of td_choices_occasion_kind
 * @day: when it is or was held
 * @who: who takes part, as told
 * @document: its record, among the attachments
 * @file_name: what the file was called
 */
struct _TdOccasion
{
  TdEntity parent_instance;

  gint64 plan_id;
  char *kind;
  char *name;
  char *day;
  char *place;
  char *who;
  char *document;
  char *file_name;
  char *note;
};

G_END_DECLS
