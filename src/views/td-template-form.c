/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-form"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-draft-entry.h"
#include "td-length.h"
#include "td-template-fields.h"
#include "td-template-form-private.h"

/* The numbers, the text and the type of what is chosen. What all the boxes chosen have in common is shown; what is
 * typed goes into all of them. A number is taken when its entry is left or by Enter; a text as it is typed. */

/* So long after the last key what was typed is one step. */
#define TYPING_PAUSE 900 /* ms */

G_DEFINE_FINAL_TYPE (TdTemplateForm, td_template_form, ADW_TYPE_BIN)

static void show (TdTemplateForm *self);

/* Typing */

static void
end_typing (TdTemplateForm *self)
{
  g_clear_handle_id (&self->typing_id, g_source_remove);
  if (!self->typing)
    return;
  self->typing = FALSE;
  td_template_draft_end (self->draft);
}

static gboolean
typing_paused_cb (gpointer user_data)
{
  TdTemplateForm *self = user_data;

  self->typing_id = 0;
  end_typing (self);
  return G_SOURCE_REMOVE;
}

void
_td_template_form_text_changed (TdTemplateForm *self)
{
  g_autofree char *text = NULL;
  gboolean good;

  if (self->showing || self->draft == NULL)
    return;
  text = td_template_text_edit_dup_text (self->text);
  if (!self->typing)
    {
      self->typing = TRUE;
      td_template_draft_begin (self->draft);
    }
  g_clear_handle_id (&self->typing_id, g_source_remove);
  self->typing_id = g_timeout_add (TYPING_PAUSE, typing_paused_cb, self);
  good = td_template_draft_set_text (self->draft, TD_TEMPLATE_TEXT, text);
  gtk_widget_set_visible (self->text_error, !good);
}

/* Numbers */

static int
index_of (GtkWidget *const *widgets, guint n, gpointer widget)
{
  for (guint i = 0; i < n; i++)
    if ((gpointer) widgets[i] == widget)
      return (int) i;
  return -1;
}

gboolean
_td_template_form_take_number (GtkWidget *entry, const char *text, gpointer owner)
{
  TdTemplateForm *self = owner;
  int n = index_of (self->numbers, N_NUMBERS, entry);
  gint64 value;

  if (self->draft == NULL)
    return TRUE;
  if (n < 0 || !td_length_parse (text, &value) || !td_template_draft_set_number (self->draft, _td_template_form_numbers[n].property, (double) value / 1000))
    return FALSE;
  show (self);
  return TRUE;
}

gboolean
_td_template_form_take_words (GtkWidget *entry, const char *text, gpointer owner)
{
  TdTemplateForm *self = owner;
  int n = index_of (self->words, N_WORDS, entry);

  if (self->draft == NULL)
    return TRUE;
  if (n < 0 || !td_template_draft_set_text (self->draft, _td_template_form_words[n].property, text))
    return FALSE;
  show (self);
  return TRUE;
}

/* Up and Down change a number by a tenth, with Shift by one. */
gboolean
_td_template_form_number_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, TdTemplateForm *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  int n = index_of (self->numbers, N_NUMBERS, entry);
  double by = (state & GDK_SHIFT_MASK) != 0 || _td_template_form_numbers[MAX (n, 0)].property == TD_TEMPLATE_MAX_LINES ? 1 : 0.1;
  double value;

  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_Down) || n < 0 || self->draft == NULL)
    return GDK_EVENT_PROPAGATE;
  td_draft_entry_commit (entry);
  if (td_template_draft_get_number (self->draft, _td_template_form_numbers[n].property, &value))
    td_template_draft_set_number (self->draft, _td_template_form_numbers[n].property, value + (keyval == GDK_KEY_Up ? by : -by));
  return GDK_EVENT_STOP;
}

/* Everything else */

void
_td_template_form_check (TdTemplateForm *self, GtkWidget *check)
{
  int n = index_of (self->checks, N_CHECKS, check);

  if (!self->showing && self->draft != NULL && n >= 0)
    td_template_draft_set_number (self->draft, _td_template_form_checks[n].property, gtk_check_button_get_active (GTK_CHECK_BUTTON (check)) ? 1 : 0);
}

void
_td_template_form_place (TdTemplateForm *self, GtkWidget *button)
{
  int n = index_of (self->places, N_PLACES, button);

  if (self->showing || self->draft == NULL || n < 0)
    return;
  td_template_draft_set_number (self->draft, _td_template_form_places[n].property, _td_template_form_places[n].value);
  show (self); /* a button that is pressed again stays down */
}

void
_td_template_form_colour (TdTemplateForm *self)
{
  g_autofree char *text = NULL;
  GdkRGBA colour;

  if (self->showing || self->draft == NULL)
    return;
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->colour), &colour);
  text = g_strdup_printf ("#%02x%02x%02x", (guint) round (colour.red * 255), (guint) round (colour.green * 255), (guint) round (colour.blue * 255));
  td_template_draft_set_text (self->draft, TD_TEMPLATE_COLOUR, text);
}

/* When a box is printed: always; when a field is filled; when it is empty. */
static char *
dup_condition (guint position)
{
  g_auto (GStrv) names = td_template_fields_list ();

  if (position == 0 || position > 2 * g_strv_length (names))
    return g_strdup ("");
  return g_strdup_printf ("%s%s", position % 2 == 0 ? "!" : "", names[(position - 1) / 2]);
}

void
_td_template_form_when (TdTemplateForm *self)
{
  g_autofree char *condition = NULL;

  if (self->showing || self->draft == NULL)
    return;
  condition = dup_condition (gtk_drop_down_get_selected (self->when));
  td_template_draft_set_text (self->draft, TD_TEMPLATE_WHEN, condition);
}

static void
show_when (TdTemplateForm *self)
{
  g_autofree char *condition = NULL;

  td_template_draft_get_text (self->draft, TD_TEMPLATE_WHEN, &condition);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_drop_down_get_model (self->when)); i++)
    {
      g_autofree char *known = dup_condition (i);

      if (g_strcmp0 (known, condition) == 0)
        {
          gtk_drop_down_set_selected (self->when, i);
          return;
        }
    }
  gtk_drop_down_set_selected (self->when, GTK_INVALID_LIST_POSITION);
}

/* Showing */

static void
show_heading (TdTemplateForm *self)
{
  guint n = td_template_draft_get_n_chosen (self->draft);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (n == 1 && td_template_draft_get_text (self->draft, TD_TEMPLATE_TITLE, &title))
    text = g_strdup (title);
  else if (n == 1 && g_str_equal (td_template_draft_get_single (self->draft), TD_TEMPLATE_EMBLEM))
    text = g_strdup (_ ("Place of the state emblem"));
  else if (n == 1 && g_str_equal (td_template_draft_get_single (self->draft), TD_TEMPLATE_ORNAMENT))
    text = g_strdup (_ ("Place of the ornament"));
  else
    text = g_strdup_printf (ngettext ("%u item chosen", "%u items chosen", n), n);
  gtk_label_set_label (self->heading, text);
}

static void
show_values (TdTemplateForm *self)
{
  g_autofree char *colour = NULL;
  GdkRGBA rgba;
  double value;

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      gboolean known = td_template_draft_get_number (self->draft, _td_template_form_numbers[i].property, &value);
      g_autofree char *text = known ? td_length_to_display ((gint64) round (value * 1000)) : g_strdup ("");

      td_draft_entry_show (self->numbers[i], text);
    }
  for (guint i = 0; i < N_CHECKS; i++)
    {
      gboolean known = td_template_draft_get_number (self->draft, _td_template_form_checks[i].property, &value);

      gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->checks[i]), !known);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[i]), known && value > 0);
    }
  for (guint i = 0; i < N_PLACES; i++)
    {
      gboolean known = td_template_draft_get_number (self->draft, _td_template_form_places[i].property, &value);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->places[i]), known && (int) value == _td_template_form_places[i].value);
    }
  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autofree char *text = NULL;

      td_template_draft_get_text (self->draft, _td_template_form_words[i].property, &text);
      td_draft_entry_show (self->words[i], text != NULL ? text : "");
    }
  if (td_template_draft_get_text (self->draft, TD_TEMPLATE_COLOUR, &colour) && gdk_rgba_parse (&rgba, colour))
    gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->colour), &rgba);
  show_when (self);
}

static void
show_text (TdTemplateForm *self)
{
  const char *id = td_template_draft_get_single (self->draft);
  const TdTemplateBox *box = id != NULL ? td_template_find_box (td_template_draft_get_template (self->draft), id) : NULL;
  g_autofree char *text = NULL;

  if (self->typing)
    return; /* it came from here */
  if (self->recipient != NULL && box != NULL)
    text = td_template_record_dup_text (self->recipient, box);
  else
    td_template_draft_get_text (self->draft, TD_TEMPLATE_TEXT, &text);
  td_template_text_edit_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->text), text != NULL);
  gtk_widget_set_visible (self->text_error, FALSE);
}

static void
show (TdTemplateForm *self)
{
  if (self->draft == NULL || self->showing)
    return;
  gtk_stack_set_visible_child_name (self->stack, td_template_draft_get_n_chosen (self->draft) > 0 ? "chosen" : "none");
  if (td_template_draft_get_n_chosen (self->draft) == 0)
    return;
  self->showing = TRUE;
  show_heading (self);
  show_values (self);
  show_text (self);
  gtk_widget_set_visible (self->box_only, td_template_draft_has (self->draft, TD_TEMPLATE_TEXT));
  gtk_widget_set_visible (self->printing, td_template_draft_has (self->draft, TD_TEMPLATE_TEXT));
  gtk_widget_set_visible (self->part, self->recipient == NULL && td_template_draft_has (self->draft, TD_TEMPLATE_TITLE));
  self->showing = FALSE;
}

static void
chosen_cb (TdTemplateForm *self)
{
  end_typing (self);
  show (self);
}

static void
td_template_form_dispose (GObject *object)
{
  TdTemplateForm *self = TD_TEMPLATE_FORM (object);

  td_template_form_set_draft (self, NULL);
  g_clear_object (&self->recipient);
  G_OBJECT_CLASS (td_template_form_parent_class)->dispose (object);
}

static void
td_template_form_class_init (TdTemplateFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_template_form_dispose;
}

static void
td_template_form_init (TdTemplateForm *self)
{
  GtkWidget *none = gtk_label_new (_ ("Choose a box on the sheet: click it, or walk through them with Tab."));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (none), 36);
  gtk_label_set_justify (GTK_LABEL (none), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_add_css_class (none, "td-form");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), _td_template_form_build (self));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, none, "none");
  gtk_stack_add_named (self->stack, scroller, "chosen");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * td_template_form_set_draft:
 * @self: the form
 * @draft: (nullable): the template that is changed here
 */
void
td_template_form_set_draft (TdTemplateForm *self, TdTemplateDraft *draft)
{
  g_return_if_fail (TD_IS_TEMPLATE_FORM (self));

  if (self->draft != NULL)
    {
      end_typing (self);
      g_signal_handlers_disconnect_by_data (self->draft, self);
    }
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;
  g_signal_connect_object (draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  show (self);
}

/**
 * td_template_form_set_recipient:
 * @self: the form
 * @record: (nullable): whose certificate is changed, and nobody else's: the text is what is printed on it
 */
void
td_template_form_set_recipient (TdTemplateForm *self, TdTemplateRecord *record)
{
  g_return_if_fail (TD_IS_TEMPLATE_FORM (self));

  g_set_object (&self->recipient, record);
  td_template_text_edit_set_with_fields (self->text, record == NULL);
  gtk_widget_set_visible (self->own, record == NULL);
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      gtk_widget_set_visible (self->numbers[i], record == NULL || _td_template_form_numbers[i].for_recipient);
      gtk_widget_set_visible (self->number_labels[i], record == NULL || _td_template_form_numbers[i].for_recipient);
    }
  show (self);
}

/**
 * td_template_form_set_locked:
 * @self: the form
 * @locked: whether nothing can be changed
 */
void
td_template_form_set_locked (TdTemplateForm *self, gboolean locked)
{
  g_return_if_fail (TD_IS_TEMPLATE_FORM (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !locked);
}

/**
 * td_template_form_commit:
 * @self: the form
 *
 * Takes what is being typed.
 */
void
td_template_form_commit (TdTemplateForm *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_FORM (self));

  end_typing (self);
  for (guint i = 0; i < N_NUMBERS; i++)
    td_draft_entry_commit (self->numbers[i]);
  for (guint i = 0; i < N_WORDS; i++)
    td_draft_entry_commit (self->words[i]);
}

/**
 * td_template_form_focus_text:
 * @self: the form
 */
void
td_template_form_focus_text (TdTemplateForm *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_FORM (self));

  td_template_text_edit_focus (self->text);
}

/**
 * td_template_form_focus_numbers:
 * @self: the form
 */
void
td_template_form_focus_numbers (TdTemplateForm *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_FORM (self));

  gtk_widget_grab_focus (self->numbers[0]);
}
