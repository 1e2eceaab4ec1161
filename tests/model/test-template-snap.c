/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "td-template-draft.h"
#include "td-template-snap.h"

/* What is moved on a sheet falls in with lines. */

static void
take_box (TdTemplate *template, const char *id, double x, double y, double width, double height)
{
  TdTemplateBox *box = td_template_box_new (id);

  box->area = (TdTemplateArea){ x, y, width, height };
  td_template_take_box (template, box);
}

static TdTemplateDraft *
make_draft (void)
{
  g_autoptr (TdTemplate) template = td_template_new ("mau", "Mẫu", 297, 210);

  td_template_set_emblem_area (template, &(TdTemplateArea){ 139.5, 20, 18, 18 });
  take_box (template, "a", 10, 20, 40, 10);
  take_box (template, "b", 100, 50, 60, 20);
  take_box (template, "c", 200, 150, 50, 30);
  return td_template_draft_new (template);
}

static void
test_lines (void)
{
  static const struct
  {
    TdTemplateArea area;
    gboolean on_x;
    gboolean on_y;
    double x;
    double y;
  } table[] = {
    { { 99.2, 80, 20, 7 }, TRUE, FALSE, 100, 0 },     /* left edge to b's */
    { { 77.5, 108.3, 20, 7 }, FALSE, FALSE, 0, 0 },   /* nothing near */
    { { 138, 102, 20, 7 }, TRUE, TRUE, 148.5, 105 },  /* both middles to the sheet's */
    { { 159.3, 74, 30, 20.4 }, TRUE, FALSE, 160, 0 }, /* to b's right edge */
    { { 29.7, 149.4, 41, 20 }, TRUE, TRUE, 50, 150 }, /* middle to a's right, top to c's */
    { { 55.4, 190, 10, 19.5 }, TRUE, TRUE, 55, 210 }, /* to the guide; to the sheet's edge */
  };
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  g_autoptr (TdTemplateLines) lines = NULL;
  g_autoptr (GPtrArray) without = g_ptr_array_new ();
  TdTemplateSnap snap;

  g_ptr_array_add (without, (gpointer) "nobody");
  td_template_draft_add_guide (draft, TRUE, 55);
  lines = td_template_lines_new (td_template_draft_get_template (draft), without);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      snap = td_template_lines_snap_area (lines, &table[i].area, 1);
      g_test_message ("case %u: %g %g", i, snap.x, snap.y);
      g_assert_cmpint (snap.on_x, ==, table[i].on_x);
      g_assert_cmpint (snap.on_y, ==, table[i].on_y);
      g_assert_cmpfloat (snap.x, ==, table[i].x);
      g_assert_cmpfloat (snap.y, ==, table[i].y);
      g_assert_true (snap.on_x || snap.dx == 0);
      g_assert_true (snap.on_y || snap.dy == 0);
    }
  snap = td_template_lines_snap_point (lines, 199.4, NAN, 1);
  g_assert_true (snap.on_x && !snap.on_y);
  g_assert_cmpfloat_with_epsilon (snap.dx, 0.6, 1e-9);
}

/* What is being moved does not hold itself. */
static void
test_without (void)
{
  g_autoptr (TdTemplateDraft) draft = make_draft ();
  g_autoptr (TdTemplateLines) lines = NULL;
  g_autoptr (GPtrArray) without = g_ptr_array_new ();
  const TdTemplateArea area = { 10.2, 22, 40, 10 };
  TdTemplateSnap snap;

  g_ptr_array_add (without, (gpointer) "a");
  lines = td_template_lines_new (td_template_draft_get_template (draft), without);
  snap = td_template_lines_snap_area (lines, &area, 1);
  g_assert_false (snap.on_x || snap.on_y);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-snap/lines", test_lines);
  g_test_add_func ("/template-snap/without", test_without);
  return g_test_run ();
}
