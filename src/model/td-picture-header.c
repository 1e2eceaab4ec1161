/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-picture-header"

#include "config.h"

#include <string.h>
#include <zlib.h>

#include "td-picture-header.h"

/* A picture of a stranger may ask for any amount of memory. What it asks for stands in its first bytes, so that
 * it is refused before anything is decoded. PNG: W3C Recommendation, 11.2.2 and 11.3.5.3; JPEG: ITU-T T.81, B.2;
 * JFIF 1.02. */

/* A density beyond these is a program's mistake. */
#define LEAST_DOTS 700.0    /* to a metre: 18 to the inch */
#define MOST_DOTS  100000.0 /* 2540 to the inch */

static guint
read_number (const guint8 *place, guint n_bytes)
{
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | place[i];
  return number;
}

static void
set_density (TdPictureHeader *header, double across, double down)
{
  if (across < LEAST_DOTS || across > MOST_DOTS || down < LEAST_DOTS || down > MOST_DOTS)
    return;
  header->dots_across = across;
  header->dots_down = down;
}

/* Chunks that stand before the dots; how many dots there are to a metre is in one of them. */
static void
read_png_density (const guint8 *data, gsize length, TdPictureHeader *header)
{
  for (gsize at = 33; at + 21 <= length;)
    {
      gsize size = read_number (data + at, 4);

      if (memcmp (data + at + 4, "IDAT", 4) == 0 || size > length - at)
        return;
      if (memcmp (data + at + 4, "pHYs", 4) == 0 && size == 9 && data[at + 16] == 1)
        set_density (header, read_number (data + at + 8, 4), read_number (data + at + 12, 4));
      at += 12 + size;
    }
}

/* Every chunk begins with its length (W3C, 5.3), and a decoder makes room for all that one promises before it looks for
 * it: up to 2 GB. */
static gboolean
keeps_promises (const guint8 *data, gsize length)
{
  for (gsize at = 8; length - at >= 8;)
    {
      gsize size = read_number (data + at, 4);

      if (size > length - at - 8)
        return FALSE;
      at = MIN (at + size + 12, length);
    }
  return TRUE;
}

static gboolean
read_png (const guint8 *data, gsize length, TdPictureHeader *header)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };

  if (length < 33 || memcmp (data, signature, sizeof signature) != 0)
    return FALSE;
  header->kind = TD_PICTURE_PNG;
  header->is_whole = keeps_promises (data, length); /* else a decoder says when it is not */
  header->width = read_number (data + 16, 4);
  header->height = read_number (data + 20, 4);
  read_png_density (data, length, header);
  return header->width > 0 && header->height > 0;
}

/* Frames begin with SOF0 to SOF15; three numbers of that row mean other segments. */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static void
read_jfif_density (const guint8 *segment, guint size, TdPictureHeader *header)
{
  if (size < 14 || memcmp (segment + 4, "JFIF", 5) != 0)
    return;
  if (segment[11] == 1) /* to the inch */
    set_density (header, read_number (segment + 12, 2) / 0.0254, read_number (segment + 14, 2) / 0.0254);
  else if (segment[11] == 2) /* to the centimetre */
    set_density (header, read_number (segment + 12, 2) * 100, read_number (segment + 14, 2) * 100);
}

/* Behind a scan's head come its dots, in which 0xff is followed by 0 or a restart. */
static gsize
pass_dots (const guint8 *data, gsize at, gsize length)
{
  while (at + 1 < length)
    {
      const guint8 *found = memchr (data + at, 0xff, length - at - 1);

      if (found == NULL)
        return length;
      at = (gsize) (found - data);
      if (found[1] != 0 && found[1] != 0xff && (found[1] < 0xd0 || found[1] > 0xd7))
        return at;
      at += found[1] == 0xff ? 1 : 2;
    }
  return length;
}

static gboolean
read_jpeg (const guint8 *data, gsize length, TdPictureHeader *header)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;
  header->kind = TD_PICTURE_JPEG;
  while (at + 9 <= length && data[at] == 0xff)
    {
      const guint8 marker = data[at + 1];
      const guint size = read_number (data + at + 2, 2);

      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (size < 2)
        break;
      if (is_frame (marker) && header->width == 0)
        {
          header->height = read_number (data + at + 5, 2);
          header->width = read_number (data + at + 7, 2);
          header->n_inks = at + 9 < length ? data[at + 9] : 0;
        }
      else if (marker == 0xe0 && size + 2 <= length - at)
        read_jfif_density (data + at, size, header);
      at += 2 + size;
      if (marker == 0xda)
        {
          header->n_scans++;
          at = pass_dots (data, at, length);
          header->is_whole = at + 1 < length && data[at + 1] == 0xd9;
        }
    }
  return header->width > 0 && header->height > 0;
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

  *header = (TdPictureHeader){ 0 };
  return length > 0 && (read_png (data, length, header) || read_jpeg (data, length, header));
}

/* Every chunk carries its length and a checksum; the last one is empty and called IEND. W3C, 5.3 and 11.2.5. */
static gboolean
is_whole_png (const guint8 *data, gsize length)
{
  for (gsize at = 8; length - at >= 12;)
    {
      gsize size = read_number (data + at, 4);

      if (size > length - at - 12 || crc32 (0, data + at + 4, size + 4) != read_number (data + at + 8 + size, 4))
        return FALSE;
      if (memcmp (data + at + 4, "IEND", 4) == 0)
        return TRUE;
      at += size + 12;
    }
  return FALSE;
}

/**
 * td_picture_is_whole:
 * @file: the bytes of a file that td_picture_read_header() takes
 *
 * Finds, without decoding, what a copy that broke off or a worn disk leaves of a picture.
 *
 * Returns: whether nothing of it is missing and, for PNG, nothing was changed
 */
gboolean
td_picture_is_whole (GBytes *file)
{
  TdPictureHeader header;
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);

  if (!td_picture_read_header (file, &header))
    return FALSE;
  return header.kind == TD_PICTURE_PNG ? is_whole_png (data, length) : header.is_whole;
}
