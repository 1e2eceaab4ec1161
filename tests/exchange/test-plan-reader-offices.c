/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../fixtures/plan-texts.h"

/* How other offices write: councils, unions, the Party, schools, companies, and what a scanner makes of it. */

static void
test_signers (void)
{
  static const struct
  {
    const char *foot;
    const char *capacity;
    const char *position;
  } cases[] = {
    { "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLý Thanh Tùng\n", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" },
    { "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\n\nLý Thanh Tùng\n", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" },
    { "TM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nTHƯỜNG TRỰC\n\nLý Thanh Tùng\n", "TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC" },
    { "TM. HỘI ĐỒNG\nCHỦ TỊCH\n\nGIÁM ĐỐC SỞ XÂY DỰNG\nLý Thanh Tùng\n", "TM. HỘI ĐỒNG", "CHỦ TỊCH" },
    { "TRƯỞNG BAN\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nLý Thanh Tùng\n", NULL, "TRƯỞNG BAN" },
    /* Two sign side by side. */
    { "TM. CÔNG ĐOÀN                      TM. BAN GIÁM ĐỐC\nCHỦ TỊCH                           GIÁM ĐỐC\n\nĐỗ Thu Hà                          Lý Thanh Tùng\n", "TM. BAN GIÁM ĐỐC", "GIÁM ĐỐC" },
    { "GIÁM ĐỐC\nCÔNG TY ĐƯỜNG BỘ\n\nLý Thanh Tùng\n", NULL, "GIÁM ĐỐC CÔNG TY ĐƯỜNG BỘ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD "I. NỘI DUNG\n1. Làm đường.\n\nNơi nhận:\n- Lưu: VT.\n\n", cases[i].foot, NULL);
      g_autoptr (TdPlanReading) reading = read_text (text);

      g_test_message ("case %u", i);
      g_assert_cmpstr (reading->signer_capacity, ==, cases[i].capacity);
      g_assert_cmpstr (reading->signer_position, ==, cases[i].position);
      g_assert_cmpstr (reading->signer_name, ==, "Lý Thanh Tùng");
    }
}

static void
test_recipients (void)
{
  g_autoptr (TdPlanReading) reading = read_text (HEAD "I. NỘI DUNG\n1. Làm đường.\n\nNơi nhận:\n- Bộ Xây dựng;\n- Tỉnh ủy;      } (báo cáo)\n- Các sở;\n- Lưu: VT.\n");
  const TdPlanRecipient *second = g_ptr_array_index (reading->recipients, 1);

  g_assert_cmpuint (reading->recipients->len, ==, 3);
  g_assert_cmpstr (second->text, ==, "Tỉnh ủy");
  g_assert_cmpstr (second->note, ==, "báo cáo");
}

static void
test_issuers (void)
{
  static const struct
  {
    const char *head;
    const char *issuer;
  } cases[] = {
    { "ỦY BAN MTTQ VIỆT NAM\nTỈNH NINH HÀ\nHỘI NÔNG DÂN\n", "Hội Nông dân tỉnh Ninh Hà" },
    { "ỦY BAN MTTQ VIỆT NAM TỈNH NINH HÀ\nHỘI CỰU CHIẾN BINH\n*\n", "Hội Cựu chiến binh tỉnh Ninh Hà" },
    { "TỈNH ỦY NINH HÀ\nBAN TUYÊN GIÁO\n*\n", "Ban Tuyên giáo Tỉnh ủy Ninh Hà" },
    { "HỘI NÔNG DÂN TỈNH NINH HÀ\nBAN THƯỜNG VỤ\n", "Ban Thường vụ Hội Nông dân tỉnh Ninh Hà" },
    { "NGÂN HÀNG ĐƯỜNG SẮT\nCHI NHÁNH TỈNH NINH HÀ\n", "Ngân hàng Đường Sắt chi nhánh tỉnh Ninh Hà" },
    { "BỘ ĐƯỜNG SẮT\nTHUẾ TỈNH NINH HÀ\n", "Thuế tỉnh Ninh Hà" },
    { "UBND TỈNH NINH HÀ\nCÔNG TY ĐƯỜNG BỘ\n", "Công ty Đường Bộ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].head, "Số: 7/KH-HND\n\nNinh Hà, ngày 9 tháng 4 năm 2027\n\nKẾ HOẠCH\nThi đua làm đường\n\nI. NỘI DUNG\n1. Làm đường.\n", NULL);
      g_autoptr (TdPlanReading) reading = read_text (text);

      g_test_message ("case %u", i);
      g_assert_cmpstr (reading->issuer, ==, cases[i].issuer);
    }
}

static void
test_deadlines (void)
{
  static const Told cases[] = {
    /* What has to be done is the clause, not all that stands before it. */
    { "Hướng dẫn các thôn; gửi danh sách hộ hiến đất trước ngày 15/8/2027.", "trước ngày 15/8/2027/2027-08-15/gửi danh sách hộ hiến đất\n" },
    { "Báo cáo tiến độ trước ngày 15/8/2027, báo cáo tổng kết trước ngày 20/12/2027.",
      "trước ngày 15/8/2027/2027-08-15/Báo cáo tiến độ\ntrước ngày 20/12/2027/2027-12-20/báo cáo tổng kết\n" },
    { "Nộp hồ sơ quyết toán đoạn 1 trước ngày 15/8/2027, đoạn 2 trước ngày 20/12/2027.",
      "trước ngày 15/8/2027/2027-08-15/Nộp hồ sơ quyết toán đoạn 1\ntrước ngày 20/12/2027/2027-12-20/Nộp hồ sơ quyết toán đoạn 2\n" },
    { "Hai lần (trước ngày 15/8/2027) và cả năm (trước ngày 20/12/2027) báo cáo số cây đã trồng.",
      "trước ngày 15/8/2027/2027-08-15/Hai lần báo cáo số cây đã trồng\ntrước ngày 20/12/2027/2027-12-20/cả năm báo cáo số cây đã trồng\n" },
    { "Tham mưu sơ kết (vào năm 2028) và tổng kết vào năm 2029.", "vào năm 2028/2028/Tham mưu sơ kết\nvào năm 2029/2029/tổng kết\n" },
    { "Lát gạch vỉa hè chợ huyện; hoàn thành trước ngày 15/8/2027.", "hoàn thành trước ngày 15/8/2027/2027-08-15/Lát gạch vỉa hè chợ huyện\n" },
    { "Trước ngày 15/8/2027 gửi danh sách; rà soát nhà cũ.", "Trước ngày 15/8/2027/2027-08-15/gửi danh sách\n" },
    { "Ký giao ước và gửi về Sở trước 16h00 ngày 25/7/2027.", "trước 16h00 ngày 25/7/2027/2027-07-25/Ký giao ước và gửi về Sở\n" },
    /* A task with a time is a duty whatever its verb. */
    { "Mở 05 lớp dạy nghề trong quý III/2027.", "trong quý III/2027/2027-09/Mở 05 lớp dạy nghề\n" },
    { "Tham mưu sơ kết vào năm 2028.", "vào năm 2028/2028/Tham mưu sơ kết\n" },
    /* Days that come again, days behind an event. */
    { "Chấm điểm các tổ trước ngày 20 tháng cuối của mỗi quý.", "trước ngày 20 tháng cuối của mỗi quý//Chấm điểm các tổ\n" },
    { "Báo cáo số liệu trước ngày 25 hằng tháng.", "trước ngày 25 hằng tháng//Báo cáo số liệu\n" },
    { "Trả lời văn bản trong thời hạn 07 ngày làm việc kể từ ngày nhận được hồ sơ.", "trong thời hạn 07 ngày làm việc kể từ ngày nhận được hồ sơ//Trả lời văn bản\n" },
    { "Thẩm định, trình khen thưởng chậm nhất 10 ngày sau khi nghiệm thu; lưu hồ sơ.", "chậm nhất 10 ngày sau khi nghiệm thu//Thẩm định, trình khen thưởng\n" },
    { "Trồng cây, định kỳ 06 tháng báo cáo kết quả về Sở.", "định kỳ 06 tháng//báo cáo kết quả về Sở\n" },
    { "Gửi biên bản trong vòng 03 ngày sau hội nghị thôn.", "trong vòng 03 ngày sau hội nghị thôn//Gửi biên bản\n" },
    /* A part of a month; what must not be later; an event that says its date. */
    { "Họp dân trong tuần đầu tháng 9/2027.", "trong tuần đầu tháng 9/2027/2027-09/Họp dân\n" },
    { "Nghiệm thu cầu trong nửa cuối tháng 11/2027.", "trong nửa cuối tháng 11/2027/2027-11/Nghiệm thu cầu\n" },
    { "Mở thầu đoạn 2, không để chậm quá ngày 15/8/2027.", "không để chậm quá ngày 15/8/2027/2027-08-15/Mở thầu đoạn 2\n" },
    { "Tặng quà các hộ hiến đất nhân dịp khánh thành cầu 20/12/2027.", "nhân dịp khánh thành cầu 20/12/2027/2027-12-20/Tặng quà các hộ hiến đất\n" },
    { "Đăng ký công trình chào mừng dịp kỷ niệm ngày mở đường 20/12/2027.", "" },
    { "Đo lại ranh giới các thửa, hoàn thành trước khi khởi công.", "trước khi khởi công//Đo lại ranh giới các thửa, hoàn thành\n" },
    /* A span, days before an event, what is past, what other people did: none of them a deadline. */
    { "Tổ chức hội chợ từ ngày 01/8/2027 đến ngày 05/8/2027.", "" },
    { "Niêm yết danh sách trong 05 ngày trước khi họp.", "" },
    { "Hỗ trợ người có công làm đường hoàn thành trước ngày 30/9/2019.", "" },
  };

  check_told ("I. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\n- ", cases, G_N_ELEMENTS (cases), "\n", deadlines);
}

static void
test_titled_deadlines (void)
{
  g_autoptr (TdPlanReading) reading = read_body ("I. THỜI GIAN\nTừ ngày 01/5/2027 đến ngày 30/11/2028; sơ kết đợt đầu trước ngày 15/2/2028.\n"
                                                 "II. HỒ SƠ\n1. Hồ sơ cấp tỉnh: gửi trước ngày 15/8/2028.\n2. Báo cáo tổng kết: chậm nhất ngày 20/8/2028.\n");
  g_autofree char *got = deadlines (reading);

  g_assert_cmpstr (got, ==, "trước ngày 15/2/2028/2028-02-15/sơ kết đợt đầu\ntrước ngày 15/8/2028/2028-08-15/Hồ sơ cấp tỉnh: gửi\n"
                            "chậm nhất ngày 20/8/2028/2028-08-20/Báo cáo tổng kết\n");
}

/* Where a time stands tells whether it is a deadline. */
static void
test_placed_deadlines (void)
{
  static const Told cases[] = {
    /* Steps begin with their time. */
    { "I. TIẾN ĐỘ\n- Tháng 5/2027: ký giao ước.\n- Từ ngày 01 đến ngày 15/6/2027: chấm điểm các thôn.\n- Quý III/2027: trao quà.\n",
      "Tháng 5/2027/2027-05/ký giao ước\nTừ ngày 01 đến ngày 15/6/2027/2027-06-15/chấm điểm các thôn\nQuý III/2027/2027-09/trao quà\n" },
    { "I. CÁC BƯỚC\n1. Tháng 5 - 6/2027: làm nền.\n2. Năm 2028: làm cầu, gửi báo cáo trước ngày 10/7/2028.\n3. Năm 2029: đường dài 5 km.\n",
      "Tháng 5 - 6/2027/2027-06/làm nền\ntrước ngày 10/7/2028/2028-07-10/làm cầu, gửi báo cáo\n" },
    /* What happens once while the plan runs, not how long it runs. */
    { "I. THỜI GIAN\n- Phát động: trong tháng 5/2027.\n- Thực hiện: từ ngày 01/6/2027 đến ngày 30/11/2027.\n- Tổng kết: dịp khánh thành cầu 20/12/2027.\n",
      "trong tháng 5/2027/2027-05/Phát động\ndịp khánh thành cầu 20/12/2027/2027-12-20/Tổng kết\n" },
    /* A goal is no duty; what a plan is about is one with its day or month. */
    { "I. MỤC ĐÍCH, YÊU CẦU\n- Phấn đấu đến ngày 30/9/2027 hoàn thành 5 km đường.\n2. Yêu cầu\n- Hoàn thành trước ngày 30/10/2027.\n", "" },
    { "I. NỘI DUNG\n1. Bàn giao đất làm cầu trong tháng 10/2027.\n2. Giảm hộ nghèo còn 4% trong năm 2027.\n",
      "trong tháng 10/2027/2027-10/Bàn giao đất làm cầu\n" },
    /* A long title is what is due where nothing stands before the time. */
    { "I. HỒ SƠ\n1. Biên bản họp thôn và danh sách các hộ tự nguyện hiến đất làm đường, làm cầu, làm chợ năm 2027: gửi trước 15/12/2027, bản mềm gửi qua thư điện tử.\n",
      "trước 15/12/2027/2027-12-15/Biên bản họp thôn và danh sách các hộ tự nguyện hiến đất làm đường, làm cầu, làm chợ năm 2027\n" },
  };

  check_told ("", cases, G_N_ELEMENTS (cases), "", deadlines);
}

static void
test_awards (void)
{
  static const Told cases[] = {
    /* A clause bars what it names, not its neighbours. */
    { "1. Hình thức khen thưởng\n- Không xét tặng Cờ thi đua của Bộ Xây dựng; các sở tặng Giấy khen của Giám đốc Sở.\n",
      "Cờ thi đua/Bộ Xây dựng/province!Không xét tặng Cờ thi đua của Bộ Xây dựng\nGiấy khen/Giám đốc Sở/department\n" },
    { "1. Hình thức khen thưởng\n- Bằng khen của Bộ trưởng cho 05 tập thể, không đề nghị cá nhân.\n", "Bằng khen/Bộ trưởng/province\n" },
    { "1. Hình thức khen thưởng\n- Đối với Bằng khen của Bộ trưởng: năm trước đã tặng; vì vậy không xét trong năm nay.\n",
      "Bằng khen/Bộ trưởng/province!không xét trong năm nay\n" },
    { "I. KHEN THƯỞNG\n1. Hình thức khen thưởng\n- Bằng khen của Bộ trưởng.\n2. Riêng Giấy khen của Trưởng thôn thì không thực hiện.\n",
      "Bằng khen/Bộ trưởng/province\nGiấy khen/Trưởng thôn/unit!không thực hiện\n" },
    /* Who gives stands before the form, behind another form, behind a colon, above a list. */
    { "1. Khen thưởng: Căn cứ thành tích, Ủy ban nhân dân tỉnh đề nghị Bộ trưởng Bộ Xây dựng tặng Bằng khen cho 02 tập thể, 03 cá nhân, Hội đồng thi đua tặng Giấy khen cho 09 hộ.\n",
      "Bằng khen/Bộ trưởng Bộ Xây dựng/province\nGiấy khen/Hội đồng thi đua/unit\n" },
    { "1. Khen thưởng\nBan Chấp hành Đoàn xã, phường, khối tặng Giấy khen cho đoàn viên.\n", "Giấy khen/Ban Chấp hành Đoàn xã, phường, khối/commune\n" },
    { "1. Hình thức khen thưởng\na) Thư khen: hiệu trưởng các trường chủ động xem xét, quyết định.\n", "Thư khen/hiệu trưởng các trường/unit\n" },
    { "1. Hình thức khen thưởng\na) Cuối đợt, đề nghị Đoàn Chủ tịch Tổng hội tặng:\n- Bằng khen: 05 tập thể;\n- Bằng Lao động sáng tạo: theo số sáng kiến.\n",
      "Bằng khen/Đoàn Chủ tịch Tổng hội/unit\nBằng Lao động sáng tạo/Đoàn Chủ tịch Tổng hội/unit\n" },
    { "1. Hình thức khen thưởng\n- Huân chương Lao động hạng Nhì;\n- Huân chương Độc lập hạng Nhất, Nhì.\n",
      "Huân chương Lao động hạng Nhì//state\nHuân chương Độc lập//state\n" },
    { "1. Khen thưởng: 01 giải Nhất: Giấy khen của Giám đốc và tiền thưởng 500.000 đồng.\n", "Giấy khen/Giám đốc/unit\n" },
    { "1. Khen thưởng\nBộ trưởng xem xét, tặng Cờ thi đua của Bộ Xây dựng, Bằng khen cho các đội.\n", "Cờ thi đua/Bộ Xây dựng/province\nBằng khen/Bộ trưởng/province\n" },
    { "1. Hình thức, số lượng\n- Các đảng ủy cơ sở tặng giấy khen theo thẩm quyền.\n", "Giấy khen/Các đảng ủy cơ sở/unit\n" },
    { "1. Mức thưởng\n- Tổ giải Nhất: Giấy khen của Giám đốc.\n", "Giấy khen/Giám đốc/unit\n" },
    { "1. Về công tác khen thưởng\n- Hiệu trưởng tặng Giấy khen cho 02 lớp.\n", "Giấy khen/Hiệu trưởng/unit\n" },
    /* Parts beside one another, and one of them that bars. */
    { "I. KHEN THƯỞNG\n1. Khen thưởng đợt I: Chủ tịch xã tặng Giấy khen.\n2. Khen thưởng cuối năm: đề nghị Bộ trưởng tặng Bằng khen.\n"
      "3. Hồ sơ khen thưởng: bản sao Huân chương Lao động.\n4. Không xét Thư khen của Giám đốc Sở.\n",
      "Giấy khen/Chủ tịch xã/commune\nBằng khen/Bộ trưởng/province\nThư khen/Giám đốc Sở/department!Không xét Thư khen của Giám đốc Sở\n" },
    { "I. HÌNH THỨC VÀ MỨC KHEN THƯỞNG\n1. Hình thức khen thưởng\n- Giấy khen của Chủ tịch xã.\n2. Lưu ý: Không tặng Bằng khen của Bộ trưởng dịp này.\n",
      "Giấy khen/Chủ tịch xã/commune\nBằng khen/Bộ trưởng/province!Không tặng Bằng khen của Bộ trưởng dịp này\n" },
    /* What kind of flag, the name of a medal, a title that is given. */
    { "1. Hình thức khen thưởng\n- Cờ thi đua chuyên đề của Bộ Xây dựng; Cờ thi đua xuất sắc của Công ty.\n- Kỷ niệm chương “Vì con đường quê”: 05 cá nhân.\n",
      "Cờ thi đua chuyên đề/Bộ Xây dựng/province\nCờ thi đua/Công ty/unit\nKỷ niệm chương “Vì con đường quê”//\n" },
    { "1. Hình thức khen thưởng\n- Tập thể lao động xuất sắc: do Giám đốc Sở quyết định.\n- Giấy khen của Giám đốc cho tổ đạt Tập thể lao động xuất sắc.\n- Bằng khen của Bộ trưởng, năm nay chưa xét.\n",
      "Tập thể lao động xuất sắc/Giám đốc Sở/department\nGiấy khen/Giám đốc/unit\nBằng khen/Bộ trưởng/province!chưa xét\n" },
    { "1. Hình thức khen thưởng\n- Không xét Kỷ niệm chương “Vì con đường quê” do Kỷ niệm chương có dịp riêng.\n",
      "Kỷ niệm chương “Vì con đường quê”//!Không xét Kỷ niệm chương “Vì con đường quê” do Kỷ niệm chương có dịp riêng\n" },
    /* A report asks for an award, and tells of others. */
    { "1. Kiến nghị\n- Đề nghị Sở Xây dựng tham mưu Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể.\n", "Bằng khen/Chủ tịch UBND tỉnh/province\n" },
    { "1. Kết quả\n- Sở đã đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể.\n", "" },
  };

  check_told ("", cases, G_N_ELEMENTS (cases), "", awards);
}

static void
test_bases (void)
{
  static const struct
  {
    const char *text;
    const char *bases;
  } cases[] = {
    { "Thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ II, nhiệm kỳ 2027 - 2032;", "Nghị quyết//\n" },
    { "Căn cứ Quy chế thi đua của Công ty ban hành kèm theo Quyết định số 5/QĐ-CT ngày 01/02/2027 của Giám đốc;", "Quyết định/5/QĐ-CT/2027-02-01\n" },
    { "Căn cứ Luật Đường bộ và Nghị định số 6/2026/NĐ-CP ngày 02/02/2026 của Chính phủ;", "Luật//\nNghị định/6/2026/NĐ-CP/2026-02-02\n" },
    { "Căn cứ Luật Đường bộ số 9/2024/QH15 ngày 27/6/2024 và Nghị định số 6/2026/NĐ-CP ngày 02/02/2026 của Chính phủ;",
      "Luật/9/2024/QH15/2024-06-27\nNghị định/6/2026/NĐ-CP/2026-02-02\n" },
    { "Nhằm cụ thể hóa Chỉ thị số 3-CT/TU ngày 5/5/2027 của Tỉnh ủy về làm đường nông thôn và Kế hoạch số 9/KH-UBND ngày 6/6/2027 của Ủy ban nhân dân tỉnh, xã phát động thi đua;",
      "Chỉ thị/3-CT/TU/2027-05-05\nKế hoạch/9/KH-UBND/2027-06-06\n" },
    { "Thực hiện Chỉ thị số 3-CT/TU ngày 5/5/2027 của Tỉnh ủy về Kế hoạch 5 năm của tỉnh và Kế hoạch số 9/KH-UBND ngày 6/6/2027 của Ủy ban nhân dân tỉnh,",
      "Chỉ thị/3-CT/TU/2027-05-05\nKế hoạch/9/KH-UBND/2027-06-06\n" },
    { "Thực hiện Chỉ thị liên tịch số 5/CTLT-UBND-CĐ ngày 02/3/2027 của Ủy ban nhân dân và Công đoàn; Hướng dẫn liên ngành số 9/HDLN-SNV ngày 03/4/2027;",
      "Chỉ thị liên tịch/5/CTLT-UBND-CĐ/2027-03-02\nHướng dẫn liên ngành/9/HDLN-SNV/2027-04-03\n" },
    /* What a document is about is none of ours. */
    { "Thực hiện Quyết định số 4/QĐ-UBND ngày 5/5/2027 của Ủy ban nhân dân tỉnh về triển khai Chỉ thị số 3-CT/TU và Kế hoạch số 9/KH-TU ngày 6/6/2027;",
      "Quyết định/4/QĐ-UBND/2027-05-05\n" },
    { "Xã đã hoàn thành Nghị quyết Đại hội Đảng bộ xã.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("KẾ HOẠCH\n\nThi đua\n\n", cases[i].text, "\n\nI. NỘI DUNG\n1. Làm.\n", NULL);
      g_autoptr (TdPlanReading) reading = read_text (text);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint j = 0; j < reading->legal_bases->len; j++)
        {
          const TdPlanBasis *basis = g_ptr_array_index (reading->legal_bases, j);

          g_string_append_printf (got, "%s/%s/%s\n", basis->type, basis->number != NULL ? basis->number : "", basis->date != NULL ? basis->date : "");
        }
      g_test_message ("case %u", i);
      g_assert_cmpstr (got->str, ==, cases[i].bases);
    }
}

static void
test_assignees (void)
{
  static const Told cases[] = {
    /* Words that look like a verb within a name. */
    { "1. Sở Giáo dục và Đào tạo phối hợp in sách.\n", "! Sở Giáo dục và Đào tạo: [Sở Giáo dục và Đào tạo phối hợp in sách.]\n" },
    { "1. Ban Quản lý dự án đầu tư xây dựng lo kinh phí.\n", "! Ban Quản lý dự án đầu tư xây dựng: [Ban Quản lý dự án đầu tư xây dựng lo kinh phí.]\n" },
    { "1. Phòng Hậu cần: lo xe.\n", "! Phòng Hậu cần: [lo xe.]\n" },
    { "1. Các khối trưởng đưa kết quả vào sổ.\n", "! Các khối trưởng: [Các khối trưởng đưa kết quả vào sổ.]\n" },
    { "1. Sở Xây dựng (cơ quan thường trực): đo đạc.\n", "! Sở Xây dựng: [đo đạc.]\n" },
    { "1. Công đoàn tỉnh\na) Ban Chính sách: in sách.\nb) Văn phòng: lo xe.\n2. Công đoàn cơ sở\n- Trồng cây.\n",
      "! Ban Chính sách: [in sách.]\n! Văn phòng: [lo xe.]\n! Công đoàn cơ sở: [Trồng cây.]\n" },
    { "1. Các thôn có trách nhiệm\n- Trồng cây.\n2. Các ban xây dựng Đảng phối hợp thẩm định.\n",
      "! Các thôn: [Trồng cây.]\n! Các ban xây dựng Đảng: [Các ban xây dựng Đảng phối hợp thẩm định.]\n" },
    { "1. Đề nghị UB MTTQ xã: trồng cây.\n2. Các xóm: lo vốn.\n", "? UB MTTQ xã: [trồng cây.]\n! Các xóm: [lo vốn.]\n" },
    { "1. GVCN: nộp vở.\n2. Đ/c kế toán: lo xe.\n", "! GVCN: [nộp vở.]\n! Đ/c kế toán: [lo xe.]\n" },
    { "1. Kiến nghị\nĐề nghị cấp ủy các xã quan tâm làm đường.\n", "? cấp ủy các xã: [Đề nghị cấp ủy các xã quan tâm làm đường.]\n" },
    /* Work is nobody. */
    { "1. Báo cáo kết quả về Sở, tổ chức kiểm tra.\n2. Tổ chức tuyên truyền, hướng dẫn.\n3. Hội nghị tổng kết triển khai vào cuối năm.\n4. Các hình thức tuyên truyền phải phong phú.\n", "" },
  };

  check_told ("I. TỔ CHỨC THỰC HIỆN\n", cases, G_N_ELEMENTS (cases), "", assignees);
}

static void
test_groups (void)
{
  g_autoptr (TdPlanReading) reading = read_body ("1. Tiêu chí thi đua\n1.1. Tiêu chí đối với tập thể\na) Đường sạch.\nb) Ngõ sáng.\n1.2. Tiêu chí đối với cá nhân\na) Cổng đẹp.\n");
  const TdPlanGroup *group = g_ptr_array_index (reading->target_groups, 0);

  g_assert_cmpuint (reading->target_groups->len, ==, 2);
  g_assert_cmpstr (group->heading, ==, "Tiêu chí đối với tập thể");
  g_assert_cmpuint (group->criteria->len, ==, 2);
}

/* Who is meant stands behind the colon, or what is asked of them. */
static void
test_named_groups (void)
{
  g_autoptr (TdPlanReading) reading = read_body ("I. TIÊU CHÍ THI ĐUA\na) Tập thể: các thôn, tổ, nhóm thợ\n- Đường sạch.\nb) Hộ gia đình: đường sạch, ngõ sáng.\n- Trồng cây.\n");
  const TdPlanGroup *first = g_ptr_array_index (reading->target_groups, 0), *second = g_ptr_array_index (reading->target_groups, 1);

  g_assert_cmpstr (first->heading, ==, "Tập thể: các thôn, tổ, nhóm thợ");
  g_assert_cmpuint (first->criteria->len, ==, 1);
  g_assert_cmpstr (second->heading, ==, "Hộ gia đình");
  g_assert_cmpuint (second->criteria->len, ==, 2);
}

/* The first line of each paragraph is short and the others are long: a short line has not ended. */
static void
test_ragged (void)
{
  g_autoptr (TdPlanReading) reading = read_body ("I. NỘI DUNG\n\n1. Các thôn thi đua làm\nđường, làm cầu và trồng cây dọc hai bên đường để con đường luôn sạch, đẹp,\nxanh mát quanh năm.\n\n"
                                                 "2. Phòng Kinh tế lo\nvốn làm đường cho các thôn và báo cáo kết quả làm đường của các thôn với\nxã.\n\n"
                                                 "3. Thẩm định mức hỗ trợ\nNTM của các thôn xin vốn.\n\n4. Các hộ thi đua\nhiến đất làm đường và cùng nhau giữ cho con đường luôn sạch, đẹp quanh\nnăm.\n");

  g_assert_cmpuint (reading->sections->len, ==, 5);
  g_assert_cmpstr (((TdPlanSection *) g_ptr_array_index (reading->sections, 3))->text, ==, "Thẩm định mức hỗ trợ NTM của các thôn xin vốn.");
}

static void
test_periods (void)
{
  static const struct
  {
    const char *body;
    const char *start;
    const char *end;
  } cases[] = {
    { "1. Thời gian: từ ngày khởi công con đường (05/9/2027) đến ngày 20/12/2027.\n", "2027-09-05", "2027-12-20" },
    { "1. Thời gian\nPhong trào phát động từ ngày 03/5/2027, tổng kết vào dịp khánh thành con đường (20/12/2027).\n", "2027-05-03", "2027-12-20" },
    { "1. Tiến độ\nPhong trào được triển khai từ ngày 03/5/2027 đến ngày 20/12/2027.\n", "2027-05-03", "2027-12-20" },
    { "1. Phạm vi\nThành tích được tính từ tháng 5 năm 2027 đến ngày 20/12/2027.\n", "2027-05", "2027-12-20" },
    { "1. Thời gian: 15/9/2027 – 20/10/2027.\n", "2027-09-15", "2027-10-20" },
    { "1. Thời gian: ngày 15/9/2027 - 20/10/2027.\n", "2027-09-15", "2027-10-20" },
    { "1. Thời gian\n- Chặng 1: Năm 2027 phát động.\n- Chặng 2: tổng kết vào Quý IV năm 2030.\n", "2027", "2030-12" },
    { "1. Thời gian\na) Năm 2027: Phát động.\nb) Năm 2029: Sơ kết.\nc) Năm 2031: Tổng kết phong trào.\n", "2027", "2031" },
    { "1. Các chặng\n- Đợt 1: Từ 05/9/2027 đến 20/11/2027.\n- Đợt 2: Từ 21/11/2027 đến 03/02/2028.\n", "2027-09-05", "2028-02-03" },
    { "1. Thời gian: chia 03 đợt\n- Đợt I: từ 05/9/2027 đến 20/11/2027.\n- Đợt II: từ 21/11/2027 đến 03/02/2028.\n- Đợt III: từ 04/02/2028 đến 06/6/2028.\n", "2027-09-05", "2028-06-06" },
    { "1. Thời gian\n- Phát động: tháng 5/2027.\n- Thực hiện: từ ngày 01/6/2027 đến ngày 30/11/2027.\n- Tổng kết: tháng 12/2027.\n", "2027-06-01", "2027-11-30" },
    { "1. Thời gian: từ 7 giờ 30 phút ngày 01/6/2027 đến 17h00 ngày 30/11/2027.\n", "2027-06-01", "2027-11-30" },
    { "1. Thời gian: bắt đầu từ 0h ngày 01/6/2027 và kết thúc vào 24h00 ngày 30/7/2027.\n", "2027-06-01", "2027-07-30" },
    { "1. Thời gian: tháng 9/2027.\n", "2027-09", "2027-09" },
    { "1. Thời gian đăng ký, bình xét\n- Đăng ký: trước ngày 25/5/2027.\n- Bình xét: từ ngày 03/6/2027 đến ngày 05/6/2027.\n", NULL, NULL },
    /* Other things run, too. */
    { "1. Nội dung\nPhong trào có hội chợ, thời gian từ ngày 03/5/2027 đến ngày 20/12/2027.\n", NULL, NULL },
    { "1. Tình hình\nXã tổ chức từ ngày 03/5/2027 lớp học đêm.\n", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdPlanReading) reading = read_body (cases[i].body);

      g_test_message ("case %u", i);
      g_assert_cmpstr (reading->start.iso, ==, cases[i].start);
      g_assert_cmpstr (reading->end.iso, ==, cases[i].end);
    }
}

/* What a scanner reads: figures as letters, letters without their marks. */
static void
test_scan (void)
{
  g_autoptr (TdPlanReading) reading = read_text ("UỶ BAN NHÂN DÂN\nXÃ NINH HÀ\nSó: l7/KH-UBND\nNinh Hà, ngảy l5 thang 4 nãm 2O27\n\nKÉ HOẠCH\nThi đua làm đường\n\n"
                                                 "Căn cứ Chỉ thị số 2l/CT-UBND ngày O2/3/2027 của tỉnh;\n\nI. NỘI DUNG\n1. Làm l0 con đường.\n\n                    l\n\n2. Trồng cây.\n"
                                                 "II. THỜI GIAN: từ ngày 0l/5/2027 đến hết ngày 3O/11/2027.\nIII. KHEN THƯỞNG\n1. Giấy khen cùa Chủ tịch xã.\n\n"
                                                 "Noi nhân:\n- Các thôn;\n- Lưu: VT.\n\nKT. CHÙ TỊCH\nPHÓ CHÙ TỊCH\n\nLý Thanh Tùng\n");
  const TdPlanBasis *basis = g_ptr_array_index (reading->legal_bases, 0);
  g_autofree char *forms = awards (reading);

  g_assert_cmpstr (reading->doc_type, ==, "kế hoạch");
  g_assert_cmpstr (reading->number, ==, "17/KH-UBND");
  g_assert_cmpstr (reading->date, ==, "2027-04-15");
  g_assert_cmpstr (reading->place, ==, "Ninh Hà");
  g_assert_cmpstr (basis->number, ==, "21/CT-UBND");
  g_assert_cmpstr (basis->date, ==, "2027-03-02");
  g_assert_cmpstr (reading->start.iso, ==, "2027-05-01");
  g_assert_cmpstr (reading->end.iso, ==, "2027-11-30");
  g_assert_cmpstr (forms, ==, "Giấy khen/Chủ tịch xã/commune\n");
  g_assert_cmpuint (reading->sections->len, ==, 6);
  g_assert_cmpuint (reading->recipients->len, ==, 1);
  g_assert_cmpstr (reading->signer_position, ==, "PHÓ CHỦ TỊCH");
}

static void
test_running_lines (void)
{
  g_autoptr (TdPlanReading) reading = read_body ("I. NỘI DUNG\n1. Làm con đường dài,\n\n2\nXÃ NINH HÀ - KẾ HOẠCH LÀM ĐƯỜNG\n\nrộng và sạch.\n2. Trồng cây\n\n3\nXÃ NINH HÀ - KẾ HOẠCH LÀM ĐƯỜNG\n\nhai bên đường.\n");

  g_assert_cmpuint (reading->sections->len, ==, 3);
  g_assert_cmpstr (((TdPlanSection *) g_ptr_array_index (reading->sections, 1))->text, ==, "Làm con đường dài, rộng và sạch.");
  g_assert_cmpstr (((TdPlanSection *) g_ptr_array_index (reading->sections, 2))->text, ==, "Trồng cây hai bên đường.");
}

static void
test_title (void)
{
  g_autoptr (TdPlanReading) reading = read_text ("KẾ HOẠCH\nPHÁT ĐỘNG THI ĐUA LÀM ĐƯỜNG\nNăm học 2027 - 2028\n\nĐể làm đường, trường phát động thi đua như sau:\n\nI. NỘI DUNG\n1. Làm.\n");

  g_assert_cmpstr (reading->title, ==, "Phát động thi đua làm đường năm học 2027 - 2028");
}

/* What is cut to its longest is text all the same. */
static void
test_long_names (void)
{
  g_autoptr (GString) body = g_string_new ("1. Hình thức khen thưởng\n- Bằng khen của x");

  for (guint i = 0; i < 200; i++)
    g_string_append (body, "…");
  g_string_append (body, "\n2. Thời gian: đến khi y");
  for (guint i = 0; i < 400; i++)
    g_string_append (body, "…");
  g_string_append_c (body, '\n');
  {
    g_autoptr (TdPlanReading) reading = read_body (body->str);
    const TdPlanAward *award = g_ptr_array_index (reading->award_forms, 0);

    g_assert_true (g_utf8_validate (award->authority, -1, NULL));
    g_assert_true (reading->end.text != NULL && g_utf8_validate (reading->end.text, -1, NULL));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-reader-offices/signers", test_signers);
  g_test_add_func ("/plan-reader-offices/recipients", test_recipients);
  g_test_add_func ("/plan-reader-offices/issuers", test_issuers);
  g_test_add_func ("/plan-reader-offices/deadlines", test_deadlines);
  g_test_add_func ("/plan-reader-offices/titled-deadlines", test_titled_deadlines);
  g_test_add_func ("/plan-reader-offices/awards", test_awards);
  g_test_add_func ("/plan-reader-offices/bases", test_bases);
  g_test_add_func ("/plan-reader-offices/assignees", test_assignees);
  g_test_add_func ("/plan-reader-offices/title", test_title);
  g_test_add_func ("/plan-reader-offices/long-names", test_long_names);
  g_test_add_func ("/plan-reader-offices/groups", test_groups);
  g_test_add_func ("/plan-reader-offices/named-groups", test_named_groups);
  g_test_add_func ("/plan-reader-offices/ragged", test_ragged);
  g_test_add_func ("/plan-reader-offices/placed-deadlines", test_placed_deadlines);
  g_test_add_func ("/plan-reader-offices/periods", test_periods);
  g_test_add_func ("/plan-reader-offices/scan", test_scan);
  g_test_add_func ("/plan-reader-offices/running-lines", test_running_lines);
  return g_test_run ();
}
