/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-unit-act-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-date.h"
#include "td-finding-list.h"
#include "td-model.h"
#include "td-record-jobs.h"
#include "td-reference-row.h"
#include "td-unit-act-dialog.h"
#include "td-unit-act-jobs.h"

/* Merging, splitting, renaming or moving units: from which day, by which document, and what they
 * become. One dialog, whose middle depends on what is done. */

struct _TdUnitActDialog
{
  AdwWindow parent_instance;

  GtkLabel *summary;
  TdFindingList *findings;
  AdwPreferencesGroup *becomes;
  AdwPreferencesGroup *document;
  GtkButton *act;

  GPtrArray *names; /* of GtkEditable: of the new units, or the new names of one */
  TdReferenceRow *into;
  TdReferenceRow *place;
  GtkSwitch *goes_on;
  GtkEditable *date;
  GtkEditable *number;
  GtkEditable *issuer;

  TdSession *session;
  const char *kind;
  GArray *units;
  GPtrArray *read; /* of TdUnit: the units, as far as they have been read */
};

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdUnitActDialog, td_unit_act_dialog, ADW_TYPE_WINDOW)

static gboolean
is (TdUnitActDialog *self, const char *kind)
{
  return g_str_equal (self->kind, kind);
}

static char *
dup_typed (GtkEditable *editable)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static guint
count_names (TdUnitActDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *name = dup_typed (g_ptr_array_index (self->names, i));

      n += name != NULL;
    }
  return n;
}

static gboolean
is_complete (TdUnitActDialog *self)
{
  gint64 into = self->into != NULL ? td_reference_row_get_id (self->into) : 0;

  if (self->read->len < self->units->len || *gtk_editable_get_text (self->date) == '\0')
    return FALSE;
  if (is (self, "move"))
    return into != 0 || td_reference_row_get_id (self->place) != 0;
  if (is (self, "merge"))
    return (count_names (self) == 1) != (into != 0);
  return count_names (self) > 0;
}

static GtkEditable *add_name (TdUnitActDialog *self, const char *title);

static void
typed_cb (TdUnitActDialog *self)
{
  /* A unit may be split into any number: there is always a row for one more. */
  if (is (self, "split") && self->names->len > 0 && count_names (self) == self->names->len)
    add_name (self, _ ("Another new unit"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->act), is_complete (self));
}

static void act_cb (TdUnitActDialog *self);

static GtkEditable *
add_entry (TdUnitActDialog *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, NULL);

  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (act_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return GTK_EDITABLE (row);
}

static GtkEditable *
add_name (TdUnitActDialog *self, const char *title)
{
  GtkEditable *row = add_entry (self, self->becomes, title);

  g_ptr_array_add (self->names, row);
  return row;
}

static TdReferenceRow *
add_reference (TdUnitActDialog *self, const char *title)
{
  GtkWidget *row = td_reference_row_new (self->session, TD_TYPE_UNIT, title, FALSE);

  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->becomes, row);
  return TD_REFERENCE_ROW (row);
}

static void
add_goes_on (TdUnitActDialog *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("The unit itself remains"), "subtitle", _ ("It only gives a part of itself over."), NULL);

  self->goes_on = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->goes_on), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->goes_on));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->goes_on));
  adw_preferences_group_add (self->becomes, row);
}

/* What it becomes */

static const struct
{
  const char *kind;
  const char *title;
  const char *becomes;
  const char *act;
} words[] = {
  { "merge", N_ ("Merge Units"), N_ ("Into which unit"), N_ ("Merge") },
  { "split", N_ ("Split the Unit"), N_ ("Into which units"), N_ ("Split") },
  { "rename", N_ ("Rename the Unit"), N_ ("How it is called then"), N_ ("Rename") },
  { "move", N_ ("Move the Unit"), N_ ("Where it belongs then"), N_ ("Move") },
};

static void
make_rows (TdUnitActDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (is (self, words[i].kind))
      {
        gtk_window_set_title (GTK_WINDOW (self), _ (words[i].title));
        adw_preferences_group_set_title (self->becomes, _ (words[i].becomes));
        gtk_button_set_label (self->act, _ (words[i].act));
      }
  if (is (self, "merge"))
    {
      add_name (self, _ ("Name of the new unit"));
      self->into = add_reference (self, _ ("Or a unit that is there"));
    }
  else if (is (self, "split"))
    {
      add_name (self, _ ("First new unit"));
      add_name (self, _ ("Another new unit"));
      add_goes_on (self);
    }
  else if (is (self, "rename"))
    {
      add_name (self, _ ("New name"));
      add_name (self, _ ("Short name"));
      add_name (self, _ ("Name as printed"));
    }
  else
    {
      self->into = add_reference (self, _ ("Belongs to"));
      self->place = add_reference (self, _ ("Lies in"));
    }
  self->date = add_entry (self, self->document, _ ("Holds from the day"));
  self->number = add_entry (self, self->document, _ ("Document number"));
  self->issuer = add_entry (self, self->document, _ ("Issued by"));
}

/* The units it is about */

static void
set_text (gpointer editable, const char *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

static void
show_units (TdUnitActDialog *self)
{
  GString *text = g_string_new (NULL);
  TdUnit *first = g_ptr_array_index (self->read, 0);

  for (guint i = 0; i < self->read->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ((TdUnit *) g_ptr_array_index (self->read, i))->name);
  gtk_label_set_label (self->summary, text->str);
  g_string_free (text, TRUE);
  if (is (self, "rename"))
    {
      set_text (g_ptr_array_index (self->names, 0), first->name);
      set_text (g_ptr_array_index (self->names, 1), first->short_name);
      set_text (g_ptr_array_index (self->names, 2), first->printed_name);
    }
  else if (is (self, "move"))
    {
      td_reference_row_set_id (self->into, first->parent_id);
      td_reference_row_set_id (self->place, first->place_id);
    }
  typed_cb (self);
}

static void read_next (TdUnitActDialog *self);

static void
read_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdUnitActDialog *self = owner;

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      gtk_label_set_label (self->summary, error->message);
      return;
    }
  g_ptr_array_add (self->read, g_object_ref (td_job_get_object (job)));
  read_next (self);
}

static void
read_next (TdUnitActDialog *self)
{
  if (self->read->len < self->units->len)
    td_session_run (self->session, td_record_get_job (TD_TYPE_UNIT, g_array_index (self->units, gint64, self->read->len)), TD_RUN_QUIET, read_cb, self);
  else
    show_units (self);
}

/* Doing it */

static void
done_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdUnitActDialog *self = owner;

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      td_finding_list_set (self->findings, td_job_get_findings (job));
      if (td_job_get_findings (job)->len == 0)
        gtk_label_set_label (self->summary, error->message);
      typed_cb (self);
      return;
    }
  if (td_job_get_findings (job)->len > 0)
    td_session_show (self->session, _ ("The act is entered, with notes"), NULL, td_job_get_findings (job));
  g_signal_emit (self, signals[DONE], 0, td_entity_get_id (td_job_get_object (job)));
  gtk_window_close (GTK_WINDOW (self));
}

static TdUnitAct *
make_act (TdUnitActDialog *self)
{
  const char *typed = gtk_editable_get_text (self->date);
  g_autofree char *date = td_date_parse (typed);
  g_autofree char *number = dup_typed (self->number);
  g_autofree char *issuer = dup_typed (self->issuer);

  return g_object_new (TD_TYPE_UNIT_ACT, "date", date != NULL ? date : typed, "document", number, "issuer", issuer, NULL);
}

static TdJob *
make_merge (TdUnitActDialog *self, TdUnitAct *act)
{
  g_autofree char *name = dup_typed (g_ptr_array_index (self->names, 0));
  g_autoptr (TdUnit) into = g_object_new (TD_TYPE_UNIT, "id", td_reference_row_get_id (self->into), "name", name, NULL);

  return td_unit_merge_job (act, (const gint64 *) self->units->data, self->units->len, into);
}

static TdJob *
make_split (TdUnitActDialog *self, TdUnitAct *act)
{
  g_autoptr (GPtrArray) into = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *name = dup_typed (g_ptr_array_index (self->names, i));

      if (name != NULL)
        g_ptr_array_add (into, g_object_new (TD_TYPE_UNIT, "name", name, NULL));
    }
  return td_unit_split_job (act, g_array_index (self->units, gint64, 0), into, gtk_switch_get_active (self->goes_on));
}

static TdJob *
make_rename (TdUnitActDialog *self, TdUnitAct *act)
{
  static const char *const properties[] = { "name", "short-name", "printed-name" };
  g_autoptr (TdUnit) unit = g_object_new (TD_TYPE_UNIT, "id", g_array_index (self->units, gint64, 0), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *text = dup_typed (g_ptr_array_index (self->names, i));

      g_object_set (unit, properties[i], text, NULL);
    }
  return td_unit_rename_job (act, unit);
}

static void
act_cb (TdUnitActDialog *self)
{
  g_autoptr (TdUnitAct) act = NULL;
  TdJob *job;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->act)) || !is_complete (self))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->act), FALSE);
  act = make_act (self);
  if (is (self, "merge"))
    job = make_merge (self, act);
  else if (is (self, "split"))
    job = make_split (self, act);
  else if (is (self, "rename"))
    job = make_rename (self, act);
  else
    job = td_unit_move_job (act, g_array_index (self->units, gint64, 0), td_reference_row_get_id (self->into), td_reference_row_get_id (self->place));
  td_session_run (self->session, job, TD_RUN_QUIET | TD_RUN_TELL, done_cb, self);
}

static void
td_unit_act_dialog_dispose (GObject *object)
{
  TdUnitActDialog *self = TD_UNIT_ACT_DIALOG (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_UNIT_ACT_DIALOG);
  G_OBJECT_CLASS (td_unit_act_dialog_parent_class)->dispose (object);
}

static void
td_unit_act_dialog_finalize (GObject *object)
{
  TdUnitActDialog *self = TD_UNIT_ACT_DIALOG (object);

  g_clear_pointer (&self->units, g_array_unref);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->read);
  G_OBJECT_CLASS (td_unit_act_dialog_parent_class)->finalize (object);
}

static void
td_unit_act_dialog_class_init (TdUnitActDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_unit_act_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_unit_act_dialog_finalize;

  /**
   * TdUnitActDialog::done:
   * @id: the unit it led to
   */
  signals[DONE] = g_signal_new ("done", TD_TYPE_UNIT_ACT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-unit-act-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TdUnitActDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TdUnitActDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, TdUnitActDialog, becomes);
  gtk_widget_class_bind_template_child (widget_class, TdUnitActDialog, document);
  gtk_widget_class_bind_template_child (widget_class, TdUnitActDialog, act);
  gtk_widget_class_bind_template_callback (widget_class, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_unit_act_dialog_init (TdUnitActDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->names = g_ptr_array_new ();
  self->read = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * td_unit_act_dialog_new:
 * @session: where the units are
 * @kind: "merge", "split", "rename" or "move"; must stay alive
 * @units: (array length=n_units): which; one of them unless they are merged
 * @n_units: how many, at least one
 *
 * Returns: the dialog
 */
GtkWidget *
td_unit_act_dialog_new (TdSession *session, const char *kind, const gint64 *units, guint n_units)
{
  TdUnitActDialog *self = g_object_new (TD_TYPE_UNIT_ACT_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->units = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), units, n_units);
  make_rows (self);
  gtk_widget_grab_focus (self->names->len > 0 ? g_ptr_array_index (self->names, 0) : (gpointer) self->into);
  read_next (self);
  return GTK_WIDGET (self);
}
