/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-list-preview.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-test-office.h"

/* A list before it is taken in: what is typed in a row, what is said of its columns, reading it
 * again, and stopping. Nobody in it exists. */

#define HEAD "STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Đơn vị,Hình thức khen thưởng,Nội dung\n"

static gint64
save (TdTestOffice *office, gpointer record)
{
  g_autoptr (TdEntity) entity = record;
  g_autoptr (TdJob) job = td_record_save_job (entity);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  return td_job_get_id (job);
}

static gint64
fill_office (TdTestOffice *office)
{
  gint64 unit = save (office, g_object_new (TD_TYPE_UNIT, "name", "Sở Nội vụ", "kind", "department", "short-name", "SNV", NULL));

  save (office, g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", NULL));
  save (office, g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Đào Thị Thử", "birth", "1980", "citizen-id", "066180001234", "unit-id", unit, NULL));
  return save (office, g_object_new (TD_TYPE_PLAN, "title", "Phong trào thi đua", NULL));
}

static char *
write_list (TdTestOffice *office, const char *rows)
{
  g_autofree char *text = g_strconcat (HEAD, rows, NULL);
  char *path = g_build_filename (office->folder, "list.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static gpointer
run (TdTestOffice *office, TdJob *made)
{
  g_autoptr (TdJob) job = made;
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  return td_job_get_object (job) != NULL ? g_object_ref (td_job_get_object (job)) : NULL;
}

static const TdListCell *
find_cell (TdListDetails *details, TdListRole role)
{
  for (guint i = 0; i < details->cells->len; i++)
    if (((TdListCell *) g_ptr_array_index (details->cells, i))->role == role)
      return g_ptr_array_index (details->cells, i);
  return NULL;
}

/* What is typed must be right by itself; what is wrong leaves the row as it was. */
static void
test_typed (TdTestOffice *office, gconstpointer data)
{
  static const struct
  {
    TdListRole role;
    const char *text, *value;
    TdListState state;
  } cases[] = {
    { TD_LIST_ROLE_BIRTH, "31/02/1980", NULL, TD_LIST_BAD },
    { TD_LIST_ROLE_AWARD_FORM, "Huy chương Vàng", NULL, TD_LIST_BAD },
    { TD_LIST_ROLE_AWARD_FORM, "", NULL, TD_LIST_BAD },
    { TD_LIST_ROLE_NAME, "  ", NULL, TD_LIST_BAD },
    { TD_LIST_ROLE_NAME, "Đào Văn Một", "Đào Văn Một", TD_LIST_BAD },
    { TD_LIST_ROLE_BIRTH, "1.2.1980", "01/02/1980", TD_LIST_BAD },
    { TD_LIST_ROLE_AWARD_FORM, "Giấy khen", "Giấy khen", TD_LIST_BAD },
    { TD_LIST_ROLE_SEX, "male", "male", TD_LIST_BAD },
    { TD_LIST_ROLE_UNIT, "Sở Nội vụ", "Sở Nội vụ", TD_LIST_GOOD },
    { TD_LIST_ROLE_KIND, "collective", "collective", TD_LIST_GOOD },
  };
  gint64 plan = fill_office (office);
  g_autofree char *path = write_list (office, "1,,31/02/1980,Nm,,Phòng Không Có,Huy chương Vàng,Dẫn đầu\n");
  TdListTaking taking = { .path = path, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = plan } };
  g_autoptr (TdListPreview) preview = run (office, td_list_preview_job (&taking, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdJob) job = td_list_preview_type_job (preview, 0, cases[i].role, cases[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (TdListDetails) details = NULL;

      g_test_message ("%s: “%s”", td_list_role_to_nick (cases[i].role), cases[i].text);
      g_assert_cmpint (td_job_run (job, office->store, NULL, &error), ==, cases[i].value != NULL);
      if (cases[i].value == NULL)
        g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT);
      details = run (office, td_list_preview_look_job (preview, 0));
      if (cases[i].value != NULL)
        g_assert_cmpstr (find_cell (details, cases[i].role)->value, ==, cases[i].value);
      g_assert_cmpint (details->item->state, ==, cases[i].state);
    }
}

/* What has to be typed is named; what no column says has a cell all the same. */
static void
test_details (TdTestOffice *office, gconstpointer data)
{
  static const struct
  {
    const char *row;
    TdListRole doubt;
  } cases[] = {
    { "1,Đào Văn Một,31/02/1980,Nam,,Sở Nội vụ,Giấy khen,Dẫn đầu\n", TD_LIST_ROLE_BIRTH },
    { "1,Đào Văn Một,01/02/1980,Nam,,Phòng Không Có,Giấy khen,Dẫn đầu\n", TD_LIST_ROLE_UNIT },
    { "1,Đào Văn Một,01/02/1980,Nam,,Sở Nội vụ,Huy chương Vàng,Dẫn đầu\n", TD_LIST_ROLE_AWARD_FORM },
    { "1,,01/02/1980,Nam,,Sở Nội vụ,Giấy khen,Dẫn đầu\n", TD_LIST_ROLE_NAME },
  };
  gint64 plan = fill_office (office);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_list (office, cases[i].row);
      TdListTaking taking = { .path = path, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = plan } };
      g_autoptr (TdListPreview) preview = run (office, td_list_preview_job (&taking, NULL));
      g_autoptr (TdListDetails) details = run (office, td_list_preview_look_job (preview, 0));

      g_assert_cmpint (details->doubt, ==, cases[i].doubt);
      g_assert_cmpstr (find_cell (details, TD_LIST_ROLE_KIND)->value, ==, "person");
      g_assert_cmpstr (find_cell (details, TD_LIST_ROLE_KIND)->original, ==, "");
      g_assert_null (find_cell (details, TD_LIST_ROLE_NUMBER));
    }
}

/* Columns go by hand, answers hold on, and the sender's next list is understood in the same way. */
static void
test_read_again (TdTestOffice *office, gconstpointer data)
{
  gint64 plan = fill_office (office);
  g_autofree char *path = write_list (office, "1,Đào Văn Một,01/02/1980,Nam,,Sở Không Có,Giấy khen,Chuyên viên\n"
                                              "2,Đào Văn Hai,01/02/1981,Nam,,Sở Nội vụ,Giấy khen,Trưởng phòng\n");
  TdListTaking taking = { .path = path, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = plan, .from = "SNV" } };
  g_autoptr (TdListPreview) first = run (office, td_list_preview_job (&taking, NULL));
  const TdListPreviewColumn *column = g_ptr_array_index (first->columns, 7);
  g_autoptr (GHashTable) by_hand = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TdListDetails) typed = NULL;
  g_autoptr (TdListPreview) second = NULL;
  g_autoptr (TdListPreview) third = NULL;
  g_autoptr (TdListDetails) details = NULL;

  g_assert_cmpuint (first->columns->len, ==, 8);
  g_assert_cmpstr (column->heading, ==, "Nội dung");
  g_assert_cmpstr (column->sample, ==, "Chuyên viên · Trưởng phòng");
  g_assert_cmpint (column->role, ==, TD_LIST_ROLE_ACHIEVEMENT);
  g_assert_cmpint (TD_LIST_ITEM (g_ptr_array_index (first->items, 0))->state, !=, TD_LIST_GOOD);
  typed = run (office, td_list_preview_type_job (first, 0, TD_LIST_ROLE_UNIT, "Sở Nội vụ"));
  g_assert_cmpint (typed->item->state, ==, TD_LIST_GOOD);

  g_hash_table_insert (by_hand, column->fingerprint, (gpointer) "number,name,birth,sex,citizen-id,unit,award-form,post");
  taking.options.by_hand = by_hand;
  taking.options.wording = "Dẫn đầu phong trào";
  second = run (office, td_list_preview_job (&taking, first->mends));
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (TD_LIST_ITEM (g_ptr_array_index (second->items, i))->state, ==, TD_LIST_GOOD);
  details = run (office, td_list_preview_look_job (second, 0));
  g_assert_cmpstr (find_cell (details, TD_LIST_ROLE_POST)->value, ==, "Chuyên viên");
  g_assert_cmpint (((TdListPreviewColumn *) g_ptr_array_index (second->columns, 7))->source, ==, TD_LIST_SOURCE_HAND);
  g_assert_cmpuint (second->findings->len, ==, 0); /* the wording is that of all rows */

  g_clear_object (&details);
  details = run (office, td_list_take_job (second->check, &taking));
  taking.options.by_hand = NULL;
  third = run (office, td_list_preview_job (&taking, NULL));
  g_assert_cmpint (((TdListPreviewColumn *) g_ptr_array_index (third->columns, 7))->role, ==, TD_LIST_ROLE_POST);
  g_assert_cmpint (((TdListPreviewColumn *) g_ptr_array_index (third->columns, 7))->source, ==, TD_LIST_SOURCE_REMEMBERED);
}

/* Who is known stays as he is, unless the file shall count. */
static void
test_fill (TdTestOffice *office, gconstpointer data)
{
  static const char *const births[] = { "1980", "1980-03-15" };
  gint64 plan = fill_office (office);
  g_autofree char *path = write_list (office, "1,Đào Thị Thử,15/03/1980,Nữ,066180001234,Sở Nội vụ,Giấy khen,Dẫn đầu\n");
  TdListTaking taking = { .path = path, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = plan } };

  for (guint fill = 0; fill < 2; fill++)
    {
      g_autoptr (TdListPreview) preview = run (office, td_list_preview_job (&taking, NULL));
      g_autoptr (TdListCheck) check = NULL;
      g_autoptr (TdSubject) subject = NULL;

      taking.fill = fill;
      check = run (office, td_list_take_job (preview->check, &taking));
      subject = run (office, td_record_get_job (TD_TYPE_SUBJECT, 1));
      g_assert_cmpstr (subject->birth, ==, births[fill]);
      g_assert_cmpstr (subject->sex, ==, fill ? "female" : NULL);
      td_test_office_undo (office);
    }
}

typedef struct
{
  GCancellable *cancellable;
  double stop_at, last;
  guint n;
} Progress;

static void
progress_cb (double fraction, const char *text, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (text);
  progress->last = fraction;
  progress->n++;
  if (fraction >= progress->stop_at)
    g_cancellable_cancel (progress->cancellable);
}

/* Wherever it is stopped, nothing is kept, and it can be done again. */
static void
test_stopped (TdTestOffice *office, gconstpointer data)
{
  static const double stops[] = { 0, 0.1, 0.3, 0.6, 0.8, 2 };
  gint64 plan = fill_office (office);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *rest = g_build_filename (office->folder, "rest.xlsx", NULL);
  g_autofree char *before = td_test_office_dump (office);

  for (guint i = 1; i <= 300; i++)
    g_string_append_printf (rows, "%u,Đào Văn Thử %u,01/02/19%02u,Nam,,%s,Giấy khen,Dẫn đầu\n", i, i, 30 + i % 60, i % 10 ? "Sở Nội vụ" : "Phòng Không Có");
  path = write_list (office, rows->str);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      TdListTaking taking = { .path = path, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = plan }, .rest_path = rest };
      TdJob *jobs[] = { td_list_preview_job (&taking, NULL), td_list_import_job (&taking) };

      for (guint j = 0; j < G_N_ELEMENTS (jobs); j++)
        {
          g_autoptr (TdJob) job = jobs[j];
          g_autoptr (GCancellable) cancellable = g_cancellable_new ();
          g_autoptr (GError) error = NULL;
          Progress progress = { cancellable, stops[i] };
          gboolean ok;

          td_job_set_progress (job, progress_cb, &progress);
          ok = td_job_run (job, office->store, cancellable, &error);
          if (stops[i] < 1)
            {
              g_assert_false (ok);
              g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
              td_test_office_assert_dump (office, before);
              g_assert_false (g_file_test (rest, G_FILE_TEST_EXISTS));
              continue;
            }
          g_assert_no_error (error);
          g_assert_cmpuint (progress.n, >, 5);
          g_assert_cmpint (td_job_get_count (job), ==, j == 0 ? 300 : 270);
          g_assert_cmpint (g_file_test (rest, G_FILE_TEST_EXISTS), ==, j == 1);
        }
    }
  td_test_office_undo (office);
  td_test_office_assert_dump (office, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, TdTestOffice, NULL, td_test_office_set_up, test, td_test_office_tear_down)
  ADD ("/list-preview/typed", test_typed);
  ADD ("/list-preview/details", test_details);
  ADD ("/list-preview/read-again", test_read_again);
  ADD ("/list-preview/fill", test_fill);
  ADD ("/list-preview/stopped", test_stopped);
  return g_test_run ();
}
