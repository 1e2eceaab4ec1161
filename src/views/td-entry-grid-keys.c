/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-grid-keys"

#include "config.h"

#include <string.h>

#include "td-entry-grid-private.h"

/* The keys of entry by hand: going from cell to cell, repeating, and what is offered while a cell is
 * typed in. Keys reach the input method first, then the entry, and only what both leave comes here:
 * nothing cuts what is being composed. */

/* Offers */

static void
offer (TdEntryGrid *self, GPtrArray *offers, gboolean first)
{
  td_entry_completion_offer (self->completion, GTK_WIDGET (td_entry_row_get_cell (self->current, self->column)), offers, first);
}

static void ask_subjects (TdEntryGrid *self, const char *name);

static void
subjects_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdEntryGrid *self = owner;
  g_autofree char *asked = g_steal_pointer (&self->asked_name);
  g_autofree char *typed = NULL;
  g_autoptr (GPtrArray) offers = NULL;

  if (self->current == NULL || self->column != TD_ENTRY_NAME || td_entry_keeper_get_session (self->keeper) == NULL)
    return;
  typed = g_strdup (td_entry_cell_get_typed (td_entry_row_get_cell (self->current, TD_ENTRY_NAME)));
  if (self->ask_again)
    {
      ask_subjects (self, typed);
      return;
    }
  if (error != NULL || !g_str_equal (asked, typed) || td_entry_row_is_composing (self->current))
    return;
  offers = td_entry_subjects_offer (job);
  offer (self, offers, FALSE);
}

/* A name of one word finds too many. */
static void
ask_subjects (TdEntryGrid *self, const char *name)
{
  const char *kind = td_entry_words_find_choice (td_choices_subject_kind, td_entry_line_get_text (td_entry_row_get_line (self->current), TD_ENTRY_KIND));

  self->ask_again = self->asked_name != NULL;
  if (self->ask_again || td_entry_line_is_kept (td_entry_row_get_line (self->current)))
    return;
  if (strchr (name, ' ') == NULL)
    {
      td_entry_completion_close (self->completion);
      return;
    }
  self->asked_name = g_strdup (name);
  td_session_run (td_entry_keeper_get_session (self->keeper), td_entry_subjects_job (name, kind), TD_RUN_QUIET, subjects_cb, self);
}

static void
offer_for_typed (TdEntryGrid *self, gboolean all)
{
  g_autofree char *typed = g_strdup (td_entry_cell_get_typed (td_entry_row_get_cell (self->current, self->column)));
  TdEntryWords *words = td_entry_keeper_get_words (self->keeper);
  g_autoptr (GPtrArray) offers = NULL;
  g_autofree char *meant = td_entry_words_spell (words, self->column, typed);

  if (self->column == TD_ENTRY_NAME)
    {
      ask_subjects (self, typed);
      return;
    }
  if (!all && (*typed == '\0' || self->column == TD_ENTRY_KIND || self->column == TD_ENTRY_SEX))
    {
      td_entry_completion_close (self->completion);
      return;
    }
  offers = td_entry_words_complete (words, self->column, typed);
  if (all && offers->len == 0)
    {
      g_ptr_array_unref (offers);
      offers = td_entry_words_complete (words, self->column, "");
    }
  /* A unit has to be one of those there are: the first is proposed, unless what is typed names one. */
  offer (self, offers, all || ((self->column == TD_ENTRY_UNIT || self->column == TD_ENTRY_AWARD_FORM) && g_str_equal (meant, typed)));
}

/* A cell is being typed in: what it may become is offered. */
void
_td_entry_grid_typed (TdEntryGrid *self, TdEntryColumn column, TdEntryRow *row)
{
  if (!self->taking && row == self->current && column == self->column)
    offer_for_typed (self, FALSE);
}

/* The offer gone to or proposed stands in the cell. A subject fills the cells that are empty. */
void
_td_entry_grid_take_offer (TdEntryGrid *self)
{
  const TdEntryOffer *chosen = td_entry_completion_get (self->completion);
  TdEntryLine *line = self->current != NULL ? td_entry_row_get_line (self->current) : NULL;

  if (chosen == NULL || line == NULL)
    return;
  self->taking = TRUE;
  if (chosen->subject != NULL && !td_entry_line_is_kept (line))
    {
      g_autofree char *before[TD_ENTRY_N_COLUMNS] = { NULL };

      for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
        before[i] = g_strdup (td_entry_line_get_text (line, i));
      td_entry_line_take_subject (line, chosen->subject);
      td_entry_line_set_wanted (line, TRUE);
      td_entry_steps_begin (self->steps);
      for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
        if (!g_str_equal (before[i], td_entry_line_get_text (line, i)))
          td_entry_steps_add (self->steps, line, i, before[i], td_entry_line_get_text (line, i));
      td_entry_steps_end (self->steps);
      for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
        g_free (g_steal_pointer (&before[i]));
      td_entry_cell_set_typed (td_entry_row_get_cell (self->current, TD_ENTRY_NAME), chosen->subject->name, TRUE);
      td_entry_row_show (self->current);
    }
  else
    td_entry_cell_set_typed (td_entry_row_get_cell (self->current, self->column), chosen->text, FALSE);
  self->taking = FALSE;
  td_entry_completion_close (self->completion);
}

/* Moving */

void
_td_entry_grid_accepted (TdEntryGrid *self, TdEntryColumn column, TdEntryRow *row)
{
  gboolean chosen = td_entry_completion_is_chosen (self->completion);
  TdEntryRow *next;

  _td_entry_grid_take_offer (self);
  if (chosen)
    return;
  _td_entry_grid_commit (self, column, row);
  next = td_entry_row_is_composing (row) ? _td_entry_grid_ensure_row (self, _td_entry_grid_index_of (row) + 1) : _td_entry_grid_get_row (self, _td_entry_grid_index_of (row) + 1);
  if (next != NULL)
    _td_entry_grid_go_to (self, next, _td_entry_grid_first_to_fill (self, next));
}

/* By cells, over the ends of lines. */
static gboolean
move (TdEntryGrid *self, int by)
{
  int column = (int) self->column + by;
  int index = _td_entry_grid_index_of (self->current);

  if (column == TD_ENTRY_AWARD_FORM && !td_entry_head_is_form_in_lines (self->head))
    column += by;
  if (column < 0)
    return _td_entry_grid_go_to (self, _td_entry_grid_get_row (self, index - 1), TD_ENTRY_N_COLUMNS - 1);
  if (column < TD_ENTRY_N_COLUMNS)
    return _td_entry_grid_go_to (self, self->current, column);
  if (_td_entry_grid_get_row (self, index + 1) == NULL)
    return FALSE;
  return _td_entry_grid_go_to (self, _td_entry_grid_get_row (self, index + 1), _td_entry_grid_first_to_fill (self, _td_entry_grid_get_row (self, index + 1)));
}

/* Left or Right at the end of a text. */
void
_td_entry_grid_edge (TdEntryGrid *self, TdEntryColumn column, int by, TdEntryRow *row)
{
  if (row == self->current && column == self->column)
    move (self, by);
}

static gboolean
repeat (TdEntryGrid *self)
{
  const char *above = _td_entry_grid_get_above (self, self->current, self->column);

  if (above == NULL)
    return FALSE;
  self->taking = TRUE;
  td_entry_cell_set_typed (td_entry_row_get_cell (self->current, self->column), above, FALSE);
  self->taking = FALSE;
  td_entry_completion_close (self->completion);
  return TRUE;
}

/* Closes the offers, or lets the cell say what it said before it was typed in. */
gboolean
_td_entry_grid_take_typing_back (TdEntryGrid *self)
{
  g_autofree char *typed = g_strdup (td_entry_cell_get_typed (td_entry_row_get_cell (self->current, self->column)));
  const char *text = td_entry_line_get_text (td_entry_row_get_line (self->current), self->column);

  if (td_entry_completion_is_open (self->completion))
    {
      td_entry_completion_close (self->completion);
      return TRUE;
    }
  if (g_str_equal (typed, text))
    return FALSE;
  td_entry_cell_set_typed (td_entry_row_get_cell (self->current, self->column), text, TRUE);
  return TRUE;
}

/* Also a line whose keeping was undone. */
static void
keep_now (TdEntryGrid *self)
{
  _td_entry_grid_commit (self, self->column, self->current);
  td_entry_line_set_wanted (td_entry_row_get_line (self->current), TRUE);
  _td_entry_grid_keep (self, self->current);
}

static gboolean
arrow (TdEntryGrid *self, int by)
{
  if (!td_entry_completion_is_open (self->completion))
    return _td_entry_grid_go_to (self, _td_entry_grid_get_row (self, _td_entry_grid_index_of (self->current) + by), self->column);
  td_entry_completion_move (self->completion, by);
  return TRUE;
}

/* What neither the input method nor the entry has used. */
gboolean
_td_entry_grid_key (TdEntryGrid *self, guint keyval, guint keycode, GdkModifierType state)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const gboolean plain = modifiers == 0, shift = modifiers == GDK_SHIFT_MASK, ctrl = modifiers == GDK_CONTROL_MASK;

  if (self->current == NULL)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      if (plain)
        _td_entry_grid_take_offer (self);
      return plain ? move (self, 1) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_ISO_Left_Tab:
      return shift ? move (self, -1) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (ctrl)
        keep_now (self);
      return shift ? _td_entry_grid_go_to (self, _td_entry_grid_get_row (self, _td_entry_grid_index_of (self->current) - 1), self->column) : ctrl;
    case GDK_KEY_Up:
      return plain ? arrow (self, -1) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_Down:
    case GDK_KEY_F4:
      if (keyval == GDK_KEY_Down && plain)
        return arrow (self, 1);
      if (keyval == GDK_KEY_F4 ? !plain : modifiers != GDK_ALT_MASK)
        return GDK_EVENT_PROPAGATE;
      offer_for_typed (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      return plain ? _td_entry_grid_take_typing_back (self) : GDK_EVENT_PROPAGATE;
    case GDK_KEY_d:
    case GDK_KEY_D:
    case GDK_KEY_apostrophe:
      return ctrl ? repeat (self) : GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}
