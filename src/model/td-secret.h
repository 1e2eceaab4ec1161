/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdSecret:
 *
 * A passphrase: text that is wiped from memory when nobody holds it any more. Composed letters and
 * letters with marks of their own are the same to it, so that every keyboard opens what another closed.
 */
typedef struct _TdSecret TdSecret;

/**
 * TdStrength:
 * @TD_STRENGTH_TOO_WEAK: guessed in no time; no key is kept under it
 * @TD_STRENGTH_FAIR: holds while nobody tries for months
 * @TD_STRENGTH_STRONG: holds
 */
typedef enum
{
  TD_STRENGTH_TOO_WEAK,
  TD_STRENGTH_FAIR,
  TD_STRENGTH_STRONG,
} TdStrength;

TdSecret *td_secret_new (const char *text);
TdSecret *td_secret_ref (TdSecret *self);
void td_secret_unref (TdSecret *self);
const char *td_secret_get_text (const TdSecret *self);
gsize td_secret_get_length (const TdSecret *self);
gboolean td_secret_equal (const TdSecret *a, const TdSecret *b);
TdStrength td_secret_get_strength (const TdSecret *self);
void td_secret_wipe (char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSecret, td_secret_unref)

G_END_DECLS
