/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-decision-act-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-corrections.h"
#include "td-choice-row.h"
#include "td-date.h"
#include "td-decision-act-dialog.h"
#include "td-decision-act-jobs.h"
#include "td-finding-list.h"
#include "td-model.h"

/* Correcting or revoking what was issued: by which document, and whose certificate reads how from now on. What is
 * typed for one name stays while another is looked at. */

struct _TdDecisionActDialog
{
  AdwWindow parent_instance;

  GtkButton *act;
  GtkLabel *summary;
  TdFindingList *findings;
  AdwComboRow *kind;
  AdwEntryRow *number;
  AdwEntryRow *date;
  AdwEntryRow *signer;
  AdwEntryRow *reason;
  AdwPreferencesGroup *correction;
  AdwComboRow *whose;
  AdwPreferencesGroup *revocation;
  AdwComboRow *which;

  TdSession *session;
  gint64 decision_id;
  GHashTable *chosen;  /* set of gint64: chosen in the list of names; NULL: none */
  char *achievement;   /* of the whole list */
  GPtrArray *awards;   /* of TdAward, those that still stand */
  GPtrArray *rows;     /* of GtkEditable, in the order of td_choices_corrected_field */
  GHashTable *changes; /* “award field” → text, as far as it differs */
  gboolean loading;
};

enum
{
  KIND_CORRECTION,
  KIND_REVOCATION,
};

G_DEFINE_FINAL_TYPE (TdDecisionActDialog, td_decision_act_dialog, ADW_TYPE_WINDOW)

static gboolean
is_revocation (TdDecisionActDialog *self)
{
  return adw_combo_row_get_selected (self->kind) == KIND_REVOCATION;
}

static char *
dup_typed (gpointer row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_complete (TdDecisionActDialog *self)
{
  g_autofree char *number = dup_typed (self->number);
  g_autofree char *date = dup_typed (self->date);
  g_autofree char *reason = dup_typed (self->reason);

  if (self->awards == NULL || self->awards->len == 0 || *number == '\0' || *date == '\0')
    return FALSE;
  return is_revocation (self) ? *reason != '\0' : g_hash_table_size (self->changes) > 0;
}

/* What will have changed, in a word. */
static void
tell (TdDecisionActDialog *self)
{
  guint n = g_hash_table_size (self->changes);
  g_autofree char *text = NULL;

  if (self->awards == NULL)
    return;
  if (self->awards->len == 0)
    text = g_strdup (_ ("All awards of the decision have been revoked already."));
  else if (is_revocation (self))
    text = g_strdup (_ ("Who is revoked is no longer printed, called or confirmed. Certificates that are out are to be taken back."));
  else if (n > 0)
    text = g_strdup_printf (ngettext ("%u place is corrected. The new certificate keeps number, date and register number; the old one is to be taken back.",
                                      "%u places are corrected. The new certificates keep number, date and register number; the old ones are to be taken back.", n),
                            n);
  else
    text = g_strdup (_ ("Choose a name and type how its certificate reads now. The decision stays as it was issued."));
  gtk_label_set_label (self->summary, text);
}

static void
typed_cb (TdDecisionActDialog *self)
{
  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->act), is_complete (self));
  tell (self);
}

static void
kind_cb (TdDecisionActDialog *self)
{
  gboolean revoke = is_revocation (self);

  gtk_widget_set_visible (GTK_WIDGET (self->correction), !revoke);
  gtk_widget_set_visible (GTK_WIDGET (self->revocation), revoke);
  gtk_button_set_label (self->act, revoke ? _ ("Revoke") : _ ("Correct"));
  typed_cb (self);
}

/* The certificate as it reads */

static TdAward *
get_award (TdDecisionActDialog *self)
{
  guint n = adw_combo_row_get_selected (self->whose);

  return self->awards != NULL && n < self->awards->len ? g_ptr_array_index (self->awards, n) : NULL;
}

static const char *
get_present (TdDecisionActDialog *self, TdAward *award, const char *nick)
{
  const char *text = td_entity_get_text (TD_ENTITY (award), td_award_corrections_find_field (nick));

  if (text == NULL && g_str_equal (nick, "achievement"))
    text = self->achievement;
  return text != NULL ? text : "";
}

static char *
make_key (TdAward *award, const char *nick)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", td_entity_get_id (TD_ENTITY (award)), nick);
}

static void
edited_cb (TdDecisionActDialog *self, GtkEditable *row)
{
  const char *nick = g_object_get_data (G_OBJECT (row), "td-field");
  TdAward *award = get_award (self);
  g_autofree char *text = NULL;

  if (self->loading || award == NULL)
    return;
  text = dup_typed (row);
  if (g_str_equal (text, get_present (self, award, nick)))
    {
      g_autofree char *key = make_key (award, nick);

      g_hash_table_remove (self->changes, key);
    }
  else
    g_hash_table_insert (self->changes, make_key (award, nick), g_steal_pointer (&text));
  typed_cb (self);
}

static void
whose_cb (TdDecisionActDialog *self)
{
  TdAward *award = get_award (self);

  if (award == NULL)
    return;
  self->loading = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *nick = td_choices_corrected_field[i].nick;
      g_autofree char *key = make_key (award, nick);
      const char *changed = g_hash_table_lookup (self->changes, key);

      gtk_editable_set_text (g_ptr_array_index (self->rows, i), changed != NULL ? changed : get_present (self, award, nick));
    }
  self->loading = FALSE;
}

static void
make_rows (TdDecisionActDialog *self)
{
  for (const TdChoice *choice = td_choices_corrected_field; choice->nick != NULL; choice++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ (choice->label), NULL);

      g_object_set_data (G_OBJECT (row), "td-field", (gpointer) choice->nick);
      g_signal_connect_object (row, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->correction, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* Whose */

static void
show_names (TdDecisionActDialog *self)
{
  g_autoptr (GtkStringList) whose = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) which = gtk_string_list_new (NULL);

  if (self->chosen != NULL && self->awards->len > 1)
    {
      g_autofree char *all = g_strdup_printf (ngettext ("The %u name that is chosen in the list", "The %u names that are chosen in the list", self->awards->len), self->awards->len);

      gtk_string_list_append (which, all);
    }
  for (guint i = 0; i < self->awards->len; i++)
    {
      const TdAward *award = g_ptr_array_index (self->awards, i);
      /* Translators: a name; the number in the golden register */
      g_autofree char *label = g_strdup_printf (_ ("%s (register number %d)"), award->subject_name, (int) award->register_number);

      gtk_string_list_append (whose, label);
      gtk_string_list_append (which, label);
    }
  gtk_string_list_append (which, _ ("Everybody in the decision"));
  adw_combo_row_set_model (self->whose, G_LIST_MODEL (whose));
  adw_combo_row_set_model (self->which, G_LIST_MODEL (which));
  whose_cb (self);
}

static void
read_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdDecisionActDialog *self = owner;
  TdDecisionHistory *history = td_job_get_object (job);

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      gtk_label_set_label (self->summary, error->message);
      return;
    }
  self->achievement = g_strdup (history->decision->achievement);
  self->awards = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < history->awards->len; i++)
    {
      TdAward *award = g_ptr_array_index (history->awards, i);
      gint64 id = td_entity_get_id (TD_ENTITY (award));

      if (award->revocation_id == 0 && (self->chosen == NULL || g_hash_table_contains (self->chosen, &id)))
        g_ptr_array_add (self->awards, g_object_ref (award));
    }
  show_names (self);
  typed_cb (self);
}

/* Doing it */

static void
add_line (GPtrArray *lines, TdAward *award, const char *field, const char *now)
{
  g_ptr_array_add (lines, g_object_new (TD_TYPE_DECISION_ACT_LINE, "award-id", td_entity_get_id (TD_ENTITY (award)), "field", field, "now", now, NULL));
}

static void
add_corrections (TdDecisionActDialog *self, GPtrArray *lines)
{
  for (guint i = 0; i < self->awards->len; i++)
    for (const TdChoice *choice = td_choices_corrected_field; choice->nick != NULL; choice++)
      {
        g_autofree char *key = make_key (g_ptr_array_index (self->awards, i), choice->nick);
        const char *now = g_hash_table_lookup (self->changes, key);

        if (now != NULL)
          add_line (lines, g_ptr_array_index (self->awards, i), choice->nick, now);
      }
}

/* No lines at all mean everybody. */
static void
add_revocations (TdDecisionActDialog *self, GPtrArray *lines)
{
  guint n_before = self->chosen != NULL && self->awards->len > 1 ? 1 : 0;
  guint n = adw_combo_row_get_selected (self->which);

  for (guint i = 0; i < self->awards->len; i++)
    if (n < n_before || n - n_before == i)
      add_line (lines, g_ptr_array_index (self->awards, i), NULL, NULL);
}

static void
done_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdDecisionActDialog *self = owner;

  if (self->session == NULL)
    return;
  if (error == NULL)
    {
      if (td_job_get_findings (job)->len > 0)
        td_session_show (self->session, _ ("Recorded; please look at this"), NULL, td_job_get_findings (job));
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  td_finding_list_set (self->findings, td_job_get_findings (job));
  if (td_job_get_findings (job)->len == 0)
    td_session_fail (self->session, error->message, NULL);
  typed_cb (self);
}

static void
act_cb (TdDecisionActDialog *self)
{
  g_autofree char *number = dup_typed (self->number);
  g_autofree char *typed = dup_typed (self->date);
  g_autofree char *date = td_date_parse (typed);
  g_autofree char *signer = dup_typed (self->signer);
  g_autofree char *reason = dup_typed (self->reason);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdDecisionAct) act = NULL;

  if (!is_complete (self) || !gtk_widget_get_sensitive (GTK_WIDGET (self->act)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->act), FALSE);
  act = g_object_new (TD_TYPE_DECISION_ACT, "decision-id", self->decision_id, "kind", is_revocation (self) ? "revocation" : "correction", "number", number,
                      "date", date != NULL ? date : typed, "signer", signer, "reason", reason, NULL);
  if (is_revocation (self))
    add_revocations (self, lines);
  else
    add_corrections (self, lines);
  td_session_run (self->session, td_decision_act_job (act, lines), TD_RUN_QUIET | TD_RUN_TELL, done_cb, self);
}

static void
td_decision_act_dialog_dispose (GObject *object)
{
  TdDecisionActDialog *self = TD_DECISION_ACT_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_DECISION_ACT_DIALOG);
  G_OBJECT_CLASS (td_decision_act_dialog_parent_class)->dispose (object);
}

static void
td_decision_act_dialog_finalize (GObject *object)
{
  TdDecisionActDialog *self = TD_DECISION_ACT_DIALOG (object);

  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->changes);
  g_free (self->achievement);
  G_OBJECT_CLASS (td_decision_act_dialog_parent_class)->finalize (object);
}

static void
td_decision_act_dialog_class_init (TdDecisionActDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_decision_act_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_decision_act_dialog_finalize;
  g_type_ensure (TD_TYPE_FINDING_LIST);
  g_type_ensure (TD_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-decision-act-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, act);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, number);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, date);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, signer);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, correction);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, whose);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, revocation);
  gtk_widget_class_bind_template_child (widget_class, TdDecisionActDialog, which);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, whose_cb);
  gtk_widget_class_bind_template_callback (widget_class, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_decision_act_dialog_init (TdDecisionActDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_decision_act_dialog_new:
 * @session: where the decision is
 * @decision_id: an issued decision
 * @award_ids: (array length=n_awards): the names that were chosen in it
 * @n_awards: how many; 0 for all of them to choose from
 *
 * Returns: the dialog
 */
GtkWidget *
td_decision_act_dialog_new (TdSession *session, gint64 decision_id, const gint64 *award_ids, guint n_awards)
{
  TdDecisionActDialog *self = g_object_new (TD_TYPE_DECISION_ACT_DIALOG, NULL);
  g_autofree char *today = td_date_dup_today ();
  g_autofree char *day = td_date_to_display (today);

  self->session = g_object_ref (session);
  self->decision_id = decision_id;
  if (n_awards > 0)
    self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < n_awards; i++)
    g_hash_table_add (self->chosen, g_memdup2 (&award_ids[i], sizeof (gint64)));
  make_rows (self);
  gtk_editable_set_text (GTK_EDITABLE (self->date), day);
  kind_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->number));
  td_session_run (session, td_decision_history_job (decision_id, TRUE), TD_RUN_QUIET, read_cb, self);
  return GTK_WIDGET (self);
}
