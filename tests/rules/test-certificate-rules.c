/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-certificate-proposals.h"
#include "td-certificate-rules.h"

/* What a certificate says, looked at before it is printed. */

static const struct
{
  const char *what;
  const char *found;
  const char *kind, *sex, *address, *nationality;
  const char *name, *printed, *post, *achievement;
} cases[] = {
  { "all is well", "", "person", "male", NULL, NULL, "Đặng Văn Ánh", "Ông Đặng Văn Ánh", "Trưởng phòng, Sở Nội vụ", "Đã có thành tích xuất sắc." },
  { "in capitals", "", "person", "female", NULL, NULL, "Lê Thị Bé", "Bà LÊ THỊ BÉ", "Sở Y tế, tỉnh Đắk Lắk", NULL },
  { "broken over two lines", "", "person", "female", NULL, NULL, "Lê Thị Bé", "Bà\nLê Thị Bé", NULL, NULL },
  { "names of the highlands", "", "person", "male", NULL, NULL, "Y Bhiông Niê Kđăm", "Ông Y Bhiông Niê Kđăm", NULL, NULL },
  { "an apostrophe", "", "person", "female", NULL, NULL, "H’Ăng Niê", "Bà H’Ăng Niê", NULL, NULL },
  { "a family called Ông", "", "person", "male", NULL, NULL, "Ông Ích Khoan", "Ông Ông Ích Khoan", NULL, NULL },
  { "a family called Ông, bare", "certificate-address", "person", "male", NULL, NULL, "Ông Ích Khoan", "Ông Ích Khoan", NULL, NULL },
  { "a rank", "", "person", "male", "Thượng tá", NULL, "Đỗ Văn Ba", "Thượng tá Đỗ Văn Ba", NULL, NULL },
  { "a pupil", "", "person", NULL, "Em", NULL, "Đỗ Văn Ba", "Em Đỗ Văn Ba", NULL, NULL },
  { "a foreigner", "", "person", "male", NULL, "Hà Lan", "Jan van der Berg", "Ông Jan van der Berg", NULL, NULL },
  { "abbreviations", "", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", "ThS, UBND TPHCM", "Đã có thành tích tại VNPT." },
  { "two spaces", "certificate-spaces", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ  Văn Ba", NULL, NULL },
  { "a space before a comma", "certificate-spaces", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", "Trưởng phòng , Sở Y tế", NULL },
  { "a space at the end", "certificate-spaces", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", NULL, "Đã có thành tích. " },
  { "a space nobody sees", "certificate-spaces", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", "Sở \xe2\x80\x8bY tế", NULL },
  { "after a bracket", "certificate-spaces", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", "Sở Y tế ( cơ sở 2)", NULL },
  { "a slip of the shift key", "certificate-capitals", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", NULL, "Đã có THành tích xuất sắc." },
  { "begins small", "certificate-capitals", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", NULL, "đã có thành tích." },
  { "a small name", "certificate-capitals", "person", "male", NULL, NULL, "Đỗ văn Ba", "Ông Đỗ văn Ba", NULL, NULL },
  { "half in capitals", "certificate-capitals", "person", "male", NULL, NULL, "ĐỖ Văn Ba", "Ông ĐỖ Văn Ba", NULL, NULL },
  { "a woman called Ông", "certificate-address", "person", "female", NULL, NULL, "Lê Thị Bé", "Ông Lê Thị Bé", NULL, NULL },
  { "nobody knows", "certificate-address", "person", NULL, NULL, NULL, "Lê Thị Bé", "Lê Thị Bé", NULL, NULL },
  { "guessed", "certificate-address", "person", NULL, NULL, NULL, "Lê Thị Bé", "Bà Lê Thị Bé", NULL, NULL },
  { "both", "certificate-address", "person", "female", NULL, NULL, "Lê Thị Bé", "Ông/bà Lê Thị Bé", NULL, NULL },
  { "twice", "certificate-address", "person", "female", NULL, NULL, "Lê Thị Bé", "Bà Bà Lê Thị Bé", NULL, NULL },
  { "a collective", "", "collective", NULL, NULL, NULL, "Phòng Một cửa", "Phòng Một cửa", "Sở Nội vụ", NULL },
  { "a collective called Bà", "certificate-address", "collective", NULL, NULL, NULL, "Phòng Một cửa", "Bà Phòng Một cửa", NULL, NULL },
  { "a household", "", "household", "male", NULL, NULL, "Đỗ Văn Ba", "Hộ gia đình ông Đỗ Văn Ba", "Thôn 5, xã Ea Drăng, tỉnh Đắk Lắk", NULL },
  { "a household like a person", "certificate-address", "household", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", NULL, NULL },
  { "another name", "certificate-name-differs", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Bá", NULL, NULL },
  { "the province twice", "certificate-repeats", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", "Sở Y tế, Đắk Lắk, tỉnh Đắk Lắk", NULL },
  { "the same part twice", "certificate-repeats", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", "Sở Y tế, Sở Y tế", NULL },
  { "a ward called like its province", "", "person", "male", NULL, NULL, "Đỗ Văn Ba", "Ông Đỗ Văn Ba", "Phường Sơn La, tỉnh Sơn La", NULL },
};

static void
append_rules (GString *found, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", finding->rule);
      g_assert_cmpint (finding->subject_id, ==, 7);
      g_assert_true (td_certificate_rules_may_sign_off (finding));
    }
}

static TdAward *
make_award (const char *name, const char *printed)
{
  return g_object_new (TD_TYPE_AWARD, "id", (gint64) 7, "subject-name", name, "printed-name", printed, "award-form", "Bằng khen", "register-number", (gint64) 1, NULL);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "name", cases[i].name, "kind", cases[i].kind, "sex", cases[i].sex,
                                                "address-form", cases[i].address, "nationality", cases[i].nationality, NULL);
  g_autoptr (TdDecision) decision = g_object_new (TD_TYPE_DECISION, "state", "issued", "number", "87/QĐ-UBND", "date", "2026-09-02", NULL);
  g_autoptr (TdAward) award = make_award (cases[i].name, cases[i].printed);
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  const TdCertificateText texts[] = { { "Tên", cases[i].printed }, { "Chức vụ", cases[i].post }, { "Thành tích", cases[i].achievement } };
  const TdCertificateCase what = { decision, award, subject, cases[i].printed, texts, G_N_ELEMENTS (texts) };

  td_certificate_rules_check (&what, findings);
  append_rules (found, findings);
  /* A small or half-shouted name is seen in the name and, where it is printed so, in the text. */
  if (g_str_has_prefix (found->str, "certificate-capitals certificate-capitals"))
    g_string_truncate (found, strlen ("certificate-capitals"));
  g_assert_cmpstr (found->str, ==, cases[i].found);
}

/* What is proposed in place of a slip, and where it is mended. */
static void
test_proposals (void)
{
  static const struct
  {
    const char *rule, *sex, *name, *printed, *achievement;
    const char *part, *proposal;
  } slips[] = {
    { "certificate-spaces", "male", "Đỗ Văn Ba", "Ông Đỗ  Văn Ba", NULL, TD_CERTIFICATE_PART_NAME, "Ông Đỗ Văn Ba" },
    { "certificate-spaces", "male", "Đỗ Văn Ba", "Ông Đỗ Văn Ba", "Đã có  thành tích , tại xã ( cơ sở\n 2 ) .", "achievement", "Đã có thành tích, tại xã (cơ sở\n2)." },
    { "certificate-spaces", "male", "Đỗ Văn Ba", "Ông Đỗ Văn Ba", " Đã có \xe2\x80\x8bthành tích ", "achievement", "Đã có thành tích" },
    { "certificate-capitals", "male", "Đỗ Văn Ba", "Ông Đỗ Văn Ba", "đã có THành tích với UBND TPHCM", "achievement", "Đã có Thành tích với UBND TPHCM" },
    { "certificate-capitals", "male", "đỗ văn ba", "Ông đỗ văn ba", NULL, TD_CERTIFICATE_PART_NAME, "Ông Đỗ Văn Ba" },
    { "certificate-capitals", "male", "ĐỖ Văn Ba", "Ông ĐỖ Văn Ba", NULL, TD_CERTIFICATE_PART_NAME, "Ông Đỗ Văn Ba" },
    { "certificate-capitals", "female", "H’ăng niê", "Bà H’ăng niê", NULL, TD_CERTIFICATE_PART_NAME, "Bà H’Ăng Niê" },
    { "certificate-address", "female", "Lê Thị Bé", "Ông Lê Thị Bé", NULL, TD_CERTIFICATE_PART_NAME, "Bà Lê Thị Bé" },
    { "certificate-address", "male", "Đỗ Văn Ba", "Ông/bà Đỗ Văn Ba", NULL, TD_CERTIFICATE_PART_NAME, "Ông Đỗ Văn Ba" },
    { "certificate-address", NULL, "Lê Thị Bé", "Lê Thị Bé", NULL, TD_CERTIFICATE_PART_SEX, NULL },
    { "certificate-address", NULL, "Lê Thị Bé", "Bà Lê Thị Bé", NULL, TD_CERTIFICATE_PART_SEX, NULL },
    { "certificate-name-differs", "male", "Đỗ Văn Ba", "Ông Đỗ Văn Bá", NULL, TD_CERTIFICATE_PART_NAME, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "name", slips[i].name, "kind", "person", "sex", slips[i].sex, NULL);
      g_autoptr (TdDecision) decision = g_object_new (TD_TYPE_DECISION, "state", "issued", "number", "87/QĐ-UBND", "date", "2026-09-02", NULL);
      g_autoptr (TdAward) award = make_award (slips[i].name, slips[i].printed);
      g_autoptr (GPtrArray) findings = td_findings_new ();
      const TdCertificateText texts[] = { { "Tên", slips[i].printed, TD_CERTIFICATE_PART_NAME, slips[i].printed }, { "Thành tích", slips[i].achievement, "achievement" } };
      const TdCertificateCase what = { decision, award, subject, slips[i].printed, texts, G_N_ELEMENTS (texts) };
      const TdFinding *finding;

      td_certificate_rules_check (&what, findings);
      g_assert_cmpuint (findings->len, >, 0);
      finding = g_ptr_array_index (findings, findings->len - 1);
      g_assert_cmpstr (finding->rule, ==, slips[i].rule);
      g_assert_cmpstr (finding->part, ==, slips[i].part);
      g_assert_cmpstr (finding->proposal, ==, slips[i].proposal);
    }
}

/* What was proposed is never doubtful again. */
static void
test_proposed_is_good (void)
{
  static const char *const texts[] = { "đã có  thành tích", "Đã có , thành tích .", "nguyỄn văn AN", " ( a )  b", "THành Tích" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *proposal = td_certificate_propose_text (texts[i]);
      g_autofree char *again = td_certificate_propose_text (proposal);

      g_assert_nonnull (proposal);
      g_assert_null (again);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *state, *number, *date;
    gint64 register_number;
    const char *found;
  } numbers[] = {
    { "issued", "87/QĐ-UBND", "2026-09-02", 12, "" },
    { "issued", NULL, "2026-09-02", 12, "certificate-decision-number" },
    { "issued", "87/QĐ-UBND", NULL, 12, "certificate-decision-number" },
    { "issued", "87/QĐ-UBND", "2026-09-02", 0, "certificate-register-number" },
    { "draft", NULL, NULL, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "name", "Tổ Một", "kind", "collective", NULL);
      g_autoptr (TdDecision) decision = g_object_new (TD_TYPE_DECISION, "state", numbers[i].state, "number", numbers[i].number, "date", numbers[i].date, NULL);
      g_autoptr (TdAward) award = make_award ("Tổ Một", "Tổ Một");
      g_autoptr (GPtrArray) findings = td_findings_new ();
      g_autoptr (GString) found = g_string_new (NULL);
      const TdCertificateCase what = { decision, award, subject, "Tổ Một", NULL, 0 };

      g_object_set (award, "register-number", numbers[i].register_number, NULL);
      td_certificate_rules_check (&what, findings);
      append_rules (found, findings);
      g_assert_cmpstr (found->str, ==, numbers[i].found);
    }
}

static TdAward *
make_line (gint64 id, gint64 subject_id, const char *form, const char *printed, const char *unit)
{
  return g_object_new (TD_TYPE_AWARD, "id", id, "subject-id", subject_id, "award-form", form, "subject-name", printed, "printed-name", printed, "unit-name", unit, NULL);
}

static void
test_doubles (void)
{
  g_autoptr (GPtrArray) awards = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GString) found = g_string_new (NULL);
  TdCertificateMark marks[5];

  g_ptr_array_add (awards, make_line (1, 11, "Bằng khen", "Ông Đỗ Văn Ba", "Sở Y tế"));
  g_ptr_array_add (awards, make_line (2, 12, "Bằng khen", "Ông Đỗ Văn Ba", "Sở Nội vụ"));
  g_ptr_array_add (awards, make_line (3, 13, "Bằng khen", "Ông ĐỖ VĂN BA", "Sở Y tế"));
  g_ptr_array_add (awards, make_line (4, 11, "Giấy khen", "Ông Đỗ Văn Ba", "Sở Y tế"));
  g_ptr_array_add (awards, make_line (5, 12, "Bằng khen", "Ông Đỗ Văn Ba", "Sở Tài chính"));
  for (guint i = 0; i < awards->len; i++)
    {
      g_autoptr (TdFinding) finding = NULL;

      marks[i] = td_certificate_rules_mark (g_ptr_array_index (awards, i));
      finding = td_certificate_rules_check_double (seen, &marks[i]);
      if (finding != NULL)
        g_string_append_printf (found, "%u ", i + 1);
    }
  g_assert_cmpstr (found->str, ==, "3 5 ");
}

static void
test_never (void)
{
  g_autoptr (TdFinding) wrong = td_finding_new ("certificate-preprinted-differs", TD_SEVERITY_BLOCK, "x");
  g_autoptr (TdFinding) tight = td_finding_new ("certificate-overflow", TD_SEVERITY_BLOCK, "x");

  g_assert_false (td_certificate_rules_may_sign_off (wrong));
  g_assert_true (td_certificate_rules_may_sign_off (tight));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/certificate-rules/%02u %s", i, cases[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/certificate-rules/proposals", test_proposals);
  g_test_add_func ("/certificate-rules/proposed-is-good", test_proposed_is_good);
  g_test_add_func ("/certificate-rules/numbers come at issue", test_numbers);
  g_test_add_func ("/certificate-rules/one subject, one certificate", test_doubles);
  g_test_add_func ("/certificate-rules/what no name makes right", test_never);
  return g_test_run ();
}
