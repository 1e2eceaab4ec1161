/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "td-model.h"
#include "td-template-fields.h"
#include "td-template-jobs.h"
#include "td-template-list.h"
#include "td-template-reader.h"
#include "td-template-writer.h"
#include "td-test-office.h"

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
  const char *form_id;
  gboolean for_province;
  TdTemplate *chosen;
} Choice;

static gboolean
choose_cb (TdConnection *connection, gpointer data, GError **error)
{
  Choice *choice = data;
  g_autoptr (GPtrArray) items = td_template_list_read (connection, error);

  choice->chosen = items != NULL ? td_template_list_choose (items, choice->form_id, choice->for_province, error) : NULL;
  return choice->chosen != NULL;
}

static TdTemplate *
choose (TdTestOffice *office, const char *form_id, gboolean for_province)
{
  Choice choice = { form_id, for_province, NULL };
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
  g_autoptr (TdTemplate) first = choose (office, "GK_SO", FALSE), second = NULL, third = NULL, province = choose (office, NULL, TRUE), other = choose (office, "XX", FALSE);

  g_assert_true (td_template_suits (first, "GK_SO"));
  g_assert_true (td_template_suits (province, "BK_TINH"));
  g_assert_true (td_template_suits (other, "GK_SO"));
  td_template_set_id (own, "z-mau");
  save (office, own, NULL, NULL);
  second = choose (office, "GK_SO", FALSE);
  g_assert_cmpstr (td_template_get_id (second), ==, "z-mau");
  run (office, retire, NULL);
  third = choose (office, "GK_SO", FALSE);
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
      g_assert_cmpuint (findings->len, ==, 0);
    }
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
  g_test_add_func ("/templates/fields", test_fields);
  return g_test_run ();
}
