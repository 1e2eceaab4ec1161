/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdListForm:
 * @plan: (nullable): what the list is for, as the plan calls itself
 * @award_forms: %NULL-terminated: the award forms to choose from
 * @givers: %NULL-terminated: who may give them
 * @units: %NULL-terminated: the units to choose from
 * @made_at: when, in seconds since 1970
 *
 * What an empty form for a list of nominations offers.
 */
typedef struct
{
  const char *plan;
  const char *const *award_forms;
  const char *const *givers;
  const char *const *units;
  gint64 made_at;
} TdListForm;

gboolean td_list_form_write (const char *path, const TdListForm *form, GError **error);

G_END_DECLS
