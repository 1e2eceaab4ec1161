/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award-form-list"

#include "config.h"

#include "td-award-form-list.h"
#include "td-catalogue-reader.h"

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
