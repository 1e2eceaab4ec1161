/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-finding.h"
#include "td-template-reader.h"
#include "td-template-rules.h"

static const char *const fields[] = { "subject_line", "post_line", "achievement", "form_title", "issuer_title", "decision_line", "signer_name", NULL };
static const char *const forms[] = { "BK_TINH", "GK_SO", NULL };

static TdTemplateBox *
take_box (TdTemplate *template, const char *id, const char *text, double x, double y, double width, double height)
{
  TdTemplateBox *box = td_template_box_new (id);

  box->title = g_strdup_printf ("Box %s", id);
  box->text = g_strdup (text);
  box->area = (TdTemplateArea){ x, y, width, height };
  box->size = 14;
  box->min_size = 10;
  td_template_take_box (template, box);
  return box;
}

/* Nothing is wrong with this one. */
static TdTemplate *
make_good (void)
{
  TdTemplate *template = td_template_new ("mau", "Mẫu", 297, 210);

  td_template_add_award_form (template, "GK_SO");
  take_box (template, "who", "{subject_line}\n{post_line?}", 20, 20, 200, 30);
  take_box (template, "what", "{achievement}", 20, 60, 200, 30);
  take_box (template, "rest", "{form_title} {issuer_title} {decision_line} {signer_name}", 20, 100, 200, 30);
  return template;
}

static TdTemplateBox *
get_box (TdTemplate *template, guint n)
{
  return (TdTemplateBox *) td_template_get_box (template, n);
}

static void
set (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

#define CASE(name, change)                \
  static void name (TdTemplate *template) \
  {                                       \
    change;                               \
  }

CASE (nothing, )
CASE (bad_id, td_template_set_id (template, "Mẫu 1"))
CASE (no_title, td_template_set_title (template, " "))
CASE (no_form, td_template_set_award_forms (template, (const char *const[]){ NULL }))
CASE (unknown_form, td_template_add_award_form (template, "XX"))
CASE (off_right, get_box (template, 0)->area.x = 97.1)
CASE (at_right, get_box (template, 0)->area.x = 97)
CASE (off_top, get_box (template, 0)->area.y = -0.1)
CASE (no_width, get_box (template, 0)->area.width = 0)
CASE (smaller_sheet, td_template_set_size (template, 210, 120))
CASE (emblem_off, td_template_set_emblem_area (template, (&(TdTemplateArea){ 280, 10, 26, 26 })))
CASE (ornament_off, td_template_set_ornament (template, "sen-vang", (&(TdTemplateArea){ 0, 0, 298, 210 })))
CASE (emblem_under, td_template_set_emblem_area (template, (&(TdTemplateArea){ 100, 30, 26, 26 })))
CASE (overlapping, get_box (template, 1)->area.y = 48.4)
CASE (touching, get_box (template, 1)->area.y = 49)
CASE (side_by_side, get_box (template, 1)->area = ((TdTemplateArea){ 221, 20, 70, 30 }))
CASE (unknown_field, set (&get_box (template, 0)->text, "{subject_line} {tên}"))
CASE (unknown_optional, set (&get_box (template, 0)->text, "{subject_line} {name?}"))
CASE (unknown_when, get_box (template, 0)->when = g_strdup ("!name"))
CASE (known_when, get_box (template, 0)->when = g_strdup ("!post_line"))
CASE (brace, set (&get_box (template, 0)->text, "{subject_line} {post_line"))
CASE (brace_alone, set (&get_box (template, 0)->text, "{subject_line} }"))
CASE (no_text, set (&get_box (template, 1)->text, "\n "))
CASE (no_subject, set (&get_box (template, 0)->text, "Ai"))
CASE (no_achievement, set (&get_box (template, 1)->text, "Vì"))
CASE (sizes_crossed, get_box (template, 0)->min_size = 15)
CASE (size_huge, get_box (template, 0)->size = 301)
CASE (small_type, get_box (template, 0)->min_size = 7.5)
CASE (many_lines, get_box (template, 0)->max_lines = 13)
CASE (unknown_part, get_box (template, 0)->fixed = TRUE)
CASE (other_font, set (&get_box (template, 0)->family, ".VnTime"))
CASE (box_title, set (&get_box (template, 0)->title, ""))
CASE (box_id, set (&get_box (template, 0)->id, "ô 1"))
CASE (same_id, set (&get_box (template, 1)->id, "who"))
CASE (no_boxes, while (td_template_get_n_boxes (template) > 0) td_template_remove_box (template, 0))

typedef struct
{
  const char *name;
  void (*change) (TdTemplate *template);
  const char *rule; /* of the first finding; NULL for none */
  TdSeverity severity;
  guint line;
} RuleCase;

static void
test_rules (void)
{
  static const RuleCase cases[] = {
    { "nothing", nothing, NULL, 0, 0 },
    { "bad id", bad_id, "template-id", TD_SEVERITY_BLOCK, 0 },
    { "no title", no_title, "template-title", TD_SEVERITY_BLOCK, 0 },
    { "no form", no_form, "template-no-award-form", TD_SEVERITY_BLOCK, 0 },
    { "unknown form", unknown_form, "template-unknown-award-form", TD_SEVERITY_WARNING, 0 },
    { "off right", off_right, "template-off-sheet", TD_SEVERITY_BLOCK, 1 },
    { "at right", at_right, NULL, 0, 0 },
    { "off top", off_top, "template-off-sheet", TD_SEVERITY_BLOCK, 1 },
    { "no width", no_width, "template-off-sheet", TD_SEVERITY_BLOCK, 1 },
    { "smaller sheet", smaller_sheet, "template-off-sheet", TD_SEVERITY_BLOCK, 1 },
    { "emblem off", emblem_off, "template-off-sheet", TD_SEVERITY_BLOCK, 0 },
    { "ornament off", ornament_off, "template-off-sheet", TD_SEVERITY_BLOCK, 0 },
    { "emblem under", emblem_under, "template-overlap", TD_SEVERITY_WARNING, 1 },
    { "overlapping", overlapping, "template-overlap", TD_SEVERITY_WARNING, 2 },
    { "touching", touching, NULL, 0, 0 },
    { "side by side", side_by_side, NULL, 0, 0 },
    { "unknown field", unknown_field, "template-unknown-field", TD_SEVERITY_BLOCK, 1 },
    { "unknown optional", unknown_optional, "template-unknown-field", TD_SEVERITY_BLOCK, 1 },
    { "unknown when", unknown_when, "template-unknown-field", TD_SEVERITY_BLOCK, 1 },
    { "known when", known_when, NULL, 0, 0 },
    { "brace", brace, "template-brace", TD_SEVERITY_BLOCK, 1 },
    { "brace alone", brace_alone, "template-brace", TD_SEVERITY_BLOCK, 1 },
    { "no text", no_text, "template-no-text", TD_SEVERITY_BLOCK, 2 },
    { "no subject", no_subject, "template-lacks-field", TD_SEVERITY_BLOCK, 0 },
    { "no achievement", no_achievement, "template-lacks-field", TD_SEVERITY_WARNING, 0 },
    { "sizes crossed", sizes_crossed, "template-type-size", TD_SEVERITY_BLOCK, 1 },
    { "size huge", size_huge, "template-type-size", TD_SEVERITY_BLOCK, 1 },
    { "small type", small_type, "template-small-type", TD_SEVERITY_WARNING, 1 },
    { "many lines", many_lines, "template-lines", TD_SEVERITY_BLOCK, 1 },
    { "unknown part", unknown_part, "template-unknown-part", TD_SEVERITY_WARNING, 1 },
    { "other font", other_font, "template-font", TD_SEVERITY_WARNING, 1 },
    { "box title", box_title, "template-title", TD_SEVERITY_BLOCK, 1 },
    { "box id", box_id, "template-id", TD_SEVERITY_BLOCK, 1 },
    { "same id", same_id, "template-same-id", TD_SEVERITY_BLOCK, 2 },
    { "no boxes", no_boxes, "template-empty", TD_SEVERITY_BLOCK, 0 },
  };
  g_autoptr (GHashTable) substitutes = g_hash_table_new (g_str_hash, g_str_equal);
  const TdTemplateKnown known = { fields, forms, substitutes };

  g_hash_table_insert (substitutes, (gpointer) ".VnTime", (gpointer) "DejaVu Sans");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdTemplate) template = make_good ();
      g_autoptr (GPtrArray) findings = NULL;
      const TdFinding *first;

      g_test_message ("%s", cases[i].name);
      cases[i].change (template);
      findings = td_template_rules_check (template, &known);
      if (cases[i].rule == NULL)
        {
          g_assert_cmpuint (findings->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (findings->len, >=, 1);
      first = g_ptr_array_index (findings, 0);
      g_assert_cmpstr (first->rule, ==, cases[i].rule);
      g_assert_cmpint (first->severity, ==, cases[i].severity);
      g_assert_cmpuint (first->line, ==, cases[i].line);
    }
}

/* Boxes of which one is there when the other is not may stand in one place. */
static void
test_exclusive (void)
{
  const TdTemplateKnown known = { fields, forms, NULL };
  g_autoptr (TdTemplate) template = make_good ();
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  get_box (template, 1)->area.y = 30;
  before = td_template_rules_check (template, &known);
  g_assert_cmpuint (before->len, ==, 1);
  get_box (template, 0)->when = g_strdup ("post_line");
  get_box (template, 1)->when = g_strdup ("!post_line");
  after = td_template_rules_check (template, &known);
  g_assert_cmpuint (after->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template-rules/rules", test_rules);
  g_test_add_func ("/template-rules/exclusive", test_exclusive);
  return g_test_run ();
}
