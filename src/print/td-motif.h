/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-pen.h"

G_BEGIN_DECLS

/* Colours of the ornament: gilt and lacquer red on cream. */
#define TD_GILT_DARK   0x8a5a10
#define TD_GILT_DEEP   0xb07a1c
#define TD_GILT        0xcf9b34
#define TD_GILT_LIGHT  0xe8c367
#define TD_GILT_PALE   0xf3dc9c
#define TD_GILT_FINE   0xeacb83 /* hair lines */
#define TD_CREAM       0xfcf0cf
#define TD_LACQUER     0xa8181f
#define TD_LACQUER_LIT 0xc8343a
#define TD_GROUND      0xfaf2da /* under the text: nearly white */
#define TD_GROUND_PALE 0xfdf8ea

/* Measures of the border, millimetres from its outer edge for a frame 360 wide. */
#define TD_BAND_OUTER  4.4  /* the main band begins */
#define TD_BAND_INNER  13.0 /* and ends */
#define TD_CORNER      14.6 /* middle of the corner piece from both edges */
#define TD_CORNER_SIZE 11.0 /* its radius */
#define TD_RULE        17.8 /* the double rule around the text */
#define TD_RULE_NOTCH  19.6 /* radius it keeps from the middle of the corner piece */

/* One step of the vine is this long. */
#define TD_VINE_STEP 12.0

/**
 * TdMotif:
 *
 * Pieces of the ornament, each drawn around its own origin and placed many times.
 */
typedef enum
{
  TD_MOTIF_VINE,
  TD_MOTIF_MIDDLE,
  TD_MOTIF_CORNER,
  TD_MOTIF_PEARL,
  TD_MOTIF_PETAL,
  TD_MOTIF_BIRD,
  TD_MOTIF_SUN,
  TD_N_MOTIFS,
} TdMotif;

void td_motif_draw (TdPen *pen, TdMotif motif);
void td_motif_get_extents (TdMotif motif, double *left, double *top, double *right, double *bottom);

/* the families of motifs */
void td_motif_draw_vine (TdPen *pen);
void td_motif_draw_middle (TdPen *pen);
void td_motif_draw_pearl (TdPen *pen);
void td_motif_draw_petal (TdPen *pen);
void td_motif_draw_corner (TdPen *pen);
void td_motif_draw_bird (TdPen *pen);
void td_motif_draw_sun (TdPen *pen);
void td_motif_draw_rosette (TdPen *pen, double radius, guint n, guint petal, guint line);
void td_motif_draw_lotus (TdPen *pen, double height);

G_END_DECLS
