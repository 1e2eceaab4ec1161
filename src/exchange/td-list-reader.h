/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-book.h"
#include "td-list-reading.h"

G_BEGIN_DECLS

/**
 * TdListMappings:
 * @remembered: (nullable) (element-type utf8 utf8): fingerprint of a head → roles of its columns, as
 *   td_list_table_dup_mapping() writes them
 * @by_hand: (nullable) (element-type utf8 utf8): the same, as a person says now
 *
 * What is known about the columns before a list is read.
 */
typedef struct
{
  GHashTable *remembered;
  GHashTable *by_hand;
} TdListMappings;

TdListReading *td_list_reader_read (TdBook *book, const TdListMappings *mappings, GCancellable *cancellable, GError **error);

G_END_DECLS
