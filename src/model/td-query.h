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
 * TdCondition:
 * @field: a property's name
 * @text: the text it equals, or %NULL
 * @number: the number it equals when @is_number; 0 asks for records without a value
 * @is_number: whether @number counts, not @text
 * @negated: whether the value must differ
 */
typedef struct
{
  char *field;
  char *text;
  gint64 number;
  gboolean is_number;
  gboolean negated;
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
void td_query_search (TdQuery *self, const char *words);
void td_query_order_by (TdQuery *self, const char *field, gboolean descending);

GType td_query_get_entity_type (const TdQuery *self);
GPtrArray *td_query_get_conditions (const TdQuery *self);
const char *td_query_get_search (const TdQuery *self);
const char *td_query_get_order (const TdQuery *self, gboolean *descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdQuery, td_query_unref)

G_END_DECLS
