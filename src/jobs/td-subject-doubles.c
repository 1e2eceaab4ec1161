/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-doubles"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-matcher.h"
#include "td-subject-doubles.h"
#include "td-text.h"

/* Who may be entered twice: in the whole office, and while a name is being entered. */

/* So many of one name are compared while it is being entered: that is done within a moment, also
 * for the commonest. */
#define MAX_NAMESAKES 300

/* How many others of one subject are looked at. */
#define MAX_OTHERS 10

struct _TdSubjectDoubles
{
  GObject parent_instance;

  GPtrArray *pairs;
};

G_DEFINE_FINAL_TYPE (TdSubjectDoubles, td_subject_doubles, G_TYPE_OBJECT)

static void
double_free (gpointer data)
{
  TdDouble *pair = data;

  g_clear_object (&pair->first);
  g_clear_object (&pair->second);
  g_free (pair);
}

static void
td_subject_doubles_finalize (GObject *object)
{
  g_ptr_array_unref (TD_SUBJECT_DOUBLES (object)->pairs);
  G_OBJECT_CLASS (td_subject_doubles_parent_class)->finalize (object);
}

static void
td_subject_doubles_class_init (TdSubjectDoublesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_subject_doubles_finalize;
}

static void
td_subject_doubles_init (TdSubjectDoubles *self)
{
  self->pairs = g_ptr_array_new_with_free_func (double_free);
}

/**
 * td_subject_doubles_get_pairs:
 * @self: doubles
 *
 * Returns: (transfer none) (element-type TdDouble): the pairs, the likeliest first
 */
GPtrArray *
td_subject_doubles_get_pairs (TdSubjectDoubles *self)
{
  return self->pairs;
}

/**
 * td_double_dup_reasons:
 * @pair: a pair
 *
 * Returns: (transfer full): how likely it is and why, translated
 */
char *
td_double_dup_reasons (const TdDouble *pair)
{
  g_autoptr (GPtrArray) texts = td_match_reasons_to_texts (pair->result.reasons);
  GString *line = g_string_new (td_match_verdict_to_text (pair->result.verdict));

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (line, "%s%s", i == 0 ? ": " : ", ", (const char *) g_ptr_array_index (texts, i));
  return g_string_free (line, FALSE);
}

/* The whole office */

typedef struct
{
  TdMatcher *matcher;
  GArray *pairs; /* of Pair */
  TdJob *job;
  gint64 n, total;
  TdConnection *connection;
} Search;

typedef struct
{
  gint64 first_id;
  gint64 second_id;
  TdMatchResult result;
} Pair;

static gboolean
find_cb (TdEntity *entity, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (GArray) candidates = td_matcher_find (search->matcher, TD_SUBJECT (entity), MAX_OTHERS);
  gint64 id = td_entity_get_id (entity);

  for (guint i = 0; i < candidates->len; i++)
    {
      const TdMatchCandidate *candidate = &g_array_index (candidates, TdMatchCandidate, i);
      Pair pair = { id, candidate->id, candidate->result };

      /* Each pair is met from both sides. */
      if (candidate->result.verdict != TD_MATCH_NONE && candidate->id > id)
        g_array_append_val (search->pairs, pair);
    }
  if (++search->n % 256 == 0)
    {
      td_job_report (search->job, (double) search->n / MAX (search->total, 1), NULL);
      return !td_connection_is_cancelled (search->connection, error);
    }
  return TRUE;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *left = a;
  const Pair *right = b;

  if (left->result.score != right->result.score)
    return (int) right->result.score - (int) left->result.score;
  return left->first_id < right->first_id ? -1 : left->first_id > right->first_id;
}

static gboolean
add_pair (TdSubjectDoubles *self, TdConnection *connection, const Pair *pair, GError **error)
{
  TdDouble *found = g_new0 (TdDouble, 1);

  g_ptr_array_add (self->pairs, found);
  found->result = pair->result;
  found->first = td_connection_get (connection, TD_TYPE_SUBJECT, pair->first_id, error);
  found->second = found->first != NULL ? td_connection_get (connection, TD_TYPE_SUBJECT, pair->second_id, error) : NULL;
  return found->second != NULL;
}

static gboolean
doubles_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  guint max = *(guint *) data;
  g_autoptr (TdSubjectDoubles) doubles = g_object_new (TD_TYPE_SUBJECT_DOUBLES, NULL);
  g_autoptr (TdMatcher) matcher = td_matcher_new (connection, error);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  Search search = { matcher, pairs, job, 0, 0, connection };

  search.total = matcher != NULL ? td_connection_count (connection, query, error) : -1;
  if (search.total < 0 || !td_connection_each (connection, query, find_cb, &search, error))
    return FALSE;
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < MIN (pairs->len, max); i++)
    if (!add_pair (doubles, connection, &g_array_index (pairs, Pair, i), error))
      return FALSE;
  td_job_set_count (job, pairs->len);
  td_job_take_object (job, g_steal_pointer (&doubles));
  return TRUE;
}

/**
 * td_subject_doubles_job:
 * @max: how many pairs to give at most
 *
 * Looks for subjects that were entered twice. Those that somebody told apart are left out.
 *
 * Returns: (transfer full): the job; its object is the #TdSubjectDoubles, its count how many pairs
 *   there are
 */
TdJob *
td_subject_doubles_job (guint max)
{
  return td_job_new_read (doubles_cb, g_memdup2 (&max, sizeof max), g_free);
}

/* One who is being entered */

typedef struct
{
  TdSubject *subject;
  gboolean typing;
  guint max;
} Likely;

static void
likely_free (Likely *likely)
{
  g_object_unref (likely->subject);
  g_free (likely);
}

static TdMatchSide
describe (TdSubject *subject)
{
  return (TdMatchSide){ .kind = subject->kind, .name = subject->name, .birth = subject->birth, .sex = subject->sex, .citizen_id = subject->citizen_id, .unit_ids = &subject->unit_id, .n_unit_ids = subject->unit_id != 0, .residence = subject->residence };
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const TdDouble *left = *(const TdDouble *const *) a;
  const TdDouble *right = *(const TdDouble *const *) b;

  if (left->result.score != right->result.score)
    return (int) right->result.score - (int) left->result.score;
  return td_entity_get_id (TD_ENTITY (left->second)) < td_entity_get_id (TD_ENTITY (right->second)) ? -1 : 1;
}

/* While a name is being typed those it begins with are at hand too; of a family name alone there
 * are too many. */
static gboolean
is_proposed (Likely *likely, const char *wide, TdSubject *other, TdMatchResult result)
{
  g_autofree char *name = td_text_fold (other->name);

  if (td_entity_get_id (TD_ENTITY (other)) == td_entity_get_id (TD_ENTITY (likely->subject)))
    return FALSE;
  if (result.verdict != TD_MATCH_NONE)
    return TRUE;
  return likely->typing && g_strcmp0 (likely->subject->kind, other->kind) == 0 && strchr (wide, ' ') != NULL && g_str_has_prefix (name, wide);
}

/* With what has been entered so far: a name alone says little, but is all there is at first. */
static gboolean
likely_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Likely *likely = data;
  g_autoptr (TdSubjectDoubles) doubles = g_object_new (TD_TYPE_SUBJECT_DOUBLES, NULL);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  g_autofree char *wide = td_text_fold (likely->subject->name != NULL ? likely->subject->name : "");
  g_autoptr (GPtrArray) namesakes = NULL;
  TdMatchSide side = describe (likely->subject);

  td_query_search (query, wide);
  namesakes = *wide != '\0' ? td_connection_list_page (connection, query, 0, MAX_NAMESAKES, error) : g_ptr_array_new ();
  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    {
      TdSubject *other = g_ptr_array_index (namesakes, i);
      TdMatchSide other_side = describe (other);
      TdMatchResult result = td_match_compare (&side, &other_side);
      TdDouble *pair;

      if (!is_proposed (likely, wide, other, result))
        continue;
      pair = g_new0 (TdDouble, 1);
      pair->first = g_object_ref (likely->subject);
      pair->second = g_object_ref (other);
      pair->result = result;
      g_ptr_array_add (doubles->pairs, pair);
    }
  g_ptr_array_sort (doubles->pairs, compare_doubles);
  td_job_set_count (job, doubles->pairs->len);
  if (doubles->pairs->len > likely->max)
    g_ptr_array_set_size (doubles->pairs, (int) likely->max);
  td_job_take_object (job, g_steal_pointer (&doubles));
  return namesakes != NULL;
}

/**
 * td_subject_likely_job:
 * @subject: somebody who is being entered
 * @typing: whether the name is still being typed
 * @max: how many to give at most
 *
 * Looks for subjects that may be the one being entered, among those of the same name with or
 * without tone marks; while it is typed, among those whose name begins so.
 *
 * Returns: (transfer full): the job; its object is the #TdSubjectDoubles, whose second ones are
 *   the subjects known
 */
TdJob *
td_subject_likely_job (TdSubject *subject, gboolean typing, guint max)
{
  Likely *likely = g_new0 (Likely, 1);

  likely->subject = td_entity_copy (subject);
  likely->typing = typing;
  likely->max = max;
  return td_job_new_read (likely_cb, likely, (GDestroyNotify) likely_free);
}
