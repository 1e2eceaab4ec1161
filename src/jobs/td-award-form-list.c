/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award-form-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-form-list.h"
#include "td-catalogue-reader.h"
#include "td-choices.h"

/**
 * td_award_form_list_dup:
 *
 * Lists the award forms to choose from, each name once. The ones given most, which rank lowest,
 * come first.
 *
 * Returns: (transfer full): their names
 */
char **
td_award_form_list_dup (void)
{
  GPtrArray *forms = td_catalogue_get_forms (td_catalogue_get_shipped ());
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = forms->len; i > 0; i--)
    {
      const TdAwardForm *form = g_ptr_array_index (forms, i - 1);

      if (!g_ptr_array_find_with_equal_func (names, form->name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (form->name));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/**
 * td_award_form_list_dup_ids:
 *
 * Returns: (transfer full): the catalogue's ids of all award forms and titles, those given most first
 */
char **
td_award_form_list_dup_ids (void)
{
  GPtrArray *forms = td_catalogue_get_forms (td_catalogue_get_shipped ());
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = forms->len; i > 0; i--)
    g_ptr_array_add (ids, g_strdup (((const TdAwardForm *) g_ptr_array_index (forms, i - 1))->id));
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

/**
 * td_award_form_list_dup_label:
 * @id: the catalogue's id of an award form
 *
 * Returns: (transfer full): what people call it, with who gives it where others of that name are given by others:
 *   "Giấy khen – Chủ tịch cấp xã"; the id when the catalogue has no such form
 */
char *
td_award_form_list_dup_label (const char *id)
{
  GPtrArray *forms = td_catalogue_get_forms (td_catalogue_get_shipped ());
  const TdAwardForm *form = NULL;
  g_autoptr (GString) label = NULL;
  guint n_so_called = 0;

  for (guint i = 0; i < forms->len && form == NULL; i++)
    if (g_str_equal (((const TdAwardForm *) g_ptr_array_index (forms, i))->id, id))
      form = g_ptr_array_index (forms, i);
  if (form == NULL)
    return g_strdup (id);
  for (guint i = 0; i < forms->len; i++)
    n_so_called += g_str_equal (((const TdAwardForm *) g_ptr_array_index (forms, i))->name, form->name);
  label = g_string_new (form->name);
  for (guint i = 0; n_so_called > 1 && form->giver_levels[i] != NULL; i++)
    g_string_append_printf (label, "%s%s", i == 0 ? " – " : ", ", td_choice_get_label (td_choices_giver_level, form->giver_levels[i]));
  return g_string_free (g_steal_pointer (&label), FALSE);
}
