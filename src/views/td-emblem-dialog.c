/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-emblem-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-emblem-dialog.h"
#include "td-emblem-jobs.h"
#include "td-file-dialog.h"
#include "td-finding-list.h"

/* The official file of the state emblem: which one the office has, another one, none. */

struct _TdEmblemDialog
{
  AdwWindow parent_instance;

  GtkWidget *area;
  AdwActionRow *row;
  GtkWidget *choose;
  GtkWidget *remove;
  TdFindingList *findings;

  TdSession *session;
  TdPicture *picture;
};

G_DEFINE_FINAL_TYPE (TdEmblemDialog, td_emblem_dialog, ADW_TYPE_WINDOW)

static void
show_error (TdEmblemDialog *self, const GError *error)
{
  g_autoptr (GPtrArray) told = error != NULL ? td_findings_new () : NULL;

  if (told != NULL)
    g_ptr_array_add (told, td_finding_new ("failed", TD_SEVERITY_BLOCK, "%s", error->message));
  td_finding_list_set (self->findings, told);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  TdEmblemDialog *self = user_data;

  /* as on the paper, also where the window is dark */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, (width - height) / 2.0, 0, height, height);
  cairo_fill (cr);
  if (self->picture != NULL)
    td_picture_draw (self->picture, cr, (width - height) / 2.0 + 6, 6, height - 12, height - 12);
}

static void
shown_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdEmblemDialog *self = owner;
  TdEmblem *emblem = error == NULL ? td_job_get_object (job) : NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *day = NULL, *text = NULL;

  if (self->session == NULL)
    return;
  g_clear_pointer (&self->picture, td_picture_unref);
  if (emblem != NULL)
    {
      self->picture = td_emblem_make_picture (emblem, &local);
      day = td_date_to_display (emblem->added_on);
      /* Translators: a day */
      text = g_strdup_printf (_ ("Added on %s"), day);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), emblem != NULL ? emblem->file_name : _ ("No file yet"));
  adw_action_row_set_subtitle (self->row, text != NULL ? text : _ ("SVG or PNG, at most 5 MB"));
  gtk_widget_set_visible (self->area, self->picture != NULL);
  gtk_widget_queue_draw (self->area);
  gtk_widget_set_visible (self->remove, emblem != NULL);
  if (error != NULL || local != NULL)
    show_error (self, error != NULL ? error : local);
}

static void
ask (TdEmblemDialog *self)
{
  if (self->session != NULL && !td_session_is_closed (self->session))
    td_session_run (self->session, td_emblem_show_job (), TD_RUN_QUIET, shown_cb, self);
}

static void
done_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdEmblemDialog *self = owner;

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->choose, TRUE);
  show_error (self, error);
}

static void
chosen_cb (const char *path, gpointer owner)
{
  TdEmblemDialog *self = owner;

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->choose, FALSE);
  td_session_run (self->session, td_emblem_set_job (path), TD_RUN_TELL | TD_RUN_QUIET, done_cb, self);
}

static void
choose_cb (TdEmblemDialog *self)
{
  td_file_dialog_open (GTK_WIDGET (self), _ ("Choose the Official File of the State Emblem"), TD_FILE_PICTURE, chosen_cb, self);
}

static void
remove_cb (TdEmblemDialog *self)
{
  if (self->session != NULL)
    td_session_run (self->session, td_emblem_remove_job (), TD_RUN_TELL | TD_RUN_QUIET, done_cb, self);
}

static void
td_emblem_dialog_dispose (GObject *object)
{
  TdEmblemDialog *self = TD_EMBLEM_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->picture, td_picture_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_EMBLEM_DIALOG);
  G_OBJECT_CLASS (td_emblem_dialog_parent_class)->dispose (object);
}

static void
td_emblem_dialog_class_init (TdEmblemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_emblem_dialog_dispose;
  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-emblem-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdEmblemDialog, area);
  gtk_widget_class_bind_template_child (widget_class, TdEmblemDialog, row);
  gtk_widget_class_bind_template_child (widget_class, TdEmblemDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, TdEmblemDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, TdEmblemDialog, findings);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_emblem_dialog_init (TdEmblemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
}

/**
 * td_emblem_dialog_present:
 * @parent: a widget of the window
 * @session: the office
 *
 * Shows the file of the state emblem that the office has, and lets it be changed.
 */
void
td_emblem_dialog_present (GtkWidget *parent, TdSession *session)
{
  TdEmblemDialog *self = g_object_new (TD_TYPE_EMBLEM_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->choose, !td_session_is_read_only (session));
  gtk_widget_set_sensitive (self->remove, !td_session_is_read_only (session));
  ask (self);
  gtk_window_present (GTK_WINDOW (self));
}
