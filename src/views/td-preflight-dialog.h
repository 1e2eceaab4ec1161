/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-finding-list.h"
#include "td-preflight-watch.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PREFLIGHT_DIALOG (td_preflight_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TdPreflightDialog, td_preflight_dialog, TD, PREFLIGHT_DIALOG, AdwWindow)

/**
 * TdPreflightUser:
 * @open: opens the case of a finding; the dialog is closed before
 * @leave_out: leaves one certificate out of what is printed, or takes all back when the id is 0
 *
 * What is done by whoever shows the certificates. Each gets the owner given to td_preflight_dialog_present().
 */
typedef struct
{
  TdFindingFunc open;
  void (*leave_out) (gint64 award_id, gpointer owner);
} TdPreflightUser;

void td_preflight_dialog_present (GtkWidget *parent, TdSession *session, TdPreflightWatch *watch, const TdPreflightUser *user, gpointer owner);

G_END_DECLS
