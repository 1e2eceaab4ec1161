/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"

G_BEGIN_DECLS

/**
 * TdTimelineLook:
 * @font: a font family
 * @size: of its letters, in units of the picture; everything else is measured by it
 * @foreground: 0xRRGGBB of words and lines
 * @background: of what lies under them
 * @accent: of bars
 * @warning: of the line of the day
 */
typedef struct
{
  const char *font;
  double size;
  guint foreground;
  guint background;
  guint accent;
  guint warning;
} TdTimelineLook;

/* As it is printed: dark on white, in millimetres. */
extern const TdTimelineLook td_timeline_on_paper;

#define TD_TYPE_TIMELINE (td_timeline_get_type ())
G_DECLARE_FINAL_TYPE (TdTimeline, td_timeline, TD, TIMELINE, GObject)

TdTimeline *td_timeline_new (const char *day, const char *day_label, const char *title);
guint td_timeline_add (TdTimeline *self, const char *name, const char *start, const char *end, const char *event_name);
void td_timeline_add_mark (TdTimeline *self, guint bar, const char *day);
guint td_timeline_get_n_bars (TdTimeline *self);

double td_timeline_get_head_height (const TdTimelineLook *look);
double td_timeline_get_bar_height (const TdTimelineLook *look);
double td_timeline_get_x (TdTimeline *self, const TdTimelineLook *look, double width, const char *day);
void td_timeline_draw_head (TdTimeline *self, cairo_t *cr, const TdTimelineLook *look, double width);
void td_timeline_draw_bar (TdTimeline *self, cairo_t *cr, const TdTimelineLook *look, double width, guint n);
GBytes *td_timeline_make_picture (TdTimeline *self, gboolean vector, GError **error);

G_END_DECLS
