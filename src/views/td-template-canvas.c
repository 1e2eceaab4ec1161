/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-canvas"

#include "config.h"

#include <math.h>

#include "td-sheet-ruler.h"
#include "td-template-canvas-private.h"

/* The sheet of a template: drawn as it is printed, with rulers, guides and the boxes that can be chosen,
 * moved and sized. It scrolls by itself, so that the rulers stay where they are. */

#define MARGIN   16 /* px around the sheet */
#define LEAST    0.1
#define MOST     8.0
#define ZOOM_FAR 1.2 /* a step */

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ZOOMED,
  PICKED,
  CROSS_MOVED,
  EDIT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TdTemplateCanvas, td_template_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Where the sheet is */

static int
get_room (TdTemplateCanvas *self, GtkOrientation orientation)
{
  int size = orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (GTK_WIDGET (self)) : gtk_widget_get_height (GTK_WIDGET (self));

  return MAX (1, size - TD_SHEET_RULER);
}

static double
get_length (TdTemplateCanvas *self, GtkOrientation orientation)
{
  TdTemplate *template = self->draft != NULL ? td_template_draft_get_template (self->draft) : NULL;

  if (template == NULL)
    return orientation == GTK_ORIENTATION_HORIZONTAL ? 297 : 210;
  return orientation == GTK_ORIENTATION_HORIZONTAL ? td_template_get_width (template) : td_template_get_height (template);
}

double
_td_template_canvas_get_scale (TdTemplateCanvas *self)
{
  double true_scale = td_sheet_ruler_get_true_scale (GTK_WIDGET (self));
  double across, down;

  if (!self->fit)
    return true_scale * self->zoom;
  across = (get_room (self, GTK_ORIENTATION_HORIZONTAL) - 2 * MARGIN) / get_length (self, GTK_ORIENTATION_HORIZONTAL);
  down = (get_room (self, GTK_ORIENTATION_VERTICAL) - 2 * MARGIN) / get_length (self, GTK_ORIENTATION_VERTICAL);
  return CLAMP (MIN (across, down), LEAST * true_scale, MOST * true_scale);
}

static double
get_content (TdTemplateCanvas *self, GtkOrientation orientation)
{
  return get_length (self, orientation) * _td_template_canvas_get_scale (self) + 2 * MARGIN;
}

double
_td_template_canvas_get_origin (TdTemplateCanvas *self, GtkOrientation orientation)
{
  double content = get_content (self, orientation);
  int room = get_room (self, orientation);

  if (content <= room)
    return TD_SHEET_RULER + floor ((room - content) / 2) + MARGIN;
  return TD_SHEET_RULER + MARGIN - floor (self->adjustments[orientation] != NULL ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0);
}

void
_td_template_canvas_to_sheet (TdTemplateCanvas *self, double x, double y, double *sheet_x, double *sheet_y)
{
  double scale = _td_template_canvas_get_scale (self);

  *sheet_x = (x - _td_template_canvas_get_origin (self, GTK_ORIENTATION_HORIZONTAL)) / scale;
  *sheet_y = (y - _td_template_canvas_get_origin (self, GTK_ORIENTATION_VERTICAL)) / scale;
}

void
_td_template_canvas_to_pixels (TdTemplateCanvas *self, const TdTemplateArea *area, cairo_rectangle_t *rectangle)
{
  double scale = _td_template_canvas_get_scale (self);

  rectangle->x = _td_template_canvas_get_origin (self, GTK_ORIENTATION_HORIZONTAL) + area->x * scale;
  rectangle->y = _td_template_canvas_get_origin (self, GTK_ORIENTATION_VERTICAL) + area->y * scale;
  rectangle->width = area->width * scale;
  rectangle->height = area->height * scale;
}

/* Scrolling */

static void
forget_drawn (TdTemplateCanvas *self)
{
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure (TdTemplateCanvas *self)
{
  for (GtkOrientation i = GTK_ORIENTATION_HORIZONTAL; i <= GTK_ORIENTATION_VERTICAL; i++)
    {
      double room = get_room (self, i), upper = MAX (get_content (self, i), room);

      if (self->adjustments[i] != NULL)
        gtk_adjustment_configure (self->adjustments[i], CLAMP (gtk_adjustment_get_value (self->adjustments[i]), 0, upper - room),
                                  0, upper, room * 0.1, room * 0.9, room);
    }
  forget_drawn (self);
}

static void
set_adjustment (TdTemplateCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], forget_drawn, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (forget_drawn), self, G_CONNECT_SWAPPED);
  configure (self);
}

/* Brings a point of the sheet, in pixels of this widget, into view. */
void
_td_template_canvas_show_point (TdTemplateCanvas *self, double x, double y)
{
  const double at[] = { x, y };

  for (GtkOrientation i = GTK_ORIENTATION_HORIZONTAL; i <= GTK_ORIENTATION_VERTICAL; i++)
    if (self->adjustments[i] != NULL)
      {
        double value = gtk_adjustment_get_value (self->adjustments[i]) + at[i] - TD_SHEET_RULER;

        gtk_adjustment_clamp_page (self->adjustments[i], value - MARGIN, value + MARGIN);
      }
}

/* What is chosen by key is brought into view. */
void
_td_template_canvas_reveal (TdTemplateCanvas *self)
{
  TdTemplateArea area;
  cairo_rectangle_t r;

  if (self->draft == NULL || !td_template_draft_get_extents (self->draft, &area))
    return;
  _td_template_canvas_to_pixels (self, &area, &r);
  _td_template_canvas_show_point (self, r.x + r.width, r.y + r.height);
  _td_template_canvas_to_pixels (self, &area, &r);
  _td_template_canvas_show_point (self, r.x, r.y);
}

/* Zoom: the point under the pointer stays under it. */
void
_td_template_canvas_zoom_at (TdTemplateCanvas *self, double zoom, double x, double y)
{
  const double at[] = { x, y };
  double place[2];

  _td_template_canvas_to_sheet (self, x, y, &place[0], &place[1]);
  self->fit = FALSE;
  self->zoom = CLAMP (zoom, LEAST, MOST);
  configure (self);
  for (GtkOrientation i = GTK_ORIENTATION_HORIZONTAL; i <= GTK_ORIENTATION_VERTICAL; i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i], TD_SHEET_RULER + MARGIN + place[i] * _td_template_canvas_get_scale (self) - at[i]);
  forget_drawn (self);
  g_signal_emit (self, signals[ZOOMED], 0);
}

void
_td_template_canvas_emit_picked (TdTemplateCanvas *self, double x, double y)
{
  g_signal_emit (self, signals[PICKED], 0, x, y);
}

void
_td_template_canvas_emit_cross (TdTemplateCanvas *self)
{
  g_signal_emit (self, signals[CROSS_MOVED], 0);
}

void
_td_template_canvas_emit_edit (TdTemplateCanvas *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

/* The widget */

static void
td_template_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  *minimum = 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 560;
}

/* What is told while sizes are being given out would ask for other sizes, and be lost. */
static gboolean
zoomed_cb (gpointer user_data)
{
  TdTemplateCanvas *self = user_data;

  self->zoomed_id = 0;
  g_signal_emit (self, signals[ZOOMED], 0);
  return G_SOURCE_REMOVE;
}

static void
td_template_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdTemplateCanvas *self = TD_TEMPLATE_CANVAS (widget);

  configure (self);
  if (self->fit && self->zoomed_id == 0)
    self->zoomed_id = g_idle_add (zoomed_cb, self);
}

static void
td_template_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  _td_template_canvas_draw (TD_TEMPLATE_CANVAS (widget), snapshot);
}

static void
td_template_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TdTemplateCanvas *self = TD_TEMPLATE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT: g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]); break;
    case PROP_VADJUSTMENT: g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]); break;
    case PROP_HSCROLL_POLICY: g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]); break;
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
td_template_canvas_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TdTemplateCanvas *self = TD_TEMPLATE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT: set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value)); break;
    case PROP_VADJUSTMENT: set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value)); break;
    case PROP_HSCROLL_POLICY: self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value); break;
    case PROP_VSCROLL_POLICY: self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
td_template_canvas_dispose (GObject *object)
{
  TdTemplateCanvas *self = TD_TEMPLATE_CANVAS (object);

  g_clear_handle_id (&self->zoomed_id, g_source_remove);
  td_template_canvas_set_draft (self, NULL);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->document);
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_clear_pointer (&self->underlay, cairo_surface_destroy);
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (td_template_canvas_parent_class)->dispose (object);
}

static void
td_template_canvas_class_init (TdTemplateCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = td_template_canvas_dispose;
  object_class->get_property = td_template_canvas_get_property;
  object_class->set_property = td_template_canvas_set_property;
  widget_class->measure = td_template_canvas_measure;
  widget_class->size_allocate = td_template_canvas_size_allocate;
  widget_class->snapshot = td_template_canvas_snapshot;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  /**
   * TdTemplateCanvas::zoomed:
   *
   * It is drawn larger or smaller.
   */
  signals[ZOOMED] = g_signal_new ("zoomed", TD_TYPE_TEMPLATE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdTemplateCanvas::picked:
   * @x: millimetres
   * @y: millimetres
   *
   * A point of the sheet was asked for, and given; NaN when nobody wants to give one any more.
   */
  signals[PICKED] = g_signal_new ("picked", TD_TYPE_TEMPLATE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  /**
   * TdTemplateCanvas::cross-moved:
   *
   * The cross by which a point is given stands elsewhere.
   */
  signals[CROSS_MOVED] = g_signal_new ("cross-moved", TD_TYPE_TEMPLATE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdTemplateCanvas::edit:
   *
   * The text of what is chosen is to be changed.
   */
  signals[EDIT] = g_signal_new ("edit", TD_TYPE_TEMPLATE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_template_canvas_init (TdTemplateCanvas *self)
{
  self->fit = TRUE;
  self->zoom = 1;
  self->snapping = TRUE;
  self->states = g_hash_table_new (g_str_hash, g_str_equal);
  self->marks = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  _td_template_canvas_add_pointer (self);
  _td_template_canvas_add_keys (self);
  _td_template_canvas_describe (self);
}

/* Public */

static void
draft_changed_cb (TdTemplateCanvas *self)
{
  configure (self);
  _td_template_canvas_describe (self);
}

static void
chosen_cb (TdTemplateCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  _td_template_canvas_describe (self);
}

/**
 * td_template_canvas_set_draft:
 * @self: a canvas
 * @draft: (nullable): the template that is changed here
 */
void
td_template_canvas_set_draft (TdTemplateCanvas *self, TdTemplateDraft *draft)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  if (self->draft != NULL)
    {
      _td_template_canvas_end_drag (self);
      _td_template_canvas_end_nudge (self);
      g_signal_handlers_disconnect_by_data (self->draft, self);
    }
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  draft_changed_cb (self);
}

/**
 * td_template_canvas_show:
 * @self: a canvas
 * @document: (nullable): the draft's template with somebody's text: its first page
 * @states: (nullable) (element-type utf8 TdCertificateBoxState): boxes that are not as they should be, by id
 */
void
td_template_canvas_show (TdTemplateCanvas *self, TdDocument *document, GHashTable *states)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  g_set_object (&self->document, document);
  g_hash_table_unref (self->states);
  self->states = states != NULL ? g_hash_table_ref (states) : g_hash_table_new (g_str_hash, g_str_equal);
  forget_drawn (self);
  _td_template_canvas_describe (self);
}

/**
 * td_template_canvas_set_underlay:
 * @self: a canvas
 * @image: (nullable): a scan or photo of the blank, an image surface
 * @place: where its pixels are on the sheet, in millimetres
 * @opacity: from 0 to 1
 *
 * Shows a picture under the boxes. It is never printed.
 */
void
td_template_canvas_set_underlay (TdTemplateCanvas *self, cairo_surface_t *image, const cairo_matrix_t *place, double opacity)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self) && (image == NULL || place != NULL));

  g_clear_pointer (&self->underlay, cairo_surface_destroy);
  if (image != NULL)
    {
      self->underlay = cairo_surface_reference (image);
      self->place = *place;
    }
  self->opacity = opacity;
  forget_drawn (self);
}

/**
 * td_template_canvas_set_snapping:
 * @self: a canvas
 * @snapping: whether what is dragged falls in with guides and other boxes
 */
void
td_template_canvas_set_snapping (TdTemplateCanvas *self, gboolean snapping)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  self->snapping = snapping;
}

/**
 * td_template_canvas_set_arranging:
 * @self: a canvas
 * @arranging: whether boxes are moved for one recipient: they are not sized, and what is no box stays
 */
void
td_template_canvas_set_arranging (TdTemplateCanvas *self, gboolean arranging)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  self->arranging = arranging;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * td_template_canvas_set_locked:
 * @self: a canvas
 * @locked: whether nothing can be changed here: boxes can still be chosen and looked at
 */
void
td_template_canvas_set_locked (TdTemplateCanvas *self, gboolean locked)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  self->locked = locked;
}

/**
 * td_template_canvas_set_fit:
 * @self: a canvas
 *
 * Fits the sheet into the room there is.
 */
void
td_template_canvas_set_fit (TdTemplateCanvas *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  self->fit = TRUE;
  configure (self);
  g_signal_emit (self, signals[ZOOMED], 0);
}

/**
 * td_template_canvas_set_zoom:
 * @self: a canvas
 * @zoom: 1 for true scale
 */
void
td_template_canvas_set_zoom (TdTemplateCanvas *self, double zoom)
{
  TdTemplateArea area;
  cairo_rectangle_t r;
  double x, y;

  g_return_if_fail (TD_IS_TEMPLATE_CANVAS (self));

  x = TD_SHEET_RULER + get_room (self, GTK_ORIENTATION_HORIZONTAL) / 2.0;
  y = TD_SHEET_RULER + get_room (self, GTK_ORIENTATION_VERTICAL) / 2.0;
  if (self->draft != NULL && td_template_draft_get_extents (self->draft, &area))
    {
      _td_template_canvas_to_pixels (self, &area, &r);
      x = CLAMP (r.x + r.width / 2, TD_SHEET_RULER, 2 * x);
      y = CLAMP (r.y + r.height / 2, TD_SHEET_RULER, 2 * y);
    }
  _td_template_canvas_zoom_at (self, zoom, x, y);
}

/**
 * td_template_canvas_zoom_by:
 * @self: a canvas
 * @steps: larger by so many; less than 0 for smaller
 */
void
td_template_canvas_zoom_by (TdTemplateCanvas *self, int steps)
{
  td_template_canvas_set_zoom (self, td_template_canvas_get_zoom (self) * pow (ZOOM_FAR, steps));
}

/**
 * td_template_canvas_is_fit:
 * @self: a canvas
 *
 * Returns: whether the sheet is fitted into the room there is
 */
gboolean
td_template_canvas_is_fit (TdTemplateCanvas *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_CANVAS (self), FALSE);

  return self->fit;
}

/**
 * td_template_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: 1 for true scale
 */
double
td_template_canvas_get_zoom (TdTemplateCanvas *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_CANVAS (self), 1);

  return _td_template_canvas_get_scale (self) / td_sheet_ruler_get_true_scale (GTK_WIDGET (self));
}
