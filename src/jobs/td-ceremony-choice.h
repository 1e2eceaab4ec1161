/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"

G_BEGIN_DECLS

TdJob *td_ceremony_choice_job (gint64 decision_id);

G_END_DECLS
