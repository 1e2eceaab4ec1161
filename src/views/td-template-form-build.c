/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-form-build"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-draft-entry.h"
#include "td-template-fields.h"
#include "td-template-form-private.h"

/* How the form of a template's boxes is built. */

const TdFormNumber _td_template_form_numbers[N_NUMBERS] = {
  { TD_TEMPLATE_X, N_ ("Left"), GROUP_PLACE, TRUE },
  { TD_TEMPLATE_Y, N_ ("Top"), GROUP_PLACE, TRUE },
  { TD_TEMPLATE_WIDTH, N_ ("Width"), GROUP_PLACE, FALSE },
  { TD_TEMPLATE_HEIGHT, N_ ("Height"), GROUP_PLACE, FALSE },
  { TD_TEMPLATE_MIN_SIZE, N_ ("Smallest size"), GROUP_TYPE, FALSE },
  { TD_TEMPLATE_SIZE, N_ ("Largest size"), GROUP_TYPE, TRUE },
  { TD_TEMPLATE_LINE_SPACING, N_ ("Line spacing"), GROUP_TYPE, FALSE },
  { TD_TEMPLATE_MAX_LINES, N_ ("Lines at most"), GROUP_TYPE, FALSE },
  { TD_TEMPLATE_UNDERSCORE, N_ ("Rule below, mm"), GROUP_TYPE, FALSE },
};

const TdFormRow _td_template_form_checks[N_CHECKS] = {
  { TD_TEMPLATE_BOLD, N_ ("Bold") },
  { TD_TEMPLATE_ITALIC, N_ ("Italic") },
  { TD_TEMPLATE_UPPER, N_ ("Capitals") },
  { TD_TEMPLATE_OWN_LINES, N_ ("Lines only as typed") },
  { TD_TEMPLATE_FIXED, N_ ("Blanks carry it as a rule") },
};
#define FIRST_OF_PRINTING 4 /* of the checks: the others are about type */

const TdFormPlace _td_template_form_places[N_PLACES] = {
  { TD_TEMPLATE_ALIGN, TD_TEMPLATE_START, "format-justify-left-symbolic", N_ ("To the left") },
  { TD_TEMPLATE_ALIGN, TD_TEMPLATE_CENTER, "format-justify-center-symbolic", N_ ("In the middle") },
  { TD_TEMPLATE_ALIGN, TD_TEMPLATE_END, "format-justify-right-symbolic", N_ ("To the right") },
  { TD_TEMPLATE_VALIGN, TD_TEMPLATE_START, "go-top-symbolic", N_ ("At the top") },
  { TD_TEMPLATE_VALIGN, TD_TEMPLATE_CENTER, "view-more-horizontal-symbolic", N_ ("In the middle of the height") },
  { TD_TEMPLATE_VALIGN, TD_TEMPLATE_END, "go-bottom-symbolic", N_ ("At the bottom") },
};

const TdFormRow _td_template_form_words[N_WORDS] = {
  { TD_TEMPLATE_TITLE, N_ ("Name") },
  { TD_TEMPLATE_FAMILY, N_ ("Font") },
  { TD_TEMPLATE_PREPRINTED, N_ ("Words the blanks carry") },
};

static GtkWidget *
add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  return grid;
}

/* Two numbers in a line, each behind its name. */
static void
add_numbers (TdTemplateForm *self, GtkWidget *box, guint group)
{
  int at = 0;

  self->groups[group] = make_grid ();
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      GtkEventController *keys;

      if (_td_template_form_numbers[i].group != group)
        continue;
      keys = gtk_event_controller_key_new ();
      self->number_labels[i] = gtk_label_new (_ (_td_template_form_numbers[i].title));
      gtk_label_set_xalign (GTK_LABEL (self->number_labels[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (self->number_labels[i]), TRUE);
      gtk_widget_set_hexpand (self->number_labels[i], TRUE);
      self->numbers[i] = td_draft_entry_new (_ (_td_template_form_numbers[i].title), _td_template_form_take_number, self);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->numbers[i]), 6);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->numbers[i]), 7);
      gtk_entry_set_alignment (GTK_ENTRY (self->numbers[i]), 1);
      g_signal_connect (keys, "key-pressed", G_CALLBACK (_td_template_form_number_key), self);
      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      gtk_widget_add_controller (self->numbers[i], keys);
      gtk_grid_attach (GTK_GRID (self->groups[group]), self->number_labels[i], 2 * (at % 2), at / 2, 1, 1);
      gtk_grid_attach (GTK_GRID (self->groups[group]), self->numbers[i], 2 * (at % 2) + 1, at / 2, 1, 1);
      at++;
    }
  gtk_box_append (GTK_BOX (box), self->groups[group]);
}

static void
add_checks (TdTemplateForm *self, GtkWidget *box, guint first, guint end)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  for (guint i = first; i < end; i++)
    {
      self->checks[i] = gtk_check_button_new_with_label (_ (_td_template_form_checks[i].title));
      g_signal_connect_swapped (self->checks[i], "toggled", G_CALLBACK (_td_template_form_check), self);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), self->checks[i], -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (self->checks[i]), FALSE);
    }
  gtk_box_append (GTK_BOX (box), flow);
}

static void
add_places (TdTemplateForm *self, GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *linked = NULL;

  for (guint i = 0; i < N_PLACES; i++)
    {
      if (i % 3 == 0)
        {
          linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
          gtk_widget_add_css_class (linked, "linked");
          gtk_box_append (GTK_BOX (row), linked);
        }
      self->places[i] = gtk_toggle_button_new ();
      gtk_button_set_icon_name (GTK_BUTTON (self->places[i]), _td_template_form_places[i].icon);
      gtk_widget_set_tooltip_text (self->places[i], _ (_td_template_form_places[i].title));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->places[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (_td_template_form_places[i].title), -1);
      g_signal_connect_swapped (self->places[i], "clicked", G_CALLBACK (_td_template_form_place), self);
      gtk_box_append (GTK_BOX (linked), self->places[i]);
    }
  self->colour = gtk_color_button_new ();
  gtk_widget_set_tooltip_text (self->colour, _ ("Colour"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->colour), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Colour"), -1);
  g_signal_connect_swapped (self->colour, "color-set", G_CALLBACK (_td_template_form_colour), self);
  gtk_box_append (GTK_BOX (row), self->colour);
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_words (TdTemplateForm *self, GtkWidget *box, guint n)
{
  GtkWidget *label = gtk_label_new (_ (_td_template_form_words[n].title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  self->words[n] = td_draft_entry_new (_ (_td_template_form_words[n].title), _td_template_form_take_words, self);
  gtk_box_append (GTK_BOX (box), self->words[n]);
}

static void
add_when (TdTemplateForm *self, GtkWidget *box)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  GtkWidget *label = gtk_label_new (_ ("Is printed"));
  g_auto (GStrv) names = td_template_fields_list ();

  gtk_string_list_append (choices, _ ("Always"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      /* Translators: a field of a certificate */
      g_autofree char *filled = g_strdup_printf (_ ("When there is: %s"), td_template_fields_get_label (names[i]));
      g_autofree char *empty = g_strdup_printf (_ ("When there is none: %s"), td_template_fields_get_label (names[i]));

      gtk_string_list_append (choices, filled);
      gtk_string_list_append (choices, empty);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  self->when = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&choices)), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->when), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Is printed"), -1);
  g_signal_connect_swapped (self->when, "notify::selected", G_CALLBACK (_td_template_form_when), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->when));
}

static GtkWidget *
make_column (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
}

GtkWidget *
_td_template_form_build (TdTemplateForm *self)
{
  GtkWidget *form = make_column ();

  gtk_widget_add_css_class (form, "td-form");
  self->heading = GTK_LABEL (add_heading (form, ""));
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "title-4");
  add_heading (form, _ ("Place, in millimetres"));
  add_numbers (self, form, GROUP_PLACE);
  self->box_only = make_column ();
  add_heading (self->box_only, _ ("What it says"));
  self->text = TD_TEMPLATE_TEXT_EDIT (td_template_text_edit_new ());
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (_td_template_form_text_changed), self);
  gtk_box_append (GTK_BOX (self->box_only), GTK_WIDGET (self->text));
  self->text_error = gtk_label_new (_ ("A box says something: an empty text is not kept."));
  gtk_label_set_wrap (GTK_LABEL (self->text_error), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->text_error), 36);
  gtk_label_set_xalign (GTK_LABEL (self->text_error), 0);
  gtk_widget_add_css_class (self->text_error, "error");
  gtk_widget_set_visible (self->text_error, FALSE);
  gtk_box_append (GTK_BOX (self->box_only), self->text_error);
  add_heading (self->box_only, _ ("Type, in points"));
  add_numbers (self, self->box_only, GROUP_TYPE);
  self->own = make_column ();
  add_checks (self, self->own, 0, FIRST_OF_PRINTING);
  add_places (self, self->own);
  add_words (self, self->own, 1);
  gtk_box_append (GTK_BOX (self->box_only), self->own);
  gtk_box_append (GTK_BOX (form), self->box_only);
  self->part = make_column ();
  add_heading (self->part, _ ("Name and printing"));
  add_words (self, self->part, 0);
  add_checks (self, self->part, FIRST_OF_PRINTING, N_CHECKS);
  self->printing = make_column ();
  add_words (self, self->printing, 2);
  add_when (self, self->printing);
  gtk_box_append (GTK_BOX (self->part), self->printing);
  gtk_box_append (GTK_BOX (form), self->part);
  return form;
}
