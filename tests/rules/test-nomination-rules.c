/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-catalogue-reader.h"
#include "td-nomination-rules.h"

/* Every rule of a nomination with cases that pass and cases that do not. A case is a good one
 * with something changed; what is found is written "rule!" when it blocks, "rule" when it warns. */

#define TODAY "2026-11-20"
#define NONE  "none" /* takes a value away */

/* What some plans say: forms with "|": form, giver's level, rule, kind. */
#define SON_LA                            \
  "Huân chương Lao động||allowed|;" \
  "Bằng khen|prime_minister|allowed|;"  \
  "Bằng khen|province|only|sudden;"     \
  "Giấy khen||allowed|"
#define NO_PROVINCE  "Bằng khen|province|barred|;Bằng khen||allowed|;Giấy khen||allowed|"
#define ONLY_LETTERS "Giấy khen||allowed|"
/* The reason is a movement that was rewarded, which is in the office. */
#define REWARDED "Bằng khen|province|only|sudden|9;Giấy khen||allowed|"

static const struct
{
  const char *what;
  const char *found;
  /* What differs from the good case. */
  const char *form, *giver_level, *kind, *subject_kind, *sex, *address, *citizen_id, *achievement, *from, *to, *unit_end;
  const char *plan;                      /* its award forms */
  const char *others;                    /* form, giver's level, from, to */
  const char *earlier;                   /* form, giver's level, from, to, of plan 9 */
  const char *discipline, *verification; /* from, to */
} cases[] = {
  { "good", "" },

  { "form unknown", "form-unknown!", .form = "Bằng danh dự" },
  { "form without its kind of letters", "form-unknown!", .form = "bằng khen" },
  { "form missing", "form-unknown!", .form = NONE },
  { "form missing in a plan that names forms", "form-unknown!", .form = NONE, .plan = SON_LA },
  { "giver unknown", "giver-missing!", .giver_level = NONE },
  { "a commune gives no Bằng khen", "form-giver!", .giver_level = "commune" },
  { "a province gives no Giấy khen", "form-giver!", .form = "Giấy khen" },
  { "a commune gives Giấy khen", "", .form = "Giấy khen", .giver_level = "commune" },
  { "a collective is no Lao động tiên tiến", "form-subject!", .form = "Lao động tiên tiến", .giver_level = "department", .subject_kind = "collective" },
  { "a person is", "", .form = "Lao động tiên tiến", .giver_level = "department" },
  { "a household gets no flag", "form-subject!", .form = "Cờ thi đua của Ủy ban nhân dân tỉnh", .subject_kind = "household" },
  { "a household gets Bằng khen", "", .subject_kind = "household" },
  { "an enterprise gives households nothing", "form-subject!", .form = "Giấy khen", .giver_level = "enterprise", .subject_kind = "household" },

  { "a plan without forms leaves them to the law", "", .plan = "" },
  { "Sơn La: for a movement", "allowance-barred!", .plan = SON_LA },
  { "Sơn La: for merit", "allowance-barred!", .plan = SON_LA, .kind = "merit", .from = "2026-01", .to = "2026-06" },
  { "Sơn La: for a sudden deed", "", .plan = SON_LA, .kind = "sudden" },
  { "Sơn La: the Prime Minister's", "", .plan = SON_LA, .giver_level = "prime_minister" },
  { "Sơn La: Giấy khen", "", .plan = SON_LA, .form = "Giấy khen", .giver_level = "department" },
  { "an order's classes are covered by its name", "", .plan = SON_LA, .form = "Huân chương Lao động hạng Ba", .giver_level = "president" },
  { "a longer word is another form", "allowance-missing!", .plan = "Huân chương L||allowed|", .form = "Huân chương Lao động hạng Ba", .giver_level = "president" },
  { "barred for one giver", "allowance-barred!", .plan = NO_PROVINCE },
  { "barred for another giver", "", .plan = NO_PROVINCE, .giver_level = "prime_minister" },
  { "barred even for a sudden deed", "allowance-barred!", .plan = NO_PROVINCE, .kind = "sudden" },
  { "not among the plan's forms", "allowance-missing!", .plan = ONLY_LETTERS },
  { "among them for another giver", "allowance-missing!", .plan = "Bằng khen|prime_minister|allowed|" },
  { "barred is heard before allowed", "allowance-barred!", .plan = "Bằng khen|province|allowed|;Bằng khen|province|barred|" },

  { "no wording", "wording-empty!", .achievement = NONE },

  { "merit without a period", "period-missing!", .kind = "merit" },
  { "merit without an end", "period-missing!", .kind = "merit", .from = "2026-01-01" },
  { "merit without a beginning", "period-missing!", .kind = "merit", .to = "2026-01-01" },
  { "merit with a period", "", .kind = "merit", .from = "2025-01-01", .to = "2026-01-01" },
  { "a sudden deed needs none", "", .kind = "sudden" },
  { "a period backwards", "period-order!", .from = "2026-02-01", .to = "2026-01-31" },
  { "a period of one day", "", .from = "2026-02-01", .to = "2026-02-01" },
  { "a period of one year, as a year", "", .from = "2026", .to = "2026" },
  { "a day until the end of its year", "", .from = "2026-03-15", .to = "2026" },
  { "a day until the end of its month", "", .from = "2026-03-15", .to = "2026-03" },
  { "a day until the month before", "period-order!", .from = "2026-03-15", .to = "2026-02" },

  { "the same again, without periods", "nomination-repeated!", .others = "Bằng khen|province||" },
  { "the same again, one period open", "nomination-repeated!", .from = "2026-01", .to = "2026-06", .others = "Bằng khen|province||" },
  { "periods overlap", "nomination-repeated!", .from = "2026-01", .to = "2026-06", .others = "Bằng khen|province|2026-06-30|2026-12" },
  { "periods meet on a day", "nomination-repeated!", .from = "2026-01-01", .to = "2026-06-30", .others = "Bằng khen|province|2026-06-30|2026-12-31" },
  { "periods follow one another", "", .from = "2026-01", .to = "2026-06", .others = "Bằng khen|province|2026-07|2026-12" },
  { "another form", "", .others = "Huân chương Lao động hạng Ba|province||" },
  { "another giver", "", .others = "Bằng khen|prime_minister||" },
  { "one finding for several others", "nomination-repeated!", .others = "Bằng khen|province||;Bằng khen|province||" },

  { "given in the movement before", "rewarded-earlier", .plan = REWARDED, .kind = "sudden", .earlier = "Bằng khen|province||" },
  { "given twice in it", "rewarded-earlier, rewarded-earlier", .plan = REWARDED, .kind = "sudden", .earlier = "Bằng khen|province||;Giấy khen|department||" },
  { "given there, and barred for it", "allowance-barred!, rewarded-earlier", .plan = REWARDED, .earlier = "Bằng khen|province||" },
  { "another form given there", "rewarded-earlier", .plan = REWARDED, .form = "Giấy khen", .giver_level = "department", .earlier = "Bằng khen|province||" },
  { "nothing given there", "", .plan = REWARDED, .kind = "sudden" },
  { "given in a movement the plan does not name", "", .plan = SON_LA, .kind = "sudden", .earlier = "Bằng khen|province||" },

  { "no unit", "unit-missing!", .unit_end = NONE },
  { "the unit ended, a collective", "unit-ended!", .unit_end = "2025-06-30", .subject_kind = "collective" },
  { "the unit ended, a person", "unit-ended", .unit_end = "2025-06-30" },
  { "the unit ended, a household", "unit-ended", .unit_end = "2025-06-30", .subject_kind = "household" },
  { "the unit ended yesterday", "unit-ended", .unit_end = "2026-11-19" },
  { "the unit ends today", "", .unit_end = TODAY },
  { "the unit ends tomorrow", "", .unit_end = "2026-11-21", .subject_kind = "collective" },
  { "the unit ends this month", "", .unit_end = "2026-11", .subject_kind = "collective" },
  { "the unit ended last month", "unit-ended!", .unit_end = "2026-10", .subject_kind = "collective" },

  { "neither Ông nor Bà", "sex-missing", .sex = NONE },
  { "a form of address is enough", "", .sex = NONE, .address = "Thượng tá" },
  { "a collective has no sex", "", .sex = NONE, .subject_kind = "collective" },

  { "a number that fits", "", .citizen_id = "066180001234" },
  { "a number without a birth to compare", "", .citizen_id = "066185001234" },
  { "the number of a man", "citizen-id-sex", .citizen_id = "066080001234" },
  { "a number of no province", "citizen-id-province", .citizen_id = "003180001234" },
  { "a number too short", "citizen-id-wrong", .citizen_id = "1234567" },
  { "the number of a collective is not asked about", "", .citizen_id = "066080001234", .subject_kind = "collective" },
  { "under verification", "verification!", .verification = "2026-11-01|" },
  { "under verification from today", "verification!", .verification = TODAY "|" },
  { "under verification from tomorrow", "", .verification = "2026-11-21|" },
  { "verified since", "", .verification = "2026-01-05|2026-11-19" },
  { "verified today", "verification!", .verification = "2026-01-05|" TODAY },
  { "a collective under verification", "verification!", .verification = "2026|", .subject_kind = "collective" },
  { "under discipline", "discipline!", .discipline = "2026-03-01|2027-02-28" },
  { "under discipline without an end", "discipline!", .discipline = "2026-03-01|" },
  { "under discipline is enough to say", "discipline!", .discipline = "2026-03-01|", .from = "2026-01", .to = "2026-06" },
  { "discipline is over", "", .discipline = "2024-03-01|2025-02-28" },
  { "achievement after the discipline", "", .discipline = "2024-03-01|2025-02-28", .from = "2025-03-01", .to = "2026-03-01" },
  { "achievement from its last day", "", .discipline = "2024-03-01|2025-02-28", .from = "2025-02-28", .to = "2026-03-01" },
  { "achievement from the day before", "discipline-period!", .discipline = "2024-03-01|2025-02-28", .from = "2025-02-27", .to = "2026-03-01" },
  { "achievement before the discipline", "discipline-period!", .discipline = "2024-03-01|2025-02-28", .from = "2023", .to = "2023" },

  { "several at once", "allowance-barred!, wording-empty!, period-missing!, unit-ended!", .plan = SON_LA, .kind = "merit", .achievement = NONE, .unit_end = "2025-06-30", .subject_kind = "collective" },
};

static const char *
value (const char *given, const char *usual)
{
  return given == NULL ? usual : g_str_equal (given, NONE) ? NULL
                                                           : given;
}

static const char *
part (char **parts, guint n)
{
  return n < g_strv_length (parts) && *parts[n] != '\0' ? parts[n] : NULL;
}

static GPtrArray *
make_allowances (const char *plan)
{
  GPtrArray *allowances = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = g_strsplit (plan != NULL ? plan : "", ";", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", -1);

      g_ptr_array_add (allowances, g_object_new (TD_TYPE_ALLOWANCE, "award-form", part (parts, 0), "giver-level", part (parts, 1),
                                                 "rule", part (parts, 2), "kind", part (parts, 3), "reason", "theo kế hoạch",
                                                 "earlier-plan-id", part (parts, 4) != NULL ? g_ascii_strtoll (parts[4], NULL, 10) : 0, "earlier-number", "9/KH", NULL));
    }
  return allowances;
}

/* Givers are known by their level; their ids follow from it. */
static gint64
giver_id (const char *level)
{
  for (guint i = 0; level != NULL && td_choices_giver_level[i].nick != NULL; i++)
    if (g_str_equal (td_choices_giver_level[i].nick, level))
      return i + 1;
  return 0;
}

static GPtrArray *
make_others (const char *others)
{
  GPtrArray *nominations = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = g_strsplit (others != NULL ? others : "", ";", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", -1);

      g_ptr_array_add (nominations, g_object_new (TD_TYPE_NOMINATION, "id", (gint64) 100 + i, "award-form", part (parts, 0),
                                                  "plan-id", (gint64) 9, "giver-id", giver_id (part (parts, 1)), "period-from", part (parts, 2),
                                                  "period-to", part (parts, 3), NULL));
    }
  return nominations;
}

/* One part of the subject with its two dates. */
static GPtrArray *
make_part (GType type, const char *text, const char *first, const char *last)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "|", -1);

  if (text != NULL)
    g_ptr_array_add (list, g_object_new (type, first, part (parts, 0), last, part (parts, 1), NULL));
  return list;
}

static char *
name_findings (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "", finding->rule, finding->severity == TD_SEVERITY_BLOCK ? "!" : "");
      /* It says whom it is about. */
      g_assert_cmpstr (finding->where, ==, "Nguyễn Thị An");
      g_assert_cmpint (finding->subject_id, ==, 7);
      g_assert_cmpstr (finding->text, !=, "");
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *level = value (cases[i].giver_level, "province");
  const char *unit_end = cases[i].unit_end;
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "name", "Nguyễn Thị An", "kind", value (cases[i].subject_kind, "person"),
                                                "sex", value (cases[i].sex, "female"), "address-form", cases[i].address,
                                                "citizen-id", cases[i].citizen_id, NULL);
  g_autoptr (TdNomination) nomination = g_object_new (TD_TYPE_NOMINATION, "id", (gint64) 7, "award-form", value (cases[i].form, "Bằng khen"),
                                                      "giver-id", giver_id (level), "kind", value (cases[i].kind, "movement"),
                                                      "achievement", value (cases[i].achievement, "Đã có thành tích xuất sắc"),
                                                      "period-from", cases[i].from, "period-to", cases[i].to, NULL);
  g_autoptr (TdGiver) giver = level != NULL ? g_object_new (TD_TYPE_GIVER, "id", giver_id (level), "name", "Chủ tịch", "level", level, NULL) : NULL;
  g_autoptr (TdUnit) unit = g_strcmp0 (unit_end, NONE) != 0 ? g_object_new (TD_TYPE_UNIT, "name", "Xã Ea Kar", "valid-to", unit_end, NULL) : NULL;
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Kế hoạch", "number", "1/KH-UBND", NULL);
  g_autoptr (GPtrArray) allowances = make_allowances (cases[i].plan);
  g_autoptr (GPtrArray) others = make_others (cases[i].others);
  g_autoptr (GPtrArray) earlier = make_others (cases[i].earlier);
  g_autoptr (GPtrArray) disciplines = make_part (TD_TYPE_DISCIPLINE, cases[i].discipline, "from-date", "to-date");
  g_autoptr (GPtrArray) verifications = make_part (TD_TYPE_VERIFICATION, cases[i].verification, "since", "until");
  TdNominationCase the_case = { .nomination = nomination, .subject = subject, .giver = giver, .unit = unit, .plan = plan, .allowances = allowances, .others = others, .earlier = earlier, .catalogue = td_catalogue_get_shipped (), .today = TODAY, .disciplines = disciplines, .verifications = verifications };
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;

  /* A nomination is never its own repetition. */
  g_ptr_array_add (others, g_object_ref (nomination));
  findings = td_nomination_rules_check (&the_case);
  found = name_findings (findings);
  g_assert_cmpstr (found, ==, cases[i].found);
}

/* A rule quotes the plan's own words and the clause they stand in. */
static void
test_quotes_plan (void)
{
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "name", "An", "kind", "person", "sex", "male", NULL);
  g_autoptr (TdNomination) nomination = g_object_new (TD_TYPE_NOMINATION, "award-form", "Bằng khen", "kind", "movement", "achievement", "x", NULL);
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch", "level", "province", NULL);
  g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", "Xã", NULL);
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Kế hoạch", "number", "141/KH-UBND", NULL);
  g_autoptr (GPtrArray) allowances = make_allowances ("Bằng khen|province|only|sudden");
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  TdNominationCase the_case = { .nomination = nomination, .subject = subject, .giver = giver, .unit = unit, .plan = plan, .allowances = allowances, .others = others, .catalogue = td_catalogue_get_shipped (), .today = TODAY };
  g_autoptr (GPtrArray) findings = NULL;
  const TdFinding *finding;

  g_object_set (g_ptr_array_index (allowances, 0), "reason", "trừ trường hợp đột xuất", "clause-path", "IV.2", NULL);
  findings = td_nomination_rules_check (&the_case);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_nonnull (strstr (finding->text, "trừ trường hợp đột xuất"));
  g_assert_nonnull (strstr (finding->source, "IV.2"));
  g_assert_nonnull (strstr (finding->source, "141/KH-UBND"));
}

/* What a later document says is heard before the plan, and cited; where the plan itself names no form it bars nothing
 * else. */
static void
test_later_document (void)
{
  static const struct
  {
    const char *plan, *later, *found;
    gboolean open_list;
  } rows[] = {
    { "Bằng khen|province|barred|", "Bằng khen||allowed|", "" },
    { "Bằng khen||allowed|", "Bằng khen|province|barred|", "allowance-barred!" },
    { "Bằng khen||allowed|", "Bằng khen||only|sudden", "allowance-barred!" },
    { "Bằng khen||allowed|", "Bằng khen||only|movement", "" },
    { "Giấy khen||allowed|", "Cờ thi đua||allowed|", "allowance-missing!" },
    { "", "Cờ thi đua||barred|", "", TRUE },
    { "", "Bằng khen||barred|", "allowance-barred!", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "name", "Nguyễn Thị An", "kind", "person", "sex", "male", NULL);
      g_autoptr (TdNomination) nomination = g_object_new (TD_TYPE_NOMINATION, "id", (gint64) 7, "award-form", "Bằng khen", "kind", "movement", "achievement", "x", NULL);
      g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch", "level", "province", NULL);
      g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", "Xã", NULL);
      g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Kế hoạch", "number", "141/KH-UBND", NULL);
      g_autoptr (TdPlanChange) change = g_object_new (TD_TYPE_PLAN_CHANGE, "kind", "supplement", "number", "77/KH-UBND", "date", "2026-02-25", NULL);
      g_autoptr (GPtrArray) allowances = make_allowances (rows[i].plan);
      g_autoptr (GPtrArray) later = make_allowances (rows[i].later);
      g_autoptr (GPtrArray) others = g_ptr_array_new ();
      g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *found = NULL;
      TdNominationCase the_case = { .nomination = nomination, .subject = subject, .giver = giver, .unit = unit, .plan = plan, .allowances = allowances, .sources = sources, .open_list = rows[i].open_list, .others = others, .catalogue = td_catalogue_get_shipped (), .today = TODAY };

      g_object_set (g_ptr_array_index (later, 0), "reason", NULL, NULL);
      g_hash_table_insert (sources, g_ptr_array_index (later, 0), change);
      g_ptr_array_add (allowances, g_object_ref (g_ptr_array_index (later, 0)));
      findings = td_nomination_rules_check (&the_case);
      found = name_findings (findings);
      g_assert_cmpstr (found, ==, rows[i].found);
      if (strstr (found, "barred") != NULL)
        g_assert_nonnull (strstr (((TdFinding *) g_ptr_array_index (findings, 0))->source, "77/KH-UBND"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/nomination-rules/%02u %s", i, cases[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/nomination-rules/quotes-plan", test_quotes_plan);
  g_test_add_func ("/nomination-rules/hears the later document", test_later_document);
  return g_test_run ();
}
