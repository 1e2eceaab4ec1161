/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-field-editor"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choice-row.h"
#include "td-date.h"
#include "td-display.h"
#include "td-field-editor.h"
#include "td-model.h"
#include "td-length.h"
#include "td-number.h"
#include "td-reference-row.h"
#include "td-suggestions.h"
#include "td-text-row.h"

/* One field of a form: the row that suits its kind, and the row beneath that says what is wrong
 * with it. The row is left, or something is chosen in it: "committed". */

#define EDITOR_KEY "td-field-editor"

struct _TdFieldEditor
{
  GObject parent_instance;

  const TdField *field;
  GtkWidget *row;
  GtkWidget *toggle;      /* of a switch row */
  GtkWidget *list_button; /* of an entry row with suggestions */
  GPtrArray *checks;      /* of a row of several choices */
  GtkWidget *error_row;
  GtkLabel *error_label;
  char *shown; /* the text as it was set, while typing can change it */
  gboolean setting;
};

enum
{
  COMMITTED,
  TYPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdFieldEditor, td_field_editor, G_TYPE_OBJECT)

static gboolean
is_typed (TdFieldEditor *self)
{
  return ADW_IS_ENTRY_ROW (self->row) || TD_IS_TEXT_ROW (self->row);
}

static char *
dup_typed (TdFieldEditor *self)
{
  if (TD_IS_TEXT_ROW (self->row))
    return td_text_row_dup_text (TD_TEXT_ROW (self->row));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

static void
typed_cb (TdFieldEditor *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[TYPED], 0);
}

/* Setting a text also forgets what was typed before: Ctrl+Z is the office's again. */
static void
set_typed (TdFieldEditor *self, const char *text)
{
  self->setting = TRUE;
  if (TD_IS_TEXT_ROW (self->row))
    td_text_row_set_text (TD_TEXT_ROW (self->row), text);
  else
    {
      g_autofree char *before = dup_typed (self);

      gtk_editable_set_enable_undo (GTK_EDITABLE (self->row), FALSE);
      if (g_strcmp0 (before, text) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->row), text);
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->row), TRUE);
    }
  self->setting = FALSE;
}

static void
commit (TdFieldEditor *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[COMMITTED], 0);
}

static void
leave_cb (TdFieldEditor *self)
{
  if (td_field_editor_is_dirty (self))
    commit (self);
}

static void
watch_leaving (TdFieldEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->row, focus);
}

static void
chosen_cb (TdFieldEditor *self, const char *value)
{
  gtk_editable_set_text (GTK_EDITABLE (self->row), value);
  leave_cb (self);
}

/* A list of what the field mostly holds; anything else can still be typed. */
static void
add_suggestions (TdFieldEditor *self, GtkWidget *row)
{
  const char *label = td_display_get_label (self->field);
  g_auto (GStrv) texts = self->field->kind == TD_FIELD_TEXT ? td_suggestions_dup_for (self->field) : NULL;
  GtkWidget *popover;

  if (texts == NULL)
    return;
  popover = td_suggestions_new (label);
  for (guint i = 0; texts[i] != NULL; i++)
    td_suggestions_add (TD_SUGGESTIONS (popover), texts[i], texts[i]);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->list_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->list_button), "pan-down-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->list_button), popover);
  gtk_widget_set_valign (self->list_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->list_button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), self->list_button);
}

static GtkWidget *
make_entry_row (TdFieldEditor *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, NULL);

  add_suggestions (self, row);

  if (self->field->kind == TD_FIELD_INTEGER || self->field->kind == TD_FIELD_MONEY || self->field->kind == TD_FIELD_LENGTH)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_paragraph_row (TdFieldEditor *self)
{
  GtkWidget *row = td_text_row_new_paragraph (td_display_get_label (self->field));

  g_signal_connect_object (row, "entered", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_choice_row (TdFieldEditor *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = td_choice_row_new ();

  gtk_string_list_append (labels, _ ("Not chosen"));
  for (const TdChoice *choice = self->field->choices; choice->nick != NULL; choice++)
    gtk_string_list_append (labels, _ (choice->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  return row;
}

/* Several of the choices */

static char *
dup_checked (TdFieldEditor *self, gboolean labels)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : labels ? ", "
                                                                         : " ",
                              labels ? _ (self->field->choices[i].label) : self->field->choices[i].nick);
  return g_string_free (text, FALSE);
}

static void
checked_cb (TdFieldEditor *self)
{
  g_autofree char *labels = dup_checked (self, TRUE);
  g_autofree char *escaped = g_markup_escape_text (labels, -1);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->row), *escaped != '\0' ? escaped : _ ("All"));
  commit (self);
}

static GtkWidget *
make_several_row (TdFieldEditor *self)
{
  GtkWidget *row = adw_expander_row_new ();

  self->checks = g_ptr_array_new ();
  for (const TdChoice *choice = self->field->choices; choice->nick != NULL; choice++)
    {
      GtkWidget *item = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ (choice->label), NULL);
      GtkWidget *check = gtk_check_button_new ();

      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (choice->label), -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (item), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (item), check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->checks, check);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), item);
    }
  return row;
}

static void
show_several (TdFieldEditor *self, TdEntity *entity)
{
  const char *text = td_entity_get_text (entity, self->field);
  g_auto (GStrv) nicks = g_strsplit_set (text != NULL ? text : "", " \n", -1);

  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), g_strv_contains ((const char *const *) nicks, self->field->choices[i].nick));
  checked_cb (self);
}

static GtkWidget *
make_switch_row (TdFieldEditor *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, NULL);

  self->toggle = gtk_switch_new ();
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, td_display_get_label (self->field), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->toggle);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_fixed_row (TdFieldEditor *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "subtitle-lines", 6, NULL);

  gtk_widget_add_css_class (row, "td-property");
  return row;
}

static GtkWidget *
make_row (TdFieldEditor *self, TdSession *session)
{
  const char *label = td_display_get_label (self->field);
  GtkWidget *row;

  if (self->field->flags & TD_FIELD_FIXED)
    return make_fixed_row (self);
  if (td_field_holds_several (self->field))
    return make_several_row (self);
  if (self->field->flags & TD_FIELD_WRAPPED)
    return make_paragraph_row (self);
  switch (self->field->kind)
    {
    case TD_FIELD_LONG_TEXT:
      return td_text_row_new (label);
    case TD_FIELD_CHOICE:
      return make_choice_row (self);
    case TD_FIELD_BOOLEAN:
      return make_switch_row (self);
    case TD_FIELD_REFERENCE:
      row = td_reference_row_new (session, td_model_type_of_table (self->field->target), label,
                                  (self->field->flags & TD_FIELD_REQUIRED) != 0);
      g_signal_connect_object (row, "changed", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
      return row;
    case TD_FIELD_TEXT:
    case TD_FIELD_INTEGER:
    case TD_FIELD_MONEY:
    case TD_FIELD_LENGTH:
    case TD_FIELD_DATE:
    default:
      return make_entry_row (self);
    }
}

static GtkWidget *
make_error_row (TdFieldEditor *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-error-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_visible (row, FALSE);
  gtk_widget_add_css_class (row, "td-error");
  self->error_label = GTK_LABEL (label);
  return row;
}

static void
td_field_editor_finalize (GObject *object)
{
  TdFieldEditor *self = TD_FIELD_EDITOR (object);

  g_object_set_data (G_OBJECT (self->row), EDITOR_KEY, NULL);
  g_clear_object (&self->row);
  g_clear_object (&self->error_row);
  g_free (self->shown);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (td_field_editor_parent_class)->finalize (object);
}

static void
td_field_editor_class_init (TdFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_field_editor_finalize;

  /**
   * TdFieldEditor::committed:
   *
   * The user has left the field with another value in it, or has chosen one.
   */
  signals[COMMITTED] = g_signal_new ("committed", TD_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdFieldEditor::typed:
   *
   * Another letter stands in its one line.
   */
  signals[TYPED] = g_signal_new ("typed", TD_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_field_editor_init (TdFieldEditor *self)
{
}

/**
 * td_field_editor_new:
 * @field: what it edits
 * @session: (nullable): where records to point at are
 *
 * Returns: (transfer full): an editor, empty
 */
TdFieldEditor *
td_field_editor_new (const TdField *field, TdSession *session)
{
  TdFieldEditor *self = g_object_new (TD_TYPE_FIELD_EDITOR, NULL);

  self->field = field;
  self->row = g_object_ref_sink (make_row (self, session));
  self->error_row = g_object_ref_sink (make_error_row (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), td_display_get_label (field));
  if (!ADW_IS_ENTRY_ROW (self->row))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL, td_display_get_label (field), -1);
  g_object_set_data (G_OBJECT (self->row), EDITOR_KEY, self);
  if (is_typed (self))
    watch_leaving (self);
  return self;
}

/**
 * td_field_editor_get_field:
 * @self: an editor
 *
 * Returns: what it edits
 */
const TdField *
td_field_editor_get_field (TdFieldEditor *self)
{
  return self->field;
}

/**
 * td_field_editor_get_row:
 * @self: an editor
 *
 * Returns: (transfer none): its row
 */
GtkWidget *
td_field_editor_get_row (TdFieldEditor *self)
{
  return self->row;
}

/**
 * td_field_editor_get_error_row:
 * @self: an editor
 *
 * Returns: (transfer none): the row to stand under it, seen only when something is wrong
 */
GtkWidget *
td_field_editor_get_error_row (TdFieldEditor *self)
{
  return self->error_row;
}

static char *
dup_shown (TdFieldEditor *self, TdEntity *entity)
{
  const char *text;

  if (self->field->kind != TD_FIELD_LONG_TEXT)
    return td_display_dup_text (entity, self->field);
  text = td_entity_get_text (entity, self->field);
  return g_strdup (text != NULL ? text : "");
}

static void
show_choice (TdFieldEditor *self, TdEntity *entity)
{
  const char *nick = td_entity_get_text (entity, self->field);
  guint position = 0;

  for (guint i = 0; nick != NULL && self->field->choices[i].nick != NULL; i++)
    if (g_str_equal (self->field->choices[i].nick, nick))
      position = i + 1;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), position);
}

static void
show_fixed (TdFieldEditor *self, TdEntity *entity)
{
  g_autofree char *text = td_display_dup_text (entity, self->field);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), escaped);
  gtk_widget_set_visible (self->row, *text != '\0');
}

/**
 * td_field_editor_show:
 * @self: an editor
 * @entity: a record
 * @anew: whether it is another record than before; else what is being typed stays
 *
 * Shows the record's value.
 */
void
td_field_editor_show (TdFieldEditor *self, TdEntity *entity, gboolean anew)
{
  self->setting = TRUE;
  if (self->field->flags & TD_FIELD_FIXED)
    show_fixed (self, entity);
  else if (is_typed (self))
    {
      gboolean dirty = !anew && td_field_editor_is_dirty (self);

      g_free (self->shown);
      self->shown = dup_shown (self, entity);
      if (!dirty)
        set_typed (self, self->shown);
    }
  else if (self->checks != NULL)
    show_several (self, entity);
  else if (self->field->kind == TD_FIELD_CHOICE)
    show_choice (self, entity);
  else if (self->field->kind == TD_FIELD_BOOLEAN)
    gtk_switch_set_active (GTK_SWITCH (self->toggle), td_entity_get_number (entity, self->field) != 0);
  else
    td_reference_row_set_id (TD_REFERENCE_ROW (self->row), td_entity_get_number (entity, self->field));
  self->setting = FALSE;
  if (anew)
    td_field_editor_set_error (self, NULL);
}

static gboolean
apply_typed (TdFieldEditor *self, TdEntity *entity)
{
  g_autofree char *typed = g_strstrip (dup_typed (self));
  g_autofree char *date = NULL;
  g_autofree char *message = NULL;
  gint64 number = 0;

  switch (self->field->kind)
    {
    case TD_FIELD_DATE:
      date = *typed != '\0' ? td_date_parse (typed) : NULL;
      if (*typed != '\0' && date == NULL)
        message = g_strdup_printf (_ ("“%s” is not a date. Write it as 20/01/2026, 01/2026 or 2026."), typed);
      else
        td_entity_set_text (entity, self->field, date);
      break;
    case TD_FIELD_INTEGER:
    case TD_FIELD_MONEY:
      if (*typed != '\0' && !td_number_parse (typed, &number))
        message = g_strdup_printf (_ ("“%s” is not a number."), typed);
      else
        td_entity_set_number (entity, self->field, number);
      break;
    case TD_FIELD_LENGTH:
      if (*typed != '\0' && !td_length_parse (typed, &number))
        message = g_strdup_printf (_ ("“%s” is not a length. Write it in millimetres, as 297 or 419,5."), typed);
      else
        td_entity_set_number (entity, self->field, number);
      break;
    default:
      td_entity_set_text (entity, self->field, typed);
      break;
    }
  td_field_editor_set_error (self, message);
  return message == NULL;
}

/**
 * td_field_editor_apply:
 * @self: an editor
 * @entity: a record
 *
 * Gives the record the value as it stands in the row.
 *
 * Returns: whether it is a value; else the row says what is wrong
 */
gboolean
td_field_editor_apply (TdFieldEditor *self, TdEntity *entity)
{
  guint position;

  if (self->field->flags & TD_FIELD_FIXED)
    return TRUE;
  if (is_typed (self))
    return apply_typed (self, entity);
  td_field_editor_set_error (self, NULL);
  if (self->checks != NULL)
    {
      g_autofree char *nicks = dup_checked (self, FALSE);

      td_entity_set_text (entity, self->field, *nicks != '\0' ? nicks : NULL);
      return TRUE;
    }
  switch (self->field->kind)
    {
    case TD_FIELD_CHOICE:
      position = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
      td_entity_set_text (entity, self->field, position > 0 ? self->field->choices[position - 1].nick : NULL);
      break;
    case TD_FIELD_BOOLEAN:
      td_entity_set_number (entity, self->field, gtk_switch_get_active (GTK_SWITCH (self->toggle)));
      break;
    default:
      td_entity_set_number (entity, self->field, td_reference_row_get_id (TD_REFERENCE_ROW (self->row)));
      break;
    }
  return TRUE;
}

/**
 * td_field_editor_is_dirty:
 * @self: an editor
 *
 * Returns: whether it holds typing that has not been saved
 */
gboolean
td_field_editor_is_dirty (TdFieldEditor *self)
{
  g_autofree char *typed = NULL;

  if (!is_typed (self))
    return FALSE;
  typed = dup_typed (self);
  return g_strcmp0 (typed, self->shown != NULL ? self->shown : "") != 0;
}

/**
 * td_field_editor_hold:
 * @self: an editor
 *
 * What has been typed is on its way to the office file: from now on it counts as saved.
 */
void
td_field_editor_hold (TdFieldEditor *self)
{
  if (!is_typed (self))
    return;
  g_free (self->shown);
  self->shown = dup_typed (self);
}

/**
 * td_field_editor_keep_typing:
 * @self: an editor
 * @entity: the record as it is stored
 *
 * What has been typed was refused: it stays, so that it can be mended, and counts as unsaved.
 */
void
td_field_editor_keep_typing (TdFieldEditor *self, TdEntity *entity)
{
  if (!is_typed (self))
    return;
  g_free (self->shown);
  self->shown = dup_shown (self, entity);
}

/**
 * td_field_editor_set_error:
 * @self: an editor
 * @text: (nullable): what is wrong, translated
 */
void
td_field_editor_set_error (TdFieldEditor *self, const char *text)
{
  gtk_label_set_label (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->error_row, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * td_field_editor_set_locked:
 * @self: an editor
 * @locked: whether the record can only be read
 */
void
td_field_editor_set_locked (TdFieldEditor *self, gboolean locked)
{
  if (self->field->flags & TD_FIELD_FIXED)
    return;
  if (self->list_button != NULL)
    gtk_widget_set_visible (self->list_button, !locked);
  if (ADW_IS_ENTRY_ROW (self->row))
    gtk_editable_set_editable (GTK_EDITABLE (self->row), !locked);
  else if (TD_IS_TEXT_ROW (self->row))
    td_text_row_set_editable (TD_TEXT_ROW (self->row), !locked);
  else
    gtk_widget_set_sensitive (self->row, !locked);
}

/**
 * td_field_editor_holds_typing:
 * @focus: (nullable): the widget that has the keyboard
 *
 * Returns: whether Ctrl+Z belongs to it: it is a field with typing that has not been saved, or an
 *   entry that is no field and is not empty
 */
gboolean
td_field_editor_holds_typing (GtkWidget *focus)
{
  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      TdFieldEditor *editor = g_object_get_data (G_OBJECT (widget), EDITOR_KEY);

      if (editor != NULL)
        return td_field_editor_is_dirty (editor);
    }
  return GTK_IS_TEXT (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0';
}
