/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-fit.h"
#include "td-template.h"

G_BEGIN_DECLS

void td_fit_draw_pieces (const TdFit *self, TdFitter *fitter, cairo_t *cr, const TdTemplateBox *box, GArray *pieces,
                         const double *places, guint n_places);

G_END_DECLS
