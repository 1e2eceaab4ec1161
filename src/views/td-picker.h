/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PICKER (td_picker_get_type ())
G_DECLARE_FINAL_TYPE (TdPicker, td_picker, TD, PICKER, GtkPopover)

void td_picker_set_source (TdPicker *self, TdSession *session, GType entity_type, const char *label);
void td_picker_set_clear_label (TdPicker *self, const char *label);

G_END_DECLS
