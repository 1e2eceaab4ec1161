/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-filter-bar"

#include "config.h"

#include "td-day-filter.h"
#include "td-entity.h"
#include "td-filter-bar.h"
#include "td-filter-button.h"

/* The row above a list that narrows it: words, and a button for each field worth it. */

struct _TdFilterBar
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkBox *buttons;
  GtkButton *clear;
  GtkBox *days;

  TdDayFilter *day; /* or NULL */
  gboolean clearing;
  char *told; /* the words the list was last narrowed by */
};

enum
{
  CHANGED,
  STEP,
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdFilterBar, td_filter_bar, ADW_TYPE_BIN)

static TdFilterButton *
next_button (GtkWidget *before, GtkBox *box)
{
  GtkWidget *widget = before != NULL ? gtk_widget_get_next_sibling (before) : gtk_widget_get_first_child (GTK_WIDGET (box));

  return widget != NULL ? TD_FILTER_BUTTON (widget) : NULL;
}

static void
changed_cb (TdFilterBar *self)
{
  if (self->clearing)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->clear), td_filter_bar_is_set (self));
  g_free (self->told);
  self->told = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_changed_cb (TdFilterBar *self)
{
  if (g_strcmp0 (self->told, gtk_editable_get_text (GTK_EDITABLE (self->search))) != 0)
    changed_cb (self);
}

/* Who types a name and Enter at once does not wait until the list follows by itself. */
static void
activate_cb (TdFilterBar *self)
{
  search_changed_cb (self);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
stop_search_cb (TdFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Who has typed a name goes on to the rows below without leaving the words. */
static gboolean
key_cb (TdFilterBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  int by = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1
                                                                                                                     : 0;

  if (by == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[STEP], 0, by);
  return GDK_EVENT_STOP;
}

static void
td_filter_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_FILTER_BAR);
  G_OBJECT_CLASS (td_filter_bar_parent_class)->dispose (object);
}

static void
td_filter_bar_finalize (GObject *object)
{
  g_free (TD_FILTER_BAR (object)->told);
  G_OBJECT_CLASS (td_filter_bar_parent_class)->finalize (object);
}

static void
td_filter_bar_class_init (TdFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_filter_bar_finalize;
  /**
   * TdFilterBar::step:
   * @by: 1 for the next row, -1 for the one before
   */
  signals[STEP] = g_signal_new ("step", TD_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * TdFilterBar::activated:
   *
   * Enter was pressed on the words; the list has been asked for them.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TD_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TdFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, TdFilterBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, TdFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, TdFilterBar, days);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, td_filter_bar_clear);
}

static void
td_filter_bar_init (TdFilterBar *self)
{
  self->told = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_filter_bar_describe:
 * @self: a bar
 * @session: where the records are
 * @entity_type: the kind of record
 * @fields: (nullable) (array zero-terminated=1): properties to narrow by
 *
 * Gives the bar its buttons.
 */
void
td_filter_bar_describe (TdFilterBar *self, TdSession *session, GType entity_type, const char *const *fields)
{
  TdEntityClass *klass = td_entity_class_of (entity_type);

  for (; fields != NULL && *fields != NULL; fields++)
    {
      GtkWidget *button = td_filter_button_new (td_entity_class_find (klass, *fields), session);

      g_signal_connect_object (button, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->buttons, button);
    }
}

/**
 * td_filter_bar_add_day:
 * @self: a bar
 * @from: the property of a record's first day; must stay alive
 * @until: the property of its last day; must stay alive
 *
 * Lets the list be narrowed to what there was on a day.
 */
void
td_filter_bar_add_day (TdFilterBar *self, const char *from, const char *until)
{
  g_return_if_fail (self->day == NULL);

  self->day = TD_DAY_FILTER (td_day_filter_new (from, until));
  g_signal_connect_object (self->day, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->days, GTK_WIDGET (self->day));
}

/**
 * td_filter_bar_get_day:
 * @self: a bar
 *
 * Returns: (nullable): the day the list is narrowed to, in ISO
 */
const char *
td_filter_bar_get_day (TdFilterBar *self)
{
  return self->day != NULL ? td_day_filter_get_day (self->day) : NULL;
}

/**
 * td_filter_bar_focus:
 * @self: a bar
 *
 * Lets the user type words.
 */
void
td_filter_bar_focus (TdFilterBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
clear (TdFilterBar *self)
{
  TdFilterButton *button = NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  while ((button = next_button ((GtkWidget *) button, self->buttons)) != NULL)
    td_filter_button_clear (button);
  if (self->day != NULL)
    td_day_filter_clear (self->day);
}

/**
 * td_filter_bar_clear:
 * @self: a bar
 *
 * Lets everything through again.
 */
void
td_filter_bar_clear (TdFilterBar *self)
{
  self->clearing = TRUE;
  clear (self);
  self->clearing = FALSE;
  changed_cb (self);
}

/**
 * td_filter_bar_set_only:
 * @self: a bar
 * @name: (nullable): a property; %NULL lets everything through
 * @text: (nullable): the value it has
 * @id: the record it points at, where @text is %NULL
 * @label: (nullable): what people call that record
 *
 * Narrows the list by one value and nothing else.
 */
void
td_filter_bar_set_only (TdFilterBar *self, const char *name, const char *text, gint64 id, const char *label)
{
  TdFilterButton *button = NULL;

  self->clearing = TRUE;
  clear (self);
  while (name != NULL && (button = next_button ((GtkWidget *) button, self->buttons)) != NULL)
    if (text != NULL)
      td_filter_button_set_text (button, name, text);
    else
      td_filter_button_set_id (button, name, id, label);
  self->clearing = FALSE;
  changed_cb (self);
}

/**
 * td_filter_bar_is_set:
 * @self: a bar
 *
 * Returns: whether it narrows the list
 */
gboolean
td_filter_bar_is_set (TdFilterBar *self)
{
  TdFilterButton *button = NULL;

  while ((button = next_button ((GtkWidget *) button, self->buttons)) != NULL)
    if (td_filter_button_is_set (button))
      return TRUE;
  return td_filter_bar_get_day (self) != NULL || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

/**
 * td_filter_bar_narrow:
 * @self: a bar
 * @query: a query
 *
 * Adds the conditions and the words.
 */
void
td_filter_bar_narrow (TdFilterBar *self, TdQuery *query)
{
  TdFilterButton *button = NULL;

  while ((button = next_button ((GtkWidget *) button, self->buttons)) != NULL)
    td_filter_button_narrow (button, query);
  if (self->day != NULL)
    td_day_filter_narrow (self->day, query);
  td_query_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/**
 * td_filter_bar_get_id:
 * @self: a bar
 * @name: a property that points at a record
 *
 * Returns: the record the list is narrowed to, 0 for none
 */
gint64
td_filter_bar_get_id (TdFilterBar *self, const char *name)
{
  TdFilterButton *button = NULL;
  gint64 id = 0;

  while (id == 0 && (button = next_button ((GtkWidget *) button, self->buttons)) != NULL)
    id = td_filter_button_get_id (button, name);
  return id;
}

/**
 * td_filter_bar_set_id:
 * @self: a bar
 * @name: a property that points at a record
 * @id: the record
 * @label: what people call it
 *
 * Narrows the list to what points at one record.
 */
void
td_filter_bar_set_id (TdFilterBar *self, const char *name, gint64 id, const char *label)
{
  TdFilterButton *button = NULL;

  while ((button = next_button ((GtkWidget *) button, self->buttons)) != NULL)
    td_filter_button_set_id (button, name, id, label);
}
