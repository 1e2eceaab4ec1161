/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_UNDERLAY (td_underlay_get_type ())
G_DECLARE_FINAL_TYPE (TdUnderlay, td_underlay, TD, UNDERLAY, TdEntity)

/**
 * TdUnderlay:
 *
 * A scan or photo of a blank that lies under a template while it is edited. It is never printed.
 *
 * @template_name: id of the template
 * @file_name: what the picture's file was called
 * @image: the attachment with the picture
 * @pixel_width: of the picture
 * @pixel_height: of the picture
 * @marks: (nullable): where places of the picture lie on the sheet, as td_underlay_marks_read() takes them
 */
struct _TdUnderlay
{
  TdEntity parent_instance;

  char *template_name;
  char *file_name;
  char *image;
  gint64 pixel_width;
  gint64 pixel_height;
  char *marks;
};

G_END_DECLS
