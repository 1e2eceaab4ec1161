/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"
#include "td-store.h"

G_BEGIN_DECLS

/**
 * TdNominationJudge:
 *
 * Brings together what the rules of a nomination need from the office file, for many nominations
 * of one plan.
 */
typedef struct _TdNominationJudge TdNominationJudge;

TdNominationJudge *td_nomination_judge_new (TdConnection *connection, gint64 plan_id, GError **error);
void td_nomination_judge_free (TdNominationJudge *self);
gint64 td_nomination_judge_get_plan_id (TdNominationJudge *self);
GPtrArray *td_nomination_judge_check (TdNominationJudge *self, TdConnection *connection, TdNomination *nomination,
                                      TdSubject *subject, GError **error);
TdSubject *td_nomination_judge_find_subject (TdConnection *connection, TdSubject *subject, GError **error);
char *td_nomination_judge_subject_key (TdSubject *subject);
guint32 td_nomination_judge_subject_hash (const char *kind, const char *name, const char *birth, const char *citizen_id, gint64 unit_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdNominationJudge, td_nomination_judge_free)

G_END_DECLS
