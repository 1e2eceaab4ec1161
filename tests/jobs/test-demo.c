/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "td-certificate-jobs.h"
#include "td-decision-jobs.h"
#include "td-demo.h"
#include "td-nomination-jobs.h"
#include "td-office-jobs.h"
#include "td-test-office.h"

/* The demo office: what is in it, that it depends on its seed alone, that nobody in it exists. */

static TdTestOffice demo; /* of the default size, made once */

static void
make_office (TdTestOffice *office, const TdDemoOptions *options)
{
  g_autoptr (GError) error = NULL;

  office->folder = g_dir_make_tmp ("thidua-XXXXXX", &error);
  g_assert_no_error (error);
  office->path = g_build_filename (office->folder, "demo.thidua", NULL);
  td_demo_create (office->path, options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static char *
dump_office (const TdDemoOptions *options)
{
  TdTestOffice office = { NULL };
  char *dump;

  make_office (&office, options);
  dump = td_test_office_dump (&office);
  td_test_office_tear_down (&office, NULL);
  return dump;
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

  listing->rows = td_connection_list (connection, listing->query, error);
  return listing->rows != NULL;
}

static GPtrArray *
list_query (TdQuery *query)
{
  g_autoptr (GError) error = NULL;
  Listing listing = { query, NULL };

  td_store_read (demo.store, list_cb, &listing, NULL, &error);
  g_assert_no_error (error);
  return listing.rows;
}

static GPtrArray *
list_all (GType type)
{
  g_autoptr (TdQuery) query = td_query_new (type);

  return list_query (query);
}

static guint
count_where (GType type, const char *field, const char *text)
{
  g_autoptr (TdQuery) query = td_query_new (type);
  g_autoptr (GPtrArray) rows = NULL;

  td_query_where_text (query, field, text);
  rows = list_query (query);
  return rows->len;
}

static void
test_counts (void)
{
  g_autoptr (GPtrArray) plans = list_all (TD_TYPE_PLAN);
  g_autoptr (GPtrArray) nominations = list_all (TD_TYPE_NOMINATION);
  g_autoptr (GPtrArray) givers = list_all (TD_TYPE_GIVER);
  g_autoptr (GPtrArray) offices = list_all (TD_TYPE_OFFICE);

  g_assert_cmpuint (count_where (TD_TYPE_UNIT, "kind", "commune") + count_where (TD_TYPE_UNIT, "kind", "ward"), ==, 102);
  g_assert_cmpuint (plans->len, ==, 5);
  g_assert_cmpuint (nominations->len, ==, 300);
  g_assert_cmpuint (givers->len, ==, 2);
  g_assert_cmpuint (offices->len, ==, 1);
  g_assert_cmpstr (((TdOffice *) offices->pdata[0])->name, ==, "Sở Nội vụ tỉnh Đắk Lắk");
  g_assert_cmpuint (count_where (TD_TYPE_SUBJECT, "kind", "collective"), >=, 20);
  g_assert_cmpuint (count_where (TD_TYPE_SUBJECT, "kind", "household"), >=, 5);
  /* A comma may belong to a unit's name. */
  g_assert_cmpuint (count_where (TD_TYPE_SUBJECT, "name", "Văn phòng Sở Văn hóa"), ==, 0);
  g_assert_cmpuint (count_where (TD_TYPE_SUBJECT, "name", "Văn phòng Sở Văn hóa, Thể thao và Du lịch"), ==, 1);
}

static void
test_decision (void)
{
  g_autoptr (GPtrArray) decisions = list_all (TD_TYPE_DECISION);
  g_autoptr (GPtrArray) awards = list_all (TD_TYPE_AWARD);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  TdDecision *decision = g_ptr_array_index (decisions, 0);
  guint n_posthumous = 0;

  g_assert_cmpuint (decisions->len, ==, 1);
  g_assert_cmpstr (decision->state, ==, "issued");
  g_assert_cmpstr (decision->number, ==, "15/QĐ-UBND");
  g_assert_cmpstr (decision->date, ==, "2026-01-20");
  g_assert_cmpuint (awards->len, >=, 250);
  for (guint i = 0; i < awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (awards, i);

      g_hash_table_add (kinds, award->subject_kind);
      n_posthumous += award->posthumous;
      g_assert_cmpint (award->register_number, >, 0);
      /* The list is in the order of the nominations. */
      g_assert_cmpint (award->nomination_id, ==, i + 1);
    }
  g_assert_cmpuint (g_hash_table_size (kinds), ==, 3);
  g_assert_cmpuint (n_posthumous, ==, 1);
}

static void
run_job (TdJob *job)
{
  g_autoptr (GError) error = NULL;

  td_job_run (job, demo.store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_checks_have_something_to_show (void)
{
  g_autoptr (TdJob) job = td_nomination_check_job (0);
  g_autoptr (GHashTable) rules = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *findings = td_job_get_findings (job);
  guint n_blocked = 0;

  run_job (job);
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      g_hash_table_add (rules, (gpointer) finding->rule);
      n_blocked += finding->severity == TD_SEVERITY_BLOCK;
    }
  g_assert_cmpuint (n_blocked, ==, 3);
  g_assert_true (g_hash_table_contains (rules, "unit-ended"));
  g_assert_true (g_hash_table_contains (rules, "allowance-barred"));
  g_assert_true (g_hash_table_contains (rules, "wording-empty"));
  g_assert_true (g_hash_table_contains (rules, "sex-missing"));
}

static void
test_everything_can_be_printed (void)
{
  static const char *const names[] = { "certificates.pdf", "decision.pdf" };
  g_autofree char *certificates = g_build_filename (demo.folder, names[0], NULL);
  g_autofree char *letter = g_build_filename (demo.folder, names[1], NULL);
  const TdCertificateOptions white = { .with_ornament = TRUE };
  g_autoptr (TdJob) print = td_certificate_print_job (1, certificates, &white);
  g_autoptr (TdJob) decision = td_decision_print_job (1, letter);

  run_job (print);
  g_assert_cmpint (td_job_get_count (print), >=, 250);
  g_assert_false (td_findings_block (td_job_get_findings (print)));
  run_job (decision);
  g_assert_false (td_findings_block (td_job_get_findings (decision)));
}

static void
test_file_is_sound (void)
{
  g_autoptr (TdJob) job = td_office_check_job (NULL);
  g_autoptr (GPtrArray) decisions = list_all (TD_TYPE_DECISION);
  g_autoptr (TdJob) anchored = td_office_check_job (((TdDecision *) decisions->pdata[0])->anchor);

  run_job (job);
  g_assert_cmpuint (td_job_get_findings (job)->len, ==, 0);
  run_job (anchored);
  g_assert_cmpuint (td_job_get_findings (anchored)->len, ==, 0);
}

/* Not only the UUIDs differ. */
static guint
count_common_ids (const char *dump, const char *other)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\|066[0-9]{9}\\|", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0, n_common = 0;

  for (g_regex_match (regex, dump, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *id = g_match_info_fetch (match, 0);

      n++;
      n_common += strstr (other, id) != NULL;
    }
  g_assert_cmpuint (n, >, 20);
  return n_common;
}

static void
test_seed_decides (void)
{
  TdDemoOptions options = { 45, 30, 1 };
  g_autofree char *first = dump_office (&options);
  g_autofree char *second = dump_office (&options);
  g_autofree char *other = NULL;

  g_assert_cmpstr (first, ==, second);
  options.seed = 2;
  other = dump_office (&options);
  g_assert_cmpstr (first, !=, other);
  g_assert_cmpuint (count_common_ids (first, other), <, 5);
}

static guint
count_found (const char *words, const char *containing)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  g_autoptr (GPtrArray) rows = NULL;
  guint n = 0;

  td_query_search (query, words);
  rows = list_query (query);
  for (guint i = 0; i < rows->len; i++)
    n += strstr (((TdSubject *) rows->pdata[i])->name, containing) != NULL;
  return n;
}

static void
test_search (void)
{
  guint n_exact = count_found ("nguyễn thị", "Nguyễn Thị");
  guint n_wide = count_found ("nguyen thi", "Nguyễn Thị");

  g_assert_cmpuint (n_exact, >, 0);
  g_assert_cmpuint (n_exact, ==, n_wide);
  g_assert_cmpuint (count_found ("đặng", "Đặng"), >, 0);
  g_assert_cmpuint (count_found ("nie", "Niê"), >, 0);
  g_assert_cmpuint (count_found ("niê", "Niê"), ==, count_found ("nie", "Niê"));
  /* With marks a word is another word. ("Nguyên" is also found, in the name of a unit.) */
  g_assert_cmpuint (count_found ("trân thị", "Trần"), ==, 0);
}

static void
test_nobody_exists (void)
{
  g_autoptr (GPtrArray) plans = list_all (TD_TYPE_PLAN);
  g_autoptr (GPtrArray) subjects = list_all (TD_TYPE_SUBJECT);
  g_autoptr (GHashTable) signers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plans->len; i++)
    g_hash_table_add (signers, ((TdPlan *) plans->pdata[i])->signer_name);
  g_assert_true (g_hash_table_contains (signers, "Trần Quốc Nam"));
  for (guint i = 0; i < subjects->len; i++)
    g_assert_false (g_hash_table_contains (signers, ((TdSubject *) subjects->pdata[i])->name));
}

/* Twelve digits: province, century and sex, two of the year, a serial number. */
static void
assert_citizen_id (const TdSubject *subject)
{
  int year = atoi (subject->birth);

  g_assert_cmpuint (strlen (subject->citizen_id), ==, 12);
  g_assert_cmpuint (strspn (subject->citizen_id, "0123456789"), ==, 12);
  g_assert_true (g_str_has_prefix (subject->citizen_id, "066"));
  g_assert_cmpint ((subject->citizen_id[4] - '0') * 10 + subject->citizen_id[5] - '0', ==, year % 100);
  g_assert_cmpint ((subject->citizen_id[3] - '0') / 2, ==, year / 100 - 19);
  if (subject->sex != NULL)
    g_assert_cmpint ((subject->citizen_id[3] - '0') % 2, ==, g_str_equal (subject->sex, "female"));
}

static void
test_citizen_ids (void)
{
  g_autoptr (GPtrArray) subjects = list_all (TD_TYPE_SUBJECT);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < subjects->len; i++)
    {
      TdSubject *subject = g_ptr_array_index (subjects, i);

      g_assert_nonnull (subject->name);
      g_assert_cmpint (subject->unit_id, >, 0);
      if (subject->citizen_id == NULL)
        continue;
      g_assert_cmpstr (subject->kind, ==, "person");
      g_assert_true (g_hash_table_add (seen, subject->citizen_id));
      assert_citizen_id (subject);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 200);
}

static void
assert_only_file (const char *folder, const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry = g_dir_read_name (dir);

  g_assert_cmpstr (entry, ==, name);
  if (entry != NULL)
    g_assert_null (g_dir_read_name (dir));
}

static void
stop_soon (double fraction, const char *text, gpointer user_data)
{
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (text);
  g_cancellable_cancel (user_data);
}

static void
test_whole_or_not_at_all (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "demo.thidua", NULL);
  g_autofree char *contents = NULL;

  g_assert_false (td_demo_create (path, NULL, stop_soon, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_only_file (folder, NULL);

  g_file_set_contents (path, "mine", -1, NULL);
  g_assert_false (td_demo_create (path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_EXISTS);
  assert_only_file (folder, "demo.thidua");
  g_file_get_contents (path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "mine");
  g_unlink (path);
  g_rmdir (folder);
}

/* Beyond some thousands the searched words are made at the end. */
static void
test_many_subjects (void)
{
  const TdDemoOptions options = { 20050, 3, 1 };
  TdTestOffice office = { NULL };
  TdTestOffice small = demo;

  make_office (&office, &options);
  td_test_office_reopen (&office);
  demo = office;
  g_assert_cmpuint (count_where (TD_TYPE_SUBJECT, "kind", NULL), ==, 0);
  g_assert_cmpuint (count_found ("nguyễn thị", "Nguyễn Thị"), >, 500);
  g_assert_cmpuint (count_where (TD_TYPE_DECISION, "state", "issued"), ==, 1);
  demo = small;
  td_test_office_tear_down (&office, NULL);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  make_office (&demo, NULL);
  td_test_office_reopen (&demo);
  g_test_add_func ("/demo/counts", test_counts);
  g_test_add_func ("/demo/decision", test_decision);
  g_test_add_func ("/demo/checks", test_checks_have_something_to_show);
  g_test_add_func ("/demo/print", test_everything_can_be_printed);
  g_test_add_func ("/demo/sound", test_file_is_sound);
  g_test_add_func ("/demo/seed", test_seed_decides);
  g_test_add_func ("/demo/search", test_search);
  g_test_add_func ("/demo/nobody", test_nobody_exists);
  g_test_add_func ("/demo/citizen-ids", test_citizen_ids);
  g_test_add_func ("/demo/whole", test_whole_or_not_at_all);
  g_test_add_func ("/demo/many", test_many_subjects);
  status = g_test_run ();
  td_test_office_tear_down (&demo, NULL);
  return status;
}
