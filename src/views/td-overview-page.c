/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-overview-page"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-overview-page.h"
#include "td-overview-parts.h"
#include "td-page-header.h"
#include "td-timeline-view.h"

/* The first screen of the morning. Its figures come after the first frame, again when the office changes while somebody
 * looks, and when another day begins. */

#define DELAY     250 /* ms after a change: many come at once */
#define DAY_CHECK 60  /* s; a machine that slept has missed midnight */

struct _TdOverviewPage
{
  AdwBin parent_instance;

  TdPageHeader *header;
  GtkStack *state;
  GtkBox *groups;
  GtkFlowBox *cards;
  GtkWidget *cards_title;
  GtkWidget *timeline_title;
  TdTimelineView *timeline;
  GtkWidget *begin_units;
  GtkWidget *begin_plans;
  GtkWidget *remind;

  TdSession *session;
  TdOverview *overview;      /* as it was counted last */
  GCancellable *cancellable; /* of the counting under way */
  gboolean stale;            /* there is something to count again */
  guint timeout_id;
  guint day_id;
};

enum
{
  PROP_0,
  PROP_OVERVIEW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TdOverviewPage, td_overview_page, ADW_TYPE_BIN)

/* What was counted */

static void
show_figures (TdOverviewPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (const TdChoice *group = td_overview_groups; group->nick != NULL; group++)
    {
      GtkWidget *box = td_overview_group_new (self->overview, group);

      if (box != NULL)
        gtk_box_append (self->groups, box);
    }
  if (gtk_widget_get_first_child (GTK_WIDGET (self->groups)) == NULL)
    {
      GtkWidget *label = gtk_label_new (_ ("Nothing is due, and nothing waits."));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->groups, label);
    }
}

static void
show_plans (TdOverviewPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->overview->plans));
  guint n_cards = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_flow_box_remove (self->cards, child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdOverviewPlan) plan = g_list_model_get_item (G_LIST_MODEL (self->overview->plans), i);

      if (!plan->runs)
        continue;
      gtk_flow_box_insert (self->cards, td_overview_card_new (plan, self->overview->day), -1);
      /* The buttons within are what is walked. */
      gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (self->cards, n_cards++)), FALSE);
    }
  gtk_widget_set_visible (self->cards_title, n_cards > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), n_cards > 0);
  gtk_widget_set_visible (self->timeline_title, n > 0);
  td_timeline_view_show (self->timeline, self->overview);
}

static GtkWidget *
find_named (GtkWidget *top, const char *name)
{
  GtkWidget *found = g_str_equal (gtk_widget_get_name (top), name) ? top : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);
  return found;
}

static GtkWidget *
get_focus (TdOverviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Who comes from another page by a key, or has only just begun, goes on with the first figure; who walks the list of pages
 * stays there. */
static void
take_free_focus (TdOverviewPage *self, gboolean first)
{
  GtkWidget *focus = get_focus (self);
  gboolean is_free = focus == NULL || !gtk_widget_get_mapped (focus) || (first && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));

  if (is_free && self->overview != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->state), GTK_DIR_TAB_FORWARD);
}

static void
show_overview (TdOverviewPage *self)
{
  GtkWidget *focus = get_focus (self);
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->state));
  g_autofree char *name = had_focus ? g_strdup (gtk_widget_get_name (focus)) : NULL;
  g_autofree char *date = td_date_to_display (self->overview->day);
  gboolean has_plans = g_list_model_get_n_items (G_LIST_MODEL (self->overview->plans)) > 0;
  gboolean is_empty = !has_plans && g_list_model_get_n_items (G_LIST_MODEL (self->overview->figures)) == 0;
  gboolean no_units = self->overview->n_units == 0;

  td_page_header_set_title (self->header, _ ("Overview"), date);
  gtk_widget_set_visible (self->remind, self->overview->late_units->len > 0);
  show_figures (self);
  show_plans (self);
  (no_units ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->begin_units, "suggested-action");
  (no_units ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (self->begin_plans, "suggested-action");
  gtk_stack_set_visible_child_name (self->state, is_empty ? "empty" : "figures");
  focus = name != NULL ? find_named (GTK_WIDGET (self->state), name) : NULL;
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  else if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->state), GTK_DIR_TAB_FORWARD);
}

/* Counting */

static void
counted_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdOverviewPage *self = owner;
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gboolean first;

  if (self->state == NULL || cancelled)
    return;
  g_clear_object (&self->cancellable);
  if (error != NULL)
    {
      self->stale = TRUE; /* it is counted again when one comes back */
      td_page_header_set_title (self->header, _ ("Overview"), error->message);
      return;
    }
  first = self->overview == NULL;
  g_set_object (&self->overview, td_job_get_object (job));
  show_overview (self);
  take_free_focus (self, first);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OVERVIEW]);
}

static void
stop_counting (TdOverviewPage *self)
{
  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->stale = TRUE;
}

static gboolean
count_cb (gpointer user_data)
{
  TdOverviewPage *self = user_data;

  self->timeout_id = 0;
  if (td_session_is_closed (self->session))
    return G_SOURCE_REMOVE;
  stop_counting (self);
  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  td_session_run_cancellable (self->session, td_overview_job (NULL), TD_RUN_QUIET, self->cancellable, counted_cb, self);
  return G_SOURCE_REMOVE;
}

static void
count_later (TdOverviewPage *self, guint delay)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_full (G_PRIORITY_LOW, delay, count_cb, self, NULL);
}

/* What nobody looks at is counted when somebody does. */
static void
changed_cb (TdOverviewPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    count_later (self, DELAY);
}

/* The lists want the office file for themselves; but the first count is finished, because the day's notification waits for
 * it. */
static void
td_overview_page_unmap (GtkWidget *widget)
{
  TdOverviewPage *self = TD_OVERVIEW_PAGE (widget);

  if (self->overview != NULL)
    {
      g_clear_handle_id (&self->timeout_id, g_source_remove);
      stop_counting (self);
    }
  GTK_WIDGET_CLASS (td_overview_page_parent_class)->unmap (widget);
}

static gboolean
day_cb (gpointer user_data)
{
  TdOverviewPage *self = user_data;
  g_autofree char *today = td_date_dup_today ();

  if (self->overview != NULL && g_strcmp0 (self->overview->day, today) != 0 && self->cancellable == NULL && self->timeout_id == 0)
    count_later (self, DELAY);
  return G_SOURCE_CONTINUE;
}

static void
td_overview_page_dispose (GObject *object)
{
  TdOverviewPage *self = TD_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_handle_id (&self->day_id, g_source_remove);
  stop_counting (self);
  g_clear_object (&self->session);
  g_clear_object (&self->overview);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (td_overview_page_parent_class)->dispose (object);
}

static void
td_overview_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OVERVIEW: g_value_set_object (value, TD_OVERVIEW_PAGE (object)->overview); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
td_overview_page_class_init (TdOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_overview_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = td_overview_page_get_property;
  widget_class->unmap = td_overview_page_unmap;
  properties[PROP_OVERVIEW] = g_param_spec_object ("overview", NULL, NULL, TD_TYPE_OVERVIEW, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (TD_TYPE_PAGE_HEADER);
  g_type_ensure (TD_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, header);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, state);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, groups);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, cards_title);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, timeline_title);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, begin_units);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, begin_plans);
}

static void
td_overview_page_init (TdOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_page_header_set_title (self->header, _ ("Overview"), NULL);
  self->remind = gtk_button_new_with_label (_ ("Reminder Letters…"));
  gtk_widget_add_css_class (self->remind, "suggested-action");
  gtk_widget_set_tooltip_text (self->remind, _ ("Letters to all units that are late with reports"));
  gtk_widget_set_visible (self->remind, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remind), "win.remind-late");
  td_page_header_pack_start (self->header, self->remind);
}

/**
 * td_overview_page_set_session:
 * @self: the page
 * @session: the office it looks over
 */
void
td_overview_page_set_session (TdOverviewPage *self, TdSession *session)
{
  self->session = g_object_ref (session);
  td_page_header_set_session (self->header, session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->stale = TRUE;
  self->day_id = g_timeout_add_seconds (DAY_CHECK, day_cb, self);
}

/**
 * td_overview_page_look:
 * @self: the page, about to be seen
 *
 * Counts what has changed since it was seen.
 */
void
td_overview_page_look (TdOverviewPage *self)
{
  if (self->stale && self->timeout_id == 0)
    count_later (self, 0);
  take_free_focus (self, FALSE);
}

/**
 * td_overview_page_get_overview:
 * @self: the page
 *
 * Returns: (nullable): what it shows, %NULL until it has been counted
 */
TdOverview *
td_overview_page_get_overview (TdOverviewPage *self)
{
  return self->overview;
}
