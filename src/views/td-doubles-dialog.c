/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-doubles-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-doubles-dialog.h"
#include "td-merge-dialog.h"
#include "td-subject-doubles.h"
#include "td-subject-merge-jobs.h"

/* Subjects that may have been entered twice, the likeliest pairs first; a pair is compared, merged
 * or told apart in a dialog of its own, and then leaves the list. */

#define MAX_PAIRS 200

struct _TdDoublesDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkLabel *summary;
  GtkListBox *rows;
  GtkButton *certain;

  TdSession *session;
  guint serial;
  GArray *ids; /* two and two: the pairs that are certain */
};

G_DEFINE_FINAL_TYPE (TdDoublesDialog, td_doubles_dialog, ADW_TYPE_WINDOW)

static void
append_part (GString *text, const char *part)
{
  g_autofree char *escaped = part != NULL ? g_markup_escape_text (part, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", escaped);
}

/* "Nguyễn Thị Hoà · 1980 · Sở Y tế" */
static char *
describe (const TdSubject *subject)
{
  GString *text = g_string_new (NULL);
  g_autofree char *birth = subject->birth != NULL ? td_date_to_display (subject->birth) : NULL;

  append_part (text, subject->name);
  append_part (text, birth);
  append_part (text, subject->unit_name);
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (const TdDouble *pair)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "activatable", TRUE, "title-lines", 4, "subtitle-lines", 4, NULL);
  g_autofree char *first = describe (pair->first);
  g_autofree char *second = describe (pair->second);
  g_autofree char *title = g_strdup_printf ("%s\n%s", first, second);
  g_autofree char *reasons = td_double_dup_reasons (pair);
  g_autofree char *subtitle = g_markup_escape_text (reasons, -1);
  gint64 ids[2] = { td_entity_get_id (TD_ENTITY (pair->first)), td_entity_get_id (TD_ENTITY (pair->second)) };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "td-ids", g_memdup2 (ids, sizeof ids), g_free);
  return row;
}

static void
activated_cb (TdDoublesDialog *self, GtkListBoxRow *row)
{
  const gint64 *ids = g_object_get_data (G_OBJECT (row), "td-ids");
  GtkWidget *dialog = td_merge_dialog_new (self->session, ids[0], ids[1]);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Equal names alone are never certain. */
static void
show_certain (TdDoublesDialog *self, GPtrArray *pairs)
{
  g_autofree char *label = NULL;
  guint n;

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < pairs->len; i++)
    {
      const TdDouble *pair = g_ptr_array_index (pairs, i);
      gint64 ids[2] = { td_entity_get_id (TD_ENTITY (pair->first)), td_entity_get_id (TD_ENTITY (pair->second)) };

      if (pair->result.verdict == TD_MATCH_CERTAIN)
        g_array_append_vals (self->ids, ids, G_N_ELEMENTS (ids));
    }
  n = self->ids->len / 2;
  label = g_strdup_printf (ngettext ("Merge %u Certain Pair", "Merge %u Certain Pairs", n), n);
  gtk_button_set_label (self->certain, label);
  gtk_widget_set_visible (GTK_WIDGET (self->certain), n > 0 && !td_session_is_read_only (self->session));
}

static void
certain_cb (TdDoublesDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->certain), FALSE);
  td_session_run (self->session, td_subject_merge_pairs_job ((const gint64 *) self->ids->data, self->ids->len), TD_RUN_TELL | TD_RUN_LONG, NULL, NULL);
}

static void
found_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdDoublesDialog *self = owner;
  guint n = td_job_get_count (job);
  GPtrArray *pairs;
  GtkWidget *child;
  g_autofree char *summary = NULL;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  if (error != NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  pairs = td_subject_doubles_get_pairs (td_job_get_object (job));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < pairs->len; i++)
    gtk_list_box_append (self->rows, make_row (g_ptr_array_index (pairs, i)));
  show_certain (self, pairs);
  summary = n > pairs->len ? g_strdup_printf (_ ("The likeliest %u of %u pairs"), pairs->len, n)
                           : g_strdup_printf (ngettext ("%u pair", "%u pairs", n), n);
  gtk_label_set_label (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "pairs" : "none");
  child = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static void
ask (TdDoublesDialog *self)
{
  TdJob *job;

  if (self->session == NULL || td_session_is_closed (self->session))
    return;
  job = td_subject_doubles_job (MAX_PAIRS);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (++self->serial));
  td_session_run (self->session, job, TD_RUN_LONG, found_cb, self);
}

static void
td_doubles_dialog_dispose (GObject *object)
{
  TdDoublesDialog *self = TD_DOUBLES_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_DOUBLES_DIALOG);
  G_OBJECT_CLASS (td_doubles_dialog_parent_class)->dispose (object);
}

static void
td_doubles_dialog_finalize (GObject *object)
{
  g_array_unref (TD_DOUBLES_DIALOG (object)->ids);
  G_OBJECT_CLASS (td_doubles_dialog_parent_class)->finalize (object);
}

static void
td_doubles_dialog_class_init (TdDoublesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_doubles_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_doubles_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-doubles-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdDoublesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TdDoublesDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TdDoublesDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TdDoublesDialog, certain);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, certain_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_doubles_dialog_init (TdDoublesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * td_doubles_dialog_new:
 * @session: where the subjects are
 *
 * Returns: the dialog, which looks for doubles at once
 */
GtkWidget *
td_doubles_dialog_new (TdSession *session)
{
  TdDoublesDialog *self = g_object_new (TD_TYPE_DOUBLES_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return GTK_WIDGET (self);
}
