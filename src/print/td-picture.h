/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TdPicture TdPicture;

TdPicture *td_picture_new (GBytes *file, const char *format, GError **error);
TdPicture *td_picture_ref (TdPicture *self);
void td_picture_unref (TdPicture *self);
void td_picture_get_size (TdPicture *self, double *width, double *height);
void td_picture_draw (TdPicture *self, cairo_t *cr, double x, double y, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPicture, td_picture_unref)

G_END_DECLS
