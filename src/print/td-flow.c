/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-flow"

#include "config.h"

#include "td-flow.h"

#define NO_HEAD G_MAXUINT

typedef struct
{
  const char *text; /* NULL: a frame, or a rule when it has no height */
  const TdTextStyle *style;
  guint lead;
  guint first_line;
  guint n_lines;
  double x;
  double y; /* from the band's top */
  double width;
  double height;
  double thickness;
} Item;

typedef struct
{
  double gap; /* above it, dropped at a page's top */
  double height;
  gboolean may_begin_page;
  guint head; /* the band repeated above it at a page's top */
  guint first_item;
  guint n_items;
} Band;

struct _TdFlow
{
  TdTypesetter *typesetter; /* borrowed */
  double left;
  double top;
  double width;
  double height;
  GArray *items;
  GArray *bands;
  GArray *pages; /* guint: the first band of each */
};

static Band *
get_band (TdFlow *self, guint n)
{
  return &g_array_index (self->bands, Band, n);
}

/**
 * td_flow_new:
 * @typesetter: outlives the flow
 * @left: where text begins on each page, millimetres
 * @top: the same from above
 * @width: of the text
 * @height: of the text
 *
 * Returns: (transfer full): an empty flow
 */
TdFlow *
td_flow_new (TdTypesetter *typesetter, double left, double top, double width, double height)
{
  TdFlow *self = g_new0 (TdFlow, 1);

  self->typesetter = typesetter;
  self->left = left;
  self->top = top;
  self->width = width;
  self->height = height;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * td_flow_free:
 * @self: (transfer full): a flow
 */
void
td_flow_free (TdFlow *self)
{
  g_array_unref (self->items);
  g_array_unref (self->bands);
  g_array_unref (self->pages);
  g_free (self);
}

/**
 * td_flow_get_typesetter:
 * @self: a flow
 *
 * Returns: (transfer none): what sets its text
 */
TdTypesetter *
td_flow_get_typesetter (TdFlow *self)
{
  return self->typesetter;
}

/**
 * td_flow_get_width:
 * @self: a flow
 *
 * Returns: the width of its text, millimetres
 */
double
td_flow_get_width (TdFlow *self)
{
  return self->width;
}

/**
 * td_flow_get_height:
 * @self: a flow
 *
 * Returns: the height of a page of text, millimetres
 */
double
td_flow_get_height (TdFlow *self)
{
  return self->height;
}

/**
 * td_flow_begin:
 * @self: a flow
 * @gap: what stays free above the band, unless it begins a page
 * @may_begin_page: whether the page may end before it
 *
 * Opens a band. Positions on it count from its left top corner.
 */
void
td_flow_begin (TdFlow *self, double gap, gboolean may_begin_page)
{
  Band band = { gap, 0, may_begin_page, NO_HEAD, self->items->len, 0 };

  g_array_append_val (self->bands, band);
}

/**
 * td_flow_put_lines:
 * @self: a flow with an open band
 * @text: (not nullable): borrowed
 * @lead: how many of its first bytes are bold
 * @style: borrowed
 * @x: left edge
 * @y: top of the first line shown
 * @width: where its lines end
 * @first: the first of its lines to show
 * @n_lines: how many
 */
void
td_flow_put_lines (TdFlow *self, const char *text, guint lead, const TdTextStyle *style, double x,
                   double y, double width, guint first, guint n_lines)
{
  Item item = { text, style, lead, first, n_lines, x, y, width, 0, 0 };

  g_array_append_val (self->items, item);
}

/**
 * td_flow_put_text:
 * @self: a flow with an open band
 * @text: (nullable): borrowed; nothing happens for %NULL
 * @lead: how many of its first bytes are bold
 * @style: borrowed
 * @x: left edge
 * @y: top
 * @width: where its lines end
 *
 * Returns: its height
 */
double
td_flow_put_text (TdFlow *self, const char *text, guint lead, const TdTextStyle *style, double x,
                  double y, double width)
{
  guint n_lines;

  if (text == NULL)
    return 0;
  n_lines = td_typesetter_measure (self->typesetter, text, lead, style, width, NULL);
  td_flow_put_lines (self, text, lead, style, x, y, width, 0, n_lines);
  return n_lines * td_text_style_get_pitch (style);
}

/**
 * td_flow_put_frame:
 * @self: a flow with an open band
 * @x: left edge
 * @y: top
 * @width: its width
 * @height: its height; 0 for a rule
 * @thickness: of the line
 */
void
td_flow_put_frame (TdFlow *self, double x, double y, double width, double height, double thickness)
{
  Item item = { NULL, NULL, 0, 0, 0, x, y, width, height, thickness };

  g_array_append_val (self->items, item);
}

/**
 * td_flow_put_rule:
 * @self: a flow with an open band
 * @x: left end
 * @y: its height on the band
 * @width: its length
 */
void
td_flow_put_rule (TdFlow *self, double x, double y, double width)
{
  td_flow_put_frame (self, x, y, width, 0, TD_FLOW_RULE);
}

/**
 * td_flow_end:
 * @self: a flow with an open band
 * @height: of the band
 *
 * Returns: the band's number
 */
guint
td_flow_end (TdFlow *self, double height)
{
  Band *band = get_band (self, self->bands->len - 1);

  band->height = height;
  band->n_items = self->items->len - band->first_item;
  return self->bands->len - 1;
}

/**
 * td_flow_set_head:
 * @self: a flow
 * @band: a band
 * @head: an earlier band that is repeated above it when it begins a page
 */
void
td_flow_set_head (TdFlow *self, guint band, guint head)
{
  g_return_if_fail (head < band && band < self->bands->len);

  get_band (self, band)->head = head;
}

/**
 * td_flow_add_paragraph:
 * @self: a flow
 * @text: borrowed
 * @lead: how many of its first bytes are bold
 * @style: borrowed
 * @gap: above it
 * @keep_with_previous: whether its first line stays on the page of what comes before
 *
 * Adds a paragraph over the whole width. At least two of its lines stay together at a page's end
 * and at a page's beginning.
 */
void
td_flow_add_paragraph (TdFlow *self, const char *text, guint lead, const TdTextStyle *style,
                       double gap, gboolean keep_with_previous)
{
  guint n_lines = td_typesetter_measure (self->typesetter, text, lead, style, self->width, NULL);

  for (guint i = 0; i < n_lines; i++)
    {
      gboolean may_begin = i == 0 ? !keep_with_previous : i >= 2 && i + 1 < n_lines;

      td_flow_begin (self, i == 0 ? gap : 0, may_begin);
      td_flow_put_lines (self, text, lead, style, 0, 0, self->width, i, 1);
      td_flow_end (self, td_text_style_get_pitch (style));
    }
}

/**
 * td_flow_add_centred:
 * @self: a flow
 * @text: (nullable): borrowed; nothing is added for %NULL
 * @style: a centred style, borrowed
 * @gap: above it
 * @rule_share: the length of a line below, as a share of the text's; 0 for none
 * @keep_with_previous: whether it stays on the page of what comes before
 *
 * Adds a title: its lines are about equally long and stay on one page.
 */
void
td_flow_add_centred (TdFlow *self, const char *text, const TdTextStyle *style, double gap,
                     double rule_share, gboolean keep_with_previous)
{
  double width, widest, height;

  if (text == NULL)
    return;
  width = td_typesetter_balance (self->typesetter, text, style, self->width);
  td_typesetter_measure (self->typesetter, text, 0, style, width, &widest);
  td_flow_begin (self, gap, !keep_with_previous);
  height = td_flow_put_text (self, text, 0, style, (self->width - width) / 2, 0, width);
  if (rule_share > 0)
    {
      height += 1.2;
      td_flow_put_rule (self, (self->width - widest * rule_share) / 2, height, widest * rule_share);
    }
  td_flow_end (self, height);
}

/**
 * td_flow_keep_last:
 * @self: a flow
 * @n_bands: how many bands at its end belong with what will follow
 *
 * What is added next, if it may not begin a page, takes at least that many bands along.
 */
void
td_flow_keep_last (TdFlow *self, guint n_bands)
{
  guint last = self->bands->len;

  for (guint i = 1; i < n_bands && i < last; i++)
    get_band (self, last - i)->may_begin_page = FALSE;
}

static double
get_head_height (TdFlow *self, guint band)
{
  guint head = get_band (self, band)->head;

  return head != NO_HEAD ? get_band (self, head)->height : 0;
}

/* Gives the band after the last that the page beginning with @first can hold. */
static guint
find_page_end (TdFlow *self, guint first)
{
  double y = get_head_height (self, first);
  guint end;
  guint latest;

  for (end = first; end < self->bands->len; end++)
    {
      const Band *band = get_band (self, end);

      y += (end > first ? band->gap : 0) + band->height;
      /* A hundredth of a millimetre is no overflow, only the sum of many additions. */
      if (y > self->height + 0.01)
        break;
    }
  if (end == self->bands->len)
    return end;

  latest = MAX (end, first + 1);
  while (end > first && !get_band (self, end)->may_begin_page)
    end--;
  return end > first ? end : latest;
}

/**
 * td_flow_paginate:
 * @self: a flow to which nothing more is added
 *
 * Returns: how many pages it takes
 */
guint
td_flow_paginate (TdFlow *self)
{
  g_array_set_size (self->pages, 0);
  for (guint band = 0; band < self->bands->len; band = find_page_end (self, band))
    g_array_append_val (self->pages, band);
  return self->pages->len;
}

static void
draw_text (TdFlow *self, cairo_t *cr, const Item *item, double y, PangoLayout **layout,
           const Item **laid_out)
{
  const Item *last = *laid_out;

  /* The lines of a paragraph follow one another: it is laid out once. */
  if (last == NULL || last->text != item->text || last->width != item->width || last->style != item->style)
    {
      g_clear_object (layout);
      *layout = td_typesetter_lay_out (self->typesetter, item->text, item->lead, item->style, item->width);
      *laid_out = item;
    }
  for (guint i = 0; i < item->n_lines; i++)
    td_typesetter_draw_line (self->typesetter, cr, *layout, item->first_line + i, item->style,
                             self->left + item->x,
                             y + item->y + i * td_text_style_get_pitch (item->style));
}

static void
draw_band (TdFlow *self, cairo_t *cr, const Band *band, double y)
{
  for (guint i = 0; i < band->n_items; i++)
    {
      const Item *item = &g_array_index (self->items, Item, band->first_item + i);

      if (item->text != NULL)
        continue;
      cairo_set_line_width (cr, item->thickness);
      if (item->height > 0)
        cairo_rectangle (cr, self->left + item->x, y + item->y, item->width, item->height);
      else
        {
          cairo_move_to (cr, self->left + item->x, y + item->y);
          cairo_line_to (cr, self->left + item->x + item->width, y + item->y);
        }
      cairo_stroke (cr);
    }
}

static void
draw_band_texts (TdFlow *self, cairo_t *cr, const Band *band, double y, PangoLayout **layout,
                 const Item **laid_out)
{
  for (guint i = 0; i < band->n_items; i++)
    {
      const Item *item = &g_array_index (self->items, Item, band->first_item + i);

      if (item->text != NULL)
        draw_text (self, cr, item, y, layout, laid_out);
    }
}

/**
 * td_flow_draw:
 * @self: a flow with pages
 * @cr: where to draw, in millimetres
 * @page: which page, from 0
 */
void
td_flow_draw (TdFlow *self, cairo_t *cr, guint page)
{
  guint first = g_array_index (self->pages, guint, page);
  guint end = page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->bands->len;
  g_autoptr (PangoLayout) layout = NULL;
  const Item *laid_out = NULL;
  double y = self->top;

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (get_band (self, first)->head != NO_HEAD)
    {
      const Band *head = get_band (self, get_band (self, first)->head);

      draw_band (self, cr, head, y);
      draw_band_texts (self, cr, head, y, &layout, &laid_out);
      y += head->height;
    }
  for (guint i = first; i < end; i++)
    {
      const Band *band = get_band (self, i);

      y += i > first ? band->gap : 0;
      draw_band (self, cr, band, y);
      draw_band_texts (self, cr, band, y, &layout, &laid_out);
      y += band->height;
    }
}
