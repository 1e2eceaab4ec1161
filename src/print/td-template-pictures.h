/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "td-template.h"

G_BEGIN_DECLS

/**
 * TdTemplatePictures:
 *
 * The pictures of a template, decoded once for all pages.
 */
typedef struct _TdTemplatePictures TdTemplatePictures;

TdTemplatePictures *td_template_pictures_new (TdTemplate *template);
void td_template_pictures_free (TdTemplatePictures *self);
void td_template_pictures_draw (TdTemplatePictures *self, guint n, cairo_t *cr);
void td_template_pictures_check (TdTemplatePictures *self, GPtrArray *findings);

G_END_DECLS
