/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TD_TYPE_CHOICE_ROW (td_choice_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdChoiceRow, td_choice_row, TD, CHOICE_ROW, AdwComboRow)

/**
 * TdChoiceRow:
 *
 * A row that chooses one of a #GtkStringList. Unlike its parent it shows more than twenty letters of a choice: names of
 * forms, plans and printers are told apart by their ends.
 */
struct _TdChoiceRowClass
{
  AdwComboRowClass parent_class;
};

GtkWidget *td_choice_row_new (void);

G_END_DECLS
