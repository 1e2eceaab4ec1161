/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-act-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-corrections.h"
#include "td-ceremony-lines.h"
#include "td-date.h"
#include "td-decision-act-jobs.h"
#include "td-decision-jobs.h"
#include "td-stock-sheets.h"
#include "td-text.h"

/* Đính chính, thu hồi: an issued decision is never written over. An act says what was wrong and how it reads now,
 * or which awards no longer stand; the sheets that say otherwise are to be taken back. */

#define MOST_LETTERS 4000

typedef struct
{
  TdDecisionAct *act;
  GPtrArray *given; /* of TdDecisionActLine */
  GPtrArray *lines; /* the same as they are checked and kept */
  TdDecision *decision;
  GHashTable *awards; /* gint64 → TdAward, as they read now */
  GPtrArray *list;    /* the same in the order of the decision */
} Input;

static void
input_free (Input *input)
{
  g_object_unref (input->act);
  g_ptr_array_unref (input->given);
  g_clear_pointer (&input->lines, g_ptr_array_unref);
  g_clear_object (&input->decision);
  g_clear_pointer (&input->awards, g_hash_table_unref);
  g_clear_pointer (&input->list, g_ptr_array_unref);
  g_free (input);
}

static void
block (TdJob *job, const char *rule, const char *where, const char *text)
{
  td_job_take_finding (job, td_finding_at (td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text), where, 0, 0));
}

static gboolean
is_revocation (const Input *input)
{
  return g_strcmp0 (input->act->kind, "revocation") == 0;
}

/* Composed letters, no blanks at the ends; nothing is NULL. */
static char *
clean (const char *text)
{
  g_autofree char *normal = text != NULL ? td_text_normalize (text) : NULL;

  return normal != NULL && *g_strstrip (normal) != '\0' ? g_steal_pointer (&normal) : NULL;
}

static GPtrArray *
copy_lines (GPtrArray *lines)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    g_ptr_array_add (copies, td_entity_copy (g_ptr_array_index (lines, i)));
  return copies;
}

static gboolean
read_decision (Input *input, TdConnection *connection, GError **error)
{
  g_clear_object (&input->decision);
  g_clear_pointer (&input->awards, g_hash_table_unref);
  g_clear_pointer (&input->list, g_ptr_array_unref);
  g_clear_pointer (&input->lines, g_ptr_array_unref);
  input->lines = copy_lines (input->given);
  input->decision = td_connection_get (connection, TD_TYPE_DECISION, input->act->decision_id, error);
  input->list = input->decision != NULL ? td_award_corrections_list (connection, input->act->decision_id, error) : NULL;
  if (input->list == NULL)
    return FALSE;
  input->awards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; i < input->list->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (input->list, i));

      g_hash_table_insert (input->awards, g_memdup2 (&id, sizeof id), g_object_ref (g_ptr_array_index (input->list, i)));
    }
  return TRUE;
}

/* The document */

static gboolean
warn_same_number (TdJob *job, TdConnection *connection, const Input *input, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION_ACT);
  gint64 n;

  td_query_where_number (query, "decision-id", input->act->decision_id);
  td_query_where_text (query, "number", input->act->number);
  n = td_connection_count (connection, query, error);
  if (n > 0)
    td_job_take_finding (job, td_finding_at (td_finding_new ("act-twice", TD_SEVERITY_WARNING, _ ("The act %s on this decision is recorded already."), input->act->number), "number", 0, 0));
  return n >= 0;
}

static gboolean
check_act (TdJob *job, TdConnection *connection, const Input *input, GError **error)
{
  const TdDecisionAct *act = input->act;

  if (g_strcmp0 (input->decision->state, "issued") != 0)
    block (job, "act-not-issued", NULL, _ ("The decision has not been issued: change it, nothing is to be corrected or revoked."));
  if (act->kind == NULL || (!is_revocation (input) && g_strcmp0 (act->kind, "correction") != 0))
    block (job, "act-kind", "kind", _ ("Say whether it is a correction or a revocation."));
  if (!td_decision_is_number (act->number))
    td_job_take_finding (job, td_finding_at (td_finding_new ("number-wrong", TD_SEVERITY_BLOCK, _ ("“%s” is not a number of a document, such as 20/QĐ-UBND."), act->number != NULL ? act->number : ""), "number", 0, 0));
  if (!td_date_is_day (act->date))
    td_job_take_finding (job, td_finding_at (td_finding_new ("date-wrong", TD_SEVERITY_BLOCK, _ ("“%s” is not a date."), act->date != NULL ? act->date : ""), "date", 0, 0));
  else if (input->decision->date != NULL && strcmp (act->date, input->decision->date) < 0)
    block (job, "act-before", "date", _ ("The act is older than the decision."));
  if (is_revocation (input) && act->reason == NULL)
    block (job, "act-reason", "reason", _ ("Say why it is revoked, or on what basis."));
  return warn_same_number (job, connection, input, error);
}

/* Its lines */

static void
block_award (TdJob *job, const TdAward *award, const char *rule, char *text)
{
  td_job_take_finding (job, td_finding_at (td_finding_new (rule, TD_SEVERITY_BLOCK, "%s", text), award->subject_name, td_entity_get_id ((TdEntity *) award), 0));
  g_free (text);
}

/* Without names, all that still stands is revoked. */
static void
name_all (Input *input)
{
  for (guint i = 0; i < input->list->len; i++)
    {
      TdAward *award = g_ptr_array_index (input->list, i);

      if (award->revocation_id == 0)
        g_ptr_array_add (input->lines, g_object_new (TD_TYPE_DECISION_ACT_LINE, "award-id", td_entity_get_id (TD_ENTITY (award)), NULL));
    }
}

static const TdDecisionActLine *
find_line (GPtrArray *lines, gint64 award_id, const char *field)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TdDecisionActLine *line = g_ptr_array_index (lines, i);

      if (line->award_id == award_id && g_strcmp0 (line->field, field) == 0)
        return line;
    }
  return NULL;
}

/* What the certificate says today where the award itself says nothing: the wording of the whole list. */
static const char *
get_present (const Input *input, TdAward *award, const TdField *field)
{
  const char *text = td_entity_get_text (TD_ENTITY (award), field);

  if (text == NULL && g_str_equal (field->name, "achievement"))
    return input->decision->achievement;
  return text == NULL && g_str_equal (field->name, "achievement-english") ? input->decision->achievement_english : text;
}

static void
check_correction (TdJob *job, const Input *input, TdAward *award, TdDecisionActLine *line)
{
  const TdField *field = td_award_corrections_find_field (line->field);
  g_autofree char *now = clean (line->now);
  const char *was = field != NULL ? get_present (input, award, field) : NULL;

  if (field == NULL)
    {
      td_job_take_finding (job, td_finding_at (td_finding_new ("act-field", TD_SEVERITY_BLOCK, _ ("“%s” cannot be corrected. Number, date and register number stay; for another award form revoke the award."), line->field != NULL ? line->field : ""), "field", 0, 0));
      return;
    }
  if (find_line (input->lines, line->award_id, line->field) != line)
    block_award (job, award, "act-doubled", g_strdup_printf (_ ("“%s” is corrected twice."), _ (field->label)));
  if (g_strcmp0 (was, now) == 0)
    block_award (job, award, "act-same", g_strdup_printf (_ ("“%s” reads so already: “%s”."), _ (field->label), now != NULL ? now : ""));
  if (now == NULL && (g_str_equal (field->name, "subject-name") || g_str_equal (field->name, "printed-name")))
    block_award (job, award, "act-empty", g_strdup_printf (_ ("“%s” cannot be empty."), _ (field->label)));
  if (now != NULL && g_utf8_strlen (now, -1) > MOST_LETTERS)
    block_award (job, award, "act-long", g_strdup_printf (_ ("“%s” is too long."), _ (field->label)));
  g_object_set (line, "was", was, "now", now, NULL);
}

static gboolean
is_in_batch (TdConnection *connection, gint64 award_id, gboolean *in_batch, GError **error)
{
  static const char *const states[] = { "waiting", "sent", NULL };
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PRINT_PAGE);
  gint64 n;

  td_query_where_number (query, "award-id", award_id);
  td_query_where_any_text (query, "state", states);
  n = td_connection_count (connection, query, error);
  *in_batch = n > 0;
  return n >= 0;
}

static gboolean
check_line (TdJob *job, TdConnection *connection, const Input *input, TdDecisionActLine *line, GError **error)
{
  TdAward *award = g_hash_table_lookup (input->awards, &line->award_id);
  gboolean in_batch;

  if (award == NULL)
    {
      block (job, "act-award", NULL, _ ("The award does not stand in this decision."));
      return TRUE;
    }
  if (award->revocation_id != 0)
    block_award (job, award, "act-revoked", g_strdup_printf (_ ("The award has been revoked by %s already."), award->revoked_by));
  if (!is_revocation (input))
    check_correction (job, input, award, line);
  else if (find_line (input->lines, line->award_id, NULL) == line)
    g_object_set (line, "field", NULL, "was", NULL, "now", NULL, NULL);
  else
    block_award (job, award, "act-doubled", g_strdup (_ ("The award is named twice.")));
  if (!is_in_batch (connection, line->award_id, &in_batch, error))
    return FALSE;
  if (in_batch)
    block_award (job, award, "award-in-batch", g_strdup (_ ("The certificate is in a print batch that is not over. Say first what came out.")));
  return TRUE;
}

/* A new name is printed, too: with the same "Ông" or "Bà" before it. */
static void
add_printed_name (TdJob *job, const Input *input, const TdDecisionActLine *line)
{
  TdAward *award = g_hash_table_lookup (input->awards, &line->award_id);
  GString *printed;

  if (award == NULL || line->now == NULL || g_strcmp0 (line->field, "subject_name") != 0 || award->printed_name == NULL || find_line (input->lines, line->award_id, "printed_name") != NULL)
    return;
  if (strstr (award->printed_name, award->subject_name) == NULL)
    {
      block_award (job, award, "act-printed-name", g_strdup_printf (_ ("The certificate says “%s”: say also how the name is printed now."), award->printed_name));
      return;
    }
  printed = g_string_new (award->printed_name);
  g_string_replace (printed, award->subject_name, line->now, 1);
  g_ptr_array_add (input->lines, g_object_new (TD_TYPE_DECISION_ACT_LINE, "award-id", line->award_id, "field", "printed_name", "was", award->printed_name, "now", printed->str, NULL));
  g_string_free (printed, TRUE);
}

static gboolean
check_lines (TdJob *job, TdConnection *connection, Input *input, GError **error)
{
  guint n;

  if (is_revocation (input) && input->lines->len == 0)
    name_all (input);
  n = input->lines->len;
  if (n == 0)
    block (job, "act-nothing", NULL, is_revocation (input) ? _ ("All awards of the decision have been revoked already.") : _ ("Say what was wrong and how it reads now."));
  for (guint i = 0; i < n; i++)
    if (!check_line (job, connection, input, g_ptr_array_index (input->lines, i), error) || td_connection_is_cancelled (connection, error))
      return FALSE;
  for (guint i = 0; i < n && !is_revocation (input); i++)
    add_printed_name (job, input, g_ptr_array_index (input->lines, i));
  return TRUE;
}

/* What follows */

static gboolean
recall_sheets (TdConnection *connection, gint64 act_id, gint64 award_id, guint *n_recalled, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_STOCK_SHEET);
  g_autoptr (GPtrArray) sheets = NULL;

  td_query_where_number (query, "award-id", award_id);
  sheets = td_connection_list (connection, query, error);
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      TdStockSheet *sheet = g_ptr_array_index (sheets, i);

      if (!td_stock_sheet_counts (sheet))
        continue;
      (*n_recalled)++;
      g_object_set (sheet, "recall-id", act_id, NULL);
      if (!td_connection_update (connection, sheet, error))
        return FALSE;
    }
  return sheets != NULL;
}

static gboolean
revoke_award (TdConnection *connection, gint64 act_id, gint64 award_id, GHashTable *ceremonies, GError **error)
{
  /* The stored one: what it said when it was issued stays. */
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, award_id, error);

  if (award == NULL)
    return FALSE;
  g_object_set (award, "revocation-id", act_id, NULL);
  return td_connection_update (connection, award, error) && td_ceremony_lines_forget_award (connection, award_id, ceremonies, error);
}

static gboolean
keep_act (TdConnection *connection, const Input *input, TdDecisionAct *act, guint *n_awards, guint *n_recalled, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) ceremonies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer ceremony_id;
  gint64 act_id;

  if (!td_connection_insert (connection, act, error))
    return FALSE;
  act_id = td_entity_get_id (TD_ENTITY (act));
  for (guint i = 0; i < input->lines->len; i++)
    {
      TdDecisionActLine *line = g_ptr_array_index (input->lines, i);

      g_object_set (line, "act-id", act_id, NULL);
      if (!td_connection_insert (connection, line, error))
        return FALSE;
      if (!g_hash_table_add (seen, &line->award_id))
        continue;
      if (!recall_sheets (connection, act_id, line->award_id, n_recalled, error) || (is_revocation (input) && !revoke_award (connection, act_id, line->award_id, ceremonies, error)))
        return FALSE;
    }
  *n_awards = g_hash_table_size (seen);
  g_hash_table_iter_init (&iter, ceremonies);
  while (g_hash_table_iter_next (&iter, &ceremony_id, NULL))
    if (!td_ceremony_lines_number_rest (connection, *(gint64 *) ceremony_id, error))
      return FALSE;
  return TRUE;
}

static gboolean
act_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdDecisionAct) act = td_entity_copy (input->act);
  guint n_awards = 0, n_recalled = 0;

  if (!read_decision (input, connection, error) || !check_act (job, connection, input, error) || !check_lines (job, connection, input, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (!keep_act (connection, input, act, &n_awards, &n_recalled, error))
    return FALSE;
  if (n_recalled > 0)
    td_job_take_finding (job, td_finding_new ("act-sheets", TD_SEVERITY_INFO, ngettext ("%u sheet is to be taken back.", "%u sheets are to be taken back.", n_recalled), n_recalled));
  /* Translators: the number of a decision */
  td_connection_set_action_name (connection, is_revocation (input) ? ngettext ("Revoke %u award of decision %s", "Revoke %u awards of decision %s", n_awards) : ngettext ("Correct %u award of decision %s", "Correct %u awards of decision %s", n_awards),
                                 n_awards, input->decision->number);
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (act)));
  td_job_set_count (job, n_awards);
  return TRUE;
}

/**
 * td_decision_act_job:
 * @act: of which decision, kind, number, date, signer, reason; a copy is kept
 * @lines: (nullable) (element-type TdDecisionActLine): of a correction what was wrong with which award and how it
 *   reads now; of a revocation the awards, %NULL or none for all that still stand
 *
 * Corrects or revokes awards of an issued decision. The decision stays as it was issued. Certificates that are
 * printed from now on say what is right, with the number, date and register number they had; the sheets that are
 * out are marked as to be taken back. Whoever is revoked is no longer called at a ceremony. One action, which can be
 * undone until something is printed on numbered sheets or signed.
 *
 * Returns: (transfer full): the job; its id is the act, its count the awards
 */
TdJob *
td_decision_act_job (TdDecisionAct *act, GPtrArray *lines)
{
  Input *input = g_new0 (Input, 1);
  g_autofree char *number = clean (act->number);
  g_autofree char *signer = clean (act->signer);
  g_autofree char *reason = clean (act->reason);

  input->act = td_entity_copy (act);
  g_object_set (input->act, "number", number, "signer", signer, "reason", reason, NULL);
  input->given = copy_lines (lines);
  return td_job_new_write (g_strcmp0 (act->kind, "revocation") == 0 ? _ ("Revoke awards") : _ ("Correct a decision"), act_cb, input, (GDestroyNotify) input_free);
}

/* Reading */

G_DEFINE_FINAL_TYPE (TdDecisionHistory, td_decision_history, G_TYPE_OBJECT)

static void
td_decision_history_finalize (GObject *object)
{
  TdDecisionHistory *self = TD_DECISION_HISTORY (object);

  g_clear_object (&self->decision);
  g_clear_pointer (&self->acts, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  G_OBJECT_CLASS (td_decision_history_parent_class)->finalize (object);
}

static void
td_decision_history_class_init (TdDecisionHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_decision_history_finalize;
}

static void
td_decision_history_init (TdDecisionHistory *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
}

typedef struct
{
  gint64 decision_id;
  gboolean with_awards;
} History;

static gboolean
history_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const History *asked = data;
  g_autoptr (TdDecisionHistory) self = g_object_new (TD_TYPE_DECISION_HISTORY, NULL);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_DECISION_ACT);

  if (asked->decision_id != 0)
    {
      td_query_where_number (query, "decision-id", asked->decision_id);
      self->decision = td_connection_get (connection, TD_TYPE_DECISION, asked->decision_id, error);
      if (self->decision == NULL)
        return FALSE;
    }
  if (asked->decision_id != 0 && asked->with_awards)
    {
      self->awards = td_award_corrections_list (connection, asked->decision_id, error);
      if (self->awards == NULL)
        return FALSE;
    }
  self->acts = td_connection_list (connection, query, error);
  if (self->acts == NULL)
    return FALSE;
  for (guint i = 0; i < self->acts->len; i++)
    {
      g_autoptr (TdQuery) of_act = td_query_new (TD_TYPE_DECISION_ACT_LINE);
      g_autoptr (GPtrArray) lines = NULL;

      td_query_where_number (of_act, "act-id", td_entity_get_id (g_ptr_array_index (self->acts, i)));
      lines = td_connection_list (connection, of_act, error);
      if (lines == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (self->lines, g_steal_pointer (&lines));
    }
  td_job_set_count (job, self->acts->len);
  td_job_take_object (job, g_steal_pointer (&self));
  return TRUE;
}

/**
 * td_decision_history_job:
 * @decision_id: a decision; 0 for the acts on all of them
 * @with_awards: whether its awards are wanted, too: there may be thousands
 *
 * Returns: (transfer full): a job whose object is the #TdDecisionHistory; its count is the acts
 */
TdJob *
td_decision_history_job (gint64 decision_id, gboolean with_awards)
{
  const History asked = { decision_id, with_awards };

  return td_job_new_read (history_cb, g_memdup2 (&asked, sizeof asked), g_free);
}

/**
 * td_decision_history_dup_line:
 * @line: of an act
 *
 * Returns: (transfer full): it in words
 */
char *
td_decision_history_dup_line (const TdDecisionActLine *line)
{
  const TdField *field = line->field != NULL ? td_award_corrections_find_field (line->field) : NULL;

  if (field == NULL)
    /* Translators: a name */
    return g_strdup_printf (_ ("%s: revoked"), line->award_name);
  if (line->now == NULL)
    /* Translators: a name; which part of the certificate; what it said */
    return g_strdup_printf (_ ("%s – %s: “%s” is left out"), line->award_name, _ (field->label), line->was);
  if (line->was == NULL)
    /* Translators: a name; which part of the certificate; what it says now */
    return g_strdup_printf (_ ("%s – %s: “%s” is added"), line->award_name, _ (field->label), line->now);
  /* Translators: a name; which part of the certificate; what it said; what it says now */
  return g_strdup_printf (_ ("%s – %s: “%s” now reads “%s”"), line->award_name, _ (field->label), line->was, line->now);
}
