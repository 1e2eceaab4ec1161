/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-passphrase-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding-list.h"
#include "td-passphrase-dialog.h"

/* A passphrase, typed once to open a key, or twice to close a new one; to change it, first the one there is. The entries keep it in memory that is
 * wiped; what is handed to the job is too. */

struct _TdPassphraseDialog
{
  AdwWindow parent_instance;

  GtkLabel *text;
  AdwPasswordEntryRow *old;
  AdwPasswordEntryRow *first;
  AdwPasswordEntryRow *second;
  GtkLabel *strength;
  TdFindingList *findings;
  GtkButton *act;

  TdSession *session;
  TdPassphraseQuestion question;
  GObject *owner;
  gboolean running;
};

G_DEFINE_FINAL_TYPE (TdPassphraseDialog, td_passphrase_dialog, ADW_TYPE_WINDOW)

static TdSecret *
dup_secret (AdwPasswordEntryRow *row)
{
  return td_secret_new (gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* What is said of a new one while it is typed. */
static const char *
judge (TdPassphraseDialog *self, const TdSecret *first, const TdSecret *second, gboolean *good)
{
  TdStrength strength = td_secret_get_strength (first);

  *good = FALSE;
  if (td_secret_get_length (first) == 0)
    return _ ("Four or more words that do not belong together are easy to remember and hard to guess.");
  if (strength == TD_STRENGTH_TOO_WEAK)
    return _ ("Too easy to guess. Add more words.");
  if (td_secret_get_length (second) == 0)
    return strength == TD_STRENGTH_STRONG ? _ ("Strong. Type it once more.") : _ ("Good enough. Another word makes it strong.");
  *good = td_secret_equal (first, second);
  return *good ? _ ("Both are the same.") : _ ("The two are not the same yet.");
}

static void
typed_cb (TdPassphraseDialog *self)
{
  g_autoptr (TdSecret) first = dup_secret (self->first);
  g_autoptr (TdSecret) second = dup_secret (self->second);
  gboolean good = td_secret_get_length (first) > 0;

  if (self->question.is_new)
    gtk_label_set_label (self->strength, judge (self, first, second, &good));
  if (self->question.change != NULL)
    good = good && *gtk_editable_get_text (GTK_EDITABLE (self->old)) != '\0';
  gtk_widget_set_sensitive (GTK_WIDGET (self->act), good && !self->running);
}

static GtkWidget *
get_first_row (TdPassphraseDialog *self)
{
  return GTK_WIDGET (self->question.change != NULL ? self->old : self->first);
}

static void
done_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPassphraseDialog *self = owner;

  self->running = FALSE;
  if (self->session == NULL)
    return;
  if (error == NULL)
    {
      if (self->question.done != NULL)
        self->question.done (job, self->owner);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (td_job_get_findings (job)->len > 0)
    td_finding_list_set (self->findings, td_job_get_findings (job));
  else
    {
      g_autoptr (GPtrArray) told = td_findings_new ();

      g_ptr_array_add (told, td_finding_new ("failed", TD_SEVERITY_BLOCK, "%s", error->message));
      td_finding_list_set (self->findings, told);
    }
  typed_cb (self);
  gtk_widget_grab_focus (get_first_row (self));
}

static void
act_cb (TdPassphraseDialog *self)
{
  g_autoptr (TdSecret) passphrase = NULL;
  g_autoptr (TdSecret) old = NULL;

  if (self->session == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->act)))
    return;
  passphrase = dup_secret (self->first);
  self->running = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->act), FALSE);
  td_finding_list_set (self->findings, NULL);
  old = dup_secret (self->old);
  td_session_run (self->session, self->question.change != NULL ? self->question.change (old, passphrase, self->owner) : self->question.make (passphrase, self->owner), TD_RUN_QUIET | TD_RUN_LONG, done_cb, self);
}

static void
td_passphrase_dialog_dispose (GObject *object)
{
  TdPassphraseDialog *self = TD_PASSPHRASE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->owner);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PASSPHRASE_DIALOG);
  G_OBJECT_CLASS (td_passphrase_dialog_parent_class)->dispose (object);
}

static void
td_passphrase_dialog_class_init (TdPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_passphrase_dialog_dispose;
  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPassphraseDialog, text);
  gtk_widget_class_bind_template_child (widget_class, TdPassphraseDialog, old);
  gtk_widget_class_bind_template_child (widget_class, TdPassphraseDialog, first);
  gtk_widget_class_bind_template_child (widget_class, TdPassphraseDialog, second);
  gtk_widget_class_bind_template_child (widget_class, TdPassphraseDialog, strength);
  gtk_widget_class_bind_template_child (widget_class, TdPassphraseDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdPassphraseDialog, act);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_passphrase_dialog_init (TdPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_passphrase_dialog_present:
 * @parent: a widget of the window
 * @session: where it is done
 * @question: what it is asked for; its texts must outlive the dialog
 * @owner: a #GObject given to the maker of the job
 *
 * Asks for a passphrase and does what needs it. A wrong one is said, and it can be typed again.
 */
void
td_passphrase_dialog_present (GtkWidget *parent, TdSession *session, const TdPassphraseQuestion *question, gpointer owner)
{
  TdPassphraseDialog *self = g_object_new (TD_TYPE_PASSPHRASE_DIALOG, "title", question->title, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->question = *question;
  self->owner = g_object_ref (owner);
  gtk_label_set_label (self->text, question->text);
  gtk_button_set_label (self->act, question->verb);
  gtk_widget_set_visible (GTK_WIDGET (self->old), question->change != NULL);
  if (question->change != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->first), _ ("New passphrase"));
  gtk_widget_set_visible (GTK_WIDGET (self->second), question->is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->strength), question->is_new);
  typed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (get_first_row (self));
}
