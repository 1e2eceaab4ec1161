/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-template-list.h"
#include "td-template-row.h"

/* Chooses a certificate template: the one that suits, or one of those that are offered. The list follows the office. */

struct _TdTemplateRow
{
  TdChoiceRow parent_instance;

  TdSession *session;
  GPtrArray *names; /* of the templates, after the first row */
  char *wanted;     /* what is chosen, also while the list is not there; NULL: the one that suits */
  gboolean is_filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdTemplateRow, td_template_row, TD_TYPE_CHOICE_ROW)

static guint
find_wanted (TdTemplateRow *self)
{
  for (guint i = 0; self->wanted != NULL && i < self->names->len; i++)
    if (g_str_equal (g_ptr_array_index (self->names, i), self->wanted))
      return i + 1;
  return 0;
}

static void
selected_cb (TdTemplateRow *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->is_filling)
    return;
  g_free (self->wanted);
  self->wanted = position > 0 && position <= self->names->len ? g_strdup (g_ptr_array_index (self->names, position - 1)) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
listed_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateRow *self = owner;
  GListModel *items = td_job_get_object (job);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint position;

  if (error != NULL || items == NULL)
    return;
  g_ptr_array_set_size (self->names, 0);
  gtk_string_list_append (labels, _ ("The one that suits"));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TdTemplateItem) item = g_list_model_get_item (items, i);

      if (item->template == NULL || item->retired)
        continue;
      g_ptr_array_add (self->names, g_strdup (item->name));
      gtk_string_list_append (labels, item->title);
    }
  self->is_filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
  position = find_wanted (self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  self->is_filling = FALSE;
  if (position == 0 && self->wanted != NULL)
    selected_cb (self);
}

static void
ask (TdTemplateRow *self)
{
  td_session_run (self->session, td_template_list_job (), 0, listed_cb, self);
}

static void
td_template_row_dispose (GObject *object)
{
  g_clear_object (&TD_TEMPLATE_ROW (object)->session);
  G_OBJECT_CLASS (td_template_row_parent_class)->dispose (object);
}

static void
td_template_row_finalize (GObject *object)
{
  TdTemplateRow *self = TD_TEMPLATE_ROW (object);

  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (td_template_row_parent_class)->finalize (object);
}

static void
td_template_row_class_init (TdTemplateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_template_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_template_row_finalize;
  /* Another template was chosen, or the chosen one is gone. */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_TEMPLATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_template_row_init (TdTemplateRow *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * td_template_row_set_session:
 * @self: the row
 * @session: whose templates
 */
void
td_template_row_set_session (TdTemplateRow *self, TdSession *session)
{
  g_return_if_fail (TD_IS_TEMPLATE_ROW (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
}

/**
 * td_template_row_get_name:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): id of the template chosen, %NULL for the one that suits
 */
const char *
td_template_row_get_name (TdTemplateRow *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_ROW (self), NULL);

  return self->wanted;
}
