/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-diff"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-plan-diff.h"
#include "td-plan-parts.h"
#include "td-text.h"

/* A document beside the plan that was accepted from it, or from an earlier one. */

G_DEFINE_FINAL_TYPE (TdPlanDifference, td_plan_difference, G_TYPE_OBJECT)

/* Records of which each is held against each; what is beyond is new and gone. */
#define MOST_COMPARED 400

/* Two records are about the same when this share of their words is. */
#define LEAST_ALIKE 0.6

/* A record on either side. */
typedef struct
{
  TdPlanFact *fact;
  GHashTable *words; /* of its text, bare */
  gboolean paired;
} Side;

typedef struct
{
  TdPlanReview *review;
  GPtrArray *differences;
} Comparison;

static void
td_plan_difference_finalize (GObject *object)
{
  TdPlanDifference *self = TD_PLAN_DIFFERENCE (object);

  g_free (self->title);
  g_free (self->before);
  g_free (self->now);
  g_clear_object (&self->fact);
  G_OBJECT_CLASS (td_plan_difference_parent_class)->finalize (object);
}

static void
td_plan_difference_class_init (TdPlanDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_plan_difference_finalize;
}

static void
td_plan_difference_init (TdPlanDifference *self)
{
}

/* @before and @now are facts; either may be missing. */
static TdPlanDifference *
add (Comparison *self, TdPlanDifferenceKind kind, TdPlanFact *before, TdPlanFact *now)
{
  TdPlanDifference *difference = g_object_new (TD_TYPE_PLAN_DIFFERENCE, NULL);
  TdPlanFact *shown = now != NULL ? now : before;

  difference->kind = kind;
  difference->group = shown->group;
  difference->title = td_plan_fact_dup_title (shown);
  difference->before = before != NULL ? td_plan_fact_dup_text (before) : NULL;
  difference->now = now != NULL ? td_plan_fact_dup_text (now) : NULL;
  difference->line = now != NULL ? now->lines.first : 0;
  difference->fact = now != NULL ? g_object_ref (now) : NULL;
  g_ptr_array_add (self->differences, difference);
  return difference;
}

/* The day that an event gave is not in the text. */
static gboolean
is_from_event (TdEntity *stored, const TdField *field)
{
  gint64 id = TD_IS_PLAN (stored) ? TD_PLAN (stored)->end_event_id : TD_IS_DEADLINE (stored) ? TD_DEADLINE (stored)->event_id
                                                                 : TD_IS_TASK (stored)       ? TD_TASK (stored)->due_event_id
                                                                                             : 0;

  return id != 0 && (g_str_equal (field->name, "end-date") || g_str_equal (field->name, "due-date"));
}

static gboolean
is_same (TdEntity *before, TdEntity *now, const TdField *field)
{
  if (is_from_event (before, field))
    return TRUE;
  if (td_field_is_number (field))
    return td_entity_get_number (before, field) == td_entity_get_number (now, field);
  return g_strcmp0 (td_entity_get_text (before, field), td_entity_get_text (now, field)) == 0;
}

/* The first field that differs, %NULL for none. */
static const TdField *
find_change (TdPlanFact *before, TdPlanFact *now)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (now->entity);

  for (guint i = 0; i < klass->n_fields; i++)
    if (td_plan_fact_has_field (now, &klass->fields[i]) && !is_same (before->entity, now->entity, &klass->fields[i]))
      return &klass->fields[i];
  return NULL;
}

/* Head and period: the fields that are facts, and those that only the accepted plan has. */
static void
compare_plan (Comparison *self, TdPlan *stored)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (stored);
  GListModel *facts = td_plan_review_get_facts (self->review);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (facts, i);
      g_autoptr (TdPlanFact) before = NULL;
      const TdField *field;

      if (fact->field == NULL)
        continue;
      for (guint j = 0; j < klass->n_fields; j++)
        if (td_plan_fact_has_field (fact, &klass->fields[j]))
          g_hash_table_add (seen, (gpointer) &klass->fields[j]);
      before = td_plan_fact_new (fact->group, TD_ENTITY (stored), fact->field, 0, (TdPlanLines){ 0 });
      field = find_change (before, fact);
      if (field != NULL)
        add (self, TD_PLAN_DIFFERENCE_CHANGED, before, fact)->field = field;
    }
  for (guint j = 0; j < klass->n_fields; j++)
    {
      const TdField *field = &klass->fields[j];
      g_autoptr (TdPlanFact) before = td_plan_fact_new (TD_PLAN_FACTS_HEAD, TD_ENTITY (stored), field, 0, (TdPlanLines){ 0 });

      if (!g_hash_table_contains (seen, field) && td_plan_fact_has_field (before, field) && !td_entity_is_empty (TD_ENTITY (stored), field)
          && !is_same (TD_ENTITY (stored), TD_ENTITY (td_plan_review_get_plan (self->review)), field))
        add (self, TD_PLAN_DIFFERENCE_GONE, before, NULL);
    }
}

/* A damaged office file may hold anything. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return td_text_fold (valid);
}

/* Sides */

static void
side_free (gpointer data)
{
  Side *side = data;

  g_object_unref (side->fact);
  g_hash_table_unref (side->words);
  g_free (side);
}

static Side *
side_new (TdPlanFact *fact)
{
  Side *side = g_new0 (Side, 1);
  g_autofree char *title = td_plan_fact_dup_title (fact);
  g_autofree char *text = td_plan_fact_dup_text (fact);
  g_autofree char *both = g_strconcat (title, " ", text, NULL);
  g_autofree char *bare = fold (both);
  g_auto (GStrv) words = g_strsplit_set (bare, " \n·“”.,;:()", -1);

  side->fact = g_object_ref (fact);
  side->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_hash_table_add (side->words, g_strdup (words[i]));
  return side;
}

static double
measure_likeness (const Side *a, const Side *b)
{
  guint n = g_hash_table_size (a->words) + g_hash_table_size (b->words);
  guint common = 0;
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, a->words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    common += g_hash_table_contains (b->words, word);
  return n > 0 ? 2.0 * common / n : 1;
}

static GPtrArray *
list_stored (TdConnection *connection, gint64 plan_id, GType type, TdPlanFactGroup group, GError **error)
{
  g_autoptr (GPtrArray) records = td_plan_list_parts (connection, type, plan_id, error);
  g_autoptr (GPtrArray) sides = g_ptr_array_new_with_free_func (side_free);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autoptr (TdPlanFact) fact = td_plan_fact_new (group, g_ptr_array_index (records, i), NULL, 0, (TdPlanLines){ 0 });

      g_ptr_array_add (sides, side_new (fact));
    }
  return records != NULL ? g_steal_pointer (&sides) : NULL;
}

static GPtrArray *
list_read (TdPlanReview *review, TdPlanFactGroup group)
{
  GListModel *facts = td_plan_review_get_facts (review);
  GPtrArray *sides = g_ptr_array_new_with_free_func (side_free);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (facts, i);

      if (fact->group == group && !fact->left_out)
        g_ptr_array_add (sides, side_new (fact));
    }
  return sides;
}

static Side *
find_pair (GPtrArray *before, Side *now, gboolean exact)
{
  double most = LEAST_ALIKE;
  Side *best = NULL;

  for (guint i = 0; i < before->len && (exact || i < MOST_COMPARED); i++)
    {
      Side *other = g_ptr_array_index (before, i);
      double likeness;

      if (other->paired)
        continue;
      if (exact)
        {
          if (find_change (other->fact, now->fact) == NULL)
            return other;
          continue;
        }
      likeness = measure_likeness (other, now);
      if (likeness > most)
        {
          most = likeness;
          best = other;
        }
    }
  return best;
}

/* What is the same first, then what is nearly. */
static void
compare_records (Comparison *self, GPtrArray *before, GPtrArray *now)
{
  for (guint i = 0; i < now->len; i++)
    {
      Side *side = g_ptr_array_index (now, i);
      Side *pair = find_pair (before, side, TRUE);

      if (pair != NULL)
        pair->paired = side->paired = TRUE;
    }
  for (guint i = 0, n = 0; i < now->len; i++)
    {
      Side *side = g_ptr_array_index (now, i);
      Side *pair = side->paired || ++n > MOST_COMPARED ? NULL : find_pair (before, side, FALSE);

      if (side->paired)
        continue;
      if (pair == NULL)
        {
          add (self, TD_PLAN_DIFFERENCE_NEW, NULL, side->fact);
          continue;
        }
      pair->paired = TRUE;
      add (self, TD_PLAN_DIFFERENCE_CHANGED, pair->fact, side->fact)->field = find_change (pair->fact, side->fact);
    }
  for (guint i = 0; i < before->len; i++)
    if (!((Side *) g_ptr_array_index (before, i))->paired)
      add (self, TD_PLAN_DIFFERENCE_GONE, ((Side *) g_ptr_array_index (before, i))->fact, NULL);
}

/* The text itself */

static char *
make_key (TdClause *clause)
{
  g_autofree char *text = g_strdup_printf ("%s %s", clause->title != NULL ? clause->title : "", clause->body != NULL ? clause->body : "");

  return fold (text);
}

static void
add_clause (Comparison *self, TdClause *clause, gboolean gone)
{
  g_autoptr (TdPlanFact) fact = td_plan_fact_new (TD_PLAN_FACTS_PARTS, TD_ENTITY (clause), NULL, 0, (TdPlanLines){ (guint) clause->first_line, (guint) clause->last_line });
  TdPlanDifference *difference = gone ? add (self, TD_PLAN_DIFFERENCE_GONE, fact, NULL) : add (self, TD_PLAN_DIFFERENCE_NEW, NULL, fact);

  g_free (difference->title);
  difference->title = clause->path != NULL ? g_strdup_printf (_ ("clause %s"), clause->path) : g_strdup ("");
}

/* Pieces whose words are in the other text nowhere. */
static void
compare_clauses (Comparison *self, GPtrArray *before, GPtrArray *now)
{
  GPtrArray *sides[] = { before, now };

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GHashTable) other = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < sides[1 - side]->len; i++)
        g_hash_table_add (other, make_key (g_ptr_array_index (sides[1 - side], i)));
      for (guint i = 0; i < sides[side]->len; i++)
        {
          g_autofree char *key = make_key (g_ptr_array_index (sides[side], i));

          if (!g_hash_table_contains (other, key))
            add_clause (self, g_ptr_array_index (sides[side], i), side == 0);
        }
    }
}

/**
 * td_plan_diff:
 * @connection: an office file
 * @plan_id: a plan of it
 * @review: a document that was read
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TdPlanDifference): what the document says otherwise
 */
GPtrArray *
td_plan_diff (TdConnection *connection, gint64 plan_id, TdPlanReview *review, GError **error)
{
  const GType types[] = { [TD_PLAN_FACTS_AWARDS] = TD_TYPE_ALLOWANCE, [TD_PLAN_FACTS_DEADLINES] = TD_TYPE_DEADLINE, [TD_PLAN_FACTS_TASKS] = TD_TYPE_TASK };
  g_autoptr (TdPlan) stored = td_connection_get (connection, TD_TYPE_PLAN, plan_id, error);
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_object_unref);
  Comparison self = { review, differences };
  g_autoptr (GPtrArray) clauses = NULL;

  if (stored == NULL)
    return NULL;
  compare_plan (&self, stored);
  for (guint i = TD_PLAN_FACTS_AWARDS; i <= TD_PLAN_FACTS_TASKS; i++)
    {
      g_autoptr (GPtrArray) before = list_stored (connection, plan_id, types[i], i, error);
      g_autoptr (GPtrArray) now = list_read (review, i);

      if (before == NULL)
        return NULL;
      compare_records (&self, before, now);
    }
  clauses = td_plan_list_parts (connection, TD_TYPE_CLAUSE, plan_id, error);
  if (clauses == NULL)
    return NULL;
  compare_clauses (&self, clauses, td_plan_review_get_clauses (review));
  return g_steal_pointer (&differences);
}

/**
 * td_plan_diff_mark:
 * @differences: (element-type TdPlanDifference): what differs
 *
 * Notes with the facts of the review what was accepted before.
 */
void
td_plan_diff_mark (GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      TdPlanDifference *difference = g_ptr_array_index (differences, i);

      if (difference->fact == NULL)
        continue;
      g_free (difference->fact->before);
      difference->fact->before = g_strdup (difference->before != NULL ? difference->before : "");
    }
}

static const struct
{
  const char *nick;
  const char *title;
} kinds[] = {
  [TD_PLAN_DIFFERENCE_NEW] = { "new", N_ ("New") },
  [TD_PLAN_DIFFERENCE_GONE] = { "gone", N_ ("No longer there") },
  [TD_PLAN_DIFFERENCE_CHANGED] = { "changed", N_ ("Changed") },
};

/**
 * td_plan_difference_kind_to_nick:
 * @kind: what happened
 *
 * Returns: its name in files
 */
const char *
td_plan_difference_kind_to_nick (TdPlanDifferenceKind kind)
{
  return kinds[kind].nick;
}

/**
 * td_plan_difference_kind_get_title:
 * @kind: what happened
 *
 * Returns: what people call it, translated
 */
const char *
td_plan_difference_kind_get_title (TdPlanDifferenceKind kind)
{
  return _ (kinds[kind].title);
}
