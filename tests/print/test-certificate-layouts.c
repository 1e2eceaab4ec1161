/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "td-award-layout.h"
#include "td-certificate-document.h"
#include "td-finding.h"
#include "td-picture.h"

/* What is printed otherwise for one recipient, and what an office's own template adds: judged by poppler, which tells
 * where every word of a PDF stands, and by the pixels of a page. */

static char *folder;

static TdTemplateBox *
take_box (TdTemplate *template, const char *id, const char *text, double y, gboolean fixed)
{
  TdTemplateBox *box = td_template_box_new (id);

  box->title = g_strdup (id);
  box->text = g_strdup (text);
  box->area = (TdTemplateArea){ 20, y, 257, 40 };
  box->size = 24;
  box->min_size = 10;
  box->max_lines = 3;
  box->fixed = fixed;
  td_template_take_box (template, box);
  return box;
}

static TdTemplate *
make_template (void)
{
  TdTemplate *template = td_template_new ("mau", "Mẫu", 297, 210);

  td_template_add_award_form (template, "GK_SO");
  take_box (template, "head", "GIẤY KHEN", 10, TRUE);
  take_box (template, "who", "{subject_line}", 60, FALSE);
  take_box (template, "what", "{achievement}", 120, FALSE);
  return template;
}

static GPtrArray *
make_recipients (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 1; i <= 3; i++)
    {
      GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

      g_hash_table_insert (fields, (char *) TD_CERTIFICATE_AWARD_ID, g_strdup_printf ("%u", i));
      g_hash_table_insert (fields, (char *) TD_CERTIFICATE_SUBJECT_LINE, g_strdup ("Bà Nguyễn Thị Mẫu"));
      g_hash_table_insert (fields, (char *) TD_CERTIFICATE_ACHIEVEMENT, g_strdup ("Đã có thành tích"));
      g_ptr_array_add (all, fields);
    }
  return all;
}

static void
take_layout (GPtrArray *layouts, gint64 award_id, const char *box, const char *text, gint64 dx, gint64 dy, gint64 size)
{
  g_ptr_array_add (layouts, g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", award_id, "template-name", "mau", "box", box, "text", text, "dx", dx, "dy", dy, "size", size, NULL));
}

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Word;

/* Where a word stands on a page, in millimetres. */
static Word
find_word (const char *pdf, guint page, const char *text)
{
  const char *argv[] = { "pdftotext", "-bbox", pdf, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  g_autofree char *pattern = g_strdup_printf ("<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">%s</word>", text);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) pages = NULL;
  double values[4];

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  pages = g_strsplit (out, "<page ", -1);
  g_assert_cmpuint (g_strv_length (pages), >, page);
  if (!g_regex_match (regex, pages[page], 0, &match))
    return (Word){ -1, -1, 0, 0 };
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *number = g_match_info_fetch (match, i + 1);

      values[i] = g_ascii_strtod (number, NULL) * 25.4 / 72;
    }
  return (Word){ values[0], values[1], values[2] - values[0], values[3] - values[1] };
}

static TdCertificateDocument *
make_document (TdTemplate *template, GPtrArray *layouts, TdCertificateFlags flags)
{
  g_autoptr (GPtrArray) recipients = make_recipients ();
  TdCertificateDocument *document = td_certificate_document_new (template, recipients, NULL, flags);

  td_certificate_document_set_layouts (document, layouts);
  return document;
}

static char *
write_pdf (TdCertificateDocument *document)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "layouts.pdf", NULL);

  td_document_write_pdf (TD_DOCUMENT (document), path, "Mẫu", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_place (void)
{
  g_autoptr (TdTemplate) template = make_template ();
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdCertificateDocument) document = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *path = NULL;
  Word usual, moved, third, small, head, head_moved;

  take_layout (layouts, 2, "who", NULL, 3500, -2000, 0);
  take_layout (layouts, 2, "what", NULL, 0, 0, 1200);
  take_layout (layouts, 3, "head", NULL, 0, 5000, 0);
  document = make_document (template, layouts, TD_CERTIFICATE_WITH_ORNAMENT);
  findings = td_certificate_document_check (document, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  path = write_pdf (document);
  usual = find_word (path, 1, "Mẫu");
  moved = find_word (path, 2, "Mẫu");
  third = find_word (path, 3, "Mẫu");
  g_assert_cmpfloat (usual.x, >, 0);
  g_assert_cmpfloat_with_epsilon (moved.x, usual.x + 3.5, 0.01);
  g_assert_cmpfloat_with_epsilon (moved.y, usual.y - 2, 0.01);
  g_assert_cmpfloat_with_epsilon (third.x, usual.x, 0.001);
  small = find_word (path, 2, "thành");
  g_assert_cmpfloat_with_epsilon (small.height, find_word (path, 1, "thành").height / 2, 0.01);
  /* what is pre-printed too, on white paper */
  head = find_word (path, 1, "KHEN");
  head_moved = find_word (path, 3, "KHEN");
  g_assert_cmpfloat_with_epsilon (head_moved.y, head.y + 5, 0.01);
  g_assert_cmpfloat_with_epsilon (find_word (path, 2, "KHEN").y, head.y, 0.001);
}

static void
test_lines (void)
{
  g_autoptr (TdTemplate) template = make_template ();
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdCertificateDocument) document = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *path = NULL;

  take_layout (layouts, 1, "who", "BÀ\nNguyễn Thị\nMẪU", 0, 0, 0);
  document = make_document (template, layouts, 0);
  findings = td_certificate_document_check (document, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  path = write_pdf (document);
  g_assert_cmpfloat (find_word (path, 1, "Nguyễn").y, >, find_word (path, 1, "BÀ").y + 5);
  g_assert_cmpfloat (find_word (path, 1, "MẪU").y, >, find_word (path, 1, "Thị").y + 5);
  g_assert_cmpfloat_with_epsilon (find_word (path, 1, "Thị").y, find_word (path, 1, "Nguyễn").y, 0.5);
  g_assert_cmpfloat_with_epsilon (find_word (path, 2, "Mẫu").y, find_word (path, 2, "Bà").y, 0.5);
}

typedef struct
{
  const char *box;
  const char *text;
  gint64 dx;
  gint64 dy;
  gint64 size;
  const char *rule; /* NULL: nothing is found */
} FindingCase;

static void
test_findings (void)
{
  static const FindingCase cases[] = {
    { "who", "BÀ NGUYỄN THỊ MẪU", 0, 0, 0, NULL },
    { "who", "Bà\nNguyễn  Thị\nMẫu", 0, 0, 0, NULL },
    { "who", "Bà Nguye\xcc\x82\xcc\x83n Thị Mẫu", 0, 0, 0, NULL }, /* decomposed */
    { "who", "Bà Nguyễn Thị Mậu", 0, 0, 0, "certificate-differs-from-decision" },
    { "who", "Bà NguyễnThị Mẫu", 0, 0, 0, "certificate-differs-from-decision" },
    { "what", "Đã có", 0, 0, 0, "certificate-differs-from-decision" },
    { "who", NULL, 20002, 0, 0, "certificate-off-sheet" },
    { "who", NULL, -20000, -60000, 0, NULL },
    { "who", NULL, 0, -60001, 0, "certificate-off-sheet" },
    { "who", NULL, 0, 0, 9000, "certificate-overflow" },
    { "gone", NULL, 1000, 0, 0, "certificate-layout-lost" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdTemplate) template = make_template ();
      g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (TdCertificateDocument) document = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      g_test_message ("case %u", i);
      take_layout (layouts, 2, cases[i].box, cases[i].text, cases[i].dx, cases[i].dy, cases[i].size);
      document = make_document (template, layouts, 0);
      findings = td_certificate_document_check (document, NULL);
      g_assert_cmpuint (findings->len, ==, cases[i].rule != NULL ? 1 : 0);
      if (cases[i].rule == NULL)
        continue;
      g_assert_cmpstr (((TdFinding *) g_ptr_array_index (findings, 0))->rule, ==, cases[i].rule);
      g_assert_cmpint (((TdFinding *) g_ptr_array_index (findings, 0))->subject_id, ==, 2);
    }
}

static void
test_own_lines (void)
{
  g_autoptr (TdTemplate) template = make_template ();
  TdTemplateBox *box = td_template_box_dup (td_template_get_box (template, 2));
  g_autoptr (TdCertificateDocument) free_document = NULL, bound_document = NULL;
  g_autofree char *free_path = NULL, *bound_path = NULL;

  g_free (box->text);
  box->text = g_strdup ("{achievement}\nnăm hai nghìn không trăm hai mươi sáu");
  box->area.width = 60;
  box->max_lines = 4;
  td_template_replace_box (template, 2, box);
  free_document = make_document (template, NULL, 0);
  free_path = write_pdf (free_document);
  g_assert_cmpfloat (find_word (free_path, 1, "sáu").y, >, find_word (free_path, 1, "năm").y + 2);

  box = td_template_box_dup (box);
  box->own_lines = TRUE;
  td_template_replace_box (template, 2, box);
  bound_document = make_document (template, NULL, 0);
  bound_path = write_pdf (bound_document);
  g_assert_cmpfloat_with_epsilon (find_word (bound_path, 1, "sáu").y, find_word (bound_path, 1, "năm").y, 1);
}

static void
test_phrases (void)
{
  static const char *const phrases[] = { "hai mươi sáu", NULL };

  for (guint with = 0; with < 2; with++)
    {
      g_autoptr (TdTemplate) template = make_template ();
      TdTemplateBox *box = td_template_box_dup (td_template_get_box (template, 2));
      g_autoptr (TdCertificateDocument) document = NULL;
      g_autofree char *path = NULL;
      double begin, end;

      g_free (box->text);
      box->text = g_strdup ("không hai mươi sáu");
      box->area.width = 44;
      box->min_size = box->size = 18;
      td_template_replace_box (template, 2, box);
      if (with)
        td_template_set_phrases (template, phrases);
      document = make_document (template, NULL, 0);
      path = write_pdf (document);
      begin = find_word (path, 1, "hai").y;
      end = find_word (path, 1, "sáu").y;
      if (with)
        g_assert_cmpfloat_with_epsilon (begin, end, 1);
      else
        g_assert_cmpfloat (end, >, begin + 2);
    }
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A red picture twice as wide as high. */
static GBytes *
make_png (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 20);
  cairo_t *cr = cairo_create (surface);
  GByteArray *png = g_byte_array_new ();

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

/* The same as a JPEG by another program. */
static GBytes *
make_jpeg (const char *how)
{
  g_autofree char *path = g_build_filename (folder, "logo.jpg", NULL);
  g_autofree char *command = g_strdup_printf ("convert %s -quality 95 '%s'", how, path);
  const char *argv[] = { "sh", "-c", command, NULL };
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return g_bytes_new_take (data, length);
}

static guint32
pixel_at (TdCertificateDocument *document, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 594, 420);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  guint32 pixel;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  td_document_draw_page (TD_DOCUMENT (document), cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  memcpy (&pixel, data + (int) (y * 2) * cairo_image_surface_get_stride (surface) + (int) (x * 2) * 4, sizeof pixel);
  cairo_surface_destroy (surface);
  return pixel & 0xffffff;
}

/* The pictures a PDF holds, each once, with how it is stored, as poppler lists them. */
static char *
list_images (const char *path)
{
  const char *argv[] = { "pdfimages", "-list", path, NULL };
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) list = g_string_new (NULL);

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, NULL, NULL);
  lines = g_strsplit (out, "\n", -1);
  for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) words = g_regex_split_simple (" +", g_strstrip (lines[i]), 0, 0);

      if (strcmp (words[2], "image") == 0 && g_hash_table_add (objects, g_strdup (words[10])))
        g_string_append_printf (list, "%s ", words[8]);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* A red picture, twice as wide as high, in the middle of its place, and stored once for all pages. */
static void
check_picture (GBytes *file, gboolean fixed, guint32 tolerance, const char *stored)
{
  g_autoptr (TdTemplate) template = make_template ();
  TdTemplatePicture *picture = td_template_picture_new ("logo", file);
  g_autoptr (TdCertificateDocument) on_stock = NULL, on_white = NULL;
  g_autofree char *path = NULL, *images = NULL;
  guint32 red;

  picture->title = g_strdup ("Biểu trưng");
  picture->area = (TdTemplateArea){ 20, 170, 30, 30 };
  picture->fixed = fixed;
  td_template_take_picture (template, picture);
  on_stock = make_document (template, NULL, 0);
  on_white = make_document (template, NULL, TD_CERTIFICATE_WITH_ORNAMENT);
  red = pixel_at (on_white, 35, 185);
  g_assert_cmphex (red >> 16, >=, 0xff - tolerance);
  g_assert_cmphex (red & 0xff, <=, tolerance);
  g_assert_cmphex (red >> 8 & 0xff, <=, tolerance);
  g_assert_cmphex (pixel_at (on_stock, 35, 185), ==, fixed ? 0xffffff : red);
  /* as wide as its place, in its own proportions */
  g_assert_cmphex (pixel_at (on_white, 21, 185), ==, red);
  g_assert_cmphex (pixel_at (on_white, 35, 176), ==, 0xffffff);
  g_assert_cmphex (pixel_at (on_white, 35, 194), ==, 0xffffff);
  path = write_pdf (on_white);
  images = list_images (path);
  g_assert_cmpstr (images, ==, stored);
}

static void
test_picture (void)
{
  g_autoptr (GBytes) png = make_png ();

  check_picture (png, FALSE, 0, "image ");
  check_picture (png, TRUE, 0, "image ");
}

/* As a camera says that it was held on its side (Exif 2.32, 4.6.4: orientation 6). */
static GBytes *
lay_on_side (GBytes *jpeg)
{
  static const char exif[] = "\xff\xe1\0\x22"
                             "Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0";
  GByteArray *bytes = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (jpeg, &length);

  g_byte_array_append (bytes, data, 2);
  g_byte_array_append (bytes, (const guint8 *) exif, sizeof exif);
  g_byte_array_append (bytes, data + 2, length - 2);
  return g_byte_array_free_to_bytes (bytes);
}

/* A JPEG goes into a PDF as it is, unless it would look otherwise there. */
static void
test_photo (void)
{
  static const struct
  {
    const char *how;
    gboolean on_side;
    const char *stored;
  } cases[] = {
    { "-size 40x20 xc:red", FALSE, "jpeg " },
    { "-size 40x20 xc:red -interlace JPEG", FALSE, "jpeg " },
    { "-size 20x40 xc:red", TRUE, "image " },
    { "-size 40x20 xc:red -colorspace CMYK", FALSE, "image " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) jpeg = make_jpeg (cases[i].how);

      g_test_message ("%s", cases[i].how);
      if (cases[i].on_side)
        {
          GBytes *upright = g_steal_pointer (&jpeg);

          jpeg = lay_on_side (upright);
          g_bytes_unref (upright);
        }
      check_picture (jpeg, FALSE, 24, cases[i].stored);
    }
}

/* A template that was made by others may hold what only looks like a picture: nothing is drawn, and it is said. */
static void
test_damaged_photo (void)
{
  static const char *const bytes[] = { "", "\xff\xd8\xff\xe0", "\xff\xd8\xff\xc0\1\13\10\1\2\3\4\1\1\21\1\xff\xda" };

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (bytes[i], strlen (bytes[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (td_picture_new (file, "jpeg", &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("layouts-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/certificate-layouts/place", test_place);
  g_test_add_func ("/certificate-layouts/lines", test_lines);
  g_test_add_func ("/certificate-layouts/findings", test_findings);
  g_test_add_func ("/certificate-layouts/own-lines", test_own_lines);
  g_test_add_func ("/certificate-layouts/phrases", test_phrases);
  g_test_add_func ("/certificate-layouts/picture", test_picture);
  g_test_add_func ("/certificate-layouts/photo", test_photo);
  g_test_add_func ("/certificate-layouts/damaged-photo", test_damaged_photo);
  result = g_test_run ();
  path = g_build_filename (folder, "layouts.pdf", NULL);
  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
  return result;
}
