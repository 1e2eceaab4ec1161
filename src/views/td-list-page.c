/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-filter-bar.h"
#include "td-list-page-private.h"
#include "td-list-saver.h"
#include "td-number.h"
#include "td-record-jobs.h"

/* A page over one kind of record: header, filters, table, details at the right, and a bar for
 * what is done to many at once. Pages differ by what their class says. */

enum
{
  PROP_0,
  PROP_TODO,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TdListPage, td_list_page, ADW_TYPE_BIN)

#define PRIVATE(self) _td_list_page_get_private (self)
#define LIST          "list" /* the view that is not a leaf */
#define INFO(self)    (TD_LIST_PAGE_GET_CLASS (self)->info)

TdListPagePrivate *
_td_list_page_get_private (TdListPage *self)
{
  return td_list_page_get_instance_private (self);
}

static GType
entity_type (TdListPage *self)
{
  return TD_LIST_PAGE_GET_CLASS (self)->get_entity_type ();
}

/* The list */

static void
ask (TdListPage *self)
{
  TdListPagePrivate *priv = PRIVATE (self);
  g_autoptr (TdQuery) query = td_query_new (entity_type (self));

  td_filter_bar_narrow (priv->filters, query);
  td_record_table_set_query (priv->table, query);
}

static void
update_actions (TdListPage *self)
{
  TdListPagePrivate *priv = PRIVATE (self);
  gboolean may_write = priv->session != NULL && !td_session_is_read_only (priv->session);
  const char *state = gtk_stack_get_visible_child_name (priv->state);
  const char *view = gtk_stack_get_visible_child_name (priv->views);
  gboolean has_list = g_strcmp0 (state, "list") == 0;
  gboolean on_list = g_strcmp0 (view, LIST) == 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add", may_write && INFO (self)->add != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.delete", may_write && on_list && !INFO (self)->keeps && td_record_table_get_n_selected (priv->table) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.search", has_list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.details", has_list && on_list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.list", !on_list);
}

/* Where nothing is, there is nothing to search and no details to see. */
static void
show_state (TdListPage *self, const char *state)
{
  gtk_stack_set_visible_child_name (PRIVATE (self)->state, state);
  update_actions (self);
}

static void
show_count (TdListPage *self)
{
  TdListPagePrivate *priv = PRIVATE (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (td_record_table_get_list (priv->table)));
  g_autofree char *number = td_number_to_display (n);
  g_autofree char *count = g_strdup_printf (ngettext ("%s entry", "%s entries", n), number);
  gboolean narrowed = td_filter_bar_is_set (priv->filters);

  td_page_header_set_title (priv->header, _ (INFO (self)->title), n > 0 || narrowed ? count : NULL);
  gtk_stack_set_visible_child_name (priv->rows, n == 0 && narrowed ? "nothing" : "rows");
  show_state (self, n > 0 || narrowed || td_record_form_is_new (priv->form) ? "list" : "empty");
}

static void
reloaded_cb (TdListPage *self)
{
  show_count (self);
}

static void
n_items_cb (TdListPage *self)
{
  if (!td_lazy_list_is_loading (td_record_table_get_list (PRIVATE (self)->table)))
    show_count (self);
}

/* Details */

static void
show_record (TdListPage *self, TdEntity *record)
{
  TdListPagePrivate *priv = PRIVATE (self);
  TdListPageClass *klass = TD_LIST_PAGE_GET_CLASS (self);
  const char *lock;

  if (record == NULL)
    {
      gtk_stack_set_visible_child_name (priv->details, "none");
      klass->shown (self, NULL);
      return;
    }
  lock = klass->get_lock (self, record);
  klass->load (self, record);
  td_record_form_set_locked (priv->form, td_session_is_read_only (priv->session) || lock != NULL, lock);
  gtk_stack_set_visible_child_name (priv->details, "record");
  gtk_widget_set_visible (GTK_WIDGET (priv->switcher), priv->has_tabs);
  gtk_widget_set_visible (GTK_WIDGET (priv->acts), TRUE);
  klass->shown (self, record);
}

static void
selection_changed_cb (TdListPage *self)
{
  TdListPagePrivate *priv = PRIVATE (self);
  guint n = td_record_table_get_n_selected (priv->table);
  TdEntity *record = td_record_table_get_single (priv->table);
  g_autofree char *number = td_number_to_display (n);
  g_autofree char *chosen = g_strdup_printf (ngettext ("%s entry chosen", "%s entries chosen", n), number);

  gtk_revealer_set_reveal_child (priv->bulk, n > 1);
  gtk_label_set_label (priv->bulk_label, chosen);
  gtk_label_set_label (priv->none_label, n > 1 ? chosen : _ ("Choose a row to see it here."));
  update_actions (self);
  /* A new record stays in sight until it is added or given up. */
  if (td_record_form_is_new (priv->form) && n == 0)
    return;
  if (n == 1 && record == NULL)
    return; /* its row is still being read */
  td_record_form_cancel (priv->form);
  show_record (self, record);
  if (priv->opens && record != NULL)
    TD_LIST_PAGE_GET_CLASS (self)->open (self, record);
  priv->opens = FALSE;
}

static void
activated_cb (TdListPage *self)
{
  TdEntity *record = td_list_page_get_record (self);

  PRIVATE (self)->opens = record == NULL; /* its row is still being read */
  if (record != NULL)
    TD_LIST_PAGE_GET_CLASS (self)->open (self, record);
}

static void
added_cb (TdListPage *self, gint64 id)
{
  td_list_page_show_record (self, id);
}

static void
cancelled_cb (TdListPage *self)
{
  TdListPagePrivate *priv = PRIVATE (self);

  td_record_form_cancel (priv->form);
  show_record (self, td_record_table_get_single (priv->table));
  show_count (self);
  gtk_widget_grab_focus (GTK_WIDGET (priv->table));
}

static void
counted_cb (TdListPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TODO]);
}

/* Actions */

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdListPage *self = TD_LIST_PAGE (widget);

  TD_LIST_PAGE_GET_CLASS (self)->begin (self);
}

static void
delete_ids (GArray *ids, gpointer owner)
{
  TdListPage *self = owner;
  TdSession *session = PRIVATE (self)->session;

  if (ids->len > 0)
    td_session_run (session, td_record_delete_job (entity_type (self), (const gint64 *) ids->data, ids->len),
                    TD_RUN_TELL | (ids->len > 100 ? TD_RUN_LONG : 0), NULL, NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_record_table_collect (PRIVATE (TD_LIST_PAGE (widget))->table, delete_ids, widget);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_list_page_show_leaf (TD_LIST_PAGE (widget), NULL);
  td_filter_bar_focus (PRIVATE (TD_LIST_PAGE (widget))->filters);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdListPagePrivate *priv = PRIVATE (TD_LIST_PAGE (widget));

  if (priv->session != NULL)
    td_list_saver_ask (widget, priv->session, priv->table, _ (INFO (TD_LIST_PAGE (widget))->title));
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdListPagePrivate *priv = PRIVATE (TD_LIST_PAGE (widget));

  td_pane_set_reveal (priv->pane, !td_pane_get_reveal (priv->pane));
}

static void
list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_list_page_show_leaf (TD_LIST_PAGE (widget), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (PRIVATE (TD_LIST_PAGE (widget))->table));
}

/* What pages do unless they know better */

static void
td_list_page_real_set_up (TdListPage *self)
{
  td_record_form_add_section (PRIVATE (self)->form, entity_type (self), NULL, INFO (self)->omit);
}

static void
td_list_page_real_load (TdListPage *self, TdEntity *record)
{
  td_record_form_show (PRIVATE (self)->form, &record);
}

static void
td_list_page_real_begin (TdListPage *self)
{
  g_autoptr (TdEntity) record = g_object_new (entity_type (self), NULL);

  td_list_page_begin (self, &record);
}

static const char *
td_list_page_real_get_lock (TdListPage *self, TdEntity *record)
{
  return NULL;
}

static void
td_list_page_real_shown (TdListPage *self, TdEntity *record)
{
}

static void
td_list_page_real_open (TdListPage *self, TdEntity *record)
{
  TdListPagePrivate *priv = PRIVATE (self);

  td_pane_set_reveal (priv->pane, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (priv->details), GTK_DIR_TAB_FORWARD);
}

static void
td_list_page_dispose (GObject *object)
{
  TdListPage *self = TD_LIST_PAGE (object);
  TdListPagePrivate *priv = PRIVATE (self);

  g_clear_object (&priv->counter);
  g_clear_object (&priv->session);
  g_clear_object (&priv->add_menu);
  G_OBJECT_CLASS (td_list_page_parent_class)->dispose (object);
}

static void
td_list_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TdListPagePrivate *priv = PRIVATE (TD_LIST_PAGE (object));

  switch (prop_id)
    {
    case PROP_TODO: g_value_set_uint (value, priv->counter != NULL ? td_counter_get_n (priv->counter) : 0); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, views);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, pane);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, state);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, filters);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, rows);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, table);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, bulk);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, bulk_label);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, bulk_buttons);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, bulk_delete);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, starts);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, details);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, none_label);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, acts);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, act_row);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, switcher);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, tabs);
  gtk_widget_class_bind_template_child_private (widget_class, TdListPage, form);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, reloaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, td_filter_bar_clear);
  gtk_widget_class_bind_template_callback (widget_class, td_record_table_step);
  gtk_widget_class_bind_template_callback (widget_class, td_record_table_activate);
}

static void
td_list_page_class_init (TdListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_list_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = td_list_page_get_property;
  klass->set_up = td_list_page_real_set_up;
  klass->load = td_list_page_real_load;
  klass->begin = td_list_page_real_begin;
  klass->get_lock = td_list_page_real_get_lock;
  klass->shown = td_list_page_real_shown;
  klass->open = td_list_page_real_open;
  properties[PROP_TODO] = g_param_spec_uint ("todo", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.list", NULL, list_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.list", NULL);

  g_type_ensure (TD_TYPE_PAGE_HEADER);
  g_type_ensure (TD_TYPE_PANE);
  g_type_ensure (TD_TYPE_FILTER_BAR);
  g_type_ensure (TD_TYPE_RECORD_TABLE);
  g_type_ensure (TD_TYPE_RECORD_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-list-page.ui");
  bind_children (widget_class);
}

static void
td_list_page_init (TdListPage *self)
{
  TdListPagePrivate *priv = PRIVATE (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->add_menu = g_menu_new ();
  show_state (self, "waiting");
}

/* The arrow of a split button has no name of its own. */
static void
name_arrow (GtkWidget *split)
{
  for (GtkWidget *child = gtk_widget_get_first_child (split); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      {
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More ways to add"), -1);
        gtk_widget_set_tooltip_text (child, _ ("More ways to add"));
      }
}

static void
make_add_button (TdListPage *self)
{
  TdListPagePrivate *priv = PRIVATE (self);
  const TdPageInfo *info = INFO (self);
  const char *label = info->add_label != NULL ? _ (info->add_label) : _ ("Add");

  if (g_menu_model_get_n_items (G_MENU_MODEL (priv->add_menu)) > 0)
    {
      priv->add_button = adw_split_button_new ();
      adw_split_button_set_label (ADW_SPLIT_BUTTON (priv->add_button), label);
      adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (priv->add_button), G_MENU_MODEL (priv->add_menu));
      gtk_widget_add_css_class (priv->add_button, "raised"); /* as a button with a label only is */
      name_arrow (priv->add_button);
    }
  else
    priv->add_button = gtk_button_new_with_label (label);
  gtk_widget_set_tooltip_text (priv->add_button, _ (info->add));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->add_button), "page.add");
  td_page_header_pack_start (priv->header, priv->add_button);
}

/**
 * td_list_page_set_session:
 * @self: a page
 * @session: where its records are
 *
 * Fills the page.
 */
void
td_list_page_set_session (TdListPage *self, TdSession *session)
{
  TdListPagePrivate *priv = PRIVATE (self);
  const TdPageInfo *info = INFO (self);

  g_return_if_fail (TD_IS_LIST_PAGE (self) && priv->session == NULL);

  priv->session = g_object_ref (session);
  td_page_header_set_session (priv->header, session);
  td_page_header_set_title (priv->header, _ (info->title), NULL);
  td_page_header_set_details (PRIVATE (self)->header, PRIVATE (self)->pane);
  td_record_form_set_session (priv->form, session);
  adw_status_page_set_icon_name (priv->empty, info->icon_name);
  adw_status_page_set_title (priv->empty, _ (info->empty_title));
  adw_status_page_set_description (priv->empty, _ (info->empty_text));
  td_filter_bar_describe (priv->filters, session, entity_type (self), info->filters);
  td_record_table_describe (priv->table, entity_type (self), info->columns, info->order, info->descending, _ (info->title));
  td_page_header_offer_list (priv->header, GTK_WIDGET (self), priv->table, info->name);
  gtk_widget_set_visible (priv->bulk_delete, !info->keeps);
  TD_LIST_PAGE_GET_CLASS (self)->set_up (self);
  if (info->add != NULL)
    {
      make_add_button (self);
      td_list_page_add_start_action (self, _ (info->add), "page.add");
    }
  update_actions (self);
  if (info->todo_field != NULL)
    {
      g_autoptr (TdQuery) query = td_query_new (entity_type (self));

      td_query_where_text (query, info->todo_field, info->todo_value);
      priv->counter = td_counter_new (session, query);
      g_signal_connect_object (priv->counter, "notify::n", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
    }
}

/* A page that has not been looked at reads nothing. */
static void
first_look (TdListPage *self)
{
  TdListPagePrivate *priv = PRIVATE (self);

  if (priv->asked || priv->session == NULL)
    return;
  priv->asked = TRUE;
  ask (self);
  td_record_table_set_session (priv->table, priv->session);
  g_signal_connect_object (td_record_table_get_list (priv->table), "notify::n-items", G_CALLBACK (n_items_cb), self, G_CONNECT_SWAPPED);
}

/**
 * td_list_page_get_session:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): where its records are
 */
TdSession *
td_list_page_get_session (TdListPage *self)
{
  return PRIVATE (self)->session;
}

/**
 * td_list_page_get_table:
 * @self: a page
 *
 * Returns: (transfer none): its table
 */
TdRecordTable *
td_list_page_get_table (TdListPage *self)
{
  return PRIVATE (self)->table;
}

/**
 * td_list_page_get_form:
 * @self: a page
 *
 * Returns: (transfer none): its form
 */
TdRecordForm *
td_list_page_get_form (TdListPage *self)
{
  return PRIVATE (self)->form;
}

/**
 * td_list_page_get_record:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the record that alone is chosen
 */
TdEntity *
td_list_page_get_record (TdListPage *self)
{
  return td_record_table_get_single (PRIVATE (self)->table);
}

/**
 * td_list_page_get_record_id:
 * @self: a page
 *
 * Returns: the id of the record that alone is chosen; 0 for none
 */
gint64
td_list_page_get_record_id (TdListPage *self)
{
  TdEntity *record = td_list_page_get_record (self);

  return record != NULL ? td_entity_get_id (record) : 0;
}

/**
 * td_list_page_get_info:
 * @self: a page
 *
 * Returns: what it is like
 */
const TdPageInfo *
td_list_page_get_info (TdListPage *self)
{
  return INFO (self);
}

/**
 * td_list_page_look:
 * @self: a page that is about to be seen
 *
 * Reads its records when that has not been done.
 */
void
td_list_page_look (TdListPage *self)
{
  first_look (self);
}

/**
 * td_list_page_show_record:
 * @self: a page
 * @id: a record
 *
 * Chooses a record, also one that has only just been added.
 */
void
td_list_page_show_record (TdListPage *self, gint64 id)
{
  TdListPagePrivate *priv = PRIVATE (self);

  first_look (self);
  td_list_page_show_leaf (self, NULL);
  if (td_filter_bar_is_set (priv->filters))
    td_filter_bar_clear (priv->filters);
  td_record_table_await_id (priv->table, id);
  td_lazy_list_reload (td_record_table_get_list (priv->table));
}

/**
 * td_list_page_show_rows:
 * @self: a page
 * @rows: which
 *
 * Shows these rows and no others, or one of them with its details.
 */
void
td_list_page_show_rows (TdListPage *self, const TdPageRows *rows)
{
  TdListPagePrivate *priv = PRIVATE (self);

  first_look (self);
  td_list_page_show_leaf (self, NULL);
  td_filter_bar_set_only (priv->filters, rows->field, rows->value, rows->id, rows->label);
  if (rows->record_id != 0)
    {
      td_record_table_await_id (priv->table, rows->record_id);
      td_lazy_list_reload (td_record_table_get_list (priv->table));
    }
  if (rows->tab != NULL && gtk_stack_get_child_by_name (priv->tabs, rows->tab) != NULL)
    {
      gtk_stack_set_visible_child_name (priv->tabs, rows->tab);
      td_pane_set_reveal (priv->pane, TRUE);
    }
  gtk_widget_grab_focus (GTK_WIDGET (priv->table));
}

/**
 * td_list_page_begin:
 * @self: a page
 * @records: (array): new ones, one for each section of the form
 *
 * Shows the form of a new record.
 */
void
td_list_page_begin (TdListPage *self, TdEntity *const *records)
{
  TdListPagePrivate *priv = PRIVATE (self);

  td_list_page_show_leaf (self, NULL);
  td_record_table_unselect (priv->table);
  show_state (self, "list");
  td_pane_set_reveal (priv->pane, TRUE);
  gtk_stack_set_visible_child_name (priv->details, "record");
  gtk_stack_set_visible_child_name (priv->tabs, "form");
  gtk_widget_set_visible (GTK_WIDGET (priv->switcher), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (priv->acts), FALSE);
  td_record_form_set_locked (priv->form, FALSE, NULL);
  td_record_form_begin (priv->form, records, _ (INFO (self)->add));
  TD_LIST_PAGE_GET_CLASS (self)->shown (self, NULL);
}

/**
 * td_list_page_add_leaf:
 * @self: a page
 * @leaf: what is seen in place of the list, with a header of its own
 * @name: its name
 */
void
td_list_page_add_leaf (TdListPage *self, GtkWidget *leaf, const char *name)
{
  gtk_stack_add_named (PRIVATE (self)->views, leaf, name);
}

/**
 * td_list_page_show_leaf:
 * @self: a page
 * @name: (nullable): a leaf; %NULL for the list
 *
 * What is done to the list waits while a leaf is seen; "page.list" leads back.
 */
void
td_list_page_show_leaf (TdListPage *self, const char *name)
{
  TdListPagePrivate *priv = PRIVATE (self);
  GtkWidget *shown = gtk_stack_get_child_by_name (priv->views, name != NULL ? name : LIST);

  gtk_stack_set_visible_child (priv->views, shown);
  /* GTK tells a screen reader of what a stack hides, too. */
  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (priv->views)); view != NULL; view = gtk_widget_get_next_sibling (view))
    gtk_accessible_update_state (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_STATE_HIDDEN, view != shown, -1);
  update_actions (self);
}

/**
 * td_list_page_get_leaf:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the leaf that is seen, %NULL while it is the list
 */
GtkWidget *
td_list_page_get_leaf (TdListPage *self)
{
  TdListPagePrivate *priv = PRIVATE (self);

  return g_strcmp0 (gtk_stack_get_visible_child_name (priv->views), LIST) != 0 ? gtk_stack_get_visible_child (priv->views) : NULL;
}
