/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-preflight-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-preflight-dialog.h"

/* What was found before certificates are printed: each line leads to its case, and a person lets pass by name
 * what is right as it is. */

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
  TdPreflight *preflight;
  TdFindingFunc open;
  GObject *owner;
};

G_DEFINE_FINAL_TYPE (TdPreflightDialog, td_preflight_dialog, ADW_TYPE_WINDOW)

/* The case is behind the dialog. */
static void
open_finding (const TdFinding *finding, gpointer owner)
{
  TdPreflightDialog *self = owner;
  g_autoptr (TdFinding) kept = td_finding_copy (finding);
  g_autoptr (GObject) page = g_object_ref (self->owner);
  TdFindingFunc open = self->open;

  gtk_window_close (GTK_WINDOW (self));
  open (kept, page);
}

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
  gtk_label_set_label (self->trouble, findings->len > 0 ? ((TdFinding *) g_ptr_array_index (findings, 0))->text : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
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
  g_clear_object (&self->owner);
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

/**
 * td_preflight_dialog_present:
 * @parent: a widget of the window
 * @session: where it was found
 * @preflight: what was found
 * @open: opens the case of a finding; the dialog is closed before
 * @owner: a #GObject given to @open
 *
 * Shows what was found, and lets a person sign for it.
 */
void
td_preflight_dialog_present (GtkWidget *parent, TdSession *session, TdPreflight *preflight, TdFindingFunc open, gpointer owner)
{
  TdPreflightDialog *self = g_object_new (TD_TYPE_PREFLIGHT_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autofree char *label = NULL;

  self->session = g_object_ref (session);
  self->preflight = g_object_ref (preflight);
  self->open = open;
  self->owner = g_object_ref (owner);
  td_finding_list_set_open (self->findings, open_finding, self);
  td_finding_list_set (self->findings, preflight->findings);
  show_summary (self);
  gtk_widget_set_visible (self->signing, preflight->open->len > 0 && !preflight->trial && !td_session_is_read_only (session));
  gtk_editable_set_text (GTK_EDITABLE (self->name), g_get_real_name () != NULL && !g_str_equal (g_get_real_name (), "Unknown") ? g_get_real_name () : g_get_user_name ());
  label = g_strdup_printf (ngettext ("_Let %u Finding Pass", "_Let %u Findings Pass", preflight->open->len), preflight->open->len);
  gtk_button_set_label (self->sign, label);
  gtk_window_present (GTK_WINDOW (self));
}
