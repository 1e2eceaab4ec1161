/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-act-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "td-date.h"
#include "td-unit-act-jobs.h"
#include "td-unit-heirs.h"
#include "td-unit-lineage.h"

/* Merging, splitting, renaming and moving units: the act is kept with every unit in it, and the
 * units are changed, as one action. The day an act names is the first on which it holds. */

typedef struct
{
  TdUnitAct *act;
  GArray *from;    /* ids of the units that give their work over, or the one that changes */
  GPtrArray *into; /* of TdUnit: those that take it over; stored ones are only named by their id */
  gboolean goes_on;
  TdUnit *changed; /* what a unit will be */

  /* While it runs */
  TdJob *job;
  TdConnection *connection;
  TdUnitLineage *lineage;
  GPtrArray *units; /* those of from, read */
} Act;

static void
act_free (Act *self)
{
  g_object_unref (self->act);
  g_array_unref (self->from);
  g_ptr_array_unref (self->into);
  g_clear_object (&self->changed);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_free (self);
}

static Act *
act_new (TdUnitAct *act, const char *kind, const gint64 *from, guint n_from)
{
  Act *self = g_new0 (Act, 1);

  self->act = td_entity_copy (act);
  g_object_set (self->act, "kind", kind, NULL);
  self->from = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), from, n_from);
  self->into = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

static gint64
id_of (TdUnit *unit)
{
  return td_entity_get_id (TD_ENTITY (unit));
}

static void
take (Act *self, TdUnit *unit, TdFinding *finding)
{
  if (unit != NULL)
    td_finding_at (finding, unit->name, id_of (unit), 0);
  td_job_take_finding (self->job, finding);
}

/* What contradicts */

static gboolean
check_act (Act *self)
{
  const char *date = self->act->date;

  if (!td_date_is_day (date))
    {
      td_job_take_finding (self->job, td_finding_at (td_finding_new ("act-date", TD_SEVERITY_BLOCK, _ ("The day from which it holds is needed: day, month and year.")), "date", 0, 0));
      return FALSE;
    }
  if (self->act->document == NULL)
    td_job_take_finding (self->job, td_finding_new ("act-document", TD_SEVERITY_WARNING, _ ("The number of the document is missing.")));
  return TRUE;
}

/* The unit exists on that day, and nothing later has happened to it. @ends: the day before is to be
 * its last. */
static void
check_life (Act *self, TdUnit *unit, gboolean ends)
{
  const char *date = self->act->date;
  g_autofree char *last = unit->valid_to != NULL ? g_strconcat (unit->valid_to, "~", NULL) : NULL; /* "2025" lasts beyond its days */
  GPtrArray *parts = td_unit_lineage_get_parts (self->lineage, id_of (unit));
  TdUnitActPart *newest = parts->len > 0 ? g_ptr_array_index (parts, parts->len - 1) : NULL;
  int born = unit->valid_from != NULL ? strcmp (unit->valid_from, date) : -1;

  if (born > 0 || (born == 0 && ends))
    {
      g_autofree char *shown = td_date_to_display (unit->valid_from);

      take (self, unit, td_finding_new ("act-before-unit", TD_SEVERITY_BLOCK, _ ("The unit “%s” exists only from %s on."), unit->name, shown));
    }
  if (last != NULL && (ends || strcmp (last, date) < 0))
    {
      g_autofree char *shown = td_date_to_display (unit->valid_to);

      take (self, unit, td_finding_new ("act-after-unit", TD_SEVERITY_BLOCK, _ ("The unit “%s” ended on %s already."), unit->name, shown));
    }
  else if (newest != NULL && strcmp (newest->act_date, date) > 0)
    {
      g_autofree char *shown = td_date_to_display (newest->act_date);

      take (self, unit, td_finding_new ("act-order", TD_SEVERITY_BLOCK, _ ("Something happened to the unit “%s” later, on %s; acts are entered in the order of time."), unit->name, shown));
    }
}

/**
 * td_unit_is_below:
 * @connection: the office file
 * @unit_id: a unit, 0 for none
 * @field: "parent-id" or "place-id": the tree
 * @above_id: another unit
 * @below: (out): whether @unit_id is @above_id or hangs below it
 * @error: return location
 *
 * Returns: whether that could be read
 */
gboolean
td_unit_is_below (TdConnection *connection, gint64 unit_id, const char *field, gint64 above_id, gboolean *below, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const TdField *way = td_entity_class_find (td_entity_class_of (TD_TYPE_UNIT), field);

  *below = FALSE;
  while (unit_id != 0 && g_hash_table_add (seen, g_memdup2 (&unit_id, sizeof unit_id)))
    {
      g_autoptr (TdUnit) unit = NULL;

      *below = unit_id == above_id;
      if (*below)
        return TRUE;
      unit = td_connection_get (connection, TD_TYPE_UNIT, unit_id, error);
      if (unit == NULL)
        return FALSE;
      unit_id = td_entity_get_number (TD_ENTITY (unit), way);
    }
  return TRUE;
}

/* A unit that others are to belong to exists on that day, and does not belong to them. */
static gboolean
check_above (Act *self, TdUnit *unit, const char *field, gint64 above_id, GError **error)
{
  g_autoptr (TdUnit) above = NULL;
  gboolean circle = FALSE;

  if (above_id == 0)
    return TRUE;
  above = td_connection_get (self->connection, TD_TYPE_UNIT, above_id, error);
  if (above == NULL)
    return FALSE;
  if (above->valid_to != NULL && strcmp (above->valid_to, self->act->date) < 0)
    check_life (self, above, FALSE);
  if (id_of (unit) != 0 && !td_unit_is_below (self->connection, above_id, field, id_of (unit), &circle, error))
    return FALSE;
  if (circle)
    take (self, unit, td_finding_new ("act-circle", TD_SEVERITY_BLOCK, _ ("“%s” belongs to “%s” itself; it cannot be put above it."), above->name, unit->name));
  return TRUE;
}

static gboolean
is_from (Act *self, gint64 id)
{
  for (guint i = 0; i < self->from->len; i++)
    if (g_array_index (self->from, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
read_from (Act *self, gboolean ends, GError **error)
{
  self->units = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->from->len; i++)
    {
      TdUnit *unit = td_connection_get (self->connection, TD_TYPE_UNIT, g_array_index (self->from, gint64, i), error);

      if (unit == NULL)
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (g_array_index (self->from, gint64, j) == id_of (unit))
          take (self, unit, td_finding_new ("act-doubled", TD_SEVERITY_BLOCK, _ ("The unit “%s” is named twice."), unit->name));
      g_ptr_array_add (self->units, unit);
      check_life (self, unit, ends);
    }
  return TRUE;
}

static gboolean
check_new_unit (Act *self, TdUnit *unit, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);
  g_autoptr (TdUnit) known = NULL;
  g_autoptr (GError) local = NULL;

  if (unit->name == NULL)
    {
      td_job_take_finding (self->job, td_finding_at (td_finding_new ("act-name", TD_SEVERITY_BLOCK, _ ("The new unit needs a name.")), "name", 0, 0));
      return TRUE;
    }
  if (unit->code != NULL)
    {
      td_query_where_text (query, "code", unit->code);
      known = td_connection_find (self->connection, query, &local);
      if (known != NULL)
        take (self, unit, td_finding_new ("act-code", TD_SEVERITY_BLOCK, _ ("The code %s belongs to “%s”."), unit->code, known->name));
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return check_above (self, unit, "parent-id", unit->parent_id, error) && check_above (self, unit, "place-id", unit->place_id, error);
}

/* Those that take over: read when they are stored, otherwise like the first that gives over. */
static gboolean
prepare_into (Act *self, GError **error)
{
  TdUnit *model = g_ptr_array_index (self->units, 0);

  for (guint i = 0; i < self->into->len; i++)
    {
      TdUnit *unit = g_ptr_array_index (self->into, i);

      if (id_of (unit) != 0)
        {
          TdUnit *stored = td_connection_get (self->connection, TD_TYPE_UNIT, id_of (unit), error);

          if (stored == NULL)
            return FALSE;
          g_object_unref (unit);
          self->into->pdata[i] = stored;
          if (is_from (self, id_of (stored)))
            take (self, stored, td_finding_new ("act-itself", TD_SEVERITY_BLOCK, _ ("“%s” cannot take over from itself."), stored->name));
          for (guint j = 0; j < i; j++)
            if (id_of (g_ptr_array_index (self->into, j)) == id_of (stored))
              take (self, stored, td_finding_new ("act-doubled", TD_SEVERITY_BLOCK, _ ("The unit “%s” is named twice."), stored->name));
          check_life (self, stored, FALSE);
          continue;
        }
      if (unit->kind == NULL)
        g_object_set (unit, "kind", model->kind, NULL);
      if (unit->parent_id == 0)
        g_object_set (unit, "parent-id", model->parent_id, NULL);
      if (unit->place_id == 0)
        g_object_set (unit, "place-id", model->place_id, NULL);
      g_object_set (unit, "valid-from", self->act->date, "valid-to", NULL, NULL);
      if (!check_new_unit (self, unit, error))
        return FALSE;
    }
  return TRUE;
}

/* What is written */

static gboolean
add_part (Act *self, TdUnit *unit, const char *role, GError **error)
{
  g_autoptr (TdUnitActPart) part = g_object_new (TD_TYPE_UNIT_ACT_PART, "act-id", td_entity_get_id (TD_ENTITY (self->act)), "unit-id", id_of (unit),
                                                 "role", role, NULL);

  if (g_str_equal (role, "changed"))
    g_object_set (part, "name", unit->name, "short-name", unit->short_name, "printed-name", unit->printed_name,
                  "parent-id", unit->parent_id, "place-id", unit->place_id, NULL);
  return td_connection_insert (self->connection, part, error);
}

static char *
day_before (const char *date)
{
  int year, month, day;
  GDate at;
  char text[16];

  sscanf (date, "%d-%d-%d", &year, &month, &day);
  g_date_set_dmy (&at, day, month, year);
  g_date_subtract_days (&at, 1);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &at);
  return g_strdup (text);
}

static gboolean
write_from (Act *self, GError **error)
{
  g_autofree char *last = day_before (self->act->date);

  for (guint i = 0; i < self->units->len; i++)
    {
      TdUnit *unit = g_ptr_array_index (self->units, i);

      if (!add_part (self, unit, "from", error))
        return FALSE;
      if (self->goes_on)
        continue;
      g_object_set (unit, "valid-to", last, NULL);
      if (!td_connection_update (self->connection, unit, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_into (Act *self, GError **error)
{
  for (guint i = 0; i < self->into->len; i++)
    {
      TdUnit *unit = g_ptr_array_index (self->into, i);

      if ((id_of (unit) == 0 && !td_connection_insert (self->connection, unit, error)) || !add_part (self, unit, "into", error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
list_under (Act *self, const char *field, gint64 id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNIT);

  td_query_where_number (query, field, id);
  td_query_where_on_day (query, "valid-from", "valid-to", self->act->date);
  return td_connection_list (self->connection, query, error);
}

/* What belonged to a unit that ended, or lay in it, goes with its work. */
static gboolean
hand_over (Act *self, const char *field, GError **error)
{
  TdUnit *heir = g_ptr_array_index (self->into, 0);
  const TdField *way = td_entity_class_find (TD_ENTITY_GET_CLASS (heir), field);

  for (guint i = 0; i < self->units->len; i++)
    {
      TdEntity *old = g_ptr_array_index (self->units, i);
      g_autoptr (GPtrArray) below = list_under (self, field, td_entity_get_id (old), error);

      for (guint j = 0; below != NULL && j < below->len; j++)
        {
          TdUnit *unit = g_ptr_array_index (below, j);

          /* One that took over from what it belonged to takes that one's place. */
          if (!add_part (self, unit, "changed", error))
            return FALSE;
          g_object_set (unit, field, id_of (unit) == id_of (heir) ? td_entity_get_number (old, way) : id_of (heir), NULL);
          if (!td_connection_update (self->connection, unit, error))
            return FALSE;
        }
      if (below == NULL)
        return FALSE;
    }
  return TRUE;
}

/* People and places in blocs go with the work; what cannot is told. */
static gboolean
hand_over_rest (Act *self, GError **error)
{
  for (guint i = 0; i < self->units->len; i++)
    if (!td_unit_heirs_take (self->job, self->connection, g_ptr_array_index (self->units, i), g_ptr_array_index (self->into, 0), td_date_get_year (self->act->date), error))
      return FALSE;
  return TRUE;
}

static gboolean
begin (Act *self, TdJob *job, TdConnection *connection, gboolean ends, GError **error)
{
  self->job = job;
  self->connection = connection;
  if (!check_act (self))
    return td_job_refuse (job, error);
  self->lineage = td_unit_lineage_load (connection, error);
  return self->lineage != NULL && read_from (self, ends, error);
}

static void
end (Act *self)
{
  g_clear_pointer (&self->lineage, td_unit_lineage_free);
}

static gboolean
run (Act *self, gboolean (*func) (Act *self, GError **error), TdJob *job, TdConnection *connection, gboolean ends, GError **error)
{
  gboolean ok = begin (self, job, connection, ends, error) && func (self, error);

  end (self);
  if (ok)
    td_job_set_id (job, td_entity_get_id (TD_ENTITY (self->act)));
  return ok;
}

static gboolean
merge (Act *self, GError **error)
{
  TdUnit *into = g_ptr_array_index (self->into, 0);

  if (self->units->len == 0 || (self->units->len == 1 && id_of (into) == 0))
    {
      td_job_take_finding (self->job, td_finding_new ("act-too-few", TD_SEVERITY_BLOCK, _ ("Two units or more are merged into a new one. If one goes on under another name, it is renamed.")));
      return td_job_refuse (self->job, error);
    }
  if (!prepare_into (self, error))
    return FALSE;
  into = g_ptr_array_index (self->into, 0);
  if (is_from (self, into->parent_id) && id_of (into) == 0)
    take (self, into, td_finding_new ("act-after-unit", TD_SEVERITY_BLOCK, _ ("The new unit cannot belong to one that ends.")));
  if (td_findings_block (td_job_get_findings (self->job)))
    return td_job_refuse (self->job, error);
  /* Translators: how many units, then the name of the one they become */
  td_connection_set_action_name (self->connection, ngettext ("Merge %u unit into “%s”", "Merge %u units into “%s”", self->units->len), self->units->len, into->name);
  td_job_set_count (self->job, self->units->len);
  td_job_take_object (self->job, g_object_ref (into));
  return td_connection_insert (self->connection, self->act, error) && write_from (self, error) && write_into (self, error) && hand_over (self, "parent-id", error) && hand_over (self, "place-id", error) && hand_over_rest (self, error);
}

static gboolean
merge_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  return run (data, merge, job, connection, TRUE, error);
}

/**
 * td_unit_merge_job:
 * @act: the day it holds from, the document, who issued it, a note; a copy is kept
 * @from: (array length=n_from): the units that end
 * @n_from: how many
 * @into: the unit that takes over: a stored one, or a new one with a name at least; what else it
 *   lacks it has from the first of @from
 *
 * The units end the day before, and what belonged to them belongs to the one that takes over: units,
 * people, households, places in the blocs of later years. Collectives, givers and the blocs of that
 * year stay, with a finding each.
 *
 * Returns: (transfer full): the job; its id is the act's, its object the #TdUnit that takes over
 */
TdJob *
td_unit_merge_job (TdUnitAct *act, const gint64 *from, guint n_from, TdUnit *into)
{
  Act *self = act_new (act, "merge", from, n_from);

  g_ptr_array_add (self->into, td_entity_copy (into));
  return td_job_new_write (_ ("Merge units"), merge_cb, self, (GDestroyNotify) act_free);
}

/* What belongs to a unit that is split cannot be shared out by a rule. */
static gboolean
tell_below (Act *self, TdUnit *unit, GError **error)
{
  g_autoptr (GPtrArray) below = list_under (self, "parent-id", id_of (unit), error);

  if (below != NULL && below->len > 0 && !self->goes_on)
    take (self, unit, td_finding_new ("act-below", TD_SEVERITY_WARNING, ngettext ("%u unit still belongs to “%s”; move it to one of the new units.", "%u units still belong to “%s”; move them to the new units.", below->len), below->len, unit->name));
  return below != NULL && (self->goes_on || td_unit_heirs_tell (self->job, self->connection, unit, td_date_get_year (self->act->date), error));
}

static gboolean
split (Act *self, GError **error)
{
  TdUnit *unit = g_ptr_array_index (self->units, 0);

  if (self->into->len < (self->goes_on ? 1 : 2))
    {
      td_job_take_finding (self->job, td_finding_new ("act-too-few", TD_SEVERITY_BLOCK, self->goes_on ? _ ("Name the unit that is split off.") : _ ("A unit that ends is split into two or more. If one goes on under another name, it is renamed.")));
      return td_job_refuse (self->job, error);
    }
  if (!prepare_into (self, error) || !tell_below (self, unit, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (self->job)))
    return td_job_refuse (self->job, error);
  td_connection_set_action_name (self->connection, ngettext ("Split “%s” into %u unit", "Split “%s” into %u units", self->into->len), unit->name, self->into->len);
  td_job_set_count (self->job, self->into->len);
  td_job_take_object (self->job, g_object_ref (g_ptr_array_index (self->into, 0)));
  return td_connection_insert (self->connection, self->act, error) && write_from (self, error) && write_into (self, error);
}

static gboolean
split_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Act *self = data;

  return run (self, split, job, connection, !self->goes_on, error);
}

/**
 * td_unit_split_job:
 * @act: as for td_unit_merge_job()
 * @unit_id: the unit that is split
 * @into: (element-type TdUnit): the units that take over, stored or new
 * @goes_on: whether the unit itself remains, and only gives something over
 *
 * Returns: (transfer full): the job; its id is the act's, its object the first #TdUnit of @into
 */
TdJob *
td_unit_split_job (TdUnitAct *act, gint64 unit_id, GPtrArray *into, gboolean goes_on)
{
  Act *self = act_new (act, "split", &unit_id, 1);

  for (guint i = 0; i < into->len; i++)
    g_ptr_array_add (self->into, td_entity_copy (g_ptr_array_index (into, i)));
  self->goes_on = goes_on;
  return td_job_new_write (_ ("Split a unit"), split_cb, self, (GDestroyNotify) act_free);
}

static gboolean
refuse_unchanged (Act *self, TdUnit *unit, GError **error)
{
  take (self, unit, td_finding_new ("act-nothing", TD_SEVERITY_BLOCK, _ ("Nothing of “%s” would change."), unit->name));
  return td_job_refuse (self->job, error);
}

/* Keeps what the unit was, then what it is. */
static gboolean
write_changed (Act *self, TdUnit *unit, GError **error)
{
  td_job_set_count (self->job, 1);
  td_job_take_object (self->job, g_object_ref (self->changed));
  return td_connection_insert (self->connection, self->act, error) && add_part (self, unit, "changed", error) && td_connection_update (self->connection, self->changed, error);
}

static gboolean
rename_unit (Act *self, GError **error)
{
  TdUnit *unit = g_ptr_array_index (self->units, 0);
  g_autoptr (TdUnit) named = g_steal_pointer (&self->changed);

  self->changed = td_entity_copy (unit);
  if (named->name == NULL)
    td_job_take_finding (self->job, td_finding_at (td_finding_new ("act-name", TD_SEVERITY_BLOCK, _ ("The new name is missing.")), "name", 0, 0));
  if (td_findings_block (td_job_get_findings (self->job)))
    return td_job_refuse (self->job, error);
  g_object_set (self->changed, "name", named->name, "short-name", named->short_name, "printed-name", named->printed_name, NULL);
  if (g_strcmp0 (unit->name, named->name) == 0 && g_strcmp0 (unit->short_name, named->short_name) == 0 && g_strcmp0 (unit->printed_name, named->printed_name) == 0)
    return refuse_unchanged (self, unit, error);
  /* Translators: the old name of a unit, then the new one */
  td_connection_set_action_name (self->connection, _ ("Rename “%s” to “%s”"), unit->name, named->name);
  return write_changed (self, unit, error);
}

static gboolean
rename_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  return run (data, rename_unit, job, connection, FALSE, error);
}

/**
 * td_unit_rename_job:
 * @act: as for td_unit_merge_job()
 * @renamed: a stored unit with its new name, short name and printed name; the rest is not looked at
 *
 * Returns: (transfer full): the job; its id is the act's, its object the #TdUnit
 */
TdJob *
td_unit_rename_job (TdUnitAct *act, TdUnit *renamed)
{
  gint64 id = id_of (renamed);
  Act *self = act_new (act, "rename", &id, 1);

  self->changed = td_entity_copy (renamed);
  return td_job_new_write (_ ("Rename a unit"), rename_cb, self, (GDestroyNotify) act_free);
}

static gboolean
move_unit (Act *self, GError **error)
{
  TdUnit *unit = g_ptr_array_index (self->units, 0);
  gint64 parent_id = self->changed->parent_id;
  gint64 place_id = self->changed->place_id;
  g_autoptr (TdUnit) above = NULL;

  g_clear_object (&self->changed);
  self->changed = td_entity_copy (unit);
  g_object_set (self->changed, "parent-id", parent_id, "place-id", place_id, NULL);
  if (!check_above (self, unit, "parent-id", parent_id, error) || !check_above (self, unit, "place-id", place_id, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (self->job)))
    return td_job_refuse (self->job, error);
  if (unit->parent_id == parent_id && unit->place_id == place_id)
    return refuse_unchanged (self, unit, error);
  if (parent_id != 0)
    above = td_connection_get (self->connection, TD_TYPE_UNIT, parent_id, error);
  if (above != NULL)
    /* Translators: a unit, then the unit it will belong to */
    td_connection_set_action_name (self->connection, _ ("Move “%s” to “%s”"), unit->name, above->name);
  else
    td_connection_set_action_name (self->connection, _ ("Move “%s”"), unit->name);
  return (parent_id == 0 || above != NULL) && write_changed (self, unit, error);
}

static gboolean
move_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  return run (data, move_unit, job, connection, FALSE, error);
}

/**
 * td_unit_move_job:
 * @act: as for td_unit_merge_job()
 * @unit_id: a unit
 * @parent_id: the unit it will belong to, 0 for none
 * @place_id: the territory it will lie in, 0 for none
 *
 * Returns: (transfer full): the job; its id is the act's, its object the #TdUnit
 */
TdJob *
td_unit_move_job (TdUnitAct *act, gint64 unit_id, gint64 parent_id, gint64 place_id)
{
  Act *self = act_new (act, "move", &unit_id, 1);

  self->changed = g_object_new (TD_TYPE_UNIT, "parent-id", parent_id, "place-id", place_id, NULL);
  return td_job_new_write (_ ("Move a unit"), move_cb, self, (GDestroyNotify) act_free);
}
