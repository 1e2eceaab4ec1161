/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A batch of the hardest certificates there are, for test-hard-batch.py to measure:
 *   draw-hard-batch list
 *   draw-hard-batch TEMPLATE N OUT.pdf OUT.txt
 * The text file has a line for each box of each page, cells divided by tabs: page, box, x, y, width,
 * height in millimetres, side it keeps to, and what it is to say. Nobody in it exists. */
#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "td-certificate-fields.h"
#include "td-certificate-document.h"
#include "td-finding.h"
#include "td-award-wording.h"
#include "td-samples.h"
#include "td-template-reader.h"

static const char *const peoples[] = {
  "Y Bhiông Niê Kđăm", "H’Ăng Niê", "H’Rưn Mlô Duôn Du", "Y Thịnh Niê Siêng", "Y Bham Êñuôl", "Pi Năng Thị Hà", "Ka Să Ha Nhì",
  "Rcăm H’Nhur Ksor", "Lò Thị Pó", "Sùng A Dơ", "Cil Yũ K’Brửm", "Rơ Châm Jri H’Ngéo", "Đinh Thị Xuân Thơm Ngãi", "Tôn Nữ Công Huyền Trân"
};
static const char *const ranks[] = { "Thượng tá", "Đại tá", "Thiếu tướng", "Trung úy", "Bác sĩ", "Nghệ nhân", "Già làng" };
static const char *const religious[] = { "Thích Thiện Tâm", "Giuse Trần Văn Khả", "Thích Nữ Diệu Hạnh", "Maria Nguyễn Thị Ngọc Ánh Tuyết" };
static const char *const titles[] = { "Hòa thượng", "Linh mục", "Ni sư", "Nữ tu" };
static const char *const foreigners[] = { "Jean-Baptiste Emmanuel Dupont de la Rochefoucauld", "Katherine O’Connor-Fitzgerald", "Kim Min-jun",
                                          "Somchai Wongsawat Chaiyaphum", "Åsa Björnsdóttir Müller" };
static const char *const collectives[] = {
  "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường Buôn Ma Thuột",
  "Nhân dân và cán bộ các cơ quan Đảng, chính quyền, Mặt trận Tổ quốc và các tổ chức chính trị - xã hội xã Dliê Ya",
  "Ban Quản lý Dự án đầu tư xây dựng các công trình giao thông và nông nghiệp phát triển nông thôn tỉnh Đắk Lắk",
  "Trường Phổ thông Dân tộc nội trú Trung học cơ sở và Trung học phổ thông Nơ Trang Lơng",
  "Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ, Công an tỉnh Đắk Lắk",
  "Sở Y tế",
  "Công ty Trách nhiệm hữu hạn Một thành viên Cà phê - Ca cao Tháng 10",
  "Hội đồng Phối hợp phổ biến, giáo dục pháp luật xã Ea Kar",
};
static const char *const posts[] = {
  "Phó Trưởng phòng Thi đua - Khen thưởng", "Ủy viên Ban Thường vụ Đảng ủy, Phó Chủ tịch Thường trực Hội đồng nhân dân", "Chuyên viên",
  "Chi hội trưởng Chi hội Nông dân thôn 5", "Trưởng Công an xã Ea Kar", NULL
};
static const char *const units[] = {
  "Sở Nội vụ tỉnh Đắk Lắk", "Ủy ban nhân dân xã Dliê Ya, tỉnh Đắk Lắk", "Công an xã Ea Kar, tỉnh Đắk Lắk",
  "Trường Trung học phổ thông chuyên Nguyễn Du, phường Buôn Ma Thuột, tỉnh Đắk Lắk", "Xã Cư M’gar, tỉnh Đắk Lắk"
};
static const char *const deeds[] = {
  "Đã có thành tích xuất sắc trong phong trào thi đua lập thành tích chào mừng Đại hội đại biểu Đảng bộ tỉnh Đắk Lắk lần thứ XVIII, nhiệm kỳ 2025 - 2030",
  "Đã có thành tích đặc biệt xuất sắc đột xuất, dũng cảm cứu người trong lũ ngày 19 tháng 11 năm 2025",
  "Đã hiến 1.200 m² đất mở rộng đường giao thông nông thôn năm 2026",
  "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước “Cả nước chung sức xây dựng nông thôn mới”, phong trào thi đua “Vì người nghèo - "
  "Không để ai bị bỏ lại phía sau” giai đoạn 2021 - 2025, góp phần vào sự nghiệp xây dựng chủ nghĩa xã hội và bảo vệ Tổ quốc",
  "Đã có nhiều thành tích",
};

#define PICK(list, n) (list[(n) % G_N_ELEMENTS (list)])

/* Two family names, three middle ones and two given ones. */
static char *
make_long_name (const TdSamples *samples, TdSampleSex sex, GRand *rand)
{
  const TdSampleNames *names = &samples->names[sex];
  GString *name = g_string_new (td_sample_words_pick (names->family, g_rand_int (rand)));

  g_string_append_printf (name, " %s", td_sample_words_pick (names->family, g_rand_int (rand)));
  for (guint i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    g_string_append_printf (name, " %s", td_sample_words_pick (names->middle, g_rand_int (rand)));
  g_string_append_printf (name, " %s", td_sample_words_pick (names->given, g_rand_int (rand)));
  return g_string_free (name, FALSE);
}

static TdSubject *
make_subject (const TdSamples *samples, GRand *rand, guint n, TdOtherName **other)
{
  const gboolean female = n % 2 == 1;
  g_autofree char *long_name = make_long_name (samples, female ? TD_SAMPLE_FEMALE : TD_SAMPLE_MALE, rand);
  const char *name = long_name, *kind = "person", *address = NULL, *nationality = NULL;

  *other = NULL;
  switch (n % 10)
    {
    case 3: name = PICK (peoples, n / 10); break;
    case 4: address = PICK (ranks, n / 10); break;
    case 5:
      address = PICK (titles, n / 10);
      *other = g_object_new (TD_TYPE_OTHER_NAME, "kind", "religious", "name", PICK (religious, n / 10), NULL);
      break;
    case 6: kind = "household"; break;
    case 7:
    case 8:
      kind = "collective";
      name = PICK (collectives, n / 10);
      break;
    case 9:
      name = PICK (foreigners, n / 10);
      nationality = "Cộng hòa Pháp";
      break;
    default: break;
    }
  return g_object_new (TD_TYPE_SUBJECT, "kind", kind, "name", name, "sex", female ? "female" : "male", "address-form", address, "nationality", nationality, NULL);
}

static GHashTable *
make_recipient (const TdSamples *samples, GRand *rand, guint n, const TdDecision *decision, const TdGiver *giver, const TdWording *wording)
{
  g_autoptr (TdOtherName) other = NULL;
  g_autoptr (TdSubject) subject = make_subject (samples, rand, n, &other);
  const gboolean person = g_str_equal (subject->kind, "person"), household = g_str_equal (subject->kind, "household");
  g_autofree char *printed = td_award_wording_printed_name_with (subject, other);
  g_autoptr (TdAward) award = g_object_new (TD_TYPE_AWARD, "subject-name", subject->name, "subject-kind", subject->kind, "printed-name", printed,
                                            "post", person ? PICK (posts, n / 7) : NULL, "unit-name", PICK (units, n / 3),
                                            "residence", household ? "Thôn 5, buôn Akõ Dhông, xã Dliê Ya" : NULL,
                                            "award-form", n % 4 == 0 ? "Bằng khen" : "Giấy khen", "achievement", PICK (deeds, n / 11),
                                            "posthumous", n % 29 == 0, "register-year", (gint64) 2026, "register-number", (gint64) 12000 + n, NULL);

  return td_certificate_fields_new (decision, giver, award, subject, wording);
}

static void
tell_boxes (GString *told, TdTemplate *template, GHashTable *fields, guint page)
{
  static const char *const sides[] = { "start", "center", "end" };

  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (template, i);
      g_autofree char *text = NULL;

      if (!td_template_box_applies (box, fields))
        continue;
      text = td_template_box_expand (box, fields, NULL);
      g_strdelimit (text, "\n\t", ' ');
      g_string_append_printf (told, "%u\t%s\t%.3f\t%.3f\t%.3f\t%.3f\t%s\t%s\n", page, box->id, box->area.x, box->area.y, box->area.width, box->area.height,
                              sides[box->align], text);
    }
}

static TdTemplate *
find_template (GPtrArray *templates, const char *id)
{
  for (guint i = 0; i < templates->len; i++)
    if (strcmp (td_template_get_id (g_ptr_array_index (templates, i)), id) == 0)
      return g_ptr_array_index (templates, i);
  g_error ("no template %s", id);
}

static void
draw (TdTemplate *template, guint n_pages, const char *pdf, const char *boxes)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) glue = td_keep_together_load_shipped (NULL);
  g_autoptr (TdSamples) samples = td_samples_load (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3000);
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_autoptr (TdDecision) decision = g_object_new (TD_TYPE_DECISION, "number", "1287/QĐ-UBND", "date", "2026-08-25", "state", "issued",
                                                  "signer-capacity", "KT. Chủ tịch", "signer-position", "Phó Chủ tịch Thường trực",
                                                  "signer-name", "Nguyễn Đặng Thị Thu Nguyệt", NULL);
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk", "level", "province", "place", "Đắk Lắk", NULL);
  g_autoptr (TdWording) wording = td_wording_new_usual ();
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TdCertificateDocument) document = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const TdPdfInfo info = { "Bằng khen", "Ủy ban nhân dân tỉnh Đắk Lắk", TRUE };

  for (guint n = 0; n < n_pages; n++)
    {
      g_ptr_array_add (recipients, make_recipient (samples, rand, n, decision, giver, wording));
      tell_boxes (told, template, g_ptr_array_index (recipients, n), n + 1);
    }
  document = td_certificate_document_new (template, recipients, (const char *const *) glue, TD_CERTIFICATE_ON_STOCK);
  /* Every text there is, without the drawings between which poppler takes long to look for it. */
  g_hash_table_insert (parts, (char *) "ornament", (char *) "");
  g_hash_table_insert (parts, (char *) "emblem", (char *) "");
  td_certificate_document_set_stock (document, parts, NULL);
  findings = td_certificate_document_check (document, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->rule, "certificate-empty-field") != 0)
        g_print ("%s: %s: %s\n", finding->rule, finding->where, finding->text);
    }
  if (!td_document_write_pdf_with (TD_DOCUMENT (document), pdf, &info, NULL, NULL, NULL, &error) || !g_file_set_contents (boxes, told->str, told->len, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) templates = td_templates_load_shipped (NULL);

  setlocale (LC_ALL, "");
  if (argc == 2)
    for (guint i = 0; i < templates->len; i++)
      g_print ("%s\n", td_template_get_id (g_ptr_array_index (templates, i)));
  else if (argc == 5)
    draw (find_template (templates, argv[1]), atoi (argv[2]), argv[3], argv[4]);
  else
    return 2;
  return 0;
}
