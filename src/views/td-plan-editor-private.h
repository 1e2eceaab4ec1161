/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-finding-list.h"
#include "td-outline-jobs.h"
#include "td-outline-row.h"
#include "td-page-header.h"
#include "td-plan-editor.h"

G_BEGIN_DECLS

/* What is seen changes at once; what is kept follows, one step after the other. */
struct _TdPlanEditor
{
  AdwBin parent_instance;

  TdPageHeader *header;
  GtkMenuButton *insert;
  GtkDropDown *marks;
  GtkButton *parent;
  GtkButton *predecessor;
  GtkToggleButton *doubts;
  GtkRevealer *revealer;
  GtkBox *doubt_area;
  GtkScrolledWindow *scroller;
  GtkBox *rows;
  GtkWidget *empty;

  TdFindingList *findings;
  TdSession *session;
  gint64 plan_id;
  TdPlanDraft *draft;    /* as it was read last */
  TdOutline *outline;    /* as it is seen */
  TdOutlineRow *current; /* the row that has or had the focus */
  GQueue steps;          /* Step, the first one under way */
  guint serial;          /* of the reading asked for */
  gint64 wanted_id;      /* the clause to go to once it is read */
  gboolean is_new;       /* nobody has seen it yet */
  gboolean choosing;     /* the marks are being shown, not chosen */
  char *awaited;         /* the kind of fact that is being entered, to be told at once */
  guint n_before;        /* how many of them there were */
};

gboolean _td_plan_editor_is_locked (TdPlanEditor *self);
void _td_plan_editor_show (TdPlanEditor *self);
void _td_plan_editor_go_to (TdPlanEditor *self, guint position, gboolean at_end);
guint _td_plan_editor_get_position (TdPlanEditor *self);
TdOutlineRow *_td_plan_editor_get_row (TdPlanEditor *self, guint position);
void _td_plan_editor_ask (TdPlanEditor *self);

void _td_plan_editor_commit (TdPlanEditor *self);
void _td_plan_editor_step (TdPlanEditor *self, TdOutlineStep step, const char *text);
void _td_plan_editor_step_on (TdPlanEditor *self, TdOutlineRow *row, TdOutlineStep step, const char *text);
void _td_plan_editor_drop_steps (TdPlanEditor *self);

void _td_plan_editor_open_facts (TdPlanEditor *self, TdOutlineRow *row);
void _td_plan_editor_new_fact (TdPlanEditor *self, const char *binding);
gboolean _td_plan_editor_key (TdPlanEditor *self, guint keyval, guint keycode, GdkModifierType state);

G_END_DECLS
