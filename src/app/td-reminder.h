/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-overview.h"

G_BEGIN_DECLS

void td_reminder_set_up (GApplication *application);
void td_reminder_tell (GApplication *application, const char *office, TdOverview *overview);

G_END_DECLS
