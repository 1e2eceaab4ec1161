/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-collation.h"
#include "td-connection-private.h"
#include "td-model.h"
#include "td-test-office.h"
#include "td-text.h"

/* However a search is answered – walking the list, its beginning, sorting the hits – it gives the
 * records that td_text_matches() finds, in the order of their sort keys, page by page. */

#define N_SUBJECTS 1500

static const char *const family[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Ngũ", "Đặng", "Y", "H’" };
static const char *const middle[] = { "Thị", "Văn", "Phương", "", "Hoà", "Hòa", "Bhiông" };
static const char *const given[] = { "An", "Ánh", "Phương", "Phượng", "Phước", "Hòa", "Hoá", "Thị", "Niê", "Nga" };

static const char *const searches[] = {
  "n", "ng", "nguyen", "nguyễn", "nguyê", "ngữ", "thi", "thị", "thi phuong", "phương", "phuong", "phượng nguyễn",
  "hoà", "hòa", "hoa", "hóa", "y", "h'", "đ", "d", "đặng", "066", "06612", "an 066", "Ánh 066", "qqq", "x", "", "-", "a a", "\"", "tổ dân phố"
};

static gboolean
insert_cb (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < N_SUBJECTS; i++)
    {
      const char *f = family[g_rand_int_range (rand, 0, G_N_ELEMENTS (family))];
      const char *m = middle[g_rand_int_range (rand, 0, G_N_ELEMENTS (middle))];
      const char *g = given[g_rand_int_range (rand, 0, G_N_ELEMENTS (given))];
      gboolean person = g_rand_int_range (rand, 0, 8) != 0;
      g_autofree char *name = person ? g_strdup_printf ("%s %s %s", f, m, g) : g_strdup_printf ("Tổ dân phố %s %u", g, i % 9);
      g_autofree char *id = i % 3 != 0 ? g_strdup_printf ("066%09d", g_rand_int_range (rand, 0, 1000000000)) : NULL;
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", person ? "person" : "collective", "name", name, "citizen-id", id, NULL);

      if (!td_connection_insert (connection, subject, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  guint walk_first;
  guint many_hits;
  TdQuery *query;
  gint64 offset, limit;
  GPtrArray *rows;
  gint64 count;
} Reading;

static gboolean
read_cb (TdConnection *connection, gpointer data, GError **error)
{
  Reading *reading = data;

  connection->walk_first = reading->walk_first;
  connection->many_hits = reading->many_hits;
  reading->rows = td_connection_list_page (connection, reading->query, reading->offset, reading->limit, error);
  reading->count = td_connection_count (connection, reading->query, error);
  return reading->rows != NULL && reading->count >= 0;
}

static GBytes *
sort_key (const TdSubject *subject)
{
  g_autofree char *turned = g_strcmp0 (subject->kind, "person") == 0 ? td_name_sort_text (subject->name) : g_strdup (subject->name);

  return td_collation_key (turned);
}

static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  TdSubject *left = *(TdSubject *const *) a, *right = *(TdSubject *const *) b;
  g_autoptr (GBytes) left_key = sort_key (left);
  g_autoptr (GBytes) right_key = sort_key (right);
  int order = g_bytes_compare (left_key, right_key);
  gint64 distance = td_entity_get_id (TD_ENTITY (left)) - td_entity_get_id (TD_ENTITY (right));

  return order != 0 ? order : distance < 0 ? -1
                                           : distance > 0;
}

/* The plain way: every record is asked. */
static GPtrArray *
expected_rows (GPtrArray *sorted, const char *words, gboolean descending)
{
  GPtrArray *expected = g_ptr_array_new ();
  g_autofree char *typed = td_text_query_words (words);

  /* Nothing typed finds everything, nothing but signs finds nothing. */
  for (guint i = 0; (*typed != '\0' || *words == '\0') && i < sorted->len; i++)
    {
      TdSubject *subject = g_ptr_array_index (sorted, descending ? sorted->len - 1 - i : i);
      g_autofree char *text = g_strconcat (subject->name, " ", subject->citizen_id, NULL);

      if (td_text_matches (text, words))
        g_ptr_array_add (expected, subject);
    }
  return expected;
}

static void
check_page (TdTestOffice *office, GPtrArray *expected, const char *words, gboolean descending, const guint way[2], gint64 offset, gint64 limit)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  g_autoptr (GError) error = NULL;
  Reading reading = { way[0], way[1], query, offset, limit };

  td_query_search (query, words);
  td_query_order_by (query, "name", descending);
  td_store_read (office->store, read_cb, &reading, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (reading.count, ==, expected->len);
  g_assert_cmpuint (reading.rows->len, ==, CLAMP ((gint64) expected->len - offset, 0, limit < 0 ? G_MAXINT : limit));
  for (guint i = 0; i < reading.rows->len; i++)
    g_assert_cmpint (td_entity_get_id (g_ptr_array_index (reading.rows, i)), ==, td_entity_get_id (g_ptr_array_index (expected, offset + i)));
  g_ptr_array_unref (reading.rows);
}

/* How much of the list is walked first, and how many hits are many. */
static const guint ways[][2] = { { 100000, 100000 }, { 0, 100000 }, { 0, 1 }, { 300, 100000 }, { 300, 1 }, { 50, 40 } };
static const gint64 pages[][2] = { { 0, 20 }, { 20, 20 }, { 0, 1 }, { 190, 60 }, { 0, -1 }, { 5000, 10 } };

static void
test_pages (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdQuery) all = td_query_new (TD_TYPE_SUBJECT);
  g_autoptr (GError) error = NULL;
  Reading reading = { 0, 0, all, 0, -1 };

  td_test_office_write (office, insert_cb, NULL);
  td_store_read (office->store, read_cb, &reading, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading.rows->len, ==, N_SUBJECTS);
  g_ptr_array_sort (reading.rows, compare_subjects);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    for (guint descending = 0; descending < 2; descending++)
      {
        g_autoptr (GPtrArray) expected = expected_rows (reading.rows, searches[i], descending);

        for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
          for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
            check_page (office, expected, searches[i], descending, ways[way], pages[page][0], pages[page][1]);
      }
  g_ptr_array_unref (reading.rows);
}

/* A search among nominations goes by the name of the subject; a decision has no name, and is
 * found by its number. */
static gboolean
insert_others_cb (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Kế hoạch", NULL);
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch", "level", "province", NULL);
  g_autoptr (TdDecision) decision = NULL;

  if (!td_connection_insert (connection, plan, error) || !td_connection_insert (connection, giver, error))
    return FALSE;
  for (guint i = 1; i <= 300; i++)
    {
      g_autoptr (TdNomination) nomination = g_object_new (TD_TYPE_NOMINATION, "subject-id", (gint64) (i * 7 % 100 + 1), "plan-id", (gint64) 1, "giver-id", (gint64) 1,
                                                          "award-form", i % 2 != 0 ? "Bằng khen" : "Giấy khen", "kind", "movement", NULL);

      if (!td_connection_insert (connection, nomination, error))
        return FALSE;
    }
  decision = g_object_new (TD_TYPE_DECISION, "title", "tặng Bằng khen", "number", "15/QĐ-UBND", "giver-id", (gint64) 1, NULL);
  return td_connection_insert (connection, decision, error);
}

static void
test_nominations (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *first = NULL;

  td_test_office_write (office, insert_cb, NULL);
  td_test_office_write (office, insert_others_cb, NULL);
  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) ids = g_string_new (NULL);
      Reading reading = { ways[way][0], ways[way][1], query, 10, 25 };

      td_query_search (query, "phương");
      td_query_where_text (query, "award-form", "Giấy khen");
      td_query_order_by (query, "subject-name", FALSE);
      td_store_read (office->store, read_cb, &reading, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (reading.count, >, 10);
      for (guint i = 0; i < reading.rows->len; i++)
        g_string_append_printf (ids, "%" G_GINT64_FORMAT " ", td_entity_get_id (g_ptr_array_index (reading.rows, i)));
      g_ptr_array_unref (reading.rows);
      if (first == NULL)
        first = g_strdup (ids->str);
      g_assert_cmpstr (ids->str, ==, first);
    }
}

static void
test_decisions (TdTestOffice *office, gconstpointer data)
{
  static const char *const found[] = { "15", "qđ", "tang bang", "Bằng khen" };

  td_test_office_write (office, insert_cb, NULL);
  td_test_office_write (office, insert_others_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION);
      g_autoptr (GError) error = NULL;
      Reading reading = { 10, 10, query, 0, 10 };

      td_query_search (query, found[i]);
      td_query_order_by (query, "date", TRUE);
      td_store_read (office->store, read_cb, &reading, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (reading.count, ==, 1);
      g_ptr_array_unref (reading.rows);
    }
}

#define add(path, func) g_test_add (path, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/search-order/pages", test_pages);
  add ("/search-order/nominations", test_nominations);
  add ("/search-order/decisions", test_decisions);
  return g_test_run ();
}
