/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-field.h"

G_BEGIN_DECLS

#define TD_TYPE_ENTITY (td_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdEntity, td_entity, TD, ENTITY, GObject)

/**
 * TdEntityClass:
 * @table: the name of its table and of its noun on the command line
 * @title: what people call one such record, to be translated
 * @fields: every property in order: "id" and "uuid", then its own
 * @n_fields: how many
 */
struct _TdEntityClass
{
  GObjectClass parent_class;

  const char *table;
  const char *title;
  TdField *fields;
  guint n_fields;
};

/**
 * TD_ENTITY_FIELD:
 * @Type: the instance structure
 * @member: the member that holds the value
 *
 * The place of a field's value.
 */
#define TD_ENTITY_FIELD(Type, member) G_STRUCT_OFFSET (Type, member)

/**
 * TD_DEFINE_ENTITY:
 * @TypeName: such as TdUnit
 * @type_name: such as td_unit
 * @table_name: the table
 * @record_title: what people call one such record, marked with N_()
 * @fields_array: a static array of #TdField
 *
 * Defines the type. Values live in plain members of the instance, text and numbers alike: read
 * them freely, write them as properties so that watchers are told.
 */
#define TD_DEFINE_ENTITY(TypeName, type_name, table_name, record_title, fields_array)          \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, TD_TYPE_ENTITY)                                    \
  static void type_name##_class_init (TypeName##Class *klass)                                  \
  {                                                                                            \
    td_entity_class_describe (TD_ENTITY_CLASS (klass), table_name, record_title, fields_array, \
                              G_N_ELEMENTS (fields_array));                                    \
  }                                                                                            \
  static void type_name##_init (TypeName *self)                                                \
  {                                                                                            \
  }

void td_entity_class_describe (TdEntityClass *klass, const char *table, const char *title, const TdField *fields, guint n_fields);
const TdField *td_entity_class_find (TdEntityClass *klass, const char *name);
const TdField *td_entity_class_find_flag (TdEntityClass *klass, TdFieldFlags flag, const char *target);
TdEntityClass *td_entity_class_of (GType type);

gint64 td_entity_get_id (TdEntity *self);
const char *td_entity_get_uuid (TdEntity *self);
const char *td_entity_get_text (TdEntity *self, const TdField *field);
gint64 td_entity_get_number (TdEntity *self, const TdField *field);
gboolean td_entity_set_text (TdEntity *self, const TdField *field, const char *text);
gboolean td_entity_set_number (TdEntity *self, const TdField *field, gint64 number);
gboolean td_entity_is_empty (TdEntity *self, const TdField *field);
gboolean td_entity_applies (TdEntity *self, const TdField *field);
gboolean td_entity_copy_value (TdEntity *self, TdEntity *source, const TdField *field);
void td_entity_assign (TdEntity *self, TdEntity *source);
gpointer td_entity_copy (gpointer entity);

G_END_DECLS
