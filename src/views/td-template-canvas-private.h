/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-template-canvas.h"
#include "td-template-snap.h"

G_BEGIN_DECLS

typedef enum
{
  DRAG_NONE,
  DRAG_MOVE,
  DRAG_SIZE,
  DRAG_BAND,
  DRAG_GUIDE,
} DragKind;

/**
 * TdCanvasDrag:
 * @kind: what is being dragged
 * @moved: whether it has begun to move
 * @x: where it began, in pixels
 * @y: the same
 * @start: what was chosen then covered
 * @edges: which edges are pulled
 * @lines: (nullable): what it falls in with
 * @snap: the lines it stands on now
 * @guide: which guide
 * @is_new: whether the guide comes from the ruler
 * @band: what is being drawn around, in millimetres
 * @pressed: (nullable): the box that was pressed
 * @was_chosen: whether it was chosen before
 */
typedef struct
{
  DragKind kind;
  gboolean moved;
  double x;
  double y;
  TdTemplateArea start;
  TdTemplateEdges edges;
  TdTemplateLines *lines;
  TdTemplateSnap snap;
  guint guide;
  gboolean is_new;
  TdTemplateArea band;
  char *pressed;
  gboolean was_chosen;
} TdCanvasDrag;

struct _TdTemplateCanvas
{
  GtkWidget parent_instance;

  TdTemplateDraft *draft;
  TdDocument *document;
  GHashTable *states;        /* id of a box → TdCertificateBoxState, when it is not as it should be */
  cairo_surface_t *underlay; /* never printed */
  cairo_matrix_t place;      /* its pixels → millimetres of the sheet */
  double opacity;
  GArray *marks; /* double: x, y of each, millimetres */

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  gboolean fit;
  double zoom;            /* of true scale, when it is not fitted */
  cairo_surface_t *drawn; /* the page as it was drawn last; NULL when it must be drawn again */

  TdCanvasDrag drag;
  double pointer[2]; /* where the pointer is, in pixels */
  gboolean snapping;
  gboolean picking;
  double cross[2]; /* what is moved by key while a place is picked, millimetres */
  gboolean locked;
  gboolean arranging; /* boxes are moved, and nothing else */
  guint zoomed_id;
  gboolean nudging; /* an arrow key is held down */
};

/* Handles, in pixels */
#define TD_CANVAS_HANDLE 8
/* So near must a line be for a box to fall in with it. */
#define TD_CANVAS_REACH 6

double _td_template_canvas_get_scale (TdTemplateCanvas *self);
double _td_template_canvas_get_origin (TdTemplateCanvas *self, GtkOrientation orientation);
void _td_template_canvas_to_sheet (TdTemplateCanvas *self, double x, double y, double *sheet_x, double *sheet_y);
void _td_template_canvas_to_pixels (TdTemplateCanvas *self, const TdTemplateArea *area, cairo_rectangle_t *rectangle);
gboolean _td_template_canvas_is_handle (const cairo_rectangle_t *rectangle, TdTemplateEdges edges);
void _td_template_canvas_get_handle (const cairo_rectangle_t *rectangle, TdTemplateEdges edges, double *x, double *y);
void _td_template_canvas_show_point (TdTemplateCanvas *self, double x, double y);
void _td_template_canvas_reveal (TdTemplateCanvas *self);
void _td_template_canvas_zoom_at (TdTemplateCanvas *self, double zoom, double x, double y);
void _td_template_canvas_emit_picked (TdTemplateCanvas *self, double x, double y);
void _td_template_canvas_emit_cross (TdTemplateCanvas *self);
void _td_template_canvas_emit_edit (TdTemplateCanvas *self);

void _td_template_canvas_draw (TdTemplateCanvas *self, GtkSnapshot *snapshot);
void _td_template_canvas_add_pointer (TdTemplateCanvas *self);
void _td_template_canvas_end_drag (TdTemplateCanvas *self);
void _td_template_canvas_add_keys (TdTemplateCanvas *self);
void _td_template_canvas_end_nudge (TdTemplateCanvas *self);
gboolean _td_template_canvas_pick_key (TdTemplateCanvas *self, guint keyval, GdkModifierType state);
char *_td_template_canvas_dup_cross (TdTemplateCanvas *self);
void _td_template_canvas_describe (TdTemplateCanvas *self);

/* All eight handles, corners first: a corner is what one aims at. */
extern const TdTemplateEdges _td_template_canvas_handles[8];

G_END_DECLS
