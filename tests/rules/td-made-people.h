/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-match.h"
#include "td-samples.h"

/* People who do not exist, and what becomes of them in lists. */

typedef struct
{
  char *name;
  char *birth;
  char *citizen_id;
  const char *sex;
  gint64 units[3];
  guint n_units;
} MadePerson;

typedef enum
{
  MADE_CAPITALS,
  MADE_UNMARKED,
  MADE_TONE_PLACE,
  MADE_I_Y,
  MADE_SPACING,
  MADE_SLIP,
  MADE_OTHER_MARK,
  MADE_SWAPPED_BIRTH,
  MADE_YEAR_ONLY,
  MADE_OTHER_UNIT,
  MADE_NEW_UNIT,
  MADE_N_CHANGES,
} MadeChange;

typedef enum
{
  MADE_NAMESAKE_OF_YEAR,
  MADE_NAMESAKE_OF_UNIT,
  MADE_NAMESAKE_OF_BOTH,
  MADE_TWIN,
  MADE_SON,
  MADE_NEIGHBOUR_NAME,
  MADE_N_LOOKALIKES,
} MadeLookalike;

#define MADE_N_UNITS 400
/* A unit above it came of the unit so much lower. */
#define MADE_SUCCESSOR 100000

MadePerson *made_person_new (const TdSamples *samples, GRand *rand, guint serial);
MadePerson *made_person_copy (const MadePerson *person);
void made_person_free (MadePerson *person);
TdMatchSide made_person_side (const MadePerson *person);
gboolean made_person_change (MadePerson *person, MadeChange change, GRand *rand);
MadePerson *made_person_lookalike (const MadePerson *person, MadeLookalike lookalike, const TdSamples *samples, GRand *rand, guint serial);
const char *made_change_to_text (MadeChange change);
const char *made_lookalike_to_text (MadeLookalike lookalike);
