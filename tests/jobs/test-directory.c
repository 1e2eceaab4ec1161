/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-directory.h"
#include "td-test-office.h"

/* Units and givers are found by the names lists write. */

static const struct
{
  const char *name, *short_name, *printed_name, *code, *valid_to;
} units[] = {
  { "Ủy ban nhân dân xã Ea Kar", "UBND xã Ea Kar", "xã Ea Kar", "24376", NULL },
  { "Sở Nội vụ", "SNV", NULL, "S01", NULL },
  /* The province was merged; a commune's name lived on. */
  { "Xã Hòa Bình", NULL, NULL, "X1", "2025-06-30" },
  { "Xã Hòa Bình", NULL, NULL, "X2", NULL },
  /* Two that go on under one name, two that ended under one. */
  { "Trường Tiểu học Kim Đồng", NULL, NULL, "T1", NULL },
  { "Trường Tiểu học Kim Đồng", NULL, NULL, "T2", NULL },
  { "Ban Cũ", NULL, NULL, "B1", "2024-01-01" },
  { "Ban Cũ", NULL, NULL, "B2", "2025-01-01" },
  /* One that goes on beside two that ended, entered in any order. */
  { "Phường Tân Lập", NULL, NULL, "P1", "2024-01-01" },
  { "Phường Tân Lập", NULL, NULL, "P2", "2025-01-01" },
  { "Phường Tân Lập", NULL, NULL, "P3", NULL },
  /* Another's short name is this one's name. */
  { "SNN", NULL, NULL, "N1", NULL },
  { "Sở Nông nghiệp và Môi trường", "SNN", NULL, "N2", NULL },
};

static const struct
{
  const char *text;
  const char *code; /* NULL: none */
  gboolean ambiguous;
} unit_cases[] = {
  { "Ủy ban nhân dân xã Ea Kar", "24376", FALSE },
  { "uy ban nhan dan xa ea kar", "24376", FALSE },
  { "UBND xã Ea Kar", "24376", FALSE },
  { "Uỷ ban  nhân dân xã Ea-Kar", "24376", FALSE },
  { "Xã Ea Kar", "24376", FALSE },
  { "24376", "24376", FALSE },
  { "snv", "S01", FALSE },
  { "Sở Nội vụ tỉnh Đắk Lắk", NULL, FALSE },
  { "Xã Hòa Bình", "X2", FALSE },
  { "Xã Hoà Bình", "X2", FALSE },
  { "X1", "X1", FALSE },
  { "Trường Tiểu học Kim Đồng", NULL, TRUE },
  { "Ban Cũ", NULL, TRUE },
  { "Phường Tân Lập", "P3", FALSE },
  { "SNN", NULL, TRUE },
  { "Sở Nông nghiệp và Môi trường", "N2", FALSE },
  { "", NULL, FALSE },
  { "   ", NULL, FALSE },
};

static const struct
{
  const char *name, *level;
} givers[] = {
  { "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk", "province" },
  { "Giám đốc Sở Nội vụ", "department" },
  { "Giám đốc Sở Nội vụ tỉnh Gia Lai", "department" },
  { "Giám đốc Sở Y tế", "department" },
};

static const struct
{
  const char *text, *name;
} giver_cases[] = {
  { "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk", "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk" },
  { "CT UBND tỉnh Đắk Lắk", "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk" },
  { "Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk" },
  { "Chủ tịch", "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk" },
  { "Chủ", "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk" },
  { "Chủ tị", NULL },                       /* half a word */
  { "GĐ Sở Nội vụ", "Giám đốc Sở Nội vụ" }, /* whole, though another begins so */
  { "GĐ Sở Nội vụ tỉnh", "Giám đốc Sở Nội vụ tỉnh Gia Lai" },
  { "Giám đốc", NULL }, /* three begin so */
  { "GĐ Sở", NULL },
  { "Sở Y tế", NULL },
  { "", NULL },
};

static gboolean
fill (TdConnection *connection, gpointer data, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", units[i].name, "short-name", units[i].short_name,
                                              "printed-name", units[i].printed_name, "code", units[i].code,
                                              "valid-to", units[i].valid_to, NULL);

      if (!td_connection_insert (connection, unit, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (givers); i++)
    {
      g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", givers[i].name, "level", givers[i].level, NULL);

      if (!td_connection_insert (connection, giver, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load (TdConnection *connection, gpointer data, GError **error)
{
  *(TdDirectory **) data = td_directory_load (connection, error);
  return *(TdDirectory **) data != NULL;
}

static void
test_names (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdDirectory) directory = NULL;
  g_autoptr (GError) error = NULL;

  td_test_office_write (office, fill, NULL);
  td_store_read (office->store, load, &directory, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (unit_cases); i++)
    {
      gboolean ambiguous = !unit_cases[i].ambiguous;
      TdUnit *unit = td_directory_find_unit (directory, unit_cases[i].text, &ambiguous);

      g_test_message ("%s", unit_cases[i].text);
      g_assert_cmpstr (unit != NULL ? unit->code : NULL, ==, unit_cases[i].code);
      g_assert_cmpint (ambiguous, ==, unit_cases[i].ambiguous);
      if (unit != NULL)
        g_assert_true (td_directory_get_unit (directory, td_entity_get_id (TD_ENTITY (unit))) == unit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (giver_cases); i++)
    {
      TdGiver *giver = td_directory_find_giver (directory, giver_cases[i].text);

      g_test_message ("%s", giver_cases[i].text);
      g_assert_cmpstr (giver != NULL ? giver->name : NULL, ==, giver_cases[i].name);
    }
  g_assert_null (td_directory_get_unit (directory, 999));
  g_assert_null (td_directory_get_giver (directory, 999));
}

static void
test_levels (TdTestOffice *office, gconstpointer data)
{
  static const char *const province[] = { "province", NULL };
  static const char *const department[] = { "department", NULL };
  static const char *const higher[] = { "president", "prime_minister", "province", NULL };
  static const char *const nobody[] = { "president", NULL };
  g_autoptr (TdDirectory) directory = NULL;

  td_test_office_write (office, fill, NULL);
  g_assert_true (td_store_read (office->store, load, &directory, NULL, NULL));
  g_assert_cmpstr (td_directory_find_giver_of_level (directory, province)->name, ==, givers[0].name);
  g_assert_cmpstr (td_directory_find_giver_of_level (directory, higher)->name, ==, givers[0].name);
  g_assert_null (td_directory_find_giver_of_level (directory, department)); /* three could be meant */
  g_assert_null (td_directory_find_giver_of_level (directory, nobody));
}

#define add(path, func) g_test_add (path, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/directory/names", test_names);
  add ("/directory/levels", test_levels);
  return g_test_run ();
}
