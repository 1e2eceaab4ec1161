/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-emblem-file.h"
#include "td-fuzz.h"
#include "td-picture.h"
#include "td-template-picture.h"

/* More dots than this are only counted: to decode them takes longer than to find a new file. */
#define MOST_DOTS (256 * 256)

/* A picture from outside, as an emblem and as a part of a template. Drawings are only looked through here: they are drawn in a
 * process that can be killed. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  const char *format = td_emblem_file_judge (bytes, &error);
  g_autoptr (TdPicture) picture = NULL;
  TdPictureHeader header = { 0 };
  double width, height;

  g_assert_true ((format == NULL) == (error != NULL));
  g_clear_error (&error);
  if (td_template_picture_judge (bytes, &header) != NULL || (guint64) header.width * header.height > MOST_DOTS)
    return 0;
  picture = td_picture_new (bytes, header.kind == TD_PICTURE_JPEG ? "jpeg" : "png", &error);
  g_assert_true ((picture == NULL) == (error != NULL));
  if (picture == NULL)
    return 0;
  td_picture_get_size (picture, &width, &height);
  g_assert_true (width > 0 && height > 0 && width * height <= MOST_DOTS);
  return 0;
}
