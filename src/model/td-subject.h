/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_SUBJECT (td_subject_get_type ())
G_DECLARE_FINAL_TYPE (TdSubject, td_subject, TD, SUBJECT, TdEntity)

/**
 * TdSubject:
 *
 * Who can be nominated: a person, a collective or a household.
 *
 * @kind: cá nhân, tập thể, hộ gia đình
 * @name: as written; a household by its head
 * @birth: as exact as it is known
 * @sex: entered, never guessed from the name
 * @citizen_id: CCCD, CMND or passport, as text
 * @address_form: a rank or title that replaces Ông or Bà
 * @post: chức vụ
 * @unit_id: where the subject belongs now
 * @residence: of a household: thôn, xã, tỉnh
 */
struct _TdSubject
{
  TdEntity parent_instance;

  char *kind;
  char *name;
  char *birth;
  char *sex;
  char *citizen_id;
  char *address_form;
  char *post;
  gint64 unit_id;
  char *unit_name;
  char *residence;
};

G_END_DECLS
