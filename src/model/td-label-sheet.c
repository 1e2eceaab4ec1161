/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-label-sheet"

#include "config.h"

#include "td-label-sheet.h"

/**
 * td_label_sheet_new:
 *
 * Returns: (transfer full): a sheet without a size
 */
TdLabelSheet *
td_label_sheet_new (void)
{
  return g_new0 (TdLabelSheet, 1);
}

/**
 * td_label_sheet_copy:
 * @self: a sheet
 *
 * Returns: (transfer full): the same
 */
TdLabelSheet *
td_label_sheet_copy (const TdLabelSheet *self)
{
  TdLabelSheet *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  return copy;
}

/**
 * td_label_sheet_free:
 * @self: (transfer full): a sheet
 */
void
td_label_sheet_free (TdLabelSheet *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}
