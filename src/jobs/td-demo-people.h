/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-samples.h"

G_BEGIN_DECLS

/**
 * TdDemoPeople:
 *
 * Makes people, collectives and households who do not exist.
 */
typedef struct _TdDemoPeople TdDemoPeople;

TdDemoPeople *td_demo_people_new (const TdSamples *samples, guint32 seed);
void td_demo_people_free (TdDemoPeople *self);
void td_demo_people_avoid (TdDemoPeople *self, const char *name);
TdUnit *td_demo_people_pick_unit (TdDemoPeople *self, GRand *rand);

TdSubject *td_demo_people_make_person (TdDemoPeople *self, guint serial, TdUnit *unit, GRand *rand);
TdSubject *td_demo_people_make_household (TdDemoPeople *self, GRand *rand);
TdSubject *td_demo_people_make_collective (TdDemoPeople *self, guint serial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdDemoPeople, td_demo_people_free)

G_END_DECLS
