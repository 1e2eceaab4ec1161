/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void td_finding_dialog_show (GtkWindow *parent, const char *heading, const char *text, GPtrArray *findings);

G_END_DECLS
