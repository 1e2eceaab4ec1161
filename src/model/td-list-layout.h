/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_LIST_LAYOUT (td_list_layout_get_type ())
G_DECLARE_FINAL_TYPE (TdListLayout, td_list_layout, TD, LIST_LAYOUT, TdEntity)

/**
 * TdListLayout:
 *
 * What the columns of a sender's lists hold, remembered from the last time.
 *
 * @sender_id: the unit that sends them
 * @fingerprint: of the head
 * @mapping: the roles of its columns, with commas between them
 */
struct _TdListLayout
{
  TdEntity parent_instance;

  gint64 sender_id;
  char *sender_name;
  char *fingerprint;
  char *mapping;
};

G_END_DECLS
