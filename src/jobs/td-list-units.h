/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-directory.h"

G_BEGIN_DECLS

TdUnit *td_list_find_unit (TdDirectory *directory, const char *text, gboolean *ambiguous);
gboolean td_list_is_inner_unit (const char *text);

G_END_DECLS
