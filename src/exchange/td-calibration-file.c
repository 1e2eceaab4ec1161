/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration-file"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "td-book.h"
#include "td-calibration-file.h"
#include "td-entity-text.h"
#include "td-file.h"
#include "td-finding.h"
#include "td-text.h"

/* Readings of a target page: a small table, or the JSON that the office file keeps. */

#define LARGEST_FILE  (1 << 20)
#define MOST_READINGS 25
#define DEEPEST       4 /* of brackets in brackets */

/* What a column or a member is. How far a cross lies from where it should is given as it is, or by
 * its distance from an edge. */
typedef enum
{
  PART_MARK,
  PART_X,
  PART_Y,
  PART_RIGHT,
  PART_DOWN,
  PART_FROM_LEFT,
  PART_FROM_TOP,
  PART_FROM_RIGHT,
  PART_FROM_BOTTOM,
  N_PARTS
} Part;

static const struct
{
  const char *name;
  const char *vietnamese; /* folded as td_text_fold() does */
} parts[N_PARTS] = {
  { "mark", "dau" },
  { "x", NULL },
  { "y", NULL },
  { "right", "lech phai" },
  { "down", "lech xuong" },
  { "from_left", "cach mep trai" },
  { "from_top", "cach mep tren" },
  { "from_right", "cach mep phai" },
  { "from_bottom", "cach mep duoi" },
};

/* One row of a table or one object, as numbers. */
typedef struct
{
  gboolean given[N_PARTS];
  double values[N_PARTS];
  guint line;
} Row;

static void
add_finding (GPtrArray *findings, const char *rule, guint line, const char *text)
{
  /* Translators: a line of a file. */
  g_autofree char *where = g_strdup_printf (_ ("Line %u"), line);

  g_ptr_array_add (findings, td_finding_at (td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text), where, 0, line));
}

static gboolean
place_of (const TdCalibrationReadings *readings, const Row *row, TdCalibrationReading *reading)
{
  const double mark = row->values[PART_MARK];

  if (!row->given[PART_MARK] || !(mark >= 1 && mark <= 99) || mark != (guint) mark)
    return FALSE;
  *reading = (TdCalibrationReading){ .mark = (guint) mark, .line = row->line };
  if (row->given[PART_X] != row->given[PART_Y])
    return FALSE;
  if (!row->given[PART_X])
    return td_calibration_get_mark (readings->width, readings->height, reading->mark, &reading->x, &reading->y);
  reading->x = row->values[PART_X];
  reading->y = row->values[PART_Y];
  return TRUE;
}

/* How far off along one axis, from the one of three numbers that is given. */
static gboolean
take_offset (const Row *row, Part offset, Part from_near, Part from_far, double place, double size, double *off)
{
  if (row->given[offset] + row->given[from_near] + row->given[from_far] != 1)
    return FALSE;
  *off = row->given[offset] ? row->values[offset] : row->given[from_near] ? row->values[from_near] - place
                                                                          : size - row->values[from_far] - place;
  return TRUE;
}

static void
add_row (TdCalibrationReadings *readings, const Row *row, GPtrArray *findings)
{
  TdCalibrationReading reading;

  if (!place_of (readings, row, &reading))
    add_finding (findings, "calibration-mark", row->line, _ ("There is no such cross: the number printed beside it is needed, or also where it should stand (x and y)."));
  else if (!take_offset (row, PART_RIGHT, PART_FROM_LEFT, PART_FROM_RIGHT, reading.x, readings->width, &reading.right)
           || !take_offset (row, PART_DOWN, PART_FROM_TOP, PART_FROM_BOTTOM, reading.y, readings->height, &reading.down))
    add_finding (findings, "calibration-numbers", row->line, _ ("One number across and one along are needed: how far off, or how far from one edge."));
  else if (readings->readings->len >= MOST_READINGS)
    add_finding (findings, "calibration-too-many", row->line, _ ("There are too many crosses."));
  else
    {
      g_array_append_val (readings->readings, reading);
      readings->from_edges |= !row->given[PART_RIGHT];
    }
}

static gboolean
check_sheet (const TdCalibrationReadings *readings, GError **error)
{
  if (td_calibration_is_sheet (readings->width, readings->height) && readings->accuracy >= TD_CALIBRATION_ACCURACY_MIN
      && readings->accuracy <= TD_CALIBRATION_ACCURACY_MAX)
    return TRUE;
  g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_FORMAT,
                       _ ("Sheets measure 50 to 700 mm each way, and readings are exact to 0.05 to 1 mm."));
  return FALSE;
}

static gboolean
take_number (JsonObject *object, const char *name, double *number)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  *number = json_node_get_double (node);
  return TRUE;
}

/**
 * td_calibration_readings_parse:
 * @json: what td_calibration_readings_to_json() made, or a person
 * @length: its length in bytes
 * @width: of the sheet where @json does not say it, millimetres
 * @height: of the sheet
 * @findings: (element-type TdFinding): takes what is wrong in single readings
 * @error: return location
 *
 * Returns: (transfer full): the readings that can be used, or %NULL with %TD_SHEET_ERROR
 */
TdCalibrationReadings *
td_calibration_readings_parse (const char *json, gsize length, double width, double height, GPtrArray *findings, GError **error)
{
  g_autoptr (JsonParser) parser = td_json_parse (json, length, DEEPEST);
  g_autoptr (TdCalibrationReadings) readings = td_calibration_readings_new (width, height);
  JsonNode *root = NULL, *list = NULL;

  if (parser != NULL)
    root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    list = json_object_get_member (json_node_get_object (root), "readings");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE, _ ("These are no readings: JSON with a list “readings” is needed."));
      return NULL;
    }
  take_number (json_node_get_object (root), "width", &readings->width);
  take_number (json_node_get_object (root), "height", &readings->height);
  take_number (json_node_get_object (root), "accuracy", &readings->accuracy);
  if (!check_sheet (readings, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)) && findings->len <= MOST_READINGS; i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (list), i);
      Row row = { .line = i + 1 };

      for (Part part = 0; part < N_PARTS && JSON_NODE_HOLDS_OBJECT (node); part++)
        row.given[part] = take_number (json_node_get_object (node), parts[part].name, &row.values[part]);
      add_row (readings, &row, findings);
    }
  return g_steal_pointer (&readings);
}

/**
 * td_calibration_readings_to_json:
 * @readings: readings
 *
 * Returns: (transfer full): them as td_calibration_readings_parse() reads them, always the same for
 *   the same readings
 */
char *
td_calibration_readings_to_json (const TdCalibrationReadings *readings)
{
  char buffer[4][G_ASCII_DTOSTR_BUF_SIZE];
  GString *json = g_string_new (NULL);

  g_string_append_printf (json, "{\"width\": %s, \"height\": %s, \"accuracy\": %s, \"readings\": [",
                          g_ascii_formatd (buffer[0], sizeof buffer[0], "%.10g", readings->width),
                          g_ascii_formatd (buffer[1], sizeof buffer[1], "%.10g", readings->height),
                          g_ascii_formatd (buffer[2], sizeof buffer[2], "%.10g", readings->accuracy));
  for (guint i = 0; i < readings->readings->len; i++)
    {
      const TdCalibrationReading *reading = &g_array_index (readings->readings, TdCalibrationReading, i);

      g_string_append_printf (json, "%s{\"mark\": %u, \"x\": %s, \"y\": %s, \"right\": %s, \"down\": %s}", i > 0 ? ", " : "", reading->mark,
                              g_ascii_formatd (buffer[0], sizeof buffer[0], "%.10g", reading->x),
                              g_ascii_formatd (buffer[1], sizeof buffer[1], "%.10g", reading->y),
                              g_ascii_formatd (buffer[2], sizeof buffer[2], "%.10g", reading->right),
                              g_ascii_formatd (buffer[3], sizeof buffer[3], "%.10g", reading->down));
    }
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

static gboolean
is_part (const char *heading, Part part)
{
  g_autofree char *plain = g_strstrip (g_utf8_strdown (heading, -1));
  g_autofree char *folded = td_text_fold (plain);

  g_strdelimit (plain, " -", '_');
  return g_str_equal (plain, parts[part].name) || g_strcmp0 (folded, parts[part].vietnamese) == 0;
}

/* Which column holds which part; FALSE when it is no head of readings. */
static gboolean
read_head (TdSheet *sheet, guint row, int columns[N_PARTS])
{
  for (Part part = 0; part < N_PARTS; part++)
    {
      columns[part] = -1;
      for (guint column = 0; column < td_sheet_get_n_cells (sheet, row) && columns[part] < 0; column++)
        {
          const char *cell = td_sheet_get (sheet, row, column);

          if (cell != NULL && strlen (cell) < 64 && is_part (cell, part))
            columns[part] = (int) column;
        }
    }
  return columns[PART_MARK] >= 0 && (columns[PART_RIGHT] >= 0 || columns[PART_FROM_LEFT] >= 0 || columns[PART_FROM_RIGHT] >= 0);
}

static void
read_row (TdCalibrationReadings *readings, TdSheet *sheet, guint n, const int columns[N_PARTS], GPtrArray *findings)
{
  Row row = { .line = td_sheet_get_line (sheet, n) };
  gboolean empty = TRUE;

  for (Part part = 0; part < N_PARTS; part++)
    {
      const char *cell = columns[part] >= 0 ? td_sheet_get (sheet, n, (guint) columns[part]) : NULL;

      if (cell == NULL || *cell == '\0')
        continue;
      empty = FALSE;
      row.given[part] = td_calibration_parse_mm (cell, &row.values[part]);
      if (!row.given[part])
        {
          g_autofree char *start = g_utf8_substring (cell, 0, MIN (g_utf8_strlen (cell, -1), 40));
          /* Translators: %s is what stands in a cell. */
          g_autofree char *text = g_strdup_printf (_ ("“%s” is not a length in millimetres."), start);

          add_finding (findings, "calibration-number", row.line, text);
          return;
        }
    }
  if (!empty)
    add_row (readings, &row, findings);
}

static TdCalibrationReadings *
read_table (const char *path, double width, double height, GPtrArray *findings, GError **error)
{
  g_autoptr (TdBook) book = td_book_read (path, NULL, error);
  g_autoptr (TdCalibrationReadings) readings = td_calibration_readings_new (width, height);
  TdSheet *sheet;
  int columns[N_PARTS];

  if (book == NULL || !check_sheet (readings, error))
    return NULL;
  sheet = td_book_get_main_sheet (book);
  if (td_sheet_get_n_rows (sheet) == 0 || !read_head (sheet, 0, columns))
    {
      g_set_error_literal (error, TD_SHEET_ERROR, TD_SHEET_ERROR_NOT_A_TABLE,
                           _ ("These are no readings: the first line must name the columns, such as mark,right,down."));
      return NULL;
    }
  for (guint row = 1; row < td_sheet_get_n_rows (sheet) && findings->len <= MOST_READINGS; row++)
    read_row (readings, sheet, row, columns, findings);
  return g_steal_pointer (&readings);
}

/**
 * td_calibration_file_read:
 * @path: a table with a head such as mark,right,down or mark,from_left,from_top, or JSON
 * @width: of the sheet where the file does not say it, millimetres
 * @height: of the sheet
 * @findings: (element-type TdFinding): takes what is wrong in single lines
 * @error: return location
 *
 * Returns: (transfer full): the readings that can be used, or %NULL with %TD_SHEET_ERROR
 */
TdCalibrationReadings *
td_calibration_file_read (const char *path, double width, double height, GPtrArray *findings, GError **error)
{
  g_autoptr (GBytes) bytes = td_file_read_limited (path, LARGEST_FILE, error);
  const char *data;
  gsize length, start = 0;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    start = 3;
  while (start < length && g_ascii_isspace (data[start]))
    start++;
  if (start < length && (data[start] == '{' || data[start] == '['))
    return td_calibration_readings_parse (data + start, length - start, width, height, findings, error);
  return read_table (path, width, height, findings, error);
}
