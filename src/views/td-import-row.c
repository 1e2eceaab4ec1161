/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choice-row.h"
#include "td-import-row.h"

/* What the details of a row of a list are made of: its values, which can be typed anew or chosen
 * from a closed list, and the ways to mend it. */

#define CELL_KEY "td-import-cell"

struct _TdImportRow
{
  AdwEntryRow parent_instance;

  TdListRole role;
  char *kept; /* what was there before somebody typed */
  GtkLabel *original;
};

enum
{
  TYPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportRow, td_import_row, ADW_TYPE_ENTRY_ROW)

static void
left_cb (TdImportRow *self)
{
  td_import_row_apply (self, FALSE);
}

static void
activated_cb (TdImportRow *self)
{
  td_import_row_apply (self, TRUE);
}

static void
td_import_row_finalize (GObject *object)
{
  g_free (TD_IMPORT_ROW (object)->kept);
  G_OBJECT_CLASS (td_import_row_parent_class)->finalize (object);
}

static void
td_import_row_class_init (TdImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_import_row_finalize;
  /**
   * TdImportRow::typed:
   * @text: the new value
   * @go_on: whether Enter was pressed, so that this row is done with
   */
  signals[TYPED] = g_signal_new ("typed", TD_TYPE_IMPORT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
td_import_row_init (TdImportRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->kept = g_strdup ("");
  self->original = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->original, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->original, 18);
  gtk_widget_add_css_class (GTK_WIDGET (self->original), "td-small");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->original), _ ("As the sender wrote it"));
  gtk_widget_set_visible (GTK_WIDGET (self->original), FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->original));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "entry-activated", G_CALLBACK (activated_cb), NULL);
  g_signal_connect (self, "apply", G_CALLBACK (activated_cb), NULL);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
}

/**
 * td_import_row_new:
 * @role: what is typed in it
 * @title: what it is called, translated
 *
 * Returns: a row that tells what was typed in it when it is left or Enter is pressed
 */
GtkWidget *
td_import_row_new (TdListRole role, const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  TdImportRow *self = g_object_new (TD_TYPE_IMPORT_ROW, "title", escaped, NULL);

  self->role = role;
  return GTK_WIDGET (self);
}

/**
 * td_import_row_set_value:
 * @self: a row
 * @value: (nullable): what is known; what is being typed stays
 */
void
td_import_row_set_value (TdImportRow *self, const char *value)
{
  gboolean dirty = !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), self->kept);

  g_free (self->kept);
  self->kept = g_strdup (value != NULL ? value : "");
  if (!dirty && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), self->kept))
    gtk_editable_set_text (GTK_EDITABLE (self), self->kept);
}

/**
 * td_import_row_set_original:
 * @self: a row with a value
 * @original: what it was read from; shown where it is something else
 */
void
td_import_row_set_original (TdImportRow *self, const char *original)
{
  gtk_label_set_label (self->original, original);
  gtk_widget_set_visible (GTK_WIDGET (self->original), *original != '\0' && !g_str_equal (original, self->kept));
}

/**
 * td_import_row_apply:
 * @self: a row
 * @go_on: whether this row is done with
 *
 * Tells what has been typed, if it was something.
 */
void
td_import_row_apply (TdImportRow *self, gboolean go_on)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (g_str_equal (text, self->kept))
    return;
  g_free (self->kept);
  self->kept = g_strdup (text);
  g_signal_emit (self, signals[TYPED], 0, self->kept, go_on);
}

/**
 * td_import_row_get_role:
 * @self: a row
 *
 * Returns: what is typed in it
 */
TdListRole
td_import_row_get_role (TdImportRow *self)
{
  return self->role;
}

/**
 * td_import_row_get_column:
 * @self: a row
 *
 * Returns: the cell of entry by hand that is completed in the same way; %TD_ENTRY_N_COLUMNS for none
 */
TdEntryColumn
td_import_row_get_column (TdImportRow *self)
{
  switch (self->role)
    {
    case TD_LIST_ROLE_UNIT: return TD_ENTRY_UNIT;
    case TD_LIST_ROLE_POST: return TD_ENTRY_POST;
    case TD_LIST_ROLE_AWARD_FORM: return TD_ENTRY_AWARD_FORM;
    default: return TD_ENTRY_N_COLUMNS;
    }
}

/* Only what is one text or one date can be typed; the rest is chosen or follows from others. */
static gboolean
can_type (TdListRole role)
{
  switch (role)
    {
    case TD_LIST_ROLE_NAME:
    case TD_LIST_ROLE_BIRTH:
    case TD_LIST_ROLE_CITIZEN_ID:
    case TD_LIST_ROLE_POST:
    case TD_LIST_ROLE_UNIT:
    case TD_LIST_ROLE_AWARD_FORM:
    case TD_LIST_ROLE_GIVER:
    case TD_LIST_ROLE_ACHIEVEMENT:
    case TD_LIST_ROLE_RESIDENCE:
    case TD_LIST_ROLE_PERIOD_FROM:
    case TD_LIST_ROLE_PERIOD_TO:
    case TD_LIST_ROLE_DECISION_NUMBER:
    case TD_LIST_ROLE_DECISION_DATE: return TRUE;
    default: return FALSE;
    }
}

/* What is one of a few words. */
static const TdChoice *
get_choices (TdListRole role)
{
  switch (role)
    {
    case TD_LIST_ROLE_KIND: return td_choices_subject_kind;
    case TD_LIST_ROLE_SEX: return td_choices_sex;
    case TD_LIST_ROLE_COMMENDATION_KIND: return td_choices_commendation_kind;
    default: return NULL;
    }
}

/* The first item says that nothing is known. */
static GtkWidget *
new_choice (const TdListCell *cell, const TdChoice *choices)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row = td_choice_row_new ();

  gtk_string_list_append (words, _ ("Not said"));
  for (const TdChoice *choice = choices; choice->nick != NULL; choice++)
    gtk_string_list_append (words, _ (choice->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  return row;
}

static GtkWidget *
new_property (void)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "td-property");
  return row;
}

/**
 * td_import_row_new_cell:
 * @cell: a value of a row
 *
 * Returns: a row that shows it beside what the sender wrote: a #TdImportRow where it can be typed, a
 *   #AdwComboRow where it can be chosen
 */
GtkWidget *
td_import_row_new_cell (const TdListCell *cell)
{
  const TdChoice *choices = get_choices (cell->role);
  g_autofree char *title = g_markup_escape_text (cell->heading, -1);
  GtkWidget *row;

  if (can_type (cell->role))
    row = td_import_row_new (cell->role, cell->heading);
  else
    row = choices != NULL ? new_choice (cell, choices) : new_property ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data_full (G_OBJECT (row), CELL_KEY, g_strdup_printf ("%u %s", cell->role, cell->heading), g_free);
  td_import_row_show_cell (row, cell);
  return row;
}

/* Which item stands for a nick, or the other way round. */
static guint
find_choice (const TdChoice *choices, const char *nick)
{
  for (guint i = 0; nick != NULL && choices[i].nick != NULL; i++)
    if (g_str_equal (choices[i].nick, nick))
      return i + 1;
  return 0;
}

/* What the sender wrote is only told where it is another word. */
static void
show_choice (GtkWidget *row, const TdListCell *cell)
{
  const TdChoice *choices = get_choices (cell->role);
  guint selected = find_choice (choices, cell->value);
  g_autofree char *original = g_markup_escape_text (cell->original, -1);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), selected > 0 && g_str_equal (_ (choices[selected - 1].label), cell->original) ? "" : original);
}

/**
 * td_import_row_show_cell:
 * @row: made by td_import_row_new_cell()
 * @cell: a value
 *
 * Shows it, unless the row was made for another kind of value.
 *
 * Returns: whether it is shown
 */
gboolean
td_import_row_show_cell (GtkWidget *row, const TdListCell *cell)
{
  g_autofree char *key = g_strdup_printf ("%u %s", cell->role, cell->heading);
  g_autofree char *original = g_markup_escape_text (cell->original, -1);

  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), CELL_KEY), key) != 0)
    return FALSE;
  if (TD_IS_IMPORT_ROW (row))
    {
      td_import_row_set_value (TD_IMPORT_ROW (row), cell->value);
      td_import_row_set_original (TD_IMPORT_ROW (row), cell->original);
      return TRUE;
    }
  if (ADW_IS_COMBO_ROW (row))
    show_choice (row, cell);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), original);
  return TRUE;
}

/**
 * td_import_row_get_choice:
 * @row: made by td_import_row_new_cell()
 * @role: (out): which value it shows
 * @nick: (out): what is chosen; "" for nothing
 *
 * Returns: whether it is a row to choose in
 */
gboolean
td_import_row_get_choice (GtkWidget *row, TdListRole *role, const char **nick)
{
  const char *key = g_object_get_data (G_OBJECT (row), CELL_KEY);
  guint selected;

  if (!ADW_IS_COMBO_ROW (row) || key == NULL)
    return FALSE;
  *role = (TdListRole) g_ascii_strtoull (key, NULL, 10);
  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  *nick = selected > 0 && selected != GTK_INVALID_LIST_POSITION ? get_choices (*role)[selected - 1].nick : "";
  return TRUE;
}

/**
 * td_import_row_new_answer:
 * @answer: a way to mend a row
 * @key: its digit
 *
 * Returns: a row that is activated to take it
 */
GtkWidget *
td_import_row_new_answer (const TdListAnswer *answer, guint key)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (answer->label, -1);
  g_autofree char *reasons = answer->reasons != NULL ? g_markup_escape_text (answer->reasons, -1) : NULL;
  g_autofree char *digit = g_strdup_printf ("%u", key);
  GtkWidget *label = gtk_label_new (key <= 9 ? digit : "");

  gtk_widget_add_css_class (label, "td-key");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (reasons != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reasons);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}
