/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TdQuery:
 *
 * A question to the store: which records of one kind, in which order. Values only, no SQL.
 * Build it, then hand it over; a query that has been handed over is not changed any more.
 */
typedef struct _TdQuery TdQuery;

/**
 * TdConditionKind:
 * @TD_CONDITION_TEXT: the text equals, or there is none
 * @TD_CONDITION_NOT_TEXT: the text differs
 * @TD_CONDITION_NUMBER: the number equals; 0 asks for records without a value
 * @TD_CONDITION_ANY_TEXT: the text is one of several
 * @TD_CONDITION_ON_DAY: a day lies within the dates of two fields
 * @TD_CONDITION_NOT_NUMBER: the number differs
 * @TD_CONDITION_BEFORE: a date is there and is over before a day
 */
typedef enum
{
  TD_CONDITION_TEXT,
  TD_CONDITION_NOT_TEXT,
  TD_CONDITION_NUMBER,
  TD_CONDITION_ANY_TEXT,
  TD_CONDITION_ON_DAY,
  TD_CONDITION_NOT_NUMBER,
  TD_CONDITION_BEFORE,
} TdConditionKind;

/**
 * TdCondition:
 * @kind: what must hold
 * @field: a property's name
 * @until: for %TD_CONDITION_ON_DAY: the property of the last day; @field is that of the first
 * @text: the text it equals, or %NULL; the day
 * @texts: (nullable): for %TD_CONDITION_ANY_TEXT
 * @number: the number it equals or differs from
 */
typedef struct
{
  TdConditionKind kind;
  char *field;
  char *until;
  char *text;
  char **texts;
  gint64 number;
} TdCondition;

#define TD_TYPE_QUERY (td_query_get_type ())
GType td_query_get_type (void);

TdQuery *td_query_new (GType entity_type);
TdQuery *td_query_ref (TdQuery *self);
void td_query_unref (TdQuery *self);
TdQuery *td_query_copy (const TdQuery *self);

void td_query_where_text (TdQuery *self, const char *field, const char *text);
void td_query_where_number (TdQuery *self, const char *field, gint64 number);
void td_query_where_not_text (TdQuery *self, const char *field, const char *text);
void td_query_where_any_text (TdQuery *self, const char *field, const char *const *texts);
void td_query_where_on_day (TdQuery *self, const char *from, const char *until, const char *day);
void td_query_where_before (TdQuery *self, const char *field, const char *day);
void td_query_where_not_number (TdQuery *self, const char *field, gint64 number);
void td_query_search (TdQuery *self, const char *words);
void td_query_order_by (TdQuery *self, const char *field, gboolean descending);
void td_query_set_with_retired (TdQuery *self, gboolean with_retired);

GType td_query_get_entity_type (const TdQuery *self);
GPtrArray *td_query_get_conditions (const TdQuery *self);
const char *td_query_get_search (const TdQuery *self);
const char *td_query_get_order (const TdQuery *self, gboolean *descending);
gboolean td_query_is_with_retired (const TdQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdQuery, td_query_unref)

G_END_DECLS
