/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <string.h>

#include "td-plan-extract.h"
#include "td-plan-reader.h"

/* Pages drawn here, word by word, read by thidua-reader. */

#define WIDTH  595.0
#define HEIGHT 842.0
#define SIZE   14.0
#define LEFT   85.0
#define RIGHT  540.0

typedef struct
{
  double x, y, size;
  const char *text; /* "\f" begins a page */
} Text;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_t *
begin_pdf (GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_select_font_face (cr, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  return cr;
}

static GBytes *
end_pdf (cairo_t *cr, GByteArray *bytes)
{
  cairo_surface_finish (cairo_get_target (cr));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return g_byte_array_free_to_bytes (bytes);
}

static void
show (cairo_t *cr, double x, double y, double size, const char *text)
{
  cairo_set_font_size (cr, size);
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, text);
}

static GBytes *
make_pdf (const Text *texts, guint n)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_t *cr = begin_pdf (bytes);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (texts[i].text, "\f"))
      cairo_show_page (cr);
    else
      show (cr, texts[i].x, texts[i].y, texts[i].size, texts[i].text);
  cairo_show_page (cr);
  return end_pdf (cr, bytes);
}

/* A paragraph as a program sets it: the first line drawn in, the others as long as there is room. */
static double
set_paragraph (cairo_t *cr, double y, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double x = LEFT + 36;

  cairo_set_font_size (cr, SIZE);
  for (guint i = 0; words[i] != NULL; i++)
    {
      cairo_text_extents_t extents;

      cairo_text_extents (cr, words[i], &extents);
      if (x + extents.x_advance > RIGHT)
        {
          x = LEFT;
          y += 18;
        }
      show (cr, x, y, SIZE, words[i]);
      x += extents.x_advance + 4;
    }
  return y + 18;
}

static TdPlanExtract *
extract (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  TdPlanExtract *self = td_plan_extract_read (bytes, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return self;
}

/* The lines that hold something. */
static void
check_lines (TdPlanExtract *self, const char *const *expected)
{
  g_auto (GStrv) lines = g_strsplit (td_plan_extract_get_text (self, NULL), "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_assert_cmpstr (lines[i], ==, expected[n++]);
  g_assert_null (expected[n]);
}

static void
test_columns (void)
{
  static const Text texts[] = {
    { 100, 80, 13, "ỦY BAN NHÂN DÂN" },
    { 290, 80, 13, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
    { 110, 96, 13, "TỈNH NINH HÀ" },
    { 340, 96, 13, "Độc lập - Tự do - Hạnh phúc" },
    { 105, 126, 13, "Số: 77/KH-UBND" },
    { 330, 126, 13, "Ninh Hà, ngày 9 tháng 4 năm 2027" },
    { 270, 160, 14, "KẾ HOẠCH" },
    { LEFT, 200, 14, "I. MỤC ĐÍCH" },
    { LEFT, 225, 14, "1." },
    { LEFT + 36, 225, 14, "Phát động phong trào thi đua làm đường giao thông" },
    { LEFT, 250, 14, "Hết./." },
    /* The small letters on the left stand closer than the large ones on the right. */
    { LEFT, 300, 12, "Nơi nhận:" },
    { 340, 300, 14, "TM. ỦY BAN NHÂN DÂN" },
    { LEFT, 314, 11, "- Sở Nội vụ (b/c);" },
    { 385, 318, 14, "CHỦ TỊCH" },
    { LEFT, 327, 11, "- Sở Xây dựng;" },
    { LEFT, 340, 11, "- Lưu: VT." },
    { 375, 400, 14, "Lý Thanh Tùng" },
  };
  static const char *const expected[] = { "ỦY BAN NHÂN DÂN", "TỈNH NINH HÀ", "Số: 77/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                                          "Ninh Hà, ngày 9 tháng 4 năm 2027", "KẾ HOẠCH", "I. MỤC ĐÍCH", "1. Phát động phong trào thi đua làm đường giao thông", "Hết./.",
                                          "Nơi nhận:", "- Sở Nội vụ (b/c);", "- Sở Xây dựng;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lý Thanh Tùng", NULL };
  g_autoptr (GBytes) bytes = make_pdf (texts, G_N_ELEMENTS (texts));
  g_autoptr (TdPlanExtract) self = extract (bytes);

  check_lines (self, expected);
}

#define LONG                                                                                                                                                                        \
  "Các sở, ban, ngành và Ủy ban nhân dân các xã, phường tổ chức thực hiện phong trào thi đua thiết thực, hiệu quả, gắn với nhiệm vụ của " \
  "từng cơ quan, đơn vị, địa phương trong năm."

/* Page numbers, running heads and a footnote stand between the lines of a paragraph. */
static void
test_furniture (void)
{
  static const char *const expected[] = { "KẾ HOẠCH", LONG, LONG " Hết.", "- Một.", "- Hai.", LONG, "Hết./.", NULL };
  GByteArray *array = g_byte_array_new ();
  cairo_t *cr = begin_pdf (array);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TdPlanExtract) self = NULL;
  double y;

  show (cr, 280, 70, SIZE, "KẾ HOẠCH");
  y = set_paragraph (cr, 110, LONG);
  set_paragraph (cr, y, LONG " Hết.");
  show (cr, LEFT, 780, 10, "1 Xem văn bản kèm theo.");
  show (cr, 290, 810, SIZE, "1");
  cairo_show_page (cr);
  show (cr, LEFT, 40, 11, "Kế hoạch thi đua, bản 2");
  show (cr, 290, 55, SIZE, "2");
  show (cr, LEFT, 90, SIZE, "- Một.");
  show (cr, LEFT, 108, SIZE, "- Hai.");
  cairo_show_page (cr);
  show (cr, LEFT, 40, 11, "Kế hoạch thi đua, bản 3");
  show (cr, 290, 55, SIZE, "3");
  y = set_paragraph (cr, 90, LONG);
  show (cr, LEFT, y + 20, SIZE, "Hết./.");
  cairo_show_page (cr);
  bytes = end_pdf (cr, array);
  self = extract (bytes);
  check_lines (self, expected);
}

typedef struct
{
  GCancellable *cancellable;
  guint last, n_pages, stop_at;
} Told;

static void
told_cb (guint page, guint n_pages, gpointer user_data)
{
  Told *told = user_data;

  g_assert_cmpuint (page, ==, told->last + 1);
  told->last = page;
  told->n_pages = n_pages;
  if (page == told->stop_at)
    g_cancellable_cancel (told->cancellable);
}

static void
test_pages (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GByteArray *array = g_byte_array_new ();
  cairo_t *cr = begin_pdf (array);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TdPlanExtract) self = NULL;
  g_autoptr (GError) error = NULL;
  Told told = { cancellable, 0, 0, 0 };

  for (guint page = 0; page < 60; page++)
    {
      set_paragraph (cr, 100, LONG);
      cairo_show_page (cr);
    }
  bytes = end_pdf (cr, array);
  self = td_plan_extract_read (bytes, told_cb, &told, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told.last, ==, 60);
  g_assert_cmpuint (told.n_pages, ==, 60);

  told = (Told){ cancellable, 0, 0, 7 };
  g_assert_null (td_plan_extract_read (bytes, told_cb, &told, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (told.last, ==, 7);
}

static void
test_refused (void)
{
  static const Text stamp[] = { { 400, 60, 9, "Ký bởi: Văn phòng" } };
  g_autoptr (GBytes) scan = make_pdf (stamp, G_N_ELEMENTS (stamp));
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (scan, 0, g_bytes_get_size (scan) / 4);
  g_autoptr (GError) error = NULL;

  g_assert_null (td_plan_extract_read (scan, NULL, NULL, NULL, &error));
  g_assert_error (error, TD_PLAN_READER_ERROR, TD_PLAN_READER_ERROR_NOT_TEXT);
  g_assert_nonnull (strstr (error->message, "scan"));
  g_clear_error (&error);
  g_assert_null (td_plan_extract_read (half, NULL, NULL, NULL, &error));
  g_assert_error (error, TD_PLAN_READER_ERROR, TD_PLAN_READER_ERROR_NOT_TEXT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-extract/columns", test_columns);
  g_test_add_func ("/plan-extract/furniture", test_furniture);
  g_test_add_func ("/plan-extract/pages", test_pages);
  g_test_add_func ("/plan-extract/refused", test_refused);
  return g_test_run ();
}
