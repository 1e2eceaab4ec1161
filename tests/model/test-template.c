/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-template.h"

typedef struct
{
  const char *text;
  gboolean upper;
  const char *expected;
  guint n_empty;
} ExpandCase;

static GHashTable *
make_fields (void)
{
  GHashTable *fields = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (fields, (char *) "name", (char *) "H’Ăng Niê");
  g_hash_table_insert (fields, (char *) "gift", (char *) "Truy tặng");
  g_hash_table_insert (fields, (char *) "blank", (char *) "");
  g_hash_table_insert (fields, (char *) "two", (char *) "một\nhai");
  return fields;
}

static void
test_expand (void)
{
  static const ExpandCase cases[] = {
    { "{name}", FALSE, "H’Ăng Niê", 0 },
    { "Bà {name},", FALSE, "Bà H’Ăng Niê,", 0 },
    { "{gift}", TRUE, "TRUY TẶNG", 0 },
    { "{missing}", FALSE, "", 1 },
    { "{blank}", FALSE, "", 1 },
    { "{blank?}\n{name}", FALSE, "H’Ăng Niê", 0 },
    { "{missing?}{name}{blank}", FALSE, "H’Ăng Niê", 1 },
    { "{two}", FALSE, "một\nhai", 0 },
    { "  no field  ", FALSE, "no field", 0 },
    { "open {name", FALSE, "open {name", 0 },
    { "", FALSE, "", 0 },
  };
  g_autoptr (GHashTable) fields = make_fields ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdTemplateBox) box = td_template_box_new ("box");
      g_autoptr (GPtrArray) empty = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;

      box->text = g_strdup (cases[i].text);
      box->upper = cases[i].upper;
      text = td_template_box_expand (box, fields, empty);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpuint (empty->len, ==, cases[i].n_empty);
    }
}

static void
test_when (void)
{
  static const struct
  {
    const char *when;
    gboolean applies;
  } cases[] = {
    { NULL, TRUE }, { "name", TRUE }, { "!name", FALSE }, { "blank", FALSE }, { "!blank", TRUE }, { "missing", FALSE }, { "!missing", TRUE }
  };
  g_autoptr (GHashTable) fields = make_fields ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdTemplateBox) box = td_template_box_new ("box");

      box->when = g_strdup (cases[i].when);
      g_assert_cmpint (td_template_box_applies (box, fields), ==, cases[i].applies);
    }
}

static void
test_validity (void)
{
  static const struct
  {
    GDateYear from, to; /* 1 January and 31 December; 0: open */
    gboolean valid;
  } cases[] = { { 0, 0, TRUE }, { 2026, 0, TRUE }, { 2027, 0, FALSE }, { 0, 2026, TRUE }, { 0, 2025, FALSE }, { 2026, 2026, TRUE } };
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 15, G_DATE_JULY, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdTemplate) template = td_template_new ("t", "T", 297, 210);
      GDate from, to;

      g_date_clear (&from, 1);
      g_date_clear (&to, 1);
      if (cases[i].from != 0)
        g_date_set_dmy (&from, 1, G_DATE_JANUARY, cases[i].from);
      if (cases[i].to != 0)
        g_date_set_dmy (&to, 31, G_DATE_DECEMBER, cases[i].to);
      td_template_set_validity (template, cases[i].from != 0 ? &from : NULL, cases[i].to != 0 ? &to : NULL);
      g_assert_cmpint (td_template_is_valid_on (template, &day), ==, cases[i].valid);
    }
}

static void
test_properties (void)
{
  g_autoptr (TdTemplate) template = td_template_new ("giay-khen-a4", "Giấy khen", 297, 210);
  g_autofree char *id = NULL, *title = NULL;
  double width, height;
  gboolean verified;

  td_template_add_award_form (template, "Giấy khen");
  td_template_set_source (template, "practice", TRUE);
  g_object_get (template, "id", &id, "title", &title, "width", &width, "height", &height, "verified", &verified, NULL);
  g_assert_cmpstr (id, ==, "giay-khen-a4");
  g_assert_cmpstr (title, ==, "Giấy khen");
  g_assert_cmpfloat (width, ==, 297);
  g_assert_cmpfloat (height, ==, 210);
  g_assert_true (verified);
  g_assert_true (td_template_suits (template, "Giấy khen"));
  g_assert_false (td_template_suits (template, "Bằng khen"));
}

static TdTemplate *
make_full (void)
{
  static const TdTemplateGuide guides[] = { { TRUE, 148.5 }, { FALSE, 30 } };
  static const char *const phrases[] = { "Sở Nội vụ", "~một lòng", NULL };
  TdTemplate *template = td_template_new ("t", "T", 297, 210);
  const TdTemplateArea area = { 1, 2, 3, 4 };
  g_autoptr (GBytes) image = g_bytes_new_static ("png", 3);
  TdTemplatePicture *picture = td_template_picture_new ("logo", image);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 2, G_DATE_SEPTEMBER, 2026);
  td_template_add_award_form (template, "GK_SO");
  td_template_set_ornament (template, "sen-vang", &area);
  td_template_set_emblem_area (template, &area);
  td_template_set_validity (template, &day, NULL);
  td_template_set_source (template, "practice", TRUE);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("box-%u", i);
      TdTemplateBox *box = td_template_box_new (id);

      box->title = g_strdup ("Box");
      box->text = g_strdup ("{name}");
      box->area = area;
      box->size = 12 + i;
      td_template_take_box (template, box);
    }
  picture->title = g_strdup ("Logo");
  td_template_take_picture (template, picture);
  td_template_set_guides (template, guides, G_N_ELEMENTS (guides));
  td_template_set_phrases (template, phrases);
  return template;
}

static void
assert_order (TdTemplate *template, const char *first, const char *second, const char *third)
{
  g_assert_cmpstr (td_template_get_box (template, 0)->id, ==, first);
  g_assert_cmpstr (td_template_get_box (template, 1)->id, ==, second);
  g_assert_cmpstr (td_template_get_box (template, 2)->id, ==, third);
}

static void
test_boxes (void)
{
  g_autoptr (TdTemplate) template = make_full ();
  g_autofree char *free_id = td_template_dup_free_id (template, "box");
  g_autofree char *next_id = td_template_dup_free_id (template, "logo");

  g_assert_cmpstr (free_id, ==, "box");
  g_assert_cmpstr (next_id, ==, "logo-2");
  assert_order (template, "box-0", "box-1", "box-2");
  td_template_move_box (template, 0, 2);
  assert_order (template, "box-1", "box-2", "box-0");
  td_template_move_box (template, 2, 0);
  assert_order (template, "box-0", "box-1", "box-2");
  td_template_replace_box (template, 1, td_template_box_new ("new"));
  assert_order (template, "box-0", "new", "box-2");
  td_template_remove_box (template, 0);
  td_template_take_box_at (template, td_template_box_new ("first"), 0);
  assert_order (template, "first", "new", "box-2");
  td_template_take_box_at (template, td_template_box_new ("last"), 3);
  g_assert_cmpuint (td_template_get_n_boxes (template), ==, 4);
  g_assert_cmpstr (td_template_get_box (template, 3)->id, ==, "last");
}

static TdTemplateBox *
dup_box (TdTemplate *template)
{
  return td_template_box_dup (td_template_get_box (template, 1));
}

#define ALTER_BOX(name, change)                 \
  static void name (TdTemplate *template)       \
  {                                             \
    TdTemplateBox *box = dup_box (template);    \
                                                \
    change;                                     \
    td_template_replace_box (template, 1, box); \
  }

ALTER_BOX (alter_box_area, box->area.x += 0.001)
ALTER_BOX (alter_box_align, box->align = TD_TEMPLATE_END)
ALTER_BOX (alter_box_size, box->size += 0.1)
ALTER_BOX (alter_box_bold, box->bold = TRUE)
ALTER_BOX (alter_box_colour, box->blue = 1)
ALTER_BOX (alter_box_lines, box->max_lines = 2)
ALTER_BOX (alter_box_breaks, box->own_lines = TRUE)
ALTER_BOX (alter_box_when, box->when = g_strdup ("name"))
ALTER_BOX (alter_box_fixed, box->fixed = TRUE)
ALTER_BOX (alter_box_text, box->text[0] = ' ')

static void
alter_order (TdTemplate *template)
{
  td_template_move_box (template, 0, 1);
}

static void
alter_title (TdTemplate *template)
{
  td_template_set_title (template, "U");
}

static void
alter_id (TdTemplate *template)
{
  td_template_set_id (template, "u");
}

static void
alter_size (TdTemplate *template)
{
  td_template_set_size (template, 297, 420);
}

static void
alter_forms (TdTemplate *template)
{
  td_template_set_award_forms (template, (const char *const[]){ "GK_XA", NULL });
}

static void
alter_validity (TdTemplate *template)
{
  td_template_set_validity (template, NULL, NULL);
}

static void
alter_guides (TdTemplate *template)
{
  td_template_set_guides (template, NULL, 0);
}

static void
alter_phrases (TdTemplate *template)
{
  td_template_set_phrases (template, (const char *const[]){ NULL });
}

static void
alter_picture (TdTemplate *template)
{
  TdTemplatePicture *picture = td_template_picture_dup (td_template_get_picture (template, 0));

  picture->area.y = 5;
  td_template_replace_picture (template, 0, picture);
}

static void
alter_pictures (TdTemplate *template)
{
  td_template_remove_picture (template, 0);
}

/* A copy is equal; each change of the copy alone makes it differ and leaves the first as it was. */
static void
test_dup (void)
{
  static void (*const alterations[]) (TdTemplate *) = {
    alter_box_area, alter_box_align, alter_box_size, alter_box_bold, alter_box_colour, alter_box_lines,
    alter_box_breaks, alter_box_when, alter_box_fixed, alter_box_text, alter_order, alter_title, alter_id,
    alter_size, alter_forms, alter_validity, alter_guides, alter_phrases, alter_picture, alter_pictures
  };
  g_autoptr (TdTemplate) template = make_full ();
  g_autoptr (TdTemplate) untouched = make_full ();

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (TdTemplate) copy = td_template_dup (template);

      g_test_message ("alteration %u", i);
      g_assert_true (td_template_equal (template, copy));
      alterations[i](copy);
      g_assert_false (td_template_equal (template, copy));
      g_assert_true (td_template_equal (template, untouched));
    }
}

static void
count_cb (guint *n_notified)
{
  (*n_notified)++;
}

static void
test_notify (void)
{
  g_autoptr (TdTemplate) template = make_full ();
  guint n_notified = 0;

  g_signal_connect_swapped (template, "notify", G_CALLBACK (count_cb), &n_notified);
  td_template_set_title (template, "T");
  td_template_set_id (template, "t");
  td_template_set_size (template, 297, 210);
  g_assert_cmpuint (n_notified, ==, 0);
  td_template_set_title (template, "U");
  td_template_set_size (template, 420, 297);
  g_assert_cmpuint (n_notified, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/expand", test_expand);
  g_test_add_func ("/template/when", test_when);
  g_test_add_func ("/template/validity", test_validity);
  g_test_add_func ("/template/properties", test_properties);
  g_test_add_func ("/template/boxes", test_boxes);
  g_test_add_func ("/template/dup", test_dup);
  g_test_add_func ("/template/notify", test_notify);
  return g_test_run ();
}
