/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-editor-data"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-layout-jobs.h"
#include "td-template-editor-private.h"
#include "td-template-jobs.h"

/* What the editor of templates reads and keeps. */

/* Templates */

static TdTemplateItem *
find_item (GListModel *items, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TdTemplateItem) item = g_list_model_get_item (items, i);

      if (item->template != NULL && (name == NULL || g_str_equal (item->name, name)))
        return g_steal_pointer (&item);
    }
  return NULL;
}

/* A list that is open keeps its rows unless there are others. */
static gboolean
is_shown (GListModel *titles, GListModel *shown)
{
  guint n = g_list_model_get_n_items (titles);

  if (shown == NULL || g_list_model_get_n_items (shown) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (titles), i), gtk_string_list_get_string (GTK_STRING_LIST (shown), i)) != 0)
      return FALSE;
  return TRUE;
}

void
_td_template_editor_show_chosen (TdTemplateEditor *self, const char *chosen)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (TdTemplateItem) item = g_list_model_get_item (self->items, i);

      if (g_strcmp0 (item->name, chosen) == 0)
        position = i;
    }
  self->choosing = TRUE;
  gtk_drop_down_set_selected (self->template, position);
  self->choosing = FALSE;
}

static void
show_items (TdTemplateEditor *self, const char *chosen)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (TdTemplateItem) item = g_list_model_get_item (self->items, i);

      gtk_string_list_append (titles, item->title);
    }
  self->choosing = TRUE;
  if (!is_shown (G_LIST_MODEL (titles), gtk_drop_down_get_model (self->template)))
    gtk_drop_down_set_model (self->template, G_LIST_MODEL (titles));
  self->choosing = FALSE;
  _td_template_editor_show_chosen (self, chosen);
}

static void
listed_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateEditor *self = owner;
  const char *wanted = g_object_get_data (G_OBJECT (job), "td-wanted");
  g_autoptr (TdTemplateItem) item = NULL;

  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      _td_template_editor_fail (self, error->message, NULL);
      return;
    }
  g_set_object (&self->items, td_job_get_object (job));
  item = find_item (self->items, wanted);
  if (item == NULL)
    item = find_item (self->items, NULL);
  show_items (self, item != NULL ? item->name : NULL);
  /* After saving the draft goes on; only what was not open yet is opened. */
  if (item != NULL && g_strcmp0 (self->template_id, item->name) != 0)
    _td_template_editor_open (self, item);
  else
    _td_template_editor_update (self);
}

void
_td_template_editor_read_list (TdTemplateEditor *self, const char *wanted)
{
  TdJob *job = td_template_list_job ();

  g_object_set_data_full (G_OBJECT (job), "td-wanted", g_strdup (wanted), g_free);
  td_session_run (self->session, job, TD_RUN_QUIET, listed_cb, self);
}

/* Records */

static void
got_record_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateEditor *self = owner;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->serial)
    return;
  if (error != NULL)
    _td_template_editor_fail (self, error->message, td_job_get_findings (job));
  else
    _td_template_editor_show_record (self, td_job_get_object (job));
}

void
_td_template_editor_ask_record (TdTemplateEditor *self, guint position)
{
  TdJob *job = td_template_record_job (td_template_draft_get_template (self->draft), position);

  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (++self->serial));
  td_session_run (self->session, job, TD_RUN_QUIET, got_record_cb, self);
}

static void
got_award_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateEditor *self = owner;

  if (self->session == NULL)
    return;
  if (error != NULL)
    _td_template_editor_fail (self, error->message, td_job_get_findings (job));
  else
    _td_template_editor_arrange (self, td_job_get_object (job));
}

void
_td_template_editor_ask_award (TdTemplateEditor *self, const char *template_name)
{
  td_session_run (self->session, td_template_record_award_job (self->award_id, template_name), TD_RUN_QUIET, got_award_cb, self);
}

/* The longest */

static void
add_longest (TdTemplateEditor *self, TdTemplateRecord *record, const TdTemplateBox *box)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = td_template_record_dup_text (record, box);
  g_autofree char *line = g_strdelimit (g_steal_pointer (&text), "\n", ' ');
  GtkWidget *name = gtk_label_new (td_template_record_get_name (record));
  GtkWidget *what = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_width_chars (GTK_LABEL (what), 40);
  gtk_widget_add_css_class (what, "td-small");
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (lines), what);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  gtk_widget_add_css_class (row, "td-longest");
  g_object_set_data_full (G_OBJECT (row), "td-record", g_object_ref (record), g_object_unref);
  gtk_list_box_append (self->longest_list, row);
}

/* The box that is chosen, else the one with the name. */
static const TdTemplateBox *
get_measured (TdTemplateEditor *self)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);
  const char *id = td_template_draft_get_single (self->draft);
  const TdTemplateBox *box = id != NULL ? td_template_find_box (template, id) : NULL;

  if (box == NULL)
    box = td_template_find_box (template, "subject");
  return box != NULL ? box : td_template_get_box (template, 0);
}

static void
got_longest_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateEditor *self = owner;
  GListModel *records = td_job_get_object (job);
  GtkWidget *row;

  if (self->session == NULL || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (job), "td-serial")) != self->longest_serial)
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->longest_list))) != NULL)
    gtk_list_box_remove (self->longest_list, row);
  if (error != NULL || records == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (TdTemplateRecord) record = g_list_model_get_item (records, i);

      add_longest (self, record, get_measured (self));
    }
  row = gtk_widget_get_first_child (GTK_WIDGET (self->longest_list));
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

void
_td_template_editor_find_longest (TdTemplateEditor *self)
{
  TdJob *job;

  if (self->draft == NULL)
    return;
  job = td_template_record_longest_job (td_template_draft_get_template (self->draft), get_measured (self));
  g_object_set_data (G_OBJECT (job), "td-serial", GUINT_TO_POINTER (++self->longest_serial));
  td_session_run (self->session, job, TD_RUN_QUIET, got_longest_cb, self);
}

/* Keeping */

static void
saved_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateEditor *self = owner;
  TdTemplate *saved = g_object_get_data (G_OBJECT (job), "td-saved");
  TdTemplateEditorFunc then = (TdTemplateEditorFunc) g_object_get_data (G_OBJECT (job), "td-then");

  self->saving = FALSE;
  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      _td_template_editor_fail (self, error->message, td_job_get_findings (job));
      _td_template_editor_update (self);
      return;
    }
  td_template_draft_mark_saved (self->draft, saved);
  _td_template_editor_tell (self, self->award_id != 0 ? _ ("This certificate is printed as arranged here.") : _ ("The template is kept with the office."));
  if (then != NULL)
    then (self);
  else if (self->award_id == 0)
    _td_template_editor_read_list (self, self->template_id);
}

void
_td_template_editor_save (TdTemplateEditor *self, TdTemplateEditorFunc then)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);
  g_autoptr (GPtrArray) layouts = self->award_id != 0 ? td_template_record_dup_layouts (self->record, template) : NULL;
  TdJob *job = layouts != NULL ? td_award_layout_arrange_job (self->award_id, self->template_id, layouts) : td_template_save_job (template, self->template_id);

  self->saving = TRUE;
  g_object_set_data_full (G_OBJECT (job), "td-saved", g_object_ref (template), g_object_unref);
  g_object_set_data (G_OBJECT (job), "td-then", (gpointer) then);
  td_session_run (self->session, job, TD_RUN_QUIET, saved_cb, self);
}

/* A template of another id: what is open stays as it was kept last. */

static gboolean
is_taken (TdTemplateEditor *self, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (TdTemplateItem) item = g_list_model_get_item (self->items, i);

      if (g_str_equal (item->name, id))
        return TRUE;
    }
  return FALSE;
}

static void
made_new_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateEditor *self = owner;

  self->saving = FALSE;
  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      _td_template_editor_fail (self, error->message, td_job_get_findings (job));
      _td_template_editor_update (self);
      return;
    }
  _td_template_editor_tell (self, _ ("A new template is kept with the office."));
  _td_template_editor_read_list (self, g_object_get_data (G_OBJECT (job), "td-id"));
}

void
_td_template_editor_save_new (TdTemplateEditor *self)
{
  g_autoptr (TdTemplate) template = td_template_dup (td_template_draft_get_template (self->draft));
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  TdJob *job;
  guint n = 2;

  for (id = g_strdup_printf ("%s-%u", self->template_id, n); is_taken (self, id);)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", self->template_id, ++n);
    }
  title = g_strdup_printf ("%s (%u)", td_template_get_title (template), n);
  td_template_set_id (template, id);
  td_template_set_title (template, title);
  job = td_template_save_job (template, NULL);
  self->saving = TRUE;
  g_object_set_data_full (G_OBJECT (job), "td-id", g_steal_pointer (&id), g_free);
  td_session_run (self->session, job, TD_RUN_QUIET, made_new_cb, self);
}

static void
reverted_cb (TdJob *job, const GError *error, gpointer owner)
{
  TdTemplateEditor *self = owner;
  g_autofree char *id = NULL;

  self->saving = FALSE;
  if (self->session == NULL)
    return;
  if (error != NULL)
    {
      _td_template_editor_fail (self, error->message, td_job_get_findings (job));
      return;
    }
  _td_template_editor_tell (self, _ ("The template of the program is used again."));
  id = g_steal_pointer (&self->template_id); /* opened anew */
  _td_template_editor_read_list (self, id);
}

/* The office's changed copy goes; taken back with Undo in the main window, as every change. */
void
_td_template_editor_revert (TdTemplateEditor *self)
{
  self->saving = TRUE;
  td_session_run (self->session, td_template_remove_job (self->template_id), TD_RUN_QUIET | TD_RUN_TELL, reverted_cb, self);
}
