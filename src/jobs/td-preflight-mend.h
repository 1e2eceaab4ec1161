/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-preflight.h"

G_BEGIN_DECLS

/**
 * TdMendingKind:
 * @TD_MENDING_TEXT: another text is typed, or the proposed one taken
 * @TD_MENDING_SEX: Ông or Bà is chosen
 * @TD_MENDING_RECORD: the text the records have is printed in place of what was arranged
 * @TD_MENDING_ARRANGE: the certificate is arranged
 * @TD_MENDING_LEAVE_OUT: the certificate is left out of this batch
 * @TD_MENDING_TAKE_BACK: what was left out is printed after all
 * @TD_MENDING_ISSUE: the decision is issued, with number and date
 * @TD_MENDING_RECEIVE: blanks are received
 * @TD_MENDING_CALIBRATE: a printer is calibrated
 * @TD_MENDING_EMBLEM: the official file of the state emblem is given
 *
 * How a finding is mended. The first three are done here by td_preflight_mend_job(), the others by whoever shows the list.
 */
typedef enum
{
  TD_MENDING_TEXT,
  TD_MENDING_SEX,
  TD_MENDING_RECORD,
  TD_MENDING_ARRANGE,
  TD_MENDING_LEAVE_OUT,
  TD_MENDING_TAKE_BACK,
  TD_MENDING_ISSUE,
  TD_MENDING_RECEIVE,
  TD_MENDING_CALIBRATE,
  TD_MENDING_EMBLEM,
} TdMendingKind;

/**
 * TdMending:
 * @kind: how
 * @award_id: whose certificate, 0 for all
 * @decision_id: of which decision
 * @stock_id: the blanks that are short
 * @page: of the certificate, from 0
 * @template_name: id of its template
 * @part: what of it: a box, or what td-certificate-rules.h names
 * @text: (nullable): what may be changed there: the proposal, or what it says now
 *
 * What mends one finding.
 */
struct _TdMending
{
  TdMendingKind kind;
  gint64 award_id;
  gint64 decision_id;
  gint64 stock_id;
  guint page;
  char *template_name;
  char *part;
  char *text;
};

GPtrArray *td_mendings_find (const TdCertificateSet *set, GPtrArray *findings);
const char *td_mending_kind_to_nick (TdMendingKind kind);
TdJob *td_preflight_mend_job (TdPreflight *preflight, const TdMending *mending, const char *text);

G_END_DECLS
