/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-editor-actions"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-file-dialog.h"
#include "td-template-editor-private.h"
#include "td-template-picture-file.h"

/* What the editor of templates can be told to do, and by which keys. */

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (self->draft == NULL || _td_template_editor_is_locked (self))
    return;
  _td_template_editor_commit (self);
  if (g_str_equal (name, "editor.redo"))
    td_template_draft_redo (self->draft);
  else
    td_template_draft_undo (self->draft);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (self->draft == NULL || _td_template_editor_is_locked (self) || self->saving)
    return;
  _td_template_editor_commit (self);
  if (td_template_draft_is_dirty (self->draft))
    _td_template_editor_save (self, NULL);
}

static void
save_new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (self->draft == NULL || _td_template_editor_is_locked (self) || self->saving)
    return;
  _td_template_editor_commit (self);
  _td_template_editor_save_new (self);
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (self->draft != NULL && self->award_id != 0 && !_td_template_editor_is_locked (self))
    td_template_draft_replace (self->draft, td_template_record_get_template (self->record));
}

static void
revert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (self->draft != NULL && !_td_template_editor_is_locked (self) && !self->saving)
    _td_template_editor_revert (self);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);
  guint position = self->record != NULL ? td_template_record_get_position (self->record) : 0;

  if (self->draft == NULL || self->record == NULL || self->award_id != 0)
    return;
  if (g_str_equal (name, "editor.next") && position + 1 < td_template_record_get_total (self->record))
    _td_template_editor_ask_record (self, position + 1);
  else if (g_str_equal (name, "editor.previous") && position > 0)
    _td_template_editor_ask_record (self, position - 1);
}

static void
boxes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (self->draft == NULL || _td_template_editor_is_locked (self) || (self->award_id != 0 && !g_str_equal (name, "editor.choose-all")))
    return;
  if (g_str_equal (name, "editor.add"))
    gtk_widget_activate_action (GTK_WIDGET (self->boxes), "boxes.add", NULL);
  else if (g_str_equal (name, "editor.duplicate"))
    td_template_draft_duplicate (self->draft);
  else if (g_str_equal (name, "editor.remove"))
    td_template_draft_remove (self->draft);
  else if (g_str_equal (name, "editor.choose-all"))
    td_template_draft_choose_all (self->draft);
}

/* A picture from a file: it is looked at away from the window, and stands on the sheet as one step. */

static void
got_picture_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateEditor *self = owner;
  const TdTemplatePictureFile *file = td_job_get_object (job);

  if (self->session == NULL || self->draft == NULL || g_object_get_data (G_OBJECT (job), "td-draft") != self->draft)
    return;
  if (error != NULL)
    {
      _td_template_editor_fail (self, error->message, td_job_get_findings (job));
      return;
    }
  _td_template_editor_commit (self);
  td_template_draft_add_picture (self->draft, file->title, file->image, file->width, file->height);
  gtk_stack_set_visible_child_name (self->side, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
chosen_path (const char *path, gpointer owner)
{
  TdTemplateEditor *self = owner;
  TdJob *job;

  if (self->session == NULL || self->draft == NULL)
    return;
  job = td_template_picture_file_job (path);
  g_object_set_data_full (G_OBJECT (job), "td-draft", g_object_ref (self->draft), g_object_unref);
  td_session_run (self->session, job, TD_RUN_QUIET, got_picture_cb, self);
}

static void
picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (self->draft != NULL && self->award_id == 0 && !_td_template_editor_is_locked (self))
    td_file_dialog_open (widget, _ ("Choose a Picture for the Template"), TD_FILE_SCAN, chosen_path, self);
}

static void
align_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (self->draft != NULL && !_td_template_editor_is_locked (self))
    td_template_draft_align (self->draft, (TdTemplateAlign) g_variant_get_int32 (parameter));
}

/* A guide by key: through the middle of what is chosen, else of the sheet. */
static void
guide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);
  const char *which = g_variant_get_string (parameter, NULL);
  TdTemplate *template = self->draft != NULL ? td_template_draft_get_template (self->draft) : NULL;
  TdTemplateArea area;
  guint n;

  if (template == NULL || _td_template_editor_is_locked (self))
    return;
  if (!td_template_draft_get_extents (self->draft, &area))
    area = (TdTemplateArea){ 0, 0, td_template_get_width (template), td_template_get_height (template) };
  if (g_str_equal (which, "upright"))
    td_template_draft_add_guide (self->draft, TRUE, area.x + area.width / 2);
  else if (g_str_equal (which, "level"))
    td_template_draft_add_guide (self->draft, FALSE, area.y + area.height / 2);
  else
    {
      td_template_draft_begin (self->draft);
      for (td_template_get_guides (template, &n); n > 0; n--)
        td_template_draft_remove_guide (self->draft, n - 1);
      td_template_draft_end (self->draft);
    }
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (g_str_equal (name, "editor.zoom-fit"))
    td_template_canvas_set_fit (self->canvas);
  else if (g_str_equal (name, "editor.zoom-true"))
    td_template_canvas_set_zoom (self->canvas, 1);
  else
    td_template_canvas_zoom_by (self->canvas, g_str_equal (name, "editor.zoom-in") ? 1 : -1);
}

/* From the sheet to the numbers and back. */
static void
pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdTemplateEditor *self = TD_TEMPLATE_EDITOR (widget);

  if (g_str_equal (name, "editor.longest"))
    gtk_menu_button_popup (self->longest);
  else if (gtk_widget_is_focus (GTK_WIDGET (self->canvas)))
    {
      gtk_stack_set_visible_child_name (self->side, "form");
      td_template_form_focus_numbers (self->form);
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
_td_template_editor_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
    guint keyval;
    GdkModifierType modifiers;
  } actions[] = {
    { "editor.undo", NULL, undo_action, 0, 0 },
    { "editor.redo", NULL, undo_action, GDK_KEY_y, GDK_CONTROL_MASK },
    { "editor.save", NULL, save_action, GDK_KEY_s, GDK_CONTROL_MASK },
    { "editor.save-new", NULL, save_new_action, 0, 0 },
    { "editor.reset", NULL, reset_action, 0, 0 },
    { "editor.revert", NULL, revert_action, 0, 0 },
    { "editor.next", NULL, step_action, GDK_KEY_j, 0 },
    { "editor.previous", NULL, step_action, GDK_KEY_k, 0 },
    { "editor.add", NULL, boxes_action, GDK_KEY_n, GDK_CONTROL_MASK },
    { "editor.add-picture", NULL, picture_action, GDK_KEY_i, GDK_CONTROL_MASK },
    { "editor.duplicate", NULL, boxes_action, GDK_KEY_d, GDK_CONTROL_MASK },
    { "editor.remove", NULL, boxes_action, GDK_KEY_Delete, 0 },
    { "editor.choose-all", NULL, boxes_action, GDK_KEY_a, GDK_CONTROL_MASK },
    { "editor.align", "i", align_action, 0, 0 },
    { "editor.guide", "s", guide_action, 0, 0 },
    { "editor.zoom-in", NULL, zoom_action, GDK_KEY_plus, GDK_CONTROL_MASK },
    { "editor.zoom-in", NULL, zoom_action, GDK_KEY_equal, GDK_CONTROL_MASK },
    { "editor.zoom-in", NULL, zoom_action, GDK_KEY_KP_Add, GDK_CONTROL_MASK },
    { "editor.zoom-out", NULL, zoom_action, GDK_KEY_minus, GDK_CONTROL_MASK },
    { "editor.zoom-out", NULL, zoom_action, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK },
    { "editor.zoom-true", NULL, zoom_action, GDK_KEY_1, GDK_CONTROL_MASK },
    { "editor.zoom-fit", NULL, zoom_action, GDK_KEY_0, GDK_CONTROL_MASK },
    { "editor.pane", NULL, pane_action, GDK_KEY_F6, 0 },
    { "editor.longest", NULL, pane_action, GDK_KEY_l, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (i == 0 || !g_str_equal (actions[i].name, actions[i - 1].name))
        gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].func);
      if (actions[i].keyval != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keyval, actions[i].modifiers, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}
