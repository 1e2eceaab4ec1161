/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-settings"

#include "config.h"

#include "td-settings.h"

/**
 * td_settings_open:
 * @schema_id: a schema of ours
 * @path: (nullable): where, for one that has no place of its own
 *
 * Settings of the program, not of an office. A program started from its build folder finds its schemas there.
 *
 * Returns: (transfer full) (nullable): the settings, %NULL where the program has not been installed
 */
GSettings *
td_settings_open (const char *schema_id, const char *path)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, schema_id, TRUE);
  if (schema == NULL && *BUILD_SCHEMADIR != '\0')
    {
      built = g_settings_schema_source_new_from_directory (BUILD_SCHEMADIR, installed, TRUE, NULL);
      schema = built != NULL ? g_settings_schema_source_lookup (built, schema_id, FALSE) : NULL;
    }
  return schema != NULL ? g_settings_new_full (schema, NULL, path) : NULL;
}
