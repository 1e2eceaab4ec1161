/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-template.h"

G_BEGIN_DECLS

/**
 * TdTemplateSnap:
 * @dx: how much further to the right, millimetres
 * @dy: how much further down
 * @on_x: whether something stands exactly at @x then
 * @on_y: whether something stands exactly at @y then
 * @x: an upright line, from the sheet's left edge
 * @y: a level line, from its upper edge
 */
typedef struct
{
  double dx;
  double dy;
  gboolean on_x;
  gboolean on_y;
  double x;
  double y;
} TdTemplateSnap;

typedef struct _TdTemplateLines TdTemplateLines;

TdTemplateLines *td_template_lines_new (TdTemplate *template, GPtrArray *without);
void td_template_lines_free (TdTemplateLines *self);
void td_template_lines_add (TdTemplateLines *self, gboolean vertical, double at);
TdTemplateSnap td_template_lines_snap_area (const TdTemplateLines *self, const TdTemplateArea *area, double reach);
TdTemplateSnap td_template_lines_snap_point (const TdTemplateLines *self, double x, double y, double reach);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTemplateLines, td_template_lines_free)

G_END_DECLS
