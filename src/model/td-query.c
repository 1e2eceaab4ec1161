/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-query"

#include "config.h"

#include "td-query.h"

struct _TdQuery
{
  gatomicrefcount ref_count;
  GType entity_type;
  GPtrArray *conditions; /* of TdCondition */
  char *search;
  char *order;
  gboolean descending;
  gboolean with_retired;
};

G_DEFINE_BOXED_TYPE (TdQuery, td_query, td_query_ref, td_query_unref)

static void
condition_free (TdCondition *condition)
{
  g_free (condition->field);
  g_free (condition->until);
  g_free (condition->text);
  g_strfreev (condition->texts);
  g_free (condition);
}

/* Copies the condition. */
static void
add_condition (TdQuery *self, const TdCondition *given)
{
  TdCondition *condition = g_memdup2 (given, sizeof *given);

  condition->field = g_strdup (given->field);
  condition->until = g_strdup (given->until);
  condition->text = g_strdup (given->text);
  condition->texts = g_strdupv (given->texts);
  g_ptr_array_add (self->conditions, condition);
}

/**
 * td_query_new:
 * @entity_type: a type derived from #TdEntity
 *
 * Returns: (transfer full): a query for all its records, in the order they were entered
 */
TdQuery *
td_query_new (GType entity_type)
{
  TdQuery *self = g_new0 (TdQuery, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entity_type = entity_type;
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) condition_free);
  return self;
}

/**
 * td_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): the same
 */
TdQuery *
td_query_ref (TdQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * td_query_unref:
 * @self: (transfer full): a query
 */
void
td_query_unref (TdQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->conditions);
  g_free (self->search);
  g_free (self->order);
  g_free (self);
}

/**
 * td_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): one that may be changed
 */
TdQuery *
td_query_copy (const TdQuery *self)
{
  TdQuery *copy = td_query_new (self->entity_type);

  for (guint i = 0; i < self->conditions->len; i++)
    add_condition (copy, g_ptr_array_index (self->conditions, i));
  copy->search = g_strdup (self->search);
  copy->order = g_strdup (self->order);
  copy->descending = self->descending;
  copy->with_retired = self->with_retired;
  return copy;
}

/**
 * td_query_where_text:
 * @self: a query
 * @field: a text property
 * @text: (nullable): the text it must equal; %NULL asks for records without one
 */
void
td_query_where_text (TdQuery *self, const char *field, const char *text)
{
  add_condition (self, &(TdCondition){ .kind = TD_CONDITION_TEXT, .field = (char *) field, .text = (char *) text });
}

/**
 * td_query_where_number:
 * @self: a query
 * @field: a number property
 * @number: the number it must equal; 0 asks for records without one
 */
void
td_query_where_number (TdQuery *self, const char *field, gint64 number)
{
  add_condition (self, &(TdCondition){ .kind = TD_CONDITION_NUMBER, .field = (char *) field, .number = number });
}

/**
 * td_query_where_not_text:
 * @self: a query
 * @field: a text property
 * @text: the text it must not equal
 */
void
td_query_where_not_text (TdQuery *self, const char *field, const char *text)
{
  add_condition (self, &(TdCondition){ .kind = TD_CONDITION_NOT_TEXT, .field = (char *) field, .text = (char *) text });
}

/**
 * td_query_where_any_text:
 * @self: a query
 * @field: a text property
 * @texts: (array zero-terminated=1): what it may equal; none lets nothing through
 */
void
td_query_where_any_text (TdQuery *self, const char *field, const char *const *texts)
{
  add_condition (self, &(TdCondition){ .kind = TD_CONDITION_ANY_TEXT, .field = (char *) field, .texts = (char **) texts });
}

/**
 * td_query_where_on_day:
 * @self: a query
 * @from: the date property of the first day; no value is open
 * @until: the date property of the last day; no value is open
 * @day: a full date
 *
 * Asks for records that hold on a day. A date kept as a month or a year counts from its beginning
 * to its end.
 */
void
td_query_where_on_day (TdQuery *self, const char *from, const char *until, const char *day)
{
  add_condition (self, &(TdCondition){ .kind = TD_CONDITION_ON_DAY, .field = (char *) from, .until = (char *) until, .text = (char *) day });
}

/**
 * td_query_where_before:
 * @self: a query
 * @field: a date property
 * @day: a full date
 *
 * Asks for records whose date is over before a day. One kept as a month or a year is over when that is.
 */
void
td_query_where_before (TdQuery *self, const char *field, const char *day)
{
  add_condition (self, &(TdCondition){ .kind = TD_CONDITION_BEFORE, .field = (char *) field, .text = (char *) day });
}

/**
 * td_query_where_not_number:
 * @self: a query
 * @field: a number property, or "id"
 * @number: the number it must not equal
 */
void
td_query_where_not_number (TdQuery *self, const char *field, gint64 number)
{
  add_condition (self, &(TdCondition){ .kind = TD_CONDITION_NOT_NUMBER, .field = (char *) field, .number = number });
}

/**
 * td_query_search:
 * @self: a query
 * @words: (nullable): what was typed: every word begins a word of the record. With tone marks
 *   they count, without them they do not.
 */
void
td_query_search (TdQuery *self, const char *words)
{
  g_free (self->search);
  self->search = words != NULL && *words != '\0' ? g_strdup (words) : NULL;
}

/**
 * td_query_order_by:
 * @self: a query
 * @field: (nullable): a property's name; %NULL for the order of entry
 * @descending: whether the last comes first
 */
void
td_query_order_by (TdQuery *self, const char *field, gboolean descending)
{
  g_free (self->order);
  self->order = g_strdup (field);
  self->descending = descending;
}

/**
 * td_query_set_with_retired:
 * @self: a query without words to search for, in the order of entry
 * @with_retired: whether it asks also for records whose place another one took
 */
void
td_query_set_with_retired (TdQuery *self, gboolean with_retired)
{
  self->with_retired = with_retired;
}

/**
 * td_query_is_with_retired:
 * @self: a query
 *
 * Returns: whether it asks also for records whose place another one took
 */
gboolean
td_query_is_with_retired (const TdQuery *self)
{
  return self->with_retired;
}

/**
 * td_query_get_entity_type:
 * @self: a query
 *
 * Returns: the kind of record it asks for
 */
GType
td_query_get_entity_type (const TdQuery *self)
{
  return self->entity_type;
}

/**
 * td_query_get_conditions:
 * @self: a query
 *
 * Returns: (transfer none) (element-type TdCondition): all of them must hold
 */
GPtrArray *
td_query_get_conditions (const TdQuery *self)
{
  return self->conditions;
}

/**
 * td_query_get_search:
 * @self: a query
 *
 * Returns: (nullable): the words searched for
 */
const char *
td_query_get_search (const TdQuery *self)
{
  return self->search;
}

/**
 * td_query_get_order:
 * @self: a query
 * @descending: (out): whether the last comes first
 *
 * Returns: (nullable): the property that orders, or %NULL for the order of entry
 */
const char *
td_query_get_order (const TdQuery *self, gboolean *descending)
{
  *descending = self->descending;
  return self->order;
}
