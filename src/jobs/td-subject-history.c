/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-history"

#include "config.h"

#include "td-award-corrections.h"
#include "td-subject-history.h"
#include "td-subject-rules.h"

/* What a subject has been awarded: our issued decisions and what is known from elsewhere. */

struct _TdSubjectHistory
{
  GObject parent_instance;

  TdSubject *subject;
  GPtrArray *entries;
  GPtrArray *merged;
};

G_DEFINE_FINAL_TYPE (TdSubjectHistory, td_subject_history, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  TdHistoryEntry *entry = data;

  g_free (entry->date);
  g_free (entry->award_form);
  g_free (entry->giver);
  g_free (entry->decision_number);
  g_free (entry->subject_name);
  g_free (entry->unit_name);
  g_free (entry->post);
  g_free (entry->achievement);
  g_free (entry->period_from);
  g_free (entry->period_to);
  g_free (entry->source);
  g_free (entry->revoked_by);
  g_object_unref (entry->record);
  g_free (entry);
}

static void
td_subject_history_finalize (GObject *object)
{
  TdSubjectHistory *self = TD_SUBJECT_HISTORY (object);

  g_clear_object (&self->subject);
  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->merged, g_ptr_array_unref);
  G_OBJECT_CLASS (td_subject_history_parent_class)->finalize (object);
}

static void
td_subject_history_class_init (TdSubjectHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_subject_history_finalize;
}

static void
td_subject_history_init (TdSubjectHistory *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

static void
add_award (TdSubjectHistory *self, TdAward *award)
{
  TdHistoryEntry *entry = g_new0 (TdHistoryEntry, 1);

  entry->date = g_strdup (award->decision_date);
  entry->award_form = g_strdup (award->award_form);
  entry->giver = g_strdup (award->giver);
  entry->decision_number = g_strdup (award->decision_number);
  entry->subject_name = g_strdup (award->subject_name);
  entry->unit_name = g_strdup (award->unit_name);
  entry->post = g_strdup (award->post);
  entry->achievement = g_strdup (award->achievement);
  entry->period_from = g_strdup (award->period_from);
  entry->period_to = g_strdup (award->period_to);
  entry->register_number = award->register_number;
  entry->register_year = award->register_year;
  entry->posthumous = award->posthumous;
  entry->decision_id = award->decision_id;
  entry->revoked_by = g_strdup (award->revoked_by);
  entry->record = g_object_ref (TD_ENTITY (award));
  g_ptr_array_add (self->entries, entry);
}

static void
add_earlier (TdSubjectHistory *self, TdEarlierAward *award)
{
  TdHistoryEntry *entry = g_new0 (TdHistoryEntry, 1);

  entry->date = g_strdup (award->decision_date);
  entry->award_form = g_strdup (award->award_form);
  entry->giver = g_strdup (award->giver_text);
  entry->decision_number = g_strdup (award->decision_number);
  entry->unit_name = g_strdup (award->unit_name);
  entry->post = g_strdup (award->post);
  entry->achievement = g_strdup (award->achievement);
  entry->period_from = g_strdup (award->period_from);
  entry->period_to = g_strdup (award->period_to);
  entry->source = g_strdup (award->source != NULL ? award->source : "");
  entry->record = g_object_ref (TD_ENTITY (award));
  g_ptr_array_add (self->entries, entry);
}

/* Oldest first; one without a date before all. ISO dates of every precision compare as text. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const TdHistoryEntry *left = *(const TdHistoryEntry *const *) a;
  const TdHistoryEntry *right = *(const TdHistoryEntry *const *) b;
  int order = g_strcmp0 (left->date, right->date);

  return order != 0 ? order : g_strcmp0 (left->decision_number, right->decision_number);
}

static GPtrArray *
list_of (TdConnection *connection, GType type, const char *field, gint64 id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (type);

  td_query_where_number (query, field, id);
  return td_connection_list (connection, query, error);
}

/**
 * td_subject_history_load:
 * @connection: the office file
 * @subject_id: a subject
 * @error: return location
 *
 * Returns: (transfer full): what it has been awarded by issued decisions and earlier, or %NULL
 */
TdSubjectHistory *
td_subject_history_load (TdConnection *connection, gint64 subject_id, GError **error)
{
  g_autoptr (TdSubjectHistory) self = g_object_new (TD_TYPE_SUBJECT_HISTORY, NULL);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) earlier = NULL;

  self->subject = td_connection_get (connection, TD_TYPE_SUBJECT, subject_id, error);
  awards = self->subject != NULL ? list_of (connection, TD_TYPE_AWARD, "subject-id", subject_id, error) : NULL;
  earlier = awards != NULL ? list_of (connection, TD_TYPE_EARLIER_AWARD, "subject-id", subject_id, error) : NULL;
  self->merged = earlier != NULL ? list_of (connection, TD_TYPE_SUBJECT, "merged-into-id", subject_id, error) : NULL;
  if (self->merged == NULL || !td_award_corrections_apply (connection, awards, error))
    return NULL;
  for (guint i = 0; i < awards->len; i++)
    if (g_strcmp0 (((TdAward *) g_ptr_array_index (awards, i))->decision_state, "issued") == 0)
      add_award (self, g_ptr_array_index (awards, i));
  for (guint i = 0; i < earlier->len; i++)
    add_earlier (self, g_ptr_array_index (earlier, i));
  g_ptr_array_sort (self->entries, compare_entries);
  return g_steal_pointer (&self);
}

/**
 * td_subject_history_get_subject:
 * @self: a history
 *
 * Returns: (transfer none): whose it is
 */
TdSubject *
td_subject_history_get_subject (TdSubjectHistory *self)
{
  return self->subject;
}

/**
 * td_subject_history_get_entries:
 * @self: a history
 *
 * Returns: (transfer none) (element-type TdHistoryEntry): the awards, oldest first
 */
GPtrArray *
td_subject_history_get_entries (TdSubjectHistory *self)
{
  return self->entries;
}

/**
 * td_subject_history_get_merged:
 * @self: a history
 *
 * Returns: (transfer none) (element-type TdSubject): records that were merged into this one
 */
GPtrArray *
td_subject_history_get_merged (TdSubjectHistory *self)
{
  return self->merged;
}

static gboolean
history_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  TdSubjectHistory *history = td_subject_history_load (connection, *(gint64 *) data, error);

  if (history == NULL)
    return FALSE;
  td_job_set_count (job, history->entries->len);
  td_job_take_findings (job, td_subject_rules_check (history->subject));
  td_job_take_object (job, history);
  return TRUE;
}

/**
 * td_subject_history_job:
 * @subject_id: a subject
 *
 * Returns: (transfer full): a job whose object is the #TdSubjectHistory and whose count is how
 *   many awards are in it; its findings say what is missing of the subject or does not fit
 */
TdJob *
td_subject_history_job (gint64 subject_id)
{
  return td_job_new_read (history_cb, g_memdup2 (&subject_id, sizeof subject_id), g_free);
}
