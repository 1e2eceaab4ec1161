/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-record-jobs"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-model.h"
#include "td-record-file.h"
#include "td-record-jobs.h"
#include "td-record-users.h"
#include "td-award-lines.h"
#include "td-plan-clauses.h"
#include "td-unit-act-jobs.h"

/* Keeping, removing and fetching single records, as forms do. */

typedef struct
{
  GType type;
  TdEntity *entity;
  gint64 *ids;
  guint n_ids;
  char *field;
  char *path;
} Input;

static void
input_free (Input *input)
{
  g_clear_object (&input->entity);
  g_free (input->ids);
  g_free (input->field);
  g_free (input->path);
  g_free (input);
}

/**
 * td_record_dup_label:
 * @entity: a #TdEntity
 *
 * Returns: (transfer full): what a person calls the record: its name or number. Never a value
 *   that is private to a citizen.
 */
char *
td_record_dup_label (gpointer entity)
{
  static const char *const names[] = { "name", "subject-name", "number", "title", "award-form", "printer" };
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const TdField *field = td_entity_class_find (klass, names[i]);

      if (field != NULL && !td_field_is_number (field) && td_entity_get_text (entity, field) != NULL)
        return g_strdup (td_entity_get_text (entity, field));
    }
  return g_strdup (_ (klass->title));
}

static TdFinding *
check_field (TdEntity *entity, const TdField *field)
{
  const char *text = td_field_is_number (field) ? NULL : td_entity_get_text (entity, field);
  gboolean empty = td_field_is_number (field) ? td_entity_get_number (entity, field) == 0 : text == NULL;

  if (field->via != NULL)
    return NULL;
  if (empty)
    return (field->flags & TD_FIELD_REQUIRED) ? td_finding_new ("field-required", TD_SEVERITY_BLOCK, _ ("“%s” is missing."), _ (field->label)) : NULL;
  if (field->kind == TD_FIELD_DATE && !td_date_is_valid (text))
    return td_finding_new ("field-date", TD_SEVERITY_BLOCK, _ ("“%s” is not a date."), text);
  if (field->kind == TD_FIELD_CHOICE && td_field_find_choice (field, text) == NULL)
    return td_finding_new ("field-choice", TD_SEVERITY_BLOCK, _ ("“%s” is not one of the choices for “%s”."), text, _ (field->label));
  return NULL;
}

/* What the description of the entity asks for; where = the property's name. */
static void
check_fields (TdJob *job, TdEntity *entity)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      TdFinding *finding = check_field (entity, &klass->fields[i]);

      if (finding != NULL)
        td_job_take_finding (job, td_finding_at (finding, klass->fields[i].name, td_entity_get_id (entity), 0));
    }
}

/* What a record refers to is there. A window lets nothing else be chosen; a command line does. */
static gboolean
check_references (TdJob *job, TdConnection *connection, TdEntity *entity, GError **error)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (entity);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      gint64 id = field->kind == TD_FIELD_REFERENCE && field->via == NULL ? td_entity_get_number (entity, field) : 0;
      g_autoptr (TdEntity) found = NULL;
      g_autoptr (GError) local = NULL;

      if (id == 0)
        continue;
      found = td_connection_get (connection, td_model_type_of_table (field->target), id, &local);
      if (found == NULL && !g_error_matches (local, TD_STORE_ERROR, TD_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (found == NULL)
        td_job_take_finding (job, td_finding_at (td_finding_new ("field-reference", TD_SEVERITY_BLOCK, _ ("“%s”: %s"), _ (field->label), local->message), field->name, td_entity_get_id (entity), 0));
    }
  return TRUE;
}

static void
take_lock_finding (TdJob *job, const char *number)
{
  td_job_take_finding (job, td_finding_new ("record-locked", TD_SEVERITY_BLOCK,
                                            _ ("Issued as %s and locked; use a correction or a revocation."), number));
}

/* The words of a plan that was accepted or issued are that document's; what a piece is for, and what it counts, is the
 * office's reading of it. */
static gboolean
check_clause (TdJob *job, TdConnection *connection, TdClause *clause, GError **error)
{
  static const char *const own[] = { "role", "points", NULL };
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (clause);
  g_autoptr (TdClause) stored = td_connection_get (connection, TD_TYPE_CLAUSE, td_entity_get_id (TD_ENTITY (clause)), error);

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      gboolean same = td_field_is_number (field) ? td_entity_get_number (TD_ENTITY (clause), field) == td_entity_get_number (TD_ENTITY (stored), field)
                                                 : g_strcmp0 (td_entity_get_text (TD_ENTITY (clause), field), td_entity_get_text (TD_ENTITY (stored), field)) == 0;

      if (same || field->via != NULL || g_strv_contains (own, field->name))
        continue;
      td_job_take_finding (job, td_finding_at (td_finding_new ("record-clause", TD_SEVERITY_BLOCK, _ ("The words of a plan are changed where it is written; of one that was accepted or issued they stay as they are.")), field->name, td_entity_get_id (TD_ENTITY (clause)), 0));
      return TRUE;
    }
  return TRUE;
}

/* What has been issued is locked. Only how a name is printed may still change. Sheets are entered and ended by
 * what happens to them, or the count would not be one. */
static gboolean
check_lock (TdJob *job, TdConnection *connection, TdEntity *entity, GError **error)
{
  g_autoptr (TdAward) award = NULL;

  if (TD_IS_STOCK_SHEET (entity) || TD_IS_STOCK_PACK (entity) || TD_IS_STOCK_ROUND (entity))
    td_job_take_finding (job, td_finding_new ("record-ledger", TD_SEVERITY_BLOCK, _ ("Sheets are not entered or deleted by hand: receive them, spoil them, or undo.")));
  if (TD_IS_DECISION_ACT (entity) || TD_IS_DECISION_ACT_LINE (entity))
    td_job_take_finding (job, td_finding_new ("record-act", TD_SEVERITY_BLOCK, _ ("A correction or revocation is not changed or deleted by hand: undo it, or record another.")));
  if (TD_IS_SIGNING_KEY (entity) || TD_IS_STATEMENT (entity))
    td_job_take_finding (job, td_finding_new ("record-signed", TD_SEVERITY_BLOCK, _ ("Keys and signed statements are not entered or deleted by hand: retire the key.")));
  if (td_entity_get_id (entity) == 0)
    return TRUE;
  if (TD_IS_CLAUSE (entity))
    return check_clause (job, connection, TD_CLAUSE (entity), error);
  if (TD_IS_DECISION (entity))
    {
      g_autoptr (TdDecision) stored = td_connection_get (connection, TD_TYPE_DECISION, td_entity_get_id (entity), error);

      if (stored != NULL && g_strcmp0 (stored->state, "issued") == 0)
        take_lock_finding (job, stored->number);
      return stored != NULL;
    }
  if (TD_IS_NOMINATION (entity))
    {
      g_autoptr (TdNomination) stored = td_connection_get (connection, TD_TYPE_NOMINATION, td_entity_get_id (entity), error);
      g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD);
      g_autoptr (GError) local = NULL;

      if (stored == NULL)
        return FALSE;
      if (g_strcmp0 (stored->state, "awarded") != 0)
        return TRUE;
      td_query_where_number (query, "nomination-id", td_entity_get_id (entity));
      award = td_connection_find (connection, query, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      take_lock_finding (job, award != NULL ? award->decision_number : "");
    }
  return TRUE;
}

/**
 * td_record_check:
 * @job: takes findings
 * @connection: inside a transaction
 * @entity: a #TdEntity that is about to be kept
 * @error: return location
 *
 * Looks at what its description asks for, and whether it is locked.
 *
 * Returns: whether it could be looked at
 */
gboolean
td_record_check (TdJob *job, TdConnection *connection, gpointer entity, GError **error)
{
  check_fields (job, entity);
  return check_lock (job, connection, entity, error);
}

/* A unit does not belong to one that belongs to it. */
static gboolean
check_circles (TdJob *job, TdConnection *connection, TdEntity *entity, GError **error)
{
  static const char *const trees[] = { "parent-id", "place-id" };
  gint64 id = td_entity_get_id (entity);

  for (guint i = 0; TD_IS_UNIT (entity) && id != 0 && i < G_N_ELEMENTS (trees); i++)
    {
      const TdField *field = td_entity_class_find (TD_ENTITY_GET_CLASS (entity), trees[i]);
      gboolean circle;

      if (!td_unit_is_below (connection, td_entity_get_number (entity, field), trees[i], id, &circle, error))
        return FALSE;
      if (circle)
        td_job_take_finding (job, td_finding_at (td_finding_new ("unit-circle", TD_SEVERITY_BLOCK, _ ("That unit belongs to this one itself.")), trees[i], id, 0));
    }
  return TRUE;
}

static gboolean
keep_issued_award (TdJob *job, TdConnection *connection, TdEntity *entity, GError **error)
{
  g_autoptr (TdAward) stored = td_connection_get (connection, TD_TYPE_AWARD, td_entity_get_id (entity), error);
  const char *printed = TD_AWARD (entity)->printed_name;

  if (stored == NULL)
    return FALSE;
  /* A line copies its nomination; the printed name is the line's own. */
  g_object_set (stored, "printed-name", printed, NULL);
  return td_connection_update (connection, stored, error);
}

static gboolean
save_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autofree char *label = td_record_dup_label (input->entity);

  check_fields (job, input->entity);
  if (!check_references (job, connection, input->entity, error) || !check_lock (job, connection, input->entity, error) || !check_circles (job, connection, input->entity, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  if (!td_record_attach (connection, input->entity, input->path, error))
    return FALSE;
  if (td_entity_get_id (input->entity) == 0)
    {
      /* Translators: the name of a record */
      td_connection_set_action_name (connection, _ ("Add “%s”"), label);
      if (!td_connection_insert (connection, input->entity, error))
        return FALSE;
    }
  else
    {
      /* Translators: the name of a record */
      td_connection_set_action_name (connection, _ ("Change “%s”"), label);
      if (TD_IS_AWARD (input->entity))
        {
          if (!keep_issued_award (job, connection, input->entity, error))
            return FALSE;
        }
      else if (!td_connection_update (connection, input->entity, error))
        return FALSE;
    }
  if (TD_IS_NOMINATION (input->entity) && !td_award_lines_refresh (connection, td_entity_get_id (input->entity), error))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (input->entity));
  return td_plan_facts_changed (connection, input->entity, error);
}

/**
 * td_record_save_job:
 * @entity: a #TdEntity; a copy is kept
 *
 * Keeps a record: a new one when its id is 0, else the changed one. Findings name the property
 * they stand under in "where".
 *
 * Returns: (transfer full): the job; its id is the record's
 */
TdJob *
td_record_save_job (gpointer entity)
{
  return td_record_save_with_file_job (entity, NULL);
}

/**
 * td_record_save_with_file_job:
 * @entity: a #TdEntity; a copy is kept
 * @path: (nullable): the file that belongs to it, at most 64 MB; %NULL keeps the one it has
 *
 * Keeps a record as td_record_save_job() does, with its file.
 *
 * Returns: (transfer full): the job; its id is the record's
 */
TdJob *
td_record_save_with_file_job (gpointer entity, const char *path)
{
  Input *input = g_new0 (Input, 1);

  g_return_val_if_fail (TD_IS_ENTITY (entity), NULL);

  input->entity = td_entity_copy (entity);
  input->path = g_strdup (path);
  return td_job_new_write (_ ("Change"), save_cb, input, (GDestroyNotify) input_free);
}

/* Whether records of a kind have parts of their own. */
static gboolean
has_parts (GType type)
{
  const char *table = td_entity_class_of (type)->table;
  guint n_types;
  const GType *types = td_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (td_entity_class_find_flag (td_entity_class_of (types[i]), TD_FIELD_PART_OF, table) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
delete_children (TdConnection *connection, GType type, const char *field, gint64 id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (type);
  g_autoptr (GPtrArray) children = NULL;

  td_query_where_number (query, field, id);
  if (has_parts (type))
    {
      children = td_connection_list (connection, query, error);
      for (guint i = 0; children != NULL && i < children->len; i++)
        if (!td_record_delete_parts (connection, g_ptr_array_index (children, i), error))
          return FALSE;
      if (children == NULL)
        return FALSE;
    }
  return td_connection_delete_all (connection, query, error);
}

/* What stays without the record must not point at it any more. */
static gboolean
let_children_go (TdConnection *connection, GType type, const TdField *field, gint64 id, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (type);
  g_autoptr (GPtrArray) children = NULL;

  td_query_where_number (query, field->name, id);
  children = td_connection_list (connection, query, error);
  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      td_entity_set_number (g_ptr_array_index (children, i), field, 0);
      if (!td_connection_update (connection, g_ptr_array_index (children, i), error))
        return FALSE;
    }
  return children != NULL;
}

/**
 * td_record_delete_parts:
 * @connection: inside a transaction
 * @entity: a #TdEntity that is about to be deleted
 * @error: return location
 *
 * Deletes what belongs to a record alone: the parts the descriptions name, those that others refer to last, and the
 * lines of a decision. What stays without it no longer points at it.
 *
 * Returns: whether it went well
 */
gboolean
td_record_delete_parts (TdConnection *connection, gpointer entity, GError **error)
{
  gint64 id = td_entity_get_id (entity);
  guint n_types;
  const GType *types = td_model_get_types (&n_types);

  if (TD_IS_DECISION (entity) && !td_award_lines_strike_all (connection, id, error))
    return FALSE;
  for (guint i = n_types; i > 0; i--)
    {
      TdEntityClass *klass = td_entity_class_of (types[i - 1]);

      for (guint j = 0; j < klass->n_fields; j++)
        {
          const TdField *field = &klass->fields[j];

          if ((field->flags & (TD_FIELD_PART_OF | TD_FIELD_LETS_GO)) == 0 || !g_str_equal (field->target, TD_ENTITY_GET_CLASS (entity)->table))
            continue;
          if (!((field->flags & TD_FIELD_PART_OF) ? delete_children (connection, types[i - 1], field->name, id, error)
                                                  : let_children_go (connection, types[i - 1], field, id, error)))
            return FALSE;
        }
    }
  return TRUE;
}

/* Says what uses the record; where only one of its parts is used, that it is. */
static gboolean
refuse_used (TdJob *job, TdConnection *connection, TdEntity *entity, GError **error)
{
  g_autofree char *label = td_record_dup_label (entity);
  g_autofree char *users = td_record_users_dup_text (connection, entity, error);
  TdFinding *finding;

  if (users == NULL)
    return FALSE;
  finding = *users != '\0' ? td_finding_new ("record-used", TD_SEVERITY_BLOCK, _ ("“%s” is still used and was not deleted: %s."), label, users)
                           : td_finding_new ("record-used", TD_SEVERITY_BLOCK, _ ("“%s” is still used by other records and was not deleted."), label);
  td_job_take_finding (job, td_finding_at (finding, label, td_entity_get_id (entity), 0));
  return td_job_refuse (job, error);
}

static gboolean
delete_one (TdJob *job, TdConnection *connection, Input *input, gint64 id, GError **error)
{
  g_autoptr (TdEntity) entity = td_connection_get (connection, input->type, id, error);
  g_autofree char *label = NULL;
  g_autoptr (GError) local = NULL;

  if (entity == NULL || !check_lock (job, connection, entity, error))
    return FALSE;
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  label = td_record_dup_label (entity);
  td_connection_set_action_name (connection, input->n_ids == 1 ? _ ("Delete “%s”") : _ ("Delete “%s” and others"), label);
  if (td_record_delete_parts (connection, entity, &local) && td_connection_delete (connection, entity, &local) && td_plan_facts_changed (connection, entity, &local))
    return TRUE;
  if (!g_error_matches (local, TD_STORE_ERROR, TD_STORE_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return refuse_used (job, connection, entity, error);
}

static gboolean
delete_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;

  for (guint i = 0; i < input->n_ids; i++)
    if (!delete_one (job, connection, input, input->ids[i], error))
      return FALSE;
  td_job_set_count (job, input->n_ids);
  return TRUE;
}

/**
 * td_record_delete_job:
 * @type: a kind of record
 * @ids: (array length=n_ids): which
 * @n_ids: how many
 *
 * Removes records with what belongs to them alone, all or none. A record that others use, or
 * that has been issued, stays and a finding says why.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_record_delete_job (GType type, const gint64 *ids, guint n_ids)
{
  Input *input = g_new0 (Input, 1);

  input->type = type;
  input->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  input->n_ids = n_ids;
  return td_job_new_write (_ ("Delete"), delete_cb, input, (GDestroyNotify) input_free);
}

static gboolean
get_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  TdEntity *entity = td_connection_get (connection, input->type, input->ids[0], error);

  if (entity != NULL)
    td_job_take_object (job, entity);
  return entity != NULL;
}

/**
 * td_record_get_job:
 * @type: a kind of record
 * @id: its key
 *
 * Returns: (transfer full): the job; its object is the record
 */
TdJob *
td_record_get_job (GType type, gint64 id)
{
  Input *input = g_new0 (Input, 1);

  input->type = type;
  input->ids = g_memdup2 (&id, sizeof id);
  input->n_ids = 1;
  return td_job_new_read (get_cb, input, (GDestroyNotify) input_free);
}

static gboolean
parts_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdQuery) query = td_query_new (input->type);
  g_autoptr (GPtrArray) rows = NULL;
  GListStore *list;

  td_query_where_number (query, input->field, input->ids[0]);
  rows = td_connection_list (connection, query, error);
  if (rows == NULL)
    return FALSE;
  list = g_list_store_new (input->type);
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  td_job_set_count (job, rows->len);
  td_job_take_object (job, list);
  return TRUE;
}

/**
 * td_record_parts_job:
 * @type: a kind of record
 * @field: one of its references
 * @id: what it points at
 *
 * For the few records that belong to one other.
 *
 * Returns: (transfer full): the job; its object is a #GListModel of the records
 */
TdJob *
td_record_parts_job (GType type, const char *field, gint64 id)
{
  Input *input = g_new0 (Input, 1);

  input->type = type;
  input->field = g_strdup (field);
  input->ids = g_memdup2 (&id, sizeof id);
  input->n_ids = 1;
  return td_job_new_read (parts_cb, input, (GDestroyNotify) input_free);
}
