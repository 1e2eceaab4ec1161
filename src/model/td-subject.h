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
 * @sort_name: what the list sorts by where the name's last word is not the given name
 * @head_name: chủ hộ
 * @birth: as exact as it is known
 * @sex: entered, never guessed from the name
 * @citizen_id: CCCD, CMND or passport, as text; of a household the head's
 * @id_kind: which of them it is
 * @nationality: empty for Vietnamese
 * @address_form: a rank or title that replaces Ông or Bà
 * @post: chức vụ
 * @unit_id: where the subject belongs now
 * @residence: of a household: thôn, xã, tỉnh
 * @occupation: nghề nghiệp, by groups
 * @leader_class: rows 06 to 10 of form 0603.N/BNV-TĐKT
 * @enterprise: of a collective: row 03 of the same form
 * @size: how many people a collective has
 * @merged_into_id: the record that took this one's place
 */
struct _TdSubject
{
  TdEntity parent_instance;

  char *kind;
  char *name;
  char *sort_name;
  char *head_name;
  char *birth;
  char *sex;
  char *citizen_id;
  char *id_kind;
  char *nationality;
  char *address_form;
  char *post;
  gint64 unit_id;
  char *unit_name;
  char *residence;
  char *occupation;
  char *leader_class;
  gboolean party_member;
  gboolean enterprise;
  gint64 size;
  char *note;
  gint64 merged_into_id;
};

G_END_DECLS
