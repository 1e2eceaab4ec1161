/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-template.h"

G_BEGIN_DECLS

GBytes *td_template_write (TdTemplate *template);

G_END_DECLS
