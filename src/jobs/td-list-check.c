/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-check"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-citizen-rules.h"
#include "td-list-check-private.h"
#include "td-list-reader.h"

#define ROWS_BETWEEN_NEWS 50

/* A list that was read, beside the office: who each row is about, which unit and giver it means, and what the
 * rules find. Nothing is written here. */

G_DEFINE_FINAL_TYPE (TdListCheck, td_list_check, G_TYPE_OBJECT)

static void
td_list_check_finalize (GObject *object)
{
  TdListCheck *self = TD_LIST_CHECK (object);

  g_clear_pointer (&self->reading, td_list_reading_unref);
  g_clear_pointer (&self->directory, td_directory_free);
  g_clear_pointer (&self->judge, td_nomination_judge_free);
  g_clear_pointer (&self->matcher, td_matcher_free);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->doubled, g_ptr_array_unref);
  g_clear_pointer (&self->rejudged, g_array_unref);
  g_clear_pointer (&self->imported, g_hash_table_unref);
  g_free (self->wording);
  G_OBJECT_CLASS (td_list_check_parent_class)->finalize (object);
}

static void
td_list_check_class_init (TdListCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_list_check_finalize;
}

static void
td_list_check_init (TdListCheck *self)
{
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) _td_list_case_free);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->doubled = g_ptr_array_new ();
  self->rejudged = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* What makes two rows of one list the same proposal. */
static char *
dup_proposal (const TdListRecords *records)
{
  TdSubject *s = records->subject;
  gint64 id = td_entity_get_id (TD_ENTITY (s));
  const char *form = records->nomination != NULL ? records->nomination->award_form : "";
  gint64 giver = records->nomination != NULL ? records->nomination->giver_id : 0;
  const char *decision = "";
  g_autofree char *who = NULL;

  if (records->award != NULL)
    {
      form = records->award->award_form;
      decision = records->award->decision_number != NULL ? records->award->decision_number : "";
    }
  if (id != 0)
    who = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  else if (s->citizen_id != NULL)
    who = g_strdup (s->citizen_id);
  else
    who = g_strdup_printf ("%s|%s|%s|%" G_GINT64_FORMAT, s->kind, s->name, s->birth != NULL ? s->birth : "", s->unit_id);
  return g_strdup_printf ("%s|%s|%" G_GINT64_FORMAT "|%s", who, form, giver, decision);
}

static void
forget_proposal (TdListCheck *self, TdListCase *c)
{
  if (c->proposal != NULL && g_hash_table_lookup (self->seen, c->proposal) == c)
    g_hash_table_remove (self->seen, c->proposal);
  g_clear_pointer (&c->proposal, g_free);
}

static void
check_doubled (TdListCheck *self, TdListCase *c, const TdListRecords *records)
{
  const TdListCase *first;
  g_autofree char *where = NULL;

  if (records->subject->name == NULL)
    return;
  c->proposal = dup_proposal (records);
  first = g_hash_table_lookup (self->seen, c->proposal);
  if (first == NULL)
    {
      g_hash_table_insert (self->seen, c->proposal, c);
      return;
    }
  g_ptr_array_add (self->doubled, c);
  where = td_list_reading_dup_where (self->reading, first->table, first->line->line);
  /* Translators: a name, then "line 5" or "sheet “A”, line 5" */
  _td_list_case_take (self, c, td_finding_new ("row-doubled", TD_SEVERITY_BLOCK, _ ("“%s” stands in %s already with the same award."), records->subject->name, where));
}

/* What is there already is no error of a list that comes again. */
static void
take_known (TdListCheck *self, TdListCase *c, const char *why)
{
  for (guint i = c->findings->len; i > 0; i--)
    g_ptr_array_remove_index (c->findings, i - 1);
  _td_list_case_take (self, c, td_finding_new ("row-known", TD_SEVERITY_INFO, "%s", why));
  c->state = TD_LIST_KNOWN;
}

static gboolean
has_finding (const TdListCase *c, const char *rule)
{
  for (guint i = 0; i < c->findings->len; i++)
    if (g_str_equal (((TdFinding *) g_ptr_array_index (c->findings, i))->rule, rule))
      return TRUE;
  return FALSE;
}

/* The sentence on the certificate is usually one for the whole decision, and the office writes it: its lack is told
 * once and is no reason to send rows back. A unit or giver that was not found is not missing as well. */
static gboolean
is_said (TdListCheck *self, TdListCase *c, const TdFinding *finding)
{
  if (!self->strict && g_str_equal (finding->rule, "wording-empty"))
    {
      self->n_unworded++;
      return TRUE;
    }
  if (g_str_equal (finding->rule, "unit-missing"))
    return has_finding (c, "unit-unknown") || has_finding (c, "unit-ambiguous");
  return g_str_equal (finding->rule, "giver-missing") && (has_finding (c, "giver-unknown") || has_finding (c, "giver-missing"));
}

static void
take_found (TdListCheck *self, TdListCase *c, const char *name, GPtrArray *found)
{
  while (found->len > 0)
    {
      TdFinding *finding = g_ptr_array_steal_index (found, 0);
      g_autofree char *place = td_list_reading_dup_where (self->reading, c->table, c->line->line);
      g_autofree char *where = g_strdup_printf ("%s, %s", place, name);

      if (is_said (self, c, finding))
        td_finding_free (finding);
      else
        _td_list_case_add (c, td_finding_at (finding, where, 0, c->line->line));
    }
}

/* The same award by the same decision, told before. */
static gboolean
award_is_known (TdConnection *connection, const TdListRecords *records, gboolean *known, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_EARLIER_AWARD);
  g_autoptr (GPtrArray) awards = NULL;

  td_query_where_number (query, "subject-id", td_entity_get_id (TD_ENTITY (records->subject)));
  awards = td_connection_list (connection, query, error);
  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      const TdEarlierAward *other = g_ptr_array_index (awards, i);

      *known = *known || (g_strcmp0 (other->award_form, records->award->award_form) == 0 && g_strcmp0 (other->decision_number, records->award->decision_number) == 0 && g_strcmp0 (other->decision_date, records->award->decision_date) == 0);
    }
  return awards != NULL;
}

static gboolean
judge (TdListCheck *self, TdConnection *connection, TdListCase *c, const TdListRecords *records, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  gboolean known = FALSE;

  if (records->nomination != NULL && records->nomination->award_form != NULL && records->subject->name != NULL)
    {
      found = td_nomination_judge_check (self->judge, connection, records->nomination, records->subject, error);
      if (found == NULL)
        return FALSE;
    }
  else if (records->nomination == NULL && records->subject->name != NULL && records->subject->citizen_id != NULL && g_strcmp0 (records->subject->kind, "person") == 0)
    found = td_citizen_rules_check (records->subject->citizen_id, records->subject->birth, records->subject->sex);
  if (found != NULL)
    take_found (self, c, records->subject->name, found);
  if (records->award != NULL && td_entity_get_id (TD_ENTITY (records->subject)) != 0 && !award_is_known (connection, records, &known, error))
    return FALSE;
  if (!self->strict && (known || has_finding (c, "nomination-repeated")))
    take_known (self, c, _ ("This is there already; nothing is added."));
  return TRUE;
}

static int
compare_severity (gconstpointer a, gconstpointer b)
{
  const TdFinding *first = *(const TdFinding *const *) a;
  const TdFinding *second = *(const TdFinding *const *) b;

  return (int) second->severity - (int) first->severity;
}

static gboolean
check_case (TdListCheck *self, TdConnection *connection, TdListCase *c, GError **error)
{
  GPtrArray *read = c->line->row->findings;
  g_auto (TdListRecords) records = { NULL };

  c->state = TD_LIST_GOOD;
  g_clear_pointer (&c->findings, g_ptr_array_unref);
  c->findings = td_findings_new ();
  for (guint i = 0; read != NULL && i < read->len; i++)
    _td_list_case_add (c, td_finding_copy (g_ptr_array_index (read, i)));
  forget_proposal (self, c);
  _td_list_case_make (self, c, &records);
  if (!_td_list_case_recognise (self, connection, c, &records, error))
    return FALSE;
  check_doubled (self, c, &records);
  if (!self->strict && self->imported != NULL && g_hash_table_contains (self->imported, c->fingerprint))
    take_known (self, c, _ ("This is there already; nothing is added."));
  else if (!judge (self, connection, c, &records, error))
    return FALSE;
  g_ptr_array_sort (c->findings, compare_severity);
  _td_list_case_settle (self, c);
  return TRUE;
}

static gboolean
add_mapping (TdEntity *entity, gpointer data, GError **error)
{
  const TdListLayout *layout = (TdListLayout *) entity;

  g_hash_table_replace (data, g_strdup (layout->fingerprint), g_strdup (layout->mapping));
  return TRUE;
}

/* What the columns of this sender's lists hold, from the last times. */
static GHashTable *
load_mappings (TdListCheck *self, TdConnection *connection, GError **error)
{
  g_autoptr (GHashTable) mappings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_LIST_LAYOUT);

  if (self->sender == NULL)
    return g_steal_pointer (&mappings);
  td_query_where_number (query, "sender-id", td_entity_get_id (TD_ENTITY (self->sender)));
  return td_connection_each (connection, query, add_mapping, mappings, error) ? g_steal_pointer (&mappings) : NULL;
}

static gboolean
add_fingerprint (TdEntity *entity, gpointer data, GError **error)
{
  const TdListRecord *row = (TdListRecord *) entity;

  if (row->fingerprint != NULL && (row->subject_id != 0 || row->nomination_id != 0 || row->earlier_award_id != 0))
    g_hash_table_add (data, g_strdup (row->fingerprint));
  return TRUE;
}

/* The rows that came in before for the same. */
static gboolean
load_imported (TdListCheck *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_LIST_IMPORT);
  g_autoptr (GPtrArray) imports = NULL;

  td_query_where_text (query, "purpose", td_choices_list_purpose[self->purpose].nick);
  if (self->judge != NULL)
    td_query_where_number (query, "plan-id", td_nomination_judge_get_plan_id (self->judge));
  imports = td_connection_list (connection, query, error);
  self->imported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; imports != NULL && i < imports->len; i++)
    {
      g_autoptr (TdQuery) rows = td_query_new (TD_TYPE_LIST_RECORD);

      td_query_where_number (rows, "import-id", td_entity_get_id (g_ptr_array_index (imports, i)));
      if (!td_connection_each (connection, rows, add_fingerprint, self->imported, error))
        return FALSE;
    }
  return imports != NULL;
}

static gboolean
find_sender (TdListCheck *self, const char *from, GError **error)
{
  gboolean ambiguous = FALSE;
  gint64 id;

  if (from == NULL)
    return TRUE;
  self->sender = td_directory_find_unit (self->directory, from, &ambiguous);
  if (self->sender == NULL && !ambiguous && g_ascii_string_to_signed (from, 10, 1, G_MAXINT64, &id, NULL))
    self->sender = td_directory_get_unit (self->directory, id);
  if (self->sender == NULL)
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, ambiguous ? _ ("Several units are called “%s”.") : _ ("There is no unit “%s”."), from);
  return self->sender != NULL;
}

/* A file without a list, or without what its purpose needs, is an error, not a finding of each row. */
static gboolean
check_columns (TdListCheck *self, GError **error)
{
  GPtrArray *tables = td_list_reading_get_tables (self->reading);
  gboolean fits = FALSE;

  for (guint i = 0; i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);

      if (!table->is_list)
        continue;
      fits = fits || !self->strict
             || (td_list_table_find (table, TD_LIST_ROLE_AWARD_FORM) >= 0 && td_list_table_find (table, TD_LIST_ROLE_NAME) >= 0
                 && ((TdListColumn *) g_ptr_array_index (table->columns, td_list_table_find (table, TD_LIST_ROLE_NAME)))->source != TD_LIST_SOURCE_CONTENT);
    }
  if (!fits && self->strict)
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT,
                         _ ("This is not a list of nominations: its first row must name the columns, "
                            "with “họ và tên” and “hình thức khen thưởng” among them."));
  else if (!fits)
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("There is no list in this file: no row names the columns, with “họ và tên” among them."));
  else if (td_list_reading_get_n_rows (self->reading) == 0)
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The list has no rows below its head."));
  return fits && td_list_reading_get_n_rows (self->reading) > 0;
}

/**
 * td_list_check_new:
 * @connection: the office file
 * @book: a file
 * @options: what it is for
 * @error: return location
 *
 * Reads the lists of a file.
 *
 * Returns: (transfer full): the check before td_list_check_run(), or %NULL when there is no such list, plan or sender
 */
TdListCheck *
td_list_check_new (TdConnection *connection, TdBook *book, const TdListOptions *options, GError **error)
{
  g_autoptr (TdListCheck) self = g_object_new (TD_TYPE_LIST_CHECK, NULL);
  g_autoptr (GHashTable) remembered = NULL;
  TdListMappings mappings = { NULL };

  self->purpose = options->purpose;
  self->strict = options->strict;
  self->wording = g_strdup (options->wording);
  if (options->purpose == TD_LIST_NOMINATIONS && (self->judge = td_nomination_judge_new (connection, options->plan_id, error)) == NULL)
    return NULL;
  if (!self->strict && (self->matcher = td_matcher_new (connection, error)) == NULL)
    return NULL;
  self->directory = td_directory_load (connection, error);
  if (self->directory == NULL || !find_sender (self, options->from, error))
    return NULL;
  remembered = load_mappings (self, connection, error);
  mappings = (TdListMappings){ remembered, options->by_hand, options->headings };
  if (remembered == NULL || (!self->strict && !load_imported (self, connection, error)))
    return NULL;
  self->reading = td_list_reader_read (book, &mappings, td_connection_get_cancellable (connection), error);
  if (self->reading == NULL || !check_columns (self, error) || !td_list_headings_check (options->headings, self->reading, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* What is told once for all rows. */
static void
tell_unworded (TdListCheck *self)
{
  if (self->n_unworded > 0)
    g_ptr_array_add (td_list_reading_get_findings (self->reading),
                     td_finding_with_source (td_finding_new ("wording-empty", TD_SEVERITY_WARNING, ngettext ("There is no wording for the certificate in %u row.", "There is no wording for the certificate in %u rows.", self->n_unworded), self->n_unworded),
                                             "Luật Thi đua, khen thưởng, Điều 5 khoản 2"));
}

/* Of many rows a few are told: the words are made anew each time. */
static void
tell_progress (TdListCheck *self)
{
  guint n_rows = td_list_reading_get_n_rows (self->reading);
  g_autofree char *text = NULL;

  if (self->job == NULL || (self->cases->len % ROWS_BETWEEN_NEWS != 0 && self->cases->len != n_rows))
    return;
  /* Translators: how many of how many rows of a list have been checked */
  text = g_strdup_printf (_ ("Checked %u of %u rows"), self->cases->len, n_rows);
  td_job_report (self->job, self->from + (self->to - self->from) * self->cases->len / n_rows, text);
}

/**
 * td_list_check_set_progress:
 * @self: a check
 * @job: (nullable): the job under way, told how far it is until this is called again
 * @from: how much of the job is done before the rows are checked
 * @to: how much behind them
 */
void
td_list_check_set_progress (TdListCheck *self, TdJob *job, double from, double to)
{
  self->job = job;
  self->from = from;
  self->to = to;
}

/**
 * td_list_check_run:
 * @self: a check
 * @connection: the office file
 * @error: return location
 *
 * Judges every row.
 *
 * Returns: whether it came to its end
 */
gboolean
td_list_check_run (TdListCheck *self, TdConnection *connection, GError **error)
{
  GPtrArray *tables = td_list_reading_get_tables (self->reading);

  g_hash_table_remove_all (self->seen);
  g_ptr_array_set_size (self->cases, 0);
  g_ptr_array_set_size (self->doubled, 0);
  for (guint i = 0; i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);

      for (guint j = 0; j < table->lines->len; j++)
        {
          TdListLine *line = g_ptr_array_index (table->lines, j);
          TdListCase *c;

          if (line->row == NULL)
            continue;
          c = g_new0 (TdListCase, 1);
          c->table = table;
          c->line = line;
          c->fingerprint = _td_list_case_fingerprint (c);
          g_ptr_array_add (self->cases, c);
          if (!check_case (self, connection, c, error) || td_connection_is_cancelled (connection, error))
            return FALSE;
          tell_progress (self);
        }
    }
  tell_unworded (self);
  return TRUE;
}

/* Rows that asked for what this one asked for: the first of them is no double now. */
static gboolean
check_doubles_of (TdListCheck *self, TdConnection *connection, const char *proposal, GError **error)
{
  g_autoptr (GPtrArray) others = NULL;

  if (proposal == NULL || g_hash_table_contains (self->seen, proposal))
    return TRUE;
  others = g_steal_pointer (&self->doubled);
  self->doubled = g_ptr_array_new ();
  for (guint i = 0; i < others->len; i++)
    {
      TdListCase *other = g_ptr_array_index (others, i);
      guint number;

      if (g_strcmp0 (other->proposal, proposal) != 0)
        {
          g_ptr_array_add (self->doubled, other);
          continue;
        }
      g_ptr_array_find (self->cases, other, &number);
      g_array_append_val (self->rejudged, number);
      if (!check_case (self, connection, other, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_list_check_mend:
 * @self: a check that has run
 * @connection: the office file
 * @number: a case
 * @mend: one of its mends, or one made by a person
 * @error: return location
 *
 * Takes a way to mend a doubt and judges the row anew, and with it the rows that were its doubles.
 *
 * Returns: whether it was judged
 */
gboolean
td_list_check_mend (TdListCheck *self, TdConnection *connection, guint number, const TdListMend *mend, GError **error)
{
  TdListCase *c = g_ptr_array_index (self->cases, number);
  TdListRow *row = c->line->row;
  g_autofree char *before = g_strdup (c->proposal);

  if (mend->kind == TD_LIST_MEND_TAKE || mend->kind == TD_LIST_MEND_NEW)
    c->chosen = mend->kind == TD_LIST_MEND_TAKE ? mend->subject_id : -1;
  else if (mend->kind != TD_LIST_MEND_CONFIRM)
    td_list_row_set (row, mend->role, td_list_reading_keep (self->reading, mend->value), TD_LIST_CHANGE_READ, row->columns[mend->role]);
  if (c->confirmed == NULL)
    c->confirmed = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (c->confirmed, g_strdup (mend->rule));
  return check_case (self, connection, c, error) && check_doubles_of (self, connection, before, error);
}

/**
 * td_list_check_get_reading:
 * @self: a check
 *
 * Returns: (transfer none): what was read
 */
TdListReading *
td_list_check_get_reading (TdListCheck *self)
{
  return self->reading;
}

/**
 * td_list_check_get_cases:
 * @self: a check
 *
 * Returns: (transfer none) (element-type TdListCase): every row, in the order of the file
 */
GPtrArray *
td_list_check_get_cases (TdListCheck *self)
{
  return self->cases;
}

/**
 * td_list_check_get_purpose:
 * @self: a check
 *
 * Returns: what its rows become
 */
TdListPurpose
td_list_check_get_purpose (TdListCheck *self)
{
  return self->purpose;
}

/**
 * td_list_check_steal_rejudged:
 * @self: a check
 *
 * Returns: (transfer full) (element-type guint): the cases that were judged anew because others were mended, since
 *   this was asked last
 */
GArray *
td_list_check_steal_rejudged (TdListCheck *self)
{
  GArray *rejudged = self->rejudged;

  self->rejudged = g_array_new (FALSE, FALSE, sizeof (guint));
  return rejudged;
}

/**
 * td_list_check_count:
 * @self: a check
 * @state: a state
 *
 * Returns: how many rows are in it
 */
guint
td_list_check_count (TdListCheck *self, TdListState state)
{
  guint n = 0;

  for (guint i = 0; i < self->cases->len; i++)
    n += ((TdListCase *) g_ptr_array_index (self->cases, i))->state == state;
  return n;
}

/**
 * td_list_check_get_sender_id:
 * @self: a check
 *
 * Returns: the unit that sent the list, 0 for none
 */
gint64
td_list_check_get_sender_id (TdListCheck *self)
{
  return self->sender != NULL ? td_entity_get_id (TD_ENTITY (self->sender)) : 0;
}

/**
 * td_list_state_to_nick:
 * @state: a state
 *
 * Returns: its word in JSON
 */
const char *
td_list_state_to_nick (TdListState state)
{
  static const char *const nicks[] = { "good", "known", "doubtful", "bad" };

  return nicks[state];
}
