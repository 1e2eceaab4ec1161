/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-entry-words.h"

G_BEGIN_DECLS

#define TD_TYPE_ENTRY_COMPLETION (td_entry_completion_get_type ())
G_DECLARE_FINAL_TYPE (TdEntryCompletion, td_entry_completion, TD, ENTRY_COMPLETION, AdwBin)

void td_entry_completion_offer (TdEntryCompletion *self, GtkWidget *cell, GPtrArray *offers, gboolean first);
void td_entry_completion_close (TdEntryCompletion *self);
gboolean td_entry_completion_is_open (TdEntryCompletion *self);
gboolean td_entry_completion_is_chosen (TdEntryCompletion *self);
void td_entry_completion_move (TdEntryCompletion *self, int by);
const TdEntryOffer *td_entry_completion_get (TdEntryCompletion *self);
void td_entry_completion_attach (TdEntryCompletion *self, GtkOverlay *overlay);

G_END_DECLS
