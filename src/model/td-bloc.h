/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_BLOC (td_bloc_get_type ())
G_DECLARE_FINAL_TYPE (TdBloc, td_bloc, TD, BLOC, TdEntity)

/**
 * TdBloc:
 *
 * Units that compete with one another for a year, with a head and a deputy: cụm, khối thi đua.
 *
 * @year: of the emulation
 * @kind: a cluster of localities (cụm) or a bloc of agencies (khối)
 * @head_id: trưởng cụm, trưởng khối
 * @deputy_id: phó
 * @agreement: what was signed: giao ước thi đua
 * @agreement_date: when it was signed
 */
struct _TdBloc
{
  TdEntity parent_instance;

  gint64 year;
  char *name;
  char *kind;
  gint64 head_id;
  gint64 deputy_id;
  char *agreement;
  char *agreement_date;
  char *head_name;
  char *deputy_name;
};

G_END_DECLS
