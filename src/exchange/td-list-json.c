/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-json"

#include "config.h"

#include <string.h>

#include "td-entity-text.h"
#include "td-list-json.h"

/* What was read of a list, as JSON: a table without its rows, and each row by itself, so that the
 * longest list is written in little memory. */

static char *
dup_key (TdListRole role)
{
  return g_strdelimit (g_strdup (td_list_role_to_nick (role)), "-", '_');
}

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

/**
 * td_list_table_to_json:
 * @table: a table
 *
 * Returns: (transfer full): what it is and what its columns hold
 */
JsonObject *
td_list_table_to_json (TdListTable *table)
{
  JsonObject *object = json_object_new ();
  JsonArray *columns = json_array_new ();

  json_object_set_string_member (object, "sheet", table->sheet);
  json_object_set_boolean_member (object, "is_list", table->is_list);
  set_text (object, "why_not", table->why_not);
  set_text (object, "fingerprint", table->fingerprint);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const TdListColumn *column = g_ptr_array_index (table->columns, i);
      JsonObject *item = json_object_new ();
      g_autofree char *role = dup_key (column->role);

      json_object_set_int_member (item, "column", i + 1);
      set_text (item, "role", *role != '\0' ? role : NULL);
      json_object_set_string_member (item, "source", td_list_source_to_nick (column->source));
      json_object_set_string_member (item, "heading", column->heading);
      if (column->form != NULL)
        json_object_set_string_member (item, "award_form", column->form);
      json_array_add_object_element (columns, item);
    }
  json_object_set_array_member (object, "columns", columns);
  json_object_set_int_member (object, "n_rows", table->n_rows);
  return object;
}

/* With those of the lines that go on with it. */
static JsonArray *
cells_to_json (const TdListLine *line)
{
  JsonArray *cells = json_array_sized_new (line->n_cells);

  for (; line != NULL; line = line->more)
    for (guint i = 0; i < line->n_cells; i++)
      json_array_add_string_element (cells, line->cells[i]);
  return cells;
}

/**
 * td_list_line_to_json:
 * @line: a line that is a row
 *
 * Returns: (transfer full): its values by the names of their roles, how those that do not stand so in
 *   the file came to be, the findings, and the cells as they stand in the file
 */
JsonObject *
td_list_line_to_json (const TdListLine *line)
{
  JsonObject *object = json_object_new ();
  JsonObject *changes = json_object_new ();
  JsonArray *findings = json_array_new ();

  json_object_set_int_member (object, "line", line->line);
  for (guint i = 1; i < TD_N_LIST_ROLES; i++)
    {
      g_autofree char *key = dup_key (i);

      if (line->row->values[i] == NULL)
        continue;
      json_object_set_string_member (object, key, line->row->values[i]);
      if (line->row->changes[i] != TD_LIST_CHANGE_NONE)
        json_object_set_string_member (changes, key, td_list_change_to_nick (line->row->changes[i]));
    }
  for (guint i = 0; line->row->findings != NULL && i < line->row->findings->len; i++)
    json_array_add_object_element (findings, td_finding_to_json (g_ptr_array_index (line->row->findings, i)));
  json_object_set_object_member (object, "changes", changes);
  json_object_set_array_member (object, "findings", findings);
  json_object_set_array_member (object, "cells", cells_to_json (line));
  return object;
}

static void
append_json_text (GString *json, const char *text)
{
  static const char letters[] = "\"\\\b\f\n\r\t", signs[] = "\"\\bfnrt";

  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0';)
    {
      const char *letter = strchr (letters, *p);
      gsize plain = 0;

      while ((guchar) p[plain] >= ' ' && p[plain] != '"' && p[plain] != '\\' && p[plain] != 0x7f)
        plain++;
      g_string_append_len (json, p, plain);
      if (plain == 0 && letter != NULL)
        g_string_append_printf (json, "\\%c", signs[letter - letters]);
      else if (plain == 0)
        g_string_append_printf (json, "\\u%04x", (guint) *p);
      p += MAX (plain, 1);
    }
  g_string_append_c (json, '"');
}

/**
 * td_list_line_dup_cells:
 * @line: a line
 *
 * Every row that comes in is kept so: the text is made without a tree of nodes.
 *
 * Returns: (transfer full): its cells as a JSON array, on one line
 */
char *
td_list_line_dup_cells (const TdListLine *line)
{
  GString *json = g_string_sized_new (64 * (line->n_cells + 1));

  for (guint i = 0; i < line->n_cells; i++)
    {
      g_string_append_c (json, i == 0 ? '[' : ',');
      append_json_text (json, line->cells[i]);
    }
  return g_string_free (g_string_append (json, line->n_cells > 0 ? "]" : "[]"), FALSE);
}
