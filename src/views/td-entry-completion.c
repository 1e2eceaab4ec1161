/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-completion"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-entry-completion.h"

/* What the cell being typed in may become, in a list below it. It is drawn over the grid in the
 * same surface and never has the focus: a popover would take both from the input method. */

#define LEAST_WIDTH 260

struct _TdEntryCompletion
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *cell;
  GPtrArray *offers;
  gboolean chosen; /* by the user, not only proposed */
};

enum
{
  TAKEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdEntryCompletion, td_entry_completion, ADW_TYPE_BIN)

static void
row_activated_cb (TdEntryCompletion *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  self->chosen = TRUE;
  g_signal_emit (self, signals[TAKEN], 0);
}

static GtkWidget *
make_row (const TdEntryOffer *offer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (offer->text);
  GtkWidget *note = gtk_label_new (offer->note);
  g_autofree char *name = offer->note != NULL ? g_strdup_printf ("%s · %s", offer->text, offer->note) : g_strdup (offer->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (40, (int) g_utf8_strlen (offer->text, -1)));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (note), 36);
  gtk_label_set_width_chars (GTK_LABEL (note), offer->note != NULL ? MIN (36, (int) g_utf8_strlen (offer->note, -1)) : 0);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_visible (note, offer->note != NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), note);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static gboolean
position_cb (GtkOverlay *overlay, GtkWidget *child, GdkRectangle *place, gpointer user_data)
{
  TdEntryCompletion *self = user_data;
  int width, height;
  graphene_rect_t bounds;

  if (child != GTK_WIDGET (self) || self->cell == NULL || !gtk_widget_compute_bounds (self->cell, GTK_WIDGET (overlay), &bounds))
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (MAX (MAX (width, LEAST_WIDTH), (int) bounds.size.width), gtk_widget_get_width (GTK_WIDGET (overlay)));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  place->width = width;
  place->height = height;
  place->x = CLAMP ((int) bounds.origin.x, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (overlay)) - width));
  place->y = (int) (bounds.origin.y + bounds.size.height);
  if (place->y + height > gtk_widget_get_height (GTK_WIDGET (overlay)) && bounds.origin.y >= height)
    place->y = (int) bounds.origin.y - height;
  return TRUE;
}

static void
td_entry_completion_finalize (GObject *object)
{
  TdEntryCompletion *self = TD_ENTRY_COMPLETION (object);

  g_clear_weak_pointer (&self->cell);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  G_OBJECT_CLASS (td_entry_completion_parent_class)->finalize (object);
}

static void
td_entry_completion_class_init (TdEntryCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_entry_completion_finalize;
  /**
   * TdEntryCompletion::taken:
   *
   * An offer was clicked.
   */
  signals[TAKEN] = g_signal_new ("taken", TD_TYPE_ENTRY_COMPLETION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_entry_completion_init (TdEntryCompletion *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "td-choices");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Offers"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "td-entry-offers");
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * td_entry_completion_attach:
 * @self: a completion
 * @overlay: over what it lies
 */
void
td_entry_completion_attach (TdEntryCompletion *self, GtkOverlay *overlay)
{
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self));
  g_signal_connect_object (overlay, "get-child-position", G_CALLBACK (position_cb), self, 0);
}

/**
 * td_entry_completion_offer:
 * @self: a completion
 * @cell: the cell being typed in
 * @offers: (element-type TdEntryOffer): what it may become; none closes the list
 * @first: whether the first is proposed, so that going on takes it
 */
void
td_entry_completion_offer (TdEntryCompletion *self, GtkWidget *cell, GPtrArray *offers, gboolean first)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = g_ptr_array_ref (offers);
  self->chosen = FALSE;
  g_set_weak_pointer (&self->cell, cell);
  for (guint i = 0; i < offers->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (offers, i)));
  if (first)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self), offers->len > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * td_entry_completion_close:
 * @self: a completion
 */
void
td_entry_completion_close (TdEntryCompletion *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->chosen = FALSE;
}

/**
 * td_entry_completion_is_open:
 * @self: a completion
 *
 * Returns: whether the list is seen
 */
gboolean
td_entry_completion_is_open (TdEntryCompletion *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * td_entry_completion_is_chosen:
 * @self: a completion
 *
 * Returns: whether the user has gone to an offer
 */
gboolean
td_entry_completion_is_chosen (TdEntryCompletion *self)
{
  return td_entry_completion_is_open (self) && self->chosen;
}

/**
 * td_entry_completion_move:
 * @self: an open completion
 * @by: 1 down, -1 up
 */
void
td_entry_completion_move (TdEntryCompletion *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  index = CLAMP (index + by, 0, (int) self->offers->len - 1);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
  self->chosen = TRUE;
}

/**
 * td_entry_completion_get:
 * @self: a completion
 *
 * Returns: (nullable): the offer gone to or proposed
 */
const TdEntryOffer *
td_entry_completion_get (TdEntryCompletion *self)
{
  GtkListBoxRow *row = td_entry_completion_is_open (self) ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? g_ptr_array_index (self->offers, gtk_list_box_row_get_index (row)) : NULL;
}
