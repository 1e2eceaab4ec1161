/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entity"

#include "config.h"

#include <string.h>

#include "td-entity.h"

/* Every kind of record derives from this. A subclass describes its fields in one table; this
 * class turns the table into GObject properties and keeps the values. */

typedef struct
{
  gint64 id; /* 0 until the store has given one */
  char *uuid;
} TdEntityPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TdEntity, td_entity, G_TYPE_OBJECT)

static gpointer
value_of (TdEntity *self, const TdField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

/* Text is kept composed (NFC). Only text with a combining mark in it can be otherwise, and
 * those all begin with the bytes CC or CD. */
static char *
compose (const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  if (strpbrk (text, "\xcc\xcd") == NULL)
    return g_strdup (text);
  return g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
}

static void
td_entity_finalize (GObject *object)
{
  TdEntity *self = TD_ENTITY (object);
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!td_field_is_number (&klass->fields[i]))
      g_clear_pointer ((char **) value_of (self, &klass->fields[i]), g_free);
  G_OBJECT_CLASS (td_entity_parent_class)->finalize (object);
}

static void
td_entity_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TdEntity *self = TD_ENTITY (object);
  const TdField *field = &TD_ENTITY_GET_CLASS (self)->fields[prop_id - 1];

  if (!td_field_is_number (field))
    g_value_set_string (value, td_entity_get_text (self, field));
  else if (field->kind == TD_FIELD_BOOLEAN)
    g_value_set_boolean (value, td_entity_get_number (self, field) != 0);
  else
    g_value_set_int64 (value, td_entity_get_number (self, field));
}

static void
td_entity_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TdEntity *self = TD_ENTITY (object);
  const TdField *field = &TD_ENTITY_GET_CLASS (self)->fields[prop_id - 1];

  if (!td_field_is_number (field))
    td_entity_set_text (self, field, g_value_get_string (value));
  else if (field->kind == TD_FIELD_BOOLEAN)
    td_entity_set_number (self, field, g_value_get_boolean (value));
  else
    td_entity_set_number (self, field, g_value_get_int64 (value));
}

static void
td_entity_class_init (TdEntityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_entity_finalize;
}

static void
td_entity_init (TdEntity *self)
{
}

static GParamSpec *
make_pspec (const TdField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  if (!td_field_is_number (field))
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
  if (field->kind == TD_FIELD_BOOLEAN)
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
  return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
}

/**
 * td_entity_class_describe:
 * @klass: the class being initialised
 * @table: (transfer none): name of its table; must stay alive
 * @title: (transfer none): what people call one such record, to be translated; must stay alive
 * @fields: (array length=n_fields): its own fields; strings must stay alive
 * @n_fields: how many
 *
 * Describes a kind of record, once. Called from class_init.
 */
void
td_entity_class_describe (TdEntityClass *klass, const char *table, const char *title, const TdField *fields, guint n_fields)
{
  static const TdField common[] = {
    { "id", "Id", TD_FIELD_INTEGER, TD_FIELD_HIDDEN },
    { "uuid", "UUID", TD_FIELD_TEXT, TD_FIELD_HIDDEN },
  };

  g_return_if_fail (table != NULL && title != NULL && fields != NULL);

  /* GObject does not let these two be inherited. */
  G_OBJECT_CLASS (klass)->get_property = td_entity_get_property;
  G_OBJECT_CLASS (klass)->set_property = td_entity_set_property;
  klass->table = table;
  klass->title = title;
  klass->n_fields = G_N_ELEMENTS (common) + n_fields;
  klass->fields = g_new0 (TdField, klass->n_fields); /* classes are never freed */
  memcpy (klass->fields, common, sizeof common);
  memcpy (klass->fields + G_N_ELEMENTS (common), fields, n_fields * sizeof *fields);
  klass->fields[0].offset = TdEntity_private_offset + G_STRUCT_OFFSET (TdEntityPrivate, id);
  klass->fields[1].offset = TdEntity_private_offset + G_STRUCT_OFFSET (TdEntityPrivate, uuid);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      klass->fields[i].pspec = make_pspec (&klass->fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, klass->fields[i].pspec);
    }
}

/**
 * td_entity_class_find:
 * @klass: a class
 * @name: a property's name
 *
 * Returns: (nullable): its description
 */
const TdField *
td_entity_class_find (TdEntityClass *klass, const char *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return &klass->fields[i];
  return NULL;
}

/**
 * td_entity_class_find_flag:
 * @klass: a class
 * @flag: what the field is like
 * @target: (nullable): the table it points into, %NULL for any or none
 *
 * Returns: (nullable): the first such field of its own
 */
const TdField *
td_entity_class_find_flag (TdEntityClass *klass, TdFieldFlags flag, const char *target)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].via == NULL && (klass->fields[i].flags & flag) && (target == NULL || g_strcmp0 (klass->fields[i].target, target) == 0))
      return &klass->fields[i];
  return NULL;
}

/**
 * td_entity_class_of:
 * @type: a type derived from #TdEntity
 *
 * Returns: (transfer none): its class; classes live as long as the program
 */
TdEntityClass *
td_entity_class_of (GType type)
{
  TdEntityClass *klass = g_type_class_peek (type);

  /* The reference is kept on purpose: descriptions are handed out as plain pointers. */
  return klass != NULL ? klass : g_type_class_ref (type);
}

/**
 * td_entity_get_id:
 * @self: a record
 *
 * Returns: its key in this office file, 0 until it is stored
 */
gint64
td_entity_get_id (TdEntity *self)
{
  g_return_val_if_fail (TD_IS_ENTITY (self), 0);

  return ((TdEntityPrivate *) td_entity_get_instance_private (self))->id;
}

/**
 * td_entity_get_uuid:
 * @self: a record
 *
 * Returns: (nullable): its name in exchange files, made once when it is stored
 */
const char *
td_entity_get_uuid (TdEntity *self)
{
  g_return_val_if_fail (TD_IS_ENTITY (self), NULL);

  return ((TdEntityPrivate *) td_entity_get_instance_private (self))->uuid;
}

/**
 * td_entity_get_text:
 * @self: a record
 * @field: one of its text fields
 *
 * Returns: (nullable): the value; %NULL when it is empty
 */
const char *
td_entity_get_text (TdEntity *self, const TdField *field)
{
  return *(char **) value_of (self, field);
}

/**
 * td_entity_get_number:
 * @self: a record
 * @field: one of its number fields
 *
 * Returns: the value, 0 for none
 */
gint64
td_entity_get_number (TdEntity *self, const TdField *field)
{
  if (field->kind == TD_FIELD_BOOLEAN)
    return *(gboolean *) value_of (self, field);
  return *(gint64 *) value_of (self, field);
}

/**
 * td_entity_set_text:
 * @self: a record
 * @field: one of its text fields
 * @text: (nullable): valid UTF-8; kept composed, an empty text is kept as none
 *
 * Returns: whether the value changed
 */
gboolean
td_entity_set_text (TdEntity *self, const TdField *field, const char *text)
{
  char **place = value_of (self, field);
  g_autofree char *composed = NULL;

  g_return_val_if_fail (TD_IS_ENTITY (self) && !td_field_is_number (field), FALSE);

  composed = compose (text);
  if (g_strcmp0 (*place, composed) == 0)
    return FALSE;
  g_free (*place);
  *place = g_steal_pointer (&composed);
  g_object_notify_by_pspec (G_OBJECT (self), field->pspec);
  return TRUE;
}

/**
 * td_entity_set_number:
 * @self: a record
 * @field: one of its number fields
 * @number: the value, 0 for none
 *
 * Returns: whether the value changed
 */
gboolean
td_entity_set_number (TdEntity *self, const TdField *field, gint64 number)
{
  g_return_val_if_fail (TD_IS_ENTITY (self) && td_field_is_number (field), FALSE);

  if (td_entity_get_number (self, field) == number)
    return FALSE;
  if (field->kind == TD_FIELD_BOOLEAN)
    *(gboolean *) value_of (self, field) = number != 0;
  else
    *(gint64 *) value_of (self, field) = number;
  g_object_notify_by_pspec (G_OBJECT (self), field->pspec);
  return TRUE;
}

/**
 * td_entity_is_empty:
 * @self: a record
 * @field: one of its fields
 *
 * Returns: whether there is no value
 */
gboolean
td_entity_is_empty (TdEntity *self, const TdField *field)
{
  return td_field_is_number (field) ? td_entity_get_number (self, field) == 0 : td_entity_get_text (self, field) == NULL;
}

/**
 * td_entity_applies:
 * @self: a record
 * @field: one of its fields
 *
 * Returns: whether the field has a meaning for such a record; one that holds a value always has,
 *   so that nothing is kept out of sight
 */
gboolean
td_entity_applies (TdEntity *self, const TdField *field)
{
  const TdField *when = field->when != NULL ? td_entity_class_find (TD_ENTITY_GET_CLASS (self), field->when) : NULL;
  const char *value = when != NULL ? td_entity_get_text (self, when) : NULL;
  g_auto (GStrv) words = NULL;

  if (value == NULL || !td_entity_is_empty (self, field))
    return TRUE;
  words = g_strsplit (field->is, " ", -1);
  return g_strv_contains ((const char *const *) words, value);
}

/**
 * td_entity_copy_value:
 * @self: a record
 * @source: another of the same type
 * @field: one of their fields
 *
 * Returns: whether @self has another value now
 */
gboolean
td_entity_copy_value (TdEntity *self, TdEntity *source, const TdField *field)
{
  if (td_field_is_number (field))
    return td_entity_set_number (self, field, td_entity_get_number (source, field));
  return td_entity_set_text (self, field, td_entity_get_text (source, field));
}

/**
 * td_entity_assign:
 * @self: a record
 * @source: another of the same type
 *
 * Takes over every value of @source. Watchers of @self hear what changed: this is how a
 * placeholder in a list becomes its row.
 */
void
td_entity_assign (TdEntity *self, TdEntity *source)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (self);

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (source));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->n_fields; i++)
    td_entity_copy_value (self, source, &klass->fields[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * td_entity_copy:
 * @entity: (type TdEntity): a record
 *
 * Returns: (transfer full): another with the same values, its id among them
 */
gpointer
td_entity_copy (gpointer entity)
{
  TdEntity *copy;

  g_return_val_if_fail (TD_IS_ENTITY (entity), NULL);

  copy = g_object_new (G_OBJECT_TYPE (entity), NULL);
  td_entity_assign (copy, entity);
  return copy;
}
