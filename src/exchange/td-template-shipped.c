/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-shipped"

#include "config.h"

#include <string.h>

#include "td-data.h"
#include "td-template-reader.h"

/* They are data of the program and never change while it runs, and nobody changes a template without copying it. */
static GMutex shipped_lock;
static GPtrArray *shipped;

static GPtrArray *
read_shipped (GError **error)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = td_data_list ("templates/certificates");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("templates/certificates/", names[i], NULL);
      g_autoptr (GBytes) xml = NULL;
      TdTemplate *template;

      /* Letters and minutes have their templates in the same folder, in other formats. */
      if (!g_str_has_suffix (names[i], ".xml"))
        continue;
      xml = td_data_lookup (path, error);
      template = xml != NULL ? td_template_read (xml, error) : NULL;
      if (template == NULL)
        {
          g_prefix_error (error, "%s: ", names[i]);
          return NULL;
        }
      g_ptr_array_add (templates, template);
    }
  return g_steal_pointer (&templates);
}

static gpointer
ref_template (gconstpointer template, gpointer user_data)
{
  return g_object_ref ((gpointer) template);
}

/**
 * td_templates_load_shipped:
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdTemplate): the templates the program ships, in the order
 *   of their ids, or %NULL when one of them cannot be read
 */
GPtrArray *
td_templates_load_shipped (GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&shipped_lock);

  if (shipped == NULL)
    shipped = read_shipped (error);
  return shipped != NULL ? g_ptr_array_copy (shipped, ref_template, NULL) : NULL;
}

/**
 * td_keep_together_load_shipped:
 * @error: return location
 *
 * Returns: (transfer full): the phrases a certificate keeps on one line, %NULL-terminated
 */
char **
td_keep_together_load_shipped (GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/keep-together.txt", error);
  g_autoptr (GPtrArray) phrases = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  phrases = g_ptr_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && !g_str_has_prefix (lines[i], "//"))
      g_ptr_array_add (phrases, g_strdup (lines[i]));
  g_ptr_array_add (phrases, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&phrases), FALSE);
}
