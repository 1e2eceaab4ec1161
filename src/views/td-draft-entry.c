/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-draft-entry"

#include "config.h"

#include "td-draft-entry.h"

/* An entry that shows a value of a draft: what is typed is taken by Enter or when it is left, and is marked when it
 * cannot be. */

typedef struct
{
  TdDraftEntryFunc take;
  gpointer owner;
  char *shown;
} Entry;

static const char key[] = "td-draft-entry";

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_free (self->shown);
  g_free (self);
}

static Entry *
get (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), key);
}

static gboolean
is_typed (GtkWidget *entry)
{
  return !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), get (entry)->shown);
}

static void
leave_cb (GtkEventControllerFocus *controller, GtkWidget *entry)
{
  td_draft_entry_commit (entry);
}

/**
 * td_draft_entry_new:
 * @label: what it is called
 * @take: takes what was typed; is not called any more once @owner is gone with the entry
 * @owner: for @take
 *
 * Returns: an entry
 */
GtkWidget *
td_draft_entry_new (const char *label, TdDraftEntryFunc take, gpointer owner)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Entry *self = g_new0 (Entry, 1);

  self->take = take;
  self->owner = owner;
  self->shown = g_strdup ("");
  g_object_set_data_full (G_OBJECT (entry), key, self, entry_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (entry, "activate", G_CALLBACK (td_draft_entry_commit), NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), entry);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

/**
 * td_draft_entry_show:
 * @entry: an entry
 * @text: the value; what was typed before is gone, and cannot be undone here
 */
void
td_draft_entry_show (GtkWidget *entry, const char *text)
{
  Entry *self = get (entry);

  gtk_widget_remove_css_class (entry, "error");
  if (!g_str_equal (self->shown, text))
    {
      g_free (self->shown);
      self->shown = g_strdup (text);
    }
  if (!is_typed (entry))
    return;
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), TRUE);
}

/**
 * td_draft_entry_commit:
 * @entry: an entry
 *
 * Takes what was typed; marks it when it cannot be taken.
 */
void
td_draft_entry_commit (GtkWidget *entry)
{
  Entry *self = get (entry);

  if (!is_typed (entry))
    gtk_widget_remove_css_class (entry, "error");
  else if (!self->take (entry, gtk_editable_get_text (GTK_EDITABLE (entry)), self->owner))
    gtk_widget_add_css_class (entry, "error");
}

/**
 * td_draft_entry_holds_typing:
 * @focus: (nullable): where the focus is
 *
 * Returns: whether it is in such an entry whose typing was not taken: undo is its own
 */
gboolean
td_draft_entry_holds_typing (GtkWidget *focus)
{
  GtkWidget *entry = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  return entry != NULL && get (entry) != NULL && is_typed (entry);
}
