/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-preflight-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-mending-steps.h"
#include "td-preflight-dialog.h"

/* What was found before certificates are printed: each line is mended where it stands or leads to its case, and a
 * person lets pass by name what is right as it is. What was mended goes from the list: all is looked at anew. */

#define MENDING_KEY "td-mending"

struct _TdPreflightDialog
{
  AdwWindow parent_instance;

  GtkLabel *summary;
  TdFindingList *findings;
  GtkWidget *signing;
  AdwEntryRow *name;
  AdwEntryRow *reason;
  GtkButton *sign;
  GtkLabel *trouble;

  TdSession *session;
  TdPreflightWatch *watch;
  TdPreflight *preflight; /* what is shown */
  GHashTable *typed;      /* finding → the text somebody began to type for it */
  TdPreflightUser user;
  GObject *owner;
  gboolean mending;
};

G_DEFINE_FINAL_TYPE (TdPreflightDialog, td_preflight_dialog, ADW_TYPE_WINDOW)

/* The case is behind the dialog. */
static void
open_finding (const TdFinding *finding, gpointer owner)
{
  TdPreflightDialog *self = owner;
  g_autoptr (TdFinding) kept = td_finding_copy (finding);
  g_autoptr (GObject) page = g_object_ref (self->owner);
  TdFindingFunc open = self->user.open;

  gtk_window_close (GTK_WINDOW (self));
  open (kept, page);
}

static void
say_trouble (TdPreflightDialog *self, const char *text)
{
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
}

/* Mending */

static char *
dup_key (const TdFinding *finding)
{
  return g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s", finding->rule, finding->subject_id, finding->part != NULL ? finding->part : "");
}

static void
mended_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPreflightDialog *self = owner;
  GPtrArray *findings = td_job_get_findings (job);

  if (self->session == NULL)
    return;
  self->mending = FALSE;
  say_trouble (self, error == NULL ? NULL : findings->len > 0 ? ((TdFinding *) g_ptr_array_index (findings, 0))->text
                                                              : error->message);
  if (error == NULL)
    g_hash_table_remove (self->typed, g_object_get_data (G_OBJECT (job), MENDING_KEY));
}

/* What the button or entry of a row is about. */
typedef struct
{
  const TdMending *mending; /* of the preflight that is shown: rows do not outlive it */
  char *key;
} Row;

static void
row_free (Row *row)
{
  g_free (row->key);
  g_free (row);
}

static void
mend (TdPreflightDialog *self, const Row *row, const char *text)
{
  TdJob *job;

  if (self->session == NULL || self->mending)
    return;
  self->mending = TRUE;
  job = td_preflight_mend_job (self->preflight, row->mending, text);
  g_object_set_data_full (G_OBJECT (job), MENDING_KEY, g_strdup (row->key), g_free);
  td_session_run (self->session, job, TD_RUN_QUIET | TD_RUN_TELL, mended_cb, self);
}

static void
button_cb (GtkWidget *button, gpointer user_data)
{
  TdPreflightDialog *self = user_data;
  const Row *row = g_object_get_data (G_OBJECT (button), MENDING_KEY);
  const TdMending *mending = row->mending;

  switch (mending->kind)
    {
    case TD_MENDING_TEXT:
      mend (self, row, gtk_editable_get_text (g_object_get_data (G_OBJECT (button), "td-entry")));
      break;
    case TD_MENDING_SEX:
      mend (self, row, gtk_widget_get_name (button));
      break;
    case TD_MENDING_RECORD:
      mend (self, row, NULL);
      break;
    case TD_MENDING_LEAVE_OUT:
    case TD_MENDING_TAKE_BACK:
      self->user.leave_out (mending->kind == TD_MENDING_LEAVE_OUT ? mending->award_id : 0, self->owner);
      break;
    case TD_MENDING_ARRANGE:
    case TD_MENDING_ISSUE:
    case TD_MENDING_RECEIVE:
    case TD_MENDING_CALIBRATE:
    case TD_MENDING_EMBLEM:
    default:
      td_mending_steps_go (GTK_WIDGET (self), self->session, mending);
    }
}

static GtkWidget *
make_button (TdPreflightDialog *self, const TdFinding *finding, const TdMending *mending, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Row *row = g_new0 (Row, 1);

  row->mending = mending;
  row->key = dup_key (finding);
  g_object_set_data_full (G_OBJECT (button), MENDING_KEY, row, (GDestroyNotify) row_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, finding->text, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (button_cb), self);
  return button;
}

static void
typed_cb (GtkEditable *entry, gpointer user_data)
{
  TdPreflightDialog *self = user_data;

  g_hash_table_replace (self->typed, g_strdup (g_object_get_data (G_OBJECT (entry), MENDING_KEY)), g_strdup (gtk_editable_get_text (entry)));
}

static void
entered_cb (GtkEntry *entry, gpointer user_data)
{
  gtk_widget_activate (GTK_WIDGET (user_data));
}

/* The proposed text stands there to be agreed to, or changed. */
static GtkWidget *
make_entry (TdPreflightDialog *self, const TdFinding *finding, const TdMending *mending)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = make_button (self, finding, mending, _ ("Mend"));
  char *key = dup_key (finding);
  const char *typed = g_hash_table_lookup (self->typed, key);

  gtk_editable_set_text (GTK_EDITABLE (entry), typed != NULL ? typed : mending->text != NULL ? mending->text
                                                                                             : "");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_top (box, 6);
  g_object_set_data_full (G_OBJECT (entry), MENDING_KEY, key, g_free);
  g_object_set_data (G_OBJECT (button), "td-entry", entry);
  /* Translators: a text of a certificate as it is to be */
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is to stand there"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, finding->text, -1);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), button, 0);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* How a person is addressed on certificates: Vietnamese in every language. */
static GtkWidget *
make_sexes (TdPreflightDialog *self, const TdFinding *finding, const TdMending *mending)
{
  static const char *const sexes[][2] = { { "male", "Ông" }, { "female", "Bà" } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (sexes); i++)
    {
      GtkWidget *button = make_button (self, finding, mending, sexes[i][1]);

      gtk_widget_set_name (button, sexes[i][0]);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static const char *
get_label (TdMendingKind kind)
{
  static const char *const labels[] = {
    [TD_MENDING_RECORD] = N_ ("Print as Decided"),
    [TD_MENDING_ARRANGE] = N_ ("Arrange…"),
    [TD_MENDING_LEAVE_OUT] = N_ ("Leave Out"),
    [TD_MENDING_TAKE_BACK] = N_ ("Print After All"),
    [TD_MENDING_ISSUE] = N_ ("Issue…"),
    [TD_MENDING_RECEIVE] = N_ ("Receive…"),
    [TD_MENDING_CALIBRATE] = N_ ("Calibrate…"),
    [TD_MENDING_EMBLEM] = N_ ("State Emblem…"),
  };

  return _ (labels[kind]);
}

static GtkWidget *
make_mend (const TdFinding *finding, guint n, gpointer owner)
{
  TdPreflightDialog *self = owner;
  const TdMending *mending = g_ptr_array_index (self->preflight->mendings, n);

  if (mending == NULL || (td_session_is_read_only (self->session) && mending->kind != TD_MENDING_LEAVE_OUT && mending->kind != TD_MENDING_TAKE_BACK))
    return NULL;
  if (mending->kind == TD_MENDING_TEXT)
    return make_entry (self, finding, mending);
  if (mending->kind == TD_MENDING_SEX)
    return make_sexes (self, finding, mending);
  return make_button (self, finding, mending, get_label (mending->kind));
}

/* Letting pass */

static void
signed_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdPreflightDialog *self = owner;
  GPtrArray *findings = td_job_get_findings (job);

  if (self->session == NULL)
    return;
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign), TRUE);
  say_trouble (self, findings->len > 0 ? ((TdFinding *) g_ptr_array_index (findings, 0))->text : error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
sign_cb (TdPreflightDialog *self)
{
  if (self->session == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->sign)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign), FALSE);
  td_session_run (self->session,
                  td_preflight_sign_off_job (self->preflight, gtk_editable_get_text (GTK_EDITABLE (self->name)), gtk_editable_get_text (GTK_EDITABLE (self->reason))),
                  TD_RUN_QUIET | TD_RUN_TELL, signed_cb, self);
}

static void
td_preflight_dialog_dispose (GObject *object)
{
  TdPreflightDialog *self = TD_PREFLIGHT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->preflight);
  g_clear_object (&self->watch);
  g_clear_object (&self->owner);
  g_clear_pointer (&self->typed, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_PREFLIGHT_DIALOG);
  G_OBJECT_CLASS (td_preflight_dialog_parent_class)->dispose (object);
}

static void
td_preflight_dialog_class_init (TdPreflightDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_preflight_dialog_dispose;
  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-preflight-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPreflightDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TdPreflightDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdPreflightDialog, signing);
  gtk_widget_class_bind_template_child (widget_class, TdPreflightDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TdPreflightDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, TdPreflightDialog, sign);
  gtk_widget_class_bind_template_child (widget_class, TdPreflightDialog, trouble);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_preflight_dialog_init (TdPreflightDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
show_summary (TdPreflightDialog *self)
{
  const TdPreflight *preflight = self->preflight;
  g_autofree char *pages = g_strdup_printf (ngettext ("%u certificate was looked at.", "%u certificates were looked at.", preflight->n_pages), preflight->n_pages);
  g_autofree char *stopping = preflight->n_stopping == 0 ? g_strdup (_ ("Nothing stands in the way of printing."))
                                                         : g_strdup_printf (ngettext ("%u finding is neither mended nor let pass.", "%u findings are neither mended nor let pass.", preflight->n_stopping), preflight->n_stopping);
  g_autofree char *text = g_strdup_printf ("%s %s", pages, stopping);

  gtk_label_set_label (self->summary, text);
}

static void
show (TdPreflightDialog *self)
{
  g_autofree char *label = NULL;

  td_finding_list_set (self->findings, self->preflight->findings);
  show_summary (self);
  gtk_widget_set_visible (self->signing, self->preflight->open->len > 0 && !self->preflight->trial && !td_session_is_read_only (self->session));
  label = g_strdup_printf (ngettext ("_Let %u Finding Pass", "_Let %u Findings Pass", self->preflight->open->len), self->preflight->open->len);
  gtk_button_set_label (self->sign, label);
}

/* While it is looked at again the list stays as it was. */
static void
watched_cb (TdPreflightDialog *self)
{
  TdPreflight *preflight = td_preflight_watch_get (self->watch);
  g_autoptr (TdPreflight) before = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->sign), preflight != NULL);
  if (preflight == NULL)
    return;
  before = g_steal_pointer (&self->preflight); /* the rows shown so far point into it */
  self->preflight = g_object_ref (preflight);
  show (self);
}

/**
 * td_preflight_dialog_present:
 * @parent: a widget of the window
 * @session: where it was found
 * @watch: what looks at the certificates, and has an answer
 * @user: what is done by whoever shows them
 * @owner: a #GObject given to the functions of @user
 *
 * Shows what was found, lets it be mended, and lets a person sign for the rest.
 */
void
td_preflight_dialog_present (GtkWidget *parent, TdSession *session, TdPreflightWatch *watch, const TdPreflightUser *user, gpointer owner)
{
  TdPreflightDialog *self = g_object_new (TD_TYPE_PREFLIGHT_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->watch = g_object_ref (watch);
  self->preflight = g_object_ref (td_preflight_watch_get (watch));
  self->user = *user;
  self->owner = g_object_ref (owner);
  td_finding_list_set_open (self->findings, open_finding, self);
  td_finding_list_set_mend (self->findings, make_mend, self);
  g_signal_connect_object (watch, "changed", G_CALLBACK (watched_cb), self, G_CONNECT_SWAPPED);
  gtk_editable_set_text (GTK_EDITABLE (self->name), g_get_real_name () != NULL && !g_str_equal (g_get_real_name (), "Unknown") ? g_get_real_name () : g_get_user_name ());
  show (self);
  gtk_window_present (GTK_WINDOW (self));
}
