/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdLegacyEncoding:
 * @TD_LEGACY_NONE: Unicode, or nothing known
 * @TD_LEGACY_TCVN3: TCVN 5712:1993 VN3, "ABC": fonts .VnTime, .VnArial and so on
 * @TD_LEGACY_TCVN3_CAPITALS: the same in a font that draws every letter as a capital: .VnTimeH
 * @TD_LEGACY_VNI: VNI for Windows: fonts VNI-Times, VNI-Helve and so on
 *
 * How Vietnamese was written before Unicode: by fonts that draw other letters than the text has.
 */
typedef enum
{
  TD_LEGACY_NONE,
  TD_LEGACY_TCVN3,
  TD_LEGACY_TCVN3_CAPITALS,
  TD_LEGACY_VNI,
} TdLegacyEncoding;

TdLegacyEncoding td_legacy_from_font (const char *family);
TdLegacyEncoding td_legacy_guess (const char *text);
char *td_legacy_convert (const char *text, TdLegacyEncoding encoding);

G_END_DECLS
