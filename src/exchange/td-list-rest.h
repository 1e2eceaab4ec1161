/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-list-reading.h"
#include "td-output.h"

G_BEGIN_DECLS

/**
 * TdListReason:
 * @line: a row to be returned
 * @user_data: as given
 *
 * Returns: (transfer full) (nullable): why the row goes back; %NULL for a row that does not
 */
typedef char *(*TdListReason) (const TdListLine *line, gpointer user_data);

gboolean td_list_rest_write (TdListReading *reading, TdOutput *output, TdListReason reason, gpointer user_data, GError **error);

G_END_DECLS
