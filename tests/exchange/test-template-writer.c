/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "td-template-reader.h"
#include "td-template-writer.h"

/* The first bytes of a PNG picture of 20 × 30 pixels, and some that differ. */
static GBytes *
make_png (guint8 mark)
{
  guint8 bytes[60] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 20, 0, 0, 0, 30 };

  bytes[50] = mark;
  return g_bytes_new (bytes, sizeof bytes);
}

static void
assert_kept (TdTemplate *template)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = td_template_write (template);
  g_autoptr (TdTemplate) again = td_template_read (xml, &error);
  g_autoptr (GBytes) second = NULL;

  g_assert_no_error (error);
  g_assert_true (td_template_equal (template, again));
  second = td_template_write (again);
  g_assert_true (g_bytes_equal (xml, second));
}

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = td_templates_load_shipped (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < templates->len; i++)
    assert_kept (g_ptr_array_index (templates, i));
}

static const char *const words[] = {
  "Tặng", "H’Ăng Niê", "Y Bhiông \"Niê\" Kđăm", "<line>&amp;", "'", "]]>", "một  hai", " đầu", "cuối ", "{name}", "{name?}, {post?}", "Đắk Lắk – 2026",
  "\xe2\x80\x8b", "ﬁ", "😀", "&#10;", "a\tb"
};

static char *
any_words (void)
{
  return g_strdup (words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
}

/* A length between 0 and @most, in thousandths. */
static double
any_length (double most)
{
  return g_test_rand_int_range (1, (int) (most * 1000)) / 1000.0;
}

static TdTemplateArea
any_area (TdTemplate *template)
{
  TdTemplateArea area;

  area.x = any_length (td_template_get_width (template) / 2);
  area.y = any_length (td_template_get_height (template) / 2);
  area.width = any_length (td_template_get_width (template) / 2);
  area.height = any_length (td_template_get_height (template) / 2);
  return area;
}

static TdTemplateBox *
any_box (TdTemplate *template, const char *stem)
{
  g_autofree char *id = td_template_dup_free_id (template, stem);
  TdTemplateBox *box = td_template_box_new (id);
  static const char *const patterns[] = { "{name}", "Tặng\n{name?}\n<b>", "một\nhai  ba", "& {a_b}" };

  box->title = any_words ();
  box->text = g_strdup (patterns[g_test_rand_int_range (0, G_N_ELEMENTS (patterns))]);
  box->area = any_area (template);
  box->align = g_test_rand_int_range (0, 3);
  box->valign = g_test_rand_int_range (0, 3);
  box->size = 12 + any_length (100);
  box->min_size = g_test_rand_bit () ? box->size : 4 + any_length (8);
  box->bold = g_test_rand_bit ();
  box->italic = g_test_rand_bit ();
  box->upper = g_test_rand_bit ();
  box->own_lines = g_test_rand_bit ();
  box->fixed = g_test_rand_bit ();
  box->red = g_test_rand_int_range (0, 256) / 255.0;
  box->blue = g_test_rand_int_range (0, 256) / 255.0;
  box->line_spacing = 0.8 + any_length (2);
  box->max_lines = g_test_rand_int_range (1, 13);
  box->underscore = g_test_rand_bit () ? any_length (5) : 0;
  box->when = g_strdup (g_test_rand_bit () ? "!post_line" : NULL);
  box->preprinted = g_test_rand_bit () ? any_words () : NULL;
  return box;
}

static void
alter (TdTemplate *template)
{
  TdTemplateGuide guides[2] = { { TRUE, any_length (90) }, { FALSE, any_length (90) } };
  const char *const phrases[] = { "Sở Nội vụ", words[g_test_rand_int_range (0, 6)], NULL };
  TdTemplateArea area = any_area (template);
  g_autofree char *text = any_words ();
  guint n_boxes = td_template_get_n_boxes (template);
  guint n = g_test_rand_int_range (0, n_boxes);

  switch (g_test_rand_int_range (0, 11))
    {
    case 0: td_template_take_box (template, any_box (template, "box")); break;
    case 1: td_template_replace_box (template, n, any_box (template, "other")); break;
    case 2: td_template_move_box (template, n, 0); break;
    case 3: td_template_set_title (template, text); break;
    case 4: td_template_set_guides (template, guides, 2); break;
    case 5: td_template_set_phrases (template, phrases); break;
    case 6: td_template_set_emblem_area (template, &area); break;
    case 7: td_template_set_ornament (template, "sen-vang", &area); break;
    case 8: td_template_set_source (template, text, g_test_rand_bit ()); break;
    case 9:
      {
        g_autoptr (GBytes) image = make_png (g_test_rand_int_range (0, 256));
        g_autofree char *id = td_template_dup_free_id (template, "picture");
        TdTemplatePicture *picture = td_template_picture_new (id, image);

        picture->title = any_words ();
        picture->area = area;
        picture->fixed = g_test_rand_bit ();
        td_template_take_picture (template, picture);
        break;
      }
    default:
      if (n_boxes > 1)
        td_template_remove_box (template, n);
    }
}

/* What white space of an attribute or a list item is, only a file that was read knows: compare after reading once. */
static TdTemplate *
reread (TdTemplate *template)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xml = td_template_write (template);
  TdTemplate *again = td_template_read (xml, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (td_template_get_n_boxes (again), ==, td_template_get_n_boxes (template));
  for (guint i = 0; i < td_template_get_n_boxes (again); i++)
    {
      g_autoptr (TdTemplateBox) box = td_template_box_dup (td_template_get_box (template, i));
      const TdTemplateBox *other = td_template_get_box (again, i);

      g_free (box->title);
      box->title = g_strdup (other->title);
      g_free (box->preprinted);
      box->preprinted = g_strdup (other->preprinted);
      g_assert_true (td_template_box_equal (box, other));
    }
  return again;
}

static void
test_altered (void)
{
  g_autoptr (GPtrArray) templates = td_templates_load_shipped (NULL);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (TdTemplate) template = td_template_dup (g_ptr_array_index (templates, i % templates->len));

      for (guint k = 0; k < 8; k++)
        {
          g_autoptr (TdTemplate) again = NULL;

          alter (template);
          again = reread (template);
          assert_kept (again);
        }
    }
}

typedef struct
{
  const char *title;
  const char *kept;
} TextCase;

static void
test_text (void)
{
  static const TextCase cases[] = {
    { "<b>&\"'", "<b>&\"'" },
    { "Tặng", "Tặng" },
    { "a\x01\x02"
      "b",
      "ab" },
    { "Đắk \xff", "Đắk \xef\xbf\xbd" },
    { "x\xef\xbf\xbf", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdTemplate) template = td_template_new ("t", cases[i].title, 297, 210);
      g_autoptr (TdTemplate) again = NULL;
      g_autoptr (GBytes) xml = NULL;

      td_template_add_award_form (template, "GK_SO");
      td_template_take_box (template, any_box (template, "box"));
      xml = td_template_write (template);
      again = td_template_read (xml, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (td_template_get_title (again), ==, cases[i].kept);
    }
}

/* Nobody writes 10.100000000000001. */
static void
test_numbers (void)
{
  g_autoptr (TdTemplate) template = td_template_new ("t", "T", 297, 210);
  g_autoptr (GBytes) xml = NULL;
  g_autofree char *text = NULL;
  TdTemplateBox *box = td_template_box_new ("a");

  box->title = g_strdup ("A");
  box->text = g_strdup ("a");
  box->area = (TdTemplateArea){ 0.1 + 0.2, -0.0001, 100, 10.0004 };
  box->size = box->min_size = 12.5;
  td_template_take_box (template, box);
  xml = td_template_write (template);
  text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  g_assert_nonnull (strstr (text, "x=\"0.3\" y=\"0\" width=\"100\" height=\"10\" size=\"12.5\">"));
}

static void
test_refused (void)
{
  g_autoptr (TdTemplate) template = td_template_new ("t", "T", 297, 210);
  g_autoptr (GBytes) without_box = td_template_write (template);
  g_autoptr (GBytes) without_title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (td_template_read (without_box, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  td_template_add_award_form (template, "GK_SO");
  td_template_take_box (template, any_box (template, "box"));
  td_template_set_title (template, "");
  without_title = td_template_write (template);
  g_assert_null (td_template_read (without_title, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-writer/shipped", test_shipped);
  g_test_add_func ("/template-writer/altered", test_altered);
  g_test_add_func ("/template-writer/text", test_text);
  g_test_add_func ("/template-writer/numbers", test_numbers);
  g_test_add_func ("/template-writer/refused", test_refused);
  return g_test_run ();
}
