/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-filter-bar.h"
#include "td-record-form.h"
#include "td-record-table.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_LIST_PAGE (td_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdListPage, td_list_page, TD, LIST_PAGE, AdwBin)

/**
 * TdPageInfo:
 * @name: its name in the window
 * @title: what it is called, marked for translation
 * @icon_name: its icon
 * @columns: (nullable): the columns; %NULL for all fields that are listed
 * @filters: (nullable): the fields worth a filter
 * @order: (nullable): the field that orders at first
 * @descending: whether the last comes first
 * @omit: (nullable): fields the form does not show
 * @add: (nullable): the button that enters a record, marked for translation
 * @add_label: (nullable): its short name, "Add" by default, marked for translation
 * @empty_title: said when there is nothing yet, marked for translation
 * @empty_text: how to begin, marked for translation
 * @keeps: records are not deleted on it
 * @todo_field: (nullable): a record with
 * @todo_value: this value waits for somebody
 *
 * What a page over one kind of record is like.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  const char *const *columns;
  const char *const *filters;
  const char *order;
  gboolean descending;
  const char *const *omit;
  const char *add;
  const char *add_label;
  const char *empty_title;
  const char *empty_text;
  gboolean keeps;
  const char *todo_field;
  const char *todo_value;
} TdPageInfo;

/**
 * TdListPageClass:
 * @info: what the page is like
 * @get_entity_type: the kind of record
 * @set_up: the session is there: add what is the page's own
 * @load: show a record in the form; by default it is shown as it stands in its row
 * @begin: show the form of a new record
 * @get_lock: why a record can only be read, translated; empty when that is said elsewhere, %NULL
 *   when it is not so
 * @shown: another record is shown, or none
 * @open: a row was activated; by default its details take the focus
 */
struct _TdListPageClass
{
  AdwBinClass parent_class;

  const TdPageInfo *info;
  GType (*get_entity_type) (void);
  void (*set_up) (TdListPage *self);
  void (*load) (TdListPage *self, TdEntity *record);
  void (*begin) (TdListPage *self);
  const char *(*get_lock) (TdListPage *self, TdEntity *record);
  void (*shown) (TdListPage *self, TdEntity *record);
  void (*open) (TdListPage *self, TdEntity *record);
};

/**
 * TdPageRows:
 * @record_id: the record to choose, 0 for none
 * @tab: (nullable): which tab of its details
 * @field: (nullable): the property that narrows the list
 * @value: (nullable): the value it has
 * @id: or the record it points at
 * @label: (nullable): what people call that record
 *
 * Rows of a list that somewhere else are told of.
 */
typedef struct
{
  gint64 record_id;
  const char *tab;
  const char *field;
  const char *value;
  gint64 id;
  const char *label;
} TdPageRows;

void td_list_page_set_session (TdListPage *self, TdSession *session);
TdSession *td_list_page_get_session (TdListPage *self);
TdRecordTable *td_list_page_get_table (TdListPage *self);
TdRecordForm *td_list_page_get_form (TdListPage *self);
TdEntity *td_list_page_get_record (TdListPage *self);
gint64 td_list_page_get_record_id (TdListPage *self);
const TdPageInfo *td_list_page_get_info (TdListPage *self);

void td_list_page_look (TdListPage *self);
void td_list_page_show_record (TdListPage *self, gint64 id);
void td_list_page_show_rows (TdListPage *self, const TdPageRows *rows);
void td_list_page_begin (TdListPage *self, TdEntity *const *records);
void td_list_page_add_leaf (TdListPage *self, GtkWidget *leaf, const char *name);
void td_list_page_show_leaf (TdListPage *self, const char *name);
GtkWidget *td_list_page_get_leaf (TdListPage *self);
void td_list_page_add_tab (TdListPage *self, GtkWidget *widget, const char *name, const char *title);
GtkBox *td_list_page_get_acts (TdListPage *self);
void td_list_page_add_act (TdListPage *self, const char *label, const char *action);
TdFilterBar *td_list_page_get_filters (TdListPage *self);
void td_list_page_add_button (TdListPage *self, const char *label, const char *action);
void td_list_page_offer (TdListPage *self, const char *label, const char *action);
void td_list_page_add_menu_item (TdListPage *self, const char *label, const char *action);
void td_list_page_add_bulk_button (TdListPage *self, const char *label, const char *action);
void td_list_page_add_start_action (TdListPage *self, const char *label, const char *action);

G_END_DECLS
