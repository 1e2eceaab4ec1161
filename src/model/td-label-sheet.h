/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdLabelSheet:
 * @id: "dl", "a4-2x7"
 * @title: what people call it
 * @envelope: an envelope with its sender, not a sheet of labels
 * @width: of the sheet, millimetres like all that follow
 * @height: of the sheet
 * @columns: labels side by side
 * @rows: labels one above the other
 * @label_width: of one label
 * @label_height: of one label
 * @left: from the sheet's edge to the first label
 * @top: the same from above
 * @gap_x: between two labels side by side
 * @gap_y: between two one above the other
 * @area: (array fixed-size=4): where words may stand on a label: x, y, width, height
 * @size: of the name, points, where there is room
 *
 * Something labels or addresses are printed on.
 */
typedef struct
{
  char *id;
  char *title;
  gboolean envelope;
  double width;
  double height;
  guint columns;
  guint rows;
  double label_width;
  double label_height;
  double left;
  double top;
  double gap_x;
  double gap_y;
  double area[4];
  double size;
} TdLabelSheet;

TdLabelSheet *td_label_sheet_new (void);
TdLabelSheet *td_label_sheet_copy (const TdLabelSheet *self);
void td_label_sheet_free (TdLabelSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLabelSheet, td_label_sheet_free)

G_END_DECLS
