/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "td-pdf-update.h"

G_BEGIN_DECLS

typedef struct _TdOrnament TdOrnament;

TdOrnament *td_ornament_new (const char *id, double x, double y, double width, double height);
gboolean td_ornament_equal (TdOrnament *self, TdOrnament *other);
void td_ornament_set_number (TdOrnament *self, guint number);
void td_ornament_free (TdOrnament *self);
void td_ornament_draw (TdOrnament *self, cairo_t *cr);

void td_ornament_draw_placeholder (TdOrnament *self, cairo_t *cr);
gboolean td_ornament_write_into_pdf (TdOrnament *self, TdPdfUpdate *update, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdOrnament, td_ornament_free)

G_END_DECLS
