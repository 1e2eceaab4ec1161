/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-qr"

#include "config.h"

#include <qrencode.h>

#include "td-qr.h"

/* QR codes (ISO/IEC 18004) as vectors. Error correction M: a sheet is handled, folded and stamped. */

/* Light modules that must surround a code. */
#define BORDER_MODULES 4

/* A scanner of 300 dpi has four dots for each. */
#define LEAST_MODULE 0.34

struct _TdQr
{
  QRcode *code;
};

/**
 * td_qr_new:
 * @text: what it says; capitals and digits make it smaller
 *
 * Returns: (transfer full) (nullable): the code, or %NULL when the text is too long for any
 */
TdQr *
td_qr_new (const char *text)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  TdQr *self;

  if (code == NULL)
    return NULL;
  self = g_new0 (TdQr, 1);
  self->code = code;
  return self;
}

/**
 * td_qr_free:
 * @self: (transfer full): a code
 */
void
td_qr_free (TdQr *self)
{
  QRcode_free (self->code);
  g_free (self);
}

/**
 * td_qr_get_n_modules:
 * @self: a code
 *
 * Returns: how many squares stand along its edge
 */
guint
td_qr_get_n_modules (const TdQr *self)
{
  return self->code->width;
}

/**
 * td_qr_get_size:
 * @self: a code
 *
 * Returns: the edge in millimetres at which scanners of 300 dpi read it: small, and more only for
 *   long texts
 */
double
td_qr_get_size (const TdQr *self)
{
  return MAX (TD_QR_LEAST_SIZE, self->code->width * LEAST_MODULE);
}

/**
 * td_qr_get_border:
 * @self: a code
 * @size: the edge it is drawn with
 *
 * Returns: how much light paper it needs on each side, millimetres
 */
double
td_qr_get_border (const TdQr *self, double size)
{
  return size / self->code->width * BORDER_MODULES;
}

/**
 * td_qr_draw:
 * @self: a code
 * @cr: where to draw, black on what is there
 * @x: of its left edge
 * @y: of its top edge
 * @size: its edge
 *
 * Draws one path, so that no hair lines show between modules.
 */
void
td_qr_draw (const TdQr *self, cairo_t *cr, double x, double y, double size)
{
  const int n = self->code->width;
  const double module = size / n;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  for (int row = 0; row < n; row++)
    for (int first = 0, end; first < n; first = end + 1)
      {
        for (end = first; end < n && (self->code->data[row * n + end] & 1) != 0; end++)
          ;
        if (end > first)
          cairo_rectangle (cr, first * module, row * module, (end - first) * module, module);
      }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
  cairo_restore (cr);
}
