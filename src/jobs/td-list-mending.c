/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-mending"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-list-preview-private.h"
#include "td-match-index.h"
#include "td-text.h"

/* One row of a list before it is taken in: what it says, what was found, and the ways to mend it. */

G_DEFINE_FINAL_TYPE (TdListDetails, td_list_details, G_TYPE_OBJECT)

static void
td_list_details_finalize (GObject *object)
{
  TdListDetails *self = TD_LIST_DETAILS (object);

  g_clear_object (&self->item);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (td_list_details_parent_class)->finalize (object);
}

static void
td_list_details_class_init (TdListDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_list_details_finalize;
}

static void
answer_free (TdListAnswer *answer)
{
  g_free (answer->label);
  g_free (answer->reasons);
  g_free (answer->mend.value);
  g_free (answer);
}

static void
cell_free (TdListCell *cell)
{
  g_free (cell->heading);
  g_free (cell->original);
  g_free (cell->value);
  g_free (cell);
}

static void
td_list_details_init (TdListDetails *self)
{
  self->findings = td_findings_new ();
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
}

/* Who is proposed: the name with what tells namesakes apart. */
static char *
dup_subject_label (TdConnection *connection, gint64 id, GError **error)
{
  g_autoptr (TdSubject) subject = td_connection_get (connection, TD_TYPE_SUBJECT, id, error);
  g_autofree char *birth = NULL;
  GString *text;

  if (subject == NULL)
    return NULL;
  birth = subject->birth != NULL ? td_date_to_display (subject->birth) : NULL;
  text = g_string_new (subject->name);
  if (birth != NULL)
    g_string_append_printf (text, ", %s", birth);
  if (subject->unit_name != NULL)
    g_string_append_printf (text, ", %s", subject->unit_name);
  return g_string_free (text, FALSE);
}

static char *
dup_reasons (const TdListCase *c, gint64 id)
{
  for (guint i = 0; c->candidates != NULL && i < c->candidates->len; i++)
    {
      const TdMatchCandidate *candidate = &g_array_index (c->candidates, TdMatchCandidate, i);

      if (candidate->id == id)
        {
          g_autoptr (GPtrArray) texts = td_match_reasons_to_texts (candidate->result.reasons);
          GString *text = g_string_new (NULL);

          for (guint j = 0; j < texts->len; j++)
            g_string_append_printf (text, "%s%s", j > 0 ? "; " : "", (const char *) g_ptr_array_index (texts, j));
          return g_string_free (text, FALSE);
        }
    }
  return NULL;
}

static char *
dup_answer_label (TdConnection *connection, const TdListMend *mend, GError **error)
{
  g_autofree char *shown = NULL;

  switch (mend->kind)
    {
    case TD_LIST_MEND_CONFIRM:
      return g_strdup (_ ("It is right as it was read"));
    case TD_LIST_MEND_SWAP:
      shown = _td_list_preview_dup_shown (mend->role, mend->value);
      return g_strdup_printf (_ ("Day and month the other way round: %s"), shown);
    case TD_LIST_MEND_VALUE:
      shown = _td_list_preview_dup_shown (mend->role, mend->value);
      return g_strdup_printf (_ ("Take “%s”"), shown);
    case TD_LIST_MEND_TAKE:
      shown = dup_subject_label (connection, mend->subject_id, error);
      return shown != NULL ? g_strdup_printf (_ ("It is %s"), shown) : NULL;
    case TD_LIST_MEND_NEW:
      return g_strdup (_ ("It is somebody new"));
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
add_answers (TdListDetails *details, const TdListCase *c, TdConnection *connection, GError **error)
{
  for (guint i = 0; c->mends != NULL && i < c->mends->len; i++)
    {
      const TdListMend *mend = g_ptr_array_index (c->mends, i);
      char *label = dup_answer_label (connection, mend, error);
      TdListAnswer *answer;

      if (label == NULL)
        return FALSE;
      answer = g_new0 (TdListAnswer, 1);
      answer->label = label;
      answer->mend = *mend;
      answer->mend.value = g_strdup (mend->value);
      /* Whom a row is about is asked of each row by itself: equal names are not equal people. */
      answer->for_all = mend->kind == TD_LIST_MEND_CONFIRM || mend->kind == TD_LIST_MEND_VALUE || mend->kind == TD_LIST_MEND_SWAP;
      answer->reasons = mend->kind == TD_LIST_MEND_TAKE ? dup_reasons (c, mend->subject_id) : NULL;
      g_ptr_array_add (details->answers, answer);
    }
  return TRUE;
}

static void
add_cell (TdListDetails *details, const TdListCase *c, TdListRole role, const char *heading, const char *original)
{
  TdListCell *cell = g_new0 (TdListCell, 1);

  cell->role = role;
  cell->heading = g_strdup (heading != NULL && *heading != '\0' ? heading : _ (td_list_role_get_label (role)));
  cell->original = g_strdup (original != NULL ? original : "");
  cell->value = _td_list_preview_dup_shown (role, c->line->row->values[role]);
  if (role == TD_LIST_ROLE_KIND && cell->value == NULL)
    cell->value = g_strdup (td_list_case_get_kind (c));
  g_ptr_array_add (details->cells, cell);
}

/* What a row must say even when its list has no column for it. */
static gboolean
is_needed (const TdListCase *c, TdListPurpose purpose, TdListRole role)
{
  const char *kind = c->line->row->values[TD_LIST_ROLE_KIND];

  switch (role)
    {
    case TD_LIST_ROLE_KIND:
    case TD_LIST_ROLE_NAME:
    case TD_LIST_ROLE_UNIT: return TRUE;
    case TD_LIST_ROLE_BIRTH:
    case TD_LIST_ROLE_SEX: return kind == NULL || g_str_equal (kind, "person");
    case TD_LIST_ROLE_AWARD_FORM: return purpose != TD_LIST_SUBJECTS;
    case TD_LIST_ROLE_ACHIEVEMENT: return purpose == TD_LIST_NOMINATIONS;
    case TD_LIST_ROLE_DECISION_NUMBER:
    case TD_LIST_ROLE_DECISION_DATE: return purpose == TD_LIST_HISTORY;
    default: return c->line->row->values[role] != NULL; /* part of another cell, or told by a group */
    }
}

/* Every column of the list, then what else is known of the row or must be. */
static void
add_cells (TdListDetails *details, const TdListCase *c, TdListPurpose purpose)
{
  for (guint i = 0; i < c->table->columns->len; i++)
    {
      const TdListColumn *column = g_ptr_array_index (c->table->columns, i);

      if (column->role != TD_LIST_ROLE_NUMBER && (column->role != TD_LIST_ROLE_NONE || i < c->line->n_cells))
        add_cell (details, c, column->role, column->heading, i < c->line->n_cells ? c->line->cells[i] : NULL);
    }
  for (guint role = TD_LIST_ROLE_NUMBER + 1; role < TD_N_LIST_ROLES; role++)
    if (td_list_table_find (c->table, role) < 0 && is_needed (c, purpose, role))
      add_cell (details, c, role, NULL, td_list_row_get_original (c->line, role));
}

/* What the reader found in a cell is answered when a person types it anew; what is found in the office is looked for
 * again. */
static gboolean
is_about (const TdFinding *finding, TdListRole role)
{
  switch (role)
    {
    case TD_LIST_ROLE_NAME: return g_str_has_prefix (finding->rule, "name-") || g_str_has_prefix (finding->rule, "encoding-");
    case TD_LIST_ROLE_BIRTH:
    case TD_LIST_ROLE_PERIOD_FROM:
    case TD_LIST_ROLE_PERIOD_TO:
    case TD_LIST_ROLE_DECISION_DATE: return g_str_has_prefix (finding->rule, "date-");
    case TD_LIST_ROLE_CITIZEN_ID: return g_str_has_prefix (finding->rule, "citizen-id-");
    case TD_LIST_ROLE_AWARD_FORM: return g_str_has_prefix (finding->rule, "form-");
    case TD_LIST_ROLE_SEX: return g_str_has_prefix (finding->rule, "sex-");
    case TD_LIST_ROLE_KIND: return g_str_has_prefix (finding->rule, "subject-kind-");
    case TD_LIST_ROLE_COMMENDATION_KIND: return g_str_has_prefix (finding->rule, "kind-");
    default: return FALSE;
    }
}

/* Which value has to be typed or chosen anew. */
static TdListRole
find_doubt (const TdListDetails *details)
{
  const TdFinding *finding = details->findings->len > 0 ? g_ptr_array_index (details->findings, 0) : NULL;

  for (guint i = 0; finding != NULL && i < details->cells->len; i++)
    {
      TdListRole role = ((TdListCell *) g_ptr_array_index (details->cells, i))->role;

      if (is_about (finding, role) || (role == TD_LIST_ROLE_UNIT && g_str_has_prefix (finding->rule, "unit-"))
          || (role == TD_LIST_ROLE_GIVER && g_str_has_prefix (finding->rule, "giver-")))
        return role;
    }
  return TD_LIST_ROLE_NONE;
}

typedef struct
{
  TdListPreview *preview;
  guint number;
  TdListMend mend;
  char *rule;
  TdListRole role;
  char *text;
} Input;

static void
input_free (Input *input)
{
  g_clear_object (&input->preview);
  g_free (input->mend.value);
  g_free (input->rule);
  g_free (input->text);
  g_free (input);
}

static Input *
input_new (TdListPreview *preview, guint number, const TdListMend *mend)
{
  Input *input = g_new0 (Input, 1);

  input->preview = g_object_ref (preview);
  input->number = number;
  if (mend != NULL)
    {
      input->mend = *mend;
      input->mend.value = g_strdup (mend->value);
      input->mend.rule = input->rule = g_strdup (mend->rule);
    }
  return input;
}

static gboolean
tell_details (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (TdListDetails) details = g_object_new (TD_TYPE_LIST_DETAILS, NULL);
  const TdListCase *c = g_ptr_array_index (td_list_check_get_cases (input->preview->check), input->number);
  g_autoptr (GArray) others = td_list_check_steal_rejudged (input->preview->check);

  details->item = _td_list_preview_make_item (input->preview, input->number);
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (details->others, _td_list_preview_make_item (input->preview, g_array_index (others, guint, i)));
  for (guint i = 0; i < c->findings->len; i++)
    g_ptr_array_add (details->findings, td_finding_copy (g_ptr_array_index (c->findings, i)));
  add_cells (details, c, td_list_check_get_purpose (input->preview->check));
  details->doubt = find_doubt (details);
  if (!add_answers (details, c, connection, error))
    return FALSE;
  td_job_take_object (job, g_steal_pointer (&details));
  return TRUE;
}

static gboolean
look_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  return tell_details (job, connection, data, error);
}

static gboolean
mend_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  return _td_list_preview_mend (input->preview, connection, input->number, &input->mend, error) && tell_details (job, connection, input, error);
}

static gboolean
mend_all_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  GPtrArray *cases = td_list_check_get_cases (input->preview->check);
  guint n = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      const TdListCase *c = g_ptr_array_index (cases, i);

      for (guint j = 0; c->mends != NULL && j < c->mends->len; j++)
        {
          const TdListMend *mend = g_ptr_array_index (c->mends, j);

          if (mend->kind != input->mend.kind || mend->role != input->mend.role || !g_str_equal (mend->rule, input->rule))
            continue;
          if (!_td_list_preview_mend (input->preview, connection, i, mend, error))
            return FALSE;
          n++;
          break;
        }
      td_job_report (job, (i + 1.0) / cases->len, _ ("Answering…"));
      if (td_connection_is_cancelled (connection, NULL))
        break; /* the rows answered so far stay answered, and are told */
    }
  _td_list_preview_fill (input->preview);
  td_job_set_count (job, n);
  td_job_take_object (job, g_object_ref (input->preview));
  return TRUE;
}

static gboolean
is_date (TdListRole role)
{
  return role == TD_LIST_ROLE_BIRTH || role == TD_LIST_ROLE_PERIOD_FROM || role == TD_LIST_ROLE_PERIOD_TO || role == TD_LIST_ROLE_DECISION_DATE;
}

/* What a person types counts as read: it must be right by itself. */
static char *
read_typed (TdListPurpose purpose, TdListRole role, const char *text, GError **error)
{
  g_autofree char *clean = td_text_normalize (text);
  g_autofree char *date = is_date (role) && *clean != '\0' ? td_date_parse (clean) : NULL;

  if (is_date (role) && *clean != '\0' && date == NULL)
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” is not a date."), clean);
  else if (role == TD_LIST_ROLE_NAME && *clean == '\0')
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The name is missing."));
  else if (role == TD_LIST_ROLE_AWARD_FORM && *clean == '\0')
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The award form is missing."));
  else if (role == TD_LIST_ROLE_AWARD_FORM && purpose == TD_LIST_NOMINATIONS && td_catalogue_find_form_by_name (td_catalogue_get_shipped (), clean) == NULL)
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” is not in the catalogue of award forms."), clean);
  else
    return date != NULL ? g_steal_pointer (&date) : g_steal_pointer (&clean);
  return NULL;
}

static gboolean
type_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  const TdListCase *c = g_ptr_array_index (td_list_check_get_cases (input->preview->check), input->number);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = read_typed (td_list_check_get_purpose (input->preview->check), input->role, input->text, error);

  if (value == NULL)
    return FALSE;
  g_ptr_array_add (rules, g_strdup ("typed"));
  for (guint i = 0; c->line->row->findings != NULL && i < c->line->row->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (c->line->row->findings, i);

      if (is_about (finding, input->role))
        g_ptr_array_add (rules, g_strdup (finding->rule));
    }
  for (guint i = 0; i < rules->len; i++)
    {
      TdListMend mend = { TD_LIST_MEND_VALUE, g_ptr_array_index (rules, i), input->role, value, 0 };

      if (!_td_list_preview_mend (input->preview, connection, input->number, &mend, error))
        return FALSE;
    }
  return tell_details (job, connection, input, error);
}

/**
 * td_list_preview_look_job:
 * @preview: a list
 * @number: one of its rows
 *
 * Returns: (transfer full): a job whose object is the row's #TdListDetails
 */
TdJob *
td_list_preview_look_job (TdListPreview *preview, guint number)
{
  return td_job_new_read (look_cb, input_new (preview, number, NULL), (GDestroyNotify) input_free);
}

/**
 * td_list_preview_mend_job:
 * @preview: a list
 * @number: one of its rows
 * @mend: one of its answers
 *
 * Mends a row.
 *
 * Returns: (transfer full): a job whose object is the row's #TdListDetails
 */
TdJob *
td_list_preview_mend_job (TdListPreview *preview, guint number, const TdListMend *mend)
{
  return td_job_new_read (mend_cb, input_new (preview, number, mend), (GDestroyNotify) input_free);
}

/**
 * td_list_preview_mend_all_job:
 * @preview: a list
 * @mend: the answer of one row
 *
 * Gives the same answer to every row with the same doubt, each with its own value.
 *
 * Returns: (transfer full): a job whose count is the rows mended; the items of @preview are new
 */
TdJob *
td_list_preview_mend_all_job (TdListPreview *preview, const TdListMend *mend)
{
  return td_job_new_read (mend_all_cb, input_new (preview, 0, mend), (GDestroyNotify) input_free);
}

/**
 * td_list_preview_type_job:
 * @preview: a list
 * @number: one of its rows
 * @role: which value
 * @text: as a person types it; "" for none
 *
 * Mends a row by hand. What the sender wrote stays beside it.
 *
 * Returns: (transfer full): a job whose object is the row's #TdListDetails
 */
TdJob *
td_list_preview_type_job (TdListPreview *preview, guint number, TdListRole role, const char *text)
{
  Input *input = input_new (preview, number, NULL);

  input->role = role;
  input->text = g_strdup (text);
  return td_job_new_read (type_cb, input, (GDestroyNotify) input_free);
}
