/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-ceremony-count.h"
#include "td-ceremony-jobs.h"
#include "td-ceremony-print.h"
#include "td-kit-catalogue.h"
#include "td-kit-jobs.h"
#include "td-kit.h"
#include "td-label-sheets.h"
#include "td-test-office.h"

/* Every job on a ceremony done, undone and done again; what stops undo; what belongs to awards. */

#define N_AWARDS 5

typedef struct
{
  gint64 decision_id;
  gint64 awards[N_AWARDS];
} Issued;

static gboolean
add_award (TdConnection *connection, Issued *issued, guint n, gint64 giver_id, GError **error)
{
  g_autofree char *name = g_strdup_printf ("Người Mẫu %u", n + 1);
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", n == 1 ? "collective" : "person", "name", name, "head-name", n == 1 ? "Bà Trưởng Mẫu" : NULL, NULL);
  g_autoptr (TdAward) award = NULL;

  if (!td_connection_insert (connection, subject, error))
    return FALSE;
  award = g_object_new (TD_TYPE_AWARD, "decision-id", issued->decision_id, "giver-id", giver_id, "subject-id", td_entity_get_id (TD_ENTITY (subject)), "position", (gint64) n + 1,
                        "subject-name", name, "subject-kind", n == 1 ? "collective" : "person", "unit-name", n % 2 == 0 ? "Xã B" : "Xã Đ", "award-form", "Bằng khen",
                        "posthumous", n == 4, "money", (gint64) 3510000, NULL);
  if (!td_connection_insert (connection, award, error))
    return FALSE;
  issued->awards[n] = td_entity_get_id (TD_ENTITY (award));
  return TRUE;
}

static gboolean
issue (TdConnection *connection, gpointer data, GError **error)
{
  Issued *issued = data;
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch Ủy ban nhân dân tỉnh", "level", "province", NULL);
  g_autoptr (TdDecision) decision = NULL;
  g_autoptr (TdStock) stock = g_object_new (TD_TYPE_STOCK, "name", "Phôi", "award-form", "Bằng khen", NULL);

  if (!td_connection_insert (connection, giver, error) || !td_connection_insert (connection, stock, error))
    return FALSE;
  decision = g_object_new (TD_TYPE_DECISION, "title", "tặng Bằng khen", "state", "issued", "number", "1/QĐ-UBND", "date", "2026-02-10", "giver-id", td_entity_get_id (TD_ENTITY (giver)), NULL);
  if (!td_connection_insert (connection, decision, error))
    return FALSE;
  issued->decision_id = td_entity_get_id (TD_ENTITY (decision));
  for (guint i = 0; i < N_AWARDS; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i + 1);
      g_autoptr (TdStockSheet) sheet = NULL;

      if (!add_award (connection, issued, i, td_entity_get_id (TD_ENTITY (giver)), error))
        return FALSE;
      sheet = g_object_new (TD_TYPE_STOCK_SHEET, "stock-id", td_entity_get_id (TD_ENTITY (stock)), "number", (gint64) i + 1, "code", code, "state", i < 3 ? "sealed" : "printed", "award-id", issued->awards[i], NULL);
      if (!td_connection_insert (connection, sheet, error))
        return FALSE;
    }
  return TRUE;
}

static void
must (TdTestOffice *office, TdJob *taken)
{
  g_autoptr (TdJob) job = taken;
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
}

/* Done, undone and done again: the office is as it was each time. */
static void
must_and_back (TdTestOffice *office, TdJob *job)
{
  g_autofree char *before = td_test_office_dump (office);
  g_autofree char *after = NULL;

  must (office, job);
  after = td_test_office_dump (office);
  g_assert_cmpstr (before, !=, after);
  td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
  td_test_office_reopen (office);
  td_test_office_redo (office);
  td_test_office_assert_dump (office, after);
}

static void
assert_refused (TdTestOffice *office, TdJob *taken, const char *rule)
{
  g_autoptr (TdJob) job = taken;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  g_assert_false (td_job_run (job, office->store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
  for (guint i = 0; i < td_job_get_findings (job)->len; i++)
    found = found || g_str_equal (((TdFinding *) g_ptr_array_index (td_job_get_findings (job), i))->rule, rule);
  g_assert_true (found);
}

static void
assert_barrier (TdTestOffice *office)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (td_store_undo (office->store, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_BARRIER);
}

static TdCeremonyCount *
count (TdTestOffice *office, gint64 ceremony_id)
{
  g_autoptr (TdJob) job = td_ceremony_count_job (ceremony_id);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (td_job_get_object (job));
}

static void
test_back_and_forth (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdCeremony) first = g_object_new (TD_TYPE_CEREMONY, "name", "Lễ một", "day", "2026-02-20", NULL);
  g_autoptr (TdCeremony) second = g_object_new (TD_TYPE_CEREMONY, "name", "Lễ hai", NULL);
  const TdLineChoice all = { .ceremony_id = 1 }, one = { .ceremony_id = 1, .numbers = "1" }, some = { .ceremony_id = 1, .numbers = "2, 4-5" };
  g_autoptr (TdCeremonyCount) told = NULL;
  Issued issued;

  td_test_office_write (office, issue, &issued);
  must_and_back (office, td_ceremony_new_job (first, &issued.decision_id, 1, TD_CEREMONY_ORDER_FORM));
  must_and_back (office, td_ceremony_new_job (second, NULL, 0, TD_CEREMONY_ORDER_FORM));
  must_and_back (office, td_ceremony_order_job (1, TD_CEREMONY_ORDER_UNIT));
  must_and_back (office, td_ceremony_move_job (&some, TD_CEREMONY_MOVE_UP, 0));
  must_and_back (office, td_ceremony_move_job (&one, TD_CEREMONY_MOVE_TO, 3));
  must_and_back (office, td_ceremony_seat_job (1, 2, 3));
  must_and_back (office, td_ceremony_strike_job (&one));
  must_and_back (office, td_ceremony_add_job (1, &issued.decision_id, 1, NULL, 0));
  must_and_back (office, td_ceremony_mark_job (&all, "absent"));
  must_and_back (office, td_ceremony_carry_job (&one, 2));
  must_and_back (office, td_ceremony_mark_job (&some, "came"));
  told = count (office, 1);
  g_assert_cmpuint (told->n_lines, ==, 5);
  g_assert_cmpuint (told->n_certificates, ==, 4);
  g_assert_cmpuint (told->n_carried, ==, 1);
  g_assert_cmpuint (told->n_came, ==, 3);
  g_assert_cmpint (told->money, ==, 4 * 3510000);
  assert_refused (office, td_ceremony_strike_job (&(TdLineChoice){ .ceremony_id = 1, .numbers = "9" }), "line-unknown");
}

/* Sheets that cannot be presented yet stop the whole hand-over; what was handed over is locked. */
static void
test_hand_over (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdCeremony) ceremony = g_object_new (TD_TYPE_CEREMONY, "name", "Lễ", NULL);
  const TdLineChoice all = { .ceremony_id = 1 }, ready = { .ceremony_id = 1, .numbers = "1-2" }, later = { .ceremony_id = 1, .numbers = "3" };
  g_autofree char *before = NULL;
  g_autoptr (TdCeremonyCount) told = NULL;
  Issued issued;

  td_test_office_write (office, issue, &issued);
  must (office, td_ceremony_new_job (ceremony, &issued.decision_id, 1, TD_CEREMONY_ORDER_FORM));
  must (office, td_ceremony_mark_job (&all, "came"));
  before = td_test_office_dump (office);
  assert_refused (office, td_ceremony_present_job (&all, NULL, "2026-02-20"), "sheet-state");
  td_test_office_assert_dump (office, before);
  must (office, td_ceremony_present_job (&ready, NULL, "2026-02-20"));
  assert_barrier (office);
  must (office, td_ceremony_send_job (&later, "bưu điện", "Bà Nhận Thay", "2026-02-21"));
  assert_barrier (office);
  assert_refused (office, td_ceremony_mark_job (&ready, "absent"), "line-done");
  assert_refused (office, td_ceremony_carry_job (&later, 1), "line-done");
  told = count (office, 1);
  g_assert_cmpuint (told->n_presented, ==, 3);
  g_assert_cmpuint (told->n_sent, ==, 1);
  g_assert_cmpuint (told->n_printed, ==, 5);
  g_assert_cmpuint (told->n_signed, ==, 3);
  g_assert_cmpuint (told->n_missing, ==, 2);
  g_assert_cmpstr (told->ceremony->state, ==, "held");
}

static void
test_seats (void)
{
  static const struct
  {
    guint row, place;
    const char *seat;
  } cases[] = { { 0, 0, "A1" }, { 0, 11, "A12" }, { 25, 0, "Z1" }, { 26, 0, "AA1" }, { 27, 4, "AB5" }, { 701, 0, "ZZ1" }, { 702, 0, "AAA1" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *seat = td_ceremony_dup_seat (cases[i].row, cases[i].place);

      g_assert_cmpstr (seat, ==, cases[i].seat);
    }
}

/* What is shipped, then with the office's own words in its place. */
static const struct
{
  const char *form, *level, *kind, *day;
  gboolean certificate;
  gint64 frames;
} kit_cases[] = {
  { "Bằng khen", "province", "person", "2026-02-10", TRUE, 3 },
  { "Bằng khen", "province", "collective", "2026-02-10", TRUE, 4 },
  { "Bằng khen", "province", "person", "2025-12-31", TRUE, 1 },
  { "Bằng khen", "ministry", "person", "2026-02-10", TRUE, 2 },
  { "Lao động tiên tiến", "department", "person", "2026-02-10", FALSE, 0 },
  { "Tập thể lao động tiên tiến", "commune", "collective", "2026-02-10", FALSE, 0 },
  { "Chiến sĩ thi đua cơ sở", "department", "person", "2026-02-10", TRUE, 1 },
  { "Cờ thi đua của Chính phủ", "government", "collective", "2026-02-10", FALSE, 0 },
  { "Hình thức chưa ai nói", "province", "person", "2026-02-10", TRUE, 0 },
};

static gint64
count_frames (TdKit *kit, const char *form, const char *level, const char *kind, const char *day)
{
  g_autoptr (GPtrArray) items = td_kit_list (kit, form, level, day);
  gint64 n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const TdKitItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->part->item, "frame"))
        n += td_kit_item_count (item, kind);
    }
  return n;
}

static gboolean
check_kits (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdKit) kit = td_kit_read (connection, error);

  g_assert_nonnull (kit);
  for (guint i = 0; i < G_N_ELEMENTS (kit_cases); i++)
    {
      g_test_message ("%s %s", kit_cases[i].form, kit_cases[i].kind);
      g_assert_cmpint (count_frames (kit, kit_cases[i].form, kit_cases[i].level, kit_cases[i].kind, kit_cases[i].day), ==, kit_cases[i].frames);
      g_assert_cmpint (td_kit_has_certificate (kit, kit_cases[i].form, kit_cases[i].level, kit_cases[i].kind, kit_cases[i].day), ==, kit_cases[i].certificate);
    }
  return TRUE;
}

static void
test_kits (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdKitPart) everybody = g_object_new (TD_TYPE_KIT_PART, "award-form", "Bằng khen", "item", "frame", "n-person", (gint64) 2, NULL);
  g_autoptr (TdKitPart) province = g_object_new (TD_TYPE_KIT_PART, "award-form", "Bằng khen", "giver-level", "province", "item", "frame", "n-person", (gint64) 1, "n-collective", (gint64) 1, NULL);
  g_autoptr (TdKitPart) newer = g_object_new (TD_TYPE_KIT_PART, "award-form", "Bằng khen", "giver-level", "province", "item", "frame", "n-person", (gint64) 3, "n-collective", (gint64) 4, "valid-from", "2026-01-01", NULL);
  g_autoptr (GError) error = NULL;

  must_and_back (office, td_kit_set_job (everybody));
  must_and_back (office, td_kit_set_job (province));
  must_and_back (office, td_kit_set_job (newer));
  td_store_read (office->store, check_kits, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Files nobody wrote: an error, or nothing taken from them. */
static void
test_bad_catalogues (void)
{
  static const char *const texts[] = { "", "{", "[]", "null", "{\"sheets\": 5, \"kits\": 5}", "{\"sheets\": [5, null, {}], \"kits\": [5, {}, {\"form\": 1, \"parts\": [1, {}]}]}",
                                       "{\"sheets\": [{\"id\": \"x\", \"columns\": 1000000, \"rows\": 1, \"width\": 210, \"height\": 297}], \"kits\": [{\"form\": \"x\", \"parts\": [[]]}]}",
                                       "{\"sheets\": [{\"id\": \"x\", \"columns\": 2, \"rows\": 1, \"width\": 100, \"height\": 50, \"label_width\": 60, \"label_height\": 50, \"area\": [0, 0, 60, 50], \"size\": 9}], \"kits\": []}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) sheets_error = NULL;
      g_autoptr (GError) kits_error = NULL;
      g_autoptr (GPtrArray) sheets = td_label_sheets_parse (bytes, &sheets_error);
      g_autoptr (GPtrArray) kits = td_kit_catalogue_parse (bytes, &kits_error);

      g_assert_true ((sheets == NULL) == (sheets_error != NULL) && (kits == NULL) == (kits_error != NULL));
      g_assert_true (sheets == NULL || sheets->len == 0);
      g_assert_true (kits == NULL || kits->len == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ceremony/back-and-forth", TdTestOffice, NULL, td_test_office_set_up, test_back_and_forth, td_test_office_tear_down);
  g_test_add ("/ceremony/hand-over", TdTestOffice, NULL, td_test_office_set_up, test_hand_over, td_test_office_tear_down);
  g_test_add_func ("/ceremony/seats", test_seats);
  g_test_add ("/ceremony/kits", TdTestOffice, NULL, td_test_office_set_up, test_kits, td_test_office_tear_down);
  g_test_add_func ("/ceremony/bad-catalogues", test_bad_catalogues);
  return g_test_run ();
}
