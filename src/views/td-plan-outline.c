/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-outline"

#include "config.h"

#include "td-plan-outline.h"

/* The headings of a plan, and the numbered pieces beside and above them, as a tree that folds;
 * choosing one leads to its place in the text. */

#define MOST_LETTERS 120 /* of a piece without a heading */

/* One heading or piece. */
#define TD_TYPE_OUTLINE_ITEM (td_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (TdOutlineItem, td_outline_item, TD, OUTLINE_ITEM, GObject)

struct _TdOutlineItem
{
  GObject parent_instance;

  char *text;
  TdPlanLines lines;
  GListStore *children;
};

G_DEFINE_FINAL_TYPE (TdOutlineItem, td_outline_item, G_TYPE_OBJECT)

struct _TdPlanOutline
{
  AdwBin parent_instance;

  GtkListView *list;

  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  gboolean following; /* the text is not led to what it led here */
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPlanOutline, td_plan_outline, ADW_TYPE_BIN)

static void
td_outline_item_finalize (GObject *object)
{
  g_free (TD_OUTLINE_ITEM (object)->text);
  g_object_unref (TD_OUTLINE_ITEM (object)->children);
  G_OBJECT_CLASS (td_outline_item_parent_class)->finalize (object);
}

static void
td_outline_item_class_init (TdOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_outline_item_finalize;
}

static void
td_outline_item_init (TdOutlineItem *self)
{
  self->children = g_list_store_new (TD_TYPE_OUTLINE_ITEM);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (list_item, expander);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  g_autoptr (TdOutlineItem) item = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (gtk_tree_expander_get_child (expander)), item->text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (expander), item->text);
}

static GListModel *
list_children (gpointer item, gpointer user_data)
{
  TdOutlineItem *parent = item;

  return g_list_model_get_n_items (G_LIST_MODEL (parent->children)) > 0 ? g_object_ref (G_LIST_MODEL (parent->children)) : NULL;
}

static void
selected_cb (TdPlanOutline *self)
{
  GtkTreeListRow *row = self->following ? NULL : gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (TdOutlineItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, item->lines.first, item->lines.last);
}

static void
td_plan_outline_dispose (GObject *object)
{
  TdPlanOutline *self = TD_PLAN_OUTLINE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PLAN_OUTLINE);
  G_OBJECT_CLASS (td_plan_outline_parent_class)->dispose (object);
}

static void
td_plan_outline_class_init (TdPlanOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_plan_outline_dispose;
  /**
   * TdPlanOutline::opened:
   * @first: the first line of a heading
   * @last: its last
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", TD_TYPE_PLAN_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-plan-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPlanOutline, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
td_plan_outline_init (TdPlanOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_first_words (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MOST_LETTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MOST_LETTERS);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static TdOutlineItem *
make_item (const TdPlanSection *section)
{
  TdOutlineItem *item = g_object_new (TD_TYPE_OUTLINE_ITEM, NULL);
  g_autofree char *words = dup_first_words (section->title != NULL ? section->title : section->text);

  item->text = section->marker != NULL ? g_strdup_printf ("%s %s", section->marker, words) : g_strdup (words);
  item->lines = section->lines;
  return item;
}

/* The parents of all pieces, or of those with a heading. */
static GHashTable *
find_parents (const TdPlanReading *reading, gboolean of_headings)
{
  GHashTable *parents = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < reading->sections->len; i++)
    {
      const TdPlanSection *section = g_ptr_array_index (reading->sections, i);

      if (section->title != NULL || !of_headings)
        g_hash_table_add (parents, GUINT_TO_POINTER (section->parent));
    }
  return parents;
}

/* "2." with a heading and no "1." before it would look like a loss. */
static gboolean
is_listed (const TdPlanSection *section, GHashTable *with_parts, GHashTable *with_headings)
{
  if (section->title != NULL)
    return TRUE;
  return section->marker_kind < TD_MARKER_DASH && section->text != NULL
         && (section->parent == 0 || g_hash_table_contains (with_parts, GUINT_TO_POINTER (section->id))
             || g_hash_table_contains (with_headings, GUINT_TO_POINTER (section->parent)));
}

/* What is not listed may have some below it that is: it stands under the piece above. */
static GListStore *
make_roots (const TdPlanReading *reading)
{
  GListStore *roots = g_list_store_new (TD_TYPE_OUTLINE_ITEM);
  g_autoptr (GHashTable) items = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_autoptr (GHashTable) with_parts = find_parents (reading, FALSE);
  g_autoptr (GHashTable) with_headings = find_parents (reading, TRUE);

  for (guint i = 0; i < reading->sections->len; i++)
    {
      const TdPlanSection *section = g_ptr_array_index (reading->sections, i);
      TdOutlineItem *parent = g_hash_table_lookup (items, GUINT_TO_POINTER (section->parent));
      gboolean listed = is_listed (section, with_parts, with_headings);
      g_autoptr (TdOutlineItem) item = listed ? make_item (section) : parent != NULL ? g_object_ref (parent)
                                                                                     : NULL;

      if (item == NULL)
        continue;
      if (listed)
        g_list_store_append (parent != NULL ? parent->children : roots, item);
      g_hash_table_insert (items, GUINT_TO_POINTER (section->id), g_steal_pointer (&item));
    }
  return roots;
}

/**
 * td_plan_outline_set_review:
 * @self: an outline
 * @review: what is under review
 */
void
td_plan_outline_set_review (TdPlanOutline *self, TdPlanReview *review)
{
  GListStore *roots = make_roots (td_plan_review_get_reading (review));

  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (roots), FALSE, TRUE, list_children, NULL, NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * td_plan_outline_show_line:
 * @self: an outline
 * @line: a line of the text, from 1
 *
 * Chooses the heading that a line stands under, or the one it is folded into.
 */
void
td_plan_outline_show_line (TdPlanOutline *self, guint line)
{
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->tree != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr (TdOutlineItem) item = gtk_tree_list_row_get_item (row);

      if (item->lines.first > line)
        break;
      found = i;
    }
  if (self->selection == NULL)
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->following = FALSE;
}

/**
 * td_plan_outline_focus:
 * @self: an outline
 *
 * Gives it the keyboard.
 */
void
td_plan_outline_focus (TdPlanOutline *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
