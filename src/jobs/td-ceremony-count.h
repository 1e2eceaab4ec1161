/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

#define TD_TYPE_CEREMONY_COUNT (td_ceremony_count_get_type ())
G_DECLARE_FINAL_TYPE (TdCeremonyCount, td_ceremony_count, TD, CEREMONY_COUNT, GObject)

/**
 * TdCeremonyCount:
 * @ceremony: which
 * @n_lines: awards that are called, with those carried over since; what follows does not count these
 * @n_certificates: those a certificate belongs to
 * @n_printed: certificates that are printed, or further on their way
 * @n_signed: signed, or further
 * @n_sealed: sealed, or further
 * @n_framed: framed, or further
 * @n_presented: handed over or sent
 * @n_missing: certificates without a signed sheet: not fit to be handed over
 * @n_expected: lines of those who are expected
 * @n_came: of those who came
 * @n_absent: of those who were absent
 * @n_sent: of those it was sent to
 * @n_carried: of the absent, those called at a later ceremony
 * @money: what all of them receive, đồng
 *
 * How far a ceremony is: "296 bằng: 296 in, 290 ký, 288 đóng dấu, 6 thiếu". Nothing in it is kept: it is counted
 * line by line from the ledger.
 */
struct _TdCeremonyCount
{
  GObject parent_instance;

  TdCeremony *ceremony;
  guint n_lines;
  guint n_certificates;
  guint n_printed;
  guint n_signed;
  guint n_sealed;
  guint n_framed;
  guint n_presented;
  guint n_missing;
  guint n_expected;
  guint n_came;
  guint n_absent;
  guint n_sent;
  guint n_carried;
  gint64 money;
};

TdCeremonyCount *td_ceremony_count_read (TdConnection *connection, gint64 ceremony_id, GError **error);
TdJob *td_ceremony_count_job (gint64 ceremony_id);

G_END_DECLS
