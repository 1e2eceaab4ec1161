/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-wording"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-wording.h"

#define VALUE(member) TD_ENTITY_FIELD (TdWording, member)

static const TdField fields[] = {
  { "opening", N_ ("Achievements begin"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED,
    VALUE (opening), .choices = td_choices_wording_opening },
  { "tail", N_ ("Achievements end with"), TD_FIELD_TEXT, 0,
    VALUE (tail) },
  { "final-stop", N_ ("Full stop at their end"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED,
    VALUE (final_stop), .choices = td_choices_wording_stop },
  { "name-case", N_ ("Names of people"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED,
    VALUE (name_case), .choices = td_choices_wording_case },
  { "register-label", N_ ("Register number"), TD_FIELD_TEXT, TD_FIELD_REQUIRED,
    VALUE (register_label) },
  { "register-restart", N_ ("Register numbers begin again"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED,
    VALUE (register_restart), .choices = td_choices_wording_restart },
  { "province-use", N_ ("Province in addresses"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED,
    VALUE (province_use), .choices = td_choices_wording_province },
  { "province", N_ ("Province"), TD_FIELD_TEXT, 0,
    VALUE (province) },
  { "thousand", N_ ("Thousand"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED,
    VALUE (thousand), .choices = td_choices_wording_thousand },
  { "certificate-signer", N_ ("Signer of certificates"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED,
    VALUE (certificate_signer), .choices = td_choices_wording_signer },
  { "kind-order", N_ ("First in lists"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED,
    VALUE (kind_order), .choices = td_choices_wording_kind_order },
  { "money-in-list", N_ ("Money in the lines of decisions"), TD_FIELD_CHOICE, TD_FIELD_REQUIRED,
    VALUE (money_in_list), .choices = td_choices_wording_money },
};

TD_DEFINE_ENTITY (TdWording, td_wording, "wording", N_ ("Wording of the office"), fields)

/**
 * td_wording_new_usual:
 *
 * Returns: (transfer full): what most offices write
 */
TdWording *
td_wording_new_usual (void)
{
  TdWording *self = g_object_new (TD_TYPE_WORDING, NULL);

  td_wording_fill_usual (self);
  return self;
}

/**
 * td_wording_fill_usual:
 * @self: a wording
 *
 * Puts the usual value where there is none. The first of each table of choices is the usual one.
 */
void
td_wording_fill_usual (TdWording *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const TdField *field = td_entity_class_find (TD_ENTITY_GET_CLASS (self), fields[i].name);

      if (field->kind == TD_FIELD_CHOICE && td_entity_get_text (TD_ENTITY (self), field) == NULL)
        td_entity_set_text (TD_ENTITY (self), field, field->choices[0].nick);
    }
  if (self->register_label == NULL)
    g_object_set (self, "register-label", "Số sổ vàng: " TD_WORDING_NUMBER, NULL);
}
