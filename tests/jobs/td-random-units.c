/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-random-jobs.h"
#include "td-record-jobs.h"
#include "td-unit-group-jobs.h"
#include "td-unit-history.h"
#include "td-unit-jobs.h"
#include "td-unit-lineage.h"

/* Units and their groups, read at random. */

TdJob *
td_random_delete_group (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_UNIT_GROUP, NULL, NULL);

  return id != 0 ? td_record_delete_job (TD_TYPE_UNIT_GROUP, &id, 1) : NULL;
}

TdJob *
td_random_seed_groups (TdRandomOffice *self)
{
  return td_unit_group_seed_job ();
}

TdJob *
td_random_list_task_units (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL);

  return id != 0 ? td_task_units_job (id, "2026-07-01") : NULL;
}

TdJob *
td_random_unit_history (TdRandomOffice *self)
{
  return td_unit_history_job (td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL), td_random_below (self, 3));
}

TdJob *
td_random_list_units (TdRandomOffice *self)
{
  return td_unit_list_job (td_random_one_in (self, 2) ? "2026-07-01" : NULL, td_random_one_in (self, 2) ? "ward" : NULL, td_random_one_in (self, 2) ? td_random_pick_id (self, TD_TYPE_UNIT_GROUP, NULL, NULL) : 0);
}
