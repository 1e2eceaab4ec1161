/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-template-reader.h"

#define HEAD                                                                    \
  "<template xmlns='urn:x-thidua:template:1' id='t' title='T'>\n"               \
  "<validity verified='no' source='test' from='2026-01-01' to='2026-12-31'/>\n" \
  "<sheet width='297' height='210'/>\n"                                         \
  "<suits> Giấy khen </suits>\n"
#define BOX(attributes, lines) \
  "<box id='a' title='A' printed='variable' x='10' y='10' width='100' height='10' size='14' " attributes ">" lines "</box>\n"
#define PICTURE(id, data) \
  "<picture id='" id "' title='P' printed='fixed' x='1' y='1' width='9' height='9'>" data "</picture>\n"
/* The first 33 bytes of a PNG file, its size in the middle. */
#define PNG(size) "iVBORw0KGgoAAAANSUhEUg" size "CAYAAAAAAAAA"
/* The head of a JPEG file, a scan of it, and its end. */
#define JPEG_END      "/9k="
#define JPEG_HEAD     "/9j/wAALCAECAwQBAREA"
#define JPEG_SCANS_10 JPEG_SCANS_5 JPEG_SCANS_5
#define JPEG_SCANS_5  JPEG_SCAN JPEG_SCAN JPEG_SCAN JPEG_SCAN JPEG_SCAN
#define JPEG_SCAN     "/9oACAEBAAA/AGRvdHNmaWxs"
#define TAIL          "</template>\n"

static TdTemplate *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return td_template_read (bytes, error);
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdTemplate) template = NULL;
  const TdTemplateBox *box;
  GDate day;

  template = read_text (HEAD "<ornament id='sen-vang' x='10' y='10' width='277' height='190'/>\n"
                             "<emblem x='140' y='20' width='17' height='18'/>\n" BOX (
                                 "min-size='9.5' weight='bold' style='italic' colour='#ff8000' case='upper' max-lines='3' "
                                 "line-spacing='1.5' align='right' valign='top' when='!post' underscore='2'",
                                 "<line>Ông {name}</line><line>{post?}</line>") TAIL,
                        &error);
  g_assert_no_error (error);
  g_assert_cmpstr (td_template_get_id (template), ==, "t");
  g_assert_cmpfloat (td_template_get_width (template), ==, 297);
  g_assert_cmpstr (td_template_get_ornament (template), ==, "sen-vang");
  g_assert_cmpfloat (td_template_get_ornament_area (template)->width, ==, 277);
  g_assert_cmpfloat (td_template_get_emblem_area (template)->height, ==, 18);
  g_assert_true (td_template_suits (template, "Giấy khen"));
  g_assert_false (td_template_get_verified (template));
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 31, G_DATE_DECEMBER, 2025);
  g_assert_false (td_template_is_valid_on (template, &day));
  g_date_add_days (&day, 1);
  g_assert_true (td_template_is_valid_on (template, &day));
  box = td_template_find_box (template, "a");
  g_assert_nonnull (box);
  g_assert_cmpstr (box->text, ==, "Ông {name}\n{post?}");
  g_assert_cmpstr (box->when, ==, "!post");
  g_assert_cmpfloat (box->min_size, ==, 9.5);
  g_assert_true (box->bold && box->italic && box->upper && !box->fixed);
  g_assert_cmpfloat_with_epsilon (box->green, 128 / 255.0, 1e-9);
  g_assert_cmpuint (box->max_lines, ==, 3);
  g_assert_cmpfloat (box->line_spacing, ==, 1.5);
  g_assert_cmpint (box->align, ==, TD_TEMPLATE_END);
  g_assert_cmpint (box->valign, ==, TD_TEMPLATE_START);
}

/* Boxes with all they may have, of which a validator by patterns would make hours. */
static void
test_full_boxes (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdTemplate) template = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text,
                            "<box id='b%u' title='B' printed='variable' x='1' y='1' width='9' height='9' size='14' min-size='9.5' weight='bold' "
                            "style='italic' colour='#ff8000' case='upper' max-lines='3' break='lines' line-spacing='1.5' align='right' "
                            "valign='top' when='!post' underscore='2' preprinted='X' family='F'><line>{name}</line></box>",
                            i);
  g_string_append (text, TAIL);
  template = read_text (text->str, &error);
  g_assert_no_error (error);
  g_string_insert (text, strstr (text->str, "'F'>") - text->str + 3, " nobody-knows='this'");
  g_clear_object (&template);
  template = read_text (text->str, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

typedef struct
{
  const char *xml;
  const char *line; /* what the message begins with */
} BadCase;

static void
test_bad (void)
{
  static const BadCase cases[] = {
    { "", "Line 1:" },
    { "not xml", "Line 1:" },
    { "<template", "Line 1:" },
    { "<!DOCTYPE t SYSTEM 'http://127.0.0.1/x'><t/>", "Line 1:" },
    { "<!DOCTYPE t [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><t>&e;</t>", "Line 1:" },
    { "<other/>", "Line 1:" },
    { "<template id='t' title='T'/>", "Line 1:" },
    { HEAD TAIL, "Line 1:" },
    { HEAD BOX ("", "") TAIL, "Line 5:" },
    { HEAD BOX ("unknown='1'", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD BOX ("min-size='2'", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD BOX ("min-size='20'", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD BOX ("colour='red'", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD BOX ("max-lines='0'", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD BOX ("align='justify'", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD BOX ("when='Name'", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD BOX ("", "<line>{name</line>") TAIL, "Line 5:" },
    { HEAD BOX ("", "<line>name}</line>") TAIL, "Line 5:" },
    { HEAD BOX ("", "<line>{}</line>") TAIL, "Line 5:" },
    { HEAD BOX ("", "<line>{?}</line>") TAIL, "Line 5:" },
    { HEAD BOX ("", "<line>{Tên}</line>") TAIL, "Line 5:" },
    { HEAD BOX ("", "<line>a</line>") BOX ("", "<line>b</line>") TAIL, "Line 6:" },
    { HEAD "<box id='a' title='A' printed='variable' x='250' y='10' width='100' height='10' size='14'><line>a</line></box>" TAIL, "Line 5:" },
    { HEAD "<ornament id='x' x='0' y='0' width='420' height='297'/>" BOX ("", "<line>a</line>") TAIL, "Line 5:" },
    { "<template xmlns='urn:x-thidua:template:x' id='t' title='T'/>", "Line 1: this is no" },
    { "<letter xmlns='urn:x-thidua:letter:1'/>", "Line 1: this is no" },
    { "<template xmlns='urn:x-thidua:template:2' id='t' title='T'><new/></template>", "Line 1: this template was made by a newer" },
    { HEAD "<guide x='1' y='1'/>" BOX ("", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD "<guide/>" BOX ("", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD PICTURE ("p", "") BOX ("", "<line>a</line>") TAIL, "Line 5: this is no PNG" },
    { HEAD PICTURE ("p", "R0lGODlhEAAQAA==") BOX ("", "<line>a</line>") TAIL, "Line 5: this is no PNG" },
    { HEAD PICTURE ("p", JPEG_HEAD JPEG_SCANS_10 JPEG_SCANS_10 JPEG_SCANS_10 JPEG_SCANS_10 JPEG_SCANS_10 JPEG_END) BOX ("", "<line>a</line>") TAIL, "Line 5: this JPEG picture is stored" },
    { HEAD PICTURE ("p", JPEG_HEAD JPEG_SCANS_10) BOX ("", "<line>a</line>") TAIL, "Line 5: this picture is cut off" },
    { HEAD PICTURE ("p", "/9j/4AAQSkZJRgAB") BOX ("", "<line>a</line>") TAIL, "Line 5: this is no PNG" },
    { HEAD PICTURE ("p", "not base64!") BOX ("", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD PICTURE ("p", PNG ("AAnEAAAJxA")) BOX ("", "<line>a</line>") TAIL, "Line 5: a picture has at most" },
    { HEAD PICTURE ("p", PNG ("AAAAAAAAAA")) BOX ("", "<line>a</line>") TAIL, "Line 5: this is no PNG" },
    { HEAD PICTURE ("a", PNG ("AAABQAAAAU")) BOX ("", "<line>a</line>") TAIL, "Line 6: there are two" },
    { HEAD PICTURE ("p", PNG ("AAABQAAAAU")) "<ornament id='x' x='0' y='0' width='1' height='1'/>" BOX ("", "<line>a</line>") TAIL, "Line 6:" },
    { HEAD BOX ("break='here'", "<line>a</line>") TAIL, "Line 5:" },
    { HEAD "<box id='a' title='A' printed='perhaps' x='10' y='10' width='100' height='10' size='14'><line>a</line></box>" TAIL, "Line 5:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdTemplate) template = read_text (cases[i].xml, &error);

      g_test_message ("case %u: %s", i, error != NULL ? error->message : "accepted");
      g_assert_null (template);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_true (g_str_has_prefix (error->message, cases[i].line));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_parts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdTemplate) template = NULL;
  const TdTemplateGuide *guides;
  guint n_guides;

  template = read_text (HEAD "<guide y='12.5'/><guide x='30'/><keep-together> Sở  Nội vụ </keep-together>"
                             "<keep-together>To\xcc\x82i</keep-together>" /* decomposed */
                        PICTURE ("p", " " PNG ("AAABQAAAAU") "\n") PICTURE ("photo", JPEG_HEAD JPEG_SCANS_10 JPEG_END) BOX ("break='lines'", "<line>a b</line>") TAIL,
                        &error);
  g_assert_no_error (error);
  guides = td_template_get_guides (template, &n_guides);
  g_assert_cmpuint (n_guides, ==, 2);
  g_assert_false (guides[0].vertical);
  g_assert_cmpfloat (guides[0].at, ==, 12.5);
  g_assert_true (guides[1].vertical);
  g_assert_cmpfloat (guides[1].at, ==, 30);
  g_assert_cmpstr (td_template_get_phrases (template)[0], ==, "Sở  Nội vụ");
  g_assert_cmpstr (td_template_get_phrases (template)[1], ==, "Tôi");
  g_assert_null (td_template_get_phrases (template)[2]);
  g_assert_cmpuint (td_template_get_n_pictures (template), ==, 2);
  g_assert_cmpuint (g_bytes_get_size (td_template_get_picture (template, 0)->image), ==, 33);
  g_assert_cmpuint (g_bytes_get_size (td_template_get_picture (template, 1)->image), ==, 15 + 10 * 18 + 2);
  g_assert_true (td_template_get_picture (template, 0)->fixed);
  g_assert_true (td_template_find_box (template, "a")->own_lines);
}

static void
test_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *spaces = g_strnfill (4 * 1024 * 1024 + 1, ' ');

  g_assert_null (read_text (spaces, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = td_templates_load_shipped (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (templates->len, >=, 2);
  for (guint i = 0; i < templates->len; i++)
    {
      TdTemplate *template = g_ptr_array_index (templates, i);
      static const char *const needed[] = { "country", "motto", "issuer", "gift", "form", "subject", "achievement",
                                            "decision", "register", "place-date", "signer-post", "signer-name" };

      g_assert_nonnull (td_template_get_source (template));
      g_assert_cmpfloat (td_template_get_emblem_area (template)->width, >, 0);
      for (guint k = 0; k < G_N_ELEMENTS (needed); k++)
        g_assert_nonnull (td_template_find_box (template, needed[k]));
      /* what the decree asks to stay blank between the signer's post and name; less on a small sheet */
      g_assert_cmpfloat (td_template_find_box (template, "signer-name")->area.y
                             - td_template_find_box (template, "signer-post")->area.y
                             - td_template_find_box (template, "signer-post")->area.height,
                         >=, td_template_get_width (template) >= 400 ? 35 : 30);
      g_assert_cmpstr (td_template_find_box (template, "gift")->preprinted, ==, "Tặng");
    }
}

static void
test_keep_together (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) phrases = td_keep_together_load_shipped (&error);

  g_assert_no_error (error);
  g_assert_true (g_strv_contains ((const char *const *) phrases, "Ủy ban nhân dân"));
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      g_assert_true (g_utf8_validate (phrases[i], -1, NULL));
      g_assert_false (g_str_has_prefix (phrases[i], "//"));
      g_assert_nonnull (strchr (phrases[i], ' '));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-reader/read", test_read);
  g_test_add_func ("/template-reader/full-boxes", test_full_boxes);
  g_test_add_func ("/template-reader/bad", test_bad);
  g_test_add_func ("/template-reader/parts", test_parts);
  g_test_add_func ("/template-reader/long", test_long);
  g_test_add_func ("/template-reader/shipped", test_shipped);
  g_test_add_func ("/template-reader/keep-together", test_keep_together);
  return g_test_run ();
}
