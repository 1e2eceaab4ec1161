/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "td-letter-writer.h"
#include "td-plan-extract.h"

/* Any letter as .odt and .docx, read again line by line by the readers of such files. */

#define LONG_WORD "Nghiêngngảnghiêngngửanghiêngngảnghiêngngửanghiêngngảnghiêngngửanghiêngngả"

static const char *const endings[] = { "odt", "docx" };

/* As wide as a letter is, about; what is measured here are the places, not the face. */
static double
fit_cb (const char *text, double size, gboolean bold, gboolean italic, double width, double *widest, gpointer user_data)
{
  double natural = g_utf8_strlen (text, -1) * size * 0.17;

  *widest = MIN (natural, width);
  return *widest;
}

static gboolean
write_letter (const TdLetter *letter, const char *path, GError **error)
{
  const TdLetterWriting writing = { "Thử", 1767225600, fit_cb, NULL };

  return td_letter_write (letter, &writing, path, error);
}

static char *
make_path (const char *folder, const char *name, const char *ending)
{
  g_autofree char *file = g_strconcat (name, ".", ending, NULL);

  return g_build_filename (folder, file, NULL);
}

/* The lines a person sees, one under the other. */
static char *
read_lines (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPlanExtract) extract = td_plan_extract_read_file (path, NULL, NULL, NULL, &error);
  const char *text;
  gsize length;

  g_assert_no_error (error);
  text = td_plan_extract_get_text (extract, &length);
  return g_strndup (text, length);
}

/* Every text in its order; each behind the one before. */
static void
assert_order (const char *text, const char *const *words, const char *path)
{
  const char *at = text;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (at, words[i]);

      if (found == NULL)
        g_error ("%s: “%s” is not behind “%.60s” in:\n%s", path, words[i], i > 0 ? words[i - 1] : "", text);
      at = found + strlen (words[i]);
    }
}

static void
set_official (TdLetter *letter)
{
  letter->state = g_strdup ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  letter->motto = g_strdup ("Độc lập - Tự do - Hạnh phúc");
  letter->governing_body = g_strdup ("ỦY BAN NHÂN DÂN TỈNH MẪU");
  letter->issuing_body = g_strdup ("SỞ NỘI VỤ");
  letter->number = g_strdup ("Số: 12/SNV-TĐKT");
  letter->place_date = g_strdup ("Mẫu, ngày 05 tháng 01 năm 2026");
  letter->signer_position = g_strdup ("GIÁM ĐỐC");
  letter->signer_name = g_strdup ("Nguyễn Văn Thí Dụ");
  letter->recipients_label = g_strdup ("Nơi nhận:");
  g_ptr_array_add (letter->recipients, g_strdup ("Như trên;"));
  g_ptr_array_add (letter->recipients, g_strdup ("Lưu: VT."));
}

typedef void (*Fill) (TdLetter *letter);

static void
fill_to_one (TdLetter *letter)
{
  letter->about = g_strdup ("V/v báo cáo kết quả phong trào thi đua năm 2025");
  letter->addressees_label = g_strdup ("Kính gửi:");
  g_ptr_array_add (letter->addressees, g_strdup ("Sở Y tế."));
  td_letter_add_section (letter->sections, TD_MARKER_TEXT, 1, NULL, NULL, "Đến nay Sở Nội vụ chưa nhận được báo cáo.");
}

static void
fill_to_several (TdLetter *letter)
{
  letter->addressees_label = g_strdup ("Kính gửi:");
  g_ptr_array_add (letter->addressees, g_strdup ("Sở Y tế;"));
  g_ptr_array_add (letter->addressees, g_strdup ("Sở Tài chính."));
  letter->closing = g_strdup ("Đề nghị các cơ quan quan tâm./.");
}

static void
fill_sections (TdLetter *letter)
{
  letter->type_name = g_strdup ("KẾ HOẠCH");
  letter->abstract = g_strdup ("Thi đua");
  td_letter_add_section (letter->sections, TD_MARKER_ROMAN, 1, "Chương I", "Quy định chung", NULL);
  td_letter_add_section (letter->sections, TD_MARKER_ARTICLE, 2, "Điều 1.", "Phạm vi", NULL);
  td_letter_add_section (letter->sections, TD_MARKER_ARABIC, 3, "1.", NULL, "Khoản không tên.");
  td_letter_add_section (letter->sections, TD_MARKER_ARABIC, 3, "2.", "Khoản có tên", "có lời.");
  td_letter_add_section (letter->sections, TD_MARKER_LETTER, 4, "a)", NULL, "Điểm một:");
  td_letter_add_section (letter->sections, TD_MARKER_DASH, 5, "-", NULL, "gạch;");
  td_letter_add_section (letter->sections, TD_MARKER_PLUS, 6, "+", NULL, "cộng.");
  td_letter_add_section (letter->sections, TD_MARKER_ROMAN, 1, "II.", "Tổ chức thực hiện", "Ngay.");
  td_letter_add_section (letter->sections, TD_MARKER_DECIMAL, 2, "2.1.", "Việc", NULL);
}

static void
fill_strange (TdLetter *letter)
{
  char **cells = g_new0 (char *, 3);
  TdLetterTable *table;

  g_free (letter->issuing_body);
  letter->issuing_body = g_strdup ("A & B < C > D \"E\" 'G'");
  td_letter_add_section (letter->sections, TD_MARKER_TEXT, 1, NULL, NULL, "hai  blank   ba\ttab\nxuống dòng \x01\x0c]]>");
  td_letter_add_section (letter->sections, TD_MARKER_TEXT, 1, NULL, NULL, "");
  td_letter_add_section (letter->sections, TD_MARKER_TEXT, 0, NULL, "Tên", "lời");
  table = td_letter_add_table (letter, "BẢNG");
  td_letter_table_add_column (table, LONG_WORD, 1, TD_LETTER_ALIGN_LEFT);
  td_letter_table_add_column (table, "Số", 100, TD_LETTER_ALIGN_RIGHT);
  td_letter_table_add_head (table, "I. NHÓM");
  cells[0] = g_strdup ("<ô>");
  cells[1] = g_strdup ("1.000");
  td_letter_table_take_cells (table, cells);
  table->closing = g_strdup ("Cuối bảng.");
  td_letter_add_table (letter, NULL); /* without columns */
  g_ptr_array_add (letter->signatures, g_strdup ("NGƯỜI GIAO"));
  g_ptr_array_add (letter->signatures, g_strdup ("NGƯỜI NHẬN"));
  td_letter_add_appendix (letter, "Phụ lục I", "TRỐNG", NULL);
}

static const struct
{
  const char *name;
  Fill fill;
  const char *const words[20];
} cases[] = {
  { "to-one", fill_to_one, { "ỦY BAN NHÂN DÂN TỈNH MẪU", "SỞ NỘI VỤ", "Số: 12/SNV-TĐKT", "V/v báo cáo kết quả", "Kính gửi: Sở Y tế.", "Đến nay", "Nơi nhận:", "- Như trên;", "GIÁM ĐỐC", "Nguyễn Văn Thí Dụ" } },
  { "to-several", fill_to_several, { "Kính gửi:", "- Sở Y tế;", "- Sở Tài chính.", "Đề nghị các cơ quan quan tâm./.", "Nơi nhận:" } },
  { "sections", fill_sections, { "KẾ HOẠCH", "Thi đua", "Chương I\nQUY ĐỊNH CHUNG", "Điều 1. Phạm vi\n", "1. Khoản không tên.", "2. Khoản có tên: có lời.", "a) Điểm một:", "- gạch;", "+ cộng.", "II. TỔ CHỨC THỰC HIỆN: Ngay.", "2.1. Việc\n" } },
  { "strange", fill_strange, { "A & B < C > D \"E\" 'G'", "hai  blank   ba", "tab\nxuống dòng ]]>", "Tên: lời", "BẢNG", LONG_WORD, "I. NHÓM", "<ô>", "1.000", "Cuối bảng.", "NGƯỜI GIAO", "(Ký, ghi rõ họ tên)", "NGƯỜI NHẬN", "Nơi nhận:", "Phụ lục I", "TRỐNG" } },
};

static void
test_texts (void)
{
  g_autofree char *folder = g_dir_make_tmp ("td-letter-writer-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
      {
        g_autofree char *path = make_path (folder, cases[i].name, endings[j]);
        g_autoptr (TdLetter) letter = td_letter_new ();
        g_autoptr (GError) error = NULL;
        g_autofree char *text = NULL;

        set_official (letter);
        cases[i].fill (letter);
        write_letter (letter, path, &error);
        g_assert_no_error (error);
        text = read_lines (path);
        assert_order (text, cases[i].words, path);
        g_unlink (path);
      }
  g_rmdir (folder);
}

/* The same letter makes the same file. */
static void
test_same_bytes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("td-letter-writer-XXXXXX", NULL);

  for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
    {
      char *contents[2] = { NULL };
      gsize lengths[2];

      for (guint k = 0; k < 2; k++)
        {
          g_autofree char *path = make_path (folder, "same", endings[j]);
          g_autoptr (TdLetter) letter = td_letter_new ();
          g_autoptr (GError) error = NULL;

          set_official (letter);
          fill_strange (letter);
          write_letter (letter, path, &error);
          g_assert_no_error (error);
          g_file_get_contents (path, &contents[k], &lengths[k], &error);
          g_assert_no_error (error);
          g_unlink (path);
        }
      g_assert_cmpmem (contents[0], lengths[0], contents[1], lengths[1]);
      g_free (contents[0]);
      g_free (contents[1]);
    }
  g_rmdir (folder);
}

static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("td-letter-writer-XXXXXX", NULL);
  g_autofree char *good = make_path (folder, "cards", "odt");
  g_autofree char *other = make_path (folder, "letter", "rtf");
  g_autoptr (TdLetter) letter = td_letter_new ();
  g_autoptr (GError) error = NULL;

  set_official (letter);
  g_assert_false (write_letter (letter, other, &error));
  g_assert_error (error, TD_LETTER_WRITER_ERROR, TD_LETTER_WRITER_ERROR_ENDING);
  g_clear_error (&error);
  td_letter_add_card (letter, NULL);
  g_assert_false (write_letter (letter, good, &error));
  g_assert_error (error, TD_LETTER_WRITER_ERROR, TD_LETTER_WRITER_ERROR_CARDS);
  g_assert_false (g_file_test (good, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing is left in it */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-writer/texts", test_texts);
  g_test_add_func ("/letter-writer/same-bytes", test_same_bytes);
  g_test_add_func ("/letter-writer/refused", test_refused);
  return g_test_run ();
}
