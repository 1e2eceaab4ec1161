/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration-entry"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-calibration-entry.h"

/* The readings of a target page: two numbers for each cross, and a picture that shows which cross
 * is meant, what is measured there, and where it was printed. */

/* In the picture a cross that is off by a millimetre is off by so many. */
#define ENLARGED 8.0

struct _TdCalibrationEntry
{
  AdwBin parent_instance;

  GtkWidget *picture;
  GtkWidget *labels[TD_CALIBRATION_MARKS][2];
  GtkWidget *entries[TD_CALIBRATION_MARKS][2];

  double width; /* of the sheet, mm */
  double height;
  gboolean from_edges; /* distances from the nearest edges are typed, not how far off it is */
  guint shown;         /* the cross whose numbers are being typed, from 1 */
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdCalibrationEntry, td_calibration_entry, ADW_TYPE_BIN)

static const char *
get_text (TdCalibrationEntry *self, guint mark, guint axis)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[mark - 1][axis]));
}

static gboolean
is_far_edge (TdCalibrationEntry *self, guint mark, guint axis)
{
  double place[2];

  td_calibration_get_mark (self->width, self->height, mark, &place[0], &place[1]);
  return place[axis] > (axis == 0 ? self->width : self->height) / 2;
}

/* How far off along an axis, from what was typed. */
static gboolean
get_offset (TdCalibrationEntry *self, guint mark, guint axis, double *offset)
{
  const double size = axis == 0 ? self->width : self->height;
  double place[2], typed;

  if (!td_calibration_parse_mm (get_text (self, mark, axis), &typed))
    return FALSE;
  td_calibration_get_mark (self->width, self->height, mark, &place[0], &place[1]);
  *offset = !self->from_edges ? typed : (is_far_edge (self, mark, axis) ? size - typed : typed) - place[axis];
  return TRUE;
}

/* The picture */

typedef struct
{
  cairo_t *cr;
  double scale;
  double left, top; /* of the sheet, in pixels */
  GdkRGBA colour;
} Canvas;

static void
draw_cross (const Canvas *canvas, double x, double y, double arm, double line)
{
  const double px = canvas->left + x * canvas->scale, py = canvas->top + y * canvas->scale;

  cairo_set_line_width (canvas->cr, line);
  cairo_move_to (canvas->cr, px - arm, py);
  cairo_line_to (canvas->cr, px + arm, py);
  cairo_move_to (canvas->cr, px, py - arm);
  cairo_line_to (canvas->cr, px, py + arm);
  cairo_stroke (canvas->cr);
}

static void
draw_label (TdCalibrationEntry *self, const Canvas *canvas, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->picture, text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (canvas->cr, CLAMP (x - width / 2.0, 0, MAX (0, gtk_widget_get_width (self->picture) - width)), y - height / 2.0);
  pango_cairo_show_layout (canvas->cr, layout);
}

static void
draw_arrow (const Canvas *canvas, double x1, double y1, double x2, double y2)
{
  const double angle = atan2 (y2 - y1, x2 - x1), head = MIN (8, hypot (x2 - x1, y2 - y1));

  cairo_set_line_width (canvas->cr, 2);
  cairo_move_to (canvas->cr, x1, y1);
  cairo_line_to (canvas->cr, x2, y2);
  cairo_move_to (canvas->cr, x2 - head * cos (angle - 0.5), y2 - head * sin (angle - 0.5));
  cairo_line_to (canvas->cr, x2, y2);
  cairo_line_to (canvas->cr, x2 - head * cos (angle + 0.5), y2 - head * sin (angle + 0.5));
  cairo_stroke (canvas->cr);
}

/* What is measured at the cross whose numbers are being typed. */
static void
draw_measure (TdCalibrationEntry *self, const Canvas *canvas, double x, double y)
{
  const double px = canvas->left + x * canvas->scale, py = canvas->top + y * canvas->scale;

  if (self->from_edges)
    {
      draw_arrow (canvas, canvas->left + (is_far_edge (self, self->shown, 0) ? self->width : 0) * canvas->scale, py, px, py);
      draw_arrow (canvas, px, canvas->top + (is_far_edge (self, self->shown, 1) ? self->height : 0) * canvas->scale, px, py);
    }
  else
    {
      draw_arrow (canvas, px, py, px + 26, py);
      draw_arrow (canvas, px, py, px, py + 26);
    }
}

/* A cross where it should stand, and where it was printed, enlarged. */
static void
draw_mark (TdCalibrationEntry *self, const Canvas *canvas, guint mark)
{
  const gboolean shown = mark == self->shown;
  double x, y, right = 0, down = 0;
  g_autofree char *number = g_strdup_printf ("%u", mark);
  gboolean known;

  td_calibration_get_mark (self->width, self->height, mark, &x, &y);
  cairo_set_source_rgba (canvas->cr, canvas->colour.red, canvas->colour.green, canvas->colour.blue, 0.45);
  draw_cross (canvas, x, y, shown ? 12 : 8, 1);
  cairo_set_source_rgba (canvas->cr, canvas->colour.red, canvas->colour.green, canvas->colour.blue, shown ? 1 : 0.7);
  draw_label (self, canvas, number, canvas->left + x * canvas->scale + (x > self->width * 0.7 ? -18 : 18),
              canvas->top + y * canvas->scale + (y > self->height * 0.7 ? -16 : 16));
  if (shown)
    draw_measure (self, canvas, x, y);
  known = get_offset (self, mark, 0, &right) & get_offset (self, mark, 1, &down);
  if (!known || fabs (right) > 15 || fabs (down) > 15)
    return;
  cairo_set_source_rgb (canvas->cr, 0.75, 0.11, 0.16);
  draw_cross (canvas, x + right * ENLARGED, y + down * ENLARGED, 8, 2);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  TdCalibrationEntry *self = user_data;
  const double margin = 28;
  Canvas canvas = { .cr = cr };

  if (self->width <= 0 || width < 3 * margin || height < 3 * margin)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (self->picture), &canvas.colour);
  canvas.scale = MIN ((width - 2 * margin) / self->width, (height - 2 * margin) / self->height);
  canvas.left = (width - self->width * canvas.scale) / 2;
  canvas.top = (height - self->height * canvas.scale) / 2;
  cairo_set_source_rgba (cr, canvas.colour.red, canvas.colour.green, canvas.colour.blue, 0.6);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, canvas.left, canvas.top, self->width * canvas.scale, self->height * canvas.scale);
  cairo_stroke (cr);
  draw_label (self, &canvas, _ ("Top"), width / 2.0, canvas.top - 13);
  for (guint mark = 1; mark <= TD_CALIBRATION_MARKS; mark++)
    draw_mark (self, &canvas, mark);
}

/* The numbers */

static void
check_entry (TdCalibrationEntry *self, guint mark, guint axis)
{
  GtkWidget *entry = self->entries[mark - 1][axis];
  double offset;
  gboolean wrong = *get_text (self, mark, axis) != '\0' && !get_offset (self, mark, axis, &offset);

  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
changed_cb (TdCalibrationEntry *self, GtkEditable *entry)
{
  for (guint mark = 1; mark <= TD_CALIBRATION_MARKS; mark++)
    for (guint axis = 0; axis < 2; axis++)
      if (self->entries[mark - 1][axis] == GTK_WIDGET (entry))
        check_entry (self, mark, axis);
  gtk_widget_queue_draw (self->picture);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
focus_cb (TdCalibrationEntry *self, GParamSpec *pspec, GtkEventControllerFocus *controller)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  for (guint mark = 1; mark <= TD_CALIBRATION_MARKS; mark++)
    if (self->entries[mark - 1][0] == entry || self->entries[mark - 1][1] == entry)
      self->shown = mark;
  gtk_widget_queue_draw (self->picture);
}

/* Enter goes on to the next number, and from the last one out. */
static void
activate_cb (TdCalibrationEntry *self, GtkWidget *entry)
{
  for (guint n = 0; n < 2 * TD_CALIBRATION_MARKS - 1; n++)
    if (self->entries[n / 2][n % 2] == entry)
      {
        gtk_widget_grab_focus (self->entries[(n + 1) / 2][(n + 1) % 2]);
        return;
      }
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
label_entry (TdCalibrationEntry *self, guint mark, guint axis)
{
  static const char *const labels[2][3] = {
    { N_ ("Off to the right"), N_ ("From the left edge"), N_ ("From the right edge") },
    { N_ ("Off downwards"), N_ ("From the top edge"), N_ ("From the bottom edge") },
  };
  const char *label = _ (labels[axis][!self->from_edges ? 0 : is_far_edge (self, mark, axis) ? 2
                                                                                             : 1]);
  /* Translators: a numbered cross, then what is measured there: "Cross 1: From the left edge" */
  g_autofree char *name = g_strdup_printf (_ ("Cross %u: %s"), mark, label);

  gtk_label_set_label (GTK_LABEL (self->labels[mark - 1][axis]), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[mark - 1][axis]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_mark (TdCalibrationEntry *self, GtkGrid *grid, guint mark)
{
  g_autofree char *number = g_strdup_printf ("%u", mark);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (grid, label, 0, (int) mark, 1, 1);
  for (guint axis = 0; axis < 2; axis++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *entry = gtk_entry_new ();
      GtkEventController *focus = gtk_event_controller_focus_new ();

      self->labels[mark - 1][axis] = gtk_label_new (NULL);
      self->entries[mark - 1][axis] = entry;
      gtk_label_set_xalign (GTK_LABEL (self->labels[mark - 1][axis]), 0);
      gtk_widget_add_css_class (self->labels[mark - 1][axis], "dim-label");
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
      g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (entry, focus);
      gtk_box_append (GTK_BOX (box), self->labels[mark - 1][axis]);
      gtk_box_append (GTK_BOX (box), entry);
      gtk_grid_attach (grid, box, 1 + (int) axis, (int) mark, 1, 1);
    }
}

static void
td_calibration_entry_class_init (TdCalibrationEntryClass *klass)
{
  /**
   * TdCalibrationEntry::changed:
   *
   * A number was typed.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_CALIBRATION_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdCalibrationEntry::activated:
   *
   * Enter was pressed in the last number.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TD_TYPE_CALIBRATION_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_calibration_entry_init (TdCalibrationEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *grid = gtk_grid_new ();

  self->shown = 1;
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint mark = 1; mark <= TD_CALIBRATION_MARKS; mark++)
    add_mark (self, GTK_GRID (grid), mark);
  self->picture = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_cb, self, NULL);
  gtk_widget_set_hexpand (self->picture, TRUE);
  gtk_widget_set_size_request (self->picture, 260, 240);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The sheet with its crosses, and in red where they were printed, enlarged"), -1);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), self->picture);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * td_calibration_entry_set_sheet:
 * @self: readings being typed
 * @width: of the sheet, millimetres
 * @height: of the sheet
 * @from_edges: whether distances from the nearest edges are typed, or how far off a cross is
 *
 * Numbers that meant something else are taken away.
 */
void
td_calibration_entry_set_sheet (TdCalibrationEntry *self, double width, double height, gboolean from_edges)
{
  gboolean other = self->from_edges != from_edges || (from_edges && (self->width != width || self->height != height));

  self->width = width;
  self->height = height;
  self->from_edges = from_edges;
  for (guint mark = 1; mark <= TD_CALIBRATION_MARKS; mark++)
    for (guint axis = 0; axis < 2; axis++)
      {
        label_entry (self, mark, axis);
        if (other)
          gtk_editable_set_text (GTK_EDITABLE (self->entries[mark - 1][axis]), "");
      }
  gtk_widget_queue_draw (self->picture);
}

/**
 * td_calibration_entry_dup_readings:
 * @self: readings being typed
 *
 * Returns: (transfer full): those crosses that have both numbers
 */
TdCalibrationReadings *
td_calibration_entry_dup_readings (TdCalibrationEntry *self)
{
  TdCalibrationReadings *readings = td_calibration_readings_new (self->width, self->height);

  readings->from_edges = self->from_edges;
  for (guint mark = 1; mark <= TD_CALIBRATION_MARKS; mark++)
    {
      double right, down;

      if (get_offset (self, mark, 0, &right) && get_offset (self, mark, 1, &down))
        td_calibration_readings_add (readings, mark, right, down);
    }
  return readings;
}

/**
 * td_calibration_entry_is_sound:
 * @self: readings being typed
 *
 * Returns: whether every cross has both numbers or none, and all are numbers
 */
gboolean
td_calibration_entry_is_sound (TdCalibrationEntry *self)
{
  for (guint mark = 1; mark <= TD_CALIBRATION_MARKS; mark++)
    {
      gboolean empty[2];

      for (guint axis = 0; axis < 2; axis++)
        {
          double offset;

          empty[axis] = *get_text (self, mark, axis) == '\0';
          if (!empty[axis] && !get_offset (self, mark, axis, &offset))
            return FALSE;
        }
      if (empty[0] != empty[1])
        return FALSE;
    }
  return TRUE;
}

/**
 * td_calibration_entry_focus:
 * @self: readings being typed
 *
 * Goes to the first number that is missing.
 */
void
td_calibration_entry_focus (TdCalibrationEntry *self)
{
  guint n = 0;

  while (n < 2 * TD_CALIBRATION_MARKS - 1 && *get_text (self, 1 + n / 2, n % 2) != '\0')
    n++;
  gtk_widget_grab_focus (self->entries[n / 2][n % 2]);
}
