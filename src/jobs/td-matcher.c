/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-matcher"

#include "config.h"

#include "td-matcher.h"
#include "td-nomination-judge.h"
#include "td-unit-lineage.h"

/* A unit, what it was made of and what became of it: people of one may be people of the other. */
typedef struct
{
  GArray *ids; /* gint64, the unit first */
  gint64 parent_id;
} Unit;

struct _TdMatcher
{
  TdMatchIndex *index;
  GArray *keys; /* guint32: td_nomination_judge_subject_hash() of every subject, in order once it is asked */
  gboolean keys_ordered;
  GHashTable *units; /* id → Unit */
  GHashTable *apart; /* id → set of ids */
  GHashTable *names; /* id → GPtrArray of other names, NULL-terminated */
  TdUnitLineage *lineage;
};

static void
unit_free (Unit *unit)
{
  g_array_unref (unit->ids);
  g_free (unit);
}

static Unit *
get_unit (TdMatcher *self, gint64 id)
{
  Unit *unit = g_hash_table_lookup (self->units, &id);
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  if (unit != NULL)
    return unit;
  before = td_unit_lineage_dup_predecessors (self->lineage, id);
  after = td_unit_lineage_dup_successors (self->lineage, id);
  unit = g_new0 (Unit, 1);
  unit->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (unit->ids, id);
  g_array_append_vals (unit->ids, before->data, before->len);
  g_array_append_vals (unit->ids, after->data, after->len);
  g_hash_table_insert (self->units, g_memdup2 (&id, sizeof id), unit);
  return unit;
}

/* What the matcher itself knows of a subject: its other names, and what its unit was and became. */
static void
complete (TdMatcher *self, TdMatchSide *side, gint64 id, gint64 unit_id)
{
  const Unit *unit = unit_id != 0 ? get_unit (self, unit_id) : NULL;
  const GPtrArray *names = id != 0 ? g_hash_table_lookup (self->names, &id) : NULL;

  side->other_names = names != NULL ? (const char *const *) names->pdata : NULL;
  side->unit_ids = unit != NULL ? (const gint64 *) (gpointer) unit->ids->data : NULL;
  side->n_unit_ids = unit != NULL ? unit->ids->len : 0;
  side->parent_unit_id = unit != NULL ? unit->parent_id : 0;
}

static void
describe (TdMatcher *self, TdSubject *subject, TdMatchSide *side)
{
  *side = (TdMatchSide){
    .kind = subject->kind,
    .name = subject->name != NULL ? subject->name : "",
    .birth = subject->birth,
    .sex = subject->sex,
    .citizen_id = subject->citizen_id,
    .residence = subject->residence,
  };
  complete (self, side, td_entity_get_id (TD_ENTITY (subject)), subject->unit_id);
}

static gboolean
add_unit_cb (TdEntity *entity, gpointer data, GError **error)
{
  TdUnit *unit = TD_UNIT (entity);

  get_unit (data, td_entity_get_id (entity))->parent_id = unit->parent_id;
  return TRUE;
}

static gboolean
add_name_cb (TdEntity *entity, gpointer data, GError **error)
{
  TdMatcher *self = data;
  TdOtherName *name = TD_OTHER_NAME (entity);
  GPtrArray *names = g_hash_table_lookup (self->names, &name->subject_id);

  if (names == NULL)
    {
      names = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (names, NULL);
      g_hash_table_insert (self->names, g_memdup2 (&name->subject_id, sizeof name->subject_id), names);
    }
  g_ptr_array_insert (names, (int) names->len - 1, g_strdup (name->name));
  return TRUE;
}

static gboolean
add_pair_cb (TdEntity *entity, gpointer data, GError **error)
{
  td_matcher_keep_apart (data, TD_DISTINCT_PAIR (entity)->first_id, TD_DISTINCT_PAIR (entity)->second_id);
  return TRUE;
}

static void
add_key (TdMatcher *self, guint32 key)
{
  if (key != 0)
    g_array_append_val (self->keys, key);
  self->keys_ordered = FALSE;
}

/* Offices have hundreds of thousands of subjects: only what is compared is read of them. */
enum
{
  SUBJECT_ID,
  SUBJECT_KIND,
  SUBJECT_NAME,
  SUBJECT_BIRTH,
  SUBJECT_CITIZEN_ID,
  SUBJECT_UNIT_ID,
  SUBJECT_SEX,
  SUBJECT_RESIDENCE,
  SUBJECT_MERGED_INTO_ID,
};

static const char *const compared[] = { "id", "kind", "name", "birth", "citizen-id", "unit-id", "sex", "residence", "merged-into-id", NULL };

/* Those that were merged into others are found by what they were, and as nothing else. */
static gboolean
add_subject_cb (const TdValue *values, gpointer data, GError **error)
{
  TdMatcher *self = data;
  TdMatchSide side = {
    .kind = values[SUBJECT_KIND].text,
    .name = values[SUBJECT_NAME].text,
    .birth = values[SUBJECT_BIRTH].text,
    .sex = values[SUBJECT_SEX].text,
    .citizen_id = values[SUBJECT_CITIZEN_ID].text,
    .residence = values[SUBJECT_RESIDENCE].text,
  };

  add_key (self, td_nomination_judge_subject_hash (side.kind, side.name, side.birth, side.citizen_id, values[SUBJECT_UNIT_ID].number));
  if (values[SUBJECT_MERGED_INTO_ID].number != 0)
    return TRUE;
  complete (self, &side, values[SUBJECT_ID].number, values[SUBJECT_UNIT_ID].number);
  td_match_index_add (self->index, &side, values[SUBJECT_ID].number);
  return TRUE;
}

static gboolean
load_subjects (TdMatcher *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) subjects = td_query_new (TD_TYPE_SUBJECT);

  td_query_set_with_retired (subjects, TRUE);
  return td_connection_each_values (connection, subjects, compared, add_subject_cb, self, error);
}

/**
 * td_matcher_new:
 * @connection: the office file
 * @error: return location
 *
 * Reads all subjects of an office, with their other names, with whom somebody told them apart from, and which
 * units came of which.
 *
 * Returns: (transfer full): what knows them again, or %NULL on failure
 */
TdMatcher *
td_matcher_new (TdConnection *connection, GError **error)
{
  g_autoptr (TdMatcher) self = g_new0 (TdMatcher, 1);
  g_autoptr (TdQuery) units = td_query_new (TD_TYPE_UNIT);
  g_autoptr (TdQuery) names = td_query_new (TD_TYPE_OTHER_NAME);
  g_autoptr (TdQuery) pairs = td_query_new (TD_TYPE_DISTINCT_PAIR);

  self->index = td_match_index_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) unit_free);
  self->apart = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->lineage = td_unit_lineage_load (connection, error);
  if (self->lineage == NULL
      || !td_connection_each (connection, units, add_unit_cb, self, error)
      || !td_connection_each (connection, names, add_name_cb, self, error)
      || !td_connection_each (connection, pairs, add_pair_cb, self, error)
      || !load_subjects (self, connection, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * td_matcher_free:
 * @self: (transfer full): a matcher
 */
void
td_matcher_free (TdMatcher *self)
{
  td_match_index_free (self->index);
  g_array_unref (self->keys);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->apart);
  g_hash_table_unref (self->names);
  g_clear_pointer (&self->lineage, td_unit_lineage_free);
  g_free (self);
}

/**
 * td_matcher_add:
 * @self: a matcher
 * @subject: a stored subject it does not know yet
 */
void
td_matcher_add (TdMatcher *self, TdSubject *subject)
{
  TdMatchSide side;

  describe (self, subject, &side);
  td_match_index_add (self->index, &side, td_entity_get_id (TD_ENTITY (subject)));
  add_key (self, td_nomination_judge_subject_hash (subject->kind, subject->name, subject->birth, subject->citizen_id, subject->unit_id));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 key_a = *(const guint32 *) a, key_b = *(const guint32 *) b;

  return (key_a > key_b) - (key_a < key_b);
}

/**
 * td_matcher_may_have:
 * @self: a matcher
 * @subject: as described
 *
 * Tells without asking the office file whether td_nomination_judge_find_subject() may find the subject: most rows of a
 * list are about somebody it does not find.
 *
 * Returns: %FALSE when it surely does not
 */
gboolean
td_matcher_may_have (TdMatcher *self, TdSubject *subject)
{
  guint32 key = td_nomination_judge_subject_hash (subject->kind, subject->name, subject->birth, subject->citizen_id, subject->unit_id);

  if (!self->keys_ordered)
    g_array_sort (self->keys, compare_keys);
  self->keys_ordered = TRUE;
  return key != 0 && g_array_binary_search (self->keys, &key, compare_keys, NULL);
}

static void
keep_from (TdMatcher *self, gint64 a, gint64 b)
{
  GHashTable *others = g_hash_table_lookup (self->apart, &a);

  if (others == NULL)
    {
      others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->apart, g_memdup2 (&a, sizeof a), others);
    }
  g_hash_table_add (others, g_memdup2 (&b, sizeof b));
}

/**
 * td_matcher_keep_apart:
 * @self: a matcher
 * @a: a subject
 * @b: another
 *
 * Remembers that somebody said these two are not the same.
 */
void
td_matcher_keep_apart (TdMatcher *self, gint64 a, gint64 b)
{
  keep_from (self, a, b);
  keep_from (self, b, a);
}

static gboolean
are_apart (TdMatcher *self, gint64 a, gint64 b)
{
  GHashTable *others = g_hash_table_lookup (self->apart, &a);

  return others != NULL && g_hash_table_contains (others, &b);
}

/* A row that certainly is one subject is not again offered those it was told from. */
static gint64
known_as (const GArray *candidates)
{
  const TdMatchCandidate *first = candidates->len > 0 ? &g_array_index (candidates, TdMatchCandidate, 0) : NULL;

  return first != NULL && first->result.verdict == TD_MATCH_CERTAIN ? first->id : 0;
}

/**
 * td_matcher_find:
 * @self: a matcher
 * @subject: as described; one with an id is not found as itself
 * @max: how many to give
 *
 * Proposes who the subject may be. Those kept apart from it, or from the one it certainly is, are left out.
 *
 * Returns: (transfer full) (element-type TdMatchCandidate): the best, best first; their ids are subjects'
 */
GArray *
td_matcher_find (TdMatcher *self, TdSubject *subject, guint max)
{
  gint64 id = td_entity_get_id (TD_ENTITY (subject));
  gint64 known = id;
  g_autoptr (GArray) all = NULL;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (TdMatchCandidate));
  TdMatchSide side;

  describe (self, subject, &side);
  all = td_match_index_find (self->index, &side, id, G_MAXUINT);
  if (known == 0)
    known = known_as (all);
  for (guint i = 0; i < all->len && candidates->len < max; i++)
    {
      const TdMatchCandidate *candidate = &g_array_index (all, TdMatchCandidate, i);

      if (!are_apart (self, known, candidate->id))
        g_array_append_vals (candidates, candidate, 1);
    }
  return candidates;
}
