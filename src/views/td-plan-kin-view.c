/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-kin-view"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-plan-kin-view.h"
#include "td-plan-kin.h"

/* What a plan comes from and what comes from it, each leading there; unseen when there is nothing. */

#define MOST_SHOWN 6 /* a province's plan may have a hundred of communes: the rest is counted */

struct _TdPlanKinView
{
  AdwBin parent_instance;

  GtkBox *box;

  TdSession *session;
  gint64 plan_id;
  guint serial;
};

G_DEFINE_FINAL_TYPE (TdPlanKinView, td_plan_kin_view, ADW_TYPE_BIN)

static char *
dup_label (const TdPlanKin *kin)
{
  static const char *const formats[] = {
    /* Translators: number or title of a plan */
    [TD_PLAN_KIN_PARENT] = N_ ("Carries out: %s"),
    [TD_PLAN_KIN_PREDECESSOR] = N_ ("Goes on with: %s"),
    [TD_PLAN_KIN_CHILD] = N_ ("Carried out by: %s"),
    [TD_PLAN_KIN_SUCCESSOR] = N_ ("Continued by: %s"),
  };
  g_autofree char *name = kin->plan->issuer != NULL ? g_strdup_printf ("%s, %s", kin->plan->number != NULL ? kin->plan->number : kin->plan->title, kin->plan->issuer)
                                                    : g_strdup (kin->plan->number != NULL ? kin->plan->number : kin->plan->title);

  return g_strdup_printf (_ (formats[kin->kinship]), name);
}

static void
clicked_cb (TdPlanKinView *self, GtkButton *button)
{
  const TdPlanKin *kin = g_object_get_data (G_OBJECT (button), "td-kin");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "plans", td_entity_get_id (TD_ENTITY (kin->plan)));
}

static void
append_button (TdPlanKinView *self, TdPlanKin *kin)
{
  g_autofree char *text = dup_label (kin);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (button, kin->plan->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "td-kin");
  g_object_set_data_full (G_OBJECT (button), "td-kin", g_object_ref (kin), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
append_rest (TdPlanKinView *self, guint n)
{
  /* Translators: how many plans are not shown */
  g_autofree char *text = g_strdup_printf (ngettext ("and %u other plan", "and %u other plans", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "td-small");
  gtk_box_append (self->box, label);
}

static void
got_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPlanKinView *self = owner;
  GListModel *kin = td_job_get_object (job);
  guint n = kin != NULL ? g_list_model_get_n_items (kin) : 0;
  GtkWidget *child;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; error == NULL && i < MIN (n, MOST_SHOWN); i++)
    {
      g_autoptr (TdPlanKin) item = g_list_model_get_item (kin, i);

      append_button (self, item);
    }
  if (n > MOST_SHOWN)
    append_rest (self, n - MOST_SHOWN);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
ask (TdPlanKinView *self)
{
  TdJob *job;

  self->serial++;
  if (self->session == NULL || self->plan_id == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  job = td_plan_kin_job (self->plan_id);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, got_cb, self);
}

static void
td_plan_kin_view_dispose (GObject *object)
{
  g_clear_object (&TD_PLAN_KIN_VIEW (object)->session);
  G_OBJECT_CLASS (td_plan_kin_view_parent_class)->dispose (object);
}

static void
td_plan_kin_view_class_init (TdPlanKinViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_plan_kin_view_dispose;
}

static void
td_plan_kin_view_init (TdPlanKinView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "td-acts");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * td_plan_kin_view_new:
 * @session: where the plans are
 *
 * Returns: a view of no plan yet, unseen
 */
GtkWidget *
td_plan_kin_view_new (TdSession *session)
{
  TdPlanKinView *self = g_object_new (TD_TYPE_PLAN_KIN_VIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * td_plan_kin_view_show:
 * @self: a view
 * @plan_id: a plan; 0 for none
 */
void
td_plan_kin_view_show (TdPlanKinView *self, gint64 plan_id)
{
  self->plan_id = plan_id;
  ask (self);
}
