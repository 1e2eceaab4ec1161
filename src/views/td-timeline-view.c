/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-timeline-view"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-overview-parts.h"
#include "td-timeline-jobs.h"
#include "td-timeline-view.h"

/* The time line of plans on the screen: the drawing of td-timeline, a row of it in each button, so that keyboard and screen
 * reader walk the bars as anything else. */

/* The names of the months come again after so many rows: of many plans the first are out of sight. */
#define ROWS_A_HEAD 16

struct _TdTimelineView
{
  AdwBin parent_instance;

  GtkBox *box;
  TdTimeline *timeline;
};

G_DEFINE_FINAL_TYPE (TdTimelineView, td_timeline_view, ADW_TYPE_BIN)

static guint
to_rgb (const GdkRGBA *colour)
{
  return (guint) (colour->red * 255 + 0.5) << 16 | (guint) (colour->green * 255 + 0.5) << 8 | (guint) (colour->blue * 255 + 0.5);
}

static guint
look_up (GtkStyleContext *context, const char *name, guint otherwise)
{
  GdkRGBA colour;

  return gtk_style_context_lookup_color (context, name, &colour) ? to_rgb (&colour) : otherwise;
}

/* In the colours of the window, light or dark; the height of a row says how large the letters are. */
static void
take_look (GtkWidget *widget, double size, TdTimelineLook *look)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  GdkRGBA foreground;

  gtk_style_context_get_color (context, &foreground);
  *look = (TdTimelineLook){ font != NULL ? pango_font_description_get_family (font) : "Sans", size, to_rgb (&foreground),
                            look_up (context, "window_bg_color", 0xffffff), look_up (context, "accent_bg_color", 0x3584e4), look_up (context, "error_color", 0xc01c28) };
}

static void
draw_head_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  TdTimelineView *self = user_data;
  TdTimelineLook look = td_timeline_on_paper;

  take_look (GTK_WIDGET (area), height / td_timeline_get_head_height (&look) * look.size, &look);
  td_timeline_draw_head (self->timeline, cr, &look, width);
}

static void
draw_bar_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  TdTimelineView *self = user_data;
  TdTimelineLook look = td_timeline_on_paper;

  take_look (GTK_WIDGET (area), height / td_timeline_get_bar_height (&look) * look.size, &look);
  td_timeline_draw_bar (self->timeline, cr, &look, width, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "td-bar")));
}

static void
clicked_cb (GtkWidget *button, gpointer id)
{
  td_overview_open_rows (button, "plans", *(gint64 *) id, "form", NULL);
}

static void
free_id (gpointer id, GClosure *closure)
{
  g_free (id);
}

/* What the picture shows, in words. */
static char *
dup_words (TdOverviewPlan *plan)
{
  g_autofree char *start = plan->start != NULL ? td_date_to_display (plan->start) : g_strdup (_ ("unknown"));
  g_autofree char *end = plan->end != NULL ? td_date_to_display (plan->end) : g_strdup (plan->event_name != NULL ? plan->event_name : _ ("open"));

  /* Translators: a plan, its first day, its last day or the event it ends with */
  return g_strdup_printf (_ ("%s: from %s until %s"), plan->name, start, end);
}

static void
append_head (TdTimelineView *self)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_add_css_class (area, "td-time-head");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_head_cb, self, NULL);
  gtk_box_append (self->box, area);
}

static void
append_bar (TdTimelineView *self, TdOverviewPlan *plan, guint n)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *button = gtk_button_new ();
  gint64 id = td_entity_get_id (TD_ENTITY (plan->plan));
  g_autofree char *words = dup_words (plan);
  g_autofree char *name = g_strdup_printf ("time-%" G_GINT64_FORMAT, id);

  gtk_widget_add_css_class (area, "td-time-row");
  g_object_set_data (G_OBJECT (area), "td-bar", GUINT_TO_POINTER (n));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_bar_cb, self, NULL);
  gtk_button_set_child (GTK_BUTTON (button), area);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "td-time-button");
  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), g_memdup2 (&id, sizeof id), free_id, 0);
  gtk_box_append (self->box, button);
}

static void
td_timeline_view_dispose (GObject *object)
{
  TdTimelineView *self = TD_TIMELINE_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (td_timeline_view_parent_class)->dispose (object);
}

static void
td_timeline_view_class_init (TdTimelineViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_timeline_view_dispose;
}

static void
td_timeline_view_init (TdTimelineView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * td_timeline_view_show:
 * @self: a view
 * @overview: whose plans it shows
 */
void
td_timeline_view_show (TdTimelineView *self, TdOverview *overview)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_clear_object (&self->timeline);
  self->timeline = td_timeline_of_overview (overview);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (overview->plans)); i++)
    {
      g_autoptr (TdOverviewPlan) plan = g_list_model_get_item (G_LIST_MODEL (overview->plans), i);

      if (i % ROWS_A_HEAD == 0)
        append_head (self);
      append_bar (self, plan, i);
    }
}
