/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

/**
 * TdCeremonyPaper:
 * @TD_CEREMONY_PAPER_CALLING: what the master of ceremonies reads
 * @TD_CEREMONY_PAPER_SEATING: the plan of the hall, and the list of seats
 * @TD_CEREMONY_PAPER_ENVELOPES: an envelope each
 * @TD_CEREMONY_PAPER_LABELS: labels, for what is handed over
 * @TD_CEREMONY_PAPER_HAND_OVER: who signs for it, unit by unit
 * @TD_CEREMONY_PAPER_MONEY: who receives how much
 *
 * The papers of a ceremony; all have its order.
 */
typedef enum
{
  TD_CEREMONY_PAPER_CALLING,
  TD_CEREMONY_PAPER_SEATING,
  TD_CEREMONY_PAPER_ENVELOPES,
  TD_CEREMONY_PAPER_LABELS,
  TD_CEREMONY_PAPER_HAND_OVER,
  TD_CEREMONY_PAPER_MONEY,
} TdCeremonyPaper;

#define TD_N_CEREMONY_PAPERS (TD_CEREMONY_PAPER_MONEY + 1)

const char *td_ceremony_paper_to_nick (TdCeremonyPaper paper);
gboolean td_ceremony_paper_from_nick (const char *nick, TdCeremonyPaper *paper);
TdJob *td_ceremony_print_job (gint64 ceremony_id, TdCeremonyPaper paper, const char *sheet_id, guint n_used, const char *path);

G_END_DECLS
