/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdSampleWords:
 *
 * Words, some more common than others.
 */
typedef struct _TdSampleWords TdSampleWords;

guint td_sample_words_get_n (const TdSampleWords *self);
const char *td_sample_words_get (const TdSampleWords *self, guint position);
const char *td_sample_words_pick (const TdSampleWords *self, guint32 number);

/**
 * TdSampleSex:
 * @TD_SAMPLE_MALE: names of men
 * @TD_SAMPLE_FEMALE: names of women
 */
typedef enum
{
  TD_SAMPLE_MALE,
  TD_SAMPLE_FEMALE,
  TD_SAMPLE_N_SEXES,
} TdSampleSex;

/**
 * TdSampleNames:
 * @family: family names of the Kinh
 * @middle: middle names, which may have two syllables
 * @given: given names
 */
typedef struct
{
  TdSampleWords *family;
  TdSampleWords *middle;
  TdSampleWords *given;
} TdSampleNames;

/**
 * TdSamplePeople:
 * @weight: how common, against the other peoples
 * @family_first: whether the family name comes first
 * @prefix: what stands right before the given name: "Y ", "H’"
 * @given: given names
 * @families: family names
 *
 * How a people of the highlands forms its names.
 */
typedef struct
{
  guint weight;
  gboolean family_first;
  TdSampleWords *prefix[TD_SAMPLE_N_SEXES];
  TdSampleWords *given[TD_SAMPLE_N_SEXES];
  TdSampleWords *families;
} TdSamplePeople;

/**
 * TdSamples:
 * @names: by #TdSampleSex
 * @peoples: (element-type TdSamplePeople): those with names of another form
 * @office: the office
 * @givers: (element-type TdGiver): who gives
 * @province: (element-type TdUnit): the province, then its communes and wards
 * @bodies: (element-type TdUnit): departments, bodies, schools, enterprises
 * @ended: a unit that is no more, as it was before
 * @ended_act: what ended it; the texts "ended_heirs" name the units that took over
 * @stocks: (element-type TdStock): kinds of blanks
 * @packs: (element-type TdStockPack): what came in of each, without its stock
 * @carried: (element-type utf8): what each carries, as td_stock_add_job() takes it
 * @blocs: (element-type TdSampleWords): the names of a bloc's members; the first leads it, the
 *   second is its deputy
 * @bloc_records: (element-type TdBloc): the blocs, in the same order
 * @posts: (element-type utf8 TdSampleWords): by kind of unit
 * @collectives: (element-type utf8 TdSampleWords): by kind of unit; "{unit}" stands for its name
 * @texts: (element-type utf8 TdSampleWords): all other texts by their name in demo.json
 *
 * What the demo office is made of. Nothing of it is stored.
 */
typedef struct
{
  TdSampleNames names[TD_SAMPLE_N_SEXES];
  GPtrArray *peoples;
  TdOffice *office;
  GPtrArray *givers;
  GPtrArray *province;
  GPtrArray *bodies;
  TdUnit *ended;
  TdUnitAct *ended_act;
  GPtrArray *stocks;
  GPtrArray *packs;
  GPtrArray *carried;
  GPtrArray *blocs;
  GPtrArray *bloc_records;
  GHashTable *posts;
  GHashTable *collectives;
  GHashTable *texts;
} TdSamples;

TdSamples *td_samples_load (GError **error);
void td_samples_free (TdSamples *self);
const TdSampleWords *td_samples_get_texts (const TdSamples *self, const char *name);
const char *td_samples_get_text (const TdSamples *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSamples, td_samples_free)

G_END_DECLS
