/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdHistoryEntry:
 * @date: (nullable): ISO, as exact as it is known
 * @award_form: what was given
 * @giver: (nullable): who gave it
 * @decision_number: (nullable): by which decision
 * @subject_name: (nullable): as the decision wrote it, where that is known
 * @unit_name: (nullable): the unit at the time
 * @post: (nullable): the post at the time
 * @achievement: (nullable): for what
 * @period_from: (nullable): achievement from
 * @period_to: (nullable): achievement until
 * @register_number: in the golden register, 0 for none
 * @register_year: its year
 * @posthumous: truy tặng
 * @source: (nullable): where an earlier award is known from; %NULL for a decision of this office
 * @decision_id: the decision, 0 for an earlier award
 * @revoked_by: (nullable): the number of the act that revoked it: it does not count any more
 * @record: the #TdAward or #TdEarlierAward
 *
 * One award in the life of a subject.
 */
typedef struct
{
  char *date;
  char *award_form;
  char *giver;
  char *decision_number;
  char *subject_name;
  char *unit_name;
  char *post;
  char *achievement;
  char *period_from;
  char *period_to;
  gint64 register_number;
  gint64 register_year;
  gboolean posthumous;
  char *source;
  gint64 decision_id;
  char *revoked_by;
  TdEntity *record;
} TdHistoryEntry;

#define TD_TYPE_SUBJECT_HISTORY (td_subject_history_get_type ())
G_DECLARE_FINAL_TYPE (TdSubjectHistory, td_subject_history, TD, SUBJECT_HISTORY, GObject)

TdSubjectHistory *td_subject_history_load (TdConnection *connection, gint64 subject_id, GError **error);
TdSubject *td_subject_history_get_subject (TdSubjectHistory *self);
GPtrArray *td_subject_history_get_entries (TdSubjectHistory *self);
GPtrArray *td_subject_history_get_merged (TdSubjectHistory *self);

TdJob *td_subject_history_job (gint64 subject_id);
TdJob *td_subject_confirm_job (gint64 subject_id, const char *path);

G_END_DECLS
