/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-table"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-import-table.h"
#include "td-number.h"

/* The rows of a list before it is taken in, with a button for each thing that may become of them. */

#define N_STATES (TD_LIST_BAD + 1)

struct _TdImportTable
{
  AdwBin parent_instance;

  GtkToggleButton *show_all;
  GtkToggleButton *show_bad;
  GtkToggleButton *show_doubtful;
  GtkToggleButton *show_good;
  GtkToggleButton *show_known;
  GtkColumnView *view;

  GListStore *items;
  GtkFilter *filter;
  GtkSingleSelection *selection;
  guint counts[N_STATES];
};

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportTable, td_import_table, ADW_TYPE_BIN)

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

/* Columns grow with the text. */
static int
get_char_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

static void
append_column (GtkColumnView *view, const char *title, GCallback setup, GCallback bind, gpointer data, int n_chars)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, data);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (n_chars > 0)
    gtk_column_view_column_set_fixed_width (column, n_chars * get_char_width (GTK_WIDGET (view)));
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

static void
append_columns (GtkColumnView *view)
{
  append_column (view, _ ("Line"), G_CALLBACK (setup_line_cb), G_CALLBACK (bind_line_cb), NULL, 7);
  append_column (view, _ ("Becomes"), G_CALLBACK (setup_state_cb), G_CALLBACK (bind_state_cb), NULL, 17);
  append_column (view, _ ("Name"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_name, 21);
  append_column (view, _ ("Born"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_birth, 12);
  append_column (view, _ ("Unit"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_unit, 15);
  append_column (view, _ ("Award form"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_form, 11);
  append_column (view, _ ("Found"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), get_finding, 0);
}

/* How many of each, and which are shown. */

static void
label_filter (GtkToggleButton *button, const char *word, guint n)
{
  g_autofree char *number = td_number_to_display (n);
  g_autofree char *label = g_strdup_printf ("%s  %s", word, number);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (GTK_WIDGET (button), n > 0 || gtk_toggle_button_get_active (button));
}

static void
show_counts (TdImportTable *self)
{
  label_filter (self->show_all, _ ("All"), g_list_model_get_n_items (G_LIST_MODEL (self->items)));
  label_filter (self->show_bad, _ ("Cannot come in"), self->counts[TD_LIST_BAD]);
  label_filter (self->show_doubtful, _ ("To look at"), self->counts[TD_LIST_DOUBTFUL]);
  label_filter (self->show_good, _ ("Will come in"), self->counts[TD_LIST_GOOD]);
  label_filter (self->show_known, _ ("There already"), self->counts[TD_LIST_KNOWN]);
}

static gboolean
filter_item (gpointer object, gpointer user_data)
{
  TdImportTable *self = user_data;
  TdListState state = TD_LIST_ITEM (object)->state;

  if (gtk_toggle_button_get_active (self->show_bad))
    return state == TD_LIST_BAD;
  if (gtk_toggle_button_get_active (self->show_doubtful))
    return state == TD_LIST_DOUBTFUL;
  if (gtk_toggle_button_get_active (self->show_good))
    return state == TD_LIST_GOOD;
  if (gtk_toggle_button_get_active (self->show_known))
    return state == TD_LIST_KNOWN;
  return TRUE;
}

static void
filter_cb (TdImportTable *self, GtkToggleButton *button)
{
  if (self->filter != NULL && gtk_toggle_button_get_active (button))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
selected_cb (TdImportTable *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
activate_cb (TdImportTable *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
choose (TdImportTable *self, guint position)
{
  if (position == GTK_INVALID_LIST_POSITION || position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u", position);
}

static gboolean
focus_behind (GtkWidget *widget)
{
  for (GtkWidget *next = gtk_widget_get_next_sibling (widget); next != NULL; next = gtk_widget_get_next_sibling (next))
    if (gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD))
      return TRUE;
  return FALSE;
}

/* In a list of GTK 4.8 Tab goes from row to row, two hundred of them; the arrows do that. Here it leads out. */
static gboolean
key_cb (TdImportTable *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Tab && (state & GDK_CONTROL_MASK) == 0)
    return focus_behind (GTK_WIDGET (self)) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  if (keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self->show_all)), GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_STOP;
}

static void
td_import_table_dispose (GObject *object)
{
  TdImportTable *self = TD_IMPORT_TABLE (object);

  self->filter = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_IMPORT_TABLE);
  G_OBJECT_CLASS (td_import_table_parent_class)->dispose (object);
}

static void
td_import_table_class_init (TdImportTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_import_table_dispose;
  /**
   * TdImportTable::chosen:
   *
   * Another row is selected, or none.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TD_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdImportTable::activated:
   *
   * The row chosen shall be mended.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TD_TYPE_IMPORT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-import-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TdImportTable, show_all);
  gtk_widget_class_bind_template_child (widget_class, TdImportTable, show_bad);
  gtk_widget_class_bind_template_child (widget_class, TdImportTable, show_doubtful);
  gtk_widget_class_bind_template_child (widget_class, TdImportTable, show_good);
  gtk_widget_class_bind_template_child (widget_class, TdImportTable, show_known);
  gtk_widget_class_bind_template_child (widget_class, TdImportTable, view);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
td_import_table_init (TdImportTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  self->items = g_list_store_new (TD_TYPE_LIST_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_item, self, NULL));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  append_columns (self->view);
  show_counts (self);
}

/**
 * td_import_table_set:
 * @self: a table
 * @items: (element-type TdListItem): its rows, what must be looked at first
 *
 * Shows the rows of a list and chooses the first.
 */
void
td_import_table_set (TdImportTable *self, GPtrArray *items)
{
  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < items->len; i++)
    self->counts[TD_LIST_ITEM (g_ptr_array_index (items, i))->state]++;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  show_counts (self);
  choose (self, 0);
}

/**
 * td_import_table_replace:
 * @self: a table
 * @item: a row as it is now
 *
 * Shows it in its place; the choice stays where it is.
 */
void
td_import_table_replace (TdImportTable *self, TdListItem *item)
{
  TdListItem *chosen = td_import_table_get (self);
  gboolean was_chosen = chosen != NULL && chosen->number == item->number;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TdListItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (old->number != item->number)
        continue;
      self->counts[old->state]--;
      self->counts[item->state]++;
      g_list_store_splice (self->items, i, 1, (gpointer *) &item, 1);
      break;
    }
  show_counts (self);
  for (guint i = 0; was_chosen && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TdListItem) now = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (now == item)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

/**
 * td_import_table_get:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the row that is chosen
 */
TdListItem *
td_import_table_get (TdImportTable *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

/**
 * td_import_table_count:
 * @self: a table
 * @state: what becomes of a row
 *
 * Returns: of how many rows it becomes so
 */
guint
td_import_table_count (TdImportTable *self, TdListState state)
{
  return self->counts[state];
}

/**
 * td_import_table_go_to_next:
 * @self: a table
 *
 * Goes to the next row, below and then from above, that must be looked at.
 */
void
td_import_table_go_to_next (TdImportTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint from = gtk_single_selection_get_selected (self->selection);

  for (guint i = 1; i <= n; i++)
    {
      guint position = (from == GTK_INVALID_LIST_POSITION ? i - 1 : from + i) % n;
      g_autoptr (TdListItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (item->state == TD_LIST_DOUBTFUL || item->state == TD_LIST_BAD)
        {
          choose (self, position);
          return;
        }
    }
}

/**
 * td_import_table_focus:
 * @self: a table
 *
 * Goes to its rows.
 */
void
td_import_table_focus (TdImportTable *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
