/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdRecipients:
 *
 * What many certificates say, kept small: most of it is the same on each. One thread at a time may use it.
 */
typedef struct _TdRecipients TdRecipients;

TdRecipients *td_recipients_new (void);
TdRecipients *td_recipients_ref (TdRecipients *self);
void td_recipients_unref (TdRecipients *self);

void td_recipients_add (TdRecipients *self, GHashTable *fields);
guint td_recipients_get_n (TdRecipients *self);
GHashTable *td_recipients_get (TdRecipients *self, guint n);
GHashTable *td_recipients_dup (TdRecipients *self, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdRecipients, td_recipients_unref)

G_END_DECLS
