/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-finding-list.h"
#include "td-template-underlay-pane.h"
#include "td-underlay-jobs.h"

G_BEGIN_DECLS

struct _TdTemplateUnderlayPane
{
  AdwBin parent_instance;

  GtkWidget *with_picture; /* what is there once there is a picture */
  GtkWidget *choose;
  GtkLabel *hint;
  GtkWidget *opacity;
  GtkListBox *list;
  GtkToggleButton *add;
  GtkWidget *cross;     /* what is there while a place is pointed at */
  GtkWidget *places[2]; /* where the cross is */
  GtkWidget *remove;
  TdFindingList *findings;

  TdSession *session;
  TdTemplateCanvas *canvas;
  char *template_id;
  double width; /* of the sheet, millimetres */
  double height;
  TdUnderlayPicture *picture;
  cairo_surface_t *surface;
  GArray *marks; /* TdUnderlayMark; x is NaN before its place is typed */
  GCancellable *cancellable;
  guint serial;
  gboolean shown;
};

/* The picture and what is kept of it: td-template-underlay-pane.c */
TdUnderlayMap _td_template_underlay_get_map (TdTemplateUnderlayPane *self, double *error_left);
void _td_template_underlay_show (TdTemplateUnderlayPane *self);
void _td_template_underlay_keep_marks (TdTemplateUnderlayPane *self);

/* The marks: td-template-underlay-marks.c */
TdUnderlayMark *_td_template_underlay_get_mark (TdTemplateUnderlayPane *self, guint n);
void _td_template_underlay_add_marks (TdTemplateUnderlayPane *self, GtkWidget *column);
void _td_template_underlay_show_marks (TdTemplateUnderlayPane *self);
void _td_template_underlay_show_cross (TdTemplateUnderlayPane *self);
void _td_template_underlay_picked (TdTemplateUnderlayPane *self, double x, double y);

G_END_DECLS
