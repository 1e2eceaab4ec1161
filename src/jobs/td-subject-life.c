/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-life"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-subject-life.h"

/* The whole life of a subject in the office, as a time line: awards, nominations, posts, discipline,
 * merges. "Has he been awarded before?" is answered from it on the phone. */

struct _TdSubjectLife
{
  GObject parent_instance;

  TdSubjectHistory *history;
  GPtrArray *names;
  GPtrArray *events;
  GPtrArray *counts;
};

G_DEFINE_FINAL_TYPE (TdSubjectLife, td_subject_life, G_TYPE_OBJECT)

static void
event_free (gpointer data)
{
  TdLifeEvent *event = data;

  g_free (event->date);
  g_free (event->title);
  g_free (event->text);
  g_object_unref (event->record);
  g_free (event);
}

static void
count_free (gpointer data)
{
  TdLifeCount *count = data;

  g_free (count->award_form);
  g_free (count->giver);
  g_free (count->last);
  g_free (count);
}

static void
td_subject_life_finalize (GObject *object)
{
  TdSubjectLife *self = TD_SUBJECT_LIFE (object);

  g_clear_object (&self->history);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->counts);
  G_OBJECT_CLASS (td_subject_life_parent_class)->finalize (object);
}

static void
td_subject_life_class_init (TdSubjectLifeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_subject_life_finalize;
}

static void
td_subject_life_init (TdSubjectLife *self)
{
  self->events = g_ptr_array_new_with_free_func (event_free);
  self->counts = g_ptr_array_new_with_free_func (count_free);
}

/* Telling */

static void
append_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_span (GString *text, const char *from, const char *to)
{
  g_autofree char *first = from != NULL ? td_date_to_display (from) : NULL;
  g_autofree char *last = to != NULL ? td_date_to_display (to) : NULL;
  g_autofree char *span = NULL;

  if (last == NULL)
    return;
  if (first != NULL)
    span = g_strdup_printf ("%s – %s", first, last);
  else
    /* Translators: a date */
    span = g_strdup_printf (_ ("until %s"), last);
  append_part (text, span);
}

static const char *
choice_label (gpointer record, const char *name)
{
  const TdField *field = td_entity_class_find (TD_ENTITY_GET_CLASS (record), name);
  const TdChoice *choice = td_field_find_choice (field, td_entity_get_text (record, field));

  return choice != NULL ? _ (choice->label) : "";
}

/* Takes over @title and @text. */
static void
add_event (TdSubjectLife *self, TdLifeKind kind, const char *date, gboolean now, GString *title, GString *text, gpointer record)
{
  TdLifeEvent *event = g_new0 (TdLifeEvent, 1);

  event->kind = kind;
  event->date = g_strdup (date);
  event->now = now;
  event->title = g_string_free (title, FALSE);
  event->text = g_string_free (text, FALSE);
  event->record = g_object_ref (record);
  g_ptr_array_add (self->events, event);
}

static void
add_award (TdSubjectLife *self, const TdHistoryEntry *entry)
{
  GString *title = g_string_new (entry->award_form);
  GString *text = g_string_new (NULL);

  append_part (title, entry->posthumous ? _ ("posthumous") : NULL);
  append_part (text, entry->giver);
  append_part (text, entry->decision_number);
  append_part (text, entry->post);
  append_part (text, entry->unit_name);
  append_part (text, entry->achievement);
  if (entry->source != NULL)
    append_part (text, *entry->source != '\0' ? entry->source : _ ("known from elsewhere"));
  add_event (self, entry->source != NULL ? TD_LIFE_EARLIER_AWARD : TD_LIFE_AWARD, entry->date, FALSE, title, text, entry->record);
}

static void
count_award (TdSubjectLife *self, const TdHistoryEntry *entry)
{
  TdLifeCount *count = NULL;

  for (guint i = 0; i < self->counts->len && count == NULL; i++)
    {
      TdLifeCount *other = g_ptr_array_index (self->counts, i);

      if (g_strcmp0 (other->award_form, entry->award_form) == 0 && g_strcmp0 (other->giver, entry->giver) == 0)
        count = other;
    }
  if (count == NULL)
    {
      count = g_new0 (TdLifeCount, 1);
      count->award_form = g_strdup (entry->award_form);
      count->giver = g_strdup (entry->giver);
      g_ptr_array_add (self->counts, count);
    }
  count->n++;
  if (g_strcmp0 (entry->date, count->last) > 0)
    {
      g_free (count->last);
      count->last = g_strdup (entry->date);
    }
}

static void
add_post (TdSubjectLife *self, TdSubjectPost *post)
{
  GString *title = g_string_new (post->post != NULL ? post->post : post->unit_name);
  GString *text = g_string_new (post->post != NULL ? post->unit_name : NULL);

  append_span (text, post->from_date, post->to_date);
  append_part (text, post->note);
  add_event (self, TD_LIFE_POST, post->from_date != NULL ? post->from_date : post->to_date, FALSE, title, text, post);
}

/* A date without a day lasts until the end of its month or year. */
static gboolean
is_over (const char *until, const char *today)
{
  return until != NULL && strncmp (until, today, strlen (until)) < 0;
}

static void
add_discipline (TdSubjectLife *self, TdDiscipline *discipline, const char *today)
{
  GString *title = g_string_new (_ ("Disciplined"));
  GString *text = g_string_new (discipline->decision_number);

  g_string_append_printf (title, ": %s", choice_label (discipline, "form"));
  append_span (text, discipline->from_date, discipline->to_date);
  append_part (text, discipline->note);
  /* One without an end is told where it stands in time: nobody has said that it still lasts. */
  add_event (self, TD_LIFE_DISCIPLINE, discipline->from_date, discipline->to_date != NULL && !is_over (discipline->to_date, today), title, text, discipline);
}

static void
add_verification (TdSubjectLife *self, TdVerification *verification, const char *today)
{
  GString *title = g_string_new (is_over (verification->until, today) ? _ ("Was under verification") : _ ("Under verification"));
  GString *text = g_string_new (verification->source);

  append_span (text, verification->since, verification->until);
  append_part (text, verification->note);
  add_event (self, TD_LIFE_VERIFICATION, verification->since, !is_over (verification->until, today), title, text, verification);
}

/* Reading */

static GPtrArray *
list_of (TdConnection *connection, GType type, const char *field, gint64 id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (type);

  td_query_where_number (query, field, id);
  return td_connection_list (connection, query, error);
}

/* The decision it has been put into, while that is not issued. */
static gboolean
find_draft (TdConnection *connection, gint64 nomination_id, TdDecision **draft, GError **error)
{
  g_autoptr (GPtrArray) lines = list_of (connection, TD_TYPE_AWARD, "nomination-id", nomination_id, error);

  *draft = NULL;
  if (lines == NULL)
    return FALSE;
  if (lines->len > 0)
    *draft = td_connection_get (connection, TD_TYPE_DECISION, ((TdAward *) g_ptr_array_index (lines, 0))->decision_id, error);
  return lines->len == 0 || *draft != NULL;
}

static gboolean
add_nomination (TdSubjectLife *self, TdConnection *connection, TdNomination *nomination, GError **error)
{
  g_autoptr (TdPlan) plan = td_connection_get (connection, TD_TYPE_PLAN, nomination->plan_id, error);
  g_autoptr (TdDecision) draft = NULL;
  GString *title, *text;

  if (plan == NULL || !find_draft (connection, td_entity_get_id (TD_ENTITY (nomination)), &draft, error))
    return FALSE;
  title = g_string_new (_ ("Nominated"));
  text = g_string_new (choice_label (nomination, "state"));
  g_string_append_printf (title, ": %s", nomination->award_form);
  append_part (title, nomination->posthumous ? _ ("posthumous") : NULL);
  if (draft != NULL)
    {
      append_part (text, draft->title);
      if (g_strcmp0 (draft->state, "submitted") == 0)
        append_part (text, choice_label (draft, "state"));
    }
  append_part (text, nomination->giver);
  append_part (text, plan->short_name != NULL ? plan->short_name : plan->title);
  append_part (text, nomination->unit_name);
  add_event (self, TD_LIFE_NOMINATION, NULL, TRUE, title, text, nomination);
  return TRUE;
}

static gboolean
add_nominations (TdSubjectLife *self, TdConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) nominations = list_of (connection, TD_TYPE_NOMINATION, "subject-id", id, error);

  for (guint i = 0; nominations != NULL && i < nominations->len; i++)
    {
      TdNomination *nomination = g_ptr_array_index (nominations, i);

      /* One that was awarded is told as the award. */
      if (g_strcmp0 (nomination->state, "awarded") != 0 && !add_nomination (self, connection, nomination, error))
        return FALSE;
    }
  return nominations != NULL;
}

static gboolean
add_merges (TdSubjectLife *self, TdConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) merges = list_of (connection, TD_TYPE_SUBJECT_MERGE, "kept-id", id, error);

  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      TdSubjectMerge *merge = g_ptr_array_index (merges, i);
      g_autoptr (TdSubject) dropped = td_connection_get (connection, TD_TYPE_SUBJECT, merge->dropped_id, error);
      g_autofree char *birth = NULL;
      GString *title, *text;

      if (dropped == NULL)
        return FALSE;
      birth = dropped->birth != NULL ? td_date_to_display (dropped->birth) : NULL;
      title = g_string_new (_ ("Merged into this record"));
      text = g_string_new (birth);
      g_string_append_printf (title, ": %s", dropped->name);
      append_part (text, dropped->unit_name);
      add_event (self, TD_LIFE_MERGE, merge->made_on, FALSE, title, text, dropped);
    }
  return merges != NULL;
}

static gboolean
add_parts (TdSubjectLife *self, TdConnection *connection, gint64 id, const char *today, GError **error)
{
  g_autoptr (GPtrArray) posts = list_of (connection, TD_TYPE_SUBJECT_POST, "subject-id", id, error);
  g_autoptr (GPtrArray) disciplines = posts != NULL ? list_of (connection, TD_TYPE_DISCIPLINE, "subject-id", id, error) : NULL;
  g_autoptr (GPtrArray) verifications = disciplines != NULL ? list_of (connection, TD_TYPE_VERIFICATION, "subject-id", id, error) : NULL;

  if (verifications == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    add_post (self, g_ptr_array_index (posts, i));
  for (guint i = 0; i < disciplines->len; i++)
    add_discipline (self, g_ptr_array_index (disciplines, i), today);
  for (guint i = 0; i < verifications->len; i++)
    add_verification (self, g_ptr_array_index (verifications, i), today);
  return TRUE;
}

/* What holds now, then the newest; what has no date is last. "2011" is later than nothing known of
 * the year before, and earlier than "2011-05". */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const TdLifeEvent *left = *(const TdLifeEvent *const *) a;
  const TdLifeEvent *right = *(const TdLifeEvent *const *) b;

  if (left->now != right->now)
    return left->now ? -1 : 1;
  return left->now ? (int) left->kind - (int) right->kind : g_strcmp0 (right->date, left->date);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const TdLifeCount *left = *(const TdLifeCount *const *) a;
  const TdLifeCount *right = *(const TdLifeCount *const *) b;

  return g_strcmp0 (right->last, left->last);
}

/**
 * td_subject_life_load:
 * @connection: the office file
 * @subject_id: a subject
 * @today: a full date, ISO: what is so on it comes first
 * @error: return location
 *
 * Returns: (transfer full): everything the office knows to have happened to it, or %NULL
 */
TdSubjectLife *
td_subject_life_load (TdConnection *connection, gint64 subject_id, const char *today, GError **error)
{
  g_autoptr (TdSubjectLife) self = g_object_new (TD_TYPE_SUBJECT_LIFE, NULL);
  GPtrArray *entries;

  self->history = td_subject_history_load (connection, subject_id, error);
  self->names = self->history != NULL ? list_of (connection, TD_TYPE_OTHER_NAME, "subject-id", subject_id, error) : NULL;
  if (self->names == NULL || !add_nominations (self, connection, subject_id, error) || !add_parts (self, connection, subject_id, today, error) || !add_merges (self, connection, subject_id, error))
    return NULL;
  entries = td_subject_history_get_entries (self->history);
  for (guint i = entries->len; i > 0; i--)
    {
      add_award (self, g_ptr_array_index (entries, i - 1));
      count_award (self, g_ptr_array_index (entries, i - 1));
    }
  g_ptr_array_sort (self->events, compare_events);
  g_ptr_array_sort (self->counts, compare_counts);
  return g_steal_pointer (&self);
}

/**
 * td_subject_life_get_subject:
 * @self: a life
 *
 * Returns: (transfer none): whose it is
 */
TdSubject *
td_subject_life_get_subject (TdSubjectLife *self)
{
  return td_subject_history_get_subject (self->history);
}

/**
 * td_subject_life_get_names:
 * @self: a life
 *
 * Returns: (transfer none) (element-type TdOtherName): what it is also called
 */
GPtrArray *
td_subject_life_get_names (TdSubjectLife *self)
{
  return self->names;
}

/**
 * td_subject_life_get_events:
 * @self: a life
 *
 * Returns: (transfer none) (element-type TdLifeEvent): what holds now, then the past from the newest
 *   on, then what has no date
 */
GPtrArray *
td_subject_life_get_events (TdSubjectLife *self)
{
  return self->events;
}

/**
 * td_subject_life_get_counts:
 * @self: a life
 *
 * Returns: (transfer none) (element-type TdLifeCount): its awards by form and giver, the one given
 *   last first
 */
GPtrArray *
td_subject_life_get_counts (TdSubjectLife *self)
{
  return self->counts;
}

/**
 * td_subject_life_get_n_awards:
 * @self: a life
 *
 * Returns: how often it was awarded
 */
guint
td_subject_life_get_n_awards (TdSubjectLife *self)
{
  return td_subject_history_get_entries (self->history)->len;
}

/**
 * td_subject_life_dup_who:
 * @self: a life
 *
 * Returns: (transfer full): post, unit and year of birth, enough to tell two of one name apart;
 *   neither the day of birth nor the citizen id
 */
char *
td_subject_life_dup_who (TdSubjectLife *self)
{
  TdSubject *subject = td_subject_life_get_subject (self);
  g_autofree char *birth = NULL;
  GString *text = g_string_new (NULL);

  if (subject->birth != NULL)
    /* Translators: a year of birth */
    birth = g_strdup_printf (_ ("born %.4s"), subject->birth);
  append_part (text, birth);
  append_part (text, subject->head_name);
  append_part (text, subject->post);
  append_part (text, subject->unit_name != NULL ? subject->unit_name : subject->residence);
  return g_string_free (text, FALSE);
}

/**
 * td_subject_life_dup_summary:
 * @self: a life
 *
 * Returns: (transfer full): the answer in one sentence, translated
 */
char *
td_subject_life_dup_summary (TdSubjectLife *self)
{
  guint n = td_subject_life_get_n_awards (self);
  g_autofree char *times = g_strdup_printf (ngettext ("Awarded once", "Awarded %u times", n), n);
  const TdLifeCount *last = n > 0 ? g_ptr_array_index (self->counts, 0) : NULL;
  g_autofree char *date = last != NULL && last->last != NULL ? td_date_to_display (last->last) : NULL;

  if (n == 0)
    return g_strdup (_ ("Not awarded yet"));
  if (date == NULL)
    return g_steal_pointer (&times);
  if (n == 1)
    /* Translators: a date and an award form */
    return g_strdup_printf (_ ("Awarded once, on %s: %s"), date, last->award_form);
  /* Translators: "Awarded 3 times", then a date and an award form */
  return g_strdup_printf (_ ("%s, last on %s: %s"), times, date, last->award_form);
}

/**
 * td_subject_life_dup_text:
 * @self: a life
 *
 * What is read out on the phone or sent in a message: who it is, the awards, what is under way.
 * Citizen id, day of birth, discipline and verifications are left out.
 *
 * Returns: (transfer full): several lines, translated
 */
char *
td_subject_life_dup_text (TdSubjectLife *self)
{
  g_autofree char *who = td_subject_life_dup_who (self);
  g_autofree char *summary = td_subject_life_dup_summary (self);
  GString *text = g_string_new (td_subject_life_get_subject (self)->name);

  if (*who != '\0')
    g_string_append_printf (text, " (%s)", who);
  g_string_append_printf (text, "\n%s", summary);
  for (guint i = 0; i < self->events->len; i++)
    {
      const TdLifeEvent *event = g_ptr_array_index (self->events, i);
      g_autofree char *date = event->date != NULL ? td_date_to_display (event->date) : NULL;

      if (event->kind != TD_LIFE_AWARD && event->kind != TD_LIFE_EARLIER_AWARD && event->kind != TD_LIFE_NOMINATION)
        continue;
      g_string_append_printf (text, "\n– %s%s%s", date != NULL ? date : "", date != NULL ? ": " : "", event->title);
      if (event->text != NULL && *event->text != '\0')
        g_string_append_printf (text, " · %s", event->text);
    }
  return g_string_free (text, FALSE);
}

static gboolean
life_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autofree char *today = td_date_dup_today ();
  TdSubjectLife *life = td_subject_life_load (connection, *(gint64 *) data, today, error);

  if (life == NULL)
    return FALSE;
  td_job_set_count (job, td_subject_life_get_n_awards (life));
  td_job_take_object (job, life);
  return TRUE;
}

/**
 * td_subject_life_job:
 * @subject_id: a subject
 *
 * Returns: (transfer full): a job whose object is the #TdSubjectLife and whose count is how many
 *   awards are in it
 */
TdJob *
td_subject_life_job (gint64 subject_id)
{
  return td_job_new_read (life_cb, g_memdup2 (&subject_id, sizeof subject_id), g_free);
}
