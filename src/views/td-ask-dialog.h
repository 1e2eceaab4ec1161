/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

/**
 * TdAskMake:
 * @question: the answers
 * @owner: as given to td_ask_dialog_present()
 *
 * Returns: (transfer full): the job that does what was asked for
 */
typedef TdJob *(*TdAskMake) (TdEntity *question, gpointer owner);

/**
 * TdAsk:
 * @title: what will be done, translated
 * @text: (nullable): what that means, translated
 * @verb: the button, translated
 * @done: said when it is done, translated
 * @make: makes the job
 *
 * A question before something is done.
 */
typedef struct
{
  const char *title;
  const char *text;
  const char *verb;
  const char *done;
  TdAskMake make;
} TdAsk;

#define TD_TYPE_ASK_DIALOG (td_ask_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdAskDialog, td_ask_dialog, TD, ASK_DIALOG, AdwWindow)

void td_ask_dialog_present (GtkWidget *parent, TdSession *session, const TdAsk *ask, TdEntity *question, gpointer owner);

G_END_DECLS
