/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-kit-part.h"

G_BEGIN_DECLS

/**
 * TdShippedKitPart:
 * @part: what belongs to an award
 * @source: where that was read
 * @verified: whether a person compared it with a text
 */
typedef struct
{
  TdKitPart *part;
  char *source;
  gboolean verified;
} TdShippedKitPart;

GPtrArray *td_kit_catalogue_parse (GBytes *bytes, GError **error);
GPtrArray *td_kit_catalogue_load (GError **error);

G_END_DECLS
