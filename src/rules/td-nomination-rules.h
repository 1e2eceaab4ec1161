/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-catalogue.h"
#include "td-finding.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdNominationCase:
 * @nomination: what is proposed
 * @subject: for whom
 * @giver: (nullable): who is asked to give; %NULL when not known
 * @unit: (nullable): the unit of the nomination
 * @unit_end: (nullable): the unit's part in the act that ended it
 * @unit_heirs: (nullable): the names of the units that took over from it
 * @plan: (nullable): the plan
 * @allowances: (element-type TdAllowance): what the plan says of award forms on the day the dossier came
 * @sources: (nullable) (element-type TdAllowance TdPlanChange): the document an allowance comes from, where it is not the
 *   plan itself
 * @open_list: the plan itself names no award forms, so that those not named are left to the law
 * @others: (element-type TdNomination): other nominations of the subject in the plan
 * @earlier: (nullable) (element-type TdNomination): what the subject was given in movements that the plan names as rewarded
 *   already
 * @catalogue: the award forms in force
 * @today: ISO: the day it is judged by
 * @disciplines: (nullable) (element-type TdDiscipline): the subject's disciplinary measures
 * @verifications: (nullable) (element-type TdVerification): what is looked into about the subject
 *
 * Everything a check of one nomination needs. Nothing of it is changed.
 */
typedef struct
{
  TdNomination *nomination;
  TdSubject *subject;
  TdGiver *giver;
  TdUnit *unit;
  TdUnitActPart *unit_end;
  const char *unit_heirs;
  TdPlan *plan;
  GPtrArray *allowances;
  GHashTable *sources;
  gboolean open_list;
  GPtrArray *others;
  GPtrArray *earlier;
  TdCatalogue *catalogue;
  const char *today;
  GPtrArray *disciplines;
  GPtrArray *verifications;
} TdNominationCase;

GPtrArray *td_nomination_rules_check (const TdNominationCase *the_case);

G_END_DECLS
