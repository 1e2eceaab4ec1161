/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-model.h"
#include "td-plan-earlier.h"
#include "td-test-office.h"

/* Which earlier movement a plan cites where it bars a form. */

static void
test_cites (void)
{
  static const struct
  {
    const char *text;
    const char *number;
    gboolean cites;
  } cases[] = {
    { "đã được khen theo Kế hoạch số 141/KH-UBND", "141/KH-UBND", TRUE },
    { "141/KH-UBND", "141/KH-UBND", TRUE },
    { "(Kế hoạch số 141/KH-UBND).", "141/KH-UBND", TRUE },
    { "theo số 141/KH-UBND ngày 2/3/2025", "141/KH-UBND", TRUE },
    { "đợt141/KH-UBND", "141/KH-UBND", FALSE },
    { "Kế hoạch số 1141/KH-UBND", "141/KH-UBND", FALSE },
    { "Kế hoạch số 141/KH-UBNDT", "141/KH-UBND", FALSE },
    { "Kế hoạch số 141/KH-UBNDĐ", "141/KH-UBND", FALSE },
    { "Kế hoạch số 141/KH-UBND-NV", "141/KH-UBND", FALSE },
    { "Kế hoạch số 141/KH-UBND/2025", "141/KH-UBND", FALSE },
    { "Kế hoạch số 141/KH-UBND&ĐT", "141/KH-UBND", FALSE },
    { "số 1141/KH-UBND và số 141/KH-UBND", "141/KH-UBND", TRUE },
    { "Kế hoạch số 141", "141/KH-UBND", FALSE },
    { "Kế hoạch số 141/KH-UBND", "", FALSE },
    { "", "141/KH-UBND", FALSE },
    { NULL, "141/KH-UBND", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s” in “%s”", cases[i].number, cases[i].text);
      g_assert_cmpint (td_plan_earlier_cites (cases[i].text, cases[i].number), ==, cases[i].cites);
    }
}

/* A plan that bars a form for a reason, and the other plans of the office. */
typedef struct
{
  const char *reason;
  const char *numbers[3];
  guint linked; /* which of them, from 1; 0: none */
} Office;

static gboolean
fill (TdConnection *connection, gpointer data, GError **error)
{
  const Office *office = data;
  gint64 ids[G_N_ELEMENTS (office->numbers)] = { 0 };
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Thi đua năm nay", "number", "9/KH-UBND", NULL);
  g_autoptr (TdAllowance) allowance = NULL;
  g_autoptr (TdAllowance) linked = NULL;

  g_assert_true (td_connection_insert (connection, plan, error));
  for (guint i = 0; i < G_N_ELEMENTS (ids) && office->numbers[i] != NULL; i++)
    {
      g_autoptr (TdPlan) other = g_object_new (TD_TYPE_PLAN, "title", "Thi đua năm trước", "number", office->numbers[i], NULL);

      g_assert_true (td_connection_insert (connection, other, error));
      ids[i] = td_entity_get_id (TD_ENTITY (other));
    }
  allowance = g_object_new (TD_TYPE_ALLOWANCE, "plan-id", td_entity_get_id (TD_ENTITY (plan)), "rule", "barred", "reason", office->reason,
                            "award-form", "Giấy khen", NULL);
  g_assert_true (td_connection_insert (connection, allowance, error));
  g_assert_true (td_plan_earlier_link (connection, plan, error));
  linked = td_connection_get (connection, TD_TYPE_ALLOWANCE, td_entity_get_id (TD_ENTITY (allowance)), error);
  g_assert_nonnull (linked);
  g_assert_cmpint (linked->earlier_plan_id, ==, office->linked == 0 ? 0 : ids[office->linked - 1]);
  return TRUE;
}

static void
test_link (void)
{
  static const Office offices[] = {
    { "đã khen theo Kế hoạch số 141/KH-UBND", { "141/KH-UBND", "14/KH-UBND" }, 1 },
    { "đã khen theo Kế hoạch số 1141/KH-UBND", { "141/KH-UBND", "1141/KH-UBND" }, 2 },
    { "đã khen theo Kế hoạch số 141/KH-UBND", { "141/KH-UBND", "141/KH-UBND" }, 0 }, /* of two units, or of two years */
    { "đã khen theo Kế hoạch số 141/KH-UBND và 14/KH-UBND", { "141/KH-UBND", "14/KH-UBND" }, 0 },
    { "đã khen trong năm 2025", { "141/KH-UBND" }, 0 },
    { "Kế hoạch số 9/KH-UBND này không khen", { "141/KH-UBND" }, 0 }, /* itself is no earlier one */
    { NULL, { "141/KH-UBND" }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (offices); i++)
    {
      TdTestOffice office = { 0 };

      g_test_message ("office %" G_GSIZE_FORMAT, i);
      td_test_office_set_up (&office, NULL);
      td_test_office_write (&office, fill, (gpointer) &offices[i]);
      td_test_office_tear_down (&office, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-earlier/cites", test_cites);
  g_test_add_func ("/plan-earlier/link", test_link);
  return g_test_run ();
}
