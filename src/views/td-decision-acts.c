/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-acts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-decision-acts.h"
#include "td-display.h"

/* How far a decision has come, and what can be done with it now. */

struct _TdDecisionActs
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *state;
  GtkWidget *submit;
  GtkWidget *take_back;
  GtkWidget *issue;
};

G_DEFINE_FINAL_TYPE (TdDecisionActs, td_decision_acts, ADW_TYPE_BIN)

static void
td_decision_acts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_DECISION_ACTS);
  G_OBJECT_CLASS (td_decision_acts_parent_class)->dispose (object);
}

static void
td_decision_acts_class_init (TdDecisionActsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_decision_acts_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-decision-acts.ui");
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, icon);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, state);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, submit);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, take_back);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActs, issue);
}

static void
td_decision_acts_init (TdDecisionActs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_decision_acts_new:
 *
 * Returns: the acts, of no decision yet
 */
GtkWidget *
td_decision_acts_new (void)
{
  return g_object_new (TD_TYPE_DECISION_ACTS, NULL);
}

/**
 * td_decision_acts_set_decision:
 * @self: the acts
 * @decision: (nullable): of which decision
 */
void
td_decision_acts_set_decision (TdDecisionActs *self, TdDecision *decision)
{
  const TdField *field = td_entity_class_find (td_entity_class_of (TD_TYPE_DECISION), "state");
  gboolean draft, submitted, issued;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), decision != NULL);
  if (decision == NULL)
    return;
  draft = g_strcmp0 (decision->state, "draft") == 0;
  submitted = g_strcmp0 (decision->state, "submitted") == 0;
  issued = g_strcmp0 (decision->state, "issued") == 0;
  date = decision->date != NULL ? td_date_to_display (decision->date) : NULL;
  if (issued)
    /* Translators: number and date of a decision */
    text = g_strdup_printf (_ ("Issued as %s on %s; locked"), decision->number, date);
  else
    text = td_display_dup_text (TD_ENTITY (decision), field);
  gtk_label_set_label (self->state, text);
  gtk_image_set_from_icon_name (self->icon, td_display_get_icon (field, decision->state));
  gtk_widget_set_visible (self->submit, draft);
  gtk_widget_set_visible (self->take_back, submitted);
  gtk_widget_set_visible (self->issue, !issued);
}
