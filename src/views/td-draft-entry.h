/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TdDraftEntryFunc:
 * @entry: the entry
 * @text: what was typed
 * @owner: as given
 *
 * Returns: whether it can be taken; then the entry is shown anew
 */
typedef gboolean (*TdDraftEntryFunc) (GtkWidget *entry, const char *text, gpointer owner);

GtkWidget *td_draft_entry_new (const char *label, TdDraftEntryFunc take, gpointer owner);
void td_draft_entry_show (GtkWidget *entry, const char *text);
void td_draft_entry_commit (GtkWidget *entry);
gboolean td_draft_entry_holds_typing (GtkWidget *focus);

G_END_DECLS
