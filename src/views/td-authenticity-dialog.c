/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-authenticity-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-authenticity-dialog.h"
#include "td-authenticity-state.h"
#include "td-choice-row.h"
#include "td-choices.h"
#include "td-date.h"
#include "td-file-dialog.h"
#include "td-finding-list.h"
#include "td-key-jobs.h"
#include "td-passphrase-dialog.h"
#include "td-statement-jobs.h"
#include "td-verify.h"

/* Authenticity codes: where they go, the key they are signed with, the decision at hand, and whether a code
 * is genuine. */

struct _TdAuthenticityDialog
{
  AdwWindow parent_instance;

  AdwComboRow *place;
  AdwEntryRow *document;
  AdwActionRow *key;
  GtkWidget *make;
  GtkWidget *with_key;
  GtkWidget *passphrase;
  GtkWidget *others;
  GtkWidget *retire;
  AdwPreferencesGroup *decision_group;
  AdwActionRow *decision;
  GtkWidget *sign;
  GtkWidget *pages;
  AdwEntryRow *pasted;
  GtkWidget *result;
  GtkImage *result_icon;
  GtkLabel *sentence;
  GtkLabel *details;
  TdFindingList *findings;

  TdSession *session;
  gint64 decision_id;
  gint64 key_id;
  char *restore_path;
  gboolean showing; /* what is set is what is stored: nothing to keep */
};

G_DEFINE_FINAL_TYPE (TdAuthenticityDialog, td_authenticity_dialog, ADW_TYPE_WINDOW)

static void read_state (TdAuthenticityDialog *self);

static void
tell_error (TdAuthenticityDialog *self, TdJob *job, const GError *error)
{
  g_autoptr (GPtrArray) told = td_findings_new ();

  for (guint i = 0; i < td_job_get_findings (job)->len; i++)
    g_ptr_array_add (told, td_finding_copy (g_ptr_array_index (td_job_get_findings (job), i)));
  if (told->len == 0 && error != NULL)
    g_ptr_array_add (told, td_finding_new ("failed", TD_SEVERITY_BLOCK, "%s", error->message));
  td_finding_list_set (self->findings, told);
}

/* What went well is said in the dialog: a toast would lie behind it. */
static void
tell (TdAuthenticityDialog *self, TdJob *job, const char *text)
{
  g_autoptr (GPtrArray) told = td_findings_new ();

  g_ptr_array_add (told, td_finding_new ("done", TD_SEVERITY_INFO, "%s", text));
  for (guint i = 0; i < td_job_get_findings (job)->len; i++)
    g_ptr_array_add (told, td_finding_copy (g_ptr_array_index (td_job_get_findings (job), i)));
  td_finding_list_set (self->findings, told);
}

/* Whatever was done: what it says, and what is so now. */
static void
changed_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session == NULL)
    return;
  tell_error (self, job, error);
  read_state (self);
}

static void
run (TdAuthenticityDialog *self, TdJob *job)
{
  td_session_run (self->session, job, TD_RUN_QUIET | TD_RUN_LONG, changed_cb, self);
}

/* Where codes go */

static guint
find_place (const char *nick)
{
  for (guint i = 0; nick != NULL && td_choices_code_place[i].nick != NULL; i++)
    if (g_str_equal (td_choices_code_place[i].nick, nick))
      return i + 1;
  return 0;
}

static void
place_cb (TdAuthenticityDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->place);
  const char *place = selected > 0 && selected != GTK_INVALID_LIST_POSITION ? td_choices_code_place[selected - 1].nick : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->document), g_strcmp0 (place, "front") == 0);
  if (self->session != NULL && !self->showing)
    run (self, td_code_place_job (place, gtk_editable_get_text (GTK_EDITABLE (self->document))));
}

/* The key */

static TdJob *
make_key (TdSecret *passphrase, gpointer owner)
{
  g_autofree char *today = td_date_dup_today ();

  return td_key_make_job (passphrase, today, g_get_real_name ());
}

static void
key_made (TdJob *job, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session == NULL)
    return;
  tell (self, job, _ ("The key is made. Save its recovery sheet now, print it and lock it away."));
  read_state (self);
}

static void
make_cb (TdAuthenticityDialog *self)
{
  const TdPassphraseQuestion question = { _ ("Make the Key"), _ ("Whoever signs awards types this passphrase. Nobody can tell it to you again: with it and the recovery sheet the key comes back, without it never."),
                                          _ ("_Make"), TRUE, make_key, key_made };

  if (self->session != NULL)
    td_passphrase_dialog_present (GTK_WIDGET (self), self->session, &question, self);
}

static void
saved_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session == NULL)
    return;
  if (error == NULL)
    tell (self, job, _ ("The file is saved."));
  else
    tell_error (self, job, error);
}

static void
sheet_path (const char *path, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session != NULL)
    td_session_run (self->session, td_key_sheet_job (self->key_id, path), TD_RUN_QUIET | TD_RUN_LONG, saved_cb, self);
}

static void
sheet_cb (TdAuthenticityDialog *self)
{
  /* Translators: the name of a new file */
  td_file_dialog_save (GTK_WIDGET (self), _ ("Save the Recovery Sheet"), TD_FILE_PDF, _ ("recovery-sheet.pdf"), sheet_path, self);
}

static void
certificate_path (const char *path, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session != NULL)
    td_session_run (self->session, td_key_export_job (self->key_id, path), TD_RUN_QUIET | TD_RUN_LONG, saved_cb, self);
}

static void
certificate_cb (TdAuthenticityDialog *self)
{
  /* Translators: the name of a new file */
  td_file_dialog_save (GTK_WIDGET (self), _ ("Save the Certificate for Others"), TD_FILE_CERTIFICATE, _ ("office.pem"), certificate_path, self);
}

static TdJob *
change_passphrase (TdSecret *old, TdSecret *passphrase, gpointer owner)
{
  g_autofree char *today = td_date_dup_today ();

  return td_key_passphrase_job (TD_AUTHENTICITY_DIALOG (owner)->key_id, old, passphrase, today);
}

static void
passphrase_changed (TdJob *job, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session == NULL)
    return;
  tell (self, job, _ ("The passphrase is changed."));
  read_state (self);
}

static void
passphrase_cb (TdAuthenticityDialog *self)
{
  const TdPassphraseQuestion question = { _ ("Change the Passphrase"), _ ("The key stays the same, and what it signed goes on to count. A recovery sheet printed before still opens with the old passphrase: afterwards save a new one, and destroy the old ones."),
                                          _ ("_Change"), TRUE, NULL, passphrase_changed, change_passphrase };

  if (self->session != NULL)
    td_passphrase_dialog_present (GTK_WIDGET (self), self->session, &question, self);
}

static TdJob *
restore_key (TdSecret *passphrase, gpointer owner)
{
  g_autofree char *today = td_date_dup_today ();

  return td_key_restore_job (TD_AUTHENTICITY_DIALOG (owner)->restore_path, passphrase, today, g_get_real_name ());
}

static void
key_restored (TdJob *job, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session == NULL)
    return;
  tell (self, job, _ ("The key is back."));
  read_state (self);
}

static void
restore_path (const char *path, gpointer owner)
{
  TdAuthenticityDialog *self = owner;
  const TdPassphraseQuestion question = { _ ("Bring the Key Back"), _ ("The passphrase the key was made with. It does not stand on the sheet."), _ ("_Bring Back"), FALSE, restore_key, key_restored };

  g_free (self->restore_path);
  self->restore_path = g_strdup (path);
  if (self->session != NULL)
    td_passphrase_dialog_present (GTK_WIDGET (self), self->session, &question, self);
}

static void
restore_cb (TdAuthenticityDialog *self)
{
  td_file_dialog_open (GTK_WIDGET (self), _ ("Open the Scanned Recovery Sheet"), TD_FILE_CODE, restore_path, self);
}

static void
import_path (const char *path, gpointer owner)
{
  TdAuthenticityDialog *self = owner;
  g_autofree char *today = td_date_dup_today ();

  if (self->session != NULL)
    run (self, td_key_import_job (path, today, g_get_real_name ()));
}

static void
import_cb (TdAuthenticityDialog *self)
{
  td_file_dialog_open (GTK_WIDGET (self), _ ("Open the Certificate of Another Office"), TD_FILE_CERTIFICATE, import_path, self);
}

static void
retire_response_cb (AdwMessageDialog *dialog, const char *response, TdAuthenticityDialog *self)
{
  g_autofree char *today = td_date_dup_today ();

  if (self->session != NULL && g_str_equal (response, "retire"))
    run (self, td_key_retire_job (self->key_id, today, NULL));
}

static void
retire_cb (TdAuthenticityDialog *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Retire the Key?"),
                                              _ ("What it signs from today on counts for nothing, and codes signed with it are printed no more. What was signed before goes on to count."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "retire", _ ("_Retire"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "retire", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (retire_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The decision */

static TdJob *
sign (TdSecret *passphrase, gpointer owner)
{
  g_autofree char *today = td_date_dup_today ();

  return td_statement_sign_job (TD_AUTHENTICITY_DIALOG (owner)->decision_id, NULL, 0, passphrase, today);
}

static void
awards_signed (TdJob *job, gpointer owner)
{
  TdAuthenticityDialog *self = owner;
  guint n = td_job_get_count (job);
  g_autofree char *text = g_strdup_printf (ngettext ("%u award is signed.", "%u awards are signed.", n), n);

  if (self->session == NULL)
    return;
  tell (self, job, text);
  read_state (self);
}

static void
sign_cb (TdAuthenticityDialog *self)
{
  const TdPassphraseQuestion question = { _ ("Sign the Awards"), _ ("The office states that these awards stand in its register. What is signed stays signed."), _ ("_Sign"), FALSE, sign, awards_signed };

  if (self->session != NULL)
    td_passphrase_dialog_present (GTK_WIDGET (self), self->session, &question, self);
}

static void
pages_path (const char *path, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session != NULL)
    td_session_run (self->session, td_statement_pages_job (self->decision_id, path, NULL), TD_RUN_QUIET | TD_RUN_LONG, saved_cb, self);
}

static void
pages_cb (TdAuthenticityDialog *self)
{
  /* Translators: the name of a new file */
  td_file_dialog_save (GTK_WIDGET (self), _ ("Save the Codes as PDF"), TD_FILE_PDF, _ ("codes.pdf"), pages_path, self);
}

/* Verifying */

static void
verified_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdAuthenticityDialog *self = owner;
  g_autofree char *text = NULL, *details = NULL;
  TdVerdict *verdict;
  gboolean genuine;

  if (self->session == NULL)
    return;
  tell_error (self, job, error);
  gtk_widget_set_visible (self->result, error == NULL);
  if (error != NULL)
    return;
  verdict = td_job_get_object (job);
  genuine = verdict->outcome == TD_OUTCOME_GENUINE;
  text = g_strdup_printf ("%s %s", td_verdict_get_sentence (verdict), td_verdict_get_advice (verdict));
  details = td_verdict_dup_details (verdict);
  gtk_image_set_from_icon_name (self->result_icon, genuine ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (self->sentence, text);
  gtk_label_set_label (self->details, g_strchomp (details));
}

static void
verify (TdAuthenticityDialog *self, const char *code)
{
  td_session_run (self->session, td_verify_job (code, NULL), TD_RUN_QUIET, verified_cb, self);
}

static void
pasted_cb (TdAuthenticityDialog *self)
{
  if (self->session != NULL)
    verify (self, gtk_editable_get_text (GTK_EDITABLE (self->pasted)));
}

static void
found_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session == NULL)
    return;
  gtk_widget_set_visible (self->result, FALSE);
  tell_error (self, job, error);
  if (error == NULL)
    verify (self, td_code_find_job_get (job));
}

static void
picture_path (const char *path, gpointer owner)
{
  TdAuthenticityDialog *self = owner;

  if (self->session != NULL)
    td_session_run (self->session, td_code_find_job (path), TD_RUN_QUIET | TD_RUN_LONG, found_cb, self);
}

static void
picture_cb (TdAuthenticityDialog *self)
{
  td_file_dialog_open (GTK_WIDGET (self), _ ("Open a Scan or Photo of the Code"), TD_FILE_CODE, picture_path, self);
}

/* What is so now */

static void
show_key (TdAuthenticityDialog *self, const TdSigningKey *key, gboolean may_write)
{
  g_autofree char *made_on = key != NULL ? td_date_to_display (key->made_on) : NULL;
  /* Translators: the code of a key, then a day */
  g_autofree char *text = key != NULL ? g_strdup_printf (_ ("%s, made on %s"), key->code, made_on) : NULL;

  self->key_id = key != NULL ? td_entity_get_id ((TdEntity *) key) : 0;
  adw_action_row_set_subtitle (self->key, key != NULL ? text : _ ("The office has none yet."));
  gtk_widget_set_sensitive (self->make, may_write);
  gtk_widget_set_sensitive (self->with_key, key != NULL);
  gtk_widget_set_sensitive (self->passphrase, key != NULL && may_write);
  gtk_widget_set_sensitive (self->others, key != NULL);
  gtk_widget_set_sensitive (self->retire, key != NULL && may_write);
}

static void
show_decision (TdAuthenticityDialog *self, const TdAuthenticityState *state, gboolean may_write)
{
  const TdDecision *decision = state->decision;
  gboolean issued = decision != NULL && g_strcmp0 (decision->state, "issued") == 0;
  gboolean on = state->office->code_place != NULL;
  g_autofree char *count = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->decision_group), decision != NULL);
  if (decision == NULL)
    return;
  /* Translators: how many of how many */
  count = g_strdup_printf (_ ("%u of %u signed"), state->n_signed, state->n_awards);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->decision), decision->number != NULL ? decision->number : _ ("Draft"));
  adw_action_row_set_subtitle (self->decision, issued ? count : _ ("Only what is issued is signed."));
  gtk_widget_set_sensitive (self->sign, issued && on && may_write && state->key != NULL && state->n_signed < state->n_awards);
  gtk_widget_set_sensitive (self->pages, issued && on && g_strcmp0 (state->office->code_place, "front") != 0 && state->n_signed == state->n_awards && state->n_awards > 0);
}

static void
state_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdAuthenticityDialog *self = owner;
  const TdAuthenticityState *state;
  gboolean may_write;

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      tell_error (self, job, error);
      return;
    }
  state = td_job_get_object (job);
  may_write = !td_session_is_read_only (self->session);
  self->showing = TRUE;
  adw_combo_row_set_selected (self->place, find_place (state->office->code_place));
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->document)), state->office->code_document != NULL ? state->office->code_document : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->document), state->office->code_document != NULL ? state->office->code_document : "");
  place_cb (self);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->place), may_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->document), may_write);
  show_key (self, state->key, may_write);
  show_decision (self, state, may_write);
}

static void
read_state (TdAuthenticityDialog *self)
{
  td_session_run (self->session, td_authenticity_state_job (self->decision_id), TD_RUN_QUIET, state_cb, self);
}

static void
td_authenticity_dialog_dispose (GObject *object)
{
  TdAuthenticityDialog *self = TD_AUTHENTICITY_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->restore_path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_AUTHENTICITY_DIALOG);
  G_OBJECT_CLASS (td_authenticity_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, place);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, document);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, key);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, make);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, with_key);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, others);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, retire);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, decision_group);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, decision);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, sign);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, pasted);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, result);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, result_icon);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, details);
  gtk_widget_class_bind_template_child (widget_class, TdAuthenticityDialog, findings);
}

static void
td_authenticity_dialog_class_init (TdAuthenticityDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_authenticity_dialog_dispose;
  g_type_ensure (TD_TYPE_FINDING_LIST);
  g_type_ensure (TD_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-authenticity-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, certificate_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, retire_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_cb);
  gtk_widget_class_bind_template_callback (widget_class, pasted_cb);
  gtk_widget_class_bind_template_callback (widget_class, picture_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_authenticity_dialog_init (TdAuthenticityDialog *self)
{
  g_autoptr (GtkStringList) places = gtk_string_list_new (NULL);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (places, _ ("Nowhere"));
  for (const TdChoice *choice = td_choices_code_place; choice->nick != NULL; choice++)
    gtk_string_list_append (places, _ (choice->label));
  adw_combo_row_set_model (self->place, G_LIST_MODEL (places));
}

/**
 * td_authenticity_dialog_new:
 * @session: the office
 * @decision_id: the decision whose certificates are at hand; 0 for none
 *
 * Returns: (transfer full): the dialog, to be made transient and presented
 */
GtkWidget *
td_authenticity_dialog_new (TdSession *session, gint64 decision_id)
{
  TdAuthenticityDialog *self = g_object_new (TD_TYPE_AUTHENTICITY_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->decision_id = decision_id;
  read_state (self);
  return GTK_WIDGET (self);
}
