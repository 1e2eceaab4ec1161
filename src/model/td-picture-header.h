/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TD_PICTURE_PNG,
  TD_PICTURE_JPEG,
} TdPictureKind;

/**
 * TdPictureHeader:
 * @kind: which format
 * @width: pixels
 * @height: pixels
 * @dots_across: how many of them to a metre, side by side; 0 when the file does not say
 * @dots_down: how many to a metre, one above the other; 0 when the file does not say
 * @n_inks: how many components a pixel of a JPEG has: 4 for one that is made for printing houses; 0 for a PNG
 * @n_scans: how many times a JPEG goes over its pixels; each takes as long as decoding a plain one
 * @is_whole: whether a JPEG has its end, as decoders make grey of what is cut off; of a PNG, whether no part of it
 *   promises more than there is
 *
 * What a picture's file says of it before anything is decoded.
 */
typedef struct
{
  TdPictureKind kind;
  guint width;
  guint height;
  double dots_across;
  double dots_down;
  guint n_inks;
  guint n_scans;
  gboolean is_whole;
} TdPictureHeader;

gboolean td_picture_read_header (GBytes *file, TdPictureHeader *header);
gboolean td_picture_is_whole (GBytes *file);

G_END_DECLS
