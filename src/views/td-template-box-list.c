/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-box-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-certificate-document.h"
#include "td-template-box-list.h"

/* All that stands on a sheet; boxes and pictures are added, ordered and removed here. */

struct _TdTemplateBoxList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *buttons;
  TdTemplateDraft *draft;
  GHashTable *states; /* id → TdCertificateBoxState */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TdTemplateBoxList, td_template_box_list, ADW_TYPE_BIN)

static void
add_row (TdTemplateBoxList *self, const char *id, const char *title)
{
  TdCertificateBoxState state = (TdCertificateBoxState) GPOINTER_TO_INT (self->states != NULL ? g_hash_table_lookup (self->states, id) : NULL);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (state == TD_CERTIFICATE_BOX_OVERFLOWS)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_set_tooltip_text (icon, _ ("The text does not fit"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The text does not fit"), -1);
      gtk_box_append (GTK_BOX (box), icon);
    }
  else if (state == TD_CERTIFICATE_BOX_ABSENT)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "td-id", g_strdup (id), g_free);
  gtk_list_box_append (self->list, row);
  if (td_template_draft_is_chosen (self->draft, id))
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
fill (TdTemplateBoxList *self)
{
  g_autoptr (GPtrArray) ids = td_template_draft_list_items (self->draft);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < ids->len; i++)
    add_row (self, g_ptr_array_index (ids, i), td_template_draft_get_title (self->draft, g_ptr_array_index (ids, i)));
}

static const char *
get_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "td-id");
}

/* Rows keep their widgets while only places change: a drag is many changes. */
static gboolean
is_filled (TdTemplateBoxList *self)
{
  g_autoptr (GPtrArray) ids = td_template_draft_list_items (self->draft);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
      GtkWidget *label = row != NULL ? gtk_widget_get_first_child (gtk_list_box_row_get_child (row)) : NULL;

      if (label == NULL || !g_str_equal (get_id (row), id) || !g_str_equal (gtk_label_get_label (GTK_LABEL (label)), td_template_draft_get_title (self->draft, id)))
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->list, (int) ids->len) == NULL;
}

static void
changed_cb (TdTemplateBoxList *self)
{
  self->showing = TRUE;
  if (!is_filled (self))
    fill (self);
  self->showing = FALSE;
}

static void
chosen_cb (TdTemplateBoxList *self)
{
  GtkListBoxRow *row;
  guint n = td_template_draft_get_n_chosen (self->draft);

  if (self->showing)
    return;
  self->showing = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (td_template_draft_is_chosen (self->draft, get_id (row)))
      gtk_list_box_select_row (self->list, row);
    else
      gtk_list_box_unselect_row (self->list, row);
  self->showing = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boxes.remove", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boxes.up", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "boxes.down", n == 1);
}

static void
selected_cb (TdTemplateBoxList *self)
{
  g_autoptr (GList) rows = NULL;
  gboolean more = FALSE;

  if (self->showing || self->draft == NULL)
    return;
  self->showing = TRUE;
  rows = gtk_list_box_get_selected_rows (self->list);
  td_template_draft_choose (self->draft, NULL, FALSE);
  for (GList *l = rows; l != NULL; l = l->next, more = TRUE)
    td_template_draft_choose (self->draft, get_id (l->data), more);
  self->showing = FALSE;
  chosen_cb (self);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateBoxList *self = TD_TEMPLATE_BOX_LIST (widget);
  TdTemplate *template = self->draft != NULL ? td_template_draft_get_template (self->draft) : NULL;
  TdTemplateArea area;

  if (template == NULL)
    return;
  area = (TdTemplateArea){ td_template_get_width (template) / 4, td_template_get_height (template) / 2 - 5, td_template_get_width (template) / 2, 10 };
  td_template_draft_add (self->draft, _ ("New box"), _ ("New text"), &area);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateBoxList *self = TD_TEMPLATE_BOX_LIST (widget);

  if (self->draft != NULL)
    td_template_draft_remove (self->draft);
}

static void
reorder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateBoxList *self = TD_TEMPLATE_BOX_LIST (widget);

  if (self->draft != NULL)
    td_template_draft_reorder (self->draft, g_str_equal (name, "boxes.up") ? -1 : 1);
}

static void
td_template_box_list_dispose (GObject *object)
{
  TdTemplateBoxList *self = TD_TEMPLATE_BOX_LIST (object);

  td_template_box_list_set_draft (self, NULL);
  g_clear_pointer (&self->states, g_hash_table_unref);
  G_OBJECT_CLASS (td_template_box_list_parent_class)->dispose (object);
}

static void
td_template_box_list_class_init (TdTemplateBoxListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_template_box_list_dispose;
  gtk_widget_class_install_action (widget_class, "boxes.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "boxes.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "boxes.up", NULL, reorder_action);
  gtk_widget_class_install_action (widget_class, "boxes.down", NULL, reorder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, "boxes.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, "boxes.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "boxes.remove", NULL);
}

static void
add_button (GtkWidget *box, const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
}

static void
td_template_box_list_init (TdTemplateBoxList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_MULTIPLE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Boxes of the template"), -1);
  g_signal_connect_swapped (self->list, "selected-rows-changed", G_CALLBACK (selected_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->buttons, "td-buttons");
  add_button (self->buttons, "list-add-symbolic", _ ("Add a box"), "boxes.add");
  add_button (self->buttons, "insert-image-symbolic", _ ("Add a picture (Ctrl+I)"), "editor.add-picture");
  add_button (self->buttons, "list-remove-symbolic", _ ("Remove what is chosen (Delete)"), "boxes.remove");
  add_button (self->buttons, "go-up-symbolic", _ ("Earlier (Ctrl+Up)"), "boxes.up");
  add_button (self->buttons, "go-down-symbolic", _ ("Later (Ctrl+Down)"), "boxes.down");
  gtk_box_append (GTK_BOX (box), self->buttons);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * td_template_box_list_set_draft:
 * @self: the list
 * @draft: (nullable): the template that is changed here
 */
void
td_template_box_list_set_draft (TdTemplateBoxList *self, TdTemplateDraft *draft)
{
  g_return_if_fail (TD_IS_TEMPLATE_BOX_LIST (self));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->showing = TRUE;
  fill (self);
  self->showing = FALSE;
  chosen_cb (self);
}

static gboolean
same_states (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id, state;

  if (a == NULL || b == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, &state))
    if (g_hash_table_lookup (b, id) != state)
      return FALSE;
  return TRUE;
}

/**
 * td_template_box_list_set_states:
 * @self: the list
 * @states: (element-type utf8 TdCertificateBoxState): boxes that are not as they should be, by id
 */
void
td_template_box_list_set_states (TdTemplateBoxList *self, GHashTable *states)
{
  gboolean same;

  g_return_if_fail (TD_IS_TEMPLATE_BOX_LIST (self) && states != NULL);

  same = same_states (self->states, states);
  g_clear_pointer (&self->states, g_hash_table_unref);
  self->states = g_hash_table_ref (states);
  if (same || self->draft == NULL)
    return;
  self->showing = TRUE;
  fill (self);
  self->showing = FALSE;
}

/**
 * td_template_box_list_set_fixed:
 * @self: the list
 * @fixed: whether boxes are neither added nor removed here
 */
void
td_template_box_list_set_fixed (TdTemplateBoxList *self, gboolean fixed)
{
  g_return_if_fail (TD_IS_TEMPLATE_BOX_LIST (self));

  gtk_widget_set_visible (self->buttons, !fixed);
  if (fixed)
    for (guint i = 0; i < 4; i++)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), ((const char *const[]){ "boxes.add", "boxes.remove", "boxes.up", "boxes.down" })[i], FALSE);
}
