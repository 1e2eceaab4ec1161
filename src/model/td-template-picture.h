/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-picture-header.h"
#include "td-template-box.h"

G_BEGIN_DECLS

/**
 * TdTemplatePicture:
 * @id: stable name, apart from those of boxes
 * @title: what a clerk calls it ("Biểu trưng của sở")
 * @area: it is drawn as large as it fits in here, in its own proportions, in the middle
 * @fixed: pre-printed stock carries it, so it is drawn on white paper only
 * @image: a PNG or JPEG file that td_template_picture_judge() lets pass
 *
 * A picture on a certificate, such as the sign of an office. Not the state emblem: that has its own place.
 */
typedef struct
{
  char *id;
  char *title;
  TdTemplateArea area;
  gboolean fixed;
  GBytes *image;
} TdTemplatePicture;

/* A picture is a sign of some centimetres: longer files would only fill the office's. */
#define TD_TEMPLATE_PICTURE_MOST_BYTES (1024 * 1024)

const char *td_template_picture_judge (GBytes *image, TdPictureHeader *header);
TdTemplatePicture *td_template_picture_new (const char *id, GBytes *image);
TdTemplatePicture *td_template_picture_dup (const TdTemplatePicture *picture);
void td_template_picture_free (TdTemplatePicture *picture);
gboolean td_template_picture_equal (const TdTemplatePicture *a, const TdTemplatePicture *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTemplatePicture, td_template_picture_free)

G_END_DECLS
