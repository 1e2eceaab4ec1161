/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-reference-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-picker.h"
#include "td-record-jobs.h"
#include "td-reference-row.h"

/* A row of a form that points at another record. */

struct _TdReferenceRow
{
  AdwActionRow parent_instance;

  GtkMenuButton *button;
  TdPicker *picker;

  TdSession *session;
  GType target;
  gint64 id;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdReferenceRow, td_reference_row, ADW_TYPE_ACTION_ROW)

static void
show_label (TdReferenceRow *self, const char *label)
{
  g_autofree char *escaped = g_markup_escape_text (label != NULL ? label : "", -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), *escaped != '\0' ? escaped : _ ("Not chosen"));
  if (*escaped != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self), "td-unset");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "td-unset");
}

static void
picked_cb (TdReferenceRow *self, gint64 id, const char *label)
{
  if (self->id == id)
    return;
  self->id = id;
  show_label (self, label);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
got_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdReferenceRow *self = owner;
  TdEntity *entity = td_job_get_object (job);
  g_autofree char *label = NULL;

  if (entity == NULL || td_entity_get_id (entity) != self->id || self->session == NULL)
    return;
  label = td_record_dup_label (entity);
  show_label (self, label);
}

static void
td_reference_row_dispose (GObject *object)
{
  TdReferenceRow *self = TD_REFERENCE_ROW (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_REFERENCE_ROW);
  G_OBJECT_CLASS (td_reference_row_parent_class)->dispose (object);
}

static void
td_reference_row_class_init (TdReferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_reference_row_dispose;

  /**
   * TdReferenceRow::changed:
   *
   * The user has picked another record.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_REFERENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TD_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-reference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdReferenceRow, button);
  gtk_widget_class_bind_template_child (widget_class, TdReferenceRow, picker);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
td_reference_row_init (TdReferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_reference_row_new:
 * @session: where the records are
 * @target: the kind of record
 * @label: the heading, translated
 * @required: whether there must be one
 *
 * Returns: a row that points at nothing yet
 */
GtkWidget *
td_reference_row_new (TdSession *session, GType target, const char *label, gboolean required)
{
  TdReferenceRow *self = g_object_new (TD_TYPE_REFERENCE_ROW, "title", label, NULL);

  g_set_object (&self->session, session);
  self->target = target;
  if (session != NULL)
    td_picker_set_source (self->picker, session, target, label);
  td_picker_set_clear_label (self->picker, required ? NULL : _ ("None"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_label (self, NULL);
  return GTK_WIDGET (self);
}

/**
 * td_reference_row_set_id:
 * @self: a row
 * @id: the record it points at, 0 for none
 */
void
td_reference_row_set_id (TdReferenceRow *self, gint64 id)
{
  self->id = id;
  if (id == 0 || self->session == NULL)
    show_label (self, NULL);
  else
    td_session_run (self->session, td_record_get_job (self->target, id), TD_RUN_QUIET, got_cb, self);
}

/**
 * td_reference_row_get_id:
 * @self: a row
 *
 * Returns: the record it points at, 0 for none
 */
gint64
td_reference_row_get_id (TdReferenceRow *self)
{
  return self->id;
}
