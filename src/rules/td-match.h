/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdMatchReason:
 *
 * What speaks for two records being one, and from %TD_MATCH_OTHER_KIND on against it. A set of bits.
 */
typedef enum
{
  TD_MATCH_CITIZEN_ID = 1 << 0,
  TD_MATCH_ZERO_LOST = 1 << 1,
  TD_MATCH_CITIZEN_ID_SLIP = 1 << 2,
  TD_MATCH_NAME = 1 << 3,
  TD_MATCH_NAME_I_Y = 1 << 4,
  TD_MATCH_NAME_SPACING = 1 << 5,
  TD_MATCH_NAME_UNMARKED = 1 << 6,
  TD_MATCH_NAME_MARKS = 1 << 7,
  TD_MATCH_NAME_SLIP = 1 << 8,
  TD_MATCH_FORMER_NAME = 1 << 9,
  TD_MATCH_BIRTH = 1 << 10,
  TD_MATCH_BIRTH_SWAPPED = 1 << 11,
  TD_MATCH_BIRTH_MONTH = 1 << 12,
  TD_MATCH_BIRTH_YEAR = 1 << 13,
  TD_MATCH_UNIT = 1 << 14,
  TD_MATCH_UNIT_RELATED = 1 << 15,
  TD_MATCH_PARENT_UNIT = 1 << 16,
  TD_MATCH_RESIDENCE = 1 << 17,
  TD_MATCH_OTHER_KIND = 1 << 18,
  TD_MATCH_OTHER_NAME = 1 << 19,
  TD_MATCH_OTHER_CITIZEN_ID = 1 << 20,
  TD_MATCH_OTHER_SEX = 1 << 21,
  TD_MATCH_OTHER_DAY = 1 << 22,
  TD_MATCH_OTHER_YEAR = 1 << 23,
} TdMatchReason;

/**
 * TdMatchVerdict:
 * @TD_MATCH_NONE: nothing to propose
 * @TD_MATCH_POSSIBLE: a person should look
 * @TD_MATCH_LIKELY: proposed first
 * @TD_MATCH_CERTAIN: may be taken in bulk
 *
 * What is proposed. Matching never decides.
 */
typedef enum
{
  TD_MATCH_NONE,
  TD_MATCH_POSSIBLE,
  TD_MATCH_LIKELY,
  TD_MATCH_CERTAIN,
} TdMatchVerdict;

/**
 * TdMatchSide:
 * @kind: (nullable): "person", "collective" or "household"; %NULL is a person
 * @name: as written
 * @other_names: (nullable): %NULL-terminated: earlier names and others
 * @birth: (nullable): ISO, as exact as known
 * @sex: (nullable): "male" or "female"
 * @citizen_id: (nullable): as written
 * @unit_ids: the unit, then those it was made of or became; may be empty
 * @n_unit_ids: how many
 * @parent_unit_id: what the unit belongs to, 0 for none
 * @residence: (nullable): address
 *
 * What is compared: borrowed values, valid UTF-8.
 */
typedef struct
{
  const char *kind;
  const char *name;
  const char *const *other_names;
  const char *birth;
  const char *sex;
  const char *citizen_id;
  const gint64 *unit_ids;
  guint n_unit_ids;
  gint64 parent_unit_id;
  const char *residence;
} TdMatchSide;

/**
 * TdMatchResult:
 * @score: 0 to 100; 90 and more is certain
 * @verdict: what is proposed
 * @reasons: #TdMatchReason
 */
typedef struct
{
  guint score;
  TdMatchVerdict verdict;
  guint32 reasons;
} TdMatchResult;

TdMatchResult td_match_compare (const TdMatchSide *a, const TdMatchSide *b);
void td_match_result_doubt (TdMatchResult *result);
GPtrArray *td_match_reasons_to_nicks (guint32 reasons);
GPtrArray *td_match_reasons_to_texts (guint32 reasons);
const char *td_match_verdict_to_nick (TdMatchVerdict verdict);
const char *td_match_verdict_to_text (TdMatchVerdict verdict);
const char *td_match_bare_name (const char *kind, const char *name);

G_END_DECLS
