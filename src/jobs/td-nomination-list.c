/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-nomination-list"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-catalogue-reader.h"
#include "td-citizen-rules.h"
#include "td-job.h"
#include "td-nomination-list.h"
#include "td-sheet-reader.h"
#include "td-text.h"

/* Reads a list of nominations: which column is what, and what each row says. Whatever cannot be
 * understood is a finding of its row; the row's text is quoted, citizens' ids are not. */

/* Headings as offices write them, folded. The first of a column is what messages call it. */
static const TdSheetHeading headings[] = {
  { TD_COLUMN_NAME, "ho va ten" },
  { TD_COLUMN_NAME, "ho ten" },
  { TD_COLUMN_NAME, "ten tap the" },
  { TD_COLUMN_NAME, "ho va ten ten tap the" },
  { TD_COLUMN_NAME, "ten" },
  { TD_COLUMN_NAME, "name" },
  { TD_COLUMN_NAME, "full name" },
  { TD_COLUMN_NAME, "collective name" },
  { TD_COLUMN_NAME, "subject" },
  { TD_COLUMN_NAME, "subject name" },
  { TD_COLUMN_SUBJECT_KIND, "loai" },
  { TD_COLUMN_SUBJECT_KIND, "loai doi tuong" },
  { TD_COLUMN_SUBJECT_KIND, "type" },
  { TD_COLUMN_SUBJECT_KIND, "subject kind" },
  { TD_COLUMN_BIRTH, "ngay sinh" },
  { TD_COLUMN_BIRTH, "nam sinh" },
  { TD_COLUMN_BIRTH, "birth" },
  { TD_COLUMN_BIRTH, "birth date" },
  { TD_COLUMN_BIRTH, "date of birth" },
  { TD_COLUMN_SEX, "gioi tinh" },
  { TD_COLUMN_SEX, "sex" },
  { TD_COLUMN_SEX, "gender" },
  { TD_COLUMN_CITIZEN_ID, "so cccd" },
  { TD_COLUMN_CITIZEN_ID, "cccd" },
  { TD_COLUMN_CITIZEN_ID, "so dinh danh" },
  { TD_COLUMN_CITIZEN_ID, "citizen id" },
  { TD_COLUMN_POST, "chuc vu" },
  { TD_COLUMN_POST, "post" },
  { TD_COLUMN_POST, "position" },
  { TD_COLUMN_UNIT, "don vi" },
  { TD_COLUMN_UNIT, "don vi cong tac" },
  { TD_COLUMN_UNIT, "unit" },
  { TD_COLUMN_AWARD_FORM, "hinh thuc khen thuong" },
  { TD_COLUMN_AWARD_FORM, "hinh thuc" },
  { TD_COLUMN_AWARD_FORM, "award form" },
  { TD_COLUMN_AWARD_FORM, "award" },
  { TD_COLUMN_GIVER, "nguoi tang" },
  { TD_COLUMN_GIVER, "giver" },
  { TD_COLUMN_KIND, "loai hinh" },
  { TD_COLUMN_KIND, "loai hinh khen thuong" },
  { TD_COLUMN_KIND, "kind" },
  { TD_COLUMN_KIND, "kind of commendation" },
  { TD_COLUMN_ACHIEVEMENT, "thanh tich" },
  { TD_COLUMN_ACHIEVEMENT, "noi dung thanh tich" },
  { TD_COLUMN_ACHIEVEMENT, "achievement" },
  { TD_COLUMN_PERIOD_FROM, "tu ngay" },
  { TD_COLUMN_PERIOD_FROM, "from" },
  { TD_COLUMN_PERIOD_FROM, "from date" },
  { TD_COLUMN_PERIOD_FROM, "period from" },
  { TD_COLUMN_PERIOD_TO, "den ngay" },
  { TD_COLUMN_PERIOD_TO, "to" },
  { TD_COLUMN_PERIOD_TO, "to date" },
  { TD_COLUMN_PERIOD_TO, "until" },
  { TD_COLUMN_PERIOD_TO, "period to" },
  { TD_COLUMN_POSTHUMOUS, "truy tang" },
  { TD_COLUMN_POSTHUMOUS, "posthumous" },
};

/* Words of a closed list, folded, and the word we keep. */
typedef struct
{
  const char *written;
  const char *nick;
} Word;

static const Word subject_kinds[] = {
  { "ca nhan", "person" },
  { "tap the", "collective" },
  { "ho gia dinh", "household" },
  { "person", "person" },
  { "individual", "person" },
  { "collective", "collective" },
  { "household", "household" },
  { NULL },
};

static const Word sexes[] = {
  { "nam", "male" },
  { "nu", "female" },
  { "male", "male" },
  { "female", "female" },
  { NULL },
};

static const Word kinds[] = {
  { "cong trang", "merit" },
  { "thuong xuyen", "merit" },
  { "cong trang va thanh tich", "merit" },
  { "dot xuat", "sudden" },
  { "phong trao", "movement" },
  { "chuyen de", "movement" },
  { "phong trao chuyen de", "movement" },
  { "theo dot", "movement" },
  { "cong hien", "devotion" },
  { "qua trinh cong hien", "devotion" },
  { "nien han", "tenure" },
  { "doi ngoai", "foreign" },
  { "merit", "merit" },
  { "sudden", "sudden" },
  { "movement", "movement" },
  { "thematic", "movement" },
  { "devotion", "devotion" },
  { "tenure", "tenure" },
  { "foreign", "foreign" },
  { NULL },
};

static const Word yes_no[] = {
  { "x", "yes" },
  { "co", "yes" },
  { "truy tang", "yes" },
  { "yes", "yes" },
  { "true", "yes" },
  { "1", "yes" },
  { "khong", "no" },
  { "no", "no" },
  { "false", "no" },
  { "0", "no" },
  { NULL },
};

typedef struct
{
  TdSheetReader *sheet;
  TdDirectory *directory;
} Reader;

void
td_nomination_row_free (TdNominationRow *row)
{
  g_object_unref (row->subject);
  g_object_unref (row->nomination);
  g_free (row);
}

static const char *
cell (Reader *reader, TdNominationColumn column)
{
  return td_sheet_reader_get (reader->sheet, column);
}

static void
take (Reader *reader, TdFinding *finding)
{
  td_sheet_reader_take (reader->sheet, finding);
}

static const char *
find_word (const Word *words, const char *text)
{
  g_autofree char *folded = td_text_fold (text);
  const char *bare = g_str_has_prefix (folded, "khen thuong ") ? folded + strlen ("khen thuong ") : folded;

  for (; words->written != NULL; words++)
    if (g_str_equal (words->written, bare))
      return words->nick;
  return NULL;
}

static const char *
read_word (Reader *reader, TdNominationColumn column, const Word *words, const char *rule)
{
  const char *text = cell (reader, column);
  const char *nick = *text != '\0' ? find_word (words, text) : NULL;

  if (*text != '\0' && nick == NULL)
    take (reader, td_finding_new (rule, TD_SEVERITY_BLOCK, _ ("“%s” is not understood."), text));
  return nick;
}

/* Zeros that a spreadsheet dropped are put back where the province, birth and sex then agree; anything else stays as
 * typed, and the rules say what is wrong with it. The number itself is never quoted. */
static char *
read_citizen_id (Reader *reader, const char *birth, const char *sex)
{
  const char *text = cell (reader, TD_COLUMN_CITIZEN_ID);
  TdCitizenId id;

  td_citizen_id_parse (text, &id);
  if (id.kind == TD_CITIZEN_ID_MISSING)
    return NULL;
  if (id.kind == TD_CITIZEN_ID_UNKNOWN || (id.n_zeros_lost > 0 && !td_citizen_rules_agree (&id, birth, sex)))
    return td_text_normalize (text);
  if (id.n_zeros_lost > 0)
    take (reader, td_finding_new ("citizen-id-zero-lost", TD_SEVERITY_WARNING,
                                  ngettext ("The citizen id has only %u digit. What the spreadsheet dropped in front was put back.",
                                            "The citizen id has only %u digits. What the spreadsheet dropped in front was put back.",
                                            id.n_digits),
                                  id.n_digits));
  return g_strdup (id.number);
}

static TdUnit *
read_unit (Reader *reader)
{
  const char *text = cell (reader, TD_COLUMN_UNIT);
  gboolean ambiguous = FALSE;
  TdUnit *unit = *text != '\0' ? td_directory_find_unit (reader->directory, text, &ambiguous) : NULL;

  if (ambiguous)
    take (reader, td_finding_new ("unit-ambiguous", TD_SEVERITY_BLOCK, _ ("Several units are called “%s”."), text));
  else if (*text != '\0' && unit == NULL)
    take (reader, td_finding_new ("unit-unknown", TD_SEVERITY_BLOCK, _ ("There is no unit “%s”."), text));
  return unit;
}

static const TdAwardForm *
read_form (Reader *reader)
{
  const char *text = cell (reader, TD_COLUMN_AWARD_FORM);
  const TdAwardForm *form = *text != '\0' ? td_catalogue_find_form_by_name (td_catalogue_get_shipped (), text) : NULL;

  if (*text == '\0')
    take (reader, td_finding_new ("form-missing", TD_SEVERITY_BLOCK, _ ("The award form is missing.")));
  else if (form == NULL)
    take (reader, td_finding_new ("form-unknown", TD_SEVERITY_BLOCK, _ ("“%s” is not in the catalogue of award forms."), text));
  return form;
}

/* Without a giver in the row, the only giver of the office who may give that form. */
static TdGiver *
read_giver (Reader *reader, const TdAwardForm *form)
{
  const char *text = cell (reader, TD_COLUMN_GIVER);
  TdGiver *giver = NULL;

  if (*text != '\0')
    giver = td_directory_find_giver (reader->directory, text);
  else if (form != NULL)
    giver = td_directory_find_giver_of_level (reader->directory, (const char *const *) form->giver_levels);
  if (giver == NULL && *text != '\0')
    take (reader, td_finding_new ("giver-unknown", TD_SEVERITY_BLOCK, _ ("There is no giver “%s”."), text));
  else if (giver == NULL && form != NULL)
    take (reader, td_finding_new ("giver-missing", TD_SEVERITY_BLOCK, _ ("Who gives the award is missing.")));
  return giver;
}

static TdNominationRow *
read_row (Reader *reader)
{
  TdNominationRow *row = g_new0 (TdNominationRow, 1);
  const char *subject_kind = read_word (reader, TD_COLUMN_SUBJECT_KIND, subject_kinds, "subject-kind-wrong");
  const char *sex = read_word (reader, TD_COLUMN_SEX, sexes, "sex-wrong");
  const char *kind = read_word (reader, TD_COLUMN_KIND, kinds, "kind-wrong");
  const char *posthumous = read_word (reader, TD_COLUMN_POSTHUMOUS, yes_no, "posthumous-wrong");
  g_autofree char *name = td_text_normalize (cell (reader, TD_COLUMN_NAME));
  g_autofree char *achievement = td_text_normalize (cell (reader, TD_COLUMN_ACHIEVEMENT));
  g_autofree char *post = td_text_normalize (cell (reader, TD_COLUMN_POST));
  g_autofree char *birth = td_sheet_reader_dup_date (reader->sheet, TD_COLUMN_BIRTH);
  g_autofree char *from = td_sheet_reader_dup_date (reader->sheet, TD_COLUMN_PERIOD_FROM);
  g_autofree char *to = td_sheet_reader_dup_date (reader->sheet, TD_COLUMN_PERIOD_TO);
  g_autofree char *citizen_id = read_citizen_id (reader, birth, sex);
  TdUnit *unit = read_unit (reader);
  const TdAwardForm *form = read_form (reader);
  TdGiver *giver = read_giver (reader, form);
  gint64 unit_id = unit != NULL ? td_entity_get_id (TD_ENTITY (unit)) : 0;

  if (*name == '\0')
    take (reader, td_finding_new ("name-missing", TD_SEVERITY_BLOCK, _ ("The name is missing.")));
  row->line = td_sheet_reader_get_line (reader->sheet);
  row->subject = g_object_new (TD_TYPE_SUBJECT,
                               "kind", subject_kind != NULL ? subject_kind : "person", "name", name, "birth", birth,
                               "sex", sex, "citizen-id", citizen_id, "post", post, "unit-id", unit_id, NULL);
  row->nomination = g_object_new (TD_TYPE_NOMINATION,
                                  "award-form", form != NULL ? form->name : NULL,
                                  "giver-id", giver != NULL ? td_entity_get_id (TD_ENTITY (giver)) : 0,
                                  "kind", kind != NULL ? kind : "movement", "unit-id", unit_id, "post", post,
                                  "achievement", achievement, "period-from", from, "period-to", to,
                                  "posthumous", g_strcmp0 (posthumous, "yes") == 0, "state", "new", NULL);
  return row;
}

/**
 * td_nomination_list_read:
 * @sheet: the rows of a file
 * @directory: units and givers of the office
 * @findings: (element-type TdFinding): where to add what cannot be understood
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdNominationRow): a row for every line that is not
 *   empty, or %NULL when the file is not such a list
 */
GPtrArray *
td_nomination_list_read (TdSheet *sheet, TdDirectory *directory, GPtrArray *findings, GError **error)
{
  g_autoptr (TdSheetReader) rows_of_sheet = td_sheet_reader_new (sheet, TD_N_COLUMNS, headings, G_N_ELEMENTS (headings), findings);
  Reader reader = { rows_of_sheet, directory };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) td_nomination_row_free);

  if (!td_sheet_reader_has (rows_of_sheet, TD_COLUMN_NAME) || !td_sheet_reader_has (rows_of_sheet, TD_COLUMN_AWARD_FORM))
    {
      g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT,
                           _ ("This is not a list of nominations: its first row must name the columns, "
                              "with “họ và tên” and “hình thức khen thưởng” among them."));
      return NULL;
    }
  while (td_sheet_reader_next (rows_of_sheet))
    {
      td_sheet_reader_check_length (rows_of_sheet);
      g_ptr_array_add (rows, read_row (&reader));
    }
  if (rows->len > 0)
    return g_steal_pointer (&rows);
  g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The list has no rows below its head."));
  return NULL;
}
