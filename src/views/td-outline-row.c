/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-outline-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choices.h"
#include "td-outline-row.h"
#include "td-outline.h"

/* A clause that is being written: its mark, which nobody types, its words, and what they are made from where they are
 * made from facts. */

#define INDENT 26 /* pixels for each level */
#define TITLE  "title"

struct _TdOutlineRow
{
  GtkBox parent_instance;

  GtkLabel *mark;
  GtkTextView *view;
  GtkButton *badge;

  TdClause *clause;
  char *saved;   /* the words as they are kept */
  char *preedit; /* (nullable): being composed by an input method */
  gboolean read_only;
};

enum
{
  WRITTEN,
  ENTERED,
  FACTS,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdOutlineRow, td_outline_row, GTK_TYPE_BOX)

static char *
dup_typed (TdOutlineRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
preedit_cb (TdOutlineRow *self, const char *preedit)
{
  g_free (self->preedit);
  self->preedit = preedit != NULL && *preedit != '\0' ? g_strdup (preedit) : NULL;
}

/* What an input method is composing counts as it is seen, whether it gives it by itself or keeps silent. */
static void
settle (TdOutlineRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *preedit = g_steal_pointer (&self->preedit);
  int before = gtk_text_buffer_get_char_count (buffer);

  if (preedit == NULL)
    return;
  gtk_text_view_reset_im_context (self->view);
  if (gtk_text_buffer_get_char_count (buffer) == before)
    gtk_text_buffer_insert_at_cursor (buffer, preedit, -1);
}

/* Of a heading the first line is its title. */
static void
dress (TdOutlineRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TITLE, &start, &end);
  if (self->clause == NULL || td_outline_get_form (self->clause) != TD_OUTLINE_HEADING)
    return;
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag_by_name (buffer, TITLE, &start, &end);
}

static void
leave_cb (TdOutlineRow *self)
{
  settle (self);
  if (self->clause != NULL && td_outline_row_holds_typing (self))
    g_signal_emit (self, signals[WRITTEN], 0);
}

static void
enter_cb (TdOutlineRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
clicked_cb (TdOutlineRow *self)
{
  g_signal_emit (self, signals[FACTS], 0);
}

static void
td_outline_row_dispose (GObject *object)
{
  TdOutlineRow *self = TD_OUTLINE_ROW (object);

  g_clear_object (&self->clause);
  G_OBJECT_CLASS (td_outline_row_parent_class)->dispose (object);
}

static void
td_outline_row_finalize (GObject *object)
{
  g_free (TD_OUTLINE_ROW (object)->saved);
  g_free (TD_OUTLINE_ROW (object)->preedit);
  G_OBJECT_CLASS (td_outline_row_parent_class)->finalize (object);
}

static void
td_outline_row_class_init (TdOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_outline_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_outline_row_finalize;
  /**
   * TdOutlineRow::written:
   *
   * The words were changed and are left.
   */
  signals[WRITTEN] = g_signal_new ("written", TD_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdOutlineRow::entered:
   *
   * The words have the focus.
   */
  signals[ENTERED] = g_signal_new ("entered", TD_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdOutlineRow::facts:
   *
   * The facts it is made from are asked for.
   */
  signals[FACTS] = g_signal_new ("facts", TD_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "outline-row");
}

static void
td_outline_row_init (TdOutlineRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->mark = GTK_LABEL (gtk_label_new (NULL));
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->badge = GTK_BUTTON (gtk_button_new ());
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_label_set_xalign (self->mark, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->mark), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "td-outline-mark");
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->view), TITLE, "weight", PANGO_WEIGHT_BOLD, NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (dress), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), "td-outline-badge");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->mark));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->badge));
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->badge, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

/**
 * td_outline_row_new:
 * @clause: a clause
 * @read_only: whether its words are only read
 *
 * Returns: a row for it
 */
GtkWidget *
td_outline_row_new (TdClause *clause, gboolean read_only)
{
  TdOutlineRow *self = g_object_new (TD_TYPE_OUTLINE_ROW, NULL);

  self->read_only = read_only;
  td_outline_row_show (self, clause);
  return GTK_WIDGET (self);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The words as they are kept now; what is being typed stays. */
static void
show_text (TdOutlineRow *self)
{
  g_autofree char *text = td_outline_dup_text (self->clause);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  if (g_strcmp0 (text, self->saved) == 0)
    return;
  if (self->saved == NULL || !td_outline_row_holds_typing (self))
    {
      gtk_text_buffer_set_enable_undo (buffer, FALSE); /* what is kept is undone by the office */
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
    }
  g_free (self->saved);
  self->saved = g_steal_pointer (&text);
}

/**
 * td_outline_row_show:
 * @self: a row
 * @clause: its clause as it is now
 */
void
td_outline_row_show (TdOutlineRow *self, TdClause *clause)
{
  const char *badge = td_choice_get_label (td_choices_clause_binding, clause->binding);
  gboolean bound = *badge != '\0';
  gboolean heading = td_outline_get_form (clause) == TD_OUTLINE_HEADING;
  /* Translators: the mark of a clause, such as II. */
  g_autofree char *name = g_strdup_printf (_ ("Clause %s"), clause->marker != NULL ? clause->marker : "");
  g_autofree char *tip = bound ? g_strdup_printf (_ ("Made from: %s. Open the facts (F2)"), badge) : NULL;

  g_set_object (&self->clause, clause);
  gtk_label_set_label (self->mark, clause->marker != NULL ? clause->marker : "");
  gtk_widget_set_margin_start (GTK_WIDGET (self), (int) (clause->level - 1) * INDENT);
  set_class (GTK_WIDGET (self), "td-outline-heading", heading);
  set_class (GTK_WIDGET (self), "td-outline-top", heading && clause->level == 1);
  set_class (GTK_WIDGET (self), "td-outline-bound", bound);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), clause->marker != NULL);
  gtk_button_set_label (self->badge, badge);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge), tip);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), bound);
  gtk_text_view_set_editable (self->view, !bound && !self->read_only);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_text (self);
  dress (self);
}

/**
 * td_outline_row_get_clause:
 * @self: a row
 *
 * Returns: (transfer none): its clause
 */
TdClause *
td_outline_row_get_clause (TdOutlineRow *self)
{
  return self->clause;
}

/**
 * td_outline_row_get_view:
 * @self: a row
 *
 * Returns: (transfer none): its words
 */
GtkTextView *
td_outline_row_get_view (TdOutlineRow *self)
{
  return self->view;
}

/**
 * td_outline_row_holds_typing:
 * @self: a row
 *
 * Returns: whether something is typed that is not kept
 */
gboolean
td_outline_row_holds_typing (TdOutlineRow *self)
{
  g_autofree char *typed = dup_typed (self);

  return g_strcmp0 (typed, self->saved) != 0;
}

/**
 * td_outline_row_take_typed:
 * @self: a row
 *
 * What was typed counts as kept from here on: the caller keeps it.
 *
 * Returns: (transfer full) (nullable): what was typed; %NULL for nothing
 */
char *
td_outline_row_take_typed (TdOutlineRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  settle (self);
  if (!td_outline_row_holds_typing (self))
    return NULL;
  g_free (self->saved);
  self->saved = dup_typed (self);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  return g_strdup (self->saved);
}

/**
 * td_outline_row_focus:
 * @self: a row
 * @at_end: whether the cursor goes behind the last word
 */
void
td_outline_row_focus (TdOutlineRow *self, gboolean at_end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter at;

  if (at_end)
    gtk_text_buffer_get_end_iter (buffer, &at);
  else
    gtk_text_buffer_get_start_iter (buffer, &at);
  gtk_text_buffer_place_cursor (buffer, &at);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * td_outline_row_is_at_edge:
 * @self: a row
 * @down: whether the last line is meant
 *
 * Returns: whether the cursor is in the first or last line as it is seen
 */
gboolean
td_outline_row_is_at_edge (TdOutlineRow *self, gboolean down)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  return !(down ? gtk_text_view_forward_display_line (self->view, &at) && !gtk_text_iter_is_end (&at) : gtk_text_view_backward_display_line (self->view, &at));
}
