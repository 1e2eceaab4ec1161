/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-model"

#include "config.h"

#include "td-model.h"

/**
 * td_model_get_types:
 * @n_types: (out): how many
 *
 * Lists every kind of record kept in an office file. A new entity is named here and nowhere else.
 *
 * Returns: (array length=n_types): their types, those referred to before those that refer
 */
const GType *
td_model_get_types (guint *n_types)
{
  static GType types[64];
  static guint n;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      types[n++] = TD_TYPE_OFFICE;
      types[n++] = TD_TYPE_UNIT;
      types[n++] = TD_TYPE_UNIT_ACT;
      types[n++] = TD_TYPE_UNIT_ACT_PART;
      types[n++] = TD_TYPE_UNIT_GROUP;
      types[n++] = TD_TYPE_BLOC;
      types[n++] = TD_TYPE_BLOC_MEMBER;
      types[n++] = TD_TYPE_EVENT;
      types[n++] = TD_TYPE_PLAN;
      types[n++] = TD_TYPE_CLAUSE;
      types[n++] = TD_TYPE_ALLOWANCE;
      types[n++] = TD_TYPE_TASK;
      types[n++] = TD_TYPE_DEADLINE;
      types[n++] = TD_TYPE_REPORT;
      types[n++] = TD_TYPE_PLAN_CHANGE;
      types[n++] = TD_TYPE_PLAN_CHANGE_LINE;
      types[n++] = TD_TYPE_WORK;
      types[n++] = TD_TYPE_OCCASION;
      types[n++] = TD_TYPE_DIFFICULTY;
      types[n++] = TD_TYPE_TARGET;
      types[n++] = TD_TYPE_GIVER;
      types[n++] = TD_TYPE_SUBJECT;
      types[n++] = TD_TYPE_EXEMPLAR;
      types[n++] = TD_TYPE_OTHER_NAME;
      types[n++] = TD_TYPE_SUBJECT_POST;
      types[n++] = TD_TYPE_DISCIPLINE;
      types[n++] = TD_TYPE_VERIFICATION;
      types[n++] = TD_TYPE_EARLIER_AWARD;
      types[n++] = TD_TYPE_DISTINCT_PAIR;
      types[n++] = TD_TYPE_SUBJECT_MERGE;
      types[n++] = TD_TYPE_SUBJECT_MOVE;
      types[n++] = TD_TYPE_NOMINATION;
      types[n++] = TD_TYPE_DECISION;
      types[n++] = TD_TYPE_DECISION_ACT;
      types[n++] = TD_TYPE_AWARD;
      types[n++] = TD_TYPE_DECISION_ACT_LINE;
      types[n++] = TD_TYPE_LIST_IMPORT;
      types[n++] = TD_TYPE_LIST_RECORD;
      types[n++] = TD_TYPE_LIST_LAYOUT;
      types[n++] = TD_TYPE_STOCK;
      types[n++] = TD_TYPE_STOCK_PART;
      types[n++] = TD_TYPE_STOCK_PACK;
      types[n++] = TD_TYPE_STOCK_ROUND;
      types[n++] = TD_TYPE_STOCK_SHEET;
      types[n++] = TD_TYPE_CALIBRATION;
      types[n++] = TD_TYPE_SIGN_OFF;
      types[n++] = TD_TYPE_OFFICE_TEMPLATE;
      types[n++] = TD_TYPE_UNDERLAY;
      types[n++] = TD_TYPE_AWARD_LAYOUT;
      types[n++] = TD_TYPE_CEREMONY;
      types[n++] = TD_TYPE_CEREMONY_LINE;
      types[n++] = TD_TYPE_KIT_PART;
      types[n++] = TD_TYPE_PRINT_BATCH;
      types[n++] = TD_TYPE_PRINT_CHUNK;
      types[n++] = TD_TYPE_PRINT_PAGE;
      types[n++] = TD_TYPE_EMBLEM;
      types[n++] = TD_TYPE_WORDING;
      types[n++] = TD_TYPE_SIGNING_KEY;
      types[n++] = TD_TYPE_STATEMENT;
      g_assert (n <= G_N_ELEMENTS (types));
      g_once_init_leave (&once, 1);
    }
  *n_types = n;
  return types;
}

/**
 * td_model_type_of_table:
 * @table: a table's name
 *
 * Returns: the kind of record it keeps, or %G_TYPE_INVALID
 */
GType
td_model_type_of_table (const char *table)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (g_str_equal (td_entity_class_of (types[i])->table, table))
      return types[i];
  return G_TYPE_INVALID;
}

/**
 * td_model_list_references:
 * @table: a table's name
 * @without: references with any of these flags are left out, such as %TD_FIELD_STAYS for those that only say what was
 *
 * Lists whatever can point at a record of this table, as the descriptions say.
 *
 * Returns: (transfer full) (element-type TdReference): in the order of the entities
 */
GArray *
td_model_list_references (const char *table, TdFieldFlags without)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  GArray *references = g_array_new (FALSE, FALSE, sizeof (TdReference));

  for (guint i = 0; i < n_types; i++)
    {
      TdEntityClass *klass = td_entity_class_of (types[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].via == NULL && g_strcmp0 (klass->fields[j].target, table) == 0 && (klass->fields[j].flags & without) == 0)
          {
            TdReference reference = { types[i], &klass->fields[j] };

            g_array_append_val (references, reference);
          }
    }
  return references;
}
