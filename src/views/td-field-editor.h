/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-entity.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_FIELD_EDITOR (td_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (TdFieldEditor, td_field_editor, TD, FIELD_EDITOR, GObject)

TdFieldEditor *td_field_editor_new (const TdField *field, TdSession *session);
const TdField *td_field_editor_get_field (TdFieldEditor *self);
GtkWidget *td_field_editor_get_row (TdFieldEditor *self);
GtkWidget *td_field_editor_get_error_row (TdFieldEditor *self);

void td_field_editor_show (TdFieldEditor *self, TdEntity *entity, gboolean anew);
gboolean td_field_editor_apply (TdFieldEditor *self, TdEntity *entity);
gboolean td_field_editor_is_dirty (TdFieldEditor *self);
void td_field_editor_hold (TdFieldEditor *self);
void td_field_editor_keep_typing (TdFieldEditor *self, TdEntity *entity);
void td_field_editor_set_error (TdFieldEditor *self, const char *text);
void td_field_editor_set_locked (TdFieldEditor *self, gboolean locked);

gboolean td_field_editor_holds_typing (GtkWidget *focus);

G_END_DECLS
