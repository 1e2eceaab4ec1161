/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-underlay-marks.h"

G_BEGIN_DECLS

#define TD_TYPE_UNDERLAY_PICTURE (td_underlay_picture_get_type ())
G_DECLARE_FINAL_TYPE (TdUnderlayPicture, td_underlay_picture, TD, UNDERLAY_PICTURE, GObject)

/**
 * TdUnderlayPicture:
 * @file_name: what the file was called
 * @image: a PNG or JPEG file; its header was judged when it was taken in
 * @columns: pixels
 * @rows: pixels
 * @marks: (element-type TdUnderlayMark): none before it is registered
 *
 * A picture of a blank as an editor shows it. It does not change.
 */
struct _TdUnderlayPicture
{
  GObject parent_instance;

  char *file_name;
  GBytes *image;
  guint columns;
  guint rows;
  GArray *marks;
};

TdJob *td_underlay_get_job (const char *template_name);
TdJob *td_underlay_set_job (const char *template_name, const char *path);
TdJob *td_underlay_mark_job (const char *template_name, const TdUnderlayMark *marks, guint n_marks);
TdJob *td_underlay_remove_job (const char *template_name);

G_END_DECLS
