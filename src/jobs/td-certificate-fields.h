/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"

G_BEGIN_DECLS

GHashTable *td_certificate_fields_new (const TdDecision *decision, const TdGiver *giver, const TdAward *award, const TdSubject *subject, const TdWording *wording);

G_END_DECLS
