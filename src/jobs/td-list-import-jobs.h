/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-list-check.h"

G_BEGIN_DECLS

/**
 * TdListTaking:
 * @path: the file
 * @options: what it is for
 * @rest_path: (nullable): where the rows go that cannot come in; without it all come in or none
 * @fill: whether known subjects get what the file has; else they stay as they are. Empty cells never erase
 * @dry_run: whether to tell only what would happen
 * @source: (nullable): of history: what it is known from
 *
 * How a list is taken in.
 */
typedef struct
{
  const char *path;
  TdListOptions options;
  const char *rest_path;
  gboolean fill;
  gboolean dry_run;
  const char *source;
} TdListTaking;

TdListTaking *td_list_taking_copy (const TdListTaking *taking);
void td_list_taking_free (TdListTaking *taking);
TdListCheck *td_list_taking_check (const TdListTaking *taking, TdJob *job, TdConnection *connection, double to, GError **error);

TdJob *td_list_import_job (const TdListTaking *taking);
TdJob *td_list_take_job (TdListCheck *check, const TdListTaking *taking);

G_END_DECLS
