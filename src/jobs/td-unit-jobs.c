/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-book.h"
#include "td-directory.h"
#include "td-model.h"
#include "td-sheet-reader.h"
#include "td-text.h"
#include "td-unit-act-jobs.h"
#include "td-unit-jobs.h"

/* Takes in a list of units: code, name, kind, parent and their days. Units known by code or name
 * get what the list adds; empty cells never erase. */

typedef enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_SHORT_NAME,
  COLUMN_KIND,
  COLUMN_PARENT,
  COLUMN_PLACE,
  COLUMN_PRINTED_NAME,
  COLUMN_VALID_FROM,
  COLUMN_VALID_TO,
  N_COLUMNS,
} Column;

/* Headings, folded. */
static const TdSheetHeading headings[] = {
  { COLUMN_CODE, "code" },
  { COLUMN_CODE, "ma" },
  { COLUMN_CODE, "ma don vi" },
  { COLUMN_NAME, "full name" },
  { COLUMN_NAME, "name" },
  { COLUMN_NAME, "ten" },
  { COLUMN_NAME, "ten don vi" },
  { COLUMN_NAME, "ten day du" },
  { COLUMN_NAME, "don vi" },
  { COLUMN_SHORT_NAME, "short name" },
  { COLUMN_SHORT_NAME, "ten tat" },
  { COLUMN_SHORT_NAME, "ten ngan" },
  { COLUMN_KIND, "kind" },
  { COLUMN_KIND, "loai" },
  { COLUMN_KIND, "loai don vi" },
  { COLUMN_PARENT, "parent" },
  { COLUMN_PARENT, "truc thuoc" },
  { COLUMN_PARENT, "don vi cap tren" },
  { COLUMN_PLACE, "place" },
  { COLUMN_PLACE, "lies in" },
  { COLUMN_PLACE, "dia ban" },
  { COLUMN_PRINTED_NAME, "printed name" },
  { COLUMN_PRINTED_NAME, "ten in" },
  { COLUMN_VALID_FROM, "valid from" },
  { COLUMN_VALID_FROM, "tu ngay" },
  { COLUMN_VALID_TO, "valid to" },
  { COLUMN_VALID_TO, "den ngay" },
};

/* Kinds as lists write them, folded. */
static const struct
{
  const char *written;
  const char *nick;
} kinds[] = {
  { "tinh", "province" },
  { "thanh pho", "province" },
  { "xa", "commune" },
  { "phuong", "ward" },
  { "dac khu", "special_zone" },
  { "so", "department" },
  { "so ban nganh", "department" },
  { "doan the", "front" },
  { "mat tran", "front" },
  { "hoi", "association" },
  { "hoi quan chung", "association" },
  { "dang", "party" },
  { "doanh nghiep", "enterprise" },
  { "hop tac xa", "enterprise" },
  { "truong", "school" },
  { "truong hoc", "school" },
  { "luc luong vu trang", "armed_forces" },
  { "bao chi", "press" },
  { "trung uong", "central" },
  { "khac", "other" },
};

typedef struct
{
  TdSheetReader *sheet;
  TdDirectory *directory;
  GHashTable *by_code; /* of units in this list */
  GHashTable *by_name; /* the same, folded; the last of a name */
} Reader;

static const char *
cell (Reader *reader, Column column)
{
  return td_sheet_reader_get (reader->sheet, column);
}

static void
take (Reader *reader, TdFinding *finding)
{
  td_sheet_reader_take (reader->sheet, finding);
}

static const char *
read_kind (Reader *reader)
{
  const char *text = cell (reader, COLUMN_KIND);
  g_autofree char *folded = td_text_fold (text);
  const TdChoice *choice = td_choice_find (td_choices_unit_kind, text);

  if (choice != NULL)
    return choice->nick;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].written, folded))
      return kinds[i].nick;
  if (*text != '\0')
    take (reader, td_finding_new ("unit-kind-wrong", TD_SEVERITY_BLOCK, _ ("“%s” is not a kind of unit."), text));
  return NULL;
}

/* The unit of the office a row means: the one of its code; else of its name, unless that one has
 * a code of its own and the row another. */
static gboolean
find_known (Reader *reader, const char *code, const char *name, TdUnit **known)
{
  gboolean ambiguous = FALSE;

  *known = *code != '\0' ? td_directory_find_unit (reader->directory, code, &ambiguous) : NULL;
  if (*known != NULL)
    return TRUE;
  *known = td_directory_find_unit (reader->directory, name, &ambiguous);
  if (*code != '\0')
    {
      if (*known != NULL && (*known)->code != NULL)
        *known = NULL;
      return TRUE;
    }
  if (ambiguous)
    take (reader, td_finding_new ("unit-ambiguous", TD_SEVERITY_BLOCK, _ ("Several units are called “%s”."), name));
  return !ambiguous;
}

/* Units may share a name, but then each needs its code. */
static gboolean
is_doubled (Reader *reader, const char *code, const char *name, const char *folded_name)
{
  TdUnit *same = g_hash_table_lookup (reader->by_name, folded_name);

  if (*code != '\0' && g_hash_table_contains (reader->by_code, code))
    take (reader, td_finding_new ("row-doubled", TD_SEVERITY_BLOCK, _ ("The code %s stands in the list twice."), code));
  else if (same != NULL && (*code == '\0' || same->code == NULL))
    take (reader, td_finding_new ("row-doubled", TD_SEVERITY_BLOCK, _ ("The unit “%s” stands in the list twice."), name));
  else
    return FALSE;
  return TRUE;
}

/* A unit to belong to, or to lie in, may stand in this list, before its children, or in the office. */
static gint64
read_above (Reader *reader, Column column)
{
  const char *text = cell (reader, column);
  gboolean ambiguous;
  TdUnit *above;

  if (*text == '\0')
    return 0;
  above = g_hash_table_lookup (reader->by_code, text);
  if (above == NULL)
    above = td_directory_find_unit (reader->directory, text, &ambiguous);
  if (above == NULL)
    take (reader, td_finding_new ("unit-unknown", TD_SEVERITY_WARNING, _ ("There is no unit “%s” to belong to."), text));
  return above != NULL ? td_entity_get_id (TD_ENTITY (above)) : 0;
}

/* Puts a unit under the one its row names, unless that belongs to it. */
static gboolean
put_under (Reader *reader, TdConnection *connection, TdUnit *unit, Column column, const char *property, GError **error)
{
  gint64 above_id = read_above (reader, column);
  gboolean circle = FALSE;

  if (above_id == 0)
    return TRUE;
  if (td_entity_get_id (TD_ENTITY (unit)) != 0 && !td_unit_is_below (connection, above_id, property, td_entity_get_id (TD_ENTITY (unit)), &circle, error))
    return FALSE;
  if (circle)
    take (reader, td_finding_new ("unit-circle", TD_SEVERITY_BLOCK, _ ("“%s” belongs to “%s” itself; it cannot be put above it."), cell (reader, column), unit->name));
  else
    g_object_set (unit, property, above_id, NULL);
  return TRUE;
}

static void
set_if_given (TdUnit *unit, const char *property, const char *text)
{
  if (text != NULL && *text != '\0')
    g_object_set (unit, property, text, NULL);
}

static gboolean
keep_row (Reader *reader, TdConnection *connection, GError **error)
{
  g_autofree char *name = td_text_normalize (cell (reader, COLUMN_NAME));
  const char *code = cell (reader, COLUMN_CODE);
  const char *kind = read_kind (reader);
  g_autofree char *from = td_sheet_reader_dup_date (reader->sheet, COLUMN_VALID_FROM);
  g_autofree char *to = td_sheet_reader_dup_date (reader->sheet, COLUMN_VALID_TO);
  g_autofree char *folded_name = td_directory_fold (name);
  TdUnit *known;
  g_autoptr (TdUnit) unit = NULL;

  if (*name == '\0')
    {
      take (reader, td_finding_new ("name-missing", TD_SEVERITY_BLOCK, _ ("The name is missing.")));
      return TRUE;
    }
  if (is_doubled (reader, code, name, folded_name) || !find_known (reader, code, name, &known))
    return TRUE;
  unit = known != NULL ? g_object_ref (known) : g_object_new (TD_TYPE_UNIT, NULL);
  set_if_given (unit, "name", name);
  set_if_given (unit, "code", code);
  set_if_given (unit, "short-name", cell (reader, COLUMN_SHORT_NAME));
  set_if_given (unit, "printed-name", cell (reader, COLUMN_PRINTED_NAME));
  set_if_given (unit, "kind", kind);
  set_if_given (unit, "valid-from", from);
  set_if_given (unit, "valid-to", to);
  if (!put_under (reader, connection, unit, COLUMN_PARENT, "parent-id", error) || !put_under (reader, connection, unit, COLUMN_PLACE, "place-id", error))
    return FALSE;
  if (!(known != NULL ? td_connection_update (connection, unit, error) : td_connection_insert (connection, unit, error)))
    return FALSE;
  if (*code != '\0')
    g_hash_table_insert (reader->by_code, g_strdup (code), g_object_ref (unit));
  g_hash_table_replace (reader->by_name, g_steal_pointer (&folded_name), g_object_ref (unit));
  return TRUE;
}

static gboolean
import_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdBook) book = td_book_read (data, td_connection_get_cancellable (connection), error);
  g_autoptr (TdDirectory) directory = book != NULL ? td_directory_load (connection, error) : NULL;
  g_autoptr (GHashTable) by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (TdSheetReader) rows = NULL;
  Reader reader = { .directory = directory, .by_code = by_code, .by_name = by_name };
  guint n = 0;

  if (directory == NULL)
    return FALSE;
  reader.sheet = rows = td_sheet_reader_new (td_book_get_main_sheet (book), N_COLUMNS, headings, G_N_ELEMENTS (headings), td_job_get_findings (job));
  if (!td_sheet_reader_has (rows, COLUMN_NAME))
    {
      g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT,
                           _ ("This is not a list of units: its first row must name the columns, with “tên đơn vị” among them."));
      return FALSE;
    }
  for (; td_sheet_reader_next (rows); n++)
    {
      td_sheet_reader_check_length (rows);
      if (!keep_row (&reader, connection, error) || td_connection_is_cancelled (connection, error))
        return FALSE;
      td_job_report (job, td_sheet_reader_get_fraction (rows), NULL);
    }
  if (n == 0)
    {
      g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The list has no rows below its head."));
      return FALSE;
    }
  td_job_set_count (job, n);
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  td_connection_set_action_name (connection, ngettext ("Import %u unit", "Import %u units", n), n);
  return TRUE;
}

/**
 * td_unit_import_job:
 * @path: a file with the list in its first sheet
 *
 * Returns: (transfer full): a job that takes all rows or none; its count is their number
 */
TdJob *
td_unit_import_job (const char *path)
{
  return td_job_new_write (_ ("Import units"), import_cb, g_strdup (path), g_free);
}
