/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-ceremony-print.h"
#include "td-ceremony-set.h"
#include "td-letter-case.h"
#include "td-speech.h"

G_BEGIN_DECLS

gboolean td_ceremony_papers_fill (TdCeremonySet *set, TdCeremonyPaper paper, TdSpeech *speech, TdLetterCase *letter, TdJob *job);

G_END_DECLS
