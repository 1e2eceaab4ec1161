/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "../fixtures/sample-case.h"
#include "td-data.h"
#include "td-finding.h"
#include "td-legal-documents.h"
#include "td-letter-template.h"
#include "td-xml-document.h"

static TdLetter *
fill (const TdLetterCase *letter_case, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdLetterTemplate) template = td_letter_template_load ("decision-award", &error);
  g_autoptr (GPtrArray) documents = NULL;
  TdLetter *letter;

  g_assert_no_error (error);
  documents = td_legal_documents_load (&error);
  g_assert_no_error (error);
  letter = td_letter_template_fill (template, documents, letter_case, findings, &error);
  g_assert_no_error (error);
  return letter;
}

static const TdFinding *
find_finding (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->rule, rule) == 0)
        return finding;
    }
  return NULL;
}

static const char *
get_paragraph (const TdLetter *letter, guint article, guint paragraph)
{
  const TdLetterArticle *part = g_ptr_array_index (letter->articles, article);

  g_assert_cmpuint (paragraph, <, part->paragraphs->len);
  return g_ptr_array_index (part->paragraphs, paragraph);
}

static const TdLetterTable *
get_table (const TdLetter *letter, guint appendix)
{
  const TdLetterAppendix *part = g_ptr_array_index (letter->appendices, appendix);

  return g_ptr_array_index (part->tables, 0);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in “%s”", part, text);
}

static void
test_one_list (void)
{
  static const char *const bases[] = {
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng;",
    "Căn cứ Kế hoạch số 0124/KH-UBND ngày 18 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh Đắk Lắk về phát động Đợt thi đua lập thành tích chào mừng Đại hội lần thứ XIV của Đảng;",
    "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 15 tháng 01 năm 2026.",
  };
  static const char *const names[] = {
    "I. TẬP THỂ", "Nhân dân và cán bộ xã Ea Kar", "Phòng Kỹ thuật, Công ty Cổ phần Cà phê Ban Mê",
    "II. HỘ GIA ĐÌNH", "Hộ gia đình ông Trần Văn Đượm", "III. CÁ NHÂN", "Ông Y Bhiông Niê Kđăm"
  };
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;
  const TdLetterAppendix *appendix;
  const TdLetterTable *table;

  sample_add_mixed_list (letter_case);
  letter = fill (letter_case, findings);

  g_assert_cmpstr (letter->number, ==, "Số: 15/QĐ-UBND");
  g_assert_cmpstr (letter->place_date, ==, "Đắk Lắk, ngày 20 tháng 01 năm 2026");
  g_assert_null (letter->draft_mark);
  g_assert_null (letter->governing_body);
  g_assert_cmpstr (letter->abstract, ==, "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk");
  g_assert_cmpuint (letter->bases->len, ==, G_N_ELEMENTS (bases));
  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    g_assert_cmpstr (g_ptr_array_index (letter->bases, i), ==, bases[i]);

  g_assert_cmpuint (letter->articles->len, ==, 3);
  g_assert_cmpstr (((TdLetterArticle *) g_ptr_array_index (letter->articles, 2))->heading, ==, "Điều 3.");
  g_assert_true (g_str_has_prefix (get_paragraph (letter, 0, 0),
                                   "Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk cho 02 tập thể, 01 hộ gia đình, 06 cá nhân (có danh sách kèm theo), đã có thành tích xuất sắc trong"));
  g_assert_true (g_str_has_suffix (get_paragraph (letter, 0, 0), "; thành tích từ tháng 10 năm 2025 đến tháng 01 năm 2026."));
  assert_contains (get_paragraph (letter, 1, 0), "số tiền 40.370.000 đồng (Bằng chữ: Bốn mươi triệu ba trăm bảy mươi nghìn đồng)");
  g_assert_true (g_str_has_suffix (get_paragraph (letter, 2, 0), "./."));
  g_assert_cmpstr (g_ptr_array_index (letter->recipients, 0), ==, "Như Điều 3;");
  g_assert_cmpstr (g_ptr_array_index (letter->recipients, letter->recipients->len - 1), ==, "Lưu: VT, TĐKT (15b).");

  g_assert_cmpuint (letter->appendices->len, ==, 1);
  appendix = g_ptr_array_index (letter->appendices, 0);
  g_assert_null (appendix->label);
  g_assert_cmpstr (appendix->subtitle, ==, "(Kèm theo Quyết định số 15/QĐ-UBND ngày 20 tháng 01 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk)");
  table = get_table (letter, 0);
  g_assert_cmpuint (table->columns->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const TdLetterRow *row = g_ptr_array_index (table->rows, i);

      g_assert_cmpstr (row->head != NULL ? row->head : row->cells[1], ==, names[i]);
    }
  g_assert_cmpuint (table->rows->len, ==, 9 + 3);
  g_assert_cmpstr (((TdLetterRow *) g_ptr_array_index (table->rows, 11))->cells[0], ==, "9");
}

static void
test_several_lists (void)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;
  const TdLetterAppendix *appendix;

  sample_add_mixed_list (letter_case);
  sample_add_posthumous_list (letter_case);
  sample_add_second_form (letter_case);
  letter = fill (letter_case, findings);

  g_assert_cmpstr (letter->abstract, ==,
                   "Về việc tặng, truy tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk, danh hiệu “Tập thể lao động xuất sắc”");
  assert_contains (get_paragraph (letter, 0, 0), "cho 04 tập thể, 01 hộ gia đình, 07 cá nhân, đã có");
  g_assert_cmpstr (get_paragraph (letter, 0, 1), ==,
                   "1. Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk cho 02 tập thể, 01 hộ gia đình, 06 cá nhân (danh sách tại Phụ lục I kèm theo);");
  g_assert_cmpstr (get_paragraph (letter, 0, 2), ==,
                   "2. Tặng danh hiệu “Tập thể lao động xuất sắc” cho 02 tập thể (danh sách tại Phụ lục II kèm theo);");
  /* What is given after death comes last, whatever the order of the lists. */
  g_assert_cmpstr (get_paragraph (letter, 0, 3), ==,
                   "3. Truy tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk cho 01 cá nhân (danh sách tại Phụ lục III kèm theo).");

  g_assert_cmpuint (letter->appendices->len, ==, 3);
  appendix = g_ptr_array_index (letter->appendices, 2);
  g_assert_cmpstr (appendix->label, ==, "Phụ lục III");
  g_assert_cmpstr (appendix->title, ==, "DANH SÁCH CÁ NHÂN ĐƯỢC TRUY TẶNG BẰNG KHEN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK");
  for (guint i = 0; i < letter->appendices->len; i++)
    {
      const TdLetterTable *table = get_table (letter, i);
      const TdLetterRow *row = g_ptr_array_index (table->rows, i == 0 ? 1 : 0);

      g_assert_cmpstr (row->cells[0], ==, "1");
    }
}

static void
test_own_achievement (void)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;

  sample_add_mixed_list (letter_case);
  sample_add_posthumous_list (letter_case)->achievement = g_strdup ("đã có thành tích đặc biệt xuất sắc đột xuất trong cứu nạn");
  letter = fill (letter_case, findings);
  g_assert_null (strstr (get_paragraph (letter, 0, 0), "thành tích xuất sắc trong"));
  assert_contains (get_paragraph (letter, 0, 1), ", đã có thành tích xuất sắc trong Đợt thi đua");
  g_assert_true (g_str_has_suffix (get_paragraph (letter, 0, 2), ", đã có thành tích đặc biệt xuất sắc đột xuất trong cứu nạn."));
}

static void
test_only_collectives (void)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;

  sample_add_second_form (letter_case);
  letter = fill (letter_case, findings);
  g_assert_true (g_str_has_prefix (get_paragraph (letter, 0, 0), "Tặng danh hiệu “Tập thể lao động xuất sắc” cho 02 tập thể (có danh sách kèm theo)"));
  assert_contains (get_paragraph (letter, 2, 0), " và các tập thể có tên tại Điều 1");
  g_assert_cmpuint (get_table (letter, 0)->rows->len, ==, 2);
}

static void
test_only_posthumous (void)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;

  sample_add_posthumous_list (letter_case);
  letter = fill (letter_case, findings);
  g_assert_cmpstr (letter->abstract, ==, "Về việc truy tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk");
  g_assert_true (g_str_has_prefix (get_paragraph (letter, 0, 0), "Truy tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk cho 01 cá nhân (có danh sách kèm theo)"));
}

static void
test_draft (void)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", NULL);
  g_autoptr (TdLetter) letter = NULL;
  const TdLetterAppendix *appendix;

  sample_add_mixed_list (letter_case);
  letter = fill (letter_case, findings);
  g_assert_cmpstr (letter->draft_mark, ==, "DỰ THẢO");
  g_assert_true (g_str_has_prefix (letter->number, "Số: \u00a0\u00a0"));
  g_assert_true (g_str_has_suffix (letter->number, "\u00a0/QĐ-UBND"));
  g_assert_true (g_str_has_suffix (letter->place_date, "\u00a0tháng 01 năm 2026"));
  g_assert_null (strstr (letter->place_date, "20 "));
  appendix = g_ptr_array_index (letter->appendices, 0);
  g_assert_null (strstr (appendix->subtitle, "15/"));
}

static void
test_money (void)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;
  TdAwardList *list = sample_add_mixed_list (letter_case);
  const TdLetterTable *table;

  ((TdAwardRow *) g_ptr_array_index (list->rows, 3))->money = 0;
  letter_case->money_in_list = TRUE;
  letter = fill (letter_case, findings);
  g_assert_nonnull (find_finding (findings, "money-incomplete"));
  g_assert_cmpstr (get_paragraph (letter, 1, 0), ==,
                   "Tiền thưởng kèm theo hình thức khen thưởng tại Điều 1 được trích từ Quỹ thi đua, khen thưởng của tỉnh năm 2026 theo quy định.");
  table = get_table (letter, 0);
  g_assert_cmpuint (table->columns->len, ==, 4);
  g_assert_cmpstr (((TdLetterRow *) g_ptr_array_index (table->rows, 1))->cells[3], ==, "7.020.000");
  g_assert_cmpstr (((TdLetterRow *) g_ptr_array_index (table->rows, 2))->cells[3], ==, "");
}

static void
test_missing (void)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;
  const TdFinding *finding;

  td_award_list_add (sample_add_mixed_list (letter_case), TD_AWARDEE_PERSON, "", NULL)->subject_id = 77;
  td_letter_case_set (letter_case, "signer-name", NULL);
  td_letter_case_set (letter_case, "proposal-number", NULL);
  letter = fill (letter_case, findings);
  finding = find_finding (findings, "field-missing");
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->where, ==, "signer-name");
  assert_contains (finding->text, "họ tên người ký");
  g_assert_cmpstr (letter->signer_name, ==, "……………");
  g_assert_cmpstr (g_ptr_array_index (letter->bases, letter->bases->len - 1), ==, "Theo đề nghị của Giám đốc Sở Nội vụ.");
  finding = find_finding (findings, "name-missing");
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->subject_id, ==, 77);
  g_assert_true (td_findings_block (findings));
}

/* A value is never read as template text. */
static void
test_values_are_plain (void)
{
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;

  sample_add_mixed_list (letter_case);
  td_letter_case_set (letter_case, "signer-name", "{signer-name} <if> & {");
  letter = fill (letter_case, findings);
  g_assert_cmpstr (letter->signer_name, ==, "{signer-name} <if> & {");
}

static void
test_citations_by_date (void)
{
  static const struct
  {
    const char *day;
    const char *cited;   /* NULL: none of the decrees */
    const char *finding; /* beyond the template's own */
  } cases[] = {
    { "2025-06-30", "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ", "template-not-in-force" },
    { "2025-07-01", "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ", "citation-unverified" },
    { "2026-10-01", "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026;", "citation-unverified" },
    { "2027-03-01", NULL, "citation-expired" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = td_findings_new ();
      g_autoptr (TdLetterCase) letter_case = sample_case_new (cases[i].day, "15");
      g_autoptr (TdLetter) letter = NULL;
      guint n_cited = 0, n_decrees = 0;

      sample_add_mixed_list (letter_case);
      letter = fill (letter_case, findings);
      for (guint j = 0; j < letter->bases->len; j++)
        {
          const char *base = g_ptr_array_index (letter->bases, j);

          n_cited += cases[i].cited != NULL && g_str_has_prefix (base, cases[i].cited);
          n_decrees += strstr (base, "Nghị định số") != NULL;
        }
      g_assert_cmpuint (n_cited, ==, cases[i].cited != NULL ? 1 : 0);
      g_assert_cmpuint (n_decrees, ==, cases[i].cited != NULL ? 1 : 0);
      g_assert_nonnull (find_finding (findings, cases[i].finding));
    }
}

static void
test_own_bases (void)
{
  static const struct
  {
    const char *valid_from;
    const char *valid_to;
    const char *rule; /* NULL: cited without a word */
  } cases[] = {
    { NULL, NULL, NULL },
    { NULL, "2026-01-19", "citation-expired" },
    { "2026-01-21", NULL, "citation-not-yet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = td_findings_new ();
      g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
      g_autoptr (TdLetter) letter = NULL;
      TdLegalDocument *base = g_ptr_array_index (letter_case->bases, 0);

      sample_add_mixed_list (letter_case);
      base->valid_from = g_strdup (cases[i].valid_from);
      base->valid_to = g_strdup (cases[i].valid_to);
      letter = fill (letter_case, findings);
      g_assert_cmpuint (letter->bases->len, ==, cases[i].rule == NULL ? 5 : 4);
      if (cases[i].rule != NULL)
        g_assert_nonnull (find_finding (findings, cases[i].rule));
    }
}

static void
test_errors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdLetterTemplate) template = td_letter_template_load ("decision-award", &error);
  g_autoptr (GPtrArray) documents = td_legal_documents_load (&error);
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) nobody = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetterCase) no_day = sample_case_new ("2026-02-30", "15");

  g_assert_no_error (error);
  g_ptr_array_add (nobody->lists, td_award_list_new ("Bằng khen", NULL));
  g_assert_null (td_letter_template_fill (template, documents, nobody, findings, &error));
  g_assert_error (error, TD_LETTER_TEMPLATE_ERROR, TD_LETTER_TEMPLATE_ERROR_EMPTY);
  g_clear_error (&error);
  sample_add_mixed_list (no_day);
  g_assert_null (td_letter_template_fill (template, documents, no_day, findings, &error));
  g_assert_error (error, TD_LETTER_TEMPLATE_ERROR, TD_LETTER_TEMPLATE_ERROR_DATE);
}

/* Each row spoils the shipped template in one place. */
static void
test_invalid_templates (void)
{
  static const struct
  {
    const char *old;
    const char *new;
    TdXmlError code;
  } cases[] = {
    { "<motto>", "<moto>", TD_XML_ERROR_PARSE },
    { "valid-from=\"2025-07-01\"", "valid-from=\"01/07/2025\"", TD_XML_ERROR_INVALID },
    { "verified=\"no\"", "", TD_XML_ERROR_INVALID },
    { "width=\"7\"", "width=\"0\"", TD_XML_ERROR_INVALID },
    { "width=\"7\"", "width=\"-INF\"", TD_XML_ERROR_INVALID },
    { "cell=\"post\"", "cell=\"cccd\"", TD_XML_ERROR_INVALID },
    { "when=\"draft\"", "when=\"draft or not\" if=\"x\"", TD_XML_ERROR_INVALID },
    { "kind=\"person\"", "kind=\"people\"", TD_XML_ERROR_INVALID },
    { "<state>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</state>", "", TD_XML_ERROR_INVALID },
    { "https://thidua.org/ns/letter/1", "https://thidua.org/ns/letter/2", TD_XML_ERROR_INVALID },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) shipped = td_data_lookup ("templates/letters/decision-award.xml", &error);
  g_autofree char *text = g_strndup (g_bytes_get_data (shipped, NULL), g_bytes_get_size (shipped));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, cases[i].old, 2);
      char *spoilt = g_strjoinv (cases[i].new, parts);
      g_autoptr (GBytes) bytes = g_bytes_new_take (spoilt, strlen (spoilt));

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_assert_null (td_letter_template_parse (bytes, &error));
      g_assert_error (error, TD_XML_ERROR, (int) cases[i].code);
      g_clear_error (&error);
    }
}

/* Definitions that call themselves, or one another without end, end. */
static void
test_recursive_define (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) shipped = td_data_lookup ("templates/letters/decision-award.xml", &error);
  g_autofree char *text = g_strndup (g_bytes_get_data (shipped, NULL), g_bytes_get_size (shipped));
  g_auto (GStrv) parts = g_strsplit (text, "<state>CỘNG HÒA", 2);
  char *spoilt = g_strjoinv ("<define name=\"a\">{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}{b}</define>"
                             "<define name=\"b\">{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}{a}</define>"
                             "<state>{a}",
                             parts);
  g_autoptr (GBytes) bytes = g_bytes_new_take (spoilt, strlen (spoilt));
  g_autoptr (TdLetterTemplate) template = td_letter_template_parse (bytes, &error);
  g_autoptr (GPtrArray) documents = td_legal_documents_load (&error);
  g_autoptr (GPtrArray) findings = td_findings_new ();
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;

  g_assert_no_error (error);
  sample_add_mixed_list (letter_case);
  letter = td_letter_template_fill (template, documents, letter_case, findings, &error);
  g_assert_no_error (error);
  g_assert_nonnull (find_finding (findings, "field-missing"));
}

static void
test_legal_documents (void)
{
  static const char *const spoilt[] = {
    "",
    "{",
    "[]",
    "{\"documents\": 1}",
    "{\"documents\": [1]}",
    "{\"documents\": [{\"id\": \"a\", \"type\": \"Luật\"}]}",
    "{\"documents\": [{\"id\": \"a\", \"type\": \"Luật\", \"date\": \"2025-13-01\"}]}",
    "{\"documents\": [{\"id\": \"a\", \"type\": \"Luật\", \"date\": \"2025-06-16\", \"valid_to\": \"never\"}]}",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shipped = td_legal_documents_load (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < shipped->len; i++)
    {
      const TdLegalDocument *document = g_ptr_array_index (shipped, i);

      g_assert_nonnull (document->source);
      g_assert_nonnull (document->topic);
      /* A document known only to the month has not been read. */
      g_assert_true (!document->verified || strlen (document->date) == strlen ("2026-01-20"));
    }
  for (guint i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (spoilt[i], strlen (spoilt[i]));

      g_assert_null (td_legal_documents_parse (bytes, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-template/one-list", test_one_list);
  g_test_add_func ("/letter-template/several-lists", test_several_lists);
  g_test_add_func ("/letter-template/own-achievement", test_own_achievement);
  g_test_add_func ("/letter-template/only-collectives", test_only_collectives);
  g_test_add_func ("/letter-template/only-posthumous", test_only_posthumous);
  g_test_add_func ("/letter-template/draft", test_draft);
  g_test_add_func ("/letter-template/money", test_money);
  g_test_add_func ("/letter-template/missing", test_missing);
  g_test_add_func ("/letter-template/values-are-plain", test_values_are_plain);
  g_test_add_func ("/letter-template/citations-by-date", test_citations_by_date);
  g_test_add_func ("/letter-template/own-bases", test_own_bases);
  g_test_add_func ("/letter-template/errors", test_errors);
  g_test_add_func ("/letter-template/invalid", test_invalid_templates);
  g_test_add_func ("/letter-template/recursive-define", test_recursive_define);
  g_test_add_func ("/legal-documents/parse", test_legal_documents);
  return g_test_run ();
}
