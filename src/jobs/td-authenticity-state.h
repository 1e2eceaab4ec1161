/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdAuthenticityState:
 * @office: where its codes go
 * @key: (nullable): what it signs with
 * @decision: (nullable): the one asked about
 * @n_awards: of the decision
 * @n_signed: of them
 *
 * How an office stands with authenticity codes. To be read only.
 */
#define TD_TYPE_AUTHENTICITY_STATE (td_authenticity_state_get_type ())
G_DECLARE_FINAL_TYPE (TdAuthenticityState, td_authenticity_state, TD, AUTHENTICITY_STATE, GObject)

struct _TdAuthenticityState
{
  GObject parent_instance;

  TdOffice *office;
  TdSigningKey *key;
  TdDecision *decision;
  guint n_awards;
  guint n_signed;
};

TdJob *td_authenticity_state_job (gint64 decision_id);

G_END_DECLS
