/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-list-preview.h"
#include "td-test-office.h"

/* Rows of a list beside each other: who asks twice for the same, and what mending one does to the others. */

#define HEAD "STT,Họ và tên,Ngày sinh,Số CCCD,Đơn vị,Cấp khen,Hình thức khen thưởng,Nội dung\n"

static gboolean
fill_cb (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", "Sở Nội vụ", NULL);
  g_autoptr (TdGiver) giver = NULL;
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Thi đua thử", NULL);
  g_autoptr (TdSubject) known = NULL;

  if (!td_connection_insert (connection, unit, error) || !td_connection_insert (connection, plan, error))
    return FALSE;
  giver = g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", "unit-id", td_entity_get_id (TD_ENTITY (unit)), NULL);
  if (!td_connection_insert (connection, giver, error))
    return FALSE;
  known = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Nguyễn Thị Thử", "birth", "1980-02-03", "citizen-id", "066180001234",
                        "unit-id", td_entity_get_id (TD_ENTITY (unit)), NULL);
  return td_connection_insert (connection, known, error);
}

/* For each row of the file, in order: + comes in, ? is doubtful, - cannot come in; a double has a star. */
static char *
dup_states (TdListPreview *preview)
{
  GPtrArray *cases = td_list_check_get_cases (preview->check);
  GString *states = g_string_new (NULL);

  for (guint i = 0; i < cases->len; i++)
    {
      const TdListCase *c = g_ptr_array_index (cases, i);

      g_string_append_c (states, "+=?-"[c->state]);
      for (guint j = 0; j < c->findings->len; j++)
        if (g_str_equal (((TdFinding *) g_ptr_array_index (c->findings, j))->rule, "row-doubled"))
          g_string_append_c (states, '*');
    }
  return g_string_free (states, FALSE);
}

static const struct
{
  const char *name, *rows, *states;
  TdListRole role; /* typed into row @number */
  guint number;
  const char *typed, *after;
} cases[] = {
  { "one birthday too many",
    "1,Lê Văn Một,1980,,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n2,Lê Văn Một,1980,,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n3,Lê Văn Một,1980,,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n",
    "+?*?*", TD_LIST_ROLE_BIRTH, 0, "1981", "++?*" },
  { "the double is mended",
    "1,Lê Văn Một,1980,,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n2,Lê Văn Một,1980,,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n",
    "+?*", TD_LIST_ROLE_BIRTH, 1, "1981", "++" },
  { "a row becomes a double",
    "1,Lê Văn Một,1980,,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n2,Lê Văn Một,1981,,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n",
    "++", TD_LIST_ROLE_BIRTH, 1, "1980", "+?*" },
  { "two forms are no double",
    "1,Lê Văn Một,1980,,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n2,Lê Văn Một,1980,,Sở Nội vụ,Giám đốc Sở Nội vụ,Lao động tiên tiến,Tốt\n",
    "++", TD_LIST_ROLE_AWARD_FORM, 1, "Giấy khen", "+?*" },
  { "one the office knows, told in two ways",
    "1,Nguyễn Thị Thử,,066180001234,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n2,Nguyễn Thị Thử,3/2/1980,66180001234,Sở Nội vụ,Giám đốc Sở Nội vụ,Giấy khen,Tốt\n",
    "+?*", TD_LIST_ROLE_AWARD_FORM, 0, "Lao động tiên tiến", "++" },
};

static void
test_doubles (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *path = g_build_filename (office->folder, "list.csv", NULL);
  TdListTaking taking = { .path = path, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = 1 } };

  td_test_office_write (office, fill_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].rows, NULL);
      g_autofree char *states = NULL;
      g_autofree char *after = NULL;
      g_autoptr (TdJob) look = NULL;
      g_autoptr (TdJob) type = NULL;
      g_autoptr (GError) error = NULL;
      TdListPreview *preview;

      g_test_message ("%s", cases[i].name);
      g_file_set_contents (path, text, -1, &error);
      look = td_list_preview_job (&taking, NULL);
      td_job_run (look, office->store, NULL, &error);
      g_assert_no_error (error);
      preview = td_job_get_object (look);
      states = dup_states (preview);
      g_assert_cmpstr (states, ==, cases[i].states);
      type = td_list_preview_type_job (preview, cases[i].number, cases[i].role, cases[i].typed);
      td_job_run (type, office->store, NULL, &error);
      g_assert_no_error (error);
      after = dup_states (preview);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

/* What a window shows of the others follows. */
static void
test_tells_others (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *path = g_build_filename (office->folder, "list.csv", NULL);
  g_autofree char *text = g_strconcat (HEAD, cases[0].rows, NULL);
  TdListTaking taking = { .path = path, .options = { .purpose = TD_LIST_NOMINATIONS, .plan_id = 1 } };
  g_autoptr (TdJob) look = td_list_preview_job (&taking, NULL);
  g_autoptr (TdJob) type = NULL;
  g_autoptr (GError) error = NULL;
  TdListDetails *details;

  td_test_office_write (office, fill_cb, NULL);
  g_file_set_contents (path, text, -1, &error);
  td_job_run (look, office->store, NULL, &error);
  g_assert_no_error (error);
  type = td_list_preview_type_job (td_job_get_object (look), 0, TD_LIST_ROLE_BIRTH, "1981");
  td_job_run (type, office->store, NULL, &error);
  g_assert_no_error (error);
  details = td_job_get_object (type);
  g_assert_cmpuint (details->others->len, ==, 2);
  g_assert_cmpuint (((TdListItem *) details->others->pdata[0])->number, ==, 1);
  g_assert_cmpint (((TdListItem *) details->others->pdata[0])->state, ==, TD_LIST_GOOD);
  g_assert_cmpint (((TdListItem *) details->others->pdata[1])->state, ==, TD_LIST_DOUBTFUL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/list-check/doubles", TdTestOffice, NULL, td_test_office_set_up, test_doubles, td_test_office_tear_down);
  g_test_add ("/list-check/tells-others", TdTestOffice, NULL, td_test_office_set_up, test_tells_others, td_test_office_tear_down);
  return g_test_run ();
}
