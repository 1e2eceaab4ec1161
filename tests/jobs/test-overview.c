/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-decision-jobs.h"
#include "td-model.h"
#include "td-overview.h"
#include "td-test-office.h"

/* What the morning says of things the command line cannot make: decisions that lie for signature, since when the log knows;
 * blanks below what is needed; printers measured long ago. */

typedef struct
{
  gint64 decision_id;
  gint64 stock_id;
} Made;

static gboolean
make (TdConnection *connection, gpointer data, GError **error)
{
  Made *made = data;
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch Ủy ban nhân dân tỉnh", "level", "province", NULL);
  g_autoptr (TdDecision) decision = NULL;
  g_autoptr (TdStock) stock = g_object_new (TD_TYPE_STOCK, "name", "Phôi mẫu", "n-least", (gint64) 3, NULL);
  g_autoptr (TdCalibration) old = g_object_new (TD_TYPE_CALIBRATION, "printer", "Máy cũ", "measured-on", "2026-01-01", NULL);
  g_autoptr (TdCalibration) first = g_object_new (TD_TYPE_CALIBRATION, "printer", "Máy mới", "measured-on", "2025-01-01", NULL);
  g_autoptr (TdCalibration) again = g_object_new (TD_TYPE_CALIBRATION, "printer", "Máy mới", "measured-on", "2026-02-01", NULL);

  if (!td_connection_insert (connection, giver, error) || !td_connection_insert (connection, stock, error)
      || !td_connection_insert (connection, old, error) || !td_connection_insert (connection, first, error) || !td_connection_insert (connection, again, error))
    return FALSE;
  decision = g_object_new (TD_TYPE_DECISION, "title", "tặng Bằng khen", "state", "draft", "giver-id", td_entity_get_id (TD_ENTITY (giver)), NULL);
  if (!td_connection_insert (connection, decision, error))
    return FALSE;
  made->decision_id = td_entity_get_id (TD_ENTITY (decision));
  made->stock_id = td_entity_get_id (TD_ENTITY (stock));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i + 1);
      g_autoptr (TdStockSheet) sheet = g_object_new (TD_TYPE_STOCK_SHEET, "stock-id", made->stock_id, "number", (gint64) i + 1, "code", code, "state", i < 2 ? "free" : "at_signature", "changed-on", "2026-02-01", NULL);

      if (!td_connection_insert (connection, sheet, error))
        return FALSE;
    }
  return TRUE;
}

static TdOverview *
look (TdTestOffice *office, const char *day)
{
  g_autoptr (TdJob) job = td_overview_job (day);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (td_job_get_object (job));
}

/* How many there are of it; -1 when it is not there. */
static gint64
count (TdOverview *overview, const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (overview->figures)); i++)
    {
      g_autoptr (TdOverviewFigure) figure = g_list_model_get_item (G_LIST_MODEL (overview->figures), i);

      if (g_str_equal (figure->key, key))
        return figure->n;
    }
  return -1;
}

static void
submit (TdTestOffice *office, gint64 id, gboolean submitted)
{
  g_autoptr (TdJob) job = td_decision_submit_job (id, submitted);
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
}

static char *
day_after_today (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);

  return g_date_time_format (then, "%Y-%m-%d");
}

static void
test_submitted (TdTestOffice *office, gconstpointer data)
{
  static const struct
  {
    int days;
    gint64 unnumbered;
  } cases[] = { { 0, -1 }, { 2, -1 }, { 3, 1 }, { 40, 1 } };
  Made made;

  td_test_office_write (office, make, &made);
  {
    g_autoptr (TdOverview) before = look (office, NULL);

    g_assert_cmpint (count (before, "decisions_draft"), ==, 1);
    g_assert_cmpint (count (before, "decisions_submitted"), ==, -1);
  }
  submit (office, made.decision_id, TRUE);
  submit (office, made.decision_id, FALSE);
  submit (office, made.decision_id, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = day_after_today (cases[i].days);
      g_autoptr (TdOverview) overview = look (office, day);

      g_assert_cmpint (count (overview, "decisions_submitted"), ==, 1);
      g_assert_cmpint (count (overview, "decisions_unnumbered"), ==, cases[i].unnumbered);
      g_assert_cmpint (count (overview, "decisions_draft"), ==, -1);
    }
  td_test_office_undo (office);
  {
    g_autoptr (TdOverview) undone = look (office, NULL);

    g_assert_cmpint (count (undone, "decisions_submitted"), ==, -1);
    g_assert_cmpint (count (undone, "decisions_draft"), ==, 1);
  }
}

static void
test_supplies (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdOverview) early = NULL;
  g_autoptr (TdOverview) meanwhile = NULL;
  g_autoptr (TdOverview) late = NULL;
  Made made;

  td_test_office_write (office, make, &made);
  early = look (office, "2026-01-31");
  meanwhile = look (office, "2026-02-01");
  late = look (office, "2026-02-10");
  g_assert_cmpint (count (early, "stock_low"), ==, 2);
  g_assert_cmpint (count (early, "sheets_at_signature"), ==, 1);
  g_assert_cmpint (count (early, "calibration_due"), ==, 1);     /* the new one, before it was measured again */
  g_assert_cmpint (count (meanwhile, "calibration_due"), ==, 1); /* since this day the old one only */
  g_assert_cmpint (count (late, "calibration_due"), ==, 1);
}

/* Of a plan under way: awards of an issued decision that a certificate belongs to, and the sheets that count. */

static gboolean
issue (TdConnection *connection, gpointer data, GError **error)
{
  static const char *const states[] = { "printed", "sealed", "spoiled", NULL };
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch Ủy ban nhân dân tỉnh", "level", "province", NULL);
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Kế hoạch mẫu", "start-date", "2026-01", "end-date", "2026", NULL);
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", "Người Mẫu", NULL);
  g_autoptr (TdStock) stock = g_object_new (TD_TYPE_STOCK, "name", "Phôi mẫu", NULL);
  g_autoptr (TdDecision) decision = NULL;

  if (!td_connection_insert (connection, giver, error) || !td_connection_insert (connection, plan, error) || !td_connection_insert (connection, subject, error) || !td_connection_insert (connection, stock, error))
    return FALSE;
  decision = g_object_new (TD_TYPE_DECISION, "title", "tặng Bằng khen", "state", "issued", "number", "1/QĐ-UBND", "date", "2026-02-10", "giver-id", td_entity_get_id (TD_ENTITY (giver)), "plan-id", td_entity_get_id (TD_ENTITY (plan)), NULL);
  if (!td_connection_insert (connection, decision, error))
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i + 1);
      g_autoptr (TdAward) award = g_object_new (TD_TYPE_AWARD, "decision-id", td_entity_get_id (TD_ENTITY (decision)), "giver-id", td_entity_get_id (TD_ENTITY (giver)), "subject-id", td_entity_get_id (TD_ENTITY (subject)), "position", (gint64) i + 1,
                                                "subject-name", "Người Mẫu", "subject-kind", "person", "award-form", "Bằng khen", NULL);
      g_autoptr (TdStockSheet) sheet = NULL;

      if (!td_connection_insert (connection, award, error))
        return FALSE;
      if (states[MIN (i, 3)] == NULL)
        continue;
      sheet = g_object_new (TD_TYPE_STOCK_SHEET, "stock-id", td_entity_get_id (TD_ENTITY (stock)), "number", (gint64) i + 1, "code", code, "state", states[i], "award-id", td_entity_get_id (TD_ENTITY (award)), NULL);
      if (!td_connection_insert (connection, sheet, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_certificates (TdTestOffice *office, gconstpointer data)
{
  static const struct
  {
    const char *day;
    gboolean runs;
  } cases[] = { { "2025-12-31", FALSE }, { "2026-01-01", TRUE }, { "2026-12-31", TRUE }, { "2027-01-01", FALSE } };

  td_test_office_write (office, issue, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdOverview) overview = look (office, cases[i].day);
      g_autoptr (TdOverviewPlan) plan = g_list_model_get_item (G_LIST_MODEL (overview->plans), 0);

      g_assert_cmpint (plan->runs, ==, cases[i].runs);
      g_assert_cmpint (plan->n_certificates, ==, cases[i].runs ? 4 : 0);
      g_assert_cmpint (plan->n_printed, ==, cases[i].runs ? 2 : 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/overview/submitted", TdTestOffice, NULL, td_test_office_set_up, test_submitted, td_test_office_tear_down);
  g_test_add ("/overview/supplies", TdTestOffice, NULL, td_test_office_set_up, test_supplies, td_test_office_tear_down);
  g_test_add ("/overview/certificates", TdTestOffice, NULL, td_test_office_set_up, test_certificates, td_test_office_tear_down);
  return g_test_run ();
}
