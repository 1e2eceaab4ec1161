/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-overview-parts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-number.h"
#include "td-overview-parts.h"

/* What the Overview is made of: figures in groups, and a card for each plan under way. Every figure is a button that opens
 * the rows it counts. */

#define TEXT_CHARS 28
#define CARD_CHARS 30

/* Where a button leads; kept with it. */
typedef struct
{
  const char *page;
  gint64 record_id;
  const char *tab;
  const char *field;
  const char *value;
  gint64 id;
  char *label;
  const char *then;
  const char *action;
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  g_free (((Target *) data)->label);
  g_free (data);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
show_rows (GtkWidget *widget, const Target *target)
{
  gtk_widget_activate_action (widget, "win.show-rows", "(sxsssxss)", target->page, target->record_id, or_empty (target->tab), or_empty (target->field),
                              or_empty (target->value), target->id, or_empty (target->label), or_empty (target->then));
}

/* What a part of the program that is not there would open stands on a page, too. */
static void
clicked_cb (GtkWidget *button, Target *target)
{
  if (target->action == NULL || !gtk_widget_activate_action (button, target->action, NULL))
    show_rows (button, target);
}

static void
lead_to (GtkWidget *button, const Target *target)
{
  Target *kept = g_memdup2 (target, sizeof *target);

  kept->label = g_strdup (target->label);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), kept, target_free, 0);
}

/**
 * td_overview_open_rows:
 * @widget: in the window
 * @page: a page
 * @record_id: a record of it, 0 for none
 * @tab: (nullable): a tab of its details
 * @then: (nullable): what the page does then
 */
void
td_overview_open_rows (GtkWidget *widget, const char *page, gint64 record_id, const char *tab, const char *then)
{
  const Target target = { .page = page, .record_id = record_id, .tab = tab, .then = then };

  show_rows (widget, &target);
}

static GtkWidget *
make_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The name under which a figure takes the focus back when it is made anew. */
static void
set_key (GtkWidget *button, const char *key, gint64 id)
{
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT, key, id);

  gtk_widget_set_name (button, name);
}

/* Figures */

static GtkWidget *
make_figure (TdOverviewFigure *figure)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = td_number_to_display (figure->n);
  GtkWidget *count = make_label (number, "td-figure", 1);
  GtkWidget *text = make_label (figure->text, NULL, 0);
  GtkWidget *detail = make_label (figure->detail, "td-small", 0);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  g_autofree char *name = g_strdup_printf (figure->detail != NULL ? "%s %s, %s" : "%s %s", number, figure->text, figure->detail);
  const Target target = { figure->page, figure->record_id, figure->tab, figure->field, figure->value, 0, NULL, figure->then, figure->action };

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "td-figure-row");
  gtk_widget_add_css_class (count, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (count), 5);
  gtk_label_set_ellipsize (GTK_LABEL (count), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (text), TEXT_CHARS); /* details stand under each other */
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_widget_set_opacity (icon, figure->urgent ? 1 : 0); /* texts stay under each other */
  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, figure->detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_key (button, figure->key, figure->record_id);
  lead_to (button, &target);
  return button;
}

/**
 * td_overview_group_new:
 * @overview: an overview
 * @group: one of td_overview_groups
 *
 * Returns: (nullable): its figures, %NULL when there are none
 */
GtkWidget *
td_overview_group_new (TdOverview *overview, const TdChoice *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ (group->label));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (overview->figures)); i++)
    {
      g_autoptr (TdOverviewFigure) figure = g_list_model_get_item (G_LIST_MODEL (overview->figures), i);

      if (!g_str_equal (figure->group, group->nick))
        continue;
      gtk_box_append (GTK_BOX (card), make_figure (figure));
      n++;
    }
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (title), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 14);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "td-group-title");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "td-group");
  gtk_widget_set_hexpand (card, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), card);
  if (n > 0)
    return box;
  g_object_ref_sink (box);
  g_object_unref (box);
  return NULL;
}

/* Cards */

static void
append_bar (GtkBox *card, TdOverviewPlan *plan, const char *key, const char *text, gint64 done, gint64 total, const Target *target)
{
  GtkWidget *button;
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *bar;

  if (total <= 0)
    return;
  button = gtk_button_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  label = make_label (text, NULL, 0);
  bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), CLAMP ((double) done / total, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CARD_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "td-card-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  set_key (button, key, td_entity_get_id (TD_ENTITY (plan->plan)));
  lead_to (button, target);
  gtk_box_append (card, button);
}

static char *
with_late (char *text, guint n_late)
{
  g_autofree char *taken = text;

  /* Translators: what is done, and how much of the rest is overdue */
  return n_late > 0 ? g_strdup_printf (ngettext ("%s · %u overdue", "%s · %u overdue", n_late), taken, n_late) : g_steal_pointer (&taken);
}

static char *
nominations_text (TdOverviewPlan *plan, gint64 total)
{
  g_autofree char *all = td_number_to_display (total);
  g_autofree char *fresh = td_number_to_display (plan->n_new);
  g_autofree char *drafted = td_number_to_display (plan->n_drafted);

  if (plan->n_drafted > 0)
    /* Translators: nominations of a plan: all, new ones, those in a draft */
    return g_strdup_printf (_ ("Nominations %s: %s new, %s in a draft"), all, fresh, drafted);
  return g_strdup_printf (_ ("Nominations %s: %s new"), all, fresh);
}

static void
append_bars (GtkBox *card, TdOverviewPlan *plan)
{
  gint64 id = td_entity_get_id (TD_ENTITY (plan->plan));
  gint64 total = plan->n_new + plan->n_drafted + plan->n_awarded;
  const Target reports = { .page = "plans", .record_id = id, .tab = "deadlines" };
  const Target tasks = { .page = "plans", .record_id = id, .tab = "tasks" };
  /* Translators: reports of units: how many came, of how many */
  g_autofree char *reports_text = with_late (g_strdup_printf (_ ("Reports %u/%u"), plan->n_received, plan->n_reports), plan->reports.late);
  /* Translators: tasks of a plan: how many are done, of how many */
  g_autofree char *tasks_text = with_late (g_strdup_printf (_ ("Tasks %u/%u"), plan->n_done, plan->n_tasks), plan->tasks.late);
  g_autofree char *nominations = nominations_text (plan, total);
  g_autofree char *n = td_number_to_display (plan->n_printed);
  g_autofree char *of = td_number_to_display (plan->n_certificates);
  g_autofree char *printed = g_strdup_printf (_ ("Certificates %s/%s printed"), n, of);

  append_bar (card, plan, "reports", reports_text, plan->n_received, plan->n_reports, &reports);
  append_bar (card, plan, "tasks", tasks_text, plan->n_done, plan->n_tasks, &tasks);
  append_bar (card, plan, "nominations", nominations, plan->n_awarded, total,
              &(Target){ .page = "nominations", .field = "plan-id", .id = id, .label = plan->plan->title });
  append_bar (card, plan, "certificates", printed, plan->n_printed, plan->n_certificates,
              &(Target){ .page = "decisions", .field = "plan-id", .id = id, .label = plan->plan->title });
}

static char *
dup_time_left (TdOverviewPlan *plan, const char *day)
{
  g_autofree char *end = td_date_to_display (plan->end);
  int days = plan->end != NULL ? -td_date_days_after (plan->end, day) : 0;

  if (plan->end != NULL && days == 0)
    return g_strdup (_ ("ends today"));
  if (plan->end != NULL)
    /* Translators: days, and the last day */
    return g_strdup_printf (ngettext ("%d day left, until %s", "%d days left, until %s", days), days, end);
  if (plan->event_name != NULL)
    /* Translators: an event whose day is open */
    return g_strdup_printf (_ ("until: %s"), plan->event_name);
  return g_strdup (_ ("no end is set"));
}

/**
 * td_overview_card_new:
 * @plan: a plan under way
 * @day: as of which day
 *
 * Returns: what it is, how long it lasts, and how far it has come
 */
GtkWidget *
td_overview_card_new (TdOverviewPlan *plan, const char *day)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = make_label (plan->name, "td-strong", 0);
  g_autofree char *left = dup_time_left (plan, day);
  GtkWidget *until = make_label (left, "td-small", 0);
  g_autofree char *label = g_strdup_printf ("%s, %s", plan->name, left);
  gint64 id = td_entity_get_id (TD_ENTITY (plan->plan));

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_width_chars (GTK_LABEL (name), CARD_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (name), CARD_CHARS);
  gtk_box_append (GTK_BOX (box), name);
  gtk_label_set_max_width_chars (GTK_LABEL (until), CARD_CHARS);
  gtk_box_append (GTK_BOX (box), until);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "td-card-row");
  gtk_widget_set_tooltip_text (button, plan->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  set_key (button, "plan", id);
  lead_to (button, &(Target){ .page = "plans", .record_id = id, .tab = "form" });
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "td-card");
  gtk_box_append (GTK_BOX (card), button);
  append_bars (GTK_BOX (card), plan);
  return card;
}
