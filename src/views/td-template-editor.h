/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_EDITOR (td_template_editor_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateEditor, td_template_editor, TD, TEMPLATE_EDITOR, AdwWindow)

GtkWidget *td_template_editor_new (TdSession *session, const char *template_id);
GtkWidget *td_template_editor_new_for_award (TdSession *session, gint64 award_id, const char *template_id, const char *box);

G_END_DECLS
