/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "td-certificate-document.h"
#include "td-finding.h"
#include "td-ornament.h"
#include "td-template-reader.h"

static GPtrArray *templates;
static char **keep_together;
static char *folder;

static const char *const names[] = {
  "Ông Y Bhiông Niê Kđăm", "Bà H’Ăng Niê", "Ông Nguyễn Hữu Thắng", "Bà Lò Thị Ẻn", "Ông Ksor Phước", "Bà H'Bia Êban",
  "Ông Pinăng Thạnh", "Hộ gia đình ông Lê Văn Ý", "Đồng chí Giàng A Sử", "Tập thể Trường Tiểu học Lê Lợi"
};

static TdTemplate *
get_template (const char *id)
{
  for (guint i = 0; i < templates->len; i++)
    if (strcmp (td_template_get_id (g_ptr_array_index (templates, i)), id) == 0)
      return g_ptr_array_index (templates, i);
  g_assert_not_reached ();
}

static GHashTable *
make_fields (guint n)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  static const struct
  {
    const char *name, *value;
  } same[] = {
    { TD_CERTIFICATE_ISSUER_TITLE, "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk" },
    { TD_CERTIFICATE_GIFT_WORD, "Tặng" },
    { TD_CERTIFICATE_FORM_TITLE, "Bằng khen" },
    { TD_CERTIFICATE_POST_LINE, "Trưởng buôn Akõ Dhông, phường Buôn Ma Thuột" },
    { TD_CERTIFICATE_ACHIEVEMENT, "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026" },
    { TD_CERTIFICATE_DECISION_LINE, "Quyết định số 1287/QĐ-UBND ngày 25 tháng 8 năm 2026" },
    { TD_CERTIFICATE_PLACE_DATE, "Đắk Lắk, ngày 25 tháng 8 năm 2026" },
    { TD_CERTIFICATE_SIGNER_CAPACITY, "KT. Chủ tịch" },
    { TD_CERTIFICATE_SIGNER_POSITION, "Phó Chủ tịch" },
    { TD_CERTIFICATE_SIGNER_NAME, "Nguyễn Thị Thu Nguyệt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_hash_table_insert (fields, (char *) same[i].name, g_strdup (same[i].value));
  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_SUBJECT_LINE, g_strdup (names[n % G_N_ELEMENTS (names)]));
  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_REGISTER_LINE, g_strdup_printf ("Số sổ vàng: %u", 1000 + n));
  g_hash_table_insert (fields, (char *) TD_CERTIFICATE_AWARD_ID, g_strdup_printf ("%u", 7 + n));
  return fields;
}

static GPtrArray *
make_recipients (guint n)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, make_fields (i));
  return all;
}

static char *
write_pdf (TdTemplate *template, GPtrArray *recipients, TdCertificateFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdCertificateDocument) document = td_certificate_document_new (template, recipients, (const char *const *) keep_together, flags);
  char *path = g_build_filename (folder, "certificates.pdf", NULL);

  td_document_write_pdf (TD_DOCUMENT (document), path, "Bằng khen", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static goffset
get_size (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_size;
}

/* Runs a tool and gives its output, or NULL with the test skipped when it is not there. */
static char *
run (const char *tool, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *found = g_find_program_in_path (tool);
  char *output = NULL;
  int status;
  va_list args;

  if (found == NULL)
    {
      g_test_skip (tool);
      return NULL;
    }
  va_start (args, tool);
  for (const char *arg = tool; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (char *) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
test_sheet (void)
{
  static const struct
  {
    const char *template, *size;
  } cases[] = { { "bang-khen-tinh-a3", "1190.55 x 841.89 pts" }, { "giay-khen-a4", "841.89 x 595.276 pts" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint flags = 0; flags < 4; flags++)
      {
        g_autoptr (GPtrArray) recipients = make_recipients (3);
        g_autofree char *path = write_pdf (get_template (cases[i].template), recipients, flags);
        g_autofree char *info = run ("pdfinfo", path, NULL);
        g_autofree char *fonts = run ("pdffonts", path, NULL);
        g_autofree char *check = run ("qpdf", "--check", path, NULL);
        g_auto (GStrv) lines = NULL;

        if (info == NULL || fonts == NULL || check == NULL)
          return;
        g_assert_nonnull (strstr (info, cases[i].size));
        g_assert_nonnull (strstr (info, "Pages:           3\n"));
        g_assert_nonnull (strstr (check, "No syntax or stream encoding errors"));
        lines = g_strsplit (fonts, "\n", -1);
        g_assert_cmpuint (g_strv_length (lines), >, 3);
        for (guint k = 2; lines[k] != NULL && *lines[k] != '\0'; k++)
          {
            g_assert_nonnull (strstr (lines[k], "+LiberationSerif"));
            g_assert_nonnull (strstr (lines[k], "yes yes yes"));
          }
      }
}

static void
assert_line (const char *page, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", -1);

  if (!g_strv_contains ((const char *const *) lines, line))
    g_error ("“%s” is no line of:\n%s", line, page);
}

static void
test_text (void)
{
  for (guint flags = 0; flags < 2; flags++)
    {
      g_autoptr (GPtrArray) recipients = make_recipients (flags == 0 ? 300 : 30);
      g_autofree char *path = write_pdf (get_template ("bang-khen-tinh-a3"), recipients, flags);
      g_autofree char *text = run ("pdftotext", path, "-", NULL);
      g_auto (GStrv) pages = NULL;

      if (text == NULL)
        return;
      pages = g_strsplit (text, "\f", -1);
      for (guint i = 0; i < recipients->len; i++)
        {
          GHashTable *fields = g_ptr_array_index (recipients, i);

          assert_line (pages[i], g_hash_table_lookup (fields, TD_CERTIFICATE_SUBJECT_LINE));
          assert_line (pages[i], g_hash_table_lookup (fields, TD_CERTIFICATE_REGISTER_LINE));
          assert_line (pages[i], g_hash_table_lookup (fields, TD_CERTIFICATE_DECISION_LINE));
          assert_line (pages[i], g_hash_table_lookup (fields, TD_CERTIFICATE_ACHIEVEMENT));
          assert_line (pages[i], "PHÓ CHỦ TỊCH");
          if (flags == TD_CERTIFICATE_WITH_ORNAMENT)
            assert_line (pages[i], "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK");
          g_assert_cmpint (strstr (pages[i], "BẰNG KHEN") != NULL, ==, flags == TD_CERTIFICATE_WITH_ORNAMENT);
        }
    }
}

static void
test_decomposed (void)
{
  g_autoptr (GPtrArray) recipients = make_recipients (1);
  g_autofree char *path = NULL, *text = NULL;

  g_hash_table_insert (g_ptr_array_index (recipients, 0), (char *) TD_CERTIFICATE_SUBJECT_LINE,
                       g_utf8_normalize ("Bà Nguyễn Thị Ngọc Huệ", -1, G_NORMALIZE_NFD));
  path = write_pdf (get_template ("bang-khen-tinh-a3"), recipients, 0);
  text = run ("pdftotext", path, "-", NULL);
  if (text != NULL)
    assert_line (text, "Bà Nguyễn Thị Ngọc Huệ");
}

static void
test_posthumous (void)
{
  g_autoptr (GPtrArray) recipients = make_recipients (3);
  g_autofree char *path = NULL, *text = NULL;
  g_auto (GStrv) pages = NULL;

  g_hash_table_insert (g_ptr_array_index (recipients, 1), (char *) TD_CERTIFICATE_GIFT_WORD, g_strdup ("Truy tặng"));
  path = write_pdf (get_template ("bang-khen-tinh-a3"), recipients, TD_CERTIFICATE_WITH_ORNAMENT);
  text = run ("pdftotext", path, "-", NULL);
  if (text == NULL)
    return;
  pages = g_strsplit (text, "\f", -1);
  assert_line (pages[0], "TẶNG");
  assert_line (pages[1], "TRUY TẶNG");
  assert_line (pages[2], "TẶNG");
}

/* What white paper costs more than stock. */
static goffset
get_surplus (guint n_pages)
{
  TdTemplate *template = get_template ("bang-khen-tinh-a3");
  g_autoptr (GPtrArray) recipients = make_recipients (n_pages);
  g_autofree char *path = write_pdf (template, recipients, TD_CERTIFICATE_WITH_ORNAMENT);
  goffset with = get_size (path);

  g_free (write_pdf (template, recipients, TD_CERTIFICATE_ON_STOCK));
  return with - get_size (path);
}

/* The ornament is in the file once: what it adds does not grow with the pages. */
static void
test_ornament_once (void)
{
  goffset few = get_surplus (10), many = get_surplus (1000);

  g_test_message ("%" G_GOFFSET_FORMAT " bytes more than stock for 10 pages, %" G_GOFFSET_FORMAT " for 1000", few, many);
  g_assert_cmpint (few, >, 20000);
  g_assert_cmpint (many, <, 90000);
  /* letters have other codes where the ground uses some of the font: two bytes a page, and no more */
  g_assert_cmpint (many - few, <, 4 * 990);
}

/* What lies under the text is painted on one page and called from the others: all look alike, also when
 * a file is made anew of the same pages. */
static void
test_ground_on_each_page (void)
{
  g_autoptr (GPtrArray) recipients = make_recipients (1);
  g_autoptr (TdCertificateDocument) document = NULL;
  g_autofree char *path = g_build_filename (folder, "alike.pdf", NULL);

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (recipients, g_hash_table_ref (g_ptr_array_index (recipients, 0)));
  /* a second kind of ground between the first */
  g_ptr_array_add (recipients, make_fields (0));
  g_hash_table_insert (g_ptr_array_index (recipients, 4), (char *) TD_CERTIFICATE_GIFT_WORD, g_strdup ("Truy tặng"));
  g_ptr_array_add (recipients, g_hash_table_ref (g_ptr_array_index (recipients, 4)));
  g_ptr_array_add (recipients, g_hash_table_ref (g_ptr_array_index (recipients, 0)));
  document = td_certificate_document_new (get_template ("bang-khen-tinh-a3"), recipients, NULL, TD_CERTIFICATE_WITH_ORNAMENT);
  for (guint again = 0; again < 2; again++)
    {
      static const char *const twins[][2] = { { "1", "2" }, { "1", "4" }, { "1", "7" }, { "5", "6" } };
      g_autoptr (GError) error = NULL;
      g_autofree char *check = NULL;

      td_document_write_pdf (TD_DOCUMENT (document), path, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      check = run ("qpdf", "--check", path, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
        {
          g_autofree char *one = run ("pdftoppm", "-r", "30", "-gray", "-aa", "no", "-f", twins[i][0], "-l", twins[i][0], path, NULL);
          g_autofree char *other = run ("pdftoppm", "-r", "30", "-gray", "-aa", "no", "-f", twins[i][1], "-l", twins[i][1], path, NULL);
          /* 30 dots an inch: 497 × 351 */
          const gsize dots = 497 * 351;

          if (one == NULL)
            return;
          g_assert_true (g_str_has_prefix (one, "P5\n497 351\n255\n"));
          g_assert_cmpmem (one + 15, dots, other + 15, dots);
        }
    }
}

/* Where the ornament is wanted on a screen or in another PDF it is drawn, not left to an update. */
static void
test_ornament_elsewhere (void)
{
  g_autoptr (GPtrArray) recipients = make_recipients (1);
  g_autoptr (TdCertificateDocument) document = td_certificate_document_new (get_template ("giay-khen-a4"), recipients, NULL, TD_CERTIFICATE_WITH_ORNAMENT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 297, 210);
  cairo_t *cr = cairo_create (surface);
  guint coloured = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  td_document_draw_page (TD_DOCUMENT (document), cr, 0);
  cairo_surface_flush (surface);
  for (int x = 16; x < 281; x++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) + 22 * cairo_image_surface_get_stride (surface));

      coloured += (row[x] & 0xff) < 0xd8;
    }
  g_assert_cmpuint (coloured, >, 100);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static guint
count_findings (GPtrArray *findings, const char *rule, TdSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->rule, rule) == 0 && finding->severity == severity)
        n++;
    }
  return n;
}

static TdPicture *
make_drawing (void)
{
  static const char drawing[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 20'>"
                                "<rect width='30' height='20' fill='#00f'/><circle cx='15' cy='10' r='5' fill='#0f0'/></svg>";
  g_autoptr (GBytes) file = g_bytes_new_static (drawing, strlen (drawing));
  g_autoptr (GError) error = NULL;
  TdPicture *picture = td_picture_new (file, "svg", &error);

  g_assert_no_error (error);
  return picture;
}

static void
test_check (void)
{
  static const struct
  {
    const char *field, *value;
    TdCertificateFlags flags;
    const char *rule; /* NULL: nothing */
    TdSeverity severity;
  } cases[] = {
    { TD_CERTIFICATE_SUBJECT_LINE, "Ông Y Bhiông", 0, NULL, 0 },
    { TD_CERTIFICATE_POST_LINE, "", 0, NULL, 0 },
    { TD_CERTIFICATE_SIGNER_CAPACITY, "", 0, NULL, 0 },
    { TD_CERTIFICATE_SUBJECT_LINE, "", 0, "certificate-empty-field", TD_SEVERITY_BLOCK },
    { TD_CERTIFICATE_REGISTER_LINE, "", 0, "certificate-empty-field", TD_SEVERITY_BLOCK },
    { TD_CERTIFICATE_REGISTER_LINE, "", TD_CERTIFICATE_TRIAL, "certificate-empty-field", TD_SEVERITY_WARNING },
    { TD_CERTIFICATE_DECISION_LINE, "Quyết_định_số_12345678901234567890_của_Chủ_tịch_Ủy_ban_nhân_dân_tỉnh_Đắk_Lắk", 0, "certificate-overflow", TD_SEVERITY_BLOCK },
    { TD_CERTIFICATE_SIGNER_NAME, "Nguyễn \xf3\xb0\x80\x81", 0, "certificate-missing-glyph", TD_SEVERITY_BLOCK },
    { TD_CERTIFICATE_SIGNER_NAME, "Nguyễn\342\200\213Văn An", 0, "certificate-unprintable", TD_SEVERITY_BLOCK },
    { TD_CERTIFICATE_GIFT_WORD, "Truy tặng", 0, "certificate-preprinted-differs", TD_SEVERITY_BLOCK },
    { TD_CERTIFICATE_GIFT_WORD, "Truy tặng", TD_CERTIFICATE_WITH_ORNAMENT, NULL, 0 },
    { TD_CERTIFICATE_GIFT_WORD, "TẶNG", 0, NULL, 0 },
    { TD_CERTIFICATE_FORM_TITLE, "Giấy khen", 0, "certificate-preprinted-differs", TD_SEVERITY_BLOCK },
    { TD_CERTIFICATE_ISSUER_TITLE, "", 0, NULL, 0 },
    { TD_CERTIFICATE_ISSUER_TITLE, "", TD_CERTIFICATE_WITH_ORNAMENT, "certificate-empty-field", TD_SEVERITY_BLOCK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) recipients = make_recipients (3);
      g_autoptr (TdCertificateDocument) document = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      g_hash_table_insert (g_ptr_array_index (recipients, 1), (char *) cases[i].field, g_strdup (cases[i].value));
      document = td_certificate_document_new (get_template ("bang-khen-tinh-a3"), recipients,
                                              (const char *const *) keep_together, cases[i].flags);
      td_certificate_document_take_emblem (document, make_drawing ());
      findings = td_certificate_document_check (document, NULL);
      for (guint k = 0; k < findings->len; k++)
        {
          const TdFinding *finding = g_ptr_array_index (findings, k);

          g_test_message ("case %u: %s: %s: %s", i, finding->rule, finding->where, finding->text);
          g_assert_cmpint (finding->subject_id, ==, 8);
        }
      if (cases[i].rule == NULL)
        g_assert_cmpuint (findings->len, ==, 0);
      else
        g_assert_cmpuint (count_findings (findings, cases[i].rule, cases[i].severity), ==, 1);
    }
}

static void
test_mask (void)
{
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) recipients = make_recipients (1);
  g_autoptr (TdCertificateDocument) document = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "mask.pdf", NULL);
  g_autofree char *text = NULL;

  g_hash_table_insert (parts, (char *) "ornament", (char *) "");
  g_hash_table_insert (parts, (char *) "emblem", (char *) "");
  g_hash_table_insert (parts, (char *) "country", (char *) "");
  g_hash_table_insert (parts, (char *) "motto", (char *) "");
  g_hash_table_insert (parts, (char *) "form", (char *) "BẰNG KHEN");
  g_hash_table_insert (g_ptr_array_index (recipients, 0), (char *) TD_CERTIFICATE_GIFT_WORD, g_strdup ("Truy tặng"));
  document = td_certificate_document_new (get_template ("bang-khen-tinh-a3"), recipients, NULL, 0);
  td_certificate_document_set_stock (document, parts, NULL);
  findings = td_certificate_document_check (document, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  td_document_write_pdf (TD_DOCUMENT (document), path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = run ("pdftotext", path, "-", NULL);
  if (text == NULL)
    return;
  assert_line (text, "TRUY TẶNG");
  g_assert_null (strstr (text, "BẰNG KHEN"));

  /* A blank with another word refuses it. */
  g_hash_table_insert (parts, (char *) "gift", (char *) "Tặng");
  g_clear_object (&document);
  document = td_certificate_document_new (get_template ("bang-khen-tinh-a3"), recipients, NULL, 0);
  td_certificate_document_set_stock (document, parts, NULL);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = td_certificate_document_check (document, NULL);
  g_assert_cmpuint (count_findings (findings, "certificate-preprinted-differs", TD_SEVERITY_BLOCK), ==, 1);
}

static void
test_trial (void)
{
  g_autoptr (GPtrArray) recipients = make_recipients (2);
  g_autofree char *path = write_pdf (get_template ("bang-khen-tinh-a3"), recipients, TD_CERTIFICATE_TRIAL);
  g_autofree char *trial = run ("pdftotext", path, "-", NULL);
  goffset size = get_size (path);
  g_autofree char *text = NULL;

  if (trial == NULL)
    return;
  g_free (write_pdf (get_template ("bang-khen-tinh-a3"), recipients, TD_CERTIFICATE_ON_STOCK));
  text = run ("pdftotext", path, "-", NULL);
  g_assert_cmpstr (text, ==, trial);
  g_assert_cmpint (size, >, get_size (path));
}

/* The office's drawing is vectors, in the file once, as large as its place allows; without it a finding. */
static void
test_emblem (void)
{
  g_autoptr (GPtrArray) recipients = make_recipients (20);
  TdTemplate *template = get_template ("bang-khen-tinh-a3");
  const TdTemplateArea *area = td_template_get_emblem_area (template);
  g_autoptr (TdCertificateDocument) document = td_certificate_document_new (template, recipients, NULL, TD_CERTIFICATE_WITH_ORNAMENT);
  g_autofree char *path = g_build_filename (folder, "emblem.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) without = td_certificate_document_check (document, NULL), with = NULL;
  g_autofree char *images = NULL, *picture = NULL;
  /* 254 dots an inch are ten a millimetre: 30 millimetres around the emblem's middle */
  const int middle_x = (int) lround ((area->x + area->width / 2) * 10), middle_y = (int) lround ((area->y + area->height / 2) * 10);
  g_autofree char *left = g_strdup_printf ("%d", middle_x - 150), *top = g_strdup_printf ("%d", middle_y - 150);
  const guint8 *dots;

  g_assert_cmpuint (count_findings (without, "certificate-emblem-missing", TD_SEVERITY_WARNING), ==, 1);
  td_certificate_document_take_emblem (document, make_drawing ());
  with = td_certificate_document_check (document, NULL);
  g_assert_cmpuint (with->len, ==, 0);
  td_document_write_pdf (TD_DOCUMENT (document), path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_size (path), <, 200000);
  images = run ("pdfimages", "-list", path, NULL);
  if (images == NULL)
    return;
  g_assert_null (strstr (images, "image "));
  picture = run ("pdftoppm", "-r", "254", "-aa", "no", "-f", "20", "-l", "20", "-x", left, "-y", top, "-W", "300", "-H", "300", path, NULL);
  g_assert_true (g_str_has_prefix (picture, "P6\n300 300\n255\n"));
  dots = (const guint8 *) picture + strlen ("P6\n300 300\n255\n");
  for (int y = 30; y < 270; y++)
    for (int x = 0; x < 300; x++)
      {
        /* millimetres from the middle of the place; 3 : 2 in a square */
        double right = (x - 150) / 10.0, down = (y - 150) / 10.0;
        const guint8 *dot = dots + 3 * (300 * y + x);
        double radius = area->width / 6;

        if (hypot (right, down) < radius - 0.2)
          g_assert_true (dot[0] < 10 && dot[1] > 245 && dot[2] < 10);
        else if (hypot (right, down) > radius + 0.2 && fabs (right) < area->width / 2 - 0.2 && fabs (down) < area->width / 3 - 0.2)
          g_assert_true (dot[0] < 10 && dot[1] < 10 && dot[2] > 245);
        else if (fabs (right) > area->width / 2 + 0.2 || fabs (down) > area->width / 3 + 0.2)
          g_assert_true (dot[0] > 200);
      }
}

/* An update is refused, and the file not touched, when it is not what cairo writes. */
static void
test_foreign_pdf (void)
{
  static const char *const contents[] = {
    "",
    "startxref",
    "%PDF-1.4\ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    "%PDF-1.4\nxref\n0 2\n0000000000 65535 f \n0000000000 00000 n \ntrailer\n<< /Size 2\n /Root 1 0 R\n /Info 1 0 R\n>>\nstartxref\n9\n%%EOF",
    "trailer << /Size 4000000000 /Root 1 0 R /Info 1 0 R >> startxref 99999999999999999999999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdOrnament) ornament = td_ornament_new ("sen-vang", 30, 30, 360, 237);
      g_autoptr (TdPdfUpdate) update = NULL;
      g_autofree char *path = g_build_filename (folder, "foreign.pdf", NULL);
      int fd;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      fd = g_open (path, O_RDWR, 0);
      update = td_pdf_update_new (fd, &error);
      g_assert_true (update == NULL || !td_ornament_write_into_pdf (ornament, update, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      close (fd);
      g_assert_cmpint (get_size (path), ==, strlen (contents[i]));
    }
  g_assert_null (td_ornament_new ("unknown", 0, 0, 10, 10));
}

static void
test_failing_write (void)
{
  g_autoptr (GPtrArray) recipients = make_recipients (1);
  g_autoptr (TdCertificateDocument) document = td_certificate_document_new (get_template ("giay-khen-a4"), recipients, NULL, TD_CERTIFICATE_WITH_ORNAMENT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "none", "x.pdf", NULL);
  g_autofree char *other = g_build_filename (folder, "cancelled.pdf", NULL);

  g_assert_false (td_document_write_pdf (TD_DOCUMENT (document), path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (td_document_write_pdf (TD_DOCUMENT (document), other, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int result;

  g_test_init (&argc, &argv, NULL);
  templates = td_templates_load_shipped (&error);
  g_assert_no_error (error);
  keep_together = td_keep_together_load_shipped (&error);
  g_assert_no_error (error);
  folder = g_dir_make_tmp ("certificate-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/certificate/sheet", test_sheet);
  g_test_add_func ("/certificate/text", test_text);
  g_test_add_func ("/certificate/decomposed", test_decomposed);
  g_test_add_func ("/certificate/posthumous", test_posthumous);
  g_test_add_func ("/certificate/ornament-once", test_ornament_once);
  g_test_add_func ("/certificate/ground-on-each-page", test_ground_on_each_page);
  g_test_add_func ("/certificate/ornament-elsewhere", test_ornament_elsewhere);
  g_test_add_func ("/certificate/check", test_check);
  g_test_add_func ("/certificate/mask", test_mask);
  g_test_add_func ("/certificate/trial", test_trial);
  g_test_add_func ("/certificate/emblem", test_emblem);
  g_test_add_func ("/certificate/foreign-pdf", test_foreign_pdf);
  g_test_add_func ("/certificate/failing-write", test_failing_write);
  result = g_test_run ();
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_ptr_array_unref (templates);
  g_strfreev (keep_together);
  g_free (folder);
  return result;
}
