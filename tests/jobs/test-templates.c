/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "td-award-layout-jobs.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-template-fields.h"
#include "td-template-jobs.h"
#include "td-template-list.h"
#include "td-template-reader.h"
#include "td-template-writer.h"
#include "td-test-office.h"
#include "td-underlay-jobs.h"

#define A4 "giay-khen-a4"

/* Runs a job; NULL is what is expected of one that must go well, else the rule that refuses. */
static void
run (TdTestOffice *office, TdJob *job, const char *rule)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = td_job_run (job, office->store, NULL, &error);
  gboolean found = FALSE;

  if (rule == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (ok);
      return;
    }
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
  for (guint i = 0; i < td_job_get_findings (job)->len; i++)
    found = found || strcmp (((TdFinding *) g_ptr_array_index (td_job_get_findings (job), i))->rule, rule) == 0;
  g_assert_true (found);
}

static TdTemplate *
get (TdTestOffice *office, const char *name)
{
  g_autoptr (TdJob) job = td_template_get_job (name);

  run (office, job, NULL);
  return g_object_ref (td_job_get_object (job));
}

static void
save (TdTestOffice *office, TdTemplate *template, const char *replaces, const char *rule)
{
  g_autoptr (TdJob) job = td_template_save_job (template, replaces);

  run (office, job, rule);
}

static TdTemplateItem *
find_item (TdTestOffice *office, const char *name)
{
  g_autoptr (TdJob) job = td_template_list_job ();
  GListModel *items;

  run (office, job, NULL);
  items = td_job_get_object (job);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TdTemplateItem) item = g_list_model_get_item (items, i);

      if (strcmp (item->name, name) == 0)
        return g_steal_pointer (&item);
    }
  return NULL;
}

/* The office's changed copy of a shipped template takes its place until it is removed. */
static void
test_change_shipped (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplate) shipped = get (office, A4);
  g_autoptr (TdTemplate) changed = td_template_dup (shipped);
  g_autoptr (TdTemplate) again = NULL, back = NULL;
  g_autoptr (TdTemplateItem) before = find_item (office, A4), item = NULL;
  g_autoptr (TdJob) remove = td_template_remove_job (A4), twice = td_template_remove_job (A4);
  g_autofree char *empty = td_test_office_dump (office), *full = NULL;

  g_assert_true (before->shipped);
  g_assert_cmpint (before->record_id, ==, 0);
  td_template_set_title (changed, "Giấy khen của Sở");
  save (office, changed, A4, NULL);
  item = find_item (office, A4);
  g_assert_true (item->shipped);
  g_assert_cmpint (item->record_id, >, 0);
  g_assert_cmpstr (item->based_on, ==, A4);
  g_assert_cmpstr (item->title, ==, "Giấy khen của Sở");
  g_assert_nonnull (item->changed_on);
  again = get (office, "Giấy khen của Sở");
  g_assert_true (td_template_equal (changed, again));

  full = td_test_office_dump (office);
  td_test_office_undo (office);
  td_test_office_assert_dump (office, empty);
  td_test_office_redo (office);
  td_test_office_assert_dump (office, full);

  run (office, remove, NULL);
  back = get (office, A4);
  g_assert_true (td_template_equal (shipped, back));
  run (office, twice, "template-shipped");
}

/* Kept again as it is, it leaves no entry in the log. */
static void
test_keep (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplate) own = get (office, A4), other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdTemplate) renamed = NULL;
  g_autoptr (TdTemplateItem) gone = NULL, item = NULL;
  g_autofree char *first = NULL;

  td_template_set_id (own, "mau-so");
  save (office, own, NULL, NULL);
  first = td_test_office_dump (office);
  save (office, own, "mau-so", NULL);
  td_test_office_assert_dump (office, first);
  save (office, own, NULL, "template-exists");

  other = td_template_dup (own);
  td_template_set_id (other, "mau-khac");
  save (office, other, NULL, NULL);
  save (office, own, "mau-khac", "template-exists");
  renamed = td_template_dup (own);
  td_template_set_id (renamed, "mau-moi");
  save (office, renamed, "mau-so", NULL);
  gone = find_item (office, "mau-so");
  g_assert_null (gone);
  item = find_item (office, "mau-moi");
  g_assert_nonnull (item);
  g_assert_false (item->shipped);
}

static void
test_refused (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *before = td_test_office_dump (office);
  g_autoptr (TdTemplate) template = get (office, A4);
  g_autoptr (TdTemplate) off = td_template_dup (template), bad = td_template_dup (template), damaged = td_template_dup (template);
  static const guint8 bytes[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 20, 0, 0, 0, 30,
                                  8, 6, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0 };
  g_autoptr (GBytes) image = g_bytes_new_static (bytes, sizeof bytes);
  TdTemplatePicture *picture = td_template_picture_new ("logo", image);

  td_template_set_size (off, 210, 148);
  save (office, off, A4, "template-off-sheet");
  td_template_set_title (bad, "");
  save (office, bad, A4, "template-title");
  picture->title = g_strdup ("Biểu trưng");
  picture->area = (TdTemplateArea){ 10, 10, 20, 20 };
  td_template_take_picture (damaged, picture);
  save (office, damaged, A4, "template-picture");
  td_test_office_assert_dump (office, before);
}

static void
test_retire (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplate) own = get (office, A4);
  g_autoptr (TdJob) retire = td_template_retire_job ("mau-so", TRUE), again = td_template_retire_job ("mau-so", FALSE);
  g_autoptr (TdJob) shipped = td_template_retire_job (A4, TRUE), unknown = td_template_retire_job ("khong-co", TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdTemplateItem) item = NULL, back = NULL;

  td_template_set_id (own, "mau-so");
  save (office, own, NULL, NULL);
  run (office, retire, NULL);
  item = find_item (office, "mau-so");
  g_assert_true (item->retired);
  run (office, again, NULL);
  back = find_item (office, "mau-so");
  g_assert_false (back->retired);
  run (office, shipped, "template-shipped");
  g_assert_false (td_job_run (unknown, office->store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT);
}

typedef struct
{
  TdTemplateWish wish;
  TdTemplate *chosen;
} Choice;

static gboolean
choose_cb (TdConnection *connection, gpointer data, GError **error)
{
  Choice *choice = data;
  g_autoptr (GPtrArray) items = td_template_list_read (connection, error);

  choice->chosen = items != NULL ? td_template_list_choose (items, &choice->wish, error) : NULL;
  return choice->chosen != NULL;
}

static TdTemplate *
choose (TdTestOffice *office, const char *award_form, const char *level)
{
  Choice choice = { { award_form, level, 297, 210, FALSE }, NULL };
  g_autoptr (GError) error = NULL;

  td_store_read (office->store, choose_cb, &choice, NULL, &error);
  g_assert_no_error (error);
  return choice.chosen;
}

/* The office's own before the shipped one, a retired one never, and for what nobody made one the usual. */
static void
test_choose (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplate) own = get (office, A4);
  g_autoptr (TdJob) retire = td_template_retire_job ("z-mau", TRUE);
  g_autoptr (TdTemplate) first = choose (office, "Giấy khen", "department"), second = NULL, third = NULL, province = choose (office, "Chiến sĩ thi đua cấp tỉnh", "province"), other = choose (office, "Kỷ niệm chương", "ministry");

  g_assert_true (td_template_suits (first, "GK_SO"));
  g_assert_true (td_template_suits (province, "BK_TINH"));
  g_assert_true (td_template_suits (other, "GK_SO"));
  td_template_set_id (own, "z-mau");
  save (office, own, NULL, NULL);
  second = choose (office, "Giấy khen", "department");
  g_assert_cmpstr (td_template_get_id (second), ==, "z-mau");
  run (office, retire, NULL);
  third = choose (office, "Giấy khen", "department");
  g_assert_cmpstr (td_template_get_id (third), ==, td_template_get_id (first));
}

static char *
write_file (TdTestOffice *office, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (office->folder, "in.xml", NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_files (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *path = g_build_filename (office->folder, "mau.xml", NULL);
  g_autofree char *bad = write_file (office, "<template xmlns='urn:x-thidua:template:9'/>");
  g_autoptr (TdJob) out = td_template_export_job (A4, path), in = td_template_import_job (path, FALSE);
  g_autoptr (TdJob) twice = td_template_import_job (path, FALSE), over = td_template_import_job (path, TRUE);
  g_autoptr (TdJob) refused = td_template_import_job (bad, TRUE), checked = td_template_check_job (NULL, path);
  g_autoptr (TdTemplate) shipped = get (office, A4), own = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdTemplateItem) item = NULL;

  run (office, out, NULL);
  run (office, checked, NULL);
  g_assert_true (td_template_equal (td_job_get_object (checked), shipped));
  run (office, in, NULL);
  item = find_item (office, A4);
  g_assert_cmpstr (item->based_on, ==, A4);
  own = get (office, A4);
  g_assert_true (td_template_equal (own, shipped));
  run (office, twice, "template-exists");
  run (office, over, NULL);
  g_assert_false (td_job_run (refused, office->store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "newer version"));
  g_unlink (path);
  g_unlink (bad);
}

/* A template that can no longer be read stands in the list, says why, and is in nobody's way. */
static gboolean
spoil_cb (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdOfficeTemplate) record = g_object_new (TD_TYPE_OFFICE_TEMPLATE, "name", "hong", "title", "Hỏng", "xml", "<template/>", NULL);

  return td_connection_insert (connection, record, error);
}

static void
test_unreadable (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdTemplateItem) item = NULL;
  g_autoptr (TdTemplate) chosen = NULL;
  g_autoptr (TdJob) job = td_template_get_job ("hong"), remove = td_template_remove_job ("Hỏng");
  g_autoptr (GError) error = NULL;

  td_test_office_write (office, spoil_cb, NULL);
  item = find_item (office, "hong");
  g_assert_null (item->template);
  g_assert_nonnull (item->problem);
  chosen = choose (office, "GK_SO", FALSE);
  g_assert_nonnull (chosen);
  g_assert_false (td_job_run (job, office->store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT);
  run (office, remove, NULL);
}

/* Every field a shipped template names is one that is made, and has a name of its own. */
static void
test_fields (void)
{
  g_auto (GStrv) names = td_template_fields_list ();
  g_autoptr (GPtrArray) templates = td_templates_load_shipped (NULL);

  g_assert_cmpuint (g_strv_length (names), >=, 12);
  g_assert_cmpstr (names[0], ==, "subject_line");
  g_assert_false (g_strv_contains ((const char *const *) names, "award_id"));
  for (guint i = 0; i < 12; i++)
    g_assert_cmpstr (td_template_fields_get_label (names[i]), !=, names[i]);
  for (guint i = 0; i < templates->len; i++)
    {
      g_autoptr (GPtrArray) findings = td_template_check (g_ptr_array_index (templates, i));

      for (guint k = 0; k < findings->len; k++)
        g_test_message ("%s: %s: %s", td_template_get_id (g_ptr_array_index (templates, i)), ((TdFinding *) g_ptr_array_index (findings, k))->where, ((TdFinding *) g_ptr_array_index (findings, k))->text);
      /* No stock says of itself yet that it is printed in two languages. */
      if (!g_str_has_prefix (td_template_get_id (g_ptr_array_index (templates, i)), "song-ngu-"))
        g_assert_cmpuint (findings->len, ==, 0);
    }
}

/* One award of one draft. */
static gboolean
seed_cb (TdConnection *connection, gpointer data, GError **error)
{
  gint64 *award_id = data;
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Mẫu", "level", "department", NULL);
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Nguyễn Thị Mẫu", "sex", "female", NULL);
  g_autoptr (TdDecision) decision = NULL;
  g_autoptr (TdAward) award = NULL;

  if (!td_connection_insert (connection, giver, error) || !td_connection_insert (connection, subject, error))
    return FALSE;
  decision = g_object_new (TD_TYPE_DECISION, "giver-id", td_entity_get_id (TD_ENTITY (giver)), "state", "draft", "title", "Quyết định", NULL);
  if (!td_connection_insert (connection, decision, error))
    return FALSE;
  award = g_object_new (TD_TYPE_AWARD, "decision-id", td_entity_get_id (TD_ENTITY (decision)), "giver-id", td_entity_get_id (TD_ENTITY (giver)),
                        "subject-id", td_entity_get_id (TD_ENTITY (subject)), "subject-name", "Nguyễn Thị Mẫu", "subject-kind", "person", "award-form", "Giấy khen",
                        "achievement", "Đã có thành tích", "position", (gint64) 1, NULL);
  if (!td_connection_insert (connection, award, error))
    return FALSE;
  *award_id = td_entity_get_id (TD_ENTITY (award));
  return TRUE;
}

typedef struct
{
  const char *template_name;
  const char *box;
  const char *text;
  gint64 dx;
  gint64 size;
  const char *rule;    /* that refuses; NULL: it is kept */
  const char *kept_as; /* the text then; NULL: nothing is kept */
} LayoutCase;

static TdAwardLayout *
new_layout (gint64 award_id, const LayoutCase *the_case)
{
  return g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", award_id, "template-name", the_case->template_name, "box", the_case->box, "text", the_case->text,
                       "dx", the_case->dx, "size", the_case->size, NULL);
}

static gboolean
read_layout_cb (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD_LAYOUT);
  TdAwardLayout **layout = data;

  *layout = td_connection_find (connection, query, error);
  return TRUE;
}

static void
test_arrange (TdTestOffice *office, gconstpointer data)
{
  static const LayoutCase cases[] = {
    { A4, "subject", "Bà\nNguyễn Thị Mẫu", 0, 0, NULL, "Bà\nNguyễn Thị Mẫu" },
    { A4, "subject", " Bà \r\n\r\n Nguye\xcc\x82\xcc\x83n\tThị ", 0, 0, NULL, "Bà\nNguyễn Thị" },
    { A4, "subject", NULL, 1500, 0, NULL, "" },
    { A4, "subject", NULL, 0, 1250, NULL, "" },
    { A4, "subject", " \n ", 0, 0, NULL, NULL },
    { A4, "subject", NULL, 0, 0, NULL, NULL },
    { "khong-co", "subject", "A", 0, 0, "layout-template", NULL },
    { A4, "khong-co", "A", 0, 0, "layout-box", NULL },
    { A4, NULL, "A", 0, 0, "layout-box", NULL },
    { NULL, "subject", "A", 0, 0, "layout-template", NULL },
    { A4, "subject", NULL, 2000001, 0, "layout-place", NULL },
    { A4, "subject", NULL, 0, 399, "layout-size", NULL },
    { A4, "subject", NULL, 0, 30001, "layout-size", NULL },
  };
  gint64 award_id;
  g_autofree char *before = NULL;

  td_test_office_write (office, seed_cb, &award_id);
  before = td_test_office_dump (office);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdAwardLayout) layout = new_layout (award_id, &cases[i]), kept = NULL;
      g_autoptr (TdJob) job = td_award_layout_set_job (layout), again = td_award_layout_set_job (layout), clear = td_award_layout_clear_job (award_id, NULL, NULL);
      g_autofree char *first = NULL;

      g_test_message ("case %u", i);
      run (office, job, cases[i].rule);
      td_store_read (office->store, read_layout_cb, &kept, NULL, NULL);
      g_assert_true ((kept != NULL) == (cases[i].kept_as != NULL));
      if (kept == NULL)
        {
          td_test_office_assert_dump (office, before);
          continue;
        }
      g_assert_cmpstr (kept->text != NULL ? kept->text : "", ==, cases[i].kept_as);
      g_assert_cmpint (kept->dx, ==, cases[i].dx);
      g_assert_cmpint (kept->size, ==, cases[i].size);
      first = td_test_office_dump (office);
      run (office, again, NULL);
      td_test_office_assert_dump (office, first);
      run (office, clear, NULL);
      g_assert_cmpint (td_job_get_count (clear), ==, 1);
      td_test_office_assert_dump (office, before);
      td_test_office_undo (office);
      td_test_office_assert_dump (office, first);
      td_test_office_undo (office);
      td_test_office_assert_dump (office, before);
    }
}

/* A struck name takes its changes along, and brings them back. */
static void
test_strike (TdTestOffice *office, gconstpointer data)
{
  static const LayoutCase change = { A4, "subject", "Bà\nMẫu", 0, 0, NULL, NULL };
  gint64 award_id;
  g_autoptr (TdAwardLayout) layout = NULL, gone = NULL, back = NULL;
  g_autoptr (TdJob) job = NULL, strike = NULL;
  g_autofree char *before = NULL;

  td_test_office_write (office, seed_cb, &award_id);
  layout = new_layout (award_id, &change);
  job = td_award_layout_set_job (layout);
  run (office, job, NULL);
  before = td_test_office_dump (office);
  strike = td_record_delete_job (TD_TYPE_AWARD, &award_id, 1);
  run (office, strike, NULL);
  td_store_read (office->store, read_layout_cb, &gone, NULL, NULL);
  g_assert_null (gone);
  td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
  td_store_read (office->store, read_layout_cb, &back, NULL, NULL);
  g_assert_nonnull (back);
}

/* Laid under, registered, changed, taken away. */
static void
test_underlay (TdTestOffice *office, gconstpointer data)
{
  static const char head[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x0d\xb4\0\0\x09\xb0\x08\x06\0\0\0\xf8PL\xf0\0\0\0\0IEND\xae"
                             "B`\x82";
  static const TdUnderlayMark marks[] = { { 100, 100, 10, 10 }, { 3400, 2300, 289.4, 196.3 }, { 3400, 100, 200, 10 } };
  g_autofree char *path = g_build_filename (office->folder, "phôi.png", NULL);
  g_autoptr (TdJob) early = td_underlay_mark_job (A4, marks, 2), lay = td_underlay_set_job ("Giấy khen của sở, ban, ngành, A4 297 × 210", path);
  g_autoptr (TdJob) one = td_underlay_mark_job (A4, marks, 1), two = td_underlay_mark_job (A4, marks, 2), three = td_underlay_mark_job (A4, marks, 3);
  g_autoptr (TdJob) get = td_underlay_get_job (A4), again = td_underlay_get_job (A4), again_job = td_underlay_set_job (A4, path);
  g_autoptr (TdJob) take = td_underlay_remove_job (A4), twice = td_underlay_remove_job (A4), none = td_underlay_get_job (A4), other = td_underlay_set_job (A4, path);
  TdUnderlayPicture *picture;
  g_autofree char *full = NULL;

  g_assert_true (g_file_set_contents (path, head, sizeof head - 1, NULL));
  run (office, early, "underlay-none");
  run (office, lay, NULL);
  run (office, one, "underlay-marks");
  run (office, two, NULL);
  g_assert_cmpuint (td_job_get_findings (two)->len, ==, 0);
  run (office, get, NULL);
  picture = td_job_get_object (get);
  g_assert_cmpstr (picture->file_name, ==, "phôi.png");
  g_assert_cmpmem (g_bytes_get_data (picture->image, NULL), g_bytes_get_size (picture->image), head, sizeof head - 1);
  g_assert_cmpuint (picture->columns, ==, 3508);
  g_assert_cmpuint (picture->rows, ==, 2480);
  g_assert_cmpuint (picture->marks->len, ==, 2);
  g_assert_cmpfloat (g_array_index (picture->marks, TdUnderlayMark, 1).x, ==, 289.4);
  /* the same picture again keeps its marks */
  full = td_test_office_dump (office);
  run (office, again_job, NULL);
  td_test_office_assert_dump (office, full);
  run (office, three, NULL);
  run (office, take, NULL);
  run (office, twice, "underlay-none");
  run (office, none, NULL);
  g_assert_null (td_job_get_object (none));
  td_test_office_undo (office);
  td_test_office_undo (office);
  td_test_office_assert_dump (office, full);
  /* another picture has none */
  g_assert_true (g_file_set_contents (path, head, sizeof head, NULL));
  run (office, other, NULL);
  run (office, again, NULL);
  g_assert_cmpuint (((TdUnderlayPicture *) td_job_get_object (again))->marks->len, ==, 0);
  g_unlink (path);
}

typedef struct
{
  const char *name;
  guint32 width, height;
  gsize length;
  const char *says;
} PictureCase;

static void
test_bad_picture (TdTestOffice *office, gconstpointer data)
{
  static const PictureCase cases[] = {
    { "40,000 pixels", 40000, 40000, 100, "million" },
    { "80 million and some", 10000, 8001, 100, "million" },
    { "a row", 0x7fffffff, 1, 100, "million" },
    { "nothing", 0, 0, 100, "no PNG" },
    { "500 MB", 100, 100, 500u << 20, "too large" },
  };
  g_autofree char *before = td_test_office_dump (office);
  g_autofree char *path = g_build_filename (office->folder, "ảnh.png", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 head[100] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
      guint32 width = GUINT32_TO_BE (cases[i].width), height = GUINT32_TO_BE (cases[i].height);
      g_autoptr (TdJob) job = td_underlay_set_job (A4, path);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      memcpy (head + 16, &width, 4);
      memcpy (head + 20, &height, 4);
      g_assert_true (g_file_set_contents (path, (const char *) head, sizeof head, NULL));
      g_assert_cmpint (truncate (path, cases[i].length), ==, 0);
      g_assert_false (td_job_run (job, office->store, NULL, &error));
      g_assert_nonnull (strstr (error->message, cases[i].says));
      td_test_office_assert_dump (office, before);
    }
  g_unlink (path);
}

#define ADD(name, func) g_test_add (name, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/templates/change-shipped", test_change_shipped);
  ADD ("/templates/keep", test_keep);
  ADD ("/templates/refused", test_refused);
  ADD ("/templates/retire", test_retire);
  ADD ("/templates/choose", test_choose);
  ADD ("/templates/files", test_files);
  ADD ("/templates/unreadable", test_unreadable);
  ADD ("/templates/arrange", test_arrange);
  ADD ("/templates/strike", test_strike);
  ADD ("/templates/underlay", test_underlay);
  ADD ("/templates/bad-picture", test_bad_picture);
  g_test_add_func ("/templates/fields", test_fields);
  return g_test_run ();
}
