/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-options"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-import-options.h"
#include "td-import-row.h"
#include "td-model.h"
#include "td-reference-row.h"

/* What a list is for, who sent it, and how it is taken in. */

struct _TdImportOptions
{
  AdwBin parent_instance;

  GtkBox *box;
  TdReferenceRow *plan; /* of nominations, else NULL */
  TdReferenceRow *from;
  TdImportRow *wording; /* of nominations, else NULL */
  GtkSwitch *fill;

  TdListPurpose purpose;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportOptions, td_import_options, ADW_TYPE_BIN)

static void
changed_cb (TdImportOptions *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add (TdImportOptions *self, GtkWidget *row)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (self->box, list);
}

static TdReferenceRow *
add_reference (TdImportOptions *self, TdSession *session, GType type, const char *label, gboolean required)
{
  GtkWidget *row = td_reference_row_new (session, type, label, required);

  add (self, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return TD_REFERENCE_ROW (row);
}

static TdImportRow *
add_wording (TdImportOptions *self)
{
  GtkWidget *row = td_import_row_new (TD_LIST_ROLE_ACHIEVEMENT, _ ("Wording for all rows"));

  gtk_widget_set_tooltip_text (row, _ ("What certificates say where a row has no wording of its own"));
  add (self, row);
  g_signal_connect_object (row, "typed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return TD_IMPORT_ROW (row);
}

static GtkSwitch *
add_fill (TdImportOptions *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Update known records"), "subtitle", _ ("Empty cells never erase"), NULL);
  GtkWidget *fill = gtk_switch_new ();

  gtk_widget_set_valign (fill, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (row, _ ("Who is known gets what the file has; else only what is new is added"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), fill);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), fill);
  add (self, row);
  return GTK_SWITCH (fill);
}

/* When there is but one plan, it is that one. */
static gboolean
only_plan_cb (TdConnection *connection, gpointer user_data, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_PLAN);
  g_autoptr (GPtrArray) plans = td_connection_list_page (connection, query, 0, 2, error);

  if (plans != NULL && plans->len == 1)
    *(gint64 *) user_data = td_entity_get_id (g_ptr_array_index (plans, 0));
  return plans != NULL;
}

static void
only_plan_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdImportOptions) self = user_data;
  gint64 *id = td_store_read_finish (TD_STORE (source), result, NULL);

  if (id == NULL || *id == 0 || self->plan == NULL || td_reference_row_get_id (self->plan) != 0)
    return;
  td_reference_row_set_id (self->plan, *id);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
td_import_options_class_init (TdImportOptionsClass *klass)
{
  /**
   * TdImportOptions::changed:
   *
   * The list has to be read in another way.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_IMPORT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_import_options_init (TdImportOptions *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_box_set_homogeneous (self->box, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "td-import-options");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * td_import_options_set:
 * @self: options, set once
 * @session: where plans and units are
 * @purpose: what the rows become
 * @plan_id: the plan of nominations, 0 when not known
 *
 * Shows what can be chosen for such a list.
 */
void
td_import_options_set (TdImportOptions *self, TdSession *session, TdListPurpose purpose, gint64 plan_id)
{
  self->purpose = purpose;
  if (purpose == TD_LIST_NOMINATIONS)
    {
      self->plan = add_reference (self, session, TD_TYPE_PLAN, _ ("Plan"), TRUE);
      td_reference_row_set_id (self->plan, plan_id);
    }
  self->from = add_reference (self, session, TD_TYPE_UNIT, _ ("Sent by"), FALSE);
  if (purpose == TD_LIST_NOMINATIONS)
    self->wording = add_wording (self);
  self->fill = add_fill (self);
  if (self->plan != NULL && plan_id == 0)
    td_store_read_async (td_session_get_store (session), only_plan_cb, g_new0 (gint64, 1), g_free, NULL,
                         only_plan_done_cb, g_object_ref (self));
}

/**
 * td_import_options_is_complete:
 * @self: some options
 *
 * Returns: whether enough is known to read the list
 */
gboolean
td_import_options_is_complete (TdImportOptions *self)
{
  return self->plan == NULL || td_reference_row_get_id (self->plan) != 0;
}

/**
 * td_import_options_has_sender:
 * @self: some options
 *
 * Returns: whether it is known who sent the list
 */
gboolean
td_import_options_has_sender (TdImportOptions *self)
{
  return td_reference_row_get_id (self->from) != 0;
}

/**
 * td_import_options_get:
 * @self: some options
 * @path: the list
 * @by_hand: (nullable): what was said of its columns
 * @from: (out) (transfer full) (nullable): belongs to what is returned
 *
 * Returns: how the list is taken in; its texts live as long as they stand in the options, @path, @by_hand and @from
 */
TdListTaking
td_import_options_get (TdImportOptions *self, const char *path, GHashTable *by_hand, char **from)
{
  gint64 id = td_reference_row_get_id (self->from);
  const char *wording = self->wording != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->wording)) : "";
  TdListTaking taking = { .path = path, .options = { .purpose = self->purpose, .by_hand = by_hand } };

  *from = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
  taking.options.from = *from;
  taking.options.plan_id = self->plan != NULL ? td_reference_row_get_id (self->plan) : 0;
  taking.options.wording = *wording != '\0' ? wording : NULL;
  taking.fill = gtk_switch_get_active (self->fill);
  return taking;
}
