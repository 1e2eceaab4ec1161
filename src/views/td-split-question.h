/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

void td_split_question_run (GtkWidget *owner, TdSession *session, gint64 subject_id);

G_END_DECLS
