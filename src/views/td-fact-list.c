/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-fact-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-fact-list.h"
#include "td-part-dialog.h"

/* What belongs to a record, to be read: the clauses of a plan, what it allows, what it asks of whom. A plan has some
 * hundreds at most. */

#define MAX_ROWS   1000
#define RECORD_KEY "td-record"

struct _TdFactList
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListBox *rows;
  GtkLabel *empty;

  TdSession *session;
  TdFactJobFunc make_job; /* reads the facts */
  TdFactTellFunc tell;    /* tells them */
  guint n_rows;
  gint64 parent_id;
  char *day;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TdFactList, td_fact_list, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_row (TdFactList *self, const TdFact *fact)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (fact->icon_name != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (fact->icon_name));
  if (fact->mark != NULL)
    {
      GtkWidget *mark = make_label (fact->mark, "td-mark");

      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), mark);
    }
  if (fact->title != NULL)
    gtk_box_append (GTK_BOX (texts), make_label (fact->title, fact->text != NULL || fact->level == 0 ? "td-strong" : NULL));
  if (fact->text != NULL)
    gtk_box_append (GTK_BOX (texts), make_label (fact->text, NULL));
  if (fact->small != NULL)
    gtk_box_append (GTK_BOX (texts), make_label (fact->small, "td-small"));
  if (fact->more != NULL)
    {
      GtkWidget *expander = gtk_expander_new (fact->more_title);

      gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, fact->more_title, -1);
      gtk_expander_set_child (GTK_EXPANDER (expander), make_label (fact->more, "td-small"));
      gtk_box_append (GTK_BOX (texts), expander);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_margin_start (box, 12 * MIN (fact->level, 6));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), fact->record != NULL);
  if (fact->record != NULL)
    g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (fact->record), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, fact->title != NULL ? fact->title : fact->text, -1);
  gtk_list_box_append (self->rows, row);
}

/**
 * td_fact_list_append:
 * @self: a list
 * @fact: what to tell; its texts are taken over, its record is not
 *
 * Adds a row at the end.
 */
void
td_fact_list_append (TdFactList *self, TdFact *fact)
{
  if (self->n_rows < MAX_ROWS)
    append_row (self, fact);
  else if (self->n_rows == MAX_ROWS)
    {
      g_autofree char *rest = g_strdup_printf (_ ("Only the first %u are shown here."), MAX_ROWS);

      gtk_list_box_append (self->rows, make_label (rest, "td-small"));
    }
  self->n_rows++;
  g_free (fact->mark);
  g_free (fact->title);
  g_free (fact->text);
  g_free (fact->small);
  g_free (fact->more_title);
  g_free (fact->more);
}

/**
 * td_fact_list_tell:
 * @self: a list
 * @icon_name: (nullable): an icon
 * @what: what it is about
 * @text: (transfer full): how it stands
 *
 * Adds a row that says how one thing stands.
 */
void
td_fact_list_tell (TdFactList *self, const char *icon_name, const char *what, char *text)
{
  TdFact fact = { .icon_name = icon_name, .title = g_strdup (what), .text = text };

  td_fact_list_append (self, &fact);
}

static void
row_activated_cb (TdFactList *self, GtkListBoxRow *row)
{
  TdEntity *record = g_object_get_data (G_OBJECT (row), RECORD_KEY);
  GtkWidget *dialog = record != NULL ? td_part_dialog_new (self->session, record) : NULL;

  if (dialog == NULL)
    return;
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
clear (TdFactList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  self->n_rows = 0;
}

static void
job_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TdFactList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!td_job_run_finish (TD_JOB (source), result, &error) || self->session == NULL)
    return;
  clear (self);
  self->tell (self, TD_JOB (source));
  gtk_stack_set_visible_child_name (self->stack, gtk_list_box_get_row_at_index (self->rows, 0) != NULL ? "rows" : "empty");
}

static void
ask (TdFactList *self)
{
  g_autoptr (TdJob) job = NULL;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->parent_id == 0 || self->session == NULL || td_session_is_closed (self->session) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  job = self->make_job (self->parent_id, self->day);
  td_job_run_async (job, td_session_get_store (self->session), self->cancellable, job_done_cb, g_object_ref (self));
}

static void
td_fact_list_dispose (GObject *object)
{
  TdFactList *self = TD_FACT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_FACT_LIST);
  G_OBJECT_CLASS (td_fact_list_parent_class)->dispose (object);
}

static void
td_fact_list_finalize (GObject *object)
{
  TdFactList *self = TD_FACT_LIST (object);

  g_object_unref (self->cancellable);
  g_free (self->day);
  G_OBJECT_CLASS (td_fact_list_parent_class)->finalize (object);
}

static void
td_fact_list_class_init (TdFactListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_fact_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_fact_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-fact-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TdFactList, stack);
  gtk_widget_class_bind_template_child (widget_class, TdFactList, rows);
  gtk_widget_class_bind_template_child (widget_class, TdFactList, empty);
  gtk_widget_class_bind_template_callback (widget_class, ask);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
td_fact_list_init (TdFactList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * td_fact_list_new:
 * @session: where the records are
 * @make_job: makes the job that reads the facts
 * @tell: tells what it has read
 * @label: what they are, translated
 * @empty: said when there are none, translated
 *
 * Returns: a list, empty
 */
GtkWidget *
td_fact_list_new (TdSession *session, TdFactJobFunc make_job, TdFactTellFunc tell, const char *label, const char *empty)
{
  TdFactList *self = g_object_new (TD_TYPE_FACT_LIST, NULL);

  self->make_job = make_job;
  self->tell = tell;
  self->session = g_object_ref (session);
  gtk_label_set_label (self->empty, empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (td_session_get_store (session), "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * td_fact_list_set_parent:
 * @self: a list
 * @id: the record they belong to, 0 for none
 */
void
td_fact_list_set_parent (TdFactList *self, gint64 id)
{
  if (self->parent_id == id)
    return;
  self->parent_id = id;
  clear (self);
  ask (self);
}

/**
 * td_fact_list_set_day:
 * @self: a list that a job fills
 * @day: (nullable): the day that is asked about, ISO; %NULL for today
 */
void
td_fact_list_set_day (TdFactList *self, const char *day)
{
  if (g_strcmp0 (self->day, day) == 0)
    return;
  g_free (self->day);
  self->day = g_strdup (day);
  ask (self);
}
