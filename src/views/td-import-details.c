/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-details"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-entry-completion.h"
#include "td-finding-list.h"
#include "td-import-details.h"
#include "td-import-row.h"

/* A row of a list with what was found in it, the ways to mend it, and its values beside what the
 * sender wrote. */

struct _TdImportDetails
{
  AdwBin parent_instance;

  GtkOverlay *overlay;
  GtkLabel *name;
  TdFindingList *findings;
  GtkListBox *answers;
  GtkLabel *hint;
  GtkWidget *cells_title;
  GtkListBox *cells;
  TdEntryCompletion *completion;

  TdListDetails *shown;
  TdEntryWords *words; /* NULL while they are being read */
  TdImportRow *typing; /* the row that is completed */
  gboolean setting;
};

enum
{
  ANSWERED,
  TYPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportDetails, td_import_details, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Completing */

static void
stop_completing (TdImportDetails *self)
{
  self->typing = NULL;
  td_entry_completion_close (self->completion);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
changed_cb (TdImportDetails *self, TdImportRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autoptr (GPtrArray) offers = NULL;

  if (self->setting || !has_focus (GTK_WIDGET (row)) || *text == '\0')
    {
      stop_completing (self);
      return;
    }
  offers = td_entry_words_complete (self->words, td_import_row_get_column (row), text);
  self->typing = row;
  td_entry_completion_offer (self->completion, GTK_WIDGET (row), offers, FALSE);
}

static void
take_offer (TdImportDetails *self)
{
  const TdEntryOffer *offer = td_entry_completion_get (self->completion);
  TdImportRow *row = self->typing;
  g_autofree char *text = offer != NULL ? g_strdup (offer->text) : NULL;

  if (text == NULL || row == NULL)
    return;
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_editable_set_position (GTK_EDITABLE (row), -1);
  self->setting = FALSE;
  stop_completing (self);
}

/* A click is the whole answer. */
static void
taken_cb (TdImportDetails *self)
{
  TdImportRow *row = self->typing;

  take_offer (self);
  if (row != NULL)
    td_import_row_apply (row, TRUE);
}

/* While offers are seen, these keys are about them. */
static gboolean
completing_key_cb (TdImportDetails *self, guint keyval)
{
  if (!td_entry_completion_is_open (self->completion))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      td_entry_completion_move (self->completion, keyval == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      stop_completing (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      if (td_entry_completion_is_chosen (self->completion))
        take_offer (self);
      stop_completing (self);
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Typing and choosing */

static void
tell_typed (TdImportDetails *self, TdListRole role, const char *text, gboolean go_on)
{
  if (self->shown != NULL)
    g_signal_emit (self, signals[TYPED], 0, self->shown->item->number, (guint) role, text, go_on);
}

/* A short name stands for its unit. */
static void
typed_cb (TdImportDetails *self, const char *text, gboolean go_on, TdImportRow *row)
{
  TdEntryColumn column = td_import_row_get_column (row);
  g_autofree char *spelled = column != TD_ENTRY_N_COLUMNS ? td_entry_words_spell (self->words, column, text) : g_strdup (text);

  tell_typed (self, td_import_row_get_role (row), spelled, go_on);
}

static void
selected_cb (TdImportDetails *self, GParamSpec *pspec, GtkWidget *row)
{
  TdListRole role;
  const char *nick;

  if (!self->setting && td_import_row_get_choice (row, &role, &nick))
    tell_typed (self, role, nick, FALSE);
}

static void
append_cell (TdImportDetails *self, const TdListCell *cell)
{
  GtkWidget *row = td_import_row_new_cell (cell);

  if (TD_IS_IMPORT_ROW (row))
    g_signal_connect_object (row, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  else if (ADW_IS_COMBO_ROW (row))
    g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  if (TD_IS_IMPORT_ROW (row) && td_import_row_get_column (TD_IMPORT_ROW (row)) != TD_ENTRY_N_COLUMNS)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();
      GtkEventController *focus = gtk_event_controller_focus_new ();

      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect_object (keys, "key-pressed", G_CALLBACK (completing_key_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "leave", G_CALLBACK (stop_completing), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (row, keys);
      gtk_widget_add_controller (row, focus);
    }
  gtk_list_box_append (self->cells, row);
}

/* The same row with other values keeps its widgets: somebody may be typing in the next one. */
static gboolean
show_in_place (TdImportDetails *self, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->cells, i);

      if (row == NULL || !td_import_row_show_cell (GTK_WIDGET (row), g_ptr_array_index (cells, i)))
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->cells, cells->len) == NULL;
}

/* Nothing typed is lost, and nothing typed goes into another row. */
static void
flush (TdImportDetails *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->cells, i)) != NULL; i++)
    if (TD_IS_IMPORT_ROW (row))
      td_import_row_apply (TD_IMPORT_ROW (row), FALSE);
}

/* Which value the focus is in, so that it stays there when the values are made anew. */
static int
find_focus (TdImportDetails *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->cells, i)) != NULL; i++)
    if (has_focus (GTK_WIDGET (row)))
      return i;
  return -1;
}

static void
show_cells (TdImportDetails *self, TdListDetails *before, TdListDetails *details)
{
  gboolean same = before != NULL && before->item->number == details->item->number;
  int focus = same ? find_focus (self) : -1;
  GtkListBoxRow *row;

  self->setting = TRUE;
  if (!same || !show_in_place (self, details->cells))
    {
      stop_completing (self);
      clear_list (self->cells);
      for (guint i = 0; i < details->cells->len; i++)
        append_cell (self, g_ptr_array_index (details->cells, i));
      row = focus >= 0 ? gtk_list_box_get_row_at_index (self->cells, focus) : NULL;
      if (row != NULL)
        gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
    }
  self->setting = FALSE;
}

static void
show_answers (TdImportDetails *self, TdListDetails *details)
{
  gboolean any = details != NULL && details->answers->len > 0;
  gboolean any_for_all = FALSE;

  clear_list (self->answers);
  gtk_widget_set_visible (GTK_WIDGET (self->answers), any);
  for (guint i = 0; any && i < details->answers->len; i++)
    {
      const TdListAnswer *answer = g_ptr_array_index (details->answers, i);

      gtk_list_box_append (self->answers, td_import_row_new_answer (answer, i + 1));
      any_for_all = any_for_all || answer->for_all;
    }
  gtk_label_set_label (self->hint, any_for_all ? _ ("A digit answers, Alt and the digit answers every row with the same doubt. Enter goes to the value in doubt, F8 to the next row to look at.")
                                   : any       ? _ ("A digit answers. Enter goes to the value in doubt, F8 to the next row to look at.")
                                               : _ ("Enter goes to the value in doubt, F8 to the next row to look at."));
}

static void
activated_cb (TdImportDetails *self, GtkListBoxRow *row)
{
  td_import_details_answer (self, gtk_list_box_row_get_index (row), FALSE);
}

static void
got_words_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdImportDetails *self = owner;

  if (error == NULL)
    g_set_object (&self->words, td_job_get_object (job));
}

static void
td_import_details_dispose (GObject *object)
{
  TdImportDetails *self = TD_IMPORT_DETAILS (object);

  self->typing = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->words);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_IMPORT_DETAILS);
  G_OBJECT_CLASS (td_import_details_parent_class)->dispose (object);
}

static void
td_import_details_class_init (TdImportDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_import_details_dispose;
  /**
   * TdImportDetails::answered:
   * @answer: a #TdListAnswer of the row shown
   * @for_all: whether it is given to every row with the same doubt
   */
  signals[ANSWERED] = g_signal_new ("answered", TD_TYPE_IMPORT_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  /**
   * TdImportDetails::typed:
   * @number: the row
   * @role: the #TdListRole of the value
   * @text: the new value
   * @go_on: whether the row is done with
   */
  signals[TYPED] = g_signal_new ("typed", TD_TYPE_IMPORT_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-import-details.ui");
  gtk_widget_class_bind_template_child (widget_class, TdImportDetails, overlay);
  gtk_widget_class_bind_template_child (widget_class, TdImportDetails, name);
  gtk_widget_class_bind_template_child (widget_class, TdImportDetails, findings);
  gtk_widget_class_bind_template_child (widget_class, TdImportDetails, answers);
  gtk_widget_class_bind_template_child (widget_class, TdImportDetails, hint);
  gtk_widget_class_bind_template_child (widget_class, TdImportDetails, cells_title);
  gtk_widget_class_bind_template_child (widget_class, TdImportDetails, cells);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
td_import_details_init (TdImportDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->completion = g_object_new (TD_TYPE_ENTRY_COMPLETION, NULL);
  td_entry_completion_attach (self->completion, self->overlay);
  g_signal_connect_object (self->completion, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  td_import_details_show (self, NULL);
}

/**
 * td_import_details_set_session:
 * @self: some details
 * @session: where the words are that values are completed with
 */
void
td_import_details_set_session (TdImportDetails *self, TdSession *session)
{
  td_session_run (session, td_entry_words_job (), TD_RUN_QUIET, got_words_cb, self);
}

/**
 * td_import_details_show:
 * @self: some details
 * @details: (nullable): the row to show
 *
 * Shows a row. What is being typed in another one is told before.
 */
void
td_import_details_show (TdImportDetails *self, TdListDetails *details)
{
  g_autoptr (TdListDetails) before = self->shown != NULL ? g_object_ref (self->shown) : NULL;
  g_autofree char *title = NULL;

  if (before != NULL && (details == NULL || before->item->number != details->item->number))
    flush (self);
  g_set_object (&self->shown, details);
  show_answers (self, details);
  td_finding_list_set (self->findings, details != NULL ? details->findings : NULL);
  gtk_widget_set_visible (self->cells_title, details != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->cells), details != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), details != NULL);
  if (details == NULL)
    {
      stop_completing (self);
      clear_list (self->cells);
      gtk_label_set_label (self->name, "");
      return;
    }
  /* Translators: a line of a file, then the name that stands in it */
  title = g_strdup_printf (_ ("Line %u · %s"), details->item->line, details->item->name);
  gtk_label_set_label (self->name, title);
  show_cells (self, before, details);
}

/**
 * td_import_details_focus:
 * @self: some details
 *
 * Goes to the value that is in doubt, else to the first.
 */
void
td_import_details_focus (TdImportDetails *self)
{
  GtkListBoxRow *row = NULL;

  for (guint i = 0; self->shown != NULL && self->shown->doubt != TD_LIST_ROLE_NONE && i < self->shown->cells->len; i++)
    if (row == NULL && ((TdListCell *) g_ptr_array_index (self->shown->cells, i))->role == self->shown->doubt)
      row = gtk_list_box_get_row_at_index (self->cells, i);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->cells, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * td_import_details_answer:
 * @self: some details
 * @number: of the answer, from 0
 * @for_all: whether to give it to every row with the same doubt
 *
 * Gives an answer, if there is such a one.
 */
void
td_import_details_answer (TdImportDetails *self, guint number, gboolean for_all)
{
  TdListAnswer *answer;

  if (self->shown == NULL || number >= self->shown->answers->len)
    return;
  answer = g_ptr_array_index (self->shown->answers, number);
  if (!for_all || answer->for_all)
    g_signal_emit (self, signals[ANSWERED], 0, answer, for_all);
}
