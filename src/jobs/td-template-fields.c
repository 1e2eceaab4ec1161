/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-fields"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-certificate-document.h"
#include "td-certificate-fields.h"
#include "td-template-fields.h"

static const struct
{
  const char *name;
  const char *label;
} labels[] = {
  { TD_CERTIFICATE_SUBJECT_LINE, N_ ("Who receives it") },
  { TD_CERTIFICATE_POST_LINE, N_ ("Post, unit and address") },
  { TD_CERTIFICATE_ACHIEVEMENT, N_ ("For what") },
  { TD_CERTIFICATE_ISSUER_TITLE, N_ ("Who gives it") },
  { TD_CERTIFICATE_GIFT_WORD, N_ ("The word Tặng or Truy tặng") },
  { TD_CERTIFICATE_FORM_TITLE, N_ ("Award form") },
  { TD_CERTIFICATE_DECISION_LINE, N_ ("Number and date of the decision") },
  { TD_CERTIFICATE_REGISTER_LINE, N_ ("Number in the golden register") },
  { TD_CERTIFICATE_PLACE_DATE, N_ ("Place and date") },
  { TD_CERTIFICATE_SIGNER_CAPACITY, N_ ("For whom is signed (KT.)") },
  { TD_CERTIFICATE_SIGNER_POSITION, N_ ("Signer's post") },
  { TD_CERTIFICATE_SIGNER_NAME, N_ ("Signer's name") },
};

static int
get_place (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].name, name) == 0)
      return (int) i;
  return G_N_ELEMENTS (labels);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *left = *(const char *const *) a;
  const char *right = *(const char *const *) b;
  int by_place = get_place (left) - get_place (right);

  return by_place != 0 ? by_place : strcmp (left, right);
}

/**
 * td_template_fields_list:
 *
 * Lists what the boxes of a template can be filled with: what is made for a certificate, so that nothing is offered that
 * stays empty and nothing is missing.
 *
 * Returns: (transfer full): names, those used most first, %NULL-terminated
 */
char **
td_template_fields_list (void)
{
  g_autoptr (TdDecision) decision = g_object_new (TD_TYPE_DECISION, NULL);
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, NULL);
  g_autoptr (TdAward) award = g_object_new (TD_TYPE_AWARD, NULL);
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, NULL);
  g_autoptr (GHashTable) fields = td_certificate_fields_new (decision, giver, award, subject, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (strcmp (name, TD_CERTIFICATE_AWARD_ID) != 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * td_template_fields_get_label:
 * @name: a field
 *
 * Returns: (transfer none): what people call it, translated; the name itself where it has no other
 */
const char *
td_template_fields_get_label (const char *name)
{
  int place;

  g_return_val_if_fail (name != NULL, NULL);

  place = get_place (name);
  return place < (int) G_N_ELEMENTS (labels) ? _ (labels[place].label) : name;
}
