/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-editor"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-draft-entry.h"
#include "td-finding-dialog.h"
#include "td-template-editor-private.h"

/* The editor of templates: the sheet with its boxes, tried with the office's own records, and at its side the numbers
 * of what is chosen. Nothing is kept before it is saved. */

G_DEFINE_FINAL_TYPE (TdTemplateEditor, td_template_editor, ADW_TYPE_WINDOW)

gboolean
_td_template_editor_is_locked (TdTemplateEditor *self)
{
  return self->session == NULL || td_session_is_read_only (self->session);
}

void
_td_template_editor_tell (TdTemplateEditor *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

void
_td_template_editor_fail (TdTemplateEditor *self, const char *text, GPtrArray *findings)
{
  td_finding_dialog_show (GTK_WINDOW (self), _ ("This cannot be kept"), text, findings);
}

/* What is seen */

static TdTemplateItem *
get_item (TdTemplateEditor *self)
{
  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (TdTemplateItem) item = g_list_model_get_item (self->items, i);

      if (g_strcmp0 (item->name, self->template_id) == 0)
        return item; /* the list holds it */
    }
  return NULL;
}

void
_td_template_editor_update (TdTemplateEditor *self)
{
  gboolean dirty = self->draft != NULL && td_template_draft_is_dirty (self->draft);
  TdTemplateItem *item = get_item (self);
  guint n = self->draft != NULL ? td_template_draft_get_n_chosen (self->draft) : 0;
  gboolean may = !_td_template_editor_is_locked (self);
  gboolean own = may && self->award_id == 0;

  if (self->award_id == 0)
    adw_window_title_set_title (self->title, _ ("Edit a Template"));
  adw_window_title_set_subtitle (self->title, self->award_id != 0 && !dirty ? _ ("For this recipient alone") : dirty                              ? _ ("Changes are not saved")
                                                                                                           : item != NULL && item->record_id != 0 ? _ ("The office’s own template")
                                                                                                                                                  : _ ("Template of the program"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.undo", may && self->draft != NULL && td_template_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.redo", may && self->draft != NULL && td_template_draft_can_redo (self->draft));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", may && dirty && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save-new", own && self->draft != NULL && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.revert", own && !self->saving && item != NULL && item->record_id != 0 && item->shipped);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.add", own && self->draft != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.add-picture", own && self->draft != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.duplicate", own && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.remove", own && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.reset", may && self->award_id != 0 && self->record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.align", may && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.guide", own && self->draft != NULL);
}

/* Which boxes do not fit, in words. */
static void
show_troubles (TdTemplateEditor *self, GHashTable *states)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (template, i);

      if (GPOINTER_TO_INT (g_hash_table_lookup (states, box->id)) == TD_CERTIFICATE_BOX_OVERFLOWS)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", box->title);
    }
  gtk_widget_set_visible (self->trouble_icon, names->len > 0);
  if (names->len > 0)
    /* Translators: names of boxes */
    text = g_strdup_printf (_ ("The text does not fit: %s"), names->str);
  else
    text = g_strdup (_ ("All texts of this record fit."));
  gtk_label_set_label (self->trouble, text);
}

/* The page is made anew for every change: what is seen is what is printed. */
static void
draw (TdTemplateEditor *self)
{
  TdTemplate *template = self->draft != NULL ? td_template_draft_get_template (self->draft) : NULL;
  g_autoptr (TdCertificateDocument) document = NULL;
  g_autoptr (GHashTable) states = NULL;

  if (template == NULL || self->record == NULL)
    return;
  document = self->award_id != 0 ? td_template_record_make_arranged (self->record, template, gtk_toggle_button_get_active (self->ornament))
                                 : td_template_record_make_document (self->record, template, gtk_toggle_button_get_active (self->ornament));
  states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    {
      TdCertificateBoxState state = td_certificate_document_get_box_state (document, 0, i);

      if (state != TD_CERTIFICATE_BOX_FITS)
        g_hash_table_insert (states, g_strdup (td_template_get_box (template, i)->id), GINT_TO_POINTER (state));
    }
  td_template_canvas_show (self->canvas, TD_DOCUMENT (document), states);
  td_template_box_list_set_states (self->boxes, states);
  show_troubles (self, states);
}

static void
changed_cb (TdTemplateEditor *self)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);

  td_template_underlay_pane_set_template (self->underlay, self->template_id, td_template_get_width (template), td_template_get_height (template));
  draw (self);
  _td_template_editor_update (self);
}

void
_td_template_editor_show_record (TdTemplateEditor *self, TdTemplateRecord *record)
{
  guint total = td_template_record_get_total (record);
  g_autofree char *text = NULL;

  g_set_object (&self->record, record);
  if (total == 0)
    text = g_strdup (_ ("A sample: the office has no awards yet"));
  else
    /* Translators: which of how many, and a name: "12 of 296 · Nguyễn Văn A" */
    text = g_strdup_printf (_ ("%u of %u · %s"), td_template_record_get_position (record) + 1, total, td_template_record_get_name (record));
  gtk_label_set_label (self->name, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.previous", td_template_record_get_position (record) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.next", td_template_record_get_position (record) + 1 < total);
  gtk_widget_set_sensitive (GTK_WIDGET (self->longest), total > 0);
  draw (self);
}

static void
drop_draft (TdTemplateEditor *self)
{
  td_template_canvas_set_draft (self->canvas, NULL);
  td_template_form_set_draft (self->form, NULL);
  td_template_box_list_set_draft (self->boxes, NULL);
  td_template_sheet_pane_set_draft (self->sheet, NULL);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
}

static void
begin (TdTemplateEditor *self, const char *template_id, TdTemplate *template)
{
  g_autofree char *id = g_strdup (template_id);

  drop_draft (self);
  g_free (self->template_id);
  self->template_id = g_steal_pointer (&id);
  self->draft = td_template_draft_new (template);
  td_template_draft_set_boxes_only (self->draft, self->award_id != 0);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "chosen", G_CALLBACK (_td_template_editor_update), self, G_CONNECT_SWAPPED);
  td_template_canvas_set_draft (self->canvas, self->draft);
  td_template_form_set_draft (self->form, self->draft);
  td_template_box_list_set_draft (self->boxes, self->draft);
  td_template_sheet_pane_set_draft (self->sheet, self->draft);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
_td_template_editor_open (TdTemplateEditor *self, TdTemplateItem *item)
{
  begin (self, item->name, item->template);
  _td_template_editor_ask_record (self, 0);
}

/* One certificate: the template as it is, with what was changed on it. */
void
_td_template_editor_arrange (TdTemplateEditor *self, TdTemplateRecord *record)
{
  g_autoptr (TdTemplate) arranged = td_template_record_dup_arranged (record);
  /* Translators: a name */
  g_autofree char *title = g_strdup_printf (_ ("Certificate for %s"), td_template_record_get_name (record));

  adw_window_title_set_title (self->title, title);
  g_set_object (&self->record, record);
  td_template_form_set_recipient (self->form, record);
  begin (self, td_template_get_id (arranged), arranged);
  gtk_label_set_label (self->name, td_template_get_title (arranged));
  if (self->wanted_box != NULL && td_template_find_box (arranged, self->wanted_box) != NULL)
    {
      td_template_draft_choose (self->draft, self->wanted_box, FALSE);
      td_template_form_focus_text (self->form);
    }
}

/* What is being typed is taken before anything is done with the draft. */
void
_td_template_editor_commit (TdTemplateEditor *self)
{
  td_template_form_commit (self->form);
  td_template_sheet_pane_commit (self->sheet);
}

/* Leaving: what was changed is kept or not */

static gboolean
go_cb (gpointer user_data)
{
  TdTemplateEditor *self = user_data;
  TdTemplateEditorFunc go = self->go;

  self->go = NULL;
  if (go != NULL && self->session != NULL)
    go (self);
  return G_SOURCE_REMOVE;
}

static void
leave_response_cb (TdTemplateEditor *self, const char *response, AdwMessageDialog *dialog)
{
  TdTemplateEditorFunc go = (TdTemplateEditorFunc) g_object_get_data (G_OBJECT (dialog), "td-go");

  if (self->session == NULL)
    return;
  if (g_str_equal (response, "save"))
    _td_template_editor_save (self, go);
  else if (g_str_equal (response, "discard"))
    {
      /* Once the question is gone: it must not outlive the window it belongs to. */
      self->go = go;
      g_idle_add_full (G_PRIORITY_LOW, go_cb, g_object_ref (self), g_object_unref);
    }
  else
    _td_template_editor_show_chosen (self, self->template_id);
}

/* Goes at once when there is nothing to lose. */
static void
leave (TdTemplateEditor *self, TdTemplateEditorFunc go)
{
  GtkWidget *dialog;

  _td_template_editor_commit (self);
  if (self->draft == NULL || !td_template_draft_is_dirty (self->draft) || _td_template_editor_is_locked (self))
    {
      go (self);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Keep the changes?"), _ ("What was changed in this template has not been saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "td-go", (gpointer) go);
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
go_away (TdTemplateEditor *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
td_template_editor_close_request (GtkWindow *window)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (window);

  if (!self->closing && self->session != NULL)
    {
      _td_template_editor_commit (self);
      if (self->draft != NULL && td_template_draft_is_dirty (self->draft) && !_td_template_editor_is_locked (self))
        {
          leave (self, go_away);
          return GDK_EVENT_STOP;
        }
    }
  return GTK_WINDOW_CLASS (td_template_editor_parent_class)->close_request (window);
}

static void
open_selected (TdTemplateEditor *self)
{
  guint position = gtk_drop_down_get_selected (self->template);
  g_autoptr (TdTemplateItem) item = self->items != NULL ? g_list_model_get_item (self->items, position) : NULL;

  if (item == NULL)
    return;
  if (item->template != NULL)
    _td_template_editor_open (self, item);
  else
    _td_template_editor_fail (self, item->problem, NULL);
}

static void
template_cb (TdTemplateEditor *self)
{
  guint position = gtk_drop_down_get_selected (self->template);
  g_autoptr (TdTemplateItem) item = self->items != NULL && !self->choosing ? g_list_model_get_item (self->items, position) : NULL;

  if (item != NULL && g_strcmp0 (item->name, self->template_id) != 0)
    leave (self, open_selected);
}

/* Tools */

static void
side_cb (TdTemplateEditor *self)
{
  if (self->session != NULL)
    td_template_underlay_pane_set_shown (self->underlay, g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "underlay") == 0);
}

static void
snap_cb (TdTemplateEditor *self)
{
  td_template_canvas_set_snapping (self->canvas, gtk_toggle_button_get_active (self->snap));
}

static void
fit_cb (TdTemplateEditor *self)
{
  td_template_canvas_set_fit (self->canvas);
}

static void
zoomed_cb (TdTemplateEditor *self)
{
  /* Translators: how large the sheet is shown, 100 % is its true size */
  g_autofree char *text = g_strdup_printf (_ ("%.0f %%"), td_template_canvas_get_zoom (self->canvas) * 100);

  if (g_strcmp0 (gtk_button_get_label (self->zoom), text) != 0)
    gtk_button_set_label (self->zoom, text);
  if (gtk_toggle_button_get_active (self->fit) != td_template_canvas_is_fit (self->canvas))
    gtk_toggle_button_set_active (self->fit, td_template_canvas_is_fit (self->canvas));
}

static void
edit_cb (TdTemplateEditor *self)
{
  gtk_stack_set_visible_child_name (self->side, "form");
  td_template_form_focus_text (self->form);
}

static void
longest_cb (TdTemplateEditor *self, GtkListBoxRow *row)
{
  TdTemplateRecord *record = g_object_get_data (G_OBJECT (row), "td-record");

  gtk_popover_popdown (self->longest_popover);
  self->serial++; /* a record asked for before does not come now */
  _td_template_editor_show_record (self, record);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* Ctrl+Z belongs to an entry while it holds typing that has not been taken. */
static gboolean
key_cb (TdTemplateEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  const GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean redo = modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK);

  if (gdk_keyval_to_lower (keyval) != GDK_KEY_z || (modifiers != GDK_CONTROL_MASK && !redo))
    return GDK_EVENT_PROPAGATE;
  if (td_draft_entry_holds_typing (gtk_window_get_focus (GTK_WINDOW (self))))
    return GDK_EVENT_PROPAGATE;
  _td_template_editor_commit (self); /* what was typed just now is a step too */
  gtk_widget_activate_action (GTK_WIDGET (self), redo ? "editor.redo" : "editor.undo", NULL);
  return GDK_EVENT_STOP;
}

static void
td_template_editor_dispose (GObject *object)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (object);

  self->serial++;
  self->longest_serial++;
  if (self->canvas != NULL)
    drop_draft (self);
  g_clear_object (&self->record);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_TEMPLATE_EDITOR);
  G_OBJECT_CLASS (td_template_editor_parent_class)->dispose (object);
}

static void
td_template_editor_finalize (GObject *object)
{
  g_free (TD_TEMPLATE_EDITOR (object)->template_id);
  g_free (TD_TEMPLATE_EDITOR (object)->wanted_box);
  G_OBJECT_CLASS (td_template_editor_parent_class)->finalize (object);
}

static void
td_template_editor_class_init (TdTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_template_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_template_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = td_template_editor_close_request;
  _td_template_editor_install_actions (widget_class);

  g_type_ensure (TD_TYPE_TEMPLATE_CANVAS);
  g_type_ensure (TD_TYPE_TEMPLATE_FORM);
  g_type_ensure (TD_TYPE_TEMPLATE_BOX_LIST);
  g_type_ensure (TD_TYPE_TEMPLATE_SHEET_PANE);
  g_type_ensure (TD_TYPE_TEMPLATE_UNDERLAY_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-template-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, title);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, template);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, tools);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, save);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, reset);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, name);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, previous);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, next);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, longest);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, longest_popover);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, longest_list);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, ornament);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, snap);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, zoom);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, fit);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, canvas);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, trouble_icon);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, trouble);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, side);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, form);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, boxes);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, sheet);
  gtk_widget_class_bind_template_child (widget_class, TdTemplateEditor, underlay);
  gtk_widget_class_bind_template_callback (widget_class, template_cb);
  gtk_widget_class_bind_template_callback (widget_class, draw);
  gtk_widget_class_bind_template_callback (widget_class, snap_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoomed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, longest_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "find_longest", G_CALLBACK (_td_template_editor_find_longest));
}

static void
td_template_editor_init (TdTemplateEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  _td_template_editor_update (self);
}

static TdTemplateEditor *
make (TdSession *session)
{
  TdTemplateEditor *self = g_object_new (TD_TYPE_TEMPLATE_EDITOR, NULL);

  self->session = g_object_ref (session);
  td_template_canvas_set_locked (self->canvas, _td_template_editor_is_locked (self));
  td_template_form_set_locked (self->form, _td_template_editor_is_locked (self));
  td_template_box_list_set_fixed (self->boxes, _td_template_editor_is_locked (self));
  td_template_sheet_pane_set_locked (self->sheet, _td_template_editor_is_locked (self));
  td_template_underlay_pane_set_session (self->underlay, session, self->canvas);
  return self;
}

/**
 * td_template_editor_new:
 * @session: where templates are kept
 * @template_id: (nullable): the template to begin with; %NULL for the first
 *
 * Returns: the window
 */
GtkWidget *
td_template_editor_new (TdSession *session, const char *template_id)
{
  TdTemplateEditor *self = make (session);

  _td_template_editor_read_list (self, template_id);
  return GTK_WIDGET (self);
}

/* What is only for templates is not shown. */
static void
hide_for_award (TdTemplateEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->template), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->longest), FALSE);
  gtk_widget_set_visible (self->previous, FALSE);
  gtk_widget_set_visible (self->next, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), FALSE);
  gtk_stack_page_set_visible (gtk_stack_get_page (self->side, GTK_WIDGET (self->sheet)), FALSE);
  gtk_widget_set_visible (self->reset, TRUE);
  td_template_canvas_set_arranging (self->canvas, TRUE);
  td_template_box_list_set_fixed (self->boxes, TRUE);
}

/**
 * td_template_editor_new_for_award:
 * @session: where it is kept
 * @award_id: whose certificate is arranged
 * @template_id: (nullable): the template it is printed by; %NULL for the one that suits
 * @box: (nullable): the part whose text is to be changed first
 *
 * Returns: the window, in which the texts and places of one certificate are changed and no other
 */
GtkWidget *
td_template_editor_new_for_award (TdSession *session, gint64 award_id, const char *template_id, const char *box)
{
  TdTemplateEditor *self = make (session);

  self->award_id = award_id;
  self->wanted_box = g_strdup (box);
  hide_for_award (self);
  _td_template_editor_ask_award (self, template_id);
  return GTK_WIDGET (self);
}
