/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes certificates for looking at and for timing:
 *   draw-certificate TEMPLATE FILE.pdf [ornament] [trial] [pages=N] [bookmarks] [bare] [unique] [carries=PART=WORDS@PLACES;…]
 * "bookmarks" lists the pages by unit and name;
 * "bare" draws the same strings at the same sizes with Pango and cairo alone, for comparison;
 * "unique" gives every page an achievement of its own, so that each is fitted anew. */
#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "td-certificate-document.h"
#include "td-finding.h"
#include "td-fit.h"
#include "td-stock-part.h"
#include "td-template-reader.h"

typedef struct
{
  const char *gift, *subject, *post, *achievement, *capacity, *position;
} Sample;

static const Sample samples[] = {
  { "Tặng", "Ông Y Bhiông Niê Kđăm",
    "Phó Trưởng phòng Thi đua - Khen thưởng, Sở Nội vụ tỉnh Đắk Lắk",
    "Đã có thành tích xuất sắc trong phong trào thi đua lập thành tích chào mừng "
    "Đại hội đại biểu Đảng bộ tỉnh Đắk Lắk lần thứ XVIII, nhiệm kỳ 2025 - 2030",
    "KT. Chủ tịch", "Phó Chủ tịch" },
  { "Tặng", "Bà H’Ăng Niê", "Trưởng buôn Akõ Dhông, phường Buôn Ma Thuột, tỉnh Đắk Lắk",
    "Đã có thành tích xuất sắc trong công tác xây dựng nông thôn mới năm 2026", "", "Chủ tịch" },
  { "Tặng",
    "Nhân dân và cán bộ các cơ quan Đảng, chính quyền, Mặt trận Tổ quốc và các tổ chức chính trị - xã hội "
    "xã Dliê Ya, xã Ea Drăng và xã Krông Năng, tỉnh Đắk Lắk",
    "", "Đã có thành tích xuất sắc trong thực hiện nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh "
        "giai đoạn 2021 - 2025, góp phần vào sự nghiệp xây dựng chủ nghĩa xã hội và bảo vệ Tổ quốc",
    "KT. Chủ tịch", "Phó Chủ tịch" },
  { "Truy tặng", "Thượng tá Nguyễn Hữu Thắng", "Nguyên Phó Trưởng Công an xã Ea Kar, tỉnh Đắk Lắk",
    "Đã có thành tích đặc biệt xuất sắc đột xuất, dũng cảm cứu người trong lũ ngày 19 tháng 11 năm 2025",
    "", "Chủ tịch" },
  { "Tặng", "Hộ gia đình ông Lê Văn Ý", "Thôn 5, xã Krông Pắc, tỉnh Đắk Lắk",
    "Đã hiến 1.200 m² đất mở rộng đường giao thông nông thôn năm 2026", "KT. Chủ tịch", "Phó Chủ tịch" },
  { "Tặng", "Ban Quản lý Dự án đầu tư xây dựng các công trình giao thông và nông nghiệp phát triển nông thôn tỉnh Đắk Lắk",
    "Đơn vị sự nghiệp công lập trực thuộc Ủy ban nhân dân tỉnh Đắk Lắk, số 09 đường Lê Duẩn, phường Buôn Ma Thuột",
    "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước “Cả nước chung sức xây dựng nông thôn mới”, phong trào thi đua "
    "“Vì người nghèo - Không để ai bị bỏ lại phía sau” và đợt thi đua cao điểm hoàn thành 3.000 km đường bộ cao tốc, góp phần "
    "hoàn thành thắng lợi các mục tiêu phát triển kinh tế - xã hội của tỉnh giai đoạn 2021 - 2025",
    "TUQ. Chủ tịch", "Giám đốc Sở Nội vụ" },
  { "Tặng", "Ông Ka", "Phường 1", "Đã có nhiều thành tích", "", "Chủ tịch" },
};

static const char *const english[][2] = {
  { "nationality_line", "Quốc tịch: Nhật Bản / Japan" },
  { "issuer_title_english", "Chairman of the People’s Committee of Dak Lak Province" },
  { "gift_word_english", "presents the" },
  { "form_title_english", "Certificate of Merit" },
  { "post_line_english", "Chief Advisor, Sustainable Coffee Project, Dak Lak Province" },
  { "achievement_english", "For outstanding contributions to sustainable agriculture and to the friendship between the two peoples in 2021 - 2025" },
  { "decision_line_english", "Decision No. 1287/QĐ-UBND of 25 August 2026" },
};

static GHashTable *
make_recipient (guint i, gboolean commune, gboolean unique)
{
  const Sample *s = &samples[i % G_N_ELEMENTS (samples)];
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char *chair = commune ? "Chủ tịch Ủy ban nhân dân xã Krông Pắc" : "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk";

  g_hash_table_insert (fields, (char *) "issuer_title", g_strdup (chair));
  g_hash_table_insert (fields, (char *) "gift_word", g_strdup (s->gift));
  g_hash_table_insert (fields, (char *) "form_title", g_strdup (commune ? "Giấy khen" : "Bằng khen"));
  g_hash_table_insert (fields, (char *) "subject_line",
                       i < G_N_ELEMENTS (samples) ? g_strdup (s->subject)
                                                  : g_strdup_printf ("Ông Nguyễn Văn Quý %u", i));
  g_hash_table_insert (fields, (char *) "post_line", g_strdup (s->post));
  g_hash_table_insert (fields, (char *) "unit", g_strdup_printf ("Xã %u", i % 100));
  g_hash_table_insert (fields, (char *) "achievement",
                       unique ? g_strdup_printf ("%s, lần %u", s->achievement, i) : g_strdup (i < G_N_ELEMENTS (samples) ? s->achievement : samples[0].achievement));
  g_hash_table_insert (fields, (char *) "decision_line",
                       g_strdup ("Quyết định số 1287/QĐ-UBND ngày 25 tháng 8 năm 2026"));
  g_hash_table_insert (fields, (char *) "register_line", g_strdup_printf ("Số sổ vàng: %u", 1251 + i));
  g_hash_table_insert (fields, (char *) "place_date", g_strdup (commune ? "Krông Pắc, ngày 25 tháng 8 năm 2026" : "Đắk Lắk, ngày 25 tháng 8 năm 2026"));
  g_hash_table_insert (fields, (char *) "signer_capacity", g_strdup (s->capacity));
  g_hash_table_insert (fields, (char *) "signer_position", g_strdup (s->position));
  g_hash_table_insert (fields, (char *) "signer_name", g_strdup ("Nguyễn Thị Thu Nguyệt"));
  for (guint k = 0; k < G_N_ELEMENTS (english); k++)
    g_hash_table_insert (fields, (char *) english[k][0], g_strdup (english[k][1]));
  return fields;
}

static GPtrArray *
make_recipients (guint n, gboolean commune, gboolean unique)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, make_recipient (i, commune, unique));
  return all;
}

/* As jobs do it: one recipient after the other, of each only what the document keeps. */
static TdCertificateDocument *
make_document (TdTemplate *template, guint n, gboolean unique, const char *const *glue, TdCertificateFlags flags)
{
  g_autoptr (TdRecipients) recipients = td_recipients_new ();
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (TdCertificateLeaf));
  g_autoptr (GPtrArray) templates = g_ptr_array_new ();

  g_ptr_array_add (templates, template);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GHashTable) fields = make_recipient (i, g_str_has_prefix (td_template_get_id (template), "giay-khen"), unique);
      TdCertificateLeaf page = { i, 0 };

      td_recipients_add (recipients, fields);
      g_array_append_val (pages, page);
    }
  return td_certificate_document_new_mixed (templates, recipients, pages, glue, flags);
}

/* What a blank carries, as the command line of the program takes it, divided by ";". */
static void
carry (TdCertificateDocument *document, const char *carries)
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_auto (GStrv) words = g_strsplit (carries, ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);
      char *at = sides[1] != NULL ? strrchr (sides[1], '@') : NULL;

      if (at != NULL)
        {
          *at = '\0';
          g_hash_table_insert (places, g_strdup (sides[0]), td_stock_part_parse_places (at + 1));
        }
      g_hash_table_insert (parts, g_strdup (sides[0]), g_strdup (sides[1] != NULL ? sides[1] : ""));
    }
  td_certificate_document_set_stock (document, parts, places);
}

/* The same strings at the sizes and breaks our fitter finds: what is measured is drawing alone. */
static void
draw_bare (TdTemplate *template, GPtrArray *recipients, const char *const *glue, gboolean all, const char *path)
{
  const double k = 72 / 25.4;
  guint n_boxes = td_template_get_n_boxes (template);
  g_autoptr (TdFitter) fitter = td_fitter_new (glue);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, td_template_get_width (template) * k,
                                                       td_template_get_height (template) * k);
  cairo_t *cr = cairo_create (surface);
  PangoLayout **layouts = g_new0 (PangoLayout *, n_boxes);
  gint64 start;
  gint64 fitting = 0;

  for (guint i = 0; i < n_boxes; i++)
    {
      layouts[i] = pango_cairo_create_layout (cr);
      pango_layout_set_alignment (layouts[i], PANGO_ALIGN_CENTER);
    }
  start = g_get_monotonic_time ();
  for (guint n = 0; n < recipients->len; n++)
    {
      GHashTable *fields = g_ptr_array_index (recipients, n);

      for (guint i = 0; i < n_boxes; i++)
        {
          const TdTemplateBox *box = td_template_get_box (template, i);
          g_autofree char *text = NULL;
          g_autoptr (GString) broken = NULL;
          TdFitStyle style = { box->family, box->size, box->min_size, box->bold, box->italic, box->line_spacing, box->max_lines };
          g_autoptr (TdFit) fit = NULL;
          PangoFontDescription *font;
          gint64 before = g_get_monotonic_time ();

          if (!td_template_box_applies (box, fields) || (box->fixed && !all))
            continue;
          text = td_template_box_expand (box, fields, NULL);
          fit = td_fitter_fit (fitter, text, &style, box->area.width, box->area.height);
          broken = g_string_new (NULL);
          for (guint l = 0; l < fit->n_lines; l++)
            {
              g_autofree char *line = td_fit_dup_line (fit, l);

              g_string_append_printf (broken, "%s%s", l > 0 ? "\n" : "", line);
            }
          fitting += g_get_monotonic_time () - before;
          font = pango_font_description_new ();
          pango_font_description_set_family (font, box->family);
          pango_font_description_set_weight (font, box->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
          pango_font_description_set_style (font, box->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
          pango_font_description_set_absolute_size (font, fit->size * PANGO_SCALE);
          pango_layout_set_font_description (layouts[i], font);
          pango_font_description_free (font);
          pango_layout_set_text (layouts[i], broken->str, -1);
          cairo_set_source_rgb (cr, box->red, box->green, box->blue);
          cairo_move_to (cr, box->area.x * k, box->area.y * k);
          pango_cairo_show_layout (cr, layouts[i]);
        }
      cairo_show_page (cr);
    }
  for (guint i = 0; i < n_boxes; i++)
    g_object_unref (layouts[i]);
  g_free (layouts);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_print ("bare cairo: %.0f pages/s\n",
           recipients->len * 1e6 / (g_get_monotonic_time () - start - fitting));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = td_templates_load_shipped (&error);
  g_auto (GStrv) glue = td_keep_together_load_shipped (NULL);
  g_autoptr (GPtrArray) recipients = NULL;
  g_autoptr (TdCertificateDocument) document = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  TdTemplate *template = NULL;
  TdCertificateFlags flags = 0;
  guint pages = G_N_ELEMENTS (samples);
  gboolean bare = FALSE, unique = FALSE;
  const char *carries = NULL;
  gint64 start;
  struct rusage usage;
  TdPdfInfo info = { "Bằng khen", "Ủy ban nhân dân tỉnh Đắk Lắk", FALSE };

  setlocale (LC_ALL, "");
  if (templates == NULL)
    g_error ("%s", error->message);
  if (argc < 3)
    return 2;
  for (guint i = 0; i < templates->len; i++)
    if (strcmp (td_template_get_id (g_ptr_array_index (templates, i)), argv[1]) == 0)
      template = g_ptr_array_index (templates, i);
  if (template == NULL)
    return 2;
  for (int i = 3; i < argc; i++)
    {
      if (strcmp (argv[i], "ornament") == 0)
        flags |= TD_CERTIFICATE_WITH_ORNAMENT;
      else if (strcmp (argv[i], "trial") == 0)
        flags |= TD_CERTIFICATE_TRIAL;
      else if (strcmp (argv[i], "bare") == 0)
        bare = TRUE;
      else if (strcmp (argv[i], "bookmarks") == 0)
        info.bookmarks = TRUE;
      else if (strcmp (argv[i], "unique") == 0)
        unique = TRUE;
      else if (g_str_has_prefix (argv[i], "carries="))
        carries = argv[i] + strlen ("carries=");
      else if (g_str_has_prefix (argv[i], "pages="))
        pages = atoi (argv[i] + 6);
    }
  if (bare)
    {
      recipients = make_recipients (pages, strstr (argv[1], "giay-khen") != NULL, unique);
      draw_bare (template, recipients, (const char *const *) glue, (flags & TD_CERTIFICATE_WITH_ORNAMENT) != 0, argv[2]);
      return 0;
    }
  document = make_document (template, pages, unique, (const char *const *) glue, flags);
  if (carries != NULL)
    carry (document, carries);
  start = g_get_monotonic_time ();
  if (!td_document_write_pdf_with (TD_DOCUMENT (document), argv[2], &info, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("ours: %.0f pages/s, %ld MiB\n", pages * 1e6 / (g_get_monotonic_time () - start), usage.ru_maxrss / 1024);
  if (pages <= 100)
    findings = td_certificate_document_check (document, NULL);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TdFinding *finding = g_ptr_array_index (findings, i);

      g_print ("%s: %s: %s\n", finding->rule, finding->where, finding->text);
    }
  return 0;
}
