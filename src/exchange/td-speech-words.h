/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-speech.h"

G_BEGIN_DECLS

TdSpeech *td_speech_words_parse (const char *text);
TdSpeech *td_speech_words_load (GError **error);

G_END_DECLS
