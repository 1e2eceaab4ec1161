/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-line"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-entry-line.h"
#include "td-nomination-jobs.h"

/* One line of entry by hand: the texts of its cells, and the nomination and subject they become.
 * A line that is kept shows what stands in the office file; what was typed since then and has not
 * been kept yet stays. */

struct _TdEntryLine
{
  GObject parent_instance;

  char *texts[TD_ENTRY_N_COLUMNS];
  char *stored[TD_ENTRY_N_COLUMNS]; /* as the office file has it */
  char *sent[TD_ENTRY_N_COLUMNS];   /* on its way there */
  gboolean awaited;                 /* what was sent has arrived and not been read back yet */
  gint64 id;                        /* the nomination it became; also after that was undone */
  gboolean kept;                    /* the nomination is in the office file */
  gboolean wanted;                  /* typed in since it was kept or refused */
  TdSubject *subject;               /* kept, or one that was offered and taken */
  TdNomination *nomination;         /* as kept */
  GPtrArray *findings;
};

G_DEFINE_FINAL_TYPE (TdEntryLine, td_entry_line, G_TYPE_OBJECT)

static void
td_entry_line_finalize (GObject *object)
{
  TdEntryLine *self = TD_ENTRY_LINE (object);

  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    {
      g_free (self->texts[i]);
      g_free (self->stored[i]);
      g_free (self->sent[i]);
    }
  g_clear_object (&self->subject);
  g_clear_object (&self->nomination);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (td_entry_line_parent_class)->finalize (object);
}

static void
td_entry_line_class_init (TdEntryLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_entry_line_finalize;
}

static void
td_entry_line_init (TdEntryLine *self)
{
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    {
      self->texts[i] = g_strdup ("");
      self->stored[i] = g_strdup ("");
    }
}

/**
 * td_entry_line_new:
 *
 * Returns: (transfer full): an empty line
 */
TdEntryLine *
td_entry_line_new (void)
{
  return g_object_new (TD_TYPE_ENTRY_LINE, NULL);
}

/**
 * td_entry_line_get_text:
 * @self: a line
 * @column: one of its cells
 *
 * Returns: what stands in it, empty for nothing
 */
const char *
td_entry_line_get_text (TdEntryLine *self, TdEntryColumn column)
{
  return self->texts[column];
}

/**
 * td_entry_line_set_text:
 * @self: a line
 * @column: one of its cells
 * @text: what now stands in it
 *
 * Returns: whether it is another text than before
 */
gboolean
td_entry_line_set_text (TdEntryLine *self, TdEntryColumn column, const char *text)
{
  if (g_str_equal (self->texts[column], text))
    return FALSE;
  g_free (self->texts[column]);
  self->texts[column] = g_strdup (text);
  /* Another name is another person, unless the one kept was spelt wrongly. */
  if (column == TD_ENTRY_NAME && !self->kept)
    g_clear_object (&self->subject);
  return TRUE;
}

/**
 * td_entry_line_is_empty:
 * @self: a line
 *
 * Returns: whether nothing has been entered; the kind alone, which repeats itself, is nothing
 */
gboolean
td_entry_line_is_empty (TdEntryLine *self)
{
  for (guint i = TD_ENTRY_NAME; i < TD_ENTRY_N_COLUMNS; i++)
    if (*self->texts[i] != '\0')
      return FALSE;
  return TRUE;
}

/**
 * td_entry_line_is_kept:
 * @self: a line
 *
 * Returns: whether its nomination is in the office file
 */
gboolean
td_entry_line_is_kept (TdEntryLine *self)
{
  return self->kept;
}

/**
 * td_entry_line_is_changed:
 * @self: a line
 *
 * Returns: whether a cell says something else than the office file
 */
gboolean
td_entry_line_is_changed (TdEntryLine *self)
{
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    if (!g_str_equal (self->texts[i], self->stored[i]))
      return TRUE;
  return FALSE;
}

/**
 * td_entry_line_is_awaited:
 * @self: a line
 *
 * Returns: whether the office file has taken what it says, and that has not been read back yet
 */
gboolean
td_entry_line_is_awaited (TdEntryLine *self)
{
  return self->awaited;
}

/**
 * td_entry_line_set_wanted:
 * @self: a line
 * @wanted: whether what it says is to be kept: not when its keeping has just been undone
 */
void
td_entry_line_set_wanted (TdEntryLine *self, gboolean wanted)
{
  self->wanted = wanted;
}

/**
 * td_entry_line_is_wanted:
 * @self: a line
 *
 * Returns: whether it says what is to be kept and is not kept yet
 */
gboolean
td_entry_line_is_wanted (TdEntryLine *self)
{
  return self->wanted && td_entry_line_is_changed (self) && (self->kept || !td_entry_line_is_empty (self));
}

static char *
dup_date (const char *iso)
{
  return iso != NULL ? td_date_to_display (iso) : NULL;
}

/**
 * td_entry_line_take_subject:
 * @self: a line that is not kept
 * @subject: the subject who is meant
 *
 * Fills the cells that are still empty with what is known; the nomination will be for that subject.
 */
void
td_entry_line_take_subject (TdEntryLine *self, TdSubject *subject)
{
  g_autofree char *birth = dup_date (subject->birth);
  const struct
  {
    TdEntryColumn column;
    const char *text;
  } known[] = {
    { TD_ENTRY_KIND, td_choice_get_label (td_choices_subject_kind, subject->kind) },
    { TD_ENTRY_BIRTH, birth },
    { TD_ENTRY_SEX, td_choice_get_label (td_choices_sex, subject->sex) },
    { TD_ENTRY_CITIZEN_ID, subject->citizen_id },
    { TD_ENTRY_POST, subject->post },
    { TD_ENTRY_UNIT, subject->unit_name },
  };

  g_return_if_fail (!self->kept);

  td_entry_line_set_text (self, TD_ENTRY_NAME, subject->name);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i].text != NULL && *known[i].text != '\0' && (*self->texts[known[i].column] == '\0' || known[i].column == TD_ENTRY_KIND))
      td_entry_line_set_text (self, known[i].column, known[i].text);
  g_set_object (&self->subject, subject);
}

/* From cells to records */

static void
copy_texts (char **to, char *const *from)
{
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    {
      g_free (to[i]);
      to[i] = g_strdup (from[i]);
    }
}

static void
block (TdEntryLine *self, const char *where, TdFinding *finding)
{
  g_ptr_array_add (self->findings, td_finding_at (finding, where, self->id, 0));
}

static const char *
read_choice (TdEntryLine *self, TdEntryColumn column, const TdChoice *choices, const char *where)
{
  const char *text = self->texts[column];
  const char *nick = td_entry_words_find_choice (choices, text);

  if (nick == NULL && *text != '\0')
    block (self, where, td_finding_new ("cell-choice", TD_SEVERITY_BLOCK, _ ("“%s” is not understood."), text));
  return nick;
}

static void
read_subject (TdEntryLine *self, TdSubject *subject, gint64 unit_id)
{
  const char *kind = read_choice (self, TD_ENTRY_KIND, td_choices_subject_kind, "kind");
  const char *birth = self->texts[TD_ENTRY_BIRTH];
  g_autofree char *date = *birth != '\0' ? td_date_parse (birth) : NULL;

  if (*self->texts[TD_ENTRY_NAME] == '\0')
    block (self, "name", td_finding_new ("name-missing", TD_SEVERITY_BLOCK, _ ("The name is missing.")));
  if (*birth != '\0' && date == NULL)
    block (self, "birth", td_finding_new ("cell-date", TD_SEVERITY_BLOCK, _ ("“%s” is not a date. Write it as 20/01/2026, 01/2026 or 2026."), birth));
  g_object_set (subject, "kind", kind != NULL ? kind : "person", "name", self->texts[TD_ENTRY_NAME],
                "birth", date, "sex", read_choice (self, TD_ENTRY_SEX, td_choices_sex, "sex"),
                "citizen-id", self->texts[TD_ENTRY_CITIZEN_ID], "post", self->texts[TD_ENTRY_POST], "unit-id", unit_id, NULL);
}

static gint64
read_unit (TdEntryLine *self, TdEntryWords *words)
{
  const char *text = self->texts[TD_ENTRY_UNIT];
  gboolean ambiguous = FALSE;
  TdUnit *unit = *text != '\0' ? td_directory_find_unit (td_entry_words_get_directory (words), text, &ambiguous) : NULL;

  /* What stands in the office file stays, whatever else is called so. */
  if (self->nomination != NULL && self->nomination->unit_id != 0 && g_str_equal (text, self->stored[TD_ENTRY_UNIT]))
    return self->nomination->unit_id;
  if (ambiguous)
    block (self, "unit-id", td_finding_new ("unit-ambiguous", TD_SEVERITY_BLOCK, _ ("Several units are called “%s”."), text));
  else if (*text != '\0' && unit == NULL)
    block (self, "unit-id", td_finding_new ("unit-unknown", TD_SEVERITY_BLOCK, _ ("There is no unit “%s”."), text));
  return unit != NULL ? td_entity_get_id (TD_ENTITY (unit)) : 0;
}

static void
read_nomination (TdEntryLine *self, TdNomination *nomination, gint64 unit_id)
{
  const char *form = self->texts[TD_ENTRY_AWARD_FORM];

  /* A collective is not of a post, and a wording is not the subject's: both are the nomination's. */
  g_object_set (nomination, "post", self->texts[TD_ENTRY_POST], "unit-id", unit_id,
                "achievement", self->texts[TD_ENTRY_ACHIEVEMENT], NULL);
  if (*form != '\0')
    g_object_set (nomination, "award-form", form, NULL);
  if (nomination->plan_id == 0)
    block (self, "plan-id", td_finding_new ("plan-missing", TD_SEVERITY_BLOCK, _ ("Choose the plan above the lines.")));
  if (nomination->award_form == NULL)
    block (self, "award-form", td_finding_new ("form-missing", TD_SEVERITY_BLOCK, _ ("The award form is missing.")));
}

/**
 * td_entry_line_save_job:
 * @self: a line
 * @words: what its cells know
 * @common: plan, giver, form, kind and period of the lines that are not kept yet
 *
 * Reads the cells. What cannot be understood becomes the line's findings.
 *
 * Returns: (transfer full) (nullable): the job that keeps the line as one action, to be followed by
 *   td_entry_line_saved(); %NULL when the findings block it
 */
TdJob *
td_entry_line_save_job (TdEntryLine *self, TdEntryWords *words, TdNomination *common)
{
  g_autoptr (TdSubject) subject = self->subject != NULL ? td_entity_copy (self->subject) : g_object_new (TD_TYPE_SUBJECT, NULL);
  g_autoptr (TdNomination) nomination = td_entity_copy (self->kept ? self->nomination : common);
  gint64 unit_id;

  if (self->subject != NULL)
    g_object_set (nomination, "subject-id", td_entity_get_id (TD_ENTITY (self->subject)), NULL);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = td_findings_new ();
  unit_id = read_unit (self, words);
  read_subject (self, subject, unit_id);
  read_nomination (self, nomination, unit_id);
  if (td_findings_block (self->findings))
    return NULL;
  copy_texts (self->sent, self->texts);
  self->wanted = FALSE;
  return td_nomination_save_job (nomination, subject);
}

/**
 * td_entry_line_saved:
 * @self: a line
 * @id: the nomination it has become
 *
 * The job that keeps the line went well.
 */
void
td_entry_line_saved (TdEntryLine *self, gint64 id)
{
  self->id = id;
  self->awaited = TRUE;
}

/**
 * td_entry_line_get_findings:
 * @self: a line
 *
 * Returns: (nullable) (element-type TdFinding): what is to be said of it
 */
GPtrArray *
td_entry_line_get_findings (TdEntryLine *self)
{
  return self->findings;
}

/**
 * td_entry_line_set_findings:
 * @self: a line
 * @findings: (nullable) (element-type TdFinding): what was found; copied
 */
void
td_entry_line_set_findings (TdEntryLine *self, GPtrArray *findings)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  if (findings == NULL)
    return;
  self->findings = td_findings_new ();
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->findings, td_finding_copy (g_ptr_array_index (findings, i)));
}

/**
 * td_entry_line_find_column:
 * @finding: of a line
 *
 * Returns: the cell where it is mended, TD_ENTRY_N_COLUMNS for none
 */
TdEntryColumn
td_entry_line_find_column (const TdFinding *finding)
{
  static const struct
  {
    const char *word; /* the place it names, or its rule */
    TdEntryColumn column;
  } columns[] = {
    { "kind", TD_ENTRY_KIND },
    { "name", TD_ENTRY_NAME },
    { "birth", TD_ENTRY_BIRTH },
    { "sex", TD_ENTRY_SEX },
    { "unit-id", TD_ENTRY_UNIT },
    { "award-form", TD_ENTRY_AWARD_FORM },
    { "form-unknown", TD_ENTRY_AWARD_FORM },
    { "unit-missing", TD_ENTRY_UNIT },
    { "unit-ended", TD_ENTRY_UNIT },
    { "wording-empty", TD_ENTRY_ACHIEVEMENT },
    { "sex-missing", TD_ENTRY_SEX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (finding->where, columns[i].word) == 0 || g_str_equal (finding->rule, columns[i].word))
      return columns[i].column;
  return g_str_has_prefix (finding->rule, "citizen-id") ? TD_ENTRY_CITIZEN_ID : TD_ENTRY_N_COLUMNS;
}

/* From the office file back to the cells */

static void
show (TdEntryLine *self, TdEntryColumn column, const char *text)
{
  gboolean typed = !g_str_equal (self->texts[column], self->stored[column]);

  g_free (self->stored[column]);
  self->stored[column] = g_strdup (text != NULL ? text : "");
  if (typed)
    return;
  g_free (self->texts[column]);
  self->texts[column] = g_strdup (self->stored[column]);
}

/* A line that has just been kept says what is stored, in other words perhaps: it is not typed. */
static void
take_records (TdEntryLine *self, TdNomination *nomination, TdSubject *subject)
{
  g_autofree char *birth = dup_date (subject->birth);

  if (self->awaited)
    copy_texts (self->stored, self->sent);
  else if (!self->kept && !self->wanted)
    copy_texts (self->stored, self->texts);
  self->awaited = FALSE;
  show (self, TD_ENTRY_KIND, td_choice_get_label (td_choices_subject_kind, subject->kind));
  show (self, TD_ENTRY_NAME, subject->name);
  show (self, TD_ENTRY_BIRTH, birth);
  show (self, TD_ENTRY_SEX, td_choice_get_label (td_choices_sex, subject->sex));
  show (self, TD_ENTRY_CITIZEN_ID, subject->citizen_id);
  show (self, TD_ENTRY_POST, nomination->post);
  show (self, TD_ENTRY_UNIT, nomination->unit_name);
  show (self, TD_ENTRY_AWARD_FORM, nomination->award_form);
  show (self, TD_ENTRY_ACHIEVEMENT, nomination->achievement);
  self->kept = TRUE;
  g_set_object (&self->nomination, nomination);
  g_set_object (&self->subject, subject);
}

/* What was kept has been undone or deleted: the words stay, but nothing is lost without them. */
static void
drop_records (TdEntryLine *self)
{
  self->awaited = FALSE;
  if (!self->kept)
    return;
  self->kept = FALSE;
  self->wanted = FALSE;
  g_clear_object (&self->nomination);
  g_clear_object (&self->subject);
  td_entry_line_set_findings (self, NULL);
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    {
      g_free (self->stored[i]);
      self->stored[i] = g_strdup ("");
    }
}

static gboolean
read_one (TdConnection *connection, gint64 id, GListStore *list, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);
  g_autoptr (GError) local = NULL;
  g_autoptr (TdNomination) nomination = NULL;
  g_autoptr (TdSubject) subject = NULL;

  td_query_where_number (query, "id", id);
  nomination = td_connection_find (connection, query, &local);
  if (nomination != NULL)
    subject = td_connection_get (connection, TD_TYPE_SUBJECT, nomination->subject_id, &local);
  if (subject != NULL)
    {
      g_list_store_append (list, nomination);
      g_list_store_append (list, subject);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  GArray *ids = data;
  g_autoptr (GListStore) list = g_list_store_new (TD_TYPE_ENTITY);

  for (guint i = 0; i < ids->len; i++)
    if (!read_one (connection, g_array_index (ids, gint64, i), list, error))
      return FALSE;
  td_job_take_object (job, g_steal_pointer (&list));
  return TRUE;
}

/**
 * td_entry_lines_read_job:
 * @lines: (element-type TdEntryLine): lines, kept or undone
 *
 * Returns: (transfer full): a job that reads again what they have become, to be followed by
 *   td_entry_lines_were_read()
 */
TdJob *
td_entry_lines_read_job (GPtrArray *lines)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < lines->len; i++)
    {
      TdEntryLine *line = g_ptr_array_index (lines, i);

      if (line->id != 0)
        g_array_append_val (ids, line->id);
    }
  return td_job_new_read (read_cb, ids, (GDestroyNotify) g_array_unref);
}

/**
 * td_entry_lines_were_read:
 * @lines: (element-type TdEntryLine): lines
 * @job: the job of td_entry_lines_read_job(), which went well
 *
 * Lets the lines say what is stored. One that has been undone is no longer kept.
 */
void
td_entry_lines_were_read (GPtrArray *lines, TdJob *job)
{
  GListModel *list = td_job_get_object (job);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i + 1 < g_list_model_get_n_items (list); i += 2)
    {
      TdNomination *nomination = g_list_model_get_item (list, i);
      gint64 id = td_entity_get_id (TD_ENTITY (nomination));

      g_object_set_data_full (G_OBJECT (nomination), "td-subject", g_list_model_get_item (list, i + 1), g_object_unref);
      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), nomination);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      TdEntryLine *line = g_ptr_array_index (lines, i);
      TdNomination *nomination = line->id != 0 ? g_hash_table_lookup (by_id, &line->id) : NULL;

      if (nomination != NULL)
        take_records (line, nomination, g_object_get_data (G_OBJECT (nomination), "td-subject"));
      else
        drop_records (line);
    }
}
