/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **td_template_fields_list (void);
const char *td_template_fields_get_label (const char *name);

G_END_DECLS
