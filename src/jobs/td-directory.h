/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-store.h"

G_BEGIN_DECLS

/**
 * TdDirectory:
 *
 * The units and givers of an office by the names people write them with. Made for one job.
 */
typedef struct _TdDirectory TdDirectory;

TdDirectory *td_directory_load (TdConnection *connection, GError **error);
void td_directory_free (TdDirectory *self);
TdUnit *td_directory_find_unit (TdDirectory *self, const char *text, gboolean *ambiguous);
TdUnit *td_directory_get_unit (TdDirectory *self, gint64 id);
GPtrArray *td_directory_get_units (TdDirectory *self);
TdGiver *td_directory_find_giver (TdDirectory *self, const char *text);
TdGiver *td_directory_find_giver_of_level (TdDirectory *self, const char *const *levels);
TdGiver *td_directory_get_giver (TdDirectory *self, gint64 id);

char *td_directory_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdDirectory, td_directory_free)

G_END_DECLS
