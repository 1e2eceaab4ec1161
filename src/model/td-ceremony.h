/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_CEREMONY (td_ceremony_get_type ())
G_DECLARE_FINAL_TYPE (TdCeremony, td_ceremony, TD, CEREMONY, TdEntity)

/**
 * TdCeremony:
 *
 * A day awards are handed over on: lễ trao thưởng. Its lines have one order, and the pile, the
 * calling list, the seats, the envelopes and the hand-over follow it.
 *
 * @hour: as it is written on invitations: "8 giờ 00"
 * @host: who invites, or leads it
 * @n_rows: rows of seats kept for those who are called
 * @n_per_row: seats in such a row
 */
struct _TdCeremony
{
  TdEntity parent_instance;

  char *name;
  char *day;
  char *hour;
  char *place;
  char *host;
  char *state;
  gint64 n_rows;
  gint64 n_per_row;
  char *note;
};

char *td_ceremony_dup_row (guint row);
char *td_ceremony_dup_seat (guint row, guint place);

G_END_DECLS
