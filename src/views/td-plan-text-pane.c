/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-text-pane"

#include "config.h"

#include "td-plan-text-pane.h"

/* The text of a plan under review: read, searched with the eye, and chosen from. The words of the fact that is looked
 * at are marked, and so are the lines around them. */

/* Where a line that is shown comes to stand, as a share of the height. */
#define FROM_TOP 0.3

struct _TdPlanTextPane
{
  AdwBin parent_instance;

  GtkTextView *view;

  TdPlanReview *review;
  GtkTextTag *words;
  GtkTextTag *lines;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPlanTextPane, td_plan_text_pane, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (TdPlanTextPane *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static void
chosen_cb (TdPlanTextPane *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* Marks in the colour of the program, so that they are read in light and dark. */
static void
make_tags (TdPlanTextPane *self)
{
  GdkRGBA colour = { 0.2f, 0.5f, 0.9f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_bg_color", &colour);
  colour.alpha = 0.10f;
  self->lines = gtk_text_buffer_create_tag (get_buffer (self), NULL, "paragraph-background-rgba", &colour, NULL);
  colour.alpha = 0.40f;
  self->words = gtk_text_buffer_create_tag (get_buffer (self), NULL, "background-rgba", &colour, NULL);
}

static void
td_plan_text_pane_dispose (GObject *object)
{
  TdPlanTextPane *self = TD_PLAN_TEXT_PANE (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (get_buffer (self), self);
  g_clear_object (&self->review);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PLAN_TEXT_PANE);
  G_OBJECT_CLASS (td_plan_text_pane_parent_class)->dispose (object);
}

static void
td_plan_text_pane_class_init (TdPlanTextPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_plan_text_pane_dispose;
  /**
   * TdPlanTextPane::chosen:
   *
   * Other words are chosen, or none.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TD_TYPE_PLAN_TEXT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-plan-text-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPlanTextPane, view);
}

static void
td_plan_text_pane_init (TdPlanTextPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_tags (self);
  g_signal_connect_swapped (get_buffer (self), "notify::has-selection", G_CALLBACK (chosen_cb), self);
}

/**
 * td_plan_text_pane_set_review:
 * @self: a pane
 * @review: what is under review
 */
void
td_plan_text_pane_set_review (TdPlanTextPane *self, TdPlanReview *review)
{
  GtkTextIter start;

  g_set_object (&self->review, review);
  gtk_text_buffer_set_text (get_buffer (self), td_plan_review_get_text (review), -1);
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
}

/**
 * td_plan_text_pane_set_menu:
 * @self: a pane
 * @menu: what can be done with chosen words
 */
void
td_plan_text_pane_set_menu (TdPlanTextPane *self, GMenuModel *menu)
{
  gtk_text_view_set_extra_menu (self->view, menu);
}

static void
get_iter (TdPlanTextPane *self, gsize offset, GtkTextIter *iter)
{
  gsize index;
  guint line = td_word_finder_get_line_at (td_plan_review_get_finder (self->review), offset, &index);

  gtk_text_buffer_get_iter_at_line_index (get_buffer (self), iter, (int) line - 1, (int) index);
}

static gsize
get_offset (TdPlanTextPane *self, const GtkTextIter *iter)
{
  gsize start, end;

  td_word_finder_get_lines (td_plan_review_get_finder (self->review), (guint) gtk_text_iter_get_line (iter) + 1, (guint) gtk_text_iter_get_line (iter) + 1, &start, &end);
  return start + (gsize) gtk_text_iter_get_line_index (iter);
}

static void
clear_marks (TdPlanTextPane *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), self->words, &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), self->lines, &start, &end);
}

static void
scroll_to (TdPlanTextPane *self, const GtkTextIter *iter)
{
  gtk_text_buffer_place_cursor (get_buffer (self), iter);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (get_buffer (self)), 0, TRUE, 0, FROM_TOP);
}

/**
 * td_plan_text_pane_mark:
 * @self: a pane
 * @start: where words begin, in bytes of the review's text
 * @end: where they end; the same for none
 *
 * Marks words, and no others, and brings them into sight.
 */
void
td_plan_text_pane_mark (TdPlanTextPane *self, gsize start, gsize end)
{
  GtkTextIter from, to, first, last;

  clear_marks (self);
  if (start >= end)
    return;
  get_iter (self, start, &from);
  get_iter (self, end, &to);
  first = from;
  last = to;
  gtk_text_iter_set_line_offset (&first, 0);
  gtk_text_iter_forward_to_line_end (&last);
  gtk_text_buffer_apply_tag (get_buffer (self), self->lines, &first, &last);
  gtk_text_buffer_apply_tag (get_buffer (self), self->words, &from, &to);
  scroll_to (self, &from);
}

/**
 * td_plan_text_pane_show_lines:
 * @self: a pane
 * @first: the first line, from 1
 * @last: the last line
 *
 * Marks whole lines.
 */
void
td_plan_text_pane_show_lines (TdPlanTextPane *self, guint first, guint last)
{
  gsize start, end;

  td_word_finder_get_lines (td_plan_review_get_finder (self->review), first, last, &start, &end);
  td_plan_text_pane_mark (self, start, end);
}

/**
 * td_plan_text_pane_get_chosen:
 * @self: a pane
 * @start: (out): where the chosen words begin, in bytes of the review's text
 * @end: (out): where they end
 *
 * Returns: whether words are chosen
 */
gboolean
td_plan_text_pane_get_chosen (TdPlanTextPane *self, gsize *start, gsize *end)
{
  GtkTextIter from, to;

  if (self->review == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to))
    return FALSE;
  *start = get_offset (self, &from);
  *end = get_offset (self, &to);
  return TRUE;
}

/**
 * td_plan_text_pane_get_line:
 * @self: a pane
 *
 * Returns: the line of the cursor, from 1
 */
guint
td_plan_text_pane_get_line (TdPlanTextPane *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  return (guint) gtk_text_iter_get_line (&iter) + 1;
}

/**
 * td_plan_text_pane_focus:
 * @self: a pane
 *
 * Gives it the keyboard.
 */
void
td_plan_text_pane_focus (TdPlanTextPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
