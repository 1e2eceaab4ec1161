/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../fixtures/sample-case.h"
#include "td-finding.h"
#include "td-legal-documents.h"
#include "td-letter-document.h"
#include "td-letter-template.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define SIGNER        "Nguyễn Văn Thí Dụ"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("td-letter-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "letter.pdf", NULL);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static TdLetter *
fill (const TdLetterCase *letter_case)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdLetterTemplate) template = td_letter_template_load ("decision-award", &error);
  g_autoptr (GPtrArray) documents = td_legal_documents_load (&error);
  g_autoptr (GPtrArray) findings = td_findings_new ();
  TdLetter *letter = td_letter_template_fill (template, documents, letter_case, findings, &error);

  g_assert_no_error (error);
  return letter;
}

static guint
write_letter (Fixture *fixture, TdLetter *letter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdLetterDocument) document = td_letter_document_new (letter);

  td_document_write_pdf (TD_DOCUMENT (document), fixture->path, "Quyết định", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return td_document_get_n_pages (TD_DOCUMENT (document));
}

static guint
write_case (Fixture *fixture, const TdLetterCase *letter_case)
{
  g_autoptr (TdLetter) letter = fill (letter_case);

  return write_letter (fixture, letter);
}

/* What a poppler tool says about the PDF; %NULL with the test skipped when it is not installed. */
static char *
ask (Fixture *fixture, const char *tool, const char *option, const char *last)
{
  g_autofree char *found = g_find_program_in_path (tool);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  if (found == NULL)
    {
      g_test_skip ("poppler tools are not installed");
      return NULL;
    }
  g_ptr_array_add (argv, found);
  if (option != NULL)
    g_ptr_array_add (argv, (char *) option);
  g_ptr_array_add (argv, fixture->path);
  g_ptr_array_add (argv, (char *) last); /* NULL ends it early */
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_assert_nonnull (output);
  return output;
}

/* The pages' texts as they lie. */
static char **
read_pages (Fixture *fixture)
{
  g_autofree char *text = ask (fixture, "pdftotext", "-layout", "-");

  return text != NULL ? g_strsplit (text, "\f", -1) : NULL;
}

static gboolean
has_word (const char *text, const char *word)
{
  return strstr (text, word) != NULL;
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autofree char *info = NULL;
  g_autofree char *fonts = NULL;
  g_auto (GStrv) pages = NULL;
  g_auto (GStrv) lines = NULL;

  sample_add_mixed_list (letter_case);
  g_assert_cmpuint (write_case (fixture, letter_case), ==, 2);
  if ((info = ask (fixture, "pdfinfo", NULL, NULL)) == NULL
      || (fonts = ask (fixture, "pdffonts", NULL, NULL)) == NULL
      || (pages = read_pages (fixture)) == NULL)
    return;
  g_assert_true (has_word (info, "(A4)"));
  g_assert_true (has_word (info, "Pages:           2\n"));

  lines = g_strsplit (fonts, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_assert_true (has_word (lines[i], "LiberationSerif"));
      g_assert_true (has_word (lines[i], " yes yes yes ")); /* embedded, subset, Unicode */
    }

  /* The sentence a clerk would search for, whole. */
  g_assert_true (has_word (pages[0], "Độc lập - Tự do - Hạnh phúc"));
  g_assert_true (has_word (pages[0], "Số: 15/QĐ-UBND"));
  g_assert_true (has_word (pages[0], "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"));
  g_assert_true (has_word (pages[1], "Ông Y Bhiông Niê Kđăm"));
  g_assert_true (has_word (pages[1], "Bà H’Ăng Niê"));
  g_assert_false (has_word (pages[0], "DỰ THẢO"));
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", NULL);
  g_auto (GStrv) pages = NULL;

  sample_add_mixed_list (letter_case);
  write_case (fixture, letter_case);
  if ((pages = read_pages (fixture)) == NULL)
    return;
  g_assert_true (has_word (pages[0], "DỰ THẢO"));
  g_assert_true (has_word (pages[0], "Số:"));
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_assert_false (has_word (pages[i], "15/QĐ-UBND"));
      g_assert_false (has_word (pages[i], "ngày 20"));
    }
}

/* The first words of a page, which are its number where it has one. */
static char *
get_top (const char *page)
{
  g_auto (GStrv) lines = g_strsplit (page, "\n", 2);

  return g_strstrip (g_strdup (lines[0]));
}

static void
test_long_list (Fixture *fixture, gconstpointer data)
{
  const guint n_rows = 300;
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  TdAwardList *list = sample_add_long_list (letter_case, n_rows);
  g_auto (GStrv) pages = NULL;
  g_autofree char *all = NULL;
  guint n_pages, n_letter = 0;

  letter_case->money_in_list = TRUE;
  n_pages = write_case (fixture, letter_case);
  if ((pages = read_pages (fixture)) == NULL)
    return;
  g_assert_cmpuint (g_strv_length (pages), ==, n_pages + 1); /* one form feed after each */
  all = g_strjoinv ("\n", pages);
  for (guint i = 0; i < n_rows; i++)
    {
      const TdAwardRow *row = g_ptr_array_index (list->rows, i);

      if (!has_word (all, row->name))
        g_error ("%s is lost", row->name);
    }

  while (!has_word (pages[n_letter], "DANH SÁCH CÁ NHÂN"))
    n_letter++;
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *top = get_top (pages[i]);
      guint number = i < n_letter ? i + 1 : i - n_letter + 1;
      g_autofree char *digits = g_strdup_printf ("%u", number);

      if (number == 1)
        g_assert_true (g_str_has_prefix (top, i == 0 ? "ỦY BAN" : "DANH SÁCH"));
      else
        g_assert_cmpstr (top, ==, digits);
      if (i >= n_letter)
        g_assert_true (has_word (pages[i], "Họ và tên"));
    }
  g_assert_true (has_word (pages[n_pages - 1], "Danh sách gồm 300 cá nhân./."));
}

typedef struct
{
  double left, top, right, bottom;
} Box;

/* Every word's box on a page, in points. */
static GArray *
read_boxes (const char *page)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (const char *word = strstr (page, "<word "); word != NULL; word = strstr (word + 1, "<word "))
    {
      static const char *const names[] = { "xMin=\"", "yMin=\"", "xMax=\"", "yMax=\"" };
      double values[4];
      Box box;

      for (guint i = 0; i < 4; i++)
        values[i] = g_ascii_strtod (strstr (word, names[i]) + strlen (names[i]), NULL);
      box = (Box){ values[0], values[1], values[2], values[3] };
      g_array_append_val (boxes, box);
    }
  return boxes;
}

static gboolean
boxes_overlap (const Box *a, const Box *b)
{
  /* Glyphs may touch their neighbours' boxes; half a point is no collision. A line's box is its
   * font's height, which the lines above and below share a little of. */
  return MIN (a->right, b->right) - MAX (a->left, b->left) > 0.5
         && MIN (a->bottom, b->bottom) - MAX (a->top, b->top) > 4;
}

static void
test_no_overflow (Fixture *fixture, gconstpointer data)
{
  static const char *const spoilers[] = {
    "Nguyễnthịthanhtuyềnkhôngcókhoảngtrắngnàocảtrongtêncủamình",
    "Tậpthểcánbộcôngchứcviênchứcngườilaođộng/Banquảnlýdựánđầutưxâydựng",
    "Công ty Trách nhiệm hữu hạn Một thành viên Khai thác công trình thủy lợi và nước sạch nông thôn",
  };
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  TdAwardList *list = sample_add_long_list (letter_case, 40);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  letter_case->money_in_list = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (spoilers); i++)
    {
      TdAwardRow *row = td_award_list_add (list, TD_AWARDEE_PERSON, spoilers[i],
                                           spoilers[G_N_ELEMENTS (spoilers) - 1 - i]);

      row->money = G_GINT64_CONSTANT (1234567890000);
      row->note = g_strdup (spoilers[i]);
    }
  write_case (fixture, letter_case);
  if ((text = ask (fixture, "pdftotext", "-bbox", "-")) == NULL)
    return;
  pages = g_strsplit (text, "<page ", -1);
  for (guint p = 1; pages[p] != NULL; p++)
    {
      g_autoptr (GArray) boxes = read_boxes (pages[p]);

      g_assert_cmpuint (boxes->len, >, 20);
      for (guint i = 0; i < boxes->len; i++)
        {
          const Box *box = &g_array_index (boxes, Box, i);

          g_assert_cmpfloat (box->left, >=, 30 * POINTS_PER_MM - 0.5);
          g_assert_cmpfloat (box->right, <=, 195 * POINTS_PER_MM + 0.5);
          g_assert_cmpfloat (box->bottom, <=, 277 * POINTS_PER_MM + 1);
          for (guint j = i + 1; j < boxes->len; j++)
            g_assert_false (boxes_overlap (box, &g_array_index (boxes, Box, j)));
        }
    }
}

/* How many lines of text stand above "Nơi nhận" on the page of the signer, not counting the
 * page's number. */
static guint
count_lines_before_signature (char **pages)
{
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_auto (GStrv) lines = NULL;
      guint n = 0;

      if (!has_word (pages[i], SIGNER))
        continue;
      g_assert_true (has_word (pages[i], "Nơi nhận:"));
      lines = g_strsplit (pages[i], "\n", -1);
      for (guint j = i > 0 ? 1 : 0; !has_word (lines[j], "Nơi nhận:"); j++)
        n += strspn (lines[j], " ") < strlen (lines[j]);
      return n;
    }
  g_assert_not_reached ();
}

/* A letter that grows line by line meets every possible page end. */
static void
test_signature_not_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) achievement = g_string_new ("đã có thành tích");

  for (guint i = 0; i < 44; i++)
    {
      g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
      g_auto (GStrv) pages = NULL;

      g_string_append (achievement, " xuất sắc trong thực hiện nhiệm vụ phát triển kinh tế - xã hội, giữ vững quốc phòng, an ninh,");
      td_letter_case_set (letter_case, "achievement", achievement->str);
      if (i % 2 == 1)
        td_letter_case_set (letter_case, "executors", "Giám đốc Sở Nội vụ");
      sample_add_mixed_list (letter_case);
      write_case (fixture, letter_case);
      if ((pages = read_pages (fixture)) == NULL)
        return;
      g_assert_cmpuint (count_lines_before_signature (pages), >=, 2);
    }
}

/* More recipients than a page can hold, an appendix that is one row of many pages, and one without
 * rows: whatever comes, it is laid out and nothing is lost. */
static void
test_extremes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;
  g_autoptr (GString) note = g_string_new ("Đầu ghi chú");
  g_auto (GStrv) pages = NULL;
  g_autofree char *all = NULL;
  TdLetterTable *empty;

  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *recipient = g_strdup_printf ("Ủy ban nhân dân xã số %u", i);

      td_letter_case_add_recipient (letter_case, recipient);
    }
  for (guint i = 0; i < 900; i++)
    g_string_append (note, " rất dài");
  g_string_append (note, " cuối-ghi-chú");
  ((TdAwardRow *) g_ptr_array_index (sample_add_mixed_list (letter_case)->rows, 4))->note = g_strdup (note->str);
  letter = fill (letter_case);
  empty = td_letter_appendix_add_table (td_letter_add_appendix (letter, NULL, "TRỐNG", NULL));
  td_letter_table_add_column (empty, "Cột", 1, TD_LETTER_ALIGN_LEFT);
  write_letter (fixture, letter);
  if ((pages = read_pages (fixture)) == NULL)
    return;
  all = g_strjoinv ("\n", pages);
  g_assert_true (has_word (all, "xã số 89;"));
  g_assert_true (has_word (all, "cuối-ghi-chú"));
  g_assert_true (has_word (all, "TRỐNG"));
  g_assert_true (has_word (all, SIGNER));
}

/* A công văn to several: each on a line of its own with its stop, below each other; more than a page of them go on. */
static void
test_addressees (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "<letter xmlns=\"https://thidua.org/ns/letter/1\" id=\"t\" valid-from=\"2020-03-05\" verified=\"none\" source=\"-\">"
                             "<state>S</state><motto>M</motto><issuing-body>I</issuing-body><number>Số: {number-sign}</number><place-date>P</place-date>"
                             "<about>V/v thử</about><addressees label=\"Kính gửi:\">%s</addressees><article><paragraph>Nội dung./.</paragraph></article></letter>";
  static const guint counts[] = { 2, 80 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GString) addressees = g_string_new ("<addressee when=\"unknown\">Không ai</addressee>");
      g_autofree char *xml = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (TdLetterTemplate) template = NULL;
      g_autoptr (TdLetterCase) letter_case = td_letter_case_new ("2026-01-20", "15");
      g_autoptr (GPtrArray) documents = td_legal_documents_load (NULL);
      g_autoptr (GPtrArray) findings = td_findings_new ();
      g_autoptr (TdLetter) letter = NULL;
      g_auto (GStrv) pages = NULL;
      g_auto (GStrv) lines = NULL;
      g_autofree char *all = NULL;
      gssize dash = -1;
      guint n = 0;

      for (guint j = 1; j <= counts[i]; j++)
        g_string_append_printf (addressees, "<addressee>Đơn vị %u</addressee>", j);
      xml = g_strdup_printf (text, addressees->str);
      bytes = g_bytes_new (xml, strlen (xml));
      template = td_letter_template_parse (bytes, &error);
      g_assert_no_error (error);
      td_letter_case_take_entry (letter_case, g_strdup (""));
      letter = td_letter_template_fill (template, documents, letter_case, findings, &error);
      g_assert_no_error (error);
      write_letter (fixture, letter);
      if ((pages = read_pages (fixture)) == NULL)
        return;
      all = g_strjoinv ("\n", pages);
      lines = g_strsplit (all, "\n", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          const char *at = strstr (lines[j], "- Đơn vị");
          g_autofree char *wanted = g_strdup_printf ("- Đơn vị %u%s", n + 1, n + 1 < counts[i] ? ";" : ".");

          if (at == NULL)
            continue;
          g_assert_cmpstr (at, ==, wanted);
          g_assert_cmpint (dash < 0 ? at - lines[j] : dash, ==, at - lines[j]);
          dash = counts[i] == 2 ? at - lines[j] : -1; /* poppler's columns differ from page to page */
          n++;
        }
      g_assert_cmpuint (n, ==, counts[i]);
      g_assert_false (has_word (all, "Không ai"));
    }
}

static void
fill_sections (TdLetter *letter, guint n_first)
{
  letter->state = g_strdup ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  letter->motto = g_strdup ("Độc lập - Tự do - Hạnh phúc");
  letter->issuing_body = g_strdup ("ỦY BAN NHÂN DÂN TỈNH MẪU");
  letter->type_name = g_strdup ("KẾ HOẠCH");
  letter->abstract = g_strdup ("Phát động thi đua");
  for (guint i = 0; i < n_first; i++)
    td_letter_add_section (letter->sections, TD_MARKER_TEXT, 1, NULL, NULL, "Một dòng đầu.");
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%u.", i);

      if (i % 10 == 1)
        td_letter_add_section (letter->sections, TD_MARKER_ROMAN, 1, i == 1 ? "I." : i == 11 ? "II."
                                                                                             : "III.",
                               "Tiêu đề của mục", NULL);
      td_letter_add_section (letter->sections, TD_MARKER_ARABIC, 2, mark, "Tiêu đề của khoản", NULL);
      td_letter_add_section (letter->sections, TD_MARKER_LETTER, 3, "a)", NULL, "Các đơn vị thi đua lập thành tích, phát huy sáng kiến, hoàn thành vượt mức kế hoạch được giao trong năm và cả giai đoạn.");
    }
  letter->closing = g_strdup ("Trên đây là Kế hoạch phát động thi đua; đề nghị các cơ quan, đơn vị, địa phương nghiêm túc tổ chức triển khai thực hiện./.");
  letter->recipients_label = g_strdup ("Nơi nhận:");
  g_ptr_array_add (letter->recipients, g_strdup ("Lưu: VT."));
  letter->signer_position = g_strdup ("CHỦ TỊCH");
  letter->signer_name = g_strdup (SIGNER);
}

/* Wherever pages end, they do not end with a heading, and the signature is not alone. */
static void
test_sections (Fixture *fixture, gconstpointer data)
{
  for (guint n = 0; n < 24; n++)
    {
      g_autoptr (TdLetter) letter = td_letter_new ();
      g_auto (GStrv) pages = NULL;
      g_autofree char *all = NULL;
      guint n_pages;

      fill_sections (letter, n);
      n_pages = write_letter (fixture, letter);
      g_assert_cmpuint (n_pages, >, 2);
      if ((pages = read_pages (fixture)) == NULL)
        return;
      for (guint i = 0; i < n_pages; i++)
        {
          g_auto (GStrv) lines = g_strsplit (g_strchomp (pages[i]), "\n", -1);
          const char *last = lines[g_strv_length (lines) - 1];

          if (has_word (last, "Tiêu đề") || has_word (last, "TIÊU ĐỀ"))
            g_error ("page %u of %u ends with “%s”", i + 1, n_pages, last);
        }
      g_assert_cmpuint (count_lines_before_signature (pages), >=, 2);
      all = g_strjoinv ("\n", pages);
      g_assert_true (has_word (all, "II. TIÊU ĐỀ CỦA MỤC"));
      g_assert_true (has_word (all, "30. Tiêu đề của khoản"));
      g_assert_true (has_word (all, "thực hiện./."));
    }
}

static cairo_rectangle_t
get_ink (TdDocument *document, guint page, double scale)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  cairo_scale (cr, scale, scale);
  td_document_draw_page (document, cr, page);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_same_at_any_scale (void)
{
  g_autoptr (TdLetterCase) letter_case = sample_case_new ("2026-01-20", "15");
  g_autoptr (TdLetter) letter = NULL;
  g_autoptr (TdLetterDocument) document = NULL;
  guint n_pages;

  sample_add_mixed_list (letter_case);
  letter = fill (letter_case);
  document = td_letter_document_new (letter);
  n_pages = td_document_get_n_pages (TD_DOCUMENT (document));
  for (guint page = 0; page < n_pages; page++)
    {
      cairo_rectangle_t large = get_ink (TD_DOCUMENT (document), page, 20);
      static const double scales[] = { 2, 3.78, 5.9 };

      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          cairo_rectangle_t ink = get_ink (TD_DOCUMENT (document), page, scales[i]);

          /* Extents come in whole pixels: one on each side. */
          g_assert_cmpfloat (ABS (ink.x / scales[i] - large.x / 20), <, 1.5 / scales[i]);
          g_assert_cmpfloat (ABS (ink.width / scales[i] - large.width / 20), <, 2.5 / scales[i]);
          g_assert_cmpfloat (ABS (ink.height / scales[i] - large.height / 20), <, 2.5 / scales[i]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/letter-document/page", test_page);
  ADD ("/letter-document/draft", test_draft);
  ADD ("/letter-document/long-list", test_long_list);
  ADD ("/letter-document/no-overflow", test_no_overflow);
  ADD ("/letter-document/signature-not-alone", test_signature_not_alone);
  ADD ("/letter-document/extremes", test_extremes);
  ADD ("/letter-document/addressees", test_addressees);
  ADD ("/letter-document/sections", test_sections);
#undef ADD
  g_test_add_func ("/letter-document/same-at-any-scale", test_same_at_any_scale);
  return g_test_run ();
}
