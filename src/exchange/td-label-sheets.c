/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-label-sheets"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "td-data.h"
#include "td-label-sheets.h"

/* Reads data/catalogue/label-sheets.json. */

#define MOST_SIZE 2000 /* mm */
#define MOST_SIDE 100  /* labels */

static double
get_length (JsonObject *object, const char *name)
{
  return json_object_get_double_member_with_default (object, name, 0);
}

static char *
dup_text (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, ""));
}

static void
read_area (JsonObject *object, TdLabelSheet *sheet)
{
  JsonNode *node = json_object_get_member (object, "area");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < G_N_ELEMENTS (sheet->area) && i < json_array_get_length (array); i++)
    sheet->area[i] = json_array_get_double_element (array, i);
}

/* Labels lie on their sheet, and words on their label. */
static gboolean
is_possible (const TdLabelSheet *sheet)
{
  if (sheet->columns < 1 || sheet->columns > MOST_SIDE || sheet->rows < 1 || sheet->rows > MOST_SIDE || sheet->width > MOST_SIZE || sheet->height > MOST_SIZE)
    return FALSE;
  if (sheet->area[2] <= 0 || sheet->area[3] <= 0 || sheet->area[0] + sheet->area[2] > sheet->label_width + 0.01 || sheet->area[1] + sheet->area[3] > sheet->label_height + 0.01)
    return FALSE;
  return sheet->left >= 0 && sheet->top >= 0 && sheet->size > 0
         && sheet->left + sheet->columns * sheet->label_width + (sheet->columns - 1) * sheet->gap_x <= sheet->width + 0.01
         && sheet->top + sheet->rows * sheet->label_height + (sheet->rows - 1) * sheet->gap_y <= sheet->height + 0.01;
}

static TdLabelSheet *
read_sheet (JsonObject *object)
{
  TdLabelSheet *sheet = td_label_sheet_new ();

  sheet->id = dup_text (object, "id");
  sheet->title = dup_text (object, "title");
  sheet->envelope = json_object_get_boolean_member_with_default (object, "envelope", FALSE);
  sheet->width = get_length (object, "width");
  sheet->height = get_length (object, "height");
  sheet->columns = (guint) CLAMP (json_object_get_int_member_with_default (object, "columns", 0), 0, G_MAXINT16);
  sheet->rows = (guint) CLAMP (json_object_get_int_member_with_default (object, "rows", 0), 0, G_MAXINT16);
  sheet->label_width = get_length (object, "label_width");
  sheet->label_height = get_length (object, "label_height");
  sheet->left = get_length (object, "left");
  sheet->top = get_length (object, "top");
  sheet->gap_x = get_length (object, "gap_x");
  sheet->gap_y = get_length (object, "gap_y");
  sheet->size = get_length (object, "size");
  read_area (object, sheet);
  if (!is_possible (sheet))
    g_clear_pointer (&sheet, td_label_sheet_free);
  return sheet;
}

/**
 * td_label_sheets_parse:
 * @bytes: JSON as in data/catalogue/label-sheets.json
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdLabelSheet): the sheets in the file's order, without those whose labels do
 *   not lie on them
 */
GPtrArray *
td_label_sheets_parse (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root, *list = NULL;
  GPtrArray *sheets;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return NULL;
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    list = json_object_get_member (json_node_get_object (root), "sheets");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This is not a list of label sheets."));
      return NULL;
    }
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) td_label_sheet_free);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (list), i);
      TdLabelSheet *sheet = JSON_NODE_HOLDS_OBJECT (node) ? read_sheet (json_node_get_object (node)) : NULL;

      if (sheet != NULL)
        g_ptr_array_add (sheets, sheet);
    }
  return sheets;
}

/**
 * td_label_sheets_load:
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdLabelSheet): the sheets the program ships
 */
GPtrArray *
td_label_sheets_load (GError **error)
{
  g_autoptr (GBytes) bytes = td_data_lookup ("catalogue/label-sheets.json", error);

  return bytes != NULL ? td_label_sheets_parse (bytes, error) : NULL;
}

/**
 * td_label_sheets_find:
 * @id: of a sheet
 * @error: return location
 *
 * Returns: (transfer full): the sheet; an unknown id fails and names those there are
 */
TdLabelSheet *
td_label_sheets_find (const char *id, GError **error)
{
  g_autoptr (GPtrArray) sheets = td_label_sheets_load (error);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const TdLabelSheet *sheet = g_ptr_array_index (sheets, i);

      if (g_strcmp0 (sheet->id, id) == 0)
        return td_label_sheet_copy (sheet);
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", sheet->id);
    }
  if (sheets != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no label sheet “%s”; there are: %s."), id, known->str);
  return NULL;
}
