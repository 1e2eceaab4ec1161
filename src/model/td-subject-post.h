/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_SUBJECT_POST (td_subject_post_get_type ())
G_DECLARE_FINAL_TYPE (TdSubjectPost, td_subject_post, TD, SUBJECT_POST, TdEntity)

/**
 * TdSubjectPost:
 *
 * A position a person held, where and from when until when: quá trình công tác.
 *
 * @unit_id: the unit, when the office has it
 * @unit_name: as it was called then
 * @from_date: first day, as exact as it is known
 * @to_date: last day; empty while it goes on
 */
struct _TdSubjectPost
{
  TdEntity parent_instance;

  gint64 subject_id;
  char *post;
  gint64 unit_id;
  char *unit_name;
  char *from_date;
  char *to_date;
  char *note;
};

G_END_DECLS
