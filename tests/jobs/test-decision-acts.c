/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-award-corrections.h"
#include "td-ceremony-jobs.h"
#include "td-certificate-jobs.h"
#include "td-certificate-set.h"
#include "td-decision-act-jobs.h"
#include "td-print-batch-jobs.h"
#include "td-record-jobs.h"
#include "td-stock-jobs.h"
#include "td-stock-sheets.h"
#include "td-subject-history.h"
#include "td-test-office.h"

/* Correcting and revoking: what each says afterwards, what is refused, and that all of it can be undone. */

#define DECISION_DATE "2026-01-20"

typedef struct
{
  TdTestOffice office;
  gint64 giver_id, decision_id, draft_id, other_id;
  gint64 awards[3];
  gint64 other_award;
  gint64 subject_id;
} Fixture;

static const char *const names[] = { "Nguyễn Thị Mẫu", "Trần Văn Thử", "Y Bhiông Niê Kđăm" };

static gint64
insert_decision (Fixture *fixture, TdConnection *connection, const char *state, const char *number)
{
  g_autoptr (TdDecision) decision = g_object_new (TD_TYPE_DECISION, "title", "tặng Giấy khen", "state", state, "giver-id", fixture->giver_id, "number", number,
                                                  "date", number != NULL ? DECISION_DATE : NULL, "achievement", "Đã có thành tích xuất sắc.", "signer-name", "Trần Văn Ký", NULL);

  g_assert_true (td_connection_insert (connection, decision, NULL));
  return td_entity_get_id (TD_ENTITY (decision));
}

static gint64
insert_award (Fixture *fixture, TdConnection *connection, gint64 decision_id, const char *name, gint64 number)
{
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", name, "sex", "female", NULL);
  g_autofree char *printed = g_strconcat ("Bà ", name, NULL);
  g_autoptr (TdAward) award = NULL;

  g_assert_true (td_connection_insert (connection, subject, NULL));
  fixture->subject_id = td_entity_get_id (TD_ENTITY (subject));
  award = g_object_new (TD_TYPE_AWARD, "decision-id", decision_id, "subject-id", fixture->subject_id, "giver-id", fixture->giver_id, "subject-name", name,
                        "printed-name", printed, "subject-kind", "person", "unit-name", "Sở Y tế", "post", "Chuyên viên", "award-form", "Giấy khen",
                        "position", number, "register-year", (gint64) 2026, "register-number", number, NULL);
  g_assert_true (td_connection_insert (connection, award, NULL));
  return td_entity_get_id (TD_ENTITY (award));
}

static gboolean
fill_office (TdConnection *connection, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", NULL);

  if (!td_connection_insert (connection, giver, error))
    return FALSE;
  fixture->giver_id = td_entity_get_id (TD_ENTITY (giver));
  fixture->decision_id = insert_decision (fixture, connection, "issued", "15/QĐ-SNV");
  fixture->draft_id = insert_decision (fixture, connection, "draft", NULL);
  fixture->other_id = insert_decision (fixture, connection, "issued", "16/QĐ-SNV");
  fixture->other_award = insert_award (fixture, connection, fixture->other_id, "Người Khác", 9);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    fixture->awards[i] = insert_award (fixture, connection, fixture->decision_id, names[i], i + 1);
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  td_test_office_set_up (&fixture->office, NULL);
  td_test_office_write (&fixture->office, fill_office, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  td_test_office_tear_down (&fixture->office, NULL);
}

static void
add_line (GPtrArray *lines, gint64 award_id, const char *field, const char *now)
{
  g_ptr_array_add (lines, g_object_new (TD_TYPE_DECISION_ACT_LINE, "award-id", award_id, "field", field, "now", now, NULL));
}

static TdJob *
make_job (gint64 decision_id, const char *kind, const char *number, const char *date, const char *reason, GPtrArray *lines)
{
  g_autoptr (TdDecisionAct) act = g_object_new (TD_TYPE_DECISION_ACT, "decision-id", decision_id, "kind", kind, "number", number, "date", date, "reason", reason, NULL);

  return td_decision_act_job (act, lines);
}

static void
assert_done (Fixture *fixture, TdJob *job, gint64 count)
{
  g_autoptr (TdJob) taken = job;
  g_autoptr (GError) error = NULL;

  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (td_job_get_count (job), ==, count);
}

static gboolean
has_rule (TdJob *job, const char *rule)
{
  GPtrArray *findings = td_job_get_findings (job);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((TdFinding *) g_ptr_array_index (findings, i))->rule, rule))
      return TRUE;
  return FALSE;
}

static void
assert_refused (Fixture *fixture, TdJob *job, const char *rule)
{
  g_autoptr (TdJob) taken = job;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = td_test_office_dump (&fixture->office);

  g_assert_false (td_job_run (job, fixture->office.store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
  if (!has_rule (job, rule))
    g_error ("no finding %s", rule);
  td_test_office_assert_dump (&fixture->office, before);
}

/* Records that lead to another, in the order they were made. */
static GListModel *
list_parts (Fixture *fixture, GType type, const char *field, gint64 id)
{
  g_autoptr (TdJob) job = td_record_parts_job (type, field, id);
  g_autoptr (GError) error = NULL;

  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (td_job_get_object (job));
}

static gboolean
list_corrected (TdConnection *connection, gpointer data, GError **error)
{
  gpointer *both = data;

  both[0] = td_award_corrections_list (connection, *(gint64 *) both[1], error);
  return both[0] != NULL;
}

/* The awards as they read now. */
static GPtrArray *
read_awards (Fixture *fixture)
{
  gpointer both[] = { NULL, &fixture->decision_id };
  g_autoptr (GError) error = NULL;

  td_store_read (fixture->office.store, list_corrected, both, NULL, &error);
  g_assert_no_error (error);
  return both[0];
}

static void
assert_award (Fixture *fixture, guint n, const char *name, const char *printed, const char *unit, const char *achievement)
{
  g_autoptr (GPtrArray) awards = read_awards (fixture);
  const TdAward *award = g_ptr_array_index (awards, n);

  g_assert_cmpstr (award->subject_name, ==, name);
  g_assert_cmpstr (award->printed_name, ==, printed);
  g_assert_cmpstr (award->unit_name, ==, unit);
  g_assert_cmpstr (award->achievement, ==, achievement);
  /* What an act never touches. */
  g_assert_cmpstr (award->decision_number, ==, "15/QĐ-SNV");
  g_assert_cmpstr (award->decision_date, ==, DECISION_DATE);
  g_assert_cmpint (award->register_number, ==, n + 1);
}

/* A name takes the printed one with it; the decision keeps what it said. */
static void
test_correct (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdJob) get = td_record_get_job (TD_TYPE_AWARD, fixture->awards[0]);
  g_autofree char *before = td_test_office_dump (&fixture->office);
  g_autofree char *after = NULL;

  add_line (lines, fixture->awards[0], "subject_name", "  Nguyễn Thị Mẫn ");
  add_line (lines, fixture->awards[1], "unit_name", "Sở Tài chính");
  add_line (lines, fixture->awards[1], "achievement", "Đã cứu người bị nạn.");
  assert_done (fixture, make_job (fixture->decision_id, "correction", "20/QĐ-SNV", "2026-02-01", NULL, lines), 2);
  assert_award (fixture, 0, "Nguyễn Thị Mẫn", "Bà Nguyễn Thị Mẫn", "Sở Y tế", NULL);
  assert_award (fixture, 1, names[1], "Bà Trần Văn Thử", "Sở Tài chính", "Đã cứu người bị nạn.");
  assert_award (fixture, 2, names[2], "Bà Y Bhiông Niê Kđăm", "Sở Y tế", NULL);
  g_assert_true (td_job_run (get, fixture->office.store, NULL, NULL));
  g_assert_cmpstr (((TdAward *) td_job_get_object (get))->subject_name, ==, names[0]);

  /* The last word counts, and it is that word which the next correction changes. */
  g_ptr_array_set_size (lines, 0);
  add_line (lines, fixture->awards[0], "printed_name", "Ông Nguyễn Thị Mẫn");
  assert_done (fixture, make_job (fixture->decision_id, "correction", "22/SNV-TĐKT", "2026-02-03", NULL, lines), 1);
  assert_award (fixture, 0, "Nguyễn Thị Mẫn", "Ông Nguyễn Thị Mẫn", "Sở Y tế", NULL);
  assert_refused (fixture, make_job (fixture->decision_id, "correction", "23/QĐ-SNV", "2026-02-03", NULL, lines), "act-same");

  after = td_test_office_dump (&fixture->office);
  td_test_office_undo (&fixture->office);
  td_test_office_undo (&fixture->office);
  td_test_office_assert_dump (&fixture->office, before);
  td_test_office_redo (&fixture->office);
  td_test_office_redo (&fixture->office);
  td_test_office_assert_dump (&fixture->office, after);
}

/* In words for people, in the order they were recorded. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdJob) job = NULL;
  TdDecisionHistory *history;
  static const char *const expected[] = {
    "Nguyễn Thị Mẫu – Post: “Chuyên viên” is left out",
    "Nguyễn Thị Mẫu – Wording: “Đã có thành tích xuất sắc.” now reads “Đã cứu người.”",
    "Trần Văn Thử: revoked",
  };

  add_line (lines, fixture->awards[0], "post", "");
  add_line (lines, fixture->awards[0], "achievement", "Đã cứu người.");
  assert_done (fixture, make_job (fixture->decision_id, "correction", "20/QĐ-SNV", "2026-02-01", NULL, lines), 1);
  g_ptr_array_set_size (lines, 0);
  add_line (lines, fixture->awards[1], NULL, NULL);
  assert_done (fixture, make_job (fixture->decision_id, "revocation", "21/QĐ-SNV", "2026-02-02", "hồ sơ giả", lines), 1);
  job = td_decision_history_job (fixture->decision_id, FALSE);
  g_assert_true (td_job_run (job, fixture->office.store, NULL, NULL));
  history = td_job_get_object (job);
  g_assert_cmpuint (history->acts->len, ==, 2);
  g_assert_cmpuint (history->lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < history->lines->len; i++)
    {
      g_autofree char *text = td_decision_history_dup_line (g_ptr_array_index (history->lines, i));

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
test_revoke_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdJob) read = NULL;
  GPtrArray *entries;

  add_line (lines, fixture->awards[1], NULL, NULL);
  assert_done (fixture, make_job (fixture->decision_id, "revocation", "21/QĐ-SNV", "2026-02-02", "hồ sơ giả", lines), 1);
  assert_done (fixture, make_job (fixture->decision_id, "revocation", "22/QĐ-SNV", "2026-02-03", "trái thẩm quyền", NULL), 2);
  awards = read_awards (fixture);
  for (guint i = 0; i < awards->len; i++)
    g_assert_cmpstr (((TdAward *) g_ptr_array_index (awards, i))->revoked_by, ==, i == 1 ? "21/QĐ-SNV" : "22/QĐ-SNV");
  assert_refused (fixture, make_job (fixture->decision_id, "revocation", "23/QĐ-SNV", "2026-02-03", "x", NULL), "act-nothing");
  assert_refused (fixture, td_record_delete_job (TD_TYPE_DECISION_ACT, (gint64[]){ 1 }, 1), "record-act");
  read = td_subject_history_job (fixture->subject_id);
  g_assert_true (td_job_run (read, fixture->office.store, NULL, NULL));
  entries = td_subject_history_get_entries (td_job_get_object (read));
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((TdHistoryEntry *) g_ptr_array_index (entries, 0))->revoked_by, ==, "22/QĐ-SNV");
}

typedef struct
{
  const char *kind, *number, *date, *reason;
  guint decision; /* 0: the issued one, 1: the draft */
  guint award;    /* from 0, 3: of another decision */
  const char *field, *now, *rule;
} Refusal;

static const Refusal refusals[] = {
  { "correction", "20/QĐ-SNV", "2026-02-01", NULL, 1, 0, "post", "X", "act-not-issued" },
  { "correction", "20/QĐ-SNV", "2026-02-01", NULL, 0, 3, "post", "X", "act-award" },
  { "correction", "20/QĐ-SNV", "2026-02-01", NULL, 0, 0, "register_number", "7", "act-field" },
  { "correction", "20/QĐ-SNV", "2026-02-01", NULL, 0, 0, "decision_number", "16/QĐ-SNV", "act-field" },
  { "correction", "20/QĐ-SNV", "2026-02-01", NULL, 0, 0, NULL, "X", "act-field" },
  { "correction", "20/QĐ-SNV", "2026-02-01", NULL, 0, 0, "post", "Chuyên viên", "act-same" },
  { "correction", "20/QĐ-SNV", "2026-02-01", NULL, 0, 0, "achievement", "Đã có thành tích xuất sắc.", "act-same" },
  { "correction", "20/QĐ-SNV", "2026-02-01", NULL, 0, 0, "printed_name", " ", "act-empty" },
  { "correction", "20", "2026-02-01", NULL, 0, 0, "post", "X", "number-wrong" },
  { "correction", NULL, "2026-02-01", NULL, 0, 0, "post", "X", "number-wrong" },
  { "correction", "20/QĐ-SNV", "2026-02", NULL, 0, 0, "post", "X", "date-wrong" },
  { "correction", "20/QĐ-SNV", "2026-02-30", NULL, 0, 0, "post", "X", "date-wrong" },
  { "correction", "20/QĐ-SNV", "2026-01-19", NULL, 0, 0, "post", "X", "act-before" },
  { "pardon", "20/QĐ-SNV", "2026-02-01", NULL, 0, 0, "post", "X", "act-kind" },
  { "revocation", "21/QĐ-SNV", "2026-02-01", " ", 0, 0, NULL, NULL, "act-reason" },
  { "revocation", "21/QĐ-SNV", "2026-02-01", "hồ sơ giả", 0, 3, NULL, NULL, "act-award" },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *refusal = &refusals[i];

      g_ptr_array_set_size (lines, 0);
      add_line (lines, refusal->award == 3 ? fixture->other_award : fixture->awards[refusal->award], refusal->field, refusal->now);
      assert_refused (fixture, make_job (refusal->decision == 0 ? fixture->decision_id : fixture->draft_id, refusal->kind, refusal->number, refusal->date, refusal->reason, lines), refusal->rule);
    }
  add_line (lines, fixture->awards[0], NULL, NULL);
  add_line (lines, fixture->awards[0], NULL, NULL);
  assert_refused (fixture, make_job (fixture->decision_id, "revocation", "21/QĐ-SNV", "2026-02-01", "x", lines), "act-doubled");
  g_ptr_array_set_size (lines, 0);
  assert_refused (fixture, make_job (fixture->decision_id, "correction", "20/QĐ-SNV", "2026-02-01", NULL, lines), "act-nothing");
}

/* The sheets that say it wrong are called back, and no longer stand in the way of the right one. */
static void
test_sheets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdStock) stock = g_object_new (TD_TYPE_STOCK, "name", "Giấy khen", "width", (gint64) 297000, "height", (gint64) 210000, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) sheets = NULL;
  g_autoptr (TdStockPack) pack = g_object_new (TD_TYPE_STOCK_PACK, "stock-id", (gint64) 1, "received-on", "2026-01-15", "n-sheets", (gint64) 10, NULL);

  assert_done (fixture, td_stock_add_job (stock, NULL), 0);
  assert_done (fixture, td_stock_receive_job (pack), 10);
  assert_done (fixture, td_stock_print_job (1, fixture->decision_id, NULL, 0, 0, "2026-01-21"), 3);
  assert_refused (fixture, td_stock_print_job (1, 0, fixture->awards, 1, 0, "2026-01-22"), "award-printed");
  add_line (lines, fixture->awards[0], "post", "Phó trưởng phòng");
  assert_done (fixture, make_job (fixture->decision_id, "correction", "20/QĐ-SNV", "2026-02-01", NULL, lines), 1);
  assert_done (fixture, td_stock_print_job (1, 0, fixture->awards, 1, 0, "2026-02-02"), 1);
  assert_refused (fixture, td_stock_print_job (1, 0, fixture->awards, 1, 0, "2026-02-02"), "award-printed");

  /* Again wrong: now the second sheet is called back as well. */
  g_ptr_array_set_size (lines, 0);
  add_line (lines, fixture->awards[0], "post", "Trưởng phòng");
  assert_done (fixture, make_job (fixture->decision_id, "correction", "21/QĐ-SNV", "2026-02-05", NULL, lines), 1);
  sheets = list_parts (fixture, TD_TYPE_STOCK_SHEET, "award-id", fixture->awards[0]);
  g_assert_cmpuint (g_list_model_get_n_items (sheets), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TdStockSheet) sheet = g_list_model_get_item (sheets, i);

      g_assert_cmpstr (sheet->recalled_by, ==, i == 0 ? "20/QĐ-SNV" : "21/QĐ-SNV");
    }

  g_ptr_array_set_size (lines, 0);
  add_line (lines, fixture->awards[1], NULL, NULL);
  assert_done (fixture, make_job (fixture->decision_id, "revocation", "22/QĐ-SNV", "2026-02-06", "hồ sơ giả", lines), 1);
  assert_refused (fixture, td_stock_print_job (1, 0, &fixture->awards[1], 1, 0, "2026-02-07"), "award-revoked");
}

/* Nobody is called who is revoked; who was called stays in the list of that day. */
static void
test_ceremony (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdCeremony) ceremony = g_object_new (TD_TYPE_CEREMONY, "name", "Lễ thử", NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) list = NULL;

  assert_done (fixture, td_ceremony_new_job (ceremony, &fixture->decision_id, 1, TD_CEREMONY_ORDER_FORM), 3);
  add_line (lines, fixture->awards[1], NULL, NULL);
  assert_done (fixture, make_job (fixture->decision_id, "revocation", "22/QĐ-SNV", "2026-02-06", "hồ sơ giả", lines), 1);
  list = list_parts (fixture, TD_TYPE_CEREMONY_LINE, "ceremony-id", 1);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TdCeremonyLine) line = g_list_model_get_item (list, i);

      g_assert_cmpint (line->position, ==, i + 1);
      g_assert_cmpint (line->award_id, !=, fixture->awards[1]);
    }
}

/* Of all, the others are printed; the revoked one alone never is. */
static void
test_certificates (Fixture *fixture, gconstpointer data)
{
  TdCertificateOptions one = { .award_ids = &fixture->awards[1], .n_awards = 1 };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdJob) all = NULL;
  g_autoptr (TdJob) job = NULL;
  g_autoptr (GError) error = NULL;

  add_line (lines, fixture->awards[1], NULL, NULL);
  assert_done (fixture, make_job (fixture->decision_id, "revocation", "22/QĐ-SNV", "2026-02-06", "hồ sơ giả", lines), 1);
  all = td_certificate_document_job (fixture->decision_id, NULL);
  td_job_run (all, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (td_document_get_n_pages (td_job_get_object (all)), ==, 2);
  g_assert_true (has_rule (all, "awards-revoked"));
  job = td_certificate_document_job (fixture->decision_id, &one);
  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (has_rule (job, "award-revoked"));
}

static guint
count_rule (TdJob *job, const char *rule)
{
  GPtrArray *findings = td_job_get_findings (job);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (((TdFinding *) g_ptr_array_index (findings, i))->rule, rule);
  return n;
}

/* That it was revoked is said once, on blanks, too. */
static void
test_revoked_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdPrinter) printer = g_object_new (TD_TYPE_PRINTER, NULL);
  g_autoptr (TdStock) stock = g_object_new (TD_TYPE_STOCK, "name", "Phôi", "width", (gint64) 420000, "height", (gint64) 297000, "measured-on", "2026-01-10", NULL);
  g_autoptr (TdJob) keep = td_record_save_job (stock);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  TdPrintBatchOptions options = { .decision_id = fixture->decision_id, .printer = printer, .certificates = { .award_ids = &fixture->awards[1], .n_awards = 1 } };
  g_autoptr (TdJob) job = NULL;

  printer->id = g_strdup ("a3");
  printer->name = g_strdup ("Máy in A3");
  printer->is_accepting = TRUE;
  g_assert_true (td_job_run (keep, fixture->office.store, NULL, NULL));
  options.certificates.stock_id = td_job_get_id (keep);
  add_line (lines, fixture->awards[1], NULL, NULL);
  assert_done (fixture, make_job (fixture->decision_id, "revocation", "22/QĐ-SNV", "2026-02-06", "hồ sơ giả", lines), 1);
  job = td_print_batch_check_job (&options);
  g_assert_false (td_job_run (job, fixture->office.store, NULL, NULL));
  g_assert_cmpuint (count_rule (job, "award-revoked"), ==, 1);
}

/* By unit means the unit as it was corrected. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  const TdCertificateOptions options = { .order = TD_CERTIFICATE_ORDER_UNIT };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdJob) job = NULL;
  const char *head;

  add_line (lines, fixture->awards[2], "unit_name", "Ban Dân tộc");
  assert_done (fixture, make_job (fixture->decision_id, "correction", "20/QĐ-SNV", "2026-02-01", NULL, lines), 1);
  job = td_certificate_document_job (fixture->decision_id, &options);
  g_assert_true (td_job_run (job, fixture->office.store, NULL, NULL));
  td_document_get_bookmark (td_job_get_object (job), 0, &head);
  g_assert_cmpstr (head, ==, "Ban Dân tộc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/decision-acts/correct", Fixture, NULL, set_up, test_correct, tear_down);
  g_test_add ("/decision-acts/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/decision-acts/revoke-all", Fixture, NULL, set_up, test_revoke_all, tear_down);
  g_test_add ("/decision-acts/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/decision-acts/sheets", Fixture, NULL, set_up, test_sheets, tear_down);
  g_test_add ("/decision-acts/ceremony", Fixture, NULL, set_up, test_ceremony, tear_down);
  g_test_add ("/decision-acts/certificates", Fixture, NULL, set_up, test_certificates, tear_down);
  g_test_add ("/decision-acts/revoked is said once", Fixture, NULL, set_up, test_revoked_once, tear_down);
  g_test_add ("/decision-acts/by unit as corrected", Fixture, NULL, set_up, test_order, tear_down);
  return g_test_run ();
}
