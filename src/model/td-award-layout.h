/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_AWARD_LAYOUT (td_award_layout_get_type ())
G_DECLARE_FINAL_TYPE (TdAwardLayout, td_award_layout, TD, AWARD_LAYOUT, TdEntity)

/**
 * TdAwardLayout:
 *
 * How one part of one certificate differs from what its template makes of it.
 *
 * @award_id: whose certificate
 * @template_name: id of the template; another one makes another page
 * @box: id of the box
 * @text: (nullable): what is printed, in these lines and no others; %NULL for the text as it is made
 * @dx: how far to the right of its place, micrometres
 * @dy: how far below its place, micrometres
 * @size: type size in hundredths of a point; 0 for the one that fits
 */
struct _TdAwardLayout
{
  TdEntity parent_instance;

  gint64 award_id;
  char *template_name;
  char *box;
  char *text;
  gint64 dx;
  gint64 dy;
  gint64 size;
};

G_END_DECLS
