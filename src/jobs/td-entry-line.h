/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entry-words.h"

G_BEGIN_DECLS

#define TD_TYPE_ENTRY_LINE (td_entry_line_get_type ())
G_DECLARE_FINAL_TYPE (TdEntryLine, td_entry_line, TD, ENTRY_LINE, GObject)

TdEntryLine *td_entry_line_new (void);
const char *td_entry_line_get_text (TdEntryLine *self, TdEntryColumn column);
gboolean td_entry_line_set_text (TdEntryLine *self, TdEntryColumn column, const char *text);
gboolean td_entry_line_is_empty (TdEntryLine *self);
gboolean td_entry_line_is_kept (TdEntryLine *self);
gboolean td_entry_line_is_changed (TdEntryLine *self);
gboolean td_entry_line_is_awaited (TdEntryLine *self);
void td_entry_line_set_wanted (TdEntryLine *self, gboolean wanted);
gboolean td_entry_line_is_wanted (TdEntryLine *self);
void td_entry_line_take_subject (TdEntryLine *self, TdSubject *subject);

TdJob *td_entry_line_save_job (TdEntryLine *self, TdEntryWords *words, TdNomination *common);
void td_entry_line_saved (TdEntryLine *self, gint64 id);
GPtrArray *td_entry_line_get_findings (TdEntryLine *self);
void td_entry_line_set_findings (TdEntryLine *self, GPtrArray *findings);
TdEntryColumn td_entry_line_find_column (const TdFinding *finding);

TdJob *td_entry_lines_read_job (GPtrArray *lines);
void td_entry_lines_were_read (GPtrArray *lines, TdJob *job);

G_END_DECLS
