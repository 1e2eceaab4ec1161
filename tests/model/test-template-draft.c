/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "td-template-draft.h"

/* A template that is being changed, without a display. */

static void
take_box (TdTemplate *template, const char *id, double x, double y, double width, double height)
{
  TdTemplateBox *box = td_template_box_new (id);

  box->title = g_strdup_printf ("Ô %s", id);
  box->text = g_strdup_printf ("{%s_line}", id);
  box->area = (TdTemplateArea){ x, y, width, height };
  box->size = 14;
  box->min_size = 10;
  td_template_take_box (template, box);
}

static TdTemplateDraft *
make_draft (void)
{
  g_autoptr (TdTemplate) template = td_template_new ("mau", "Mẫu", 297, 210);
  const TdTemplateArea ornament = { 10, 10, 277, 190 }, emblem = { 139.5, 20, 18, 18 };

  td_template_set_ornament (template, "sen-vang", &ornament);
  td_template_set_emblem_area (template, &emblem);
  take_box (template, "a", 10, 20, 40, 10);
  take_box (template, "b", 100, 50, 60, 20);
  take_box (template, "c", 200, 150, 50, 30);
  return td_template_draft_new (template);
}

/* What the draft looks like, in short: "a 10 20 40 10; b …". */
static char *
describe (TdTemplateDraft *draft)
{
  TdTemplate *template = td_template_draft_get_template (draft);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (template, i);

      g_string_append_printf (text, "%s%s %g %g %g %g", i > 0 ? "; " : "", box->id, box->area.x, box->area.y, box->area.width, box->area.height);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
choose (TdTemplateDraft *draft, const char *ids)
{
  g_auto (GStrv) all = g_strsplit (ids, " ", -1);

  td_template_draft_choose (draft, NULL, FALSE);
  for (guint i = 0; all[i] != NULL; i++)
    td_template_draft_choose (draft, all[i], i > 0);
}

typedef enum
{
  MOVE,
  SIZE,
  ALIGN,
  NUMBER,
  TEXT,
  DUPLICATE,
  REMOVE,
  REORDER,
} Act;

typedef struct
{
  const char *chosen;
  Act act;
  int how; /* edges, alignment, property or places */
  double x;
  double y;
  const char *text;
  gboolean done;
  const char *expected; /* NULL: as it was */
} Case;

#define START "a 10 20 40 10; b 100 50 60 20; c 200 150 50 30"

static const Case cases[] = {
  { "a", MOVE, 0, 0.1, 0, NULL, TRUE, "a 10.1 20 40 10; b 100 50 60 20; c 200 150 50 30" },
  { "a b", MOVE, 0, 1, -2, NULL, TRUE, "a 11 18 40 10; b 101 48 60 20; c 200 150 50 30" },
  /* Nothing leaves the sheet, and what is chosen stays together. */
  { "a b", MOVE, 0, -50, 0, NULL, TRUE, "a 0 20 40 10; b 90 50 60 20; c 200 150 50 30" },
  { "c", MOVE, 0, 100, 100, NULL, TRUE, "a 10 20 40 10; b 100 50 60 20; c 247 180 50 30" },
  { "c", MOVE, 0, 0, 0, NULL, FALSE, NULL },
  { "c", MOVE, 0, 0.0001, 0, NULL, FALSE, NULL }, /* less than a micrometre */
  { "nothing", MOVE, 0, 5, 5, NULL, FALSE, NULL },
  { "a", SIZE, TD_TEMPLATE_RIGHT, 5, 7, NULL, TRUE, "a 10 20 45 10; b 100 50 60 20; c 200 150 50 30" },
  { "a", SIZE, TD_TEMPLATE_LEFT | TD_TEMPLATE_TOP, 5, -5, NULL, TRUE, "a 15 15 35 15; b 100 50 60 20; c 200 150 50 30" },
  { "a b", SIZE, TD_TEMPLATE_BOTTOM, 0, 2, NULL, TRUE, "a 10 20 40 12; b 100 50 60 22; c 200 150 50 30" },
  /* It neither turns over nor vanishes. */
  { "a", SIZE, TD_TEMPLATE_RIGHT, -100, 0, NULL, TRUE, "a 10 20 1 10; b 100 50 60 20; c 200 150 50 30" },
  { "a", SIZE, TD_TEMPLATE_LEFT, 100, 0, NULL, TRUE, "a 49 20 1 10; b 100 50 60 20; c 200 150 50 30" },
  { "c", SIZE, TD_TEMPLATE_RIGHT | TD_TEMPLATE_BOTTOM, 100, 100, NULL, TRUE, "a 10 20 40 10; b 100 50 60 20; c 200 150 97 60" },
  { "a b c", ALIGN, TD_TEMPLATE_ALIGN_LEFT, 0, 0, NULL, TRUE, "a 10 20 40 10; b 10 50 60 20; c 10 150 50 30" },
  { "a b", ALIGN, TD_TEMPLATE_ALIGN_CENTER, 0, 0, NULL, TRUE, "a 65 20 40 10; b 55 50 60 20; c 200 150 50 30" },
  { "a b", ALIGN, TD_TEMPLATE_ALIGN_RIGHT, 0, 0, NULL, TRUE, "a 120 20 40 10; b 100 50 60 20; c 200 150 50 30" },
  { "a b", ALIGN, TD_TEMPLATE_ALIGN_TOP, 0, 0, NULL, TRUE, "a 10 20 40 10; b 100 20 60 20; c 200 150 50 30" },
  { "a b", ALIGN, TD_TEMPLATE_ALIGN_MIDDLE, 0, 0, NULL, TRUE, "a 10 40 40 10; b 100 35 60 20; c 200 150 50 30" },
  { "a b", ALIGN, TD_TEMPLATE_ALIGN_BOTTOM, 0, 0, NULL, TRUE, "a 10 60 40 10; b 100 50 60 20; c 200 150 50 30" },
  /* One alone is set to the sheet. */
  { "b", ALIGN, TD_TEMPLATE_ALIGN_CENTER, 0, 0, NULL, TRUE, "a 10 20 40 10; b 118.5 50 60 20; c 200 150 50 30" },
  { "c b a", ALIGN, TD_TEMPLATE_DISTRIBUTE_ACROSS, 0, 0, NULL, TRUE, "a 10 20 40 10; b 95 50 60 20; c 200 150 50 30" },
  { "a b c", ALIGN, TD_TEMPLATE_DISTRIBUTE_DOWN, 0, 0, NULL, TRUE, "a 10 20 40 10; b 100 80 60 20; c 200 150 50 30" },
  { "a b", ALIGN, TD_TEMPLATE_DISTRIBUTE_ACROSS, 0, 0, NULL, FALSE, NULL },
  { "a c", NUMBER, TD_TEMPLATE_X, 12.5, 0, NULL, TRUE, "a 12.5 20 40 10; b 100 50 60 20; c 12.5 150 50 30" },
  { "a", NUMBER, TD_TEMPLATE_WIDTH, 0.5, 0, NULL, FALSE, NULL },
  { "a", NUMBER, TD_TEMPLATE_X, -1, 0, NULL, FALSE, NULL },
  { "a", NUMBER, TD_TEMPLATE_X, NAN, 0, NULL, FALSE, NULL },
  { "emblem", NUMBER, TD_TEMPLATE_SIZE, 12, 0, NULL, FALSE, NULL },
  { "a", TEXT, TD_TEMPLATE_TEXT, 0, 0, " \n ", FALSE, NULL },
  { "a", TEXT, TD_TEMPLATE_COLOUR, 0, 0, "#12345", FALSE, NULL },
  { "a", TEXT, TD_TEMPLATE_COLOUR, 0, 0, "#12345g", FALSE, NULL },
  { "a", TEXT, TD_TEMPLATE_TITLE, 0, 0, "  ", FALSE, NULL },
  { "a", TEXT, TD_TEMPLATE_WHEN, 0, 0, "Post Line", FALSE, NULL },
  { "b", DUPLICATE, 0, 0, 0, NULL, TRUE, "a 10 20 40 10; b 100 50 60 20; c 200 150 50 30; b-2 105 55 60 20" },
  { "emblem", DUPLICATE, 0, 0, 0, NULL, FALSE, NULL },
  { "a c", REMOVE, 0, 0, 0, NULL, TRUE, "b 100 50 60 20" },
  { "a b c", REMOVE, 0, 0, 0, NULL, FALSE, NULL },
  { "ornament", REMOVE, 0, 0, 0, NULL, FALSE, NULL },
  { "a", REORDER, 2, 0, 0, NULL, TRUE, "b 100 50 60 20; c 200 150 50 30; a 10 20 40 10" },
  { "c", REORDER, -1, 0, 0, NULL, TRUE, "a 10 20 40 10; c 200 150 50 30; b 100 50 60 20" },
  { "a", REORDER, -1, 0, 0, NULL, FALSE, NULL },
  { "a b", REORDER, 1, 0, 0, NULL, FALSE, NULL },
};

static gboolean
act (TdTemplateDraft *draft, const Case *c)
{
  switch (c->act)
    {
    case MOVE: return td_template_draft_move (draft, c->x, c->y);
    case SIZE: return td_template_draft_size (draft, (TdTemplateEdges) c->how, c->x, c->y);
    case ALIGN: return td_template_draft_align (draft, (TdTemplateAlign) c->how);
    case NUMBER: return td_template_draft_set_number (draft, (TdTemplateProperty) c->how, c->x);
    case TEXT: return td_template_draft_set_text (draft, (TdTemplateProperty) c->how, c->text);
    case DUPLICATE: return td_template_draft_duplicate (draft);
    case REMOVE: return td_template_draft_remove (draft);
    case REORDER: return td_template_draft_reorder (draft, c->how);
    default: g_assert_not_reached ();
    }
}

static void
assert_looks (TdTemplateDraft *draft, const char *expected)
{
  g_autofree char *looks = describe (draft);

  g_assert_cmpstr (looks, ==, expected);
}

static void
test_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (TdTemplateDraft) draft = make_draft ();
      g_autoptr (TdTemplate) before = g_object_ref (td_template_draft_get_template (draft));

      g_test_message ("case %u", i);
      choose (draft, c->chosen);
      g_assert_cmpint (act (draft, c), ==, c->done);
      assert_looks (draft, c->expected != NULL ? c->expected : START);
      g_assert_cmpint (td_template_draft_is_dirty (draft), ==, c->expected != NULL);
      g_assert_cmpint (td_template_draft_undo (draft), ==, c->expected != NULL);
      assert_looks (draft, START);
      g_assert_true (td_template_draft_get_template (draft) == before);
      g_assert_false (td_template_draft_is_dirty (draft));
      g_assert_cmpint (td_template_draft_redo (draft), ==, c->expected != NULL);
      assert_looks (draft, c->expected != NULL ? c->expected : START);
    }
}

/* Every property: what is set is read back, in all that is chosen. */

static void
test_properties (void)
{
  static const struct
  {
    TdTemplateProperty property;
    double value;
    double kept;
  } numbers[] = {
    { TD_TEMPLATE_X, 1.23456, 1.235 },
    { TD_TEMPLATE_Y, 0, 0 },
    { TD_TEMPLATE_WIDTH, 33, 33 },
    { TD_TEMPLATE_HEIGHT, 44, 44 },
    { TD_TEMPLATE_SIZE, 20.5, 20.5 },
    { TD_TEMPLATE_MIN_SIZE, 8.25, 8.25 },
    { TD_TEMPLATE_LINE_SPACING, 1.15, 1.15 },
    { TD_TEMPLATE_UNDERSCORE, 1.5, 1.5 },
    { TD_TEMPLATE_MAX_LINES, 3, 3 },
    { TD_TEMPLATE_ALIGN, TD_TEMPLATE_END, TD_TEMPLATE_END },
    { TD_TEMPLATE_VALIGN, TD_TEMPLATE_START, TD_TEMPLATE_START },
    { TD_TEMPLATE_BOLD, 1, 1 },
    { TD_TEMPLATE_ITALIC, 1, 1 },
    { TD_TEMPLATE_UPPER, 1, 1 },
    { TD_TEMPLATE_OWN_LINES, 1, 1 },
    { TD_TEMPLATE_FIXED, 1, 1 },
  };
  static const struct
  {
    TdTemplateProperty property;
    const char *value;
    const char *kept;
  } texts[] = {
    { TD_TEMPLATE_COLOUR, "#c4161C", "#c4161c" },
    { TD_TEMPLATE_TITLE, "  Tên\tngười\n", "Tên người" },
    { TD_TEMPLATE_FAMILY, "Tinos", "Tinos" },
    { TD_TEMPLATE_TEXT, " Đã có \n\n{achievement} \n", "Đã có\n{achievement}" },
    { TD_TEMPLATE_TEXT, "Nguye\xcc\x82\xcc\x83n", "Nguyễn" },
    { TD_TEMPLATE_WHEN, "!post_line", "!post_line" },
    { TD_TEMPLATE_WHEN, "", "" },
    { TD_TEMPLATE_PREPRINTED, "Tặng", "Tặng" },
    { TD_TEMPLATE_PREPRINTED, " ", "" },
  };
  g_autoptr (TdTemplateDraft) draft = make_draft ();

  choose (draft, "a c");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      double value = -1;

      g_assert_true (td_template_draft_set_number (draft, numbers[i].property, numbers[i].value));
      g_assert_true (td_template_draft_get_number (draft, numbers[i].property, &value));
      g_assert_cmpfloat_with_epsilon (value, numbers[i].kept, 1e-9);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *value = NULL;

      g_assert_true (td_template_draft_set_text (draft, texts[i].property, texts[i].value));
      g_assert_true (td_template_draft_get_text (draft, texts[i].property, &value));
      g_assert_cmpstr (value, ==, texts[i].kept);
    }
}

/* Boxes that differ have no common value; the smallest size never exceeds the largest. */
static void
test_mixed (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  g_autofree char *text = NULL;
  double value;

  choose (draft, "a b");
  g_assert_false (td_template_draft_get_number (draft, TD_TEMPLATE_X, &value));
  g_assert_false (td_template_draft_get_text (draft, TD_TEMPLATE_TITLE, &text));
  g_assert_true (td_template_draft_get_number (draft, TD_TEMPLATE_SIZE, &value));
  /* What has no size of letters has no say in it. */
  choose (draft, "emblem");
  g_assert_false (td_template_draft_get_number (draft, TD_TEMPLATE_SIZE, &value));
  g_assert_false (td_template_draft_has (draft, TD_TEMPLATE_SIZE));
  choose (draft, "a emblem");
  g_assert_true (td_template_draft_has (draft, TD_TEMPLATE_SIZE));
  g_assert_true (td_template_draft_get_number (draft, TD_TEMPLATE_SIZE, &value));
  g_assert_cmpfloat (value, ==, 14);
  g_assert_true (td_template_draft_get_number (draft, TD_TEMPLATE_Y, &value));
  g_assert_cmpfloat (value, ==, 20);
  choose (draft, "a");
  g_assert_true (td_template_draft_set_number (draft, TD_TEMPLATE_SIZE, 9));
  g_assert_true (td_template_draft_get_number (draft, TD_TEMPLATE_MIN_SIZE, &value));
  g_assert_cmpfloat (value, ==, 9);
  g_assert_true (td_template_draft_set_number (draft, TD_TEMPLATE_MIN_SIZE, 12));
  g_assert_true (td_template_draft_get_number (draft, TD_TEMPLATE_SIZE, &value));
  g_assert_cmpfloat (value, ==, 12);
}

/* Choosing */

static void
assert_chosen (TdTemplateDraft *draft, const char *expected)
{
  static const char *const all[] = { "a", "b", "c", "emblem", "ornament" };
  g_autoptr (GString) chosen = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (td_template_draft_is_chosen (draft, all[i]))
      g_string_append_printf (chosen, "%s%s", chosen->len > 0 ? " " : "", all[i]);
  g_assert_cmpstr (chosen->str, ==, expected);
}

static void
test_choose (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  const TdTemplateArea around = { 0, 0, 101, 51 }, away = { 60, 100, 10, 10 };

  assert_chosen (draft, "");
  g_assert_true (td_template_draft_choose_next (draft, 1));
  assert_chosen (draft, "a");
  g_assert_true (td_template_draft_choose_next (draft, 1));
  assert_chosen (draft, "b");
  g_assert_true (td_template_draft_choose_next (draft, 1));
  g_assert_false (td_template_draft_choose_next (draft, 1)); /* the focus goes on */
  assert_chosen (draft, "c");
  td_template_draft_choose (draft, NULL, FALSE);
  g_assert_true (td_template_draft_choose_next (draft, -1));
  assert_chosen (draft, "c");
  td_template_draft_choose_within (draft, &around, FALSE);
  assert_chosen (draft, "a b");
  td_template_draft_choose_within (draft, &away, TRUE);
  assert_chosen (draft, "a b");
  td_template_draft_toggle (draft, "a");
  assert_chosen (draft, "b");
  td_template_draft_toggle (draft, "emblem");
  assert_chosen (draft, "b emblem");
  td_template_draft_choose_all (draft);
  assert_chosen (draft, "a b c");
  td_template_draft_choose (draft, "b", FALSE);
  assert_chosen (draft, "b");
  g_assert_true (td_template_draft_remove (draft));
  assert_chosen (draft, "");
}

/* What undo took away is not chosen; an added box is. */
static void
test_add (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  const TdTemplateArea area = { 50, 60, 70, 8 };
  const char *id = td_template_draft_add (draft, "Ô mới", "Chữ", &area);

  g_assert_cmpstr (id, ==, "box");
  g_assert_true (td_template_draft_is_chosen (draft, "box"));
  assert_looks (draft, START "; box 50 60 70 8");
  g_assert_true (td_template_draft_undo (draft));
  g_assert_cmpuint (td_template_draft_get_n_chosen (draft), ==, 0);
  assert_looks (draft, START);
}

static const char *
add_picture (TdTemplateDraft *draft, double width, double height)
{
  g_autoptr (GBytes) image = g_bytes_new_static ("picture", 7);

  return td_template_draft_add_picture (draft, "Biểu trưng", image, width, height);
}

/* In its own size, but at most a third of the sheet's sides, in its own proportions and in the middle; one step. */
static void
test_add_picture (void)
{
  static const struct
  {
    double width, height;
    TdTemplateArea expected;
  } sizes[] = {
    { 30, 20, { 133.5, 95, 30, 20 } },
    { 990, 99, { 99, 100.1, 99, 9.9 } },
    { 35, 700, { 146.8, 70, 3.5, 70 } },
    { 0.2, 0.1, { 148, 104.5, 1, 1 } },
    { 40000, 1, { 99, 104.5, 99, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TdTemplateDraft) draft = make_draft ();
      g_autofree char *id = g_strdup (add_picture (draft, sizes[i].width, sizes[i].height));
      TdTemplateArea area;

      g_test_message ("case %u", i);
      g_assert_cmpstr (id, ==, "picture");
      g_assert_cmpstr (td_template_draft_get_single (draft), ==, "picture");
      g_assert_true (td_template_draft_get_area (draft, id, &area));
      g_assert_true (td_template_area_equal (&area, &sizes[i].expected));
      g_assert_true (td_template_draft_undo (draft));
      g_assert_false (td_template_draft_can_undo (draft));
      g_assert_cmpuint (td_template_get_n_pictures (td_template_draft_get_template (draft)), ==, 0);
      g_assert_cmpuint (td_template_draft_get_n_chosen (draft), ==, 0);
    }
}

/* Pictures are walked through, drawn around, moved, sized, named, copied and removed as boxes are. */
static void
test_picture (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  const TdTemplateArea around = { 120, 60, 20, 40 };
  g_autofree char *title = NULL, *common = NULL;
  TdTemplateArea area;
  double value;

  add_picture (draft, 30, 20);
  choose (draft, "c");
  g_assert_true (td_template_draft_choose_next (draft, 1));
  g_assert_cmpstr (td_template_draft_get_single (draft), ==, "picture");
  g_assert_false (td_template_draft_choose_next (draft, 1));
  td_template_draft_choose_within (draft, &around, FALSE);
  g_assert_true (td_template_draft_is_chosen (draft, "picture"));
  assert_chosen (draft, "b");
  td_template_draft_choose_all (draft);
  g_assert_cmpuint (td_template_draft_get_n_chosen (draft), ==, 4);
  /* what the boxes have is set beside it */
  g_assert_true (td_template_draft_set_number (draft, TD_TEMPLATE_BOLD, 1));
  g_assert_true (td_template_draft_get_number (draft, TD_TEMPLATE_BOLD, &value));
  g_assert_cmpfloat (value, ==, 1);
  g_assert_false (td_template_draft_get_text (draft, TD_TEMPLATE_TITLE, &common));
  choose (draft, "picture");
  g_assert_false (td_template_draft_set_number (draft, TD_TEMPLATE_BOLD, 1));
  g_assert_false (td_template_draft_set_text (draft, TD_TEMPLATE_TITLE, " "));
  g_assert_true (td_template_draft_set_text (draft, TD_TEMPLATE_TITLE, " Biểu trưng\tcủa Sở"));
  g_assert_true (td_template_draft_get_text (draft, TD_TEMPLATE_TITLE, &title));
  g_assert_cmpstr (title, ==, "Biểu trưng của Sở");
  g_assert_true (td_template_draft_set_number (draft, TD_TEMPLATE_FIXED, 1));
  g_assert_true (td_template_get_picture (td_template_draft_get_template (draft), 0)->fixed);
  g_assert_true (td_template_draft_move (draft, 500, -3.5));
  g_assert_true (td_template_draft_size (draft, TD_TEMPLATE_LEFT | TD_TEMPLATE_BOTTOM, -10, 5));
  g_assert_true (td_template_draft_get_area (draft, "picture", &area));
  g_assert_true (td_template_area_equal (&area, &(TdTemplateArea){ 257, 91.5, 40, 25 }));
  g_assert_true (td_template_draft_align (draft, TD_TEMPLATE_ALIGN_LEFT));
  g_assert_true (td_template_draft_duplicate (draft));
  g_assert_cmpstr (td_template_draft_get_single (draft), ==, "picture-2");
  g_assert_true (td_template_draft_remove (draft));
  for (guint i = 0; i < 8; i++)
    g_assert_true (td_template_draft_undo (draft));
  g_assert_cmpuint (td_template_get_n_pictures (td_template_draft_get_template (draft)), ==, 1);
  g_assert_true (td_template_draft_undo (draft));
  g_assert_false (td_template_draft_is_dirty (draft));
}

/* For one recipient only boxes are chosen, by whatever way. */
static void
test_boxes_only (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  g_autoptr (GPtrArray) ids = NULL;

  add_picture (draft, 30, 20);
  ids = td_template_draft_list_items (draft);
  g_assert_cmpuint (ids->len, ==, 6);
  g_assert_cmpstr (g_ptr_array_index (ids, 3), ==, "picture");
  g_assert_cmpstr (g_ptr_array_index (ids, 5), ==, "ornament");
  td_template_draft_choose (draft, NULL, FALSE);
  td_template_draft_set_boxes_only (draft, TRUE);
  td_template_draft_choose (draft, "picture", FALSE);
  td_template_draft_toggle (draft, "emblem");
  td_template_draft_choose (draft, "ornament", TRUE);
  g_assert_cmpuint (td_template_draft_get_n_chosen (draft), ==, 0);
  td_template_draft_choose_all (draft);
  assert_chosen (draft, "a b c");
  g_assert_cmpuint (td_template_draft_get_n_chosen (draft), ==, 3);
  g_ptr_array_unref (ids);
  ids = td_template_draft_list_items (draft);
  g_assert_cmpuint (ids->len, ==, 3);
}

/* All of a drag is one step; a drag that ends where it began is none; Escape takes it back. */
static void
test_steps (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();

  choose (draft, "a");
  td_template_draft_begin (draft);
  for (guint i = 0; i < 20; i++)
    td_template_draft_move (draft, 1, 0.5);
  g_assert_false (td_template_draft_can_undo (draft));
  td_template_draft_end (draft);
  assert_looks (draft, "a 30 30 40 10; b 100 50 60 20; c 200 150 50 30");
  g_assert_true (td_template_draft_undo (draft));
  assert_looks (draft, START);
  g_assert_false (td_template_draft_undo (draft));
  g_assert_true (td_template_draft_redo (draft));
  td_template_draft_begin (draft);
  td_template_draft_move (draft, 9, 9);
  td_template_draft_cancel (draft);
  assert_looks (draft, "a 30 30 40 10; b 100 50 60 20; c 200 150 50 30");
  td_template_draft_begin (draft);
  td_template_draft_end (draft);
  g_assert_true (td_template_draft_undo (draft));
  assert_looks (draft, START);
  /* After another change there is nothing to do again. */
  td_template_draft_move (draft, 1, 0);
  g_assert_false (td_template_draft_redo (draft));
}

static void
test_saved (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  g_autoptr (TdTemplate) saved = NULL;

  choose (draft, "a");
  g_assert_false (td_template_draft_is_dirty (draft));
  td_template_draft_move (draft, 1, 0);
  saved = g_object_ref (td_template_draft_get_template (draft));
  td_template_draft_move (draft, 1, 0); /* while it is being saved */
  td_template_draft_mark_saved (draft, saved);
  g_assert_true (td_template_draft_is_dirty (draft));
  td_template_draft_undo (draft);
  g_assert_false (td_template_draft_is_dirty (draft));
  td_template_draft_undo (draft);
  g_assert_true (td_template_draft_is_dirty (draft));
  td_template_draft_move (draft, 1, 0); /* by another way to what was saved */
  g_assert_false (td_template_draft_is_dirty (draft));
}

static void
test_sheet (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  TdTemplateArea area;
  guint n;

  g_assert_false (td_template_draft_set_title (draft, "  "));
  g_assert_true (td_template_draft_set_title (draft, " Giấy khen của Sở "));
  g_assert_cmpstr (td_template_get_title (td_template_draft_get_template (draft)), ==, "Giấy khen của Sở");
  g_assert_false (td_template_draft_set_sheet (draft, 20, 210));
  g_assert_true (td_template_draft_set_sheet (draft, 420, 297));
  g_assert_cmpfloat (td_template_get_width (td_template_draft_get_template (draft)), ==, 420);
  choose (draft, "emblem");
  g_assert_true (td_template_draft_move (draft, 60, 0));
  g_assert_true (td_template_draft_get_area (draft, "emblem", &area));
  g_assert_cmpfloat (area.x, ==, 199.5);
  n = td_template_draft_add_guide (draft, TRUE, 105.04);
  g_assert_true (td_template_draft_move_guide (draft, n, 500));
  g_assert_cmpfloat (td_template_get_guides (td_template_draft_get_template (draft), &n)[0].at, ==, 420);
  g_assert_cmpuint (n, ==, 1);
  td_template_draft_remove_guide (draft, 0);
  for (guint i = 0; i < 6; i++)
    g_assert_true (td_template_draft_undo (draft));
  g_assert_false (td_template_draft_is_dirty (draft));
}

/* Each form is a step of its own, the last one stays. */
static void
test_suits (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  g_autofree char *forms = NULL;

  g_assert_true (td_template_draft_set_suits (draft, "GK_XA", TRUE));
  g_assert_true (td_template_draft_set_suits (draft, "GK_SO", TRUE));
  g_assert_true (td_template_draft_set_suits (draft, "GK_SO", TRUE)); /* no step */
  g_assert_true (td_template_draft_set_suits (draft, "BK_TINH", TRUE));
  g_assert_true (td_template_draft_set_suits (draft, "GK_XA", FALSE));
  forms = g_strjoinv (" ", (char **) td_template_get_award_forms (td_template_draft_get_template (draft)));
  g_assert_cmpstr (forms, ==, "GK_SO BK_TINH");
  g_assert_true (td_template_draft_set_suits (draft, "GK_SO", FALSE));
  g_assert_false (td_template_draft_set_suits (draft, "BK_TINH", FALSE));
  g_assert_true (td_template_suits (td_template_draft_get_template (draft), "BK_TINH"));
  for (guint i = 0; i < 5; i++)
    g_assert_true (td_template_draft_undo (draft));
  g_assert_false (td_template_draft_is_dirty (draft));
  g_assert_false (td_template_draft_can_undo (draft));
}

/* A random walk: whatever was done, undo leads back to the start, redo to where it ended. */

static void
random_act (TdTemplateDraft *draft, GRand *rand)
{
  const Case *c = &cases[g_rand_int_range (rand, 0, G_N_ELEMENTS (cases))];

  switch (g_rand_int_range (rand, 0, 13))
    {
    case 0:
      td_template_draft_choose_next (draft, g_rand_boolean (rand) ? 1 : -1);
      break;
    case 1:
      td_template_draft_choose_all (draft);
      break;
    case 2:
      td_template_draft_undo (draft);
      break;
    case 3:
      td_template_draft_redo (draft);
      break;
    case 4:
      td_template_draft_begin (draft);
      for (guint i = 0; i < 5; i++)
        td_template_draft_move (draft, g_rand_double_range (rand, -9, 9), g_rand_double_range (rand, -9, 9));
      if (g_rand_boolean (rand))
        td_template_draft_end (draft);
      else
        td_template_draft_cancel (draft);
      break;
    case 5:
      td_template_draft_add_guide (draft, g_rand_boolean (rand), g_rand_double_range (rand, 0, 300));
      break;
    case 6:
      add_picture (draft, g_rand_double_range (rand, 0.1, 500), g_rand_double_range (rand, 0.1, 500));
      break;
    case 7:
      choose (draft, "picture");
      act (draft, c);
      break;
    case 8:
      td_template_draft_set_suits (draft, g_rand_boolean (rand) ? "GK_XA" : "GK_SO", g_rand_boolean (rand));
      break;
    default:
      choose (draft, c->chosen);
      act (draft, c);
      break;
    }
}

static void
test_random_walk (void)
{
  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TdTemplateDraft) draft = make_draft ();
      g_autoptr (TdTemplate) start = g_object_ref (td_template_draft_get_template (draft));
      g_autoptr (TdTemplate) end = NULL;
      guint n_steps = 0;

      for (guint i = 0; i < 80; i++)
        random_act (draft, rand);
      end = td_template_dup (td_template_draft_get_template (draft));
      for (; td_template_draft_undo (draft); n_steps++)
        ;
      g_assert_true (td_template_equal (td_template_draft_get_template (draft), start));
      for (; n_steps > 0; n_steps--)
        g_assert_true (td_template_draft_redo (draft));
      g_assert_true (td_template_equal (td_template_draft_get_template (draft), end));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-draft/changes", test_changes);
  g_test_add_func ("/template-draft/properties", test_properties);
  g_test_add_func ("/template-draft/mixed", test_mixed);
  g_test_add_func ("/template-draft/choose", test_choose);
  g_test_add_func ("/template-draft/add", test_add);
  g_test_add_func ("/template-draft/add-picture", test_add_picture);
  g_test_add_func ("/template-draft/picture", test_picture);
  g_test_add_func ("/template-draft/boxes-only", test_boxes_only);
  g_test_add_func ("/template-draft/steps", test_steps);
  g_test_add_func ("/template-draft/saved", test_saved);
  g_test_add_func ("/template-draft/sheet", test_sheet);
  g_test_add_func ("/template-draft/suits", test_suits);
  g_test_add_func ("/template-draft/random-walk", test_random_walk);

  return g_test_run ();
}
