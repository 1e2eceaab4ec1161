/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"

G_BEGIN_DECLS

void td_certificate_english_put (GHashTable *fields, const TdDecision *decision, const TdGiver *giver, const TdAward *award,
                                 const TdSubject *subject);

G_END_DECLS
