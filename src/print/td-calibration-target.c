/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-calibration-target"

#include "config.h"

#include <math.h>

#include "td-calibration-readings.h"
#include "td-calibration-target.h"
#include "td-typesetter.h"

/* The page a printer is measured with. What is read at a cross with a ruler laid against the sheet's
 * edge: whole millimetres at the cross's own line, tenths where a line of the comb meets a line of
 * the ruler – the comb's pitch is 0.9 mm, as on a vernier.
 *
 * Words on it are Vietnamese like all that is printed. */

#define BLACK 0.0
#define GREY  0.45

#define COMB_TEETH 10
#define COMB_PITCH 0.9

struct _TdCalibrationTarget
{
  GObject parent_instance;

  double width;
  double height;
  double inset; /* of the outer crosses */
  gboolean proof;
  char *title;
  GPtrArray *names;        /* what it was printed with */
  GPtrArray *instructions; /* a few lines */
  TdTypesetter *typesetter;
};

static void td_calibration_target_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdCalibrationTarget, td_calibration_target, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_calibration_target_document_init))

static guint
td_calibration_target_get_n_pages (TdDocument *document)
{
  return 1;
}

static void
td_calibration_target_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  *width = TD_CALIBRATION_TARGET (document)->width;
  *height = TD_CALIBRATION_TARGET (document)->height;
}

static void
draw_line (cairo_t *cr, double x1, double y1, double x2, double y2, double width, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* One line of text; @align says which part of it stands at @x. Returns its height. */
static double
draw_text (TdCalibrationTarget *self, cairo_t *cr, const char *text, double size, gboolean bold, double x, double y, PangoAlignment align)
{
  const TdTextStyle style = { size, bold, FALSE, PANGO_ALIGN_LEFT, FALSE, 0, 1.25 };
  g_autoptr (PangoLayout) layout = td_typesetter_lay_out (self->typesetter, text, 0, &style, 0);
  double width;

  td_typesetter_measure (self->typesetter, text, 0, &style, 0, &width);
  cairo_set_source_rgb (cr, BLACK, BLACK, BLACK);
  td_typesetter_draw_line (self->typesetter, cr, layout, 0, &style,
                           x - (align == PANGO_ALIGN_CENTER ? width / 2 : align == PANGO_ALIGN_RIGHT ? width
                                                                                                     : 0),
                           y);
  return td_text_style_get_pitch (&style);
}

/* Which way things go from a cross: away from the edge that is measured from. */
typedef struct
{
  guint mark;
  double x;
  double y;
  double right; /* 1 or −1 */
  double down;
  double arm; /* of the cross */
} Mark;

static Mark
get_mark (TdCalibrationTarget *self, guint n)
{
  Mark mark = { .mark = n };

  td_calibration_get_mark (self->width, self->height, n, &mark.x, &mark.y);
  mark.right = mark.x > self->width / 2 ? -1 : 1;
  mark.down = mark.y > self->height / 2 ? -1 : 1;
  mark.arm = MIN (6, self->inset - 4.5);
  return mark;
}

/* Arms with a line every half millimetre, to read from when the page lies on another sheet. */
static void
draw_cross (cairo_t *cr, const Mark *mark, gboolean lines)
{
  draw_line (cr, mark->x - mark->arm, mark->y, mark->x + mark->arm, mark->y, 0.12, BLACK);
  draw_line (cr, mark->x, mark->y - mark->arm, mark->x, mark->y + mark->arm, 0.12, BLACK);
  for (int i = -(int) (mark->arm * 2); lines && i <= (int) (mark->arm * 2); i++)
    {
      double length = i % 10 == 0 ? 1.1 : i % 2 == 0 ? 0.7
                                                     : 0.35;

      if (i == 0)
        continue;
      draw_line (cr, mark->x + i / 2.0, mark->y - length, mark->x + i / 2.0, mark->y + length, 0.08, BLACK);
      draw_line (cr, mark->x - length, mark->y + i / 2.0, mark->x + length, mark->y + i / 2.0, 0.08, BLACK);
    }
}

/* The comb across, below or above the cross; ten lines over nine millimetres. */
static void
draw_comb_across (TdCalibrationTarget *self, cairo_t *cr, const Mark *mark)
{
  const double near = mark->y + mark->down * 7.5, far = near + mark->down * 2.4;

  draw_line (cr, mark->x, mark->y + mark->down * mark->arm, mark->x, far, 0.1, BLACK);
  for (guint i = 0; i <= COMB_TEETH; i++)
    {
      double x = mark->x + mark->right * i * COMB_PITCH;
      g_autofree char *number = g_strdup_printf ("%u", i);

      draw_line (cr, x, near, x, near + mark->down * (i % 5 == 0 ? 2.4 : 1.7), 0.1, BLACK);
      if (i % 5 == 0)
        draw_text (self, cr, number, 5, FALSE, x, mark->down > 0 ? far : far - 2.2, PANGO_ALIGN_CENTER);
    }
}

/* The same along, beside the cross. */
static void
draw_comb_along (TdCalibrationTarget *self, cairo_t *cr, const Mark *mark)
{
  const double near = mark->x + mark->right * 13, far = near + mark->right * 2.4;

  draw_line (cr, mark->x + mark->right * mark->arm, mark->y, far, mark->y, 0.1, BLACK);
  for (guint i = 0; i <= COMB_TEETH; i++)
    {
      double y = mark->y + mark->down * i * COMB_PITCH;
      g_autofree char *number = g_strdup_printf ("%u", i);

      draw_line (cr, near, y, near + mark->right * (i % 5 == 0 ? 2.4 : 1.7), y, 0.1, BLACK);
      if (i % 5 == 0)
        draw_text (self, cr, number, 5, FALSE, far + mark->right * 0.5, y - 1.1, mark->right > 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    }
}

/* The number in a disc, and what a ruler must show. */
static void
draw_number (TdCalibrationTarget *self, cairo_t *cr, const Mark *mark)
{
  const double x = mark->x + mark->right * 4.1, y = mark->y + mark->down * 4.1;
  const double edge_x = MIN (mark->x, self->width - mark->x), edge_y = MIN (mark->y, self->height - mark->y);
  g_autofree char *number = g_strdup_printf ("%u", mark->mark);
  g_autofree char *across = td_calibration_dup_mm (edge_x, FALSE);
  g_autofree char *along = td_calibration_dup_mm (edge_y, FALSE);
  g_autofree char *text = g_strdup_printf ("%s %s · %s %s", mark->right > 0 ? "trái" : "phải", across, mark->down > 0 ? "trên" : "dưới", along);

  cairo_set_source_rgb (cr, BLACK, BLACK, BLACK);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, 2.2, 0, 2 * G_PI);
  cairo_fill (cr);
  {
    const TdTextStyle style = { 10, TRUE, FALSE, PANGO_ALIGN_LEFT, FALSE, 0, 1.25 };
    g_autoptr (PangoLayout) layout = td_typesetter_lay_out (self->typesetter, number, 0, &style, 0);
    double width;

    td_typesetter_measure (self->typesetter, number, 0, &style, 0, &width);
    cairo_set_source_rgb (cr, 1, 1, 1);
    td_typesetter_draw_line (self->typesetter, cr, layout, 0, &style, x - width / 2, y - td_text_style_get_pitch (&style) / 2 - 0.1);
  }
  draw_text (self, cr, text, 6, FALSE, mark->x + mark->right * 1, mark->down > 0 ? mark->y + 12.2 : mark->y - 14.6,
             mark->right > 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

/* Half a millimetre all round: a ruler's line for the cross must fall into it. */
static void
draw_frame (cairo_t *cr, const Mark *mark)
{
  cairo_set_source_rgb (cr, BLACK, BLACK, BLACK);
  cairo_set_line_width (cr, 0.15);
  cairo_rectangle (cr, mark->x - 0.5, mark->y - 0.5, 1, 1);
  cairo_stroke (cr);
}

/* Millimetres along the edges, as far out as printers reach. */
static void
draw_edge_rulers (TdCalibrationTarget *self, cairo_t *cr)
{
  const double out = 4.5;

  for (int i = (int) ceil (out); i <= (int) MAX (self->width, self->height) - out; i++)
    {
      const double length = i % 10 == 0 ? 2.2 : i % 5 == 0 ? 1.6
                                                           : 1;
      g_autofree char *number = i % 10 == 0 ? g_strdup_printf ("%d", i) : NULL;

      if (i <= self->width - out)
        {
          draw_line (cr, i, out, i, out + length, 0.08, GREY);
          draw_line (cr, i, self->height - out, i, self->height - out - length, 0.08, GREY);
        }
      if (i <= self->height - out)
        {
          draw_line (cr, out, i, out + length, i, 0.08, GREY);
          draw_line (cr, self->width - out, i, self->width - out - length, i, 0.08, GREY);
        }
      if (number == NULL || self->inset < 14)
        continue;
      if (i <= self->width - 2 * out)
        draw_text (self, cr, number, 4.5, FALSE, i, out + 2.2, PANGO_ALIGN_CENTER);
      if (i <= self->height - 2 * out)
        draw_text (self, cr, number, 4.5, FALSE, out + 2.5, i - 1, PANGO_ALIGN_LEFT);
    }
}

/* A text block between two heights. */
typedef struct
{
  double x; /* its middle */
  double width;
  double top;
  double height;
} Room;

/* Lines as large as there is room for, centred; returns the scale, or 0 when they would be too small
 * to read, and draws only when given a @cr. */
static double
set_lines (TdCalibrationTarget *self, cairo_t *cr, GPtrArray *lines, double size, gboolean bold, const Room *room, double *used)
{
  const double gap = 0.35;

  for (; size >= 5; size *= 0.95)
    {
      const TdTextStyle style = { size, bold, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.25 };
      double height = 0, y = room->top;

      for (guint i = 0; i < lines->len; i++)
        height += (td_typesetter_measure (self->typesetter, g_ptr_array_index (lines, i), 0, &style, room->width, NULL) + gap)
                  * td_text_style_get_pitch (&style);
      if (height > room->height)
        continue;
      for (guint i = 0; i < lines->len; i++)
        {
          const char *line = g_ptr_array_index (lines, i);
          double width = td_typesetter_balance (self->typesetter, line, &style, room->width);
          g_autoptr (PangoLayout) layout = td_typesetter_lay_out (self->typesetter, line, 0, &style, width);

          for (guint n = 0; n < (guint) pango_layout_get_line_count (layout); n++)
            {
              cairo_set_source_rgb (cr, BLACK, BLACK, BLACK);
              td_typesetter_draw_line (self->typesetter, cr, layout, n, &style, room->x - width / 2, y);
              y += td_text_style_get_pitch (&style);
            }
          y += gap * td_text_style_get_pitch (&style);
        }
      *used = height;
      return size;
    }
  *used = 0;
  return 0;
}

/* Which side is up: once printed, nobody can tell a sheet that was turned. */
static void
draw_arrow (cairo_t *cr, double x, double top, double size)
{
  cairo_set_source_rgb (cr, BLACK, BLACK, BLACK);
  cairo_new_path (cr);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x + size * 0.5, top + size * 0.55);
  cairo_line_to (cr, x + size * 0.2, top + size * 0.55);
  cairo_line_to (cr, x + size * 0.2, top + size);
  cairo_line_to (cr, x - size * 0.2, top + size);
  cairo_line_to (cr, x - size * 0.2, top + size * 0.55);
  cairo_line_to (cr, x - size * 0.5, top + size * 0.55);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_words (TdCalibrationTarget *self, cairo_t *cr)
{
  const double side = self->inset + 19, middle = self->height / 2;
  const double arrow = CLAMP (self->height * 0.06, 4, 14), large = CLAMP (MIN (self->width, self->height) / 9, 7, 30);
  Room room = { self->width / 2, self->width - 2 * side, self->inset, middle - self->inset - 9 };
  g_autoptr (GPtrArray) title = g_ptr_array_new ();
  double used;

  draw_arrow (cr, room.x, room.top, arrow);
  room.top += arrow;
  room.height -= arrow;
  room.top += draw_text (self, cr, "PHÍA TRÊN", CLAMP (large / 3, 5, 9), TRUE, room.x, room.top, PANGO_ALIGN_CENTER) * 1.5;
  room.height = middle - 8 - room.top;
  g_ptr_array_add (title, self->title);
  {
    Room half = { room.x, room.width, room.top, room.height * 0.55 };

    set_lines (self, cr, title, large, TRUE, &half, &used);
  }
  room.top += used;
  room.height -= used;
  if (self->names->len > 0)
    set_lines (self, cr, self->names, large * 0.5, FALSE, &room, &used);

  room.top = middle + 18;
  room.height = self->height - self->inset - room.top;
  set_lines (self, cr, self->instructions, large * 0.66, FALSE, &room, &used);
}

static void
td_calibration_target_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdCalibrationTarget *self = TD_CALIBRATION_TARGET (document);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  draw_edge_rulers (self, cr);
  for (guint i = 1; i <= TD_CALIBRATION_MARKS; i++)
    {
      Mark mark = get_mark (self, i);

      draw_cross (cr, &mark, !self->proof);
      draw_comb_across (self, cr, &mark);
      draw_comb_along (self, cr, &mark);
      draw_number (self, cr, &mark);
      if (self->proof)
        draw_frame (cr, &mark);
    }
  draw_words (self, cr);
}

static void
td_calibration_target_finalize (GObject *object)
{
  TdCalibrationTarget *self = TD_CALIBRATION_TARGET (object);

  g_free (self->title);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->instructions);
  td_typesetter_free (self->typesetter);
  G_OBJECT_CLASS (td_calibration_target_parent_class)->finalize (object);
}

static void
td_calibration_target_class_init (TdCalibrationTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_calibration_target_finalize;
}

static void
td_calibration_target_init (TdCalibrationTarget *self)
{
  self->typesetter = td_typesetter_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->instructions = g_ptr_array_new_with_free_func (g_free);
}

static void
td_calibration_target_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_calibration_target_get_n_pages;
  iface->get_page_size = td_calibration_target_get_page_size;
  iface->draw_page = td_calibration_target_draw_page;
}

/* Names come from people: one line, NFC, and no longer than anyone reads. */
static void
add_name (TdCalibrationTarget *self, const char *label, const char *value)
{
  g_autofree char *valid = NULL, *normal = NULL, *first = NULL;

  if (value == NULL || *value == '\0')
    return;
  valid = g_utf8_make_valid (value, -1);
  g_strdelimit (valid, "\r\n\t", ' ');
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  first = g_utf8_substring (normal, 0, MIN (g_utf8_strlen (normal, -1), 80));
  g_ptr_array_add (self->names, g_strdup_printf ("%s: %s", label, first));
}

/**
 * td_calibration_target_new:
 * @width: of the sheet as it lies before the reader, millimetres; see td_calibration_is_sheet()
 * @height: of the sheet
 * @words: what is written on it
 * @proof: whether it is the page that shows that the correction works: it must then be drawn
 *   through the correction, and each cross has a frame that a ruler's line must fall into
 *
 * Returns: (transfer full): the page
 */
TdDocument *
td_calibration_target_new (double width, double height, const TdCalibrationTargetWords *words, gboolean proof)
{
  static const char *const to_measure[] = {
    "In đúng kích thước 100 %, không co giãn, không “vừa trang giấy”.",
    "Đặt số 0 của thước vào mép giấy gần nhất. Mi-li-mét chẵn đọc tại vạch 0 của răng lược, phần mười tại vạch trùng với vạch thước.",
    "Gõ các số đọc được ở dấu 1 đến 5 vào chương trình.",
    "Mép vào máy trước (đánh dấu):   □ trên   □ dưới   □ trái   □ phải",
  };
  static const char *const to_prove[] = {
    "Đặt số 0 của thước vào mép giấy gần nhất của mỗi dấu.",
    "Vạch thước ứng với số ghi cạnh dấu phải rơi vào trong khung vuông: sai lệch không quá nửa mi-li-mét.",
    "Nếu có dấu nằm ngoài khung, hãy đo và căn chỉnh lại.",
  };
  TdCalibrationTarget *self;
  g_autofree char *across = td_calibration_dup_mm (width, FALSE);
  g_autofree char *along = td_calibration_dup_mm (height, FALSE);
  const char *const *instructions = proof ? to_prove : to_measure;
  double x, y;

  g_return_val_if_fail (td_calibration_is_sheet (width, height) && words != NULL, NULL);

  self = g_object_new (TD_TYPE_CALIBRATION_TARGET, NULL);
  self->width = width;
  self->height = height;
  self->proof = proof;
  td_calibration_get_mark (width, height, 1, &x, &y);
  self->inset = x;
  self->title = g_strdup (proof ? "BẢN IN THỬ SAU CĂN CHỈNH" : "TRANG CĂN CHỈNH MÁY IN");
  add_name (self, "Máy in", words->printer);
  add_name (self, "Khay giấy", words->tray);
  add_name (self, "Phôi", words->stock);
  add_name (self, "Ngày", words->date);
  g_ptr_array_add (self->names, g_strdup_printf ("Khổ giấy: %s × %s mm", across, along));
  for (guint i = 0; i < (proof ? G_N_ELEMENTS (to_prove) : G_N_ELEMENTS (to_measure)); i++)
    g_ptr_array_add (self->instructions, g_strdup (instructions[i]));
  return TD_DOCUMENT (self);
}
