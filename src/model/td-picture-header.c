/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-picture-header"

#include "config.h"

#include <string.h>

#include "td-picture-header.h"

/* A picture of a stranger may ask for any amount of memory. What it asks for stands in its first bytes, so that
 * it is refused before anything is decoded. PNG: W3C Recommendation, 11.2.2; JPEG: ITU-T T.81, B.2. */

static guint
read_number (const guint8 *place, guint n_bytes)
{
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | place[i];
  return number;
}

static gboolean
read_png (const guint8 *data, gsize length, TdPictureHeader *header)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };

  if (length < 33 || memcmp (data, signature, sizeof signature) != 0)
    return FALSE;
  header->kind = TD_PICTURE_PNG;
  header->width = read_number (data + 16, 4);
  header->height = read_number (data + 20, 4);
  return header->width > 0 && header->height > 0;
}

/* Frames begin with SOF0 to SOF15; three numbers of that row mean other segments. */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static gboolean
read_jpeg (const guint8 *data, gsize length, TdPictureHeader *header)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;
  while (at + 9 <= length && data[at] == 0xff)
    {
      guint8 marker = data[at + 1];
      guint size = read_number (data + at + 2, 2);

      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (is_frame (marker))
        {
          header->kind = TD_PICTURE_JPEG;
          header->height = read_number (data + at + 5, 2);
          header->width = read_number (data + at + 7, 2);
          return header->width > 0 && header->height > 0;
        }
      if (size < 2)
        return FALSE;
      at += 2 + size;
    }
  return FALSE;
}

/**
 * td_picture_read_header:
 * @file: the bytes of a file, or its first ones
 * @header: (out): what they say
 *
 * Returns: whether this begins like a PNG or JPEG picture of some size
 */
gboolean
td_picture_read_header (GBytes *file, TdPictureHeader *header)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);

  g_return_val_if_fail (header != NULL, FALSE);

  return length > 0 && (read_png (data, length, header) || read_jpeg (data, length, header));
}
