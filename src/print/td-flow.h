/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-typesetter.h"

G_BEGIN_DECLS

/* A column of text that runs over pages. It is a list of bands, one under the other: a line of a
 * paragraph, a row of a table, a letterhead. A band is never cut; between two bands the page may
 * end where the second allows it. Texts and styles are borrowed and must outlive the flow. */
typedef struct _TdFlow TdFlow;

/* The edge of a drawn line, as every office prints them. */
#define TD_FLOW_RULE 0.3
#define TD_FLOW_GRID 0.2

TdFlow *td_flow_new (TdTypesetter *typesetter, double left, double top, double width, double height);
void td_flow_free (TdFlow *self);
TdTypesetter *td_flow_get_typesetter (TdFlow *self);
double td_flow_get_width (TdFlow *self);
double td_flow_get_height (TdFlow *self);

/* One band: open it, put things on it, close it with its height. */
void td_flow_begin (TdFlow *self, double gap, gboolean may_begin_page);
double td_flow_put_text (TdFlow *self, const char *text, guint lead, const TdTextStyle *style,
                         double x, double y, double width);
void td_flow_put_lines (TdFlow *self, const char *text, guint lead, const TdTextStyle *style,
                        double x, double y, double width, guint first, guint n_lines);
void td_flow_put_rule (TdFlow *self, double x, double y, double width);
void td_flow_put_frame (TdFlow *self, double x, double y, double width, double height,
                        double thickness);
guint td_flow_end (TdFlow *self, double height);

void td_flow_set_head (TdFlow *self, guint band, guint head);
void td_flow_add_paragraph (TdFlow *self, const char *text, guint lead, const TdTextStyle *style,
                            double gap, gboolean keep_with_previous);
void td_flow_add_centred (TdFlow *self, const char *text, const TdTextStyle *style, double gap,
                          double rule_share, gboolean keep_with_previous);
void td_flow_keep_last (TdFlow *self, guint n_bands);

guint td_flow_paginate (TdFlow *self);
void td_flow_draw (TdFlow *self, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFlow, td_flow_free)

G_END_DECLS
