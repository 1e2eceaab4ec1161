/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "td-code.h"
#include "td-code-picture.h"
#include "td-qr.h"
#include "td-sheet.h"

/* What is drawn is read back from a picture of it, and bad pictures give one clear error. */

#define DPI 300.0
#define MM  (DPI / 25.4)

typedef struct
{
  guint n_letters;
  double turned;  /* degrees */
  double smaller; /* the picture, as by a telephone from further away */
  double shade;   /* of the paper */
} Case;

static const Case cases[] = {
  { 20, 0, 1, 1 },
  { 400, 0, 1, 1 },
  { 500, 0, 1, 0.8 },
  { 500, 0.7, 1, 1 },
  { 500, 7, 1, 1 },
  { 500, 90, 1, 1 },
  { 500, 180, 1, 1 },
  { 500, 270, 1, 1 },
  { 500, 0, 0.8, 1 },
  { 500, 0, 2, 1 },  /* 600 dpi */
  { 1009, 0, 1, 1 }, /* the longest claim */
  { 1009, 0, 2, 0.9 },
};

/* Letters as a code has them, different in every place. */
static char *
make_text (guint n)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  GString *text = g_string_new (TD_CODE_PREFIX);
  guint32 state = 20261121;

  while (text->len < n)
    {
      state = state * 1664525 + 1013904223;
      g_string_append_c (text, letters[state >> 27]);
    }
  return g_string_free (text, FALSE);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
to_png (cairo_surface_t *surface)
{
  GByteArray *bytes = g_byte_array_new ();

  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, write_cb, bytes), ==, CAIRO_STATUS_SUCCESS);
  return g_byte_array_free_to_bytes (bytes);
}

/* A piece of paper with codes on it, side by side, as a scanner sees it. */
static GBytes *
make_picture (const char *const *texts, const Case *c)
{
  const double edge = 60 * MM * c->smaller;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (edge * g_strv_length ((char **) texts)), (int) edge);
  cairo_t *cr = cairo_create (surface);
  GBytes *png;

  cairo_set_source_rgb (cr, c->shade, c->shade, c->shade * 0.95);
  cairo_paint (cr);
  cairo_scale (cr, MM * c->smaller, MM * c->smaller);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (TdQr) qr = td_qr_new (texts[i]);
      double size = td_qr_get_size (qr);

      g_test_message ("%zu letters: %u modules, %.1f mm", strlen (texts[i]), td_qr_get_n_modules (qr), size);
      cairo_save (cr);
      cairo_translate (cr, 30.3 + 60 * i, 30.2);
      cairo_rotate (cr, c->turned * G_PI / 180);
      td_qr_draw (qr, cr, -size / 2, -size / 2, size);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  png = to_png (surface);
  cairo_surface_destroy (surface);
  return png;
}

static void
test_read_back (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = make_text (c->n_letters);
  const char *const texts[] = { text, NULL };
  g_autoptr (GBytes) png = make_picture (texts, c);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) codes = td_code_picture_read_codes (png, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (codes), ==, 1);
  g_assert_cmpstr (codes[0], ==, text);
}

static char *
write_file (const char *name, GBytes *bytes)
{
  g_autofree char *folder = g_dir_make_tmp ("thidua-picture-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Among other codes there is ours, as on a sheet with a label of the post office. */
static void
test_which (void)
{
  static const Case plain = { 0, 0, 1, 1 };
  static const struct
  {
    const char *const texts[3];
    const char *found;
  } rows[] = {
    { { "https://example.org", "TD1:AAAA", NULL }, "TD1:AAAA" },
    { { "TD1:AAAA", "TD1:AAAA", NULL }, "TD1:AAAA" },
    { { "TD1:AAAA", "TD1:BBBB", NULL }, NULL },
    { { "https://example.org", "0123456789", NULL }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) png = make_picture (rows[i].texts, &plain);
      g_autofree char *path = write_file ("which.png", png);
      g_autoptr (GError) error = NULL;
      g_autofree char *found = td_code_file_read (path, TD_CODE_PREFIX, NULL, &error);

      g_assert_cmpstr (found, ==, rows[i].found);
      if (rows[i].found == NULL)
        g_assert_error (error, TD_CODE_ERROR, TD_CODE_ERROR_NONE);
      remove_file (path);
    }
}

static void
test_text_file (void)
{
  static const char letter[] = "Kính gửi ông,\r\nmã là TD1:AAAA\r\nBBBB\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (letter, strlen (letter));
  g_autofree char *path = write_file ("letter.txt", bytes);
  g_autofree char *found = td_code_file_read (path, TD_CODE_PREFIX, NULL, NULL);

  g_assert_cmpstr (found, ==, "TD1:AAAA\r\nBBBB\r\n");
  remove_file (path);
}

/* The head of a PNG that says it is as large as a field. */
static GBytes *
make_field (guint32 width, guint32 height)
{
  static const guint8 magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 dots[] = { 0, 0, 255, 255, 'I', 'D', 'A', 'T', 0x78, 0x9c, 0, 0 };
  guint8 head[25] = { 0, 0, 0, 13, 'I', 'H', 'D', 'R', width >> 24, width >> 16, width >> 8, width, height >> 24, height >> 16, height >> 8, height, 8, 0, 0, 0, 0 };
  GByteArray *bytes = g_byte_array_new ();
  guint32 crc = 0xffffffff;

  for (guint i = 4; i < 21; i++)
    {
      crc ^= head[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  crc = ~crc;
  for (guint i = 0; i < 4; i++)
    head[21 + i] = crc >> (24 - 8 * i);
  g_byte_array_append (bytes, magic, sizeof magic);
  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, dots, sizeof dots);
  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_refused (GBytes *bytes, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (td_code_picture_read_codes (bytes, NULL, &error));
  g_assert_error (error, TD_SHEET_ERROR, code);
}

static void
test_bad (void)
{
  static const Case plain = { 100, 0, 1, 1 };
  g_autofree char *text = make_text (100);
  const char *const texts[] = { text, NULL };
  g_autoptr (GBytes) png = make_picture (texts, &plain);
  g_autoptr (GBytes) field = make_field (60000, 60000);
  g_autoptr (GBytes) line = make_field (2000000000, 1);
  g_autoptr (GBytes) nothing = make_field (0, 0);

  g_assert_true (td_code_picture_is_one (png));
  assert_refused (field, TD_SHEET_ERROR_TOO_LARGE);
  assert_refused (line, TD_SHEET_ERROR_UNREADABLE);
  assert_refused (nothing, TD_SHEET_ERROR_UNREADABLE);
  for (gsize n = 9; n < g_bytes_get_size (png); n += 1 + n / 4)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (png, 0, n);
      g_auto (GStrv) codes = td_code_picture_read_codes (cut, NULL, NULL);

      /* The code may be whole where only the end of the paper is missing. */
      g_assert_true (codes == NULL || codes[0] == NULL || g_str_equal (codes[0], text));
    }
}

/* A white page has no code, and that is no error yet. */
static void
test_none (void)
{
  static const Case plain = { 0, 0, 1, 1 };
  static const char *const texts[] = { "https://example.org", NULL };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 3000, 2000);
  g_autoptr (GBytes) white = to_png (surface);
  g_autoptr (GBytes) other = make_picture (texts, &plain);
  g_auto (GStrv) none = td_code_picture_read_codes (white, NULL, NULL);
  g_auto (GStrv) one = td_code_picture_read_codes (other, NULL, NULL);

  g_assert_nonnull (none);
  g_assert_null (none[0]);
  g_assert_cmpstr (one[0], ==, "https://example.org");
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/picture/read-back/%u", i);

      g_test_add_data_func (name, &cases[i], test_read_back);
    }
  g_test_add_func ("/picture/which", test_which);
  g_test_add_func ("/picture/text-file", test_text_file);
  g_test_add_func ("/picture/bad", test_bad);
  g_test_add_func ("/picture/none", test_none);
  return g_test_run ();
}
