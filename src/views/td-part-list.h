/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PART_LIST (td_part_list_get_type ())
G_DECLARE_FINAL_TYPE (TdPartList, td_part_list, TD, PART_LIST, AdwBin)

/**
 * TdPartAddFunc:
 * @parent: the window the dialog belongs to
 * @session: where the records are
 * @whole_id: what the new part belongs to
 *
 * Opens the dialog in which a part is entered.
 */
typedef void (*TdPartAddFunc) (GtkWindow *parent, TdSession *session, gint64 whole_id);

GtkWidget *td_part_list_new (TdSession *session, GType type, const char *field, const char *title, const char *add);
void td_part_list_set_add (TdPartList *self, TdPartAddFunc add);
void td_part_list_set_whole (TdPartList *self, gint64 id);

G_END_DECLS
