/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-pictures"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding.h"
#include "td-picture.h"
#include "td-template-pictures.h"

struct _TdTemplatePictures
{
  TdTemplate *template;
  TdPicture **pictures; /* NULL for a damaged one */
};

/**
 * td_template_pictures_new:
 * @template: a template
 *
 * Returns: (transfer full): its pictures
 */
TdTemplatePictures *
td_template_pictures_new (TdTemplate *template)
{
  TdTemplatePictures *self = g_new0 (TdTemplatePictures, 1);

  self->template = g_object_ref (template);
  self->pictures = g_new0 (TdPicture *, td_template_get_n_pictures (template));
  for (guint i = 0; i < td_template_get_n_pictures (template); i++)
    {
      GBytes *image = td_template_get_picture (template, i)->image;
      TdPictureHeader header;

      if (td_template_picture_judge (image, &header) == NULL)
        self->pictures[i] = td_picture_new (image, header.kind == TD_PICTURE_JPEG ? "jpeg" : "png", NULL);
    }
  return self;
}

/**
 * td_template_pictures_free:
 * @self: (transfer full): pictures
 */
void
td_template_pictures_free (TdTemplatePictures *self)
{
  for (guint i = 0; i < td_template_get_n_pictures (self->template); i++)
    g_clear_pointer (&self->pictures[i], td_picture_unref);
  g_free (self->pictures);
  g_object_unref (self->template);
  g_free (self);
}

/**
 * td_template_pictures_draw:
 * @self: pictures
 * @n: which, from 0
 * @cr: the page, in millimetres
 */
void
td_template_pictures_draw (TdTemplatePictures *self, guint n, cairo_t *cr)
{
  const TdTemplateArea *area = &td_template_get_picture (self->template, n)->area;

  if (self->pictures[n] != NULL)
    td_picture_draw (self->pictures[n], cr, area->x, area->y, area->width, area->height);
}

/**
 * td_template_pictures_check:
 * @self: pictures
 * @findings: (element-type TdFinding): takes those that are damaged
 */
void
td_template_pictures_check (TdTemplatePictures *self, GPtrArray *findings)
{
  for (guint i = 0; i < td_template_get_n_pictures (self->template); i++)
    if (self->pictures[i] == NULL)
      g_ptr_array_add (findings, td_finding_at (td_finding_new ("template-picture", TD_SEVERITY_BLOCK, _ ("The picture is damaged.")), td_template_get_picture (self->template, i)->title, 0, 0));
}
