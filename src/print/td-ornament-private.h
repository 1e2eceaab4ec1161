/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-motif.h"
#include "td-ornament.h"

G_BEGIN_DECLS

struct _TdOrnament
{
  double x;
  double y;
  double width;
  double height;
  guint number; /* among those of a document */
  cairo_surface_t *placeholder;
  cairo_surface_t *image; /* pixels of the last size drawn */
  cairo_matrix_t image_matrix;
  double image_scale;
};

/* Puts one motif where the pen's matrix says. */
typedef void (*TdOrnamentPlace) (TdPen *pen, TdMotif motif);

void _td_ornament_compose (TdOrnament *self, TdPen *pen, TdOrnamentPlace place);

G_END_DECLS
