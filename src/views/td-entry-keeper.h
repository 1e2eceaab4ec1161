/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entry-line.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_ENTRY_KEEPER (td_entry_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TdEntryKeeper, td_entry_keeper, TD, ENTRY_KEEPER, GObject)

TdEntryKeeper *td_entry_keeper_new (TdSession *session);
void td_entry_keeper_stop (TdEntryKeeper *self);
TdSession *td_entry_keeper_get_session (TdEntryKeeper *self);
void td_entry_keeper_ask_words (TdEntryKeeper *self);
TdEntryWords *td_entry_keeper_get_words (TdEntryKeeper *self);
TdEntryLine *td_entry_keeper_add (TdEntryKeeper *self);
void td_entry_keeper_keep (TdEntryKeeper *self, TdEntryLine *line, TdNomination *common);
gboolean td_entry_keeper_is_busy (TdEntryKeeper *self);
guint td_entry_keeper_count_unkept (TdEntryKeeper *self);
guint td_entry_keeper_count_kept (TdEntryKeeper *self);

G_END_DECLS
