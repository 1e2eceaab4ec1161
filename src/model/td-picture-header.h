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
 *
 * What a picture's file says of it before anything is decoded.
 */
typedef struct
{
  TdPictureKind kind;
  guint width;
  guint height;
} TdPictureHeader;

gboolean td_picture_read_header (GBytes *file, TdPictureHeader *header);
gboolean td_picture_is_whole (GBytes *file);

G_END_DECLS
