/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-rows"

#include "config.h"

#include "td-import-details.h"
#include "td-import-rows.h"
#include "td-import-table.h"

/* The rows of a list before it is taken in, beside the one chosen: what is answered and typed goes into the list. */

struct _TdImportRows
{
  AdwBin parent_instance;

  TdImportTable *table;
  TdImportDetails *details;

  TdSession *session;
  TdListPreview *preview;
  guint n_looking; /* jobs that look into the list */
  gboolean missed; /* another row was chosen meanwhile */
  gboolean go_on;  /* the row just mended is done with */
};

enum
{
  CHANGED,
  TOLD,
  ANSWERED_ALL,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportRows, td_import_rows, ADW_TYPE_BIN)

static void look_at_row (TdImportRows *self);

/* Jobs look into the list one after the other. */

static void
run_look (TdImportRows *self, TdJob *job, TdRunDone done)
{
  self->n_looking++;
  g_signal_emit (self, signals[CHANGED], 0);
  td_session_run (self->session, job, TD_RUN_QUIET, done, self);
}

/* Whether the answer is still about the list that is shown. */
static gboolean
end_look (TdImportRows *self)
{
  self->n_looking--;
  if (self->session == NULL)
    return FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
  return self->preview != NULL;
}

static void
show_details (TdImportRows *self, TdListDetails *details)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->details));

  td_import_details_show (self->details, details);
  focus = inside ? gtk_root_get_focus (root) : NULL;
  if (inside && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->details))))
    td_import_table_focus (self->table);
}

static void
looked_at_row_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportRows *self = owner;
  TdListDetails *details = td_job_get_object (job);
  TdListItem *item;

  if (!end_look (self))
    return;
  item = td_import_table_get (self->table);
  if (error == NULL && item != NULL && item->number == details->item->number)
    show_details (self, details);
  if (self->missed)
    look_at_row (self);
}

static void
look_at_row (TdImportRows *self)
{
  TdListItem *item = td_import_table_get (self->table);

  if (self->preview == NULL)
    return;
  self->missed = self->n_looking > 0;
  if (item == NULL)
    show_details (self, NULL);
  else if (!self->missed)
    run_look (self, td_list_preview_look_job (self->preview, item->number), looked_at_row_cb);
}

static void
mended_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportRows *self = owner;
  TdListDetails *details = td_job_get_object (job);
  TdListItem *item;

  if (!end_look (self))
    return;
  if (error != NULL)
    g_signal_emit (self, signals[TOLD], 0, error->message);
  else
    {
      td_import_table_replace (self->table, details->item);
      for (guint i = 0; i < details->others->len; i++)
        td_import_table_replace (self->table, g_ptr_array_index (details->others, i));
      g_signal_emit (self, signals[CHANGED], 0);
      item = td_import_table_get (self->table);
      if (self->go_on && item == details->item && (item->state == TD_LIST_GOOD || item->state == TD_LIST_KNOWN))
        td_import_table_go_to_next (self->table);
    }
  look_at_row (self);
}

static void
answered_cb (TdImportRows *self, TdListAnswer *answer, gboolean for_all)
{
  TdListItem *item = td_import_table_get (self->table);

  if (self->preview == NULL || self->n_looking > 0 || item == NULL)
    return;
  self->go_on = TRUE;
  if (for_all)
    g_signal_emit (self, signals[ANSWERED_ALL], 0, answer);
  else
    run_look (self, td_list_preview_mend_job (self->preview, item->number, &answer->mend), mended_cb);
}

static void
typed_cb (TdImportRows *self, guint number, guint role, const char *text, gboolean go_on)
{
  if (self->preview == NULL)
    return;
  self->go_on = go_on;
  run_look (self, td_list_preview_type_job (self->preview, number, role, text), mended_cb);
}

static void
td_import_rows_dispose (GObject *object)
{
  TdImportRows *self = TD_IMPORT_ROWS (object);

  g_clear_object (&self->preview);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_IMPORT_ROWS);
  G_OBJECT_CLASS (td_import_rows_parent_class)->dispose (object);
}

static void
td_import_rows_class_init (TdImportRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_import_rows_dispose;
  /**
   * TdImportRows::changed:
   *
   * What becomes of the rows has changed, or whether jobs look into them.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_IMPORT_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdImportRows::told:
   * @text: short news, translated
   */
  signals[TOLD] = g_signal_new ("told", TD_TYPE_IMPORT_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TdImportRows::answered-all:
   * @answer: a #TdListAnswer that is given to every row with the same doubt
   */
  signals[ANSWERED_ALL] = g_signal_new ("answered-all", TD_TYPE_IMPORT_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (TD_TYPE_IMPORT_DETAILS);
  g_type_ensure (TD_TYPE_IMPORT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-import-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, TdImportRows, table);
  gtk_widget_class_bind_template_child (widget_class, TdImportRows, details);
  gtk_widget_class_bind_template_callback (widget_class, look_at_row);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, td_import_details_focus);
}

static void
td_import_rows_init (TdImportRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_import_rows_set_session:
 * @self: the rows
 * @session: through what jobs look into them
 */
void
td_import_rows_set_session (TdImportRows *self, TdSession *session)
{
  g_set_object (&self->session, session);
  td_import_details_set_session (self->details, session);
}

/**
 * td_import_rows_show:
 * @self: the rows
 * @preview: (nullable): the list they are of
 */
void
td_import_rows_show (TdImportRows *self, TdListPreview *preview)
{
  if (preview == NULL)
    show_details (self, NULL); /* what is being typed still goes into the list as it was */
  g_set_object (&self->preview, preview);
  if (preview == NULL)
    return;
  td_import_table_set (self->table, preview->items);
  look_at_row (self);
}

/**
 * td_import_rows_count:
 * @self: the rows
 * @state: what becomes of a row
 *
 * Returns: of how many rows it becomes so
 */
guint
td_import_rows_count (TdImportRows *self, TdListState state)
{
  return td_import_table_count (self->table, state);
}

/**
 * td_import_rows_is_looking:
 * @self: the rows
 *
 * Returns: whether jobs look into the list, so that nothing else may
 */
gboolean
td_import_rows_is_looking (TdImportRows *self)
{
  return self->n_looking > 0;
}

/**
 * td_import_rows_go_to_next:
 * @self: the rows
 *
 * Goes to the next row that must be looked at.
 */
void
td_import_rows_go_to_next (TdImportRows *self)
{
  td_import_table_go_to_next (self->table);
}

/**
 * td_import_rows_answer:
 * @self: the rows
 * @number: an answer of the row chosen, from 0
 * @for_all: whether to give it to every row with the same doubt
 */
void
td_import_rows_answer (TdImportRows *self, guint number, gboolean for_all)
{
  td_import_details_answer (self->details, number, for_all);
}

/**
 * td_import_rows_focus:
 * @self: the rows
 *
 * Goes to the row chosen.
 */
void
td_import_rows_focus (TdImportRows *self)
{
  td_import_table_focus (self->table);
}
