/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-secret.h"
#include "td-session.h"

G_BEGIN_DECLS

/**
 * TdPassphraseMake:
 * @passphrase: what was typed
 * @owner: as given
 *
 * Returns: (transfer full): the job that needs it
 */
typedef TdJob *(*TdPassphraseMake) (TdSecret *passphrase, gpointer owner);

/**
 * TdPassphraseChange:
 * @old: what was typed as the passphrase there is
 * @passphrase: what was typed as the new one
 * @owner: as given
 *
 * Returns: (transfer full): the job that changes it
 */
typedef TdJob *(*TdPassphraseChange) (TdSecret *old, TdSecret *passphrase, gpointer owner);

/**
 * TdPassphraseQuestion:
 * @title: what will be done, translated
 * @text: what that means, translated
 * @verb: the button, translated
 * @is_new: whether it is typed twice and judged
 * @make: (nullable): makes the job
 * @done: (nullable): told when the job has gone well
 * @change: (nullable): makes the job in place of @make, when the passphrase there is comes before a new one
 *
 * What a passphrase is asked for.
 */
typedef struct
{
  const char *title;
  const char *text;
  const char *verb;
  gboolean is_new;
  TdPassphraseMake make;
  void (*done) (TdJob *job, gpointer owner);
  TdPassphraseChange change;
} TdPassphraseQuestion;

#define TD_TYPE_PASSPHRASE_DIALOG (td_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdPassphraseDialog, td_passphrase_dialog, TD, PASSPHRASE_DIALOG, AdwWindow)

void td_passphrase_dialog_present (GtkWidget *parent, TdSession *session, const TdPassphraseQuestion *question, gpointer owner);

G_END_DECLS
