/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-import-row.h"

/* What the preview of a list is made of: the columns of its rows, the ways to mend one, and its
 * values, which can be typed anew. */

struct _TdImportRow
{
  AdwEntryRow parent_instance;

  TdListRole role;
  char *kept; /* what was there before somebody typed */
};

enum
{
  TYPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportRow, td_import_row, ADW_TYPE_ENTRY_ROW)

static void
apply_cb (TdImportRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  if (g_strcmp0 (text, self->kept) == 0)
    return;
  g_free (self->kept);
  self->kept = g_strdup (text);
  g_signal_emit (self, signals[TYPED], 0, (guint) self->role, text);
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
   * @role: the #TdListRole of the value
   * @text: the new value
   */
  signals[TYPED] = g_signal_new ("typed", TD_TYPE_IMPORT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
td_import_row_init (TdImportRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (apply_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "entry-activated", G_CALLBACK (apply_cb), NULL);
  g_signal_connect (self, "apply", G_CALLBACK (apply_cb), NULL);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
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

/**
 * td_import_row_new_cell:
 * @cell: a value of a row
 *
 * Returns: a row that shows it beside what the sender wrote; a #TdImportRow where it can be typed
 */
GtkWidget *
td_import_row_new_cell (const TdListCell *cell)
{
  const char *value = cell->value != NULL ? cell->value : "";
  g_autofree char *escaped = g_markup_escape_text (cell->heading, -1);
  g_autofree char *original = g_markup_escape_text (cell->original, -1);

  if (can_type (cell->role))
    {
      TdImportRow *self = g_object_new (TD_TYPE_IMPORT_ROW, "title", escaped, "text", value, NULL);

      self->role = cell->role;
      self->kept = g_strdup (value);
      if (g_strcmp0 (cell->original, value) != 0)
        {
          GtkWidget *label = gtk_label_new (cell->original);

          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
          gtk_widget_add_css_class (label, "td-small");
          gtk_widget_set_tooltip_text (label, _ ("As the sender wrote it"));
          adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), label);
        }
      return GTK_WIDGET (self);
    }
  {
    GtkWidget *row = adw_action_row_new ();

    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), original);
    gtk_widget_add_css_class (row, "td-property");
    return row;
  }
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

/* Columns */

typedef const char *(*GetText) (const TdListItem *item);

static const char *
get_name (const TdListItem *item)
{
  return item->name;
}

static const char *
get_birth (const TdListItem *item)
{
  return item->birth;
}

static const char *
get_unit (const TdListItem *item)
{
  return item->unit;
}

static const char *
get_form (const TdListItem *item)
{
  return item->form;
}

static const char *
get_finding (const TdListItem *item)
{
  return item->finding;
}

static void
setup_text_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (cell, label);
}

static void
bind_text_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer get)
{
  const char *text = ((GetText) get) (gtk_list_item_get_item (cell));
  GtkWidget *label = gtk_list_item_get_child (cell);

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (label, text);
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (cell, label);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  TdListItem *item = gtk_list_item_get_item (cell);
  g_autofree char *text = g_strdup_printf ("%u", item->line);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (cell)), text);
}

static void
setup_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (cell, box);
}

static void
bind_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
  } looks[] = {
    [TD_LIST_GOOD] = { "emblem-ok-symbolic", "success" },
    [TD_LIST_KNOWN] = { "view-more-symbolic", "dim-label" },
    [TD_LIST_DOUBTFUL] = { "dialog-question-symbolic", "warning" },
    [TD_LIST_BAD] = { "dialog-error-symbolic", "error" },
  };
  TdListItem *item = gtk_list_item_get_item (cell);
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (cell));
  const char *classes[] = { looks[item->state].css_class, NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), looks[item->state].icon);
  gtk_widget_set_css_classes (image, classes);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (image)), item->outcome);
}

static void
append_column (GtkColumnView *view, const char *title, GCallback setup, GCallback bind, gpointer data, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, data);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

/**
 * td_import_row_append_columns:
 * @view: a table of #TdListItem
 *
 * Gives it its columns.
 */
void
td_import_row_append_columns (GtkColumnView *view)
{
  append_column (view, _ ("Line"), G_CALLBACK (setup_line_cb), G_CALLBACK (bind_line_cb), NULL, 56);
  append_column (view, _ ("Becomes"), G_CALLBACK (setup_state_cb), G_CALLBACK (bind_state_cb), NULL, 136);
  append_column (view, _ ("Name"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_name, 160);
  append_column (view, _ ("Born"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_birth, 92);
  append_column (view, _ ("Unit"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_unit, 120);
  append_column (view, _ ("Award form"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_form, 90);
  append_column (view, _ ("Found"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_finding, 0);
}
