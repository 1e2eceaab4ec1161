/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-reading.h"

G_BEGIN_DECLS

/**
 * TdListMappings:
 * @remembered: (nullable) (element-type utf8 utf8): fingerprint of a head → roles of its columns, as
 *   td_list_table_dup_mapping() writes them
 * @by_hand: (nullable) (element-type utf8 utf8): the same, as a person says now
 * @headings: (nullable): what a person says of columns by their headings
 *
 * What is known about the columns before a list is read. What is said by hand counts most, then
 * headings, then what is remembered.
 */
typedef struct _TdListHeadings TdListHeadings;
typedef struct
{
  GHashTable *remembered;
  GHashTable *by_hand;
  TdListHeadings *headings;
} TdListMappings;

#define TD_TYPE_LIST_HEADINGS (td_list_headings_get_type ())
GType td_list_headings_get_type (void);

TdListHeadings *td_list_headings_new (void);
TdListHeadings *td_list_headings_ref (TdListHeadings *self);
void td_list_headings_unref (TdListHeadings *self);
gboolean td_list_headings_add (TdListHeadings *self, const char *text, GError **error);
gboolean td_list_headings_find (const TdListHeadings *self, const char *heading, TdListRole *role);
gboolean td_list_headings_check (const TdListHeadings *self, TdListReading *reading, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdListHeadings, td_list_headings_unref)

G_END_DECLS
