/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-columns"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-columns.h"
#include "td-display.h"

/* The columns of a list, made from the description of its records.
 *
 * SQL sorts, the view's own sorter only tells what it was asked for: GTK 4.8 has no way to read
 * the sorted column, but one comparison asks the sorter of that column, which leaves its name. */

#define FIELD_KEY "td-field"

static const char *asked_field;

typedef struct
{
  int min, nat; /* in characters */
  gboolean expand;
} Width;

/* The longest of the words a choice shows, within bounds. */
static int
choice_chars (const TdField *field)
{
  glong chars = 10;

  for (const TdChoice *choice = field->choices; choice != NULL && choice->nick != NULL; choice++)
    chars = MAX (chars, g_utf8_strlen (_ (choice->label), -1));
  return (int) MIN (chars, 24);
}

static Width
width_of (const TdField *field)
{
  if (field->flags & TD_FIELD_SORTED_AS_NAME)
    return (Width){ 14, 26, TRUE };
  if (td_display_is_state (field))
    return (Width){ 8, 15, FALSE };
  switch (field->kind)
    {
    case TD_FIELD_DATE: return (Width){ 10, 10, FALSE };
    case TD_FIELD_INTEGER: return (Width){ 4, 5, FALSE };
    case TD_FIELD_MONEY: return (Width){ 9, 11, FALSE };
    case TD_FIELD_LENGTH: return (Width){ 5, 8, FALSE };
    case TD_FIELD_BOOLEAN: return (Width){ 3, 6, FALSE };
    case TD_FIELD_CHOICE: return (Width){ 7, choice_chars (field), FALSE };
    case TD_FIELD_LONG_TEXT: return (Width){ 10, 40, TRUE };
    case TD_FIELD_TEXT:
    case TD_FIELD_REFERENCE:
    default: return (Width){ 7, field->via != NULL ? 20 : 15, field->via != NULL };
    }
}

static gboolean
is_numeric (const TdField *field)
{
  return field->kind == TD_FIELD_INTEGER || field->kind == TD_FIELD_MONEY || field->kind == TD_FIELD_LENGTH;
}

/* A cell shows one field of its row, and follows it: a row not yet read fills itself later. */

static void
update_cell (GtkWidget *child, TdEntity *entity, const TdField *field)
{
  g_autofree char *text = td_display_dup_text (entity, field);
  GtkWidget *label = child;

  if (GTK_IS_BOX (child))
    {
      GtkWidget *icon = gtk_widget_get_first_child (child);
      const char *name = td_display_get_icon (field, td_entity_get_text (entity, field));

      label = gtk_widget_get_next_sibling (icon);
      gtk_image_set_from_icon_name (GTK_IMAGE (icon), name);
      gtk_widget_set_visible (icon, name != NULL);
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
}

static void
value_changed_cb (TdEntity *entity, GParamSpec *pspec, gpointer user_data)
{
  GtkWidget *child = user_data;

  update_cell (child, entity, g_object_get_data (G_OBJECT (child), FIELD_KEY));
}

static gboolean
query_tooltip_cb (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (label));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (label))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const TdField *field = user_data;
  Width width = width_of (field);
  GtkWidget *label = gtk_inscription_new (NULL);
  GtkWidget *child = label;

  /* Unlike a label it is as wide as it is told, so that no text has to be measured: a list realises
   * some two hundred rows before anything is seen. */
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), is_numeric (field) ? 1 : 0);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), width.min);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), width.nat);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (label), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER); /* as high as one line, or it would take more */
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  if (is_numeric (field) || field->kind == TD_FIELD_DATE)
    gtk_widget_add_css_class (label, "numeric");
  if (td_display_is_state (field))
    {
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (child), gtk_image_new ());
      gtk_box_append (GTK_BOX (child), label);
      gtk_widget_add_css_class (child, "td-state");
    }
  g_object_set_data (G_OBJECT (child), FIELD_KEY, user_data);
  gtk_list_item_set_child (item, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const TdField *field = user_data;
  g_autofree char *signal = g_strconcat ("notify::", field->name, NULL);
  TdEntity *entity = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);

  update_cell (child, entity, field);
  g_signal_connect (entity, signal, G_CALLBACK (value_changed_cb), child);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), value_changed_cb, gtk_list_item_get_child (item));
}

static int
tell_field (gconstpointer a, gconstpointer b, gpointer user_data)
{
  asked_field = ((const TdField *) user_data)->name;
  return GTK_ORDERING_SMALLER;
}

static void
append_column (GtkColumnView *view, const TdField *field)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gpointer data = (gpointer) field;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), data);
  column = gtk_column_view_column_new (td_display_get_label (field), factory);
  g_object_set_data (G_OBJECT (column), FIELD_KEY, data);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, width_of (field).expand);
  sorter = GTK_SORTER (gtk_custom_sorter_new (tell_field, data, NULL));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (view, column);
}

/**
 * td_columns_let_one_expand:
 * @view: a column view whose columns were shown or hidden
 *
 * Some column takes the room that is left: when no name is among them, the first text.
 */
void
td_columns_let_one_expand (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkColumnViewColumn *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const TdField *field = g_object_get_data (G_OBJECT (column), FIELD_KEY);

      if (!gtk_column_view_column_get_visible (column))
        continue;
      if (gtk_column_view_column_get_expand (column))
        return;
      if (first == NULL && field != NULL && field->kind == TD_FIELD_TEXT)
        first = column;
    }
  if (first != NULL)
    gtk_column_view_column_set_expand (first, TRUE);
}

/**
 * td_columns_append:
 * @view: a column view
 * @entity_type: the kind of record in its rows
 * @names: (nullable) (array zero-terminated=1): properties; %NULL for all that are listed
 *
 * Gives the view a column for each field.
 */
void
td_columns_append (GtkColumnView *view, GType entity_type, const char *const *names)
{
  TdEntityClass *klass = td_entity_class_of (entity_type);

  if (names != NULL)
    {
      for (; *names != NULL; names++)
        append_column (view, td_entity_class_find (klass, *names));
      td_columns_let_one_expand (view);
      return;
    }
  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TD_FIELD_LISTED) && !(klass->fields[i].flags & TD_FIELD_HIDDEN))
      append_column (view, &klass->fields[i]);
  td_columns_let_one_expand (view);
}

static gboolean
has_column (GtkColumnView *view, const TdField *field)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (td_columns_get_field (column) == field)
        return TRUE;
    }
  return FALSE;
}

/**
 * td_columns_offer_others:
 * @view: a column view with the columns it begins with
 * @entity_type: the kind of record in its rows
 *
 * Adds a column, not shown, for every other field that a list can show. A reference shows nothing
 * by itself; the name of what it points at is a field of its own.
 */
void
td_columns_offer_others (GtkColumnView *view, GType entity_type)
{
  TdEntityClass *klass = td_entity_class_of (entity_type);
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      g_autoptr (GtkColumnViewColumn) column = NULL;

      if ((field->flags & TD_FIELD_HIDDEN) || field->kind == TD_FIELD_REFERENCE || has_column (view, field))
        continue;
      append_column (view, field);
      column = g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);
      gtk_column_view_column_set_visible (column, FALSE);
    }
}

/**
 * td_columns_get_field:
 * @column: a column made here
 *
 * Returns: (nullable): what it shows, %NULL for a column of marks
 */
const TdField *
td_columns_get_field (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), FIELD_KEY);
}

/**
 * td_columns_get_shown:
 * @view: a column view
 *
 * Returns: (transfer full) (element-type TdField): what its columns show, from left to right
 */
GPtrArray *
td_columns_get_shown (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column) && td_columns_get_field (column) != NULL)
        g_ptr_array_add (fields, (gpointer) td_columns_get_field (column));
    }
  return fields;
}

/**
 * td_columns_read_order:
 * @view: a column view
 * @order: (out): what the headers ask for
 */
void
td_columns_read_order (GtkColumnView *view, TdColumnsOrder *order)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);

  asked_field = NULL;
  order->descending = gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b) == GTK_ORDERING_LARGER;
  order->field = asked_field;
}

/**
 * td_columns_set_order:
 * @view: a column view
 * @field: (nullable): a property
 * @descending: whether the last comes first
 *
 * Shows the mark of order on a header.
 */
void
td_columns_set_order (GtkColumnView *view, const char *field, gboolean descending)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; field != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const TdField *of = g_object_get_data (G_OBJECT (column), FIELD_KEY);

      if (of != NULL && g_str_equal (of->name, field))
        {
          gtk_column_view_sort_by_column (view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
          return;
        }
    }
}
