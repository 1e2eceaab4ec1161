/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-fact-pane"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-field-editor.h"
#include "td-finding-list.h"
#include "td-plan-fact-pane.h"
#include "td-plan-fact-row.h"

/* What was read from a plan: what is odd first, then the facts by group, and below them the fields of the one that is
 * chosen. */

struct _TdPlanFactPane
{
  AdwBin parent_instance;

  GtkExpander *odd;
  TdFindingList *findings;
  GtkListView *list;
  GtkLabel *what;
  GtkListBox *fields;
  GtkWidget *form;

  TdPlanReview *review;
  TdSession *session;
  GtkSingleSelection *selection;
  TdPlanFact *fact;   /* whose fields are shown */
  GPtrArray *editors; /* of TdFieldEditor */
  GHashTable *rows;   /* of a fact the row that shows it */
  guint focus_id;
  gboolean showing;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_LINE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdPlanFactPane, td_plan_fact_pane, ADW_TYPE_BIN)

/* The form */

static TdFieldEditor *
get_editor (TdPlanFactPane *self, guint i)
{
  return g_ptr_array_index (self->editors, i);
}

static void
show_values (TdPlanFactPane *self, gboolean anew)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->editors->len; i++)
    td_field_editor_show (get_editor (self, i), self->fact->entity, anew);
  self->showing = FALSE;
}

static void
committed_cb (TdPlanFactPane *self, TdFieldEditor *editor)
{
  g_autoptr (TdEntity) values = NULL;

  if (self->showing || self->fact == NULL)
    return;
  values = td_entity_copy (self->fact->entity);
  if (td_field_editor_apply (editor, values))
    td_plan_review_set (self->review, self->fact, values);
}

/* Fields that are being left must not speak any more. */
static void
drop_form (TdPlanFactPane *self)
{
  GtkWidget *row;

  if (self->fact != NULL)
    g_signal_handlers_disconnect_by_data (self->fact, self);
  g_clear_object (&self->fact);
  for (guint i = 0; i < self->editors->len; i++)
    g_signal_handlers_disconnect_by_data (get_editor (self, i), self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_list_box_remove (self->fields, row);
  g_ptr_array_set_size (self->editors, 0);
}

static void
fact_changed_cb (TdPlanFactPane *self)
{
  show_values (self, FALSE);
}

static void
build_form (TdPlanFactPane *self, TdPlanFact *fact)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (fact->entity);
  g_autofree char *title = td_plan_fact_dup_title (fact);

  self->fact = g_object_ref (fact);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      TdFieldEditor *editor;

      if (!td_plan_fact_has_field (fact, &klass->fields[i]))
        continue;
      editor = td_field_editor_new (&klass->fields[i], self->session);
      g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->fields, td_field_editor_get_row (editor));
      gtk_list_box_append (self->fields, td_field_editor_get_error_row (editor));
      g_ptr_array_add (self->editors, editor);
    }
  g_signal_connect_object (fact, "changed", G_CALLBACK (fact_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->what, td_plan_fact_group_get_title (fact->group));
  show_values (self, TRUE);
}

static gboolean
is_in_list (TdPlanFactPane *self, TdPlanFact *fact)
{
  return g_list_store_find (G_LIST_STORE (td_plan_review_get_facts (self->review)), fact, NULL);
}

static void
selected_cb (TdPlanFactPane *self)
{
  TdPlanFact *fact = gtk_single_selection_get_selected_item (self->selection);

  if (fact == self->fact)
    return;
  /* What was typed and is no value is not thrown away: it is looked at first. */
  if (self->fact != NULL && !td_plan_fact_pane_commit (self) && is_in_list (self, self->fact))
    {
      td_plan_fact_pane_choose (self, self->fact);
      return;
    }
  drop_form (self);
  gtk_widget_set_visible (self->form, fact != NULL);
  if (fact != NULL)
    build_form (self, fact);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* The list */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (TD_TYPE_PLAN_FACT_ROW, NULL));
}

static gboolean
is_first_of_group (TdPlanFactPane *self, guint position)
{
  GListModel *facts = td_plan_review_get_facts (self->review);
  g_autoptr (TdPlanFact) fact = g_list_model_get_item (facts, position);
  g_autoptr (TdPlanFact) above = position > 0 ? g_list_model_get_item (facts, position - 1) : NULL;

  return above == NULL || above->group != fact->group;
}

static void
bind_cb (TdPlanFactPane *self, GtkListItem *item, GtkListItemFactory *factory)
{
  g_hash_table_insert (self->rows, gtk_list_item_get_item (item), gtk_list_item_get_child (item));
  td_plan_fact_row_set_fact (TD_PLAN_FACT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), is_first_of_group (self, gtk_list_item_get_position (item)));
}

static void
unbind_cb (TdPlanFactPane *self, GtkListItem *item, GtkListItemFactory *factory)
{
  if (g_hash_table_lookup (self->rows, gtk_list_item_get_item (item)) == gtk_list_item_get_child (item))
    g_hash_table_remove (self->rows, gtk_list_item_get_item (item));
  td_plan_fact_row_set_fact (TD_PLAN_FACT_ROW (gtk_list_item_get_child (item)), NULL, FALSE);
}

static void
open_finding (const TdFinding *finding, gpointer owner)
{
  if (finding->line > 0)
    g_signal_emit (owner, signals[SIGNAL_LINE], 0, finding->line);
}

static void
td_plan_fact_pane_dispose (GObject *object)
{
  TdPlanFactPane *self = TD_PLAN_FACT_PANE (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  if (self->fields != NULL)
    drop_form (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->review);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PLAN_FACT_PANE);
  G_OBJECT_CLASS (td_plan_fact_pane_parent_class)->dispose (object);
}

static void
td_plan_fact_pane_finalize (GObject *object)
{
  g_ptr_array_unref (TD_PLAN_FACT_PANE (object)->editors);
  g_hash_table_unref (TD_PLAN_FACT_PANE (object)->rows);
  G_OBJECT_CLASS (td_plan_fact_pane_parent_class)->finalize (object);
}

static void
td_plan_fact_pane_class_init (TdPlanFactPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_plan_fact_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_plan_fact_pane_finalize;
  /**
   * TdPlanFactPane::chosen:
   *
   * Another fact is chosen, or none.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TD_TYPE_PLAN_FACT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdPlanFactPane::line:
   * @line: from 1
   *
   * A line of the text is to be looked at.
   */
  signals[SIGNAL_LINE] = g_signal_new ("line", TD_TYPE_PLAN_FACT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-plan-fact-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactPane, odd);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactPane, findings);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactPane, list);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactPane, what);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactPane, fields);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactPane, form);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, td_plan_fact_pane_focus_form);
}

static void
td_plan_fact_pane_init (TdPlanFactPane *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  td_finding_list_set_open (self->findings, open_finding, self);
}

/**
 * td_plan_fact_pane_set_review:
 * @self: a pane
 * @review: what is under review
 * @session: the office it is for
 */
void
td_plan_fact_pane_set_review (TdPlanFactPane *self, TdPlanReview *review, TdSession *session)
{
  GPtrArray *findings = td_plan_review_get_findings (review);
  /* Translators: how many places of a text a person should look at */
  g_autofree char *odd = g_strdup_printf (ngettext ("%u place to look at", "%u places to look at", findings->len), findings->len);

  g_set_object (&self->review, review);
  g_set_object (&self->session, session);
  gtk_expander_set_label (self->odd, odd);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->odd), GTK_ACCESSIBLE_PROPERTY_LABEL, odd, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->odd), findings->len > 0);
  td_finding_list_set (self->findings, findings);
  self->selection = gtk_single_selection_new (g_object_ref (td_plan_review_get_facts (review)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  selected_cb (self);
}

/**
 * td_plan_fact_pane_get_fact:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the fact that is chosen
 */
TdPlanFact *
td_plan_fact_pane_get_fact (TdPlanFactPane *self)
{
  return self->fact;
}

/* GTK 4.8 scrolls to an item and leaves the keyboard with another, from which the arrows would go on. */
static gboolean
focus_cb (gpointer user_data)
{
  TdPlanFactPane *self = user_data;
  GtkWidget *row = self->fact != NULL ? g_hash_table_lookup (self->rows, self->fact) : NULL;

  self->focus_id = 0;
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (row));
  return G_SOURCE_REMOVE;
}

static void
choose_at (TdPlanFactPane *self, guint position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (self->focus_id == 0 && focus != NULL && td_plan_fact_pane_is_in_list (self, focus))
    self->focus_id = g_idle_add_full (G_PRIORITY_LOW, focus_cb, self, NULL); /* once the row is there */
}

/**
 * td_plan_fact_pane_choose:
 * @self: a pane
 * @fact: a fact of its review
 */
void
td_plan_fact_pane_choose (TdPlanFactPane *self, TdPlanFact *fact)
{
  guint position;

  if (g_list_store_find (G_LIST_STORE (td_plan_review_get_facts (self->review)), fact, &position))
    choose_at (self, position);
}

/**
 * td_plan_fact_pane_go_to_doubt:
 * @self: a pane
 *
 * Chooses the next fact that a person should look at, from the one chosen on, and from the beginning again.
 *
 * Returns: whether there is one
 */
gboolean
td_plan_fact_pane_go_to_doubt (TdPlanFactPane *self)
{
  GListModel *facts = td_plan_review_get_facts (self->review);
  guint n = g_list_model_get_n_items (facts);
  guint from = gtk_single_selection_get_selected (self->selection);

  for (guint i = 1; i <= n; i++)
    {
      guint position = from == GTK_INVALID_LIST_POSITION ? i - 1 : (from + i) % n;
      g_autoptr (TdPlanFact) fact = g_list_model_get_item (facts, position);

      if (fact->left_out || (fact->state != TD_PLAN_FACT_CHECK && fact->state != TD_PLAN_FACT_MISSING))
        continue;
      choose_at (self, position);
      return TRUE;
    }
  return FALSE;
}

/**
 * td_plan_fact_pane_focus:
 * @self: a pane
 *
 * Gives its list the keyboard.
 */
void
td_plan_fact_pane_focus (TdPlanFactPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_full (G_PRIORITY_LOW, focus_cb, self, NULL);
}

/**
 * td_plan_fact_pane_focus_form:
 * @self: a pane
 *
 * Gives the first field of the chosen fact the keyboard.
 */
void
td_plan_fact_pane_focus_form (TdPlanFactPane *self)
{
  if (self->editors->len > 0)
    gtk_widget_grab_focus (td_field_editor_get_row (get_editor (self, 0)));
}

/**
 * td_plan_fact_pane_is_in_list:
 * @self: a pane
 * @focus: the widget with the keyboard
 *
 * Returns: whether it is one of the facts
 */
gboolean
td_plan_fact_pane_is_in_list (TdPlanFactPane *self, GtkWidget *focus)
{
  return focus == GTK_WIDGET (self->list) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

/**
 * td_plan_fact_pane_commit:
 * @self: a pane
 *
 * Takes what is being typed.
 *
 * Returns: whether all that was typed are values
 */
gboolean
td_plan_fact_pane_commit (TdPlanFactPane *self)
{
  g_autoptr (TdEntity) values = self->fact != NULL ? td_entity_copy (self->fact->entity) : NULL;
  gboolean good = TRUE, typed = FALSE;

  for (guint i = 0; i < self->editors->len; i++)
    if (td_field_editor_is_dirty (get_editor (self, i)))
      {
        typed = TRUE;
        good &= td_field_editor_apply (get_editor (self, i), values);
      }
  if (typed && good)
    td_plan_review_set (self->review, self->fact, values);
  return good;
}
