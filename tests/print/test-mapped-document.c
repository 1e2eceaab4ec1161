/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "td-calibration-solver.h"
#include "td-certificate-document.h"
#include "td-mapped-document.h"
#include "td-template-reader.h"

/* Poppler says where words and dark places stand on pages drawn through a map. */

#define POINTS_PER_MM (72.0 / 25.4)
#define DPI           100

static char *folder;

static GHashTable *
make_fields (void)
{
  GHashTable *fields = g_hash_table_new (g_str_hash, g_str_equal);
  static const char *const same[][2] = {
    { TD_CERTIFICATE_ISSUER_TITLE, "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk" },
    { TD_CERTIFICATE_GIFT_WORD, "Tặng" },
    { TD_CERTIFICATE_FORM_TITLE, "Bằng khen" },
    { TD_CERTIFICATE_SUBJECT_LINE, "Ông Y Bhiông Niê Kđăm" },
    { TD_CERTIFICATE_POST_LINE, "Trưởng buôn Akõ Dhông, phường Buôn Ma Thuột" },
    { TD_CERTIFICATE_ACHIEVEMENT, "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026" },
    { TD_CERTIFICATE_DECISION_LINE, "Quyết định số 1287/QĐ-UBND ngày 25 tháng 8 năm 2026" },
    { TD_CERTIFICATE_REGISTER_LINE, "Số sổ vàng: 1000" },
    { TD_CERTIFICATE_PLACE_DATE, "Đắk Lắk, ngày 25 tháng 8 năm 2026" },
    { TD_CERTIFICATE_SIGNER_CAPACITY, "KT. Chủ tịch" },
    { TD_CERTIFICATE_SIGNER_POSITION, "Phó Chủ tịch" },
    { TD_CERTIFICATE_SIGNER_NAME, "Nguyễn Thị Thu Nguyệt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_hash_table_insert (fields, (char *) same[i][0], (char *) same[i][1]);
  return fields;
}

static TdDocument *
make_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = td_templates_load_shipped (&error);
  g_auto (GStrv) keep_together = td_keep_together_load_shipped (&error);
  g_autoptr (GPtrArray) recipients = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (recipients, make_fields ());
  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (td_template_get_id (g_ptr_array_index (templates, i)), "bang-khen-tinh-a3"))
      return TD_DOCUMENT (td_certificate_document_new (g_ptr_array_index (templates, i), recipients, (const char *const *) keep_together,
                                                       TD_CERTIFICATE_WITH_ORNAMENT));
  g_assert_not_reached ();
}

static char *
write_pdf (TdDocument *document, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  td_document_write_pdf (document, path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* What a tool prints; NULL with the test skipped when it is not there. */
static char *
ask (gsize *length, const char *tool, const char *const *args)
{
  g_autofree char *found = g_find_program_in_path (tool);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  if (found == NULL)
    {
      g_test_skip (tool);
      return NULL;
    }
  g_ptr_array_add (argv, found);
  for (guint i = 0; args[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) args[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_bytes_unref_to_data (g_steal_pointer (&output), length);
}

typedef struct
{
  double x, y; /* where it begins, halfway up, mm: that is how Poppler places a word that is turned a little */
  double height;
} Word;

static GArray *
read_words (const char *path)
{
  const char *const args[] = { "-bbox", path, "-", NULL };
  gsize length;
  g_autofree char *text = ask (&length, "pdftotext", args);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *p = text != NULL ? g_strstr_len (text, length, "<word ") : NULL; p != NULL; p = g_strstr_len (p, text + length - p, "<word "))
    {
      double box[4];
      Word word;

      for (guint i = 0; i < 4; i++)
        {
          p = strchr (p, '"') + 1;
          box[i] = g_ascii_strtod (p, (char **) &p);
          p = strchr (p, '"') + 1;
        }
      word.x = box[0] / POINTS_PER_MM;
      word.y = (box[1] + box[3]) / 2 / POINTS_PER_MM;
      word.height = (box[3] - box[1]) / POINTS_PER_MM;
      g_array_append_val (words, word);
    }
  return words;
}

static void
test_words (void)
{
  static const TdCalibrationValues values[] = {
    { 2300, -1700, 4000, 4000, 0, 0 },
    { -5000, 3210, -2500, 6000, 0, 0 },
    { 2300, 2300, 4000, 4000, 5236, 0 },
    { 1000, -400, 1000, -3000, -2000, 4000 },
  };
  g_autoptr (TdDocument) document = make_document ();
  g_autofree char *plain = write_pdf (document, "plain.pdf");
  g_autoptr (GArray) places = read_words (plain);

  if (places->len == 0)
    return;
  g_assert_cmpuint (places->len, >, 60);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      cairo_matrix_t map;
      g_autoptr (TdDocument) mapped = NULL;
      g_autofree char *path = NULL;
      g_autoptr (GArray) moved = NULL;
      double width, height, worst = 0;
      guint n = 0;

      g_assert_true (td_calibration_values_get_correction (&values[i], &map));
      mapped = td_mapped_document_new (document, &map);
      td_document_get_page_size (mapped, 1, &width, &height);
      g_assert_true (width == 420 && height == 297);
      path = write_pdf (mapped, "mapped.pdf");
      moved = read_words (path);
      g_assert_cmpuint (moved->len, ==, places->len);
      for (guint k = 0; k < places->len; k++)
        {
          Word word = g_array_index (places, Word, k);
          const Word *found = &g_array_index (moved, Word, k);

          /* Of large letters that are turned Poppler only gives a box around the whole word. */
          if (values[i].rotation != 0 && word.height > 10)
            continue;
          n++;
          cairo_matrix_transform_point (&map, &word.x, &word.y);
          worst = MAX (worst, hypot (found->x - word.x, found->y - word.y));
        }
      g_test_message ("map %u: %u words stand within %.4f mm", i, n, worst);
      g_assert_cmpuint (n, >, 60);
      g_assert_cmpfloat (worst, <, 0.05);
    }
}

static char *
draw_page (const char *path, gsize *length)
{
  const char *const args[] = { "-gray", "-r", G_STRINGIFY (DPI), "-f", "2", "-l", "2", path, NULL };

  return ask (length, "pdftoppm", args);
}

/* Ornament, which enters the file when it is finished, goes through the map as well: moved by
 * whole dots the picture is the same. */
static void
test_ornament (void)
{
  enum
  {
    RIGHT = 12,
    DOWN = 7,
    WIDTH = 1654,
    HEIGHT = 1170
  };
  const double mm_per_dot = 25.4 / DPI;
  cairo_matrix_t map;
  g_autoptr (TdDocument) document = make_document (), mapped = NULL;
  g_autofree char *plain = write_pdf (document, "plain.pdf"), *path = NULL, *before = NULL, *after = NULL;
  gsize length, length_after;
  const guint8 *a, *b;
  guint n_dark = 0, n_other = 0;

  cairo_matrix_init_translate (&map, RIGHT * mm_per_dot, DOWN * mm_per_dot);
  mapped = td_mapped_document_new (document, &map);
  path = write_pdf (mapped, "mapped.pdf");
  before = draw_page (plain, &length);
  after = before != NULL ? draw_page (path, &length_after) : NULL;
  if (after == NULL)
    return;
  g_assert_cmpuint (length, ==, length_after);
  g_assert_cmpuint (length, >, WIDTH * HEIGHT);
  a = (const guint8 *) before + length - WIDTH * HEIGHT;
  b = (const guint8 *) after + length - WIDTH * HEIGHT;
  for (guint y = 0; y < HEIGHT - DOWN; y++)
    for (guint x = 0; x < WIDTH - RIGHT; x++)
      {
        guint8 was = a[y * WIDTH + x], is = b[(y + DOWN) * WIDTH + x + RIGHT];

        n_dark += was < 200;
        n_other += ABS (was - is) > 40;
      }
  g_test_message ("%u dark dots, %u differ", n_dark, n_other);
  g_assert_cmpuint (n_dark, >, 20000);
  g_assert_cmpuint (n_other, <, n_dark / 100);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("thidua-mapped-XXXXXX", NULL);
  g_test_add_func ("/mapped-document/words", test_words);
  g_test_add_func ("/mapped-document/ornament", test_ornament);
  result = g_test_run ();
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "plain.pdf" : "mapped.pdf", NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  return result;
}
