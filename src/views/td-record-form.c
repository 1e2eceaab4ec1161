/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-record-form"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-field-editor.h"
#include "td-finding-list.h"
#include "td-model.h"
#include "td-record-form.h"
#include "td-record-jobs.h"

#define TYPING_PAUSE 250 /* ms without a letter until what was typed is told */

/* The form of a record, made from its description; some are of two records that belong together.
 *
 * A field is saved when it is left, one step of undo each. A new record is the same form with
 * "Add" at its end: until then nothing is kept. What is wrong stands under its field. */

typedef struct
{
  GType type;
  TdEntity *stored;  /* as the office file has it; id 0 when new */
  TdEntity *working; /* with what has been typed since */
  GPtrArray *editors;
} Section;

struct _TdRecordForm
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *title;
  GtkWidget *lock;
  GtkLabel *lock_label;
  GtkBox *top;
  TdFindingList *findings;
  GtkBox *groups;
  GtkBox *buttons;
  GtkButton *add;

  TdSession *session;
  TdSaveFunc save;
  GPtrArray *sections;
  gboolean is_new;
  gboolean is_adding; /* the new one is on its way to the office file */
  gboolean locked;
  TdFieldEditor *typing; /* what is being typed in of a new record */
  guint typing_id;
  guint generation; /* an answer about another record is not for this one */
};

enum
{
  ADDED,
  CANCELLED,
  EDITED,
  TYPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdRecordForm, td_record_form, ADW_TYPE_BIN)

typedef struct
{
  TdRecordForm *form;
  guint generation;
  TdFieldEditor *editor; /* NULL when all is saved at once */
  GPtrArray *records;
} Save;

static void
section_free (Section *section)
{
  g_clear_object (&section->stored);
  g_clear_object (&section->working);
  g_ptr_array_unref (section->editors);
  g_free (section);
}

static Section *
get_section (TdRecordForm *self, guint n)
{
  return g_ptr_array_index (self->sections, n);
}

static Section *
section_of (TdRecordForm *self, TdFieldEditor *editor)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (g_ptr_array_find (get_section (self, i)->editors, editor, NULL))
      return get_section (self, i);
  return NULL;
}

/* A field without a meaning for such a record takes no room. */
static void
show_applicable (Section *section)
{
  for (guint i = 0; i < section->editors->len; i++)
    {
      TdFieldEditor *editor = g_ptr_array_index (section->editors, i);
      const TdField *field = td_field_editor_get_field (editor);

      if (field->when != NULL)
        gtk_widget_set_visible (td_field_editor_get_row (editor), td_entity_applies (section->working, field));
    }
}

/* Puts findings under the fields they are about. */
static void
place_findings (TdRecordForm *self, GPtrArray *findings, GPtrArray *rest)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);
      gboolean placed = FALSE;

      for (guint j = self->sections->len; j > 0 && finding->severity == TD_SEVERITY_BLOCK; j--)
        for (guint k = 0; k < get_section (self, j - 1)->editors->len && !placed; k++)
          {
            TdFieldEditor *editor = g_ptr_array_index (get_section (self, j - 1)->editors, k);

            placed = g_strcmp0 (td_field_editor_get_field (editor)->name, finding->where) == 0;
            if (placed)
              td_field_editor_set_error (editor, finding->text);
          }
      if (!placed)
        g_ptr_array_add (rest, (gpointer) finding);
    }
}

static void
show_error (TdRecordForm *self, TdJob *job, TdFieldEditor *editor, const GError *error)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  if (g_error_matches (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED))
    {
      /* They stand in the form itself, where they can be mended. */
      place_findings (self, td_job_get_findings (job), rest);
      if (rest->len > 0)
        {
          td_finding_list_set (self->findings, rest);
          gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
        }
      td_session_tell (self->session, error->message);
    }
  else if (editor != NULL)
    td_field_editor_set_error (editor, error->message);
  else
    td_session_fail (self->session, error->message, NULL);
}

/* A new record is added once, however often it is asked for. */
static void
set_adding (TdRecordForm *self, gboolean adding)
{
  self->is_adding = adding;
  gtk_widget_set_sensitive (GTK_WIDGET (self->buttons), !adding);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.add", self->is_new && !adding);
}

static gboolean
paused_cb (gpointer user_data)
{
  TdRecordForm *self = user_data;
  Section *section = section_of (self, self->typing);
  g_autoptr (TdEntity) record = td_entity_copy (section->working);

  self->typing_id = 0;
  td_field_editor_apply (self->typing, record);
  g_signal_emit (self, signals[TYPED], 0, record);
  return G_SOURCE_REMOVE;
}

static void
stop_typing (TdRecordForm *self)
{
  g_clear_handle_id (&self->typing_id, g_source_remove);
}

static void
typed_cb (TdRecordForm *self, TdFieldEditor *editor)
{
  stop_typing (self);
  if (!self->is_new || td_field_editor_get_field (editor)->kind != TD_FIELD_TEXT)
    return;
  self->typing = editor;
  self->typing_id = g_timeout_add (TYPING_PAUSE, paused_cb, self);
}

static void
take_records (TdRecordForm *self, TdEntity *const *records, gboolean anew)
{
  stop_typing (self);
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = get_section (self, i);

      g_clear_object (&section->stored);
      g_clear_object (&section->working);
      section->stored = td_entity_copy (records[i]);
      section->working = td_entity_copy (records[i]);
      for (guint j = 0; j < section->editors->len; j++)
        td_field_editor_show (g_ptr_array_index (section->editors, j), section->stored, anew);
      show_applicable (section);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), self->is_new);
  set_adding (self, FALSE);
}

static void
saved_cb (TdJob *job, const GError *error, gpointer owner)
{
  Save *save = g_object_steal_data (G_OBJECT (job), "td-save");
  TdRecordForm *self = save->form;

  if (save->generation == self->generation && save->editor == NULL)
    set_adding (self, FALSE);
  if (save->generation != self->generation || self->session == NULL)
    {
      if (error != NULL && self->session != NULL)
        td_session_fail (self->session, error->message, td_job_get_findings (job));
    }
  else if (error != NULL)
    {
      show_error (self, job, save->editor, error);
      if (save->editor != NULL)
        {
          Section *section = section_of (self, save->editor);

          td_entity_copy_value (section->working, section->stored, td_field_editor_get_field (save->editor));
          td_field_editor_keep_typing (save->editor, section->stored);
        }
    }
  else if (self->is_new)
    {
      self->is_new = FALSE;
      self->generation++;
      take_records (self, (TdEntity *const *) save->records->pdata, TRUE); /* nothing is left to be saved */
      g_signal_emit (self, signals[ADDED], 0, td_job_get_id (job));
    }
  else
    {
      for (guint i = 0; i < self->sections->len; i++)
        td_entity_assign (get_section (self, i)->stored, g_ptr_array_index (save->records, i));
      td_field_editor_show (save->editor, section_of (self, save->editor)->stored, FALSE);
    }
  g_clear_object (&save->editor);
  g_ptr_array_unref (save->records);
  g_free (save);
}

static void
run_save (TdRecordForm *self, TdFieldEditor *editor)
{
  Save *save = g_new0 (Save, 1);
  TdJob *job;

  save->form = self;
  save->generation = self->generation;
  save->editor = editor != NULL ? g_object_ref (editor) : NULL;
  save->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->sections->len; i++)
    g_ptr_array_add (save->records, td_entity_copy (get_section (self, i)->working));
  job = self->save ((TdEntity *const *) save->records->pdata);
  g_object_set_data (G_OBJECT (job), "td-save", save);
  td_session_run (self->session, job, TD_RUN_QUIET | (editor == NULL ? TD_RUN_TELL : 0), saved_cb, self);
}

static gboolean
same_value (TdEntity *a, TdEntity *b, const TdField *field)
{
  if (td_field_is_number (field))
    return td_entity_get_number (a, field) == td_entity_get_number (b, field);
  return g_strcmp0 (td_entity_get_text (a, field), td_entity_get_text (b, field)) == 0;
}

static void
committed_cb (TdRecordForm *self, TdFieldEditor *editor)
{
  Section *section = section_of (self, editor);
  const TdField *field = td_field_editor_get_field (editor);

  if (section == NULL || section->working == NULL || self->locked || !td_field_editor_apply (editor, section->working))
    return;
  show_applicable (section);
  stop_typing (self);
  if (self->is_new)
    g_signal_emit (self, signals[EDITED], 0);
  else if (same_value (section->working, section->stored, field))
    td_field_editor_show (editor, section->stored, TRUE);
  else
    {
      td_field_editor_hold (editor);
      run_save (self, editor);
    }
}

static void
add_cb (TdRecordForm *self)
{
  gboolean ok = TRUE;

  for (guint i = 0; i < self->sections->len; i++)
    for (guint j = 0; j < get_section (self, i)->editors->len; j++)
      ok &= td_field_editor_apply (g_ptr_array_index (get_section (self, i)->editors, j), get_section (self, i)->working);
  if (!ok || !self->is_new || self->is_adding)
    return;
  set_adding (self, TRUE);
  run_save (self, NULL);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_cb (TD_RECORD_FORM (widget));
}

static void
cancel_cb (TdRecordForm *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
td_record_form_dispose (GObject *object)
{
  TdRecordForm *self = TD_RECORD_FORM (object);

  stop_typing (self);
  g_ptr_array_set_size (self->sections, 0);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_RECORD_FORM);
  G_OBJECT_CLASS (td_record_form_parent_class)->dispose (object);
}

static void
td_record_form_finalize (GObject *object)
{
  g_ptr_array_unref (TD_RECORD_FORM (object)->sections);
  G_OBJECT_CLASS (td_record_form_parent_class)->finalize (object);
}

static void
td_record_form_class_init (TdRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_record_form_finalize;

  /**
   * TdRecordForm::added:
   * @id: the record that was new
   */
  signals[ADDED] = g_signal_new ("added", TD_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CANCELLED] = g_signal_new ("cancelled", TD_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdRecordForm::edited:
   *
   * A field of a new record has been left.
   */
  signals[EDITED] = g_signal_new ("edited", TD_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TdRecordForm::typed:
   * @record: the part of a new record it belongs to, as it stands now
   *
   * Typing in a line of a new record has paused; the field has not been left.
   */
  signals[TYPED] = g_signal_new ("typed", TD_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, TD_TYPE_ENTITY);

  gtk_widget_class_install_action (widget_class, "form.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "form.add", NULL);
  g_type_ensure (TD_TYPE_FINDING_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TdRecordForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, TdRecordForm, title);
  gtk_widget_class_bind_template_child (widget_class, TdRecordForm, lock);
  gtk_widget_class_bind_template_child (widget_class, TdRecordForm, lock_label);
  gtk_widget_class_bind_template_child (widget_class, TdRecordForm, top);
  gtk_widget_class_bind_template_child (widget_class, TdRecordForm, findings);
  gtk_widget_class_bind_template_child (widget_class, TdRecordForm, groups);
  gtk_widget_class_bind_template_child (widget_class, TdRecordForm, buttons);
  gtk_widget_class_bind_template_child (widget_class, TdRecordForm, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static TdJob *
save_first (TdEntity *const *records)
{
  return td_record_save_job (records[0]);
}

static void
td_record_form_init (TdRecordForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->save = save_first;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.add", FALSE);
}

/**
 * td_record_form_new:
 *
 * Returns: a form without sections
 */
GtkWidget *
td_record_form_new (void)
{
  return g_object_new (TD_TYPE_RECORD_FORM, NULL);
}

/**
 * td_record_form_set_session:
 * @self: a form, before it gets its sections
 * @session: (nullable): where the records are
 */
void
td_record_form_set_session (TdRecordForm *self, TdSession *session)
{
  g_set_object (&self->session, session);
}

/**
 * td_record_form_set_save:
 * @self: a form
 * @save: makes the job that keeps its records; by default the first is saved
 */
void
td_record_form_set_save (TdRecordForm *self, TdSaveFunc save)
{
  self->save = save;
}

/* A value of another record needs no row where that record is chosen or edited in this form. */
static gboolean
is_shown_elsewhere (TdRecordForm *self, TdEntityClass *klass, const TdField *field)
{
  const TdField *way = field->via != NULL ? td_entity_class_find (klass, field->via) : NULL;

  if (way == NULL)
    return FALSE;
  if (!(way->flags & TD_FIELD_HIDDEN))
    return TRUE;
  for (guint i = 0; i < self->sections->len; i++)
    if (get_section (self, i)->type == td_model_type_of_table (way->target))
      return TRUE;
  return FALSE;
}

/**
 * td_record_form_add_section:
 * @self: a form
 * @type: a kind of record
 * @title: (nullable): heading, translated
 * @omit: (nullable) (array zero-terminated=1): properties it does not show
 *
 * Adds a row for every property that is not hidden.
 */
void
td_record_form_add_section (TdRecordForm *self, GType type, const char *title, const char *const *omit)
{
  TdEntityClass *klass = td_entity_class_of (type);
  Section *section = g_new0 (Section, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  section->type = type;
  section->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  if (title != NULL)
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (box), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->groups, box);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      TdFieldEditor *editor;

      if ((field->flags & TD_FIELD_HIDDEN) || (omit != NULL && g_strv_contains (omit, field->name)) || is_shown_elsewhere (self, klass, field))
        continue;
      editor = td_field_editor_new (field, self->session);
      g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (list), td_field_editor_get_row (editor));
      gtk_list_box_append (GTK_LIST_BOX (list), td_field_editor_get_error_row (editor));
      g_ptr_array_add (section->editors, editor);
    }
  g_ptr_array_add (self->sections, section);
}

/* What is being typed goes with the record it was typed for. */
static void
leave_field (TdRecordForm *self)
{
  if (self->is_new || self->locked)
    return;
  for (guint i = 0; i < self->sections->len; i++)
    for (guint j = 0; j < get_section (self, i)->editors->len; j++)
      {
        TdFieldEditor *editor = g_ptr_array_index (get_section (self, i)->editors, j);

        if (td_field_editor_is_dirty (editor))
          committed_cb (self, editor);
      }
}

/**
 * td_record_form_show:
 * @self: a form
 * @records: (array): one for each section
 *
 * Shows stored records. When they are the ones shown already, only what has changed is set.
 */
void
td_record_form_show (TdRecordForm *self, TdEntity *const *records)
{
  Section *last = get_section (self, self->sections->len - 1);
  gboolean anew = self->is_new || last->stored == NULL || td_entity_get_id (last->stored) != td_entity_get_id (records[self->sections->len - 1]);
  g_autofree char *label = td_record_dup_label (records[self->sections->len - 1]);

  if (anew)
    {
      if (last->stored != NULL)
        leave_field (self);
      self->generation++;
      td_finding_list_set (self->findings, NULL);
    }
  self->is_new = FALSE;
  take_records (self, records, anew);
  gtk_label_set_label (self->title, label);
}

/**
 * td_record_form_begin:
 * @self: a form
 * @records: (array): new ones, one for each section, with what is known already
 * @title: what is entered, translated
 *
 * Shows the form of a new record.
 */
void
td_record_form_begin (TdRecordForm *self, TdEntity *const *records, const char *title)
{
  Section *first = get_section (self, 0);

  if (first->stored != NULL)
    leave_field (self);
  self->is_new = TRUE;
  self->generation++;
  td_finding_list_set (self->findings, NULL);
  take_records (self, records, TRUE);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), *title != '\0');
  for (guint i = 0; i < first->editors->len; i++)
    if (!(td_field_editor_get_field (g_ptr_array_index (first->editors, i))->flags & TD_FIELD_FIXED))
      {
        gtk_widget_grab_focus (td_field_editor_get_row (g_ptr_array_index (first->editors, i)));
        break;
      }
}

/**
 * td_record_form_cancel:
 * @self: a form
 *
 * Forgets a new record.
 */
void
td_record_form_cancel (TdRecordForm *self)
{
  stop_typing (self);
  /* What has been typed of it is not what was typed of the next one shown. */
  for (guint i = 0; self->is_new && i < self->sections->len; i++)
    {
      g_clear_object (&get_section (self, i)->stored);
      g_clear_object (&get_section (self, i)->working);
    }
  self->is_new = FALSE;
  self->generation++;
  set_adding (self, FALSE);
}

/**
 * td_record_form_is_new:
 * @self: a form
 *
 * Returns: whether a record is being entered that is not kept yet
 */
gboolean
td_record_form_is_new (TdRecordForm *self)
{
  return self->is_new;
}

/**
 * td_record_form_set_locked:
 * @self: a form
 * @locked: whether it can only be read
 * @why: (nullable): the reason, translated
 */
void
td_record_form_set_locked (TdRecordForm *self, gboolean locked, const char *why)
{
  gtk_label_set_label (self->lock_label, why != NULL ? why : "");
  gtk_widget_set_visible (self->lock, why != NULL && *why != '\0');
  self->locked = locked;
  for (guint i = 0; i < self->sections->len; i++)
    for (guint j = 0; j < get_section (self, i)->editors->len; j++)
      td_field_editor_set_locked (g_ptr_array_index (get_section (self, i)->editors, j), locked);
}

/**
 * td_record_form_set_findings:
 * @self: a form
 * @findings: (nullable) (element-type TdFinding): what a check has found
 */
void
td_record_form_set_findings (TdRecordForm *self, GPtrArray *findings)
{
  td_finding_list_set (self->findings, findings);
}

/**
 * td_record_form_get_record:
 * @self: a form
 * @section: its place
 *
 * Returns: (transfer none) (nullable): the record as it stands in the form
 */
TdEntity *
td_record_form_get_record (TdRecordForm *self, guint section)
{
  return section < self->sections->len ? get_section (self, section)->working : NULL;
}

/**
 * td_record_form_get_top:
 * @self: a form
 *
 * Returns: (transfer none): room above the fields
 */
GtkBox *
td_record_form_get_top (TdRecordForm *self)
{
  return self->top;
}

/**
 * td_record_form_add_below:
 * @self: a form
 * @section: its place
 * @field: one of its fields
 * @widget: what stands below that field, in sight of who types in it; while it is hidden it takes no
 *   room
 */
void
td_record_form_add_below (TdRecordForm *self, guint section, const char *field, GtkWidget *widget)
{
  GPtrArray *editors = get_section (self, section)->editors;
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), widget);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_bind_property (widget, "visible", row, "visible", G_BINDING_SYNC_CREATE);
  for (guint i = 0; i < editors->len; i++)
    if (g_str_equal (td_field_editor_get_field (editors->pdata[i])->name, field))
      {
        GtkWidget *above = td_field_editor_get_error_row (editors->pdata[i]);

        gtk_list_box_insert (GTK_LIST_BOX (gtk_widget_get_parent (above)), row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (above)) + 1);
      }
}
