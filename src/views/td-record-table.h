/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-column-chooser.h"
#include "td-mark-column.h"
#include "td-selection.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_RECORD_TABLE (td_record_table_get_type ())
G_DECLARE_FINAL_TYPE (TdRecordTable, td_record_table, TD, RECORD_TABLE, AdwBin)

/**
 * TdRecordsFunc:
 * @ids: (element-type gint64): records
 * @owner: whoever asked
 */
typedef void (*TdRecordsFunc) (GArray *ids, gpointer owner);

GtkWidget *td_record_table_new (void);
void td_record_table_describe (TdRecordTable *self, GType entity_type, const char *const *columns,
                               const char *order, gboolean descending, const char *label);
void td_record_table_set_change (TdRecordTable *self, TdLazyRowsFunc change);
TdMarkColumn *td_record_table_add_marks (TdRecordTable *self, const char *title);
TdColumnChooser *td_record_table_offer_columns (TdRecordTable *self, const char *name);
void td_record_table_set_session (TdRecordTable *self, TdSession *session);
void td_record_table_set_query (TdRecordTable *self, TdQuery *query);
TdQuery *td_record_table_dup_query (TdRecordTable *self);
GPtrArray *td_record_table_get_fields (TdRecordTable *self);
TdLazyList *td_record_table_get_list (TdRecordTable *self);
void td_record_table_set_one_only (TdRecordTable *self, gboolean one_only);
guint td_record_table_get_n_selected (TdRecordTable *self);
TdEntity *td_record_table_get_single (TdRecordTable *self);
void td_record_table_select_id (TdRecordTable *self, gint64 id);
void td_record_table_await_id (TdRecordTable *self, gint64 id);
void td_record_table_step (TdRecordTable *self, int by);
void td_record_table_activate (TdRecordTable *self);
void td_record_table_unselect (TdRecordTable *self);
void td_record_table_collect (TdRecordTable *self, TdRecordsFunc func, gpointer owner);

G_END_DECLS
