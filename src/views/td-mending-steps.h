/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-preflight-mend.h"
#include "td-session.h"

G_BEGIN_DECLS

void td_mending_steps_go (GtkWidget *parent, TdSession *session, const TdMending *mending);

G_END_DECLS
