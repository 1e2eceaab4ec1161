/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-motif"

#include "config.h"

#include "td-motif.h"

static const struct
{
  void (*draw) (TdPen *pen);
  double left, top, right, bottom; /* nothing is drawn outside */
} motifs[TD_N_MOTIFS] = {
  [TD_MOTIF_VINE] = { td_motif_draw_vine, -3, -6, TD_VINE_STEP + 3, 6 },
  [TD_MOTIF_MIDDLE] = { td_motif_draw_middle, -23, -7, 23, 7 },
  [TD_MOTIF_CORNER] = { td_motif_draw_corner, -12, -12, 21, 21 },
  [TD_MOTIF_PEARL] = { td_motif_draw_pearl, -0.7, -0.7, 1.5, 0.7 },
  [TD_MOTIF_PETAL] = { td_motif_draw_petal, -1.8, -0.3, 3.2, 3.6 },
  [TD_MOTIF_BIRD] = { td_motif_draw_bird, -7, -5, 8.5, 5 },
  [TD_MOTIF_SUN] = { td_motif_draw_sun, -98, -98, 98, 98 },
};

/**
 * td_motif_draw:
 * @pen: a pen
 * @motif: a motif
 */
void
td_motif_draw (TdPen *pen, TdMotif motif)
{
  cairo_save (pen->cr);
  motifs[motif].draw (pen);
  cairo_restore (pen->cr);
}

/**
 * td_motif_get_extents:
 * @motif: a motif
 * @left: (out): millimetres from its origin
 * @top: (out): millimetres from its origin
 * @right: (out): millimetres from its origin
 * @bottom: (out): millimetres from its origin
 */
void
td_motif_get_extents (TdMotif motif, double *left, double *top, double *right, double *bottom)
{
  *left = motifs[motif].left;
  *top = motifs[motif].top;
  *right = motifs[motif].right;
  *bottom = motifs[motif].bottom;
}
