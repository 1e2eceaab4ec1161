/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-fact-row"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-plan-fact-row.h"

/* One fact of a plan under review: what it is about, what the plan says, and how sure that is. The first of a group
 * carries the group's heading. */

struct _TdPlanFactRow
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *text;
  GtkLabel *note;

  TdPlanFact *fact;
};

G_DEFINE_FINAL_TYPE (TdPlanFactRow, td_plan_fact_row, ADW_TYPE_BIN)

static const struct
{
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [TD_PLAN_FACT_SURE] = { "emblem-ok-symbolic", "td-sure" },
  [TD_PLAN_FACT_CHECK] = { "dialog-warning-symbolic", "warning" },
  [TD_PLAN_FACT_MISSING] = { "dialog-question-symbolic", "warning" },
  [TD_PLAN_FACT_CHANGED] = { "document-edit-symbolic", "accent" },
};

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static char *
dup_note (TdPlanFact *fact)
{
  GString *note = g_string_new (fact->state == TD_PLAN_FACT_CHECK ? fact->why : NULL);

  if (fact->before != NULL)
    {
      if (note->len > 0)
        g_string_append_c (note, '\n');
      if (*fact->before != '\0')
        /* Translators: what the plan says that was accepted earlier */
        g_string_append_printf (note, _ ("Accepted before: %s"), fact->before);
      else
        g_string_append (note, _ ("Not in the plan that was accepted"));
    }
  return g_string_free (note, FALSE);
}

static void
show_state (TdPlanFactRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->icon), looks[i].css_class);
      gtk_widget_remove_css_class (GTK_WIDGET (self->state), looks[i].css_class);
    }
  gtk_image_set_from_icon_name (self->icon, self->fact->left_out ? "list-remove-symbolic" : looks[self->fact->state].icon_name);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), looks[self->fact->state].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), looks[self->fact->state].css_class);
  set_label (self->state, self->fact->left_out ? _ ("Left out") : self->fact->state == TD_PLAN_FACT_SURE ? ""
                                                                                                         : td_plan_fact_state_get_title (self->fact->state));
}

/* A label counts its lines anew in each paragraph. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("; ", lines);
}

static void
changed_cb (TdPlanFactRow *self)
{
  g_autofree char *title = td_plan_fact_dup_title (self->fact);
  g_autofree char *lines = td_plan_fact_dup_text (self->fact);
  g_autofree char *text = join_lines (lines);
  g_autofree char *note = dup_note (self->fact);
  g_autofree char *spoken = g_strdup_printf ("%s: %s. %s", title, text, self->fact->left_out ? _ ("Left out") : td_plan_fact_state_get_title (self->fact->state));

  gtk_label_set_label (self->title, title);
  set_label (self->text, text);
  set_label (self->note, note);
  show_state (self);
  if (self->fact->left_out)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
drop_fact (TdPlanFactRow *self)
{
  if (self->fact != NULL)
    g_signal_handlers_disconnect_by_data (self->fact, self);
  g_clear_object (&self->fact);
}

static void
td_plan_fact_row_dispose (GObject *object)
{
  drop_fact (TD_PLAN_FACT_ROW (object));
  adw_bin_set_child (ADW_BIN (object), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_PLAN_FACT_ROW);
  G_OBJECT_CLASS (td_plan_fact_row_parent_class)->dispose (object);
}

static void
td_plan_fact_row_class_init (TdPlanFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_plan_fact_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-plan-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactRow, heading);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactRow, state);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactRow, text);
  gtk_widget_class_bind_template_child (widget_class, TdPlanFactRow, note);
}

static void
td_plan_fact_row_init (TdPlanFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_plan_fact_row_set_fact:
 * @self: a row
 * @fact: (nullable): what it shows
 * @first_of_group: whether the heading of its group stands above it
 */
void
td_plan_fact_row_set_fact (TdPlanFactRow *self, TdPlanFact *fact, gboolean first_of_group)
{
  drop_fact (self);
  if (fact == NULL)
    return;
  self->fact = g_object_ref (fact);
  g_signal_connect_swapped (fact, "changed", G_CALLBACK (changed_cb), self);
  set_label (self->heading, first_of_group ? td_plan_fact_group_get_title (fact->group) : "");
  changed_cb (self);
}
