/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-subject-history-view"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-subject-history-view.h"
#include "td-subject-history.h"

/* Has he been awarded before? The awards of a subject, the newest above. */

struct _TdSubjectHistoryView
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkListBox *rows;

  TdSession *session;
  gint64 subject_id;
  guint serial;
};

enum
{
  CHECKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdSubjectHistoryView, td_subject_history_view, ADW_TYPE_BIN)

static void
append_part (GString *text, const char *part)
{
  g_autofree char *escaped = part != NULL && *part != '\0' ? g_markup_escape_text (part, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", escaped);
}

static GtkWidget *
make_row (const TdHistoryEntry *entry)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title-lines", 3, "subtitle-lines", 5, NULL);
  GtkWidget *date = gtk_label_new (NULL);
  g_autofree char *day = entry->date != NULL ? td_date_to_display (entry->date) : NULL;
  GString *title = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  gtk_label_set_label (GTK_LABEL (date), day != NULL ? day : "–");
  gtk_label_set_width_chars (GTK_LABEL (date), 10);
  gtk_label_set_xalign (GTK_LABEL (date), 1);
  gtk_widget_add_css_class (date, "numeric");
  gtk_widget_add_css_class (date, "td-strong");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), date);
  append_part (title, entry->award_form);
  append_part (title, entry->posthumous ? _ ("posthumous") : NULL);
  append_part (text, entry->giver);
  append_part (text, entry->decision_number);
  append_part (text, entry->post);
  append_part (text, entry->unit_name);
  append_part (text, entry->source);
  if (entry->revoked_by != NULL)
    {
      /* Translators: the number of a document */
      g_autofree char *revoked = g_strdup_printf (_ ("revoked by %s"), entry->revoked_by);

      append_part (title, revoked);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title->str);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  g_string_free (title, TRUE);
  g_string_free (text, TRUE);
  gtk_widget_set_tooltip_text (row, entry->achievement);
  if (entry->decision_id != 0)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "td-decision", g_memdup2 (&entry->decision_id, sizeof entry->decision_id), g_free);
    }
  return row;
}

static void
activated_cb (TdSubjectHistoryView *self, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "td-decision");

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "decisions", *id);
}

static void
empty (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
got_history_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdSubjectHistoryView *self = owner;
  TdSubjectHistory *history = td_job_get_object (job);
  g_autofree char *title = NULL;
  GPtrArray *entries;
  guint n_standing = 0;

  if (self->session == NULL || error != NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  entries = td_subject_history_get_entries (history);
  for (guint i = 0; i < entries->len; i++)
    n_standing += ((TdHistoryEntry *) g_ptr_array_index (entries, i))->revoked_by == NULL;
  title = n_standing > 0 ? g_strdup_printf (ngettext ("Awarded once", "Awarded %u times", n_standing), n_standing)
                         : g_strdup (_ ("Not awarded yet"));
  gtk_label_set_label (self->title, title);
  empty (self->rows);
  for (guint i = entries->len; i > 0; i--)
    gtk_list_box_append (self->rows, make_row (g_ptr_array_index (entries, i - 1)));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), entries->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_signal_emit (self, signals[CHECKED], 0, td_job_get_findings (job));
}

static void
ask (TdSubjectHistoryView *self)
{
  TdJob *job;

  self->serial++;
  if (self->subject_id == 0 || self->session == NULL)
    return;
  job = td_subject_history_job (self->subject_id);
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, got_history_cb, self);
}

static void
td_subject_history_view_dispose (GObject *object)
{
  TdSubjectHistoryView *self = TD_SUBJECT_HISTORY_VIEW (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_SUBJECT_HISTORY_VIEW);
  G_OBJECT_CLASS (td_subject_history_view_parent_class)->dispose (object);
}

static void
td_subject_history_view_class_init (TdSubjectHistoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_subject_history_view_dispose;
  /**
   * TdSubjectHistoryView::checked:
   * @findings: (element-type TdFinding): what is missing of the subject or does not fit
   */
  signals[CHECKED] = g_signal_new ("checked", TD_TYPE_SUBJECT_HISTORY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-subject-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TdSubjectHistoryView, title);
  gtk_widget_class_bind_template_child (widget_class, TdSubjectHistoryView, rows);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
td_subject_history_view_init (TdSubjectHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_subject_history_view_new:
 * @session: where the subjects are
 *
 * Returns: the history, of nobody yet
 */
GtkWidget *
td_subject_history_view_new (TdSession *session)
{
  TdSubjectHistoryView *self = g_object_new (TD_TYPE_SUBJECT_HISTORY_VIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * td_subject_history_view_set_subject:
 * @self: a history
 * @id: whose, 0 for nobody
 */
void
td_subject_history_view_set_subject (TdSubjectHistoryView *self, gint64 id)
{
  if (id == self->subject_id)
    return;
  self->subject_id = id;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  ask (self);
}
