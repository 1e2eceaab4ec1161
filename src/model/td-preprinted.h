/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdPreprintedGap:
 * @start: first byte of the text that stands on the dots
 * @end: byte after the last
 *
 * A piece of a text that a blank leaves to be written.
 */
typedef struct
{
  guint start;
  guint end;
} TdPreprintedGap;

gboolean td_preprinted_has_gaps (const char *words);
gboolean td_preprinted_match (const char *words, const char *text, GArray **gaps);

G_END_DECLS
