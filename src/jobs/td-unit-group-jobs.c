/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-group-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-directory.h"
#include "td-unit-catalogue.h"
#include "td-unit-group-jobs.h"

/* Groups of units under the words plans use: a group is a question, asked anew each time. */

/**
 * td_unit_groups_seed:
 * @connection: a new office file, inside a transaction
 * @error: return location
 *
 * Returns: whether the groups of the catalogue were put into it
 */
gboolean
td_unit_groups_seed (TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) groups = td_unit_catalogue_list_groups (error);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    if (!td_connection_insert (connection, g_ptr_array_index (groups, i), error))
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

typedef struct
{
  char *text;
  char *day;
} Question;

static void
question_free (Question *question)
{
  g_free (question->text);
  g_free (question->day);
  g_free (question);
}

static gboolean
add_units (TdConnection *connection, TdUnitGroup *group, Question *question, GHashTable *seen, GListStore *list, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);
  g_autoptr (GPtrArray) units = NULL;

  td_unit_group_narrow (group, query);
  if (question->day != NULL)
    td_query_where_on_day (query, "valid-from", "valid-to", question->day);
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

static gboolean
expand_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GPtrArray) groups = td_unit_groups_load (connection, error);
  g_autoptr (GPtrArray) named = groups != NULL ? td_unit_groups_resolve (groups, question->text) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GListStore) list = g_list_store_new (TD_TYPE_UNIT);

  if (named == NULL)
    return FALSE;
  for (guint i = 0; i < named->len; i++)
    if (!add_units (connection, g_ptr_array_index (named, i), question, seen, list, error))
      return FALSE;
  if (named->len == 0)
    {
      g_autoptr (TdDirectory) directory = td_directory_load (connection, error);
      gboolean ambiguous;
      TdUnit *unit = directory != NULL ? td_directory_find_unit (directory, question->text, &ambiguous) : NULL;

      if (directory == NULL)
        return FALSE;
      if (unit != NULL)
        g_list_store_append (list, unit);
      else
        td_job_take_finding (job, td_finding_new ("group-unknown", TD_SEVERITY_WARNING, _ ("No unit and no group of units is called “%s”."), question->text));
    }
  td_job_set_count (job, g_list_model_get_n_items (G_LIST_MODEL (list)));
  td_job_take_object (job, g_steal_pointer (&list));
  return TRUE;
}

/**
 * td_unit_group_expand_job:
 * @text: whom a plan turns to: "Các sở, ban, ngành; UBND các xã, phường"
 * @day: (nullable): a full date, %NULL for the units of all times
 *
 * Returns: (transfer full): a job; its object is a #GListModel of #TdUnit: those of the groups named,
 *   each once, or the one unit that is called so
 */
TdJob *
td_unit_group_expand_job (const char *text, const char *day)
{
  Question *question = g_new0 (Question, 1);

  question->text = g_strdup (text);
  question->day = g_strdup (day);
  return td_job_new_read (expand_cb, question, (GDestroyNotify) question_free);
}
