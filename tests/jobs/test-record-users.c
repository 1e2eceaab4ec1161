/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-model.h"
#include "td-record-jobs.h"
#include "td-test-office.h"

/* Why a record cannot be deleted: what uses it is told, by kind and number; nothing changes. Its parts, and what only
 * says where it came from, are no reason. */

typedef struct
{
  gint64 unit_id, parent_id, plan_id, subject_id, event_id, merged_id;
} Ids;

static gint64
insert (TdConnection *connection, gpointer record, GError **error)
{
  g_autoptr (TdEntity) taken = record;

  td_connection_insert (connection, taken, error);
  g_assert_no_error (*error);
  return td_entity_get_id (taken);
}

static gboolean
fill (TdConnection *connection, gpointer data, GError **error)
{
  Ids *ids = data;
  gint64 merged[3];
  gint64 giver_id = insert (connection, g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Mẫu", "level", "department", NULL), error);

  ids->parent_id = insert (connection, g_object_new (TD_TYPE_UNIT, "name", "Tỉnh Mẫu", "kind", "department", NULL), error);
  ids->unit_id = insert (connection, g_object_new (TD_TYPE_UNIT, "name", "Sở Mẫu", "kind", "department", "parent-id", ids->parent_id, NULL), error);
  ids->plan_id = insert (connection, g_object_new (TD_TYPE_PLAN, "title", "Thi đua", NULL), error);
  ids->event_id = insert (connection, g_object_new (TD_TYPE_EVENT, "name", "Đại hội", NULL), error);
  insert (connection, g_object_new (TD_TYPE_CLAUSE, "plan-id", ids->plan_id, "position", (gint64) 1, "form", "paragraph", "body", "Một", NULL), error);
  insert (connection, g_object_new (TD_TYPE_WORK, "plan-id", ids->plan_id, "unit-id", ids->unit_id, "name", "Cầu", NULL), error);
  for (guint i = 0; i < G_N_ELEMENTS (merged); i++)
    merged[i] = insert (connection, g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Trần Mẫu", NULL), error);
  for (guint i = 0; i < G_N_ELEMENTS (merged); i++)
    insert (connection, g_object_new (TD_TYPE_SUBJECT_MERGE, "kept-id", merged[i == 0 ? 1 : 0], "dropped-id", merged[i], NULL), error);
  ids->merged_id = merged[0];
  for (guint i = 0; i < 3; i++)
    {
      ids->subject_id = insert (connection, g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Lê Mẫu", "unit-id", ids->unit_id, NULL), error);
      insert (connection, g_object_new (TD_TYPE_OTHER_NAME, "subject-id", ids->subject_id, "name", "Tám", NULL), error);
      insert (connection, g_object_new (TD_TYPE_NOMINATION, "subject-id", ids->subject_id, "plan-id", ids->plan_id, "unit-id", ids->unit_id, "giver-id", giver_id, "award-form", "Giấy khen", "kind", "movement", "state", "new", NULL), error);
    }
  return TRUE;
}

static void
test_users (TdTestOffice *office, gconstpointer data)
{
  Ids ids = { 0 };
  struct
  {
    GType type;
    const gint64 *id;
    const char *told; /* NULL: it is deleted */
  } rows[] = {
    { TD_TYPE_UNIT, &ids.parent_id, ": Unit (1)." },
    { TD_TYPE_UNIT, &ids.unit_id, ": Work (1), Subject (3), Nomination (3)." },
    { TD_TYPE_PLAN, &ids.plan_id, ": Nomination (3)." },
    { TD_TYPE_SUBJECT, &ids.subject_id, ": Nomination (1)." },
    { TD_TYPE_SUBJECT, &ids.merged_id, ": Merge (2)." }, /* in two ways */
    { TD_TYPE_EVENT, &ids.event_id, NULL },
  };

  td_test_office_write (office, fill, &ids);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TdJob) job = td_record_delete_job (rows[i].type, rows[i].id, 1);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = td_test_office_dump (office);
      const TdFinding *finding;

      g_test_message ("row %u", i);
      g_assert_cmpint (td_job_run (job, office->store, NULL, &error), ==, rows[i].told == NULL);
      if (rows[i].told == NULL)
        continue;
      g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
      td_test_office_assert_dump (office, before);
      g_assert_cmpuint (td_job_get_findings (job)->len, ==, 1);
      finding = g_ptr_array_index (td_job_get_findings (job), 0);
      g_assert_cmpstr (finding->rule, ==, "record-used");
      g_assert_cmpint (finding->subject_id, ==, *rows[i].id);
      g_assert_cmpstr (strrchr (finding->text, ':'), ==, rows[i].told);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/record-users/told", TdTestOffice, NULL, td_test_office_set_up, test_users, td_test_office_tear_down);
  return g_test_run ();
}
