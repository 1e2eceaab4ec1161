/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-day-filter"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-day-filter.h"

/* Narrows a list to what there was on a day. */

struct _TdDayFilter
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEntry *entry;

  const char *from;
  const char *until;
  char *day; /* ISO, NULL for all days */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdDayFilter, td_day_filter, ADW_TYPE_BIN)

static void
take_day (TdDayFilter *self, const char *day)
{
  g_autofree char *shown = day != NULL ? td_date_to_display (day) : NULL;
  /* Translators: a day */
  g_autofree char *label = shown != NULL ? g_strdup_printf (_ ("As of %s"), shown) : g_strdup (_ ("As of"));

  gtk_menu_button_set_label (self->button, label);
  if (day != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "td-filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "td-filtering");
  gtk_popover_popdown (self->popover);
  if (g_strcmp0 (self->day, day) == 0)
    return;
  g_free (self->day);
  self->day = g_strdup (day);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
shown_cb (TdDayFilter *self)
{
  g_autofree char *shown = self->day != NULL ? td_date_to_display (self->day) : NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), shown != NULL ? shown : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
entered_cb (TdDayFilter *self)
{
  g_autofree char *day = td_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  /* A day, not a month or a year. */
  if (td_date_is_day (day))
    take_day (self, day);
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

static void
today_cb (TdDayFilter *self)
{
  g_autofree char *day = td_date_dup_today ();

  take_day (self, day);
}

static void
all_cb (TdDayFilter *self)
{
  take_day (self, NULL);
}

static void
td_day_filter_dispose (GObject *object)
{
  TdDayFilter *self = TD_DAY_FILTER (object);

  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_DAY_FILTER);
  G_OBJECT_CLASS (td_day_filter_parent_class)->dispose (object);
}

static void
td_day_filter_finalize (GObject *object)
{
  g_free (TD_DAY_FILTER (object)->day);
  G_OBJECT_CLASS (td_day_filter_parent_class)->finalize (object);
}

static void
td_day_filter_class_init (TdDayFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_day_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_day_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_DAY_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-day-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, TdDayFilter, button);
  gtk_widget_class_bind_template_child (widget_class, TdDayFilter, popover);
  gtk_widget_class_bind_template_child (widget_class, TdDayFilter, entry);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
}

static void
td_day_filter_init (TdDayFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_day_filter_new:
 * @from: the property of the first day; must stay alive
 * @until: the property of the last day; must stay alive
 *
 * Returns: a button that lets every day through
 */
GtkWidget *
td_day_filter_new (const char *from, const char *until)
{
  TdDayFilter *self = g_object_new (TD_TYPE_DAY_FILTER, NULL);

  self->from = from;
  self->until = until;
  take_day (self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("As of the day"), -1);
  return GTK_WIDGET (self);
}

/**
 * td_day_filter_clear:
 * @self: a button
 *
 * Lets everything through again.
 */
void
td_day_filter_clear (TdDayFilter *self)
{
  take_day (self, NULL);
}

/**
 * td_day_filter_get_day:
 * @self: a button
 *
 * Returns: (nullable): the day in ISO, %NULL for all
 */
const char *
td_day_filter_get_day (TdDayFilter *self)
{
  return self->day;
}

/**
 * td_day_filter_narrow:
 * @self: a button
 * @query: a query
 *
 * Adds the condition, when there is a day.
 */
void
td_day_filter_narrow (TdDayFilter *self, TdQuery *query)
{
  if (self->day != NULL)
    td_query_where_on_day (query, self->from, self->until, self->day);
}
