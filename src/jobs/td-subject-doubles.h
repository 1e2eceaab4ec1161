/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-match.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdDouble:
 * @first: a subject; as described where it is not kept yet
 * @second: another that may be the same
 * @result: how likely, and why
 */
typedef struct
{
  TdSubject *first;
  TdSubject *second;
  TdMatchResult result;
} TdDouble;

/**
 * TdSubjectDoubles:
 *
 * Pairs of subjects that may be one, the likeliest first. Nothing is decided by them.
 */
#define TD_TYPE_SUBJECT_DOUBLES (td_subject_doubles_get_type ())
G_DECLARE_FINAL_TYPE (TdSubjectDoubles, td_subject_doubles, TD, SUBJECT_DOUBLES, GObject)

GPtrArray *td_subject_doubles_get_pairs (TdSubjectDoubles *self);
char *td_double_dup_reasons (const TdDouble *pair);

TdJob *td_subject_doubles_job (guint max);
TdJob *td_subject_likely_job (TdSubject *subject, gboolean typing, guint max);

G_END_DECLS
