/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-catalogue.h"

G_BEGIN_DECLS

TdCatalogue *td_catalogue_read (GBytes *json, GError **error);
TdCatalogue *td_catalogue_get_shipped (void);

G_END_DECLS
