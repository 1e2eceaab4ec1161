/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TD_QR_LEAST_SIZE:
 *
 * Edge of a small code, millimetres, without the light border it needs.
 */
#define TD_QR_LEAST_SIZE 27.0

/* A QR code, ready to be drawn. */
typedef struct _TdQr TdQr;

TdQr *td_qr_new (const char *text);
void td_qr_free (TdQr *self);
guint td_qr_get_n_modules (const TdQr *self);
double td_qr_get_size (const TdQr *self);
double td_qr_get_border (const TdQr *self, double size);
void td_qr_draw (const TdQr *self, cairo_t *cr, double x, double y, double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdQr, td_qr_free)

G_END_DECLS
