/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-data"

#include "config.h"

#include <string.h>

#include "td-data.h"
#include "td-core-resources.h"

#define PREFIX "/org/thidua/ThiDua/core/"

/**
 * td_data_lookup:
 * @path: the file's path below data/, such as "catalogue/award-forms.json"
 * @error: return location
 *
 * Gives the contents of a file the program ships. They are compiled into the library, so the
 * command line program works from anywhere.
 *
 * Returns: (transfer full): the bytes, or %NULL with a %G_RESOURCE_ERROR
 */
GBytes *
td_data_lookup (const char *path, GError **error)
{
  g_autofree char *full = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  full = g_strconcat (PREFIX, path, NULL);
  /* Naming the resource keeps it in programs that link the static library. */
  return g_resource_lookup_data (td_core_get_resource (), full, 0, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * td_data_list:
 * @folder: a folder below data/, such as "schema"
 *
 * Lists the names of the files shipped in a folder, sorted.
 *
 * Returns: (transfer full): a %NULL-terminated array, empty when there is no such folder
 */
char **
td_data_list (const char *folder)
{
  g_autofree char *full = NULL;
  g_auto (GStrv) children = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  full = g_strconcat (PREFIX, folder, NULL);
  children = g_resource_enumerate_children (td_core_get_resource (), full, 0, NULL);
  names = g_ptr_array_new ();
  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (children[i]));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}
