/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-store.h"

G_BEGIN_DECLS

char *td_record_users_dup_text (TdConnection *connection, TdEntity *entity, GError **error);

G_END_DECLS
