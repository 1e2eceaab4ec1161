/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-province-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-model.h"
#include "td-province-dialog.h"
#include "td-text.h"
#include "td-unit-province-job.h"

/* Chooses the province whose units the office works with. */

struct _TdProvinceDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkButton *take;

  TdSession *session;
};

G_DEFINE_FINAL_TYPE (TdProvinceDialog, td_province_dialog, ADW_TYPE_WINDOW)

static void
selected_cb (TdProvinceDialog *self)
{
  GtkListBoxRow *row;

  if (self->session == NULL)
    return; /* the list is being taken down */
  row = gtk_list_box_get_selected_row (self->list);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), row != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row)));
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  TdProvinceDialog *self = user_data;

  return td_text_matches (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))), gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* The first that fits is chosen, so that typing and Enter are enough. */
static void
search_cb (TdProvinceDialog *self)
{
  gboolean typed = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  GtkListBoxRow *first = NULL;

  gtk_list_box_invalidate_filter (self->list);
  for (guint i = 0; typed && first == NULL && gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    if (filter_cb (gtk_list_box_get_row_at_index (self->list, i), self))
      first = gtk_list_box_get_row_at_index (self->list, i);
  gtk_list_box_select_row (self->list, first);
  selected_cb (self);
}

static void
taken_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdProvinceDialog *self = owner;
  g_autoptr (TdSession) session = self->session != NULL ? g_object_ref (self->session) : NULL;
  GPtrArray *findings = td_job_get_findings (job);

  if (session == NULL)
    return;
  gtk_window_close (GTK_WINDOW (self));
  if (error == NULL && findings->len > 0)
    td_session_tell (session, ((TdFinding *) g_ptr_array_index (findings, 0))->text);
}

static void
take_cb (TdProvinceDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->take)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), FALSE);
  td_session_run (self->session, td_unit_take_province_job (g_object_get_data (G_OBJECT (row), "td-code")), TD_RUN_TELL, taken_cb, self);
}

static void
close_cb (TdProvinceDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
listed_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdProvinceDialog *self = owner;
  GListModel *provinces = td_job_get_object (job);

  for (guint i = 0; self->session != NULL && error == NULL && i < g_list_model_get_n_items (provinces); i++)
    {
      g_autoptr (TdUnit) province = g_list_model_get_item (provinces, i);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (province->name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_margin_top (label, 8);
      gtk_widget_set_margin_bottom (label, 8);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      g_object_set_data_full (G_OBJECT (row), "td-code", g_strdup (province->code), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, province->name, -1);
      gtk_list_box_append (self->list, row);
    }
}

static void
td_province_dialog_dispose (GObject *object)
{
  TdProvinceDialog *self = TD_PROVINCE_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PROVINCE_DIALOG);
  G_OBJECT_CLASS (td_province_dialog_parent_class)->dispose (object);
}

static void
td_province_dialog_class_init (TdProvinceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_province_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-province-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdProvinceDialog, search);
  gtk_widget_class_bind_template_child (widget_class, TdProvinceDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TdProvinceDialog, take);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_province_dialog_init (TdProvinceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Provinces"), -1);
}

/**
 * td_province_dialog_new:
 * @session: where the units go
 *
 * Returns: the dialog
 */
GtkWidget *
td_province_dialog_new (TdSession *session)
{
  TdProvinceDialog *self = g_object_new (TD_TYPE_PROVINCE_DIALOG, NULL);

  self->session = g_object_ref (session);
  td_session_run (session, td_unit_provinces_job (), TD_RUN_QUIET, listed_cb, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}
