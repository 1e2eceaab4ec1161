/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_CEREMONY_LINE (td_ceremony_line_get_type ())
G_DECLARE_FINAL_TYPE (TdCeremonyLine, td_ceremony_line, TD, CEREMONY_LINE, TdEntity)

/**
 * TdCeremonyLine:
 *
 * One award at a ceremony, in the order it is called.
 *
 * @position: from 1
 * @receiver: who steps up where it is not the awarded: a relative, the head of a collective
 * @revocation_id: the act that revoked the award, 0 while it stands
 * @seat: "A1": row and seat
 * @presence: expected, came, absent or sent
 * @received_by: who took it
 * @received_on: when
 * @sent_by: how it was sent
 * @carried_to_id: its line at a later ceremony
 */
struct _TdCeremonyLine
{
  TdEntity parent_instance;

  gint64 ceremony_id;
  gint64 position;
  gint64 award_id;
  char *award_name;
  char *unit_name;
  char *post;
  char *award_form;
  gint64 register_number;
  gint64 revocation_id;
  gboolean posthumous;
  char *receiver;
  char *seat;
  char *presence;
  char *received_by;
  char *received_on;
  char *sent_by;
  gint64 carried_to_id;
  char *note;
};

G_END_DECLS
