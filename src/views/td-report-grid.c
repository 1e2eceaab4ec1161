/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-report-grid"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-report-grid-private.h"
#include "td-report-words.h"

/* The table units × reports: one cell is chosen and walked with the arrows. GTK's own list has widgets for some two
 * hundred rows whatever is in view; a widget in each of their cells is too slow for thirty columns, so the cells are drawn. */

#define LEAST_ROW 34

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
  MOVED,
  MARK,
  DETAILS,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TdReportGrid, td_report_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint
count_rows (TdReportGrid *self)
{
  return self->matrix != NULL ? td_report_matrix_get_n_rows (self->matrix) : 0;
}

static guint
count_columns (TdReportGrid *self)
{
  return self->matrix != NULL ? td_report_matrix_get_n_columns (self->matrix) : 0;
}

/* Where things are */

/* Few columns share the room there is, and leave what they do not need to the names. */
static void
share_width (TdReportGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int n = (int) MAX (count_columns (self), 1);

  self->column_width = CLAMP ((width - self->least_name) / n, self->least_column, 3 * self->least_column / 2);
  self->name_width = CLAMP (width - n * self->column_width, self->least_name, 2 * self->least_name);
}

static void
measure_font (TdReportGrid *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  int letter = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  self->row_height = MAX (LEAST_ROW, height + 14);
  self->head_height = 4 * (height + 2) + 8;
  self->least_name = 32 * letter;
  self->least_column = 24 * letter + 40;
  share_width (self);
}

static void
configure_adjustments (TdReportGrid *self)
{
  double rooms[] = { MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->name_width, 1), MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->head_height, 1) };
  double contents[] = { count_columns (self) * (double) self->column_width, count_rows (self) * (double) self->row_height };
  double steps[] = { self->column_width, 3 * self->row_height };

  for (guint i = 0; i < 2; i++)
    {
      double upper = MAX (contents[i], rooms[i]);

      if (self->adjustments[i] != NULL)
        gtk_adjustment_configure (self->adjustments[i], CLAMP (gtk_adjustment_get_value (self->adjustments[i]), 0, upper - rooms[i]), 0, upper, steps[i], rooms[i] * 0.9, rooms[i]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure (TdReportGrid *self)
{
  share_width (self);
  configure_adjustments (self);
}

static void
set_adjustment (TdReportGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], gtk_widget_queue_draw, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  configure (self);
}

static void
reveal (TdReportGrid *self)
{
  double width = self->column_width;

  if (self->adjustments[0] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[0], self->column * width, (self->column + 1) * width);
  if (self->adjustments[1] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[1], self->row * (double) self->row_height, (self->row + 1) * (double) self->row_height);
}

static gboolean
find_cell (TdReportGrid *self, double x, double y, guint *row, guint *column)
{
  if (x < self->name_width || y < self->head_height || self->adjustments[0] == NULL || self->adjustments[1] == NULL)
    return FALSE;
  *column = (guint) ((x - self->name_width + gtk_adjustment_get_value (self->adjustments[0])) / self->column_width);
  *row = (guint) ((y - self->head_height + gtk_adjustment_get_value (self->adjustments[1])) / self->row_height);
  return *row < count_rows (self) && *column < count_columns (self);
}

/* The chosen cell */

/* A reader of the screen hears the cell, as it would of a widget. */
static void
tell (TdReportGrid *self)
{
  g_autofree char *text = NULL;

  if (count_rows (self) > 0 && count_columns (self) > 0)
    {
      TdReportLine *line = td_report_matrix_get_line (self->matrix, self->row, self->column);
      const char *name = td_report_matrix_get_name (self->matrix, self->row);

      text = line != NULL ? td_report_words_full (line, name) : g_strdup_printf ("%s · %s", name, _ ("not asked for"));
    }
  g_free (self->place);
  self->place = text != NULL ? td_report_matrix_dup_place (self->matrix, self->row, self->column) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : _ ("Reports of units"), -1);
  g_signal_emit (self, signals[MOVED], 0, text != NULL ? text : "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_to (TdReportGrid *self, gint64 row, gint64 column)
{
  self->row = (guint) CLAMP (row, 0, MAX ((gint64) count_rows (self), 1) - 1);
  self->column = (guint) CLAMP (column, 0, MAX ((gint64) count_columns (self), 1) - 1);
  reveal (self);
  tell (self);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdReportGrid *self = TD_REPORT_GRID (widget);
  int rows, columns;

  g_variant_get (args, "(ii)", &rows, &columns);
  move_to (self, (gint64) self->row + rows, (gint64) self->column + columns);
  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdReportGrid *self = TD_REPORT_GRID (widget);
  int n = MAX ((gtk_widget_get_height (widget) - self->head_height) / self->row_height - 1, 1);

  move_to (self, (gint64) self->row + n * g_variant_get_int32 (args), self->column);
  return GDK_EVENT_STOP;
}

static void
click_cb (TdReportGrid *self, int n_press, double x, double y)
{
  guint row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_cell (self, x, y, &row, &column))
    return;
  move_to (self, row, column);
  if (n_press == 2)
    g_signal_emit (self, signals[MARK], 0);
}

/* Headings and long names are cut; over them the whole of it is told. What a cell says is told below the table. */
static gboolean
td_report_grid_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  TdReportGrid *self = TD_REPORT_GRID (widget);
  guint row, column;

  if (keyboard || count_rows (self) == 0 || count_columns (self) == 0)
    return FALSE;
  if (y < self->head_height && find_cell (self, x, self->head_height, &row, &column))
    gtk_tooltip_set_text (tooltip, td_report_matrix_get_deadline (self->matrix, column)->what);
  else if (x < self->name_width && find_cell (self, self->name_width, y, &row, &column))
    gtk_tooltip_set_text (tooltip, td_report_matrix_get_name (self->matrix, row));
  else
    return FALSE;
  return TRUE;
}

/* The widget */

static void
td_report_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  TdReportGrid *self = TD_REPORT_GRID (widget);

  measure_font (self);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? self->least_name + self->least_column : self->head_height + 3 * self->row_height;
  *natural = *minimum;
}

static void
td_report_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  configure (TD_REPORT_GRID (widget));
}

static void
td_report_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  _td_report_grid_draw (TD_REPORT_GRID (widget), snapshot);
}

static void
td_report_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  g_hash_table_remove_all (TD_REPORT_GRID (widget)->icons);
  GTK_WIDGET_CLASS (td_report_grid_parent_class)->system_setting_changed (widget, setting);
}

static void
td_report_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TdReportGrid *self = TD_REPORT_GRID (object);

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
td_report_grid_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TdReportGrid *self = TD_REPORT_GRID (object);

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
td_report_grid_dispose (GObject *object)
{
  TdReportGrid *self = TD_REPORT_GRID (object);

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->matrix);
  G_OBJECT_CLASS (td_report_grid_parent_class)->dispose (object);
}

static void
td_report_grid_finalize (GObject *object)
{
  g_hash_table_unref (TD_REPORT_GRID (object)->icons);
  g_free (TD_REPORT_GRID (object)->place);
  G_OBJECT_CLASS (td_report_grid_parent_class)->finalize (object);
}

static void
add_step (GtkWidgetClass *klass, guint key, guint pad_key, GdkModifierType modifiers, int rows, int columns)
{
  gtk_widget_class_add_binding (klass, key, modifiers, step_cb, "(ii)", rows, columns);
  gtk_widget_class_add_binding (klass, pad_key, modifiers, step_cb, "(ii)", rows, columns);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const guint marks[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };
  const int far = G_MAXINT16;

  add_step (klass, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1, 0);
  add_step (klass, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1, 0);
  add_step (klass, GDK_KEY_Left, GDK_KEY_KP_Left, 0, 0, -1);
  add_step (klass, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 0, 1);
  add_step (klass, GDK_KEY_Home, GDK_KEY_KP_Home, 0, 0, -far);
  add_step (klass, GDK_KEY_End, GDK_KEY_KP_End, 0, 0, far);
  add_step (klass, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, -far, 0);
  add_step (klass, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, far, 0);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, page_cb, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, page_cb, "i", 1);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_class_add_binding_signal (klass, marks[i], 0, "mark", NULL);
  gtk_widget_class_add_binding_signal (klass, GDK_KEY_d, 0, "details", NULL);
}

static void
td_report_grid_class_init (TdReportGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = td_report_grid_dispose;
  object_class->finalize = td_report_grid_finalize;
  object_class->get_property = td_report_grid_get_property;
  object_class->set_property = td_report_grid_set_property;
  widget_class->measure = td_report_grid_measure;
  widget_class->size_allocate = td_report_grid_size_allocate;
  widget_class->snapshot = td_report_grid_snapshot;
  widget_class->query_tooltip = td_report_grid_query_tooltip;
  widget_class->system_setting_changed = td_report_grid_system_setting_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "reports");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  /**
   * TdReportGrid::moved:
   * @text: everything of the chosen cell
   *
   * Another cell is chosen, or it says something else.
   */
  signals[MOVED] = g_signal_new ("moved", TD_TYPE_REPORT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TdReportGrid::mark:
   *
   * The report of the chosen cell came today, or has not come after all.
   */
  signals[MARK] = g_signal_new ("mark", TD_TYPE_REPORT_GRID, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdReportGrid::details:
   *
   * Day, number and file of the chosen cell are asked for.
   */
  signals[DETAILS] = g_signal_new ("details", TD_TYPE_REPORT_GRID, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  add_keys (widget_class);
}

static void
td_report_grid_init (TdReportGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->icons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  g_signal_connect_object (click, "pressed", G_CALLBACK (click_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  measure_font (self);
}

/**
 * td_report_grid_set_matrix:
 * @self: a grid
 * @matrix: what it shows
 *
 * Shows a table; the chosen cell stays chosen where it is there.
 */
void
td_report_grid_set_matrix (TdReportGrid *self, TdReportMatrix *matrix)
{
  g_set_object (&self->matrix, matrix);
  td_report_grid_update (self);
}

/**
 * td_report_grid_update:
 * @self: a grid
 *
 * What its table shows or says has changed. The view stays where it is, but for a chosen cell that has moved.
 */
void
td_report_grid_update (TdReportGrid *self)
{
  guint row = self->row, column = self->column;

  td_report_matrix_find_place (self->matrix, self->place, &self->row, &self->column);
  configure (self);
  if (self->row != row || self->column != column)
    reveal (self);
  tell (self);
}

/**
 * td_report_grid_get_place:
 * @self: a grid
 *
 * Returns: (nullable): what the chosen cell is called in any table; %NULL for none
 */
const char *
td_report_grid_get_place (TdReportGrid *self)
{
  return self->place;
}

/**
 * td_report_grid_get_line:
 * @self: a grid
 * @name: (out): whose it is
 *
 * Returns: (transfer none) (nullable): the report of the chosen cell
 */
TdReportLine *
td_report_grid_get_line (TdReportGrid *self, const char **name)
{
  if (self->row >= count_rows (self) || self->column >= count_columns (self))
    return NULL;
  *name = td_report_matrix_get_name (self->matrix, self->row);
  return td_report_matrix_get_line (self->matrix, self->row, self->column);
}
