/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdTonePlacement:
 * @TD_TONE_PLACEMENT_OLD: on the first vowel: hòa, thúy, ủy
 * @TD_TONE_PLACEMENT_NEW: on the second vowel: hoà, thuý, uỷ
 */
typedef enum
{
  TD_TONE_PLACEMENT_OLD,
  TD_TONE_PLACEMENT_NEW,
} TdTonePlacement;

char *td_tone_place (const char *utf8, TdTonePlacement placement);

G_END_DECLS
