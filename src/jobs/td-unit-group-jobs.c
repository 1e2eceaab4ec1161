/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-group-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-directory.h"
#include "td-plan-change-jobs.h"
#include "td-plan-parts.h"
#include "td-unit-catalogue.h"
#include "td-unit-group-jobs.h"

/* Groups of units under the words plans use: a group is a question, asked anew each time. */

static gboolean
seed_group (TdConnection *connection, TdUnitGroup *group, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT_GROUP);
  gint64 n;

  td_query_where_text (query, "name", group->name);
  n = td_connection_count (connection, query, error);
  return n > 0 || (n == 0 && td_connection_insert (connection, group, error));
}

/**
 * td_unit_groups_seed:
 * @connection: an office file, inside a transaction
 * @error: return location
 *
 * Returns: whether it has the groups of the catalogue now, by their names
 */
gboolean
td_unit_groups_seed (TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) groups = td_unit_catalogue_list_groups (error);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    if (!seed_group (connection, g_ptr_array_index (groups, i), error))
      return FALSE;
  return groups != NULL;
}

/**
 * td_unit_groups_load:
 * @connection: the office file
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdUnitGroup): its groups; those of the catalogue where it
 *   has none, as an office made before there were groups
 */
GPtrArray *
td_unit_groups_load (TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT_GROUP);
  g_autoptr (GPtrArray) groups = NULL;

  td_query_order_by (query, "position", FALSE);
  groups = td_connection_list (connection, query, error);
  return groups != NULL && groups->len == 0 ? td_unit_catalogue_list_groups (error) : g_steal_pointer (&groups);
}

/* The place of words within folded text, as whole words. */
static const char *
find_words (const char *text, const char *words)
{
  gsize length = strlen (words);

  for (const char *at = length > 0 ? strstr (text, words) : NULL; at != NULL; at = strstr (at + 1, words))
    if ((at == text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return at;
  return NULL;
}

typedef struct
{
  TdUnitGroup *group;
  const char *at;
  gsize length;
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a;
  const Hit *y = b;

  return (x->at > y->at) - (x->at < y->at);
}

/* The longest words of a group in the text. */
static Hit
find_group (TdUnitGroup *group, const char *text)
{
  g_auto (GStrv) words = g_strsplit (group->words != NULL ? group->words : group->name, "\n", -1);
  Hit hit = { group, NULL, 0 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = td_directory_fold (words[i]);
      const char *at = find_words (text, folded);

      if (at != NULL && strlen (folded) > hit.length)
        {
          hit.at = at;
          hit.length = strlen (folded);
        }
    }
  return hit;
}

/* "địa phương" stands inside "các cơ quan, đơn vị, địa phương" for itself, but "các cơ quan" inside
 * "các cơ quan truyền thông" only begins it. */
static gboolean
is_covered (GArray *hits, guint which)
{
  const Hit *hit = &g_array_index (hits, Hit, which);

  for (guint i = 0; i < hits->len; i++)
    {
      const Hit *other = &g_array_index (hits, Hit, i);

      if (i != which && other->length > hit->length && hit->at >= other->at && hit->at + hit->length <= other->at + other->length)
        return TRUE;
    }
  return FALSE;
}

/**
 * td_unit_groups_resolve:
 * @groups: (element-type TdUnitGroup): the groups of an office
 * @text: whom a plan turns to, in its own words
 *
 * Returns: (transfer container) (element-type TdUnitGroup): the groups it names, in the order of the
 *   text; empty when it names units themselves
 */
GPtrArray *
td_unit_groups_resolve (GPtrArray *groups, const char *text)
{
  g_autofree char *folded = td_directory_fold (text);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      Hit hit = find_group (g_ptr_array_index (groups, i), folded);

      if (hit.at != NULL)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    if (!is_covered (hits, i))
      g_ptr_array_add (found, g_array_index (hits, Hit, i).group);
  return found;
}

/**
 * td_unit_group_narrow:
 * @group: a group
 * @query: a query for units
 *
 * Adds what makes a unit one of the group.
 */
void
td_unit_group_narrow (TdUnitGroup *group, TdQuery *query)
{
  g_auto (GStrv) kinds = g_strsplit_set (group->kinds != NULL ? group->kinds : "", " \n", -1);

  if (group->kinds != NULL)
    td_query_where_any_text (query, "kind", (const char *const *) kinds);
  if (group->parent_id != 0)
    td_query_where_number (query, "parent-id", group->parent_id);
}

static gboolean
group_holds (TdUnitGroup *group, TdUnit *unit)
{
  g_auto (GStrv) kinds = g_strsplit_set (group->kinds != NULL ? group->kinds : "", " \n", -1);

  return (group->kinds == NULL || (unit->kind != NULL && g_strv_contains ((const char *const *) kinds, unit->kind))) && (group->parent_id == 0 || group->parent_id == unit->parent_id);
}

/**
 * td_unit_groups_of:
 * @connection: the office file
 * @unit: a unit
 * @found: (element-type TdUnitGroup): takes the groups it belongs to; frees what it holds
 * @error: return location
 *
 * Returns: whether they could be read
 */
gboolean
td_unit_groups_of (TdConnection *connection, TdUnit *unit, GPtrArray *found, GError **error)
{
  g_autoptr (GPtrArray) groups = td_unit_groups_load (connection, error);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    if (group_holds (g_ptr_array_index (groups, i), unit))
      g_ptr_array_add (found, g_object_ref (g_ptr_array_index (groups, i)));
  return groups != NULL;
}

static gboolean
add_units (TdConnection *connection, TdUnitGroup *group, const char *day, GHashTable *seen, GListStore *list, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);
  g_autoptr (GPtrArray) units = NULL;

  td_unit_group_narrow (group, query);
  td_query_where_on_day (query, "valid-from", "valid-to", day);
  td_query_order_by (query, "name", FALSE);
  units = td_connection_list (connection, query, error);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      gint64 id = td_entity_get_id (g_ptr_array_index (units, i));

      if (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        g_list_store_append (list, g_ptr_array_index (units, i));
    }
  return units != NULL;
}

/* The blocs of a year that the words name: by their own names, else all clusters, all blocs, or both. */

static gboolean
names_kind (const char *folded, const char *kind)
{
  static const char *const words[][2] = { { "cluster", "cum" }, { "bloc", "khoi" } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (kind, words[i][0]) == 0)
      return find_words (folded, words[i][1]) != NULL;
  return FALSE;
}

static GPtrArray *
find_blocs (TdConnection *connection, const char *folded, const char *day, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC);
  g_autoptr (GPtrArray) blocs = NULL;
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) of_kind = g_ptr_array_new_with_free_func (g_object_unref);

  td_query_where_number (query, "year", td_date_get_year (day));
  td_query_order_by (query, "name", FALSE);
  blocs = td_connection_list (connection, query, error);
  for (guint i = 0; blocs != NULL && i < blocs->len; i++)
    {
      TdBloc *bloc = g_ptr_array_index (blocs, i);
      g_autofree char *name = td_directory_fold (bloc->name);

      if (find_words (folded, name) != NULL)
        g_ptr_array_add (named, g_object_ref (bloc));
      if (names_kind (folded, bloc->kind))
        g_ptr_array_add (of_kind, g_object_ref (bloc));
    }
  if (blocs == NULL)
    return NULL;
  return named->len > 0 ? g_steal_pointer (&named) : g_steal_pointer (&of_kind);
}

static gboolean
add_members (TdConnection *connection, TdBloc *bloc, const char *day, GHashTable *seen, GListStore *list, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_BLOC_MEMBER);
  g_autoptr (GPtrArray) members = NULL;

  td_query_where_number (query, "bloc-id", td_entity_get_id (TD_ENTITY (bloc)));
  td_query_order_by (query, "position", FALSE);
  members = td_connection_list (connection, query, error);
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const TdBlocMember *member = g_ptr_array_index (members, i);
      g_autoptr (TdUnit) unit = NULL;

      if (!td_date_ranges_overlap (day, day, NULL, member->unit_valid_to) || !g_hash_table_add (seen, g_memdup2 (&member->unit_id, sizeof member->unit_id)))
        continue;
      unit = td_connection_get (connection, TD_TYPE_UNIT, member->unit_id, error);
      if (unit == NULL)
        return FALSE;
      g_list_store_append (list, unit);
    }
  return members != NULL;
}

static gboolean
add_blocs (TdConnection *connection, const char *text, const char *day, GHashTable *seen, GListStore *list, GError **error)
{
  g_autofree char *folded = td_directory_fold (text);
  g_autoptr (GPtrArray) blocs = NULL;

  if (find_words (folded, "thi dua") == NULL || (find_words (folded, "cum") == NULL && find_words (folded, "khoi") == NULL))
    return TRUE;
  blocs = find_blocs (connection, folded, day, error);
  for (guint i = 0; blocs != NULL && i < blocs->len; i++)
    if (!add_members (connection, g_ptr_array_index (blocs, i), day, seen, list, error))
      return FALSE;
  return blocs != NULL;
}

/**
 * td_unit_groups_expand:
 * @connection: the office file
 * @groups: (element-type TdUnitGroup): its groups
 * @directory: its units by their names
 * @text: words of a plan
 * @day: a full date
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdUnit): the units of that day in the groups the words name, and the members of
 *   the blocs of its year, each once; or the one unit that is called so
 */
GListStore *
td_unit_groups_expand (TdConnection *connection, GPtrArray *groups, TdDirectory *directory, const char *text, const char *day, GError **error)
{
  g_autoptr (GPtrArray) named = td_unit_groups_resolve (groups, text);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GListStore) list = g_list_store_new (TD_TYPE_UNIT);
  gboolean ambiguous;
  TdUnit *unit;

  for (guint i = 0; i < named->len; i++)
    if (!add_units (connection, g_ptr_array_index (named, i), day, seen, list, error))
      return NULL;
  if (!add_blocs (connection, text, day, seen, list, error))
    return NULL;
  unit = g_list_model_get_n_items (G_LIST_MODEL (list)) == 0 && named->len == 0 ? td_directory_find_unit (directory, text, &ambiguous) : NULL;
  if (unit != NULL)
    g_list_store_append (list, unit);
  return g_steal_pointer (&list);
}

static gboolean
seed_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  return td_unit_groups_seed (connection, error);
}

/**
 * td_unit_group_seed_job:
 *
 * Gives an office the groups of units that plans mostly name, as far as it lacks them.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_unit_group_seed_job (void)
{
  return td_job_new_write (_ ("Take the usual groups of units"), seed_cb, NULL, NULL);
}

/* The tasks of a plan */

G_DEFINE_FINAL_TYPE (TdTaskUnits, td_task_units, G_TYPE_OBJECT)

static void
td_task_units_finalize (GObject *object)
{
  g_clear_object (&TD_TASK_UNITS (object)->task);
  g_free (TD_TASK_UNITS (object)->due);
  g_clear_object (&TD_TASK_UNITS (object)->units);
  G_OBJECT_CLASS (td_task_units_parent_class)->finalize (object);
}

static void
td_task_units_class_init (TdTaskUnitsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_task_units_finalize;
}

static void
td_task_units_init (TdTaskUnits *self)
{
}

typedef struct
{
  gint64 plan_id;
  char *day;
} Question;

static void
question_free (Question *question)
{
  g_free (question->day);
  g_free (question);
}

static gboolean
task_units_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GListStore) list = g_list_store_new (TD_TYPE_TASK_UNITS);
  g_autoptr (GPtrArray) groups = td_unit_groups_load (connection, error);
  g_autoptr (TdDirectory) directory = groups != NULL ? td_directory_load (connection, error) : NULL;
  g_autoptr (TdPlanState) state = directory != NULL ? td_plan_as_of (connection, question->plan_id, question->day, error) : NULL;
  g_autoptr (GPtrArray) tasks = state != NULL ? td_plan_list_parts (connection, TD_TYPE_TASK, question->plan_id, error) : NULL;

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      g_autoptr (TdTaskUnits) item = g_object_new (TD_TYPE_TASK_UNITS, NULL);

      item->task = g_object_ref (g_ptr_array_index (tasks, i));
      item->due = g_strdup (td_plan_state_get_task_day (state, item->task->clause_id, item->task->due_date));
      item->units = td_unit_groups_expand (connection, groups, directory, item->task->assignee, question->day, error);
      if (item->units == NULL)
        return FALSE;
      g_list_store_append (list, item);
    }
  td_job_set_count (job, tasks != NULL ? tasks->len : 0);
  td_job_take_object (job, g_steal_pointer (&list));
  return tasks != NULL;
}

/**
 * td_task_units_job:
 * @plan_id: a plan
 * @day: a full date
 *
 * Returns: (transfer full): a job; its object is a #GListModel of #TdTaskUnits: the plan's tasks in
 *   their order, with the units of that day each turns to: those of the groups its words name, each
 *   once, or the one unit that is called so
 */
TdJob *
td_task_units_job (gint64 plan_id, const char *day)
{
  Question *question = g_new0 (Question, 1);

  question->plan_id = plan_id;
  question->day = g_strdup (day);
  return td_job_new_read (task_units_cb, question, (GDestroyNotify) question_free);
}
