/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "td-pdf-update.h"

G_BEGIN_DECLS

typedef struct _TdPdfGrounds TdPdfGrounds;

/**
 * TdPdfGroundDraw:
 * @cr: where to draw; user space in millimetres of the sheet
 * @user_data: what was given
 *
 * Draws all that pages have in common.
 */
typedef void (*TdPdfGroundDraw) (cairo_t *cr, gpointer user_data);

TdPdfGrounds *td_pdf_grounds_new (void);
void td_pdf_grounds_free (TdPdfGrounds *self);
void td_pdf_grounds_paint (TdPdfGrounds *self, cairo_t *cr, double width, double height, const char *key, TdPdfGroundDraw draw, gpointer user_data);
gboolean td_pdf_grounds_write (TdPdfGrounds *self, TdPdfUpdate *update, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPdfGrounds, td_pdf_grounds_free)

G_END_DECLS
