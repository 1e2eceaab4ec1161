/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-timeline"

#include "config.h"

#include <cairo-svg.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

#include "td-date.h"
#include "td-timeline.h"

/* Plans as bars along the months: where each begins and ends, its deadlines, and the day. What is bound to an event whose
 * day is open is hatched, what is left open fades. */

/* All by the size of the letters. */
#define HEAD       2.9
#define ROW        2.15
#define BAR        1.0 /* height of a bar */
#define NAME_SHARE 0.3 /* of the width, for the names */
#define MOST_NAME  26.0
#define LABEL      4.2 /* least room for "01/26" */
#define MARK       0.36

#define LEAST_DAYS    365
#define LEAST_SHOWN   14
#define OPEN_DAYS     183  /* so much of what has no end is shown after the day */
#define FARTHEST_PAST 1830 /* days before the day, and after it, that are shown at all */
#define FARTHEST      3660

/* A4 lying, in millimetres. */
#define PAGE_WIDTH  297.0
#define PAGE_HEIGHT 210.0
#define MARGIN      14.0
#define TITLE       9.0

const TdTimelineLook td_timeline_on_paper = { "Liberation Sans", 3.3, 0x1e1e1e, 0xffffff, 0x3584e4, 0xc01c28 };

/* In days from the day. */
#define NONE G_MININT

typedef struct
{
  char *name;
  int start; /* or NONE */
  int end;   /* or NONE */
  char *event_name;
  GArray *marks; /* int */
} Bar;

struct _TdTimeline
{
  GObject parent_instance;

  char *day;
  char *day_label;
  char *title;
  GDate date; /* of the day */
  GPtrArray *bars;
  gboolean has_span;
  int from; /* the first of a month */
  int to;   /* the first of the month behind the last */
};

static void td_timeline_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdTimeline, td_timeline, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_timeline_document_init))

static void
bar_free (gpointer data)
{
  Bar *bar = data;

  g_free (bar->name);
  g_free (bar->event_name);
  g_array_unref (bar->marks);
  g_free (bar);
}

static void
td_timeline_finalize (GObject *object)
{
  TdTimeline *self = TD_TIMELINE (object);

  g_free (self->day);
  g_free (self->day_label);
  g_free (self->title);
  g_ptr_array_unref (self->bars);
  G_OBJECT_CLASS (td_timeline_parent_class)->finalize (object);
}

static void
td_timeline_class_init (TdTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_timeline_finalize;
}

static void
td_timeline_init (TdTimeline *self)
{
  self->bars = g_ptr_array_new_with_free_func (bar_free);
}

/* Days and months */

static int
last_day (TdTimeline *self, const char *iso)
{
  return iso != NULL && td_date_is_valid (iso) ? -td_date_days_after (iso, self->day) : NONE;
}

/* "2026" and "2026-03" begin with their first day. */
static int
first_day (TdTimeline *self, const char *iso)
{
  g_autofree char *full = iso != NULL && td_date_is_valid (iso) ? g_strdup_printf ("%s%s", iso, strlen (iso) == 4 ? "-01-01" : strlen (iso) == 7 ? "-01"
                                                                                                                                                 : "")
                                                                : NULL;

  return last_day (self, full);
}

static void
date_of (TdTimeline *self, int offset, GDate *date)
{
  *date = self->date;
  if (offset < 0)
    g_date_subtract_days (date, -offset);
  else
    g_date_add_days (date, offset);
}

static int
offset_of (TdTimeline *self, const GDate *date)
{
  return g_date_days_between (&self->date, date);
}

static void
find_span (TdTimeline *self)
{
  int from = 0, to = OPEN_DAYS;
  GDate date;

  if (self->has_span)
    return;
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = g_ptr_array_index (self->bars, i);

      if (bar->start != NONE)
        {
          from = MIN (from, bar->start);
          to = MAX (to, bar->start + OPEN_DAYS);
        }
      if (bar->end != NONE)
        {
          from = MIN (from, bar->end);
          to = MAX (to, bar->end + 1);
        }
    }
  from = MAX (from, -FARTHEST_PAST);
  to = CLAMP (to, from + LEAST_DAYS, FARTHEST);
  date_of (self, from, &date);
  g_date_set_day (&date, 1);
  self->from = offset_of (self, &date);
  date_of (self, to, &date);
  if (g_date_get_day (&date) > 1)
    {
      g_date_set_day (&date, 1);
      g_date_add_months (&date, 1);
    }
  self->to = offset_of (self, &date);
  self->has_span = TRUE;
}

/* Where things stand */

static double
name_width (const TdTimelineLook *look, double width)
{
  return MIN (width * NAME_SHARE, MOST_NAME * look->size);
}

static double
place (TdTimeline *self, const TdTimelineLook *look, double width, double offset)
{
  double left = name_width (look, width);

  find_span (self);
  return left + (width - left) * CLAMP ((offset - self->from) / (self->to - self->from), 0, 1);
}

/* Drawing */

static void
set_colour (cairo_t *cr, guint colour, double alpha)
{
  cairo_set_source_rgba (cr, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0, alpha);
}

static PangoLayout *
lay_out (cairo_t *cr, const TdTimelineLook *look, const char *text, double scale, double most)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();

  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_font_description_set_family (font, look->font);
  pango_font_description_set_absolute_size (font, look->size * scale * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  if (most > 0)
    {
      pango_layout_set_width (layout, most * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

/* From @x on, its middle at @y. */
static double
draw_text (cairo_t *cr, const TdTimelineLook *look, const char *text, double scale, double x, double y, double most)
{
  g_autoptr (PangoLayout) layout = lay_out (cr, look, text, scale, most);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (cr, x, y - (double) extents.height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
  return (double) extents.width / PANGO_SCALE;
}

static double
measure_text (cairo_t *cr, const TdTimelineLook *look, const char *text, double scale)
{
  g_autoptr (PangoLayout) layout = lay_out (cr, look, text, scale, 0);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

/* How many months from one label to the next. */
static guint
month_step (TdTimeline *self, const TdTimelineLook *look, double width)
{
  static const guint steps[] = { 1, 2, 3, 6, 12, 24 };
  double month;

  find_span (self);
  month = (width - name_width (look, width)) / (self->to - self->from) * 30.4;
  for (guint i = 0; i < G_N_ELEMENTS (steps) - 1; i++)
    if (steps[i] * month >= LABEL * look->size)
      return steps[i];
  return steps[G_N_ELEMENTS (steps) - 1];
}

/* The lines of the months, with their names when there is room for them. */
static void
draw_months (TdTimeline *self, cairo_t *cr, const TdTimelineLook *look, double width, double top, double bottom, gboolean names)
{
  guint step = month_step (self, look, width);
  GDate date;

  date_of (self, self->from, &date);
  while (((g_date_get_month (&date) - 1) + 12 * (g_date_get_year (&date) % 2)) % step != 0)
    g_date_add_months (&date, 1);
  for (; offset_of (self, &date) <= self->to; g_date_add_months (&date, step))
    {
      double x = place (self, look, width, offset_of (self, &date));
      char text[16];

      set_colour (cr, look->foreground, g_date_get_month (&date) == G_DATE_JANUARY ? 0.3 : 0.12);
      cairo_set_line_width (cr, look->size * 0.07);
      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x, bottom);
      cairo_stroke (cr);
      if (!names || x + LABEL * 0.75 * look->size > width)
        continue;
      g_snprintf (text, sizeof text, "%02d/%02d", g_date_get_month (&date), g_date_get_year (&date) % 100);
      set_colour (cr, look->foreground, 0.75);
      draw_text (cr, look, text, 0.85, x + look->size * 0.25, top + look->size * 0.7, 0);
    }
}

static void
draw_day (TdTimeline *self, cairo_t *cr, const TdTimelineLook *look, double width, double top, double bottom)
{
  double x = place (self, look, width, 0.5);

  set_colour (cr, look->warning, 1);
  cairo_set_line_width (cr, look->size * 0.13);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
}

static void
trace_bar (cairo_t *cr, double x, double y, double width, double height)
{
  double r = MIN (height * 0.25, width / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_hatched (cairo_t *cr, guint colour, double x, double y, double width, double height)
{
  cairo_save (cr);
  trace_bar (cr, x, y, width, height);
  set_colour (cr, colour, 0.13);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  set_colour (cr, colour, 0.55);
  cairo_set_line_width (cr, height * 0.09);
  for (double at = x - height; at < x + width; at += height * 0.55)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A bar that comes out of the ground until @in, and goes into it from @out on. */
static void
draw_shaded (cairo_t *cr, guint colour, double alpha, double x, double y, double width, double height, double in, double out)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (x, 0, x + width, 0);
  double r = (colour >> 16 & 255) / 255.0, g = (colour >> 8 & 255) / 255.0, b = (colour & 255) / 255.0;

  cairo_pattern_add_color_stop_rgba (pattern, 0, r, g, b, in > 0 ? 0 : alpha);
  cairo_pattern_add_color_stop_rgba (pattern, in, r, g, b, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, out, r, g, b, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, r, g, b, out < 1 ? 0 : alpha);
  trace_bar (cr, x, y, width, height);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/* The bar; where it is certain until, and whether it goes on. */
static double
draw_certain (TdTimeline *self, cairo_t *cr, const TdTimelineLook *look, double width, const Bar *bar, double y)
{
  gboolean over = bar->end != NONE && bar->end < 0;
  gboolean ahead = bar->start != NONE && bar->start > 0;
  gboolean is_open = bar->end == NONE && bar->event_name == NULL;
  double alpha = over ? 0.35 : ahead ? 0.55
                                     : 0.9;
  int known = bar->end != NONE ? bar->end + 1 : bar->start != NONE ? MAX (bar->start + LEAST_SHOWN, 1)
                                                                   : 1;
  double left = place (self, look, width, bar->start != NONE ? bar->start : known - OPEN_DAYS);
  double right = MAX (place (self, look, width, known), left + look->size * 0.3);
  double whole = is_open ? MAX (width, right) - left : right - left;

  draw_shaded (cr, over ? look->foreground : look->accent, alpha, left, y, whole, BAR * look->size,
               bar->start == NONE ? (right - left) / whole * 0.7 : 0, is_open ? (right - left) / whole : 1);
  return right;
}

/* The event the bar ends with: hatched until nobody knows when, or said behind the end. */
static void
draw_event (cairo_t *cr, const TdTimelineLook *look, double width, const Bar *bar, double right, double y)
{
  double height = BAR * look->size;
  double gap = look->size * 0.4;
  double text = MIN (measure_text (cr, look, bar->event_name, 0.85), width - right - 2 * gap);

  if (bar->end == NONE && width > right)
    draw_hatched (cr, look->accent, right, y, width - right, height);
  if (text < 4 * look->size)
    return;
  if (bar->end == NONE)
    {
      set_colour (cr, look->background, 0.7);
      trace_bar (cr, right + gap / 2, y + height * 0.03, text + gap, height * 0.94);
      cairo_fill (cr);
    }
  set_colour (cr, look->foreground, 0.9);
  draw_text (cr, look, bar->event_name, 0.85, right + gap, y + height / 2, text + 0.01 * look->size);
}

static void
draw_marks (TdTimeline *self, cairo_t *cr, const TdTimelineLook *look, double width, const Bar *bar, double y)
{
  double size = MARK * look->size;

  for (guint i = 0; i < bar->marks->len; i++)
    {
      int day = g_array_index (bar->marks, int, i);
      double x = place (self, look, width, day + 0.5);

      if (day < self->from || day >= self->to)
        continue;
      cairo_move_to (cr, x, y - size);
      cairo_line_to (cr, x + size, y);
      cairo_line_to (cr, x, y + size);
      cairo_line_to (cr, x - size, y);
      cairo_close_path (cr);
      set_colour (cr, look->background, 1);
      cairo_fill_preserve (cr);
      set_colour (cr, look->foreground, 1);
      cairo_set_line_width (cr, look->size * 0.11);
      cairo_stroke (cr);
    }
}

/**
 * td_timeline_new:
 * @day: a full date
 * @day_label: what stands at its line
 * @title: what stands above the picture in a file
 *
 * Returns: (transfer full): a time line without bars
 */
TdTimeline *
td_timeline_new (const char *day, const char *day_label, const char *title)
{
  TdTimeline *self = g_object_new (TD_TYPE_TIMELINE, NULL);
  int year, month, number;

  g_return_val_if_fail (td_date_is_valid (day) && sscanf (day, "%d-%d-%d", &year, &month, &number) == 3, self);

  self->day = g_strdup (day);
  self->day_label = g_strdup (day_label);
  self->title = g_strdup (title);
  g_date_clear (&self->date, 1);
  g_date_set_dmy (&self->date, number, month, year);
  return self;
}

/**
 * td_timeline_add:
 * @self: a time line
 * @name: what it is called
 * @start: (nullable): its first day, ISO; %NULL for unknown
 * @end: (nullable): its last day, ISO; %NULL for open
 * @event_name: (nullable): the event it ends with
 *
 * Returns: the number of the bar
 */
guint
td_timeline_add (TdTimeline *self, const char *name, const char *start, const char *end, const char *event_name)
{
  Bar *bar = g_new0 (Bar, 1);

  bar->name = g_strdup (name);
  bar->start = first_day (self, start);
  bar->end = last_day (self, end);
  if (bar->start != NONE && bar->end != NONE && bar->end < bar->start)
    bar->end = bar->start; /* a plan that ends before it begins is told elsewhere */
  bar->event_name = g_strdup (event_name);
  bar->marks = g_array_new (FALSE, FALSE, sizeof (int));
  g_ptr_array_add (self->bars, bar);
  self->has_span = FALSE;
  return self->bars->len - 1;
}

/**
 * td_timeline_add_mark:
 * @self: a time line
 * @bar: one of its bars
 * @day: a deadline, ISO
 */
void
td_timeline_add_mark (TdTimeline *self, guint bar, const char *day)
{
  int offset = last_day (self, day);

  if (offset != NONE)
    g_array_append_val (((Bar *) g_ptr_array_index (self->bars, bar))->marks, offset);
}

/**
 * td_timeline_get_n_bars:
 * @self: a time line
 *
 * Returns: how many bars it has
 */
guint
td_timeline_get_n_bars (TdTimeline *self)
{
  return self->bars->len;
}

/**
 * td_timeline_get_head_height:
 * @look: how it looks
 *
 * Returns: how much room the months take
 */
double
td_timeline_get_head_height (const TdTimelineLook *look)
{
  return HEAD * look->size;
}

/**
 * td_timeline_get_bar_height:
 * @look: how it looks
 *
 * Returns: how much room a bar takes
 */
double
td_timeline_get_bar_height (const TdTimelineLook *look)
{
  return ROW * look->size;
}

/**
 * td_timeline_get_x:
 * @self: a time line
 * @look: how it looks
 * @width: how wide it is drawn
 * @day: ISO
 *
 * Returns: where the middle of a day is
 */
double
td_timeline_get_x (TdTimeline *self, const TdTimelineLook *look, double width, const char *day)
{
  return place (self, look, width, last_day (self, day) + 0.5);
}

/**
 * td_timeline_draw_head:
 * @self: a time line
 * @cr: where to, its origin the left top corner of the head
 * @look: how it looks
 * @width: how wide
 *
 * Draws the months and the name of the day.
 */
void
td_timeline_draw_head (TdTimeline *self, cairo_t *cr, const TdTimelineLook *look, double width)
{
  double height = td_timeline_get_head_height (look);
  double x = place (self, look, width, 0.5);
  double text = measure_text (cr, look, self->day_label, 0.85);
  double left = name_width (look, width);

  draw_months (self, cr, look, width, 0, height, TRUE);
  set_colour (cr, look->warning, 1);
  draw_text (cr, look, self->day_label, 0.85, CLAMP (x - text / 2, left, MAX (width - text, left)), height * 0.66, 0);
  draw_day (self, cr, look, width, height * 0.86, height);
}

/**
 * td_timeline_draw_bar:
 * @self: a time line
 * @cr: where to, its origin the left top corner of the bar's row
 * @look: how it looks
 * @width: how wide
 * @n: which bar
 *
 * Draws one row: rows lie under each other without a gap.
 */
void
td_timeline_draw_bar (TdTimeline *self, cairo_t *cr, const TdTimelineLook *look, double width, guint n)
{
  const Bar *bar = g_ptr_array_index (self->bars, n);
  double height = td_timeline_get_bar_height (look);
  double y = (ROW - BAR) / 2 * look->size;
  double right;

  draw_months (self, cr, look, width, 0, height, FALSE);
  set_colour (cr, look->foreground, 1);
  draw_text (cr, look, bar->name, 1, 0, height / 2, name_width (look, width) - look->size * 0.8);
  right = draw_certain (self, cr, look, width, bar, y);
  draw_day (self, cr, look, width, 0, height);
  if (bar->event_name != NULL)
    draw_event (cr, look, width, bar, right, y);
  draw_marks (self, cr, look, width, bar, height / 2);
}

/* As a document, and as a picture */

static guint
bars_per_page (void)
{
  return (PAGE_HEIGHT - 2 * MARGIN - TITLE - td_timeline_get_head_height (&td_timeline_on_paper)) / td_timeline_get_bar_height (&td_timeline_on_paper);
}

static void
draw_some (TdTimeline *self, cairo_t *cr, const TdTimelineLook *look, double width, guint from, guint to)
{
  set_colour (cr, look->foreground, 1);
  draw_text (cr, look, self->title, 1.3, 0, look->size, width);
  cairo_translate (cr, 0, TITLE / td_timeline_on_paper.size * look->size);
  td_timeline_draw_head (self, cr, look, width);
  cairo_translate (cr, 0, td_timeline_get_head_height (look));
  for (guint i = from; i < to; i++)
    {
      td_timeline_draw_bar (self, cr, look, width, i);
      cairo_translate (cr, 0, td_timeline_get_bar_height (look));
    }
}

static guint
td_timeline_get_n_pages (TdDocument *document)
{
  guint n = td_timeline_get_n_bars (TD_TIMELINE (document));

  return n == 0 ? 1 : (n - 1) / bars_per_page () + 1;
}

static void
td_timeline_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  *width = PAGE_WIDTH;
  *height = PAGE_HEIGHT;
}

static void
td_timeline_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdTimeline *self = TD_TIMELINE (document);
  guint from = n * bars_per_page ();

  cairo_save (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  draw_some (self, cr, &td_timeline_on_paper, PAGE_WIDTH - 2 * MARGIN, from, MIN (from + bars_per_page (), self->bars->len));
  cairo_restore (cr);
}

static void
td_timeline_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_timeline_get_n_pages;
  iface->get_page_size = td_timeline_get_page_size;
  iface->draw_page = td_timeline_draw_page;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Points or dots to the millimetre. */
#define PICTURE_SCALE 4.0

/**
 * td_timeline_make_picture:
 * @self: a time line
 * @vector: whether as SVG, else as PNG
 * @error: return location
 *
 * Draws all bars into one picture.
 *
 * Returns: (transfer full): the file, or %NULL with %G_IO_ERROR_FAILED when there are more bars than a picture holds
 */
GBytes *
td_timeline_make_picture (TdTimeline *self, gboolean vector, GError **error)
{
  const TdTimelineLook *look = &td_timeline_on_paper;
  double height = (2 * MARGIN + TITLE + td_timeline_get_head_height (look) + self->bars->len * td_timeline_get_bar_height (look)) * PICTURE_SCALE;
  double width = PAGE_WIDTH * PICTURE_SCALE;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = vector ? cairo_svg_surface_create_for_stream (append_cb, bytes, width, height) : cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (width), ceil (height));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_colour (cr, look->background, 1);
  cairo_paint (cr);
  cairo_scale (cr, PICTURE_SCALE, PICTURE_SCALE);
  cairo_translate (cr, MARGIN, MARGIN);
  draw_some (self, cr, look, PAGE_WIDTH - 2 * MARGIN, 0, self->bars->len);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && !vector)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}
