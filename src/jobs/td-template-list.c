/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-list"

#include "config.h"

#include "td-template-list.h"
#include "td-template-reader.h"

/**
 * td_template_list_dup:
 * @titles: (out) (transfer full): what people call them
 *
 * Lists the certificate templates to choose from.
 *
 * Returns: (transfer full): their ids
 */
char **
td_template_list_dup (char ***titles)
{
  g_autoptr (GPtrArray) templates = td_templates_load_shipped (NULL);
  GPtrArray *ids = g_ptr_array_new ();
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      TdTemplate *template = g_ptr_array_index (templates, i);

      g_ptr_array_add (ids, g_strdup (td_template_get_id (template)));
      g_ptr_array_add (names, g_strdup (td_template_get_title (template)));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  *titles = (char **) g_ptr_array_free (names, FALSE);
  return (char **) g_ptr_array_free (ids, FALSE);
}
