/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-award-lines.h"
#include "td-award-wording.h"
#include "td-certificate-document.h"
#include "td-certificate-set.h"
#include "td-decision-jobs.h"
#include "td-test-office.h"
#include "td-wording-jobs.h"

/* What stands on decisions and certificates, and what the office words in its own way. */

static void
test_names (void)
{
  static const struct
  {
    const char *kind, *name, *sex, *address, *occupation, *other_kind, *other;
    const char *printed;
  } cases[] = {
    { "person", "Nguyễn Văn An", "male", NULL, NULL, NULL, NULL, "Ông Nguyễn Văn An" },
    { "person", "Nguyễn Văn Thị", "female", NULL, NULL, NULL, NULL, "Bà Nguyễn Văn Thị" },
    { "person", "Nguyễn Thị Bình", NULL, NULL, NULL, NULL, NULL, "Nguyễn Thị Bình" },
    { "person", "Bà Nguyễn Thị Bình", "female", NULL, NULL, NULL, NULL, "Bà Nguyễn Thị Bình" },
    { "person", "Nguyễn Hữu Thắng", "male", "Thượng tá", NULL, NULL, NULL, "Thượng tá Nguyễn Hữu Thắng" },
    { "person", "Nguyễn Hữu Thắng", "male", "Liệt sĩ", NULL, NULL, NULL, "Liệt sĩ Nguyễn Hữu Thắng" },
    { "person", "Lò Thị Pó", "female", NULL, "pupil", NULL, NULL, "Em Lò Thị Pó" },
    { "person", "Lò Thị Pó", "female", "Học sinh", "pupil", NULL, NULL, "Học sinh Lò Thị Pó" },
    { "person", "Nguyễn Văn Bình", "male", "Hòa thượng", NULL, "religious", "Thích Thiện Tâm", "Hòa thượng Thích Thiện Tâm (Nguyễn Văn Bình)" },
    { "person", "Nguyễn Văn Bình", "male", NULL, NULL, "religious", "Thích Thiện Tâm", "Ông Thích Thiện Tâm (Nguyễn Văn Bình)" },
    { "person", "Thích Thiện Tâm (Nguyễn Văn Bình)", "male", "Hòa thượng", NULL, "religious", "Thích Thiện Tâm", "Hòa thượng Thích Thiện Tâm (Nguyễn Văn Bình)" },
    { "person", "Giôn Xmít", "male", NULL, "foreigner", "passport", "John Smith", "Ông John Smith" },
    { "collective", "Sở Nội vụ", NULL, NULL, NULL, NULL, NULL, "Sở Nội vụ" },
    { "household", "Lê Văn Ý", "male", NULL, NULL, NULL, NULL, "Hộ gia đình ông Lê Văn Ý" },
    { "household", "Lê Văn Ý", NULL, NULL, NULL, NULL, NULL, "Hộ gia đình Lê Văn Ý" },
    { "household", "Ông Lê Văn Ý", "male", NULL, NULL, NULL, NULL, "Hộ gia đình ông Lê Văn Ý" },
    { "household", "Hộ ông Lê Văn Ý", "male", NULL, NULL, NULL, NULL, "Hộ ông Lê Văn Ý" },
    { "household", "Gia đình bà H’Ăng Niê", "female", NULL, NULL, NULL, NULL, "Gia đình bà H’Ăng Niê" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", cases[i].kind, "name", cases[i].name, "sex", cases[i].sex,
                                                    "address-form", cases[i].address, "occupation", cases[i].occupation, NULL);
      g_autoptr (TdOtherName) other = cases[i].other != NULL ? g_object_new (TD_TYPE_OTHER_NAME, "kind", cases[i].other_kind, "name", cases[i].other, NULL) : NULL;
      g_autofree char *printed = td_award_wording_printed_name_with (subject, other);

      g_assert_cmpstr (printed, ==, cases[i].printed);
    }
}

static void
test_achievements (void)
{
  static const struct
  {
    const char *opening, *tail, *stop, *text, *expected;
  } cases[] = {
    { "as_written", NULL, "as_written", "Đã có thành tích xuất sắc.", "Đã có thành tích xuất sắc." },
    { "as_written", NULL, "none", "Đã có thành tích xuất sắc.", "Đã có thành tích xuất sắc" },
    { "as_written", NULL, "always", "Đã có thành tích xuất sắc", "Đã có thành tích xuất sắc." },
    { "for_having", NULL, "as_written", "Đã có thành tích xuất sắc", "Vì đã có thành tích xuất sắc" },
    { "for_having", NULL, "as_written", "Vì đã có thành tích", "Vì đã có thành tích" },
    { "for_having", NULL, "as_written", "Dũng cảm cứu người", "Dũng cảm cứu người" },
    { "having", NULL, "as_written", "Vì đã có thành tích", "Đã có thành tích" },
    { "having", "góp phần bảo vệ Tổ quốc.", "as_written", "Đã có thành tích.", "Đã có thành tích, góp phần bảo vệ Tổ quốc." },
    { "having", "góp phần bảo vệ Tổ quốc", "none", "Đã có thành tích, góp phần bảo vệ Tổ quốc", "Đã có thành tích, góp phần bảo vệ Tổ quốc" },
    { "having", "góp phần", "always", NULL, NULL },
    { "having", "góp phần", "always", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdWording) wording = td_wording_new_usual ();
      g_autofree char *text = NULL;

      g_object_set (wording, "opening", cases[i].opening, "tail", cases[i].tail, "final-stop", cases[i].stop, NULL);
      text = td_award_wording_achievement (cases[i].text, wording);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_lines (void)
{
  static const struct
  {
    const char *kind, *name, *printed, *post, *residence, *unit, *use, *name_case;
    const char *subject_line, *post_line;
  } cases[] = {
    { "person", "Lê An", "Ông Lê An", "Trưởng phòng", NULL, "Sở Y tế tỉnh Đắk Lắk", "as_written", "as_written", "Ông Lê An", "Trưởng phòng, Sở Y tế tỉnh Đắk Lắk" },
    { "person", "Lê An", "Ông Lê An", "Trưởng phòng", NULL, "Sở Y tế", "always", "upper", "Ông LÊ AN", "Trưởng phòng, Sở Y tế, tỉnh Đắk Lắk" },
    { "person", "Lê An", "Ông Lê An", "trưởng thôn", NULL, "xã Ea Kar, Đắk Lắk", "always", "upper", "Ông LÊ AN", "Trưởng thôn, xã Ea Kar, tỉnh Đắk Lắk" },
    { "person", "Lê An", "Ông Lê Văn An", "Trưởng thôn", NULL, "xã Ea Kar, tỉnh Đắk Lắk", "never", "upper", "ÔNG LÊ VĂN AN", "Trưởng thôn, xã Ea Kar" },
    { "household", "Lê Ý", "Hộ gia đình ông Lê Ý", NULL, "Thôn 5, xã Krông Pắc", "xã Krông Pắc", "always", "upper", "Hộ gia đình ông LÊ Ý", "Thôn 5, xã Krông Pắc, tỉnh Đắk Lắk" },
    { "collective", "Nhân dân và cán bộ xã Xuân Cảnh", "Nhân dân và cán bộ xã Xuân Cảnh", NULL, NULL, "xã Xuân Cảnh, tỉnh Đắk Lắk", "as_written", "upper", "Nhân dân và cán bộ xã Xuân Cảnh", "Tỉnh Đắk Lắk" },
    { "collective", "Sở Nội vụ tỉnh Đắk Lắk", NULL, NULL, NULL, "Sở Nội vụ tỉnh Đắk Lắk", "always", "as_written", "Sở Nội vụ tỉnh Đắk Lắk", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdWording) wording = td_wording_new_usual ();
      g_autoptr (TdAward) award = g_object_new (TD_TYPE_AWARD, "subject-kind", cases[i].kind, "subject-name", cases[i].name, "printed-name", cases[i].printed,
                                                "post", cases[i].post, "residence", cases[i].residence, "unit-name", cases[i].unit, NULL);
      g_autofree char *subject_line = NULL;
      g_autofree char *post_line = NULL;

      g_object_set (wording, "province", "tỉnh Đắk Lắk", "province-use", cases[i].use, "name-case", cases[i].name_case, NULL);
      subject_line = td_award_wording_subject_line (award, wording);
      post_line = td_award_wording_post_line_as (award, NULL, wording);
      g_assert_cmpstr (subject_line, ==, cases[i].subject_line);
      g_assert_cmpstr (post_line, ==, cases[i].post_line);
    }
}

static void
test_register (void)
{
  g_autoptr (TdWording) wording = td_wording_new_usual ();
  g_autofree char *usual = td_award_wording_register_line (125, 2026, "…", NULL);
  g_autofree char *same = td_award_wording_register_line (125, 2026, "…", wording);
  g_autofree char *own = NULL;
  g_autofree char *blank = NULL;

  g_assert_cmpstr (usual, ==, "Số sổ vàng: 125");
  g_assert_cmpstr (same, ==, usual);
  g_object_set (wording, "register-label", "Vào sổ số {number}/{year}", NULL);
  own = td_award_wording_register_line (125, 2026, "…", wording);
  blank = td_award_wording_register_line (0, 0, "…", wording);
  g_assert_cmpstr (own, ==, "Vào sổ số 125/2026");
  g_assert_cmpstr (blank, ==, "Vào sổ số …/…");
}

static void
set (TdTestOffice *office, const char *setting, const char *refused_by)
{
  const char *settings[] = { setting, NULL };
  g_autoptr (TdJob) job = td_wording_set_job (settings);
  g_autoptr (GError) error = NULL;
  gboolean ok = td_job_run (job, office->store, NULL, &error);

  g_assert_cmpint (ok, ==, refused_by == NULL);
  if (refused_by != NULL && *refused_by != '\0')
    g_assert_cmpstr (((TdFinding *) g_ptr_array_index (td_job_get_findings (job), 0))->rule, ==, refused_by);
}

static gboolean
count_cb (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_WORDING);
  g_autoptr (TdWording) wording = td_wording_load (connection, error);

  g_assert_nonnull (wording);
  g_assert_cmpint (td_connection_count (connection, query, error), ==, *(gint64 *) data);
  return TRUE;
}

/* There is one, and it can be as usual again. */
static void
test_settings (TdTestOffice *office, gconstpointer data)
{
  static const struct
  {
    const char *setting, *refused_by;
  } cases[] = {
    { "final_stop=none", NULL },
    { "final-stop=always", NULL },
    { "tail=góp phần xây dựng quê hương", NULL },
    { "tail=", NULL },
    { "register_label=Vào sổ số {number}/{year}", NULL },
    { "register_label=Số sổ vàng", "wording-no-number" },
    { "opening=shouting", "field-choice" },
    { "nonsense=1", "" },
    { "id=7", "" },
    { "opening", "" },
  };
  g_autofree char *before = td_test_office_dump (office);
  gint64 one = 1;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stand = td_test_office_dump (office);

      set (office, cases[i].setting, cases[i].refused_by);
      if (cases[i].refused_by != NULL)
        td_test_office_assert_dump (office, stand);
    }
  {
    g_autoptr (TdWording) wording = td_wording_new_usual ();
    g_autoptr (TdJob) job = NULL;
    g_autoptr (GError) error = NULL;

    g_object_set (wording, "tail", "một\nhai", NULL);
    job = td_wording_save_job (wording);
    g_assert_false (td_job_run (job, office->store, NULL, &error));
    g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
    g_assert_cmpstr (((TdFinding *) g_ptr_array_index (td_job_get_findings (job), 0))->rule, ==, "wording-lines");
  }
  td_store_read (office->store, count_cb, &one, NULL, NULL);
  for (guint i = 0; i < 5; i++)
    td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
}

typedef struct
{
  gint64 giver;
  gint64 decision;
  guint serial;
} Made;

static gboolean
make_decision (TdConnection *connection, gpointer data, GError **error)
{
  static const char *const kinds[] = { "person", "collective", "household", "person" };
  Made *made = data;
  g_autoptr (TdDecision) decision = NULL;

  if (made->giver == 0)
    {
      g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", "place", "Đắk Lắk",
                                                "signer-position", "Giám đốc", "signer-name", "Trần Thị Giám Đốc", NULL);

      g_assert_true (td_connection_insert (connection, giver, error));
      made->giver = td_entity_get_id (TD_ENTITY (giver));
    }
  decision = g_object_new (TD_TYPE_DECISION, "title", "tặng Giấy khen", "state", "draft", "giver-id", made->giver,
                           "signer-position", "Phó Giám đốc", "signer-name", "Lê Văn Phó", "achievement", "Đã có thành tích xuất sắc.", NULL);
  g_assert_true (td_connection_insert (connection, decision, error));
  made->decision = td_entity_get_id (TD_ENTITY (decision));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strdup_printf ("Người %u", ++made->serial);
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", kinds[i], "name", name, NULL);
      g_autoptr (TdAward) award = NULL;

      g_assert_true (td_connection_insert (connection, subject, error));
      award = g_object_new (TD_TYPE_AWARD, "decision-id", made->decision, "giver-id", made->giver, "subject-id", td_entity_get_id (TD_ENTITY (subject)),
                            "subject-name", name, "subject-kind", kinds[i], "award-form", "Giấy khen", NULL);
      g_assert_true (td_connection_insert (connection, award, error));
    }
  return td_award_lines_number (connection, made->decision, error);
}

/* The kinds of a decision's lines in their order, with their register numbers. */
static gboolean
tell_lines (TdConnection *connection, gpointer data, GError **error)
{
  GString *told = data;
  g_autoptr (GPtrArray) awards = td_award_lines_list (connection, atoi (told->str), error);

  g_string_truncate (told, 0);
  for (guint i = 0; i < awards->len; i++)
    {
      const TdAward *award = g_ptr_array_index (awards, i);

      g_string_append_printf (told, "%c%" G_GINT64_FORMAT " ", *award->subject_kind, award->register_number);
    }
  return TRUE;
}

static void
assert_lines (TdTestOffice *office, const Made *made, const char *expected)
{
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_printf (told, "%" G_GINT64_FORMAT, made->decision);
  td_store_read (office->store, tell_lines, told, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (told->str, ==, expected);
}

static void
issue (TdTestOffice *office, const Made *made, const char *number, const char *date)
{
  g_autoptr (TdJob) job = td_decision_issue_job (made->decision, number, date);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
}

/* Lists and register follow the office's order; what is issued stays. */
static void
test_order (TdTestOffice *office, gconstpointer data)
{
  Made made = { 0 };

  td_test_office_write (office, make_decision, &made);
  assert_lines (office, &made, "c0 h0 p0 p0 ");
  set (office, "kind_order=persons", NULL);
  assert_lines (office, &made, "p0 p0 h0 c0 ");
  issue (office, &made, "1/QĐ-SNV", "2026-01-20");
  assert_lines (office, &made, "p1 p2 h3 c4 ");
  set (office, "kind_order=", NULL);
  assert_lines (office, &made, "p1 p2 h3 c4 ");
  set (office, "register_restart=never", NULL);
  td_test_office_write (office, make_decision, &made);
  issue (office, &made, "1/QĐ-SNV", "2027-01-20");
  assert_lines (office, &made, "c5 h6 p7 p8 ");
  set (office, "register_restart=yearly", NULL);
  td_test_office_write (office, make_decision, &made);
  issue (office, &made, "1/QĐ-SNV", "2028-01-20");
  assert_lines (office, &made, "c1 h2 p3 p4 ");
}

static gboolean
read_set (TdConnection *connection, gpointer data, GError **error)
{
  TdCertificateSet *certificates = data;
  g_autoptr (TdJob) job = td_wording_job ();

  return td_certificate_set_read (certificates, job, connection, error);
}

/* Certificates follow it too. */
static void
test_certificates (TdTestOffice *office, gconstpointer data)
{
  Made made = { 0 };
  g_autoptr (GError) error = NULL;
  TdCertificateSet *certificates;
  GHashTable *fields;

  td_test_office_write (office, make_decision, &made);
  set (office, "final_stop=none", NULL);
  set (office, "opening=for_having", NULL);
  set (office, "certificate_signer=giver", NULL);
  set (office, "register_label=Vào sổ số {number}", NULL);
  certificates = td_certificate_set_new (made.decision, NULL);
  td_store_read (office->store, read_set, certificates, NULL, &error);
  g_assert_no_error (error);
  fields = td_certificate_set_get_fields (certificates, 0);
  g_assert_cmpstr (g_hash_table_lookup (fields, TD_CERTIFICATE_ACHIEVEMENT), ==, "Vì đã có thành tích xuất sắc");
  g_assert_cmpstr (g_hash_table_lookup (fields, TD_CERTIFICATE_SIGNER_NAME), ==, "Trần Thị Giám Đốc");
  g_assert_cmpstr (g_hash_table_lookup (fields, TD_CERTIFICATE_REGISTER_LINE), ==, "Vào sổ số ……");
  td_certificate_set_free (certificates);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/names", test_names);
  g_test_add_func ("/wording/achievements", test_achievements);
  g_test_add_func ("/wording/lines", test_lines);
  g_test_add_func ("/wording/register", test_register);
  g_test_add ("/wording/settings", TdTestOffice, NULL, td_test_office_set_up, test_settings, td_test_office_tear_down);
  g_test_add ("/wording/order", TdTestOffice, NULL, td_test_office_set_up, test_order, td_test_office_tear_down);
  g_test_add ("/wording/certificates", TdTestOffice, NULL, td_test_office_set_up, test_certificates, td_test_office_tear_down);
  return g_test_run ();
}
