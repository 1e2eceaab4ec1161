/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-selection"

#include "config.h"

#include "td-selection.h"

/* The chosen rows of a lazy list, as positions. GtkMultiSelection asks for every item it selects,
 * which would read the whole list on Ctrl+A. When the list has been read anew, a choice of one or
 * of a few follows its records by their ids. */

#define FOLLOWED 500

struct _TdSelection
{
  GObject parent_instance;

  TdLazyList *list;
  gboolean one_only;
  GtkBitset *selected;
  GHashTable *ids; /* position → gint64*, of rows chosen while they were at hand */
};

static void td_selection_list_init (GListModelInterface *iface);
static void td_selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdSelection, td_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, td_selection_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, td_selection_model_init))

static GType
td_selection_get_item_type (GListModel *model)
{
  return TD_TYPE_ENTITY;
}

static guint
td_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (TD_SELECTION (model)->list));
}

static gpointer
td_selection_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (TD_SELECTION (model)->list), position);
}

static void
td_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = td_selection_get_item_type;
  iface->get_n_items = td_selection_get_n_items;
  iface->get_item = td_selection_get_item;
}

static void
remember_ids (TdSelection *self)
{
  GtkBitsetIter iter;
  guint position;

  g_hash_table_remove_all (self->ids);
  if (gtk_bitset_get_size (self->selected) > FOLLOWED || !gtk_bitset_iter_init_first (&iter, self->selected, &position))
    return;
  do
    {
      TdEntity *row = td_lazy_list_peek (self->list, position);

      if (row != NULL)
        {
          gint64 id = td_entity_get_id (row);

          g_hash_table_insert (self->ids, GUINT_TO_POINTER (position), g_memdup2 (&id, sizeof id));
        }
    }
  while (gtk_bitset_iter_next (&iter, &position));
}

/* Tells whoever shows the rows which of them changed. */
static void
take_selected (TdSelection *self, GtkBitset *selected)
{
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);

  gtk_bitset_difference (changes, selected);
  gtk_bitset_unref (self->selected);
  self->selected = selected;
  remember_ids (self);
  if (!gtk_bitset_is_empty (changes))
    {
      guint first = gtk_bitset_get_minimum (changes);

      gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, gtk_bitset_get_maximum (changes) - first + 1);
    }
}

static gboolean
td_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (TD_SELECTION (model)->selected, position);
}

static GtkBitset *
td_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (TD_SELECTION (model)->selected);
}

/* Of several rows the one that was not chosen before. */
static void
keep_one (TdSelection *self, GtkBitset *result)
{
  g_autoptr (GtkBitset) new_ones = gtk_bitset_copy (result);
  guint position;

  if (gtk_bitset_get_size (result) < 2)
    return;
  gtk_bitset_subtract (new_ones, self->selected);
  position = gtk_bitset_get_minimum (gtk_bitset_is_empty (new_ones) ? result : new_ones);
  gtk_bitset_remove_all (result);
  gtk_bitset_add (result, position);
}

static gboolean
td_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  TdSelection *self = TD_SELECTION (model);
  g_autoptr (GtkBitset) both = gtk_bitset_copy (selected);
  GtkBitset *result = gtk_bitset_copy (self->selected);

  gtk_bitset_intersect (both, mask);
  gtk_bitset_subtract (result, mask);
  gtk_bitset_union (result, both);
  gtk_bitset_remove_range_closed (result, td_selection_get_n_items (G_LIST_MODEL (self)), G_MAXUINT);
  if (self->one_only)
    keep_one (self, result);
  take_selected (self, result);
  return TRUE;
}

static void
td_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = td_selection_is_selected;
  iface->get_selection_in_range = td_selection_get_selection_in_range;
  /* GtkSelectionModel makes every other way to select out of this one. */
  iface->set_selection = td_selection_set_selection;
}

static void
items_changed_cb (TdSelection *self, guint position, guint removed, guint added)
{
  gtk_bitset_splice (self->selected, position, removed, added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
reloaded_cb (TdSelection *self)
{
  GtkBitset *result;
  GHashTableIter iter;
  gpointer id;

  /* A choice made before its rows were at hand, or too large to follow, keeps its positions. */
  if (g_hash_table_size (self->ids) == 0 || g_hash_table_size (self->ids) != gtk_bitset_get_size (self->selected))
    {
      remember_ids (self);
      return;
    }
  result = gtk_bitset_new_empty ();
  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    {
      guint position = td_lazy_list_find_loaded (self->list, *(gint64 *) id);

      if (position != TD_LAZY_LIST_NOWHERE)
        gtk_bitset_add (result, position);
    }
  take_selected (self, result);
}

static void
td_selection_dispose (GObject *object)
{
  TdSelection *self = TD_SELECTION (object);

  g_clear_object (&self->list);
  G_OBJECT_CLASS (td_selection_parent_class)->dispose (object);
}

static void
td_selection_finalize (GObject *object)
{
  TdSelection *self = TD_SELECTION (object);

  gtk_bitset_unref (self->selected);
  g_hash_table_unref (self->ids);
  G_OBJECT_CLASS (td_selection_parent_class)->finalize (object);
}

static void
td_selection_class_init (TdSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_selection_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_selection_finalize;
}

static void
td_selection_init (TdSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/**
 * td_selection_new:
 * @list: a list
 *
 * Returns: (transfer full): what is chosen of it, nothing yet
 */
TdSelection *
td_selection_new (TdLazyList *list)
{
  TdSelection *self = g_object_new (TD_TYPE_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * td_selection_set_one_only:
 * @self: a selection
 * @one_only: whether choosing a row leaves the one chosen before
 */
void
td_selection_set_one_only (TdSelection *self, gboolean one_only)
{
  self->one_only = one_only;
}

/**
 * td_selection_get_n:
 * @self: a selection
 *
 * Returns: how many rows are chosen
 */
guint
td_selection_get_n (TdSelection *self)
{
  return gtk_bitset_get_size (self->selected);
}

/**
 * td_selection_get_single:
 * @self: a selection
 *
 * Returns: the row that alone is chosen, or %TD_LAZY_LIST_NOWHERE
 */
guint
td_selection_get_single (TdSelection *self)
{
  return gtk_bitset_get_size (self->selected) == 1 ? gtk_bitset_get_minimum (self->selected) : TD_LAZY_LIST_NOWHERE;
}

/**
 * td_selection_get_ranges:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type TdRowRange): the chosen rows
 */
GArray *
td_selection_get_ranges (TdSelection *self)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (TdRowRange));
  GtkBitsetIter iter;
  TdRowRange range = { 0, 0 };
  guint position;

  if (!gtk_bitset_iter_init_first (&iter, self->selected, &position))
    return ranges;
  do
    {
      if (range.n > 0 && position == range.first + range.n)
        {
          range.n++;
          continue;
        }
      if (range.n > 0)
        g_array_append_val (ranges, range);
      range = (TdRowRange){ position, 1 };
    }
  while (gtk_bitset_iter_next (&iter, &position));
  g_array_append_val (ranges, range);
  return ranges;
}
