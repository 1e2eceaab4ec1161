/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-certificate-jobs.h"
#include "td-decision-jobs.h"
#include "td-test-office.h"

/* What stands in the way of a decision is told as findings, the same by every road. */

static gboolean
make_draft (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", NULL);
  g_autoptr (TdDecision) decision = NULL;

  if (!td_connection_insert (connection, giver, error))
    return FALSE;
  decision = g_object_new (TD_TYPE_DECISION, "title", "tặng Giấy khen", "state", "draft",
                           "giver-id", td_entity_get_id (TD_ENTITY (giver)), NULL);
  if (!td_connection_insert (connection, decision, error))
    return FALSE;
  *(gint64 *) data = td_entity_get_id (TD_ENTITY (decision));
  return TRUE;
}

static void
assert_refused (TdTestOffice *office, TdJob *job)
{
  g_autoptr (TdJob) taken = job;
  g_autoptr (GError) error = NULL;

  g_assert_false (td_job_run (job, office->store, NULL, &error));
  g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
  g_assert_cmpuint (td_job_get_findings (job)->len, ==, 1);
  g_assert_cmpstr (((TdFinding *) g_ptr_array_index (td_job_get_findings (job), 0))->rule, ==, "decision-empty");
}

/* All names may have been struck. */
static void
test_without_names (TdTestOffice *office, gconstpointer data)
{
  g_autofree char *path = g_build_filename (office->folder, "out.pdf", NULL);
  gint64 id;

  td_test_office_write (office, make_draft, &id);
  assert_refused (office, td_decision_print_job (id, path));
  assert_refused (office, td_certificate_print_job (id, path, NULL));
  assert_refused (office, td_decision_issue_job (id, "1/QĐ-SNV", "2026-01-20"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/decision/without-names", TdTestOffice, NULL, td_test_office_set_up, test_without_names, td_test_office_tear_down);
  return g_test_run ();
}
