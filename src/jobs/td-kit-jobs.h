/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-kit-part.h"

G_BEGIN_DECLS

#define TD_TYPE_KIT_LINE (td_kit_line_get_type ())
G_DECLARE_FINAL_TYPE (TdKitLine, td_kit_line, TD, KIT_LINE, GObject)

/**
 * TdKitLine:
 * @part: what belongs to an award
 * @own: the office's own word
 * @verified: whether a person compared it with a text
 * @source: (nullable): where it was read
 * @n_needed: of an order: how many the awards need
 * @n_in_store: of those, how many there are: blanks the ledger counts
 * @n_to_order: the rest
 *
 * One line of a kit, or of what is to be ordered.
 */
struct _TdKitLine
{
  GObject parent_instance;

  TdKitPart *part;
  gboolean own;
  gboolean verified;
  char *source;
  gint64 n_needed;
  gint64 n_in_store;
  gint64 n_to_order;
};

TdJob *td_kit_list_job (const char *day);
TdJob *td_kit_set_job (TdKitPart *part);
TdJob *td_kit_order_job (const gint64 *decision_ids, guint n_decisions, gint64 ceremony_id);

G_END_DECLS
