/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-demo-people.h"

G_BEGIN_DECLS

/**
 * TdDemoPlan:
 * @TD_DEMO_PLAN_CONGRESS: Đắk Lắk's, for the congress
 * @TD_DEMO_PLAN_GROWTH: Đắk Lắk's, for growth
 * @TD_DEMO_PLAN_SON_LA: Sơn La's, which gives nothing at the level of the province
 *
 * The plans that are shipped, in the order they are imported.
 */
typedef enum
{
  TD_DEMO_PLAN_CONGRESS,
  TD_DEMO_PLAN_GROWTH,
  TD_DEMO_PLAN_SON_LA,
  TD_DEMO_PLAN_KHANH_HOA,
  TD_DEMO_PLAN_THAI_NGUYEN,
  TD_DEMO_N_PLANS,
} TdDemoPlan;

/**
 * TdDemoOffice:
 * @samples: what it is made of, with the ids of what is stored
 * @people: who is nominated
 * @plans: their ids
 * @n_nominations: how many there will be
 * @n_decided: how many of them, the first ones, stand in the issued decision
 */
typedef struct
{
  TdSamples *samples;
  TdDemoPeople *people;
  gint64 plans[TD_DEMO_N_PLANS];
  guint n_nominations;
  guint n_decided;
} TdDemoOffice;

TdNomination *td_demo_nomination_make (const TdDemoOffice *office, guint number, GRand *rand, TdSubject **subject);

G_END_DECLS
