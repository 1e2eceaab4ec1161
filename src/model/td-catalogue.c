/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-catalogue"

#include "config.h"

#include "td-catalogue.h"
#include "td-text.h"

struct _TdCatalogue
{
  gatomicrefcount ref_count;
  gint64 rounding; /* đồng */
  GPtrArray *forms;
  GPtrArray *salaries; /* oldest first */
};

/**
 * td_award_form_new:
 *
 * Returns: (transfer full): an empty entry
 */
TdAwardForm *
td_award_form_new (void)
{
  TdAwardForm *form = g_new0 (TdAwardForm, 1);

  form->money = g_ptr_array_new_with_free_func ((GDestroyNotify) td_money_rule_free);
  return form;
}

/**
 * td_award_form_free:
 * @form: (transfer full): an entry
 */
void
td_award_form_free (TdAwardForm *form)
{
  g_free (form->id);
  g_free (form->name);
  g_free (form->folded_name);
  g_strfreev (form->giver_levels);
  g_strfreev (form->subject_kinds);
  g_strfreev (form->kinds);
  g_ptr_array_unref (form->money);
  g_free (form->article);
  g_free (form->english);
  g_free (form->valid_from);
  g_free (form->valid_to);
  g_free (form);
}

/**
 * td_money_rule_free:
 * @rule: (transfer full): a rule
 */
void
td_money_rule_free (TdMoneyRule *rule)
{
  g_free (rule->subject_kind);
  g_free (rule);
}

/**
 * td_base_salary_free:
 * @salary: (transfer full): a figure
 */
void
td_base_salary_free (TdBaseSalary *salary)
{
  g_free (salary->from);
  g_free (salary);
}

/**
 * td_catalogue_new:
 * @rounding: money is rounded up to this many đồng
 *
 * Returns: (transfer full): an empty catalogue
 */
TdCatalogue *
td_catalogue_new (gint64 rounding)
{
  TdCatalogue *self = g_new0 (TdCatalogue, 1);

  g_return_val_if_fail (rounding > 0, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->rounding = rounding;
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) td_award_form_free);
  self->salaries = g_ptr_array_new_with_free_func ((GDestroyNotify) td_base_salary_free);
  return self;
}

/**
 * td_catalogue_ref:
 * @self: a catalogue
 *
 * Returns: (transfer full): the same
 */
TdCatalogue *
td_catalogue_ref (TdCatalogue *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * td_catalogue_unref:
 * @self: (transfer full): a catalogue
 */
void
td_catalogue_unref (TdCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->salaries);
  g_free (self);
}

/**
 * td_catalogue_take_form:
 * @self: a catalogue being read
 * @form: (transfer full): its next entry
 */
void
td_catalogue_take_form (TdCatalogue *self, TdAwardForm *form)
{
  form->folded_name = td_text_fold (form->name);
  g_ptr_array_add (self->forms, form);
}

/**
 * td_catalogue_take_base_salary:
 * @self: a catalogue being read
 * @salary: (transfer full): the next figure, later than those before
 */
void
td_catalogue_take_base_salary (TdCatalogue *self, TdBaseSalary *salary)
{
  g_ptr_array_add (self->salaries, salary);
}

/**
 * td_catalogue_get_forms:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type TdAwardForm): all entries, by rank
 */
GPtrArray *
td_catalogue_get_forms (TdCatalogue *self)
{
  return self->forms;
}

/**
 * td_catalogue_find_form:
 * @self: a catalogue
 * @name: a form's name
 * @giver_level: (nullable): the level of its giver; %NULL takes the highest ranked of that name
 *
 * Returns: (nullable): the entry
 */
const TdAwardForm *
td_catalogue_find_form (TdCatalogue *self, const char *name, const char *giver_level)
{
  for (guint i = 0; name != NULL && i < self->forms->len; i++)
    {
      const TdAwardForm *form = g_ptr_array_index (self->forms, i);

      if (g_str_equal (form->name, name) && (giver_level == NULL || g_strv_contains ((const char *const *) form->giver_levels, giver_level)))
        return form;
    }
  return NULL;
}

/**
 * td_catalogue_find_form_by_name:
 * @self: a catalogue
 * @text: as people write it, with or without tone marks
 *
 * Returns: (nullable): an entry of that name; several givers may give it
 */
const TdAwardForm *
td_catalogue_find_form_by_name (TdCatalogue *self, const char *text)
{
  g_autofree char *wanted = td_text_fold (text);

  for (guint i = 0; i < self->forms->len; i++)
    {
      const TdAwardForm *form = g_ptr_array_index (self->forms, i);

      if (g_str_equal (form->folded_name, wanted))
        return form;
    }
  return NULL;
}

/**
 * td_catalogue_get_base_salary:
 * @self: a catalogue
 * @date: the day of the decision, ISO
 *
 * Mức lương cơ sở in force on the day of the decision: NĐ 152/2025, as under NĐ 91/2017 Điều 68.
 *
 * Returns: (nullable): the figure
 */
const TdBaseSalary *
td_catalogue_get_base_salary (TdCatalogue *self, const char *date)
{
  const TdBaseSalary *found = NULL;

  for (guint i = 0; i < self->salaries->len; i++)
    {
      const TdBaseSalary *salary = g_ptr_array_index (self->salaries, i);

      if (g_strcmp0 (salary->from, date) <= 0)
        found = salary;
    }
  return found;
}

/**
 * td_award_form_find_money:
 * @form: an entry
 * @subject_kind: who receives it
 *
 * Returns: (nullable): what it is worth; %NULL when that is not known
 */
const TdMoneyRule *
td_award_form_find_money (const TdAwardForm *form, const char *subject_kind)
{
  for (guint i = 0; i < form->money->len; i++)
    {
      const TdMoneyRule *rule = g_ptr_array_index (form->money, i);

      if (g_strcmp0 (rule->subject_kind, subject_kind) == 0)
        return rule;
    }
  return NULL;
}

/**
 * td_catalogue_compute_money:
 * @self: a catalogue
 * @rule: coefficient and factor
 * @base_salary: đồng
 *
 * Coefficient, factor and base are multiplied as whole numbers and rounded up once, at the end
 * (0.15 × 1.5 has three decimals): NĐ 152/2025, rounding to ten thousand đồng.
 *
 * Returns: đồng
 */
gint64
td_catalogue_compute_money (TdCatalogue *self, const TdMoneyRule *rule, gint64 base_salary)
{
  const gint64 scale = 100 * 10; /* hundredths × tenths */
  gint64 product = rule->coefficient * rule->factor * base_salary;
  gint64 step = scale * self->rounding;

  return (product + step - 1) / step * self->rounding;
}

/**
 * td_award_form_admits:
 * @form: an entry
 * @subject_kind: a kind of subject
 *
 * Returns: whether such a subject may receive it
 */
gboolean
td_award_form_admits (const TdAwardForm *form, const char *subject_kind)
{
  return subject_kind != NULL && g_strv_contains ((const char *const *) form->subject_kinds, subject_kind);
}
