/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "td-match.h"

/* Pairs of records, what is proposed and why. A side is written
 * "name[=other name] | birth | sex | citizen id | units | parent | residence". */

static const struct
{
  const char *a, *b;
  const char *verdict;
  const char *reasons;
  const char *kind;
} cases[] = {
  /* Certain: the number with the name, or name, day of birth and unit. */
  { "Nguyễn Thị Hà|1980-02-03|female|066180001234|1", "Nguyễn Thị Hà|1980-02-03|female|066180001234|2", "certain", "citizen-id, name, birth" },
  { "Nguyễn Thị Hà|1980-02-03||066180001234", "NGUYỄN THỊ HÀ|1980||66180001234", "certain", "zero-lost, name, birth-year" },
  { "Nguyễn Thị Hà|1980-02-03||001180001234", "Nguyễn Thị Hà|||1180001234", "certain", "zero-lost, name" },
  { "Nguyễn Thị Hà|||240123456", "Nguyen Thi Ha|||240.123.456", "certain", "citizen-id, name-unmarked" },
  { "Nguyễn Thị Hà|||024012345", "Nguyễn Thị Hà|||24012345", "certain", "zero-lost, name" },
  { "John Smith|||C1234567", "JOHN SMITH|||c 1234567", "certain", "citizen-id, name" },
  { "Nguyễn Thị Hà|1980-02-03||066180001234", "Nguyễn Thị Hà|1980-03-02||066180001234", "certain", "citizen-id, name, birth-swapped" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thị Hà|1980-02-03|||1", "certain", "name, birth, unit" },
  { "Nguyễn Thị Hoà|1980-02-03|||1", "Nguyễn Thị Hòa|1980-02-03|||1", "certain", "name, birth, unit" },
  { "H'Ăng Niê|1980-02-03|||1", "H’Ăng Niê|1980-02-03|||1", "certain", "name, birth, unit" },
  { "Lý Mỹ|1980-02-03|||1", "Lí Mĩ|1980-02-03|||1", "certain", "name-i-y, birth, unit" },
  { "Pi Năng Thị Lan|1980-02-03|||1", "Pinăng Thị Lan|1980-02-03|||1", "certain", "name-spacing, birth, unit" },
  { "Nguyễn Thị Hà|1980-02-03|||5 1 2", "Nguyễn Thị Hà|1980-02-03|||1", "certain", "name, birth, unit-related" },
  { "Nguyễn Thị Hà|1980-02-03|||1 5", "Nguyễn Thị Hà|1980-02-03|||2 5", "likely", "name, birth" }, /* both became unit 5 */
  { "Nguyễn Thị Hà=Nguyễn Thị Bé|1980-02-03||066180001234", "Nguyễn Thị Bé|1980-02-03||066180001234", "certain", "citizen-id, name, former-name, birth" },

  /* Likely. */
  { "Nguyễn Thị Hà=Nguyễn Thị Bé|1980-02-03|||1", "Nguyễn Thị Bé|1980-02-03|||1", "likely", "name, former-name, birth, unit" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thị Hà|1980-02-03|||2", "likely", "name, birth" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thị Hà|1980-03-02|||1", "likely", "name, birth-swapped, unit" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thị Hà|1980|||1", "likely", "name, birth-year, unit" },
  { "Nguyễn Thị Hà|1980-02|||1", "Nguyễn Thị Hà|1980-02-07|||1", "likely", "name, birth-month, unit" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyen Thi Ha|1980-02-03|||1", "likely", "name-unmarked, birth, unit" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thị Hạ|1980-02-03|||1", "likely", "name-marks, birth, unit" },
  { "Đỗ Thị Hà|1980-02-03|||1", "Dỗ Thị Hà|1980-02-03|||1", "likely", "name-marks, birth, unit" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thi Hà|1980-02-03|||1", "likely", "name-marks, birth, unit" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Th Hà|1980-02-03|||1", "likely", "name-slip, birth, unit" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Ngyuễn Thị Hà|1980-02-03|||1", "likely", "name-slip, birth, unit" },
  { "Nguyễn Thị Hà|1980-02-03|female|066180001234", "Nguyễn Thị Hà|1980-02-03|male|066180001234", "likely", "citizen-id, name, birth, other-sex" },
  { "Nguyễn Thị Hà|1980-02-03||066180001234", "Nguyễn Thị Hà|1990-02-03||066180001234", "likely", "citizen-id, name, other-year" },
  { "Nguyễn Thị Hà|1980-02-03||066180001234", "Trần Thị Mai|1980-02-03||066180001234", "likely", "citizen-id, birth, other-name" },
  { "Nguyễn Thị Hà|1980-02-03||066180001234", "Nguyễn Thị Hạ|1980-02-03||066180001234", "likely", "citizen-id, name-marks, birth" },
  { "Nguyễn Thị Hà|1980-02-03||066180001234|1", "Nguyễn Thị Hà|1980-02-03||066180001235|1", "likely", "citizen-id-slip, name, birth, unit" },

  /* Possible: a name alone, or something against it. */
  { "Nguyễn Thị Hà", "Nguyễn Thị Hà", "possible", "name" },
  { "Nguyễn Thị Hà|||| |7", "Nguyễn Thị Hà|||| |7", "possible", "name, parent-unit" },
  { "Nguyễn Thị Hà||||1", "Nguyễn Thị Hà||||1", "possible", "name, unit" },
  { "Nguyễn Thị Hà|1980|||1", "Nguyễn Thị Hà|1980|||2", "possible", "name, birth-year" },
  { "Nguyễn Thị Hà|1980-02-03|female||1", "Nguyễn Thị Hà|1980-02-03|male||1", "possible", "name, birth, unit, other-sex" },
  { "Nguyễn Thị Hà|1980-02-03||066180001234|1", "Nguyễn Thị Hà|1980-02-03||066180009876|1", "possible", "name, birth, unit, other-citizen-id" },
  { "Nguyễn Văn Hùng|1950|||1", "Nguyễn Văn Hùng|1980-02-03|||1", "possible", "name, unit, other-year" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thị Hà|1980-04-03|||1", "possible", "name, unit, other-day" },
  { "Nguyễn Thị Hà|||066180001234", "Trần Thị Mai|||066180001234", "possible", "citizen-id, other-name" },

  /* None. */
  { "Nguyễn Thị Hà|1980-02-03||066180001234|1", "Nguyễn Thị Hà|1981-02-03||066181009876|1", "none", "name, unit, other-citizen-id, other-year" },
  { "Nguyễn Thị Hà|1980-02-03||066180001234|1", "Nguyễn Thị Hà|1980-12-03||066180009876|1", "none", "name, unit, other-citizen-id, other-day" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thị Hà|1980-05-06|||2", "none", "name, other-day" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thị Hà|1990-02-03|||2", "none", "name, other-year" },
  { "Nguyễn Thị Hà|1980-02-03|||1", "Nguyễn Thị Mai|1980-02-03|||1", "none", "birth, unit, other-name" },
  { "|1980-02-03|||1", "|1980-02-03|||1", "none", "birth, unit, other-name" },
  { "Nguyễn Thị Hà|||12", "Nguyễn Thị Mai|||12", "none", "other-name" },

  /* Collectives. */
  { "Phòng Nội vụ||||1", "PHÒNG NỘI VỤ||||1", "certain", "name, unit", "collective" },
  { "Phòng Nội vụ||||2 1", "Phòng Nội vụ||||1", "certain", "name, unit-related", "collective" },
  { "Phòng Nội vụ||||1", "Phong Noi vu||||1", "likely", "name-unmarked, unit", "collective" },
  { "Phòng Nội vụ||||1|9", "Phòng Nội vụ||||2|9", "likely", "name, parent-unit", "collective" },
  { "Phòng Nội vụ||||1", "Phòng Nội vụ||||2", "possible", "name", "collective" },
  { "Phòng Nội vụ||||1", "Phòng Nội vj||||1", "possible", "name-slip, unit", "collective" },
  { "Trường Tiểu học số 1||||1", "Trường Tiểu học số 2||||1", "none", "unit, other-name", "collective" },
  { "Tổ 12||||1", "Tổ 1||||1", "none", "unit, other-name", "collective" },

  /* Households. */
  { "Hộ gia đình ông Nguyễn Văn Hùng||||1||Thôn 3, xã Ea Kar", "Hộ ông Nguyễn Văn Hùng||||1||thôn 3 - xã Ea Kar", "likely", "name, unit, residence", "household" },
  { "Hộ gia đình ông Nguyễn Văn Hùng|||066080001234", "Nguyễn Văn Hùng|||066080001234", "certain", "citizen-id, name", "household" },
  { "Hộ ông Nguyễn Văn Hùng||||1", "Hộ bà Nguyễn Văn Hùng||||1", "possible", "name, unit", "household" },
  { "Ho gia dinh ong Ho Van Hung||||||Thôn 3", "Hộ gia đình: ông Hồ Văn Hùng||||||Thôn 3", "likely", "name-unmarked, residence", "household" },
  { "Hộ ông Nguyễn Văn Hùng|||066080001234|1||Thôn 3", "Hộ ông Nguyễn Văn Hùng|||066080009999|1||Thôn 3", "none", "name, unit, residence, other-citizen-id", "household" },
};

typedef struct
{
  char **parts;
  char **names;
  gint64 units[4];
  TdMatchSide side;
} Read;

static const char *
part (const Read *read, guint n)
{
  return n < g_strv_length (read->parts) && *read->parts[n] != '\0' ? read->parts[n] : NULL;
}

static void
read_side (const char *text, const char *kind, Read *read)
{
  g_auto (GStrv) units = NULL;

  memset (read, 0, sizeof *read);
  read->parts = g_strsplit (text, "|", -1);
  read->names = g_strsplit (read->parts[0], "=", -1);
  units = g_strsplit (part (read, 4) != NULL ? part (read, 4) : "", " ", -1);
  for (guint i = 0; units[i] != NULL && *units[i] != '\0'; i++)
    read->units[read->side.n_unit_ids++] = g_ascii_strtoll (units[i], NULL, 10);
  read->side.kind = kind;
  read->side.name = read->names[0] != NULL ? read->names[0] : "";
  read->side.other_names = read->names[0] != NULL ? (const char *const *) read->names + 1 : NULL;
  read->side.birth = part (read, 1);
  read->side.sex = part (read, 2);
  read->side.citizen_id = part (read, 3);
  read->side.unit_ids = read->units;
  read->side.parent_unit_id = part (read, 5) != NULL ? g_ascii_strtoll (part (read, 5), NULL, 10) : 0;
  read->side.residence = part (read, 6);
}

static void
clear_side (Read *read)
{
  g_strfreev (read->parts);
  g_strfreev (read->names);
}

static void
check_result (guint i, TdMatchResult result)
{
  g_autoptr (GPtrArray) nicks = td_match_reasons_to_nicks (result.reasons);
  g_autoptr (GPtrArray) texts = td_match_reasons_to_texts (result.reasons);
  g_autofree char *reasons = NULL;

  g_assert_cmpuint (nicks->len, ==, texts->len);
  g_ptr_array_add (nicks, NULL);
  reasons = g_strjoinv (", ", (char **) nicks->pdata);
  g_test_message ("%s ~ %s: %u", cases[i].a, cases[i].b, result.score);
  g_assert_cmpstr (td_match_verdict_to_nick (result.verdict), ==, cases[i].verdict);
  g_assert_cmpstr (reasons, ==, cases[i].reasons);
  g_assert_cmpuint (result.score, <=, 100);
  g_assert_true ((result.verdict == TD_MATCH_CERTAIN) == (result.score >= 90));
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  Read a, b;

  read_side (cases[i].a, cases[i].kind, &a);
  read_side (cases[i].b, cases[i].kind, &b);
  check_result (i, td_match_compare (&a.side, &b.side));
  check_result (i, td_match_compare (&b.side, &a.side));
  clear_side (&a);
  clear_side (&b);
}

static void
test_kinds (void)
{
  TdMatchSide a = { .kind = "person", .name = "An" }, b = { .kind = "household", .name = "An" }, c = { .name = "An" };

  g_assert_cmpint (td_match_compare (&a, &b).verdict, ==, TD_MATCH_NONE);
  g_assert_cmpint (td_match_compare (&a, &b).reasons, ==, TD_MATCH_OTHER_KIND);
  g_assert_cmpint (td_match_compare (&a, &c).verdict, ==, TD_MATCH_POSSIBLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/match/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/match/kinds", test_kinds);
  return g_test_run ();
}
