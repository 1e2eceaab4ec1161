/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-subject-history.h"

G_BEGIN_DECLS

/**
 * TdLifeKind:
 * @TD_LIFE_AWARD: given by an issued decision of this office
 * @TD_LIFE_EARLIER_AWARD: known from elsewhere
 * @TD_LIFE_NOMINATION: nominated, not awarded yet
 * @TD_LIFE_POST: a post that was taken up
 * @TD_LIFE_DISCIPLINE: a disciplinary measure
 * @TD_LIFE_VERIFICATION: something is being verified
 * @TD_LIFE_MERGE: another record was merged into this one
 */
typedef enum
{
  TD_LIFE_AWARD,
  TD_LIFE_EARLIER_AWARD,
  TD_LIFE_NOMINATION,
  TD_LIFE_POST,
  TD_LIFE_DISCIPLINE,
  TD_LIFE_VERIFICATION,
  TD_LIFE_MERGE,
} TdLifeKind;

/**
 * TdLifeEvent:
 * @kind: what it is
 * @date: (nullable): ISO, as exact as it is known
 * @now: it is so today, and comes before what has been
 * @title: what happened, translated
 * @text: (nullable): more about it, translated
 * @record: what it is told from: an award, a nomination …; the record that gave way for a merge
 *
 * One entry of the time line of a subject.
 */
typedef struct
{
  TdLifeKind kind;
  char *date;
  gboolean now;
  char *title;
  char *text;
  TdEntity *record;
} TdLifeEvent;

/**
 * TdLifeCount:
 * @award_form: what was given
 * @giver: (nullable): by whom
 * @n: how often
 * @last: (nullable): when last, ISO
 *
 * How often a subject was awarded something.
 */
typedef struct
{
  char *award_form;
  char *giver;
  guint n;
  char *last;
} TdLifeCount;

#define TD_TYPE_SUBJECT_LIFE (td_subject_life_get_type ())
G_DECLARE_FINAL_TYPE (TdSubjectLife, td_subject_life, TD, SUBJECT_LIFE, GObject)

TdSubjectLife *td_subject_life_load (TdConnection *connection, gint64 subject_id, const char *today, GError **error);
TdSubject *td_subject_life_get_subject (TdSubjectLife *self);
GPtrArray *td_subject_life_get_names (TdSubjectLife *self);
GPtrArray *td_subject_life_get_events (TdSubjectLife *self);
GPtrArray *td_subject_life_get_counts (TdSubjectLife *self);
guint td_subject_life_get_n_awards (TdSubjectLife *self);
char *td_subject_life_dup_who (TdSubjectLife *self);
char *td_subject_life_dup_summary (TdSubjectLife *self);
char *td_subject_life_dup_text (TdSubjectLife *self);

TdJob *td_subject_life_job (gint64 subject_id);

G_END_DECLS
