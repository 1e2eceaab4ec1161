/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "td-entity.h"

G_BEGIN_DECLS

/**
 * TdColumnsOrder:
 * @field: the property the rows are to be ordered by, or %NULL
 * @descending: whether the last comes first
 */
typedef struct
{
  const char *field;
  gboolean descending;
} TdColumnsOrder;

void td_columns_append (GtkColumnView *view, GType entity_type, const char *const *names);
void td_columns_offer_others (GtkColumnView *view, GType entity_type);
const TdField *td_columns_get_field (GtkColumnViewColumn *column);
GPtrArray *td_columns_get_shown (GtkColumnView *view);
void td_columns_let_one_expand (GtkColumnView *view);
void td_columns_read_order (GtkColumnView *view, TdColumnsOrder *order);
void td_columns_set_order (GtkColumnView *view, const char *field, gboolean descending);

G_END_DECLS
