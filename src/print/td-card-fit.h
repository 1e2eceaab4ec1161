/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-fit.h"
#include "td-letter.h"

G_BEGIN_DECLS

/**
 * TdCardFit:
 * @fits: (element-type TdFit): its lines from above
 * @overflow: they do not fit even at their smallest
 *
 * A card fitted into a box: its lines shrink together, so that the name stays the largest.
 */
typedef struct
{
  GPtrArray *fits;
  gboolean overflow;

  /*< private >*/
  double height;
} TdCardFit;

TdCardFit *td_card_fit_new (TdFitter *fitter, const TdLetterCard *card, double size, double width, double height);
void td_card_fit_free (TdCardFit *self);
void td_card_fit_draw (const TdCardFit *self, cairo_t *cr, double x, double y, double width, double height, TdFitPlace align);
const char *td_card_get (const TdLetterCard *card, const char *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCardFit, td_card_fit_free)

G_END_DECLS
