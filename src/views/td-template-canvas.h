/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "td-certificate-document.h"
#include "td-template-draft.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_CANVAS (td_template_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateCanvas, td_template_canvas, TD, TEMPLATE_CANVAS, GtkWidget)

void td_template_canvas_set_draft (TdTemplateCanvas *self, TdTemplateDraft *draft);
void td_template_canvas_show (TdTemplateCanvas *self, TdDocument *document, GHashTable *states);
void td_template_canvas_set_underlay (TdTemplateCanvas *self, cairo_surface_t *image, const cairo_matrix_t *place, double opacity);
void td_template_canvas_set_picking (TdTemplateCanvas *self, gboolean picking);
void td_template_canvas_set_cross (TdTemplateCanvas *self, double x, double y);
void td_template_canvas_get_cross (TdTemplateCanvas *self, double *x, double *y);
void td_template_canvas_pick (TdTemplateCanvas *self);
void td_template_canvas_set_marks (TdTemplateCanvas *self, const double *places, guint n_marks);
void td_template_canvas_set_snapping (TdTemplateCanvas *self, gboolean snapping);
void td_template_canvas_set_arranging (TdTemplateCanvas *self, gboolean arranging);
void td_template_canvas_set_locked (TdTemplateCanvas *self, gboolean locked);

void td_template_canvas_set_fit (TdTemplateCanvas *self);
void td_template_canvas_set_zoom (TdTemplateCanvas *self, double zoom);
void td_template_canvas_zoom_by (TdTemplateCanvas *self, int steps);
gboolean td_template_canvas_is_fit (TdTemplateCanvas *self);
double td_template_canvas_get_zoom (TdTemplateCanvas *self);

G_END_DECLS
