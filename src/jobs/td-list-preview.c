/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-preview"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-list-preview.h"
#include "td-match-index.h"
#include "td-text.h"

/* What a person sees of a list before it is taken in. The check itself belongs to the thread its
 * jobs run on; what is shown is copied out of it. */

G_DEFINE_FINAL_TYPE (TdListItem, td_list_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (TdListDetails, td_list_details, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (TdListPreview, td_list_preview, G_TYPE_OBJECT)

static void
td_list_item_finalize (GObject *object)
{
  TdListItem *self = TD_LIST_ITEM (object);

  g_clear_pointer (&self->reading, td_list_reading_unref);
  g_free (self->birth);
  g_free (self->finding);
  G_OBJECT_CLASS (td_list_item_parent_class)->finalize (object);
}

static void
td_list_item_class_init (TdListItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_list_item_finalize;
}

static void
td_list_item_init (TdListItem *self)
{
}

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

static void
td_list_preview_finalize (GObject *object)
{
  TdListPreview *self = TD_LIST_PREVIEW (object);

  g_clear_object (&self->check);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->findings);
  G_OBJECT_CLASS (td_list_preview_parent_class)->finalize (object);
}

static void
td_list_preview_class_init (TdListPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_list_preview_finalize;
}

static void
td_list_preview_init (TdListPreview *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = td_findings_new ();
}

/* A value as people read it. */
static char *
dup_shown (TdListRole role, const char *value)
{
  switch (role)
    {
    case TD_LIST_ROLE_BIRTH:
    case TD_LIST_ROLE_PERIOD_FROM:
    case TD_LIST_ROLE_PERIOD_TO:
    case TD_LIST_ROLE_DECISION_DATE:
      return value != NULL ? td_date_to_display (value) : NULL;
    default:
      return g_strdup (value);
    }
}

static const char *
get_outcome (const TdListCase *c)
{
  switch (c->state)
    {
    case TD_LIST_GOOD: return c->subject_id != 0 ? _ ("Known") : _ ("New");
    case TD_LIST_KNOWN: return _ ("There already");
    case TD_LIST_DOUBTFUL: return _ ("Look at it");
    case TD_LIST_BAD: return _ ("Cannot come in");
    default: g_return_val_if_reached ("");
    }
}

static TdListItem *
make_item (TdListPreview *self, guint number)
{
  const TdListCase *c = g_ptr_array_index (td_list_check_get_cases (self->check), number);
  const TdListRow *row = c->line->row;
  TdListItem *item = g_object_new (TD_TYPE_LIST_ITEM, NULL);

  item->reading = td_list_reading_ref (td_list_check_get_reading (self->check));
  item->number = number;
  item->line = c->line->line;
  item->state = c->state;
  item->name = row->values[TD_LIST_ROLE_NAME] != NULL ? row->values[TD_LIST_ROLE_NAME] : "";
  item->birth = dup_shown (TD_LIST_ROLE_BIRTH, row->values[TD_LIST_ROLE_BIRTH]);
  item->unit = row->values[TD_LIST_ROLE_UNIT];
  item->form = row->values[TD_LIST_ROLE_AWARD_FORM];
  item->outcome = get_outcome (c);
  if (c->findings->len > 0)
    item->finding = g_strdup (((TdFinding *) g_ptr_array_index (c->findings, 0))->text);
  return item;
}

static guint
weight (TdListState state)
{
  static const guint weights[] = { [TD_LIST_BAD] = 0, [TD_LIST_DOUBTFUL] = 1, [TD_LIST_GOOD] = 2, [TD_LIST_KNOWN] = 3 };

  return weights[state];
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const TdListItem *left = *(TdListItem *const *) a;
  const TdListItem *right = *(TdListItem *const *) b;

  if (left->state != right->state)
    return (int) weight (left->state) - (int) weight (right->state);
  return (left->number > right->number) - (left->number < right->number);
}

static void
fill (TdListPreview *self)
{
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->findings, 0);
  for (guint i = 0; i < td_list_check_get_cases (self->check)->len; i++)
    g_ptr_array_add (self->items, make_item (self, i));
  g_ptr_array_sort (self->items, compare_items);
  for (guint i = 0; i < td_list_reading_get_findings (td_list_check_get_reading (self->check))->len; i++)
    g_ptr_array_add (self->findings, td_finding_copy (g_ptr_array_index (td_list_reading_get_findings (td_list_check_get_reading (self->check)), i)));
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
      shown = dup_shown (mend->role, mend->value);
      return g_strdup_printf (_ ("Day and month the other way round: %s"), shown);
    case TD_LIST_MEND_VALUE:
      shown = dup_shown (mend->role, mend->value);
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

/* Every column of the list, and what every list must have. */
static void
add_cells (TdListDetails *details, const TdListCase *c)
{
  for (guint i = 0; i < c->table->columns->len; i++)
    {
      const TdListColumn *column = g_ptr_array_index (c->table->columns, i);
      TdListCell *cell;

      if (column->role == TD_LIST_ROLE_NUMBER || (column->role == TD_LIST_ROLE_NONE && i >= c->line->n_cells))
        continue;
      cell = g_new0 (TdListCell, 1);
      cell->role = column->role;
      cell->heading = g_strdup (column->heading != NULL && *column->heading != '\0' ? column->heading : td_list_role_get_label (column->role));
      cell->original = g_strdup (i < c->line->n_cells && c->line->cells[i] != NULL ? c->line->cells[i] : "");
      cell->value = dup_shown (column->role, c->line->row->values[column->role]);
      g_ptr_array_add (details->cells, cell);
    }
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

  details->item = make_item (input->preview, input->number);
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (details->others, make_item (input->preview, g_array_index (others, guint, i)));
  for (guint i = 0; i < c->findings->len; i++)
    g_ptr_array_add (details->findings, td_finding_copy (g_ptr_array_index (c->findings, i)));
  add_cells (details, c);
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

  return td_list_check_mend (input->preview->check, connection, input->number, &input->mend, error) && tell_details (job, connection, input, error);
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
          {
            TdListMend own = *mend; /* the case makes its mends anew */
            g_autofree char *value = own.value = g_strdup (mend->value);

            if (!td_list_check_mend (input->preview->check, connection, i, &own, error))
              return FALSE;
          }
          n++;
          break;
        }
      if (td_connection_is_cancelled (connection, error))
        return FALSE;
    }
  fill (input->preview);
  td_job_set_count (job, n);
  td_job_take_object (job, g_object_ref (input->preview));
  return TRUE;
}

/* What the reader found in a cell is answered when a person types it anew. */
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
    default: return FALSE;
    }
}

static gboolean
is_date (TdListRole role)
{
  return role == TD_LIST_ROLE_BIRTH || role == TD_LIST_ROLE_PERIOD_FROM || role == TD_LIST_ROLE_PERIOD_TO || role == TD_LIST_ROLE_DECISION_DATE;
}

static gboolean
type_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  const TdListCase *c = g_ptr_array_index (td_list_check_get_cases (input->preview->check), input->number);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *clean = td_text_normalize (input->text);
  g_autofree char *date = is_date (input->role) && *clean != '\0' ? td_date_parse (clean) : NULL;

  if (is_date (input->role) && *clean != '\0' && date == NULL)
    {
      g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” is not a date."), clean);
      return FALSE;
    }
  g_ptr_array_add (rules, g_strdup ("typed"));
  for (guint i = 0; c->line->row->findings != NULL && i < c->line->row->findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (c->line->row->findings, i);

      if (is_about (finding, input->role))
        g_ptr_array_add (rules, g_strdup (finding->rule));
    }
  for (guint i = 0; i < rules->len; i++)
    {
      TdListMend mend = { TD_LIST_MEND_VALUE, g_ptr_array_index (rules, i), input->role, date != NULL ? date : clean, 0 };

      if (!td_list_check_mend (input->preview->check, connection, input->number, &mend, error))
        return FALSE;
    }
  return tell_details (job, connection, input, error);
}

typedef struct
{
  TdListTaking taking;
  char *path;
  char *from;
  char *wording;
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->path);
  g_free (reading->from);
  g_free (reading->wording);
  g_free (reading);
}

static gboolean
preview_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (TdListPreview) preview = g_object_new (TD_TYPE_LIST_PREVIEW, NULL);
  g_autoptr (TdBook) book = td_book_read (reading->path, td_connection_get_cancellable (connection), error);

  if (book == NULL)
    return FALSE;
  reading->taking.options.from = reading->from;
  reading->taking.options.wording = reading->wording;
  preview->check = td_list_check_new (connection, book, &reading->taking.options, error);
  g_clear_pointer (&book, td_book_free); /* what is kept of it was copied */
  if (preview->check == NULL || !td_list_check_run (preview->check, connection, error))
    return FALSE;
  fill (preview);
  td_job_set_count (job, preview->items->len);
  td_job_take_object (job, g_steal_pointer (&preview));
  return TRUE;
}

/**
 * td_list_preview_job:
 * @taking: which list, and what for
 *
 * Reads a list and judges every row; nothing is kept.
 *
 * Returns: (transfer full): the job; its object is a #TdListPreview
 */
TdJob *
td_list_preview_job (const TdListTaking *taking)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->taking = *taking;
  reading->path = g_strdup (taking->path);
  reading->from = g_strdup (taking->options.from);
  reading->wording = g_strdup (taking->options.wording);
  return td_job_new_read (preview_cb, reading, (GDestroyNotify) reading_free);
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
