/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-template.h"

G_BEGIN_DECLS

TdTemplate *td_template_read (GBytes *xml, GError **error);
GPtrArray *td_templates_load_shipped (GError **error);
char **td_keep_together_load_shipped (GError **error);

G_END_DECLS
