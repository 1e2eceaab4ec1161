/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

cairo_surface_t *td_picture_decode (GBytes *png, GError **error);
void td_picture_draw (cairo_surface_t *picture, cairo_t *cr, double x, double y, double width, double height);

G_END_DECLS
