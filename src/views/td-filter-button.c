/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-filter-button"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-display.h"
#include "td-filter-button.h"
#include "td-model.h"
#include "td-picker.h"
#include "td-suggestions.h"

/* Narrows a list to one value of one field: one of the choices, one record pointed at, or one of
 * the texts in use. */

struct _TdFilterButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;

  const TdField *field;
  char *text; /* the value: a nick or a text */
  gint64 id;  /* or a record */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdFilterButton, td_filter_button, ADW_TYPE_BIN)

static void
take_value (TdFilterButton *self, const char *text, gint64 id, const char *shown)
{
  const char *label = td_display_get_label (self->field);
  g_autofree char *full = shown != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), label, shown) : g_strdup (label);

  if (g_strcmp0 (self->text, text) == 0 && self->id == id)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  self->id = id;
  gtk_menu_button_set_label (self->button, full);
  if (shown != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "td-filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "td-filtering");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
picked_cb (TdFilterButton *self, gint64 id, const char *label)
{
  take_value (self, NULL, id, label);
}

static void
chosen_cb (TdFilterButton *self, const char *value, const char *label)
{
  take_value (self, value, 0, value != NULL ? label : NULL);
}

static GtkWidget *
make_picker (TdFilterButton *self, TdSession *session)
{
  TdPicker *picker = g_object_new (TD_TYPE_PICKER, NULL);

  td_picker_set_source (picker, session, td_model_type_of_table (self->field->target), td_display_get_label (self->field));
  td_picker_set_clear_label (picker, _ ("All"));
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (picker);
}

static GtkWidget *
make_choices (TdFilterButton *self)
{
  TdSuggestions *choices = TD_SUGGESTIONS (td_suggestions_new (td_display_get_label (self->field)));
  g_auto (GStrv) texts = self->field->kind == TD_FIELD_TEXT ? td_suggestions_dup_for (self->field) : NULL;

  td_suggestions_add (choices, NULL, _ ("All"));
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    td_suggestions_add (choices, texts[i], texts[i]);
  for (const TdChoice *choice = self->field->choices; choice != NULL && choice->nick != NULL; choice++)
    td_suggestions_add (choices, choice->nick, _ (choice->label));
  g_signal_connect_object (choices, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (choices);
}

static void
td_filter_button_dispose (GObject *object)
{
  TdFilterButton *self = TD_FILTER_BUTTON (object);

  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_FILTER_BUTTON);
  G_OBJECT_CLASS (td_filter_button_parent_class)->dispose (object);
}

static void
td_filter_button_finalize (GObject *object)
{
  g_free (TD_FILTER_BUTTON (object)->text);
  G_OBJECT_CLASS (td_filter_button_parent_class)->finalize (object);
}

static void
td_filter_button_class_init (TdFilterButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_filter_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_filter_button_finalize;
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_FILTER_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TdFilterButton, button);
}

static void
td_filter_button_init (TdFilterButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_filter_button_new:
 * @field: a field of kind text, choice or reference
 * @session: where the records are
 *
 * Returns: a button that lets everything through
 */
GtkWidget *
td_filter_button_new (const TdField *field, TdSession *session)
{
  TdFilterButton *self = g_object_new (TD_TYPE_FILTER_BUTTON, NULL);
  const char *label = td_display_get_label (field);

  self->field = field;
  gtk_menu_button_set_label (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_menu_button_set_popover (self->button, field->kind == TD_FIELD_REFERENCE ? make_picker (self, session) : make_choices (self));
  return GTK_WIDGET (self);
}

/**
 * td_filter_button_clear:
 * @self: a button
 *
 * Lets everything through again.
 */
void
td_filter_button_clear (TdFilterButton *self)
{
  take_value (self, NULL, 0, NULL);
}

/**
 * td_filter_button_is_set:
 * @self: a button
 *
 * Returns: whether it narrows the list
 */
gboolean
td_filter_button_is_set (TdFilterButton *self)
{
  return self->text != NULL || self->id != 0;
}

/**
 * td_filter_button_narrow:
 * @self: a button
 * @query: a query
 *
 * Adds the condition, when there is one.
 */
void
td_filter_button_narrow (TdFilterButton *self, TdQuery *query)
{
  if (self->text != NULL)
    td_query_where_text (query, self->field->name, self->text);
  else if (self->id != 0)
    td_query_where_number (query, self->field->name, self->id);
}

/**
 * td_filter_button_get_id:
 * @self: a button
 * @name: a property
 *
 * Returns: the record it narrows @name to, 0 for none
 */
gint64
td_filter_button_get_id (TdFilterButton *self, const char *name)
{
  return g_str_equal (self->field->name, name) ? self->id : 0;
}

/**
 * td_filter_button_set_id:
 * @self: a button
 * @name: a property
 * @id: a record
 * @label: what people call it
 *
 * Narrows the list to @id when the button is about @name.
 */
void
td_filter_button_set_id (TdFilterButton *self, const char *name, gint64 id, const char *label)
{
  if (g_str_equal (self->field->name, name))
    take_value (self, NULL, id, label);
}

/**
 * td_filter_button_set_text:
 * @self: a button
 * @name: a property
 * @text: a value: of a choice its nick
 *
 * Narrows the list to @text when the button is about @name.
 */
void
td_filter_button_set_text (TdFilterButton *self, const char *name, const char *text)
{
  const TdChoice *choice;

  if (!g_str_equal (self->field->name, name))
    return;
  choice = td_field_find_choice (self->field, text);
  take_value (self, text, 0, choice != NULL ? _ (choice->label) : text);
}
