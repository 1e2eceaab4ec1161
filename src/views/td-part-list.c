/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-part-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-display.h"
#include "td-part-dialog.h"
#include "td-part-list.h"
#include "td-record-jobs.h"

/* The records of one kind that belong to another record: other names, posts held … A row opens
 * the form of its record. */

struct _TdPartList
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkButton *add;
  GtkListBox *rows;

  TdSession *session;
  GType type;
  char *field;
  gint64 whole_id;
  guint serial;
  TdPartAddFunc add_func; /* NULL for the form of the record */
};

G_DEFINE_FINAL_TYPE (TdPartList, td_part_list, ADW_TYPE_BIN)

static void
open_part (TdPartList *self, TdEntity *part)
{
  GtkWidget *dialog = td_part_dialog_new (self->session, part);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (TdPartList *self)
{
  g_autoptr (TdEntity) part = NULL;

  if (self->add_func != NULL)
    {
      self->add_func (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, self->whole_id);
      return;
    }
  part = g_object_new (self->type, NULL);
  td_entity_set_number (part, td_entity_class_find (TD_ENTITY_GET_CLASS (part), self->field), self->whole_id);
  open_part (self, part);
}

static void
activated_cb (TdPartList *self, GtkListBoxRow *row)
{
  open_part (self, g_object_get_data (G_OBJECT (row), "td-part"));
}

/* What is listed of it: the first value as the row, the others below. */
static GtkWidget *
make_row (TdEntity *part)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (part);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "activatable", TRUE, "title-lines", 3, "subtitle-lines", 3, NULL);
  g_autofree char *title = NULL;
  GString *rest = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      g_autofree char *text = (field->flags & TD_FIELD_LISTED) ? td_display_dup_text (part, field) : NULL;
      g_autofree char *escaped = text != NULL && *text != '\0' ? g_markup_escape_text (text, -1) : NULL;

      if (escaped == NULL)
        continue;
      if (title == NULL)
        title = g_steal_pointer (&escaped);
      else
        g_string_append_printf (rest, "%s%s%s", rest->len > 0 ? " · " : "", field->kind == TD_FIELD_DATE ? td_display_get_label (field) : "",
                                field->kind == TD_FIELD_DATE ? " " : "");
      if (escaped != NULL)
        g_string_append (rest, escaped);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : _ (klass->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rest->str);
  g_string_free (rest, TRUE);
  g_object_set_data_full (G_OBJECT (row), "td-part", g_object_ref (part), g_object_unref);
  return row;
}

static void
got_parts_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPartList *self = owner;
  GListModel *parts = td_job_get_object (job);
  GtkWidget *child;

  if (self->session == NULL || error != NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (TdEntity) part = g_list_model_get_item (parts, i);

      gtk_list_box_append (self->rows, make_row (part));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rows), g_list_model_get_n_items (parts) > 0);
}

static void
ask (TdPartList *self)
{
  TdJob *job;

  self->serial++;
  if (self->whole_id == 0 || self->session == NULL)
    return;
  job = td_record_parts_job (self->type, self->field, self->whole_id);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, got_parts_cb, self);
}

static void
td_part_list_dispose (GObject *object)
{
  TdPartList *self = TD_PART_LIST (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PART_LIST);
  G_OBJECT_CLASS (td_part_list_parent_class)->dispose (object);
}

static void
td_part_list_finalize (GObject *object)
{
  g_free (TD_PART_LIST (object)->field);
  G_OBJECT_CLASS (td_part_list_parent_class)->finalize (object);
}

static void
td_part_list_class_init (TdPartListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_part_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_part_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-part-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPartList, title);
  gtk_widget_class_bind_template_child (widget_class, TdPartList, add);
  gtk_widget_class_bind_template_child (widget_class, TdPartList, rows);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
td_part_list_init (TdPartList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_part_list_new:
 * @session: where the records are
 * @type: their kind
 * @field: the reference to the record they belong to
 * @title: heading, translated
 * @add: (nullable): what its button does, translated; %NULL where parts are not entered here
 *
 * Returns: a list, of no record yet
 */
GtkWidget *
td_part_list_new (TdSession *session, GType type, const char *field, const char *title, const char *add)
{
  TdPartList *self = g_object_new (TD_TYPE_PART_LIST, NULL);

  self->session = g_object_ref (session);
  self->type = type;
  self->field = g_strdup (field);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add != NULL ? add : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->add), add != NULL && !td_session_is_read_only (session));
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * td_part_list_set_whole:
 * @self: a list
 * @id: the record whose parts it shows, 0 for none
 */
void
td_part_list_set_whole (TdPartList *self, gint64 id)
{
  if (id == self->whole_id)
    return;
  self->whole_id = id;
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);
  ask (self);
}

/**
 * td_part_list_set_add:
 * @self: a list
 * @add: what its button opens in place of the form of the record
 */
void
td_part_list_set_add (TdPartList *self, TdPartAddFunc add)
{
  self->add_func = add;
}
