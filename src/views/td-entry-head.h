/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-entry-words.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_ENTRY_HEAD (td_entry_head_get_type ())
G_DECLARE_FINAL_TYPE (TdEntryHead, td_entry_head, TD, ENTRY_HEAD, AdwBin)

void td_entry_head_set_session (TdEntryHead *self, TdSession *session);
void td_entry_head_set_like (TdEntryHead *self, TdNomination *like, gint64 plan_id);
TdNomination *td_entry_head_get_common (TdEntryHead *self);
gboolean td_entry_head_is_form_in_lines (TdEntryHead *self);

G_END_DECLS
