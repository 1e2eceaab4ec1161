/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-narrow"

#include "config.h"

#include "td-narrow.h"

/* Holds one widget at its least width: a long text wraps instead of making a pane wider. */

struct _TdNarrow
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (TdNarrow, td_narrow, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
td_narrow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
td_narrow_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (TD_NARROW (widget)->child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
td_narrow_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (TD_NARROW (widget)->child, width, height, baseline, NULL);
}

static void
td_narrow_dispose (GObject *object)
{
  g_clear_pointer (&TD_NARROW (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (td_narrow_parent_class)->dispose (object);
}

static void
td_narrow_class_init (TdNarrowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_narrow_dispose;
  widget_class->get_request_mode = td_narrow_get_request_mode;
  widget_class->measure = td_narrow_measure;
  widget_class->size_allocate = td_narrow_size_allocate;
}

static void
td_narrow_init (TdNarrow *self)
{
}

/**
 * td_narrow_new:
 * @child: (transfer none): what it holds
 *
 * Returns: the holder
 */
GtkWidget *
td_narrow_new (GtkWidget *child)
{
  TdNarrow *self = g_object_new (TD_TYPE_NARROW, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * td_narrow_get_child:
 * @self: a holder
 *
 * Returns: (transfer none): what it holds
 */
GtkWidget *
td_narrow_get_child (TdNarrow *self)
{
  return self->child;
}
