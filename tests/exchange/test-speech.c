/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-speech.h"
#include "td-speech-words.h"

/* Posts and units as a master of ceremonies reads them, with the list that is shipped. */

static const struct
{
  const char *written, *spoken, *doubts;
} cases[] = {
  { "Chủ tịch UBND xã Ea Kar", "Chủ tịch Ủy ban nhân dân xã Ea Kar", "" },
  { "PCT HĐND phường Tân Lập", "Phó Chủ tịch Hội đồng nhân dân phường Tân Lập", "" },
  { "Hiệu trưởng Trường THPT Chu Văn An", "Hiệu trưởng Trường trung học phổ thông Chu Văn An", "" },
  { "Trường TH&THCS Lê Lợi", "Trường tiểu học và trung học cơ sở Lê Lợi", "" },
  { "Trung tâm GDNN-GDTX, TP. Buôn Ma Thuột", "Trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên, thành phố Buôn Ma Thuột", "" },
  { "TP.Huế", "thành phố Huế", "" },
  { "TP.HCM", "Thành phố Hồ Chí Minh", "" },
  { "TX. Buôn Hồ", "thị xã Buôn Hồ", "" },
  { "P. Tân An", "phường Tân An", "P." },
  { "TP Tổ chức", "Trưởng phòng Tổ chức", "TP" },
  { "Quân khu V", "Quân khu năm", "" },
  { "Chi cục Hải quan khu vực XIV", "Chi cục Hải quan khu vực mười bốn", "" },
  { "Chuyên khoa II", "Chuyên khoa hai", "" },
  { "V. A. Ninh", "V. A. Ninh", "" },
  { "Tổ dân phố 5", "Tổ dân phố năm", "" },
  { "Tổ dân phố 05", "Tổ dân phố không năm", "" },
  { "Trung đoàn 584", "Trung đoàn năm trăm tám mươi tư", "" },
  { "Trường Tiểu học 30/4", "Trường Tiểu học ba mươi tháng tư", "" },
  { "Nông trường 22/12", "Nông trường hai mươi hai tháng mười hai", "" },
  { "lớp 12A3", "lớp mười hai A ba", "" },
  { "Công ty CP Cà phê 719", "Công ty cổ phần Cà phê bảy trăm mười chín", "" },
  { "Công ty TNHH MTV Cà phê 49", "Công ty trách nhiệm hữu hạn một thành viên Cà phê bốn mươi chín", "" },
  { "Phòng QLCLB", "Phòng QLCLB", "QLCLB" },
  { "Ban VSTBPN xã", "Ban VSTBPN xã", "VSTBPN" },
  { "Đội K9", "Đội K chín", "" },
  { "UBND TỈNH ĐẮK LẮK", "Ủy ban nhân dân TỈNH ĐẮK LẮK", "" },
  { "ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN", "" },
  { "Bộ CHQS tỉnh", "Bộ CHQS tỉnh", "CHQS" },
  { "Đảng bộ xã", "Đảng bộ xã", "" },
  { "Buôn Kđăm, xã Krông Pắc", "Buôn Kđăm, xã Krông Pắc", "" },
  { "Y Bhiông Niê Kđăm", "Y Bhiông Niê Kđăm", "" },
  { "0912345678", "không chín một hai ba bốn năm sáu bảy tám", "" },
  { "", "", "" },
  { "UBNDX", "UBNDX", "UBNDX" },
  { "Xã NTM kiểu mẫu; UBND; UBND", "Xã nông thôn mới kiểu mẫu; Ủy ban nhân dân; Ủy ban nhân dân", "" },
  { "QLCLB và QLCLB", "QLCLB và QLCLB", "QLCLB" },
  { "45/13", "bốn mươi lăm/mười ba", "" },
};

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdSpeech) speech = td_speech_words_load (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *spoken = td_speech_read (speech, cases[i].written, doubts);
      g_autofree char *told = NULL;

      g_ptr_array_add (doubts, NULL);
      told = g_strjoinv ("|", (char **) doubts->pdata);
      g_assert_cmpstr (spoken, ==, cases[i].spoken);
      g_assert_cmpstr (told, ==, cases[i].doubts);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/read", test_read);
  return g_test_run ();
}
