/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-cell"

#include "config.h"

#include <string.h>

#include "td-entry-cell.h"

/* A cell of entry by hand: a label, or an entry while its line is open. An entry has an input
 * method of its own, and a few hundred lines would have thousands. Each cell keeps its own entry,
 * so that what an input method commits late arrives where it was typed. */

#define SETTLE_TIME 60 /* ms an input method has to commit what it was composing */

struct _TdEntryCell
{
  AdwBin parent_instance;

  GtkWidget *label;
  GtkEntry *entry; /* while it is open */
  char *hint;      /* (nullable) */
  char *preedit;   /* (nullable): being composed */
  char *before;    /* (nullable): the text when the cell was left while composing */
  guint settle_id;
  gboolean setting;
};

enum
{
  ENTERED,
  LEFT,
  TYPED,
  ACCEPTED,
  EDGE,
  BLOCK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdEntryCell, td_entry_cell, ADW_TYPE_BIN)

static GtkText *
text_of (TdEntryCell *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

static gboolean
has_focus (TdEntryCell *self)
{
  return self->entry != NULL && gtk_widget_has_focus (GTK_WIDGET (text_of (self)));
}

/* What an input method was composing when the cell was left is committed by it or, when it keeps
 * silent, taken as it was seen. */
static gboolean
settle_cb (gpointer user_data)
{
  TdEntryCell *self = user_data;

  self->settle_id = 0;
  if (self->entry != NULL && self->preedit != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->before) == 0)
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (self->entry));

      self->setting = TRUE;
      gtk_editable_insert_text (GTK_EDITABLE (self->entry), self->preedit, -1, &position);
      self->setting = FALSE;
    }
  g_clear_pointer (&self->preedit, g_free);
  g_clear_pointer (&self->before, g_free);
  g_signal_emit (self, signals[LEFT], 0);
  return G_SOURCE_REMOVE;
}

static void
left_cb (TdEntryCell *self)
{
  if (self->preedit == NULL)
    {
      g_signal_emit (self, signals[LEFT], 0);
      return;
    }
  g_free (self->before);
  self->before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add (SETTLE_TIME, settle_cb, self);
}

static void
entered_cb (TdEntryCell *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
preedit_cb (TdEntryCell *self, const char *preedit)
{
  if (self->settle_id != 0)
    return; /* left: what was seen last counts */
  g_free (self->preedit);
  self->preedit = preedit != NULL && *preedit != '\0' ? g_strdup (preedit) : NULL;
}

static void
changed_cb (TdEntryCell *self)
{
  if (self->setting)
    return;
  if (has_focus (self))
    g_signal_emit (self, signals[TYPED], 0);
  else if (self->settle_id == 0)
    g_signal_emit (self, signals[LEFT], 0); /* committed late */
}

static void
activate_cb (TdEntryCell *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static gboolean
keynav_failed_cb (TdEntryCell *self, GtkDirectionType direction)
{
  g_signal_emit (self, signals[EDGE], 0, direction == GTK_DIR_LEFT ? -1 : 1);
  return TRUE;
}

/* A text of one line is the entry's own business, a block of cells is the grid's. */
static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdEntryCell) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  int position;

  if (text == NULL || self->entry == NULL)
    return;
  g_strchomp (text);
  if (strpbrk (text, "\t\r\n") != NULL)
    {
      g_signal_emit (self, signals[BLOCK], 0, text);
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (self->entry));
  position = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), position);
}

static void
paste_cb (TdEntryCell *self, GtkText *text)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (text)), NULL, pasted_cb, g_object_ref (self));
}

static void
open_cell (TdEntryCell *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkText *text;

  self->entry = GTK_ENTRY (entry);
  text = text_of (self);
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 1);
  gtk_text_set_placeholder_text (text, self->hint);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (text), focus);
  g_signal_connect_object (text, "preedit-changed", G_CALLBACK (preedit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "keynav-failed", G_CALLBACK (keynav_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "paste-clipboard", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), entry);
  td_entry_cell_set_typed (self, gtk_label_get_label (GTK_LABEL (self->label)), TRUE);
}

static void
close_cell (TdEntryCell *self)
{
  if (self->settle_id != 0)
    {
      g_clear_handle_id (&self->settle_id, g_source_remove);
      settle_cb (self);
    }
  g_signal_handlers_disconnect_by_data (text_of (self), self);
  self->entry = NULL;
  g_clear_pointer (&self->preedit, g_free);
  adw_bin_set_child (ADW_BIN (self), self->label);
}

static void
td_entry_cell_dispose (GObject *object)
{
  TdEntryCell *self = TD_ENTRY_CELL (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (text_of (self), self);
  self->entry = NULL;
  g_clear_object (&self->label);
  g_clear_pointer (&self->hint, g_free);
  g_clear_pointer (&self->preedit, g_free);
  g_clear_pointer (&self->before, g_free);
  G_OBJECT_CLASS (td_entry_cell_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n, GType type)
{
  return g_signal_newv (name, TD_TYPE_ENTRY_CELL, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE, n, &type);
}

static void
td_entry_cell_class_init (TdEntryCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_entry_cell_dispose;

  /* Left: composing has come to its end. Accepted: Enter. Edge: the caret was at the end of the
   * text, then -1 or 1. Block: the cells pasted, as text. */
  signals[ENTERED] = new_signal ("entered", 0, G_TYPE_NONE);
  signals[LEFT] = new_signal ("left", 0, G_TYPE_NONE);
  signals[TYPED] = new_signal ("typed", 0, G_TYPE_NONE);
  signals[ACCEPTED] = new_signal ("accepted", 0, G_TYPE_NONE);
  signals[EDGE] = new_signal ("edge", 1, G_TYPE_INT);
  signals[BLOCK] = new_signal ("block", 1, G_TYPE_STRING);
}

static void
td_entry_cell_init (TdEntryCell *self)
{
  self->label = g_object_ref_sink (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self), "td-entry-cell");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), self->label);
}

/**
 * td_entry_cell_new:
 *
 * Returns: a cell, closed and empty
 */
GtkWidget *
td_entry_cell_new (void)
{
  return g_object_new (TD_TYPE_ENTRY_CELL, NULL);
}

/**
 * td_entry_cell_set_open:
 * @self: a cell
 * @open: whether it can be typed in
 * @name: what it is called, translated
 */
void
td_entry_cell_set_open (TdEntryCell *self, gboolean open, const char *name)
{
  if (open && self->entry == NULL)
    open_cell (self);
  else if (!open && self->entry != NULL)
    close_cell (self);
  if (open)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * td_entry_cell_show:
 * @self: a cell
 * @text: what stands in it; what is being typed stays
 */
void
td_entry_cell_show (TdEntryCell *self, const char *text)
{
  const char *before = gtk_label_get_label (GTK_LABEL (self->label));
  gboolean typing = has_focus (self) && !g_str_equal (td_entry_cell_get_typed (self), before);

  if (self->entry != NULL && !td_entry_cell_is_composing (self) && !typing && !g_str_equal (td_entry_cell_get_typed (self), text))
    td_entry_cell_set_typed (self, text, TRUE);
  if (g_str_equal (before, text))
    return;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, *text != '\0' ? text : NULL);
}

/**
 * td_entry_cell_set_hint:
 * @self: a cell
 * @hint: (nullable): what stands greyed in it while it is empty
 */
void
td_entry_cell_set_hint (TdEntryCell *self, const char *hint)
{
  if (g_strcmp0 (self->hint, hint) == 0)
    return;
  g_free (self->hint);
  self->hint = g_strdup (hint);
  if (self->entry != NULL)
    gtk_text_set_placeholder_text (text_of (self), hint);
}

/**
 * td_entry_cell_set_blocked:
 * @self: a cell
 * @blocked: whether what stands in it, or does not, is in the way
 */
void
td_entry_cell_set_blocked (TdEntryCell *self, gboolean blocked)
{
  if (blocked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "td-blocked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "td-blocked");
  if (self->entry != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 blocked ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * td_entry_cell_focus:
 * @self: a cell
 *
 * Goes there; the whole text is selected, so that typing replaces it.
 *
 * Returns: whether it can be gone to
 */
gboolean
td_entry_cell_focus (TdEntryCell *self)
{
  if (self->entry == NULL || !gtk_widget_get_child_visible (GTK_WIDGET (self)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return TRUE;
}

/**
 * td_entry_cell_get_typed:
 * @self: a cell
 *
 * Returns: its text as it is being typed
 */
const char *
td_entry_cell_get_typed (TdEntryCell *self)
{
  return self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : gtk_label_get_label (GTK_LABEL (self->label));
}

/**
 * td_entry_cell_set_typed:
 * @self: a cell
 * @text: what shall stand in it
 * @forget: whether the typing before can no longer be undone in the cell
 */
void
td_entry_cell_set_typed (TdEntryCell *self, const char *text, gboolean forget)
{
  gboolean same;

  if (self->entry == NULL)
    return;
  same = g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text);
  self->setting = TRUE;
  if (forget)
    gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  if (!same)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  if (forget)
    gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  /* Where the caret is, also while a dialog is above, what is selected stays; elsewhere the beginning is read. */
  if (!gtk_widget_is_focus (GTK_WIDGET (text_of (self))))
    gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
  else if (!same)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
}

/**
 * td_entry_cell_undo_typing:
 * @self: a cell
 * @redo: whether to redo, else undo
 *
 * Returns: whether typing in the cell was taken back or done again
 */
gboolean
td_entry_cell_undo_typing (TdEntryCell *self, gboolean redo)
{
  g_autofree char *before = g_strdup (td_entry_cell_get_typed (self));

  if (self->entry == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (text_of (self)), redo ? "text.redo" : "text.undo", NULL);
  return !g_str_equal (before, td_entry_cell_get_typed (self));
}

/**
 * td_entry_cell_is_composing:
 * @self: a cell
 *
 * Returns: whether an input method has not yet given what was typed
 */
gboolean
td_entry_cell_is_composing (TdEntryCell *self)
{
  return self->preedit != NULL || self->settle_id != 0;
}
