/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-display.h"
#include "td-entry-row.h"

/* One line of entry by hand: its number and state, its cells, and what was found in it. */

#define CELL_SPACE 16 /* left and right of a cell's text */

static const struct
{
  const char *label;
  int chars;  /* least width */
  int weight; /* share of what is left */
} columns[TD_ENTRY_N_COLUMNS] = {
  [TD_ENTRY_KIND] = { N_ ("Kind"), 9, 0 },
  [TD_ENTRY_NAME] = { N_ ("Name"), 20, 3 },
  [TD_ENTRY_BIRTH] = { N_ ("Born"), 10, 0 },
  [TD_ENTRY_SEX] = { N_ ("Sex"), 8, 0 },
  [TD_ENTRY_CITIZEN_ID] = { N_ ("Citizen id"), 12, 0 },
  [TD_ENTRY_POST] = { N_ ("Post"), 12, 2 },
  [TD_ENTRY_UNIT] = { N_ ("Unit"), 16, 3 },
  [TD_ENTRY_AWARD_FORM] = { N_ ("Award form"), 11, 1 },
  [TD_ENTRY_ACHIEVEMENT] = { N_ ("Wording on the certificate"), 18, 4 },
};

struct _TdEntryRow
{
  GtkWidget parent_instance;

  TdEntryLine *line; /* NULL in the head */
  guint number;
  gboolean form_shown;
  GtkWidget *state;
  GtkWidget *state_icon;
  GtkWidget *number_label;
  TdEntryCell *cells[TD_ENTRY_N_COLUMNS];
  GtkWidget *findings;
  const char *shown_word; /* of its state */
  guint shown_number;
  GPtrArray *shown_findings; /* (nullable) */
  gboolean open;
};

enum
{
  ENTERED,
  LEFT,
  TYPED,
  ACCEPTED,
  EDGE,
  BLOCK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdEntryRow, td_entry_row, GTK_TYPE_WIDGET)

/* Layout: all rows divide the same width in the same way, without asking each other. */

static int
text_width (TdEntryRow *self, int chars)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                      pango_font_metrics_get_approximate_digit_width (metrics))
                                 * chars);

  pango_font_metrics_unref (metrics);
  return width;
}

static gboolean
is_shown (TdEntryRow *self, guint column)
{
  return column != TD_ENTRY_AWARD_FORM || self->form_shown;
}

static int
state_width (TdEntryRow *self)
{
  return text_width (self, 4) + 16 + CELL_SPACE;
}

static int
least_width (TdEntryRow *self, guint column)
{
  return is_shown (self, column) ? text_width (self, columns[column].chars) + CELL_SPACE : 0;
}

static int
total_width (TdEntryRow *self, int *weights)
{
  int width = state_width (self);

  *weights = 0;
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    {
      width += least_width (self, i);
      *weights += is_shown (self, i) ? columns[i].weight : 0;
    }
  return width;
}

static int
line_height (TdEntryRow *self)
{
  int height = 0, child;

  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    {
      gtk_widget_measure (GTK_WIDGET (self->cells[i]), GTK_ORIENTATION_VERTICAL, -1, &child, NULL, NULL, NULL);
      height = MAX (height, child);
    }
  gtk_widget_measure (self->state, GTK_ORIENTATION_VERTICAL, -1, &child, NULL, NULL, NULL);
  return MAX (height, child);
}

static void
td_entry_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  TdEntryRow *self = TD_ENTRY_ROW (widget);
  int weights, findings = 0, least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
        gtk_widget_measure (GTK_WIDGET (self->cells[i]), orientation, -1, &least, NULL, NULL, NULL);
      *minimum = *natural = total_width (self, &weights);
      return;
    }
  if (gtk_widget_get_visible (self->findings))
    gtk_widget_measure (self->findings, orientation, MAX (for_size, total_width (self, &weights)) - state_width (self), &findings, NULL, NULL, NULL);
  *minimum = *natural = line_height (self) + findings;
}

static void
td_entry_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TdEntryRow *self = TD_ENTRY_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int weights;
  int spare = MAX (0, width - total_width (self, &weights));
  int line = line_height (self);
  int x = state_width (self);

  gtk_widget_size_allocate (self->state, &(GtkAllocation){ rtl ? width - x : 0, 0, x, line }, -1);
  if (gtk_widget_get_visible (self->findings))
    gtk_widget_size_allocate (self->findings, &(GtkAllocation){ rtl ? 0 : x, line, width - x, MAX (1, height - line) }, -1);
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    {
      int share = weights > 0 && is_shown (self, i) ? spare * columns[i].weight / weights : 0;
      int cell = least_width (self, i) + share;

      if (!is_shown (self, i))
        continue;
      gtk_widget_size_allocate (GTK_WIDGET (self->cells[i]), &(GtkAllocation){ rtl ? width - x - cell : x, 0, cell, line }, -1);
      x += cell;
    }
}

/* Cells: what they tell is told on with their column. */

static guint
column_of (TdEntryCell *cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "td-column"));
}

static void
entered_cb (TdEntryRow *self, TdEntryCell *cell)
{
  g_signal_emit (self, signals[ENTERED], 0, column_of (cell));
}

static void
left_cb (TdEntryRow *self, TdEntryCell *cell)
{
  g_signal_emit (self, signals[LEFT], 0, column_of (cell));
}

static void
typed_cb (TdEntryRow *self, TdEntryCell *cell)
{
  g_signal_emit (self, signals[TYPED], 0, column_of (cell));
}

static void
accepted_cb (TdEntryRow *self, TdEntryCell *cell)
{
  g_signal_emit (self, signals[ACCEPTED], 0, column_of (cell));
}

static void
edge_cb (TdEntryRow *self, int by, TdEntryCell *cell)
{
  g_signal_emit (self, signals[EDGE], 0, column_of (cell), by);
}

static void
block_cb (TdEntryRow *self, const char *text, TdEntryCell *cell)
{
  g_signal_emit (self, signals[BLOCK], 0, column_of (cell), text);
}

static TdEntryCell *
make_cell (TdEntryRow *self, guint column)
{
  GtkWidget *cell = td_entry_cell_new ();

  g_object_set_data (G_OBJECT (cell), "td-column", GUINT_TO_POINTER (column));
  g_signal_connect_object (cell, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "edge", G_CALLBACK (edge_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "block", G_CALLBACK (block_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  return TD_ENTRY_CELL (cell);
}

/* State and findings */

static void
show_state (TdEntryRow *self)
{
  const char *icon = NULL;
  const char *word = NULL;
  GPtrArray *findings = td_entry_line_get_findings (self->line);
  g_autofree char *name = NULL;

  if (findings != NULL && td_findings_block (findings) && td_entry_line_is_wanted (self->line))
    {
      icon = td_display_severity_icon (TD_SEVERITY_BLOCK);
      word = _ ("Not kept yet: something stands in the way");
    }
  else if (td_entry_line_is_kept (self->line) && !td_entry_line_is_wanted (self->line))
    {
      icon = "emblem-ok-symbolic";
      word = _ ("Kept");
    }
  else if (!td_entry_line_is_empty (self->line))
    {
      icon = "document-edit-symbolic";
      word = _ ("Not kept yet");
    }
  if (self->shown_word == word && self->shown_number == self->number)
    return;
  self->shown_word = word;
  self->shown_number = self->number;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon), icon);
  gtk_widget_set_tooltip_text (self->state, word);
  name = word != NULL ? g_strdup_printf (_ ("Line %u: %s"), self->number, word) : g_strdup_printf (_ ("Line %u"), self->number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_icon), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_finding (const TdFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (td_display_severity_icon (finding->severity));
  GtkWidget *label = gtk_label_new (finding->text);

  gtk_widget_add_css_class (icon, td_display_severity_class (finding->severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, td_display_severity_word (finding->severity), -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
show_findings (TdEntryRow *self)
{
  GPtrArray *findings = td_entry_line_get_findings (self->line);
  gboolean blocked[TD_ENTRY_N_COLUMNS + 1] = { FALSE };
  GtkWidget *child;

  if (self->shown_findings == findings)
    return;
  g_clear_pointer (&self->shown_findings, g_ptr_array_unref);
  self->shown_findings = findings != NULL ? g_ptr_array_ref (findings) : NULL;
  while ((child = gtk_widget_get_first_child (self->findings)) != NULL)
    gtk_box_remove (GTK_BOX (self->findings), child);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      gtk_box_append (GTK_BOX (self->findings), make_finding (finding));
      if (finding->severity == TD_SEVERITY_BLOCK)
        blocked[td_entry_line_find_column (finding)] = TRUE;
    }
  gtk_widget_set_visible (self->findings, findings != NULL && findings->len > 0);
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    td_entry_cell_set_blocked (self->cells[i], blocked[i]);
}

static void
td_entry_row_dispose (GObject *object)
{
  TdEntryRow *self = TD_ENTRY_ROW (object);

  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    if (self->cells[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->cells[i], self);
        gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->cells[i])));
      }
  g_clear_pointer (&self->state, gtk_widget_unparent);
  g_clear_pointer (&self->findings, gtk_widget_unparent);
  g_clear_pointer (&self->shown_findings, g_ptr_array_unref);
  g_clear_object (&self->line);
  G_OBJECT_CLASS (td_entry_row_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n, GType second)
{
  GType types[] = { G_TYPE_UINT, second };

  return g_signal_newv (name, TD_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE, n, types);
}

static void
td_entry_row_class_init (TdEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_entry_row_dispose;
  widget_class->measure = td_entry_row_measure;
  widget_class->size_allocate = td_entry_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "entryrow");

  /* All of them say in which column. Left: composing has come to its end. Accepted: Enter. Edge:
   * the caret was at the end of the text, then -1 or 1. Block: the cells pasted, as text. */
  signals[ENTERED] = new_signal ("entered", 1, 0);
  signals[LEFT] = new_signal ("left", 1, 0);
  signals[TYPED] = new_signal ("typed", 1, 0);
  signals[ACCEPTED] = new_signal ("accepted", 1, 0);
  signals[EDGE] = new_signal ("edge", 2, G_TYPE_INT);
  signals[BLOCK] = new_signal ("block", 2, G_TYPE_STRING);
}

static void
td_entry_row_init (TdEntryRow *self)
{
  self->state = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->state_icon = gtk_image_new ();
  self->number_label = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->number_label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->number_label), 1);
  gtk_widget_add_css_class (self->number_label, "numeric");
  gtk_widget_add_css_class (self->number_label, "dim-label");
  gtk_widget_add_css_class (self->state, "td-entry-state");
  gtk_box_append (GTK_BOX (self->state), self->state_icon);
  gtk_box_append (GTK_BOX (self->state), self->number_label);
  gtk_widget_set_parent (self->state, GTK_WIDGET (self));
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    self->cells[i] = make_cell (self, i);
  gtk_widget_set_child_visible (GTK_WIDGET (self->cells[TD_ENTRY_AWARD_FORM]), FALSE);
  self->findings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->findings, "td-entry-findings");
  gtk_widget_set_visible (self->findings, FALSE);
  gtk_widget_set_parent (self->findings, GTK_WIDGET (self));
}

/**
 * td_entry_row_new:
 * @line: what it shows
 *
 * Returns: a row, closed
 */
GtkWidget *
td_entry_row_new (TdEntryLine *line)
{
  TdEntryRow *self = g_object_new (TD_TYPE_ENTRY_ROW, NULL);

  self->line = g_object_ref (line);
  td_entry_row_show (self);
  return GTK_WIDGET (self);
}

/**
 * td_entry_row_new_head:
 *
 * Returns: the row of the headings
 */
GtkWidget *
td_entry_row_new_head (void)
{
  TdEntryRow *self = g_object_new (TD_TYPE_ENTRY_ROW, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), "td-entry-head");
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    td_entry_cell_show (self->cells[i], _ (columns[i].label));
  return GTK_WIDGET (self);
}

/**
 * td_entry_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL for the head
 */
TdEntryLine *
td_entry_row_get_line (TdEntryRow *self)
{
  return self->line;
}

/**
 * td_entry_row_set_number:
 * @self: a row
 * @number: counted from 1
 */
void
td_entry_row_set_number (TdEntryRow *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  self->number = number;
  gtk_label_set_label (GTK_LABEL (self->number_label), text);
}

/**
 * td_entry_row_get_number:
 * @self: a row
 *
 * Returns: its number, counted from 1
 */
guint
td_entry_row_get_number (TdEntryRow *self)
{
  return self->number;
}

/**
 * td_entry_row_set_form_shown:
 * @self: a row
 * @shown: whether each line has an award form of its own
 */
void
td_entry_row_set_form_shown (TdEntryRow *self, gboolean shown)
{
  self->form_shown = shown;
  gtk_widget_set_child_visible (GTK_WIDGET (self->cells[TD_ENTRY_AWARD_FORM]), shown);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * td_entry_row_set_open:
 * @self: a row
 * @open: whether its cells can be typed in
 */
void
td_entry_row_set_open (TdEntryRow *self, gboolean open)
{
  if (self->open == open)
    return;
  self->open = open;
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    {
      /* Translators: a column, then the number of a line */
      g_autofree char *name = g_strdup_printf (_ ("%s, line %u"), _ (columns[i].label), self->number);

      td_entry_cell_set_open (self->cells[i], open, name);
    }
  if (open)
    td_entry_row_show (self);
}

/**
 * td_entry_row_is_open:
 * @self: a row
 *
 * Returns: whether its cells can be typed in
 */
gboolean
td_entry_row_is_open (TdEntryRow *self)
{
  return self->open;
}

/**
 * td_entry_row_show:
 * @self: a row
 *
 * Shows what its line says. What is being typed stays.
 */
void
td_entry_row_show (TdEntryRow *self)
{
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    td_entry_cell_show (self->cells[i], td_entry_line_get_text (self->line, i));
  show_state (self);
  show_findings (self);
}

/**
 * td_entry_row_get_cell:
 * @self: a row
 * @column: one of its cells
 *
 * Returns: (transfer none): the cell
 */
TdEntryCell *
td_entry_row_get_cell (TdEntryRow *self, TdEntryColumn column)
{
  return self->cells[column];
}

/**
 * td_entry_row_is_composing:
 * @self: a row
 *
 * Returns: whether an input method has not yet given what was typed in one of its cells
 */
gboolean
td_entry_row_is_composing (TdEntryRow *self)
{
  for (guint i = 0; i < TD_ENTRY_N_COLUMNS; i++)
    if (td_entry_cell_is_composing (self->cells[i]))
      return TRUE;
  return FALSE;
}
