/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-bloc.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_BLOC_MEMBERS (td_bloc_members_get_type ())
G_DECLARE_FINAL_TYPE (TdBlocMembers, td_bloc_members, TD, BLOC_MEMBERS, AdwBin)

GtkWidget *td_bloc_members_new (TdSession *session);
void td_bloc_members_set_bloc (TdBlocMembers *self, TdBloc *bloc);

G_END_DECLS
