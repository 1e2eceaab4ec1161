/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_WORK (td_work_get_type ())
G_DECLARE_FINAL_TYPE (TdWork, td_work, TD, WORK, TdEntity)

/**
 * TdWork:
 *
 * A registered work of a plan: công trình chào mừng. A unit builds it for the occasion and reports when it is done.
 *
 * @plan_id: what it is registered for
 * @unit_id: who builds it
 * @value: đồng
 * @begun: khởi công
 * @due: by when it is to be done
 * @finished: none while it is not
 * @state: of td_choices_work_state
 */
struct _TdWork
{
  TdEntity parent_instance;

  gint64 plan_id;
  char *name;
  gint64 unit_id;
  char *unit_name;
  gint64 value;
  char *begun;
  char *due;
  char *finished;
  char *state;
  char *note;
};

G_END_DECLS
