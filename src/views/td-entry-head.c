/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-head"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-display.h"
#include "td-entry-head.h"
#include "td-picker.h"
#include "td-record-jobs.h"
#include "td-suggestions.h"

/* What is chosen once above the lines of entry by hand: plan, giver, award form, kind of
 * commendation, and for merit the period. */

#define N_BUTTONS 4

static const char *const fields[N_BUTTONS] = { "plan-id", "giver-id", "award-form", "kind" };

struct _TdEntryHead
{
  AdwBin parent_instance;

  GtkMenuButton *buttons[N_BUTTONS];
  GtkLabel *labels[N_BUTTONS];
  GtkWidget *period;
  GtkEntry *from;
  GtkEntry *to;

  TdSession *session;
  TdNomination *common;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdEntryHead, td_entry_head, ADW_TYPE_BIN)

static const TdField *
get_field (guint i)
{
  return td_entity_class_find (td_entity_class_of (TD_TYPE_NOMINATION), fields[i]);
}

static void
show_value (TdEntryHead *self, guint i, const char *shown)
{
  const char *label = td_display_get_label (get_field (i));
  g_autofree char *text = g_strdup_printf (_ ("%1$s: %2$s"), label, shown != NULL ? shown : _ ("Not chosen"));

  gtk_label_set_label (self->labels[i], text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->buttons[i]), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->period, g_strcmp0 (self->common->kind, "merit") == 0);
}

static void
show_form_and_kind (TdEntryHead *self)
{
  g_autofree char *kind = td_display_dup_text (TD_ENTITY (self->common), get_field (3));

  show_value (self, 2, self->common->award_form != NULL ? self->common->award_form : _ ("in each line"));
  show_value (self, 3, kind);
}

static guint
index_of (gpointer owner)
{
  return GPOINTER_TO_UINT (g_object_get_data (owner, "td-index"));
}

static void
picked_cb (TdEntryHead *self, gint64 id, const char *label, GObject *picker)
{
  guint i = index_of (picker);

  td_entity_set_number (TD_ENTITY (self->common), get_field (i), id);
  show_value (self, i, label);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (TdEntryHead *self, const char *value, const char *label, GObject *list)
{
  td_entity_set_text (TD_ENTITY (self->common), get_field (index_of (list)), value);
  show_form_and_kind (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
period_cb (TdEntryHead *self)
{
  GtkEntry *entries[] = { self->from, self->to };
  const char *const names[] = { "period-from", "period-to" };

  for (guint i = 0; i < 2; i++)
    {
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (entries[i]));
      g_autofree char *date = *typed != '\0' ? td_date_parse (typed) : NULL;

      g_object_set (self->common, names[i], date, NULL);
      if (*typed != '\0' && date == NULL)
        gtk_widget_add_css_class (GTK_WIDGET (entries[i]), "error");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (entries[i]), "error");
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_picker (TdEntryHead *self, guint i)
{
  TdPicker *picker = g_object_new (TD_TYPE_PICKER, NULL);

  td_picker_set_source (picker, self->session, i == 0 ? TD_TYPE_PLAN : TD_TYPE_GIVER, td_display_get_label (get_field (i)));
  td_picker_set_clear_label (picker, NULL);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (picker);
}

static GtkWidget *
make_choices (TdEntryHead *self, guint i)
{
  const TdField *field = get_field (i);
  TdSuggestions *choices = TD_SUGGESTIONS (td_suggestions_new (td_display_get_label (field)));
  g_auto (GStrv) texts = field->kind == TD_FIELD_TEXT ? td_suggestions_dup_for (field) : NULL;

  if (texts != NULL)
    td_suggestions_add (choices, NULL, _ ("In each line"));
  for (guint j = 0; texts != NULL && texts[j] != NULL; j++)
    td_suggestions_add (choices, texts[j], texts[j]);
  for (const TdChoice *choice = field->choices; choice != NULL && choice->nick != NULL; choice++)
    td_suggestions_add (choices, choice->nick, _ (choice->label));
  g_signal_connect_object (choices, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (choices);
}

static GtkEntry *
make_date (TdEntryHead *self, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 10);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (period_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->period), entry);
  return GTK_ENTRY (entry);
}

static void
td_entry_head_dispose (GObject *object)
{
  TdEntryHead *self = TD_ENTRY_HEAD (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_entry_head_parent_class)->dispose (object);
}

static void
td_entry_head_finalize (GObject *object)
{
  g_clear_object (&TD_ENTRY_HEAD (object)->common);
  G_OBJECT_CLASS (td_entry_head_parent_class)->finalize (object);
}

static void
td_entry_head_class_init (TdEntryHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_entry_head_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_entry_head_finalize;
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_ENTRY_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_entry_head_init (TdEntryHead *self)
{
  self->common = g_object_new (TD_TYPE_NOMINATION, "kind", "movement", NULL);
}

/**
 * td_entry_head_set_session:
 * @self: a head
 * @session: where plans and givers are
 */
void
td_entry_head_set_session (TdEntryHead *self, TdSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_set_object (&self->session, session);
  self->period = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      GtkWidget *button = gtk_menu_button_new ();
      GtkWidget *label = gtk_label_new (NULL);
      GtkWidget *popover = i < 2 ? make_picker (self, i) : make_choices (self, i);

      g_object_set_data (G_OBJECT (popover), "td-index", GUINT_TO_POINTER (i));
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
      gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (box), button);
      self->buttons[i] = GTK_MENU_BUTTON (button);
      self->labels[i] = GTK_LABEL (label);
      show_value (self, i, NULL);
    }
  self->from = make_date (self, td_display_get_label (td_entity_class_find (td_entity_class_of (TD_TYPE_NOMINATION), "period-from")));
  self->to = make_date (self, td_display_get_label (td_entity_class_find (td_entity_class_of (TD_TYPE_NOMINATION), "period-to")));
  gtk_box_append (GTK_BOX (box), self->period);
  gtk_widget_add_css_class (box, "td-filters");
  adw_bin_set_child (ADW_BIN (self), box);
  show_form_and_kind (self);
}

static void
got_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdEntryHead *self = owner;
  TdEntity *entity = td_job_get_object (job);
  guint i = index_of (G_OBJECT (job));
  g_autofree char *label = NULL;

  if (entity == NULL || self->session == NULL || td_entity_get_number (TD_ENTITY (self->common), get_field (i)) != td_entity_get_id (entity))
    return;
  label = td_record_dup_label (entity);
  show_value (self, i, label);
}

static void
ask_label (TdEntryHead *self, guint i, GType type)
{
  gint64 id = td_entity_get_number (TD_ENTITY (self->common), get_field (i));
  TdJob *job;

  if (id == 0)
    return;
  job = td_record_get_job (type, id);
  g_object_set_data (G_OBJECT (job), "td-index", GUINT_TO_POINTER (i));
  td_session_run (self->session, job, TD_RUN_QUIET, got_cb, self);
}

/**
 * td_entry_head_set_like:
 * @self: a head
 * @like: (nullable): what was entered before, to begin with
 * @plan_id: the plan that is looked at, 0 for none
 */
void
td_entry_head_set_like (TdEntryHead *self, TdNomination *like, gint64 plan_id)
{
  if (like != NULL)
    g_object_set (self->common, "plan-id", like->plan_id, "giver-id", like->giver_id, "award-form", like->award_form,
                  "kind", like->kind, "period-from", like->period_from, "period-to", like->period_to, NULL);
  if (plan_id != 0)
    g_object_set (self->common, "plan-id", plan_id, NULL);
  ask_label (self, 0, TD_TYPE_PLAN);
  ask_label (self, 1, TD_TYPE_GIVER);
  show_form_and_kind (self);
  if (like != NULL && like->period_from != NULL && like->period_to != NULL)
    {
      g_autofree char *from = td_date_to_display (like->period_from);
      g_autofree char *to = td_date_to_display (like->period_to);

      gtk_editable_set_text (GTK_EDITABLE (self->from), from);
      gtk_editable_set_text (GTK_EDITABLE (self->to), to);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * td_entry_head_get_common:
 * @self: a head
 *
 * Returns: (transfer none): what all new lines share
 */
TdNomination *
td_entry_head_get_common (TdEntryHead *self)
{
  return self->common;
}

/**
 * td_entry_head_is_form_in_lines:
 * @self: a head
 *
 * Returns: whether each line has an award form of its own
 */
gboolean
td_entry_head_is_form_in_lines (TdEntryHead *self)
{
  return self->common->award_form == NULL;
}
