/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entry-completion.h"
#include "td-entry-grid.h"
#include "td-entry-head.h"
#include "td-entry-keeper.h"
#include "td-entry-row.h"
#include "td-entry-steps.h"
#include "td-page-header.h"

G_BEGIN_DECLS

struct _TdEntryGrid
{
  AdwBin parent_instance;

  TdPageHeader *header;
  TdEntryHead *head;
  GtkOverlay *overlay;
  GtkScrolledWindow *titles;
  GtkScrolledWindow *scroller;
  GtkBox *rows;
  GtkLabel *count;
  GtkWidget *title_row;
  TdEntryCompletion *completion;

  TdEntryKeeper *keeper;
  TdEntrySteps *steps;
  GPtrArray *row_list; /* of TdEntryRow, owned by the box */
  TdEntryRow *current;
  TdEntryRow *previous; /* open as long: what was composed there may come late */
  TdEntryColumn column;
  gint64 plan_id; /* looked at when this was opened, 0 for none */
  gboolean begun;
  gboolean taking; /* a cell is filled by us */
  guint show_id;
  guint keep_id;
  char *asked_name; /* (nullable): whose subjects are being looked for */
  gboolean ask_again;
};

/* Lines and cells */
TdEntryRow *_td_entry_grid_get_row (TdEntryGrid *self, int index);
int _td_entry_grid_index_of (TdEntryRow *row);
const char *_td_entry_grid_get_above (TdEntryGrid *self, TdEntryRow *row, TdEntryColumn column);
TdEntryRow *_td_entry_grid_ensure_row (TdEntryGrid *self, int index);
gboolean _td_entry_grid_go_to (TdEntryGrid *self, TdEntryRow *row, TdEntryColumn column);
TdEntryColumn _td_entry_grid_first_to_fill (TdEntryGrid *self, TdEntryRow *row);
void _td_entry_grid_keep (TdEntryGrid *self, TdEntryRow *row);
void _td_entry_grid_commit (TdEntryGrid *self, TdEntryColumn column, TdEntryRow *row);

/* Keys and offers */
void _td_entry_grid_typed (TdEntryGrid *self, TdEntryColumn column, TdEntryRow *row);
void _td_entry_grid_take_offer (TdEntryGrid *self);
void _td_entry_grid_accepted (TdEntryGrid *self, TdEntryColumn column, TdEntryRow *row);
void _td_entry_grid_edge (TdEntryGrid *self, TdEntryColumn column, int by, TdEntryRow *row);
gboolean _td_entry_grid_take_typing_back (TdEntryGrid *self);
gboolean _td_entry_grid_key (TdEntryGrid *self, guint keyval, guint keycode, GdkModifierType state);

G_END_DECLS
