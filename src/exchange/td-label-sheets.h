/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-label-sheet.h"

G_BEGIN_DECLS

GPtrArray *td_label_sheets_parse (GBytes *bytes, GError **error);
GPtrArray *td_label_sheets_load (GError **error);
TdLabelSheet *td_label_sheets_find (const char *id, GError **error);

G_END_DECLS
