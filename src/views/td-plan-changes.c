/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-changes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-date.h"
#include "td-model.h"
#include "td-part-list.h"
#include "td-plan-change-dialog.h"
#include "td-plan-changes.h"
#include "td-plan-facts.h"

/* The documents that came after a plan, and what holds by them on a day. */

struct _TdPlanChanges
{
  AdwBin parent_instance;

  GtkBox *documents_place;
  GtkEntry *day;
  GtkBox *held_place;

  TdPartList *documents;
  TdFactList *held;
};

G_DEFINE_FINAL_TYPE (TdPlanChanges, td_plan_changes, ADW_TYPE_BIN)

static TdJob *
make_view_job (gint64 plan_id, const char *day)
{
  return td_plan_view_job (plan_id, day);
}

/* A day, not a month or a year. What is half typed asks nothing yet. */
static void
day_changed_cb (TdPlanChanges *self)
{
  g_autofree char *day = td_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)));
  gboolean full = td_date_is_day (day);

  if (full)
    gtk_widget_remove_css_class (GTK_WIDGET (self->day), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day), "error");
  if (full && self->held != NULL)
    td_fact_list_set_day (self->held, day);
}

static void
td_plan_changes_dispose (GObject *object)
{
  TdPlanChanges *self = TD_PLAN_CHANGES (object);

  self->held = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PLAN_CHANGES);
  G_OBJECT_CLASS (td_plan_changes_parent_class)->dispose (object);
}

static void
td_plan_changes_class_init (TdPlanChangesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_plan_changes_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-plan-changes.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPlanChanges, documents_place);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChanges, day);
  gtk_widget_class_bind_template_child (widget_class, TdPlanChanges, held_place);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
}

static void
td_plan_changes_init (TdPlanChanges *self)
{
  g_autofree char *today = td_date_dup_today ();
  g_autofree char *shown = td_date_to_display (today);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->day), shown);
}

/**
 * td_plan_changes_new:
 * @session: where the plans are
 *
 * Returns: the documents of no plan yet
 */
GtkWidget *
td_plan_changes_new (TdSession *session)
{
  TdPlanChanges *self = g_object_new (TD_TYPE_PLAN_CHANGES, NULL);

  self->documents = TD_PART_LIST (td_part_list_new (session, TD_TYPE_PLAN_CHANGE, "plan-id", _ ("Later documents"), _ ("Add a later document")));
  td_part_list_set_add (self->documents, td_plan_change_dialog_present);
  gtk_box_append (self->documents_place, GTK_WIDGET (self->documents));
  self->held = TD_FACT_LIST (td_fact_list_new (session, make_view_job, td_plan_facts_tell_held, _ ("What holds"), _ ("Nothing holds.")));
  gtk_widget_set_vexpand (GTK_WIDGET (self->held), TRUE);
  gtk_box_append (self->held_place, GTK_WIDGET (self->held));
  return GTK_WIDGET (self);
}

/**
 * td_plan_changes_set_plan:
 * @self: a view
 * @plan_id: whose documents it shows, 0 for none
 */
void
td_plan_changes_set_plan (TdPlanChanges *self, gint64 plan_id)
{
  td_part_list_set_whole (self->documents, plan_id);
  td_fact_list_set_parent (self->held, plan_id);
}
