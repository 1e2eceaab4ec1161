/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-plan-json.h"
#include "../fixtures/plan-texts.h"

/* "kind level marker|title|text" of every section, one per line. */
static char *
outline (const TdPlanReading *reading)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->sections->len; i++)
    {
      const TdPlanSection *section = g_ptr_array_index (reading->sections, i);

      g_string_append_printf (out, "%s %u %s|%s|%s\n", td_marker_kind_to_nick (section->marker_kind), section->level,
                              section->marker != NULL ? section->marker : "", section->title != NULL ? section->title : "",
                              section->text != NULL ? section->text : "");
    }
  return g_string_free (out, FALSE);
}

static void
test_head (void)
{
  g_autoptr (TdPlanReading) reading = read_body ("I. NỘI DUNG\n\n1. Làm đường.\n");
  const TdPlanBasis *basis = g_ptr_array_index (reading->legal_bases, 0);
  const TdPlanRecipient *recipient = g_ptr_array_index (reading->recipients, 0);

  g_assert_cmpstr (reading->doc_type, ==, "kế hoạch");
  g_assert_cmpstr (reading->issuer, ==, "Ủy ban nhân dân tỉnh Ninh Hà");
  g_assert_cmpstr (reading->number, ==, "77/KH-UBND");
  g_assert_cmpstr (reading->symbol, ==, "KH-UBND");
  g_assert_cmpstr (reading->place, ==, "Ninh Hà");
  g_assert_cmpstr (reading->date, ==, "2027-04-09");
  g_assert_cmpstr (reading->title, ==, "Phát động phong trào thi đua làm đường");
  g_assert_cmpuint (reading->legal_bases->len, ==, 1);
  g_assert_cmpstr (basis->type, ==, "Luật");
  g_assert_null (basis->number);
  g_assert_cmpstr (basis->date, ==, "2024-06-27");
  g_assert_cmpstr (recipient->text, ==, "Sở Nội vụ");
  g_assert_cmpstr (recipient->note, ==, "b/c");
  g_assert_cmpstr (reading->filing, ==, "Lưu: VT");
  g_assert_cmpstr (reading->signer_name, ==, "Lý Thanh Tùng");
  g_assert_cmpstr (reading->signer_capacity, ==, "TM. ỦY BAN NHÂN DÂN");
  g_assert_cmpstr (reading->signer_position, ==, "CHỦ TỊCH");
  g_assert_true (g_str_has_prefix (reading->closing, "Trên đây là Kế hoạch"));
}

static void
test_heads (void)
{
  static const struct
  {
    const char *text;
    const char *issuer;
    const char *number;
    const char *symbol;
    const char *date;
    const char *partial;
  } cases[] = {
    /* Two columns side by side. */
    { "SỞ NỘI VỤ NINH HÀ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/KH-SNV          Ninh Hà, ngày 02/3/2027\n", "Sở Nội vụ Ninh Hà", "5/KH-SNV", "KH-SNV", "2027-03-02", NULL },
    /* Flattened to one. */
    { "UBND TỈNH NINH HÀ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ XÂY DỰNG Độc lập - Tự do - Hạnh phúc\nSố: 41/KH-SXD Ninh Hà, ngày 01 tháng 3 năm 2027\n", "Sở Xây dựng tỉnh Ninh Hà", "41/KH-SXD", "KH-SXD", "2027-03-01", NULL },
    /* A blank number, a blank day. */
    { "CÔNG TY CỔ PHẦN MÍA ĐƯỜNG NINH HÀ\nSố:      /KH-MĐ\nNinh Hà, ngày ... tháng 7 năm 2027\n", "Công ty cổ phần Mía Đường Ninh Hà", NULL, "KH-MĐ", NULL, "2027-07" },
    { "TRƯỜNG THCS HÒA AN\nSố: …/KH-THCSHA\nHòa An, ngày    tháng    năm 2027\n", "Trường THCS Hòa An", NULL, "KH-THCSHA", NULL, "2027" },
    /* A party document. */
    { "TỈNH ỦY NINH HÀ\n*\nSố 12-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nNinh Hà, ngày 3 tháng 2 năm 2027\n", "Tỉnh ủy Ninh Hà", "12-KH/TU", "KH/TU", "2027-02-03", NULL },
    /* Cells of a table, stars, blanks in the number. */
    { "|\n**SỞ Y TẾ**\n|\n**Số: **15** /KH-SYT**\n|\n*Ninh Hà, ngày 18\ntháng 11 năm 2027*\n", "Sở Y tế", "15/KH-SYT", "KH-SYT", "2027-11-18", NULL },
    /* Two lines of one name, an authority above. */
    { "BỘ VĂN HÓA\nTRƯỜNG ĐẠI HỌC SƯ PHẠM\nNINH HÀ\nSố: 9/KH-ĐHSP\nNinh Hà, ngày 31 tháng 12 năm 2027\n", "Trường đại học Sư Phạm Ninh Hà", "9/KH-ĐHSP", "KH-ĐHSP", "2027-12-31", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].text, "\nKẾ HOẠCH\nThi đua yêu nước\n\nI. NỘI DUNG\n1. Làm.\n", NULL);
      g_autoptr (TdPlanReading) reading = read_text (text);

      g_test_message ("case %u", i);
      g_assert_cmpstr (reading->issuer, ==, cases[i].issuer);
      g_assert_cmpstr (reading->number, ==, cases[i].number);
      g_assert_cmpstr (reading->symbol, ==, cases[i].symbol);
      g_assert_cmpstr (reading->date, ==, cases[i].date);
      g_assert_cmpstr (reading->date_partial, ==, cases[i].partial);
      g_assert_cmpstr (reading->title, ==, "Thi đua yêu nước");
    }
}

static void
test_titles (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *theme;
  } cases[] = {
    { "KẾ HOẠCH\nPhát động phong trào thi đua “Sạch làng, đẹp phố,\nvui nhà” năm 2027\nCăn cứ Kế hoạch số 1/KH-UBND ngày 1/1/2027 của Ủy ban nhân dân tỉnh;\n", "Phát động phong trào thi đua “Sạch làng, đẹp phố, vui nhà” năm 2027", "Sạch làng, đẹp phố, vui nhà" },
    { "KẾ HOẠCH\n\nTỔ CHỨC PHONG TRÀO THI ĐUA\nCỦA TỈNH NINH HÀ NĂM 2027\n\nThực hiện chủ trương của tỉnh Ninh Hà, các đơn vị tổ chức phong trào thi đua như sau:\n", "Tổ chức phong trào thi đua của tỉnh Ninh Hà năm 2027", NULL },
    { "KẾ HOẠCH\nTỔ CHỨC PHONG TRÀO THI ĐUA “300 NGÀY LÀM ĐƯỜNG” – TỈNH NINH HÀ\n\nĐể làm xong đường, tỉnh Ninh Hà tổ chức thi đua “300 ngày làm đường” như sau:\n", "Tổ chức phong trào thi đua “300 ngày làm đường” – tỉnh Ninh Hà", "300 ngày làm đường" },
    { "KẾ HOẠCH\nPHÁT ĐỘNG THI ĐUA ‘TUỔI TRẺ XÂY ĐỜI’ VÀ “ĐƯỜNG SẠCH”\n\nĐể làng xanh hơn, xã phát động thi đua như sau:\n", "Phát động thi đua ‘tuổi trẻ xây đời’ và “Đường sạch”", NULL },
    { "KẾ HOẠCH PHÁT ĐỘNG THI ĐUA NĂM 2027\n\nĐể hoàn thành nhiệm vụ, nhà trường phát động thi đua như sau:\n", "Phát động thi đua năm 2027", NULL },
    { "QUYẾT ĐỊNH\nVề việc ban hành Quy chế thi đua\n-------\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\n", "Về việc ban hành Quy chế thi đua", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].text, "\nI. NỘI DUNG\n1. Làm.\n", NULL);
      g_autoptr (TdPlanReading) reading = read_text (text);

      g_test_message ("case %u", i);
      g_assert_cmpstr (reading->title, ==, cases[i].title);
      g_assert_cmpstr (reading->theme, ==, cases[i].theme);
    }
}

static void
test_bases (void)
{
  static const struct
  {
    const char *text;
    const char *type;
    const char *number;
    const char *date;
    const char *issuer;
  } cases[] = {
    { "Căn cứ Luật Đường bộ, cầu phà số 35/2024/QH15 ngày 27 tháng 6 năm 2024;", "Luật", "35/2024/QH15", "2024-06-27", "Quốc hội" },
    { "Căn cứ Nghị định số 12/2027/NĐ-CP ngày 01/02/2027 của Chính phủ quy định chi tiết;", "Nghị định", "12/2027/NĐ-CP", "2027-02-01", "Chính phủ" },
    { "Thực hiện Chỉ thị số 3-CT/TU, ngày 5/5/2027 của Ban Thường vụ Tỉnh ủy về thi đua;", "Chỉ thị", "3-CT/TU", "2027-05-05", "Ban Thường vụ Tỉnh ủy" },
    { "Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 8/TTr-SXD ngày 9 tháng 9 năm 2027.", "Tờ trình", "8/TTr-SXD", "2027-09-09", "Giám đốc Sở Xây dựng" },
    { "Hưởng ứng Kế hoạch số 7 /KH-UBND ngày 6/6/2027 của Ủy ban nhân dân tỉnh phát động phong trào;", "Kế hoạch", "7/KH-UBND", "2027-06-06", "Ủy ban nhân dân tỉnh" },
    { "Thực hiện Chương trình hành động số 02/CTr-SNV ngày 31/01/2027 của Sở Nội vụ;", "Chương trình hành động", "02/CTr-SNV", "2027-01-31", "Sở Nội vụ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("KẾ HOẠCH\n\nThi đua\n\n", cases[i].text, "\n\nI. NỘI DUNG\n1. Làm.\n", NULL);
      g_autoptr (TdPlanReading) reading = read_text (text);
      const TdPlanBasis *basis;

      g_test_message ("case %u", i);
      g_assert_cmpuint (reading->legal_bases->len, ==, 1);
      basis = g_ptr_array_index (reading->legal_bases, 0);
      g_assert_cmpstr (basis->type, ==, cases[i].type);
      g_assert_cmpstr (basis->number, ==, cases[i].number);
      g_assert_cmpstr (basis->date, ==, cases[i].date);
      g_assert_cmpstr (basis->issuer, ==, cases[i].issuer);
      g_assert_cmpuint (basis->lines.first, ==, 5);
    }
}

static void
test_two_bases (void)
{
  g_autoptr (TdPlanReading) reading = read_text ("KẾ HOẠCH\n\nThi đua\n\nThực hiện Chỉ thị số 3-CT/TU ngày 5/5/2027 của Ban Thường vụ Tỉnh ủy và Kế hoạch số 9/KH-UBND\n"
                                                 "ngày 6/6/2027 của Ủy ban nhân dân tỉnh về việc thực hiện Chỉ thị số 3-CT/TU ngày 5/5/2027; với chủ đề “Đường sạch, ngõ sáng”.\n\nI. NỘI DUNG\n1. Làm.\n");
  const TdPlanBasis *second;

  g_assert_cmpuint (reading->legal_bases->len, ==, 2);
  g_assert_cmpstr (((TdPlanBasis *) g_ptr_array_index (reading->legal_bases, 0))->issuer, ==, "Ban Thường vụ Tỉnh ủy");
  second = g_ptr_array_index (reading->legal_bases, 1);
  g_assert_cmpstr (second->number, ==, "9/KH-UBND");
  g_assert_cmpstr (second->issuer, ==, "Ủy ban nhân dân tỉnh");
  g_assert_cmpstr (reading->theme, ==, "Đường sạch, ngõ sáng");
}

static void
test_marks (void)
{
  static const Told cases[] = {
    { "I. NỘI DUNG\n1. Làm đường\na) Đo đạc.\n- Cắm mốc;\n+ Mốc đá.\nb) San nền.\n2. Trồng cây.\nII. KINH PHÍ\n",
      "roman 1 I.|NỘI DUNG|\narabic 2 1.|Làm đường|\nletter 3 a)||Đo đạc.\ndash 4 -||Cắm mốc;\nplus 5 +||Mốc đá.\n"
      "letter 3 b)||San nền.\narabic 2 2.||Trồng cây.\nroman 1 II.|KINH PHÍ|\n" },
    { "A. NỘI DUNG\nI. Làm đường\n1. Đo đạc.\nII. Trồng cây\n1. Cây bóng mát.\nB. KINH PHÍ\n",
      "capital 1 A.|NỘI DUNG|\nroman 2 I.|Làm đường|\narabic 3 1.||Đo đạc.\nroman 2 II.|Trồng cây|\narabic 3 1.||Cây bóng mát.\ncapital 1 B.|KINH PHÍ|\n" },
    { "1. Nội dung\n1.1. Làm đường\n1.1.1. Đo đạc.\n1.1.2. San nền.\n1.2. Trồng cây.\n2. Kinh phí: Do xã chi.\n",
      "arabic 1 1.|Nội dung|\ndecimal 2 1.1.|Làm đường|\ndecimal 3 1.1.1.||Đo đạc.\ndecimal 3 1.1.2.||San nền.\ndecimal 2 1.2.||Trồng cây.\narabic 1 2.|Kinh phí|Do xã chi.\n" },
    { "Điều 1. Phạm vi\n1. Trong xã.\na) Đường thôn;\nĐiều 2. Hiệu lực từ ngày ký.\n",
      "article 1 Điều 1.|Phạm vi|\narabic 2 1.||Trong xã.\nletter 3 a)||Đường thôn;\narticle 1 Điều 2.||Hiệu lực từ ngày ký.\n" },
    { "I. NỘI DUNG\n1) Làm đường.\n2) Trồng cây.\n(a) Cây xanh;\n(b) Cây ăn quả.\n",
      "roman 1 I.|NỘI DUNG|\narabic 2 1)||Làm đường.\narabic 2 2)||Trồng cây.\nletter 3 (a)||Cây xanh;\nletter 3 (b)||Cây ăn quả.\n" },
    { "I. NỘI DUNG\n• Làm đường.\n– Đo đạc.\n* Trồng cây.\n", "roman 1 I.|NỘI DUNG|\ndash 2 •||Làm đường.\ndash 3 –||Đo đạc.\ndash 4 *||Trồng cây.\n" },
    /* The Vietnamese alphabet. */
    { "1. Việc\na) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\nđ) Năm.\ne) Sáu.\ng) Bảy.\n",
      "arabic 1 1.|Việc|\nletter 2 a)||Một.\nletter 2 b)||Hai.\nletter 2 c)||Ba.\nletter 2 d)||Bốn.\nletter 2 đ)||Năm.\nletter 2 e)||Sáu.\nletter 2 g)||Bảy.\n" },
    /* "I." after "H." is a letter. */
    { "A. MỘT\nB. HAI\nC. BA\nD. BỐN\n", "capital 1 A.|MỘT|\ncapital 1 B.|HAI|\ncapital 1 C.|BA|\ncapital 1 D.|BỐN|\n" },
    /* Stars and backslashes of Markdown. */
    { "**I. NỘI DUNG**\n\n**1\\. Thời hạn: **Hai năm.\n\n\\- Năm đầu.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.|Thời hạn|Hai năm.\ndash 3 -||Năm đầu.\n" },
    { "I. NỘI DUNG\n1.Làm đường\n-Đo đạc.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.|Làm đường|\ndash 3 -||Đo đạc.\n" },
    { "I - NỘI DUNG\n1- Làm đường:\na- Đo đạc;\nb- San nền.\n2- Trồng cây.\n5 - 10 cây mỗi hộ.\n",
      "roman 1 I -|NỘI DUNG|\narabic 2 1-|Làm đường|\nletter 3 a-||Đo đạc;\nletter 3 b-||San nền.\narabic 2 2-||Trồng cây.\ntext 3 ||5 - 10 cây mỗi hộ.\n" },
    { "I. NỘI DUNG\nl. Làm đường.\n2. Trồng cây.\n", "roman 1 I.|NỘI DUNG|\narabic 2 l.||Làm đường.\narabic 2 2.||Trồng cây.\n" },
    { "Phần I\nMỞ ĐẦU\n1. Lý do.\nPhần II\nNỘI DUNG\n1. Làm.\n", "roman 1 Phần I|MỞ ĐẦU|\narabic 2 1.||Lý do.\nroman 1 Phần II|NỘI DUNG|\narabic 2 1.||Làm.\n" },
  };

  check_told ("", cases, G_N_ELEMENTS (cases), "", outline);
}

static void
test_lines (void)
{
  static const Told cases[] = {
    /* A page break within a sentence, with its number. */
    { "I. NỘI DUNG\n\n1. Các thôn, xóm cùng nhau làm đường và\n\n2\n\ntrồng cây hai bên đường.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.||Các thôn, xóm cùng nhau làm đường và trồng cây hai bên đường.\n" },
    { "I. NỘI DUNG\n\n1. Các thôn, xóm cùng nhau\n\n- 3 -\n\f\nlàm đường.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.||Các thôn, xóm cùng nhau làm đường.\n" },
    /* A dash that is no bullet. */
    { "I. NỘI DUNG\n\n1. Vận động các hội, các tổ chức chính trị\n\n- xã hội cùng làm.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.||Vận động các hội, các tổ chức chính trị - xã hội cùng làm.\n" },
    { "I. NỘI DUNG\n\n1. Trong giai đoạn 2027\n- 2030 các thôn làm đường.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.||Trong giai đoạn 2027 - 2030 các thôn làm đường.\n" },
    /* A number at a line's start that is no mark. */
    { "I. NỘI DUNG\n\n1. Theo quy định tại khoản\n2. Điều này.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.||Theo quy định tại khoản 2. Điều này.\n" },
    { "I. NỘI DUNG\n\n1. Hoàn thành trong năm\n2027. Các thôn cùng làm.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.||Hoàn thành trong năm 2027. Các thôn cùng làm.\n" },
    /* The number of a document over a line's end. */
    { "I. NỘI DUNG\n\n1. Theo Nghị quyết số 88-\nNQ/TU về đường.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.||Theo Nghị quyết số 88-NQ/TU về đường.\n" },
    /* A mark alone on its line. */
    { "I. NỘI DUNG\n\n1.\nLàm đường.\n\n-\nĐo đạc.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.||Làm đường.\ndash 3 -||Đo đạc.\n" },
    /* A heading in capitals over two lines. */
    { "I. NỘI DUNG VÀ\nHÌNH THỨC\n\n1. Làm.\n", "roman 1 I.|NỘI DUNG VÀ HÌNH THỨC|\narabic 2 1.||Làm.\n" },
    /* Blanks without width, of other widths, soft hyphens. */
    { "I.\xc2\xa0NỘI\xe2\x80\x8b DUNG\n\n1.\tLàm\xc2\xad  đường.\n", "roman 1 I.|NỘI DUNG|\narabic 2 1.||Làm đường.\n" },
  };

  check_told ("", cases, G_N_ELEMENTS (cases), "", outline);
}

static void
test_period (void)
{
  static const struct
  {
    const char *body;
    const char *start;
    const char *start_iso;
    const char *end;
    const char *end_iso;
    int end_precision;
  } cases[] = {
    { "1. Thời gian thực hiện: Từ ngày 01/5/2027 đến hết ngày 30/11/2028.\n", "Từ ngày 01/5/2027", "2027-05-01", "đến hết ngày 30/11/2028", "2028-11-30", TD_PLAN_PRECISION_DAY },
    { "1. Thời gian thi đua\nTừ ngày Quyết định này có hiệu lực đến khi khánh thành con đường.\n", "Từ ngày Quyết định này có hiệu lực", "2027-04-09", "đến khi khánh thành con đường", NULL, TD_PLAN_PRECISION_EVENT },
    { "1. Thời gian thi đua\nTừ khi Kế hoạch được ban hành đến khi khánh thành con đường.\n", "Từ khi Kế hoạch được ban hành", "2027-04-09", "đến khi khánh thành con đường", NULL, TD_PLAN_PRECISION_EVENT },
    { "1. Thời gian thi đua\nTừ ngày ban hành Kế hoạch đến khi khánh thành con đường.\n", "Từ ngày ban hành Kế hoạch", "2027-04-09", "đến khi khánh thành con đường", NULL, TD_PLAN_PRECISION_EVENT },
    { "1. Thời gian: từ ngày 01/3 đến ngày 15/9/2027.\n", "từ ngày 01/3", "2027-03-01", "đến ngày 15/9/2027", "2027-09-15", TD_PLAN_PRECISION_DAY },
    { "1. Thời gian thực hiện\n- Thời gian bắt đầu: tháng 6 năm 2027.\n- Thời gian kết thúc: khi khánh thành con đường.\n", "tháng 6 năm 2027", "2027-06", "khi khánh thành con đường", NULL, TD_PLAN_PRECISION_EVENT },
    { "1. Thời gian thực hiện: Trong năm 2027 và các năm tiếp theo.\n", "năm 2027", "2027", "các năm tiếp theo", NULL, TD_PLAN_PRECISION_OPEN },
    { "1. Thời gian thực hiện: Giai đoạn 2027 - 2030.\n", "Giai đoạn 2027", "2027", "Giai đoạn 2027 - 2030", "2030", TD_PLAN_PRECISION_YEAR },
    { "1. Thời gian thực hiện\na) Phát động: Quý I năm 2028.\nb) Sơ kết: tháng 6/2028; tổng kết: tháng 12/2029.\n", "Quý I năm 2028", "2028-01", "tháng 12/2029", "2029-12", TD_PLAN_PRECISION_MONTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdPlanReading) reading = read_body (cases[i].body);

      g_test_message ("case %u", i);
      g_assert_cmpstr (reading->start.text, ==, cases[i].start);
      g_assert_cmpstr (reading->start.iso, ==, cases[i].start_iso);
      g_assert_cmpstr (reading->end.text, ==, cases[i].end);
      g_assert_cmpstr (reading->end.iso, ==, cases[i].end_iso);
      g_assert_cmpint (reading->end.precision, ==, cases[i].end_precision);
    }
}

static void
test_awards (void)
{
  static const Told cases[] = {
    { "1. Hình thức khen thưởng\n- Huân chương Độc lập;\n- Cờ thi đua của Chính phủ;\n- Bằng khen của Bộ trưởng Bộ Xây dựng;\n- Giấy khen của Chủ tịch Ủy ban nhân dân xã.\n",
      "Huân chương Độc lập//state\nCờ thi đua/Chính phủ/state\nBằng khen/Bộ trưởng Bộ Xây dựng/province\nGiấy khen/Chủ tịch Ủy ban nhân dân xã/commune\n" },
    { "1. Hình thức khen thưởng: Thư khen, Bằng khen của Chủ tịch UBND thành phố, Giấy khen của Giám đốc các sở, ngành cho các tập thể.\n",
      "Thư khen//\nBằng khen/Chủ tịch UBND thành phố/province\nGiấy khen/Giám đốc các sở, ngành/department\n" },
    { "1. Khen thưởng\nHiệu trưởng tặng Giấy khen cho 05 tập thể; đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 01 tập thể.\n",
      "Giấy khen/Hiệu trưởng/unit\nBằng khen/Chủ tịch UBND tỉnh/province\n" },
    { "1. Hình thức khen thưởng\n- Bằng khen của Bộ trưởng: năm nay không xét tặng (trừ thành tích đột xuất).\n- Giấy khen.\n2. Tiêu chuẩn khen thưởng\n- Đối với Giấy khen của Hiệu trưởng, xem xét theo quy định.\n",
      "Bằng khen/Bộ trưởng/province!không xét tặng (trừ thành tích đột xuất)\nGiấy khen/Hiệu trưởng/unit\n" },
    { "1. Nội dung\n- Treo giấy khen ở nhà văn hóa.\n", "" },
  };

  check_told ("", cases, G_N_ELEMENTS (cases), "", awards);
}

static void
test_groups (void)
{
  g_autoptr (TdPlanReading) reading = read_body ("I. ĐỐI TƯỢNG, TIÊU CHÍ VÀ KHEN THƯỞNG\n1. Đối tượng: Mọi người trong xã.\n2. Tiêu chí\n"
                                                 "a) Đối với các thôn, xóm\n- Đường sạch.\n- Ngõ sáng.\nb) Đối với hộ gia đình: Cổng đẹp.\n3. Khen thưởng\nGiấy khen.\n");
  const TdPlanGroup *group = g_ptr_array_index (reading->target_groups, 0);

  g_assert_cmpuint (reading->target_groups->len, ==, 2);
  g_assert_cmpstr (group->heading, ==, "Đối với các thôn, xóm");
  g_assert_cmpuint (group->units->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (group->units, 0), ==, "thôn");
  g_assert_cmpuint (group->criteria->len, ==, 2);
  g_assert_cmpstr (((TdPlanText *) g_ptr_array_index (group->criteria, 1))->text, ==, "Ngõ sáng.");
  group = g_ptr_array_index (reading->target_groups, 1);
  g_assert_cmpuint (group->criteria->len, ==, 1);
  g_assert_cmpstr (((TdPlanText *) g_ptr_array_index (group->criteria, 0))->text, ==, "Cổng đẹp.");
}

static void
test_assignees (void)
{
  static const Told cases[] = {
    { "1. Sở Xây dựng\n- Đo đạc.\n- San nền.\n", "! Sở Xây dựng: [Đo đạc.] [San nền.]\n" },
    { "1. Sở Xây dựng: Đo đạc, san nền.\n", "! Sở Xây dựng: [Đo đạc, san nền.]\n" },
    { "1. Đề nghị Hội Nông dân xã vận động hội viên hiến đất.\n", "? Hội Nông dân xã: [Đề nghị Hội Nông dân xã vận động hội viên hiến đất.]\n" },
    { "1. Giao Phòng Kinh tế chủ trì đo đạc; lập dự toán. Đồng thời, kiểm tra.\n", "! Phòng Kinh tế: [chủ trì đo đạc] [lập dự toán] [kiểm tra]\n" },
    { "1. Các cơ quan, tổ chức, thôn căn cứ kế hoạch này tổ chức thực hiện.\n", "! Các cơ quan, tổ chức, thôn: [Các cơ quan, tổ chức, thôn căn cứ kế hoạch này tổ chức thực hiện.]\n" },
    { "1. Các tổ chức chính trị - xã hội tổ chức tuyên truyền.\n", "! Các tổ chức chính trị - xã hội: [Các tổ chức chính trị - xã hội tổ chức tuyên truyền.]\n" },
    { "1. Kinh phí: Theo quy định.\n", "" },
  };

  check_told ("I. TỔ CHỨC THỰC HIỆN\n", cases, G_N_ELEMENTS (cases), "", assignees);
}

static void
test_directive (void)
{
  g_autoptr (TdPlanReading) directive = read_text ("UBND TỈNH NINH HÀ\nSố: 4/CT-UBND\nNinh Hà, ngày 2 tháng 2 năm 2027\n\nCHỈ THỊ\nVề phong trào làm đường\n\n"
                                                   "Để làm đường, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n\n1. Sở Xây dựng hướng dẫn các thôn.\n\n2. Sở Tài chính\n- Lo kinh phí.\n");
  g_autoptr (TdPlanReading) decision = read_text ("UBND TỈNH NINH HÀ\nSố: 4/QĐ-UBND\nNinh Hà, ngày 2 tháng 2 năm 2027\n\nQUYẾT ĐỊNH\nVề phong trào làm đường\n\nQUYẾT ĐỊNH:\n\n"
                                                  "Điều 1. Phát động phong trào làm đường.\n\nĐiều 2. Giao Sở Xây dựng chủ trì đo đạc; lập dự toán.\n\nĐiều 3. Sở Xây dựng chịu trách nhiệm thi hành.\n");
  g_autofree char *told = assignees (directive);
  g_autofree char *given = assignees (decision);

  g_assert_cmpstr (told, ==, "! Sở Xây dựng: [Sở Xây dựng hướng dẫn các thôn.]\n! Sở Tài chính: [Lo kinh phí.]\n");
  g_assert_cmpstr (given, ==, "! Sở Xây dựng: [chủ trì đo đạc] [lập dự toán]\n");
}

static void
test_deadlines (void)
{
  static const struct
  {
    const char *task;
    const char *text;
    const char *iso;
    const char *what;
  } cases[] = {
    { "Báo cáo kết quả về Sở Nội vụ trước ngày 15/12/2027.", "trước ngày 15/12/2027", "2027-12-15", "Báo cáo kết quả về Sở Nội vụ" },
    { "Gửi danh sách chậm nhất là ngày 2 tháng 9 năm 2027.", "chậm nhất là ngày 2 tháng 9 năm 2027", "2027-09-02", "Gửi danh sách" },
    { "Trước 17 giờ 00 ngày 01/10/2027, gửi báo cáo về Ủy ban.", "Trước 17 giờ 00 ngày 01/10/2027", "2027-10-01", "gửi báo cáo về Ủy ban" },
    { "Kết thúc đợt thi đua, xây dựng báo cáo gửi Sở Nội vụ.", "Kết thúc đợt thi đua", NULL, "xây dựng báo cáo gửi Sở Nội vụ" },
    { "Báo cáo Ủy ban nhân dân tỉnh sau khi tổng kết phong trào.", "sau khi tổng kết phong trào", NULL, "Báo cáo Ủy ban nhân dân tỉnh" },
    { "Báo cáo kết quả trước ngày 10/12 hằng năm.", "trước ngày 10/12 hằng năm", NULL, "Báo cáo kết quả" },
    /* The date of another document is none. */
    { "Báo cáo theo Kế hoạch số 3/KH-UBND ngày 01/10/2027 của tỉnh.", NULL, NULL, NULL },
    { "Đến năm 2030 hoàn thành mọi con đường.", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strconcat ("I. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\n- ", cases[i].task, "\n", NULL);
      g_autoptr (TdPlanReading) reading = read_body (body);
      const TdPlanDeadline *deadline;

      g_test_message ("case %u", i);
      g_assert_cmpuint (reading->deadlines->len, ==, cases[i].text != NULL ? 1 : 0);
      if (cases[i].text == NULL)
        continue;
      deadline = g_ptr_array_index (reading->deadlines, 0);
      g_assert_cmpstr (deadline->time.text, ==, cases[i].text);
      g_assert_cmpstr (deadline->time.iso, ==, cases[i].iso);
      g_assert_cmpstr (deadline->what, ==, cases[i].what);
      g_assert_cmpstr (deadline->who, ==, "Sở Xây dựng");
    }
}

static gboolean
has_finding (const TdPlanReading *reading, const char *rule)
{
  for (guint i = 0; i < reading->findings->len; i++)
    if (g_str_equal (((TdFinding *) g_ptr_array_index (reading->findings, i))->rule, rule))
      return TRUE;
  return FALSE;
}

static void
test_findings (void)
{
  g_autoptr (TdPlanReading) clean = read_body ("I. NỘI DUNG\n1. Giai đoạn 2027 - 2030 và giai đoạn 2031 - 2035.\n2. Nhiệm kỳ 2026 - 2030.\n");
  g_autoptr (TdPlanReading) faulty = read_body ("I. NỘI DUNG\n1. Giai đoạn 2027 - 2030, khen thưởng đợt xuất.\n2. Kế hoạch 5 năm (2026 - 2030).\n");
  g_autoptr (TdPlanReading) bare = read_text ("I. NỘI DUNG\n1. Làm đường.\n");

  g_assert_cmpuint (clean->findings->len, ==, 0);
  g_assert_true (has_finding (faulty, "plan-period-contradiction"));
  g_assert_true (has_finding (faulty, "plan-misprint"));
  g_assert_true (has_finding (bare, "plan-number-missing"));
  g_assert_true (has_finding (bare, "plan-date-missing"));
  g_assert_true (has_finding (bare, "plan-issuer-missing"));
}

static void
test_decision (void)
{
  g_autoptr (TdPlanReading) reading = read_text ("UBND TỈNH NINH HÀ\nSố: 4/QĐ-UBND\nNinh Hà, ngày 2 tháng 2 năm 2027\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch làm đường\n\n"
                                                 "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Đường bộ ngày 1 tháng 1 năm 2024;\n\nQUYẾT ĐỊNH:\n\n"
                                                 "Điều 1. Ban hành Kế hoạch làm đường.\n\nĐiều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.\n\n"
                                                 "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLý Thanh Tùng\n\n"
                                                 "UBND TỈNH NINH HÀ\n\nKẾ HOẠCH\nLàm đường trong tỉnh\n(Kèm theo Quyết định số 4/QĐ-UBND)\n\n"
                                                 "I. NỘI DUNG\n1. Làm đường.\n");
  g_autofree char *got = outline (reading);

  g_assert_cmpstr (reading->doc_type, ==, "quyết định");
  g_assert_cmpstr (reading->title, ==, "Ban hành Kế hoạch làm đường");
  g_assert_cmpstr (reading->plan_title, ==, "Làm đường trong tỉnh");
  g_assert_cmpuint (reading->articles->len, ==, 2);
  g_assert_cmpstr (reading->signer_name, ==, "Lý Thanh Tùng");
  g_assert_cmpstr (reading->signer_position, ==, "PHÓ CHỦ TỊCH");
  g_assert_cmpuint (reading->recipients->len, ==, 1);
  g_assert_cmpstr (got, ==, "roman 1 I.|NỘI DUNG|\narabic 2 1.||Làm đường.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-reader/head", test_head);
  g_test_add_func ("/plan-reader/heads", test_heads);
  g_test_add_func ("/plan-reader/titles", test_titles);
  g_test_add_func ("/plan-reader/bases", test_bases);
  g_test_add_func ("/plan-reader/two-bases", test_two_bases);
  g_test_add_func ("/plan-reader/marks", test_marks);
  g_test_add_func ("/plan-reader/lines", test_lines);
  g_test_add_func ("/plan-reader/period", test_period);
  g_test_add_func ("/plan-reader/awards", test_awards);
  g_test_add_func ("/plan-reader/groups", test_groups);
  g_test_add_func ("/plan-reader/assignees", test_assignees);
  g_test_add_func ("/plan-reader/directive", test_directive);
  g_test_add_func ("/plan-reader/deadlines", test_deadlines);
  g_test_add_func ("/plan-reader/findings", test_findings);
  g_test_add_func ("/plan-reader/decision", test_decision);

  return g_test_run ();
}
