/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-job.h"
#include "td-picture.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_PICTURE_FILE (td_template_picture_file_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplatePictureFile, td_template_picture_file, TD, TEMPLATE_PICTURE_FILE, GObject)

/**
 * TdTemplatePictureFile:
 * @title: what it is called: as the file, without its ending
 * @image: what is in it
 * @picture: it, decoded: a page that is made while it lives need not decode it again
 * @width: its own, millimetres
 * @height: its own, millimetres
 *
 * A picture from a file that can stand on a certificate. It does not change.
 */
struct _TdTemplatePictureFile
{
  GObject parent_instance;

  char *title;
  GBytes *image;
  TdPicture *picture;
  double width;
  double height;
};

TdJob *td_template_picture_file_job (const char *path);

G_END_DECLS
