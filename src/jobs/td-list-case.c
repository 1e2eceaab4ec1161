/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-case"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-catalogue-reader.h"
#include "td-citizen-rules.h"
#include "td-date.h"
#include "td-list-check-private.h"
#include "td-list-units.h"
#include "td-match.h"
#include "td-name.h"

#define MOST_CANDIDATES 5

/* One row of a list beside the office: the records it would become, and the ways to mend what is doubtful. */

static void
mend_free (TdListMend *mend)
{
  g_free (mend->value);
  g_free (mend);
}

/**
 * _td_list_case_free:
 * @c: (transfer full): a case
 *
 * Frees it.
 */
void
_td_list_case_free (TdListCase *c)
{
  g_clear_pointer (&c->findings, g_ptr_array_unref);
  g_clear_pointer (&c->mends, g_ptr_array_unref);
  g_clear_pointer (&c->confirmed, g_ptr_array_unref);
  g_clear_pointer (&c->candidates, g_array_unref);
  g_free (c->fingerprint);
  g_free (c->proposal);
  g_free (c);
}

/* Which finding can be answered how. The others need something typed. */
static const struct
{
  const char *rule;
  TdListMendKind kind;
  TdListRole role;
} mends[] = {
  { "date-century", TD_LIST_MEND_CONFIRM, TD_LIST_ROLE_NONE },
  { "date-swapped", TD_LIST_MEND_CONFIRM, TD_LIST_ROLE_NONE },
  { "date-serial", TD_LIST_MEND_CONFIRM, TD_LIST_ROLE_NONE },
  { "date-joined", TD_LIST_MEND_CONFIRM, TD_LIST_ROLE_NONE },
  { "date-order", TD_LIST_MEND_CONFIRM, TD_LIST_ROLE_NONE },
  { "date-order", TD_LIST_MEND_SWAP, TD_LIST_ROLE_BIRTH },
  { "encoding-guessed", TD_LIST_MEND_CONFIRM, TD_LIST_ROLE_NONE },
  { "row-doubled", TD_LIST_MEND_CONFIRM, TD_LIST_ROLE_NONE },
  { "name-capitals", TD_LIST_MEND_VALUE, TD_LIST_ROLE_NAME },
  { "citizen-id-zero-lost", TD_LIST_MEND_VALUE, TD_LIST_ROLE_CITIZEN_ID },
  { "unit-unknown", TD_LIST_MEND_VALUE, TD_LIST_ROLE_UNIT },
};

static void
add_mend (TdListCase *c, TdListMendKind kind, const char *rule, TdListRole role, char *value)
{
  TdListMend *mend = g_new0 (TdListMend, 1);

  *mend = (TdListMend){ kind, rule, role, value, 0 };
  if (c->mends == NULL)
    c->mends = g_ptr_array_new_with_free_func ((GDestroyNotify) mend_free);
  g_ptr_array_add (c->mends, mend);
}

/* Who it may be, and that it may be nobody of them. */
static void
add_candidate_mends (TdListCase *c)
{
  for (guint i = 0; c->candidates != NULL && i < c->candidates->len; i++)
    {
      add_mend (c, TD_LIST_MEND_TAKE, "subject-likely", TD_LIST_ROLE_NONE, NULL);
      ((TdListMend *) g_ptr_array_index (c->mends, c->mends->len - 1))->subject_id = g_array_index (c->candidates, TdMatchCandidate, i).id;
    }
  add_mend (c, TD_LIST_MEND_NEW, "subject-likely", TD_LIST_ROLE_NONE, NULL);
}

static char *
dup_mended (TdListCheck *self, const TdListCase *c, TdListMendKind kind, TdListRole role)
{
  const char *value = c->line->row->values[role];

  if (value == NULL)
    return NULL;
  if (role == TD_LIST_ROLE_UNIT)
    return self->sender != NULL ? g_strdup (self->sender->name) : NULL;
  if (kind == TD_LIST_MEND_SWAP)
    return td_date_swap (value);
  if (role == TD_LIST_ROLE_NAME)
    return td_name_proper_case (value);
  return g_strdup (value);
}

/**
 * _td_list_case_settle:
 * @self: a check
 * @c: a case
 *
 * Finds the ways to mend what was found, and what the findings make of the row.
 */
void
_td_list_case_settle (TdListCheck *self, TdListCase *c)
{
  gboolean blocked = FALSE, hopeless = FALSE;

  g_clear_pointer (&c->mends, g_ptr_array_unref);
  for (guint i = 0; i < c->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (c->findings, i);
      gboolean mendable = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (mends); j++)
        if (g_str_equal (mends[j].rule, finding->rule))
          {
            g_autofree char *value = mends[j].kind == TD_LIST_MEND_CONFIRM ? NULL : dup_mended (self, c, mends[j].kind, mends[j].role);

            if (mends[j].kind != TD_LIST_MEND_CONFIRM && value == NULL)
              continue;
            add_mend (c, mends[j].kind, mends[j].rule, mends[j].role, g_steal_pointer (&value));
            mendable = TRUE;
          }
      if (g_str_equal (finding->rule, "subject-likely"))
        {
          add_candidate_mends (c);
          mendable = TRUE;
        }
      blocked = blocked || finding->severity == TD_SEVERITY_BLOCK;
      hopeless = hopeless || (finding->severity == TD_SEVERITY_BLOCK && !mendable);
    }
  if (c->state != TD_LIST_KNOWN)
    c->state = hopeless ? TD_LIST_BAD : blocked ? TD_LIST_DOUBTFUL
                                                : TD_LIST_GOOD;
}

/**
 * _td_list_case_add:
 * @c: a case
 * @finding: (transfer full): what was found; dropped when a person has answered it
 *
 * Adds a finding.
 */
void
_td_list_case_add (TdListCase *c, TdFinding *finding)
{
  for (guint i = 0; c->confirmed != NULL && i < c->confirmed->len; i++)
    if (g_str_equal (g_ptr_array_index (c->confirmed, i), finding->rule))
      {
        td_finding_free (finding);
        return;
      }
  g_ptr_array_add (c->findings, finding);
}

/**
 * _td_list_case_take:
 * @self: a check
 * @c: a case
 * @finding: (transfer full): what was found in its row
 *
 * Adds a finding with its place.
 */
void
_td_list_case_take (TdListCheck *self, TdListCase *c, TdFinding *finding)
{
  g_autofree char *where = td_list_reading_dup_where (self->reading, c->table, c->line->line);

  _td_list_case_add (c, td_finding_at (finding, where, 0, c->line->line));
}

static const char *
value (const TdListCase *c, TdListRole role)
{
  return c->line->row->values[role];
}

static TdUnit *
find_unit (TdListCheck *self, TdListCase *c)
{
  const char *text = value (c, TD_LIST_ROLE_UNIT);
  gboolean ambiguous = FALSE;
  TdUnit *unit = text != NULL ? td_list_find_unit (self->directory, text, &ambiguous) : self->sender;

  if (ambiguous)
    _td_list_case_take (self, c, td_finding_new ("unit-ambiguous", TD_SEVERITY_BLOCK, _ ("Several units are called “%s”."), text));
  else if (text != NULL && unit == NULL && self->sender != NULL && self->purpose != TD_LIST_HISTORY && td_list_is_inner_unit (text))
    {
      /* A school's class or a department's office is no unit of the directory: the sender stands for it. */
      _td_list_case_take (self, c, td_finding_new ("unit-within", TD_SEVERITY_WARNING, _ ("There is no unit “%s”; it is taken for a part of “%s”."), text, self->sender->name));
      return self->sender;
    }
  else if (text != NULL && unit == NULL && self->purpose != TD_LIST_HISTORY)
    _td_list_case_take (self, c, td_finding_new ("unit-unknown", TD_SEVERITY_BLOCK, _ ("There is no unit “%s”."), text));
  return unit;
}

static const TdAwardForm *
find_form (TdListCheck *self, TdListCase *c)
{
  const char *text = value (c, TD_LIST_ROLE_AWARD_FORM);
  gboolean told = FALSE;

  for (guint i = 0; c->line->row->findings != NULL && i < c->line->row->findings->len; i++)
    told = told || g_str_has_prefix (((TdFinding *) g_ptr_array_index (c->line->row->findings, i))->rule, "form-");
  if (text == NULL && !told)
    _td_list_case_take (self, c, td_finding_new ("form-missing", TD_SEVERITY_BLOCK, _ ("The award form is missing.")));
  return text != NULL ? td_catalogue_find_form_by_name (td_catalogue_get_shipped (), text) : NULL;
}

/* Whom "UBND tỉnh" or "Sở" behind an award form means, among those who may give it. */
static TdGiver *
find_giver_by_level (TdListCheck *self, const TdAwardForm *form, const char *text)
{
  static const struct
  {
    const char *word;
    const char *level;
  } words[] = {
    { "thu tuong", "prime_minister" },
    { "chu tich nuoc", "president" },
    { "chinh phu", "government" },
    { "tinh", "province" },
    { "thanh pho", "province" },
    { "so", "department" },
    { "xa", "commune" },
    { "phuong", "commune" },
  };
  g_autofree char *folded = td_directory_fold (text);
  g_autofree char *padded = g_strdup_printf (" %s ", folded);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = g_strdup_printf (" %s ", words[i].word);
      const char *levels[] = { words[i].level, NULL };

      if (strstr (padded, word) != NULL && td_catalogue_find_form (td_catalogue_get_shipped (), form->name, words[i].level) != NULL)
        return td_directory_find_giver_of_level (self->directory, levels);
    }
  return NULL;
}

/* Without a giver in the row, the only giver of the office who may give that form. */
static TdGiver *
find_giver (TdListCheck *self, TdListCase *c, const TdAwardForm *form)
{
  const char *text = value (c, TD_LIST_ROLE_GIVER);
  TdGiver *giver = NULL;

  if (text != NULL)
    giver = td_directory_find_giver (self->directory, text);
  else if (form != NULL)
    giver = td_directory_find_giver_of_level (self->directory, (const char *const *) form->giver_levels);
  if (giver == NULL && text != NULL && form != NULL)
    giver = find_giver_by_level (self, form, text);
  if (giver == NULL && text != NULL)
    _td_list_case_take (self, c, td_finding_new ("giver-unknown", TD_SEVERITY_BLOCK, _ ("There is no giver “%s”."), text));
  else if (giver == NULL && form != NULL)
    _td_list_case_take (self, c, td_finding_new ("giver-missing", TD_SEVERITY_BLOCK, _ ("Who gives the award is missing.")));
  return giver;
}

/* Zeros put back stay where province, birth and sex then agree; else the number stays as it was typed. */
static const char *
find_citizen_id (TdListCheck *self, TdListCase *c)
{
  const char *id = value (c, TD_LIST_ROLE_CITIZEN_ID);
  TdCitizenId parsed;

  if (id == NULL || c->line->row->changes[TD_LIST_ROLE_CITIZEN_ID] != TD_LIST_CHANGE_ZERO)
    return id;
  td_citizen_id_parse (td_list_row_get_original (c->line, TD_LIST_ROLE_CITIZEN_ID), &parsed);
  if (!td_citizen_rules_agree (&parsed, value (c, TD_LIST_ROLE_BIRTH), value (c, TD_LIST_ROLE_SEX)))
    return td_list_row_get_original (c->line, TD_LIST_ROLE_CITIZEN_ID);
  _td_list_case_take (self, c, td_finding_new ("citizen-id-zero-lost", TD_SEVERITY_WARNING, ngettext ("The citizen id has only %u digit. What the spreadsheet dropped in front was put back.", "The citizen id has only %u digits. What the spreadsheet dropped in front was put back.", parsed.n_digits), parsed.n_digits));
  return id;
}

/**
 * td_list_case_get_kind:
 * @c: a case
 *
 * Returns: what kind of subject the row is about: a person unless it says otherwise
 */
const char *
td_list_case_get_kind (const TdListCase *c)
{
  return value (c, TD_LIST_ROLE_KIND) != NULL ? value (c, TD_LIST_ROLE_KIND) : "person";
}

/* Which value goes where as it is. */
typedef struct
{
  TdListRole role;
  const char *property;
} Told;

static void
set_told (gpointer record, const TdListCase *c, const Told *told, guint n)
{
  for (guint i = 0; i < n; i++)
    if (value (c, told[i].role) != NULL)
      td_entity_set_text (record, td_entity_class_find (TD_ENTITY_GET_CLASS (record), told[i].property), value (c, told[i].role));
}

static TdSubject *
make_subject (TdListCheck *self, TdListCase *c, gint64 unit_id)
{
  static const Told told[] = {
    { TD_LIST_ROLE_NAME, "name" },
    { TD_LIST_ROLE_BIRTH, "birth" },
    { TD_LIST_ROLE_SEX, "sex" },
    { TD_LIST_ROLE_ADDRESS_FORM, "address-form" },
    { TD_LIST_ROLE_POST, "post" },
    { TD_LIST_ROLE_RESIDENCE, "residence" },
  };
  TdSubject *subject = g_object_new (TD_TYPE_SUBJECT, "kind", td_list_case_get_kind (c), "citizen-id", find_citizen_id (self, c), "unit-id", unit_id, NULL);

  set_told (subject, c, told, G_N_ELEMENTS (told));
  return subject;
}

static TdNomination *
make_nomination (TdListCheck *self, TdListCase *c, gint64 unit_id)
{
  static const Told told[] = {
    { TD_LIST_ROLE_POST, "post" },
    { TD_LIST_ROLE_ACHIEVEMENT, "achievement" },
    { TD_LIST_ROLE_PERIOD_FROM, "period-from" },
    { TD_LIST_ROLE_PERIOD_TO, "period-to" },
  };
  const TdAwardForm *form = find_form (self, c);
  TdGiver *giver = find_giver (self, c, form);
  const char *kind = value (c, TD_LIST_ROLE_COMMENDATION_KIND);
  g_autofree char *today = td_date_dup_today ();
  TdNomination *nomination = g_object_new (TD_TYPE_NOMINATION, "received-on", today, "award-form", form != NULL ? form->name : NULL,
                                           "plan-id", td_nomination_judge_get_plan_id (self->judge),
                                           "giver-id", giver != NULL ? td_entity_get_id (TD_ENTITY (giver)) : (gint64) 0,
                                           "kind", kind != NULL ? kind : "movement", "unit-id", unit_id, "achievement", self->wording,
                                           "posthumous", g_strcmp0 (value (c, TD_LIST_ROLE_POSTHUMOUS), "yes") == 0, "state", "new", NULL);

  set_told (nomination, c, told, G_N_ELEMENTS (told));
  return nomination;
}

static TdEarlierAward *
make_award (TdListCheck *self, TdListCase *c)
{
  static const Told told[] = {
    { TD_LIST_ROLE_AWARD_FORM, "award-form" },
    { TD_LIST_ROLE_GIVER, "giver-text" },
    { TD_LIST_ROLE_DECISION_NUMBER, "decision-number" },
    { TD_LIST_ROLE_DECISION_DATE, "decision-date" },
    { TD_LIST_ROLE_ACHIEVEMENT, "achievement" },
    { TD_LIST_ROLE_UNIT, "unit-name" },
    { TD_LIST_ROLE_POST, "post" },
    { TD_LIST_ROLE_PERIOD_FROM, "period-from" },
    { TD_LIST_ROLE_PERIOD_TO, "period-to" },
  };
  TdEarlierAward *award = g_object_new (TD_TYPE_EARLIER_AWARD, NULL);

  find_form (self, c);
  if (value (c, TD_LIST_ROLE_DECISION_NUMBER) == NULL && value (c, TD_LIST_ROLE_DECISION_DATE) == NULL)
    _td_list_case_take (self, c, td_finding_new ("decision-missing", TD_SEVERITY_WARNING, _ ("Neither number nor date of the decision is known.")));
  set_told (award, c, told, G_N_ELEMENTS (told));
  return award;
}

/**
 * _td_list_case_make:
 * @self: a check
 * @c: a case
 * @records: (out): the records, as the row says
 *
 * Makes the records the row would become, and says what is missing for them.
 */
void
_td_list_case_make (TdListCheck *self, TdListCase *c, TdListRecords *records)
{
  TdUnit *unit = find_unit (self, c);
  gint64 unit_id = unit != NULL ? td_entity_get_id (TD_ENTITY (unit)) : 0;

  records->subject = make_subject (self, c, unit_id);
  if (self->purpose == TD_LIST_NOMINATIONS)
    records->nomination = make_nomination (self, c, unit_id);
  else if (self->purpose == TD_LIST_HISTORY)
    records->award = make_award (self, c);
}

/**
 * td_list_check_find_subject:
 * @self: a check
 * @connection: the office file
 * @subject: as a row says
 * @error: return location
 *
 * Finds the subject of a row again when it is surely known.
 *
 * Returns: (transfer full) (nullable): the known subject; %NULL without an error for a new one
 */
TdSubject *
td_list_check_find_subject (TdListCheck *self, TdConnection *connection, TdSubject *subject, GError **error)
{
  if (subject->name == NULL || (self->matcher != NULL && !td_matcher_may_have (self->matcher, subject)))
    return NULL;
  return td_nomination_judge_find_subject (connection, subject, error);
}

static char *
dup_reasons (guint32 reasons)
{
  g_autoptr (GPtrArray) texts = td_match_reasons_to_texts (reasons);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < texts->len && g_ptr_array_index (texts, i) != NULL; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (texts, i));
  return g_string_free (all, FALSE);
}

/* What is certain is taken and told; what is likely is for a person to say; equal names alone are only told. */
static gboolean
propose (TdListCheck *self, TdConnection *connection, TdListCase *c, TdSubject *told, TdSubject **known, GError **error)
{
  const TdMatchCandidate *best;
  g_autoptr (TdSubject) subject = NULL;
  g_autofree char *reasons = NULL;
  g_autofree char *birth = NULL;

  g_clear_pointer (&c->candidates, g_array_unref);
  c->candidates = td_matcher_find (self->matcher, told, MOST_CANDIDATES);
  if (c->candidates->len == 0)
    return TRUE;
  best = &g_array_index (c->candidates, TdMatchCandidate, 0);
  subject = td_connection_get (connection, TD_TYPE_SUBJECT, best->id, error);
  if (subject == NULL)
    return FALSE;
  reasons = dup_reasons (best->result.reasons);
  birth = td_date_to_display (subject->birth);
  if (best->result.verdict == TD_MATCH_CERTAIN)
    {
      /* Translators: a name, then why it is the same person */
      _td_list_case_take (self, c, td_finding_new ("subject-found", TD_SEVERITY_INFO, _ ("Known as “%s”: %s."), subject->name, reasons));
      *known = g_steal_pointer (&subject);
    }
  else if (best->result.verdict == TD_MATCH_LIKELY)
    /* Translators: a name, a date of birth, a unit, then what speaks for it */
    _td_list_case_take (self, c, td_finding_new ("subject-likely", TD_SEVERITY_BLOCK, _ ("Is this “%s”, %s, %s? %s."), subject->name, *birth != '\0' ? birth : "–", subject->unit_name != NULL ? subject->unit_name : "–", reasons));
  else
    _td_list_case_take (self, c, td_finding_new ("subject-possible", TD_SEVERITY_INFO, _ ("There is a “%s”, %s, %s: %s."), subject->name, *birth != '\0' ? birth : "–", subject->unit_name != NULL ? subject->unit_name : "–", reasons));
  return TRUE;
}

static void
take_known (TdListRecords *records, TdSubject *known)
{
  if (records->nomination != NULL)
    g_object_set (records->nomination, "subject-id", td_entity_get_id (TD_ENTITY (known)), NULL);
  g_set_object (&records->subject, known);
}

/**
 * _td_list_case_recognise:
 * @self: a check
 * @connection: the office file
 * @c: a case
 * @records: its records, which are about who is known in the end
 * @error: return location
 *
 * Finds out whether the row is about somebody known: whom a person chose, who is surely the same, or who
 * may be.
 *
 * Returns: whether the office could be asked
 */
gboolean
_td_list_case_recognise (TdListCheck *self, TdConnection *connection, TdListCase *c, TdListRecords *records, GError **error)
{
  g_autoptr (TdSubject) known = NULL;
  g_autoptr (GError) local = NULL;

  c->subject_id = 0;
  if (records->subject->name == NULL)
    return TRUE;
  if (c->chosen > 0)
    known = td_connection_get (connection, TD_TYPE_SUBJECT, c->chosen, &local);
  else if (c->chosen == 0)
    {
      known = td_list_check_find_subject (self, connection, records->subject, &local);
      if (known == NULL && local == NULL && self->matcher != NULL)
        propose (self, connection, c, records->subject, &known, &local);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (known != NULL)
    {
      c->subject_id = td_entity_get_id (TD_ENTITY (known));
      take_known (records, known);
    }
  return TRUE;
}

/**
 * td_list_check_make_records:
 * @self: a check that has run
 * @connection: the office file
 * @c: one of its cases
 * @records: (out): what it becomes; td_list_records_clear() frees them
 * @error: return location
 *
 * Makes what a row becomes. Whom it is about is read anew.
 *
 * Returns: whether that was still there
 */
gboolean
td_list_check_make_records (TdListCheck *self, TdConnection *connection, const TdListCase *c, TdListRecords *records, GError **error)
{
  g_autoptr (GPtrArray) told_before = td_findings_new ();
  g_autoptr (TdSubject) known = NULL;
  TdListCase own = { .table = c->table, .line = c->line, .findings = told_before };

  *records = (TdListRecords){ NULL };
  _td_list_case_make (self, &own, records);
  if (c->subject_id == 0)
    return TRUE;
  known = td_connection_get (connection, TD_TYPE_SUBJECT, c->subject_id, error);
  if (known == NULL)
    {
      td_list_records_clear (records);
      return FALSE;
    }
  take_known (records, known);
  return TRUE;
}

/**
 * td_list_records_clear:
 * @records: records
 *
 * Frees them.
 */
void
td_list_records_clear (TdListRecords *records)
{
  g_clear_object (&records->subject);
  g_clear_object (&records->nomination);
  g_clear_object (&records->award);
}

/**
 * _td_list_case_fingerprint:
 * @c: a case
 *
 * Sums up what the row says, but for its running number: the same row sent again is known by it.
 *
 * Returns: (transfer full): the sum
 */
char *
_td_list_case_fingerprint (const TdListCase *c)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);

  for (guint i = 0; i < TD_N_LIST_ROLES; i++)
    if (i != TD_LIST_ROLE_NUMBER && i != TD_LIST_ROLE_NOTE)
      g_checksum_update (sum, (const guchar *) (value (c, i) != NULL ? value (c, i) : ""), value (c, i) != NULL ? strlen (value (c, i)) + 1 : 1);
  return g_strdup (g_checksum_get_string (sum));
}
