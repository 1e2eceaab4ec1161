/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-finding.h"

G_BEGIN_DECLS

#define TD_TYPE_FINDING_LIST (td_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (TdFindingList, td_finding_list, TD, FINDING_LIST, AdwBin)

/**
 * TdFindingFunc:
 * @finding: what was chosen
 * @owner: whoever asked
 */
typedef void (*TdFindingFunc) (const TdFinding *finding, gpointer owner);

/**
 * TdFindingMake:
 * @finding: what was found
 * @n: its place in the array that is shown
 * @owner: whoever asked
 *
 * Returns: (transfer floating) (nullable): what mends it; one that wants room stands below the sentence
 */
typedef GtkWidget *(*TdFindingMake) (const TdFinding *finding, guint n, gpointer owner);

GtkWidget *td_finding_list_new (void);
void td_finding_list_set_open (TdFindingList *self, TdFindingFunc open, gpointer owner);
void td_finding_list_set_mend (TdFindingList *self, TdFindingMake make, gpointer owner);
void td_finding_list_set (TdFindingList *self, GPtrArray *findings);

G_END_DECLS
