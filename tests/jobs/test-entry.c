/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-entry-line.h"
#include "td-entry-paste.h"
#include "td-test-office.h"

/* Entry by hand without a window: what short writings mean, what is offered, what a clipboard holds,
 * and the life of a line: kept, changed, undone, done again. */

static const struct
{
  TdEntryColumn column;
  const char *typed, *spelled;
} spellings[] = {
  { TD_ENTRY_KIND, "p", "Person" },
  { TD_ENTRY_KIND, "c", "Collective" }, /* the language of the window comes first */
  { TD_ENTRY_KIND, "t", "Collective" },
  { TD_ENTRY_KIND, "tập thể", "Collective" },
  { TD_ENTRY_KIND, "h", "Household" },
  { TD_ENTRY_KIND, "Hộ gia đình", "Household" },
  { TD_ENTRY_KIND, "x", "x" },
  { TD_ENTRY_SEX, "n", "Male" },
  { TD_ENTRY_SEX, "u", "Female" },
  { TD_ENTRY_SEX, "nữ", "Female" },
  { TD_ENTRY_SEX, "NAM", "Male" },
  { TD_ENTRY_SEX, "", "" },
  { TD_ENTRY_BIRTH, "1.2.1980", "01/02/1980" },
  { TD_ENTRY_BIRTH, "ngày 2 tháng 1 năm 1976", "02/01/1976" },
  { TD_ENTRY_BIRTH, "1975", "1975" },
  { TD_ENTRY_BIRTH, "3/1990", "03/1990" },
  { TD_ENTRY_BIRTH, "31/02/1980", "31/02/1980" },
  { TD_ENTRY_CITIZEN_ID, " 066 185.000 123", "066185000123" },
  { TD_ENTRY_NAME, "  Nguyễn   Thị\tHoa ", "Nguyễn Thị Hoa" },
  { TD_ENTRY_UNIT, "so noi vu", "Sở Nội vụ" },
  { TD_ENTRY_UNIT, "SNV", "Sở Nội vụ" },
  { TD_ENTRY_UNIT, "so noi", "so noi" },
  { TD_ENTRY_AWARD_FORM, "bang khen", "Bằng khen" },
};

static const struct
{
  TdEntryColumn column;
  const char *typed, *first; /* NULL: nothing */
} completions[] = {
  { TD_ENTRY_UNIT, "noi vu", "Sở Nội vụ" },
  { TD_ENTRY_UNIT, "nội", "Sở Nội vụ" },
  { TD_ENTRY_UNIT, "nối", NULL }, /* a mark that is typed counts */
  { TD_ENTRY_UNIT, "snv", "Sở Nội vụ" },
  { TD_ENTRY_UNIT, "ubnd xa", "Ủy ban nhân dân xã Ea Kar" },
  { TD_ENTRY_UNIT, "ban cu", NULL }, /* it has ended */
  { TD_ENTRY_AWARD_FORM, "giay", "Giấy khen" },
  { TD_ENTRY_KIND, "", "Person" },
  { TD_ENTRY_POST, "pho", NULL },
  { TD_ENTRY_ACHIEVEMENT, "da co", NULL },
};

static gboolean
fill (TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "name", "Sở Nội vụ", "short-name", "SNV", NULL);
  g_autoptr (TdUnit) commune = g_object_new (TD_TYPE_UNIT, "name", "Ủy ban nhân dân xã Ea Kar", NULL);
  g_autoptr (TdUnit) ended = g_object_new (TD_TYPE_UNIT, "name", "Ban Cũ", "valid-to", "2024-01-01", NULL);
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Chủ tịch Ủy ban nhân dân tỉnh", "level", "province", NULL);
  g_autoptr (TdPlan) plan = g_object_new (TD_TYPE_PLAN, "title", "Một kế hoạch", NULL);

  return td_connection_insert (connection, unit, error) && td_connection_insert (connection, commune, error) && td_connection_insert (connection, ended, error) && td_connection_insert (connection, giver, error) && td_connection_insert (connection, plan, error);
}

static TdEntryWords *
load_words (TdTestOffice *office)
{
  g_autoptr (TdJob) job = td_entry_words_job ();
  g_autoptr (GError) error = NULL;

  td_job_run (job, office->store, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (td_job_get_object (job));
}

static void
test_words (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdEntryWords) words = NULL;

  td_test_office_write (office, fill, NULL);
  words = load_words (office);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *spelled = td_entry_words_spell (words, spellings[i].column, spellings[i].typed);

      g_assert_cmpstr (spelled, ==, spellings[i].spelled);
    }
  for (guint i = 0; i < G_N_ELEMENTS (completions); i++)
    {
      g_autoptr (GPtrArray) offers = td_entry_words_complete (words, completions[i].column, completions[i].typed);

      g_test_message ("%s", completions[i].typed);
      g_assert_cmpstr (offers->len > 0 ? ((TdEntryOffer *) g_ptr_array_index (offers, 0))->text : NULL, ==, completions[i].first);
    }
}

static void
test_paste (void)
{
  static const struct
  {
    const char *text, *cells; /* | between cells, / after lines */
  } cases[] = {
    { "a\tb\nc\td", "a|b/c|d/" },
    { "a\tb\r\nc\td\r\n", "a|b/c|d/" },
    { "\t\n\tx", "|/|x/" },
    { "\"a\tb\nc\"\td", "a\tb\nc|d/" },
    { "\"say \"\"yes\"\"\"", "say \"yes\"/" },
    { "\"never ends\tb", "\"never ends|b/" },
    { "", "/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean more = TRUE;
      g_autoptr (GPtrArray) lines = td_entry_paste_split (cases[i].text, &more);
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint j = 0; j < lines->len; j++)
        {
          g_autofree char *line = g_strjoinv ("|", g_ptr_array_index (lines, j));

          g_string_append_printf (all, "%s/", line);
        }
      g_assert_cmpstr (all->str, ==, cases[i].cells);
      g_assert_false (more);
    }
}

static void
test_paste_of_too_much (void)
{
  g_autofree char *text = g_strnfill (3 * TD_ENTRY_PASTE_MAX, '\n');
  gboolean more = FALSE;
  g_autoptr (GPtrArray) lines = td_entry_paste_split (text, &more);

  g_assert_cmpuint (lines->len, ==, TD_ENTRY_PASTE_MAX);
  g_assert_true (more);
}

/* A line and the jobs a window would run for it. */
typedef struct
{
  TdTestOffice *office;
  TdEntryWords *words;
  GPtrArray *lines;
  TdEntryLine *line;
  TdNomination *common;
} Desk;

static void
read_back (Desk *desk)
{
  g_autoptr (TdJob) job = td_entry_lines_read_job (desk->lines);

  g_assert_true (td_job_run (job, desk->office->store, NULL, NULL));
  td_entry_lines_were_read (desk->lines, job);
}

static void
type (Desk *desk, TdEntryColumn column, const char *text)
{
  td_entry_line_set_text (desk->line, column, text);
  td_entry_line_set_wanted (desk->line, TRUE);
}

static gboolean
save (Desk *desk)
{
  g_autoptr (TdJob) job = td_entry_line_save_job (desk->line, desk->words, desk->common);
  g_autoptr (GError) error = NULL;

  if (job == NULL)
    return FALSE;
  td_job_run (job, desk->office->store, NULL, &error);
  g_assert_no_error (error);
  td_entry_line_saved (desk->line, td_job_get_id (job));
  read_back (desk);
  return TRUE;
}

static void
test_line (TdTestOffice *office, gconstpointer data)
{
  g_autoptr (TdEntryWords) words = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdNomination) common = NULL;
  g_autofree char *empty = NULL, *kept = NULL, *changed = NULL;
  Desk desk = { office, NULL, lines, td_entry_line_new (), NULL };

  td_test_office_write (office, fill, NULL);
  desk.words = words = load_words (office);
  desk.common = common = g_object_new (TD_TYPE_NOMINATION, "plan-id", (gint64) 1, "giver-id", (gint64) 1,
                                       "award-form", "Bằng khen", "kind", "movement", NULL);
  g_ptr_array_add (lines, desk.line);
  empty = td_test_office_dump (office);

  type (&desk, TD_ENTRY_KIND, "Person");
  g_assert_true (td_entry_line_is_empty (desk.line));
  g_assert_false (td_entry_line_is_wanted (desk.line));
  type (&desk, TD_ENTRY_NAME, "Vũ Thị Thử");
  type (&desk, TD_ENTRY_BIRTH, "31/02/1980");
  type (&desk, TD_ENTRY_UNIT, "Không Có");
  type (&desk, TD_ENTRY_ACHIEVEMENT, "Đã có thành tích");
  g_assert_false (save (&desk));
  g_assert_cmpuint (td_entry_line_get_findings (desk.line)->len, ==, 2);
  g_assert_cmpint (td_entry_line_find_column (g_ptr_array_index (td_entry_line_get_findings (desk.line), 0)), ==, TD_ENTRY_UNIT);
  g_assert_cmpint (td_entry_line_find_column (g_ptr_array_index (td_entry_line_get_findings (desk.line), 1)), ==, TD_ENTRY_BIRTH);
  td_test_office_assert_dump (office, empty);

  type (&desk, TD_ENTRY_BIRTH, "1980");
  type (&desk, TD_ENTRY_UNIT, "snv");
  g_assert_true (save (&desk));
  g_assert_true (td_entry_line_is_kept (desk.line));
  g_assert_false (td_entry_line_is_wanted (desk.line));
  g_assert_cmpstr (td_entry_line_get_text (desk.line, TD_ENTRY_UNIT), ==, "Sở Nội vụ");
  kept = td_test_office_dump (office);

  type (&desk, TD_ENTRY_POST, "Chuyên viên");
  g_assert_true (save (&desk));
  changed = td_test_office_dump (office);
  td_test_office_undo (office);
  td_test_office_assert_dump (office, kept);
  type (&desk, TD_ENTRY_SEX, "nữ"); /* not kept yet: it stays */
  read_back (&desk);
  g_assert_cmpstr (td_entry_line_get_text (desk.line, TD_ENTRY_POST), ==, "");
  g_assert_cmpstr (td_entry_line_get_text (desk.line, TD_ENTRY_SEX), ==, "nữ");
  td_entry_line_set_text (desk.line, TD_ENTRY_SEX, "");

  td_test_office_undo (office);
  td_test_office_assert_dump (office, empty);
  read_back (&desk);
  g_assert_false (td_entry_line_is_kept (desk.line));
  g_assert_false (td_entry_line_is_wanted (desk.line)); /* not kept again by itself */
  g_assert_cmpstr (td_entry_line_get_text (desk.line, TD_ENTRY_NAME), ==, "Vũ Thị Thử");

  td_test_office_redo (office);
  td_test_office_redo (office);
  td_test_office_assert_dump (office, changed);
  read_back (&desk);
  g_assert_true (td_entry_line_is_kept (desk.line));
  g_assert_cmpstr (td_entry_line_get_text (desk.line, TD_ENTRY_POST), ==, "Chuyên viên");
}

#define add(path, func) g_test_add (path, TdTestOffice, NULL, td_test_office_set_up, func, td_test_office_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/entry/words", test_words);
  g_test_add_func ("/entry/paste", test_paste);
  g_test_add_func ("/entry/paste-of-too-much", test_paste_of_too_much);
  add ("/entry/line", test_line);
  return g_test_run ();
}
