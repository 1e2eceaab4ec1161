/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-template-box-list.h"
#include "td-template-canvas.h"
#include "td-template-draft.h"
#include "td-template-editor.h"
#include "td-template-form.h"
#include "td-template-list.h"
#include "td-template-record.h"
#include "td-template-sheet-pane.h"
#include "td-template-underlay-pane.h"

G_BEGIN_DECLS

typedef void (*TdTemplateEditorFunc) (TdTemplateEditor *self);

struct _TdTemplateEditor
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkDropDown *template;
  GtkWidget *tools;
  GtkWidget *save;
  GtkWidget *reset;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *name;
  GtkMenuButton *longest;
  GtkPopover *longest_popover;
  GtkListBox *longest_list;
  GtkToggleButton *ornament;
  GtkToggleButton *snap;
  GtkButton *zoom;
  GtkToggleButton *fit;
  TdTemplateCanvas *canvas;
  GtkWidget *trouble_icon;
  GtkLabel *trouble;
  GtkStack *side;
  TdTemplateForm *form;
  TdTemplateBoxList *boxes;
  TdTemplateSheetPane *sheet;
  TdTemplateUnderlayPane *underlay;

  TdSession *session;
  GListModel *items; /* TdTemplateItem: what there is to choose */
  char *template_id; /* the one that is being changed */
  TdTemplateDraft *draft;
  gint64 award_id;          /* whose certificate is arranged; 0 while a template is changed */
  char *wanted_box;         /* whose text is changed first, or NULL */
  TdTemplateRecord *record; /* whose text is shown */
  guint serial;             /* of the records asked for: an older answer is thrown away */
  guint longest_serial;
  gboolean choosing; /* the list of templates is set by us */
  gboolean saving;
  TdTemplateEditorFunc go; /* what is done after a question */
  gboolean closing;        /* nothing more is asked */
};

/* Reading and keeping: td-template-editor-data.c */
void _td_template_editor_read_list (TdTemplateEditor *self, const char *wanted);
void _td_template_editor_show_chosen (TdTemplateEditor *self, const char *chosen);
void _td_template_editor_ask_award (TdTemplateEditor *self, const char *template_name);
void _td_template_editor_ask_record (TdTemplateEditor *self, guint position);
void _td_template_editor_find_longest (TdTemplateEditor *self);
void _td_template_editor_save (TdTemplateEditor *self, TdTemplateEditorFunc then);

void _td_template_editor_save_new (TdTemplateEditor *self);
void _td_template_editor_revert (TdTemplateEditor *self);

/* The window: td-template-editor.c */
void _td_template_editor_open (TdTemplateEditor *self, TdTemplateItem *item);
void _td_template_editor_arrange (TdTemplateEditor *self, TdTemplateRecord *record);
void _td_template_editor_show_record (TdTemplateEditor *self, TdTemplateRecord *record);
gboolean _td_template_editor_is_locked (TdTemplateEditor *self);
void _td_template_editor_commit (TdTemplateEditor *self);
void _td_template_editor_update (TdTemplateEditor *self);
void _td_template_editor_tell (TdTemplateEditor *self, const char *text);
void _td_template_editor_fail (TdTemplateEditor *self, const char *text, GPtrArray *findings);

/* Actions: td-template-editor-actions.c */
void _td_template_editor_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
