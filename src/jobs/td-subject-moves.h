/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-store.h"

G_BEGIN_DECLS

/* What merging and splitting share: values as the log of moves keeps them. */

char *td_subject_moves_dup_value (TdEntity *record, const TdField *field);
void td_subject_moves_set_value (TdEntity *record, const TdField *field, const char *value);
gboolean td_subject_moves_add (TdConnection *connection, TdSubjectMerge *merge, TdEntity *record, const TdField *field,
                               const char *old_value, const char *new_value, GError **error);
GPtrArray *td_subject_moves_list_pointing (TdConnection *connection, const TdReference *reference, gint64 id, GError **error);

G_END_DECLS
