/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-ceremony.h"
#include "td-record-table.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_CEREMONY_ROLL (td_ceremony_roll_get_type ())
G_DECLARE_FINAL_TYPE (TdCeremonyRoll, td_ceremony_roll, TD, CEREMONY_ROLL, AdwBin)

GtkWidget *td_ceremony_roll_new (TdSession *session);
void td_ceremony_roll_set_ceremony (TdCeremonyRoll *self, TdCeremony *ceremony);
void td_ceremony_roll_collect (TdCeremonyRoll *self, TdRecordsFunc func, gpointer owner);

G_END_DECLS
