/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-report-grid-draw"

#include "config.h"

#include <math.h>

#include "td-report-grid-private.h"
#include "td-report-words.h"

/* What is seen of the table: only the cells in view are drawn. Names and headings stay where they are. */

#define PAD  8
#define ICON 16

typedef struct
{
  TdReportGrid *self;
  GtkSnapshot *snapshot;
  PangoLayout *layout;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA line;
  GdkRGBA ground; /* of names and headings */
  GdkRGBA accent;
  GdkRGBA good;
  GdkRGBA late;
  GdkRGBA reminded;
} Drawing;

static void
look_up (GtkStyleContext *context, const char *name, const GdkRGBA *otherwise, GdkRGBA *color)
{
  if (!gtk_style_context_lookup_color (context, name, color))
    *color = *otherwise;
}

static void
choose_colors (Drawing *drawing)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (drawing->self));

  gtk_style_context_get_color (context, &drawing->text);
  drawing->dim = drawing->text;
  drawing->dim.alpha *= 0.6f;
  drawing->line = drawing->text;
  drawing->line.alpha *= 0.15f;
  look_up (context, "window_bg_color", &drawing->text, &drawing->ground);
  look_up (context, "accent_color", &drawing->text, &drawing->accent);
  look_up (context, "success_color", &drawing->text, &drawing->good);
  look_up (context, "error_color", &drawing->text, &drawing->late);
  look_up (context, "warning_color", &drawing->text, &drawing->reminded);
}

static void
put_color (Drawing *drawing, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (drawing->snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* A text of so many lines at most; of one line, in the middle of its height. */
static void
put_text (Drawing *drawing, const char *text, const GdkRGBA *color, gboolean bold, int n_lines, double x, double y, double width, double height)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  int text_height;

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (drawing->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (drawing->layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (drawing->layout, -n_lines);
  pango_layout_set_text (drawing->layout, text, -1);
  pango_layout_get_pixel_size (drawing->layout, NULL, &text_height);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (n_lines == 1 ? floor (y + (height - text_height) / 2) : y)));
  gtk_snapshot_append_layout (drawing->snapshot, drawing->layout, color);
  gtk_snapshot_restore (drawing->snapshot);
}

static GtkIconPaintable *
get_icon (TdReportGrid *self, const char *name)
{
  GtkIconPaintable *icon = g_hash_table_lookup (self->icons, name);

  if (icon == NULL)
    {
      GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

      icon = gtk_icon_theme_lookup_icon (theme, name, NULL, ICON, gtk_widget_get_scale_factor (GTK_WIDGET (self)), gtk_widget_get_direction (GTK_WIDGET (self)), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
      g_hash_table_insert (self->icons, g_strdup (name), icon);
    }
  return icon;
}

static const GdkRGBA *
color_of (Drawing *drawing, TdReportLine *line, const GdkRGBA **icon)
{
  gboolean received = g_str_has_prefix (line->state, "received");
  gboolean reminded = td_report_line_is_reminded (line);

  *icon = received ? &drawing->good : reminded                    ? &drawing->reminded
                                  : td_report_line_is_late (line) ? &drawing->late
                                                                  : &drawing->dim;
  return td_report_line_is_late (line) || received ? &drawing->text : &drawing->dim;
}

static void
draw_cell (Drawing *drawing, guint row, guint column, double x, double y, double width)
{
  TdReportGrid *self = drawing->self;
  TdReportLine *line = td_report_matrix_get_line (self->matrix, row, column);
  double height = self->row_height;
  const GdkRGBA *color, *icon_color;
  g_autofree char *words = NULL;

  if (line == NULL)
    {
      put_text (drawing, "–", &drawing->line, FALSE, 1, x + PAD, y, width - 2 * PAD, height);
      return;
    }
  color = color_of (drawing, line, &icon_color);
  words = td_report_words_cell (line);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT ((float) x + PAD, (float) floor (y + (height - ICON) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (get_icon (self, td_report_words_icon (line))), drawing->snapshot, ICON, ICON, icon_color, 1);
  gtk_snapshot_restore (drawing->snapshot);
  put_text (drawing, words, color, FALSE, 1, x + 2 * PAD + ICON, y, width - 3 * PAD - ICON, height);
}

static void
draw_name (Drawing *drawing, guint row, double y)
{
  TdReportGrid *self = drawing->self;

  put_text (drawing, td_report_matrix_get_name (self->matrix, row), &drawing->text, row == self->row, 1, PAD, y, self->name_width - 2 * PAD, self->row_height);
}

/* By when, what, and which plan asks for it. */
static void
draw_head (Drawing *drawing, guint column, double x, double width)
{
  TdReportGrid *self = drawing->self;
  g_autofree char *due = td_report_words_due (td_report_matrix_get_deadline (self->matrix, column));
  g_autofree char *plan = td_report_words_plan (td_report_matrix_get_plan (self->matrix, column));
  double line = (self->head_height - PAD) / 4.0;

  put_text (drawing, due, &drawing->text, TRUE, 1, x + PAD, PAD / 2.0, width - 2 * PAD, line);
  put_text (drawing, td_report_matrix_get_deadline (self->matrix, column)->what, column == self->column ? &drawing->text : &drawing->dim, FALSE, 2, x + PAD, PAD / 2.0 + line, width - 2 * PAD, 2 * line);
  put_text (drawing, plan, &drawing->dim, FALSE, 1, x + PAD, PAD / 2.0 + 3 * line, width - 2 * PAD, line);
}

static void
draw_cursor (Drawing *drawing, double x, double y, double width)
{
  gboolean focused = gtk_widget_has_focus (GTK_WIDGET (drawing->self));
  GdkRGBA fill = drawing->accent;
  float size = focused ? 2 : 1;
  GskRoundedRect outline;

  fill.alpha *= focused ? 0.14f : 0.06f;
  put_color (drawing, &fill, x, y, width, drawing->self->row_height);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) drawing->self->row_height), 3);
  gtk_snapshot_append_border (drawing->snapshot, &outline, (float[]){ size, size, size, size }, (GdkRGBA[]){ drawing->accent, drawing->accent, drawing->accent, drawing->accent });
}

/* The cells in view. */
static void
draw_body (Drawing *drawing, double width, double height)
{
  TdReportGrid *self = drawing->self;
  double column_width = self->column_width;
  double left = gtk_adjustment_get_value (self->adjustments[0]), top = gtk_adjustment_get_value (self->adjustments[1]);
  guint n_rows = td_report_matrix_get_n_rows (self->matrix), n_columns = td_report_matrix_get_n_columns (self->matrix);

  gtk_snapshot_push_clip (drawing->snapshot, &GRAPHENE_RECT_INIT ((float) self->name_width, (float) self->head_height, (float) (width - self->name_width), (float) (height - self->head_height)));
  for (guint row = (guint) (top / self->row_height); row < n_rows; row++)
    {
      double y = self->head_height + row * (double) self->row_height - top;

      if (y >= height)
        break;
      for (guint column = (guint) (left / column_width); column < n_columns; column++)
        {
          double x = self->name_width + column * column_width - left;

          if (x >= width)
            break;
          if (row == self->row && column == self->column)
            draw_cursor (drawing, x, y, column_width);
          draw_cell (drawing, row, column, x, y, column_width);
        }
      put_color (drawing, &drawing->line, self->name_width, y + self->row_height - 1, MIN (n_columns * column_width - left, width - self->name_width), 1);
    }
  gtk_snapshot_pop (drawing->snapshot);
}

static void
draw_names (Drawing *drawing, double height)
{
  TdReportGrid *self = drawing->self;
  double top = gtk_adjustment_get_value (self->adjustments[1]);

  put_color (drawing, &drawing->ground, 0, self->head_height, self->name_width, height - self->head_height);
  gtk_snapshot_push_clip (drawing->snapshot, &GRAPHENE_RECT_INIT (0, (float) self->head_height, (float) self->name_width, (float) (height - self->head_height)));
  for (guint row = (guint) (top / self->row_height); row < td_report_matrix_get_n_rows (self->matrix); row++)
    {
      double y = self->head_height + row * (double) self->row_height - top;

      if (y >= height)
        break;
      draw_name (drawing, row, y);
      put_color (drawing, &drawing->line, 0, y + self->row_height - 1, self->name_width, 1);
    }
  gtk_snapshot_pop (drawing->snapshot);
}

static void
draw_heads (Drawing *drawing, double width)
{
  TdReportGrid *self = drawing->self;
  double column_width = self->column_width;
  double left = gtk_adjustment_get_value (self->adjustments[0]);

  put_color (drawing, &drawing->ground, 0, 0, width, self->head_height);
  gtk_snapshot_push_clip (drawing->snapshot, &GRAPHENE_RECT_INIT ((float) self->name_width, 0, (float) (width - self->name_width), (float) self->head_height));
  for (guint column = (guint) (left / column_width); column < td_report_matrix_get_n_columns (self->matrix); column++)
    {
      double x = self->name_width + column * column_width - left;

      if (x >= width)
        break;
      draw_head (drawing, column, x, column_width);
      put_color (drawing, &drawing->line, x, 0, 1, self->head_height);
    }
  gtk_snapshot_pop (drawing->snapshot);
  put_color (drawing, &drawing->line, 0, self->head_height - 1, width, 1);
  put_color (drawing, &drawing->line, self->name_width - 1, 0, 1, gtk_widget_get_height (GTK_WIDGET (self)));
}

/* Draws what is in view. */
void
_td_report_grid_draw (TdReportGrid *self, GtkSnapshot *snapshot)
{
  Drawing drawing = { self, snapshot };
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->matrix == NULL || self->adjustments[0] == NULL || self->adjustments[1] == NULL)
    return;
  choose_colors (&drawing);
  drawing.layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (drawing.layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (drawing.layout, PANGO_ELLIPSIZE_END);
  draw_body (&drawing, width, height);
  draw_names (&drawing, height);
  draw_heads (&drawing, width);
  g_object_unref (drawing.layout);
}
