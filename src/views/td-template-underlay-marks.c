/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-underlay-marks"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-draft-entry.h"
#include "td-length.h"
#include "td-template-underlay-private.h"

/* The marks that bring the picture of a blank to true scale: a place is pointed at in the picture, by mouse, by keys or
 * by numbers, and where it lies on the sheet is typed. */

TdUnderlayMark *
_td_template_underlay_get_mark (TdTemplateUnderlayPane *self, guint n)
{
  return &g_array_index (self->marks, TdUnderlayMark, n);
}

static guint
get_number (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "td-mark"));
}

static gboolean
take_place (GtkWidget *entry, const char *text, gpointer owner)
{
  TdTemplateUnderlayPane *self = owner;
  gboolean down = g_object_get_data (G_OBJECT (entry), "td-down") != NULL;
  TdUnderlayMark *mark;
  gint64 value;

  if (get_number (entry) >= self->marks->len)
    return TRUE;
  if (!td_length_parse (text, &value))
    return FALSE;
  mark = _td_template_underlay_get_mark (self, get_number (entry));
  *(down ? &mark->y : &mark->x) = (double) value / 1000;
  td_draft_entry_show (entry, text);
  if (!isnan (mark->x) && !isnan (mark->y))
    _td_template_underlay_keep_marks (self);
  _td_template_underlay_show (self);
  return TRUE;
}

static void
remove_mark_cb (TdTemplateUnderlayPane *self, GtkWidget *button)
{
  g_array_remove_index (self->marks, get_number (button));
  _td_template_underlay_keep_marks (self);
  _td_template_underlay_show_marks (self);
  _td_template_underlay_show (self);
}

static GtkWidget *
make_place (TdTemplateUnderlayPane *self, guint n, gboolean down)
{
  g_autofree char *label = g_strdup_printf (down ? _ ("Mark %u: from the top") : _ ("Mark %u: from the left"), n + 1);
  GtkWidget *entry = td_draft_entry_new (label, take_place, self);
  double at = down ? _td_template_underlay_get_mark (self, n)->y : _td_template_underlay_get_mark (self, n)->x;
  g_autofree char *text = isnan (at) ? g_strdup ("") : td_length_to_display ((gint64) round (at * 1000));

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 7);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), down ? _ ("top") : _ ("left"));
  gtk_widget_set_tooltip_text (entry, label);
  g_object_set_data (G_OBJECT (entry), "td-mark", GUINT_TO_POINTER (n));
  g_object_set_data (G_OBJECT (entry), "td-down", down ? entry : NULL);
  td_draft_entry_show (entry, text);
  return entry;
}

static GtkWidget *
add_mark_row (TdTemplateUnderlayPane *self, guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *title = g_strdup_printf (_ ("Mark %u, mm"), n + 1);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *left = make_place (self, n, FALSE);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  g_object_set_data (G_OBJECT (button), "td-mark", GUINT_TO_POINTER (n));
  gtk_widget_set_tooltip_text (button, _ ("Remove the mark"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove the mark"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_mark_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), make_place (self, n, TRUE));
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
  return left;
}

void
_td_template_underlay_show_marks (TdTemplateUnderlayPane *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->marks->len; i++)
    add_mark_row (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->marks->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), self->marks->len < TD_UNDERLAY_MOST_MARKS);
}

/* A place of the picture was given: which pixel that is, whatever the picture lies like now. */
void
_td_template_underlay_picked (TdTemplateUnderlayPane *self, double x, double y)
{
  TdUnderlayMark mark = { 0, 0, NAN, NAN };
  double error_left;
  TdUnderlayMap map;
  cairo_matrix_t matrix;
  GtkWidget *entry;

  gtk_toggle_button_set_active (self->add, FALSE);
  if (isnan (x))
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
  if (isnan (x) || self->picture == NULL || self->marks->len >= TD_UNDERLAY_MOST_MARKS)
    return;
  map = _td_template_underlay_get_map (self, &error_left);
  cairo_matrix_init (&matrix, map.xx, map.yx, map.xy, map.yy, map.x0, map.y0);
  if (cairo_matrix_invert (&matrix) != CAIRO_STATUS_SUCCESS)
    return;
  mark.column = x;
  mark.row = y;
  cairo_matrix_transform_point (&matrix, &mark.column, &mark.row);
  if (mark.column < 0 || mark.row < 0 || mark.column > self->picture->columns || mark.row > self->picture->rows)
    return;
  g_array_append_val (self->marks, mark);
  _td_template_underlay_show_marks (self);
  _td_template_underlay_show (self);
  entry = gtk_widget_get_next_sibling (gtk_widget_get_first_child (gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (self->list, (int) self->marks->len - 1))));
  gtk_widget_grab_focus (entry);
}

/* The cross */

void
_td_template_underlay_show_cross (TdTemplateUnderlayPane *self)
{
  double at[2];

  td_template_canvas_get_cross (self->canvas, &at[0], &at[1]);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = td_length_to_display (llround (at[i] * 1000));

      td_draft_entry_show (self->places[i], text);
    }
}

static gboolean
take_cross (GtkWidget *entry, const char *text, gpointer owner)
{
  TdTemplateUnderlayPane *self = owner;
  double at[2];
  gint64 value;

  if (self->canvas == NULL || !gtk_toggle_button_get_active (self->add))
    return TRUE;
  if (!td_length_parse (text, &value) || value < 0)
    return FALSE;
  td_template_canvas_get_cross (self->canvas, &at[0], &at[1]);
  at[entry == self->places[1] ? 1 : 0] = (double) value / 1000;
  td_template_canvas_set_cross (self->canvas, at[0], at[1]);
  return TRUE;
}

/* A number that is being typed counts. */
static void
set_mark_cb (TdTemplateUnderlayPane *self)
{
  for (guint i = 0; i < 2; i++)
    td_draft_entry_commit (self->places[i]);
  if (self->canvas != NULL)
    td_template_canvas_pick (self->canvas);
}

static void
adding_cb (TdTemplateUnderlayPane *self)
{
  const gboolean picking = self->picture != NULL && gtk_toggle_button_get_active (self->add);

  gtk_widget_set_visible (self->cross, picking);
  if (self->canvas == NULL)
    return;
  td_template_canvas_set_picking (self->canvas, picking);
  if (picking)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static GtkWidget *
make_cross (TdTemplateUnderlayPane *self)
{
  const char *const titles[2] = { _ ("Cross: from the left"), _ ("Cross: from the top") };
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Cross, mm"));
  GtkWidget *hint = gtk_label_new (_ ("Press the place in the picture, or bring the cross onto it with the arrows (Shift further, Ctrl finer) and press Space."));
  GtkWidget *set = gtk_button_new_with_label (_ ("Set the Mark"));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 36);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "td-small");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  for (guint i = 0; i < 2; i++)
    {
      self->places[i] = td_draft_entry_new (titles[i], take_cross, self);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->places[i]), 6);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->places[i]), 7);
      gtk_widget_set_tooltip_text (self->places[i], titles[i]);
      gtk_box_append (GTK_BOX (row), self->places[i]);
    }
  g_signal_connect_swapped (set, "clicked", G_CALLBACK (set_mark_cb), self);
  gtk_box_append (GTK_BOX (column), hint);
  gtk_box_append (GTK_BOX (column), row);
  gtk_box_append (GTK_BOX (column), set);
  gtk_widget_set_visible (column, FALSE);
  return column;
}

/* How it is built */

void
_td_template_underlay_add_marks (TdTemplateUnderlayPane *self, GtkWidget *column)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "td-facts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Marks"), -1);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->list));
  self->add = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_ ("Point at a Mark in the Picture")));
  g_signal_connect_swapped (self->add, "toggled", G_CALLBACK (adding_cb), self);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->add));
  self->cross = make_cross (self);
  gtk_box_append (GTK_BOX (column), self->cross);
}
