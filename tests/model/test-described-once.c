/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-choices.h"
#include "td-connection-private.h"
#include "td-entity-text.h"
#include "td-list-export.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-test-office.h"

/* An entity is described once. Sample entities that differ by one property, of every kind there
 * is, go through the table, the store, the jobs, the list, JSON and CSV: nothing here but the
 * one line of the description knows the property. Forms are tested with the window. */

#define ADDED "added-value"

#define SAMPLE_MEMBERS      \
  TdEntity parent_instance; \
  char *name;               \
  char *notes;              \
  gint64 size;              \
  gint64 prize;             \
  gboolean open;            \
  char *day;                \
  char *sex;                \
  gint64 unit_id;           \
  char *unit_name;

#define SAMPLE_FIELDS(Type)                                                                                           \
  { "name", "Name", TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_LISTED | TD_FIELD_SEARCHED | TD_FIELD_SORTED_AS_NAME, \
    TD_ENTITY_FIELD (Type, name) },                                                                                   \
      { "notes", "Notes", TD_FIELD_LONG_TEXT, 0, TD_ENTITY_FIELD (Type, notes) },                                     \
      { "size", "Size", TD_FIELD_INTEGER, TD_FIELD_LISTED, TD_ENTITY_FIELD (Type, size) },                            \
      { "prize", "Prize", TD_FIELD_MONEY, 0, TD_ENTITY_FIELD (Type, prize) },                                         \
      { "open", "Open", TD_FIELD_BOOLEAN, 0, TD_ENTITY_FIELD (Type, open) },                                          \
      { "day", "Day", TD_FIELD_DATE, 0, TD_ENTITY_FIELD (Type, day) },                                                \
      { "sex", "Sex", TD_FIELD_CHOICE, 0, TD_ENTITY_FIELD (Type, sex), .choices = td_choices_sex },                   \
      { "unit-id", "Unit", TD_FIELD_REFERENCE, 0, TD_ENTITY_FIELD (Type, unit_id), .target = "unit" },                \
      { "unit-name", "Unit", TD_FIELD_TEXT, TD_FIELD_LISTED | TD_FIELD_FIXED, TD_ENTITY_FIELD (Type, unit_name),      \
        .via = "unit-id", .source = "name" },

/* A sample with one member and one line of description more. */
#define DEFINE_SAMPLE(TypeName, type_name, TYPE_NAME, table_name, member, ...)          \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, TEST, TYPE_NAME, TdEntity)                 \
  struct _##TypeName                                                                    \
  {                                                                                     \
    SAMPLE_MEMBERS member                                                               \
  };                                                                                    \
  static const TdField type_name##_fields[] = { SAMPLE_FIELDS (TypeName) __VA_ARGS__ }; \
  TD_DEFINE_ENTITY (TypeName, type_name, table_name, "Sample", type_name##_fields)

#define PLACE(TypeName) TD_ENTITY_FIELD (TypeName, added_value)

DEFINE_SAMPLE (TestPlain, test_plain, PLAIN, "sample", , )
DEFINE_SAMPLE (TestText, test_text, TEXT, "sample_text", char *added_value;
               , { ADDED, "Added", TD_FIELD_TEXT, TD_FIELD_LISTED, PLACE (TestText) })
DEFINE_SAMPLE (TestNeeded, test_needed, NEEDED, "sample_needed", char *added_value;
               , { ADDED, "Added", TD_FIELD_TEXT, TD_FIELD_REQUIRED | TD_FIELD_SEARCHED, PLACE (TestNeeded) })
DEFINE_SAMPLE (TestLong, test_long, LONG, "sample_long", char *added_value;
               , { ADDED, "Added", TD_FIELD_LONG_TEXT, 0, PLACE (TestLong) })
DEFINE_SAMPLE (TestInteger, test_integer, INTEGER, "sample_integer", gint64 added_value;
               , { ADDED, "Added", TD_FIELD_INTEGER, TD_FIELD_LISTED, PLACE (TestInteger) })
DEFINE_SAMPLE (TestMoney, test_money, MONEY, "sample_money", gint64 added_value;
               , { ADDED, "Added", TD_FIELD_MONEY, TD_FIELD_LISTED, PLACE (TestMoney) })
DEFINE_SAMPLE (TestLength, test_length, LENGTH, "sample_length", gint64 added_value;
               , { ADDED, "Added", TD_FIELD_LENGTH, TD_FIELD_LISTED, PLACE (TestLength) })
DEFINE_SAMPLE (TestBoolean, test_boolean, BOOLEAN, "sample_boolean", gboolean added_value;
               , { ADDED, "Added", TD_FIELD_BOOLEAN, TD_FIELD_LISTED, PLACE (TestBoolean) })
DEFINE_SAMPLE (TestDate, test_date, DATE, "sample_date", char *added_value;
               , { ADDED, "Added", TD_FIELD_DATE, TD_FIELD_LISTED, PLACE (TestDate) })
DEFINE_SAMPLE (TestChoice, test_choice, CHOICE, "sample_choice", char *added_value;
               , { ADDED, "Added", TD_FIELD_CHOICE, TD_FIELD_LISTED, PLACE (TestChoice), .choices = td_choices_task_mode })
DEFINE_SAMPLE (TestReference, test_reference, REFERENCE, "sample_reference", gint64 added_value;
               , { ADDED, "Added", TD_FIELD_REFERENCE, TD_FIELD_LISTED, PLACE (TestReference), .target = "unit" })

typedef struct
{
  const char *what;
  GType (*get_type) (void);
  const char *ddl;  /* its line */
  const char *text; /* its value as text */
  gint64 number;    /* or as number */
  const char *json;
  const char *csv;
  const char *other_text; /* what it is changed to */
  gint64 other_number;
  const char *bad; /* what a form may not keep, or NULL */
} Variant;

static const Variant variants[] = {
  { "text", test_text_get_type, ",\n  added_value TEXT", "Đợt 1, \"gấp\"", 0,
    "\"Đợt 1, \\\"gấp\\\"\"", "\"Đợt 1, \"\"gấp\"\"\"", "Đợt 2", 0 },
  { "needed", test_needed_get_type, ",\n  added_value TEXT NOT NULL", "Krông Pắc", 0,
    "\"Krông Pắc\"", "Krông Pắc", "Ea Kar", 0, "" },
  { "long", test_long_get_type, ",\n  added_value TEXT", "một\nhai", 0, "\"một\\nhai\"", "\"một\nhai\"", "ba", 0 },
  { "integer", test_integer_get_type, ",\n  added_value INTEGER", NULL, 12, "12", "12", NULL, -3 },
  { "money", test_money_get_type, ",\n  added_value INTEGER", NULL, G_GINT64_CONSTANT (92000000000), "92000000000",
    "92000000000", NULL, 10000 },
  { "length", test_length_get_type, ",\n  added_value INTEGER", NULL, 419500, "419500", "\"419,5\"", NULL, 420000 },
  { "boolean", test_boolean_get_type, ",\n  added_value INTEGER NOT NULL DEFAULT 0 CHECK (added_value IN (0, 1))",
    NULL, 1, "true", "Yes", NULL, 0 },
  { "date", test_date_get_type, ",\n  added_value TEXT", "2026-09", 0, "\"2026-09\"", "09/2026", "2026-09-02", 0, "2026-13" },
  { "choice", test_choice_get_type, ",\n  added_value TEXT", "assigned", 0, "\"assigned\"", "Assigned", "requested", 0, "told" },
  { "reference", test_reference_get_type, ",\n  added_value INTEGER REFERENCES unit (id)", NULL, 1, "1", "Xã Ea Kar", NULL, 2 },
};

static void
set_value (gpointer entity, const char *text, gint64 number)
{
  const TdField *field = td_entity_class_find (TD_ENTITY_GET_CLASS (entity), ADDED);

  if (td_field_is_number (field))
    td_entity_set_number (entity, field, number);
  else
    td_entity_set_text (entity, field, text);
}

static TdEntity *
make_sample (GType type, const char *name)
{
  return g_object_new (type, "name", name, "notes", "ghi chú", "size", (gint64) 7, "prize", (gint64) 10000, "open", TRUE,
                       "day", "2026-01-20", "sex", "female", "unit-id", (gint64) 1, NULL);
}

static TdEntity *
make_variant (const Variant *variant, const char *name)
{
  TdEntity *entity = make_sample (variant->get_type (), name);

  set_value (entity, variant->text, variant->number);
  return entity;
}

static void
assert_same_values (TdEntity *a, TdEntity *b)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (a);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].via != NULL)
      continue;
    else if (td_field_is_number (&klass->fields[i]))
      g_assert_cmpint (td_entity_get_number (a, &klass->fields[i]), ==, td_entity_get_number (b, &klass->fields[i]));
    else
      g_assert_cmpstr (td_entity_get_text (a, &klass->fields[i]), ==, td_entity_get_text (b, &klass->fields[i]));
}

static char *
replace (const char *text, const char *what, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (with, parts);
}

/* The statement differs by the column alone, and by an index for a reference. */
static void
test_table (gconstpointer data)
{
  const Variant *variant = data;
  TdEntityClass *klass = td_entity_class_of (variant->get_type ());
  g_autofree char *plain = _td_mapping_ddl (test_plain_get_type ());
  g_autofree char *grown = _td_mapping_ddl (variant->get_type ());
  g_autofree char *index = g_strdup_printf ("CREATE INDEX %s_added_value ON %s (added_value);\n", klass->table, klass->table);
  g_autofree char *without_index = replace (grown, index, "");
  g_autofree char *without_column = replace (without_index, variant->ddl, "");
  g_autofree char *renamed = replace (without_column, klass->table, "sample");

  g_assert_nonnull (strstr (grown, variant->ddl));
  g_assert_cmpstr (renamed, ==, plain);
}

static void
test_json (gconstpointer data)
{
  const Variant *variant = data;
  g_autoptr (TdEntity) plain = make_sample (test_plain_get_type (), "An");
  g_autoptr (TdEntity) grown = make_variant (variant, "An");
  JsonObject *object = td_entity_to_json (grown);
  g_autofree char *value = json_to_string (json_object_get_member (object, "added_value"), FALSE);
  g_autofree char *rest = NULL;
  g_autofree char *expected = td_json_object_to_text (td_entity_to_json (plain), TRUE);

  g_assert_cmpstr (value, ==, variant->json);
  json_object_remove_member (object, "added_value");
  rest = td_json_object_to_text (object, TRUE);
  g_assert_cmpstr (rest, ==, expected);
}

static gboolean
make_tables (TdConnection *connection, gpointer data, GError **error)
{
  const Variant *variant = data;
  g_autofree char *ddl = _td_mapping_ddl (variant->get_type ());
  g_autoptr (TdUnit) first = g_object_new (TD_TYPE_UNIT, "name", "Xã Ea Kar", NULL);
  g_autoptr (TdUnit) second = g_object_new (TD_TYPE_UNIT, "name", "Xã Krông Pắc", NULL);

  return td_connection_insert (connection, first, error) && td_connection_insert (connection, second, error) && _td_connection_exec (connection, ddl, error) && _td_search_ensure (connection, variant->get_type (), error);
}

static gint64
run_job (TdTestOffice *office, TdJob *job, const char *expected_finding)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  td_job_run (job, office->store, NULL, &error);
  if (expected_finding != NULL)
    {
      TdFinding *finding = g_ptr_array_index (td_job_get_findings (job), 0);

      g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
      g_assert_cmpstr (finding->where, ==, expected_finding);
    }
  else
    g_assert_no_error (error);
  id = td_job_get_id (job);
  g_object_unref (job);
  return id;
}

static TdEntity *
fetch (TdTestOffice *office, GType type, gint64 id)
{
  g_autoptr (TdJob) job = td_record_get_job (type, id);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (td_job_get_object (job));
}

typedef struct
{
  TdQuery *query;
  GPtrArray *rows;
} Listing;

static gboolean
list_cb (TdConnection *connection, gpointer data, GError **error)
{
  Listing *listing = data;

  listing->rows = td_connection_list_page (connection, listing->query, 0, 10, error);
  return listing->rows != NULL;
}

/* The list shows it, sorts by it and filters by it. */
static void
check_list (TdTestOffice *office, const Variant *variant, TdEntity *first, TdEntity *second)
{
  const TdField *field = td_entity_class_find (TD_ENTITY_GET_CLASS (first), ADDED);

  for (guint descending = 0; descending < 2; descending++)
    {
      g_autoptr (TdQuery) query = td_query_new (variant->get_type ());
      Listing listing = { query, NULL };
      g_autoptr (GError) error = NULL;

      td_query_order_by (query, ADDED, descending);
      td_store_read (office->store, list_cb, &listing, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (listing.rows->len, ==, 2);
      g_ptr_array_unref (listing.rows);

      g_clear_pointer (&query, td_query_unref);
      listing.query = query = td_query_new (variant->get_type ());
      if (td_field_is_number (field))
        td_query_where_number (query, ADDED, td_entity_get_number (second, field));
      else
        td_query_where_text (query, ADDED, td_entity_get_text (second, field));
      td_store_read (office->store, list_cb, &listing, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (listing.rows->len, ==, 1);
      assert_same_values (g_ptr_array_index (listing.rows, 0), second);
      g_ptr_array_unref (listing.rows);
    }
}

static void
test_store (TdTestOffice *office, gconstpointer data)
{
  const Variant *variant = data;
  GType type = variant->get_type ();
  g_autoptr (TdEntity) first = make_variant (variant, "An");
  g_autoptr (TdEntity) second = make_variant (variant, "Bình");
  g_autoptr (TdEntity) stored = NULL;
  gint64 id;

  td_test_office_write (office, make_tables, (gpointer) variant);
  id = run_job (office, td_record_save_job (first), NULL);
  run_job (office, td_record_save_job (second), NULL);

  stored = fetch (office, type, id);
  g_object_set (first, "id", id, "uuid", td_entity_get_uuid (stored), NULL);
  assert_same_values (stored, first);

  set_value (stored, variant->other_text, variant->other_number);
  run_job (office, td_record_save_job (stored), NULL);
  g_clear_object (&second);
  second = fetch (office, type, id);
  assert_same_values (second, stored);
  check_list (office, variant, first, second);

  if (variant->bad != NULL)
    {
      set_value (stored, variant->bad, 0);
      run_job (office, td_record_save_job (stored), ADDED);
    }
}

/* What a list as a file has in the column; the others are as they are without it. */
static void
test_csv (TdTestOffice *office, gconstpointer data)
{
  const Variant *variant = data;
  g_autofree char *path = g_build_filename (office->folder, "list.csv", NULL);
  g_autoptr (TdQuery) query = td_query_new (variant->get_type ());
  g_autoptr (TdEntity) grown = make_variant (variant, "An");
  g_autofree char *expected = g_strdup_printf ("Name,Size,Added\r\nAn,7,%s\r\n", variant->csv);
  g_autoptr (GPtrArray) fields = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (GError) error = NULL;

  td_test_office_write (office, make_tables, (gpointer) variant);
  run_job (office, td_record_save_job (grown), NULL);
  fields = td_list_export_find_fields (variant->get_type (), "name,size,added_value", &error);
  g_assert_no_error (error);
  run_job (office, td_list_export_job (query, fields, "Sample", path), NULL);
  g_file_get_contents (path, &csv, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (strstr (csv, "Name"), ==, expected); /* behind the byte order mark */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *table = g_strconcat ("/described-once/table/", variants[i].what, NULL);
      g_autofree char *json = g_strconcat ("/described-once/json/", variants[i].what, NULL);
      g_autofree char *csv = g_strconcat ("/described-once/csv/", variants[i].what, NULL);
      g_autofree char *store = g_strconcat ("/described-once/store/", variants[i].what, NULL);

      g_test_add_data_func (table, &variants[i], test_table);
      g_test_add_data_func (json, &variants[i], test_json);
      g_test_add (csv, TdTestOffice, &variants[i], td_test_office_set_up, test_csv, td_test_office_tear_down);
      g_test_add (store, TdTestOffice, &variants[i], td_test_office_set_up, test_store, td_test_office_tear_down);
    }
  return g_test_run ();
}
