/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdMoneyRule:
 * @subject_kind: "person", "collective" or "household"
 * @coefficient: hundredths of the base salary
 * @factor: tenths: 10 for a person, 20 for a collective
 * @verified: whether the figure was read in a text of law
 */
typedef struct
{
  char *subject_kind;
  gint64 coefficient;
  gint64 factor;
  gboolean verified;
} TdMoneyRule;

/**
 * TdAwardForm:
 * @id: of the catalogue, such as "BK_TINH"
 * @name: without the giver: "Bằng khen"
 * @english: (nullable): the same in English, on certificates for foreigners
 * @folded_name: the same, for finding it as people write it
 * @rank: order of precedence, 1 is the highest
 * @is_title: an emulation title (danh hiệu thi đua), not an award form
 * @giver_levels: %NULL-terminated: who may give it
 * @subject_kinds: %NULL-terminated: who may receive it
 * @kinds: %NULL-terminated: for which kinds of commendation
 * @money: (element-type TdMoneyRule): what it is worth
 * @article: of the law
 * @valid_from: first day, ISO
 * @valid_to: (nullable): last day
 *
 * An entry of the catalogue: hình thức khen thưởng or danh hiệu thi đua. Dated data.
 */
typedef struct
{
  char *id;
  char *name;
  char *english;
  char *folded_name;
  int rank;
  gboolean is_title;
  char **giver_levels;
  char **subject_kinds;
  char **kinds;
  GPtrArray *money;
  char *article;
  char *valid_from;
  char *valid_to;
} TdAwardForm;

/**
 * TdBaseSalary:
 * @from: first day, ISO
 * @dong: mức lương cơ sở
 * @verified: whether it was read in a text of law
 */
typedef struct
{
  char *from;
  gint64 dong;
  gboolean verified;
} TdBaseSalary;

/**
 * TdCatalogue:
 *
 * The award forms and the figures of money that hold in an office. It never changes once read,
 * so any thread may ask it.
 */
typedef struct _TdCatalogue TdCatalogue;

TdCatalogue *td_catalogue_new (gint64 rounding);
TdCatalogue *td_catalogue_ref (TdCatalogue *self);
void td_catalogue_unref (TdCatalogue *self);
void td_catalogue_take_form (TdCatalogue *self, TdAwardForm *form);
void td_catalogue_take_base_salary (TdCatalogue *self, TdBaseSalary *salary);

GPtrArray *td_catalogue_get_forms (TdCatalogue *self);
const TdAwardForm *td_catalogue_find_form (TdCatalogue *self, const char *name, const char *giver_level);
const TdAwardForm *td_catalogue_find_form_by_name (TdCatalogue *self, const char *text);
const TdBaseSalary *td_catalogue_get_base_salary (TdCatalogue *self, const char *date);
const TdMoneyRule *td_award_form_find_money (const TdAwardForm *form, const char *subject_kind);
gint64 td_catalogue_compute_money (TdCatalogue *self, const TdMoneyRule *rule, gint64 base_salary);
gboolean td_award_form_admits (const TdAwardForm *form, const char *subject_kind);

TdAwardForm *td_award_form_new (void);
void td_award_form_free (TdAwardForm *form);
void td_money_rule_free (TdMoneyRule *rule);
void td_base_salary_free (TdBaseSalary *salary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCatalogue, td_catalogue_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdAwardForm, td_award_form_free)

G_END_DECLS
