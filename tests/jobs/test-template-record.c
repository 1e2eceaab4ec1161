/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#include "td-award-layout-jobs.h"
#include "td-emblem-jobs.h"
#include "td-model.h"
#include "td-template-draft.h"
#include "td-template-reader.h"
#include "td-template-record.h"
#include "td-template-words.h"
#include "td-test-office.h"

/* Whose text a template is tried with, and what is changed for one recipient. */

static TdTemplate *
load (const char *id)
{
  g_autoptr (GPtrArray) shipped = td_templates_load_shipped (NULL);

  for (guint i = 0; i < shipped->len; i++)
    if (g_str_equal (td_template_get_id (g_ptr_array_index (shipped, i)), id))
      return g_object_ref (g_ptr_array_index (shipped, i));
  g_assert_not_reached ();
}

static gpointer
run (TdTestOffice *office, TdJob *job)
{
  g_autoptr (TdJob) owned = job;
  g_autoptr (GError) error = NULL;

  td_job_run (owned, office->store, NULL, &error);
  g_assert_no_error (error);
  return td_job_get_object (owned) != NULL ? g_object_ref (td_job_get_object (owned)) : NULL;
}

/* An office without awards has somebody who does not exist. */
static void
test_sample (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplate) template = load ("bang-khen-tinh-a3");
  g_autoptr (TdTemplateRecord) record = run (office, td_template_record_job (template, 7));
  g_autoptr (TdCertificateDocument) document = NULL;

  g_assert_cmpuint (td_template_record_get_total (record), ==, 0);
  g_assert_cmpstr (td_template_record_get_name (record), ==, "Nguyễn Văn Mẫu");
  document = td_template_record_make_document (record, template, TRUE);
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    g_assert_cmpint (td_certificate_document_get_box_state (document, 0, i), !=, TD_CERTIFICATE_BOX_OVERFLOWS);
}

/* The dot of a certificate's page at some millimetres from its corner. */
static guint32
get_dot (TdCertificateDocument *document, double x, double y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  guint32 dot;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -x * 4, -y * 4);
  cairo_scale (cr, 4, 4);
  td_document_draw_page (TD_DOCUMENT (document), cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  memcpy (&dot, cairo_image_surface_get_data (surface), sizeof dot);
  cairo_surface_destroy (surface);
  return dot & 0xffffff;
}

/* The office's own file stands in the place the template keeps for the state emblem, as on paper. */
static void
test_emblem (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplate) template = load ("bang-khen-tinh-a3");
  const TdTemplateArea *area = td_template_get_emblem_area (template);
  g_autofree char *path = g_build_filename (office->folder, "emblem.svg", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (area->width, >, 0);
  g_file_set_contents (path, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='#00f'/></svg>", -1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TdTemplateRecord) record = run (office, td_template_record_job (template, 0));
      g_autoptr (TdCertificateDocument) document = td_template_record_make_document (record, template, FALSE);

      g_assert_cmphex (get_dot (document, area->x + area->width / 2, area->y + area->height / 2), ==, i == 0 ? 0xffffff : 0x0000ff);
      run (office, td_emblem_set_job (path));
    }
  g_remove (path);
}

/* Fields as people read them. */
static void
test_words (void)
{
  static const struct
  {
    const char *pattern;
    const char *shown;
  } cases[] = {
    { "{signer_name}", "«Signer's name»" },
    { "Ông {subject_line},\n{post_line?}", "Ông «Who receives it»,\n«Post, unit and address (if any)»" },
    { "no field", "no field" },
    { "{unknown} and {", "{unknown} and {" },
    { "«Hoa sen» {form_title}", "«Hoa sen» «Award form»" },
    { "« {form_title}", "« «Award form»" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = td_template_words_to_shown (cases[i].pattern);
      g_autofree char *back = td_template_words_from_shown (shown);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (back, ==, cases[i].pattern);
    }
}

static gint64
add_award (TdConnection *connection, gint64 decision_id, gint64 giver_id, const char *name, const char *achievement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "name", name, "kind", "person", NULL);
  g_autoptr (TdAward) award = NULL;

  g_assert_true (td_connection_insert (connection, subject, &error));
  award = g_object_new (TD_TYPE_AWARD, "decision-id", decision_id, "giver-id", giver_id, "subject-id", td_entity_get_id (TD_ENTITY (subject)),
                        "subject-name", name, "subject-kind", "person", "award-form", "Bằng khen", "achievement", achievement, "position", (gint64) 1, NULL);
  g_assert_true (td_connection_insert (connection, award, &error));
  return td_entity_get_id (TD_ENTITY (award));
}

static gint64 first_award;

/* Thirty short names, twice a long one, and one of a middling length that was rewarded for much. */
static gboolean
fill (TdConnection *connection, gpointer user_data, GError **error)
{
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch UBND tỉnh", "level", "province", NULL);
  g_autoptr (TdDecision) decision = NULL;

  g_assert_true (td_connection_insert (connection, giver, error));
  decision = g_object_new (TD_TYPE_DECISION, "giver-id", td_entity_get_id (TD_ENTITY (giver)), "state", "draft", "title", "Khen thưởng", NULL);
  g_assert_true (td_connection_insert (connection, decision, error));
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Y %c", 'A' + (int) i % 26);
      gint64 id = add_award (connection, td_entity_get_id (TD_ENTITY (decision)), td_entity_get_id (TD_ENTITY (giver)), name, "Đã có thành tích");

      first_award = i == 0 ? id : first_award;
    }
  for (guint i = 0; i < 2; i++)
    add_award (connection, td_entity_get_id (TD_ENTITY (decision)), td_entity_get_id (TD_ENTITY (giver)), "Công Huyền Tôn Nữ Thị Bích Phượng Hoàng", "Đã có");
  add_award (connection, td_entity_get_id (TD_ENTITY (decision)), td_entity_get_id (TD_ENTITY (giver)), "Nguyễn Văn A", "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước nhiều năm liền");
  return TRUE;
}

static void
fill_office (TdTestOffice *office)
{
  td_test_office_write (office, fill, NULL);
}

static void
test_step (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplate) template = load ("bang-khen-tinh-a3");
  g_autoptr (TdTemplateRecord) last = NULL;

  fill_office (office);
  for (guint i = 0; i < 33; i++)
    {
      g_autoptr (TdTemplateRecord) record = run (office, td_template_record_job (template, i));

      g_assert_cmpuint (td_template_record_get_position (record), ==, i);
      g_assert_cmpuint (td_template_record_get_total (record), ==, 33);
      if (i < 30)
        g_assert_cmpint (td_template_record_get_name (record)[2], ==, 'A' + (int) i % 26);
    }
  last = run (office, td_template_record_job (template, 1000));
  g_assert_cmpuint (td_template_record_get_position (last), ==, 32);
}

static void
test_longest (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplate) template = load ("bang-khen-tinh-a3");
  g_autoptr (GListModel) names = NULL;
  g_autoptr (GListModel) deeds = NULL;
  g_autoptr (TdTemplateRecord) name = NULL;
  g_autoptr (TdTemplateRecord) second = NULL;
  g_autoptr (TdTemplateRecord) deed = NULL;

  fill_office (office);
  names = run (office, td_template_record_longest_job (template, td_template_find_box (template, "subject")));
  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 10);
  name = g_list_model_get_item (names, 0);
  g_assert_cmpstr (td_template_record_get_name (name), ==, "Công Huyền Tôn Nữ Thị Bích Phượng Hoàng");
  second = g_list_model_get_item (names, 1); /* the same name once */
  g_assert_cmpstr (td_template_record_get_name (second), ==, "Nguyễn Văn A");
  deeds = run (office, td_template_record_longest_job (template, td_template_find_box (template, "achievement")));
  g_assert_cmpuint (g_list_model_get_n_items (deeds), ==, 3);
  deed = g_list_model_get_item (deeds, 0);
  g_assert_cmpstr (td_template_record_get_name (deed), ==, "Nguyễn Văn A");
}

/* What is changed on one certificate is kept, comes back, and goes with undo; others stay as they are. */

static TdTemplate *
arrange (TdTemplateRecord *record)
{
  g_autoptr (TdTemplate) arranged = td_template_record_dup_arranged (record);
  g_autoptr (TdTemplateDraft) draft = td_template_draft_new (arranged);

  td_template_draft_choose (draft, "subject", FALSE);
  g_assert_true (td_template_draft_move (draft, 1.5, -2));
  g_assert_true (td_template_draft_set_text (draft, TD_TEMPLATE_TEXT, "Y\nA"));
  td_template_draft_choose (draft, "signer-name", FALSE);
  g_assert_true (td_template_draft_set_number (draft, TD_TEMPLATE_SIZE, 13.5));
  return g_object_ref (td_template_draft_get_template (draft));
}

static const TdAwardLayout *
find_layout (GPtrArray *layouts, const char *box)
{
  for (guint i = 0; i < layouts->len; i++)
    if (g_str_equal (((TdAwardLayout *) g_ptr_array_index (layouts, i))->box, box))
      return g_ptr_array_index (layouts, i);
  return NULL;
}

static guint
count_layouts (TdTestOffice *office, gint64 award_id)
{
  g_autoptr (TdTemplateRecord) record = run (office, td_template_record_award_job (award_id, NULL));
  g_autoptr (TdTemplate) arranged = td_template_record_dup_arranged (record);
  g_autoptr (GPtrArray) layouts = td_template_record_dup_layouts (record, arranged);

  return layouts->len;
}

static void
test_arrange (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplateRecord) record = NULL;
  g_autoptr (TdTemplateRecord) again = NULL;
  g_autoptr (TdTemplate) arranged = NULL;
  g_autoptr (TdTemplate) kept = NULL;
  g_autoptr (GPtrArray) layouts = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  fill_office (office);
  record = run (office, td_template_record_award_job (first_award, NULL));
  arranged = arrange (record);
  layouts = td_template_record_dup_layouts (record, arranged);
  g_assert_cmpuint (layouts->len, ==, 2);
  g_assert_cmpint (find_layout (layouts, "subject")->dx, ==, 1500);
  g_assert_cmpint (find_layout (layouts, "subject")->dy, ==, -2000);
  g_assert_cmpint (find_layout (layouts, "subject")->size, ==, 0);
  g_assert_cmpstr (find_layout (layouts, "subject")->text, ==, "Y\nA");
  g_assert_cmpint (find_layout (layouts, "signer-name")->size, ==, 1350);
  g_assert_null (find_layout (layouts, "signer-name")->text);
  run (office, td_award_layout_arrange_job (first_award, td_template_get_id (arranged), layouts));
  again = run (office, td_template_record_award_job (first_award, NULL));
  kept = td_template_record_dup_arranged (again);
  g_assert_cmpfloat (td_template_find_box (kept, "subject")->area.x, ==, td_template_find_box (arranged, "subject")->area.x);
  g_assert_cmpstr (td_template_find_box (kept, "subject")->text, ==, "Y\nA");
  g_assert_cmpfloat (td_template_find_box (kept, "signer-name")->size, ==, 13.5);
  g_assert_cmpuint (count_layouts (office, first_award + 1), ==, 0);
  run (office, td_award_layout_arrange_job (first_award, td_template_get_id (arranged), none));
  g_assert_cmpuint (count_layouts (office, first_award), ==, 0);
  td_test_office_undo (office);
  g_assert_cmpuint (count_layouts (office, first_award), ==, 2);
}

#define ADD(path, test) g_test_add (path, TdTestOffice, NULL, td_test_office_set_up, test, td_test_office_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-record/words", test_words);
  ADD ("/template-record/sample", test_sample);
  ADD ("/template-record/emblem", test_emblem);
  ADD ("/template-record/step", test_step);
  ADD ("/template-record/longest", test_longest);
  ADD ("/template-record/arrange", test_arrange);

  return g_test_run ();
}
