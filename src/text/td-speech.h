/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes posts and units as they are read aloud: abbreviations in full, numbers as words. */
typedef struct _TdSpeech TdSpeech;

TdSpeech *td_speech_new (void);
void td_speech_free (TdSpeech *self);
void td_speech_add (TdSpeech *self, const char *written, const char *spoken, gboolean doubtful);
char *td_speech_read (TdSpeech *self, const char *text, GPtrArray *doubts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSpeech, td_speech_free)

G_END_DECLS
