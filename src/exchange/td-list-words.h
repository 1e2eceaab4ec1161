/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-reading.h"

G_BEGIN_DECLS

/**
 * TdListPhrases:
 *
 * Words of one meaning; the longest that fits counts.
 */
typedef struct _TdListPhrases TdListPhrases;

/**
 * TdListWords:
 * @kinds: of subjects → "person", "collective", "household"
 * @sexes: → "male", "female"
 * @commendation_kinds: loại hình → its nick
 * @yes_no: → "yes", "no"
 * @addresses: Ông, Bà → the sex they tell, or "none"
 * @ranks: what replaces Ông and Bà
 * @rank_ends: what may follow on a rank
 * @degrees: of learning and of honour, as they are shortened before names
 * @dead_words: what stands before the name of somebody dead
 * @households: how households begin
 * @collective_words: how collectives and units begin
 * @inner_units: how parts of units begin, which are no units of their own
 * @authorities: words that name a unit of its own wherever they stand
 * @forms: other names of award forms → the name in the catalogue
 * @giver_ends: what follows on the giver of an award in a sentence
 * @posthumous_words: what is written behind the name of somebody dead
 * @ditto: signs for "as above"
 * @nothing: signs for an empty cell
 * @totals: how sums begin
 * @foot: how what stands below a list begins
 *
 * The words of data/catalogue/list-columns.json. They never change once read.
 */
typedef struct
{
  TdListPhrases *kinds, *sexes, *commendation_kinds, *yes_no, *addresses, *ranks, *rank_ends, *degrees, *dead_words, *households,
      *collective_words, *inner_units, *authorities, *forms, *giver_ends, *posthumous_words, *ditto, *nothing, *totals, *foot;
  /*< private >*/
  GPtrArray *headings;
  GHashTable *exact;
} TdListWords;

const TdListWords *td_list_words_get (void);
guint td_list_words_score (const TdListWords *words, const char *heading, guint scores[TD_N_LIST_ROLES]);
gboolean td_list_words_find (const TdListWords *words, const char *heading, TdListRole *role);

const char *td_list_phrases_find (const TdListPhrases *phrases, const char *text);
const char *td_list_phrases_find_marked (const TdListPhrases *phrases, const char *text);
gboolean td_list_phrases_begin_with (const TdListPhrases *phrases, const char *word);
const char *td_list_phrases_find_start (const TdListPhrases *phrases, const char *folded, gsize *length);
const char *td_list_phrases_find_within (const TdListPhrases *phrases, const char *folded);

#define TD_LIST_SCORE_EXACT  1000
#define TD_LIST_SCORE_START  600
#define TD_LIST_SCORE_WITHIN 300

G_END_DECLS
