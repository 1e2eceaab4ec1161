/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-likely-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-likely-list.h"
#include "td-subject-doubles.h"

/* Who is being entered may be known already: likely records with birth and unit, below the name.
 * Nobody has to take notice of them. */

#define MAX_LIKELY 4

struct _TdLikelyList
{
  AdwBin parent_instance;

  GtkListBox *rows;

  TdSession *session;
  guint serial;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdLikelyList, td_likely_list, ADW_TYPE_BIN)

static void
activated_cb (TdLikelyList *self, GtkListBoxRow *row)
{
  g_autoptr (TdSubject) subject = g_object_ref (g_object_get_data (G_OBJECT (row), "td-subject"));

  td_likely_list_clear (self);
  g_signal_emit (self, signals[CHOSEN], 0, subject);
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static GtkWidget *
make_row (const TdDouble *pair)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "activatable", TRUE, "subtitle-lines", 3, NULL);
  const TdSubject *subject = pair->second;
  g_autofree char *birth = subject->birth != NULL ? td_date_to_display (subject->birth) : NULL;
  g_autofree char *reasons = pair->result.verdict != TD_MATCH_NONE ? td_double_dup_reasons (pair) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (subject->name, -1);
  g_autofree char *subtitle = NULL;

  append_part (line, reasons);
  append_part (line, birth);
  append_part (line, subject->unit_name);
  subtitle = g_markup_escape_text (line->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_ ("Take this one")));
  g_object_set_data_full (G_OBJECT (row), "td-subject", g_object_ref (pair->second), g_object_unref);
  return row;
}

static void
found_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdLikelyList *self = owner;
  GPtrArray *pairs;
  GtkWidget *child;

  if (self->session == NULL || error != NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  pairs = td_subject_doubles_get_pairs (td_job_get_object (job));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < pairs->len; i++)
    gtk_list_box_append (self->rows, make_row (g_ptr_array_index (pairs, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), pairs->len > 0);
}

static void
td_likely_list_dispose (GObject *object)
{
  TdLikelyList *self = TD_LIKELY_LIST (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_LIKELY_LIST);
  G_OBJECT_CLASS (td_likely_list_parent_class)->dispose (object);
}

static void
td_likely_list_class_init (TdLikelyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_likely_list_dispose;
  /**
   * TdLikelyList::chosen:
   * @subject: it is this one
   */
  signals[CHOSEN] = g_signal_new ("chosen", TD_TYPE_LIKELY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, TD_TYPE_SUBJECT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-likely-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TdLikelyList, rows);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
td_likely_list_init (TdLikelyList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_likely_list_new:
 * @session: where the subjects are
 *
 * Returns: a list, of nobody yet
 */
GtkWidget *
td_likely_list_new (TdSession *session)
{
  TdLikelyList *self = g_object_new (TD_TYPE_LIKELY_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * td_likely_list_look:
 * @self: a list
 * @subject: who is being entered
 * @typing: whether the name is still being typed
 *
 * Shows who it may be, as soon as that is known.
 */
void
td_likely_list_look (TdLikelyList *self, TdSubject *subject, gboolean typing)
{
  TdJob *job = td_subject_likely_job (subject, typing, MAX_LIKELY);

  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (++self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, found_cb, self);
}

/**
 * td_likely_list_clear:
 * @self: a list
 */
void
td_likely_list_clear (TdLikelyList *self)
{
  self->serial++;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
