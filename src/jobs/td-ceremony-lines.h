/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-ceremony-jobs.h"

G_BEGIN_DECLS

/**
 * TdLineSet:
 *
 * A #TdLineChoice, kept until a job runs.
 */
typedef struct
{
  GArray *ids; /* gint64 */
  gint64 ceremony_id;
  char *numbers;
} TdLineSet;

void td_line_set_init (TdLineSet *self, const TdLineChoice *choice);
void td_line_set_clear (TdLineSet *self);
gboolean td_line_set_is_all (TdLineSet *self);
GPtrArray *td_line_set_list (TdLineSet *self, TdJob *job, TdConnection *connection, GError **error);

GPtrArray *td_ceremony_lines_list (TdConnection *connection, gint64 ceremony_id, GError **error);
gboolean td_ceremony_lines_number (TdConnection *connection, GPtrArray *lines, GError **error);
gboolean td_ceremony_lines_sort (TdConnection *connection, GPtrArray *lines, TdCeremonyOrder order, GError **error);
gboolean td_ceremony_lines_find_sheet (TdConnection *connection, gint64 award_id, TdStockSheet **sheet, GError **error);
gboolean td_ceremony_lines_number_rest (TdConnection *connection, gint64 ceremony_id, GError **error);
gboolean td_ceremony_lines_remove (TdConnection *connection, TdCeremonyLine *line, GError **error);
gboolean td_ceremony_lines_forget_award (TdConnection *connection, gint64 award_id, GHashTable *ceremonies, GError **error);
void td_ceremony_lines_require_open (TdJob *job, GPtrArray *lines, const char *none);

G_END_DECLS
