/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-model.h"
#include "td-record-jobs.h"
#include "td-subject-history.h"
#include "td-test-office.h"

/* Has he been awarded before? Found by any of his names and units, and told in one list. */

typedef struct
{
  TdEntity **records;
  guint n;
} Records;

static gboolean
insert_cb (TdConnection *connection, gpointer data, GError **error)
{
  Records *records = data;

  for (guint i = 0; i < records->n; i++)
    if (!td_connection_insert (connection, records->records[i], error))
      return FALSE;
  return TRUE;
}

static gint64
insert (TdTestOffice *office, gpointer record)
{
  TdEntity *entity = record;
  Records records = { &entity, 1 };

  td_test_office_write (office, insert_cb, &records);
  return td_entity_get_id (entity);
}

typedef struct
{
  const char *words;
  GPtrArray *rows;
} Search;

static gboolean
search_cb (TdConnection *connection, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);

  if (search->words != NULL)
    td_query_search (query, search->words);
  td_query_order_by (query, "name", FALSE);
  search->rows = td_connection_list (connection, query, error);
  return search->rows != NULL;
}

/* The names found, in the order of the list. */
static char *
find (TdTestOffice *office, const char *words)
{
  Search search = { words, NULL };
  g_autoptr (GError) error = NULL;
  GString *names = g_string_new (NULL);

  td_store_read (office->store, search_cb, &search, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < search.rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((TdSubject *) g_ptr_array_index (search.rows, i))->name);
  g_ptr_array_unref (search.rows);
  return g_string_free (names, FALSE);
}

static gint64
add_person (TdTestOffice *office, const char *name, const char *citizen_id)
{
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", name, "citizen-id", citizen_id, NULL);

  return insert (office, subject);
}

/* Three people and everything they are found by. */
static gint64
fill (TdTestOffice *office)
{
  gint64 hoa = add_person (office, "Nguyễn Thị Hòa", "066180001234");
  g_autoptr (TdOtherName) name = g_object_new (TD_TYPE_OTHER_NAME, "subject-id", hoa, "name", "Thích nữ Diệu Liên", "kind", "religious", NULL);
  g_autoptr (TdSubjectPost) post = g_object_new (TD_TYPE_SUBJECT_POST, "subject-id", hoa, "post", "Bí thư", "unit-name", "Huyện ủy Krông Búk", NULL);
  g_autoptr (TdEarlierAward) award = g_object_new (TD_TYPE_EARLIER_AWARD, "subject-id", hoa, "award-form", "Bằng khen", "unit-name", "Phường Thống Nhất",
                                                   "giver-text", "Chủ tịch UBND tỉnh Đắk Lắk", "decision-date", "2011", "source", "Sổ khen thưởng tỉnh cũ", NULL);

  insert (office, name);
  insert (office, post);
  insert (office, award);
  add_person (office, "Trần Thanh Phương", "066080005678");
  add_person (office, "H’Ăng Niê", NULL);
  return hoa;
}

static void
test_search (TdTestOffice *office, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *found;
  } cases[] = {
    { "hòa", "Nguyễn Thị Hòa" },
    { "hoà", "Nguyễn Thị Hòa" },
    { "hoa", "Nguyễn Thị Hòa" },
    { "hóa", "" },
    { "nguyen hoa", "Nguyễn Thị Hòa" },
    { "dieu lien", "Nguyễn Thị Hòa" }, /* another name */
    { "diệu liên", "Nguyễn Thị Hòa" },
    { "diêu liên", "" },
    { "krong buk", "Nguyễn Thị Hòa" }, /* an old unit */
    { "hoa krông búk", "Nguyễn Thị Hòa" },
    { "thong nhat", "Nguyễn Thị Hòa" }, /* the unit of an earlier award */
    { "phường thống", "Nguyễn Thị Hòa" },
    { "phuong", "Trần Thanh Phương" }, /* nobody is called "phường" */
    { "phương", "Trần Thanh Phương" },
    { "06618000", "Nguyễn Thị Hòa" }, /* the beginning of a citizen id */
    { "0660", "Trần Thanh Phương" },
    { "h'ang", "H’Ăng Niê" },
    { "bang khen", "" },
  };

  fill (office);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (office, cases[i].words);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
save (TdTestOffice *office, gpointer record)
{
  g_autoptr (TdJob) job = td_record_save_job (record);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
}

static void delete (TdTestOffice *office, gpointer record)
{
  gint64 id = td_entity_get_id (record);
  g_autoptr (TdJob) job = td_record_delete_job (G_OBJECT_TYPE (record), &id, 1);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_found (TdTestOffice *office, const char *words, const char *expected)
{
  g_autofree char *found = find (office, words);

  g_assert_cmpstr (found, ==, expected);
}

/* The words follow what lends them, through undo too. */
static void
test_lent_words_follow (TdTestOffice *office, gconstpointer data)
{
  gint64 a = add_person (office, "Lê A", NULL);
  gint64 b = add_person (office, "Lê B", NULL);
  g_autoptr (TdOtherName) name = g_object_new (TD_TYPE_OTHER_NAME, "subject-id", a, "name", "Tám", NULL);

  insert (office, name);
  assert_found (office, "tam", "Lê A");
  g_object_set (name, "name", "Chín", NULL);
  save (office, name);
  assert_found (office, "tam", "");
  assert_found (office, "chin", "Lê A");
  g_object_set (name, "subject-id", b, NULL);
  save (office, name);
  assert_found (office, "chin", "Lê B");
  td_test_office_undo (office);
  assert_found (office, "chin", "Lê A");
  td_test_office_undo (office);
  assert_found (office, "tam", "Lê A");
  td_test_office_redo (office);
  td_test_office_redo (office);
  delete (office, name);
  assert_found (office, "chin", "");
  td_test_office_undo (office);
  assert_found (office, "chin", "Lê B");
}

/* A part goes with the whole, and comes back with it. */
static void
test_parts_go_along (TdTestOffice *office, gconstpointer data)
{
  gint64 hoa = fill (office);
  g_autofree char *before = td_test_office_dump (office);
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "id", hoa, NULL);

  delete (office, subject);
  assert_found (office, "dieu lien", "");
  td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
  assert_found (office, "dieu lien", "Nguyễn Thị Hòa");
}

/* Y Bhiông Niê Kđăm does not sort under K. */
static void
test_sort_name (TdTestOffice *office, gconstpointer data)
{
  gint64 id = add_person (office, "Y Bhiông Niê Kđăm", NULL);
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "id", id, "kind", "person", "name", "Y Bhiông Niê Kđăm", "sort-name", "Bhiông Y", NULL);

  add_person (office, "Trần Văn Cường", NULL);
  add_person (office, "Lê Thị An", NULL);
  assert_found (office, NULL, "Lê Thị An, Trần Văn Cường, Y Bhiông Niê Kđăm");
  {
    g_autoptr (TdJob) job = td_record_get_job (TD_TYPE_SUBJECT, id);
    g_autoptr (GError) error = NULL;

    td_job_run (job, office->store, NULL, &error);
    g_assert_no_error (error);
    g_object_set (td_job_get_object (job), "sort-name", "Bhiông Y", NULL);
    save (office, td_job_get_object (job));
  }
  assert_found (office, NULL, "Lê Thị An, Y Bhiông Niê Kđăm, Trần Văn Cường");
}

static void
test_history (TdTestOffice *office, gconstpointer data)
{
  gint64 hoa = fill (office);
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", NULL);
  gint64 giver_id = insert (office, giver);
  g_autoptr (TdDecision) issued = g_object_new (TD_TYPE_DECISION, "title", "t", "giver-id", giver_id, "state", "issued", "number", "15/QĐ-SNV", "date", "2026-01-20", NULL);
  g_autoptr (TdDecision) draft = g_object_new (TD_TYPE_DECISION, "title", "t", "giver-id", giver_id, "state", "draft", NULL);
  gint64 decisions[] = { insert (office, draft), insert (office, issued) };
  g_autoptr (TdEarlierAward) old = g_object_new (TD_TYPE_EARLIER_AWARD, "subject-id", hoa, "award-form", "Huy chương", "decision-date", "1998-05", NULL);
  g_autoptr (TdJob) job = td_subject_history_job (hoa);
  g_autoptr (GError) error = NULL;
  GString *told = g_string_new (NULL);
  GPtrArray *entries;

  insert (office, old);
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (TdAward) award = g_object_new (TD_TYPE_AWARD, "decision-id", decisions[i], "subject-id", hoa, "giver-id", giver_id,
                                                "subject-name", "Nguyễn Thị Hoà", "award-form", "Giấy khen", NULL);

      insert (office, award);
    }
  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  entries = td_subject_history_get_entries (td_job_get_object (job));
  g_assert_cmpint (td_job_get_count (job), ==, entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const TdHistoryEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (told, "%s|%s|%s|%s|%s\n", entry->date, entry->award_form, entry->giver != NULL ? entry->giver : "",
                              entry->decision_number != NULL ? entry->decision_number : "", entry->source != NULL ? entry->source : "ours");
    }
  g_assert_cmpstr (told->str, ==,
                   "1998-05|Huy chương|||\n"
                   "2011|Bằng khen|Chủ tịch UBND tỉnh Đắk Lắk||Sổ khen thưởng tỉnh cũ\n"
                   "2026-01-20|Giấy khen|Giám đốc Sở Nội vụ|15/QĐ-SNV|ours\n");
  g_string_free (told, TRUE);
}

int
main (int argc, char *argv[])
{
#define CASE(name, func) g_test_add ("/subject-history/" name, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)
  g_test_init (&argc, &argv, NULL);
  CASE ("search", test_search);
  CASE ("lent-words-follow", test_lent_words_follow);
  CASE ("parts-go-along", test_parts_go_along);
  CASE ("sort-name", test_sort_name);
  CASE ("history", test_history);
  return g_test_run ();
}
