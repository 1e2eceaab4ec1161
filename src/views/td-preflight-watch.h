/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-preflight.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_PREFLIGHT_WATCH (td_preflight_watch_get_type ())
G_DECLARE_FINAL_TYPE (TdPreflightWatch, td_preflight_watch, TD, PREFLIGHT_WATCH, GObject)

TdPreflightWatch *td_preflight_watch_new (TdSession *session);
void td_preflight_watch_ask (TdPreflightWatch *self, gint64 decision_id, const TdCertificateOptions *options);
TdPreflight *td_preflight_watch_get (TdPreflightWatch *self);
GHashTable *td_preflight_watch_dup_marks (TdPreflightWatch *self);

G_END_DECLS
