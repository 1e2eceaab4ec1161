/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-canvas-picking"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-length.h"
#include "td-template-canvas-private.h"

/* A place of the sheet is given: by a press, or by a cross that is moved with the arrow keys or to typed numbers. */

#define STEP   1.0  /* mm an arrow moves the cross */
#define COARSE 10.0 /* mm with Shift */
#define FINE   0.1  /* mm with Ctrl */

/* What a screen reader says while a place is given. */
char *
_td_template_canvas_dup_cross (TdTemplateCanvas *self)
{
  g_autofree char *x = td_length_to_display (llround (self->cross[0] * 1000));
  g_autofree char *y = td_length_to_display (llround (self->cross[1] * 1000));

  /* Translators: millimetres from the left and from the top, such as "12,5" */
  return g_strdup_printf (_ ("Cross: %s, %s mm; Space sets the mark"), x, y);
}

static gboolean
move (TdTemplateCanvas *self, double x, double y, GdkModifierType state)
{
  const double far = (state & GDK_SHIFT_MASK) != 0 ? COARSE : (state & GDK_CONTROL_MASK) != 0 ? FINE
                                                                                              : STEP;
  cairo_rectangle_t r;

  td_template_canvas_set_cross (self, self->cross[0] + x * far, self->cross[1] + y * far);
  _td_template_canvas_to_pixels (self, &(TdTemplateArea){ self->cross[0], self->cross[1], 0, 0 }, &r);
  _td_template_canvas_show_point (self, r.x, r.y);
  return GDK_EVENT_STOP;
}

gboolean
_td_template_canvas_pick_key (TdTemplateCanvas *self, guint keyval, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, -1, 0, state);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, 1, 0, state);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, 0, -1, state);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, 0, 1, state);
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      td_template_canvas_pick (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      _td_template_canvas_emit_picked (self, NAN, NAN);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * td_template_canvas_set_picking:
 * @self: a canvas
 * @picking: whether a place of the sheet is wanted: the next press gives it instead of choosing a box, or the cross,
 *   which begins in the middle
 */
void
td_template_canvas_set_picking (TdTemplateCanvas *self, gboolean picking)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  self->picking = picking && self->draft != NULL;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->picking ? "crosshair" : NULL);
  if (self->picking)
    {
      TdTemplate *template = td_template_draft_get_template (self->draft);

      td_template_canvas_set_cross (self, td_template_get_width (template) / 2, td_template_get_height (template) / 2);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  _td_template_canvas_describe (self);
}

/**
 * td_template_canvas_set_cross:
 * @self: a canvas on which a place is being picked
 * @x: millimetres from the sheet's left edge; held to the sheet
 * @y: millimetres from its upper edge
 */
void
td_template_canvas_set_cross (TdTemplateCanvas *self, double x, double y)
{
  TdTemplate *template;

  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self) && self->draft != NULL);

  template = td_template_draft_get_template (self->draft);
  self->cross[0] = CLAMP (round (x * 10) / 10, 0, td_template_get_width (template));
  self->cross[1] = CLAMP (round (y * 10) / 10, 0, td_template_get_height (template));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  _td_template_canvas_describe (self);
  _td_template_canvas_emit_cross (self);
}

/**
 * td_template_canvas_get_cross:
 * @self: a canvas
 * @x: (out): millimetres from the sheet's left edge
 * @y: (out): millimetres from its upper edge
 */
void
td_template_canvas_get_cross (TdTemplateCanvas *self, double *x, double *y)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self) && x != NULL && y != NULL);

  *x = self->cross[0];
  *y = self->cross[1];
}

/**
 * td_template_canvas_pick:
 * @self: a canvas
 *
 * Gives the place where the cross is, when one is wanted.
 */
void
td_template_canvas_pick (TdTemplateCanvas *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  if (self->picking)
    _td_template_canvas_emit_picked (self, self->cross[0], self->cross[1]);
}

/**
 * td_template_canvas_set_marks:
 * @self: a canvas
 * @places: (array length=n_marks): x and y of each, millimetres
 * @n_marks: how many
 *
 * Shows where something was pointed at.
 */
void
td_template_canvas_set_marks (TdTemplateCanvas *self, const double *places, guint n_marks)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  g_array_set_size (self->marks, 0);
  if (n_marks > 0)
    g_array_append_vals (self->marks, places, 2 * n_marks);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
