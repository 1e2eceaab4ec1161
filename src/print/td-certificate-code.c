/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-code"

#include "config.h"

#include "td-certificate-code.h"
#include "td-qr.h"

/* The authenticity code on the front of a certificate, where an office wants it there. It has no box of
 * its own in a template: it goes where the template leaves room. */

#define STEP     1.0
#define DISTANCE 1.5 /* from the nearest box */

/* The signer's boxes; between them there is room for signature and seal, which is no box. */
#define SIGNER "signer"

static gboolean
overlap (const TdTemplateArea *a, const TdTemplateArea *b)
{
  return b->width > 0 && a->x < b->x + b->width + DISTANCE && b->x < a->x + a->width + DISTANCE
         && a->y < b->y + b->height + DISTANCE && b->y < a->y + a->height + DISTANCE;
}

/* What encloses both; an area without width encloses nothing. */
static TdTemplateArea
enclose (const TdTemplateArea *a, const TdTemplateArea *b)
{
  double x = MIN (a->x, b->x), y = MIN (a->y, b->y);

  if (a->width <= 0)
    return *b;
  return (TdTemplateArea){ x, y, MAX (a->x + a->width, b->x + b->width) - x, MAX (a->y + a->height, b->y + b->height) - y };
}

/* What encloses the boxes whose ids begin with @prefix. */
static TdTemplateArea
enclose_boxes (TdTemplate *template, const char *prefix)
{
  TdTemplateArea whole = { 0 };

  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    if (g_str_has_prefix (td_template_get_box (template, i)->id, prefix))
      whole = enclose (&whole, &td_template_get_box (template, i)->area);
  return whole;
}

static gboolean
is_free (TdTemplate *template, const TdTemplateArea *signature, const TdTemplateArea *area)
{
  if (overlap (area, signature) || overlap (area, td_template_get_emblem_area (template)))
    return FALSE;
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    if (overlap (area, &td_template_get_box (template, i)->area))
      return FALSE;
  return TRUE;
}

/**
 * td_certificate_code_find_place:
 * @template: how a certificate looks
 * @code: what the code says
 * @area: (out): where it can stand, its light border included
 *
 * Looks for room among the boxes, so that it stays off the ornament: from below, and from the left in each
 * row, beside the signature and away from the names.
 *
 * Returns: whether there is any
 */
gboolean
td_certificate_code_find_place (TdTemplate *template, const char *code, TdTemplateArea *area)
{
  g_autoptr (TdQr) qr = td_qr_new (code);
  const TdTemplateArea inner = enclose_boxes (template, ""), signature = enclose_boxes (template, SIGNER);
  double size;

  if (qr == NULL)
    return FALSE;
  size = td_qr_get_size (qr);
  area->width = area->height = size + 2 * td_qr_get_border (qr, size);
  for (area->y = inner.y + inner.height - area->height; area->y >= inner.y + inner.height / 2; area->y -= STEP)
    for (area->x = inner.x; area->x <= inner.x + inner.width - area->width; area->x += STEP)
      if (is_free (template, &signature, area))
        return TRUE;
  return FALSE;
}

/**
 * td_certificate_code_draw:
 * @template: how the certificate looks
 * @cr: where to draw, in millimetres
 * @code: what the code says
 *
 * Returns: whether there was room
 */
gboolean
td_certificate_code_draw (TdTemplate *template, cairo_t *cr, const char *code)
{
  g_autoptr (TdQr) qr = td_qr_new (code);
  TdTemplateArea area;
  double size;

  if (qr == NULL || !td_certificate_code_find_place (template, code, &area))
    return FALSE;
  size = td_qr_get_size (qr);
  td_qr_draw (qr, cr, area.x + (area.width - size) / 2, area.y + (area.height - size) / 2, size);
  return TRUE;
}
