/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-suggestions"

#include "config.h"

#include "td-award-form-list.h"
#include "td-suggestions.h"

/* A short list of values to choose from. */

struct _TdSuggestions
{
  GtkPopover parent_instance;

  GtkListBox *rows;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdSuggestions, td_suggestions, GTK_TYPE_POPOVER)

static void
row_activated_cb (TdSuggestions *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "td-value"),
                 gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
td_suggestions_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_SUGGESTIONS);
  G_OBJECT_CLASS (td_suggestions_parent_class)->dispose (object);
}

static void
td_suggestions_class_init (TdSuggestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_suggestions_dispose;

  /**
   * TdSuggestions::chosen:
   * @value: (nullable): the value
   * @label: what is shown for it
   */
  signals[CHOSEN] = g_signal_new ("chosen", TD_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-suggestions.ui");
  gtk_widget_class_bind_template_child (widget_class, TdSuggestions, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
td_suggestions_init (TdSuggestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_suggestions_dup_for:
 * @field: a field of kind text
 *
 * Returns: (transfer full) (nullable): the values it mostly has, or %NULL when anything may stand
 *   in it
 */
char **
td_suggestions_dup_for (const TdField *field)
{
  return g_str_equal (field->name, "award-form") ? td_award_form_list_dup () : NULL;
}

/**
 * td_suggestions_new:
 * @label: what is chosen, translated
 *
 * Returns: an empty list
 */
GtkWidget *
td_suggestions_new (const char *label)
{
  TdSuggestions *self = g_object_new (TD_TYPE_SUGGESTIONS, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * td_suggestions_add:
 * @self: a list
 * @value: (nullable): a value
 * @label: what is shown for it
 */
void
td_suggestions_add (TdSuggestions *self, const char *value, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (child), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  g_object_set_data_full (G_OBJECT (row), "td-value", g_strdup (value), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->rows, row);
}
