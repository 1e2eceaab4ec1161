/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-grid"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-entry-grid-private.h"
#include "td-entry-paste.h"
#include "td-number.h"

/* Entry by hand: one line per nomination, typed without leaving the keyboard. A line is kept when
 * it is left and nothing blocks it; a cell of a line that is kept when the cell is left. */

G_DEFINE_FINAL_TYPE (TdEntryGrid, td_entry_grid, ADW_TYPE_BIN)

/* The row at @index, or NULL. */
TdEntryRow *
_td_entry_grid_get_row (TdEntryGrid *self, int index)
{
  return index >= 0 && index < (int) self->row_list->len ? g_ptr_array_index (self->row_list, index) : NULL;
}

/* Counted from 0. */
int
_td_entry_grid_index_of (TdEntryRow *row)
{
  return (int) td_entry_row_get_number (row) - 1;
}

static TdEntryRow *
find_row (TdEntryGrid *self, TdEntryLine *line)
{
  for (guint i = 0; i < self->row_list->len; i++)
    if (td_entry_row_get_line (_td_entry_grid_get_row (self, i)) == line)
      return _td_entry_grid_get_row (self, i);
  return NULL;
}

/* Showing */

static void
show_count (TdEntryGrid *self)
{
  g_autofree char *kept_number = td_number_to_display (td_entry_keeper_count_kept (self->keeper));
  guint unkept = td_entry_keeper_count_unkept (self->keeper);
  g_autofree char *unkept_number = td_number_to_display (unkept);
  g_autofree char *kept = g_strdup_printf (ngettext ("%s line kept", "%s lines kept", td_entry_keeper_count_kept (self->keeper)), kept_number);
  g_autofree char *left = g_strdup_printf (ngettext ("%s not kept yet", "%s not kept yet", unkept), unkept_number);
  g_autofree char *text = unkept > 0 ? g_strdup_printf ("%s · %s", kept, left) : g_strdup (kept);
  TdEntryLine *line = self->current != NULL ? td_entry_row_get_line (self->current) : NULL;

  gtk_label_set_label (self->count, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.clear", line != NULL && !td_entry_line_is_kept (line) && !td_entry_line_is_empty (line));
}

/* What the key that repeats would put in: the nearest value above. */
const char *
_td_entry_grid_get_above (TdEntryGrid *self, TdEntryRow *row, TdEntryColumn column)
{
  for (int i = _td_entry_grid_index_of (row) - 1; i >= 0; i--)
    {
      const char *text = td_entry_line_get_text (td_entry_row_get_line (_td_entry_grid_get_row (self, i)), column);

      if (*text != '\0')
        return text;
    }
  return NULL;
}

static void
show_hints (TdEntryGrid *self, TdEntryRow *row)
{
  static const TdEntryColumn hinted[] = { TD_ENTRY_POST, TD_ENTRY_UNIT, TD_ENTRY_AWARD_FORM, TD_ENTRY_ACHIEVEMENT };

  for (guint i = 0; i < G_N_ELEMENTS (hinted); i++)
    td_entry_cell_set_hint (td_entry_row_get_cell (row, hinted[i]), _td_entry_grid_get_above (self, row, hinted[i]));
}

static gboolean
show_cb (gpointer user_data)
{
  TdEntryGrid *self = user_data;

  self->show_id = 0;
  for (guint i = 0; i < self->row_list->len; i++)
    td_entry_row_show (_td_entry_grid_get_row (self, i));
  if (self->current != NULL)
    show_hints (self, self->current);
  show_count (self);
  return G_SOURCE_REMOVE;
}

static void
show_later (TdEntryGrid *self)
{
  if (self->show_id == 0)
    self->show_id = g_idle_add (show_cb, self);
}

/* Lines */

static void connect_row (TdEntryGrid *self, TdEntryRow *row);

static TdEntryRow *
add_row (TdEntryGrid *self)
{
  TdEntryLine *line = td_entry_keeper_add (self->keeper);
  TdEntryRow *row = TD_ENTRY_ROW (td_entry_row_new (line));

  g_ptr_array_add (self->row_list, row);
  td_entry_row_set_number (row, self->row_list->len);
  td_entry_row_set_form_shown (row, td_entry_head_is_form_in_lines (self->head));
  connect_row (self, row);
  gtk_box_append (self->rows, GTK_WIDGET (row));
  td_entry_row_show (row);
  return row;
}

/* The row at @index, made when it is not there. */
TdEntryRow *
_td_entry_grid_ensure_row (TdEntryGrid *self, int index)
{
  while ((int) self->row_list->len <= index)
    add_row (self);
  return _td_entry_grid_get_row (self, index);
}

/* There is always a line to go on in, and its input methods are there before it is gone to. */
static void
open_around (TdEntryGrid *self, TdEntryRow *row)
{
  int index = _td_entry_grid_index_of (row);

  if (!td_entry_line_is_empty (td_entry_row_get_line (row)))
    _td_entry_grid_ensure_row (self, index + 1);
  for (guint i = 0; i < self->row_list->len; i++)
    {
      TdEntryRow *other = _td_entry_grid_get_row (self, i);

      td_entry_row_set_open (other, ABS ((int) i - index) <= 1 || other == self->previous);
    }
}

/* Opens the row when need be; whether the cell could be gone to. */
gboolean
_td_entry_grid_go_to (TdEntryGrid *self, TdEntryRow *row, TdEntryColumn column)
{
  if (row == NULL)
    return FALSE;
  td_entry_completion_close (self->completion);
  td_entry_row_set_open (row, TRUE);
  return td_entry_cell_focus (td_entry_row_get_cell (row, column));
}

/* The first empty cell, else the name. */
TdEntryColumn
_td_entry_grid_first_to_fill (TdEntryGrid *self, TdEntryRow *row)
{
  for (TdEntryColumn column = TD_ENTRY_NAME; column < TD_ENTRY_N_COLUMNS; column++)
    if (*td_entry_line_get_text (td_entry_row_get_line (row), column) == '\0' && (column != TD_ENTRY_AWARD_FORM || td_entry_head_is_form_in_lines (self->head)))
      return column;
  return TD_ENTRY_NAME;
}

/* Keeps the line of a row, when that is wanted and nothing is being composed in it. */
void
_td_entry_grid_keep (TdEntryGrid *self, TdEntryRow *row)
{
  if (row != NULL && !td_entry_row_is_composing (row))
    td_entry_keeper_keep (self->keeper, td_entry_row_get_line (row), td_entry_head_get_common (self->head));
}

/* When the focus has come to rest: a line is left only when another one is gone to. */
static gboolean
keep_cb (gpointer user_data)
{
  TdEntryGrid *self = user_data;

  self->keep_id = 0;
  if (self->previous != NULL && self->previous != self->current)
    _td_entry_grid_keep (self, self->previous);
  return G_SOURCE_REMOVE;
}

static void
keep_later (TdEntryGrid *self)
{
  if (self->keep_id == 0)
    self->keep_id = g_idle_add (keep_cb, self);
}

/* Cells */

static void
set_cell (TdEntryGrid *self, TdEntryLine *line, TdEntryColumn column, const char *text)
{
  g_autofree char *before = g_strdup (td_entry_line_get_text (line, column));

  if (!td_entry_line_set_text (line, column, text))
    return;
  td_entry_steps_add (self->steps, line, column, before, text);
  td_entry_line_set_wanted (line, TRUE);
}

static void
entered_cb (TdEntryGrid *self, TdEntryColumn column, TdEntryRow *row)
{
  self->column = column;
  td_entry_completion_close (self->completion);
  if (self->current == row)
    return;
  if (self->current != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->current), "td-entry-current");
  self->previous = self->current;
  self->current = row;
  gtk_widget_add_css_class (GTK_WIDGET (row), "td-entry-current");
  open_around (self, row);
  show_hints (self, row);
  keep_later (self);
  show_later (self);
}

/* What has been typed is now what the line says; not while it is still being composed. */
void
_td_entry_grid_commit (TdEntryGrid *self, TdEntryColumn column, TdEntryRow *row)
{
  TdEntryLine *line = td_entry_row_get_line (row);
  g_autofree char *typed = g_strdup (td_entry_cell_get_typed (td_entry_row_get_cell (row, column)));
  g_autofree char *text = td_entry_words_spell (td_entry_keeper_get_words (self->keeper), column, typed);

  if (td_entry_cell_is_composing (td_entry_row_get_cell (row, column)))
    return;
  td_entry_steps_begin (self->steps);
  set_cell (self, line, column, text);
  td_entry_steps_end (self->steps);
  td_entry_cell_set_typed (td_entry_row_get_cell (row, column), text, TRUE);
  if (_td_entry_grid_index_of (row) == (int) self->row_list->len - 1 && !td_entry_line_is_empty (line))
    td_entry_row_set_open (add_row (self), TRUE);
}

static void
left_cb (TdEntryGrid *self, TdEntryColumn column, TdEntryRow *row)
{
  if (self->taking)
    return;
  if (self->current == row && self->column == column)
    td_entry_completion_close (self->completion);
  _td_entry_grid_commit (self, column, row);
  if (td_entry_line_is_kept (td_entry_row_get_line (row)) || row != self->current)
    _td_entry_grid_keep (self, row);
  show_later (self);
}

/* A closed line is opened where it is clicked. */
static void
pressed_cb (TdEntryGrid *self, int n_press, double x, double y, GtkGesture *gesture)
{
  TdEntryRow *row = TD_ENTRY_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));

  if (td_entry_row_is_open (row))
    return;
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_child_visible (GTK_WIDGET (td_entry_row_get_cell (row, i))) && gtk_widget_compute_bounds (GTK_WIDGET (td_entry_row_get_cell (row, i)), GTK_WIDGET (row), &bounds) && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y)))
        {
          _td_entry_grid_go_to (self, row, i);
          return;
        }
    }
}

/* Blocks */

static void
block_cb (TdEntryGrid *self, TdEntryColumn column, const char *text, TdEntryRow *row)
{
  gboolean more;
  g_autoptr (GPtrArray) lines = td_entry_paste_split (text, &more);
  gboolean with_form = td_entry_head_is_form_in_lines (self->head);
  int first = _td_entry_grid_index_of (row);

  td_entry_steps_begin (self->steps);
  for (guint i = 0; i < lines->len; i++)
    {
      TdEntryLine *line = td_entry_row_get_line (_td_entry_grid_ensure_row (self, first + i));
      char **cells = g_ptr_array_index (lines, i);
      TdEntryColumn to = column;

      for (guint j = 0; cells[j] != NULL && to < TD_ENTRY_N_COLUMNS; j++, to++)
        {
          g_autofree char *spelled = NULL;

          to += to == TD_ENTRY_AWARD_FORM && !with_form;
          spelled = td_entry_words_spell (td_entry_keeper_get_words (self->keeper), to, cells[j]);
          set_cell (self, line, to, spelled);
        }
      if (td_entry_line_is_kept (line))
        _td_entry_grid_keep (self, _td_entry_grid_get_row (self, first + i));
    }
  td_entry_steps_end (self->steps);
  _td_entry_grid_ensure_row (self, first + lines->len);
  if (more)
    {
      g_autofree char *told = g_strdup_printf (_ ("Only the first %u lines were taken; import a longer list from its file."), lines->len);

      td_session_tell (td_entry_keeper_get_session (self->keeper), told);
    }
  td_entry_cell_set_typed (td_entry_row_get_cell (row, column), td_entry_line_get_text (td_entry_row_get_line (row), column), TRUE);
  show_later (self);
}

static void
connect_row (TdEntryGrid *self, TdEntryRow *row)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "typed", G_CALLBACK (_td_entry_grid_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "accepted", G_CALLBACK (_td_entry_grid_accepted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edge", G_CALLBACK (_td_entry_grid_edge), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "block", G_CALLBACK (block_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), GTK_EVENT_CONTROLLER (click));
}

/* Undo */

static void
show_place (TdEntryGrid *self, TdEntryLine *line, TdEntryColumn column)
{
  TdEntryRow *row = find_row (self, line);

  _td_entry_grid_go_to (self, row, column);
  td_entry_cell_set_typed (td_entry_row_get_cell (row, column), td_entry_line_get_text (line, column), TRUE);
  show_later (self);
}

static gboolean
step_cells (TdEntryGrid *self, const TdEntryStep *step, gboolean redo)
{
  TdEntryChange *first = NULL;

  for (guint i = 0; i < step->changes->len; i++)
    {
      TdEntryChange *change = g_ptr_array_index (step->changes, i);
      const char *from = redo ? change->before : change->after;

      if (!g_str_equal (td_entry_line_get_text (change->line, change->column), from))
        continue;
      td_entry_line_set_text (change->line, change->column, redo ? change->after : change->before);
      if (redo)
        td_entry_line_set_wanted (change->line, TRUE);
      td_entry_cell_set_typed (td_entry_row_get_cell (find_row (self, change->line), change->column), redo ? change->after : change->before, TRUE);
      if (first == NULL)
        first = change;
    }
  if (first != NULL)
    show_place (self, first->line, first->column);
  return first != NULL;
}

/* What was undone elsewhere already is passed over. */
static gboolean
step_office (TdEntryGrid *self, const TdEntryStep *step, gboolean redo)
{
  if (step->keeps && td_entry_line_is_kept (step->line) == redo)
    return FALSE;
  td_session_undo (td_entry_keeper_get_session (self->keeper), redo);
  show_place (self, step->line, step->column);
  return TRUE;
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdEntryGrid *self = TD_ENTRY_GRID (widget);
  gboolean redo = g_str_equal (name, "entry.redo");
  const TdEntryStep *step;
  g_autofree char *typed = self->current != NULL ? g_strdup (td_entry_cell_get_typed (td_entry_row_get_cell (self->current, self->column))) : NULL;

  if (td_entry_keeper_is_busy (self->keeper))
    return; /* what is on its way is undone when it has arrived */
  if (typed != NULL && (redo || !g_str_equal (typed, td_entry_line_get_text (td_entry_row_get_line (self->current), self->column))) && gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL)
    {
      if (td_entry_cell_undo_typing (td_entry_row_get_cell (self->current, self->column), redo) || (!redo && _td_entry_grid_take_typing_back (self)))
        return;
    }
  while ((step = redo ? td_entry_steps_forward (self->steps) : td_entry_steps_back (self->steps)) != NULL)
    if (step->changes != NULL ? step_cells (self, step, redo) : step_office (self, step, redo))
      return;
  gtk_widget_activate_action (widget, redo ? "win.redo" : "win.undo", NULL);
}

/* Actions */

static void
keep_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdEntryGrid *self = TD_ENTRY_GRID (widget);

  if (self->current != NULL)
    _td_entry_grid_commit (self, self->column, self->current);
  for (guint i = 0; i < self->row_list->len; i++)
    _td_entry_grid_keep (self, _td_entry_grid_get_row (self, i));
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdEntryGrid *self = TD_ENTRY_GRID (widget);
  TdEntryLine *line = self->current != NULL ? td_entry_row_get_line (self->current) : NULL;

  if (line == NULL || td_entry_line_is_kept (line))
    return;
  td_entry_steps_begin (self->steps);
  for (TdEntryColumn column = TD_ENTRY_NAME; column < TD_ENTRY_N_COLUMNS; column++)
    {
      set_cell (self, line, column, "");
      td_entry_cell_set_typed (td_entry_row_get_cell (self->current, column), "", TRUE);
    }
  td_entry_steps_end (self->steps);
  td_entry_line_set_findings (line, NULL);
  _td_entry_grid_go_to (self, self->current, TD_ENTRY_NAME);
  show_later (self);
}

static void
head_changed_cb (TdEntryGrid *self)
{
  gboolean shown = td_entry_head_is_form_in_lines (self->head);

  td_entry_row_set_form_shown (TD_ENTRY_ROW (self->title_row), shown);
  for (guint i = 0; i < self->row_list->len; i++)
    td_entry_row_set_form_shown (_td_entry_grid_get_row (self, i), shown);
}

static void
taken_cb (TdEntryGrid *self, TdEntryLine *line, gboolean keeps)
{
  td_entry_steps_taken (self->steps, line, keeps);
}

static void
ready_cb (TdEntryGrid *self)
{
  TdNomination *last = td_entry_words_get_last (td_entry_keeper_get_words (self->keeper));

  if (!self->begun)
    td_entry_head_set_like (self->head, last, self->plan_id);
  self->begun = TRUE;
}

static void
td_entry_grid_dispose (GObject *object)
{
  TdEntryGrid *self = TD_ENTRY_GRID (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (self->keeper != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->keeper, self);
      td_entry_keeper_stop (self->keeper);
    }
  self->current = self->previous = NULL;
  for (guint i = 0; self->row_list != NULL && i < self->row_list->len; i++)
    g_signal_handlers_disconnect_by_data (_td_entry_grid_get_row (self, i), self);
  g_clear_pointer (&self->row_list, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_ENTRY_GRID);
  G_OBJECT_CLASS (td_entry_grid_parent_class)->dispose (object);
}

static void
td_entry_grid_finalize (GObject *object)
{
  TdEntryGrid *self = TD_ENTRY_GRID (object);

  g_clear_object (&self->keeper);
  g_clear_pointer (&self->steps, td_entry_steps_free);
  g_free (self->asked_name);
  G_OBJECT_CLASS (td_entry_grid_parent_class)->finalize (object);
}

static void
td_entry_grid_class_init (TdEntryGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_entry_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_entry_grid_finalize;
  gtk_widget_class_install_action (widget_class, "entry.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "entry.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "entry.keep-all", NULL, keep_all_action);
  gtk_widget_class_install_action (widget_class, "entry.clear", NULL, clear_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "entry.keep-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "entry.clear", NULL);
  g_type_ensure (TD_TYPE_PAGE_HEADER);
  g_type_ensure (TD_TYPE_ENTRY_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-entry-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, TdEntryGrid, header);
  gtk_widget_class_bind_template_child (widget_class, TdEntryGrid, head);
  gtk_widget_class_bind_template_child (widget_class, TdEntryGrid, overlay);
  gtk_widget_class_bind_template_child (widget_class, TdEntryGrid, titles);
  gtk_widget_class_bind_template_child (widget_class, TdEntryGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, TdEntryGrid, rows);
  gtk_widget_class_bind_template_child (widget_class, TdEntryGrid, count);
  gtk_widget_class_bind_template_callback (widget_class, head_changed_cb);
}

static void
td_entry_grid_init (TdEntryGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->row_list = g_ptr_array_new ();
  self->steps = td_entry_steps_new ();
  self->title_row = td_entry_row_new_head ();
  gtk_scrolled_window_set_child (self->titles, self->title_row);
  gtk_scrolled_window_set_hadjustment (self->titles, gtk_scrolled_window_get_hadjustment (self->scroller));
  self->completion = g_object_new (TD_TYPE_ENTRY_COMPLETION, NULL);
  td_entry_completion_attach (self->completion, self->overlay);
  g_signal_connect_object (self->completion, "taken", G_CALLBACK (_td_entry_grid_take_offer), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (_td_entry_grid_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->rows), keys);
}

/**
 * td_entry_grid_new:
 * @session: where the nominations are
 *
 * Returns: a grid without lines
 */
GtkWidget *
td_entry_grid_new (TdSession *session)
{
  TdEntryGrid *self = g_object_new (TD_TYPE_ENTRY_GRID, NULL);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (back, _ ("Back to the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back to the list"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "page.list");
  td_page_header_pack_start (self->header, back);
  td_page_header_set_session (self->header, session);
  td_page_header_set_title (self->header, _ ("Entry by Hand"), NULL);
  td_entry_head_set_session (self->head, session);
  self->keeper = td_entry_keeper_new (session);
  g_signal_connect_object (self->keeper, "shown", G_CALLBACK (show_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "taken", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * td_entry_grid_begin:
 * @self: a grid that is now seen
 * @plan_id: the plan that is looked at, 0 for none
 *
 * Goes to the line to be filled next.
 */
void
td_entry_grid_begin (TdEntryGrid *self, gint64 plan_id)
{
  TdEntryRow *row;

  self->plan_id = plan_id;
  td_entry_keeper_ask_words (self->keeper);
  row = _td_entry_grid_ensure_row (self, MAX (0, (int) self->row_list->len - 1));
  _td_entry_grid_go_to (self, self->current != NULL ? self->current : row, self->current != NULL ? self->column : TD_ENTRY_NAME);
  show_later (self);
}

/**
 * td_entry_grid_finish:
 * @self: a grid
 * @busy: (out): whether lines are on their way, so that this is to be asked again
 *
 * Keeps the line that is being entered.
 *
 * Returns: how many lines say what is not in the office file
 */
guint
td_entry_grid_finish (TdEntryGrid *self, gboolean *busy)
{
  if (self->current != NULL && !td_entry_keeper_is_busy (self->keeper))
    _td_entry_grid_keep (self, self->current);
  *busy = td_entry_keeper_is_busy (self->keeper);
  return td_entry_keeper_count_unkept (self->keeper);
}
