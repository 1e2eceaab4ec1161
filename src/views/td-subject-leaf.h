/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"
#include "td-subject.h"

G_BEGIN_DECLS

#define TD_TYPE_SUBJECT_LEAF (td_subject_leaf_get_type ())
G_DECLARE_FINAL_TYPE (TdSubjectLeaf, td_subject_leaf, TD, SUBJECT_LEAF, AdwBin)

GtkWidget *td_subject_leaf_new (TdSession *session);
void td_subject_leaf_open (TdSubjectLeaf *self, TdSubject *subject);
void td_subject_leaf_follow (TdSubjectLeaf *self, gint64 id);
TdSubject *td_subject_leaf_get_subject (TdSubjectLeaf *self);

G_END_DECLS
