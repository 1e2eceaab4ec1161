/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-sheet-pane"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-draft-entry.h"
#include "td-length.h"
#include "td-template-sheet-pane.h"
#include "td-template-suits.h"

/* What belongs to the sheet as a whole: its name, its size, what it is for, and the guides by their numbers. */

struct _TdTemplateSheetPane
{
  AdwBin parent_instance;

  GtkWidget *name;
  GtkWidget *size;
  TdTemplateSuits *suits;
  GtkListBox *guides;

  TdTemplateDraft *draft;
};

G_DEFINE_FINAL_TYPE (TdTemplateSheetPane, td_template_sheet_pane, ADW_TYPE_BIN)

static char *
dup_mm (double mm)
{
  return td_length_to_display ((gint64) round (mm * 1000));
}

static gboolean
take_name (GtkWidget *entry, const char *text, gpointer owner)
{
  TdTemplateSheetPane *self = owner;

  return self->draft == NULL || td_template_draft_set_title (self->draft, text);
}

static gboolean
take_size (GtkWidget *entry, const char *text, gpointer owner)
{
  TdTemplateSheetPane *self = owner;
  gint64 width, height;

  return self->draft == NULL || (td_length_parse_sheet (text, &width, &height) && td_template_draft_set_sheet (self->draft, width / 1000.0, height / 1000.0));
}

/* Guides */

static guint
get_number (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "td-guide"));
}

static gboolean
take_guide (GtkWidget *entry, const char *text, gpointer owner)
{
  TdTemplateSheetPane *self = owner;
  gint64 at;

  if (self->draft == NULL)
    return TRUE;
  if (!td_length_parse (text, &at) || at < 0)
    return FALSE;
  return td_template_draft_move_guide (self->draft, get_number (entry), (double) at / 1000);
}

static void
remove_guide_cb (TdTemplateSheetPane *self, GtkWidget *button)
{
  if (self->draft != NULL)
    td_template_draft_remove_guide (self->draft, get_number (button));
}

static void
add_guide_row (TdTemplateSheetPane *self, guint n, const TdTemplateGuide *guide)
{
  const char *title = guide->vertical ? _ ("Upright, from the left") : _ ("Level, from the top");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = td_draft_entry_new (title, take_guide, self);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 7);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  g_object_set_data (G_OBJECT (entry), "td-guide", GUINT_TO_POINTER (n));
  g_object_set_data (G_OBJECT (button), "td-guide", GUINT_TO_POINTER (n));
  gtk_widget_set_tooltip_text (button, _ ("Remove the guide"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove the guide"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_guide_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->guides, row);
}

static GtkWidget *
get_guide_entry (TdTemplateSheetPane *self, guint n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->guides, (int) n);
  GtkWidget *label = row != NULL ? gtk_widget_get_first_child (gtk_list_box_row_get_child (row)) : NULL;

  return label != NULL ? gtk_widget_get_next_sibling (label) : NULL;
}

/* Rows stay while a guide is pulled: only their numbers change. */
static void
show_guides (TdTemplateSheetPane *self)
{
  guint n;
  const TdTemplateGuide *guides = td_template_get_guides (td_template_draft_get_template (self->draft), &n);
  gboolean same = gtk_list_box_get_row_at_index (self->guides, (int) n) == NULL;
  GtkWidget *row;

  for (guint i = 0; same && i < n; i++)
    {
      GtkWidget *entry = get_guide_entry (self, i);

      same = entry != NULL && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), "td-vertical")) == guides[i].vertical;
    }
  if (!same)
    {
      while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->guides))) != NULL)
        gtk_list_box_remove (self->guides, row);
      for (guint i = 0; i < n; i++)
        add_guide_row (self, i, &guides[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *at = dup_mm (guides[i].at);
      GtkWidget *entry = get_guide_entry (self, i);

      g_object_set_data (G_OBJECT (entry), "td-vertical", GINT_TO_POINTER (guides[i].vertical));
      td_draft_entry_show (entry, at);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->guides), n > 0);
}

static void
show (TdTemplateSheetPane *self)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);
  g_autofree char *width = dup_mm (td_template_get_width (template));
  g_autofree char *height = dup_mm (td_template_get_height (template));
  g_autofree char *size = g_strdup_printf ("%s × %s", width, height);

  td_draft_entry_show (self->name, td_template_get_title (template));
  td_draft_entry_show (self->size, size);
  show_guides (self);
}

/* How it is built */

static void
add (GtkWidget *column, const char *title, GtkWidget *entry)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), entry);
}

static GtkWidget *
make_adders (void)
{
  static const char *const adders[][2] = { { N_ ("Add Upright"), "editor.guide::upright" }, { N_ ("Add Level"), "editor.guide::level" } };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < G_N_ELEMENTS (adders); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (adders[i][0]));

      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), adders[i][1]);
      gtk_box_append (GTK_BOX (row), button);
    }
  return row;
}

static void
td_template_sheet_pane_dispose (GObject *object)
{
  TdTemplateSheetPane *self = TD_TEMPLATE_SHEET_PANE (object);

  if (self->draft != NULL)
    td_template_sheet_pane_set_draft (self, NULL);
  G_OBJECT_CLASS (td_template_sheet_pane_parent_class)->dispose (object);
}

static void
td_template_sheet_pane_class_init (TdTemplateSheetPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_template_sheet_pane_dispose;
}

static void
td_template_sheet_pane_init (TdTemplateSheetPane *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *hint = gtk_label_new (_ ("Guides are also pulled off the rulers; pushed back onto them they are gone."));

  gtk_widget_add_css_class (column, "td-form");
  self->name = td_draft_entry_new (_ ("Name of the template"), take_name, self);
  self->size = td_draft_entry_new (_ ("Sheet, width × height in millimetres"), take_size, self);
  self->suits = TD_TEMPLATE_SUITS (td_template_suits_new ());
  self->guides = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->guides, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->guides), "td-facts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->guides), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Guides"), -1);
  add (column, _ ("Name of the template"), self->name);
  add (column, _ ("Sheet, width × height in millimetres"), self->size);
  add (column, _ ("Used for"), GTK_WIDGET (self->suits));
  add (column, _ ("Guides"), GTK_WIDGET (self->guides));
  gtk_box_append (GTK_BOX (column), make_adders ());
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 36);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_widget_add_css_class (hint, "td-small");
  gtk_box_append (GTK_BOX (column), hint);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * td_template_sheet_pane_set_draft:
 * @self: the pane
 * @draft: (nullable): the template that is changed here
 */
void
td_template_sheet_pane_set_draft (TdTemplateSheetPane *self, TdTemplateDraft *draft)
{
  g_return_if_fail (TD_IS_TEMPLATE_SHEET_PANE (self));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  td_template_suits_set_draft (self->suits, draft);
  if (draft == NULL)
    return;
  g_signal_connect_object (draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

/**
 * td_template_sheet_pane_set_locked:
 * @self: the pane
 * @locked: whether nothing can be changed
 */
void
td_template_sheet_pane_set_locked (TdTemplateSheetPane *self, gboolean locked)
{
  g_return_if_fail (TD_IS_TEMPLATE_SHEET_PANE (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self), !locked);
}

/**
 * td_template_sheet_pane_commit:
 * @self: the pane
 *
 * Takes what is being typed.
 */
void
td_template_sheet_pane_commit (TdTemplateSheetPane *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_SHEET_PANE (self));

  td_draft_entry_commit (self->name);
  td_draft_entry_commit (self->size);
}
